/** Calendar days as 'YYYY-MM-DD'. Nothing here reads the clock: the day is passed in. */

import { dateParts, daysInMonth, isoDate } from '../text/dates.ts';

/** How a document ties a day to a deadline: trước ngày, chậm nhất (đến) ngày, vào ngày, trong vòng. */
export const DUE_RELATIONS = ['before', 'by', 'on', 'within'] as const;
export type DueRelation = (typeof DUE_RELATIONS)[number];

const DAY_MS = 86_400_000;

/** Days since 1 January 1970; throws for what is no calendar day, which only a fault of the program can bring. */
function dayNumber(date: string): number {
  const parts = dateParts(date);
  if (!parts) throw new RangeError(`not a calendar day: ${date}`);
  return Date.UTC(parts.year, parts.month - 1, parts.day) / DAY_MS;
}

/** The calendar day in Vietnam (UTC+7, no summer time) at an instant. */
export function dayInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** The day so many days later (or earlier, negative). */
export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day so many years later; 29 February becomes the 28th where the year has none. */
export function addYears(date: string, years: number): string {
  const parts = dateParts(date);
  if (!parts) throw new RangeError(`not a calendar day: ${date}`);
  const year = parts.year + years;
  const moved = isoDate(year, parts.month, Math.min(parts.day, daysInMonth(year, parts.month)));
  if (moved === null) throw new RangeError(`not a calendar year: ${year}`);
  return moved;
}

/** The last day that is in time: "trước ngày 15/12" is 14/12 at the latest, every other wording includes its day. */
export function lastDay(on: string | null, relation: DueRelation | null): string | null {
  if (on === null) return null;
  return relation === 'before' ? addDays(on, -1) : on;
}

export type Period = { from: string | null; until: string | null };

/**
 * The days a movement runs: its own period where it has both ends; an end that is missing is taken from the year, so a
 * plan "năm 2026" runs from 1 January to 31 December.
 */
export function daysOf(period: Period, year: number): { from: string; until: string } {
  const from = period.from ?? `${yearOf(period.until) ?? year}-01-01`;
  const until = period.until ?? `${yearOf(period.from) ?? year}-12-31`;
  return { from, until };
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}

/** How many of the period's days have passed, today included, and how many it has. */
export function elapsedDays(days: { from: string; until: string }, today: string): { passed: number; all: number } {
  const all = Math.max(1, daysBetween(days.from, days.until) + 1);
  const passed = Math.min(all, Math.max(0, daysBetween(days.from, today) + 1));
  return { passed, all };
}
