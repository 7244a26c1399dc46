/** Tables of assignment: which column names the work, who leads, who supports, and by when. */

import { fold } from '../text/search.ts';
import type { JoinedText, TableRow } from './blocks.ts';
import type { Duty, Span } from './reading.ts';
import { deadlineOfCell } from './report-due.ts';

type Columns = { work: number | null; lead: number | null; supporting: number | null; due: number | null };

const LEAD =
  /chu tri|don vi thuc hien|co quan thuc hien|phu trach|trach nhiem|dau moi|don vi duoc giao|phan cong|chiu trach nhiem/;
const SUPPORTING = /phoi hop/;
const WORK = /noi dung|nhiem vu|cong viec|phan viec|cong trinh|hoat dong|ten |giai phap/;
const DUE = /thoi gian|thoi han|hoan thanh|tien do|han /;

const textOf = (doc: JoinedText, span: Span): string => doc.text.slice(span[0], span[1]).trim();

function columnsOf(doc: JoinedText, heads: TableRow[]): Columns {
  const columns: Columns = { work: null, lead: null, supporting: null, due: null };
  for (const cell of heads.flatMap((row) => row.cells)) {
    const head = fold(textOf(doc, cell.span));
    if (SUPPORTING.test(head) && !/chu tri/.test(head)) columns.supporting ??= cell.column;
    else if (LEAD.test(head)) columns.lead ??= cell.column;
    else if (DUE.test(head)) columns.due ??= cell.column;
    else if (WORK.test(head)) columns.work ??= cell.column;
  }
  return columns;
}

/** Duties from the tables of a document: one for each row and organisation. */
export function findTableDuties(doc: JoinedText, year: number | null): Duty[] {
  const found: Duty[] = [];
  let heads: TableRow[] = [];
  let columns: Columns | null = null;
  let table = -1;
  for (const row of doc.rows) {
    if (row.table !== table) {
      table = row.table;
      heads = [];
      columns = null;
    }
    if (row.head) {
      heads.push(row);
      columns = columnsOf(doc, heads);
      continue;
    }
    if (!columns || columns.work === null || (columns.lead === null && columns.supporting === null)) continue;
    found.push(...dutiesOfRow(doc, row, columns, year));
  }
  return found;
}

function dutiesOfRow(doc: JoinedText, row: TableRow, columns: Columns, year: number | null): Duty[] {
  const cellOf = (column: number | null) =>
    column === null
      ? undefined
      : row.cells.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan);
  const work = cellOf(columns.work);
  const task = work ? textOf(doc, work.span) : '';
  if (task.length < 4) return [];
  const due = cellOf(columns.due);
  const dueOn = due ? (deadlineOfCell(textOf(doc, due.span), year)?.on ?? null) : null;
  const duties: Duty[] = [];
  for (const [column, role] of [
    [columns.lead, 'lead'],
    [columns.supporting, 'supporting'],
  ] as const) {
    const cell = cellOf(column);
    const organisation = cell ? textOf(doc, cell.span).replace(/(?<![.;,\s])[.;,\s]+$/u, '') : '';
    if (organisation.length < 2 || !/\p{L}{2}/u.test(organisation)) continue;
    duties.push({
      organisation,
      role,
      tasks: [task],
      dueOn,
      via: null,
      quote: doc.text.slice(...row.span),
      span: row.span,
      confidence: 0.85,
    });
  }
  return duties;
}
