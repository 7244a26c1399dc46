/** A table as somebody takes it away from a screen: with what it shows, of when and from where, for Excel or as CSV. */

import { csvOf } from '../text/csv.ts';
import { type Workbook, type WrittenCell, writeXlsx } from './xlsx.ts';

export type TakenCell = WrittenCell;

export type TakenTable = {
  title: string;
  /** Above the table: what was chosen, of which period, from where, when. */
  lines: readonly string[];
  /** With the unit of measure in the title. */
  columns: readonly { title: string; width?: number }[];
  rows: readonly (readonly TakenCell[])[];
};

/** What a cell of Excel holds. */
const MOST_LETTERS = 32_000;
const MOST_SHEET_NAME = 31;
const WIDEST = 60;
const NARROWEST = 8;
/** Rows looked at to find how wide a column is. */
const LOOKED_AT = 200;

/** As it is read, for CSV: plain digits with a dot, dates as 'YYYY-MM-DD', which every program takes the same way. */
const plain = (cell: TakenCell): string =>
  cell === null ? '' : typeof cell === 'string' ? cell : 'date' in cell ? cell.date : cell.number;

const held = (cell: TakenCell): TakenCell => (typeof cell === 'string' ? cell.slice(0, MOST_LETTERS) : cell);

function widthOf(table: TakenTable, column: number): number {
  const given = table.columns[column];
  const longest = table.rows
    .slice(0, LOOKED_AT)
    .reduce((most, row) => Math.max(most, plain(row[column] ?? null).length), 0);
  // A head may break over two lines, its longest word may not.
  const head = Math.max(0, ...(given?.title ?? '').split(' ').map((word) => word.length));
  return given?.width ?? Math.min(WIDEST, Math.max(NARROWEST, longest + 2, head + 2));
}

/** A sheet is named by its title as far as Excel allows. */
const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, MOST_SHEET_NAME) || 'Bảng';

/** The table as a workbook. No cell is ever a formula: whatever is no number and no date is text. */
export function tableXlsx(table: TakenTable): Uint8Array<ArrayBuffer>[] {
  const book: Workbook = {
    name: sheetName(table.title),
    lines: [table.title, ...table.lines],
    columns: table.columns.map(({ title }, at) => ({ title, width: widthOf(table, at) })),
    rows: table.rows.map((row) => row.map(held)),
  };
  return Array.from(writeXlsx(book), (piece) => new Uint8Array(piece));
}

/** The table as CSV (RFC 4180, UTF-8), the lines about it above its head. */
export function tableCsv(table: TakenTable): string {
  return csvOf([
    ...[table.title, ...table.lines].map((line) => [line]),
    table.columns.map(({ title }) => title),
    ...table.rows.map((row) => row.map(plain)),
  ]);
}

/** "Tổng hợp số liệu, Xã Bình Lư" as the name of a file: what systems forbid in names is left out. */
export const fileName = (title: string, ending: 'xlsx' | 'csv'): string =>
  `${
    title
      .replace(/[\\/:*?"<>|]/g, ' ')
      .replace(/\s{1,20}/g, ' ')
      .trim()
      .slice(0, 120) || 'bang'
  }.${ending}`;
