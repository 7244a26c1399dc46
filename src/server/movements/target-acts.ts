/** What people do with the targets of a movement. */

import type { z } from 'zod';
import type {
  addTarget as AddTarget,
  removeTarget as RemoveTarget,
  reviseTarget as ReviseTarget,
} from '../../contract/movement-acts.ts';
import { changesBetween, type Fields, goalFields } from '../../core/rules/history.ts';
import { checkTarget, checkTargetRemoval } from '../../core/rules/movements.ts';
import type { ActContext, Tx } from '../act.ts';
import { countMeasured } from '../measurements/facts.ts';
import { organisationFacts } from '../organisations/facts.ts';
import { notFound, refused, stale } from '../problem.ts';
import { domainOf, figureOf, type GoalIn, goalColumns } from './columns.ts';
import { keepHistory } from './history-acts.ts';
import { insertTargets, requireOfProvince } from './make-acts.ts';
import { nextPosition, openForEdit, openWhole } from './open-acts.ts';
import { type TargetOut, viewTarget } from './target-views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;

/** Adds a target at the end. */
export async function addTarget(tx: Tx, input: In<typeof AddTarget>, context: ActContext): Promise<TargetOut> {
  const movement = await openForEdit(tx, context, input.movementId);
  const { goal, partOf, leadOrganisationId } = input;
  await requireOfProvince(tx, context, [leadOrganisationId]);
  await requireSound(tx, { id: null, movementId: movement.id, goal, partOf });
  const id = context.newId();
  const position = await nextPosition(tx, 'targets', movement.id);
  const target = { ...goal, id, partOf: null, leadOrganisationId, place: null };
  await insertTargets(tx, context, movement.id, { targets: [target], documentId: null }, position);
  if (partOf !== null) await tx.updateTable('targets').set({ part_of_id: partOf }).where('id', '=', id).execute();
  await keepHistory(tx, context, [
    {
      movementId: movement.id,
      deed: 'added',
      subject: 'target',
      subjectId: id,
      subjectName: goal.name,
      changes: changesBetween(null, await fieldsOf(tx, context, { goal, partOf, leadOrganisationId })),
    },
  ]);
  return viewTarget(tx, context.viewer, id);
}

/** Changes a target; what it was stays in the history. */
export async function reviseTarget(tx: Tx, input: In<typeof ReviseTarget>, context: ActContext): Promise<TargetOut> {
  const movement = await openWhole(tx, context, { table: 'targets', id: input.targetId });
  const earlier = await storedTarget(tx, input.targetId);
  if (earlier.version !== input.version) throw stale(await viewTarget(tx, context.viewer, input.targetId));
  const { goal, partOf, leadOrganisationId } = input;
  await requireOfProvince(tx, context, [leadOrganisationId]);
  await requireSound(tx, { id: input.targetId, movementId: movement.id, goal, partOf });
  const changes = changesBetween(
    await fieldsOf(tx, context, earlier),
    await fieldsOf(tx, context, { goal, partOf, leadOrganisationId }),
  );
  await tx
    .updateTable('targets')
    .set((row) => ({
      ...goalColumns(goal),
      part_of_id: partOf,
      lead_organisation_id: leadOrganisationId,
      version: row('version', '+', 1),
      edited_by_hand: true,
    }))
    .where('id', '=', input.targetId)
    .execute();
  await keepHistory(tx, context, [
    {
      movementId: movement.id,
      deed: 'revised',
      subject: 'target',
      subjectId: input.targetId,
      subjectName: goal.name,
      changes,
      reason: input.reason,
    },
  ]);
  return viewTarget(tx, context.viewer, input.targetId);
}

/** Takes a target away, while no figures or parts stand under it. */
export async function removeTarget(
  tx: Tx,
  input: In<typeof RemoveTarget>,
  context: ActContext,
): Promise<{ removed: true }> {
  const movement = await openWhole(tx, context, { table: 'targets', id: input.targetId });
  const earlier = await storedTarget(tx, input.targetId);
  if (earlier.version !== input.version) throw stale(await viewTarget(tx, context.viewer, input.targetId));
  await dropTarget(tx, context, { movementId: movement.id, targetId: input.targetId, reason: input.reason });
  return { removed: true };
}

/** Removes a target with its line of history; refuses while figures or parts stand under it. */
export async function dropTarget(
  tx: Tx,
  context: ActContext,
  { movementId, targetId, reason }: { movementId: string; targetId: string; reason: string | null },
): Promise<void> {
  const earlier = await storedTarget(tx, targetId);
  const { parts } = await tx
    .selectFrom('targets')
    .select((row) => row.fn.countAll<string>().as('parts'))
    .where('part_of_id', '=', targetId)
    .executeTakeFirstOrThrow();
  const figures = await countMeasured(tx, targetId);
  const refusals = checkTargetRemoval({ name: earlier.goal.name, figures, parts: Number(parts) });
  if (refusals.length > 0) throw refused(refusals);
  const changes = changesBetween(await fieldsOf(tx, context, earlier), null);
  await tx.deleteFrom('targets').where('id', '=', targetId).execute();
  await keepHistory(tx, context, [
    {
      movementId,
      deed: 'removed',
      subject: 'target',
      subjectId: targetId,
      subjectName: earlier.goal.name,
      changes,
      reason,
    },
  ]);
}

type Stored = { version: number; goal: GoalIn; partOf: string | null; leadOrganisationId: string | null };

async function storedTarget(tx: Tx, targetId: string): Promise<Stored> {
  const row = await tx.selectFrom('targets').selectAll().where('id', '=', targetId).executeTakeFirst();
  if (!row) throw notFound();
  return {
    version: row.version,
    goal: {
      name: row.name,
      indicator: row.indicator,
      domain: domainOf(row.domain),
      figure: figureOf(row),
      scope: row.scope,
      dueOn: row.due_on,
      owner: row.owner,
    },
    partOf: row.part_of_id,
    leadOrganisationId: row.lead_organisation_id,
  };
}

/** A target as the history sees it, with the names of its lead unit and of its whole. */
async function fieldsOf(tx: Tx, { viewer }: ActContext, target: Omit<Stored, 'version'>): Promise<Fields> {
  const { leadOrganisationId, partOf } = target;
  const [lead] = leadOrganisationId === null ? [] : await organisationFacts(tx, viewer, [leadOrganisationId]);
  const whole =
    partOf === null
      ? undefined
      : await tx.selectFrom('targets').select('name').where('id', '=', partOf).executeTakeFirst();
  return goalFields(target.goal, { lead: lead?.name ?? null, partOf: whole?.name ?? null });
}

type Wanted = { id: string | null; movementId: string; goal: GoalIn; partOf: string | null };

async function requireSound(tx: Tx, { id, movementId, goal, partOf }: Wanted): Promise<void> {
  const whole = partOf === null ? null : await wholeOf(tx, partOf);
  const refusals = checkTarget({ name: goal.name, figure: goal.figure, id, partOf: whole, movementId });
  if (refusals.length > 0) throw refused(refusals);
}

/** A target with everything it is part of, upwards. */
async function wholeOf(tx: Tx, id: string): Promise<{ id: string; movementId: string; wholes: string[] }> {
  const found = await tx
    .selectFrom('targets')
    .select(['movement_id as movementId', 'part_of_id as partOf'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw notFound();
  const wholes: string[] = [];
  let next = found.partOf;
  while (next !== null && !wholes.includes(next)) {
    wholes.push(next);
    const row = await tx.selectFrom('targets').select('part_of_id as partOf').where('id', '=', next).executeTakeFirst();
    next = row?.partOf ?? null;
  }
  return { id, movementId: found.movementId, wholes };
}
