/** Cuts the text of a document into lines and pieces that carry the facts found in them. Pure. */

import type { ReadingContent } from '../../contract/reading.ts';

export type HighlightKind = 'target' | 'task' | 'citation' | 'due' | 'recipient' | 'finding';
export type Highlight = { key: string; kind: HighlightKind; span: readonly [number, number]; struck: boolean };

/** A stretch of text under the same highlights. */
export type Piece = { from: number; text: string; over: Highlight[] };
export type SheetCell = { from: number; span: number; pieces: Piece[] };
export type SheetLine =
  | {
      kind: 'line';
      from: number;
      align: 'left' | 'right' | 'center' | 'justify' | null;
      bold: boolean;
      italic: boolean;
      page: number | null;
      pieces: Piece[];
    }
  | { kind: 'table'; from: number; page: number | null; rows: { from: number; head: boolean; cells: SheetCell[] }[] };

type Laid = Pick<ReadingContent, 'text' | 'layout'>;
type Run = { text: string; open: Highlight[]; sorted: Highlight[]; next: number };

/** Lines as they stood on the page, with their highlights; rows of one table stand together. Linear in text and highlights. */
export function sheetLines({ text, layout }: Laid, highlights: readonly Highlight[]): SheetLine[] {
  const sorted = [...highlights].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const run: Run = { text, open: [], sorted, next: 0 };
  const lines: SheetLine[] = [];
  let table: number | null = null;
  for (const { span, align, bold, italic, page, row } of layout.lines) {
    const here = highlightsIn(run, span);
    const laid = row === null ? undefined : layout.rows[row];
    const last = lines.at(-1);
    if (laid) {
      const cells = laid.cells
        .filter((cell) => !cell.continued)
        .map((cell) => ({ from: cell.span[0], span: cell.columnSpan, pieces: piecesOf(text, cell.span, here) }));
      const shown = { from: span[0], head: laid.head, cells };
      if (last?.kind === 'table' && table === laid.table) last.rows.push(shown);
      else lines.push({ kind: 'table', from: span[0], page, rows: [shown] });
    } else {
      lines.push({ kind: 'line', from: span[0], align, bold, italic, page, pieces: piecesOf(text, span, here) });
    }
    table = laid?.table ?? null;
  }
  return lines;
}

/** Highlights that touch `span`; lines come in order, so each highlight is opened and closed once. */
function highlightsIn(run: Run, [from, to]: readonly [number, number]): Highlight[] {
  run.open = run.open.filter((highlight) => highlight.span[1] > from);
  for (let one = run.sorted[run.next]; one && one.span[0] < to; one = run.sorted[++run.next])
    if (one.span[1] > from) run.open.push(one);
  return run.open;
}

function piecesOf(text: string, [from, to]: readonly [number, number], here: readonly Highlight[]): Piece[] {
  const inside = here.filter(({ span }) => span[0] < to && span[1] > from);
  if (inside.length === 0) return to > from ? [{ from, text: text.slice(from, to), over: [] }] : [];
  const cuts = new Set([from, to]);
  for (const { span } of inside) {
    cuts.add(Math.max(from, span[0]));
    cuts.add(Math.min(to, span[1]));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((at, index) => {
    const end = edges[index + 1] ?? to;
    return { from: at, text: text.slice(at, end), over: inside.filter(({ span }) => span[0] <= at && span[1] >= end) };
  });
}

/** The fact a click on a piece means: the shortest one over it. */
export function topmost(over: readonly Highlight[]): Highlight | undefined {
  return over.reduce<Highlight | undefined>(
    (best, one) => (!best || one.span[1] - one.span[0] < best.span[1] - best.span[0] ? one : best),
    undefined,
  );
}
