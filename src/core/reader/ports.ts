/** What reading needs from outside: libraries that are large, native or bound to Node. The server gives them. */

import type { FileContent } from './blocks.ts';
import type { Rule, Sheet } from './pdf/sheet.ts';

/** Whether pages may be recognised from their picture: where needed, all of them, or never. */
export const OCR_MODES = ['auto', 'always', 'never'] as const;
export type OcrMode = (typeof OCR_MODES)[number];

export type ReadStage = 'text' | 'recognition';
export type ReadProgress = { stage: ReadStage; page: number; pages: number };

export type ReadSetting = {
  ocr: OcrMode;
  /** The bytes may be taken over rather than copied; the caller does not use them afterwards. */
  consume?: boolean;
  /** Called after each page that is read as text, and before each that is recognised. */
  onProgress?: (progress: ReadProgress) => void;
};

/** Reads one format that needs a library. Throws ReadFailure. */
export type FormatReader = (bytes: Uint8Array, setting: ReadSetting) => Promise<FileContent>;

export type ReadPorts = { pdf: FormatReader };

/** A picture of one page; `scale` is how many of its pixels make a point. */
export type PagePicture = {
  /** Grey pixels, as a PGM file. */
  pgm: Uint8Array;
  page: number;
  /** In points. */
  width: number;
  height: number;
  scale: number;
  /** Rulings of tables, in points, taken out of the picture. */
  rules: Rule[];
};

/** An engine for optical character recognition, warm between pages. */
export type Recogniser = { recognise(picture: PagePicture): Promise<Sheet>; close(): Promise<void> };
