/**
 * Pages of a PDF as pictures, for recognition. Drawn by the whole of pdf.js rather than by the small build that reads
 * text: only the whole one can decode the pictures of black-and-white scanners (CCITT fax, JBIG2) and JPEG 2000.
 */

import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Canvas } from '@napi-rs/canvas';
import { ReadFailure } from '../core/reader/limits.ts';
import { eraseStrokes, findRules, slopeOf } from '../core/reader/pdf/bitmap-rules.ts';
import type { Rule } from '../core/reader/pdf/sheet.ts';
import type { PagePicture } from '../core/reader/ports.ts';
import { optionalPackage } from './optional-package.ts';

export type PagePictures = { picture(page: number): Promise<PagePicture>; close(): Promise<void> };

/** Pixels a point: 200 dots an inch reads Vietnamese marks about as well as 300, in less time and memory. */
const SCALE = 200 / 72;
const MOST_PIXELS = 12_000_000;

/** Opens the PDF for drawing; takes the bytes for itself. Throws ReadFailure `no-ocr` when a package is missing. */
export async function openPagePictures(bytes: Uint8Array): Promise<PagePictures> {
  optionalPackage('@napi-rs/canvas');
  const script = optionalPackage('pdfjs-dist/legacy/build/pdf.mjs');
  const { createCanvas } = await import('@napi-rs/canvas');
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = join(dirname(script), '../..');
  const resources = (name: string) => `${pathToFileURL(join(folder, name)).href}/`;
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    wasmUrl: join(folder, 'wasm/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    cMapUrl: resources('cmaps'),
    cMapPacked: true,
  });
  const pdf = await task.promise.catch((error: unknown) => {
    throw new ReadFailure('damaged', {}, error);
  });
  return {
    async picture(number) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
      const viewport = page.getViewport({ scale });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      // The same interface as a browser's canvas, in other types.
      const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
      await page.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext, viewport }).promise;
      page.cleanup();
      const straight = straightened(canvas, createCanvas);
      const rules = takeRules(straight).map(({ x1, y1, x2, y2 }) => ({
        x1: x1 / scale,
        y1: y1 / scale,
        x2: x2 / scale,
        y2: y2 / scale,
      }));
      return { png: new Uint8Array(await straight.encode('png')), page: number, width, height, scale, rules };
    },
    async close() {
      await task.destroy();
    },
  };
}

/** Pixels at the drawn scale: a stroke this long belongs to no letter. */
const SHORTEST_RULE = 60;
/** A page that leans less than this (a fifth of a degree) is read as it lies. */
const LEAST_SLOPE = 0.0035;

/** The picture turned so that its rulings lie level; as it is when it has none. */
function straightened(canvas: Canvas, createCanvas: (width: number, height: number) => Canvas): Canvas {
  const { width, height } = canvas;
  const picture = canvas.getContext('2d').getImageData(0, 0, width, height);
  const slope = slopeOf(findRules(picture, SHORTEST_RULE).strokes);
  if (Math.abs(slope) < LEAST_SLOPE) return canvas;
  const turned = createCanvas(width, height);
  const pen = turned.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.translate(width / 2, height / 2);
  pen.rotate(-Math.atan(slope));
  pen.drawImage(canvas, -width / 2, -height / 2);
  return turned;
}

/** Finds the rulings and paints them over. */
function takeRules(canvas: Canvas): Rule[] {
  const pen = canvas.getContext('2d');
  const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
  const { rules, strokes, upright } = findRules(picture, SHORTEST_RULE);
  if (rules.length === 0) return rules;
  eraseStrokes(picture, strokes, false);
  eraseStrokes(picture, upright, true);
  pen.putImageData(picture, 0, 0);
  return rules;
}
