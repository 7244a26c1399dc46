/** Bàn giao: all open work and all posts of an account to a successor, in one act. */

import type { z } from 'zod';
import type { handOver as HandOver, HandOverRecord } from '../../contract/accounts.ts';
import { checkHandOver } from '../../core/rules/accounts.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused } from '../problem.ts';
import { keptAccount } from './acts.ts';
import { type AccountFacts, oneAccount, requireColleague } from './facts.ts';
import { openWork } from './hand-over-facts.ts';
import { closePost, insertPost } from './post-acts.ts';

type Input = z.input<(typeof HandOver)['input']>;

/** What other features pass on in the same act; given by the api table. */
export type PassOn = {
  readings: (tx: Tx, context: ActContext, people: { fromId: string; toId: string; toPost: string }) => Promise<number>;
  tasks: (
    tx: Tx,
    context: ActContext,
    asked: { organisationIds: readonly string[]; before: string; after: string },
  ) => Promise<number>;
};

/**
 * Hands over: posts and the loans of them end on the day and the posts begin for the successor, open readings and tasks change
 * hands at once. Whoever hands over their own account may; else who keeps both.
 */
export async function handOver(
  tx: Tx,
  input: Input,
  context: ActContext,
  passOn: PassOn,
): Promise<{ handOverId: string }> {
  const { viewer, newId, now } = context;
  const own = input.accountId === viewer.accountId && viewer.deputationId === null;
  const from = own
    ? await oneAccount(tx, viewer, input.accountId)
    : await keptAccount(tx, context, 'handOver', input.accountId);
  const to = await oneAccount(tx, viewer, input.toAccountId);
  await requireColleague(tx, viewer, to, { orHeld: true });
  const held = from.posts.filter(({ when }) => when !== 'past');
  const work = await openWork(tx, viewer, from, input.persons?.before ?? null);
  const reasons = checkHandOver({
    fromId: from.id,
    toId: to.id,
    toDisabled: to.disabled,
    on: input.on,
    today: viewer.today,
    items: held.length + work.readings.length + work.tasks.length,
  });
  if (reasons.length > 0) throw refused(reasons);
  await movePosts(tx, context, { held, to, on: input.on });
  const toPost = held[0]?.title ?? to.posts[0]?.title ?? to.name;
  await passOn.readings(tx, context, { fromId: from.id, toId: to.id, toPost });
  if (input.persons !== null)
    await passOn.tasks(tx, context, {
      organisationIds: held.map(({ organisationId }) => organisationId),
      ...input.persons,
    });
  const organisationId = held[0]?.organisationId ?? from.posts[0]?.organisationId;
  if (organisationId === undefined) throw notFound();
  const record: z.input<typeof HandOverRecord> = { ...work, to: { name: to.name } };
  const id = newId();
  await tx
    .insertInto('hand_overs')
    .values({
      id,
      province_id: viewer.provinceId,
      from_account_id: from.id,
      to_account_id: to.id,
      organisation_id: organisationId,
      on_date: input.on,
      reason: input.reason,
      record: JSON.stringify(record),
      at: now,
      by_post: viewer.postTitle,
    })
    .execute();
  context.record({
    deed: 'handed-over',
    subjectKind: 'account',
    subjectId: from.id,
    after: { handOver: id, ...record },
  });
  return { handOverId: id };
}

type Moving = { held: AccountFacts['posts']; to: AccountFacts; on: string };

async function movePosts(tx: Tx, context: ActContext, { held, to, on }: Moving): Promise<void> {
  for (const post of held) {
    const has = to.posts.some(
      (other) => other.organisationId === post.organisationId && other.role === post.role && other.when !== 'past',
    );
    // One that has not begun by then never begins: it only changes hands.
    const starts = post.from !== null && post.from >= on ? post.from : on;
    if (post.from !== null && post.from >= on) await dropFuture(tx, context, post.id);
    else await closePost(tx, context, { id: post.id, until: on });
    if (!has)
      await insertPost(tx, context, { ...post, accountId: to.id, from: starts, until: post.until, lastDay: null });
    await endLoans(tx, context, { postId: post.id, on });
  }
}

/** Loans of a post hold until the day it goes over; those that would begin then or later never do. */
async function endLoans(tx: Tx, { now }: ActContext, { postId, on }: { postId: string; on: string }): Promise<void> {
  const loans = tx.updateTable('deputations').where('post_id', '=', postId).where('ended_at', 'is', null);
  await loans.set({ valid_until: on }).where('valid_from', '<', on).where('valid_until', '>', on).execute();
  await loans.set({ ended_at: now }).where('valid_from', '>=', on).execute();
}

/** A post that has not begun has left no trace; loans of it go with it. */
async function dropFuture(tx: Tx, context: ActContext, postId: string): Promise<void> {
  await tx.deleteFrom('deputations').where('post_id', '=', postId).execute();
  await tx.deleteFrom('posts').where('id', '=', postId).execute();
  context.record({ deed: 'post-dropped', subjectKind: 'post', subjectId: postId });
}
