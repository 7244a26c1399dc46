/** SL-01 in tables: a last row "Tổng cộng" that is not the sum of the rows above it. */

import { addDecimals, compareDecimals, formatDecimal, type NumberToken, numberAt } from '../../text/numbers.ts';
import { fold } from '../../text/search.ts';
import type { TableRow } from '../blocks.ts';
import type { CheckContext } from './context.ts';
import type { FigureFault } from './figure-conflicts.ts';

const TOTAL = /^(?:tong cong|tong so|tong|cong)\s?[:.]?$/;
/** Rows that are part of another row, or sums themselves. */
const INNER = /^(?:tong|cong|trong do|bao gom|[-+*•])/;
/** Heads of columns that are not added up. */
const NOT_ADDED =
  /%|ty le|ty trong|binh quan|trung binh|nang suat|don gia|muc |diem|hang\b|xep|toc do|mat do|he so|chi so|so sanh|thu nhap|ngay|thoi|nam sinh|\btt\b|\bstt\b|thu tu|ma so|ghi chu|\/(?:ha|nguoi|ho|nam|thang)\b/;
/** Units that are rounded when they are printed. */
const MEASURED = /\bdong\b|\bha\b|\btan\b|\bkm\b|\bm2\b/;
const UNITS = /^(?:don vi tinh|dvt|don vi do)$/;
/** Longer tables are data, not part of a plan. */
const ROWS_AT_MOST = 2000;

type Cell = TableRow['cells'][number];

/** Every column whose printed total is not the sum of its plain amounts; silent where rows are no simple list. */
export function tableSums(context: CheckContext): FigureFault[] {
  const tables = new Map<number, TableRow[]>();
  for (const row of context.doc.rows) {
    const rows = tables.get(row.table);
    if (rows) rows.push(row);
    else tables.set(row.table, [row]);
  }
  return [...tables.values()].flatMap((rows) => sumsOf(context, rows));
}

function sumsOf(context: CheckContext, rows: TableRow[]): FigureFault[] {
  const total = rows.at(-1);
  if (!total || rows.length < 4 || rows.length > ROWS_AT_MOST) return [];
  const textOf = (cell: Cell | undefined): string =>
    cell === undefined || cell.continued ? '' : context.doc.text.slice(...cell.span).trim();
  const name = total.cells
    .slice(0, 3)
    .map(textOf)
    .find((text) => /\p{L}/u.test(text));
  if (name === undefined || !TOTAL.test(fold(name))) return [];
  const { heads, body } = parted(rows.slice(0, -1), textOf);
  if (body.length < 2 || isGrouped(body, textOf) || mixesUnits(heads, body, textOf)) return [];
  return total.cells.flatMap((cell) => {
    const printed = amountOf(textOf(cell));
    const head = heads.map((row) => textOf(covering(row, cell.column))).join(' ');
    if (cell.columnSpan > 1 || printed === null || NOT_ADDED.test(fold(head))) return [];
    const parts = body.map((row) => {
      const part = covering(row, cell.column);
      return part?.columnSpan === 1 ? amountOf(textOf(part)) : null;
    });
    const right = wrongSum(parts, printed, MEASURED.test(fold(`${head} ${printed.unit}`)));
    if (right === null) return [];
    const shown = formatDecimal(right);
    const message = context.text.tableSum(name, formatDecimal(printed.value), shown, head.trim());
    return [{ span: cell.span, message, suggestion: shown }];
  });
}

const covering = (row: TableRow, column: number): Cell | undefined =>
  row.cells.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan);

/** Heads are marked by the file, or are the first row; a row that numbers the columns belongs to them. */
function parted(rows: TableRow[], textOf: (cell: Cell) => string): { heads: TableRow[]; body: TableRow[] } {
  let from = 0;
  while (rows[from]?.head) from += 1;
  if (from === 0) from = 1;
  // The second row of a head with merged cells.
  while (rows[from]?.cells.some((cell) => cell.continued) && !rows[from]?.cells.some((cell) => /\d/.test(textOf(cell))))
    from += 1;
  const heads = rows.slice(0, from);
  const next = rows[from]?.cells.map(textOf).filter((text) => text !== '') ?? [];
  const numbering = next.length > 2 && next.every((text) => /^\(?(?:\d{1,2}|[A-Z])\)?$/.test(text));
  const inOrder = next.map((text) => /\d+/.exec(text)?.[0]).filter((digits) => digits !== undefined);
  const counts = inOrder.every((digits, at) => Number(digits) === Number(inOrder[0]) + at);
  return { heads, body: rows.slice(numbering && counts ? from + 1 : from) };
}

const labelKind = (label: string): string => {
  if (/^\d{1,4}[.)]?$/.test(label)) return 'number';
  if (/^[IVX]{1,5}[.)]?$/.test(label)) return 'roman';
  if (/^(?:\d{1,3}\.){1,3}\d{1,3}[.)]?$/.test(label)) return 'sub';
  if (/^\p{L}[.)]?$/u.test(label)) return 'letter';
  return label === '' ? 'none' : 'name';
};

/** Rows that are heads of groups, subtotals or parts of others: some are labelled otherwise, or say so. */
function isGrouped(body: TableRow[], textOf: (cell: Cell | undefined) => string): boolean {
  const kinds = new Set(body.map((row) => labelKind(textOf(row.cells[0]))));
  if (kinds.size > 1 || kinds.has('sub')) return true;
  return body.some((row) => row.cells.slice(0, 2).some((cell) => INNER.test(fold(textOf(cell)))));
}

function mixesUnits(heads: TableRow[], body: TableRow[], textOf: (cell: Cell | undefined) => string): boolean {
  const unit = heads.flatMap((row) => row.cells).find((cell) => UNITS.test(fold(textOf(cell)).replace(/\./g, '')));
  if (!unit) return false;
  return new Set(body.map((row) => fold(textOf(covering(row, unit.column))))).size > 1;
}

type Amount = { value: string; unit: string; plain: boolean };

/** "1.250", "12,5", "6 hộ": one number that is read one way, with or without a unit; null for anything else. */
function amountOf(text: string): Amount | null {
  if (!/^\d/.test(text) || text.length > 40) return null;
  const { token, end }: { token: NumberToken | null; end: number } = numberAt(text, 0);
  const unit = fold(text.slice(end)).trim();
  if (!token || token.ambiguous || /[\d%/]/.test(unit)) return null;
  return { value: token.value, unit, plain: token.plain };
}

const isYear = ({ value, plain }: Amount): boolean => plain && /^(?:19|20)\d\d$/.test(value);

/** The sum of the parts where the printed total is another, else null. */
function wrongSum(parts: (Amount | null)[], total: Amount, measured: boolean): string | null {
  const amounts = parts.filter((part): part is Amount => part !== null);
  if (amounts.length !== parts.length || amounts.some(({ unit }) => unit !== total.unit)) return null;
  if ([...amounts, total].every(isYear)) return null;
  const sum = amounts.reduce((all, { value }) => addDecimals(all, value), '0');
  const gap = Math.abs(Number(addDecimals(sum, `-${total.value}`)));
  // Rounded parts may miss a rounded whole by half a last digit each; what is counted one by one is not rounded.
  const digits = Math.max(...[...amounts, total].map(({ value }) => value.split('.')[1]?.length ?? 0));
  const rounding = digits > 0 || measured ? ((amounts.length + 1) * 10 ** -digits) / 2 : 0;
  if (gap <= rounding) return null;
  // An average or the best of them stands there, or the rows hold their own subtotals.
  const within = amounts.some(({ value }) => compareDecimals(value, total.value) >= 0);
  const doubled = compareDecimals(sum, addDecimals(total.value, total.value)) === 0;
  return within || doubled ? null : sum;
}
