/** From a filled-in template of figures to its rows: every cell that cannot be used is a fault of its own. */

import { Decimal } from 'decimal.js';
import { type EnteredFigure, readTyped } from '../rules/figure-entry.ts';
import {
  FIGURE_COLUMNS,
  type FigureColumn,
  type FigureNote,
  figureOfTicks,
  type ImportFault,
  STAMP_MARK,
  thingOfKey,
} from '../rules/figure-import.ts';
import { formatDecimal } from '../text/numbers.ts';
import { fold } from '../text/search.ts';
import { figureTemplatesVi } from '../text/vi/figure-templates.ts';
import { cellPlace, columnName, type PlainCell, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';

export type SheetFault = {
  cell: string | null;
  target: string | null;
  code: ImportFault;
  facts: Record<string, unknown>;
};

/** One row with something filled in. */
export type FilledRow = {
  /** The cell of the figure itself: "H9". */
  cell: string;
  key: string;
  name: string;
  figure: EnteredFigure;
  estimated: boolean;
  note: string | null;
  notes: FigureNote[];
  /** Where the things that the target counts were marked by name: all that stand in the file, and which are reached. */
  things: { listed: string[]; ticked: string[] } | null;
};

export type FilledSheet = {
  /** What the software wrote to know its template again; null where there is none. */
  stamp: string | null;
  rows: FilledRow[];
  /** Rows of the template in which nothing was filled in. */
  empty: number;
  faults: SheetFault[];
};

/** The head of the table is looked for in so many rows. */
const HEAD_WITHIN = 20;
const MOST_NOTE = 1_000;
const MOST_DIGITS = 18;
const MOST_PLACES = 9;
/** A program keeps no more of a number. */
const EXCEL_DIGITS = 15;

const plain = (text: string): string =>
  fold(text.normalize('NFC'))
    .replace(/\s{1,100}/g, ' ')
    .trim();

const TITLES = new Map(FIGURE_COLUMNS.map((column) => [plain(figureTemplatesVi.columns[column]), column]));
const ENTRY_COLUMNS: readonly FigureColumn[] = ['value', 'numerator', 'denominator', 'estimated', 'note'];

type Head = { row: number; columns: Map<FigureColumn, number> };

/** Reads one sheet of a template. */
export function readFigureSheet(sheet: Sheet): FilledSheet {
  const head = headOf(sheet);
  const stamp = stampOf(sheet);
  if (!head || stamp === null) return { stamp: null, rows: [], empty: 0, faults: [] };
  const faults: SheetFault[] = mergedFaults(sheet, head);
  const rows: FilledRow[] = [];
  const body = sheet.rows.filter(({ number }) => number > head.row);
  const marks = marksOf(body, head, faults);
  let empty = 0;
  for (const row of body) {
    const read = readRow(row, head, { faults, marks });
    if (read === 'empty') empty += 1;
    else if (read) rows.push(read);
  }
  return { stamp, rows, empty, faults };
}

function headOf(sheet: Sheet): Head | null {
  for (const row of sheet.rows.slice(0, HEAD_WITHIN)) {
    const columns = new Map<FigureColumn, number>();
    for (const [at, cell] of row.cells) {
      const column = TITLES.get(plain(cell.text));
      if (column && !columns.has(column)) columns.set(column, at);
    }
    if (columns.has('key') && columns.has('value')) return { row: row.number, columns };
  }
  return null;
}

function stampOf(sheet: Sheet): string | null {
  for (const row of sheet.rows.slice(0, HEAD_WITHIN))
    for (const { text } of row.cells.values())
      if (text.startsWith(STAMP_MARK)) return text.slice(STAMP_MARK.length).trim();
  return null;
}

/** Merged cells among those to fill in: only the first of them has a value. */
function mergedFaults({ merged }: Sheet, head: Head): SheetFault[] {
  return merged.flatMap((range) => {
    const [first = '', last = first] = range.split(':');
    const from = cellPlace(first);
    const to = cellPlace(last);
    if (!from || !to || to.row <= head.row) return [];
    const touched = ENTRY_COLUMNS.some((column) => {
      const at = head.columns.get(column);
      return at !== undefined && from.column <= at && at <= to.column;
    });
    return touched ? [{ cell: first, target: null, code: 'merged' as const, facts: { range } }] : [];
  });
}

type Say = (column: FigureColumn, code: ImportFault, facts?: Record<string, unknown>) => null;

/** The cells of one row by their column, its key and name, and a way to say what is wrong in it. */
function rowParts({ number, cells }: SheetRow, head: Head, faults: SheetFault[]) {
  const cellAt = (column: FigureColumn): SheetCell | null => cells.get(head.columns.get(column) ?? -1) ?? null;
  const textAt = (column: FigureColumn): string => cellAt(column)?.text.normalize('NFC').trim() ?? '';
  const name = textAt('target');
  const placeOf = (column: FigureColumn) => `${columnName(head.columns.get(column) ?? 0)}${number}`;
  const say: Say = (column, code, facts = {}) => {
    faults.push({ cell: placeOf(column), target: name, code, facts });
    return null;
  };
  return { cellAt, key: textAt('key'), name, placeOf, say };
}

/** Which of the things of a target were marked; `marked` is false while nobody has said anything of any of them. */
type Marks = { listed: string[]; ticked: string[]; marked: boolean };

const YES = new Set([plain(figureTemplatesVi.reached), 'x', 'v', 'co', '1', '✓']);
const NO = new Set([plain(figureTemplatesVi.notReached), 'khong', 'chua', '0']);

/** The rows of named things, by the key of their target. */
function marksOf(rows: readonly SheetRow[], head: Head, faults: SheetFault[]): Map<string, Marks> {
  const byTarget = new Map<string, Marks>();
  for (const row of rows) {
    const { cellAt, key, say } = rowParts(row, head, faults);
    const thing = thingOfKey(key);
    if (!thing) continue;
    const marks = byTarget.get(thing.targetKey) ?? { listed: [], ticked: [], marked: false };
    byTarget.set(thing.targetKey, marks);
    marks.listed.push(thing.thingId);
    const cell = cellAt('numerator');
    if (cell?.kind === 'formula' && OUTSIDE.test(cell.text)) say('numerator', 'formula-outside');
    const typed = cell?.kind === 'formula' ? (cell.result?.text ?? '') : (cell?.text ?? '');
    const word = plain(typed);
    if (word === '') continue;
    marks.marked = true;
    if (YES.has(word)) marks.ticked.push(thing.thingId);
    else if (!NO.has(word)) say('numerator', 'tick-unknown', { value: typed.slice(0, 60) });
  }
  return byTarget;
}

type Around = { faults: SheetFault[]; marks: ReadonlyMap<string, Marks> };

function readRow(row: SheetRow, head: Head, { faults, marks }: Around): FilledRow | 'empty' | null {
  const { cellAt, key, name, placeOf, say } = rowParts(row, head, faults);
  if (key === '' || thingOfKey(key)) return null;
  const before = faults.length;
  const notes = new Set<FigureNote>();
  const percentAsked = key.split('|')[2] === '%';
  const figureIn = (column: FigureColumn) => readFigure(column, cellAt(column), { say, notes, percentAsked });
  const value = figureIn('value');
  const part = wordless(figureIn('numerator'), 'numerator', say);
  const whole = wordless(figureIn('denominator'), 'denominator', say);
  const estimated = readEstimate(cellAt('estimated'), say);
  const note = readNote(cellAt('note'), say);
  if (faults.length > before) return null;
  if (value !== null && (part !== null || whole !== null)) return say('value', 'value-and-fraction');
  const column = value === null ? 'numerator' : 'value';
  const figure = value ?? { value: null, numerator: part, denominator: whole };
  const read = { cell: placeOf(column), key, name, estimated, note, notes: [...notes] };
  const things = marks.get(key);
  if (things?.marked) {
    const counted = countedBy(things, figure, (code, facts) => say(column, code, facts));
    return counted && { ...read, figure: counted, things: { listed: things.listed, ticked: things.ticked } };
  }
  if (value === null && part === null && whole === null) return 'empty';
  if (value === null && (part === null || whole === null))
    return say(part === null ? 'numerator' : 'denominator', 'fraction-incomplete');
  return { ...read, figure, things: null };
}

/** Part and whole as the names say; what is typed beside them has to be the same. */
function countedBy(
  { listed, ticked }: Marks,
  typed: EnteredFigure,
  say: (code: ImportFault, facts: Record<string, unknown>) => null,
): EnteredFigure | null {
  const counted = { numerator: String(ticked.length), denominator: String(listed.length) };
  const figure = figureOfTicks(typed, counted);
  if (figure) return figure;
  const shown = (one: string | null) => (one === null ? '…' : formatDecimal(one));
  return say('ticks-disagree', {
    typed: typed.value === null ? `${shown(typed.numerator)}/${shown(typed.denominator)}` : shown(typed.value),
    counted: `${counted.numerator}/${counted.denominator}`,
  });
}

/** Part and whole are numbers of their own, not fractions. */
function wordless(figure: EnteredFigure | null, column: FigureColumn, say: Say): string | null {
  if (figure === null) return null;
  return figure.value ?? say(column, 'not-a-number');
}

type Reading = { say: Say; notes: Set<FigureNote>; percentAsked: boolean };

function readFigure(column: FigureColumn, found: SheetCell | null, reading: Reading): EnteredFigure | null {
  const cell = shownOf(column, found, reading);
  if (!cell) return null;
  const { say, notes, percentAsked } = reading;
  switch (cell.kind) {
    case 'error':
      return say(column, 'cell-error', { value: cell.text });
    case 'boolean':
      return say(column, 'boolean');
    case 'date':
      return say(column, 'date', { value: cell.text });
    case 'text':
      return readWords(column, cell.text, reading);
    case 'number': {
      if (cell.percent && !(percentAsked && column === 'value'))
        return say(column, 'percent-not-asked', { value: cell.text });
      const exact = new Decimal(cell.text).toSignificantDigits(EXCEL_DIGITS).times(cell.percent ? 100 : 1);
      const kept = exact.toDecimalPlaces(MOST_PLACES);
      if (cell.percent) notes.add('percent');
      if (!kept.equals(exact)) notes.add('rounded');
      const value = kept.toFixed();
      if ((value.replace('-', '').split('.')[0] ?? '').length > MOST_DIGITS) return say(column, 'too-long');
      return { value, numerator: null, denominator: null };
    }
  }
}

function readWords(column: FigureColumn, text: string, { say, notes }: Reading): EnteredFigure | null {
  const typed = readTyped(text);
  if (typed.is === 'empty') return null;
  if (typed.is === 'unclear')
    return say(column, typed.fault, { value: text.slice(0, 60), readings: typed.readings.map(formatDecimal) });
  notes.add('text-number');
  return typed.figure;
}

/** Ways out of the file: another workbook ("[1]Sheet!A1"), another program (DDE: "cmd|…"), the network. */
const OUTSIDE = /\[\d{1,6}\]|\||\b(?:WEBSERVICE|RTD|CALL|REGISTER\.ID|FILTERXML|IMAGE|SQL\.REQUEST)\s{0,9}\(/iu;

/** What a cell shows: of a formula its last result, and that it was one is said. */
function shownOf(column: FigureColumn, cell: SheetCell | null, { say, notes }: Reading): PlainCell | null {
  if (cell?.kind !== 'formula') return cell;
  if (OUTSIDE.test(cell.text)) return say(column, 'formula-outside');
  if (!cell.result) return say(column, 'formula-empty');
  notes.add('formula');
  return cell.result;
}

function readEstimate(cell: SheetCell | null, say: Say): boolean {
  if (!cell) return false;
  const word = plain(cell.kind === 'formula' ? (cell.result?.text ?? '') : cell.text);
  if (word === '' || word === plain(figureTemplatesVi.final)) return false;
  if (word === plain(figureTemplatesVi.estimate)) return true;
  say('estimated', 'estimate-unknown', { value: cell.text.slice(0, 60) });
  return false;
}

function readNote(cell: SheetCell | null, say: Say): string | null {
  if (!cell) return null;
  if (cell.kind === 'formula' && OUTSIDE.test(cell.text)) return say('note', 'formula-outside');
  const text = (cell.kind === 'formula' ? (cell.result?.text ?? '') : cell.text).normalize('NFC').trim();
  if (text.length > MOST_NOTE) return say('note', 'note-too-long', { most: MOST_NOTE });
  return text === '' ? null : text;
}
