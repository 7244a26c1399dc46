import { formatDate } from '../core/text/dates.ts';

/** "09:00 30/6/2026" by the clock of Vietnam, wherever the browser stands. */
export const formatMoment = (instant: string): string => momentOf(instant).join(' ');

/** The clock of Vietnam and its day: "09:00" and "30/6/2026". */
export function momentOf(instant: string): [time: string, day: string] {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return [local.slice(11, 16), formatDate(local.slice(0, 10))];
}

const UNITS = ['KB', 'MB', 'GB', 'TB'];

/** Bytes as people say them: "12,4 MB". */
export function formatBytes(bytes: string | number): string {
  let size = Number(bytes) / 1024;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toFixed(1).replace('.', ',')} ${UNITS[unit]}`;
}
