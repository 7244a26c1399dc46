/** The pages of a PDF or a scan → blocks in reading order, tables that go on over pages made one. */

import type { Block, Paragraph, Table, TableCell } from '../blocks.ts';
import { READ_LIMITS, ReadFailure } from '../limits.ts';
import { type Stretch, stretchesOf } from './columns.ts';
import { withoutFurniture } from './furniture.ts';
import { linesOf, lineWith } from './lines.ts';
import {
  cellParagraphs,
  columnParagraphs,
  type Measure,
  measureOf,
  type Open,
  paragraphsOf,
  type Setting,
} from './paragraphs.ts';
import { type Grid, ruledTables } from './ruled-tables.ts';
import type { Sheet, TextLine, Word } from './sheet.ts';

type Placed = { y: number; grid: Grid } | { y: number; stretch: Stretch };

/** Makes the blocks of all pages. */
export function blocksOfSheets(sheets: readonly Sheet[]): Block[] {
  const pages = sheets.map((sheet) => {
    const { grids, rest } = ruledTables(sheet);
    return { sheet, grids, lines: linesOf(rest), height: sheet.height, width: sheet.width };
  });
  const kept = withoutFurniture(pages);
  const measure = commonMeasure(kept);
  const flow: Flow = { blocks: [], tables: new Map(), open: null, columns: null, landscape: null };
  for (const [at, page] of pages.entries()) {
    const lines = kept[at] ?? [];
    turnPage(flow, page.width > page.height);
    const few = { lines, grids: page.grids, width: page.width };
    const own = lines.length >= 8 ? measureOf(lines) : narrowMeasure(few, flow.landscape ? null : measure);
    const placed: Placed[] = [
      ...page.grids.map((grid) => ({ y: grid.top, grid })),
      ...between(lines, page.grids).flatMap((run) =>
        stretchesOf(run, page.width).map((stretch) => ({ y: topOf(stretch), stretch })),
      ),
    ];
    placed.sort((a, b) => a.y - b.y);
    for (const [index, item] of placed.entries()) {
      if ('grid' in item) addGrid(flow, item.grid, page.sheet, index === 0);
      else addStretch(flow, item.stretch, page.sheet.page, own);
    }
    if (flow.blocks.length > READ_LIMITS.blocks) throw new ReadFailure('too-large', { megabytes: 100 });
  }
  return flow.blocks;
}

type Flow = {
  blocks: Block[];
  /** Edges of the columns of each table, to know its continuation by. */
  tables: Map<Table, number[]>;
  /** The paragraph that the next line may go on with. */
  open: Open | null;
  /** Two columns that the next page may go on with. */
  columns: { table: Table; page: number; gutter: number } | null;
  landscape: boolean | null;
};

function turnPage(flow: Flow, landscape: boolean): void {
  if (flow.landscape !== null && flow.landscape !== landscape) {
    flow.blocks.push({ kind: 'section', landscape });
    flow.open = null;
  }
  flow.landscape = landscape;
}

/** Shares of a page's width within which its text stands at least: margins are 35 and 20 mm at most. */
const TEXT_LEFT = 0.16;
const TEXT_RIGHT = 0.9;

/** Edges for a page with few lines: those of its tables, of the other pages, or the usual margins. */
function narrowMeasure(page: { lines: TextLine[]; grids: Grid[]; width: number }, common: Measure | null): Measure {
  const own = [...page.lines, ...page.grids];
  const usual = common ?? { left: page.width * TEXT_LEFT, right: page.width * TEXT_RIGHT };
  return {
    left: own.reduce((least, one) => Math.min(least, one.left), usual.left),
    right: own.reduce((most, one) => Math.max(most, one.right), usual.right),
  };
}

/** Lines above, between and below the tables: text in columns does not reach past a table. */
function between(lines: TextLine[], grids: Grid[]): TextLine[][] {
  const tops = grids.map((grid) => grid.top).sort((a, b) => a - b);
  const runs: TextLine[][] = Array.from({ length: tops.length + 1 }, () => []);
  for (const line of lines) runs[tops.filter((top) => top < line.y).length]?.push(line);
  return runs.filter((run) => run.length > 0);
}

function topOf(stretch: Stretch): number {
  if (stretch.kind === 'lines') return stretch.lines[0]?.y ?? 0;
  if (stretch.kind === 'columns') return Math.min(stretch.left[0]?.y ?? 1e9, stretch.right[0]?.y ?? 1e9);
  return stretch.rows[0]?.flat()[0]?.y ?? 0;
}

/** The usual edges of the text over all pages, or null. */
function commonMeasure(pages: TextLine[][]): Measure | null {
  const all = pages
    .filter((lines) => lines.length >= 8)
    .slice(0, 20)
    .flat();
  return all.length === 0 ? null : measureOf(all);
}

function addStretch(flow: Flow, stretch: Stretch, page: number, measure: Measure): void {
  if (stretch.kind === 'rows') {
    const rows = stretch.rows.map((row) => ({
      head: false,
      cells: row.map((words, column) => cellOf(words, { column, columnSpan: 1, continued: false }, page, null)),
    }));
    addTable(flow, { kind: 'table', rows, page });
    return;
  }
  const goesOn = flow.columns && flow.columns.page + 1 === page ? flow.columns : null;
  if (stretch.kind === 'columns') {
    const { left, right, gutter } = stretch;
    const lists = [
      columnParagraphs(left, { page, measure: { left: measure.left, right: gutter.to } }),
      columnParagraphs(right, { page, measure: { left: gutter.from, right: measure.right } }),
    ];
    if (goesOn) {
      addToColumns(goesOn.table, lists);
      return;
    }
    const cells = lists.map(
      (paragraphs, column): TableCell => ({ column, columnSpan: 1, continued: false, paragraphs }),
    );
    const table: Table = { kind: 'table', rows: [{ cells, head: false }], page };
    addTable(flow, table);
    flow.columns = { table, page, gutter: gutter.to };
    return;
  }
  const lines = goesOn ? afterColumns(goesOn, stretch.lines, { page, measure }) : stretch.lines;
  if (lines.length === 0) {
    // What comes next on this page goes on as well.
    flow.columns = goesOn && { ...goesOn, page: page - 1 };
    return;
  }
  const { paragraphs, open } = paragraphsOf(lines, { page, measure }, flow.open);
  flow.blocks.push(...paragraphs);
  flow.open = open;
  flow.columns = null;
}

/** Takes the lines that go on with the columns of the page before; answers the rest. */
function afterColumns(columns: NonNullable<Flow['columns']>, lines: TextLine[], setting: Setting): TextLine[] {
  const isLeft = (line: TextLine) => line.right <= columns.gutter + line.size * 3 && isItem(line);
  const isRight = (line: TextLine) => line.left >= columns.gutter - line.size;
  let end = 0;
  for (let line = lines[0]; line && (isLeft(line) || isRight(line)); line = lines[end]) end += 1;
  const taken = lines.slice(0, end);
  const lists = [taken.filter((line) => !isRight(line)), taken.filter(isRight)];
  addToColumns(
    columns.table,
    lists.map((list) => columnParagraphs(list, setting)),
  );
  return lines.slice(end);
}

const isItem = (line: TextLine): boolean => /^[-–+•]/.test(line.words[0]?.text ?? '');

/** A list of recipients, or the name under a signature, that stands on the next page. */
function addToColumns(table: Table, lists: Paragraph[][]): void {
  for (const [column, paragraphs] of lists.entries()) table.rows[0]?.cells[column]?.paragraphs.push(...paragraphs);
}

function addTable(flow: Flow, table: Table): void {
  flow.open = null;
  flow.columns = null;
  flow.blocks.push(table);
}

function cellOf(words: Word[], place: Omit<TableCell, 'paragraphs'>, page: number, measure: Measure | null): TableCell {
  const lines = linesOf(words);
  return {
    ...place,
    paragraphs: lines.length === 0 ? [] : cellParagraphs(lines, { page, measure: measure ?? measureOf(lines) }),
  };
}

function addGrid(flow: Flow, grid: Grid, sheet: Sheet, atTop: boolean): void {
  const table: Table = { kind: 'table', rows: rowsOfGrid(grid, sheet.page), page: sheet.page };
  if (table.rows.length === 0) return;
  const last = flow.blocks.at(-1);
  const edges = last?.kind === 'table' ? flow.tables.get(last) : undefined;
  if (atTop && last?.kind === 'table' && edges && sameEdges(edges, grid.edges)) {
    continueTable(last, table);
    return;
  }
  flow.tables.set(table, grid.edges);
  addTable(flow, table);
}

const sameEdges = (a: number[], b: number[]): boolean =>
  a.length === b.length && a.every((edge, at) => Math.abs(edge - (b[at] ?? 0)) < 6);

function rowsOfGrid(grid: Grid, page: number): Table['rows'] {
  const rows: Table['rows'] = [];
  const paragraphs = new Map<unknown, Paragraph[]>();
  for (const line of grid.at) {
    const cells: TableCell[] = [];
    for (const [column, cell] of line.entries()) {
      if (!cell || cell.column !== column) continue;
      const first = !paragraphs.has(cell);
      const measure = { left: (grid.edges[column] ?? 0) + 4, right: (grid.edges[column + cell.columnSpan] ?? 0) - 4 };
      const own =
        paragraphs.get(cell) ??
        cellOf(cell.words, { column, columnSpan: cell.columnSpan, continued: false }, page, measure).paragraphs;
      paragraphs.set(cell, own);
      cells.push({ column, columnSpan: cell.columnSpan, continued: !first, paragraphs: own });
    }
    if (cells.some((cell) => !cell.continued && cell.paragraphs.length > 0)) rows.push({ cells, head: false });
  }
  return rows;
}

const rowText = (row: Table['rows'][number] | undefined): string =>
  (row?.cells ?? []).map((cell) => cell.paragraphs.map((paragraph) => paragraph.text).join(' ')).join(' | ');

/** Adds the rows of the next page: its repeated head is dropped, a row cut by the page break is mended. */
function continueTable(table: Table, next: Table): void {
  let from = 0;
  while (from < next.rows.length - 1 && from < 4 && rowText(next.rows[from]) === rowText(table.rows[from])) from += 1;
  for (let at = 0; at < from; at++) {
    const row = table.rows[at];
    if (row) row.head = true;
  }
  const rows = next.rows.slice(from);
  const cut = rows[0];
  const last = table.rows.at(-1);
  if (cut && last && isCutRow(table, cut)) {
    for (const [at, cell] of cut.cells.entries()) {
      const above = last.cells[at];
      if (!above || cell.paragraphs.length === 0) continue;
      above.paragraphs = joined(above.paragraphs, cell.paragraphs);
    }
    rows.shift();
  }
  table.rows.push(...rows);
}

/** A row whose number stands on the page before: its first cell is empty in a table where others are filled. */
function isCutRow(table: Table, row: Table['rows'][number]): boolean {
  const last = table.rows.at(-1);
  if (!last || last.cells.length !== row.cells.length || (row.cells[0]?.paragraphs.length ?? 0) > 0) return false;
  const recent = table.rows.slice(-5);
  return recent.every((one) => (one.cells[0]?.paragraphs.length ?? 0) > 0);
}

function joined(above: Paragraph[], below: Paragraph[]): Paragraph[] {
  const end = above.at(-1);
  const start = below[0];
  if (!end || !start || /[.;:]$/.test(end.text)) return [...above, ...below];
  return [...above.slice(0, -1), { ...end, text: `${end.text} ${start.text}` }, ...below.slice(1)];
}

/** All lines of a sheet, for those who only need its text. */
export function plainLines(sheet: Sheet): TextLine[] {
  return linesOf(sheet.words).map((line) => lineWith(line.words, line));
}
