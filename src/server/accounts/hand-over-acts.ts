/** Bàn giao: all open work and all posts of an account to a successor, in one act. */

import type { z } from 'zod';
import type { handOver as HandOver, HandOverRecord } from '../../contract/accounts.ts';
import { checkHandOver } from '../../core/rules/accounts.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused } from '../problem.ts';
import { keptAccount } from './acts.ts';
import { type AccountFacts, oneAccount, requireColleague } from './facts.ts';
import { openWork } from './hand-over-facts.ts';
import { endBefore, insertPost } from './post-acts.ts';

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
  await passPosts(tx, context, { held, to, on: input.on });
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

async function passPosts(tx: Tx, context: ActContext, { held, to, on }: Moving): Promise<void> {
  const ends = await endsOf(
    tx,
    held.map(({ organisationId }) => organisationId),
  );
  for (const post of held) {
    const has = to.posts.some(
      (other) => other.organisationId === post.organisationId && other.role === post.role && other.when !== 'past',
    );
    // One that has not begun by then only changes hands; whoever sits in it is out, since it is no longer theirs.
    if (post.from !== null && post.from >= on) {
      await changeHands(tx, context, { postId: post.id, to });
      continue;
    }
    await endBefore(tx, context, post, on);
    // Nobody begins in an organisation that is over by then, nor in a post that is.
    const ended = [ends.get(post.organisationId), post.until].some((end) => end != null && end <= on);
    if (!has && !ended)
      await insertPost(tx, context, { ...post, accountId: to.id, from: on, until: post.until, lastDay: null });
  }
}

async function changeHands(
  tx: Tx,
  { now, record }: ActContext,
  { postId, to }: { postId: string; to: AccountFacts },
): Promise<void> {
  await tx.updateTable('posts').set({ account_id: to.id }).where('id', '=', postId).execute();
  await tx
    .updateTable('deputations')
    .set({ ended_at: now })
    .where('post_id', '=', postId)
    .where('ended_at', 'is', null)
    .execute();
  record({ deed: 'post-passed-on', subjectKind: 'post', subjectId: postId, after: { accountId: to.id } });
}

/** First day on which each of these no longer exists; absent for those without an end. */
async function endsOf(tx: Tx, organisationIds: readonly string[]): Promise<Map<string, string>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'valid_until as until'])
    .where('id', 'in', [...organisationIds])
    .where('valid_until', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, until }) => [id, until ?? '9999-12-31']));
}
