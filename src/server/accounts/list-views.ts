/** People of one's area, as those who keep accounts see them. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { AccountRow, listAccounts, listColleagues } from '../../contract/accounts.ts';
import { type AccountState, grantableRoles, type Keeper, mayKeep, type PostPlace } from '../../core/rules/accounts.ts';
import { foldedWords } from '../../core/text/search.ts';
import { notFound } from '../problem.ts';
import { idsReached, mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { type AccountFacts, accountFacts, keeperOf, oneAccount, type PostFacts, placesOf } from './facts.ts';
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
  const words = foldedWords(input.q ?? '').slice(0, 10);
  const where = sql.join(filtersOf(viewer, input, words), sql` AND `);
  const page = input.page ?? 1;
  // What their posts are called is put together only where somebody searches.
  const called = words.length === 0 ? sql`''` : sql`string_agg(fold(p.title || ' ' || o.name), ' ')`;
  const { rows } = await sql<{ id: string; count: string }>`
    SELECT a.id, count(*) OVER () AS count FROM accounts a
    JOIN (SELECT p.account_id, ${called} AS called FROM posts p JOIN organisations o ON o.id = p.organisation_id
      WHERE p.organisation_id IN ${idsReached(viewer, 'readAccounts')} GROUP BY p.account_id) seen ON seen.account_id = a.id
    WHERE ${where}
    ORDER BY a.disabled_at NULLS FIRST, lower(a.name), a.id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`.execute(read);
  const accounts = await accountFacts(
    read,
    viewer,
    rows.map(({ id }) => id),
  );
  const keeper = await keeperOf(read, viewer);
  const reached = reachedOnce(read, viewer);
  const shown: Row[] = [];
  for (const account of accounts) shown.push(await rowOf(read, viewer, { account, keeper, reached }));
  return {
    accounts: shown,
    count: Number(rows[0]?.count ?? 0),
    pageSize: PAGE,
    grantable: grantableRoles(keeper),
  };
}

function filtersOf(viewer: Viewer, input: ListInput, words: readonly string[]): RawBuilder<unknown>[] {
  const reached = idsReached(viewer, 'readAccounts');
  const post = (more: RawBuilder<unknown>) => sql`EXISTS (
    SELECT FROM posts p WHERE p.account_id = a.id AND p.organisation_id IN ${reached} AND ${more})`;
  const filters = [sql`a.province_id = ${viewer.provinceId}`];
  if (words.length > 0)
    filters.push(sql`fold(a.name || ' ' || coalesce(a.email, '')) || ' ' || seen.called
      LIKE ALL (${words.map((word) => `%${word}%`)}::text[])`);
  const holds = sql`p.valid_until > ${viewer.today}`;
  if (input.role) filters.push(post(sql`${holds} AND p.role = ${input.role}`));
  if (input.organisationId)
    filters.push(
      // One that has ended is over in the tree too, and may still have people.
      post(sql`${holds} AND (p.organisation_id = ${input.organisationId} OR p.organisation_id IN (
        SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${input.organisationId}
          AND valid_from <= ${viewer.today} AND valid_until > ${viewer.today}))`),
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
  const account = await oneAccount(read, viewer, accountId);
  return rowOf(read, viewer, {
    account,
    keeper: await keeperOf(read, viewer),
    reached: reachedOnce(read, viewer),
  });
}

/** Asks about each place once, for a list of people who mostly share theirs. Whoever may see accounts there may keep them there. */
function reachedOnce(read: Read, viewer: Viewer): (organisationId: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (organisationId) => {
    const asked = known.get(organisationId) ?? mayDo(read, viewer, 'readAccounts', organisationId);
    known.set(organisationId, asked);
    return asked;
  };
}

type Shown = { account: AccountFacts; keeper: Keeper; reached: (organisationId: string) => Promise<boolean> };

async function rowOf(read: Read, viewer: Viewer, { account, keeper, reached }: Shown): Promise<Row> {
  const seen: { post: PostFacts; place: PostPlace }[] = [];
  for (const post of account.posts)
    if (await reached(post.organisationId)) seen.push({ post, place: { role: post.role, reached: true } });
  if (seen.length === 0) throw notFound();
  const all: PostPlace[] = [];
  for (const { role, organisationId } of await placesOf(read, account, viewer.today))
    all.push({ role, reached: await reached(organisationId) });
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
      mayEnd:
        post.when !== 'past' &&
        mayKeep(keeper, [place]) &&
        // One's own as administrator goes by hand-over.
        !(post.role === 'administrator' && account.id === viewer.accountId),
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
