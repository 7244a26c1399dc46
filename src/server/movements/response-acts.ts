/** How units answer the movements of their superiors: kế hoạch riêng, lồng ghép, không áp dụng. */

import type { z } from 'zod';
import type {
  respondToMovement as RespondToMovement,
  withdrawResponse as WithdrawResponse,
} from '../../contract/movement-acts.ts';
import type { ResponseView } from '../../contract/movements.ts';
import { changesBetween, codeValue, type Fields, textValue } from '../../core/rules/history.ts';
import { checkResponse } from '../../core/rules/movements.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { idsAbove, organisationFacts } from '../organisations/facts.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import { reaches } from '../reach.ts';
import { launcherIds, movementFacts } from './facts.ts';
import { keepHistory } from './history-acts.ts';
import { hasAnswered } from './make-acts.ts';
import { viewResponse } from './views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Answer = z.input<typeof ResponseView>;

/** Answers a superior's movement for one's own organisation or one below. */
export async function respondToMovement(
  tx: Tx,
  input: In<typeof RespondToMovement>,
  context: ActContext,
): Promise<Answer> {
  const { viewer } = context;
  const answered = await movementFacts(tx, viewer, input.movementId);
  const [answerer] = await organisationFacts(tx, viewer, [input.organisationId]);
  if (!answerer) throw notFound();
  if (!(await reaches(tx, context.viewer, context.scopes, answerer.id))) throw new Problem('forbidden', 'forbidden');
  if (answered.archivedAt !== null) throw refused([refusal('movement-archived')]);
  const answering =
    input.answeringMovementId === null || input.how === 'not-applicable'
      ? null
      : await movementFacts(tx, viewer, input.answeringMovementId);
  const refusals = checkResponse({
    how: input.how,
    reason: input.reason,
    answered: { id: answered.id, launcherIds: launcherIds(answered) },
    answerer: { id: answerer.id, name: answerer.name, above: await idsAbove(tx, answerer.id, viewer.today) },
    answering: answering && { id: answering.id, launcherIds: launcherIds(answering) },
    already: await hasAnswered(tx, answered.id, answerer.id),
  });
  if (refusals.length > 0) throw refused(refusals);
  const id = context.newId();
  await tx
    .insertInto('movement_responses')
    .values({
      id,
      province_id: viewer.provinceId,
      answered_id: answered.id,
      organisation_id: answerer.id,
      how: input.how,
      answering_id: answering?.id ?? null,
      reason: input.reason,
      at: context.now,
      by_account: viewer.accountId,
      by_post: viewer.postTitle,
    })
    .execute();
  const fields = answerFields({ how: input.how, answering: answering?.title ?? null, reason: input.reason });
  await keepHistory(tx, context, [
    {
      movementId: answered.id,
      deed: 'answered',
      subject: 'response',
      subjectId: id,
      subjectName: answerer.name,
      changes: changesBetween(null, fields),
    },
  ]);
  return viewResponse(tx, viewer, id);
}

/** Takes an answer back. */
export async function withdrawResponse(
  tx: Tx,
  input: In<typeof WithdrawResponse>,
  context: ActContext,
): Promise<{ withdrawn: true }> {
  const { viewer } = context;
  const found = await tx
    .selectFrom('movement_responses as r')
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
    .leftJoin('movements as m', 'm.id', 'r.answering_id')
    .select(['r.version', 'r.answered_id as answeredId', 'r.organisation_id as organisationId', 'r.how', 'r.reason'])
    .select(['o.name', 'm.title as answering'])
    .where('r.id', '=', input.responseId)
    .where('r.province_id', '=', viewer.provinceId)
    .forUpdate('r')
    .executeTakeFirst();
  if (!found) throw notFound();
  if (!(await reaches(tx, context.viewer, context.scopes, found.organisationId)))
    throw new Problem('forbidden', 'forbidden');
  if (found.version !== input.version) throw stale(await viewResponse(tx, viewer, input.responseId));
  await tx.deleteFrom('movement_responses').where('id', '=', input.responseId).execute();
  await keepHistory(tx, context, [
    {
      movementId: found.answeredId,
      deed: 'withdrawn',
      subject: 'response',
      subjectId: input.responseId,
      subjectName: found.name,
      changes: changesBetween(answerFields(found), null),
    },
  ]);
  return { withdrawn: true };
}

const answerFields = (answer: { how: string; answering: string | null; reason: string | null }): Fields => [
  ['how', codeValue(answer.how)],
  ['answering-movement', textValue(answer.answering)],
  ['reason', textValue(answer.reason)],
];
