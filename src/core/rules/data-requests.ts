/**
 * Phiếu thu thập số liệu: a table that is drawn or comes as somebody's Excel, filled in by units below and put together.
 * What is typed is kept as typed until it is sent; then every cell is read by its column, or named with what is wrong.
 */

import { addDecimals, compareDecimals } from '../text/numbers.ts';
import { type EntryFault, readTyped } from './figure-entry.ts';
import { type Refusal, refusal } from './refusal.ts';

export const COLUMN_KINDS = ['text', 'whole', 'decimal', 'percent', 'date'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** One row for each unit, or the same rows for all of them. */
export const ROWS_HOW = ['per-unit', 'fixed'] as const;
export type RowsHow = (typeof ROWS_HOW)[number];

export const ANSWER_STATES = ['waiting', 'draft', 'sent', 'returned'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

export const REQUEST_LIMITS = {
  columns: 40,
  fixedRows: 200,
  units: 2_000,
  /** Cells of all units together. */
  cells: 200_000,
  cellLetters: 500,
  nameLetters: 300,
  /** Bytes of an uploaded form. */
  formBytes: 2 * 1024 * 1024,
} as const;

export type RequestColumn = {
  name: string;
  kind: ColumnKind;
  /** Column of the uploaded form, from 0. */
  place: number | null;
};

export type RequestRow = {
  name: string;
  /** Row of the uploaded form, from 1. */
  place: number | null;
};

/** Where in an uploaded form things stand. */
export type FormPlaces = {
  /** Rows from here on are filled in, from 1. */
  firstRow: number;
  /** First row below the body with something in it; null where nothing follows. */
  footRow: number | null;
  totalRow: number | null;
  /** Columns, from 0: the running number, and who or what a row is about. */
  orderColumn: number | null;
  nameColumn: number;
  /** Rows that already name a unit. */
  units: RequestRow[];
};

export type RequestLayout = {
  rows: RowsHow;
  columns: RequestColumn[];
  fixed: RequestRow[];
  form: FormPlaces | null;
};

export const CELL_FAULTS = ['date-unclear'] as const;
export type CellFault = EntryFault | (typeof CELL_FAULTS)[number];

export type ReadCell = { value: string } | { fault: CellFault; readings: string[] };

/** Reads what was typed into a cell of such a column: a decimal, a day as 'YYYY-MM-DD', or plain text; '' where nothing was. */
export function readRequestCell(kind: ColumnKind, typed: string): ReadCell {
  const text = typed.normalize('NFC').trim();
  if (text === '') return { value: '' };
  if (text.length > REQUEST_LIMITS.cellLetters) return { fault: 'too-long', readings: [] };
  if (kind === 'text') return { value: text };
  if (kind === 'date') return readDay(text);
  const read = readTyped(text);
  if (read.is === 'empty') return { value: '' };
  if (read.is === 'unclear') return { fault: read.fault, readings: read.readings };
  const { value } = read.figure;
  if (value === null) return { fault: 'not-a-number', readings: [] };
  if (kind !== 'decimal' && value.startsWith('-')) return { fault: 'negative', readings: [] };
  if (kind === 'whole' && value.includes('.')) return { fault: 'not-whole', readings: [] };
  if (kind === 'percent' && compareDecimals(value, '100') > 0) return { fault: 'above-hundred', readings: [] };
  return { value };
}

/** "5/6/2026", "05-06-2026" or "2026-06-05". */
function readDay(text: string): ReadCell {
  const ours = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = ours ? [ours[3], ours[2], ours[1]] : iso ? [iso[1], iso[2], iso[3]] : [];
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const real = year !== undefined && new Date(`${date}T00:00:00Z`).toString() !== 'Invalid Date';
  if (!real || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date)
    return { fault: 'date-unclear', readings: [] };
  return { value: date };
}

/** How many rows a unit fills in. */
export const rowsOf = (layout: Pick<RequestLayout, 'rows' | 'fixed'>): number =>
  layout.rows === 'per-unit' ? 1 : layout.fixed.length;

export type Cells = readonly (readonly string[])[];

/** The cells in the shape of the table, whatever came: what is outside of it is left out, what is missing is empty. */
export function shaped(layout: RequestLayout, cells: Cells): string[][] {
  return Array.from({ length: rowsOf(layout) }, (_, row) =>
    layout.columns.map((_column, column) => (cells[row]?.[column] ?? '').slice(0, REQUEST_LIMITS.cellLetters)),
  );
}

export const REQUEST_REFUSALS = [
  'request-no-columns',
  'request-columns-alike',
  'request-no-rows',
  'request-too-large',
  'request-no-units',
  'request-unit-not-below',
  'request-due-past',
  'request-closed',
  'request-not-sent',
  'request-nothing-entered',
  'request-cell',
  'request-sent',
  'request-form-gone',
  'request-no-table',
] as const;
export type RequestRefusal = Refusal<(typeof REQUEST_REFUSALS)[number]>;

/** Every cell as it is kept once it is sent, or all that are wrong, by row and column. */
export function readCells(layout: RequestLayout, cells: Cells): { values: string[][]; refusals: RequestRefusal[] } {
  const refusals: RequestRefusal[] = [];
  const values = shaped(layout, cells).map((row, at) =>
    row.map((typed, column) => {
      const asked = layout.columns[column];
      if (!asked) return '';
      const read = readRequestCell(asked.kind, typed);
      if ('value' in read) return read.value;
      const name = layout.rows === 'fixed' ? (layout.fixed[at]?.name ?? null) : null;
      refusals.push(refusal('request-cell', { row: at, column, name, columnName: asked.name, fault: read.fault }));
      return typed;
    }),
  );
  if (refusals.length === 0 && values.every((row) => row.every((cell) => cell === '')))
    refusals.push(refusal('request-nothing-entered'));
  return { values, refusals: refusals.slice(0, MOST_REFUSALS) };
}
const MOST_REFUSALS = 50;

export type RequestFacts = {
  layout: RequestLayout;
  units: readonly { id: string; name: string; below: boolean }[];
  dueOn: string;
  today: string;
};

/** Whether such a table may be sent to such units; all reasons at once. */
export function checkRequest({ layout, units, dueOn, today }: RequestFacts): RequestRefusal[] {
  const refusals: RequestRefusal[] = [];
  if (layout.columns.length === 0) refusals.push(refusal('request-no-columns'));
  const names = layout.columns.map(({ name }) => name.normalize('NFC').trim().toLowerCase());
  const alike = layout.columns.find((_, at) => names.indexOf(names[at] ?? '') !== at);
  // An uploaded form names its columns by their places; who draws a table names them so that they are told apart.
  if (alike && layout.form === null) refusals.push(refusal('request-columns-alike', { name: alike.name }));
  if (layout.rows === 'fixed' && layout.fixed.length === 0) refusals.push(refusal('request-no-rows'));
  if (units.length === 0) refusals.push(refusal('request-no-units'));
  for (const { name, below } of units) if (!below) refusals.push(refusal('request-unit-not-below', { name }));
  if (dueOn < today) refusals.push(refusal('request-due-past', { dueOn }));
  if (units.length * rowsOf(layout) * layout.columns.length > REQUEST_LIMITS.cells)
    refusals.push(refusal('request-too-large', { most: REQUEST_LIMITS.cells }));
  return refusals.slice(0, MOST_REFUSALS);
}

/** Numbers add up; shares, days and words do not. */
export const addsUp = (kind: ColumnKind): boolean => kind === 'whole' || kind === 'decimal';

export type Answer = { unit: string; sent: boolean; cells: Cells };
export type MergedRow = { name: string; cells: string[]; sent: boolean };
export type Merged = {
  rows: MergedRow[];
  /** Sums of the columns that add up; null for the others and where nothing came. */
  totals: (string | null)[];
  sent: number;
  asked: number;
};

/**
 * All answers as one table: a row a unit, or the same rows with what the units' numbers add up to. Only what was sent
 * counts; a unit that is missing is no zero, and how many were sent stands beside the sums.
 */
export function mergeAnswers(layout: RequestLayout, answers: readonly Answer[]): Merged {
  const sent = answers.filter((answer) => answer.sent);
  const rows =
    layout.rows === 'per-unit'
      ? answers.map((answer) => ({
          name: answer.unit,
          sent: answer.sent,
          cells: layout.columns.map((_, column) => (answer.sent ? (answer.cells[0]?.[column] ?? '') : '')),
        }))
      : layout.fixed.map(({ name }, row) => ({
          name,
          sent: sent.length > 0,
          cells: layout.columns.map(({ kind }, column) => togetherOf(kind, sent, row, column)),
        }));
  const totals = layout.columns.map(({ kind }, column) =>
    addsUp(kind) ? sumOf(rows.map(({ cells }) => cells[column] ?? '')) : null,
  );
  return { rows, totals, sent: sent.length, asked: answers.length };
}

function togetherOf(kind: ColumnKind, sent: readonly Answer[], row: number, column: number): string {
  const said = sent
    .map(({ unit, cells }) => ({ unit, value: cells[row]?.[column] ?? '' }))
    .filter(({ value }) => value !== '');
  if (addsUp(kind)) return sumOf(said.map(({ value }) => value)) ?? '';
  return kind === 'text' ? said.map(({ unit, value }) => `${unit}: ${value}`).join('; ') : '';
}

function sumOf(values: readonly string[]): string | null {
  const given = values.filter((value) => /^-?\d{1,18}(\.\d{1,9})?$/.test(value));
  return given.length === 0 ? null : given.reduce(addDecimals);
}
