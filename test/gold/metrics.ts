import type { Score } from './bench.ts';

/** Adds up the counts of several documents. */
export function addUp(scores: Score[]): Score {
  const total: Score = { tallies: {}, shares: {}, faults: [] };
  for (const { tallies, shares } of scores) {
    for (const [name, one] of Object.entries(tallies)) {
      const sum = total.tallies[name] ?? { found: 0, missed: 0, extra: 0 };
      total.tallies[name] = {
        found: sum.found + one.found,
        missed: sum.missed + one.missed,
        extra: sum.extra + one.extra,
      };
    }
    for (const [name, one] of Object.entries(shares)) {
      const sum = total.shares[name] ?? { right: 0, of: 0 };
      total.shares[name] = { right: sum.right + one.right, of: sum.of + one.of };
    }
  }
  return total;
}

/** Counts of what should not be there at all: fewer is better, so they are held as negative numbers. */
const UNWANTED = ['false-alarms', 'other-infos'];

/** Each field of a score as one number that may only rise: F1, share of right ones, or minus the count of unwanted ones. */
export function metricsOf({ tallies, shares }: Score): Record<string, number> {
  const metrics: Record<string, number> = {};
  for (const [name, { found, missed, extra }] of Object.entries(tallies)) {
    const all = 2 * found + missed + extra;
    if (UNWANTED.includes(name)) metrics[name] = extra === 0 ? 0 : -extra;
    else metrics[name] = all === 0 ? 1 : round((2 * found) / all);
  }
  for (const [name, { right, of }] of Object.entries(shares)) if (of > 0) metrics[name] = round(right / of);
  return metrics;
}

/** Down to four places, so that a floor taken from a score never stands above it. */
const round = (value: number): number => Math.floor(value * 10_000) / 10_000;

export type Floors = { pooled: Record<string, number>; documents: Record<string, Record<string, number>> };

/** The fields of a score that stand below their floor. */
export function belowFloor(metrics: Record<string, number>, floors: Record<string, number>): string[] {
  return Object.entries(floors)
    .filter(([name, floor]) => (metrics[name] ?? Number.NEGATIVE_INFINITY) < floor)
    .map(([name, floor]) => `${name} ${metrics[name] ?? 'not judged'} < ${floor}`);
}
