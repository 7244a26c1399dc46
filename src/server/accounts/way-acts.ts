/** Ways to prove who one is, as signing in needs them: what is taken so that it works once. */

import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DB } from '../db/tables.generated.ts';

type Trx = Pick<Transaction<DB>, 'selectFrom' | 'updateTable' | 'insertInto'>;

/** From the port to one-time codes. */
export type StepOfCode = (asked: { secret: string; code: string; at: string; after: number }) => number | null;

const hashed = (code: string) => createHash('sha256').update(code.toLowerCase().replaceAll(' ', '')).digest();

/** Takes the second step of somebody signing in: a code of the app, or one of the paper. Each works once. */
export async function takeSecondStep(
  trx: Trx,
  { accountId, code, now }: { accountId: string; code: string | null; now: string },
  stepOf: StepOfCode,
): Promise<'held' | 'missing' | 'wrong'> {
  const asked = await trx
    .selectFrom('one_time_codes')
    .select(['secret', 'last_step as lastStep'])
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (!asked) return 'held';
  if (code === null || code === '') return 'missing';
  const step = stepOf({ secret: asked.secret, code, at: now, after: Number(asked.lastStep) });
  if (step !== null) {
    await trx.updateTable('one_time_codes').set({ last_step: step }).where('account_id', '=', accountId).execute();
    return 'held';
  }
  const used = await trx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashed(code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n ? 'held' : 'wrong';
}

export type StoredKey = {
  accountId: string;
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
};

/**
 * Signs in with a passkey: `check` says how often it has signed by now, or null. The row is held meanwhile, so that
 * two answers with the same count do not both pass. The account it opens, or null.
 */
export async function takePasskey(
  trx: Trx,
  { credentialId, now }: { credentialId: string; now: string },
  check: (key: StoredKey) => Promise<number | null>,
): Promise<string | null> {
  const found = await trx
    .selectFrom('passkeys')
    .select(['account_id as accountId', 'credential_id as credentialId', 'public_key as publicKey'])
    .select(['counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return null;
  const counter = await check({ ...found, counter: Number(found.counter) });
  if (counter === null) return null;
  await trx.updateTable('passkeys').set({ counter, used_at: now }).where('credential_id', '=', credentialId).execute();
  return found.accountId;
}

/** The account that an identity elsewhere opens; null where there is none. */
export async function accountOfIdentity(
  trx: Trx,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string | null> {
  const found = await trx
    .selectFrom('identities')
    .select('account_id as accountId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return found?.accountId ?? null;
}

/** The account with an address, if it has no identity at this provider yet: what a verified address may be joined to. */
export async function accountOfEmail(
  trx: Trx,
  { issuer, email }: { issuer: string; email: string },
): Promise<string | null> {
  const found = await trx
    .selectFrom('accounts as a')
    .select('a.id')
    .where((row) => row(row.fn('lower', ['a.email']), '=', email))
    .where('a.disabled_at', 'is', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('identities as i')
            .select('i.id')
            .whereRef('i.account_id', '=', 'a.id')
            .where('i.issuer', '=', issuer),
        ),
      ),
    )
    .executeTakeFirst();
  return found?.id ?? null;
}
