/** Anniversaries with their first and present day: "kỷ niệm 115 năm … (28/6/1909 - 28/6/2024)". */

import { dateParts, findDates } from '../text/dates.ts';
import type { JoinedText } from './blocks.ts';
import type { Anniversary, Span } from './reading.ts';

/** Longer lines are no paragraphs. */
const LONGEST_LINE = 20_000;
const YEARS = /(?<![\d.,/-])(\d{1,4})\s(?:năm|NĂM)(?:\s(?:kỷ niệm|Kỷ niệm|ngày|Ngày)){0,2}\s(?=\p{L})/gu;
const BRACKET = /\(([^()]{9,60})\)/gu;
const YEAR_RANGE = /^\s?(1\d{3}|20\d{2})\s?[-–]\s?(20\d{2}|1\d{3})\s?$/;
const NOT_ANNIVERSARY = /^(?:giai đoạn|nhiệm kỳ|kế hoạch|qua|tới|tiếp|liền|học|liên tục|tù|20\d\d|19\d\d)/u;

/** Finds the anniversaries whose days are given, and says whether they agree with the number of years. */
export function findAnniversaries(doc: JoinedText, body: readonly number[]): Anniversary[] {
  const found: Anniversary[] = [];
  for (const at of body) {
    const line = doc.lines[at];
    if (!line?.text.includes('(') || line.text.length > LONGEST_LINE) continue;
    const counts = [...line.text.matchAll(YEARS)];
    let used = -1;
    for (const match of line.text.matchAll(BRACKET)) {
      const range = rangeOf(match[1] ?? '');
      if (!range) continue;
      // The nearest number of years before the bracket, with the event between them.
      const before = counts
        .filter((count) => count.index > used && count.index < match.index && match.index - count.index < 260)
        .at(-1);
      used = match.index;
      if (!before) continue;
      const eventStart = before.index + (before[1]?.length ?? 0) + 4;
      const event = line.text.slice(eventStart, match.index).trim();
      if (event.length < 4 || NOT_ANNIVERSARY.test(event) || /[;.]\s/.test(event)) continue;
      const span: Span = [line.start + before.index, line.start + match.index + match[0].length];
      found.push({
        event,
        ...compare(Number(before[1]), range),
        quote: doc.text.slice(...span),
        span,
        confidence: 0.9,
      });
    }
  }
  return found;
}

function rangeOf(inside: string): { from: string; until: string } | null {
  const dates = findDates(inside);
  const [first, second] = dates;
  if (first?.iso && second?.iso && dates.length === 2 && first.iso < second.iso)
    return { from: first.iso, until: second.iso };
  // "(19/8 - 02/9/2025)" and "(2021 - 2025)" are no anniversary; "(1945 - 2025)" is one of years only.
  const years = YEAR_RANGE.exec(inside);
  if (!years?.[1] || !years[2] || Number(years[2]) - Number(years[1]) < 10) return null;
  return { from: years[1], until: years[2] };
}

function compare(years: number, { from, until }: { from: string; until: string }) {
  const a = dateParts(from);
  const b = dateParts(until);
  if (!a || !b) {
    const computedYears = Number(until) - Number(from);
    return { years, from, until, computedYears, consistent: computedYears === years };
  }
  const whole = b.month > a.month || (b.month === a.month && b.day >= a.day);
  const computedYears = b.year - a.year - (whole ? 0 : 1);
  return { years, from, until, computedYears, consistent: computedYears === years };
}
