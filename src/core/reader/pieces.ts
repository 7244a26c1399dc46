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
const GAP = /\S(?:\t| {4})[ \t]{0,200}(?=\S)/;

/** A line of rules, stars or dots says nothing. */
const SAYS_SOMETHING = /[\p{L}\p{N}“”"()…]/u;

/** Where the right one of two columns printed on one line begins, or null. */
function rightColumnAt(raw: string, inTail: boolean): number | null {
  const folded = fold(raw);
  for (const words of [QUOC_HIEU, TIEU_NGU, PARTY]) {
    const at = folded.search(words);
    // In capitals the Party heads a page; in a sentence it is only named.
    const printed = raw.slice(at, at + 8);
    if (at > 0 && folded.slice(0, at).trim() !== '' && (words !== PARTY || printed === printed.toUpperCase()))
      return at;
  }
  const gap = GAP.exec(raw);
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

/** Makes the pieces of a file. Page furniture and cut sentences are left to the next step. */
export function makePieces(content: FileContent): Piece[] {
  const pieces: Piece[] = [];
  const later: Piece[] = [];
  const rightColumn: Piece[] = [];
  const seenBoxes = new Set<string>();
  let blank = false;
  let section = false;
  let cells = 0;
  let tables = 0;
  let lastTable: { columns: number; head: string[]; pieceCount: number; index: number } | null = null;

  const put = (piece: Omit<Piece, 'blankBefore' | 'section'>, into: Piece[] = pieces) => {
    into.push({ ...piece, blankBefore: blank, section });
    blank = false;
    section = false;
  };

  const addParagraph = (paragraph: Paragraph, cell: number | null) => {
    if (paragraph.part === 'textbox') {
      // Word keeps every text box twice, for new and old readers.
      const key = foldBlanks(paragraph.text);
      if (seenBoxes.has(key)) return;
      seenBoxes.add(key);
    }
    const target = paragraph.part === 'footnote' || paragraph.part === 'comment' ? later : pieces;
    const raws = paragraph.text.split('\n');
    let soft = false;
    raws.forEach((raw, i) => {
      const label = i === 0 ? paragraph.label : null;
      const at = target === pieces && cell === null ? rightColumnAt(raw, rightColumn.length > 0) : null;
      if (at !== null) cells += 2;
      const halves = at === null ? [raw] : [raw.slice(0, at), raw.slice(at)];
      const tail = at !== null && /^\s*(?:-|noi nhan)/.test(fold(halves[0] ?? ''));
      const indented = rightColumn.length > 0 && /^[\s]{12}/.test(raw);
      halves.forEach((half, side) => {
        const cleaned = unmark(foldBlanks(half), paragraph.style);
        if (!SAYS_SOMETHING.test(cleaned.text)) {
          if (halves.length === 1) blank = true;
          return;
        }
        const text = label ? `${label} ${cleaned.text}` : cleaned.text;
        const base = { page: paragraph.page, part: paragraph.part, printed: paragraph.printedLine, row: null };
        put(
          {
            ...base,
            text,
            style: cleaned.style,
            soft,
            numbered: label !== null,
            cell: at === null ? cell : cells + side - 1,
          },
          (tail && side === 1) || indented ? rightColumn : target,
        );
        soft = true;
      });
    });
  };

  const addTable = (table: Table) => {
    const read = readTable(table);
    if (read.kind === 'layout') {
      for (const list of read.cells) {
        cells += 1;
        for (const paragraph of list) addParagraph(paragraph, cells);
      }
      return;
    }
    const head = read.rows.filter((row) => row.head).map((row) => rowLine(row.cells).text);
    const first = rowLine(read.rows[0]?.cells ?? []).text;
    const continues =
      lastTable !== null &&
      lastTable.pieceCount === pieces.length &&
      lastTable.columns === read.columns &&
      (head.length === 0 || lastTable.head[0] === first);
    const known = continues && lastTable ? lastTable.head : head;
    const index = continues && lastTable ? lastTable.index : tables++;
    read.rows.forEach((row, at) => {
      const { text } = rowLine(row.cells);
      if (/^[\s|]*$/.test(text)) return;
      // The head printed again on the next page says nothing new.
      if ((continues || at >= head.length) && known.includes(text) && known.length > 0) return;
      put({
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
    lastTable = { columns: read.columns, head: known, pieceCount: pieces.length, index };
  };

  for (const block of content.blocks) {
    if (block.kind === 'section') section = true;
    else if (block.kind === 'table') addTable(block);
    else addParagraph(block, null);
  }
  return [...pieces, ...rightColumn, ...later];
}
