/** The period of a movement: "từ nay đến hết tháng 12 năm 2026", "từ ngày … đến ngày …", "năm học 2025 - 2026". */

import { endOfMonth, endOfQuarter, findDates, isoDate, type TextDate } from '../text/dates.ts';
import type { JoinedText } from './blocks.ts';
import { entriesUnder, type Outline } from './outline.ts';
import type { ReadPeriod, Span } from './reading.ts';

export type PeriodFound = ReadPeriod & { span: Span };

type End = { iso: string | null; span: readonly [number, number] };

/** Longer lines are no paragraphs. */
const LONGEST_LINE = 20_000;
const SECTION = /\b(?:thoi gian|thoi han|tien do)\b/;
const NOT_SECTION = /bao cao|nop|gui|ho so|so ket|tong ket/;
const ABOUT = /phong trao|thi dua|ke hoach|chi thi|trien khai|thuc hien|phat dong|thoi gian/;
const NOT_ABOUT =
  /ky niem|nhiem ky|thanh lap|giai phong|sinh nhat|bao cao|gui ve|ho so|nop|hoi nghi|tiep nhan|dang ky|giai doan 20|ket qua|nam hoc 20\d\d ?- ?20\d\d (?:da|co)|bau cu/;

/** The period in which the movement runs, or null when the text gives no more than a year. */
export function findPeriod(
  doc: JoinedText,
  outline: Outline,
  about: { body: readonly number[]; title: string | null; year: number | null },
): PeriodFound | null {
  let best: { found: PeriodFound; score: number } | null = null;
  let phases: PeriodFound | null = null;
  const sections = entriesUnder(
    outline,
    ({ titled, folded }) => titled && SECTION.test(folded) && !NOT_SECTION.test(folded),
  );
  for (const at of about.body) {
    const line = doc.lines[at];
    if (line?.part !== 'body' || line.text.length > LONGEST_LINE) continue;
    const folded = line.folded;
    if (!/(?:^|[\s(:])(?:tu|den|nam hoc|ke tu|trong)\s/.test(folded)) continue;
    const timed = sections[outline.entryOfLine[at] ?? -1] === true;
    const opened = /^\W*(?:\d\.\s*)?thoi gian(?: thuc hien| thi dua| trien khai| phat dong| to chuc)?\s?[:,]?/.test(
      folded,
    );
    for (const found of rangesIn(line.text, folded, about.year)) {
      const context = folded.slice(Math.max(0, found.span[0] - 160), found.span[0]);
      const sentence = context.slice(Math.max(context.lastIndexOf('. '), context.lastIndexOf('; ')) + 1);
      const against = NOT_ABOUT.test(sentence) || /\($/.test(sentence.trimEnd());
      let score = 0;
      if (timed) score += 4;
      if (opened) score += 3;
      if (ABOUT.test(sentence)) score += 2;
      if (found.from === 'issue') score += 2;
      if (against) score -= 5;
      if (found.from === null && !timed && !opened && !/phat dong|phong trao|dot thi dua/.test(sentence)) score -= 2;
      const placed: PeriodFound = { ...found, span: [line.start + found.span[0], line.start + found.span[1]] };
      if (score < 2) continue;
      if (timed && /giai doan|dot \d|dot [ivx]+/.test(folded.slice(0, 30))) phases = widen(phases, placed);
      if (best === null || score > best.score) best = { found: placed, score };
    }
  }
  if (phases && best && best.score < 9 && phases.from !== phases.until) return phases;
  return best?.found ?? periodOfTitle(doc, about.title);
}

/** Several phases one after the other make one period. */
function widen(all: PeriodFound | null, next: PeriodFound): PeriodFound {
  if (!all) return next;
  const until =
    all.until !== null && next.until !== null && next.until < all.until ? all.until : (next.until ?? all.until);
  return { from: all.from ?? next.from, until, span: [all.span[0], next.span[1]] };
}

const YEARS = /(?:giai đoạn|nhiệm kỳ)\s(20\d\d)\s?[-–]\s?(20\d\d)/u;
const SCHOOL_YEAR = /năm học\s(20\d\d)\s?[-–]\s?(20\d\d)/iu;

/** "giai đoạn 2026 - 2030", "năm học 2025 - 2026" in the title. */
function periodOfTitle(doc: JoinedText, title: string | null): PeriodFound | null {
  if (title === null) return null;
  const at = doc.text.indexOf(title);
  const school = SCHOOL_YEAR.exec(title);
  const years = YEARS.exec(title);
  const match = school ?? years;
  if (!match?.[1] || !match[2] || Number(match[2]) <= Number(match[1])) return null;
  const start = Math.max(at, 0) + match.index;
  const span: Span = [start, start + match[0].length];
  return school
    ? { ...schoolYear(match[1], match[2]), span }
    : { from: `${match[1]}-01-01`, until: `${match[2]}-12-31`, span };
}

/** A school year opens on 5 September and closes by the end of May. */
const schoolYear = (first: string, second: string): ReadPeriod => ({
  from: `${first}-09-05`,
  until: `${second}-05-31`,
});

const FROM_NOW =
  /(?:(?:kể|bắt đầu|tính) )?từ (?:nay|khi ban hành|khi phát động|ngày ký|ngày ban hành|ngày phát động|khi có kế hoạch)(?: ban hành| ký)?(?: (?:Kế hoạch|Chỉ thị|văn bản|Quyết định))?(?: này)?/giu;
const TO = /^[\s,]{0,3}(?:và )?(?:cho )?(?:kết thúc(?: vào)?|đến|tới|-|–)(?: khi)?(?: hết)?(?: thời điểm)?\s/u;
const UNTIL = /(?:^|[\s(,])(đến (?:hết )?|hết )(?=ngày|tháng|năm|quý|\d)/gu;

/** Ranges of time in one line, places within the line. */
function rangesIn(text: string, folded: string, year: number | null): PeriodFound[] {
  const found: PeriodFound[] = [];
  const ends = endsIn(text, folded, year);
  const used = new Set<End>();
  const endAfter = (at: number, reach: number): End | undefined =>
    ends.find((end) => end.span[0] >= at && end.span[0] <= at + reach);
  for (const match of text.matchAll(FROM_NOW)) {
    const end = endAfter(match.index + match[0].length, 40);
    if (!end || !TO.test(`${text.slice(match.index + match[0].length, end.span[0])} `)) continue;
    used.add(end);
    found.push({ from: 'issue', until: end.iso, span: [match.index, end.span[1]] });
  }
  for (const [i, start] of ends.entries()) {
    const end = ends[i + 1];
    const before = text.slice(Math.max(0, start.span[0] - 12), start.span[0]);
    // At the start of a line or behind a colon "từ" may be left out.
    const said = /(?:từ|Từ)(?: ngày| hết)?\s{0,2}$/u.exec(before);
    if (!end || used.has(end) || !(said || /^[\s\-–+•]*$|:\s?$/u.test(before))) continue;
    if (!TO.test(text.slice(start.span[1], end.span[0] + 1).replace(/\s?$/, ' '))) continue;
    used.add(start).add(end);
    const begin = firstDay(text.slice(...start.span), end.iso, start.iso);
    found.push({
      from: begin,
      until: end.iso,
      span: [said ? start.span[0] - before.length + said.index : start.span[0], end.span[1]],
    });
  }
  for (const match of text.matchAll(UNTIL)) {
    const at = match.index + match[0].length;
    const end = endAfter(at, 0);
    if (!end || used.has(end) || end.iso === null) continue;
    used.add(end);
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    found.push({ from: null, until: end.iso, span: [start, end.span[1]] });
  }
  const school = SCHOOL_YEAR.exec(text);
  if (school?.[1] && school[2] && Number(school[2]) === Number(school[1]) + 1)
    found.push({ ...schoolYear(school[1], school[2]), span: [school.index, school.index + school[0].length] });
  return found;
}

const QUARTER = /quý\s(IV|III|II|I|[1-4])(?:\s?[/-]\s?|\snăm\s|\s)(20\d\d)/giu;
const YEAR_END = /(?:năm|hết năm|cuối năm)\s(20\d\d)(?!\s?[-–]\s?20)/giu;

/** Points of time: dates, months, quarters and years, each by its last day. */
function endsIn(text: string, folded: string, year: number | null): End[] {
  const dates = findDates(text);
  const ends: End[] = dates.map((date) => ({ iso: lastDay(date, year), span: date.span }));
  for (const match of text.matchAll(QUARTER)) {
    const quarter = ['I', 'II', 'III', 'IV'].indexOf((match[1] ?? '').toUpperCase()) + 1 || Number(match[1]);
    ends.push({ iso: endOfQuarter(Number(match[2]), quarter), span: [match.index, match.index + match[0].length] });
  }
  for (const match of text.matchAll(/tháng\s(\d{1,2})(?![\d/]|\s?(?:năm|[-/])\s?\d)/giu)) {
    // "từ tháng 01 đến hết tháng 12 năm 2026": the first month takes the year of the second.
    const next = dates.find((date) => date.span[0] > match.index && date.span[0] < match.index + 40);
    const of = next?.year ?? year;
    if (of === null || dates.some((date) => date.span[0] <= match.index && match.index < date.span[1])) continue;
    ends.push({ iso: endOfMonth(of, Number(match[1])), span: [match.index, match.index + match[0].length] });
  }
  if (folded.includes('het nam') || folded.includes('cuoi nam') || folded.includes('den nam'))
    for (const match of text.matchAll(YEAR_END)) {
      const inside = ends.some((end) => end.span[0] <= match.index && match.index < end.span[1]);
      if (!inside) ends.push({ iso: `${match[1]}-12-31`, span: [match.index, match.index + match[0].length] });
    }
  return ends.sort((a, b) => a.span[0] - b.span[0]);
}

function lastDay(date: TextDate, year: number | null): string | null {
  const of = date.year ?? year;
  if (date.iso !== null) return date.iso;
  if (of === null || date.month === null) return null;
  return date.day === null ? endOfMonth(of, date.month) : isoDate(of, date.month, date.day);
}

/** A period "từ tháng 01" begins on the first of the month; a day and month without a year take that of the end. */
function firstDay(printed: string, until: string | null, iso: string | null): string | null {
  const month = /^tháng\s{0,2}(\d{1,2})/iu.exec(printed);
  if (month && iso !== null) return `${iso.slice(0, 7)}-01`;
  const quarter = /^quý/iu.test(printed);
  if (quarter && iso !== null) return `${iso.slice(0, 5)}${String(Number(iso.slice(5, 7)) - 2).padStart(2, '0')}-01`;
  const dayMonth = /(\d{1,2})\s?[/-]\s?(\d{1,2})$/.exec(printed);
  if (iso === null && until !== null && dayMonth && !/\d{4}/.test(printed))
    return isoDate(Number(until.slice(0, 4)), Number(dayMonth[2]), Number(dayMonth[1]));
  return iso;
}
