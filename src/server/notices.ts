/** Telling people: lines are gathered into one notice a person and day, and passed on from there by a job. */

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { NoticeLine } from '../core/rules/notices.ts';
import type { Tx } from './act.ts';
import { askForJob } from './jobs.ts';

export type Telling = {
  provinceId: string;
  /** The day it is in the province. */
  day: string;
  now: string;
  /** Waits a little for more of the same before letters and messages go out. */
  gather?: boolean;
};

const GATHER_MS = 5 * 60_000;
const AT_ONCE = 1_000;

/** Tells people what they were not told before, in the transaction of what happened; how many lines that were. */
export async function tell(tx: Tx, telling: Telling, lines: readonly NoticeLine[]): Promise<number> {
  let added = 0;
  for (let at = 0; at < lines.length; at += AT_ONCE)
    added += await tellSome(tx, telling, lines.slice(at, at + AT_ONCE));
  return added;
}

async function tellSome(tx: Tx, telling: Telling, lines: readonly NoticeLine[]): Promise<number> {
  const fresh = await unheard(tx, lines);
  if (fresh.length === 0) return 0;
  const { provinceId, day, now } = telling;
  const accounts = [...new Set(fresh.map(({ accountId }) => accountId))].sort();
  const notices = await tx
    .insertInto('notices')
    .values(accounts.map((id) => ({ id: randomUUID(), province_id: provinceId, account_id: id, day, at: now })))
    // What was read is unread again: something came to it.
    .onConflict((row) => row.constraint('notices_once_a_day').doUpdateSet({ at: now, read_at: null }))
    .returning(['id', 'account_id as accountId'])
    .execute();
  const noticeOf = new Map(notices.map(({ id, accountId }) => [accountId, id]));
  const made = await tx
    .insertInto('notice_lines')
    .values(
      fresh.map(({ accountId, organisationId, key, kind, facts }) => ({
        id: randomUUID(),
        notice_id: noticeOf.get(accountId) ?? '',
        province_id: provinceId,
        account_id: accountId,
        organisation_id: organisationId,
        key,
        kind,
        facts: JSON.stringify(facts),
        at: now,
      })),
    )
    .onConflict((row) => row.constraint('notice_lines_once').doNothing())
    .returning(['id', 'notice_id as noticeId'])
    .execute();
  const newest = new Map(made.map(({ id, noticeId }) => [noticeId, id]));
  for (const [noticeId, lineId] of newest) await passOn(tx, { noticeId, lineId }, telling);
  return made.length;
}

/** What these people were not told yet. Two who tell the same at the same moment are settled by the key. */
async function unheard(tx: Tx, lines: readonly NoticeLine[]): Promise<NoticeLine[]> {
  if (lines.length === 0) return [];
  const { rows } = await sql<{ accountId: string; key: string }>`
    SELECT l.account_id AS "accountId", l.key FROM notice_lines l
    JOIN unnest(${lines.map(({ accountId }) => accountId)}::uuid[], ${lines.map(({ key }) => key)}::text[]) AS w(account_id, key)
      ON w.account_id = l.account_id AND w.key = l.key`.execute(tx);
  const heard = new Set(rows.map(({ accountId, key }) => `${accountId} ${key}`));
  return lines.filter(({ accountId, key }) => {
    const mark = `${accountId} ${key}`;
    return !heard.has(mark) && heard.add(mark);
  });
}

/** A job of its own for what came now; the first that runs takes everything along, and those after it find nothing left. */
async function passOn(
  tx: Tx,
  { noticeId, lineId }: { noticeId: string; lineId: string },
  { provinceId, now, gather }: Telling,
): Promise<void> {
  const from = Date.parse(now);
  const at = gather ? (Math.floor(from / GATHER_MS) + 1) * GATHER_MS : from;
  const runAt = new Date(at).toISOString();
  await askForJob(tx, { provinceId, kind: 'deliver', key: lineId, payload: { noticeId }, runAt });
}

/** Forgets notices of days before `before`, read or not; how many. */
export async function dropOldNotices(tx: Pick<Tx, 'deleteFrom'>, before: string): Promise<number> {
  const gone = await tx.deleteFrom('notices').where('at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
