import type { Reading } from '../../src/core/reader/reading.ts';
import { flat, type Pairing } from './compare.ts';

/** Found and missed of what the gold names, and what was found besides it. */
export type Tally = { found: number; missed: number; extra: number };
export type Share = { right: number; of: number };

/** One document held against its gold: counts that can be added up, and a line for everything that is wrong. */
export type Score = { tallies: Record<string, Tally>; shares: Record<string, Share>; faults: string[] };

export type Bench = { reading: Reading; text: string; score: Score };

export const tallyOf = (pairing: Pairing<unknown, unknown>): Tally => ({
  found: pairing.pairs.length,
  missed: pairing.missed.length,
  extra: pairing.extra.length,
});

export function judge(score: Score, field: string, right: boolean, fault: () => string): void {
  const share = score.shares[field] ?? { right: 0, of: 0 };
  score.shares[field] = { right: share.right + (right ? 1 : 0), of: share.of + 1 };
  if (!right) score.faults.push(`${field}: ${fault()}`);
}

export const anchored = ({ text }: Bench, quote: string | null): boolean =>
  quote !== null && quote !== '' && text.includes(flat(quote));

/** At most three times as long as the gold's own words: a whole paragraph is no place. */
export const short = (quote: string, gold: string): boolean => flat(quote).length <= 3 * flat(gold).length + 60;

/** One thing held against the gold. */
export type Check = [name: string, right: boolean, expected: unknown, got: unknown];

export function judgeAll(score: Score, group: string, checks: Check[], what: { quote: string }): void {
  for (const [name, right, expected, got] of checks)
    judge(
      score,
      `${group}.${name}`,
      right,
      () => `“${what.quote}” is ${JSON.stringify(expected)}, not ${JSON.stringify(got)}`,
    );
}
