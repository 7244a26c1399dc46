/**
 * The outline of a document: which line opens a section, and in which sections every line stands.
 * Labels count whether they stood in the text or came from automatic numbering.
 */

import { DOCUMENT_TYPES } from '../law/document-types.ts';
import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import { type LabelKind, labelOf } from './label.ts';
import type { Heading } from './reading.ts';
import { endsSentence, isUpper } from './wrapping.ts';

export type OutlineEntry = Heading & {
  /** The heading without tone marks and capitals. */
  folded: string;
  /** Index of the line in {@link JoinedText.lines}. */
  line: number;
  /** Index of the entry around it, or null at the top. */
  parent: number | null;
  /** "heading" is a title without a label. */
  kind: LabelKind | 'heading';
  /** Ordinal within its list: II → 2, đ) → 5. */
  ordinal: number | null;
  /** True for a title on a line of its own, false for running text behind a label ("a) Triển khai …"). */
  titled: boolean;
};

export type Outline = {
  /** All entries in reading order, bullets included. */
  entries: OutlineEntry[];
  /** For each entry the headings around it, outermost first, itself the last. */
  chains: (readonly OutlineEntry[])[];
  /** For each line the innermost entry it belongs to (the entry it opens, if it opens one), or null. */
  entryOfLine: (number | null)[];
};

/** The wider the section, the smaller the rank; a number closes everything of its rank and below. */
const RANKS: Record<LabelKind | 'heading', number> = {
  part: 0,
  chapter: 1,
  division: 2,
  subdivision: 3,
  article: 5,
  capital: 4,
  roman: 5,
  heading: 6,
  number: 7,
  decimal: 8,
  numeral: 20,
  letter: 22,
  'small-roman': 24,
  dash: 26,
  plus: 28,
};

const KINDS = new Set(DOCUMENT_TYPES.map((type) => fold(type.name)));

/** Finds the outline. Linear in the number of lines. */
export function findOutline(doc: JoinedText): Outline {
  const entries: OutlineEntry[] = [];
  const chains: Outline['chains'] = [];
  const entryOfLine: (number | null)[] = [];
  let open: { entry: number; rank: number }[] = [];
  let partAt = 0;
  let inBody = false;
  let inTail = false;
  doc.lines.forEach((line, at) => {
    if (doc.parts[partAt]?.firstLine === at) {
      partAt += 1;
      open = [];
      inBody = false;
      inTail = false;
    }
    if (line.part !== 'body' || line.row !== null) {
      entryOfLine.push(line.part === 'body' ? (open.at(-1)?.entry ?? null) : null);
      return;
    }
    if (line.text.length > 90 || line.label !== null) inBody = true;
    if (line.folded.slice(0, 12).startsWith('noi nhan')) {
      inTail = true;
      open = [];
    }
    const part = doc.parts[partAt - 1];
    const annex =
      part !== undefined &&
      part.kind !== 'main' &&
      at - part.firstLine < 8 &&
      (at === part.firstLine
        ? part.kind === 'annex'
        : isUpper(line.text) && line.text.length < 30 && KINDS.has(line.folded));
    const entitled = line.label === null && titleBelow(entries, open, line, at);
    const found = inTail || entitled ? null : openedBy(line, inBody || annex);
    if (found) {
      while ((open.at(-1)?.rank ?? -1) >= found.rank) open.pop();
      const parent = open.at(-1)?.entry ?? null;
      const level = open.length + 1;
      const entry = { ...found.entry, line: at, parent, level };
      entries.push(entry);
      chains.push([...(chains[parent ?? -1] ?? []), entry]);
      open.push({ entry: entries.length - 1, rank: found.rank });
    }
    entryOfLine.push(open.at(-1)?.entry ?? null);
  });
  return { entries, chains, entryOfLine };
}

/** "Chương I" on one line, its title on the next. */
function titleBelow(entries: OutlineEntry[], open: { entry: number }[], line: Line, at: number): boolean {
  const last = open.at(-1);
  const entry = last ? entries[last.entry] : undefined;
  if (entry?.heading !== '' || entry.line !== at - 1 || line.text.length > 200) return false;
  entry.heading = line.text;
  entry.folded = line.folded;
  entry.span = [entry.span[0], line.end];
  return true;
}

type Opened = { entry: Omit<OutlineEntry, 'line' | 'parent' | 'level'>; rank: number };

function openedBy(line: Line, inBody: boolean): Opened | null {
  const label = labelOf(line.text);
  if (label) {
    const heading = line.text.slice(label.bodyAt);
    const titled = isTitle(line, heading);
    const rank = RANKS[label.kind] + (label.kind === 'decimal' ? label.depth : 0);
    return {
      entry: {
        label: label.text,
        heading,
        folded: line.folded.slice(label.bodyAt),
        kind: label.kind,
        ordinal: label.ordinal,
        titled,
        span: [line.start, line.end],
      },
      rank,
    };
  }
  const emphatic = line.style.heading !== null || isUpper(line.text);
  if (!inBody || !emphatic || endsSentence(line.text) || line.text.length > 200 || line.text.endsWith('./.'))
    return null;
  return {
    entry: {
      label: null,
      heading: line.text,
      folded: line.folded,
      kind: 'heading',
      ordinal: null,
      titled: true,
      span: [line.start, line.end],
    },
    rank: RANKS.heading,
  };
}

/** A short line without the end of a sentence, or one in capitals or bold. */
function isTitle(line: Line, heading: string): boolean {
  if (heading === '' || line.style.heading !== null || isUpper(heading)) return true;
  if (heading.length > 200) return false;
  if (line.style.bold && !heading.endsWith('.')) return true;
  return !/[.;,]$/.test(heading) && heading.length <= 160;
}

/** The headings around a line, outermost first. */
export const sectionOf = (outline: Outline, line: number): readonly OutlineEntry[] =>
  outline.chains[outline.entryOfLine[line] ?? -1] ?? [];

/** For each entry whether it or one around it says something. Each heading is asked once, however many lines follow. */
export function entriesUnder(outline: Outline, says: (entry: OutlineEntry) => boolean): boolean[] {
  const under: boolean[] = [];
  for (const entry of outline.entries) under.push(under[entry.parent ?? -1] === true || says(entry));
  return under;
}

/** Index of the line that holds a place of the text. */
export function lineAt(doc: JoinedText, place: number): number {
  let low = 0;
  let high = doc.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((doc.lines[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The headings to show: titles and numbered points, without bullets. */
export function headingsOf(outline: Outline): Heading[] {
  return outline.entries
    .filter((entry) => entry.kind !== 'dash' && entry.kind !== 'plus')
    .map(({ label, heading, level, span }) => ({ label, heading, level, span }));
}
