/** Where one of many units stands with what it answers for; never red for a figure that need not be there yet. */

import type { DatedFigure } from './forecast.ts';
import {
  type Measured,
  type MeasuredMovement,
  type MeasuredTarget,
  natureOf,
  type Standing,
  standingOf,
  targetDays,
} from './measurements.ts';
import { type Days, periodsOf } from './periods.ts';
import { judgeProgress, PROGRESS_LIMITS, type Progress, type ProgressLimits, type Reached } from './progress.ts';
import { figureInForce } from './target-details.ts';
import type { GoalFigure } from './targets.ts';

/** What a unit answers for: its share of a target from above, or a target of a movement it launched itself. */
type AnsweredPart = { share: string | null; own: boolean };

/** A unit's figure on a day; `base` is what it reported for the year before. */
type ToldFigure = { reached: Reached; base: string | null; on: string };

/** What a unit's figure of a day is compared with: its share, or the target as it was in force. */
export const planOn = (target: MeasuredTarget & AnsweredPart, on: string): GoalFigure | null =>
  asShared({ figure: figureInForce(target.figure, target.adjustments ?? [], on) }, target.own ? null : target.share)
    .figure;

/** A unit's own target judged by this figure as if it were the last; null without anything to compare with. */
function judgedAsLast(
  target: MeasuredTarget & AnsweredPart,
  { reached, base, on }: ToldFigure,
  limits: ProgressLimits,
): Progress | null {
  const figure = planOn(target, on);
  if (figure === null) return null;
  const facts = { figure, nature: natureOf(target).nature, base: figure.baseline?.value ?? base, reached };
  const over = { elapsed: { passed: 1, all: 1 }, ended: true, due: true, verdictGiven: null, shareLastYear: null };
  return judgeProgress({ ...facts, ...over }, limits);
}

/** Whether a unit met its own target with this figure, were it the last; null where that cannot be said. */
export function hasMet(
  target: MeasuredTarget & AnsweredPart,
  told: ToldFigure,
  limits: ProgressLimits = PROGRESS_LIMITS,
): boolean | null {
  const verdict = judgedAsLast(target, told, limits)?.verdict ?? 'no-data';
  return verdict === 'no-data' ? null : verdict !== 'missed';
}

/** How much of its own plan a unit has reached with this figure, in %; null where that cannot be said. */
export const attainedOf = (target: MeasuredTarget & AnsweredPart, told: ToldFigure): string | null =>
  judgedAsLast(target, told, PROGRESS_LIMITS)?.attainment ?? null;

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

/** Of an amount that adds up, one of several units without a share of its own has no plan: the whole is nobody's alone. */
export const hasNoPlan = (target: MeasuredTarget, share: string | null, units: number): boolean =>
  share === null && units > 1 && target.figure?.measure === 'amount' && natureOf(target).how === 'sum';

/** A share of an amount is the unit's plan; where none was given it answers for the target as it stands. */
export function asShared<T extends Pick<MeasuredTarget, 'figure'>>(target: T, share: string | null): T {
  if (share === null || target.figure === null) return target;
  return { ...target, figure: { ...target.figure, comparator: 'ge', value: share, low: null, high: null } };
}
