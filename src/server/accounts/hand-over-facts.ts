/** What a hand-over moves, as it stands now. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { HandOverRecord } from '../../contract/accounts.ts';
import { notFound } from '../problem.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { type AccountFacts, oneAccount, placesOf, reachedPlaces } from './facts.ts';

/** Rows of each list at most: a record that nobody reads to the end proves nothing. */
const MOST = 500;

export type OpenWork = Omit<z.input<typeof HandOverRecord>, 'to'>;

/** Organisations in which the account holds something that is not over. */
const placesWithPosts = ({ posts }: AccountFacts): string[] => [
  ...new Set(posts.filter(({ when }) => when !== 'past').map(({ organisationId }) => organisationId)),
];

/** Everything open of an account; tasks only of `person`, as tasks name people. */
export async function openWork(
  read: Read,
  { today }: Pick<Viewer, 'today'>,
  account: AccountFacts,
  person: string | null,
): Promise<OpenWork> {
  const places = placesWithPosts(account);
  const { rows: readings } = await sql<OpenWork['readings'][number]>`
    SELECT r.file_name AS "fileName", o.name AS "organisationName"
    FROM readings r JOIN organisations o ON o.id = r.organisation_id
    WHERE r.started_by = ${account.id} AND r.state IN ('waiting', 'running', 'ready')
    ORDER BY r.started_at LIMIT ${MOST}`.execute(read);
  const { rows: tasks } = await sql<OpenWork['tasks'][number]>`
    SELECT t.content, m.title AS movement, t.due_on AS "dueOn"
    FROM tasks t JOIN movements m ON m.id = t.movement_id
    WHERE m.organisation_id = ANY(${places}::uuid[]) AND m.archived_at IS NULL
      AND t.state IN ('to-do', 'in-progress') AND t.person = ${person ?? ''}
    ORDER BY t.due_on NULLS LAST, t.id LIMIT ${MOST}`.execute(read);
  const { rows: movements } = await sql<OpenWork['movements'][number]>`
    SELECT m.title, o.name AS "organisationName"
    FROM movements m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.organisation_id = ANY(${places}::uuid[]) AND m.archived_at IS NULL
    ORDER BY m.year DESC, m.title LIMIT ${MOST}`.execute(read);
  const { rows: counts } = await sql<{ links: string; deputations: string }>`
    SELECT (SELECT count(*) FROM links WHERE made_by = ${account.id} AND kind = 'task' AND revoked_at IS NULL
        AND expires_at > ${today}::date) AS links,
      (SELECT count(*) FROM deputations d JOIN posts p ON p.id = d.post_id
        WHERE p.account_id = ${account.id} AND d.ended_at IS NULL AND d.valid_until > ${today}) AS deputations`.execute(
    read,
  );
  return {
    from: { name: account.name },
    posts: account.posts
      .filter(({ when }) => when !== 'past')
      .map(({ title, role, organisationName }) => ({ title, role, organisationName })),
    readings,
    tasks,
    movements,
    links: Number(counts[0]?.links ?? 0),
    deputations: Number(counts[0]?.deputations ?? 0),
  };
}

/** Who open tasks of the account's organisations name, in their order. */
export async function personsNamed(read: Read, account: AccountFacts): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    SELECT DISTINCT t.person FROM tasks t JOIN movements m ON m.id = t.movement_id
    WHERE m.organisation_id = ANY(${placesWithPosts(account)}::uuid[]) AND m.archived_at IS NULL
      AND t.state IN ('to-do', 'in-progress') AND t.person IS NOT NULL
    ORDER BY t.person LIMIT ${MOST}`.execute(read);
  return rows.map(({ person }) => person);
}

/** The record of a hand-over, for those who were part of it and those who keep the place's accounts. */
export async function viewHandOver(read: Read, viewer: Viewer, { handOverId }: { handOverId: string }) {
  const row = await read
    .selectFrom('hand_overs as h')
    .innerJoin('organisations as o', 'o.id', 'h.organisation_id')
    .select(['h.id', 'o.name as organisationName', 'h.organisation_id as organisationId', 'h.on_date as on'])
    .select(['h.reason', 'h.at', 'h.by_post as byPost', 'h.record'])
    .select(['h.from_account_id as fromId', 'h.to_account_id as toId'])
    .where('h.id', '=', handOverId)
    .where('h.province_id', '=', viewer.provinceId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { organisationId, fromId, toId, record, ...shown } = row;
  const part = fromId === viewer.accountId || toId === viewer.accountId;
  if (!part && !(await mayDo(read, viewer, 'readHandOvers', organisationId))) throw notFound();
  return { ...shown, record: record as z.input<typeof HandOverRecord> };
}

/** What a hand-over would move, before it is done. */
export async function viewHandOverPreview(
  read: Read,
  viewer: Viewer,
  { accountId, person }: { accountId: string; person?: string | undefined },
): Promise<{ record: OpenWork; persons: string[] }> {
  const account = await oneAccount(read, viewer, accountId);
  if (account.id !== viewer.accountId && !(await reachesAll(read, viewer, account))) throw notFound();
  return {
    record: await openWork(read, viewer, account, person ?? null),
    persons: await personsNamed(read, account),
  };
}

/** The same places that the deed asks about. */
async function reachesAll(read: Read, viewer: Viewer, account: AccountFacts): Promise<boolean> {
  const places = await reachedPlaces(read, viewer, 'handOver', await placesOf(read, account, viewer.today));
  return places.length > 0 && places.every(({ reached }) => reached);
}
