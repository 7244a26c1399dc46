/** How a target came to where it stands: every period with what was reached and what was expected then, and where it leads. */

import { Decimal } from 'decimal.js';
import { type DatedFigure, type Forecast, forecastOf } from './forecast.ts';
import { shareOfLastYear } from './last-year.ts';
import {
  type Measured,
  type MeasuredMovement,
  type MeasuredTarget,
  natureOf,
  standingOf,
  targetDays,
} from './measurements.ts';
import { type Days, periodsOf, type ReportingPeriod } from './periods.ts';
import { type Nature, PROGRESS_LIMITS, type ProgressLimits, type RollUp, type Verdict } from './progress.ts';

const Exact = Decimal.clone({ precision: 60 });

export type CoursePoint = ReportingPeriod & {
  /** As it is drawn: a part of a whole as its share. Null without a figure of this period. */
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  estimated: boolean;
  /** Where it should have stood on the last day, in the same unit. */
  expected: string | null;
  verdict: Verdict;
  coverage: { reported: number; of: number } | null;
};

export type TargetCourse = {
  nature: Nature;
  /** How the figures of units make it; null where the launcher reports it itself. */
  how: RollUp | null;
  points: CoursePoint[];
  forecast: Forecast | null;
  /** Why there is no forecast. */
  noForecast: 'too-few' | 'over' | null;
};

/** A share in the unit of the target, as it is compared; digits enough to draw and to read. */
function shareOf(numerator: string, denominator: string, unit: string | null): string {
  const share = new Exact(numerator).div(denominator);
  return (unit?.includes('%') ? share.times(100) : share).toDecimalPlaces(6).toFixed();
}

/** Last year's share by the day of each figure; null unless all of them are known and something was done by the last. */
function sharesOf(figures: readonly DatedFigure[], days: Days, lastYear: readonly DatedFigure[]): string[] | null {
  const shares = figures.flatMap(({ on }) => shareOfLastYear(lastYear, days, on) ?? []);
  return shares.length === figures.length && !new Exact(shares.at(-1) ?? 0).isZero() ? shares : null;
}

/**
 * The course of a target over the periods that have ended by today. Each point is judged as it would have been on its
 * own last day, by the figures up to then, so a figure that came late stands where it belongs.
 */
export function courseOf(
  target: MeasuredTarget,
  movement: MeasuredMovement,
  measured: readonly Measured[],
  today: string,
  limitsOn: (day: string) => ProgressLimits = () => PROGRESS_LIMITS,
  lastYear: readonly DatedFigure[] = [],
): TargetCourse {
  const days = targetDays(target, movement);
  const { nature, how } = natureOf(target);
  const unit = target.figure?.unit ?? null;
  const points = periodsOf(target.dataPeriod, days)
    .filter(({ until }) => until <= today)
    .map((period): CoursePoint => {
      const standing = standingOf(
        target,
        movement,
        measured.filter(({ until }) => until <= period.until),
        period.until,
        limitsOn,
        { lastYear },
      );
      const told = standing.asOf === period.until;
      const { numerator, denominator } = standing;
      const share = numerator !== null && denominator !== null ? shareOf(numerator, denominator, unit) : null;
      return {
        ...period,
        value: told ? (standing.actual ?? share) : null,
        numerator: told ? numerator : null,
        denominator: told ? denominator : null,
        estimated: told && standing.estimated,
        expected: standing.expected,
        verdict: told ? standing.verdict : 'no-data',
        coverage: told ? standing.coverage : null,
      };
    });
  const figures = points.flatMap(({ until, value }) => (value === null ? [] : [{ on: until, value }]));
  const reported = measured.filter(({ until }) => until >= days.from && until <= today);
  const change = reported.some(({ reportedAs }) => reportedAs === 'change');
  const isShare = !change && (target.figure?.measure === 'share' || target.figure?.measure === 'fraction');
  const forecast = forecastOf({
    nature: change ? 'rate' : nature,
    days,
    figures,
    sharesLastYear: sharesOf(figures, days, lastYear),
    isShare: isShare && unit === '%',
  });
  const own = reported.some(({ organisationId }) => movement.launcherIds.includes(organisationId));
  return {
    nature,
    how: own || reported.length === 0 ? null : how,
    points,
    forecast,
    noForecast: forecast ? null : today > days.until || figures.at(-1)?.on === days.until ? 'over' : 'too-few',
  };
}
