/** What rules and other features need to know of accounts and posts. */

import { type ActName, ROLES, type Role } from '../../core/rules/access.ts';
import type { Keeper } from '../../core/rules/accounts.ts';
import { notFound } from '../problem.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

/** Days without an end, as PostgreSQL's driver hands them over. */
const NEVER = '9999-12-31';
export const openFrom = (date: string): string | null => (date === '-infinity' ? null : date);
export const openUntil = (date: string): string | null => (date === 'infinity' ? null : date);

export type PostFacts = {
  id: string;
  accountId: string;
  organisationId: string;
  organisationName: string;
  role: Role;
  title: string;
  /** First day; null where it was always so. */
  from: string | null;
  /** First day on which it no longer holds; null where no end is set. */
  until: string | null;
  when: 'past' | 'now' | 'future';
};

export type AccountFacts = {
  id: string;
  name: string;
  email: string | null;
  version: number;
  disabled: boolean;
  /** Whether its person has ever chosen a way in. */
  opened: boolean;
  posts: PostFacts[];
};

const postColumns = [
  'p.id',
  'p.account_id as accountId',
  'p.organisation_id as organisationId',
  'o.name as organisationName',
  'p.role',
  'p.title',
  'p.valid_from as from',
  'p.valid_until as until',
] as const;

/** Posts of these accounts, those that hold longest first. */
export async function postsOf(read: Read, accountIds: readonly string[], today: string): Promise<PostFacts[]> {
  if (accountIds.length === 0) return [];
  const rows = await read
    .selectFrom('posts as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select([...postColumns])
    .where('p.account_id', 'in', [...accountIds])
    .orderBy('p.valid_until', 'desc')
    .orderBy('p.title')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => {
    const [from, until] = [openFrom(row.from), openUntil(row.until)];
    const when = (until ?? NEVER) <= today ? 'past' : from !== null && from > today ? 'future' : 'now';
    return { ...row, role: row.role as Role, from, until, when };
  });
}

/** Accounts of the viewer's province by id, with all their posts; those of others are not there. */
export async function accountFacts(read: Read, viewer: Viewer, accountIds: readonly string[]): Promise<AccountFacts[]> {
  if (accountIds.length === 0) return [];
  const rows = await read
    .selectFrom('accounts as a')
    .select([
      'a.id',
      'a.name',
      'a.email',
      'a.version',
      'a.disabled_at as disabledAt',
      'a.password_hash as passwordHash',
    ])
    .select((row) => [
      row.exists(row.selectFrom('passkeys as k').select('k.id').whereRef('k.account_id', '=', 'a.id')).as('hasPasskey'),
      row
        .exists(row.selectFrom('identities as i').select('i.id').whereRef('i.account_id', '=', 'a.id'))
        .as('hasIdentity'),
    ])
    .where('a.id', 'in', [...accountIds])
    .where('a.province_id', '=', viewer.provinceId)
    .execute();
  const posts = await postsOf(
    read,
    rows.map(({ id }) => id),
    viewer.today,
  );
  const byId = new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        email: row.email,
        version: row.version,
        disabled: row.disabledAt !== null,
        opened: row.passwordHash !== null || row.hasPasskey === true || row.hasIdentity === true,
        posts: posts.filter(({ accountId }) => accountId === row.id),
      },
    ]),
  );
  return accountIds.flatMap((id) => byId.get(id) ?? []);
}

/** One account of the viewer's province. Throws `not-found` for any other. */
export async function oneAccount(read: Read, viewer: Viewer, accountId: string): Promise<AccountFacts> {
  const [found] = await accountFacts(read, viewer, [accountId]);
  if (!found) throw notFound();
  return found;
}

/** The viewer as a keeper of accounts: roles, and whether the post lies at the top of the province. */
export async function keeperOf(read: Read, viewer: Viewer): Promise<Keeper> {
  const own = await read
    .selectFrom('organisations')
    .select('parent_id as parentId')
    .where('id', '=', viewer.organisationId)
    .executeTakeFirst();
  return { roles: viewer.roles, top: own !== undefined && own.parentId === null };
}

/**
 * Every role in every place that whoever gets into the account would have: the posts that are not over, or all of them
 * once every one is, and the posts lent to it that are not over.
 */
export async function placesOf(
  read: Read,
  account: AccountFacts,
  today: string,
): Promise<{ role: Role; organisationId: string }[]> {
  const lent = await read
    .selectFrom('deputations as d')
    .innerJoin('posts as p', 'p.id', 'd.post_id')
    .select(['p.role', 'p.organisation_id as organisationId'])
    .where('d.account_id', '=', account.id)
    .where('d.ended_at', 'is', null)
    .where('d.valid_until', '>', today)
    .execute();
  const held = account.posts.filter(({ when }) => when !== 'past');
  return [
    ...(held.length > 0 ? held : account.posts).map(({ role, organisationId }) => ({ role, organisationId })),
    ...lent.map(({ role, organisationId }) => ({ role: roleOf(role), organisationId })),
  ];
}

const roleOf = (word: string): Role => ROLES.find((role) => role === word) ?? 'reporter';

/** Each of the places with whether the viewer's right for `act` reaches it. */
export async function reachedPlaces(
  read: Read,
  viewer: Viewer,
  act: ActName,
  places: readonly { role: Role; organisationId: string }[],
): Promise<{ role: Role; reached: boolean }[]> {
  const found: { role: Role; reached: boolean }[] = [];
  for (const { role, organisationId } of places)
    found.push({ role, reached: await mayDo(read, viewer, act, organisationId) });
  return found;
}

/**
 * Throws `not-found` for somebody who holds nothing within reach: posts are lent and handed over among people one sees.
 * `orHeld` takes those as well whose posts have all ended: what was handed over can be handed back.
 */
export async function requireColleague(
  read: Read,
  viewer: Viewer,
  { posts }: AccountFacts,
  { orHeld = false }: { orHeld?: boolean } = {},
): Promise<void> {
  const holds = posts.filter(({ when }) => when !== 'past');
  const asked = orHeld && holds.length === 0 ? posts : holds;
  const places = await reachedPlaces(read, viewer, 'readColleagues', asked);
  if (!places.some(({ reached }) => reached)) throw notFound();
}

/** All roles that an account holds or will hold. */
export const rolesOf = ({ posts }: AccountFacts): Role[] =>
  ROLES.filter((role) => posts.some((post) => post.role === role && post.when !== 'past'));
