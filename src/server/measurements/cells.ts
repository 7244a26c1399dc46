/** A kept figure as the screens show it, with both of its forms and what looks like a slip. */

import type { z } from 'zod';
import type { FigureCell } from '../../contract/measurements.ts';
import { addYears } from '../../core/rules/calendar.ts';
import { doubtsOf } from '../../core/rules/figure-entry.ts';
import { type EnteredPeriod, type SeriesPoint, seriesOf } from '../../core/rules/figure-series.ts';
import { missingNames } from '../../core/rules/target-details.ts';
import { type AskedFigure, addsUp } from './asked.ts';
import type { KeptFigure } from './facts.ts';

export type CellOut = z.input<typeof FigureCell>;
type Period = { from: string; until: string };

const same = (one: Period, other: Period) => one.from === other.from && one.until === other.until;

/** The figures of one unit for one target as a series over its periods. */
export function seriesFor(
  asked: AskedFigure,
  kept: readonly Pick<KeptFigure, 'from' | 'until' | 'entered' | 'enteredAs'>[],
): SeriesPoint[] {
  const entered = kept.flatMap((figure): EnteredPeriod[] =>
    figure.entered === null
      ? []
      : [{ from: figure.from, until: figure.until, value: figure.entered, enteredAs: figure.enteredAs }],
  );
  return seriesOf(asked.periods, entered);
}

export type CellFacts = {
  figure: CellOut | null;
  before: string | null;
  lastYear: string | null;
};

/**
 * One cell of the grid: what is there, what was there the period before and a year before. `yearAgo` is what last year's
 * movement says, for a target that has no figure of that time itself.
 */
export function cellOf(
  asked: AskedFigure,
  period: Period,
  kept: readonly KeptFigure[],
  share: string | null,
  yearAgo: string | null = null,
): CellFacts {
  const points = seriesFor(asked, kept);
  const at = points.findIndex((point) => same(point, period));
  const before = points.slice(0, Math.max(0, at)).findLast((point) => point.cumulative !== null)?.cumulative ?? null;
  const lastYear = kept.find(({ until }) => until === addYears(period.until, -1))?.value ?? yearAgo;
  const figure = kept.find((one) => same(one, period));
  if (!figure) return { figure: null, before, lastYear };
  const point = points[at];
  const cumulative = point?.cumulative ?? null;
  return {
    figure: {
      id: figure.id,
      version: figure.version,
      state: figure.state,
      entered: figure.entered,
      enteredAs: figure.enteredAs,
      numerator: figure.numerator,
      denominator: figure.denominator,
      periodValue: point?.periodValue ?? null,
      cumulative,
      estimated: figure.estimated,
      note: figure.note,
      saidBy: figure.saidBy,
      returnedReason: figure.returnedReason,
      correctionReason: figure.correctionReason,
      doubts: doubtsOf({ cumulative, before, target: share, addsUp: addsUp(asked) }),
      at: figure.at,
      byPost: figure.byPost,
      earlier: figure.earlier,
      ticked: figure.ticked,
      missingNames: missingNames(asked.things, figure.ticked, figure.numerator),
    },
    before,
    lastYear,
  };
}
