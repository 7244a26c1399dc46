/** Writes a plain workbook: one table with a frozen head, lists to choose from, and notes on a second sheet. */

import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A date is 'YYYY-MM-DD' and becomes a real date of the program, a decimal string a real number. */
export type WrittenCell = string | null | { date: string } | { number: string };

export type WrittenColumn = {
  title: string;
  /** In characters. */
  width: number;
  /** What may be chosen. */
  choices?: readonly string[];
};

export type Workbook = {
  name: string;
  /** Lines above the table. */
  lines: readonly string[];
  columns: readonly WrittenColumn[];
  rows: Iterable<readonly WrittenCell[]>;
  notes?: { name: string; lines: readonly string[] };
};

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NAMES = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const REL_NAMES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_NAMES = 'http://schemas.openxmlformats.org/package/2006';
export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const ROWS_AT_ONCE = 500;
/** So far down lists to choose from are offered: a list that is read again has no more rows. */
const MOST_ROWS = 20_000;

/** What XML cannot carry. */
const isBare = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffe || code === 0xffff;

/** Text as XML carries it. */
export function escaped(text: string): string {
  let plain = text;
  for (let at = 0; at < text.length; at++)
    if (isBare(text.charCodeAt(at))) {
      plain = [...text].filter((letter) => !isBare(letter.charCodeAt(0))).join('');
      break;
    }
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const DAY_MS = 86_400_000;
const serialOf = (date: string): number => (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY_MS;

/** Places after the comma that a number is shown with; what has more is shown rounded and kept whole. */
const MOST_PLACES = 6;
const FIRST_NUMBER_STYLE = 4;
const places = Array.from({ length: MOST_PLACES + 1 }, (_, at) => at);

/** The styles by number: plain, title, head of the table, date, then numbers by their decimal places. */
const STYLES = `${XML_HEAD}<styleSheet xmlns="${MAIN_NAMES}"><numFmts count="${places.length + 1}"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>${places.map((at) => `<numFmt numFmtId="${165 + at}" formatCode="#,##0${at === 0 ? '' : `.${'0'.repeat(at)}`}"/>`).join('')}</numFmts>
<fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EFF8"/></patternFill></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="${FIRST_NUMBER_STYLE + places.length}"><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf><xf numFmtId="164" applyNumberFormat="1"/>${places.map((at) => `<xf numFmtId="${165 + at}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;

/** A, B … Z, AA … */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** What a spreadsheet holds without losing a digit. */
const MOST_DIGITS = 15;
const NUMBER = /^-?\d{1,40}(?:\.\d{1,40})?$/;

/** A number as the program keeps it, with the style of its decimal places; null for what would lose digits or is none. */
function numberXml(value: string, place: string): string | null {
  if (!NUMBER.test(value) || value.replace(/[-.]/g, '').replace(/^0+/, '').length > MOST_DIGITS) return null;
  const fraction = value.split('.')[1] ?? '';
  return `<c r="${place}" s="${FIRST_NUMBER_STYLE + Math.min(fraction.length, MOST_PLACES)}"><v>${value}</v></c>`;
}

function cellXml(cell: WrittenCell, place: string, style: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'object' && 'date' in cell) return `<c r="${place}" s="3"><v>${serialOf(cell.date)}</v></c>`;
  if (typeof cell === 'object') return numberXml(cell.number, place) ?? cellXml(cell.number, place, style);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${cell === cell.trim() ? '' : ' xml:space="preserve"'}>${escaped(cell)}</t></is></c>`;
}

const rowXml = (cells: readonly WrittenCell[], number: number, style = 0): string =>
  `<row r="${number}">${cells.map((cell, column) => cellXml(cell, `${letterOf(column)}${number}`, style)).join('')}</row>`;

function* sheetXml({ lines, columns, rows }: Workbook): Generator<string> {
  const head = lines.length + 1;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${XML_HEAD}<worksheet xmlns="${MAIN_NAMES}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  for (const [at, line] of lines.entries()) yield rowXml([line], at + 1, 1);
  yield rowXml(
    columns.map(({ title }) => title),
    head,
    2,
  );
  let number = head;
  let some = '';
  for (const row of rows) {
    some += rowXml(row, ++number);
    if (number % ROWS_AT_ONCE === 0) {
      yield some;
      some = '';
    }
  }
  yield `${some}</sheetData>`;
  const lists = columns.flatMap(({ choices }, at) => {
    if (!choices) return [];
    const range = `${letterOf(at)}${head + 1}:${letterOf(at)}${head + MOST_ROWS}`;
    return `<dataValidation type="list" allowBlank="1" sqref="${range}"><formula1>lists!$${letterOf(at)}$1:$${letterOf(at)}$${choices.length}</formula1></dataValidation>`;
  });
  if (lists.length > 0) yield `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  yield '</worksheet>';
}

const plainSheet = (rows: readonly (readonly WrittenCell[])[], width: number): string =>
  `${XML_HEAD}<worksheet xmlns="${MAIN_NAMES}"><cols><col min="1" max="1" width="${width}" customWidth="1"/></cols><sheetData>${rows.map((row, at) => rowXml(row, at + 1)).join('')}</sheetData></worksheet>`;

/** Lists longer than a formula may be stand on a hidden sheet of their own. */
function listsSheet(columns: readonly WrittenColumn[]): string {
  const most = Math.max(0, ...columns.map(({ choices }) => choices?.length ?? 0));
  const rows = Array.from({ length: most }, (_, at) => columns.map(({ choices }) => choices?.[at] ?? null));
  return plainSheet(rows, 12);
}

const partNames = ['sheet1', 'sheet2', 'sheet3'];

const fixedParts = (book: Workbook): Record<string, string> => ({
  '[Content_Types].xml': `${XML_HEAD}<Types xmlns="${PACKAGE_NAMES}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${partNames.map((name) => `<Override PartName="/xl/worksheets/${name}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML_HEAD}<Relationships xmlns="${PACKAGE_NAMES}/relationships"><Relationship Id="rId1" Type="${REL_NAMES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML_HEAD}<workbook xmlns="${MAIN_NAMES}" xmlns:r="${REL_NAMES}"><sheets><sheet name="${escaped(book.name)}" sheetId="1" r:id="rId1"/><sheet name="${escaped(book.notes?.name ?? 'notes')}" sheetId="2"${book.notes ? '' : ' state="hidden"'} r:id="rId2"/><sheet name="lists" sheetId="3" state="hidden" r:id="rId3"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML_HEAD}<Relationships xmlns="${PACKAGE_NAMES}/relationships">${partNames.map((name, at) => `<Relationship Id="rId${at + 1}" Type="${REL_NAMES}/worksheet" Target="worksheets/${name}.xml"/>`).join('')}<Relationship Id="rId4" Type="${REL_NAMES}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': STYLES,
  'xl/worksheets/sheet2.xml': plainSheet(
    (book.notes?.lines ?? []).map((line) => [line]),
    110,
  ),
  'xl/worksheets/sheet3.xml': listsSheet(book.columns),
});

/** The workbook piece by piece, so that whoever asks for the next may let others work in between. */
export function* writeXlsx(book: Workbook): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pieces.push(chunk);
  });
  const taken = () => {
    const some = pieces;
    pieces = [];
    return some;
  };
  // Packed by the same day always: the same content gives the same bytes.
  const begin = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = Date.UTC(1980, 0, 2);
    zip.add(file);
    return file;
  };
  for (const [name, xml] of Object.entries(fixedParts(book))) begin(name).push(strToU8(xml), true);
  const sheet = begin('xl/worksheets/sheet1.xml');
  for (const some of sheetXml(book)) {
    sheet.push(strToU8(some));
    yield* taken();
  }
  sheet.push(new Uint8Array(0), true);
  zip.end();
  yield* taken();
}
