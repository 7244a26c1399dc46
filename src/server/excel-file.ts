/** Workbooks in and out: reading goes on in the reading process, writing lets other requests in between its pieces. */

import { setImmediate } from 'node:timers/promises';
import { ReadFailure } from '../core/reader/limits.ts';
import { readXlsx } from '../core/reader/xlsx/read-xlsx.ts';
import { type Workbook, writeXlsx } from '../core/writer/xlsx.ts';
import type { SheetOutcome } from './read-file.ts';

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reads the first sheet of a workbook. */
export type ReadSheet = (file: { name: string; bytes: Uint8Array }) => Promise<SheetOutcome>;

/** Reads in this very process: for tests and small tools, never for what strangers send. */
export const readSheetHere: ReadSheet = async ({ bytes }) => {
  try {
    return { ok: true, sheet: readXlsx(bytes) };
  } catch (error) {
    if (error instanceof ReadFailure) return { ok: false, refusal: error.toRefusal() };
    throw error;
  }
};

/** The bytes of a workbook; a list of a whole country's villages does not hold everybody else up. */
export async function workbookBytes(book: Workbook): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (const piece of writeXlsx(book)) {
    pieces.push(piece);
    await setImmediate();
  }
  return new Uint8Array(Buffer.concat(pieces));
}
