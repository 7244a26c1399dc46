/**
 * Working days of offices: Monday to Friday but for public holidays, and swapped days that are worked instead. Which
 * days those are is data (core/law/holidays.ts and what a province sets); nothing here reads the clock.
 */

import { addDays, type DueRelation, lastDay } from './calendar.ts';

/** Off, worked although a Saturday or Sunday, or as its weekday is although the list says otherwise. */
export const DAY_KINDS = ['holiday', 'workday', 'plain'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** Days that differ from their weekday, by 'YYYY-MM-DD'. */
export type SpecialDays = ReadonlyMap<string, DayKind>;

/** No run of days off is longer; beyond it the data are wrong. */
const LONGEST_BREAK = 60;

/** 0 for Sunday to 6 for Saturday. */
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Whether offices work on a day. */
export function isWorkingDay(day: string, special: SpecialDays): boolean {
  const kind = special.get(day) ?? 'plain';
  if (kind !== 'plain') return kind === 'workday';
  return weekday(day) % 6 !== 0;
}

function seek(from: string, step: 1 | -1, special: SpecialDays): string {
  let day = from;
  for (let left = LONGEST_BREAK; left > 0 && !isWorkingDay(day, special); left--) day = addDays(day, step);
  return day;
}

/** The day itself, or the first working day after it: where a term that ends on a day off ends (Bộ luật Dân sự, Điều 148). */
export function firstWorkingDay(day: string, special: SpecialDays): string {
  return seek(day, 1, special);
}

/** The first working day after a day. */
export function nextWorkingDay(day: string, special: SpecialDays): string {
  return seek(addDays(day, 1), 1, special);
}

/** The last working day before a day. */
export function previousWorkingDay(day: string, special: SpecialDays): string {
  return seek(addDays(day, -1), -1, special);
}

/**
 * The day so many working days after a day: the day itself does not count, as in "trong 10 ngày làm việc kể từ ngày
 * nhận". None gives the day itself.
 */
export function addWorkingDays(day: string, count: number, special: SpecialDays): string {
  let reached = day;
  for (let left = count; left > 0; left--) reached = nextWorkingDay(reached, special);
  return reached;
}

/** Working days after `from` up to and with `until`; negative days are none. */
export function workingDaysBetween(from: string, until: string, special: SpecialDays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day, special)) count += 1;
  return count;
}

/**
 * The last day on which an office can still hand in what is due: "trước ngày 15/12" is the 14th, and the working day
 * before where the 14th is a day off. Null where no day is named.
 */
export function lastWorkingDay(on: string | null, relation: DueRelation | null, special: SpecialDays): string | null {
  const last = lastDay(on, relation);
  return last === null ? null : seek(last, -1, special);
}

/** When to remind of it: on the working day before the last one. */
export function reminderDay(on: string | null, relation: DueRelation | null, special: SpecialDays): string | null {
  const last = lastWorkingDay(on, relation, special);
  return last === null ? null : previousWorkingDay(last, special);
}
