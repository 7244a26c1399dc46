/**
 * Figures put together upwards. What is kept for an organisation are sums that can be put together again one level
 * higher without loss; which of them is the figure, the indicator says.
 */

import { Decimal } from 'decimal.js';
import type { Indicator } from './indicators.ts';
import type { RolledUp, RollUp } from './progress.ts';
import { convert } from './unit-conversion.ts';

const Exact = Decimal.clone({ precision: 60 });

/** What is kept of the figures below an organisation, in the first unit of the indicator; exact decimals. */
export type RolledSums = {
  total: string | null;
  greatest: string | null;
  latest: string | null;
  numerator: string | null;
  denominator: string | null;
  /** Values times weights, and the weights, of those that have both. */
  weighted: string | null;
  weight: string | null;
  /** How many were judged by their own target, and met it. */
  judged: number;
  met: number;
  reported: number;
  asked: number;
};

/** Places of a mean; more than any figure is told with. */
const PLACES = 9;

/** By whose figures places are compared with each other per head. */
export const POPULATION = 'dan_so';
/** "Trên 1.000 dân": so many heads. */
export const HEADS = 1_000;

/** The figure that the sums give; nothing for what is never put together, whose coverage is known all the same. */
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
    case 'weighted-mean':
      return { ...none, value: meanOf(sums) };
    case 'share-of-units':
      return sums.judged > 0 ? { ...none, numerator: String(sums.met), denominator: String(sums.judged) } : none;
    case 'none':
      return none;
  }
}

function meanOf({ weighted, weight }: RolledSums): string | null {
  if (weighted === null || weight === null || new Exact(weight).isZero()) return null;
  return new Exact(weighted).div(weight).toDecimalPlaces(PLACES).toFixed();
}

/**
 * What a figure in `unit` has to be multiplied by to stand in the first unit of its indicator; null where the two are
 * not of one kind or the indicator is in no catalogue; then the figure is not put together.
 */
export function unitFactor(indicator: Pick<Indicator, 'units'> | undefined, unit: string | null): string | null {
  const first = indicator?.units[0];
  return first === undefined ? null : convert('1', unit, first);
}
