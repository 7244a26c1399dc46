/**
 * Tables as pieces of text. A table that only lays out the page (issuer beside Quốc hiệu, Nơi nhận beside the
 * signature, a frame around text) becomes plain lines in reading order; a table of data becomes one piece a row.
 */

import { fold } from '../text/search.ts';
import type { Paragraph, Table, TableCell } from './blocks.ts';
import { foldBlanks, unmark } from './clean.ts';

export type RowCell = { column: number; columnSpan: number; continued: boolean; text: string };
export type DataRow = { head: boolean; cells: RowCell[] };

/** A row as one stretch of text, cells joined by " | ", with the place of each cell; a continued cell has none. */
export function rowLine(cells: RowCell[]): { text: string; places: ([number, number] | null)[] } {
  let text = '';
  let filled = 0;
  const places = cells.map((cell): [number, number] | null => {
    if (cell.continued) return null;
    if (filled > 0) text += cell.text === '' ? ' |' : ' | ';
    filled += 1;
    const start = text.length;
    text += cell.text;
    return [start, text.length];
  });
  return { text, places };
}

export type TableLines = { kind: 'layout'; cells: Paragraph[][] } | { kind: 'data'; columns: number; rows: DataRow[] };

const cellText = (cell: TableCell): string =>
  cell.paragraphs
    .map((paragraph) => {
      const { text } = unmark(foldBlanks(paragraph.text), paragraph.style);
      return paragraph.label && text ? `${paragraph.label} ${text}` : text;
    })
    .filter((text) => text !== '')
    .join(' ');

/** Says whether a table holds data or lays out the page, and gives its text in reading order. */
export function readTable(table: Table): TableLines {
  const rows = table.rows.filter((row) => row.cells.length > 0);
  const columns = rows.reduce((most, row) => Math.max(most, ...row.cells.map((c) => c.column + c.columnSpan)), 0);
  const texts = rows.map((row) => row.cells.map(cellText));
  const folded = texts.map((row) => row.map(fold));
  const header = isHeader(folded);
  const signature = isSignature(folded);
  if (columns <= 1 || header || signature || isFrame(folded)) {
    const cells = rows.flatMap((row) => row.cells.filter((cell) => !cell.continued));
    // A header is read row by row (number beside date), a signature block column by column.
    if (!header) cells.sort((a, b) => a.column - b.column);
    return { kind: 'layout', cells: cells.map((cell) => cell.paragraphs).filter((list) => list.length > 0) };
  }
  const heads = headRows(rows, folded);
  return {
    kind: 'data',
    columns,
    rows: rows.map((row, at) => ({
      head: at < heads,
      cells: row.cells.map((cell, i) => ({
        column: cell.column,
        columnSpan: cell.columnSpan,
        continued: cell.continued,
        text: texts[at]?.[i] ?? '',
      })),
    })),
  };
}

const MOTTO = /cong hoa xa hoi chu nghia|doc lap\s?[-–—.]\s?tu do|dang cong san viet nam/;
const NUMBER_OR_PLACE = /(?:^|\s)so\s?:?\s?\d{0,5}\s?[/-]\s?[a-z]{2}|, ngay\s.{0,12}thang/;

/** The issuer beside Quốc hiệu, the number beside place and date. */
function isHeader(rows: string[][]): boolean {
  if (rows.some((row) => row.some((cell) => MOTTO.test(cell)))) return true;
  return (
    rows.length <= 4 &&
    rows.filter((row) => row.some((cell) => NUMBER_OR_PLACE.test(cell))).length > 0 &&
    rows.every((row) => row.length <= 2)
  );
}

const AUTHORITY = /^(?:t\/?m|k\/?t|t\/?l|tuq|q)\.?\s/;

function isSignature(rows: string[][]): boolean {
  if (rows.length > 8) return false;
  return rows.some((row) => {
    if (row.some((cell) => cell.startsWith('noi nhan'))) return true;
    if (rows.length > 4 || row.length > 3) return false;
    return row.some((cell) => AUTHORITY.test(cell) || /^(?:chu tich|pho chu tich|giam doc|truong phong)$/.test(cell));
  });
}

/** A table with at most one filled cell a row is a frame around text. */
function isFrame(rows: string[][]): boolean {
  return rows.every((row) => row.filter((cell) => cell !== '').length <= 1);
}

const HEAD_WORDS = [
  'stt',
  'tt',
  'so tt',
  'noi dung',
  'chi tieu',
  'ten chi tieu',
  'don vi',
  'don vi tinh',
  'dvt',
  'ke hoach',
  'thuc hien',
  'muc tieu',
  'chu tri',
  'phoi hop',
  'co quan',
  'thoi gian',
  'ghi chu',
  'nhiem vu',
  'tieu chi',
  'linh vuc',
  'san pham',
  'thoi han',
  'phan cong',
];

/** How many rows at the top are column heads. */
function headRows(rows: Table['rows'], folded: string[][]): number {
  let count = 0;
  while (rows[count]?.head) count += 1;
  if (count === 0) {
    const first = folded[0] ?? [];
    const named = first.filter((cell) =>
      HEAD_WORDS.some((word) => cell === word || cell.startsWith(`${word} `)),
    ).length;
    if (named < 1 || (named < 2 && first.length > 2)) return 0;
    count = 1;
  }
  // A second line of heads stands under merged cells ("Kế hoạch 2026" over "Huyện giao", "Phấn đấu").
  while (count < rows.length - 1 && count < 4) {
    const above = rows[count - 1];
    const row = rows[count];
    const numbers = (folded[count] ?? []).filter((cell) => cell !== '');
    const counting =
      numbers.length > 2 && numbers.every((cell) => /^\(?(?:\d{1,2}|[a-z])\)?(?:\s?=.{1,20})?$/.test(cell));
    const merged = above?.cells.some((cell) => cell.columnSpan > 1) && row?.cells.some((cell) => cell.continued);
    const figures = numbers.some((cell) => /^[\d.,%\s≥≤<>-]{1,12}$/.test(cell));
    if (!(counting && numbersRun(numbers)) && !(merged && !figures)) break;
    count += 1;
  }
  return count;
}

/** "(1) (2) (3)": a line that numbers the columns. */
function numbersRun(cells: string[]): boolean {
  const values = cells.map((cell) => Number(/\d{1,2}/.exec(cell)?.[0] ?? Number.NaN)).filter((n) => !Number.isNaN(n));
  return values.length > 2 && values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1);
}
