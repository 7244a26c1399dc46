/**
 * DOC (Word 97 to 2003) → blocks. Read by ourselves because fonts tell the legacy encodings here too, and capitals
 * set in a font such as .VnTimeH are known by nothing else.
 */

import type { Block, FileContent, Paragraph, SectionBreak } from '../blocks.ts';
import { encodingOf } from '../docx/encoding-of.ts';
import {
  addText,
  closeParagraph,
  type LetterCount,
  type OpenParagraph,
  openParagraph,
  type ParagraphSources,
} from '../docx/paragraph.ts';
import type { RunProperties } from '../docx/styles.ts';
import { symbolOf } from '../docx/symbols.ts';
import { READ_LIMITS, ReadFailure } from '../limits.ts';
import { mendBlocks } from '../mend-blocks.ts';
import {
  type CharacterChanges,
  characterChanges,
  finder,
  type LongLists,
  longLists,
  type ParagraphChanges,
  paragraphChanges,
  readRuns,
} from './formatting.ts';
import { type Piece, PLACES, readHeader, readPieces, type WordHeader } from './header.ts';
import { readListNumbering } from './lists.ts';
import { kindOfOle, openOle } from './ole.ts';
import { addRow, closeGrid, type OpenGrid } from './rows.ts';
import { landscapeAt } from './sections.ts';
import { viewOf } from './sprms.ts';
import { readFonts, readStyleSheet } from './style-sheet.ts';
import { textRuns } from './text.ts';

type Source = {
  document: DataView;
  long: LongLists | null;
  pieces: Piece[];
  fonts: string[];
  sources: ParagraphSources;
  characters: ReturnType<typeof finder>;
  paragraphs: ReturnType<typeof finder>;
  /** Whether the page lies, by the character that begins a section. */
  sections: ReadonlyMap<number, boolean>;
};

/** Reads a Word 97 document. Throws {@link ReadFailure}: password, no Word file, truncated, damaged, no text. */
export function readDoc(bytes: Uint8Array): FileContent {
  const ole = openOle(bytes);
  if (ole.names.includes('EncryptedPackage')) throw new ReadFailure('password');
  const main = ole.stream('WordDocument');
  if (!main) throw new ReadFailure('wrong-extension', { expected: 'DOC', found: kindOfOle(ole.names) });
  const document = viewOf(main);
  const header = readHeader(document);
  const tableBytes = ole.stream(header.tableStream);
  if (!tableBytes) throw new ReadFailure('damaged');
  const data = ole.stream('Data');
  const letters: LetterCount = { tcvn3: 0, vni: 0, unicode: 0, chars: 0 };
  const source = openSource(document, viewOf(tableBytes), data ? viewOf(data) : null, header, letters);
  const blocks = readStories(source, header);
  if (!blocks.some((block) => block.kind === 'table' || (block.kind === 'paragraph' && block.text.trim() !== ''))) {
    throw new ReadFailure('no-text');
  }
  const mended = mendBlocks(blocks);
  return {
    format: 'doc',
    encoding: encodingOf(letters, mended.encoding),
    pages: null,
    ocr: false,
    blocks: mended.blocks,
  };
}

function openSource(
  document: DataView,
  table: DataView,
  data: DataView | null,
  header: WordHeader,
  letters: LetterCount,
): Source {
  const place = (index: number) => header.place(index, table.byteLength);
  const fonts = readFonts(table, place(PLACES.fonts));
  return {
    document,
    long: data && longLists(data),
    pieces: readPieces(table, place(PLACES.pieces)),
    fonts,
    sources: {
      styles: readStyleSheet(table, place(PLACES.styles), fonts),
      numbering: readListNumbering(table, place(PLACES.lists), place(PLACES.listUses)),
      letters,
    },
    characters: finder(readRuns(document, table, place(PLACES.characters), 'characters')),
    paragraphs: finder(readRuns(document, table, place(PLACES.paragraphs), 'paragraphs')),
    sections: landscapeAt(document, table, place(PLACES.sections)),
  };
}

function readStories(source: Source, { stories }: WordHeader): Block[] {
  let at = 0;
  const next = (length: number, part: Paragraph['part'] | null): Block[] => {
    const from = at;
    at += length;
    if (part === null || length === 0) return [];
    const blocks = readStory(source, from, at, part);
    return part === 'body' ? blocks : blocks.filter((block) => block.kind === 'paragraph' && block.text.trim() !== '');
  };
  const body = next(stories.body, 'body');
  const footnotes = next(stories.footnotes, 'footnote');
  next(stories.headers, null);
  next(stories.macros, null);
  const comments = next(stories.comments, 'comment');
  const endnotes = next(stories.endnotes, 'footnote');
  const boxes = next(stories.boxes, 'textbox');
  return [...body, ...boxes, ...footnotes, ...endnotes, ...comments];
}

type Story = {
  source: Source;
  part: Paragraph['part'];
  blocks: Block[];
  paragraph: OpenParagraph;
  grid: OpenGrid | null;
  /** Cells of the row being read, and the paragraphs of the open cell. */
  cells: Block[][];
  cell: Block[];
  fields: { result: boolean }[];
};

function readStory(source: Source, from: number, to: number, part: Paragraph['part']): Block[] {
  const story: Story = {
    source,
    part,
    blocks: [],
    paragraph: openParagraph(),
    grid: null,
    cells: [],
    cell: [],
    fields: [],
  };
  let place = from;
  for (const run of textRuns(source.document, source.pieces, from, to)) {
    let at = 0;
    while (at < run.text.length) {
      const byte = run.at + at * run.width;
      const format = source.characters(byte);
      const until = format ? Math.min(run.text.length, at + Math.ceil((format.to - byte) / run.width)) : at + 1;
      const end = Math.max(at + 1, until);
      takeRun(story, run.text.slice(at, end), { at: byte, width: run.width, place: place + at }, format?.list ?? null);
      at = end;
    }
    place += run.text.length;
  }
  if (story.paragraph.stretches.length > 0) endParagraph(story, 0, false);
  closeTable(story);
  return story.blocks;
}

type Where = { at: number; width: number; place: number };

/** Characters of one format. The style they build on is that of their paragraph, found at its end. */
function takeRun(story: Story, text: string, where: Where, list: { from: number; to: number } | null): void {
  const { source } = story;
  const style = source.paragraphs(where.at)?.style ?? 0;
  const inherited = source.sources.styles.paragraph(String(style)).run;
  const changes = list ? characterChanges(source.document, list, inherited) : {};
  if (changes.deleted) return;
  const run = effective(source, inherited, changes);
  let plain = '';
  const flush = () => {
    if (plain !== '' && story.fields.every((field) => field.result)) addText(story.paragraph, plain, run, 0);
    plain = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code !== 0x28) {
      plain += letter;
      continue;
    }
    if (code === 0x28 && !changes.symbol) {
      plain += letter;
      continue;
    }
    const drawn = inlineText(code, changes, source.fonts);
    if (drawn !== null) {
      plain += drawn;
      continue;
    }
    flush();
    takeControl(story, code, where.at + at * where.width, where.place + at);
  }
  flush();
}

function effective(source: Source, inherited: RunProperties, changes: CharacterChanges): RunProperties {
  const { fontIndex, styleIndex, symbol: _, deleted: __, ...own } = changes;
  const style = styleIndex === undefined ? {} : source.sources.styles.character(String(styleIndex));
  const font = fontIndex === undefined ? undefined : source.fonts[fontIndex];
  return { ...inherited, ...style, ...own, ...(font === undefined ? {} : { font }) };
}

/** Text that a special character stands for, or null when it is an order. */
function inlineText(code: number, changes: CharacterChanges, fonts: readonly string[]): string | null {
  switch (code) {
    case 0x09:
      return '\t';
    case 0x0b:
      return '\n';
    case 0x1e:
      return '-';
    case 0x1f:
      return '\u00ad';
    case 0x28:
      return changes.symbol ? symbolOf(fonts[changes.symbol.font] ?? '', changes.symbol.code) : '(';
    case 0x07:
    case 0x0c:
    case 0x0d:
    case 0x13:
    case 0x14:
    case 0x15:
      return null;
    default:
      // Pictures, marks of footnotes and comments.
      return '';
  }
}

function takeControl(story: Story, code: number, at: number, place: number): void {
  if (code === 0x13) {
    if (story.fields.length < READ_LIMITS.nesting) story.fields.push({ result: false });
  } else if (code === 0x14) {
    const field = story.fields.at(-1);
    if (field) field.result = true;
  } else if (code === 0x15) story.fields.pop();
  else endParagraph(story, at, code === 0x07);
  if (code === 0x0c && story.part === 'body') {
    const landscape = story.source.sections.get(place + 1);
    if (landscape !== undefined && story.grid === null) addSection(story, landscape);
  }
}

function addSection(story: Story, landscape: boolean): void {
  const section: SectionBreak = { kind: 'section', landscape };
  story.blocks.push(section);
}

function endParagraph(story: Story, at: number, cellEnd: boolean): void {
  const { source, paragraph } = story;
  const run = source.paragraphs(at);
  const changes: ParagraphChanges = run
    ? paragraphChanges(source.document, run.list, source.long)
    : { inTable: false, rowEnd: false, head: false, row: null };
  const { inTable, rowEnd, head, row, ...properties } = changes;
  story.paragraph = openParagraph();
  if (rowEnd && cellEnd) {
    story.grid ??= { rows: [] };
    addRow(story.grid, story.cells, row, head);
    story.cells = [];
    story.cell = [];
    return;
  }
  paragraph.properties = { ...properties, style: String(run?.style ?? 0) };
  const block = closeParagraph(paragraph, story.part, 0, source.sources);
  block.page = null;
  if (!inTable && !cellEnd) {
    closeTable(story);
    story.blocks.push(block);
    if (story.blocks.length > READ_LIMITS.blocks) throw new ReadFailure('too-large', { megabytes: 20 });
    return;
  }
  story.cell.push(block);
  if (!cellEnd) return;
  story.cells.push(story.cell);
  story.cell = [];
}

/** Ends the open table; cells without a mark for their row become plain paragraphs. */
function closeTable(story: Story): void {
  if (story.grid) story.blocks.push(...closeGrid(story.grid));
  story.grid = null;
  story.blocks.push(...story.cells.flat(), ...story.cell);
  story.cells = [];
  story.cell = [];
}
