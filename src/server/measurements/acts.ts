/** Entering figures. */

import type { z } from 'zod';
import type {
  SavedCell,
  saveFigures as SaveFigures,
  tickFigure as TickFigure,
  TypedCell,
} from '../../contract/measurements.ts';
import { checkEntry, entryFactsOf } from '../../core/rules/figure-entry.ts';
import { sameDecimal } from '../../core/rules/figure-import.ts';
import { checkCorrection, type FigureState, stateAfterWriting } from '../../core/rules/figure-states.ts';
import type { ActContext, Tx } from '../act.ts';
import type { MovementFacts } from '../movements/facts.ts';
import { notFound } from '../problem.ts';
import type { AskedFigure } from './asked.ts';
import { cellOf, seriesFor } from './cells.ts';
import { type Entering, type EntryContext, openEntry } from './entry.ts';
import { type KeptFigure, keptFigures } from './facts.ts';
import { tellSenders } from './tell-acts.ts';
import { countedCell, dropTicks, putTicks, ticksUnlisted } from './tick-acts.ts';
import { addFigures, changeFigures, moveFigures } from './write-acts.ts';

type Saved = z.input<typeof SavedCell>;
type Typed = z.input<typeof TypedCell>;
/**
 * Keeps figures as they were typed. Each cell is answered by itself: two people in one grid do not lose each other's
 * work, and one wrong figure does not keep out the right ones. The value before a change stays in the versions.
 */
export async function saveFigures(
  tx: Tx,
  input: z.input<(typeof SaveFigures)['input']>,
  context: ActContext,
): Promise<{ cells: Saved[] }> {
  const entering = { ...(await openEntry(tx, context, input, 'saveFigures')), saidBy: input.saidBy };
  return { cells: await keepAndTell(tx, entering, input.cells, context) };
}

/** Keeps cells; those who sent a figure that was approved are told why it is another one now. */
async function keepAndTell(
  tx: Tx,
  entering: Entering & { movement: MovementFacts },
  cells: readonly Typed[],
  context: ActContext,
): Promise<Saved[]> {
  const kept = await keepCells(tx, entering, cells, context);
  const why = new Map(
    kept.flatMap(({ outcome, figure }) =>
      outcome === 'saved' && figure?.correctionReason ? [[figure.id, figure.correctionReason] as const] : [],
    ),
  );
  const { movement } = entering;
  await tellSenders(tx, context, { movement, figureIds: [...why.keys()], became: { how: 'corrected', why } });
  return kept;
}

/** The same for whoever may enter them. A target named twice is answered by its first cell. */
export async function keepCells(
  tx: Tx,
  entering: Entering,
  cells: readonly Typed[],
  context: EntryContext,
): Promise<Saved[]> {
  const { organisationId } = entering.where;
  const byTarget = new Map(cells.toReversed().map((cell) => [cell.targetId, countedCell(entering.asked, cell)]));
  const ids = [...byTarget.keys()];
  if (ids.some((id) => !entering.asked.some((target) => target.id === id))) throw notFound();
  const kept = await keptFigures(tx, ids, organisationId, { held: true });
  const today = context.viewer.today;
  const judged = [...byTarget.values()].map((cell) => {
    const own = kept.filter(({ targetId }) => targetId === cell.targetId);
    return { cell, ...judgeCell(entering, cell, { own, today }) };
  });
  const writings = judged.flatMap(({ cell, writing }) => (writing ? [{ cell, ...writing }] : []));
  const written = await write(tx, context, entering, writings);
  const ticked = writings.flatMap(({ cell: { targetId, things } }) => {
    const id = written.get(targetId);
    return id !== undefined && things !== undefined ? [{ id, things }] : [];
  });
  await putTicks(tx, context.viewer.provinceId, ticked);
  if (written.size === 0)
    context.record({ deed: 'figures-refused', subjectKind: 'movement', subjectId: entering.movement.id });
  // Whoever was quicker committed while this waited for a lock: what was read with it tells half of that.
  const missed = judged.some(({ cell, faults }) => !written.has(cell.targetId) && faults.length === 0);
  const asRead = async () => (missed ? await keptFigures(tx, ids, organisationId) : kept);
  const now = written.size === 0 ? await asRead() : await recounted(tx, entering.asked, ids, organisationId);
  return judged.map(({ cell: { targetId }, faults }) => ({
    targetId,
    outcome: written.has(targetId) ? 'saved' : faults.length > 0 ? 'refused' : 'conflict',
    faults: [...faults],
    figure: figureNow(entering, targetId, now),
  }));
}

/** Counts a ratio by its named things: part and whole follow from the ticks, which say what is missing by name. */
export async function tickFigure(
  tx: Tx,
  input: z.input<(typeof TickFigure)['input']>,
  context: ActContext,
): Promise<{ cells: Saved[] }> {
  const entering = { ...(await openEntry(tx, context, input, 'tickFigure')), saidBy: input.saidBy };
  const target = entering.asked.find(({ id }) => id === input.targetId);
  const { organisationId } = input;
  const listed = target?.units.length === 1 && target.units[0]?.id === organisationId ? target.things : [];
  if (input.things.some((id) => !listed.some((thing) => thing.id === id))) throw notFound();
  if (!target || listed.length === 0) throw notFound();
  const existing = (await keptFigures(tx, [target.id], organisationId)).find(
    ({ from, until }) => from === input.from && until === input.until,
  );
  const { estimated = false, note = null } = existing ?? {};
  const { targetId, version, things, correction = null } = input;
  const none = { value: null, numerator: null, denominator: null };
  const cell = { targetId, version, ...none, estimated, note, things, correction };
  return { cells: await keepAndTell(tx, entering, [cell], context) };
}

function figureNow({ asked, where }: Entering, targetId: string, kept: readonly KeptFigure[]): Saved['figure'] {
  const target = asked.find(({ id }) => id === targetId);
  const unit = target?.units.find(({ id }) => id === where.organisationId);
  const own = kept.filter((figure) => figure.targetId === targetId);
  return target ? cellOf(target, where, own, unit?.share ?? null).figure : null;
}

type Writing = {
  existing: KeptFigure | undefined;
  state: FigureState;
  target: AskedFigure;
  /** All figures of the unit for this target. */
  own: readonly KeptFigure[];
};
type JudgedCell = { writing: Writing | null; faults: Saved['faults'] };

/** What becomes of a cell: written, refused with its faults, or neither where somebody else wrote it meanwhile. */
function judgeCell(
  { asked, where, writer, closed }: Entering,
  cell: Typed,
  { own, today }: { own: readonly KeptFigure[]; today: string },
): JudgedCell {
  const refusedFor = (...faults: Saved['faults']): JudgedCell => ({ writing: null, faults });
  const target = asked.find(({ id }) => id === cell.targetId);
  const period = target?.periods.find(({ from, until }) => from === where.from && until === where.until);
  const unit = target?.units.find(({ id }) => id === where.organisationId);
  if (!target || !period || !unit || ticksUnlisted(target, cell)) return refusedFor('not-asked');
  const existing = own.find(({ from, until }) => from === where.from && until === where.until);
  if ((existing?.version ?? null) !== cell.version) return refusedFor();
  const state = stateAfterWriting(existing?.state ?? null, writer);
  if (state === null) return refusedFor('approved');
  const figure = { value: cell.value, numerator: cell.numerator, denominator: cell.denominator };
  const faults = checkEntry(figure, entryFactsOf(target, { period, today, closed }));
  if (faults.length > 0) return refusedFor(...faults);
  const empty = cell.value === null && cell.numerator === null;
  const corrected = state === 'approved' ? checkCorrection({ empty, reason: cell.correction ?? null }) : [];
  if (corrected.length > 0) return refusedFor(...corrected);
  return { writing: { existing, state, target, own }, faults: [] };
}

type CellToWrite = Writing & { cell: Typed };

/** Writes cells and tells the log; figures by target that were written: somebody else may have been quicker by a moment. */
async function write(
  tx: Tx,
  { viewer, now, newId, record }: EntryContext,
  { where, saidBy }: Entering,
  cells: readonly CellToWrite[],
): Promise<Map<string, string>> {
  const by = { provinceId: viewer.provinceId, postTitle: viewer.postTitle, now, saidBy };
  const figures = cells.map(({ cell, existing, state, target, own }) => ({
    existing,
    figure: {
      ...{ id: existing?.id ?? newId(), targetId: target.id, organisationId: where.organisationId },
      ...{ periodKind: target.dataPeriod, from: where.from, until: where.until },
      ...{ enteredAs: target.enteredAs, entered: cell.value },
      cumulative: cumulativeWith(target, own, { ...where, entered: cell.value, enteredAs: target.enteredAs }),
      ...{ numerator: cell.numerator, denominator: cell.denominator },
      ...{ estimated: cell.estimated, note: cell.note, state },
      correctionReason: state === 'approved' ? (cell.correction ?? null) : null,
    },
  }));
  const over = figures.filter(({ existing }) => existing !== undefined);
  await changeFigures(
    tx,
    over.map(({ figure }) => figure),
    by,
  );
  // What is typed over ticks is no more what was ticked.
  const unticked = over.flatMap(({ existing, figure }) => {
    if (!existing || existing.ticked.length === 0) return [];
    const { numerator, denominator } = existing;
    const asTicked = sameDecimal(numerator, figure.numerator) && sameDecimal(denominator, figure.denominator);
    return asTicked ? [] : [existing.id];
  });
  await dropTicks(tx, unticked);
  const fresh = figures.filter(({ existing }) => existing === undefined).map(({ figure }) => figure);
  const added = await addFigures(tx, fresh, by);
  const written = figures.filter(({ existing, figure }) => existing !== undefined || added.has(figure.id));
  for (const { existing, figure } of written)
    record({
      deed: deedOf(existing, figure),
      subjectKind: 'measurement',
      subjectId: figure.id,
      before: existing && loggedFigure(existing),
      after: {
        ...loggedFigure(figure),
        saidBy,
        ...(figure.correctionReason ? { reason: figure.correctionReason } : {}),
      },
    });
  return new Map(written.map(({ figure }) => [figure.targetId, figure.id]));
}

function deedOf(existing: KeptFigure | undefined, { correctionReason }: { correctionReason: string | null }): string {
  if (!existing) return 'figure-entered';
  return correctionReason === null ? 'figure-changed' : 'figure-corrected';
}

type InPeriod = Pick<KeptFigure, 'from' | 'until' | 'entered' | 'enteredAs'>;

/** The cumulative value of a figure that is about to be written. */
function cumulativeWith(target: AskedFigure, own: readonly KeptFigure[], figure: InPeriod): string | null {
  const isHere = ({ from, until }: Pick<InPeriod, 'from' | 'until'>) => from === figure.from && until === figure.until;
  const points = seriesFor(target, [...own.filter((one) => !isHere(one)), figure]);
  return points.find(isHere)?.cumulative ?? null;
}

const loggedFigure = (figure: Pick<KeptFigure, 'entered' | 'numerator' | 'denominator' | 'state'>) => ({
  value: figure.entered,
  numerator: figure.numerator,
  denominator: figure.denominator,
  state: figure.state,
});

/** Figures as they stand, with the cumulative values that follow from what was entered: a change in March moves June. */
async function recounted(
  tx: Tx,
  asked: readonly AskedFigure[],
  targetIds: readonly string[],
  organisationId: string,
): Promise<KeptFigure[]> {
  const kept = await keptFigures(tx, targetIds, organisationId);
  const moved = new Map<string, string | null>();
  for (const target of asked.filter(({ id }) => targetIds.includes(id))) {
    const own = kept.filter(({ targetId }) => targetId === target.id);
    for (const point of seriesFor(target, own)) {
      const figure = own.find(({ from, until }) => from === point.from && until === point.until);
      if (figure && figure.value !== point.cumulative) moved.set(figure.id, point.cumulative);
    }
  }
  await moveFigures(
    tx,
    [...moved].map(([id, value]) => ({ id, value })),
  );
  return kept.map((figure) => ({
    ...figure,
    value: moved.has(figure.id) ? (moved.get(figure.id) ?? null) : figure.value,
  }));
}
