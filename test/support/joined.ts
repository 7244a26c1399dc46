import type { BlockStyle, FileContent, JoinedText, Paragraph } from '../../src/core/reader/blocks.ts';
import { joinContent } from '../../src/core/reader/join.ts';
import { readContent } from '../../src/core/reader/read-document.ts';
import type { Reading } from '../../src/core/reader/reading.ts';

const PLAIN: BlockStyle = { bold: false, italic: false, align: null, heading: null };

/** One paragraph as a format reader gives it. */
export function buildParagraph(text: string, overrides: Partial<Paragraph> = {}): Paragraph {
  return {
    kind: 'paragraph',
    text,
    label: null,
    style: PLAIN,
    page: null,
    part: 'body',
    printedLine: false,
    ...overrides,
  };
}

/** The content of a file that holds these paragraphs, one a line of the text. */
export function buildContent(text: string, overrides: Partial<FileContent> = {}): FileContent {
  const blocks = text.split('\n').map((line) => buildParagraph(line));
  return { format: 'txt', encoding: 'utf-8', pages: null, ocr: false, blocks, ...overrides };
}

/** A text as later stages get it, one paragraph a line. */
export function joinText(text: string): JoinedText {
  return joinContent(buildContent(text));
}

/** The whole reading of a text, one paragraph a line. */
export function readText(text: string): Reading {
  return readContent(buildContent(text), { name: 'test.txt', sha256: '0'.repeat(64) });
}
