/**
 * Where in the document a line stands, as far as it tells what its figures are: goals, results, rules of commendation,
 * means, or nothing of these.
 */

import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import { tokensOf } from './figures-tokens.ts';
import { type Outline, sectionOf } from './outline.ts';
import { asOfIn } from './results-dates.ts';

/** What the document as a whole is: a plan sets goals, a report tells results, a decision of awards does neither. */
export type DocumentLean = 'plan' | 'report' | 'award';

export type DocumentContext = {
  lean: DocumentLean;
  /** The year the document is about, where its head says so. */
  year: number | null;
  /** Last day of the period that the title of a report names, or null. */
  asOf: string | null;
  /** First line of the body, behind the head of the document. */
  bodyFrom: number;
};

const KINDS =
  /^(?:bao cao|thong bao|ket luan|bien ban|ke hoach|chi thi|phat dong|nghi quyet|quyet dinh|chuong trinh|huong dan|to trinh|de an|cong van|phuong an)/;
const REPORTS = /^(?:bao cao|thong bao|ket luan|bien ban)/;
const AWARDS = /\b(?:tang|tang thuong|khen thuong|cong nhan)\b.{0,60}(?:giay khen|bang khen|danh hieu|cho|khen)/;
const HEAD_LINES = 40;

/** Reads kind, year and period of a document from its head. */
function contextOf(doc: JoinedText): DocumentContext {
  const head = doc.lines.slice(0, HEAD_LINES);
  const kindAt = head.findIndex(({ text }) => {
    const printed = text.trim();
    return printed.length <= 60 && printed === printed.toUpperCase() && KINDS.test(fold(printed));
  });
  const kind = fold(head[kindAt]?.text ?? '').trim();
  const title = titleOf(head, kindAt);
  const lean = REPORTS.test(kind) ? 'report' : 'plan';
  const awards = /^(?:quyet dinh|to trinh)/.test(kind) && AWARDS.test(fold(title.slice(0, 400)));
  const year = yearOf(head, title);
  const tokens = tokensOf(title, 0, Math.min(title.length, 600));
  const asOf = lean === 'report' ? asOfIn(tokens, [0, tokens.length], year) : null;
  return { lean: awards ? 'award' : lean, year, asOf, bodyFrom: kindAt + 1 };
}

/** The lines between the kind of a document and its body. */
function titleOf(head: Line[], kindAt: number): string {
  const title: string[] = [];
  for (const line of kindAt < 0 ? [] : head.slice(kindAt + 1, kindAt + 4)) {
    if (line.text.length > 400 || /^(?:can cu|thuc hien|kinh gui)/.test(line.folded.slice(0, 12))) break;
    title.push(line.text);
  }
  return title.join(' ');
}

/** The latest year the title names; else the year of the date line; else the most frequent one at the beginning. */
function yearOf(head: Line[], title: string): number | null {
  const inTitle = yearsIn(title);
  if (inTitle.length > 0) return Math.max(...inTitle);
  const dated = head.find((line) => /ngày .{0,12}tháng .{0,8}năm \d{4}/i.test(line.text.slice(0, 90)));
  const inDate = dated ? yearsIn(dated.text) : [];
  if (inDate.length > 0) return Math.max(...inDate);
  const counts = new Map<number, number>();
  for (const year of yearsIn(head.map((line) => line.text).join(' '))) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Years behind the word "năm" that begin no term: "năm 2026", not "năm 2026 - 2030". */
function yearsIn(text: string): number[] {
  return [...text.slice(0, 6000).matchAll(/năm (20[0-4]\d)(?!\d|\s?[-–]\s?20)/gi)].map((match) => Number(match[1]));
}

export type SectionKind = 'goals' | 'results' | 'means' | 'awards' | 'other';

/** Tone-free words of headings, the first that fits decides. */
const SECTIONS: [SectionKind, RegExp][] = [
  [
    'awards',
    /^(?:.{0,20}\b)?(?:khen thuong|muc thuong|tien thuong|hinh thuc khen|tieu chuan khen|co cau giai|giai thuong)/,
  ],
  [
    'means',
    /kinh phi|nguon luc thuc hien|thoi gian thuc hien|noi nhan|can cu phap ly|thang diem|cham diem|diem thuong|bang diem/,
  ],
  [
    'results',
    /phuong huong.{0,20}ket qua|^(?!.{0,80}(?:phan dau|chi tieu phan dau|muc tieu|phuong huong|to chuc)).{0,60}(?:ket qua|danh gia|tinh hinh|thuc trang|uu diem|han che|ton tai|da dat duoc|nguyen nhan)/,
  ],
  ['goals', /muc tieu|chi tieu|phuong huong|nhiem vu|noi dung thi dua|phan dau|giai phap|noi dung|ke hoach nam/],
];

export function sectionKind(heading: string): SectionKind {
  const text = fold(heading.slice(0, 200));
  for (const [kind, pattern] of SECTIONS) if (pattern.test(text)) return kind;
  return 'other';
}

export type LineContext = {
  kind: SectionKind;
  /** True where a heading or introducing line says "chỉ tiêu" or "mục tiêu". */
  listed: boolean;
  /** Headings around the line, the innermost last. */
  headings: readonly string[];
};

/** The document as a whole, and where in it each line stands. */
export type Surroundings = { document: DocumentContext; contexts: LineContext[] };

export const surroundingsOf = (doc: JoinedText, outline: Outline): Surroundings => ({
  document: contextOf(doc),
  contexts: lineContexts(doc, outline),
});

/** A line that introduces those below it: "Phấn đấu đến cuối năm:". */
type Intro = { text: string; bullet: boolean; kind: SectionKind; listed: boolean };

function introOf(line: Line, bullet: boolean): Intro {
  const text = line.text.slice(-160);
  return { text, bullet, kind: sectionKind(text), listed: /chi tieu|muc tieu|phan dau/.test(line.folded.slice(-160)) };
}

/** Follows the sections and introducing lines through a document. Lines under the same ones share one context. */
function lineContexts(doc: JoinedText, outline: Outline): LineContext[] {
  const sections = new Map<number | null, LineContext>();
  let introduced = new Map<LineContext, LineContext>();
  let intro: Intro | null = null;
  return doc.lines.map((line, at) => {
    const entry = outline.entryOfLine[at] ?? null;
    const section = sections.get(entry) ?? sectionFacts(outline, at);
    sections.set(entry, section);
    const bullet = line.label !== null && /^[-+*•–]/.test(line.label);
    if (intro && !bullet && !intro.bullet && line.row === null) intro = null;
    const context = intro ? (introduced.get(section) ?? underIntro(section, intro)) : section;
    if (intro) introduced.set(section, context);
    if (line.text.endsWith(':') && line.row === null) {
      intro = introOf(line, bullet);
      introduced = new Map();
    }
    return context;
  });
}

function underIntro(section: LineContext, { text, kind, listed }: Intro): LineContext {
  return {
    kind: kind === 'other' ? section.kind : kind,
    listed: section.listed || listed,
    headings: [...section.headings, text],
  };
}

function sectionFacts(outline: Outline, at: number): LineContext {
  const headings = sectionOf(outline, at)
    .filter((entry) => entry.titled && entry.kind !== 'dash' && entry.kind !== 'plus')
    .map((entry) => entry.heading);
  let kind: SectionKind = 'other';
  for (const heading of headings) {
    const own = sectionKind(heading);
    if (own !== 'other') kind = own;
  }
  const listed = headings.some((heading) => /chi tieu|muc tieu/.test(fold(heading.slice(0, 200))));
  return { kind, headings, listed };
}
