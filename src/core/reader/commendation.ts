/** Criteria for judging, and rules of commendation. */

import { fold } from '../text/search.ts';
import type { JoinedText } from './blocks.ts';
import { sentencesIn } from './clauses.ts';
import { type Outline, type OutlineEntry, sectionOf } from './outline.ts';
import type { Found, Span } from './reading.ts';

export type Commendation = { criteria: Found[]; commendation: Found[] };

const CRITERIA_HEADING =
  /tieu chi|tieu chuan|thang diem|bang diem|cach cham diem|binh xet|xep loai|phuong phap danh gia/;
const COMMENDATION_HEADING = /khen thuong|hinh thuc khen|che do khen|danh hieu|muc thuong/;
const EMULATION_WORK = /thi dua,? ?-? ?khen thuong|cong tac thi dua|hoi dong/;

const CRITERIA =
  /(?:la|lam|mot trong) (?:nhung |cac |mot trong (?:cac|nhung) )?(?:tieu chi|tieu chuan|can cu|co so)(?: quan trong| de| )?.{0,40}(?:danh gia|binh xet|xep loai|xet|khen)|tieu chi (?:danh gia|binh xet|cham diem|xet)|co tieu chi|cac tieu chi|lam co so (?:de )?(?:danh gia|binh xet|xet|cham|khen)/;
const COMMENDATION =
  /khen thuong theo tham quyen|de nghi .{0,80}khen thuong|de xuat khen thuong|de nghi .{0,60}tang (?:thuong )?(?:bang khen|giay khen|co thi dua|huan chuong)|tang (?:thuong )?(?:bang khen|giay khen|co thi dua)|uu tien (?:xet )?khen|chu trong khen thuong|khen thuong (?:dung|kip thoi|chuyen de|dot xuat|thanh tich)|xet khen thuong|khong xet khen thuong|muc (?:tien )?thuong|quy thi dua,? khen thuong|khen dung nguoi|so luong (?:bang khen|giay khen)/;

/** Finds both: the lines of sections about them, and sentences elsewhere that say so plainly. */
export function findCommendation(doc: JoinedText, outline: Outline, endLine: number): Commendation {
  const criteria: Found[] = [];
  const commendation: Found[] = [];
  for (let at = 0; at < endLine; at++) {
    const line = doc.lines[at];
    if (line?.part !== 'body' || line.text.length < 20) continue;
    const chain = sectionOf(outline, at);
    const own = chain.at(-1);
    if (own?.line === at && own.titled && line.row === null && line.text.length < 120) continue;
    const section = sectionKind(chain);
    if (section) {
      const span: Span = [line.start + line.bodyAt, line.end];
      (section === 'criteria' ? criteria : commendation).push(made(doc, span, 0.85));
      continue;
    }
    for (const [from, to] of sentencesIn(line.text)) {
      const folded = fold(line.text.slice(from, to));
      const span: Span = [line.start + Math.max(from, line.bodyAt), line.start + to];
      if (CRITERIA.test(folded)) criteria.push(made(doc, span, 0.7));
      else if (COMMENDATION.test(folded)) commendation.push(made(doc, span, 0.7));
    }
  }
  return { criteria, commendation };
}

function sectionKind(chain: OutlineEntry[]): 'criteria' | 'commendation' | null {
  for (const entry of [...chain].reverse()) {
    if (!entry.titled || entry.heading.length > 140) continue;
    const folded = fold(entry.heading);
    if (CRITERIA_HEADING.test(folded)) return 'criteria';
    if (COMMENDATION_HEADING.test(folded) && !EMULATION_WORK.test(folded)) return 'commendation';
  }
  return null;
}

function made(doc: JoinedText, span: Span, confidence: number): Found {
  return { quote: doc.text.slice(span[0], span[1]), span, confidence };
}
