/** What a browser was asked and has to answer within minutes: kept here, used once, belonging to nobody's province yet. */

import { randomUUID } from 'node:crypto';
import type { ChallengeKind } from '../core/rules/accounts.ts';
import type { Counting } from './attempts.ts';

const MINUTES = 10;

export type Challenge = { kind: ChallengeKind; accountId: string | null; secrets: Record<string, string> };

/** Keeps a challenge; its id is random and goes to the browser. */
export async function keepChallenge(
  { db, now }: Pick<Counting, 'db' | 'now'>,
  { kind, accountId, secrets }: Challenge,
): Promise<string> {
  const at = now();
  await db.deleteFrom('challenges').where('expires_at', '<', at).execute();
  const id = randomUUID();
  await db
    .insertInto('challenges')
    .values({
      id,
      kind,
      account_id: accountId,
      secrets: JSON.stringify(secrets),
      expires_at: new Date(Date.parse(at) + MINUTES * 60_000).toISOString(),
    })
    .execute();
  return id;
}

/** Takes a challenge out, whatever comes of it: the second who brings the same id finds none. Null where there is none. */
export async function takeChallenge(
  { db, now }: Pick<Counting, 'db' | 'now'>,
  { id, kind, accountId }: { id: string; kind: ChallengeKind; accountId: string | null },
): Promise<Record<string, string> | null> {
  const taken = await db
    .deleteFrom('challenges')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now())
    .$if(accountId !== null, (query) => query.where('account_id', '=', accountId))
    .returning(['secrets', 'account_id as accountId'])
    .executeTakeFirst();
  if (!taken) return null;
  const secrets = taken.secrets as Record<string, string>;
  return { ...secrets, ...(taken.accountId === null ? {} : { accountId: taken.accountId }) };
}
