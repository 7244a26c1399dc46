import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { FigureGrid } from '../../contract/measurements.ts';
import { checkEntry, type EnteredFigure, entryFactsOf } from '../../core/rules/figure-entry.ts';
import { newActionId } from '../call.ts';
import { useText } from '../language.tsx';
import { change, onAnswered, outboxLasts, outboxNow, putInOutbox, takeOut, waitingAt } from '../outbox.ts';
import { keepMine, type Place, type Waiting, type WaitingCell } from '../outbox-items.ts';
import { sendOutbox } from '../outbox-sender.ts';
import { sayError } from '../say.ts';
import { useSession } from '../session.tsx';
import {
  type Around,
  afterSaving,
  asKept,
  type CellKey,
  cellsOf,
  cellsOfUnit,
  isMarked,
  partsOf,
  readCell,
  type SheetCell,
  type SheetCells,
  settle,
  toSend,
  wantsReason,
  withWaiting,
} from './sheet-cells.ts';
import { type NewEntry, troubleAt, useEntries } from './use-entries.ts';
import { usePutAway } from './use-put-away.ts';

type Change = { key: CellKey; cell: SheetCell };

const changed = (cells: SheetCells, changes: readonly Change[]): SheetCells => ({
  ...cells,
  ...Object.fromEntries(changes.map(({ key, cell }) => [key, cell])),
});

export type Sheet = {
  cells: SheetCells;
  saving: boolean;
  /** Who said what is entered for a unit; '' where nobody has to. */
  saidBy: string;
  /** Cells whose value is kept nowhere yet. */
  open: number;
  /** Cells that are marked: they want a person before they can be kept. */
  marked: number;
  /** Of this sheet, in the outbox. */
  waiting: readonly Waiting[];
  type: (key: CellKey, typed: string) => void;
  /** Keeps what was typed into these cells; one unit a request. */
  keep: (keys: readonly CellKey[]) => Promise<void>;
  /** Lays values over cells and keeps them. */
  fill: (values: ReadonlyMap<CellKey, string>) => Promise<void>;
  /** Says that a figure is an estimate or final, and what is noted beside it; keeps both. */
  amend: (key: CellKey, around: Partial<Around>) => Promise<void>;
  undo: () => Promise<void>;
  /** Keeps what is still open of a unit: whether all of it is kept, and whether some of it waits in the outbox. */
  finish: (organisationId: string) => Promise<{ kept: boolean; waits: boolean }>;
  choose: (key: CellKey, mine: boolean) => Promise<void>;
  /** Approved figures that were typed over and want a reason, and whether it is being asked for. */
  correcting: readonly CellKey[];
  askingReason: boolean;
  askReason: (asking: boolean) => void;
  /** Corrects them all, for this reason. */
  correct: (reason: string) => Promise<void>;
  /** Lets go of what was typed: the figure stands as the server has it. */
  leave: (keys: readonly CellKey[]) => Promise<void>;
  /** An entry of the outbox for one of these units. */
  entryFor: (organisationId: Place['organisationId']) => NewEntry;
};

const MOST_UNDO = 200;
/** The sheet's state: what is typed, what is kept, and the way between. `saidBy` goes with what is entered for a unit. */
export function useSheet(grid: FigureGrid, saidBy: string): Sheet {
  const text = useText();
  const { today } = useSession();
  const { waiting, entryFor, where, owner } = useEntries(grid);
  const cells = useRef<SheetCells>({});
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const [busy, setBusy] = useState(0);
  const [askingReason, askReason] = useState(false);
  const past = useRef<Map<CellKey, string>[]>([]);
  const before = useRef(new Map<CellKey, string>());
  const amended = useRef(new Set<CellKey>());
  const keeping = useRef(new Set<Promise<void>>());
  const shownGrid = useRef<FigureGrid | null>(null);
  if (shownGrid.current !== grid) {
    shownGrid.current = grid;
    cells.current = withWaiting(cellsOf(grid, cells.current), waiting);
  }
  const put = useCallback((changes: readonly Change[]) => {
    cells.current = changed(cells.current, changes);
    redraw();
  }, []);
  useAnswers(where, cells, put);

  const faultsOf = (targetId: string) => (figure: EnteredFigure) => {
    const target = grid.targets.find(({ id }) => id === targetId);
    if (!target || grid.period === null) return [];
    return checkEntry(figure, entryFactsOf(target, { period: grid.period, today, closed: grid.closed !== null }));
  };
  const refresh = () => {
    if (where === null) return;
    cells.current = withWaiting(cells.current, waitingAt(outboxNow(), owner, where));
    redraw();
  };

  const keepNow = async (keys: readonly CellKey[], reason: string | null): Promise<void> => {
    const byUnit = new Map<string, WaitingCell[]>();
    const changes: Change[] = [];
    const step = new Map<CellKey, string>();
    for (const key of keys) {
      const cell = cells.current[key];
      if (!cell || cell.conflict) continue;
      const started = before.current.get(key);
      if (started !== undefined && started !== cell.typed) step.set(key, started);
      // One that waits already, as it was typed.
      const untouched = !amended.current.delete(key) && (started === undefined || started === cell.typed);
      before.current.delete(key);
      if (cell.waiting && untouched && reason === null) continue;
      const { organisationId, targetId } = partsOf(key);
      const read = readCell(cell, faultsOf(targetId), reason);
      changes.push({ key, cell: read.cell });
      if (wantsReason(read.cell) && !untouched) askReason(true);
      if (read.figure === null) continue;
      const unit = byUnit.get(organisationId) ?? [];
      const target = grid.targets.find(({ id }) => id === targetId)?.name ?? '';
      unit.push({ cell: toSend(targetId, cell, read.figure, reason), target, typed: cell.typed.trim() });
      byUnit.set(organisationId, unit);
    }
    if (step.size > 0) past.current = [...past.current.slice(-MOST_UNDO), step];
    put(changes);
    if (byUnit.size === 0) return;
    setBusy((count) => count + 1);
    try {
      const said = saidBy.trim() === '' ? null : saidBy.trim();
      for (const [organisationId, ready] of byUnit)
        await putInOutbox({
          ...entryFor(organisationId as Place['organisationId']),
          is: 'figures',
          saidBy: said,
          cells: ready,
        });
      refresh();
      await sendOutbox();
    } catch (error) {
      sayError(text, error);
    } finally {
      setBusy((count) => count - 1);
      refresh();
    }
  };

  const keepFor = (keys: readonly CellKey[], reason: string | null) => {
    const going = keepNow(keys, reason).finally(() => keeping.current.delete(going));
    keeping.current.add(going);
    return going;
  };
  const keep: Sheet['keep'] = (keys) => keepFor(keys, null);

  const finish: Sheet['finish'] = async (organisationId) => {
    // Leaving the field has begun to keep it.
    await Promise.all(keeping.current);
    const own = () => cellsOfUnit(cells.current, organisationId);
    await keep(own().flatMap(([key, cell]) => (cell.dirty ? [key] : [])));
    if (own().some(([, cell]) => wantsReason(cell))) askReason(true);
    const kept = own().every(([, cell]) => !isMarked(cell) && (!cell.dirty || cell.waiting));
    const there = where === null ? [] : waitingAt(outboxNow(), owner, where);
    return { kept, waits: there.some(({ place }) => place.organisationId === organisationId) };
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

  const amend: Sheet['amend'] = async (key, around) => {
    const cell = cells.current[key];
    if (!cell) return;
    amended.current.add(key);
    put([{ key, cell: { ...cell, ...around, dirty: true } }]);
    await keep([key]);
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
    const entry = troubleAt(waiting, key, 'conflict');
    put([{ key, cell: settle(cell, mine) }]);
    if (!entry) return mine ? keep([key]) : undefined;
    if (mine) await change(() => keepMine(entry, newActionId()));
    else await takeOut(entry.id);
    refresh();
    await sendOutbox();
  };

  const correcting = (Object.keys(cells.current) as CellKey[]).filter((key) => {
    const cell = cells.current[key];
    return cell !== undefined && wantsReason(cell);
  });
  const correct: Sheet['correct'] = async (reason) => {
    askReason(false);
    await keepFor(correcting, reason);
  };
  const leave: Sheet['leave'] = async (keys) => {
    for (const key of keys) {
      const entry = troubleAt(waiting, key, 'faults');
      if (entry) await takeOut(entry.id);
      before.current.delete(key);
      const cell = cells.current[key];
      if (cell) put([{ key, cell: asKept(cell) }]);
    }
    refresh();
  };

  const lasts = outboxLasts();
  const unkept = (cell: SheetCell) => cell.dirty && !(cell.waiting && lasts);
  const open = Object.values(cells.current).filter(unkept).length;
  usePutAway(open, () => keep((Object.keys(cells.current) as CellKey[]).filter((key) => cells.current[key]?.dirty)));
  return {
    cells: cells.current,
    saving: busy > 0,
    saidBy,
    open,
    marked: Object.values(cells.current).filter(isMarked).length,
    waiting,
    type,
    keep,
    fill,
    amend,
    undo,
    finish,
    choose,
    correcting,
    askingReason,
    askReason,
    correct,
    leave,
    entryFor,
  };
}

/** What the server said to entries of these figures, whenever they went. */
function useAnswers(
  where: Omit<Place, 'organisationId'> | null,
  cells: { current: SheetCells },
  put: (changes: readonly Change[]) => void,
): void {
  const at = where === null ? '' : `${where.movementId} ${where.from} ${where.until}`;
  useEffect(
    () =>
      onAnswered(({ sent, cells: saved }) => {
        if (sent.is !== 'figures' || `${sent.place.movementId} ${sent.place.from} ${sent.place.until}` !== at) return;
        put(
          sent.cells.flatMap(({ cell: own, typed }) => {
            const key: CellKey = `${sent.place.organisationId} ${own.targetId}`;
            const cell = cells.current[key];
            const kept = saved.find(({ targetId }) => targetId === own.targetId);
            return cell && kept ? [{ key, cell: afterSaving(cell, { typed, cell: own }, kept) }] : [];
          }),
        );
      }),
    [at, cells, put],
  );
}
