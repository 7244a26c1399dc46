/**
 * Pages of a PDF as pictures, for recognition. Drawn by PDFium: it decodes what scanners write (JPEG, CCITT fax,
 * JBIG2, JPEG 2000) a stretch at a time or smaller than it is, where pdf.js holds a picture of 600 dots an inch whole,
 * several times over.
 */

import { ReadFailure } from '../core/reader/limits.ts';
import { type Bitmap, eraseStrokes, findRules, slopeOf, turned } from '../core/reader/pdf/bitmap-rules.ts';
import type { Rule } from '../core/reader/pdf/sheet.ts';
import type { PagePicture } from '../core/reader/ports.ts';
import { optionalPackage } from './optional-package.ts';

export type PagePictures = { picture(page: number): Promise<PagePicture>; close(): void };

/** Pixels a point: 200 dots an inch reads Vietnamese marks about as well as 300, in less time and memory. */
const SCALE = 200 / 72;
const MOST_PIXELS = 12_000_000;

/** Opens the PDF for drawing; takes the bytes for itself. Throws ReadFailure `no-ocr` when the package is missing. */
export async function openPagePictures(bytes: Uint8Array): Promise<PagePictures> {
  optionalPackage('@hyzyla/pdfium');
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const pdf = await library.loadDocument(bytes).catch((error: unknown) => {
    throw new ReadFailure('damaged', {}, error);
  });
  letGo(bytes);
  return {
    async picture(number) {
      const page = pdf.getPage(number - 1);
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
      const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
      const pixels = (points: number) => Math.max(1, Math.min(Math.ceil(points * scale), MOST_PIXELS));
      const drawn = await page.render({
        scale: 1,
        width: pixels(width),
        height: pixels(height),
        colorSpace: 'Gray',
        render: 'bitmap',
      });
      const bitmap = straightened(drawn);
      const rules = takeRules(bitmap).map(({ x1, y1, x2, y2 }) => ({
        x1: x1 / scale,
        y1: y1 / scale,
        x2: x2 / scale,
        y2: y2 / scale,
      }));
      return { pgm: pgmOf(bitmap), page: number, width, height, scale, rules };
    },
    close() {
      pdf.destroy();
      library.destroy();
    },
  };
}

/** The library holds a copy of its own; whoever still names this one keeps an empty one. */
function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength)
    structuredClone(buffer, { transfer: [buffer] });
}

/** Pixels at the drawn scale: a stroke this long belongs to no letter. */
const SHORTEST_RULE = 60;
/** A page that leans less than this (a fifth of a degree) is read as it lies. */
const LEAST_SLOPE = 0.0035;

/** The picture turned so that its rulings lie level; as it is when it has none. */
function straightened(bitmap: Bitmap): Bitmap {
  const slope = slopeOf(findRules(bitmap, SHORTEST_RULE).strokes);
  return Math.abs(slope) < LEAST_SLOPE ? bitmap : turned(bitmap, slope);
}

/** Finds the rulings and paints them over. */
function takeRules(bitmap: Bitmap): Rule[] {
  const { rules, strokes, upright } = findRules(bitmap, SHORTEST_RULE);
  eraseStrokes(bitmap, strokes, false);
  eraseStrokes(bitmap, upright, true);
  return rules;
}

/** A picture of grey pixels in the plainest of formats. */
function pgmOf({ width, height, data }: Bitmap): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}
