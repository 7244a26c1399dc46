/** TXT and Markdown: bytes → blocks. Stray Markdown marks in a TXT (converters leave them) are read the same way. */

import type { FileContent, Paragraph, Table, TableCell } from './blocks.ts';
import { decodeText } from './encodings.ts';
import { READ_LIMITS, ReadFailure } from './limits.ts';
import { emphasised, type Stretch } from './marks.ts';

const TEXT_MEGABYTES = READ_LIMITS.textBytes / 1_048_576;

/** Reads a text file. Throws {@link ReadFailure}: not text, a line without end, too large. */
export function readPlain(bytes: Uint8Array, format: 'txt' | 'md'): FileContent {
  refuseEndlessLine(bytes);
  if (bytes.length > READ_LIMITS.textBytes) {
    throw new ReadFailure('too-large', { megabytes: TEXT_MEGABYTES });
  }
  const decoded = decodeText(bytes);
  if (!decoded) throw new ReadFailure('not-text');
  const text = decoded.text.startsWith('\ufeff') ? decoded.text.slice(1) : decoded.text;
  if (text.length > READ_LIMITS.textChars) throw new ReadFailure('too-large', { megabytes: TEXT_MEGABYTES });
  const lines = splitLines(text);
  const pages = lines.at(-1)?.page ?? 1;
  if (pages > READ_LIMITS.pages) throw new ReadFailure('too-many-pages', { pages, most: READ_LIMITS.pages });
  const paged = pages > 1;
  const blocks = makeBlocks(lines, { format, printed: isHardWrapped(lines), paged });
  if (blocks.every((block) => block.kind === 'paragraph' && block.text === '')) throw new ReadFailure('no-text');
  return { format, encoding: decoded.encoding, pages: paged ? pages : null, ocr: false, blocks };
}

/** Looks at the bytes before anything is decoded: a line of megabytes is data, not a document. */
function refuseEndlessLine(bytes: Uint8Array): void {
  let start = 0;
  // Three bytes a letter at most in UTF-8 Vietnamese, two in UTF-16.
  const most = READ_LIMITS.lineChars * 3;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    if ((end < 0 ? bytes.length : end) - start > most) {
      const mac = bytes.indexOf(0x0d, start);
      if (mac < 0 || mac - start > most) throw new ReadFailure('line-too-long');
      start = mac + 1;
      continue;
    }
    if (end < 0) return;
    start = end + 1;
  }
}

type SourceLine = { text: string; page: number };

function splitLines(text: string): SourceLine[] {
  const sheets = text.split('\f');
  // A form feed at the very end closes the last page and opens none.
  if (sheets.length > 1 && sheets.at(-1)?.trim() === '') sheets.pop();
  const lines: SourceLine[] = [];
  for (const [index, sheet] of sheets.entries()) {
    for (const line of sheet.split('\n')) {
      if (line.length > READ_LIMITS.lineChars) throw new ReadFailure('line-too-long');
      lines.push({ text: line.trimEnd(), page: index + 1 });
    }
  }
  if (lines.length > READ_LIMITS.blocks) throw new ReadFailure('too-large', { megabytes: TEXT_MEGABYTES });
  return lines;
}

const HEADING = /^ {0,3}(#{1,6})(?: +|(?=\*))/;
const RULE = /^ {0,3}(?:-{3,80}|\*{3,80}|_{3,80}|={3,80})$/;
const LOWER = /^\s*\p{Ll}/u;
const SENTENCE_END = /[.;:!?][”"’)»]?$/;

/**
 * True when the file breaks its lines at the margin: lines end in mid-sentence, close to one common width, and the
 * next goes on in lower case.
 */
export function isHardWrapped(lines: readonly { text: string }[]): boolean {
  const texts = lines.map((line) => line.text.trim()).filter((text) => text !== '' && !text.startsWith('|'));
  const lengths = texts.map((text) => text.length).sort((a, b) => a - b);
  const wide = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (texts.length < 6 || wide < 40 || wide > 160) return false;
  let broken = 0;
  let pairs = 0;
  for (let at = 1; at < texts.length; at++) {
    const before = texts[at - 1] ?? '';
    if (before.length < wide * 0.6) continue;
    pairs += 1;
    if (!SENTENCE_END.test(before) && LOWER.test(texts[at] ?? '')) broken += 1;
  }
  return pairs >= 3 && broken / pairs > 0.3;
}

type Setting = { format: 'txt' | 'md'; printed: boolean; paged: boolean };

function makeBlocks(lines: SourceLine[], setting: Setting): (Paragraph | Table)[] {
  const blocks: (Paragraph | Table)[] = [];
  let at = 0;
  let fenced = false;
  while (at < lines.length) {
    const line = lines[at] ?? { text: '', page: 1 };
    if (setting.format === 'md' && /^ {0,3}(?:```|~~~)/.test(line.text)) {
      fenced = !fenced;
      at += 1;
      continue;
    }
    if (line.text.trim() === '' || (!fenced && RULE.test(line.text))) {
      // Joining needs to know of the gap.
      blocks.push(paragraphOf([], line, setting, null));
      at += 1;
      continue;
    }
    const end = tableEnd(lines, at);
    if (end > at) {
      blocks.push(tableOf(lines.slice(at, end), setting));
      at = end;
      continue;
    }
    const stop = runEnd(lines, at);
    blocks.push(...paragraphsOf(lines.slice(at, stop), setting));
    at = stop;
  }
  return blocks;
}

/** Where the run of lines without a gap, heading or table ends: marks of emphasis may span such a run. */
function runEnd(lines: SourceLine[], from: number): number {
  let at = from + 1;
  if (HEADING.test(lines[from]?.text ?? '')) return at;
  while (at < lines.length && at - from < 500) {
    const text = lines[at]?.text ?? '';
    if (text.trim() === '' || HEADING.test(text) || RULE.test(text) || tableEnd(lines, at) > at) break;
    at += 1;
  }
  return at;
}

function paragraphsOf(lines: SourceLine[], setting: Setting): Paragraph[] {
  const first = lines[0];
  if (!first) return [];
  const heading = HEADING.exec(first.text);
  const bare = lines.map((line, index) => {
    let text = line.text;
    if (heading && index === 0) text = text.slice(heading[0].length).replace(/ #{1,6}$/, '');
    if (setting.format === 'md') text = unwrapMarkdown(text);
    return text;
  });
  const level = heading?.[1]?.length ?? null;
  return emphasised(bare).map((stretches, index) => paragraphOf(stretches, lines[index] ?? first, setting, level));
}

const LINK = /!?\[([^[\]\n]{0,300})\]\([^()\n]{0,500}\)/g;
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unwrapMarkdown(text: string): string {
  return text
    .replace(/^ {0,3}>+ ?/, '')
    .replace(LINK, '$1')
    .replace(/<br ?\/?>/gi, '\n')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

const LETTER = /[\p{L}\p{N}]/gu;

function paragraphOf(
  stretches: readonly Stretch[],
  line: SourceLine,
  setting: Setting,
  heading: number | null,
): Paragraph {
  let letters = 0;
  let bold = 0;
  let italic = 0;
  const plain = !stretches.some((stretch) => stretch.bold || stretch.italic);
  for (const stretch of plain ? [] : stretches) {
    const count = stretch.text.match(LETTER)?.length ?? 0;
    letters += count;
    if (stretch.bold) bold += count;
    if (stretch.italic) italic += count;
  }
  return {
    kind: 'paragraph',
    text: stretches.map((stretch) => stretch.text).join(''),
    label: null,
    style: {
      bold: letters > 0 && bold >= letters * 0.8,
      italic: letters > 0 && italic >= letters * 0.8,
      align: null,
      heading,
    },
    page: setting.paged ? line.page : null,
    part: 'body',
    printedLine: setting.printed,
  };
}

const SEPARATOR = /^\s{0,3}\|?\s{0,80}:?-{2,200}:?[\s|:-]{0,2000}$/;
const isPiped = (text: string): boolean => {
  const bare = text.trim();
  return bare.length > 2 && bare.startsWith('|') && bare.endsWith('|');
};
const tabsIn = (text: string): number => text.split('\t').length - 1;

const isOpenRow = (text: string, tabs: number): boolean =>
  text.startsWith('\t') && tabsIn(text) >= 2 && tabsIn(text) <= tabs;

/** End of the table that begins here (Markdown pipes, or columns parted by tabs), or `from` when there is none. */
function tableEnd(lines: SourceLine[], from: number): number {
  const first = lines[from]?.text ?? '';
  const second = lines[from + 1]?.text ?? '';
  if (isPiped(first) && (isPiped(second) || SEPARATOR.test(second))) {
    let at = from + 1;
    while (at < lines.length && (lines[at]?.text ?? '').trim().startsWith('|')) at += 1;
    return at;
  }
  if (first.includes('|') && second.includes('|') && second.includes('--') && SEPARATOR.test(second)) {
    let at = from + 2;
    while (at < lines.length && (lines[at]?.text ?? '').includes('|')) at += 1;
    return at;
  }
  const tabs = tabsIn(first.trim());
  if (tabs < 2 || /^\s/.test(first)) return from;
  let at = from + 1;
  while (at < lines.length && tabsIn(lines[at]?.text ?? '') === tabs) at += 1;
  if (at - from < 2) return from;
  // A row of totals whose first and last cells are empty: the tabs at its end are gone.
  while (at < lines.length && isOpenRow(lines[at]?.text ?? '', tabs)) at += 1;
  return at;
}

function cellsOf(text: string): string[] {
  if (!text.includes('|')) return text.split('\t');
  const bare = text.trim().replace(/^\|/, '').replace(/\|$/, '');
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < bare.length; at++) {
    const one = bare[at] ?? '';
    if (one === '\\' && bare[at + 1] === '|') {
      cell += '|';
      at += 1;
    } else if (one === '|') {
      cells.push(cell);
      cell = '';
    } else cell += one;
  }
  cells.push(cell);
  return cells;
}

function tableOf(lines: SourceLine[], setting: Setting): Table {
  const headed = SEPARATOR.test(lines[1]?.text ?? '') && (lines[1]?.text ?? '').includes('-');
  const rows: Table['rows'] = [];
  for (const [index, line] of lines.entries()) {
    if (headed && index === 1) continue;
    const cells: TableCell[] = cellsOf(setting.format === 'md' ? unwrapMarkdown(line.text) : line.text)
      .slice(0, 200)
      .map((text, column) => ({
        column,
        columnSpan: 1,
        continued: false,
        paragraphs: emphasised(text.trim().split('\n')).map((stretches) =>
          paragraphOf(stretches, line, { ...setting, printed: false }, null),
        ),
      }));
    rows.push({ cells, head: headed && index === 0 });
  }
  return { kind: 'table', rows, page: setting.paged ? (lines[0]?.page ?? null) : null };
}
