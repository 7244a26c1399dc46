/** Many targets at one look: which verdict speaks for several, and who needs attention first. */

import { Decimal } from 'decimal.js';
import type { Verdict } from './progress.ts';

/** The worst first. What is silent speaks only where nothing else is said, and is never worse than what is known. */
const WORST_FIRST: readonly Verdict[] = [
  'missed',
  'late',
  'at-risk',
  'no-data',
  'on-track',
  'achieved',
  'exceeded',
  'not-yet-due',
];

/** The verdict that speaks for several targets of one indicator: the worst of them. */
export const worseOf = (one: Verdict, other: Verdict): Verdict =>
  WORST_FIRST.indexOf(other) < WORST_FIRST.indexOf(one) ? other : one;

export type VerdictTally = { late: number; atRisk: number; good: number; silent: number; notYet: number };

/** How many stand where, in the five kinds a leader tells apart. */
export function tallyOf(verdicts: Iterable<Verdict>): VerdictTally {
  const tally = { late: 0, atRisk: 0, good: 0, silent: 0, notYet: 0 };
  for (const verdict of verdicts) {
    if (verdict === 'late' || verdict === 'missed') tally.late += 1;
    else if (verdict === 'at-risk') tally.atRisk += 1;
    else if (verdict === 'no-data') tally.silent += 1;
    else if (verdict === 'not-yet-due') tally.notYet += 1;
    else tally.good += 1;
  }
  return tally;
}

/** Sorts who needs attention first: by what is late, then by what is at risk, then by what is missing. */
export const byNeed = (one: VerdictTally, other: VerdictTally): number =>
  other.late - one.late || other.atRisk - one.atRisk || other.silent - one.silent;

/** Whether somebody with this tally needs attention at all; what is not due yet never does. */
export const needsAttention = ({ late, atRisk, silent }: VerdictTally): boolean => late + atRisk + silent > 0;

const BEHIND: readonly Verdict[] = ['missed', 'late', 'at-risk'];

/** Whether somebody has to see to a target now; silence is asked for elsewhere. */
export const isBehind = (verdict: Verdict): boolean => BEHIND.includes(verdict);

type Urgent = { verdict: Verdict; attainment: string | null; expectedAttainment: string | null };

/** Sorts what is behind: the worst verdict first, then what lacks most of where it should be. */
export function byUrgency(one: Urgent, other: Urgent): number {
  const order = WORST_FIRST.indexOf(one.verdict) - WORST_FIRST.indexOf(other.verdict);
  return order !== 0 ? order : shareOfExpected(one).comparedTo(shareOfExpected(other));
}

/** How much of what should be there is there; what cannot be told stands last. */
function shareOfExpected({ attainment, expectedAttainment }: Urgent): Decimal {
  if (attainment === null) return new Decimal(1);
  const expected = new Decimal(expectedAttainment ?? 100);
  return expected.isZero() ? new Decimal(1) : new Decimal(attainment).dividedBy(expected);
}

type Attained = { organisation: { name: string }; compared: string | null; rank: number | null };

/** Puts places in the order of what they attained, equal ones sharing a place; who attained nothing that can be said comes last. */
export function placesByAttainment<T extends Attained>(rows: readonly T[]): T[] {
  const known = rows.flatMap((row) => (row.compared === null ? [] : [{ row, attained: new Decimal(row.compared) }]));
  known.sort((a, b) => b.attained.comparedTo(a.attained) || byName(a.row, b.row));
  let rank = 0;
  const placed = known.map(({ row, attained }, at) => {
    if (!known[at - 1]?.attained.equals(attained)) rank = at + 1;
    return { ...row, rank };
  });
  const rest = rows.filter(({ compared }) => compared === null).map((row) => ({ ...row, rank: null }));
  return [...placed, ...rest.sort(byName)];
}

const byName = (one: Pick<Attained, 'organisation'>, other: Pick<Attained, 'organisation'>) =>
  one.organisation.name.localeCompare(other.organisation.name, 'vi');
