/** Workbooks in and out: reading goes on in the reading process, writing lets other requests in between its pieces. */

import { setImmediate } from 'node:timers/promises';
import { ReadFailure } from '../core/reader/limits.ts';
import { readXlsx, readXlsxBook } from '../core/reader/xlsx/read-xlsx.ts';
import { tableCsv } from '../core/writer/taken-table.ts';
import { type Workbook, writeXlsx } from '../core/writer/xlsx.ts';
import { type FormSheet, sheetNames, writeForm } from '../core/writer/xlsx-form.ts';
import { packFiles } from '../core/writer/zip.ts';
import type { BookOutcome, SheetOutcome } from './read-file.ts';

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

/** Reads all sheets of a workbook. */
export type ReadBook = (file: { name: string; bytes: Uint8Array }) => Promise<BookOutcome>;

/** The same in this very process. */
export const readBookHere: ReadBook = async ({ bytes }) => {
  try {
    return { ok: true, book: readXlsxBook(bytes) };
  } catch (error) {
    if (error instanceof ReadFailure) return { ok: false, refusal: error.toRefusal() };
    throw error;
  }
};

/** The bytes of a workbook; a list of a whole country's villages does not hold everybody else up. */
export const workbookBytes = (book: Workbook): Promise<Uint8Array> => collected(writeXlsx(book));

export const CSV_TYPE = 'text/csv;charset=utf-8';

/** The same table as CSV, for other programs. */
export const csvBytes = ({ lines, columns, rows }: Workbook): Uint8Array => {
  const [title = '', ...about] = lines;
  return new TextEncoder().encode(tableCsv({ title, lines: about, columns, rows: [...rows] }));
};

/** The bytes of a workbook to fill in. */
export const formBytes = (sheets: readonly FormSheet[]): Promise<Uint8Array> => collected(writeForm(sheets));

export const ZIP_TYPE = 'application/zip';

/** Each sheet as a workbook of its own, packed together. `nameOf` gives the file's name from the sheet's. */
export async function packedForms(
  sheets: readonly FormSheet[],
  nameOf: (sheet: string) => string,
): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [at, sheet] of sheets.entries())
    files.push({ name: nameOf(names[at] ?? ''), bytes: await formBytes([sheet]) });
  return collected(packFiles(files));
}

async function collected(written: Iterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (const piece of written) {
    pieces.push(piece);
    await setImmediate();
  }
  return new Uint8Array(Buffer.concat(pieces));
}
