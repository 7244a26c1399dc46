/** Writes a workbook to be filled in: sheets whose cells are locked but for those to fill, with what may be typed there. */

import { strToU8, Zip, ZipDeflate } from 'fflate';
import { escaped, letterOf, MAIN_NAMES, PACKAGE_NAMES, REL_NAMES, SHEET_TYPE, XML_HEAD } from './xlsx.ts';

/** How a cell looks, and whether one may type into it. */
export const FORM_LOOKS = [
  'plain',
  'title',
  'hint',
  'head',
  'text',
  'number',
  'entry',
  'entry-text',
  'closed',
] as const;
export type FormLook = (typeof FORM_LOOKS)[number];

/** `number` is an exact decimal; a program keeps 15 digits of it. */
export type FormCell = { look: FormLook; text?: string; number?: string } | null;

/** What may be typed into a range of cells. */
export type FormRule =
  | { range: string; is: 'number'; whole: boolean; least: string | null; most: string | null; message: string }
  | { range: string; is: 'choice'; choices: readonly string[]; message: string };

export type FormSheet = {
  name: string;
  columns: readonly { width: number; hidden?: boolean }[];
  /** Rows that stay on the screen. */
  frozen: number;
  /** Heights of rows that wrap, in points, by row from 1. */
  heights: Readonly<Record<number, number>>;
  rows: readonly (readonly FormCell[])[];
  rules: readonly FormRule[];
};

const border =
  '<border><left style="thin"><color rgb="FFB5BECC"/></left><right style="thin"><color rgb="FFB5BECC"/></right><top style="thin"><color rgb="FFB5BECC"/></top><bottom style="thin"><color rgb="FFB5BECC"/></bottom></border>';
const wrapped = '<alignment wrapText="1" vertical="center"/>';
const open = '<protection locked="0"/>';
const xf = (fonts: string, inside = '', more = '') =>
  `<xf ${fonts} applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"${more}>${inside}</xf>`;

/** In the order of the looks. */
const xfs = (more: string): string =>
  [
    xf('fontId="0" fillId="0" borderId="0"', '', more),
    xf('fontId="1" fillId="0" borderId="0"', '', more),
    xf('fontId="2" fillId="0" borderId="0"', '', more),
    xf('fontId="1" fillId="2" borderId="1"', wrapped, more),
    xf('fontId="0" fillId="0" borderId="1"', wrapped, more),
    xf('fontId="0" fillId="0" borderId="1"', '<alignment vertical="center"/>', more),
    xf('fontId="0" fillId="3" borderId="1"', `<alignment vertical="center"/>${open}`, more),
    xf('fontId="0" fillId="3" borderId="1"', `${wrapped}${open}`, more),
    xf('fontId="0" fillId="4" borderId="1"', '<alignment vertical="center"/>', more),
  ].join('');

const fill = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`;
const font = (inside: string) => `<font>${inside}<sz val="11"/><name val="Times New Roman"/></font>`;

// Each look twice: the second is for text that begins like a formula and has to stay text, even when it is edited.
const STYLES = `${XML_HEAD}<styleSheet xmlns="${MAIN_NAMES}"><fonts count="3">${font('')}${font('<b/>')}${font('<i/>')}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE8EFF8')}${fill('FFFFF8DC')}${fill('FFEEEEEE')}</fills><borders count="2"><border/>${border}</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${FORM_LOOKS.length * 2}">${xfs('')}${xfs(' quotePrefix="1"')}</cellXfs></styleSheet>`;

/** What a program would take for a formula or a command. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;

function cellXml(cell: FormCell, place: string): string {
  if (cell === null) return '';
  const look = FORM_LOOKS.indexOf(cell.look);
  if (cell.number !== undefined) return `<c r="${place}" s="${look}"><v>${cell.number}</v></c>`;
  const text = cell.text ?? '';
  if (text === '') return `<c r="${place}" s="${look}"/>`;
  const style = LIKE_FORMULA.test(text) ? look + FORM_LOOKS.length : look;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function ruleXml(rule: FormRule): string {
  const head = `allowBlank="1" showErrorMessage="1" error="${escaped(rule.message)}" sqref="${rule.range}"`;
  if (rule.is === 'choice')
    return `<dataValidation type="list" ${head}><formula1>"${escaped(rule.choices.join(','))}"</formula1></dataValidation>`;
  const type = rule.whole ? 'whole' : 'decimal';
  if (rule.least !== null && rule.most !== null)
    return `<dataValidation type="${type}" operator="between" ${head}><formula1>${rule.least}</formula1><formula2>${rule.most}</formula2></dataValidation>`;
  const least = rule.least ?? '-999999999999999';
  return `<dataValidation type="${type}" operator="greaterThanOrEqual" ${head}><formula1>${least}</formula1></dataValidation>`;
}

function sheetXml({ columns, frozen, heights, rows, rules }: FormSheet): string {
  const cols = columns.map(
    ({ width, hidden }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
  );
  const lines = rows.map((cells, at) => {
    const height = heights[at + 1];
    const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    return `<row r="${at + 1}"${tall}>${cells.map((cell, column) => cellXml(cell, `${letterOf(column)}${at + 1}`)).join('')}</row>`;
  });
  const checks =
    rules.length === 0
      ? ''
      : `<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>`;
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NAMES}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${checks}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

const LONGEST_NAME = 31;

/** Names as sheets may bear them: short, without signs of addresses, no two alike. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const plain = name.replace(/[[\]:*?/\\']/g, ' ').trim() || `${at + 1}`;
    let found = plain.slice(0, LONGEST_NAME).trim();
    for (let turn = 2; taken.has(found.toLocaleLowerCase('vi')); turn++) {
      const end = ` (${turn})`;
      found = plain.slice(0, LONGEST_NAME - end.length).trim() + end;
    }
    taken.add(found.toLocaleLowerCase('vi'));
    return found;
  });
}

/** The workbook piece by piece, so that whoever asks for the next may let others work in between. */
export function* writeForm(sheets: readonly FormSheet[]): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pieces.push(chunk);
  });
  const add = (name: string, xml: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    // Packed by the same day always: the same content gives the same bytes.
    file.mtime = Date.UTC(1980, 0, 2);
    zip.add(file);
    file.push(strToU8(xml), true);
    const some = pieces;
    pieces = [];
    return some;
  };
  const names = sheetNames(sheets.map(({ name }) => name));
  yield* add('[Content_Types].xml', typesXml(sheets.length));
  yield* add(
    '_rels/.rels',
    `${XML_HEAD}<Relationships xmlns="${PACKAGE_NAMES}/relationships"><Relationship Id="rId1" Type="${REL_NAMES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield* add(
    'xl/workbook.xml',
    `${XML_HEAD}<workbook xmlns="${MAIN_NAMES}" xmlns:r="${REL_NAMES}"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
  );
  const relations = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${REL_NAMES}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  yield* add(
    'xl/_rels/workbook.xml.rels',
    `${XML_HEAD}<Relationships xmlns="${PACKAGE_NAMES}/relationships">${relations.join('')}<Relationship Id="rId${names.length + 1}" Type="${REL_NAMES}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield* add('xl/styles.xml', STYLES);
  for (const [at, sheet] of sheets.entries()) yield* add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet));
  zip.end();
  yield* pieces;
}

const typesXml = (sheets: number): string =>
  `${XML_HEAD}<Types xmlns="${PACKAGE_NAMES}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${Array.from({ length: sheets }, (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`;
