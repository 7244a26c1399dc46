/** What the server and its reading process say to each other. */

import type { ReadRefusal } from '../core/reader/limits.ts';
import type { OcrMode, ReadProgress } from '../core/reader/ports.ts';
import type { Reading, RegistryEntry } from '../core/reader/reading.ts';
import type { Sheet, SheetBook } from '../core/reader/sheet.ts';

/** Bytes by hand, or a file that the reading process opens itself, for those too large to hand over. */
export type FileSource = { bytes: Uint8Array } | { path: string };

export type ReadRequest = {
  id: number;
  /** A document into its reading, or a workbook into its first sheet or all of them. */
  as: 'document' | 'sheet' | 'book';
  name: string;
  source: FileSource;
  ocr: OcrMode;
  registry: RegistryEntry[] | null;
};

export type ReadAnswer =
  | { kind: 'ready' }
  | { kind: 'progress'; id: number; progress: ReadProgress }
  | { kind: 'done'; id: number; reading: Reading; rss: number }
  | { kind: 'sheet'; id: number; sheet: Sheet; rss: number }
  | { kind: 'book'; id: number; book: SheetBook; rss: number }
  | { kind: 'refused'; id: number; refusal: ReadRefusal; rss: number };

/** What the process writes to its error output before it ends itself for using too much memory. */
export const MEMORY_MARK = 'thidua-memory-limit';
