/** What the operator of the server does for people who are shut out with nobody left to let them in. */

import type { Kysely } from 'kysely';
import { dropCodes, setPassword } from './accounts/acts.ts';
import { actForSystem, type World } from './act.ts';
import { forgetFailures } from './attempts.ts';
import type { DB } from './db/tables.generated.ts';
import { revokeLinks } from './links.ts';
import { endAllSessions } from './session.ts';

type Called = { id: string; provinceId: string };

/** The account called so, as its owner types it; null where there is none, or it is disabled. */
export async function accountCalled(db: Pick<Kysely<DB>, 'selectFrom'>, name: string): Promise<Called | null> {
  const called = name.normalize('NFC').trim().toLowerCase();
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'province_id as provinceId', 'name', 'email'])
    .where('disabled_at', 'is', null)
    .execute();
  return rows.find((one) => one.name.toLowerCase() === called || one.email?.toLowerCase() === called) ?? null;
}

/** Gives an account a password that has to be changed at once; codes, sessions and links of it end. It stands in the log. */
export async function recoverAccount(
  world: World,
  { id, provinceId }: Called,
  { passwordHash }: { passwordHash: string },
): Promise<void> {
  await actForSystem(world, { provinceId, name: 'resetAccount' }, async (tx, { now, record }) => {
    await dropCodes(tx, id);
    await revokeLinks(tx, { subjectId: id, now });
    await setPassword(tx, { accountId: id, passwordHash, mustChange: true });
    await endAllSessions(tx, id);
    await forgetFailures(tx, id);
    const after = { how: 'operator', codesToo: true };
    record({ deed: 'account-reset', subjectKind: 'account', subjectId: id, after });
  });
}
