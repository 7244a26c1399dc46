/** From a filled-in list of organisations to its rows: every cell that cannot be used is a fault of its own. */

import {
  IMPORT_COLUMNS,
  type ImportColumn,
  type ImportFault,
  type ImportFaultCode,
  type ImportRow,
} from '../rules/organisation-import.ts';
import { ORGANISATION_KINDS, ORGANISATION_LEVELS } from '../rules/organisations.ts';
import { dateParts, isoDate } from '../text/dates.ts';
import { fold } from '../text/search.ts';
import { organisationsVi } from '../text/vi/organisations.ts';
import { cellPlace, columnName, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';

export type OrganisationList = {
  rows: ImportRow[];
  faults: ImportFault[];
  /** The day as of which the list was taken; null where it does not say. */
  asOf: string | null;
  /** Whose list it says it is; null where it does not say. */
  province: string | null;
};

const MOST: Partial<Record<ImportColumn, number>> = {
  name: 200,
  issuerName: 250,
  code: 30,
  parentCode: 30,
  parentName: 200,
};
const NEEDED: readonly ImportColumn[] = ['name', 'kind', 'level', 'parentName'];
/** The head of the table is looked for in so many rows. */
const HEAD_WITHIN = 20;
const MOST_FAULTS = 5_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const plain = (text: string): string =>
  fold(text.normalize('NFC'))
    .replace(/\s{1,100}/g, ' ')
    .trim();

const KINDS = new Map(ORGANISATION_KINDS.map((kind) => [plain(organisationsVi.kinds[kind]), kind]));
const LEVELS = new Map(ORGANISATION_LEVELS.map((level) => [plain(organisationsVi.levels[level]), level]));

/** Reads the rows of a list of organisations. */
export function readOrganisationSheet(sheet: Sheet): OrganisationList {
  const head = headOf(sheet);
  if (!head) {
    const missing = NEEDED.map((column) => `“${organisationsVi.columns[column]}”`).join(', ');
    return { rows: [], faults: [fileFault('wrong-columns', { missing })], asOf: null, province: null };
  }
  const faults: ImportFault[] = mergedFaults(sheet, head);
  const rows: ImportRow[] = [];
  for (const row of sheet.rows) {
    if (row.number <= head.row) continue;
    const read = readRow(row, head.columns, faults);
    if (read) rows.push(read);
    if (faults.length > MOST_FAULTS) break;
  }
  if (rows.length === 0 && faults.length === 0) faults.push(fileFault('no-rows'));
  return { rows, faults, ...aboveOf(sheet, head.row) };
}

const fileFault = (code: ImportFaultCode, facts: Record<string, unknown> = {}): ImportFault => ({
  row: 0,
  column: null,
  code,
  facts,
});

type HeadPlace = { row: number; columns: Map<ImportColumn, number> };

function headOf(sheet: Sheet): HeadPlace | null {
  const titles = new Map(IMPORT_COLUMNS.map((column) => [plain(organisationsVi.columns[column]), column]));
  for (const row of sheet.rows.slice(0, HEAD_WITHIN)) {
    const columns = new Map<ImportColumn, number>();
    for (const [at, cell] of row.cells) {
      const column = titles.get(plain(cell.text));
      if (column && !columns.has(column)) columns.set(column, at);
    }
    if (NEEDED.every((column) => columns.has(column))) return { row: row.number, columns };
  }
  return null;
}

/** What stands above the table: the day of the list, and whose it is. */
function aboveOf(sheet: Sheet, head: number): Pick<OrganisationList, 'asOf' | 'province'> {
  let asOf: string | null = null;
  let province: string | null = null;
  for (const row of sheet.rows) {
    if (row.number >= head) break;
    for (const { text } of row.cells.values()) {
      if (plain(text).startsWith('tinh den ngay'))
        asOf ??= dayIn(text.slice(text.length - 10)) ?? dayIn(text.slice(-9));
      else if (/^(?:Tỉnh|Thành phố) /.test(text.normalize('NFC'))) province ??= text.normalize('NFC').trim();
    }
  }
  return { asOf, province };
}

/** Merged cells inside the table: only the first of them has a value, so the others would be read as empty. */
function mergedFaults({ merged }: Sheet, head: HeadPlace): ImportFault[] {
  return merged.flatMap((range) => {
    const place = cellPlace(range.split(':')[0] ?? '');
    if (!place || place.row <= head.row) return [];
    const column = [...head.columns].find(([, at]) => at === place.column)?.[0] ?? null;
    return [{ row: place.row, column, code: 'merged', facts: { value: range } } satisfies ImportFault];
  });
}

function readRow({ number, cells }: SheetRow, columns: HeadPlace['columns'], faults: ImportFault[]): ImportRow | null {
  const say = (column: ImportColumn, code: ImportFaultCode, facts: Record<string, unknown> = {}) => {
    faults.push({
      row: number,
      column,
      code,
      facts: { ...facts, cell: `${columnName(columns.get(column) ?? 0)}${number}` },
    });
    return null;
  };
  const cellOf = (column: ImportColumn): SheetCell | null => cells.get(columns.get(column) ?? -1) ?? null;
  if (IMPORT_COLUMNS.every((column) => cellOf(column) === null)) return null;
  const words = (column: ImportColumn): string | null => {
    const cell = cellOf(column);
    if (!cell) return null;
    if (cell.kind === 'formula') return say(column, 'formula');
    if (cell.kind === 'error') return say(column, 'cell-error', { value: cell.text });
    if (cell.kind === 'boolean' || cell.kind === 'date') return say(column, 'wrong-cell', { value: cell.text });
    const text = cell.text
      .normalize('NFC')
      .replace(/\s{1,100}/g, ' ')
      .trim();
    const most = MOST[column] ?? 200;
    return text.length > most ? say(column, 'too-long', { most }) : text === '' ? null : text;
  };
  const oneOf = <T extends string>(column: 'kind' | 'level', labels: ReadonlyMap<string, T>): T | null => {
    const text = words(column);
    if (text === null) return null;
    return (
      labels.get(plain(text)) ?? say(column, column === 'kind' ? 'unknown-kind' : 'unknown-level', { value: text })
    );
  };
  const day = (column: 'from' | 'until'): string | null => {
    const cell = cellOf(column);
    if (!cell) return null;
    if (cell.kind === 'date') return cell.text;
    if (cell.kind === 'formula') return say(column, 'formula');
    if (cell.kind === 'error') return say(column, 'cell-error', { value: cell.text });
    return (cell.kind === 'text' ? dayIn(cell.text) : null) ?? say(column, 'date-is-text', { value: cell.text });
  };
  const name = words('name');
  if (name === null && cellOf('name') === null) say('name', 'missing');
  const key = words('key');
  if (key !== null && !UUID.test(key)) say('key', 'bad-key');
  return {
    row: number,
    code: words('code'),
    name: name ?? '',
    kind: oneOf('kind', KINDS),
    level: oneOf('level', LEVELS),
    parentCode: words('parentCode'),
    parentName: words('parentName'),
    issuerName: words('issuerName'),
    from: day('from'),
    until: day('until'),
    key,
  };
}

/** A date typed as text: 31/12/2026 or 2026-12-31. */
function dayIn(typed: string): string | null {
  const text = typed.trim();
  if (dateParts(text)) return text;
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  return match ? isoDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}
