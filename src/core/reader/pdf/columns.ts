/**
 * Text set in columns without rulings: the issuer beside Quốc hiệu, Nơi nhận beside the signature, and tables whose
 * columns are parted by blanks alone.
 */

import { fold } from '../../text/search.ts';
import { gapBetween, lineWith, textOf } from './lines.ts';
import type { TextLine, Word } from './sheet.ts';

export type Gap = { from: number; to: number };

/** A stretch of the page: plain lines, two columns, or rows of a table. */
export type Stretch =
  | { kind: 'lines'; lines: TextLine[] }
  | { kind: 'columns'; left: TextLine[]; right: TextLine[]; gutter: Gap }
  | { kind: 'rows'; edges: number[]; rows: Word[][][] };

/** Parts of the font size: a gap this wide may part two columns. */
const GUTTER = 1.6;

function gapsOf(line: TextLine, least: number): Gap[] {
  const gaps: Gap[] = [];
  for (let at = 1; at < line.words.length; at++) {
    const before = line.words[at - 1];
    const word = line.words[at];
    if (before && word && gapBetween(before, word) > line.size * least)
      gaps.push({ from: before.right, to: word.left });
  }
  return gaps;
}

function widestGap(line: TextLine): number {
  let widest = 0;
  for (let at = 1; at < line.words.length; at++) {
    const gap = (line.words[at]?.left ?? 0) - (line.words[at - 1]?.right ?? 0);
    if (gap > widest) widest = gap;
  }
  return widest;
}

/** Cuts the lines of a page, in order, into stretches. */
export function stretchesOf(lines: TextLine[], width: number): Stretch[] {
  const stretches: Stretch[] = [];
  let plain: TextLine[] = [];
  const flush = () => {
    if (plain.length > 0) stretches.push({ kind: 'lines', lines: plain });
    plain = [];
  };
  let at = 0;
  while (at < lines.length) {
    const rows = blankTable(lines, at);
    if (rows) {
      flush();
      stretches.push(rows.stretch);
      at = rows.end;
      continue;
    }
    const zone = twoColumns(lines, at, width, plain.length);
    if (!zone) {
      const line = lines[at];
      if (line) plain.push(line);
      at += 1;
      continue;
    }
    plain.splice(plain.length - zone.back);
    flush();
    stretches.push(zone.stretch);
    at = zone.end;
  }
  flush();
  return stretches;
}

const startsRecipients = (line: TextLine | undefined): boolean =>
  line !== undefined && fold(textOf(line)).startsWith('noi nhan');

type Zone = { stretch: Stretch; end: number; back: number };

/** Two columns that begin at this line, where it has text on both sides of a gutter or on the right side only. */
function twoColumns(lines: TextLine[], from: number, width: number, plainBefore: number): Zone | null {
  const first = lines[from];
  if (!first || (first.left <= width * 0.4 && widestGap(first) < first.size * 0.7)) return null;
  const candidates = gapsOf(first, GUTTER).filter((gap) => gap.to > width * 0.3 && gap.from < width * 0.7);
  if (candidates.length > 1) return null;
  const lone = first.left > width * 0.4;
  const slim = candidates.length === 0 && !lone ? slimGap(first, width) : null;
  const gutter = candidates[0] ?? slim ?? (lone ? { from: 0, to: first.left } : null);
  if (!gutter) return null;
  let back = 0;
  // The list of recipients often begins a hair above the signature.
  while (back < plainBefore && back < 8 && beside(lines[from - back - 1], gutter) === 'left') {
    back += 1;
    if (startsRecipients(lines[from - back])) break;
  }
  if (back > 0 && !startsRecipients(lines[from - back])) back = 0;
  const zone = collect(lines, from, back, gutter, width);
  // One line with a somewhat wide blank is no column; several under each other are.
  return slim && zone && zone.end - from < 3 ? null : zone;
}

/** The widest blank near the middle of a line, where it clearly stands out among the others. */
function slimGap(line: TextLine, width: number): Gap | null {
  const gaps = gapsOf(line, -1).map((gap) => ({ ...gap, wide: gap.to - gap.from }));
  const usual = [...gaps].sort((a, b) => a.wide - b.wide)[gaps.length >> 1]?.wide ?? 0;
  const widest = gaps.reduce<(typeof gaps)[number] | null>(
    (best, gap) => (best && best.wide >= gap.wide ? best : gap),
    null,
  );
  if (!widest || widest.wide < line.size * 0.7 || widest.wide < usual * 2.2) return null;
  return widest.to > width * 0.35 && widest.from < width * 0.65 ? { from: widest.from, to: widest.to } : null;
}

function beside(line: TextLine | undefined, gutter: Gap): 'left' | 'right' | 'across' {
  if (!line) return 'across';
  if (line.left >= gutter.to - 1) return 'right';
  return line.right <= gutter.to ? 'left' : 'across';
}

function collect(lines: TextLine[], from: number, back: number, begin: Gap, width: number): Zone | null {
  let gutter = begin;
  let end = from;
  let lastRight = from;
  let both = 0;
  let rightSeen = 0;
  let leftSeen = 0;
  let pitch = 0;
  for (let at = from - back; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const previous = at > from - back ? lines[at - 1] : undefined;
    const step = previous ? line.y - previous.y : 0;
    if (previous && step > Math.max(line.size * 9, pitch * 3)) break;
    const narrowed = narrow(line, gutter);
    if (!narrowed || narrowed.to < width * 0.25 || narrowed.from > width * 0.75) break;
    gutter = narrowed;
    const hasLeft = line.left < gutter.from + 1 && line.words.some((word) => word.right <= gutter.from + 1);
    const hasRight = line.right > gutter.to - 1;
    if (hasLeft && hasRight) both += 1;
    if (hasLeft) leftSeen += 1;
    if (hasRight) {
      rightSeen += 1;
      lastRight = at;
    }
    if (step > 0 && step < line.size * 3) pitch = Math.max(pitch, step);
    end = at + 1;
  }
  if (leftSeen === 0 || rightSeen === 0 || (both === 0 && leftSeen + rightSeen < 3)) return null;
  end = trimTail(lines, lastRight, end);
  if (end - (from - back) < 2 && gutter.to - gutter.from < (lines[from]?.size ?? 12) * 4) return null;
  return { stretch: split(lines.slice(from - back, end), gutter), end, back };
}

/** The gutter as this line leaves it, or null when the line crosses it. */
function narrow(line: TextLine, gutter: Gap): Gap | null {
  if (line.left >= gutter.to - 1) return { from: gutter.from, to: Math.min(gutter.to, line.left) };
  if (line.right <= gutter.to - line.size * 0.5) {
    return { from: Math.max(gutter.from, line.right), to: gutter.to };
  }
  for (const gap of gapsOf(line, 0.7)) {
    const from = Math.max(gap.from, gutter.from);
    const to = Math.min(gap.to, gutter.to);
    if (to - from > line.size * 0.5) return { from, to };
  }
  return null;
}

/** Lines on the left below the last one on the right belong to the block only as a list that goes on. */
function trimTail(lines: TextLine[], lastRight: number, end: number): number {
  let at = lastRight + 1;
  while (at < end) {
    const line = lines[at];
    const before = lines[at - 1];
    if (!line || !before || line.y - before.y > line.size * 2.2) break;
    if (!/^[-–+•]/.test(line.words[0]?.text ?? '') && Math.abs(line.left - before.left) > line.size) break;
    at += 1;
  }
  return at;
}

function split(lines: TextLine[], gutter: Gap): Stretch {
  const left: TextLine[] = [];
  const right: TextLine[] = [];
  const middle = (gutter.from + gutter.to) / 2;
  for (const line of lines) {
    const before = line.words.filter((word) => word.right <= middle);
    const behind = line.words.filter((word) => word.right > middle);
    if (before.length > 0) left.push(lineWith(before, line));
    if (behind.length > 0) right.push(lineWith(behind, line));
  }
  return { kind: 'columns', left, right, gutter };
}

/** Rows of three columns or more, parted by blanks that lie under each other in at least three lines. */
function blankTable(lines: TextLine[], from: number): { stretch: Stretch; end: number } | null {
  const first = lines[from];
  if (!first || first.words.length < 3 || widestGap(first) < first.size * 1.2) return null;
  let gutters = gapsOf(first, 1.2);
  if (gutters.length < 2) return null;
  let end = from + 1;
  let full = 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    const before = lines[end - 1];
    if (!line || !before || line.y - before.y > line.size * 4) break;
    const kept = gutters.map((gutter) => clear(line, gutter)).filter((gutter) => gutter !== null);
    if (kept.length < 2 || kept.length < gutters.length) break;
    gutters = kept;
    if (gapsOf(line, 1.2).length >= 2) full += 1;
  }
  if (full < 3) return null;
  const edges = gutters.map((gutter) => (gutter.from + gutter.to) / 2);
  return { stretch: { kind: 'rows', edges, rows: rowsOf(lines.slice(from, end), edges) }, end };
}

/** The part of the gutter that no word of the line covers, or null when too little is left. */
function clear(line: TextLine, gutter: Gap): Gap | null {
  let { from, to } = gutter;
  for (const word of line.words) {
    if (word.right <= from || word.left >= to) continue;
    if (word.left - from > to - word.right) to = word.left;
    else from = word.right;
  }
  return to - from > line.size * 0.4 ? { from, to } : null;
}

function rowsOf(lines: TextLine[], edges: number[]): Word[][][] {
  const rows: Word[][][] = [];
  for (const line of lines) {
    const cells: Word[][] = Array.from({ length: edges.length + 1 }, () => []);
    for (const word of line.words) {
      const x = (word.left + word.right) / 2;
      const column = edges.filter((edge) => edge < x).length;
      cells[column]?.push(word);
    }
    const last = rows.at(-1);
    const filled = cells.filter((cell) => cell.length > 0).length;
    // A line that fills but one inner column goes on with the row above.
    if (last && filled === 1 && (cells[0]?.length ?? 0) === 0) {
      for (const [at, cell] of cells.entries()) last[at]?.push(...cell);
    } else rows.push(cells);
  }
  return rows;
}
