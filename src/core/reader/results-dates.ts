/** Of which time a figure speaks: the year of its clause, the day or the end of its period. */

import { means, meansAll, type Token } from './figures-tokens.ts';
import type { Range } from './figures-words.ts';

/** The last year named before the figure, not as what it is compared with and not a term. */
export function leadingYear(tokens: Token[], [from, to]: Range): number | null {
  let inside = false;
  for (let at = to - 1; at > from; at--) {
    if (tokens[at]?.text === ')') inside = true;
    else if (tokens[at]?.text === '(') inside = false;
    if (inside) continue;
    if (!/^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '')) continue;
    if (
      !means(tokens[at - 1], 'năm') ||
      ['với', 'so', 'bằng', 'như', 'từ', 'sánh', 'quả', '('].includes(tokens[at - 2]?.low ?? '')
    )
      continue;
    return Number(tokens[at]?.text);
  }
  return null;
}

/** The day or the end of the period a result speaks of, as an ISO date: "6 tháng đầu năm 2026", "đến 30/6/2026". */
export function asOfIn(tokens: Token[], [from, to]: Range, year: number | null): string | null {
  for (let at = to - 1; at >= from; at--) {
    const date = dateAt(tokens, at);
    if (date && !means(tokens[at - 1], 'từ')) return date;
    const part = partOfYear(tokens, at, year);
    if (part) return part;
    if (means(tokens[at], 'năm') && /^20\d\d$/.test(tokens[at + 1]?.text ?? '') && isWholeYear(tokens, at)) {
      return `${tokens[at + 1]?.text}-12-31`;
    }
  }
  return null;
}

function isWholeYear(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  return !(
    means(before, 'với') ||
    means(before, 'so') ||
    means(before, 'đầu') ||
    means(before, 'tháng') ||
    before?.kind === 'number'
  );
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Last day of a month, by the Gregorian calendar. */
function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 30/6/2026 */
function dateAt(tokens: Token[], at: number): string | null {
  const [day, slash, month, again, year] = tokens.slice(at, at + 5);
  if (slash?.text !== '/' || again?.text !== '/' || !/^20\d\d$/.test(year?.text ?? '')) return null;
  const [d, m] = [Number(day?.text), Number(month?.text)];
  if (!(d >= 1 && m >= 1 && m <= 12 && d <= lastDay(Number(year?.text), m))) return null;
  return `${year?.text}-${pad(m)}-${pad(d)}`;
}

const ROMAN_QUARTERS = ['I', 'II', 'III', 'IV'];

/** "6 tháng đầu năm 2026", "9 tháng năm 2026", "quý III năm 2026", "quý I/2026", "tháng 5/2026". */
function partOfYear(tokens: Token[], at: number, fallback: number | null): string | null {
  const yearNear = (from: number): number | null => {
    for (let next = from; next < from + 4; next++)
      if (/^20\d\d$/.test(tokens[next]?.text ?? '')) return Number(tokens[next]?.text);
    return fallback;
  };
  const end = (months: number, year: number | null): string | null =>
    year === null || months < 1 || months > 12 ? null : `${year}-${pad(months)}-${pad(lastDay(year, months))}`;
  const token = tokens[at];
  if (token?.kind === 'number' && meansAll(tokens, at + 1, ['tháng', 'đầu']))
    return end(Number(token.text), yearNear(at + 3));
  if (token?.kind === 'number' && means(tokens[at + 1], 'tháng') && means(tokens[at + 2], 'năm'))
    return end(Number(token.text), yearNear(at + 3));
  if (means(token, 'quý')) {
    const quarter = ROMAN_QUARTERS.indexOf(tokens[at + 1]?.text ?? '') + 1 || Number(tokens[at + 1]?.text);
    return quarter >= 1 && quarter <= 4 ? end(quarter * 3, yearNear(at + 2)) : null;
  }
  if (means(token, 'tháng') && tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.text === '/')
    return end(Number(tokens[at + 1]?.text), yearNear(at + 3));
  return null;
}
