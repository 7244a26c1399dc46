/** Figures that come from elsewhere (a filled-in template, a document, a program), judged before any is written. */

import { compareDecimals } from '../text/numbers.ts';
import {
  checkEntry,
  ENTRY_FAULTS,
  type EnteredFigure,
  type EntryFault,
  type EntryRule,
  isCounted,
} from './figure-entry.ts';
import { type FigureState, stateAfterWriting, type Writer } from './figure-states.ts';
import type { Days } from './periods.ts';

/** Columns of the template in their order; `key` says which target a row is about, wherever it was moved. */
export const FIGURE_COLUMNS = [
  'position',
  'target',
  'unit',
  'share',
  'before',
  'lastYear',
  'form',
  'value',
  'numerator',
  'denominator',
  'estimated',
  'note',
  'state',
  'key',
] as const;
export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** What the mark of a template begins with, by which it is known again. */
export const STAMP_MARK = 'thidua-mau:';

/** What a cell was understood as, said beside it: nothing is turned into something else in silence. */
export const FIGURE_NOTES = ['formula', 'percent', 'text-number', 'rounded'] as const;
export type FigureNote = (typeof FIGURE_NOTES)[number];

/** What can be wrong with a cell or a whole file, beyond what may be wrong with the figure itself. */
export const FILE_FAULTS = [
  'no-stamp',
  'stamp-broken',
  'newer-template',
  'other-year',
  'other-movement',
  'other-period',
  'unit-not-reached',
  'sheet-twice',
  'target-unknown',
  'target-changed',
  'row-twice',
  'too-many-cells',
  'formula-outside',
  'formula-empty',
  'cell-error',
  'date',
  'boolean',
  'merged',
  'percent-not-asked',
  'value-and-fraction',
  'fraction-incomplete',
  'estimate-unknown',
  'note-too-long',
  'tick-unknown',
  'things-changed',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Why a row of a program's list is not written. */
export const ROW_FAULTS = [
  'approved',
  'not-asked',
  'not-reached',
  'target-not-there',
  'empty',
  'row-twice',
  'not-listed',
  'ticks-disagree',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

export const IMPORT_FAULTS = [...new Set([...ENTRY_FAULTS, ...FILE_FAULTS, ...ROW_FAULTS])] as [
  ImportFault,
  ...ImportFault[],
];
export type ImportFault = EntryFault | FileFault | RowFault;

/** Where figures are taken over from. */
export const IMPORT_KINDS = ['template', 'document', 'token', 'command'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const FIGURE_EFFECTS = ['new', 'changed', 'unchanged'] as const;
export type FigureEffect = (typeof FIGURE_EFFECTS)[number];

export type TargetShape = { id: string; enteredAs: 'period' | 'cumulative'; asFraction: boolean; unit: string | null };

/** How a target stands in a template: a target that asks otherwise since then is another one. */
export const keyOfTarget = ({ id, enteredAs, asFraction, unit }: TargetShape): string =>
  `${id}|${enteredAs === 'period' ? 'p' : 'c'}${asFraction ? 'f' : 'v'}|${unit ?? ''}`;

const THING_MARK = '#';

/** How one of the named things of a target stands in a template, in a row of its own. */
export const keyOfThing = (targetKey: string, thingId: string): string => `${THING_MARK}${thingId} ${targetKey}`;

/** Which thing of which target a row is about; null for the row of a target itself. */
export function thingOfKey(key: string): { thingId: string; targetKey: string } | null {
  if (!key.startsWith(THING_MARK)) return null;
  const end = key.indexOf(' ');
  return end < 0 ? null : { thingId: key.slice(THING_MARK.length, end), targetKey: key.slice(end + 1) };
}

/** What may be typed into a cell, for programs that check while one types. */
export type CellRule = { whole: boolean; least: string | null; most: string | null };

export function cellRule({ unit, measure, asksChange }: EntryRule, mayPassHundred: boolean): CellRule {
  const mayFall = asksChange || measure === 'growth' || measure === 'reduction';
  return {
    whole: isCounted(unit),
    least: mayFall ? null : '0',
    most: unit === '%' && measure === 'share' && !mayPassHundred ? '100' : null,
  };
}

export type WrittenFigure = EnteredFigure & { estimated: boolean; note: string | null };

export const sameDecimal = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : compareDecimals(one, other) === 0;

/** Part and whole that follow from ticks, or null where something else was typed beside them. */
export function figureOfTicks(
  typed: EnteredFigure,
  { numerator, denominator }: { numerator: string; denominator: string },
): EnteredFigure | null {
  const agrees =
    typed.value === null &&
    (typed.numerator === null || sameDecimal(typed.numerator, numerator)) &&
    (typed.denominator === null || sameDecimal(typed.denominator, denominator));
  return agrees ? { value: null, numerator, denominator } : null;
}

/** Whether a figure says the same as the one that is kept. */
export function sameFigure(one: WrittenFigure, other: WrittenFigure): boolean {
  return (
    sameDecimal(one.value, other.value) &&
    sameDecimal(one.numerator, other.numerator) &&
    sameDecimal(one.denominator, other.denominator) &&
    one.estimated === other.estimated &&
    one.note === other.note
  );
}

export type IncomingFacts = {
  rule: EntryRule;
  mayPassHundred: boolean;
  period: Days;
  today: string;
  closed: boolean;
  writer: Writer;
  /** What is kept for the same unit, target and period. */
  kept: (WrittenFigure & { state: FigureState }) | null;
  /** False where other things were ticked than in what is kept, however many. */
  sameTicks: boolean;
};

export type Incoming =
  | { effect: 'unchanged' }
  | { effect: 'refused'; faults: (EntryFault | RowFault)[] }
  | { effect: 'new' | 'changed'; state: FigureState };

/**
 * What an incoming figure would do. What is there already is no change, whatever state it is in; what was approved is
 * corrected by hand where everybody sees it, never by a list; a list never empties a cell.
 */
export function judgeIncoming(figure: WrittenFigure, facts: IncomingFacts): Incoming {
  const { kept, writer, sameTicks } = facts;
  if (figure.value === null && figure.numerator === null) return { effect: 'refused', faults: ['empty'] };
  if (kept && sameTicks && sameFigure(figure, kept)) return { effect: 'unchanged' };
  if (kept?.state === 'approved') return { effect: 'refused', faults: ['approved'] };
  const faults = checkEntry(figure, facts);
  const state = stateAfterWriting(kept?.state ?? null, writer);
  if (faults.length > 0 || state === null) return { effect: 'refused', faults };
  const there = kept !== null && (kept.value !== null || kept.numerator !== null);
  return { effect: there ? 'changed' : 'new', state };
}
