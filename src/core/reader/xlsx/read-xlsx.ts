/**
 * Reads the sheets of an Excel workbook, as typed. The container and its XML go through the same guarded
 * readers as Word files: bounded sizes, no entities, no DOCTYPE.
 */

import { attribute, decodeXml, numberOf, scanXml } from '../docx/xml.ts';
import { openZip, type Zip } from '../docx/zip.ts';
import { ReadFailure } from '../limits.ts';
import {
  cellPlace,
  type PlainCell,
  SHEET_LIMITS,
  type Sheet,
  type SheetBook,
  type SheetCell,
  type SheetRow,
} from '../sheet.ts';
import { type CellStyle, cellStyles, serialDate } from './dates.ts';

/** Reads the first sheet that is not hidden; throws {@link ReadFailure}. */
export function readXlsx(bytes: Uint8Array): Sheet {
  const book = openBook(bytes);
  const first = book.sheets.find(({ hidden }) => !hidden);
  if (!first) throw new ReadFailure('not-a-sheet');
  return book.read(first, SHEET_LIMITS.rows + SHEET_LIMITS.spareRows);
}

/** Reads all sheets, the hidden ones too; so many rows in all as one list may have. Throws {@link ReadFailure}. */
export function readXlsxBook(bytes: Uint8Array): SheetBook {
  const book = openBook(bytes);
  if (book.sheets.length > SHEET_LIMITS.sheets) throw new ReadFailure('too-many-rows', { most: SHEET_LIMITS.rows });
  let left = SHEET_LIMITS.rows + SHEET_LIMITS.spareRows;
  const sheets = book.sheets.map((place) => {
    const sheet = book.read(place, left);
    left -= sheet.rows.length;
    return { ...sheet, hidden: place.hidden };
  });
  return { sheets, linksOutside: book.linksOutside };
}

type SheetPlace = { name: string; id: string; hidden: boolean };

function openBook(bytes: Uint8Array) {
  if (bytes.length === 0) throw new ReadFailure('empty');
  if (bytes.length > SHEET_LIMITS.fileBytes)
    throw new ReadFailure('too-large', { megabytes: SHEET_LIMITS.fileBytes / 1_048_576 });
  // Old .xls and protected workbooks are OLE files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new ReadFailure('not-a-sheet');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new ReadFailure('not-a-sheet');
  const zip = openZip(bytes);
  const { places, base1904 } = workbookOf(zip);
  const targets = targetsOf(zip);
  const styles = zip.read('xl/styles.xml');
  const strings = zip.read('xl/sharedStrings.xml');
  const shared = {
    base1904,
    styles: styles ? cellStyles(decodeXml(styles)) : [],
    strings: strings ? sharedStrings(decodeXml(strings)) : [],
  };
  return {
    sheets: places,
    linksOutside: zip.names().some((name) => name.replace(/\\/g, '/').toLowerCase().startsWith('xl/externallinks/')),
    read({ name, id }: SheetPlace, mostRows: number): Sheet {
      const part = zip.read(pathOf(targets.get(id)));
      if (!part) throw new ReadFailure('not-a-sheet');
      return sheetOf(decodeXml(part), { name, ...shared }, mostRows);
    },
  };
}

/** The part of the workbook that holds the sheet which {@link readXlsx} reads. */
export function sheetPath(bytes: Uint8Array): string {
  const zip = openZip(bytes);
  const first = workbookOf(zip).places.find(({ hidden }) => !hidden);
  if (!first) throw new ReadFailure('not-a-sheet');
  return pathOf(targetsOf(zip).get(first.id));
}

/** Where a part lies in the container. */
const pathOf = (target = 'worksheets/sheet1.xml'): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target}`;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function partOf(zip: Zip, path: string): string {
  const part = zip.read(path);
  if (!part) throw new ReadFailure('not-a-sheet');
  return decodeXml(part);
}

/** The sheets by name, and from when days are counted. */
function workbookOf(zip: Zip): { places: SheetPlace[]; base1904: boolean } {
  const places: SheetPlace[] = [];
  let base1904 = false;
  scanXml(partOf(zip, 'xl/workbook.xml'), {
    wantsText: false,
    text: () => undefined,
    close: () => undefined,
    open(name, tag) {
      if (local(name) === 'workbookPr') base1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
      if (local(name) === 'sheet' && places.length <= SHEET_LIMITS.sheets)
        places.push({
          name: attribute(tag, 'name') ?? '',
          id: attribute(tag, 'id') ?? '',
          hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
        });
      return undefined;
    },
  });
  return { places, base1904 };
}

/** Where each sheet lies, by the id the workbook calls it. */
function targetsOf(zip: Zip): Map<string, string> {
  const targets = new Map<string, string>();
  scanXml(partOf(zip, 'xl/_rels/workbook.xml.rels'), {
    wantsText: false,
    text: () => undefined,
    close: () => undefined,
    open(name, tag) {
      const id = local(name) === 'Relationship' ? attribute(tag, 'Id') : null;
      if (id !== null && targets.size < 10_000) targets.set(id, attribute(tag, 'Target') ?? '');
      return undefined;
    },
  });
  return targets;
}

/** Strings that cells refer to by number; phonetic readings beside them are left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  const handler = {
    wantsText: false,
    open(name: string): 'skip' | undefined {
      const tag = local(name);
      if (tag === 'rPh') return 'skip';
      if (tag === 'si') text = '';
      handler.wantsText = tag === 't';
      return undefined;
    },
    close(name: string) {
      if (local(name) === 'si') strings.push(text);
      handler.wantsText = false;
    },
    text(some: string) {
      if (text.length <= SHEET_LIMITS.cellChars) text += some;
    },
  };
  scanXml(xml, handler);
  return strings;
}

type Book = { name: string; base1904: boolean; styles: readonly CellStyle[]; strings: readonly string[] };

function sheetOf(xml: string, book: Book, mostRows: number): Sheet {
  const rows: SheetRow[] = [];
  const merged: string[] = [];
  let cells = new Map<number, SheetCell>();
  let row = 0;
  let column = -1;
  let tag = '';
  let value = '';
  let formula: string | null = null;
  const handler = {
    wantsText: false,
    open(name: string, opened: string): 'skip' | undefined {
      const kind = local(name);
      handler.wantsText = kind === 'v' || kind === 't' || kind === 'f';
      if (kind === 'row') {
        row = numberOf(opened, 'r', 1, 10_000_000) ?? row + 1;
        cells = new Map();
        column = -1;
      } else if (kind === 'c') {
        column = cellPlace(attribute(opened, 'r') ?? '')?.column ?? column + 1;
        tag = opened;
        value = '';
        formula = null;
      } else if (kind === 'f') formula = '';
      else if (kind === 'rPh') return 'skip';
      else if (kind === 'mergeCell' && merged.length < SHEET_LIMITS.merged) merged.push(attribute(opened, 'ref') ?? '');
      inFormula = kind === 'f';
      return undefined;
    },
    close(name: string) {
      const kind = local(name);
      handler.wantsText = false;
      if (kind === 'c') {
        const cell = cellOf({ tag, value, formula }, book);
        if (cell && column < SHEET_LIMITS.columns) cells.set(column, cell);
      } else if (kind === 'row' && cells.size > 0) {
        if (rows.length >= mostRows) throw new ReadFailure('too-many-rows', { most: SHEET_LIMITS.rows });
        rows.push({ number: row, cells });
      }
    },
    text(some: string) {
      if (inFormula) formula = ((formula ?? '') + some).slice(0, 200);
      else if (value.length <= SHEET_LIMITS.cellChars) value += some;
    },
  };
  let inFormula = false;
  scanXml(xml, handler);
  return { name: book.name, rows, merged };
}

type Raw = { tag: string; value: string; formula: string | null };

function cellOf(raw: Raw, book: Book): SheetCell | null {
  const shown = shownIn(raw, book);
  return raw.formula === null ? shown : { kind: 'formula', text: `=${raw.formula}`, result: shown };
}

function shownIn({ tag, value }: Raw, { styles, strings, base1904 }: Book): PlainCell | null {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 's' || type === 'str' || type === 'inlineStr') {
    const text = type === 's' ? strings[Number(value)] : value;
    return text === undefined || text.trim() === '' ? null : { kind: 'text', text };
  }
  if (value === '') return null;
  if (type === 'b') return { kind: 'boolean', text: value === '1' ? 'true' : 'false' };
  if (type === 'e') return { kind: 'error', text: value };
  if (type === 'd') return { kind: 'date', text: value.slice(0, 10) };
  const number = Number(value);
  if (!Number.isFinite(number)) return { kind: 'text', text: value };
  const style = styles[numberOf(tag, 's', 0, 1_000_000) ?? 0];
  const date = style === 'date' ? serialDate(number, base1904) : null;
  if (date) return { kind: 'date', text: date };
  return { kind: 'number', text: String(number), ...(style === 'percent' ? { percent: true as const } : {}) };
}
