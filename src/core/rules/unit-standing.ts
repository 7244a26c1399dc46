/** Where one of many units stands with what it answers for; never red for a figure that need not be there yet. */

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
 * A unit that has sent what is due is judged by today. While the newest period may still be sent, its last figure is
 * judged by the day it stands for; once that time has passed the figure is missing, whatever was sent before.
 */
export function unitStandingOf(
  target: MeasuredTarget,
  movement: MeasuredMovement,
  measured: readonly Measured[],
  { today, dueOn, limitsOn = () => PROGRESS_LIMITS }: UnitJudging,
): Standing {
  const days = targetDays(target, movement);
  const ended = periodsOf(target.dataPeriod, days).findLast(({ until }) => until <= today);
  const now = standingOf(target, movement, measured, today, limitsOn);
  if (!ended || target.figure === null || (now.asOf !== null && now.asOf >= ended.until)) return now;
  const silent = { attainment: null, expected: null, expectedAttainment: null, pace: null };
  if (today > dueOn(ended)) return { ...now, ...silent, verdict: 'no-data' };
  if (now.asOf === null) return { ...now, ...silent, verdict: 'not-yet-due' };
  return standingOf(target, movement, measured, now.asOf, limitsOn);
}
