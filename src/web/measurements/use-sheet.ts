import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type FigureGrid, saveFigures } from '../../contract/measurements.ts';
import { call, newActionId } from '../call.ts';
import { useText } from '../language.tsx';
import { sayError } from '../say.ts';
import {
  afterSaving,
  type CellKey,
  cellsOf,
  partsOf,
  readCell,
  type SheetCell,
  type SheetCells,
  settle,
  toSend,
} from './sheet-cells.ts';

type Change = { key: CellKey; cell: SheetCell };

const changed = (cells: SheetCells, changes: readonly Change[]): SheetCells => ({
  ...cells,
  ...Object.fromEntries(changes.map(({ key, cell }) => [key, cell])),
});

export type Sheet = {
  cells: SheetCells;
  saving: boolean;
  /** Cells whose value the server has not kept. */
  open: number;
  type: (key: CellKey, typed: string) => void;
  /** Keeps what was typed into these cells; one unit a request. */
  keep: (keys: readonly CellKey[]) => Promise<void>;
  /** Lays values over cells and keeps them. */
  fill: (values: ReadonlyMap<CellKey, string>) => Promise<void>;
  undo: () => Promise<void>;
  choose: (key: CellKey, mine: boolean) => Promise<void>;
};

const MOST_UNDO = 200;

/** The sheet's state: what is typed, what is kept, and the way between. `saidBy` goes with what is entered for a unit. */
export function useSheet(grid: FigureGrid, saidBy: string): Sheet {
  const text = useText();
  const cells = useRef<SheetCells>(cellsOf(grid));
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const [busy, setBusy] = useState(0);
  const past = useRef<Map<CellKey, string>[]>([]);
  const before = useRef(new Map<CellKey, string>());
  const shownGrid = useRef(grid);
  if (shownGrid.current !== grid) {
    shownGrid.current = grid;
    cells.current = cellsOf(grid, cells.current);
  }
  const put = useCallback((changes: readonly Change[]) => {
    cells.current = changed(cells.current, changes);
    redraw();
  }, []);
  const { movement, period } = grid;

  const send = async (
    organisationId: string,
    ready: { key: CellKey; sent: string; cell: ReturnType<typeof toSend> }[],
  ) => {
    if (period === null) return;
    setBusy((count) => count + 1);
    try {
      const answer = await call(saveFigures, {
        movementId: movement.id,
        from: period.from,
        until: period.until,
        actionId: newActionId(),
        organisationId,
        cells: ready.map(({ cell }) => cell),
        saidBy: saidBy.trim() === '' ? null : saidBy.trim(),
      });
      put(
        ready.flatMap(({ key, sent }) => {
          const kept = answer.cells.find(({ targetId }) => targetId === partsOf(key).targetId);
          const cell = cells.current[key];
          return kept && cell ? [{ key, cell: afterSaving(cell, sent, kept) }] : [];
        }),
      );
    } catch (error) {
      // What was typed stays in its cell, marked as not kept.
      sayError(text, error);
    } finally {
      setBusy((count) => count - 1);
    }
  };

  const keep: Sheet['keep'] = async (keys) => {
    const byUnit = new Map<string, { key: CellKey; sent: string; cell: ReturnType<typeof toSend> }[]>();
    const changes: Change[] = [];
    const step = new Map<CellKey, string>();
    for (const key of keys) {
      const cell = cells.current[key];
      if (!cell || cell.conflict) continue;
      const started = before.current.get(key);
      if (started !== undefined && started !== cell.typed) step.set(key, started);
      before.current.delete(key);
      const read = readCell(cell);
      changes.push({ key, cell: read.cell });
      if (read.figure === null) continue;
      const { organisationId, targetId } = partsOf(key);
      const unit = byUnit.get(organisationId) ?? [];
      unit.push({ key, sent: cell.typed, cell: toSend(targetId, cell, read.figure) });
      byUnit.set(organisationId, unit);
    }
    if (step.size > 0) past.current = [...past.current.slice(-MOST_UNDO), step];
    put(changes);
    await Promise.all([...byUnit].map(([organisationId, ready]) => send(organisationId, ready)));
  };

  const type: Sheet['type'] = (key, typed) => {
    const cell = cells.current[key];
    if (!cell) return;
    if (!before.current.has(key)) before.current.set(key, cell.typed);
    put([{ key, cell: { ...cell, typed, dirty: true } }]);
  };

  const fill: Sheet['fill'] = async (values) => {
    for (const [key, typed] of values) type(key, typed);
    await keep([...values.keys()]);
  };

  const undo: Sheet['undo'] = async () => {
    const last = past.current.at(-1);
    if (!last) return;
    past.current = past.current.slice(0, -1);
    const depth = past.current.length;
    await fill(last);
    past.current = past.current.slice(0, depth);
  };

  const choose: Sheet['choose'] = async (key, mine) => {
    const cell = cells.current[key];
    if (!cell) return;
    put([{ key, cell: settle(cell, mine) }]);
    if (mine) await keep([key]);
  };

  const open = Object.values(cells.current).filter(({ dirty }) => dirty).length;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (open > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [open]);
  return { cells: cells.current, saving: busy > 0, open, type, keep, fill, undo, choose };
}
