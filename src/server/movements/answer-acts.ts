/** How a plan answers the targets of its superior: đáp ứng, điều chỉnh, không áp dụng. */

import type { z } from 'zod';
import type { answerTargets as AnswerTargets } from '../../contract/comparisons.ts';
import { checkAnswer } from '../../core/rules/compare-with-parent.ts';
import { changesBetween, codeValue, type Fields, textValue } from '../../core/rules/history.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused, stale } from '../problem.ts';
import { answersOf, type KeptAnswer, type PlanTarget, planTargets } from './comparison-facts.ts';
import { type ComparisonOut, viewComparison } from './comparison-views.ts';
import { type HistoryEntry, keepHistory } from './history-acts.ts';
import { openForEdit } from './open-acts.ts';

type In = z.input<(typeof AnswerTargets)['input']>;
type Wanted = In['answers'][number];

/** Keeps all of the decisions or none of them. */
export async function answerTargets(tx: Tx, input: In, context: ActContext): Promise<ComparisonOut> {
  const { viewer } = context;
  const plan = await openForEdit(tx, context, input.movementId);
  const { parent, asked } = await answeredMovement(tx, context, plan.id, input.answers);
  const own = (await planTargets(tx, [plan.id])).get(plan.id) ?? [];
  const kept = (await answersOf(tx, [plan.id])).get(plan.id) ?? new Map<string, KeptAnswer>();
  const show = () => viewComparison(tx, viewer, { movementId: plan.id, answering: parent });
  const refusals = [];
  for (const wanted of input.answers) {
    const target = asked.get(wanted.targetId);
    if (!target) throw notFound();
    if ((kept.get(wanted.targetId)?.version ?? 0) !== wanted.version) throw stale(await show());
    if (wanted.how === null) continue;
    const ofPlan = own.some(({ id }) => id === wanted.ownTargetId);
    // A target that is of no plan one may see is not there at all.
    if (wanted.ownTargetId !== null && !ofPlan && !(await isTarget(tx, wanted.ownTargetId))) throw notFound();
    refusals.push(
      ...checkAnswer({
        name: target.name,
        how: wanted.how,
        reason: wanted.reason,
        own: wanted.ownTargetId === null ? null : { ofPlan },
      }),
    );
  }
  if (refusals.length > 0) throw refused(refusals);
  const lines: HistoryEntry[] = [];
  for (const wanted of input.answers) {
    const target = asked.get(wanted.targetId);
    if (!target) continue;
    const before = kept.get(wanted.targetId) ?? null;
    await keepAnswer(tx, context, plan.id, wanted);
    const after = wanted.how === null ? null : { ...wanted, how: wanted.how };
    lines.push({
      movementId: plan.id,
      deed: after ? 'answered' : 'withdrawn',
      subject: 'target',
      subjectId: target.id,
      subjectName: target.name,
      changes: changesBetween(before && fieldsOf(before, own), after && fieldsOf(after, own)),
    });
  }
  await keepHistory(
    tx,
    context,
    lines.filter(({ changes }) => changes.length > 0),
  );
  return show();
}

/** What was taken over from the level above answers it. `ids`: the superior's target and the plan's own. */
export async function answerCopied(
  tx: Tx,
  context: ActContext,
  movementId: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [targetId, ownTargetId] of ids)
    await keepAnswer(tx, context, movementId, { targetId, version: 0, how: 'answered', ownTargetId, reason: null });
}

async function keepAnswer(tx: Tx, { viewer, now }: ActContext, movementId: string, wanted: Wanted): Promise<void> {
  const { targetId, how } = wanted;
  if (how === null) {
    await tx
      .deleteFrom('target_answers')
      .where('movement_id', '=', movementId)
      .where('target_id', '=', targetId)
      .execute();
    return;
  }
  const said = {
    how,
    own_target_id: how === 'not-applicable' ? null : wanted.ownTargetId,
    reason: how === 'answered' ? null : wanted.reason,
    at: now,
    by_post: viewer.postTitle,
  };
  await tx
    .insertInto('target_answers')
    .values({ movement_id: movementId, target_id: targetId, province_id: viewer.provinceId, ...said })
    .onConflict((row) =>
      row.columns(['movement_id', 'target_id']).doUpdateSet((old) => ({
        ...said,
        version: old('target_answers.version', '+', 1),
      })),
    )
    .execute();
}

/** The one movement whose targets are answered; it has to be one that the plan answers. */
async function answeredMovement(
  tx: Tx,
  { viewer }: ActContext,
  planId: string,
  answers: readonly Wanted[],
): Promise<{ parent: string; asked: Map<string, PlanTarget> }> {
  const rows = await tx
    .selectFrom('targets as t')
    .innerJoin('movement_responses as r', (join) =>
      join.onRef('r.answered_id', '=', 't.movement_id').on('r.answering_id', '=', planId),
    )
    .select('t.movement_id as id')
    .distinct()
    .where('t.province_id', '=', viewer.provinceId)
    .where(
      't.id',
      'in',
      answers.map(({ targetId }) => targetId),
    )
    .execute();
  const [parent] = rows;
  if (!parent || rows.length > 1) throw notFound();
  const targets = (await planTargets(tx, [parent.id])).get(parent.id) ?? [];
  return { parent: parent.id, asked: new Map(targets.map((target) => [target.id, target])) };
}

async function isTarget(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('targets as t')
    .innerJoin('movement_responses as r', 'r.answering_id', 't.movement_id')
    .select('t.id')
    .where('t.id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

type Said = { how: string; ownTargetId: string | null; reason: string | null };

const fieldsOf = ({ how, ownTargetId, reason }: Said, own: readonly PlanTarget[]): Fields => [
  ['how', codeValue(how)],
  ['answering-target', textValue(own.find(({ id }) => id === ownTargetId)?.name ?? null)],
  ['reason', textValue(how === 'answered' ? null : reason)],
];
