import { Button, Menu } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDecimal } from '../core/text/numbers.ts';
import type { TakenCell, TakenTable } from '../core/writer/taken-table.ts';
import { useText } from './language.tsx';
import { sayDone, sayError } from './say.ts';
import { useSession } from './session.tsx';

export type TakenColumn<Row> = {
  /** With the unit of measure where all rows have the same. */
  title: string;
  cell: (row: Row) => TakenCell;
};

type Props<Row> = {
  /** Of the table, and so of the file. */
  title: string;
  /** What is shown: the place, the period, what was filtered by. */
  lines?: readonly (string | null | false)[];
  columns: readonly (TakenColumn<Row> | null)[];
  /** The rows as they stand on the screen, or all pages of them when somebody asks. */
  rows: readonly Row[] | (() => Promise<Pages<Row>>);
};

/** Rows over all pages; more than `all` says were left out. */
export type Pages<Row> = { rows: readonly Row[]; all: number };

/** A number where there is one; a decimal string stays exact. */
export const numberCell = (value: string | number | null | undefined): TakenCell =>
  value === null || value === undefined ? null : { number: String(value) };

/** A calendar date, or the day of a moment in Vietnam. */
export const dateCell = (value: string | null | undefined): TakenCell => {
  if (value === null || value === undefined) return null;
  if (value.length === 10) return { date: value };
  return { date: new Date(Date.parse(value) + 7 * 3_600_000).toISOString().slice(0, 10) };
};

/** A table stays small enough for a browser and for a person. */
const MOST_ROWS = 20_000;

/** Asks page after page for all rows that a list with pages holds. */
export async function everyPage<Row>(
  ask: (page: number) => Promise<{ rows: readonly Row[]; all: number; pageSize: number }>,
): Promise<Pages<Row>> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const found = await ask(page);
    rows.push(...found.rows);
    const last = found.rows.length === 0 || rows.length >= found.all || rows.length >= MOST_ROWS;
    if (last) return { rows, all: found.all };
  }
}

/** Takes a table away as Excel or CSV, with everything that is filtered and chosen on the screen. */
export function TableExport<Row>({ title, lines = [], columns, rows }: Props<Row>) {
  const text = useText();
  const words = text.tableExport;
  const { person, today } = useSession();
  const [busy, setBusy] = useState(false);
  const gather = async (): Promise<TakenTable> => {
    const found = typeof rows === 'function' ? await rows() : { rows, all: rows.length };
    const kept = columns.filter((column) => column !== null);
    const taken = found.rows.slice(0, MOST_ROWS);
    const cut =
      found.all > taken.length && words.cut(formatDecimal(String(taken.length)), formatDecimal(String(found.all)));
    return {
      title,
      lines: [...lines, words.source(person.organisation.name, today), cut].filter((line) => typeof line === 'string'),
      columns: kept.map((column) => ({ title: column.title })),
      rows: taken.map((row) => kept.map(({ cell }) => cell(row))),
    };
  };
  const take = async (ending: 'xlsx' | 'csv') => {
    setBusy(true);
    try {
      const [table, writer] = await Promise.all([gather(), import('../core/writer/taken-table.ts')]);
      const [parts, type] =
        ending === 'xlsx' ? [writer.tableXlsx(table), XLSX] : [[writer.tableCsv(table)], 'text/csv;charset=utf-8'];
      keep(new Blob(parts, { type }), writer.fileName(table.title, ending));
      sayDone(words.done(table.rows.length));
    } catch (error) {
      sayError(text, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          className="no-print"
          loading={busy}
          leftSection={<IconTableExport size={16} />}
          aria-label={words.takeOf(title)}
        >
          {words.take}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void take('xlsx')}>{words.excel}</Menu.Item>
        <Menu.Item onClick={() => void take('csv')}>{words.csv}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a file to the browser to be kept. */
function keep(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
