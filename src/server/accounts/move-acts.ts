/** People who go on in another organisation, as after a merger. */

import type { z } from 'zod';
import type { movePosts as MovePosts } from '../../contract/accounts.ts';
import { mayKeep } from '../../core/rules/accounts.ts';
import { addDays } from '../../core/rules/calendar.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, Problem, refused } from '../problem.ts';
import { mayDo } from '../reach.ts';
import { keeperOf, type PostFacts, postsOf } from './facts.ts';
import { checkPost, endBefore, givePost } from './post-acts.ts';

type Input = z.input<(typeof MovePosts)['input']>;

/** Posts held in one organisation end there and begin in another under the same role and title; all of them or none. */
export async function movePosts(tx: Tx, input: Input, context: ActContext): Promise<{ moved: number }> {
  const { viewer } = context;
  const posts = await heldPosts(tx, context, input);
  if (!(await mayDo(tx, viewer, 'movePosts', input.organisationId))) throw new Problem('forbidden', 'forbidden');
  const keeper = await keeperOf(tx, viewer);
  if (
    !mayKeep(
      keeper,
      posts.map(({ role }) => ({ role, reached: true })),
    )
  )
    throw new Problem('forbidden', 'forbidden');
  if (input.on < viewer.today) throw refused([refusal('move-past', { today: viewer.today })]);
  for (const post of posts) await movePost(tx, input, context, post);
  return { moved: posts.length };
}

async function movePost(
  tx: Tx,
  { on, toOrganisationId: organisationId }: Input,
  context: ActContext,
  post: PostFacts,
): Promise<void> {
  const { id, accountId, role, title, until } = post;
  const lastDay = until === null ? null : addDays(until, -1);
  const there = { accountId, organisationId, role, title, from: on, lastDay };
  if (post.from !== null && post.from >= on) {
    await checkPost(tx, context, 'movePosts', { ...there, from: post.from });
    await tx.updateTable('posts').set({ organisation_id: organisationId }).where('id', '=', id).execute();
    context.record({ deed: 'post-moved', subjectKind: 'post', subjectId: id, after: { organisationId } });
    return;
  }
  await endBefore(tx, context, post, on);
  if ((until === null || until > on) && !(await holds(tx, context, there)))
    await givePost(tx, context, 'movePosts', there);
}

/** The posts that are named, where they are held in that organisation and not over. Throws `not-found` for any other. */
async function heldPosts(tx: Tx, { viewer }: ActContext, input: Input): Promise<PostFacts[]> {
  const rows = await tx
    .selectFrom('posts')
    .select(['id', 'account_id as accountId'])
    .where('id', 'in', [...new Set(input.postIds)])
    .where('organisation_id', '=', input.organisationId)
    .where('province_id', '=', viewer.provinceId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const wanted = new Set(rows.map(({ id }) => id));
  const all = await postsOf(tx, [...new Set(rows.map(({ accountId }) => accountId))], viewer.today);
  const held = all.filter(({ id, when }) => wanted.has(id) && when !== 'past');
  if (held.length !== new Set(input.postIds).size) throw notFound();
  return held;
}

/** Whether somebody holds that role there already on the day: then the old post only ends. */
async function holds(
  tx: Tx,
  { viewer }: ActContext,
  { accountId, organisationId, role, from }: { accountId: string; organisationId: string; role: string; from: string },
): Promise<boolean> {
  const posts = await postsOf(tx, [accountId], viewer.today);
  return posts.some(
    (post) =>
      post.organisationId === organisationId &&
      post.role === role &&
      (post.from ?? '0001-01-01') <= from &&
      (post.until ?? '9999-12-31') > from,
  );
}
