/** Levels, adjustments and verdicts of targets, and the lists of things they count. */

import type { z } from 'zod';
import type {
  adjustTarget as AdjustTarget,
  arrangeTarget as ArrangeTarget,
  judgeGoal as JudgeGoal,
} from '../../contract/target-details.ts';
import {
  changesBetween,
  codeValue,
  dateValue,
  type Fields,
  goalFields,
  listValue,
  textValue,
} from '../../core/rules/history.ts';
import { refusal } from '../../core/rules/refusal.ts';
import { checkAdjustment, checkArrangement, figureAtLevel } from '../../core/rules/target-details.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused, stale } from '../problem.ts';
import { goalColumns } from './columns.ts';
import { keepHistory } from './history-acts.ts';
import { requireOfProvince } from './make-acts.ts';
import { openWhole } from './open-acts.ts';
import { type DetailsOut, viewTargetDetails } from './target-detail-views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;

/** The target as the person saw it, its movement locked. */
async function openTarget(tx: Tx, context: ActContext, { targetId, version }: { targetId: string; version: number }) {
  const movement = await openWhole(tx, context, { table: 'targets', id: targetId });
  const details = await viewTargetDetails(tx, context.viewer, { targetId });
  if (details.target.version !== version) throw stale(details);
  return { movementId: movement.id, details };
}

type Figure = DetailsOut['target']['figure'];

const figureColumns = (details: DetailsOut, figure: Figure) => {
  const { value, low, high, numerator, denominator } = goalColumns({ ...details.target, figure });
  return { value, low, high, numerator, denominator };
};

/** Sets the levels, who supports, when and how figures come, and the list of named things. */
export async function arrangeTarget(tx: Tx, input: In<typeof ArrangeTarget>, context: ActContext): Promise<DetailsOut> {
  const { movementId, details } = await openTarget(tx, context, input);
  const { levels, measured, things, supporterIds, targetId } = input;
  const { target } = details;
  const refusals = checkArrangement({ name: target.name, figure: target.figure, levels, measured, things });
  if (refusals.length > 0) throw refused(refusals);
  await requireOfProvince(tx, context, supporterIds);
  const figure = figureAtLevel(target.figure, levels, measured) as Figure;
  await tx
    .updateTable('targets')
    .set((row) => ({
      ...figureColumns(details, figure),
      plan_level: measured,
      assigned_value: levels.assigned,
      council_value: levels.council,
      aspired_value: levels.aspired,
      data_source: input.dataSource,
      data_period: input.dataPeriod,
      entered_as: input.enteredAs,
      year_kind: input.yearKind,
      version: row('version', '+', 1),
    }))
    .where('id', '=', targetId)
    .execute();
  await keepSupporters(tx, context, targetId, supporterIds);
  await keepThings(tx, context, targetId, things);
  const after = await viewTargetDetails(tx, context.viewer, { targetId });
  await keepLine(tx, context, movementId, { before: details, after, fields: arranged, reason: null });
  return after;
}

async function keepSupporters(tx: Tx, { viewer }: ActContext, targetId: string, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('target_supporters').where('target_id', '=', targetId).execute();
  const rows = [...new Set(ids)].map((organisation_id, position) => ({
    target_id: targetId,
    organisation_id,
    province_id: viewer.provinceId,
    position,
  }));
  if (rows.length > 0) await tx.insertInto('target_supporters').values(rows).execute();
}

type Things = In<typeof ArrangeTarget>['things'];

/** Things that stay keep their ticks. Throws `not-found` for a thing of another list. */
async function keepThings(tx: Tx, { viewer, newId }: ActContext, targetId: string, things: Things): Promise<void> {
  const known = await tx.selectFrom('target_things').select('id').where('target_id', '=', targetId).execute();
  const ids = new Set(known.map(({ id }) => id));
  const kept = things.flatMap(({ thingId }) => thingId ?? []);
  if (kept.some((id) => !ids.has(id))) throw notFound();
  await tx
    .deleteFrom('target_things')
    .where('target_id', '=', targetId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute();
  // Names change places without meeting on the way.
  for (const id of kept) await tx.updateTable('target_things').set({ name: id }).where('id', '=', id).execute();
  for (const [position, { thingId, name, heldFrom, heldUntil }] of things.entries()) {
    const values = { position, name, held_from: heldFrom, held_until: heldUntil };
    if (thingId !== null) await tx.updateTable('target_things').set(values).where('id', '=', thingId).execute();
    else
      await tx
        .insertInto('target_things')
        .values({ ...values, id: newId(), province_id: viewer.provinceId, target_id: targetId })
        .execute();
  }
}

/** Adjusts the figure by a resolution; what held before stays, and counts for the days before. */
export async function adjustTarget(tx: Tx, input: In<typeof AdjustTarget>, context: ActContext): Promise<DetailsOut> {
  const { viewer, now, newId } = context;
  const { movementId, details } = await openTarget(tx, context, input);
  const { target, measured } = details;
  const { targetId, inForceOn, resolution, resolutionOn, note } = input;
  const before = target.figure;
  if (before === null) throw refused([refusal('levels-need-figure', { name: target.name })]);
  const { value, low, high, numerator, denominator } = input;
  const after = { ...before, value, low, high, numerator, denominator };
  const last = details.adjustments[0]?.inForceOn ?? null;
  const refusals = checkAdjustment({ name: target.name, before, after, inForceOn, last, today: viewer.today });
  if (refusals.length > 0) throw refused(refusals);
  await tx
    .insertInto('target_adjustments')
    .values({
      id: newId(),
      province_id: viewer.provinceId,
      target_id: targetId,
      in_force_on: inForceOn,
      resolution,
      resolution_on: resolutionOn,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      note,
      at: now,
      by_post: viewer.postTitle,
    })
    .execute();
  const level = measured === null ? {} : { [`${measured}_value`]: value };
  await tx
    .updateTable('targets')
    .set((row) => ({ ...figureColumns(details, after), ...level, version: row('version', '+', 1) }))
    .where('id', '=', targetId)
    .execute();
  const shown = await viewTargetDetails(tx, viewer, { targetId });
  const reason = note === null ? resolution : `${resolution}: ${note}`;
  await keepLine(tx, context, movementId, { before: details, after: shown, fields: adjusted, reason });
  return shown;
}

/** Says whether a goal without a figure is reached, or takes that back. */
export async function judgeGoal(tx: Tx, input: In<typeof JudgeGoal>, context: ActContext): Promise<DetailsOut> {
  const { viewer } = context;
  const { movementId, details } = await openTarget(tx, context, input);
  const { target } = details;
  if (target.figure !== null) throw refused([refusal('goal-has-figure', { name: target.name })]);
  const given = input.verdict !== null;
  await tx
    .updateTable('targets')
    .set((row) => ({
      verdict_given: input.verdict,
      verdict_rating: given ? input.rating : null,
      verdict_text: given ? input.text : null,
      verdict_evidence: given ? input.evidence : null,
      verdict_on: given ? (input.on ?? viewer.today) : null,
      verdict_by_post: given ? viewer.postTitle : null,
      version: row('version', '+', 1),
    }))
    .where('id', '=', input.targetId)
    .execute();
  const after = await viewTargetDetails(tx, viewer, { targetId: input.targetId });
  await keepLine(tx, context, movementId, { before: details, after, fields: judged, reason: null });
  return after;
}

const adjusted = ({ target }: DetailsOut): Fields => goalFields(target, { lead: null, partOf: null });

const arranged = (details: DetailsOut): Fields => [
  ...adjusted(details),
  ['plan-level', codeValue(details.measured)],
  ['assigned-value', textValue(details.levels.assigned)],
  ['council-value', textValue(details.levels.council)],
  ['aspired-value', textValue(details.levels.aspired)],
  ['supporters', listValue(details.supporters.map(({ name }) => name))],
  ['data-source', textValue(details.dataSource)],
  ['data-period', codeValue(details.dataPeriod)],
  ['entered-as', codeValue(details.enteredAs)],
  ['year-kind', codeValue(details.yearKind)],
  ['things', listValue(details.things.map(({ name }) => name))],
];

const judged = ({ verdict }: DetailsOut): Fields => [
  ['state', codeValue(verdict?.verdict ?? null)],
  ['rating', textValue(verdict?.rating ?? null)],
  ['content', textValue(verdict?.text ?? null)],
  ['evidence', textValue(verdict?.evidence ?? null)],
  ['issued-on', dateValue(verdict?.on ?? null)],
];

type Line = {
  before: DetailsOut;
  after: DetailsOut;
  fields: (details: DetailsOut) => Fields;
  reason: string | null;
};

async function keepLine(
  tx: Tx,
  context: ActContext,
  movementId: string,
  { before, after, fields, reason }: Line,
): Promise<void> {
  await keepHistory(tx, context, [
    {
      movementId,
      deed: 'revised',
      subject: 'target',
      subjectId: after.target.id,
      subjectName: after.target.name,
      changes: changesBetween(fields(before), fields(after)),
      reason,
    },
  ]);
}
