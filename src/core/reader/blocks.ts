/**
 * The two shapes between bytes and facts.
 *
 * A format reader (docx, doc, pdf, txt, md) turns bytes into {@link Block}s: paragraphs as the file holds them and
 * tables with their cells. Joining turns blocks into a {@link JoinedText}: one normalised text (NFC, white space
 * folded, hard-wrapped and page-cut lines joined, page numbers dropped) and its lines with their style and place.
 * Everything later reads only the joined text, so a fact is found the same way in every format.
 */

import type { SourceFormat, Span, TextEncoding } from './reading.ts';

export type BlockStyle = {
  bold: boolean;
  italic: boolean;
  align: 'left' | 'right' | 'center' | 'justify' | null;
  /** Heading level of the file itself (Word style, Markdown #), 1 the highest, or null. */
  heading: number | null;
};

export type Paragraph = {
  kind: 'paragraph';
  /** NFC; may hold '\n' where the file breaks the line inside the paragraph. */
  text: string;
  /** Label of automatic numbering that is not in the text: "I.", "a)", "-"; null without one. */
  label: string | null;
  style: BlockStyle;
  /** Page from 1 where known. */
  page: number | null;
  /** Where in the file it stands. Headers and footers of pages are not read. */
  part: 'body' | 'textbox' | 'footnote' | 'comment';
  /**
   * True when the file breaks lines by itself (PDF, pasted text): a "paragraph" is then one printed line, and joining
   * has to find the real paragraphs.
   */
  printedLine: boolean;
};

export type TableCell = {
  paragraphs: Paragraph[];
  /** Column from 0 and how many columns it covers; a cell merged downwards is repeated as `continued` in the rows below. */
  column: number;
  columnSpan: number;
  continued: boolean;
};

export type Table = {
  kind: 'table';
  rows: { cells: TableCell[] /** The file itself says "repeat as header row". */; head: boolean }[];
  page: number | null;
};

/** A new section begins: another document or annex in one file, or a page turned to landscape. */
export type SectionBreak = { kind: 'section'; landscape: boolean };

export type Block = Paragraph | Table | SectionBreak;

export type FileContent = {
  format: SourceFormat;
  encoding: TextEncoding;
  pages: number | null;
  ocr: boolean;
  blocks: Block[];
};

/** One joined paragraph of the normalised text. */
export type Line = {
  text: string;
  /** The text without tone marks and capitals, place by place the same. */
  folded: string;
  /** Place in {@link JoinedText.text}; lines are separated by one '\n'. */
  start: number;
  end: number;
  /** Automatic number or bullet, also when it stood in the text ("a)", "-", "II."); the text after it is `text.slice(bodyAt)`. */
  label: string | null;
  bodyAt: number;
  style: BlockStyle;
  page: number | null;
  part: Paragraph['part'];
  /** Index into {@link JoinedText.rows} when this line is a row of a data table, else null. */
  row: number | null;
};

/** A row of a data table as one stretch of the text: its cells joined by ' | ', so that one quote can cover name and figure. */
export type TableRow = {
  table: number;
  row: number;
  head: boolean;
  cells: { column: number; columnSpan: number; continued: boolean; span: Span }[];
  span: Span;
};

export type JoinedText = {
  text: string;
  lines: Line[];
  /** Rows of data tables in reading order. A layout table (header block, signature block) gives plain lines and no rows. */
  rows: TableRow[];
  /** Starts of the documents in one file (the main one first, then annexes), as indices into `lines`. */
  parts: { firstLine: number; kind: 'main' | 'annex' | 'other' }[];
  /** What joining had to mend (page numbers inside sentences, cut paragraphs), for the checker's BC-05. */
  mended: { kind: 'page-number' | 'cut-paragraph' | 'wrapped-lines'; span: Span }[];
};
