/** Which column of a table of indicators is which, by its head: index, name, unit, plan, earlier year, lead unit. */

import { fold } from '../text/search.ts';
import type { TableRow } from './blocks.ts';
import { findFigures } from './figures.ts';
import { tokensOf } from './figures-tokens.ts';
import type { DocumentContext } from './targets-context.ts';

export type Layout = {
  kind: 'target' | 'result';
  index: number | null;
  name: number;
  unit: number | null;
  /** The column whose figures are taken. */
  value: number;
  /** What they are compared with: the year before, or for results the plan. */
  earlier: number | null;
  earlierYear: number | null;
  owner: number | null;
  due: number | null;
  /** Unit in the head of the value column or above the table. */
  valueUnit: string | null;
  tableUnit: string | null;
  asOf: string | null;
  estimated: boolean;
  isHead: (row: TableRow) => boolean;
};

type Role = 'index' | 'name' | 'unit' | 'plan' | 'actual' | 'ratio' | 'owner' | 'support' | 'due' | 'note' | 'unknown';
type Column = { at: number; head: string; role: Role; year: number | null };

/** Tone-free words of heads; the first that fits decides. A head is bounded, so is every pattern. */
const ROLES: [Role, RegExp][] = [
  ['index', /^(?:s?tt|so tt|so thu tu|ma so|ma)$/],
  ['name', /^(?:ten )?(?:cac )?(?:chi tieu|noi dung|tieu chi)(?: chu yeu| thi dua| co ban)?(?: \(.{0,30}\))?$/],
  ['unit', /don vi tinh|^dvt|\bdvt\b|don vi do|^don vi$/],
  ['note', /ghi chu|can cu|tai lieu|minh chung|giai phap|nguon so lieu/],
  [
    'owner',
    /chu tri|phu trach|don vi thuc hien|co quan thuc hien|trach nhiem|don vi theo doi|don vi tham muu|bo phan thuc hien|^co quan|nguoi thuc hien/,
  ],
  ['support', /phoi hop/],
  ['due', /thoi gian|thoi han|tien do hoan|han hoan thanh/],
  [
    'ratio',
    /so sanh|so voi|^%|ty le \(?%|ty le dat|tang.{0,8}giam|tang \(|\bss\b|% (?:th|ht|kh)|%.{0,4}(?:ke hoach|thuc hien)|chenh lech|muc do hoan thanh/,
  ],
  ['actual', /thuc hien|\buoc\b|ket qua|\bth\b|hien trang|da dat|nam truoc|luy ke/],
  ['plan', /ke hoach|\bkh\b|phan dau|giao\b|du toan|muc tieu nam|chi tieu nam|chi tieu giao|du kien|nghi quyet/],
  ['name', /chi tieu|noi dung|tieu chi|danh muc|muc tieu|nhiem vu|ten |linh vuc/],
];

function roleOf(head: string): Role {
  for (const [role, pattern] of ROLES) if (pattern.test(head)) return role;
  return 'unknown';
}

const yearIn = (head: string): number | null => {
  const years = [...head.matchAll(/(?:^|\D)(20[0-4]\d)(?!\d)/g)].map((match) => Number(match[1]));
  return years.length > 0 ? Math.max(...years) : null;
};

/** Reads the columns of a table, or null when it is no table of indicators. */
export function columnsOf(text: string, rows: TableRow[], document: DocumentContext, caption: string): Layout | null {
  const heads = headRows(text, rows);
  if (heads.length === 0) return null;
  const body = rows.filter((row) => !heads.includes(row));
  const columns = describe(text, rows, heads);
  const name = columns.find((column) => column.role === 'name') ?? textColumn(text, body, columns);
  if (!name || body.length === 0) return null;
  const years = columns.filter((column) => column !== name && column.role === 'unknown' && column.year !== null);
  for (const column of years)
    column.role = (column.year ?? 0) >= (document.year ?? 0) && document.lean === 'plan' ? 'plan' : 'actual';
  const numeric = (column: Column | undefined): column is Column =>
    column !== undefined && holdsFigures(text, body, column.at);
  const plans = columns.filter((column) => column.role === 'plan' && column !== name && numeric(column));
  const actuals = columns.filter((column) => column.role === 'actual' && column !== name && numeric(column));
  const chosen = document.lean === 'plan' ? forPlan(plans, actuals, document) : forReport(plans, actuals, document);
  if (!chosen) return null;
  const headText = heads.map((row) => rowText(text, row));
  return {
    ...chosen,
    index: columns.find((column) => column.role === 'index')?.at ?? null,
    name: name.at,
    unit: columns.find((column) => column.role === 'unit')?.at ?? null,
    owner: columns.find((column) => column.role === 'owner')?.at ?? null,
    due: columns.find((column) => column.role === 'due')?.at ?? null,
    valueUnit: bracketed(columns.find((column) => column.at === chosen.value)?.head ?? ''),
    tableUnit: captionUnit(caption),
    isHead: (row) => headText.includes(rowText(text, row)) || isNumbering(text, row),
  };
}

const rowText = (text: string, row: TableRow): string =>
  fold(text.slice(...row.span))
    .replace(/\s+/g, ' ')
    .trim();

/** Rows the file marks as head, else those at the top that name columns. */
function headRows(text: string, rows: TableRow[]): TableRow[] {
  const marked = rows.filter((row) => row.head);
  const first = marked.length > 0 ? marked : rows.slice(0, 1).filter((row) => namesColumns(text, row));
  const next = rows[first.length];
  // The second row of a head with merged cells that the file did not mark.
  const open = first.length === 1 && first[0]?.cells.some((cell) => cell.columnSpan > 1);
  if (open && next && !first.includes(next) && next.cells.some((cell) => cell.continued) && namesColumns(text, next))
    return [...first, next];
  return first;
}

function namesColumns(text: string, row: TableRow): boolean {
  const roles = row.cells.filter((cell) => !cell.continued).map((cell) => roleOf(headOf(text.slice(...cell.span))));
  return roles.filter((role) => role !== 'unknown').length >= Math.min(2, roles.length);
}

const headOf = (text: string): string => fold(text.slice(0, 200)).replace(/\s+/g, ' ').trim();

/** (1) (2) (3), A B 1 2 3: the numbering of columns below a head. */
function isNumbering(text: string, row: TableRow): boolean {
  const cells = row.cells.map((cell) => text.slice(...cell.span).trim()).filter((one) => one !== '');
  return cells.length >= 3 && cells.every((one) => /^\(?(?:\d{1,2}|[A-Z])\)?$/.test(one)) && /1/.test(cells.join(''));
}

function describe(text: string, rows: TableRow[], heads: TableRow[]): Column[] {
  const count = rows.reduce(
    (most, row) => Math.max(most, ...row.cells.map((cell) => cell.column + cell.columnSpan)),
    0,
  );
  const columns: Column[] = [];
  for (let at = 0; at < Math.min(count, 60); at++) {
    const parts: string[] = [];
    for (const row of heads) {
      const cell = row.cells.find((one) => one.column <= at && at < one.column + one.columnSpan);
      const part = cell && !cell.continued ? headOf(text.slice(...cell.span)) : '';
      if (part !== '' && parts.at(-1) !== part) parts.push(part);
    }
    const head = parts.join(' / ');
    // The lowest head tells the role, the ones above it help.
    const own = roleOf(parts.at(-1) ?? '');
    const role =
      own === 'unknown' || own === 'name'
        ? (parts.map(roleOf).findLast((one) => one !== 'unknown' && one !== 'name') ?? own)
        : own;
    columns.push({
      at,
      head,
      role: /chi tieu|muc tieu/.test(head) && role === 'name' && yearIn(head) !== null ? 'plan' : role,
      year: yearIn(head),
    });
  }
  return columns;
}

/** Without a column headed as the name, the first one that holds words. */
function textColumn(text: string, body: TableRow[], columns: Column[]): Column | undefined {
  return columns.find((column) => {
    if (column.role !== 'unknown') return false;
    const cells = cellsOf(text, body, column.at);
    return cells.length > 0 && cells.filter((cell) => /\p{L}{2}.*\p{L}{2}/u.test(cell)).length > cells.length * 0.7;
  });
}

function cellsOf(text: string, body: TableRow[], at: number): string[] {
  return body.flatMap((row) => {
    const cell = row.cells.find((one) => one.column === at);
    const own = cell && !cell.continued ? text.slice(...cell.span).trim() : '';
    return own === '' ? [] : [own];
  });
}

function holdsFigures(text: string, body: TableRow[], at: number): boolean {
  const cells = cellsOf(text, body, at);
  const figures = cells.filter(
    (cell) =>
      /\d/.test(cell) && cell.length < 60 && findFigures(tokensOf(cell, 0, cell.length), { bare: true }).length > 0,
  );
  return figures.length > 0 && figures.length >= cells.length * 0.34;
}

type Chosen = Pick<Layout, 'kind' | 'value' | 'earlier' | 'earlierYear' | 'asOf' | 'estimated'>;

/** Several plans: what the unit itself strives for, then what its council gave, then the whole before the parts. */
const PREFERRED = [
  /phan dau/,
  /hdnd|hoi dong nhan dan|xa giao|phuong giao|nghi quyet/,
  /tong|toan xa|toan phuong|chung|ca nam/,
];

function bestPlan(plans: Column[], year: number | null): Column | undefined {
  const latest = Math.max(...plans.map((plan) => plan.year ?? 0));
  const wanted = plans.filter(
    (plan) => (plan.year ?? latest) === (plans.some((one) => one.year === year) ? year : latest),
  );
  for (const pattern of PREFERRED) {
    const found = wanted.filter((plan) => pattern.test(plan.head));
    if (found.length > 0 && found.length < wanted.length) return found[0];
  }
  return wanted[0];
}

function forPlan(plans: Column[], actuals: Column[], document: DocumentContext): Chosen | null {
  const current = plans.filter((plan) => plan.year === null || document.year === null || plan.year >= document.year);
  const plan = bestPlan(current.length > 0 ? current : plans, document.year);
  if (!plan) return actuals.length > 0 ? forReport([], actuals, document) : null;
  const before = [...actuals, ...plans.filter((one) => one !== plan && (one.year ?? 0) < (plan.year ?? 0))];
  const earlier = before
    .filter((one) => one.year === null || one.year < (plan.year ?? Number.POSITIVE_INFINITY))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
  const earlierYear = earlier?.year ?? (earlier && document.year !== null ? document.year - 1 : null);
  return { kind: 'target', value: plan.at, earlier: earlier?.at ?? null, earlierYear, asOf: null, estimated: false };
}

function forReport(plans: Column[], actuals: Column[], document: DocumentContext): Chosen | null {
  const later = plans.find((plan) => plan.year !== null && document.year !== null && plan.year > document.year);
  const actual = [...actuals].sort(
    (a, b) => (b.year ?? document.year ?? 0) - (a.year ?? document.year ?? 0) || Number(a.at) - Number(b.at),
  )[0];
  if (!actual)
    return later
      ? forPlan([later], [], { ...document, year: later.year })
      : plans.length > 0
        ? forPlan(plans, [], document)
        : null;
  const year = actual.year ?? document.year;
  const plan = plans.find((one) => one.year === null || one.year === year);
  return {
    kind: 'result',
    value: actual.at,
    earlier: plan?.at ?? null,
    earlierYear: plan ? (plan.year ?? year) : null,
    asOf: asOfHead(actual.head, year),
    estimated: /\buoc\b|du kien/.test(actual.head),
  };
}

/** The end of the period a head speaks of: "thực hiện 6 tháng đầu năm 2026". */
function asOfHead(head: string, year: number | null): string | null {
  const date = /(\d{1,2})\/(\d{1,2})\/(20\d\d)/.exec(head);
  const pad = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  if (date) return `${date[3]}-${pad(date[2])}-${pad(date[1])}`;
  if (year === null) return null;
  const months = Number(/(\d{1,2}) thang/.exec(head)?.[1] ?? 12);
  if (months < 1 || months > 12) return null;
  const last = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][months - 1];
  return `${year}-${String(months).padStart(2, '0')}-${last}`;
}

function bracketed(head: string): string | null {
  return /\(([^()]{1,40})\)/.exec(head)?.[1] ?? null;
}

function captionUnit(caption: string): string | null {
  return /(?:đơn vị tính|đvt|đơn vị)\s*:\s*([^\n;.)]{1,40})/i.exec(caption)?.[1]?.trim() ?? null;
}
