/** Character and paragraph properties of a Word 97 file, found by the place of the text in the file. */

import type { ParagraphProperties, RunProperties } from '../docx/styles.ts';
import { ReadFailure } from '../limits.ts';
import type { Place } from './header.ts';
import { eachSprm, i16, MOST_TIMES, type Sprm, u8, u16, u32 } from './sprms.ts';

/** A run of bytes that shares properties; `list` is where its sprms lie, in `view`. */
type Run = { from: number; to: number; style: number; list: { from: number; to: number } };

const PAGE = 512;
const MOST_RUNS = 400_000;

/** Reads the pages that a bin table names: `kind` says whether of characters or of paragraphs. */
export function readRuns(document: DataView, table: DataView, place: Place, kind: 'characters' | 'paragraphs'): Run[] {
  const count = Math.max(0, Math.floor((place.size - 4) / 8));
  const runs: Run[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count; index++) {
    const page = (u32(table, place.at + (count + 1) * 4 + index * 4) & 0x3fffff) * PAGE;
    if (page + PAGE > document.byteLength || seen.has(page)) continue;
    seen.add(page);
    const crun = u8(document, page + PAGE - 1);
    for (let at = 0; at < crun; at++) {
      const from = u32(document, page + at * 4);
      const to = u32(document, page + at * 4 + 4);
      const run =
        kind === 'characters' ? characterRun(document, page, crun, at) : paragraphRun(document, page, crun, at);
      if (to > from) runs.push({ from, to, ...run });
    }
    if (runs.length > MOST_RUNS) throw new ReadFailure('damaged');
  }
  return runs.sort((a, b) => a.from - b.from);
}

function characterRun(document: DataView, page: number, crun: number, at: number): Pick<Run, 'style' | 'list'> {
  const offset = u8(document, page + (crun + 1) * 4 + at) * 2;
  if (offset === 0) return { style: 0, list: { from: 0, to: 0 } };
  const from = page + offset + 1;
  return { style: 0, list: { from, to: Math.min(from + u8(document, page + offset), page + PAGE - 1) } };
}

function paragraphRun(document: DataView, page: number, crun: number, at: number): Pick<Run, 'style' | 'list'> {
  const offset = page + u8(document, page + (crun + 1) * 4 + at * 13) * 2;
  if (offset === page) return { style: 0, list: { from: 0, to: 0 } };
  const words = u8(document, offset);
  const start = words === 0 ? offset + 2 : offset + 1;
  const size = words === 0 ? u8(document, offset + 1) * 2 : words * 2 - 1;
  const to = Math.min(start + size, page + PAGE - 1);
  return { style: u16(document, start), list: { from: start + 2, to } };
}

/** The run that holds a place of the file; those looked for one after the other are found at once. */
export function finder(runs: readonly Run[]): (at: number) => Run | null {
  let last = 0;
  return (at) => {
    const near = runs[last];
    if (near && at >= near.from && at < near.to) return near;
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.from ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    last = low;
    const found = runs[low];
    return found && at >= found.from && at < found.to ? found : null;
  };
}

export type CharacterChanges = RunProperties & {
  deleted?: boolean;
  symbol?: { font: number; code: number };
  fontIndex?: number;
  styleIndex?: number;
};

/** On, off, as in the style (128) or the opposite of it (129). */
function toggle(value: number, inherited: boolean | undefined): boolean {
  if (value === 128) return inherited ?? false;
  if (value === 129) return !(inherited ?? false);
  return value !== 0;
}

/** Properties of characters that a list of sprms sets, over what the style gave. */
export function characterChanges(
  view: DataView,
  list: { from: number; to: number },
  style: RunProperties,
): CharacterChanges {
  const changes: CharacterChanges = {};
  eachSprm(view, list.from, list.to, ({ code, at }) => {
    if (code === 0x0835) changes.bold = toggle(u8(view, at), style.bold);
    else if (code === 0x0836) changes.italic = toggle(u8(view, at), style.italic);
    else if (code === 0x083b) changes.caps = toggle(u8(view, at), style.caps);
    else if (code === 0x083c) changes.hidden = toggle(u8(view, at), style.hidden);
    else if (code === 0x0800) changes.deleted = u8(view, at) !== 0;
    // The font of letters above ASCII counts, where legacy codes lie; files without it give that of ASCII alone.
    else if (code === 0x4a51 || (code === 0x4a4f && changes.fontIndex === undefined)) changes.fontIndex = u16(view, at);
    else if (code === 0x4a30) changes.styleIndex = u16(view, at);
    else if (code === 0x6a09) changes.symbol = { font: u16(view, at), code: u16(view, at + 2) };
  });
  return changes;
}

export type RowShape = { edges: number[]; merges: ('restart' | 'continue' | null)[]; joined: boolean[] };

export type ParagraphChanges = ParagraphProperties & {
  inTable: boolean;
  /** The mark that ends a row. */
  rowEnd: boolean;
  head: boolean;
  row: RowShape | null;
};

const ALIGNMENTS = ['left', 'center', 'right', 'justify', 'justify', 'justify'] as const;

/** Lists of changes too long for their page, in a stream of their own. Each is read once, however many name it. */
export type LongLists = { view: DataView; known: Map<number, Partial<ParagraphChanges>>; left: number };

export const longLists = (view: DataView): LongLists => ({
  view,
  known: new Map(),
  left: view.byteLength * MOST_TIMES,
});

/** Properties of a paragraph; a table's row keeps its shape in the mark that ends it. */
export function paragraphChanges(
  view: DataView,
  list: { from: number; to: number },
  long: LongLists | null,
): ParagraphChanges {
  const changes: ParagraphChanges = { inTable: false, rowEnd: false, head: false, row: null };
  eachSprm(view, list.from, list.to, (sprm) => {
    const elsewhere = sprm.code === 0x6646 || sprm.code === 0x6645;
    if (elsewhere && long) Object.assign(changes, longList(long, u32(view, sprm.at)));
    else takeChange(changes, view, sprm);
  });
  return changes;
}

function longList(long: LongLists, place: number): Partial<ParagraphChanges> {
  const known = long.known.get(place);
  if (known) return known;
  const { view } = long;
  const changes: Partial<ParagraphChanges> = {};
  const size = Math.max(0, Math.min(u16(view, place), view.byteLength - place - 2));
  long.left -= size;
  if (long.left < 0) throw new ReadFailure('damaged');
  eachSprm(view, place + 2, place + 2 + size, (sprm) => takeChange(changes, view, sprm));
  long.known.set(place, changes);
  return changes;
}

function takeChange(changes: Partial<ParagraphChanges>, view: DataView, { code, at, size }: Sprm): void {
  if (code === 0x2416) changes.inTable = u8(view, at) !== 0;
  else if (code === 0x2417) changes.rowEnd = u8(view, at) !== 0;
  else if (code === 0x6649) {
    if (u32(view, at) > 0) changes.inTable = true;
  } else if (code === 0x2403 || code === 0x2461) {
    const align = ALIGNMENTS[u8(view, at)];
    if (align) changes.align = align;
  } else if (code === 0x260a) changes.level = Math.min(8, u8(view, at));
  else if (code === 0x460b) changes.numbering = String(i16(view, at));
  else if (code === 0x2640) changes.outline = Math.min(9, u8(view, at));
  else if (code === 0x2407) changes.pageBreakBefore = u8(view, at) !== 0;
  else if (code === 0x3404) changes.head = u8(view, at) !== 0;
  else if (code === 0xd608) changes.row = rowShape(view, at, size);
}

function rowShape(view: DataView, at: number, size: number): RowShape | null {
  const columns = u8(view, at + 2);
  if (columns < 1 || columns > 63) return null;
  const edges: number[] = [];
  for (let index = 0; index <= columns; index++) edges.push(i16(view, at + 3 + index * 2));
  const cells = at + 3 + (columns + 1) * 2;
  const merges: RowShape['merges'] = [];
  const joined: boolean[] = [];
  for (let index = 0; index < columns; index++) {
    const flags = cells + index * 20 + 2 <= at + size ? u16(view, cells + index * 20) : 0;
    const upright = (flags >> 5) & 3;
    merges.push(upright === 3 ? 'restart' : upright === 1 ? 'continue' : null);
    joined.push((flags & 2) !== 0);
  }
  return { edges, merges, joined };
}
