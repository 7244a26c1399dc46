/** Rows of a Word 97 table → a table: columns come from where the cells' edges lie. */

import type { Block } from '../blocks.ts';
import { closeCell, closeRow, closeTable, openCell, openRow, openTable } from '../docx/tables.ts';
import type { RowShape } from './formatting.ts';

export type OpenGrid = { rows: { cells: Block[][]; shape: RowShape | null; head: boolean }[] };

export function addRow(grid: OpenGrid, cells: Block[][], shape: RowShape | null, head: boolean): void {
  if (cells.length > 0) grid.rows.push({ cells, shape, head });
}

/** Twips within which two edges are one; a point has twenty. */
const NEAR = 40;

/** The blocks of the table. */
export function closeGrid(grid: OpenGrid): Block[] {
  const edges = commonEdges(grid);
  const table = openTable();
  for (const row of grid.rows) {
    openRow(table);
    if (table.row) table.row.head = row.head;
    for (const [at, blocks] of row.cells.entries()) {
      const shape = row.shape;
      // A cell merged into the one before it keeps its mark but holds nothing.
      if (shape?.joined[at] && at > 0) continue;
      openCell(table);
      const cell = table.cell;
      if (cell && shape) {
        let last = at;
        while (shape.joined[last + 1]) last += 1;
        const from = indexOf(edges, shape.edges[at] ?? 0);
        const to = indexOf(edges, shape.edges[last + 1] ?? 0);
        cell.column = from;
        cell.span = Math.max(1, to - from);
        cell.merge = shape.merges[at] ?? null;
      }
      closeCell(table, blocks);
    }
    closeRow(table);
  }
  return closeTable(table);
}

function commonEdges(grid: OpenGrid): number[] {
  const all = grid.rows.flatMap((row) => row.shape?.edges ?? []).sort((a, b) => a - b);
  const edges: number[] = [];
  for (const edge of all) if (edges.length === 0 || edge - (edges.at(-1) ?? 0) > NEAR) edges.push(edge);
  return edges;
}

/** Index of the edge nearest to a place; edges are sorted. */
function indexOf(edges: readonly number[], place: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= place + NEAR / 2) low = middle;
    else high = middle - 1;
  }
  return low;
}
