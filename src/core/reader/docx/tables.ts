/** Tables of a Word file: rows and cells as they are read, then blocks with merged cells repeated. */

import type { Block, Paragraph, Table, TableCell } from '../blocks.ts';
import { READ_LIMITS, ReadFailure } from '../limits.ts';

type OpenCell = {
  column: number;
  span: number;
  merge: 'restart' | 'continue' | null;
  deleted: boolean;
  blocks: Block[];
};
type OpenRow = { cells: OpenCell[]; head: boolean; deleted: boolean; column: number };
export type OpenTable = { rows: OpenRow[]; row: OpenRow | null; cell: OpenCell | null; cellCount: number };

export const openTable = (): OpenTable => ({ rows: [], row: null, cell: null, cellCount: 0 });

export function openRow(table: OpenTable): void {
  table.row = { cells: [], head: false, deleted: false, column: 0 };
}

export function closeRow(table: OpenTable): void {
  if (table.row && !table.row.deleted && table.row.cells.length > 0) table.rows.push(table.row);
  table.row = null;
}

export function openCell(table: OpenTable): void {
  table.cellCount += 1;
  if (table.cellCount > READ_LIMITS.tableCells) throw new ReadFailure('too-large', { megabytes: 20 });
  table.cell = { column: table.row?.column ?? 0, span: 1, merge: null, deleted: false, blocks: [] };
}

export function closeCell(table: OpenTable, blocks: Block[]): void {
  const { cell, row } = table;
  table.cell = null;
  if (!cell || !row) return;
  cell.blocks = blocks;
  row.column = cell.column + cell.span;
  if (!cell.deleted) row.cells.push(cell);
}

/** The blocks of a finished table: one table, or several where a frame around other tables is taken apart. */
export function closeTable(table: OpenTable): Block[] {
  const columns = table.rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  if (columns === 0) return [];
  const frame = columns <= 2 && table.rows.some((row) => row.cells.some((cell) => cell.blocks.some(isGrid)));
  if (frame) return takenApart(table);
  const above = new Map<number, Paragraph[]>();
  return [tableOf(table.rows.map((row) => ({ head: row.head, cells: row.cells.map((cell) => finish(cell, above)) })))];
}

const isGrid = (block: Block): boolean =>
  block.kind === 'table' && block.rows.length > 1 && block.rows.some((row) => row.cells.length > 1);

function tableOf(rows: Table['rows']): Table {
  const first = rows[0]?.cells[0]?.paragraphs[0];
  return { kind: 'table', rows, page: first?.page ?? null };
}

function finish(cell: OpenCell, above: Map<number, Paragraph[]>): TableCell {
  const merged = cell.merge === 'continue' ? above.get(cell.column) : undefined;
  const paragraphs = merged ?? numbersAsText(flatten(cell.blocks));
  if (cell.merge === 'restart') above.set(cell.column, paragraphs);
  else if (cell.merge === null) above.delete(cell.column);
  return { column: cell.column, columnSpan: cell.span, continued: merged !== undefined, paragraphs };
}

/** Automatic numbers of a column "TT" stand in cells without any text of their own. */
function numbersAsText(paragraphs: Paragraph[]): Paragraph[] {
  return paragraphs.map((paragraph) =>
    paragraph.label !== null && paragraph.text.trim() === ''
      ? { ...paragraph, text: paragraph.label, label: null }
      : paragraph,
  );
}

/** A small table inside a cell: its rows as lines of the cell. */
function flatten(blocks: Block[]): Paragraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    if (block.kind === 'section') return [];
    return block.rows.flatMap((row) => {
      const paragraphs = row.cells.filter((cell) => !cell.continued).flatMap((cell) => cell.paragraphs);
      const first = paragraphs[0];
      const text = paragraphs
        .map((paragraph) => paragraph.text.trim())
        .filter((line) => line !== '')
        .join(' ');
      return first && text !== '' ? [{ ...first, text }] : [];
    });
  });
}

/** A frame of one or two columns around tables: what stands outside them stays a table, each inner one stands alone. */
function takenApart(table: OpenTable): Block[] {
  const blocks: Block[] = [];
  let rows: Table['rows'] = [];
  const above = new Map<number, Paragraph[]>();
  for (const row of table.rows) {
    const after: Block[] = [];
    const cells = row.cells.map((cell) => {
      const at = cell.blocks.findIndex(isGrid);
      if (at < 0) return finish(cell, above);
      after.push(...cell.blocks.slice(at));
      return finish({ ...cell, blocks: cell.blocks.slice(0, at) }, above);
    });
    rows.push({ head: row.head, cells });
    if (after.length === 0) continue;
    blocks.push(tableOf(rows), ...after);
    rows = [];
  }
  if (rows.length > 0) blocks.push(tableOf(rows));
  return blocks.filter((block) => block.kind !== 'table' || block.rows.some((row) => row.cells.some(hasText)));
}

const hasText = (cell: TableCell): boolean => cell.paragraphs.some((paragraph) => paragraph.text.trim() !== '');
