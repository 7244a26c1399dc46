/** Reporting periods (kỳ báo cáo) of a movement: the months, quarters … for which figures are asked. */

import { addDays } from './calendar.ts';
import type { PeriodKind } from './progress.ts';
import { firstWorkingDay, type SpecialDays } from './working-days.ts';

export type Days = { from: string; until: string };

/** One period; the first and the last are cut where the movement begins or ends inside them. */
export type ReportingPeriod = Days & { kind: PeriodKind };

const MONTHS: Record<Exclude<PeriodKind, 'once'>, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-months': 9,
  year: 12,
};

/** More than any movement has; a span of centuries is a slip of the pen. */
const MOST_PERIODS = 600;

/**
 * The periods of one kind from the first day to the last, in order and without gaps. Months and quarters are those of
 * the calendar, cut where the days begin or end inside them; longer ones are counted from the month of the first day:
 * the halves of a school year begin in September and in March.
 */
export function periodsOf(kind: PeriodKind, days: Days): ReportingPeriod[] {
  if (days.from > days.until) return [];
  if (kind === 'once') return [{ kind, ...days }];
  const periods: ReportingPeriod[] = [];
  let from = days.from;
  let next = firstEnd(kind, days.from);
  while (from <= days.until && periods.length < MOST_PERIODS) {
    const cut = next > days.until;
    periods.push({ kind, from, until: cut ? days.until : addDays(next, -1) });
    from = next;
    next = monthsLater(next, MONTHS[kind]);
  }
  return periods;
}

/** First day after the first period: calendar periods for those that divide a year, else so many months on. */
function firstEnd(kind: Exclude<PeriodKind, 'once'>, from: string): string {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const length = MONTHS[kind];
  const aligned = kind === 'month' || kind === 'quarter' ? month - ((month - 1) % length) : month;
  return monthsLater(firstOf(year, aligned), length);
}

const firstOf = (year: number, month: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;

function monthsLater(first: string, months: number): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const after = month - 1 + months;
  return firstOf(year + Math.floor(after / 12), (after % 12) + 1);
}

/** The period a day lies in; undefined outside of the movement. */
export function periodAt(kind: PeriodKind, days: Days, day: string): ReportingPeriod | undefined {
  return periodsOf(kind, days).find(({ from, until }) => from <= day && day <= until);
}

/** Where a period stands: still to come, running, over and to be reported. */
export type PeriodPhase = 'to-come' | 'running' | 'over';

export function phaseOf(period: Days, today: string): PeriodPhase {
  if (today < period.from) return 'to-come';
  return today <= period.until ? 'running' : 'over';
}

/**
 * The last day on which the figures of a period are in time: so many calendar days after its end (a setting of the
 * province), or the first working day after that when offices are closed then.
 */
export function reportDueOn(period: Days, daysAfter: number, special: SpecialDays): string {
  return firstWorkingDay(addDays(period.until, daysAfter), special);
}
