/** Figures that a report tells, laid beside what a unit is asked for in a period. Nothing is guessed: what may mean two things is left to a person. */

import { compareDecimals } from '../text/numbers.ts';
import type { Days } from './periods.ts';
import { convert } from './unit-conversion.ts';

export type ToldResult = {
  indicator: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  unit: string | null;
  /** The day or end of the period it speaks of, or null. */
  asOf: string | null;
};

export type AskedTarget = { id: string; indicator: string | null; unit: string | null; asFraction: boolean };

/**
 * matched: one target, one figure, of this period. undated: the report does not say of when. several-figures: it says
 * different things about the target. several-targets: more than one may be meant.
 */
export const RESULT_STATES = [
  'matched',
  'undated',
  'several-figures',
  'several-targets',
  'other-period',
  'no-figure',
  'no-target',
] as const;
export type ResultState = (typeof RESULT_STATES)[number];

export type MatchedResult = {
  state: ResultState;
  /** Whom it may be written for; null where it is only listed. */
  targetId: string | null;
  /** In the target's own unit. */
  figure: { value: string | null; numerator: string | null; denominator: string | null } | null;
};

const listed = (state: ResultState): MatchedResult => ({ state, targetId: null, figure: null });

/** One answer for each result, in their order. */
export function matchResults(
  results: readonly ToldResult[],
  targets: readonly AskedTarget[],
  period: Days,
): MatchedResult[] {
  const found = results.map((result) => matchOne(result, targets, period));
  return found.map((one, at) => {
    if (one.figure === null || one.state === 'several-targets') return one;
    const differs = found.some(
      (other, place) =>
        place !== at &&
        other.targetId === one.targetId &&
        other.figure !== null &&
        !sameFigure(other.figure, one.figure),
    );
    return differs ? { ...one, state: 'several-figures' } : one;
  });
}

type Figure = NonNullable<MatchedResult['figure']>;

const sameFigure = (one: Figure, other: Figure | null): boolean =>
  other !== null &&
  (['value', 'numerator', 'denominator'] as const).every((part) => {
    const [left, right] = [one[part], other[part]];
    return left === null || right === null ? left === right : compareDecimals(left, right) === 0;
  });

function matchOne(result: ToldResult, targets: readonly AskedTarget[], period: Days): MatchedResult {
  const { indicator, asOf } = result;
  if (indicator === null) return listed('no-target');
  const meant = targets.flatMap((target) => {
    const figure = target.indicator === indicator ? figureFor(result, target) : null;
    return figure ? [{ target, figure }] : [];
  });
  const [first, ...others] = meant;
  if (!first) return listed(targets.some((target) => target.indicator === indicator) ? 'no-figure' : 'no-target');
  if (asOf !== null && (asOf < period.from || asOf > period.until)) return listed('other-period');
  if (others.length > 0) return listed('several-targets');
  return { state: asOf === null ? 'undated' : 'matched', targetId: first.target.id, figure: first.figure };
}

/** As the target asks for it; null where the units have nothing to do with each other. */
function figureFor({ value, numerator, denominator, unit }: ToldResult, target: AskedTarget): Figure | null {
  if (numerator !== null && denominator !== null) return { value: null, numerator, denominator };
  if (value === null) return null;
  const own = convert(value, unit, target.unit);
  return own === null ? null : { value: own, numerator: null, denominator: null };
}
