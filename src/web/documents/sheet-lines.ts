/** Cuts the text of a document into lines and pieces that carry the facts found in them. Pure. */

export type HighlightKind = 'target' | 'task' | 'citation' | 'due' | 'recipient' | 'finding';
export type Highlight = { key: string; kind: HighlightKind; span: readonly [number, number]; struck: boolean };

/** A stretch of text under the same highlights. */
export type Piece = { from: number; text: string; over: Highlight[] };
export type SheetLine =
  | { kind: 'line'; from: number; heading: number | null; centred: boolean; pieces: Piece[] }
  | { kind: 'table'; from: number; rows: { from: number; cells: { from: number; pieces: Piece[] }[] }[] };

const CELL = ' | ';

/** Lines of `text` with their highlights; stretches of rows ("a | b | c") become tables. Linear in text and highlights. */
export function sheetLines(
  text: string,
  highlights: readonly Highlight[],
  headings: readonly { level: number; span: readonly [number, number] }[],
): SheetLine[] {
  const sorted = [...highlights].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const levels = new Map(headings.map((heading) => [heading.span[0], heading.level]));
  const lines: SheetLine[] = [];
  let open: Highlight[] = [];
  let next = 0;
  let seenHeading = false;
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    open = open.filter((highlight) => highlight.span[1] > from);
    for (let one = sorted[next]; one && one.span[0] < to; one = sorted[++next]) open.push(one);
    const here = open.filter((highlight) => highlight.span[0] < to);
    const words = text.slice(from, to);
    if (words.includes(CELL)) {
      const row = { from, cells: cellsOf(text, from, to, here) };
      const last = lines.at(-1);
      if (last?.kind === 'table') last.rows.push(row);
      else lines.push({ kind: 'table', from, rows: [row] });
    } else if (words !== '') {
      const heading = headingAt(levels, from, to);
      seenHeading ||= heading !== null && heading > 0;
      const capitals = words.length < 200 && words === words.toLocaleUpperCase('vi') && /\p{Lu}/u.test(words);
      lines.push({
        kind: 'line',
        from,
        heading,
        centred: !seenHeading && capitals,
        pieces: piecesOf(text, from, to, here),
      });
    }
    if (newline < 0) break;
    from = newline + 1;
  }
  return lines;
}

function headingAt(levels: Map<number, number>, from: number, to: number): number | null {
  for (let at = from; at < Math.min(to, from + 12); at++) {
    const level = levels.get(at);
    if (level !== undefined) return level;
  }
  return null;
}

function cellsOf(text: string, from: number, to: number, here: Highlight[]): { from: number; pieces: Piece[] }[] {
  const cells: { from: number; pieces: Piece[] }[] = [];
  for (let at = from; at <= to; ) {
    const bar = text.indexOf(CELL, at);
    const end = bar < 0 || bar > to ? to : bar;
    cells.push({ from: at, pieces: piecesOf(text, at, end, here) });
    if (end === to) break;
    at = end + CELL.length;
  }
  return cells;
}

function piecesOf(text: string, from: number, to: number, here: readonly Highlight[]): Piece[] {
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
