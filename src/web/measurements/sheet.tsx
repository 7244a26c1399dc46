import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { AskedTarget, FigureGrid, FigureRow } from '../../contract/measurements.ts';
import { typedOnce } from '../../core/rules/figure-entry.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import type { Text } from '../../core/text/vi.ts';
import { useText } from '../language.tsx';
import { EvidenceClip } from './evidence.tsx';
import { type CellKey, keyOf, pasted, type SheetCell, shown } from './sheet-cells.ts';
import { TickDialog } from './tick-dialog.tsx';
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
        <caption className="sheet-caption">{row.organisation.name}</caption>
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

type FieldProps = {
  grid: FigureGrid;
  target: AskedTarget;
  row: FigureRow;
  cell: FigureRow['cells'][number];
  sheet: Sheet;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onPaste: (event: React.ClipboardEvent<HTMLInputElement>) => void;
};

/** One cell: the figure, its state beside it, and below it what is wrong or wants a choice. */
function FigureField({ grid, target, row, cell, sheet, onKeyDown, onPaste }: FieldProps) {
  const text = useText();
  const words = text.figurePages;
  const [ticking, setTicking] = useState(false);
  const key = keyOf(row.organisation.id, cell.targetId);
  const state = sheet.cells[key];
  if (!state) return null;
  const { figure, faults, conflict } = state;
  const name = `${target.name}, ${row.organisation.name}`;
  const about = `about-${key.replace(' ', '-')}`;
  const wrong = faults.length > 0 || conflict !== null;
  return (
    <div className="sheet-cell">
      {row.mayEnter && grid.closed === null && (figure?.state !== 'approved' || grid.mayApprove) ? (
        <input
          className={wrong ? 'sheet-input sheet-wrong' : 'sheet-input'}
          data-cell={key}
          inputMode={target.asFraction ? 'text' : 'decimal'}
          autoComplete="off"
          maxLength={60}
          aria-label={name}
          aria-invalid={wrong}
          aria-describedby={about}
          placeholder={target.asFraction ? '7/8' : ''}
          title={target.asFraction ? words.fractionHint : undefined}
          value={state.typed}
          onChange={(event) => sheet.type(key, event.currentTarget.value)}
          onBlur={() => void sheet.keep([key])}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      ) : (
        <span className="sheet-value">{shown(figure) === '' ? '—' : shown(figure)}</span>
      )}
      <EvidenceClip grid={grid} target={target} row={row} sheet={sheet} />
      {target.things.length > 0 && row.mayEnter && grid.closed === null ? (
        <>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={text.targetDetails.tickOf(name)}
            disabled={figure?.state === 'approved' && !grid.mayApprove}
            onClick={() => setTicking(true)}
          >
            {text.targetDetails.tick}
          </Button>
          {ticking ? (
            <TickDialog
              grid={grid}
              target={target}
              row={row}
              cell={cell}
              saidBy={sheet.saidBy}
              close={() => setTicking(false)}
            />
          ) : null}
        </>
      ) : null}
      <div id={about} className="sheet-about">
        {figure && figure.missingNames.length > 0 ? (
          <small className="sheet-doubt">{text.targetDetails.missing(figure.missingNames.join(', '))}</small>
        ) : null}
        <FigureWords
          state={state}
          addsUp={target.addsUp}
          choose={(typed) => void sheet.fill(new Map([[key, typed]]))}
        />
        {conflict === null ? null : (
          <span className="sheet-fault" role="alert">
            {conflict.theirs && shown(conflict.theirs) !== ''
              ? words.conflict(shown(conflict.theirs), conflict.theirs.byPost)
              : words.conflictEmpty(conflict.theirs?.byPost ?? '')}{' '}
            <Button size="compact-xs" variant="default" onClick={() => void sheet.choose(key, false)}>
              {words.takeTheirs}
            </Button>{' '}
            <Button size="compact-xs" variant="default" onClick={() => void sheet.choose(key, true)}>
              {words.keepMine}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}

/** State, the other form of the figure, doubts and faults of a cell, in words. */
function FigureWords({
  state,
  addsUp,
  choose,
}: {
  state: SheetCell;
  addsUp: boolean;
  choose: (typed: string) => void;
}) {
  const text = useText();
  const words = text.figurePages;
  const { figure, faults, readings, waiting } = state;
  const other =
    figure === null || !addsUp
      ? null
      : figure.enteredAs === 'period'
        ? (['cumulative', figure.cumulative] as const)
        : (['period', figure.periodValue] as const);
  return (
    <>
      {faults.map((fault) => (
        <span key={fault} className="sheet-fault" role="alert">
          {text.figures.faults[fault]}
        </span>
      ))}
      {readings.length > 1 ? (
        <span className="sheet-fault">
          {words.chooseReading}{' '}
          {readings.map((reading) => (
            <Button key={reading} size="compact-xs" variant="default" onClick={() => choose(typedOnce(reading))}>
              {formatDecimal(reading)}
            </Button>
          ))}
        </span>
      ) : null}
      {waiting ? <small className="figure-state figure-waiting">{text.offline.waitingCell}</small> : null}
      {figure === null || waiting ? null : (
        <small className={`figure-state figure-${figure.state}`}>
          {text.figures.states[figure.state]}
          {other?.[1] ? ` · ${words.otherForm(text.figures.enteredAs[other[0]], formatDecimal(other[1]))}` : ''}
          {figure.saidBy ? ` · ${words.saidByShown(figure.saidBy)}` : ''}
        </small>
      )}
      {figure?.returnedReason ? <span className="sheet-fault">{figure.returnedReason}</span> : null}
      {figure?.doubts.map((doubt) => (
        <span key={doubt} className="sheet-doubt">
          {text.figures.doubts[doubt]}
        </span>
      ))}
    </>
  );
}
