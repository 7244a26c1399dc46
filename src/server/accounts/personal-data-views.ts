import { sql } from 'kysely';
import type { z } from 'zod';
import type { PersonalData } from '../../contract/personal-data.ts';
import { type ActName, scopesOf } from '../../core/rules/access.ts';
import { notFound, Problem } from '../problem.ts';
import { reaches } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

type Output = z.input<typeof PersonalData>;

/**
 * Throws where the viewer may not ask about an account: one's own is always there, another's where it holds or held a
 * post within the reach of the right.
 */
export async function requireAccount(read: Read, viewer: Viewer, act: ActName, accountId: string): Promise<void> {
  const account = await read
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', accountId)
    .where('province_id', '=', viewer.provinceId)
    .executeTakeFirst();
  const scopes = scopesOf(act, viewer.roles);
  if (accountId === viewer.accountId && scopes.includes('self')) return;
  const wide = scopes.filter((scope) => scope !== 'self');
  if (accountId === viewer.accountId && wide.length > 0) return;
  if (wide.length === 0) throw new Problem('forbidden', 'forbidden');
  if (!account) throw notFound();
  const posts = await read
    .selectFrom('posts')
    .select('organisation_id as id')
    .distinct()
    .where('account_id', '=', accountId)
    .execute();
  for (const { id } of posts) if (await reaches(read, viewer, wide, id)) return;
  throw notFound();
}

/** What is kept about an account. Asked only by acts that write down that somebody looked. */
export async function viewPersonalData(read: Read, accountId: string): Promise<Output> {
  const account = await read
    .selectFrom('accounts')
    .select(['id', 'name', 'email', 'created_at as createdAt', 'disabled_at as disabledAt'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!account) throw notFound();
  const posts = await read
    .selectFrom('posts as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['p.title', 'p.role', 'o.id', 'o.name', 'p.valid_from as from', 'p.valid_until as until'])
    .where('p.account_id', '=', accountId)
    .orderBy('p.valid_from')
    .execute();
  const sessions = await read
    .selectFrom('sessions')
    .select(['created_at as createdAt', 'seen_at as seenAt', 'address', 'device'])
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .execute();
  return {
    account,
    posts: posts.map(({ title, role, id, name, from, until }) => ({
      title,
      role,
      organisation: { id, name },
      from: bounded(from),
      until: bounded(until),
    })),
    sessions,
    log: await logCounts(read, account),
    elsewhere: await elsewhere(read, accountId),
  };
}

const bounded = (day: string): string | null => (day.includes('infinity') ? null : day);

type Account = { id: string; email: string | null };

/** Entries whose details are about the account: by its id, or with its address in them. */
export const isAbout = ({ id, email }: Account) =>
  sql<boolean>`((e.subject_kind = 'account' AND e.subject_id = ${id})
    OR position(${id} IN p.payload) > 0 ${email ? sql`OR position(${email} IN p.payload) > 0` : sql``})`;

async function logCounts(read: Read, account: Account): Promise<Output['log']> {
  const { rows } = await sql<Output['log']>`SELECT
      count(*) FILTER (WHERE e.account_id = ${account.id})::int AS deeds,
      count(*) FILTER (WHERE e.account_id = ${account.id} AND p.origin IS NOT NULL)::int AS origins,
      count(*) FILTER (WHERE p.payload IS NOT NULL AND ${isAbout(account)})::int AS about
    FROM audit_entries e JOIN audit_payloads p ON p.province_id = e.province_id AND p.seq = e.seq`.execute(read);
  return rows[0] ?? { deeds: 0, origins: 0, about: 0 };
}

/** Every table with a key to accounts, from the catalogue of the database, so that none is forgotten. */
async function elsewhere(read: Read, accountId: string): Promise<Output['elsewhere']> {
  const { rows: keys } = await sql<{ table: string; columns: string[] }>`
    SELECT c.conrelid::regclass::text AS "table", array_agg(a.attname::text ORDER BY a.attname) AS columns
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'accounts'::regclass
    GROUP BY 1 ORDER BY 1`.execute(read);
  const found: Output['elsewhere'] = [];
  for (const { table, columns } of keys) {
    if (table === 'posts' || table === 'sessions') continue;
    const own = sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${accountId}`),
      sql` OR `,
    );
    const { rows } = await sql<{
      rows: number;
    }>`SELECT count(*)::int AS rows FROM ${sql.table(table)} WHERE ${own}`.execute(read);
    if ((rows[0]?.rows ?? 0) > 0) found.push({ table, rows: rows[0]?.rows ?? 0 });
  }
  return found;
}
