/** People of one's area, as those who keep accounts see them. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { AccountRow, listAccounts, listColleagues } from '../../contract/accounts.ts';
import { type AccountState, grantableRoles, mayKeep } from '../../core/rules/accounts.ts';
import { foldedWords } from '../../core/text/search.ts';
import { notFound } from '../problem.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { type AccountFacts, accountFacts, keeperOf, oneAccount, placesOf, reachedPlaces } from './facts.ts';
import { lastDayOf } from './views.ts';

type ListInput = z.infer<(typeof listAccounts)['input']>;
type Row = z.input<typeof AccountRow>;

const PAGE = 50;

/** Accounts with a post within reach, found by words of their name, address, titles and places. */
export async function viewAccounts(
  read: Read,
  viewer: Viewer,
  input: ListInput,
): Promise<z.input<(typeof listAccounts)['output']>> {
  const where = sql.join(filtersOf(viewer, input), sql` AND `);
  const page = input.page ?? 1;
  const { rows } = await sql<{ id: string; count: string }>`
    SELECT a.id, count(*) OVER () AS count FROM accounts a WHERE ${where}
    ORDER BY a.disabled_at NULLS FIRST, lower(a.name), a.id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`.execute(read);
  const accounts = await accountFacts(
    read,
    viewer,
    rows.map(({ id }) => id),
  );
  const shown: Row[] = [];
  for (const account of accounts) shown.push(await rowOf(read, viewer, account));
  return {
    accounts: shown,
    count: Number(rows[0]?.count ?? 0),
    pageSize: PAGE,
    grantable: grantableRoles(await keeperOf(read, viewer)),
  };
}

function filtersOf(viewer: Viewer, input: ListInput): RawBuilder<unknown>[] {
  const reached = idsReached(viewer, 'readAccounts');
  const post = (more: RawBuilder<unknown>) => sql`EXISTS (
    SELECT FROM posts p JOIN organisations o ON o.id = p.organisation_id
    WHERE p.account_id = a.id AND p.organisation_id IN ${reached} AND ${more})`;
  const filters = [sql`a.province_id = ${viewer.provinceId}`, post(sql`true`)];
  for (const word of foldedWords(input.q ?? '').slice(0, 10))
    filters.push(sql`(fold(a.name) LIKE ${`%${word}%`} OR fold(coalesce(a.email, '')) LIKE ${`%${word}%`}
      OR ${post(sql`(fold(p.title) LIKE ${`%${word}%`} OR fold(o.name) LIKE ${`%${word}%`})`)})`);
  const holds = sql`p.valid_until > ${viewer.today}`;
  if (input.role) filters.push(post(sql`${holds} AND p.role = ${input.role}`));
  if (input.organisationId)
    filters.push(
      post(sql`${holds} AND p.organisation_id IN (
        SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${input.organisationId}
          AND valid_from <= ${viewer.today} AND valid_until > ${viewer.today})`),
    );
  if (input.state) filters.push(STATES[input.state](viewer));
  return filters;
}

const held = (viewer: Viewer) =>
  sql`EXISTS (SELECT FROM posts p WHERE p.account_id = a.id AND p.valid_until > ${viewer.today})`;
const opened = sql`(a.password_hash IS NOT NULL OR EXISTS (SELECT FROM passkeys k WHERE k.account_id = a.id)
  OR EXISTS (SELECT FROM identities i WHERE i.account_id = a.id))`;

const STATES: Record<AccountState, (viewer: Viewer) => RawBuilder<unknown>> = {
  disabled: () => sql`a.disabled_at IS NOT NULL`,
  invited: () => sql`a.disabled_at IS NULL AND NOT ${opened}`,
  'without-post': (viewer) => sql`a.disabled_at IS NULL AND ${opened} AND NOT ${held(viewer)}`,
  active: (viewer) => sql`a.disabled_at IS NULL AND ${opened} AND ${held(viewer)}`,
};

const stateOf = ({ disabled, opened: isOpened, posts }: AccountFacts): AccountState => {
  if (disabled) return 'disabled';
  if (!isOpened) return 'invited';
  return posts.some(({ when }) => when !== 'past') ? 'active' : 'without-post';
};

/** One account as the list shows it. Throws `not-found` where none of its posts is within reach. */
export async function viewAccount(read: Read, viewer: Viewer, { accountId }: { accountId: string }): Promise<Row> {
  return rowOf(read, viewer, await oneAccount(read, viewer, accountId));
}

async function rowOf(read: Read, viewer: Viewer, account: AccountFacts): Promise<Row> {
  const keeper = await keeperOf(read, viewer);
  const reached = await reachedPlaces(read, viewer, 'readAccounts', account.posts);
  const seen = account.posts.flatMap((post, at) => {
    const place = reached[at];
    return place?.reached ? [{ post, place }] : [];
  });
  if (seen.length === 0) throw notFound();
  const all = await reachedPlaces(read, viewer, 'editAccount', await placesOf(read, account, viewer.today));
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    state: stateOf(account),
    version: account.version,
    posts: seen.map(({ post, place }) => ({
      id: post.id,
      organisation: { id: post.organisationId, name: post.organisationName },
      role: post.role,
      title: post.title,
      from: post.from,
      lastDay: lastDayOf(post.until),
      when: post.when,
      mayEnd: post.when !== 'past' && mayKeep(keeper, [place]),
    })),
    postsElsewhere: account.posts.length - seen.length,
    mayKeep: mayKeep(keeper, all),
  };
}

/** People around with their posts of today; at most 40, found by words. */
export async function viewColleagues(
  read: Read,
  viewer: Viewer,
  { q }: { q?: string | undefined },
): Promise<z.input<(typeof listColleagues)['output']>> {
  const words = foldedWords(q ?? '').slice(0, 10);
  const filters = [
    sql`p.organisation_id IN ${idsReached(viewer, 'readColleagues')}`,
    sql`p.valid_from <= ${viewer.today} AND p.valid_until > ${viewer.today}`,
    sql`a.disabled_at IS NULL AND a.id <> ${viewer.accountId}`,
    ...words.map((word) => sql`fold(a.name || ' ' || p.title || ' ' || o.name) LIKE ${`%${word}%`}`),
  ];
  const { rows } = await sql<{ accountId: string; name: string; title: string; organisationName: string }>`
    SELECT DISTINCT ON (a.name, a.id) a.id AS "accountId", a.name, p.title, o.name AS "organisationName"
    FROM accounts a JOIN posts p ON p.account_id = a.id JOIN organisations o ON o.id = p.organisation_id
    WHERE ${sql.join(filters, sql` AND `)} ORDER BY a.name, a.id, p.title LIMIT 40`.execute(read);
  return { colleagues: rows };
}
