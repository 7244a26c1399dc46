import { type KeyboardEvent, useRef } from 'react';
import type { AskedTarget, FigureGrid, FigureRow } from '../../contract/measurements.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import type { Text } from '../../core/text/vi.ts';
import { useText } from '../language.tsx';
import { FigureField } from './figure-field.tsx';
import { ReviewUnit } from './review.tsx';
import { type CellKey, keyOf, pasted } from './sheet-cells.ts';
import type { Sheet } from './use-sheet.ts';

type Props = { grid: FigureGrid; sheet: Sheet };

/** Targets that the same units report stand on one sheet: no column is empty for most of its lines. */
export function FigureSheet({ grid, sheet }: Props) {
  return sheetsOf(grid).map((part) => {
    const [first, ...others] = part.rows;
    if (!first) return null;
    const key = part.targets.map(({ id }) => id).join(' ');
    // One unit: its targets as lines. Several: units as lines, targets as columns.
    return others.length === 0 ? (
      <UnitSheet key={key} grid={part} sheet={sheet} row={first} />
    ) : (
      <UnitsSheet key={key} grid={part} sheet={sheet} />
    );
  });
}

function sheetsOf(grid: FigureGrid): FigureGrid[] {
  const groups = new Map<string, number[]>();
  for (const at of grid.targets.keys()) {
    const units = grid.rows.filter(({ cells }) => cells[at]?.asked).map(({ organisation }) => organisation.id);
    const key = units.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return [...groups.values()].map((places) => ({
    ...grid,
    targets: grid.targets.filter((_, at) => places.includes(at)),
    rows: grid.rows
      .filter(({ cells }) => places.some((at) => cells[at]?.asked))
      .map((row) => ({ ...row, cells: row.cells.filter((_, at) => places.includes(at)) })),
  }));
}

/** Where each cell lies, for the keys and for a pasted block. */
function useGrid({ sheet }: Props, at: (row: number, column: number) => CellKey | null) {
  const table = useRef<HTMLTableElement>(null);
  const focus = (row: number, column: number) => {
    const key = at(row, column);
    if (key === null) return false;
    const input = table.current?.querySelector<HTMLInputElement>(`[data-cell="${key}"]`);
    input?.focus();
    input?.select();
    return input !== undefined && input !== null;
  };
  const keys = (row: number, column: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget: input, ctrlKey, metaKey } = event;
    const start = input.selectionStart === 0 && input.selectionEnd === 0;
    const end = input.selectionStart === input.value.length;
    const all = input.selectionStart === 0 && end && input.value !== '';
    const go = (down: number, right: number) => {
      if (focus(row + down, column + right)) event.preventDefault();
    };
    if ((ctrlKey || metaKey) && key === 'z') {
      event.preventDefault();
      void sheet.undo();
    } else if (event.altKey && event.code === 'KeyU') {
      // By the key, not the letter: some keyboards make another letter of it with Alt.
      event.preventDefault();
      const at = input.dataset['cell'] as CellKey;
      void sheet.amend(at, { estimated: !sheet.cells[at]?.estimated });
    } else if (key === 'Enter' || key === 'ArrowDown') go(1, 0);
    else if (key === 'ArrowUp') go(-1, 0);
    else if (key === 'ArrowRight' && (end || all)) go(0, 1);
    else if (key === 'ArrowLeft' && (start || all)) go(0, -1);
  };
  const paste = (row: number, column: number) => (event: React.ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    void sheet.fill(pasted(text, { row, column }, at));
  };
  return { table, keys, paste };
}

function UnitsSheet({ grid, sheet }: Props) {
  const text = useText();
  const words = text.figurePages;
  const cellAt = (row: number, column: number): CellKey | null => {
    const line = grid.rows[row];
    const cell = line?.cells[column];
    return line?.mayEnter && cell?.asked ? keyOf(line.organisation.id, cell.targetId) : null;
  };
  const { table, keys, paste } = useGrid({ grid, sheet }, cellAt);
  return (
    <div className="table-frame sheet-frame">
      <table className="table stacking sheet" ref={table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            {grid.targets.map((target) => (
              <th key={target.id} scope="col" className="number">
                {target.name}
                <small className="quiet below">{unitWords(text, target)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            <tr key={row.organisation.id}>
              <th scope="row" className="whole">
                {row.organisation.name}
                <ReviewUnit row={row} />
              </th>
              {row.cells.map((cell, column) => {
                const target = grid.targets[column];
                if (!target) return null;
                return (
                  <td key={cell.targetId} className="number" data-label={target.name}>
                    {cell.asked ? (
                      <FigureField
                        grid={grid}
                        target={target}
                        row={row}
                        cell={cell}
                        sheet={sheet}
                        withLastYear
                        onKeyDown={keys(at, column)}
                        onPaste={paste(at, column)}
                      />
                    ) : (
                      <span className="quiet" title={words.notAsked}>
                        —
                      </span>
                    )}
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

function UnitSheet({ grid, sheet, row }: Props & { row: FigureRow }) {
  const text = useText();
  const words = text.figurePages;
  const cellAt = (line: number, column: number): CellKey | null => {
    const cell = row.cells[line];
    return column === 0 && row.mayEnter && cell?.asked ? keyOf(row.organisation.id, cell.targetId) : null;
  };
  const { table, keys, paste } = useGrid({ grid, sheet }, cellAt);
  const decimal = (value: string | null) => (value === null ? '—' : formatDecimal(value));
  return (
    <div className="table-frame sheet-frame">
      <table className="table stacking sheet" ref={table}>
        <caption className="sheet-caption">
          {row.organisation.name}
          <ReviewUnit row={row} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.target}</th>
            <th scope="col" className="number">
              {words.share}
            </th>
            <th scope="col" className="number">
              {words.lastYear}
            </th>
            <th scope="col" className="number">
              {words.before}
            </th>
            <th scope="col" className="number">
              {words.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {row.cells.map((cell, at) => {
            const target = grid.targets[at];
            if (!target || !cell.asked) return null;
            return (
              <tr key={cell.targetId}>
                <th scope="row" className="whole">
                  {target.name}
                  <small className="quiet below">
                    {unitWords(text, target)}
                    {target.dataSource === null ? '' : ` · ${target.dataSource}`}
                  </small>
                </th>
                <td className="number" data-label={words.share}>
                  {cell.share === null ? text.movements.figure(target.figure) : formatDecimal(cell.share)}
                  {cell.planned === null ? null : (
                    <small className="quiet below">{words.planned(formatDecimal(cell.planned))}</small>
                  )}
                </td>
                <td className="number" data-label={words.lastYear}>
                  {decimal(cell.lastYear)}
                </td>
                <td className="number" data-label={words.before}>
                  {decimal(cell.before)}
                </td>
                <td className="number" data-label={words.value}>
                  <FigureField
                    grid={grid}
                    target={target}
                    row={row}
                    cell={cell}
                    sheet={sheet}
                    onKeyDown={keys(at, 0)}
                    onPaste={paste(at, 0)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** "lao động · lũy kế"; what does not add up over the year has only its unit. */
const unitWords = (text: Text, target: AskedTarget) =>
  [target.figure.unit, target.addsUp ? text.figures.enteredAs[target.enteredAs].toLowerCase() : null]
    .filter((word) => word !== null)
    .join(' · ');
