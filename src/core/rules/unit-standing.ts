/** Where one of many units stands with what it answers for; never red for a figure that need not be there yet. */

import type { DatedFigure } from './forecast.ts';
import {
  type Measured,
  type MeasuredMovement,
  type MeasuredTarget,
  type Standing,
  standingOf,
  targetDays,
} from './measurements.ts';
import { type Days, periodsOf } from './periods.ts';
import { PROGRESS_LIMITS, type ProgressLimits } from './progress.ts';

export type UnitJudging = {
  today: string;
  /** The last day on which figures of a period are in time. */
  dueOn: (period: Days) => string;
  limitsOn?: (day: string) => ProgressLimits;
};

/**
 * Where somebody stands who sends figures period by period. The last figure is measured by the day it stands for: half
 * of the year's work by the end of June is no delay in November. Once the time to send a newer one has passed, the
 * figure is missing, whatever was sent before; once the last day is over, the last figure is the result.
 */
export function unitStandingOf(
  target: MeasuredTarget,
  movement: MeasuredMovement,
  measured: readonly Measured[],
  { today, dueOn, limitsOn = () => PROGRESS_LIMITS }: UnitJudging,
  lastYear: readonly DatedFigure[] = [],
): Standing {
  const days = targetDays(target, movement);
  const ended = periodsOf(target.dataPeriod, days).filter(({ until }) => until <= today);
  const overdue = ended.findLast((period) => today > dueOn(period));
  const now = standingOf(target, movement, measured, today, limitsOn, { lastYear });
  if (target.figure === null) return now;
  const silent = { attainment: null, expected: null, expectedAttainment: null, pace: null };
  if (overdue && (now.asOf === null || now.asOf < overdue.until)) return { ...now, ...silent, verdict: 'no-data' };
  if (ended.length > 0 && now.asOf === null) return { ...now, ...silent, verdict: 'not-yet-due' };
  if (now.asOf === null || now.asOf >= days.until) return now;
  return standingOf(target, movement, measured, today, limitsOn, { paceOn: now.asOf, lastYear });
}

/** A share of an amount is the unit's plan; where none was given it answers for the target as it stands. */
export function asShared<T extends Pick<MeasuredTarget, 'figure'>>(target: T, share: string | null): T {
  if (share === null || target.figure === null) return target;
  return { ...target, figure: { ...target.figure, comparator: 'ge', value: share, low: null, high: null } };
}
