/** Somebody in whose name the operator of the server does something from the command line. */

import type { Kysely } from 'kysely';
import type { Role } from '../core/rules/access.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import type { DB } from './db/tables.generated.ts';
import type { Viewer } from './read.ts';
import { accountCalled } from './recovery.ts';

/**
 * The account called so, in the first of its posts that holds today. The log names the post and that it was done from
 * the command line. Null where there is no such account, or it sits nowhere.
 */
export async function viewerCalled(
  db: Pick<Kysely<DB>, 'selectFrom'>,
  { name, now, by }: { name: string; now: string; by: (post: string) => string },
): Promise<Viewer | null> {
  const account = await accountCalled(db, name);
  if (!account) return null;
  const province = await db
    .selectFrom('provinces')
    .select('fixed_today as fixedToday')
    .where('id', '=', account.provinceId)
    .executeTakeFirst();
  const today = province?.fixedToday ?? dayInVietnam(now);
  const posts = await db
    .selectFrom('posts')
    .select(['id', 'title', 'role', 'organisation_id as organisationId'])
    .where('account_id', '=', account.id)
    .where('valid_from', '<=', today)
    .where('valid_until', '>', today)
    .orderBy('title')
    .orderBy('id')
    .execute();
  const [first] = posts;
  if (!first) return null;
  const roles = posts.filter((post) => post.organisationId === first.organisationId).map(({ role }) => role as Role);
  return {
    accountId: account.id,
    postId: first.id,
    roles: [...new Set(roles)],
    deputationId: null,
    postTitle: by(first.title),
    organisationId: first.organisationId,
    provinceId: account.provinceId,
    today,
  };
}
