import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { docxOf } from '../../test/support/docx-file.ts';
import { randomFrom } from '../../test/support/mutations.ts';
import { lockedPdf, pdfOf } from '../../test/support/pdf-file.ts';
import { picturePdf } from '../../test/support/picture-pdf.ts';
import { type FileReader, openFileReader, type ReadFileOptions } from './read-file.ts';

const FOLDER = join(import.meta.dirname, '../../test/gold/documents');
const file = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

const reader = openFileReader();
afterAll(() => reader.close());

async function code(
  bytes: Uint8Array,
  name: string,
  options: ReadFileOptions = {},
  by: FileReader = reader,
): Promise<string> {
  const outcome = await by.read({ name, bytes }, options);
  return outcome.ok ? 'read' : outcome.refusal.code;
}

/** Words that pack to about a third: no bomb, only much. */
function muchText(bytes: number): string {
  let seed = 7;
  let text = '';
  const parts: string[] = [];
  for (let length = 0; length < bytes; length += text.length) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    text = `${seed.toString(36)} thi đua `;
    parts.push(text);
  }
  return parts.join('');
}

describe('reading in a process of its own', () => {
  it('gives the reading with the hash of the bytes, and progress by page', async () => {
    const pages: number[] = [];
    const outcome = await reader.read(
      { name: 'plan-commune.pdf', bytes: file('plan-commune.pdf') },
      { onProgress: ({ page }) => pages.push(page) },
    );
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.reading.source).toMatchObject({ name: 'plan-commune.pdf', format: 'pdf', pages: pages.length });
    expect(outcome.reading.source.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(outcome.reading.targets.length).toBeGreaterThan(3);
    expect(pages).toEqual(pages.map((_, at) => at + 1));
  });

  it('reads every format, from bytes and from a path, several at once in turn', async () => {
    const names = ['plan-commune.docx', 'plan-commune.doc', 'plan-commune.txt', 'pasted-launch.md'];
    const outcomes = await Promise.all([
      ...names.map((name) => reader.read({ name, bytes: file(name) })),
      reader.read({ name: 'plan-commune.docx', path: join(FOLDER, 'plan-commune.docx') }),
      reader.read({ name: 'plan-commune.pdf', path: join(FOLDER, 'plan-commune.pdf') }),
    ]);
    expect(outcomes.map((outcome) => outcome.ok && outcome.reading.source.format)).toEqual([
      'docx',
      'doc',
      'txt',
      'md',
      'docx',
      'pdf',
    ]);
  });
});

describe('bad files', () => {
  const good = () => code(file('plan-commune.docx'), 'plan-commune.docx');
  const cases: [string, () => Uint8Array, string, string][] = [
    ['empty', () => new Uint8Array(0), 'ke-hoach.docx', 'empty'],
    ['wrong extension', () => file('plan-commune.pdf'), 'ke-hoach.docx', 'wrong-extension'],
    ['truncated DOCX', () => file('plan-commune.docx').slice(0, 5_000), 'ke-hoach.docx', 'truncated'],
    ['truncated DOC', () => file('plan-commune.doc').slice(0, 1_200), 'ke-hoach.doc', 'truncated'],
    ['truncated PDF', () => file('plan-commune.pdf').slice(0, 30_000), 'ke-hoach.pdf', 'truncated'],
    [
      'zip bomb',
      () => docxOf({ body: '', raw: { 'word/document.xml': new Uint8Array(70 * 1_048_576) } }),
      'bom.docx',
      'zip-bomb',
    ],
    [
      'entity bomb',
      () => docxOf({ body: '', raw: { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>' } }),
      'bom.docx',
      'xml-entities',
    ],
    [
      'external entity',
      () => docxOf({ body: '', raw: { 'word/document.xml': '<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>' } }),
      'x.docx',
      'xml-entities',
    ],
    ['password-protected DOCX', () => lockedDocx(), 'mat.docx', 'password'],
    ['password-protected PDF', () => lockedPdf(), 'mat.pdf', 'password'],
    ['more than 500 pages', () => pdfOf(Array.from({ length: 501 }, () => 'Trang')), 'dai.pdf', 'too-many-pages'],
    ['50 MB in one line', () => new Uint8Array(50 * 1_048_576).fill(0x61), 'mot-dong.txt', 'line-too-long'],
    ['larger than may be', () => new Uint8Array(101 * 1_048_576), 'lon.pdf', 'too-large'],
    ['noise', () => Uint8Array.from({ length: 50_000 }, (_, at) => (at * at * 31) % 256), 'x.txt', 'not-text'],
    ['a PDF of noise', () => strToU8('%PDF-1.7\nnothing of a PDF\n%%EOF'), 'x.pdf', 'damaged'],
  ];

  it.each(cases)('%s', async (_name, make, name, expected) => {
    expect(await code(make(), name)).toBe(expected);
    expect(await good()).toBe('read');
  });
});

describe('limits of the process', () => {
  it('memory: reading that needs more is ended, and the next file is read', async () => {
    const small = openFileReader({ memoryMegabytes: 160 });
    const greedy = docxOf(`<w:p>${'<w:r><w:t>'}${muchText(30_000_000)}</w:t></w:r></w:p>`);
    expect(await code(greedy, 'lon.docx', {}, small)).toBe('memory');
    expect(await code(file('plan-commune.docx'), 'plan-commune.docx', {}, small)).toBe('read');
    await small.close();
    // Within the product's own limit the same file is refused for what it holds.
    expect(await code(greedy, 'lon.docx')).toBe('line-too-long');
  });

  it('memory: a colour scan of 600 dots an inch is read within it', async ({ skip }) => {
    const outcome = await reader.read({ name: 'quet.pdf', bytes: await fineScan() });
    if (!outcome.ok && outcome.refusal.code === 'no-ocr') skip('the packages for recognition are not installed');
    expect(outcome).toMatchObject({ ok: true, reading: { source: { ocr: true } } });
    expect(outcome.ok && outcome.reading.text).toContain('34/KH-UBND');
  });

  it('time: reading without progress is ended, and the next file is read', async () => {
    const hasty = openFileReader({ deadlineSeconds: 0.02 });
    expect(await code(file('launch-scan.pdf'), 'quet.pdf', {}, hasty)).toBe('deadline');
    await hasty.close();
    expect(await code(file('plan-commune.docx'), 'plan-commune.docx')).toBe('read');
  });

  it('a person may stop it, while it waits and while it runs', async () => {
    const stop = new AbortController();
    const outcome = reader.read(
      { name: 'quet.pdf', bytes: file('launch-scan.pdf') },
      { signal: stop.signal, onProgress: () => stop.abort() },
    );
    const waiting = new AbortController();
    const second = reader.read({ name: 'a.docx', bytes: file('plan-commune.docx') }, { signal: waiting.signal });
    waiting.abort();
    expect(await outcome).toEqual({ ok: false, refusal: { code: 'cancelled', facts: {} } });
    expect(await second).toEqual({ ok: false, refusal: { code: 'cancelled', facts: {} } });
    expect(await code(file('plan-commune.docx'), 'plan-commune.docx')).toBe('read');
  });
});

/** The gold scan at 600 dots an inch on rough, tinted paper: 35 million pixels. */
async function fineScan(): Promise<Uint8Array> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const scan = Buffer.from(file('launch-scan.pdf'));
  const from = scan.indexOf('stream', scan.indexOf('/DCTDecode')) + 'stream\n'.length;
  const image = await loadImage(scan.subarray(from, scan.indexOf('endstream', from)));
  const rough = createCanvas(256, 256);
  const grain = rough.getContext('2d');
  const pixels = grain.createImageData(256, 256);
  const random = randomFrom(600);
  for (let at = 0; at < pixels.data.length; at += 4)
    pixels.data.set([225 + random() * 30, 220 + random() * 30, 205 + random() * 30, 255], at);
  grain.putImageData(pixels, 0, 0);
  const [width, height] = [4_961, 7_016];
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0, width, height);
  pen.globalCompositeOperation = 'multiply';
  pen.fillStyle = pen.createPattern(rough, 'repeat');
  pen.fillRect(0, 0, width, height);
  const bytes = new Uint8Array(await canvas.encode('jpeg', 80));
  return picturePdf({ width, height, colours: '/DeviceRGB', bits: 8, filter: '/DCTDecode', bytes });
}

/** A compound file as Word writes it around a DOCX with a password: names only, which is all that is looked at. */
function lockedDocx(): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4_096, true);
  view.setInt32(60, -2, true);
  view.setInt32(68, -2, true);
  for (let at = 0; at < 109; at++) view.setInt32(76 + at * 4, at === 0 ? 0 : -1, true);
  for (let at = 0; at < 128; at++) view.setInt32(512 + at * 4, at === 0 ? -3 : -2, true);
  for (const [at, [name, type]] of (
    [
      ['Root Entry', 5],
      ['EncryptedPackage', 2],
      ['EncryptionInfo', 2],
    ] as const
  ).entries()) {
    const from = 1_024 + at * 128;
    for (let letter = 0; letter < name.length; letter++)
      view.setUint16(from + letter * 2, name.charCodeAt(letter), true);
    view.setUint16(from + 64, name.length * 2 + 2, true);
    bytes[from + 66] = type;
  }
  return bytes;
}
