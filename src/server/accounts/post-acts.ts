/** Giving posts and ending them. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { AccountRow, addPost as AddPost, endPost as EndPost } from '../../contract/accounts.ts';
import type { ActName, Role } from '../../core/rules/access.ts';
import { type AccountWarning, accountWarnings, checkGrant, mayKeep } from '../../core/rules/accounts.ts';
import { addDays } from '../../core/rules/calendar.ts';
import type { OrganisationKind } from '../../core/rules/organisations.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, Problem, refused } from '../problem.ts';
import { mayDo } from '../reach.ts';
import { keeperOf, oneAccount, type PostFacts, reachedPlaces, rolesOf } from './facts.ts';
import { viewAccount } from './list-views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Row = z.input<typeof AccountRow>;

export type PostWanted = {
  accountId: string;
  organisationId: string;
  role: Role;
  title: string;
  from: string | null;
  lastDay: string | null;
};

/** Gives a post where the viewer may; refuses with all reasons. The id of the post. */
export async function givePost(tx: Tx, context: ActContext, act: ActName, post: PostWanted): Promise<string> {
  return insertPost(tx, context, { ...post, until: await checkPost(tx, context, act, post) });
}

/** Throws with all reasons why the viewer may not give a post; else the day on which it is over. */
export async function checkPost(tx: Tx, context: ActContext, act: ActName, post: PostWanted): Promise<string | null> {
  const { viewer } = context;
  const organisation = await tx
    .selectFrom('organisations')
    .select(['name', 'kind', 'valid_until as validUntil'])
    .where('id', '=', post.organisationId)
    .where('province_id', '=', viewer.provinceId)
    .executeTakeFirst();
  if (!organisation) throw notFound();
  const until = post.lastDay === null ? null : addDays(post.lastDay, 1);
  const same = await tx
    .selectFrom('posts')
    .select([sql<string>`greatest(valid_from, '0001-01-01')`.as('from')])
    .select([sql<string>`least(valid_until, '9999-12-31')`.as('until')])
    .where('account_id', '=', post.accountId)
    .where('organisation_id', '=', post.organisationId)
    .where('role', '=', post.role)
    .where('valid_until', '>', viewer.today)
    .execute();
  const reached = await mayDo(tx, viewer, act, post.organisationId);
  const wanted = {
    role: post.role,
    reached,
    organisation: { ...organisation, kind: organisation.kind as OrganisationKind },
    from: post.from,
    until,
    same,
  };
  const reasons = checkGrant(await keeperOf(tx, viewer), wanted);
  if (!reached) throw new Problem('forbidden', 'forbidden');
  if (reasons.length > 0) throw refused(reasons);
  return until;
}

/** Writes a post down, with its line in the log. */
export async function insertPost(
  tx: Tx,
  context: ActContext,
  { lastDay: _, ...post }: PostWanted & { until: string | null },
): Promise<string> {
  const id = context.newId();
  await tx
    .insertInto('posts')
    .values({
      id,
      province_id: context.viewer.provinceId,
      account_id: post.accountId,
      organisation_id: post.organisationId,
      role: post.role,
      title: post.title,
      valid_from: post.from ?? '-infinity',
      valid_until: post.until ?? 'infinity',
    })
    .execute();
  context.record({ deed: 'post-given', subjectKind: 'post', subjectId: id, after: post });
  return id;
}

/** Gives an account one more post: to somebody whom one sees, with a post one may give. */
export async function addPost(
  tx: Tx,
  input: In<typeof AddPost>,
  context: ActContext,
): Promise<{ account: Row; warnings: AccountWarning[] }> {
  const { viewer } = context;
  await viewAccount(tx, viewer, input);
  const account = await oneAccount(tx, viewer, input.accountId);
  if (account.disabled) throw refused([refusal('account-disabled')]);
  await givePost(tx, context, 'addPost', input);
  const after = await oneAccount(tx, viewer, input.accountId);
  return { account: await viewAccount(tx, viewer, input), warnings: accountWarnings(rolesOf(after)) };
}

/** Lets a post end after a day. One of one's own as administrator goes by hand-over, so that somebody is left. */
export async function endPost(tx: Tx, input: In<typeof EndPost>, context: ActContext): Promise<Row> {
  const { viewer } = context;
  const found = await tx
    .selectFrom('posts')
    .select(['account_id as accountId', 'valid_from as from'])
    .where('id', '=', input.postId)
    .where('province_id', '=', viewer.provinceId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound();
  const account = await oneAccount(tx, viewer, found.accountId);
  const post = account.posts.find(({ id }) => id === input.postId);
  if (!post) throw notFound();
  const [place] = await reachedPlaces(tx, viewer, 'endPost', [post]);
  if (!place?.reached || !mayKeep(await keeperOf(tx, viewer), [place])) throw new Problem('forbidden', 'forbidden');
  if (post.when === 'past') throw refused([refusal('post-not-there')]);
  if (account.id === viewer.accountId && post.role === 'administrator')
    throw refused([refusal('post-own-administrator')]);
  const until = addDays(input.lastDay, 1);
  if (post.from !== null && until <= post.from) throw refused([refusal('post-dates')]);
  await closePost(tx, context, { id: post.id, until });
  return viewAccount(tx, viewer, { accountId: account.id });
}

/** Lets a post that has begun by then end on a day, and its loans with it; one that ends before stays as it is. */
export async function endBefore(
  tx: Tx,
  context: Pick<ActContext, 'record' | 'now'>,
  { id, until }: Pick<PostFacts, 'id' | 'until'>,
  on: string,
): Promise<void> {
  if (until !== null && until <= on) return;
  await closePost(tx, context, { id, until: on });
  const loans = tx.updateTable('deputations').where('post_id', '=', id).where('ended_at', 'is', null);
  await loans.set({ valid_until: on }).where('valid_from', '<', on).where('valid_until', '>', on).execute();
  await loans.set({ ended_at: context.now }).where('valid_from', '>=', on).execute();
}

/** Sets the end of a post, with its line in the log; loans of it end with it by themselves. */
export async function closePost(
  tx: Tx,
  context: Pick<ActContext, 'record'>,
  { id, until }: { id: string; until: string },
): Promise<void> {
  await tx.updateTable('posts').set({ valid_until: until }).where('id', '=', id).execute();
  context.record({ deed: 'post-ended', subjectKind: 'post', subjectId: id, after: { until } });
}
