/**
 * Reads the first visible sheet of an Excel workbook, as typed. The container and its XML go through the same guarded
 * readers as Word files: bounded sizes, no entities, no DOCTYPE.
 */

import { attribute, decodeXml, numberOf, scanXml } from '../docx/xml.ts';
import { openZip, type Zip } from '../docx/zip.ts';
import { ReadFailure } from '../limits.ts';
import { cellPlace, SHEET_LIMITS, type Sheet, type SheetCell, type SheetRow } from '../sheet.ts';
import { dateStyles, serialDate } from './dates.ts';

/** Reads a workbook; throws {@link ReadFailure}. */
export function readXlsx(bytes: Uint8Array): Sheet {
  if (bytes.length === 0) throw new ReadFailure('empty');
  if (bytes.length > SHEET_LIMITS.fileBytes)
    throw new ReadFailure('too-large', { megabytes: SHEET_LIMITS.fileBytes / 1_048_576 });
  // Old .xls and protected workbooks are OLE files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new ReadFailure('not-a-sheet');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new ReadFailure('not-a-sheet');
  const zip = openZip(bytes);
  const book = workbookOf(zip);
  const part = zip.read(book.path);
  if (!part) throw new ReadFailure('not-a-sheet');
  const styles = zip.read('xl/styles.xml');
  const strings = zip.read('xl/sharedStrings.xml');
  return sheetOf(decodeXml(part), {
    name: book.name,
    base1904: book.base1904,
    dated: styles ? dateStyles(decodeXml(styles)) : [],
    strings: strings ? sharedStrings(decodeXml(strings)) : [],
  });
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function partOf(zip: Zip, path: string): string {
  const part = zip.read(path);
  if (!part) throw new ReadFailure('not-a-sheet');
  return decodeXml(part);
}

/** Where the first sheet lies that is not hidden. */
function workbookOf(zip: Zip): { name: string; path: string; base1904: boolean } {
  let first: { name: string; id: string } | null = null;
  let base1904 = false;
  scanXml(partOf(zip, 'xl/workbook.xml'), {
    wantsText: false,
    text: () => undefined,
    close: () => undefined,
    open(name, tag) {
      if (local(name) === 'workbookPr') base1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
      if (local(name) === 'sheet' && !first && (attribute(tag, 'state') ?? 'visible') === 'visible')
        first = { name: attribute(tag, 'name') ?? '', id: attribute(tag, 'id') ?? '' };
      return undefined;
    },
  });
  const found = first as { name: string; id: string } | null;
  if (!found) throw new ReadFailure('not-a-sheet');
  let target: string | null = null;
  scanXml(partOf(zip, 'xl/_rels/workbook.xml.rels'), {
    wantsText: false,
    text: () => undefined,
    close: () => undefined,
    open(name, tag) {
      if (local(name) === 'Relationship' && attribute(tag, 'Id') === found.id) target = attribute(tag, 'Target');
      return undefined;
    },
  });
  const path = (target as string | null) ?? 'worksheets/sheet1.xml';
  return { name: found.name, path: path.startsWith('/') ? path.slice(1) : `xl/${path}`, base1904 };
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

type Book = { name: string; base1904: boolean; dated: readonly boolean[]; strings: readonly string[] };

function sheetOf(xml: string, book: Book): Sheet {
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
        if (rows.length >= SHEET_LIMITS.rows + SHEET_LIMITS.spareRows)
          throw new ReadFailure('too-many-rows', { most: SHEET_LIMITS.rows });
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

function cellOf({ tag, value, formula }: Raw, { dated, strings, base1904 }: Book): SheetCell | null {
  if (formula !== null) return { kind: 'formula', text: `=${formula}` };
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
  const style = numberOf(tag, 's', 0, 1_000_000) ?? 0;
  const date = dated[style] ? serialDate(number, base1904) : null;
  return date ? { kind: 'date', text: date } : { kind: 'number', text: String(number) };
}
