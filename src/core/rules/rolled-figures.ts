/**
 * Figures put together upwards. What is kept for an organisation are sums that can be put together again one level
 * higher without loss; which of them is the figure, the indicator says.
 */

import type { Indicator } from './indicators.ts';
import type { RolledUp, RollUp } from './progress.ts';
import { convert } from './unit-conversion.ts';

/** What is kept of the figures below an organisation, in the first unit of the indicator; exact decimals. */
export type RolledSums = {
  total: string | null;
  greatest: string | null;
  latest: string | null;
  numerator: string | null;
  denominator: string | null;
  reported: number;
  asked: number;
};

/**
 * The figure that the sums give. Nothing for means and shares of units, which need more than sums, and for what is
 * never put together; their coverage is known all the same.
 */
export function rolledFigure(how: RollUp, sums: RolledSums): RolledUp {
  const coverage = { reported: sums.reported, of: sums.asked };
  const none = { value: null, numerator: null, denominator: null, coverage };
  switch (how) {
    case 'sum':
      return { ...none, value: sums.total };
    case 'maximum':
      return { ...none, value: sums.greatest };
    case 'last':
      return { ...none, value: sums.latest };
    case 'ratio-of-sums':
      return { ...none, numerator: sums.numerator, denominator: sums.denominator };
    default:
      return none;
  }
}

/**
 * What a figure in `unit` has to be multiplied by to stand in the first unit of its indicator; null where the two are
 * not of one kind or the indicator is in no catalogue; then the figure is not put together.
 */
export function unitFactor(indicator: Pick<Indicator, 'units'> | undefined, unit: string | null): string | null {
  const first = indicator?.units[0];
  return first === undefined ? null : convert('1', unit, first);
}
