/**
 * Joins the blocks of a file into one normalised text: wrapped lines become paragraphs, page numbers go, sentences
 * cut by a page break are mended, tables that only lay out the page become lines, tables of data become rows.
 */

import { DOCUMENT_TYPES, LAUNCH_HEADINGS } from '../law/document-types.ts';
import { fold } from '../text/search.ts';
import type { FileContent, JoinedText, Line, TableRow } from './blocks.ts';
import { labelOf } from './label.ts';
import { findParts } from './parts.ts';
import { makePieces, type Piece } from './pieces.ts';
import type { Span } from './reading.ts';
import { rowLine } from './table-pieces.ts';
import { isUpper, junction, measureWrapping, pageNumberOf, type Wrapping } from './wrapping.ts';

type Mend = JoinedText['mended'][number];

/** A paragraph while it grows; `joints` are the places in it where two pieces met. */
type Paragraph = {
  first: Piece;
  last: Piece;
  texts: string[];
  length: number;
  joints: { at: number; kind: Mend['kind'] }[];
};

/**
 * The text that all later stages read. Linear in the size of the file; the text is NFC with single blanks, its lines
 * are parted by one line feed, and `text.slice(line.start, line.end) === line.text` holds for each.
 */
export function joinContent(content: FileContent): JoinedText {
  const sections = splitSections(makePieces(content));
  const paragraphs: Paragraph[] = [];
  for (const pieces of sections) joinSection(pieces, paragraphs);
  return assemble(paragraphs);
}

function splitSections(pieces: Piece[]): Piece[][] {
  const sections: Piece[][] = [];
  for (const piece of pieces) {
    const last = sections.at(-1);
    if (last && !piece.section) last.push(piece);
    else sections.push([piece]);
  }
  return sections;
}

/** A page number, standing alone between the pieces around it. */
function isPageNumber(piece: Piece): boolean {
  return piece.row === null && piece.cell === null && !piece.numbered && pageNumberOf(piece.text) !== null;
}

/** A page number that a converter put on the line of the first words of its page. */
function withoutPageNumber(piece: Piece, before: Piece | undefined): Piece {
  if (piece.page === null || piece.page < 2 || !before || before.page === piece.page) return piece;
  const mark = `${piece.page} `;
  if (!piece.text.startsWith(mark) || !/^\p{Ll}/u.test(piece.text.slice(mark.length))) return piece;
  return { ...piece, text: piece.text.slice(mark.length) };
}

const TYPES = new Set([...DOCUMENT_TYPES.map((type) => type.name), ...LAUNCH_HEADINGS].map(fold));

/** "KẾ HOẠCH": what follows is a title. */
const isTypeLine = (text: string): boolean => text.length < 50 && isUpper(text) && TYPES.has(fold(text));

function joinSection(pieces: Piece[], paragraphs: Paragraph[]): void {
  const wrapping: Wrapping = measureWrapping(pieces);
  let current: Paragraph | null = null;
  let dropped = false;
  let underType = false;
  for (const raw of pieces) {
    if (isPageNumber(raw)) {
      dropped = true;
      continue;
    }
    const before: Piece | undefined = current?.last;
    const piece = withoutPageNumber(raw, before);
    const freed = dropped || piece !== raw;
    const how = current && before ? junction(before, piece, current.length, { wrapping, isTitle: underType }) : 'apart';
    if (current && before && how !== 'apart') {
      const kind = freed ? 'page-number' : how === 'cut-paragraph' ? how : 'wrapped-lines';
      // Lines that the file itself breaks inside a paragraph need no mending.
      if (kind !== 'wrapped-lines' || piece.blankBefore || !piece.printed)
        current.joints.push({ at: current.length, kind });
      current.texts.push(piece.text);
      current.length += 1 + piece.text.length;
      current.last = piece;
    } else {
      underType = current !== null && isTypeLine(current.texts[0] ?? '');
      current = { first: piece, last: piece, texts: [piece.text], length: piece.text.length, joints: [] };
      paragraphs.push(current);
    }
    dropped = false;
  }
}

function assemble(paragraphs: Paragraph[]): JoinedText {
  const lines: Line[] = [];
  const rows: TableRow[] = [];
  const mended: Mend[] = [];
  const aboveCells = new Map<number, Span>();
  let start = 0;
  let table = -1;
  let rowNumber = 0;
  for (const paragraph of paragraphs) {
    const { first } = paragraph;
    const text = paragraph.texts.join(' ');
    const end = start + text.length;
    const label = first.row ? null : labelOf(text);
    if (first.row) {
      if (first.row.table !== table) {
        aboveCells.clear();
        rowNumber = 0;
        table = first.row.table;
      }
      const { places } = rowLine(first.row.cells);
      const cells = first.row.cells.map((cell, i) => {
        const place = places[i];
        const span: Span = place
          ? [start + place[0], start + place[1]]
          : (aboveCells.get(cell.column) ?? [start, start]);
        aboveCells.set(cell.column, span);
        return { column: cell.column, columnSpan: cell.columnSpan, continued: cell.continued, span };
      });
      rows.push({ table, row: rowNumber++, head: first.row.head, cells, span: [start, end] });
    }
    lines.push({
      text,
      folded: fold(text),
      start,
      end,
      label: label?.text ?? null,
      bodyAt: label?.bodyAt ?? 0,
      style: first.style,
      page: first.page,
      part: first.part,
      row: first.row ? rows.length - 1 : null,
    });
    mended.push(...mendsOf(paragraph, text, start));
    start = end + 1;
  }
  return { text: lines.map((line) => line.text).join('\n'), lines, rows, parts: findParts(lines), mended };
}

/** What was mended in one paragraph: its wrapped lines once, each cut with a few words around it. */
function mendsOf(paragraph: Paragraph, text: string, start: number): Mend[] {
  const mends: Mend[] = [];
  let wrapped = false;
  for (const { at, kind } of paragraph.joints) {
    if (kind === 'wrapped-lines') wrapped = true;
    else mends.push({ kind, span: aroundWords(text, at, 4, start) });
  }
  if (wrapped) mends.unshift({ kind: 'wrapped-lines', span: [start, start + text.length] });
  return mends;
}

function aroundWords(text: string, at: number, words: number, offset: number): Span {
  let from = at;
  for (let i = 0; i < words && from > 0; i++) from = text.lastIndexOf(' ', from - 1);
  let to = at;
  for (let i = 0; i < words && to >= 0; i++) to = text.indexOf(' ', to + 1);
  return [offset + (from < 0 ? 0 : from === 0 ? 0 : from + 1), offset + (to < 0 ? text.length : to)];
}
