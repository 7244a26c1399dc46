/** Who is asked for which figure of a movement, and for which periods. */

import { natureOf, targetDays } from '../../core/rules/measurements.ts';
import { periodsOf, type ReportingPeriod } from '../../core/rules/periods.ts';
import type { GoalFigure } from '../../core/rules/targets.ts';
import { type FigureTarget, figureTargets, type MovementFacts } from '../movements/facts.ts';
import type { Read } from '../read.ts';
import { type ShareFacts, sharesOf } from './facts.ts';

export type Unit = { id: string; name: string };

/** A target with a figure, the units that report for it and the periods in which they do. */
export type AskedFigure = FigureTarget & {
  figure: GoalFigure;
  units: (Unit & { share: string | null })[];
  periods: ReportingPeriod[];
  /** A ratio of sums is asked for by part and whole, so that it can be put together above. */
  asFraction: boolean;
};

/** What of a movement says who is asked and when. */
export type Asking = Pick<MovementFacts, 'id' | 'organisationId' | 'organisationName' | 'kind' | 'period' | 'year'>;

/**
 * Targets with a figure; one that was never split is reported by the launcher itself. Asked for one unit, whether it is
 * among the units is right, and how many others there are is not.
 */
export async function askedFigures(
  read: Read,
  movement: Asking,
  organisationId: string | null = null,
): Promise<AskedFigure[]> {
  const targets = await figureTargets(read, { movementId: movement.id });
  const shares = await sharesOf(
    read,
    targets.map(({ id }) => id),
    organisationId,
  );
  return targets.flatMap((target) => {
    const { figure } = target;
    if (figure === null) return [];
    const units = unitsOf(target, movement, shares);
    const asFraction = asksFraction({ ...target, figure }, units.length);
    return [
      { ...target, figure, units, periods: periodsOf(target.dataPeriod, targetDays(target, movement)), asFraction },
    ];
  });
}

function unitsOf(target: FigureTarget, movement: Asking, shares: readonly ShareFacts[]): AskedFigure['units'] {
  const own = shares.filter(({ targetId }) => targetId === target.id);
  if (own.length === 0) return [{ id: movement.organisationId, name: movement.organisationName, share: null }];
  return own.map(({ organisationId, name, value }) => ({ id: organisationId, name, share: value }));
}

type Counted = Pick<FigureTarget, 'figure' | 'indicator' | 'ownIndicator'>;

function asksFraction({ figure, indicator, ownIndicator }: Counted & { figure: GoalFigure }, units: number): boolean {
  if (figure.measure === 'fraction' || figure.numerator !== null) return true;
  return units > 1 && figure.unit === '%' && natureOf({ figure, indicator, ownIndicator }).how === 'ratio-of-sums';
}

/** The figure that can be shared out: an amount that adds up over units. Null for all others. */
export function wholeOf({ figure, indicator, ownIndicator }: Counted): string | null {
  if (figure === null || figure.value === null || figure.measure !== 'amount') return null;
  return natureOf({ figure, indicator, ownIndicator }).how === 'sum' ? figure.value : null;
}

/** Whether a cumulative figure may not fall: flows add up over the year. */
export const addsUp = ({ figure, indicator, ownIndicator }: Counted): boolean =>
  natureOf({ figure, indicator, ownIndicator }).nature === 'flow';
