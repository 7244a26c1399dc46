import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { evidenceName, evidenceOf } from './evidence-kind.ts';
import { ReadFailure } from './limits.ts';

const types = (part: string, type: string) =>
  strToU8(`<Types><Override PartName="/${part}" ContentType="application/vnd.${type}+xml"/></Types>`);
const docx = (more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': types('word/document.xml', 'openxmlformats-officedocument.wordprocessingml.document.main'),
    'word/document.xml': strToU8('<w:document/>'),
    ...more,
  });
const xlsx = () =>
  zipSync({
    '[Content_Types].xml': types('xl/workbook.xml', 'openxmlformats-officedocument.spreadsheetml.sheet.main'),
    'xl/workbook.xml': strToU8('<workbook/>'),
  });

/** A PNG's head with a size. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x89504e47);
  view.setUint32(4, 0x0d0a1a0a);
  view.setUint32(8, 13);
  view.setUint32(12, 0x49484452);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
const jpeg = (width: number, height: number) =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x00, 0x00, 0xff, 0xc0, 0x00, 0x11, 0x08],
    ...[height >> 8, height & 255, width >> 8, width & 255, 3, 0, 0, 0, 0, 0, 0],
  ]);

/** The archive, whose last entry says that it unfolds to so many bytes. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = bytes.length - 46; at > 0; at--)
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint32(at + 24, size, true);
      break;
    }
  return bytes;
}

function failure(bytes: Uint8Array): string {
  try {
    return evidenceOf(bytes).kind;
  } catch (error) {
    if (error instanceof ReadFailure) return error.code;
    throw error;
  }
}

describe('what a file beside a figure is', () => {
  it('is told by its content', () => {
    expect(evidenceOf(png(800, 600))).toMatchObject({ kind: 'picture', mediaType: 'image/png' });
    expect(evidenceOf(jpeg(1600, 1200))).toMatchObject({ kind: 'picture', mediaType: 'image/jpeg' });
    expect(evidenceOf(strToU8('%PDF-1.7\n%%EOF'))).toMatchObject({ kind: 'pdf', mediaType: 'application/pdf' });
    expect(evidenceOf(docx()).kind).toBe('word');
    expect(evidenceOf(xlsx()).kind).toBe('excel');
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG after an XML head', '<?xml version="1.0"?><svg onload="alert(1)"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HTML that speaks of PDF', '<html>%PDF-1.7<script>alert(1)</script>'],
    ['a program', 'MZ\u0090\u0000'],
    ['GIF', 'GIF89a<script>alert(1)</script>'],
    ['text', 'chỉ là chữ'],
  ])('is not taken as %s, whatever its name', (_what, content) => {
    expect(failure(strToU8(content))).toBe('not-supported');
  });

  it('holds no program', () => {
    expect(failure(docx({ 'word/vbaProject.bin': strToU8('x') }))).toBe('not-supported');
    expect(failure(docx({ 'word/embeddings/tool.exe': strToU8('MZ') }))).toBe('not-supported');
    expect(failure(docx({ 'word/afchunk.html': strToU8('<script/>') }))).toBe('not-supported');
    expect(failure(zipSync({ 'a.txt': strToU8('x') }))).toBe('not-supported');
    expect(failure(zipSync({ 'word/document.xml': strToU8('<w:document/>') }))).toBe('not-supported');
  });

  it('does not unfold into something enormous', () => {
    expect(failure(claiming(docx({ 'word/media/x.bmp': strToU8('x') }), 300 * 1024 * 1024))).toBe('zip-bomb');
    expect(failure(png(60_000, 60_000))).toBe('too-large');
    expect(failure(jpeg(65_000, 10))).toBe('too-large');
  });

  it('is whole', () => {
    expect(failure(new Uint8Array())).toBe('empty');
    expect(failure(docx().subarray(0, 80))).toBe('truncated');
    expect(failure(jpeg(10, 10).subarray(0, 12))).toBe('not-supported');
    expect(failure(Uint8Array.from([...jpeg(10, 10).subarray(0, 8), ...new Uint8Array(20)]))).toBe('damaged');
  });

  it('carries the ending of what it is', () => {
    const picture = evidenceOf(jpeg(10, 10));
    expect(evidenceName('ảnh.JPEG', picture)).toBe('ảnh.JPEG');
    expect(evidenceName('ảnh.html', picture)).toBe('ảnh.jpg');
    expect(evidenceName('ảnh', picture)).toBe('ảnh.jpg');
  });
});
