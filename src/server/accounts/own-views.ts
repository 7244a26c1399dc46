import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { DeputationView } from '../../contract/accounts.ts';
import type { OwnAccount } from '../../contract/own-account.ts';
import { addDays } from '../../core/rules/calendar.ts';
import type { Read, Viewer } from '../read.ts';
import { postsOf } from './facts.ts';
import { lastDayOf } from './views.ts';

/** One's own account: ways to sign in, sessions, posts, deputations. */
export async function viewOwnAccount(read: Read, viewer: Viewer): Promise<z.input<typeof OwnAccount>> {
  const { accountId } = viewer;
  const account = await read
    .selectFrom('accounts')
    .select(['name', 'email', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const sessions = await read
    .selectFrom('sessions')
    .select(['id', 'device', 'address', 'created_at as since', 'seen_at as seenAt'])
    .where('account_id', '=', accountId)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute();
  const passkeys = await read
    .selectFrom('passkeys')
    .select(['id', 'name', 'made_at as madeAt', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .orderBy('made_at')
    .execute();
  const identities = await read
    .selectFrom('identities')
    .select(['id', 'issuer', 'linked_at as linkedAt'])
    .where('account_id', '=', accountId)
    .orderBy('linked_at')
    .execute();
  const posts = await postsOf(read, [accountId], viewer.today);
  return {
    name: account.name,
    email: account.email,
    hasPassword: account.passwordHash !== null,
    posts: posts.map((post) => ({
      id: post.id,
      organisation: { id: post.organisationId, name: post.organisationName },
      role: post.role,
      title: post.title,
      from: post.from,
      lastDay: lastDayOf(post.until),
      when: post.when,
    })),
    lent: await loans(read, viewer, sql`p.account_id = ${accountId}`),
    borrowed: await loans(read, viewer, sql`d.account_id = ${accountId}`),
    sessions: sessions.map((one) => ({ ...one, current: one.id === viewer.sessionId })),
    passkeys,
    oneTimeCodes: await codesOf(read, accountId),
    identities,
  };
}

async function codesOf(read: Read, accountId: string): Promise<{ on: boolean; recoveryCodesLeft: number }> {
  const on = await read
    .selectFrom('one_time_codes')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  const { left } = await read
    .selectFrom('recovery_codes')
    .select((row) => row.fn.countAll<string>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { on: on !== undefined, recoveryCodesLeft: Number(left) };
}

/** Deputations that are not over, the next to end first. */
export async function loans(
  read: Read,
  viewer: Pick<Viewer, 'today'>,
  whose: RawBuilder<unknown>,
): Promise<z.input<typeof DeputationView>[]> {
  const { rows } = await sql<{
    id: string;
    postTitle: string;
    organisationName: string;
    deputy: string;
    from: string;
    until: string;
    reason: string | null;
  }>`
    SELECT d.id, p.title AS "postTitle", o.name AS "organisationName", a.name AS deputy, d.valid_from AS "from",
      d.valid_until AS until, d.reason
    FROM deputations d JOIN posts p ON p.id = d.post_id JOIN organisations o ON o.id = p.organisation_id
      JOIN accounts a ON a.id = d.account_id
    WHERE ${whose} AND d.ended_at IS NULL AND d.valid_until > ${viewer.today}
    ORDER BY d.valid_until, d.id LIMIT 100`.execute(read);
  return rows.map(({ until, ...row }) => ({
    ...row,
    lastDay: addDays(until, -1),
    when: row.from > viewer.today ? 'future' : 'now',
  }));
}
