/** Optical character recognition by tesseract.js with its Vietnamese data, both from node_modules; no network. */

import { dirname, join } from 'node:path';
import type { Sheet, Word } from '../core/reader/pdf/sheet.ts';
import type { PagePicture, Recogniser } from '../core/reader/ports.ts';
import { optionalPackage } from './optional-package.ts';

/** Words less sure than this are dirt on the paper. */
const LEAST_CONFIDENCE = 20;

/** Starts the engine; it is good for many pages. Throws {@link ReadFailure} `no-ocr` when it is not installed. */
export async function openRecogniser(): Promise<Recogniser> {
  optionalPackage('tesseract.js');
  const data = dirname(optionalPackage('@tesseract.js-data/vie/package.json'));
  const { createWorker } = await import('tesseract.js');
  const worker = await createWorker('vie', 1, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => {},
  });
  return {
    async recognise(picture) {
      const { data: found } = await worker.recognize(Buffer.from(picture.pgm), {}, { blocks: true, text: false });
      return sheetOf(picture, found.blocks ?? []);
    },
    async close() {
      await worker.terminate();
    },
  };
}

type Box = { x0: number; y0: number; x1: number; y1: number };
type Blocks = readonly {
  paragraphs: readonly {
    lines: readonly {
      baseline: Box;
      bbox: Box;
      words: readonly { text: string; bbox: Box; confidence: number }[];
    }[];
  }[];
}[];

function sheetOf(picture: PagePicture, blocks: Blocks): Sheet {
  const words: Word[] = [];
  const points = (pixels: number) => pixels / picture.scale;
  for (const block of blocks)
    for (const paragraph of block.paragraphs)
      for (const line of paragraph.lines) {
        const y = (line.baseline.y0 + line.baseline.y1) / 2;
        const size = line.bbox.y1 - line.bbox.y0;
        for (const word of line.words) {
          const text = word.text.trim();
          if (text === '' || word.confidence < LEAST_CONFIDENCE) continue;
          words.push({
            text: text.normalize('NFC'),
            left: points(word.bbox.x0),
            right: points(word.bbox.x1),
            y: points(y),
            size: Math.min(points(size), 16),
            bold: false,
            italic: false,
            blankBefore: true,
            blankAfter: true,
            font: '',
          });
        }
      }
  return {
    page: picture.page,
    width: picture.width,
    height: picture.height,
    words,
    rules: picture.rules,
    pictured: 1,
    shapes: 0,
  };
}
