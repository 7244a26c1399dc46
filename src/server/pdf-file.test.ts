import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bitmap, scannedPdf } from '../../test/support/jbig2.ts';
import { lockedPdf, pdfOf } from '../../test/support/pdf-file.ts';
import { picturePdf } from '../../test/support/picture-pdf.ts';
import type { FileContent } from '../core/reader/blocks.ts';
import { readDocx } from '../core/reader/docx/read-docx.ts';
import { joinContent } from '../core/reader/join.ts';
import { ReadFailure } from '../core/reader/limits.ts';
import { openPagePictures } from './page-pictures.ts';
import { readPdf } from './pdf-file.ts';

const FOLDER = join(import.meta.dirname, '../../test/gold/documents');
const file = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const lines = (content: FileContent) => joinContent(content).lines.map((line) => line.text);
const read = (bytes: Uint8Array) => readPdf(bytes, { ocr: 'never' });
const texts = async (bytes: Uint8Array) =>
  (await read(bytes)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind));

async function failure(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof ReadFailure) return error.code;
    throw error;
  }
  return 'none';
}

describe('a PDF and the DOCX it was printed from', () => {
  const pairs = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.pdf') && existsSync(join(FOLDER, name.replace('.pdf', '.docx'))))
    .map((name) => name.slice(0, -4));

  it.each(pairs)('%s gives the same lines', async (name) => {
    const printed = lines(await read(file(`${name}.pdf`)));
    const source = lines(readDocx(file(`${name}.docx`)));
    const there = new Set(printed);
    // A footer on every page may be read, a note may stand elsewhere: nothing of the body is lost or broken.
    const missing = source.filter((line) => !there.has(line));
    expect(missing.length, missing.join('\n')).toBeLessThanOrEqual(Math.ceil(source.length * 0.05));
  });

  it('keeps bold, alignment and pages', async () => {
    const { blocks, pages } = await read(file('plan-commune.pdf'));
    expect(pages).toBe(2);
    expect(blocks.find((block) => block.kind === 'paragraph' && block.text === 'KẾ HOẠCH')).toMatchObject({
      style: { bold: true, align: 'center' },
      page: 1,
    });
    expect(blocks.some((block) => block.kind === 'paragraph' && block.page === 2)).toBe(true);
  });
});

describe('drawing orders', () => {
  const table =
    '0.5 w 80 600 m 500 600 l S 80 640 m 500 640 l S 80 680 m 500 680 l S 80 600 m 80 680 l S 300 600 m 300 680 l S 500 600 m 500 680 l S BT /F 12 Tf 90 660 Td (Ten) Tj 220 0 Td (Muc) Tj -220 -40 Td (Ho ngheo) Tj 220 0 Td (2,5) Tj ET';

  it('matrices, saved states and text operators place words', async () => {
    expect(
      await texts(
        pdfOf([
          'q 2 0 0 2 0 0 cm BT /F 7 Tf 45 350 Td (Thi) Tj Q q BT /F 14 Tf 1 0 0 1 115 700 Tm (dua) Tj 14 TL T* (yeu nuoc) Tj ET Q',
        ]),
      ),
    ).toEqual(['Thi dua', 'yeu nuoc']);
    expect(await texts(pdfOf(['BT /F 14 Tf 90 700 Td [(Thi) -300 (dua) -40 (s)] TJ ET']))).toEqual(['Thi duas']);
  });

  it('lines and thin boxes rule tables', async () => {
    const boxes = table.replace(
      /(\d+) (\d+) m (\d+) (\d+) l S/g,
      (_, x1, y1, x2, y2) => `${x1} ${y1} ${Math.max(0.5, x2 - x1)} ${Math.max(0.5, y2 - y1)} re f`,
    );
    for (const content of [table, boxes]) {
      const [block] = (await read(pdfOf([content]))).blocks;
      if (block?.kind !== 'table') throw new Error('no table');
      expect(block.rows.map((row) => row.cells.map((cell) => cell.paragraphs[0]?.text))).toEqual([
        ['Ten', 'Muc'],
        ['Ho ngheo', '2,5'],
      ]);
    }
  });

  it('a page printed on its side is turned, a watermark across it is left out', async () => {
    const turned = 'BT /F 14 Tf 0 1 -1 0 100 90 Tm (Phu luc kem theo ke hoach) Tj 0 -20 Td (Cac chi tieu) Tj ET';
    const { blocks } = await read(
      pdfOf([turned, 'BT /F 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DU THAO) Tj ET BT /F 14 Tf 90 700 Td (Ke hoach) Tj ET']),
    );
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind))).toEqual([
      'Phu luc kem theo ke hoach',
      'Cac chi tieu',
      'section',
      'Ke hoach',
    ]);
  });
});

describe('bad files', () => {
  it('are refused, each for what is wrong', async () => {
    const good = file('plan-commune.pdf');
    expect(await failure(good.slice(0, good.length >> 1))).toBe('truncated');
    expect(await failure(lockedPdf())).toBe('password');
    expect(await failure(pdfOf(Array.from({ length: 501 }, () => 'x')))).toBe('too-many-pages');
    expect(await failure(pdfOf(['0 0 1 1 re f']))).toBe('no-text');
    expect(await failure(file('launch-scan.pdf'))).toBe('no-text');
  });
});

describe('pages of pictures', () => {
  const picture = { width: 30_000, height: 30_000, colours: '/DeviceGray', bits: 8, filter: '/FlateDecode' };

  it('are scans, whatever the picture holds or claims to hold', async () => {
    expect(await failure(picturePdf({ ...picture, bytes: new Uint8Array(10) }))).toBe('no-text');
    const inForm = 'q 595 0 0 842 0 0 cm q /Perceptual ri 0 0 1 1 re W n BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q Q';
    expect(await failure(pdfOf([`${inForm} BT /F 9 Tf 90 20 Td (1) Tj ET`]))).toBe('no-text');
  });

  it('are not those with a coloured ground, or empty ones', async () => {
    const ground = '0.9 g q 595 0 0 842 0 0 cm 0 0 1 1 re f Q 0 g';
    expect(await texts(pdfOf([`${ground} BT /F 14 Tf 90 700 Td (Phu luc) Tj ET`, '1 0 0 -1 0 842 cm BT ET']))).toEqual([
      'Phu luc',
    ]);
  });
});

/** Runs only where the packages for recognition are installed, and says so where not. */
async function recognised(bytes: Uint8Array, skip: (why: string) => void): Promise<FileContent> {
  const outcome: unknown = await readPdf(bytes, { ocr: 'auto' }).catch((error: unknown) => error);
  if (outcome instanceof ReadFailure && outcome.code === 'no-ocr') {
    skip('the packages for recognition are not installed');
  }
  if (outcome instanceof Error) throw outcome;
  return outcome as FileContent;
}

/** Share of the words of one that the other has too. */
function recall(found: FileContent, wanted: FileContent): number {
  const words = (content: FileContent) =>
    lines(content)
      .join(' ')
      .split(/[\s,.;:]+/);
  const there = new Set(words(found));
  const all = words(wanted);
  return all.filter((word) => there.has(word)).length / all.length;
}

describe('recognition', () => {
  it('reads a scan nearly as its text, and says so', async ({ skip }) => {
    const found = await recognised(file('launch-scan.pdf'), skip);
    expect(found).toMatchObject({ ocr: true, pages: 1 });
    expect(recall(found, await read(file('launch-scan-text.pdf')))).toBeGreaterThan(0.9);
  });

  it('reads the black-and-white pictures of office scanners', async ({ skip }) => {
    const pictures = await openPagePictures(file('launch-scan.pdf')).catch(() => null);
    if (!pictures) return skip('the packages for recognition are not installed');
    const { pgm } = await pictures.picture(1);
    pictures.close();
    const found = await recognised(scannedPdf(blackAndWhite(pgm)), skip);
    expect(recall(found, await read(file('launch-scan-text.pdf')))).toBeGreaterThan(0.85);
  });

  // Of launch-scan-text.pdf, by pdftoppm and img2pdf.
  it.for(['fax-g4.pdf', 'jpeg-2000.pdf'])('reads %s', async (name, { skip }) => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../test/support/scans', name)));
    expect(recall(await recognised(bytes, skip), await read(file('launch-scan-text.pdf')))).toBeGreaterThan(0.85);
  });

  it('finds nothing on a page of noise', async () => {
    const dots = Array.from({ length: 300 }, (_, at) => `${(at * 7919) % 595} ${(at * 104_729) % 842} 1 1 re f`);
    const found = readPdf(pdfOf([dots.join('\n')]), { ocr: 'always' });
    await expect(found).rejects.toMatchObject({ code: expect.stringMatching(/^no-(?:text|ocr)$/) });
  });
});

/** The dark pixels of a picture in grey. */
function blackAndWhite(pgm: Uint8Array): Bitmap {
  const [, width = '', height = ''] =
    /^P5\n(\d+) (\d+)\n255\n/.exec(new TextDecoder('latin1').decode(pgm.subarray(0, 40))) ?? [];
  const pixels = pgm.subarray(pgm.length - Number(width) * Number(height));
  return {
    width: Number(width),
    height: Number(height),
    black: (x, y) => (pixels[y * Number(width) + x] ?? 255) < 150,
  };
}
