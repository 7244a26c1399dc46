import { Button } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import './answer-sheet.css';
import type { RequestLayout } from '../contract/data-requests.ts';
import { type CellFault, readRequestCell, rowsOf } from '../core/rules/data-requests.ts';
import { typedOnce } from '../core/rules/figure-entry.ts';
import { formatDecimal } from '../core/text/numbers.ts';
import { useText } from './language.tsx';

/** What is wrong with cells, by "row column". */
export type CellWrongs = Readonly<Record<string, { fault: CellFault; readings: readonly string[] }>>;

/** Every cell that cannot be read as it is typed. */
export function wrongCells(layout: RequestLayout, cells: readonly (readonly string[])[]): CellWrongs {
  const wrongs: Record<string, { fault: CellFault; readings: readonly string[] }> = {};
  for (let row = 0; row < rowsOf(layout); row++)
    for (const [column, { kind }] of layout.columns.entries()) {
      const read = readRequestCell(kind, cells[row]?.[column] ?? '');
      if ('fault' in read) wrongs[`${row} ${column}`] = read;
    }
  return wrongs;
}

/** Columns and rows may be called the same; they are told apart by their place as well. */
export const keyed = <T extends { name: string }>(items: readonly T[]): { item: T; at: number; key: string }[] =>
  items.map((item, at) => ({ item, at, key: `${at} ${item.name}` }));

type Props = {
  layout: RequestLayout;
  /** Whose answer it is: names the row where each unit has one. */
  unit: string;
  cells: readonly (readonly string[])[];
  wrongs: CellWrongs;
  change: (cells: string[][]) => void;
  /** A cell was left. */
  left?: () => void;
};

/** The table of a request as one unit fills it in: keys, a block pasted from Excel, what is wrong beside its cell. */
export function AnswerSheet({ layout, unit, cells, wrongs, change, left }: Props) {
  const words = useText().dataRequests;
  const table = useRef<HTMLTableElement>(null);
  const names = layout.rows === 'fixed' ? layout.fixed.map(({ name }) => name) : [unit];
  const put = (block: readonly (readonly string[])[], row: number, column: number) => {
    change(
      names.map((_, at) =>
        layout.columns.map((_column, place) => block[at - row]?.[place - column] ?? cells[at]?.[place] ?? ''),
      ),
    );
  };
  const focus = (row: number, column: number) => {
    const input = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row} ${column}"]`);
    input?.focus();
    input?.select();
    return input !== null && input !== undefined;
  };
  const keys = (row: number, column: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget: input } = event;
    const start = input.selectionStart === 0 && input.selectionEnd === 0;
    const end = input.selectionStart === input.value.length;
    const all = input.selectionStart === 0 && input.selectionEnd === input.value.length && input.value !== '';
    const go = (down: number, right: number) => {
      if (focus(row + down, column + right)) event.preventDefault();
    };
    if (key === 'Enter') {
      event.preventDefault();
      if (!focus(row + 1, column)) focus(row, column + 1);
    } else if (key === 'ArrowDown') go(1, 0);
    else if (key === 'ArrowUp') go(-1, 0);
    else if (key === 'ArrowRight' && (end || all)) go(0, 1);
    else if (key === 'ArrowLeft' && (start || all)) go(0, -1);
  };
  const paste = (row: number, column: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').slice(0, 500);
    put(
      lines.map((line) => line.split('\t').map((value) => value.trim().slice(0, 600))),
      row,
      column,
    );
  };
  return (
    <div className="table-frame">
      <table className="table stacking answer-sheet" ref={table}>
        <caption className="visually-hidden">{words.fillOf(unit)}</caption>
        <thead>
          <tr>
            <th scope="col">{layout.rows === 'fixed' ? words.nameColumn : words.unit}</th>
            {keyed(layout.columns).map(({ item: column, key }) => (
              <th key={key} scope="col">
                {column.name}
                <small className="quiet below">{words.kinds[column.kind]}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(names.map((name) => ({ name }))).map(({ item: { name }, at: row, key: line }) => (
            <tr key={line}>
              <th scope="row" className="whole">
                {name}
              </th>
              {keyed(layout.columns).map(({ item: column, at, key }) => {
                const wrong = wrongs[`${row} ${at}`];
                const about = `cell-${row}-${at}`;
                return (
                  <td key={key} data-label={column.name}>
                    <div>
                      <input
                        className={wrong ? 'answer-input answer-wrong' : 'answer-input'}
                        data-cell={`${row} ${at}`}
                        data-kind={column.kind}
                        inputMode={column.kind === 'text' || column.kind === 'date' ? 'text' : 'decimal'}
                        autoComplete="off"
                        maxLength={500}
                        aria-label={words.cell(name, column.name)}
                        aria-invalid={wrong !== undefined}
                        aria-describedby={wrong ? about : undefined}
                        value={cells[row]?.[at] ?? ''}
                        onChange={(event) => put([[event.currentTarget.value]], row, at)}
                        onBlur={left}
                        onKeyDown={keys(row, at)}
                        onPaste={paste(row, at)}
                      />
                      {wrong ? (
                        <span id={about} className="answer-fault" role="alert">
                          {words.faults[wrong.fault]}{' '}
                          {wrong.readings.length > 1
                            ? wrong.readings.map((reading) => (
                                <Button
                                  key={reading}
                                  size="compact-sm"
                                  variant="default"
                                  onClick={() => put([[typedOnce(reading)]], row, at)}
                                >
                                  {formatDecimal(reading)}
                                </Button>
                              ))
                            : null}
                        </span>
                      ) : null}
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
