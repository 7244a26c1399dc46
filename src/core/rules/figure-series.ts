/** The figures of one unit for one target in the order of the periods: asked for one way, shown both (trong kỳ, lũy kế). */

import { Decimal } from 'decimal.js';
import type { Days, ReportingPeriod } from './periods.ts';

const Exact = Decimal.clone({ precision: 60 });

/** How a figure was asked for: of the period alone, or of all since the movement began. */
export const ENTERED_AS = ['period', 'cumulative'] as const;
export type EnteredAs = (typeof ENTERED_AS)[number];

export type EnteredPeriod = Days & { value: string; enteredAs: EnteredAs };

export type SeriesPoint = ReportingPeriod & {
  /** Of this period alone; null where it or what it follows from is missing. */
  periodValue: string | null;
  /** Since the movement began; null where a period before is missing and was not covered by a cumulative figure. */
  cumulative: string | null;
  /** A cumulative that is lower than the last known one before. */
  falls: boolean;
  /** Periods before this one without any figure, whose share of the cumulative is not known. */
  missingBefore: number;
};

/**
 * Both forms of each period's figure. A missing period is never taken for zero: a sum over it stays unknown until a
 * cumulative figure covers it.
 */
export function seriesOf(periods: readonly ReportingPeriod[], entered: readonly EnteredPeriod[]): SeriesPoint[] {
  let known: InstanceType<typeof Exact> | null = new Exact(0);
  let highest: InstanceType<typeof Exact> | null = null;
  let missing = 0;
  return periods.map((period) => {
    const figure = entered.find((one) => one.from === period.from && one.until === period.until);
    if (!figure) {
      known = null;
      missing += 1;
      return { ...period, periodValue: null, cumulative: null, falls: false, missingBefore: missing - 1 };
    }
    const value = new Exact(figure.value);
    const before = known;
    const cumulative: InstanceType<typeof Exact> | null =
      figure.enteredAs === 'cumulative' ? value : (before?.plus(value) ?? null);
    const own = figure.enteredAs === 'period' ? value : before && value.minus(before);
    const falls = cumulative !== null && highest !== null && cumulative.lt(highest);
    const missingBefore = figure.enteredAs === 'cumulative' ? 0 : missing;
    known = cumulative;
    if (cumulative) {
      highest = cumulative;
      missing = 0;
    }
    return {
      ...period,
      periodValue: own?.toFixed() ?? null,
      cumulative: cumulative?.toFixed() ?? null,
      falls,
      missingBefore,
    };
  });
}
