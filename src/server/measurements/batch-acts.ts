/** Writes many figures in one go, and takes them back. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { undoFigureImport as UndoFigureImport } from '../../contract/figure-imports.ts';
import { type ImportKind, sameDecimal } from '../../core/rules/figure-import.ts';
import { seriesOf } from '../../core/rules/figure-series.ts';
import type { FigureState } from '../../core/rules/figure-states.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { movementFacts } from '../movements/facts.ts';
import { notFound, Problem, refused } from '../problem.ts';
import { type AskedFigure, askedFigures } from './asked.ts';
import { type BatchPlan, type BatchRow, type Judged, leanFigures, movementsOf, reachedAmong } from './batch.ts';
import { dropTicks, putTicks, ticksBefore } from './tick-acts.ts';
import { takeTurns } from './turns.ts';
import {
  addFigures,
  changeFigures,
  type FigureToWrite,
  keepVersions,
  type MovedFigure,
  moveFigures,
} from './write-acts.ts';

export type BatchSource = {
  kind: ImportKind;
  /** Null where the list is of several movements. */
  movementId: string | null;
  fileName: string | null;
  documentId: string | null;
  saidBy: string | null;
  /** The sentence a figure stands in, by its place in the batch. */
  quotes?: ReadonlyMap<number, string>;
};

/** Figures told of in one line of the log. */
const TOLD_AT_ONCE = 1_000;

/** Holds everything a batch is judged by as it is: whoever closes a period or writes the same figures waits. */
export async function lockBatch(tx: Tx, rows: readonly Pick<BatchRow, 'targetId' | 'organisationId'>[]): Promise<void> {
  const targets = [...new Set(rows.map(({ targetId }) => targetId))];
  const units = [...new Set(rows.map(({ organisationId }) => organisationId))];
  const movements = await movementsOf(tx, targets);
  await sql`SELECT id FROM movements WHERE id = ANY(${movements}::uuid[]) ORDER BY id FOR SHARE`.execute(tx);
  await takeTurns(tx, units);
  await sql`SELECT m.id FROM unnest(${targets}::uuid[]) AS t (id) JOIN measurements m ON m.target_id = t.id
    WHERE m.organisation_id = ANY(${units}::uuid[]) ORDER BY m.id FOR UPDATE OF m`.execute(tx);
}

type Written = Judged & { target: AskedFigure; id: string; state: FigureState; at: number };

/** Writes what a plan would: new and changed figures as drafts, with what follows from them. */
export async function writeBatch(
  tx: Tx,
  { judged, moved }: BatchPlan,
  source: BatchSource,
  context: ActContext,
): Promise<{ importId: string; written: number }> {
  const { viewer, now, newId } = context;
  const written = judged.flatMap((one, at): Written[] => {
    const { incoming, target, kept } = one;
    if ((incoming.effect !== 'new' && incoming.effect !== 'changed') || !target) return [];
    return [{ ...one, target, id: kept?.id ?? newId(), state: incoming.state, at }];
  });
  const importId = newId();
  await tx
    .insertInto('figure_imports')
    .values({
      id: importId,
      province_id: viewer.provinceId,
      movement_id: source.movementId,
      organisation_id: viewer.organisationId,
      kind: source.kind,
      file_name: source.fileName,
      document_id: source.documentId,
      said_by: source.saidBy,
      figures: written.length,
      at: now,
      by_post: viewer.postTitle,
    })
    .execute();
  const by = { provinceId: viewer.provinceId, postTitle: viewer.postTitle, now, saidBy: source.saidBy };
  await changeFigures(tx, written.filter(({ kept }) => kept !== null).map(asFigure), by);
  const fresh = written.filter(({ kept }) => kept === null).map(asFigure);
  // Somebody entered one of them by hand since it was judged.
  if ((await addFigures(tx, fresh, by)).size !== fresh.length) throw refused([refusal('figures-changed-since')]);
  await moveFigures(tx, moved);
  await writeTicks(tx, viewer.provinceId, written);
  const cells = written.map(({ id, kept, at }) => ({
    id,
    version: (kept?.version ?? 0) + 1,
    quote: source.quotes?.get(at) ?? null,
  }));
  await sql`INSERT INTO figure_import_cells (import_id, measurement_id, province_id, version, quote)
    SELECT ${importId}, c.id, ${viewer.provinceId}, c.version, c.quote
    FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) AS c (id uuid, version integer, quote text)`.execute(tx);
  tell(context, source, importId, written);
  return { importId, written: written.length };
}

/** What was ticked goes with its figure; what a list writes over ticks is no more what was ticked. */
async function writeTicks(tx: Tx, provinceId: string, written: readonly Written[]): Promise<void> {
  const ticked = written.flatMap(({ id, row: { things } }) => (things ? [{ id, things }] : []));
  await putTicks(tx, provinceId, ticked);
  const over = written.filter(
    ({ kept, row: { figure, things } }) =>
      kept?.numerator &&
      !things &&
      !(sameDecimal(kept.numerator, figure.numerator) && sameDecimal(kept.denominator, figure.denominator)),
  );
  await dropTicks(
    tx,
    over.map(({ id }) => id),
  );
}

/** The log names every figure with what it was and what it is. */
function tell({ record }: ActContext, source: BatchSource, importId: string, written: readonly Written[]): void {
  const subject =
    source.movementId === null
      ? ({ subjectKind: 'figure-import', subjectId: importId } as const)
      : ({ subjectKind: 'movement', subjectId: source.movementId } as const);
  for (let from = 0; from === 0 || from < written.length; from += TOLD_AT_ONCE) {
    const some = written.slice(from, from + TOLD_AT_ONCE);
    record({
      deed: 'figures-taken-over',
      ...subject,
      before: some.flatMap(({ id, kept }) =>
        kept ? [[id, kept.entered, kept.numerator, kept.denominator, kept.state]] : [],
      ),
      after: {
        importId,
        kind: source.kind,
        file: source.fileName,
        saidBy: source.saidBy,
        figures: some.map(({ id, row }) => [
          id,
          ...[row.targetId, row.organisationId, row.from, row.until],
          ...[row.figure.value, row.figure.numerator, row.figure.denominator],
        ]),
      },
    });
  }
}

/** What a judged row is to stand as. */
const asFigure = ({ id, row, target, state, cumulative }: Written): FigureToWrite => ({
  id,
  ...{ targetId: row.targetId, organisationId: row.organisationId },
  ...{ periodKind: target.dataPeriod, from: row.from, until: row.until },
  ...{ enteredAs: target.enteredAs, entered: row.figure.value, cumulative },
  ...{ numerator: row.figure.numerator, denominator: row.figure.denominator },
  ...{ estimated: row.figure.estimated, note: row.figure.note, state },
  // What was approved is corrected by hand, never by a list.
  correctionReason: null,
});

type ImportRow = { id: string; movementId: string | null; undoneAt: string | null };

/** Takes back an import: what is still the draft it wrote becomes what it was before, and all of that stays in the history. */
export async function undoFigureImport(
  tx: Tx,
  { importId }: z.input<(typeof UndoFigureImport)['input']>,
  context: ActContext,
): Promise<{ undone: number; left: number }> {
  const { viewer } = context;
  const { rows } = await sql<ImportRow>`SELECT id, movement_id AS "movementId", undone_at AS "undoneAt"
    FROM figure_imports WHERE id = ${importId} FOR UPDATE`.execute(tx);
  const found = rows[0];
  if (!found) throw notFound();
  await lockBatch(tx, await pairsOf(tx, importId));
  const cells = await cellsOf(tx, importId);
  const reached = await reachedAmong(
    tx,
    viewer,
    [...new Set(cells.map((one) => one.organisationId))],
    'undoFigureImport',
  );
  if (cells.every(({ organisationId }) => !reached.has(organisationId))) throw notFound();
  if (cells.some(({ organisationId }) => !reached.has(organisationId))) throw new Problem('forbidden', 'forbidden');
  if (found.undoneAt !== null) throw refused([refusal('import-undone')]);
  const open = cells.filter(({ untouched }) => untouched);
  await sql`
    WITH kept AS (${keepVersions(open.map(({ id }) => id))})
    UPDATE measurements m SET entered_as = coalesce(v.entered_as, m.entered_as), entered_value = v.entered_value, value = NULL,
      numerator = v.numerator, denominator = v.denominator, estimated = coalesce(v.estimated, false), note = v.note,
      state = coalesce(v.state, 'draft'), correction_reason = v.correction_reason, said_by = v.said_by, reported_at = ${context.now}::timestamptz,
      reported_by_post = ${viewer.postTitle}, version = m.version + 1
    FROM figure_import_cells c
    LEFT JOIN measurement_versions v ON v.measurement_id = c.measurement_id AND v.version = c.version - 1
    WHERE c.import_id = ${importId} AND m.id = c.measurement_id AND m.id = ANY(${open.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  await ticksBefore(
    tx,
    importId,
    open.map(({ id }) => id),
  );
  await recountAll(tx, context, open);
  await tx
    .updateTable('figure_imports')
    .set({ undone_at: context.now, undone_by_post: viewer.postTitle })
    .where('id', '=', importId)
    .execute();
  context.record({
    deed: 'import-undone',
    ...(found.movementId === null
      ? { subjectKind: 'figure-import', subjectId: importId }
      : { subjectKind: 'movement', subjectId: found.movementId }),
    after: { importId, undone: open.map(({ id }) => id), left: cells.length - open.length },
  });
  return { undone: open.length, left: cells.length - open.length };
}

type CellRow = { id: string; targetId: string; organisationId: string; untouched: boolean };

async function pairsOf(tx: Tx, importId: string): Promise<Pick<CellRow, 'targetId' | 'organisationId'>[]> {
  return tx
    .selectFrom('figure_import_cells as c')
    .innerJoin('measurements as m', 'm.id', 'c.measurement_id')
    .select(['m.target_id as targetId', 'm.organisation_id as organisationId'])
    .distinct()
    .where('c.import_id', '=', importId)
    .execute();
}

async function cellsOf(tx: Tx, importId: string): Promise<CellRow[]> {
  const { rows } = await sql<CellRow>`
    SELECT m.id, m.target_id AS "targetId", m.organisation_id AS "organisationId",
      m.version = c.version AND m.state IN ('draft', 'returned') AND NOT EXISTS (
        SELECT FROM closed_periods p JOIN targets t ON t.movement_id = p.movement_id
        WHERE t.id = m.target_id AND p.period_from = m.period_from AND p.period_until = m.period_until
          AND p.reopened_at IS NULL) AS untouched
    FROM figure_import_cells c JOIN measurements m ON m.id = c.measurement_id
    WHERE c.import_id = ${importId} ORDER BY m.id FOR UPDATE OF m`.execute(tx);
  return rows;
}

/** Cumulative values of these targets and units, anew. */
async function recountAll(tx: Tx, { viewer }: ActContext, pairs: readonly CellRow[]): Promise<void> {
  const kept = new Map<string, Awaited<ReturnType<typeof leanFigures>>>();
  for (const figure of await leanFigures(tx, pairs)) {
    const key = `${figure.targetId} ${figure.organisationId}`;
    const known = kept.get(key);
    if (known) known.push(figure);
    else kept.set(key, [figure]);
  }
  const moved: MovedFigure[] = [];
  for (const movementId of await movementsOf(tx, [...new Set(pairs.map(({ targetId }) => targetId))])) {
    const targets = new Map(
      (await askedFigures(tx, await movementFacts(tx, viewer, movementId))).map((one) => [one.id, one]),
    );
    for (const own of kept.values()) {
      const target = targets.get(own[0]?.targetId ?? '');
      if (!target) continue;
      const entered = own.flatMap(({ from, until, entered: value, enteredAs }) =>
        value === null ? [] : [{ from, until, value, enteredAs }],
      );
      for (const point of seriesOf(target.periods, entered)) {
        const figure = own.find(({ from, until }) => from === point.from && until === point.until);
        if (figure && figure.value !== point.cumulative) moved.push({ id: figure.id, value: point.cumulative });
      }
    }
  }
  await moveFigures(tx, moved);
}
