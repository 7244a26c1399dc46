/** The way of a figure: nháp → đã gửi → đã duyệt, or back to the unit with a reason. */

import { compareDecimals } from '../text/numbers.ts';
import { isCounted } from './figure-entry.ts';
import { type Refusal, refusal } from './refusal.ts';
import { sumOfSplit } from './target-split.ts';

export const FIGURE_STATES = ['draft', 'submitted', 'approved', 'returned'] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** Who writes: the unit itself, or who approves for the launcher (and also enters for others and corrects). */
export type Writer = 'unit' | 'approver';

/**
 * The state a figure has once it is written; null where this writer may not write it. The unit may take back what it
 * sent, but not what was approved. A correction by the approver stays approved and keeps the earlier value.
 */
export function stateAfterWriting(before: FigureState | null, writer: Writer): FigureState | null {
  if (before === 'approved') return writer === 'approver' ? 'approved' : null;
  return before === 'returned' ? 'returned' : 'draft';
}

/** The state after sending: what the approver sends needs nobody else's yes. */
export function stateAfterSending(before: FigureState, writer: Writer): FigureState {
  if (before === 'approved') return 'approved';
  return writer === 'approver' ? 'approved' : 'submitted';
}

/** Why a figure is not written over, whatever it says. */
export const WRITE_FAULTS = ['approved', 'not-asked', 'correction-reason', 'correction-empty'] as const;
export type WriteFault = (typeof WRITE_FAULTS)[number];

/** Điều chỉnh: an approved figure becomes another one with a reason that is kept, and is never emptied. */
export function checkCorrection({ empty, reason }: { empty: boolean; reason: string | null }): WriteFault[] {
  if (empty) return ['correction-empty'];
  return reason === null ? ['correction-reason'] : [];
}

/** As what a person may approve figures: for the launcher of the movement, or as a unit that leads targets; null for neither. */
export type Approver = { forLauncher: boolean; leading: string | null };

/**
 * Whether figures of a unit for a target are approved and sent back by this person: all of them by whoever consolidates
 * for the launcher, what others report by the unit that leads the target. Nobody looks over their own figures.
 */
export function mayApprove(
  { forLauncher, leading }: Approver,
  { leadOrganisationId, organisationId }: { leadOrganisationId: string | null; organisationId: string },
): boolean {
  return forLauncher || (leading !== null && leadOrganisationId === leading && organisationId !== leading);
}

/**
 * Whether this person may send the figure back. What the launcher's officer has approved is consolidated: the unit that
 * leads the target sends back only what still waits, and asks the officer for the rest.
 */
export const mayReturn = (
  approver: Approver,
  { state, ...figure }: Parameters<typeof mayApprove>[1] & { state: FigureState },
): boolean => mayApprove(approver, figure) && (approver.forLauncher || state !== 'approved');

export const FIGURE_REFUSALS = [
  'split-differs',
  'split-unit-twice',
  'split-unit-not-below',
  'split-no-figure',
  'split-negative',
  'split-not-whole',
  'split-periods-differ',
  'figure-not-submitted',
  'figure-approved',
  'figure-not-asked',
  'figures-none-to-send',
  'return-says-why',
  'period-is-closed',
  'period-not-over',
  'period-not-begun',
  'period-not-closed',
  'period-unknown',
  'period-has-open-figures',
  'figures-changed-since',
  'import-undone',
  'template-for-nobody',
  'template-too-many',
] as const;
export type FigureRefusal = Refusal<(typeof FIGURE_REFUSALS)[number]>;

export type SplitFacts = {
  /** The figure to share out; null for what does not add up (rates, ranges, goals without a figure). */
  whole: string | null;
  /** The unit of measure. */
  unit: string | null;
  units: readonly {
    id: string;
    name: string;
    below: boolean;
    value: string | null;
    /** The share split once more among months or quarters; empty where it was not. */
    periods?: readonly string[];
  }[];
  difference: string;
  /** Why it does not add up, where somebody has said so. */
  reason: string | null;
};

/** What is shared out, and in what it is measured. */
export type Shared = { whole: string | null; unit: string | null };

/**
 * Why nobody can be given this share: below zero of a whole that is not, however the sum comes out; or a part of what is
 * counted one by one, people and schools.
 */
export function shareFault(value: string | null, { whole, unit }: Shared): 'negative' | 'cut' | null {
  if (value === null) return null;
  if (compareDecimals(value, '0') < 0 && compareDecimals(whole ?? '0', '0') >= 0) return 'negative';
  return isCounted(unit) && value.includes('.') ? 'cut' : null;
}

/**
 * Whether a target may be split like this. A difference to the whole has to be confirmed with a reason, and so has one of
 * a unit's months or quarters to its share.
 */
export function checkSplit({ whole, unit, units, difference, reason }: SplitFacts): FigureRefusal[] {
  const refusals: FigureRefusal[] = [];
  const seen = new Set<string>();
  for (const { id, name, below, value, periods = [] } of units) {
    if (seen.has(id)) refusals.push(refusal('split-unit-twice', { name }));
    seen.add(id);
    if (!below) refusals.push(refusal('split-unit-not-below', { name }));
    const wrong = [value, ...periods].map((one) => shareFault(one, { whole, unit }));
    if (wrong.includes('negative')) refusals.push(refusal('split-negative', { name }));
    if (wrong.includes('cut')) refusals.push(refusal('split-not-whole', { name }));
    const apart = periods.length === 0 ? '0' : sumOfSplit(value ?? '0', periods).difference;
    if (apart !== '0' && reason === null)
      refusals.push(refusal('split-periods-differ', { name, difference: apart, share: value ?? '0' }));
  }
  const given = units.some(({ value }) => value !== null);
  if (whole === null && given) refusals.push(refusal('split-no-figure'));
  if (whole !== null && given && difference !== '0' && reason === null)
    refusals.push(refusal('split-differs', { difference, whole }));
  return refusals;
}
