/** Criteria for judging, and rules of commendation. */

import type { JoinedText } from './blocks.ts';
import { sentencesIn } from './clauses.ts';
import type { Outline, OutlineEntry } from './outline.ts';
import type { Found, Span } from './reading.ts';

export type Commendation = { criteria: Found[]; commendation: Found[] };

const CRITERIA_HEADING =
  /tieu chi|tieu chuan|thang diem|bang diem|cach cham diem|binh xet|xep loai|phuong phap danh gia/;
const COMMENDATION_HEADING = /khen thuong|hinh thuc khen|che do khen|danh hieu|muc thuong/;
/** The last words of a document stand under its last heading without belonging to it. */
const CLOSING = /^(?:tren day la|yeu cau (?:cac|thu truong|truong)|de nghi (?:cac|thu truong|truong)|nhan duoc)/;
const EMULATION_WORK = /thi dua,? ?-? ?khen thuong|cong tac thi dua|hoi dong/;

/** In a section about both: a condition, a reward, or both at once. */
const JUDGES =
  /(?:duoc )?(?:xet|xep loai|binh xet|cong nhan|danh gia|suy ton).{0,80}(?:khi|neu)(?:\s|$)|tieu chi|tieu chuan|dieu kien|diem/;
const REWARDS =
  /(?:tang|thuong|khen thuong|de nghi|bieu duong).{0,60}(?:khen|thuong|tap the|ca nhan|to )|uu tien|giay khen|bang khen/;

const CRITERIA =
  /(?:la|lam|mot trong) (?:nhung |cac |mot trong (?:cac|nhung) )?(?:tieu chi|tieu chuan|can cu|co so)(?: quan trong| de| )?.{0,40}(?:danh gia|binh xet|xep loai|xet|khen)|tieu chi (?:danh gia|binh xet|cham diem|xet)|co tieu chi|cac tieu chi|lam co so (?:de )?(?:danh gia|binh xet|xet|cham|khen)/;
const COMMENDATION =
  /khen thuong theo tham quyen|de nghi .{0,80}khen thuong|de xuat khen thuong|de nghi .{0,60}tang (?:thuong )?(?:bang khen|giay khen|co thi dua|huan chuong)|tang (?:thuong )?(?:bang khen|giay khen|co thi dua)|de xuat .{0,60}khen thuong|khen thuong (?:cac |cho )*(?:tap the|to |ca nhan)|uu tien (?:xet )?khen|chu trong khen thuong|khen thuong (?:dung|kip thoi|chuyen de|dot xuat|thanh tich)|xet khen thuong|khong xet khen thuong|muc (?:tien )?thuong|quy thi dua,? khen thuong|khen dung nguoi|so luong (?:bang khen|giay khen)/;

/** Finds both: the lines of sections about them, and sentences elsewhere that say so plainly. */
export function findCommendation(doc: JoinedText, outline: Outline, body: readonly number[]): Commendation {
  const criteria: Found[] = [];
  const commendation: Found[] = [];
  const kinds = sectionKinds(outline);
  for (const at of body) {
    const line = doc.lines[at];
    if (line?.part !== 'body' || line.text.length < 20) continue;
    const entry = outline.entryOfLine[at] ?? -1;
    const own = outline.entries[entry];
    if (own?.line === at && own.titled && line.row === null && line.text.length < 120) continue;
    const section = kinds[entry] ?? null;
    if (section && !CLOSING.test(line.folded.slice(0, 40))) {
      for (const part of section === 'both'
        ? sentencesIn(line.text, line.bodyAt)
        : [[line.bodyAt, line.text.length] as Span]) {
        const span: Span = [line.start + part[0], line.start + part[1]];
        const said = line.folded.slice(...part);
        const judges =
          section === 'criteria' || (section === 'both' && (JUDGES.test(said) || !/khen|thuong/.test(said)));
        if (judges) criteria.push(made(doc, span, 0.85));
        // Under a heading of commendation alone a point may still name what is judged by.
        if (section === 'commendation' && /^(?:tieu chuan|tieu chi|dieu kien|doi tuong)/.test(said))
          criteria.push(made(doc, span, 0.8));
        if (section === 'commendation' || (section === 'both' && REWARDS.test(said)))
          commendation.push(made(doc, span, 0.85));
      }
      continue;
    }
    for (const [from, to] of sentencesIn(line.text)) {
      const folded = line.folded.slice(from, to);
      const span: Span = [line.start + Math.max(from, line.bodyAt), line.start + to];
      if (CRITERIA.test(folded)) criteria.push(made(doc, span, 0.7));
      else if (COMMENDATION.test(folded)) commendation.push(made(doc, span, 0.7));
    }
  }
  return { criteria, commendation };
}

type SectionKind = 'criteria' | 'commendation' | 'both';

/** For each entry what the innermost heading around it that says so is about. */
function sectionKinds(outline: Outline): (SectionKind | null)[] {
  const kinds: (SectionKind | null)[] = [];
  for (const entry of outline.entries) kinds.push(kindOf(entry) ?? kinds[entry.parent ?? -1] ?? null);
  return kinds;
}

function kindOf({ titled, heading, folded }: OutlineEntry): SectionKind | null {
  if (!titled || heading.length > 140) return null;
  const criteria = CRITERIA_HEADING.test(folded);
  const commendation = COMMENDATION_HEADING.test(folded) && !EMULATION_WORK.test(folded);
  if (criteria && commendation) return 'both';
  return criteria ? 'criteria' : commendation ? 'commendation' : null;
}

function made(doc: JoinedText, span: Span, confidence: number): Found {
  return { quote: doc.text.slice(span[0], span[1]), span, confidence };
}
