/** The cells of the sheet as a person sees and changes them; pure, so that what a key does can be read in one place. */

import type { FigureCell, FigureGrid, FigureRow, SavedCell, TypedCell } from '../../contract/measurements.ts';
import { type EnteredFigure, readTyped, shownFigure } from '../../core/rules/figure-entry.ts';
import { checkCorrection } from '../../core/rules/figure-states.ts';
import type { Waiting } from '../outbox-items.ts';

export type CellKey = `${string} ${string}`;
export const keyOf = (organisationId: string, targetId: string): CellKey => `${organisationId} ${targetId}`;
export const partsOf = (key: CellKey): { organisationId: string; targetId: string } => {
  const [organisationId = '', targetId = ''] = key.split(' ');
  return { organisationId, targetId };
};

type Fault = SavedCell['faults'][number];

export type SheetCell = {
  typed: string;
  /** Ước thực hiện rather than chính thức, and the note beside it, as they stand here. */
  estimated: boolean;
  note: string;
  /** What the server has. */
  figure: FigureCell | null;
  faults: Fault[];
  /** What an unclear number may mean, for the person to choose. */
  readings: string[];
  /** Somebody else was quicker: theirs. */
  conflict: { theirs: FigureCell | null } | null;
  /** Typed and not yet kept by the server. */
  dirty: boolean;
  /** Put away in the outbox: it goes by itself, or waits there for a word. */
  waiting: boolean;
};
export type SheetCells = Record<CellKey, SheetCell>;

/** What stands around a figure: whether it is estimated, and its note. */
export type Around = Pick<SheetCell, 'estimated' | 'note'>;
export const aroundOf = (figure: Pick<FigureCell, 'estimated' | 'note'> | null): Around => ({
  estimated: figure?.estimated ?? false,
  note: figure?.note ?? '',
});
const sameAround = (one: Around, other: Around) =>
  one.estimated === other.estimated && one.note.trim() === other.note.trim();

const cellFrom = (figure: FigureCell | null): SheetCell => ({
  typed: shownFigure(figure),
  ...aroundOf(figure),
  figure,
  faults: [],
  readings: [],
  conflict: null,
  dirty: false,
  waiting: false,
});

/** The cell as the server has it, whatever was typed. */
export const asKept = ({ figure }: SheetCell): SheetCell => cellFrom(figure);

/** The cells of a grid; what is typed and not yet kept stays through a reload. */
export function cellsOf(grid: FigureGrid, before: SheetCells = {}): SheetCells {
  const cells: SheetCells = {};
  for (const row of grid.rows)
    for (const cell of row.cells) {
      if (!cell.asked) continue;
      const key = keyOf(row.organisation.id, cell.targetId);
      const known = before[key];
      cells[key] = known?.dirty ? { ...known, figure: cell.figure } : cellFrom(cell.figure);
    }
  return cells;
}

/** A unit's figures as the server has them by now, those kept since the page was loaded too. */
export const figuresOf = (row: FigureRow, cells: SheetCells): FigureCell[] =>
  row.cells.flatMap((cell) => {
    const figure = cells[keyOf(row.organisation.id, cell.targetId)]?.figure ?? cell.figure;
    return figure === null ? [] : [figure];
  });

/** Those that this person approves or sends back. */
export const decidedOf = (row: FigureRow, cells: SheetCells): FigureCell[] =>
  figuresOf({ ...row, cells: row.cells.filter(({ mayApprove }) => mayApprove) }, cells);

export const cellsOfUnit = (cells: SheetCells, organisationId: string): [CellKey, SheetCell][] =>
  (Object.entries(cells) as [CellKey, SheetCell][]).filter(([key]) => partsOf(key).organisationId === organisationId);

/** Whether something is said at the cell that keeps it out, or that wants a choice. */
export const isMarked = ({ faults, readings, conflict }: SheetCell): boolean =>
  faults.length > 0 || readings.length > 1 || conflict !== null;

/** Typed over an approved figure, and nobody has said why yet. */
export const wantsReason = ({ faults }: SheetCell): boolean => faults.includes('correction-reason');

/** Whether "Gửi" has something to do for a unit: drafts, or what is being typed; what is approved is corrected, not sent. */
export const hasToSend = (
  row: FigureRow,
  cells: SheetCells,
  states: readonly FigureCell['state'][] = ['draft', 'returned'],
): boolean =>
  figuresOf(row, cells).some(({ state }) => states.includes(state)) ||
  cellsOfUnit(cells, row.organisation.id).some(
    ([, { dirty, typed, figure }]) => dirty && typed.trim() !== '' && figure?.state !== 'approved',
  );

/**
 * What a typed cell becomes: ready to send, unclear or wrong, or nothing to do. `check` says what keeps a figure out,
 * as the server would; `reason` is why an approved one is corrected.
 */
export function readCell(
  cell: SheetCell,
  check: (figure: EnteredFigure) => Fault[],
  reason: string | null = null,
): { cell: SheetCell; figure: EnteredFigure | null } {
  const asKept = sameAround(cell, aroundOf(cell.figure));
  if (cell.typed.trim() === shownFigure(cell.figure) && asKept && !cell.waiting)
    return { cell: { ...cell, faults: [], readings: [], dirty: false }, figure: null };
  const read = readTyped(cell.typed);
  if (read.is === 'unclear')
    return { cell: { ...cell, faults: [read.fault], readings: read.readings, dirty: true }, figure: null };
  const empty = { value: null, numerator: null, denominator: null };
  const figure = read.is === 'empty' ? empty : read.figure;
  if (read.is === 'empty' && cell.figure === null && asKept && !cell.waiting)
    return { cell: { ...cell, typed: '', dirty: false }, figure: null };
  const found = read.is === 'empty' ? [] : check(figure);
  const approved = cell.figure?.state === 'approved';
  const faults = approved && found.length === 0 ? checkCorrection({ empty: read.is === 'empty', reason }) : found;
  return { cell: { ...cell, faults, readings: [], dirty: true }, figure: faults.length > 0 ? null : figure };
}

/** A cell as it is sent. */
export function toSend(
  targetId: string,
  cell: SheetCell,
  figure: EnteredFigure,
  correction: string | null = null,
): TypedCell {
  return {
    targetId: targetId as TypedCell['targetId'],
    version: cell.figure?.version ?? null,
    ...figure,
    estimated: cell.estimated,
    note: cell.note.trim() === '' ? null : cell.note.trim(),
    correction,
  };
}

/** What the server's answer makes of a cell. What was typed meanwhile is kept. */
export function afterSaving(
  cell: SheetCell,
  sent: { typed: string; cell: Pick<TypedCell, 'estimated' | 'note'> },
  answer: SavedCell,
): SheetCell {
  const { figure } = answer;
  if (answer.outcome === 'saved') {
    const retyped = cell.typed.trim() !== sent.typed;
    const amended = !sameAround(cell, { estimated: sent.cell.estimated, note: sent.cell.note ?? '' });
    const typed = retyped ? cell.typed : shownFigure(figure);
    const around = amended ? {} : aroundOf(figure);
    return { ...cell, ...around, figure, typed, dirty: retyped || amended, waiting: false, faults: [], conflict: null };
  }
  if (answer.outcome === 'conflict') return { ...cell, conflict: { theirs: figure }, dirty: true };
  return { ...cell, figure, faults: answer.faults, dirty: true };
}

/** Lays what waits in the outbox for these figures over their cells: the last word on a cell counts. */
export function withWaiting(cells: SheetCells, items: readonly Waiting[]): SheetCells {
  const now: SheetCells = Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => [key, cell.waiting ? { ...cell, waiting: false } : cell]),
  );
  for (const { is, place, trouble, ...item } of items) {
    if (is !== 'figures' || !('cells' in item)) continue;
    for (const { cell, typed } of item.cells) {
      const key = keyOf(place.organisationId, cell.targetId);
      const before = now[key];
      if (!before) continue;
      // What is being typed over it stays; it is put away when it is finished.
      const mine = before.dirty && before.typed.trim() !== '' ? before.typed : typed;
      now[key] = {
        ...before,
        typed: mine,
        estimated: cell.estimated,
        note: cell.note ?? '',
        dirty: true,
        waiting: true,
        faults: trouble?.is === 'faults' ? trouble.faults : before.faults,
        conflict: trouble?.is === 'conflict' ? { theirs: trouble.theirs } : null,
      };
    }
  }
  return now;
}

/** Chooses between one's own figure and the other person's. */
export function settle(cell: SheetCell, mine: boolean): SheetCell {
  const theirs = cell.conflict?.theirs ?? null;
  return mine ? { ...cell, figure: theirs, conflict: null } : cellFrom(theirs);
}

/** A block pasted from a spreadsheet, laid over the sheet from one place on; what falls outside is left out. */
export function pasted<K extends string>(
  text: string,
  from: { row: number; column: number },
  at: (row: number, column: number) => K | null,
): Map<K, string> {
  const cells = new Map<K, string>();
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').slice(0, 2_000);
  for (const [row, line] of lines.entries())
    for (const [column, value] of line.split('\t').slice(0, 500).entries()) {
      const key = at(from.row + row, from.column + column);
      if (key !== null) cells.set(key, value.trim());
    }
  return cells;
}
