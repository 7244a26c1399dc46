/**
 * Recognises the table in a form that somebody sends as Excel: where its head ends, what each column is called down its
 * merged heads, which rows are asked for, and what stands below.
 */

import type { ColumnKind, FormPlaces, RequestColumn, RequestLayout, RequestRow } from '../rules/data-requests.ts';
import { REQUEST_LIMITS } from '../rules/data-requests.ts';
import { fold } from '../text/search.ts';
import { ReadFailure } from './limits.ts';
import { cellPlace, type Sheet } from './sheet.ts';

export type RecognisedForm = RequestLayout & { form: FormPlaces; title: string };

type Range = { top: number; bottom: number; left: number; right: number };
type Grid = {
  /** What is shown at a place: a merged cell shows its text in all of it. */
  at: (row: number, column: number) => string;
  ranges: readonly Range[];
  rows: readonly number[];
  right: number;
};

/** A head is looked for within so many rows from the top. */
const HEAD_WITHIN = 40;
const MOST_HEAD_ROWS = 6;
/** A gap of more empty rows ends the body. */
const MOST_GAP = 2;

const ORDER = /^(stt|tt|so tt|so thu tu)$/;
const NAME =
  /(don vi|xa|phuong|thon|ban|to dan pho|noi dung|chi tieu|tieu chi|danh muc|ho va ten|ho ten|co quan|dia phuong)/;
const TOTAL = /^(tong( so| cong)?|cong|toan (xa|tinh|huyen|phuong))( |:|$)/;
const FOOT = /^(ghi chu|nguoi lap|nguoi tong hop|tm\.|kt\.|noi nhan|thu truong|lanh dao|chu tich)/;

/** Throws `not-a-sheet` where no head is found, `too-many-rows` for more than a request may have. */
export function recogniseForm(sheet: Sheet, unitNames: readonly string[]): RecognisedForm {
  const grid = gridOf(sheet);
  const head = headOf(grid);
  if (head === null) throw new ReadFailure('not-a-sheet');
  const { top, bottom } = head;
  const paths = Array.from({ length: grid.right + 1 }, (_, column) => pathOf(grid, column, top, bottom));
  const orderColumn = paths.findIndex((path) => ORDER.test(fold(path)));
  const nameColumn = nameColumnOf(paths, orderColumn);
  const numbered = isNumbering(grid, bottom + 1);
  const firstRow = bottom + (numbered ? 2 : 1);
  const body = bodyOf(grid, firstRow, nameColumn, orderColumn);
  const columns = paths.flatMap((name, place): RequestColumn[] =>
    name === '' || place === nameColumn || place === orderColumn
      ? []
      : [{ name: name.slice(0, REQUEST_LIMITS.nameLetters), kind: kindOf(name), place }],
  );
  if (columns.length === 0 || columns.length > REQUEST_LIMITS.columns) throw new ReadFailure('not-a-sheet');
  if (body.rows.length > REQUEST_LIMITS.units) throw new ReadFailure('too-many-rows', { most: REQUEST_LIMITS.units });
  const known = new Set(unitNames.map(plainName));
  const units = body.rows.filter(({ name }) => known.has(plainName(name)));
  const perUnit = body.rows.length === 0 || units.length * 2 >= body.rows.length;
  if (!perUnit && body.rows.length > REQUEST_LIMITS.fixedRows)
    throw new ReadFailure('too-many-rows', { most: REQUEST_LIMITS.fixedRows });
  return {
    title: titleOf(grid, top),
    rows: perUnit ? 'per-unit' : 'fixed',
    columns,
    fixed: perUnit ? [] : body.rows,
    form: {
      firstRow,
      footRow: body.footRow,
      totalRow: body.totalRow,
      orderColumn: orderColumn < 0 ? null : orderColumn,
      nameColumn,
      units: perUnit ? body.rows : [],
    },
  };
}

/** "Bản Nà Đon" and "bản  nà đon" are one unit. */
export const plainName = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]{1,20}/g, ' ')
    .trim();

function gridOf(sheet: Sheet): Grid {
  const cells = new Map<string, string>();
  let right = 0;
  for (const row of sheet.rows)
    for (const [column, cell] of row.cells) {
      const text = cell.kind === 'formula' ? '' : cell.text.replace(/\s{1,200}/g, ' ').trim();
      if (text !== '') right = Math.max(right, column);
      cells.set(`${row.number} ${column}`, text);
    }
  const ranges = sheet.merged.flatMap((reference) => {
    const [from = '', to = ''] = reference.split(':');
    const [start, end] = [cellPlace(from), cellPlace(to)];
    return start && end && end.row - start.row < 200 && end.column - start.column < 200
      ? [{ top: start.row, bottom: end.row, left: start.column, right: end.column }]
      : [];
  });
  for (const { top, bottom, left, right: last } of ranges.slice(0, 500)) {
    const text = cells.get(`${top} ${left}`) ?? '';
    if (text === '') continue;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= last; column++) cells.set(`${row} ${column}`, text);
  }
  return {
    at: (row, column) => cells.get(`${row} ${column}`) ?? '',
    ranges,
    rows: sheet.rows.map(({ number }) => number),
    right: Math.min(right, 99),
  };
}

const textsOf = (grid: Grid, row: number): string[] =>
  Array.from({ length: grid.right + 1 }, (_, column) => grid.at(row, column));

/** The head begins with "STT", else with a column that names who a row is about, else where most columns begin. */
function headOf(grid: Grid): { top: number; bottom: number } | null {
  const rows = grid.rows.filter((row) => row <= HEAD_WITHIN);
  const several = rows.filter((row) => new Set(textsOf(grid, row).filter((text) => text !== '')).size >= 2);
  const top =
    several.find((row) => textsOf(grid, row).some((text) => ORDER.test(fold(text)))) ??
    several.find((row) => {
      const texts = textsOf(grid, row).filter((text) => text !== '');
      return texts.length >= 3 && texts.some((text) => text.length <= 40 && NAME.test(fold(text)));
    }) ??
    mostTexts(grid, several);
  if (top === undefined) return null;
  const merged = grid.ranges.filter((range) => range.top === top).map((range) => range.bottom);
  let bottom = Math.min(top + MOST_HEAD_ROWS, Math.max(top, ...merged));
  // A head over several columns has its parts in the row below, merged down or not.
  const wide = grid.ranges.some((range) => range.top === top && range.bottom === top && range.right > range.left);
  if (bottom === top && wide && grid.rows.includes(top + 1)) bottom = top + 1;
  return { top, bottom };
}

function mostTexts(grid: Grid, rows: readonly number[]): number | undefined {
  const counted = rows.map((row) => ({ row, count: textsOf(grid, row).filter((text) => text !== '').length }));
  return counted.sort((a, b) => b.count - a.count || a.row - b.row)[0]?.row;
}

/** What stands above a column, from the top down, each once. */
function pathOf(grid: Grid, column: number, top: number, bottom: number): string {
  const parts: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const text = grid.at(row, column);
    if (text !== '' && parts.at(-1) !== text) parts.push(text);
  }
  return parts.join(' – ');
}

function nameColumnOf(paths: readonly string[], orderColumn: number): number {
  const named = paths.findIndex((path, at) => at !== orderColumn && NAME.test(fold(path)));
  if (named >= 0 && named <= orderColumn + 2) return named;
  return paths.findIndex((path, at) => at !== orderColumn && path !== '');
}

/** "1 2 3", "(1) (2) (3)", "A B 1 2": columns by their number. */
function isNumbering(grid: Grid, row: number): boolean {
  const texts = textsOf(grid, row).filter((text) => text !== '');
  if (texts.length < 2) return false;
  return (
    texts.every((text) => /^\(?(\d{1,2}|[A-Da-d])\)?(=.{1,40})?$/.test(text)) && texts.some((text) => /[1A]/.test(text))
  );
}

const kindOf = (name: string): ColumnKind => {
  const plain = fold(name);
  if (/(ghi chu|nguyen nhan|giai phap|kho khan|ly do|ten |noi dung|dia chi|mo ta|de xuat|kien nghi)/.test(plain))
    return 'text';
  if (name.includes('%') || /(ty le|ti le)/.test(plain)) return 'percent';
  if (/(^ngay|thoi gian|ngay thang)/.test(plain)) return 'date';
  if (
    /(so (ho|nguoi|luong|truong|lop|thon|ban|lao dong|cuoc|luot|mo hinh|don vi|tin|bai)|^so |tong so|nam$|^nu$| nu$)/.test(
      plain,
    )
  )
    return 'whole';
  return 'decimal';
};

type Body = { rows: RequestRow[]; totalRow: number | null; footRow: number | null };

/** Rows that name somebody or something, up to what stands below the table. */
function bodyOf(grid: Grid, firstRow: number, nameColumn: number, orderColumn: number): Body {
  const body: Body = { rows: [], totalRow: null, footRow: null };
  let last = firstRow - 1;
  for (const row of grid.rows.filter((number) => number >= firstRow)) {
    const name = grid.at(row, nameColumn);
    const order = orderColumn < 0 ? '' : grid.at(row, orderColumn);
    const others = textsOf(grid, row).filter(
      (text, column) => text !== '' && column !== nameColumn && column !== orderColumn,
    );
    const plain = fold(name === '' ? (order === '' ? (others[0] ?? '') : order) : name);
    if (TOTAL.test(plain)) {
      body.totalRow = row;
      last = row;
      continue;
    }
    const merged = grid.ranges.some(
      (range) => range.top <= row && row <= range.bottom && range.right - range.left >= 2,
    );
    const foot = FOOT.test(plain) || (merged && order === '') || (name === '' && !/^\d{1,4}$/.test(order));
    // Empty lines with their number already there wait to be filled in.
    if (row - last > MOST_GAP + 1 || (foot && plain !== '')) {
      if (plain !== '') {
        body.footRow = row;
        break;
      }
      continue;
    }
    last = row;
    if (name !== '') body.rows.push({ name: name.slice(0, REQUEST_LIMITS.nameLetters), place: row });
  }
  return body;
}

/** The longest line above the table that is not the office's own head. */
function titleOf(grid: Grid, top: number): string {
  const lines = grid.rows
    .filter((row) => row < top)
    .flatMap((row) => [...new Set(textsOf(grid, row).filter((text) => text !== ''))])
    .filter((text) => !/(cong hoa xa hoi|doc lap|uy ban nhan dan|^ubnd|^so:)/.test(fold(text)));
  return (
    lines.find(
      (text) => /^(bieu|bang|phieu|tong hop|danh sach|ket qua|thong ke)/.test(fold(text)) && text.length > 12,
    ) ??
    lines.sort((a, b) => b.length - a.length)[0] ??
    ''
  ).slice(0, REQUEST_LIMITS.nameLetters);
}
