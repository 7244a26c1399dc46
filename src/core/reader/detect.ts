/** What a file is, told by its bytes; its name only says what its owner takes it for. */

import { isOle, kindOfOle, openOle } from './doc/ole.ts';
import { ReadFailure } from './limits.ts';
import type { SourceFormat } from './reading.ts';

/** Beginnings of files that are often sent by mistake, by their first bytes in hexadecimal. */
const OTHERS: [start: string, name: string][] = [
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['424d', 'BMP'],
  ['49492a00', 'TIFF'],
  ['4d4d002a', 'TIFF'],
  ['7b5c727466', 'RTF'],
  ['526172211a', 'RAR'],
  ['377abcaf271c', '7-Zip'],
  ['1f8b', 'GZIP'],
  ['4d5a', 'EXE'],
  ['7f454c46', 'ELF'],
  ['494433', 'MP3'],
  ['25215053', 'PostScript'],
];

const hex = (bytes: Uint8Array, count: number): string =>
  Array.from(bytes.subarray(0, count), (byte) => byte.toString(16).padStart(2, '0')).join('');

const EXTENSIONS: Record<string, SourceFormat> = {
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  doc: 'doc',
  dot: 'doc',
  pdf: 'pdf',
};

const LABELS: Record<SourceFormat, string> = { txt: 'TXT', md: 'MD', docx: 'DOCX', doc: 'DOC', pdf: 'PDF' };

/** Formats that programs open under each other's names. */
const FAMILY: Record<SourceFormat, 'text' | 'word' | 'pdf'> = {
  txt: 'text',
  md: 'text',
  docx: 'word',
  doc: 'word',
  pdf: 'pdf',
};

/** The extension of a file's name in lower case, without the dot; '' without one. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? '' : base.slice(dot + 1).toLowerCase();
}

/**
 * The format of a file. Throws {@link ReadFailure}: empty, none that is read, or a content that contradicts the
 * extension (a PDF named .docx), which the person should know of before anything is taken from it.
 */
export function detectFormat(bytes: Uint8Array, name: string): SourceFormat {
  if (bytes.length === 0) throw new ReadFailure('empty');
  const claimed = EXTENSIONS[extensionOf(name)];
  const found = byContent(bytes);
  const other = typeof found === 'string' ? null : found.name;
  if (other !== null) {
    if (claimed) throw new ReadFailure('wrong-extension', { expected: LABELS[claimed], found: other });
    throw new ReadFailure('not-supported', { found: other });
  }
  const format = typeof found === 'string' ? found : 'txt';
  if (format === 'txt') {
    if (claimed === 'md') return 'md';
    // Text named .docx or .pdf is no text file gone astray but a broken or mistaken one.
    if (claimed && FAMILY[claimed] !== 'text') {
      throw new ReadFailure('wrong-extension', {
        expected: LABELS[claimed],
        found: looksLikeHtml(bytes) ? 'HTML' : 'TXT',
      });
    }
    if (looksLikeHtml(bytes)) throw new ReadFailure('not-supported', { found: 'HTML' });
    return 'txt';
  }
  if (claimed && FAMILY[claimed] !== FAMILY[format]) {
    throw new ReadFailure('wrong-extension', { expected: LABELS[claimed], found: LABELS[format] });
  }
  return format;
}

function byContent(bytes: Uint8Array): SourceFormat | { name: string } {
  if (pdfStart(bytes)) return 'pdf';
  if (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    (bytes[2] === 3 || bytes[2] === 5) &&
    (bytes[3] === 4 || bytes[3] === 6)
  ) {
    return 'docx';
  }
  if (isOle(bytes)) return oleKind(bytes);
  const start = hex(bytes, 8);
  const other = OTHERS.find(([mark]) => start.startsWith(mark));
  return other ? { name: other[1] } : 'txt';
}

/** Readers accept some bytes before the mark of a PDF. */
function pdfStart(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');
}

function oleKind(bytes: Uint8Array): SourceFormat | { name: string } {
  const { names } = openOle(bytes);
  // A DOCX with a password lies in a container of this kind.
  if (names.includes('EncryptedPackage')) throw new ReadFailure('password');
  return names.includes('WordDocument') ? 'doc' : { name: kindOfOle(names) };
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).toLowerCase();
  return /^[\s\u00ef\u00bb\u00bf]{0,40}<(?:!doctype html|html|head|body|\?xml|meta)\b/.test(start);
}
