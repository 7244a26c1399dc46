/**
 * First step of joining: the blocks of a file as pieces, one printed line or one paragraph each, cleaned and in
 * reading order. What stands beside each other in the head and the signature block is put one after the other.
 */

import { fold } from '../text/search.ts';
import type { BlockStyle, FileContent, Paragraph, Table } from './blocks.ts';
import { foldBlanks, PLAIN_STYLE, unmark } from './clean.ts';
import { type RowCell, readTable, rowLine } from './table-pieces.ts';

export type Piece = {
  text: string;
  style: BlockStyle;
  page: number | null;
  part: Paragraph['part'];
  /** One printed line rather than a paragraph. */
  printed: boolean;
  /** An empty line or paragraph stands before it. */
  blankBefore: boolean;
  /** Follows a line break inside one paragraph. */
  soft: boolean;
  /** Begins with automatic numbering of the file. */
  numbered: boolean;
  /** Which cell of a layout table it stands in; text of two cells is never joined. */
  cell: number | null;
  /** A row of a data table. */
  row: { table: number; head: boolean; cells: RowCell[] } | null;
  /** A new section of the file begins here. */
  section: boolean;
};

const QUOC_HIEU = /cong hoa xa hoi chu nghia viet nam/;
const TIEU_NGU = /doc lap\s?[-–—.]\s?tu do\s?[-–—.]\s?hanh phuc/;
const PARTY = /dang cong san viet nam/;
const HEADS = /cong hoa xa|doc lap|dang cong san/;
const GAP = /\S(?:\t| {4})[ \t]{0,200}(?=\S)/;

/** A line of rules, stars or dots says nothing. */
const SAYS_SOMETHING = /[\p{L}\p{N}“”"()…]/u;

/** Where the right one of two columns printed on one line begins, or null. */
function rightColumnAt(raw: string, inTail: boolean): number | null {
  const folded = fold(raw);
  for (const words of HEADS.test(folded) ? [QUOC_HIEU, TIEU_NGU, PARTY] : []) {
    const at = folded.search(words);
    // In capitals the Party heads a page; in a sentence it is only named.
    const printed = raw.slice(at, at + 8);
    if (at > 0 && folded.slice(0, at).trim() !== '' && (words !== PARTY || printed === printed.toUpperCase()))
      return at;
  }
  const gap = raw.includes('\t') || raw.includes('    ') ? GAP.exec(raw) : null;
  if (!gap) return null;
  const at = gap.index + gap[0].length;
  const left = folded.slice(0, gap.index + 1).trim();
  const right = raw.slice(at).trim();
  if (left.startsWith('noi nhan') || left === '*') return at;
  if (left.startsWith('so') && folded.slice(at).includes('ngay')) return at;
  if (/^\p{Lu}[^:;]{1,40},\s*ngày\s/u.test(right)) return at;
  if (!left.startsWith('-')) return null;
  return inTail || /^\p{Lu}[\p{Lu}\s.,/-]{3,80}$/u.test(right) ? at : null;
}

/** What is gathered while the blocks of a file go by. */
type Gathering = {
  pieces: Piece[];
  /** Footnotes and comments, which come after the body. */
  later: Piece[];
  /** The signature printed beside the recipients, until they end. */
  rightColumn: Piece[];
  seenBoxes: Set<string>;
  blank: boolean;
  section: boolean;
  cells: number;
  tables: number;
  lastTable: { columns: number; head: string[]; pieceCount: number; index: number } | null;
};

/** Makes the pieces of a file. Page furniture and cut sentences are left to the next step. */
export function makePieces(content: FileContent): Piece[] {
  const all: Gathering = {
    pieces: [],
    later: [],
    rightColumn: [],
    seenBoxes: new Set(),
    blank: false,
    section: false,
    cells: 0,
    tables: 0,
    lastTable: null,
  };
  for (const block of content.blocks) {
    if (block.kind === 'section') all.section = true;
    else if (block.kind === 'table') addTable(all, block);
    else addParagraph(all, block, null);
  }
  endRightColumn(all);
  return [...all.pieces, ...all.later];
}

function put(all: Gathering, piece: Omit<Piece, 'blankBefore' | 'section'>, into: Piece[] = all.pieces): void {
  into.push({ ...piece, blankBefore: all.blank, section: all.section });
  all.blank = false;
  all.section = false;
}

function endRightColumn(all: Gathering): void {
  all.pieces.push(...all.rightColumn);
  all.rightColumn = [];
}

/** Word keeps every text box twice, for new and old readers. */
function isSecondBox(all: Gathering, paragraph: Paragraph): boolean {
  if (paragraph.part !== 'textbox') return false;
  const key = foldBlanks(paragraph.text);
  if (all.seenBoxes.has(key)) return true;
  all.seenBoxes.add(key);
  return false;
}

function addParagraph(all: Gathering, paragraph: Paragraph, cell: number | null): void {
  if (isSecondBox(all, paragraph)) return;
  paragraph.text.split('\n').forEach((raw, i) => {
    addLine(all, paragraph, { raw, label: i === 0 ? paragraph.label : null, cell, soft: i > 0 });
  });
}

type RawLine = { raw: string; label: string | null; cell: number | null; soft: boolean };

function addLine(all: Gathering, paragraph: Paragraph, { raw, label, cell, soft }: RawLine): void {
  const later = paragraph.part === 'footnote' || paragraph.part === 'comment';
  const at = later || cell !== null ? null : rightColumnAt(raw, all.rightColumn.length > 0);
  const halves = at === null ? [raw] : [raw.slice(0, at), raw.slice(at)];
  if (at !== null) all.cells += 2;
  const beside = at !== null && /^\s*(?:-|noi nhan)/.test(fold(halves[0] ?? ''));
  const indented = all.rightColumn.length > 0 && /^[\s]{12}/.test(raw);
  // The first line that is neither a recipient nor indented ends the two columns.
  if (at === null && !indented && all.rightColumn.length > 0 && /^[\p{Lu}\d]/u.test(raw.trimStart()))
    endRightColumn(all);
  halves.forEach((half, side) => {
    const { text, style } = unmark(foldBlanks(half), paragraph.style);
    if (!SAYS_SOMETHING.test(text)) {
      if (halves.length === 1) all.blank = true;
      return;
    }
    const piece = {
      text: label ? `${label} ${text}` : text,
      style,
      page: paragraph.page,
      part: paragraph.part,
      printed: paragraph.printedLine,
      soft: soft || side === 1,
      numbered: label !== null,
      cell: at === null ? cell : all.cells + side - 1,
      row: null,
    };
    put(all, piece, later ? all.later : (beside && side === 1) || indented ? all.rightColumn : all.pieces);
  });
}

function addTable(all: Gathering, table: Table): void {
  const read = readTable(table);
  if (read.kind === 'layout') {
    for (const list of read.cells) {
      all.cells += 1;
      for (const paragraph of list) addParagraph(all, paragraph, all.cells);
    }
    return;
  }
  endRightColumn(all);
  const head = read.rows.filter((row) => row.head).map((row) => rowLine(row.cells).text);
  const first = rowLine(read.rows[0]?.cells ?? []).text;
  const last = all.lastTable;
  const continued =
    last?.pieceCount === all.pieces.length &&
    last.columns === read.columns &&
    (head.length === 0 || last.head[0] === first)
      ? last
      : null;
  const known = continued?.head ?? head;
  const index = continued?.index ?? all.tables++;
  read.rows.forEach((row, at) => {
    const { text } = rowLine(row.cells);
    // The head printed again on the next page says nothing new.
    if (/^[\s|]*$/.test(text) || ((continued || at >= head.length) && known.includes(text))) return;
    put(all, {
      text,
      style: PLAIN_STYLE,
      page: table.page,
      part: 'body',
      printed: false,
      soft: false,
      numbered: false,
      cell: null,
      row: { table: index, head: row.head, cells: row.cells },
    });
  });
  all.lastTable = { columns: read.columns, head: known, pieceCount: all.pieces.length, index };
}
