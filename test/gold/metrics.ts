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

/**
 * What must be reached: pooled, every field with its figure; for each file only the fields that are not yet as they
 * should be. A field of a file that is not listed has to be right altogether.
 */
export type Floors = { pooled: Record<string, number>; documents: Record<string, Record<string, number>> };

/** Remarks that no gold asks for are tolerated up to this many in a document. */
const MOST_INFOS = 15;

export const whole = (field: string): number =>
  field === 'other-infos' ? -MOST_INFOS : field === 'false-alarms' ? 0 : 1;

/** The fields of a file's score that stand below their floor. */
export function belowFloor(metrics: Record<string, number>, floors: Record<string, number>): string[] {
  return [...new Set([...Object.keys(metrics), ...Object.keys(floors)])].flatMap((name) => {
    const floor = floors[name] ?? whole(name);
    const reached = metrics[name];
    if (reached === undefined) return floors[name] === undefined ? [] : [`${name} is not judged any more`];
    return reached < floor ? [`${name} ${reached} < ${floor}`] : [];
  });
}

/** Floors of a file raised to what is reached; a file without floors gets those it has reached. */
export function raised(
  floors: Record<string, number> | undefined,
  metrics: Record<string, number>,
): Record<string, number> {
  const entries = Object.entries(metrics).flatMap(([name, reached]): [string, number][] => {
    const floor = floors ? (floors[name] ?? whole(name)) : reached;
    const next = Math.max(floor, reached);
    return next < whole(name) ? [[name, next]] : [];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
