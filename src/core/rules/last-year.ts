/** Last year's course of a flow: how much of a year is usually done by a day, where last year's figures are known. */

import { Decimal } from 'decimal.js';
import { daysInMonth } from '../text/dates.ts';
import { addDays, addYears, daysBetween } from './calendar.ts';
import type { DatedFigure } from './forecast.ts';
import type { Days } from './periods.ts';

const Exact = Decimal.clone({ precision: 60 });

/** More days than this are no year, and a year before them says nothing of their course. */
const A_YEAR = 366;

/** The same day a year earlier; the last day of a month stays the last. */
export function sameDayLastYear(day: string): string {
  const before = addYears(day, -1);
  if (addDays(day, 1).slice(0, 7) === day.slice(0, 7)) return before;
  const [year = 0, month = 1] = before.split('-').map(Number);
  return `${before.slice(0, 8)}${daysInMonth(year, month)}`;
}

/** The days of last year whose figures tell the share of these days. */
export const daysForShare = (days: Days, on: readonly string[]): string[] =>
  daysBetween(days.from, days.until) >= A_YEAR ? [] : [...new Set([...on, days.until].map(sameDayLastYear))];

/**
 * S(m): last year's cumulative figure on the same day over that of its whole year, between 0 and 1; null where either
 * is not known, or the year brought nothing.
 */
export function shareOfLastYear(lastYear: readonly DatedFigure[], days: Days, day: string): string | null {
  if (daysForShare(days, []).length === 0) return null;
  const on = (wanted: string) => lastYear.find((one) => one.on === sameDayLastYear(wanted))?.value;
  const [by, whole] = [on(day), on(days.until)];
  if (by === undefined || whole === undefined) return null;
  const share = new Exact(whole).lte(0) ? null : new Exact(by).div(whole);
  return share === null || share.lt(0) || share.gt(1) ? null : share.toString();
}
