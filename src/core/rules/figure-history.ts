import type { FigureState } from './figure-states.ts';

/** A figure at one moment, as it was kept before the next change. */
export type FigureMoment = {
  entered: string | null;
  numerator: string | null;
  denominator: string | null;
  estimated: boolean;
  note: string | null;
  saidBy: string | null;
  returnedReason: string | null;
  /** Why it took the place of an approved one. */
  correctionReason: string | null;
  state: FigureState;
  /** When and by whom it was entered; sending and approving leave both as they are. */
  at: string;
  byPost: string;
};

/**
 * Who entered what, the newest first; being sent and approved are no entries of their own. `moments` are the kept versions and the figure as it is, oldest first. A reason
 * for sending back stands with the entry that was sent back, not with the one that mended it.
 */
export function entriesOf<T extends FigureMoment>(moments: readonly T[]): T[] {
  const entries: T[] = [];
  let known: string | null = null;
  for (const moment of moments) {
    const last = entries.at(-1);
    const returnedReason = moment.returnedReason === known ? null : moment.returnedReason;
    known = moment.returnedReason;
    if (last && sameEntry(last, moment))
      entries[entries.length - 1] = {
        ...last,
        state: moment.state,
        returnedReason: returnedReason ?? last.returnedReason,
      };
    else entries.push({ ...moment, returnedReason });
  }
  return entries.reverse();
}

const sameEntry = (one: FigureMoment, other: FigureMoment): boolean =>
  one.at === other.at &&
  one.byPost === other.byPost &&
  one.entered === other.entered &&
  one.numerator === other.numerator &&
  one.denominator === other.denominator &&
  one.estimated === other.estimated &&
  one.note === other.note;
