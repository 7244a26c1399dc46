/** Ủy quyền: lending a post while its holder is away. */

import type { z } from 'zod';
import type { callBackPost as CallBackPost, lendPost as LendPost } from '../../contract/accounts.ts';
import { checkLoan } from '../../core/rules/accounts.ts';
import { addDays } from '../../core/rules/calendar.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, Problem, refused } from '../problem.ts';
import { keptAccount } from './acts.ts';
import { oneAccount, requireColleague } from './facts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;

/**
 * The holder in a post of their own, or whoever keeps the holder's account, may lend it. A lent post cannot be lent on:
 * the deputy is not its holder.
 */
async function requireLender(
  tx: Tx,
  context: ActContext,
  act: 'lendPost' | 'callBackPost',
  holderId: string,
): Promise<void> {
  const { viewer } = context;
  if (holderId === viewer.accountId && viewer.deputationId === null) return;
  if (!viewer.roles.includes('administrator')) throw new Problem('forbidden', 'forbidden');
  await keptAccount(tx, context, act, holderId);
}

/** Lets somebody act in a post within dates. */
export async function lendPost(
  tx: Tx,
  input: In<typeof LendPost>,
  context: ActContext,
): Promise<{ deputationId: string }> {
  const { viewer } = context;
  const post = await tx
    .selectFrom('posts')
    .select(['id', 'account_id as holderId', 'title', 'valid_from as from', 'valid_until as until'])
    .where('id', '=', input.postId)
    .where('province_id', '=', viewer.provinceId)
    .forUpdate()
    .executeTakeFirst();
  if (!post) throw notFound();
  await requireLender(tx, context, 'lendPost', post.holderId);
  const deputy = await oneAccount(tx, viewer, input.deputyId);
  await requireColleague(tx, viewer, deputy);
  const until = addDays(input.lastDay, 1);
  const others = await tx
    .selectFrom('deputations')
    .select(['valid_from as from', 'valid_until as until'])
    .where('post_id', '=', post.id)
    .where('account_id', '=', deputy.id)
    .where('ended_at', 'is', null)
    .execute();
  const reasons = checkLoan({
    from: input.from,
    until,
    today: viewer.today,
    holderId: post.holderId,
    deputyId: deputy.id,
    deputyDisabled: deputy.disabled,
    post: {
      from: post.from === '-infinity' ? '0001-01-01' : post.from,
      until: post.until === 'infinity' ? '9999-12-31' : post.until,
    },
    others,
  });
  if (reasons.length > 0) throw refused(reasons);
  const id = context.newId();
  await tx
    .insertInto('deputations')
    .values({
      id,
      province_id: viewer.provinceId,
      post_id: post.id,
      account_id: deputy.id,
      valid_from: input.from,
      valid_until: until,
      reason: input.reason,
    })
    .execute();
  const after = { post: post.title, deputy: deputy.name, from: input.from, lastDay: input.lastDay };
  context.record({
    deed: 'post-lent',
    subjectKind: 'deputation',
    subjectId: id,
    after: { ...after, reason: input.reason },
  });
  return { deputationId: id };
}

/** Ends a deputation at once: whoever sits in it is out with the next click. */
export async function callBackPost(
  tx: Tx,
  input: In<typeof CallBackPost>,
  context: ActContext,
): Promise<{ calledBack: true }> {
  const found = await tx
    .selectFrom('deputations as d')
    .innerJoin('posts as p', 'p.id', 'd.post_id')
    .select(['d.id', 'd.ended_at as endedAt', 'd.account_id as deputyId', 'p.account_id as holderId'])
    .where('d.id', '=', input.deputationId)
    .where('d.province_id', '=', context.viewer.provinceId)
    .forUpdate('d')
    .executeTakeFirst();
  if (!found) throw notFound();
  // The deputy may give it back.
  if (found.deputyId !== context.viewer.accountId) await requireLender(tx, context, 'callBackPost', found.holderId);
  if (found.endedAt !== null) throw refused([refusal('loan-ended')]);
  await tx.updateTable('deputations').set({ ended_at: context.now }).where('id', '=', found.id).execute();
  context.record({ deed: 'post-called-back', subjectKind: 'deputation', subjectId: found.id });
  return { calledBack: true };
}
