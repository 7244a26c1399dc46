/** What supervisors say of a movement that was opened to them, and what is answered. */

import type { z } from 'zod';
import type {
  answerComment as AnswerComment,
  commentOnMovement as CommentOnMovement,
} from '../../contract/supervision.ts';
import { refusal } from '../../core/rules/refusal.ts';
import { checkComment } from '../../core/rules/supervision.ts';
import type { ActContext, Tx } from '../act.ts';
import { movementFacts } from '../movements/facts.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import { reaches } from '../reach.ts';
import { type CommentOut, viewComment } from './views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;

/** Says something about a movement that is open to supervision. */
export async function commentOnMovement(
  tx: Tx,
  { movementId, text }: In<typeof CommentOnMovement>,
  context: ActContext,
): Promise<CommentOut> {
  const { viewer, scopes, now, newId, record } = context;
  // Comments of one movement take turns, so that their number holds.
  await tx.selectFrom('movements').select('id').where('id', '=', movementId).forUpdate().execute();
  const movement = await movementFacts(tx, viewer, movementId);
  if (!(await reaches(tx, viewer, scopes, movement.organisationId))) throw new Problem('forbidden', 'forbidden');
  const { count } = await tx
    .selectFrom('movement_comments')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('movement_id', '=', movementId)
    .executeTakeFirstOrThrow();
  const open = movement.openedAt !== null;
  const refusals = checkComment({ open, archived: movement.archivedAt !== null, count: Number(count) });
  if (refusals.length > 0) throw refused(refusals);
  const id = newId();
  await tx
    .insertInto('movement_comments')
    .values({
      id,
      province_id: viewer.provinceId,
      movement_id: movementId,
      organisation_id: viewer.organisationId,
      at: now,
      by_account: viewer.accountId,
      by_post: viewer.postTitle,
      text,
    })
    .execute();
  record({ deed: 'movement-commented', subjectKind: 'comment', subjectId: id, after: { movementId, text } });
  return viewComment(tx, id);
}

/** Answers a comment; an answer may be written anew, and the earlier one stays in the audit log. */
export async function answerComment(
  tx: Tx,
  { commentId, version, text }: In<typeof AnswerComment>,
  context: ActContext,
): Promise<CommentOut> {
  const { viewer, scopes, now, record } = context;
  const comment = await tx
    .selectFrom('movement_comments')
    .select(['movement_id as movementId', 'version', 'answer'])
    .where('id', '=', commentId)
    .where('province_id', '=', viewer.provinceId)
    .forUpdate()
    .executeTakeFirst();
  if (!comment) throw notFound();
  const movement = await movementFacts(tx, viewer, comment.movementId);
  if (!(await reaches(tx, viewer, scopes, movement.organisationId))) throw new Problem('forbidden', 'forbidden');
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  if (comment.version !== version) throw stale(await viewComment(tx, commentId));
  await tx
    .updateTable('movement_comments')
    .set((row) => ({
      answer: text,
      answered_at: now,
      answered_by_post: viewer.postTitle,
      version: row('version', '+', 1),
    }))
    .where('id', '=', commentId)
    .execute();
  const before = { answer: comment.answer };
  record({ deed: 'comment-answered', subjectKind: 'comment', subjectId: commentId, before, after: { answer: text } });
  return viewComment(tx, commentId);
}
