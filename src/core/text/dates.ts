/**
 * Dates as Vietnamese documents write them: 07/4/2014, "ngày 07/4/ 2014", "ngày 12 tháng 01 năm 2026",
 * "ngày   tháng 01 năm 2026", "tháng 10/2024". Calendar dates are 'YYYY-MM-DD'.
 */

export type DateForm = 'figures' | 'words' | 'month' | 'day-month';

export type TextDate = {
  /** From the first figure or the word before it ("ngày", "tháng") to the last figure. */
  span: readonly [start: number, end: number];
  year: number | null;
  month: number | null;
  day: number | null;
  /** Null when a part is missing or the day does not exist (31/02/2026). */
  iso: string | null;
  form: DateForm;
};

/** Days of a month in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** 'YYYY-MM-DD', or null when a part is missing or there is no such day. */
export function isoDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null) return null;
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** The parts of 'YYYY-MM-DD', or null for anything else. */
export function dateParts(iso: string): { year: number; month: number; day: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isoDate(year, month, day) === null ? null : { year, month, day };
}

/** Last day of a month as 'YYYY-MM-DD', or null when there is no such month. */
export function endOfMonth(year: number, month: number): string | null {
  return month < 1 || month > 12 ? null : isoDate(year, month, daysInMonth(year, month));
}

/** Last day of a quarter (1 to 4) as 'YYYY-MM-DD'. */
export function endOfQuarter(year: number, quarter: number): string | null {
  return endOfMonth(year, quarter * 3);
}

/** "07/4/2014": days below 10 and the months 1 and 2 take a zero, as official documents write them. */
export function formatDate(iso: string): string {
  const parts = dateParts(iso);
  if (!parts) return iso;
  return `${two(parts.day)}/${parts.month < 3 ? two(parts.month) : parts.month}/${parts.year}`;
}

/** "ngày 07 tháng 4 năm 2014". */
export function formatDateInWords(iso: string): string {
  const parts = dateParts(iso);
  if (!parts) return iso;
  return `ngày ${two(parts.day)} tháng ${parts.month < 3 ? two(parts.month) : parts.month} năm ${parts.year}`;
}

const BLANK = '[ .…_]{0,24}';
const FIGURES = String.raw`(?:ngày {1,4})?(?<d1>\d{1,2}) {0,2}(?<s1>[/.-]) {0,2}(?<m1>\d{1,2}) {0,2}[/.-] {0,2}(?<y1>\d{4})(?![\d])`;
const WORDS = String.raw`(?:ngày {0,4}(?<d2>\d{1,2})?${BLANK}|(?<d3>\d{1,2}) {1,2})tháng {0,4}(?<m2>\d{1,2})?${BLANK}(?:(?:năm|/|-) {0,4}(?<y2>\d{4})?(?:[.…_]{1,20}|(?:19|20)\d{0,1}(?!\d))?)`;
const MONTH = String.raw`tháng {0,2}(?<m3>\d{1,2}) {0,2}(?:năm {0,2}|[/-] {0,2}|, {0,2}năm {0,2})(?<y3>\d{4})(?!\d)`;
const DAY_MONTH = String.raw`ngày {1,4}(?<d4>\d{1,2}) {0,2}(?:[/-] {0,2}|tháng {0,2})(?<m4>\d{1,2})(?![\d/])`;
const ANY_DATE = new RegExp(`${WORDS}|${FIGURES}|${MONTH}|${DAY_MONTH}`, 'giu');

/** Every date in a text, in order. Parts left blank for the pen are null. */
export function findDates(text: string): TextDate[] {
  const dates: TextDate[] = [];
  // Without a figure only a date left blank for the pen is one, and it names its month.
  if (!/\d/.test(text) && !/tháng/iu.test(text)) return dates;
  for (const match of text.matchAll(ANY_DATE)) {
    const date = toDate(match);
    if (date && !isInsideNumber(text, date.span)) dates.push(date);
  }
  return dates;
}

/** A date that is the tail of a longer number ("1.314.3.2026") is none. */
function isInsideNumber(text: string, span: TextDate['span']): boolean {
  if (!/\d/.test(text[span[0]] ?? '')) return false;
  return /\d[/.,]?$/.test(text.slice(Math.max(0, span[0] - 2), span[0]));
}

function toDate(match: RegExpExecArray): TextDate | null {
  const { d1, d2, d3, d4, m1, m2, m3, m4, y1, y2, y3 } = match.groups ?? {};
  const first = (...printed: (string | undefined)[]): number | null => {
    const found = printed.find((text) => text !== undefined);
    return found === undefined ? null : Number(found);
  };
  const year = first(y1, y2, y3);
  const month = first(m1, m2, m3, m4);
  const day = first(d1, d2, d3, d4);
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null;
  const form: DateForm =
    d1 !== undefined ? 'figures' : m3 !== undefined ? 'month' : d4 !== undefined ? 'day-month' : 'words';
  const end = match.index + match[0].trimEnd().length;
  return { span: [match.index, end], year, month, day, iso: isoDate(year, month, day), form };
}

/** The date that begins at a place of the text or a few blanks after it, or null. */
export function dateAt(text: string, at: number): TextDate | null {
  const window = text.slice(at, at + 90);
  const lead = window.length - window.trimStart().length;
  ANY_DATE.lastIndex = 0;
  const match = ANY_DATE.exec(window);
  if (!match || match.index !== lead) return null;
  const date = toDate(match);
  return date ? { ...date, span: [at + date.span[0], at + date.span[1]] } : null;
}
