/** Tables drawn with lines: rulings → a grid of cells, and the words that stand in each. */

import type { Rule, Sheet, Word } from './sheet.ts';

export type GridCell = {
  column: number;
  columnSpan: number;
  row: number;
  rowSpan: number;
  words: Word[];
};

export type Grid = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Edges of the columns, from left to right, one more than there are columns. */
  edges: number[];
  /** Edges of the rows, from the top down. */
  rowEdges: number[];
  cells: GridCell[];
  /** Which cell covers a row and column. */
  at: (GridCell | undefined)[][];
};

/** Points within which two rulings lie on one line, or meet. */
const NEAR = 3;
const MOST_EDGES = 300;

/** Finds the ruled tables of a page; words inside them are taken out of what is left. */
export function ruledTables(sheet: Sheet): { grids: Grid[]; rest: Word[] } {
  const upright = merge(
    sheet.rules.filter((rule) => rule.x1 === rule.x2),
    'x',
  );
  const lying = merge(
    sheet.rules.filter((rule) => rule.y1 === rule.y2),
    'y',
  );
  const grids = components(upright, lying)
    .map((part) => gridOf(part.upright, part.lying))
    .filter((grid) => grid !== null);
  if (grids.length === 0) return { grids, rest: sheet.words };
  const rest: Word[] = [];
  for (const word of sheet.words) {
    const x = (word.left + word.right) / 2;
    const y = word.y - word.size * 0.3;
    const grid = grids.find((one) => x > one.left && x < one.right && y > one.top - 1 && y < one.bottom + 1);
    const cell = grid ? cellAt(grid, x, y) : undefined;
    if (cell) cell.words.push(word);
    else rest.push(word);
  }
  return { grids: grids.filter((grid) => grid.cells.some((cell) => cell.words.length > 0)), rest };
}

function cellAt(grid: Grid, x: number, y: number): GridCell | undefined {
  return grid.at[slot(grid.rowEdges, y)]?.[slot(grid.edges, x)];
}

/** Index of the interval that holds the value; values outside go to the nearest. */
function slot(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Joins rulings that continue or repeat each other along one line. */
function merge(rules: Rule[], axis: 'x' | 'y'): Rule[] {
  const across = (rule: Rule) => (axis === 'x' ? rule.x1 : rule.y1);
  const from = (rule: Rule) => (axis === 'x' ? rule.y1 : rule.x1);
  const to = (rule: Rule) => (axis === 'x' ? rule.y2 : rule.x2);
  const sorted = [...rules].sort((a, b) => across(a) - across(b) || from(a) - from(b));
  const merged: Rule[] = [];
  let group: Rule[] = [];
  const flush = () => {
    const base = group[0];
    if (!base) return;
    const line = across(base);
    for (const rule of group.sort((a, b) => from(a) - from(b))) {
      const last = merged.at(-1);
      if (last && across(last) === line && from(rule) <= to(last) + NEAR) {
        if (axis === 'x') last.y2 = Math.max(last.y2, rule.y2);
        else last.x2 = Math.max(last.x2, rule.x2);
      } else if (axis === 'x') merged.push({ x1: line, x2: line, y1: rule.y1, y2: rule.y2 });
      else merged.push({ y1: line, y2: line, x1: rule.x1, x2: rule.x2 });
    }
    group = [];
  };
  for (const rule of sorted) {
    const first = group[0];
    if (first && across(rule) - across(first) > NEAR / 2) flush();
    group.push(rule);
  }
  flush();
  return merged;
}

/** Sets of rulings that cross or touch each other. */
function components(upright: Rule[], lying: Rule[]): { upright: Rule[]; lying: Rule[] }[] {
  if (upright.length === 0 || lying.length < 2 || upright.length > 2_000 || lying.length > 4_000) return [];
  const parent = Array.from({ length: upright.length + lying.length }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] ?? top;
    let walk = at;
    while (parent[walk] !== top) {
      const next = parent[walk] ?? top;
      parent[walk] = top;
      walk = next;
    }
    return top;
  };
  const byHeight = lying.map((rule, at) => ({ rule, at })).sort((a, b) => a.rule.y1 - b.rule.y1);
  for (const [index, up] of upright.entries()) {
    let at = lowerBound(byHeight, up.y1 - NEAR);
    for (; at < byHeight.length; at++) {
      const candidate = byHeight[at];
      if (!candidate || candidate.rule.y1 > up.y2 + NEAR) break;
      if (up.x1 < candidate.rule.x1 - NEAR || up.x1 > candidate.rule.x2 + NEAR) continue;
      parent[root(index)] = root(upright.length + candidate.at);
    }
  }
  const parts = new Map<number, { upright: Rule[]; lying: Rule[] }>();
  const partOf = (at: number) => {
    const top = root(at);
    const part = parts.get(top) ?? { upright: [], lying: [] };
    parts.set(top, part);
    return part;
  };
  for (const [at, rule] of upright.entries()) partOf(at).upright.push(rule);
  for (const [at, rule] of lying.entries()) partOf(upright.length + at).lying.push(rule);
  return [...parts.values()];
}

function lowerBound(sorted: { rule: Rule }[], y: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.rule.y1 ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Distinct positions, those within {@link NEAR} of each other taken as one. */
function positions(values: number[]): number[] {
  const found: number[] = [];
  for (const value of values.sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || value - last > NEAR) found.push(value);
  }
  return found;
}

function gridOf(upright: Rule[], lying: Rule[]): Grid | null {
  // The outer edges of a table may be open: the ends of its lying rules close it.
  const xs = positions([...upright.map((rule) => rule.x1), ...lying.flatMap((rule) => [rule.x1, rule.x2])]);
  const ys = positions([...lying.map((rule) => rule.y1), ...upright.flatMap((rule) => [rule.y1, rule.y2])]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || xs.length > MOST_EDGES || ys.length > MOST_EDGES) return null;
  const walls = wallsOf(upright, xs, ys, 'upright');
  const floors = wallsOf(lying, ys, xs, 'lying');
  const at: (GridCell | undefined)[][] = Array.from({ length: rows }, () => new Array(columns));
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (at[row]?.[column]) continue;
      let columnSpan = 1;
      while (column + columnSpan < columns && !walls[column + columnSpan]?.[row] && !at[row]?.[column + columnSpan])
        columnSpan += 1;
      let rowSpan = 1;
      while (row + rowSpan < rows && isOpenBelow(floors[row + rowSpan], column, columnSpan)) rowSpan += 1;
      const cell: GridCell = { column, columnSpan, row, rowSpan, words: [] };
      cells.push(cell);
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) {
          const line = at[r];
          if (line) line[c] = cell;
        }
    }
  }
  if (cells.length < 2) return null;
  return {
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    edges: xs,
    rowEdges: ys,
    cells,
    at,
  };
}

const isOpenBelow = (floor: boolean[] | undefined, column: number, span: number): boolean => {
  for (let at = column; at < column + span; at++) if (floor?.[at]) return false;
  return true;
};

/** For each edge and each interval along it, whether a ruling stands there for most of its length. */
function wallsOf(rules: Rule[], edges: number[], along: number[], kind: 'upright' | 'lying'): boolean[][] {
  const walls: boolean[][] = edges.map(() => new Array<boolean>(along.length - 1).fill(false));
  for (const rule of rules) {
    const at = kind === 'upright' ? rule.x1 : rule.y1;
    const from = kind === 'upright' ? rule.y1 : rule.x1;
    const to = kind === 'upright' ? rule.y2 : rule.x2;
    const edge = nearest(edges, at);
    const wall = walls[edge];
    if (!wall) continue;
    for (let slotAt = slot(along, from); slotAt < along.length - 1; slotAt++) {
      const start = along[slotAt] ?? 0;
      const end = along[slotAt + 1] ?? 0;
      if (start > to) break;
      if (Math.min(to, end) - Math.max(from, start) > (end - start) * 0.6) wall[slotAt] = true;
    }
  }
  return walls;
}

function nearest(edges: number[], value: number): number {
  const at = slot(edges, value);
  const next = edges[at + 1] ?? Number.POSITIVE_INFINITY;
  return Math.abs(next - value) < Math.abs((edges[at] ?? 0) - value) ? at + 1 : at;
}
