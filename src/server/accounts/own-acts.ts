/** What a person does with their own account: password, passkeys, one-time codes, identities elsewhere. */

import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { IdentityLink } from '../../core/rules/accounts.ts';
import { checkNewPassword } from '../../core/rules/passwords.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import type { DB } from '../db/tables.generated.ts';
import { notFound, refused } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { dropCodes, setPassword } from './acts.ts';
import type { StepOfCode } from './way-acts.ts';

type Done = { done: true };
const done: Done = { done: true };
const own = ({ accountId }: Viewer) => ({ subjectKind: 'account', subjectId: accountId });

/** From the password port. */
export type Passwords = {
  check: (stored: string | null, password: string) => Promise<boolean>;
  hash: (password: string) => Promise<string>;
};

type Stored = { name: string; passwordHash: string | null };

async function storedOf(tx: Tx, accountId: string): Promise<Stored> {
  const found = await tx
    .selectFrom('accounts')
    .select(['name', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound();
  return found;
}

/** Throws `password-wrong` where it is not the account's own; an account without one has nothing to ask for. */
async function requirePassword(tx: Tx, viewer: Viewer, password: string, { check }: Passwords): Promise<Stored> {
  const stored = await storedOf(tx, viewer.accountId);
  if (stored.passwordHash !== null && !(await check(stored.passwordHash, password)))
    throw refused([refusal('password-wrong')]);
  return stored;
}

/**
 * Account name and the passkeys there are, for asking for a new one. Throws `password-wrong` as everything does that
 * changes what opens an account.
 */
export async function keysOf(
  read: Read,
  { accountId }: Viewer,
  { password, check }: { password: string; check: Passwords['check'] },
): Promise<{ name: string; known: string[] }> {
  const { name, passwordHash } = await read
    .selectFrom('accounts')
    .select(['name', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  if (passwordHash !== null && !(await check(passwordHash, password))) throw refused([refusal('password-wrong')]);
  const keys = await read
    .selectFrom('passkeys')
    .select('credential_id as id')
    .where('account_id', '=', accountId)
    .execute();
  return { name, known: keys.map(({ id }) => id) };
}

/** Changes one's password. The caller ends all other sessions. */
export async function changePassword(
  tx: Tx,
  { current, next }: { current: string; next: string },
  context: ActContext,
  passwords: Passwords,
): Promise<Done> {
  const { viewer } = context;
  const { name } = await requirePassword(tx, viewer, current, passwords);
  const reasons = checkNewPassword(next, { name });
  if (reasons.length > 0) throw refused(reasons);
  const passwordHash = await passwords.hash(next);
  await setPassword(tx, { accountId: viewer.accountId, passwordHash, mustChange: false });
  context.record({ deed: 'password-changed', ...own(viewer) });
  return done;
}

export type NewPasskey = {
  name: string;
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
};

type Inserting = Pick<Transaction<DB>, 'insertInto'>;

/** Keeps a passkey of an account. One that is there already fails by the constraint `passkeys_credential_once`. */
export async function keepPasskey(
  tx: Inserting,
  key: NewPasskey,
  { id, provinceId, accountId, now }: { id: string; provinceId: string; accountId: string; now: string },
): Promise<void> {
  await tx
    .insertInto('passkeys')
    .values({
      id,
      province_id: provinceId,
      account_id: accountId,
      credential_id: key.credentialId,
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: key.transports,
      name: key.name,
      made_at: now,
    })
    .execute();
}

/** Adds a passkey to one's own account. */
export async function addPasskey(tx: Tx, key: NewPasskey, context: ActContext): Promise<Done> {
  const { viewer, now, newId } = context;
  await keepPasskey(tx, key, { id: newId(), provinceId: viewer.provinceId, accountId: viewer.accountId, now });
  context.record({ deed: 'passkey-added', ...own(viewer), after: { name: key.name } });
  return done;
}

/** Takes a passkey away, unless it is the last way in. */
export async function removePasskey(tx: Tx, { passkeyId }: { passkeyId: string }, context: ActContext): Promise<Done> {
  const { accountId } = context.viewer;
  const { passwordHash } = await storedOf(tx, accountId);
  const gone = await tx
    .deleteFrom('passkeys')
    .where('id', '=', passkeyId)
    .where('account_id', '=', accountId)
    .returning('name')
    .executeTakeFirst();
  if (!gone) throw notFound();
  await requireWayIn(tx, accountId, passwordHash);
  context.record({ deed: 'passkey-removed', ...own(context.viewer), before: { name: gone.name } });
  return done;
}

async function requireWayIn(tx: Tx, accountId: string, passwordHash: string | null): Promise<void> {
  if (passwordHash !== null) return;
  const key = await tx.selectFrom('passkeys').select('id').where('account_id', '=', accountId).executeTakeFirst();
  const other = await tx.selectFrom('identities').select('id').where('account_id', '=', accountId).executeTakeFirst();
  if (!key && !other) throw refused([refusal('last-way-in')]);
}

/** Begins one-time codes: they count once {@link confirmCodes} has seen one. */
export async function startCodes(tx: Tx, { secret }: { secret: string }, context: ActContext): Promise<Done> {
  const { viewer, now } = context;
  await tx
    .deleteFrom('one_time_codes')
    .where('account_id', '=', viewer.accountId)
    .where('confirmed_at', 'is', null)
    .execute();
  const made = await tx
    .insertInto('one_time_codes')
    .values({ account_id: viewer.accountId, province_id: viewer.provinceId, secret, made_at: now })
    .onConflict((row) => row.doNothing())
    .executeTakeFirst();
  // Those that count already are stopped first, with the password.
  if (made.numInsertedOrUpdatedRows === 0n) throw notFound();
  context.record({ deed: 'codes-begun', ...own(viewer) });
  return done;
}

/** Sees the first code; from now on every sign-in with a password asks for one. */
export async function confirmCodes(
  tx: Tx,
  { code, recoveryCodes }: { code: string; recoveryCodes: readonly string[] },
  context: ActContext,
  stepOf: StepOfCode,
): Promise<Done> {
  const { viewer, now } = context;
  const begun = await tx
    .selectFrom('one_time_codes')
    .select(['secret', 'last_step as lastStep'])
    .where('account_id', '=', viewer.accountId)
    .where('confirmed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!begun) throw notFound();
  const step = stepOf({ secret: begun.secret, code, at: now, after: Number(begun.lastStep) });
  if (step === null) throw refused([refusal('code-wrong')]);
  await tx
    .updateTable('one_time_codes')
    .set({ confirmed_at: now, last_step: step })
    .where('account_id', '=', viewer.accountId)
    .execute();
  await keepRecoveryCodes(tx, viewer, recoveryCodes);
  context.record({ deed: 'codes-on', ...own(viewer) });
  return done;
}

async function keepRecoveryCodes(tx: Tx, viewer: Viewer, codes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', viewer.accountId).execute();
  await tx
    .insertInto('recovery_codes')
    .values(
      codes.map((code) => ({
        province_id: viewer.provinceId,
        account_id: viewer.accountId,
        code_hash: createHash('sha256').update(code).digest(),
      })),
    )
    .execute();
}

/** Stops one-time codes; the password is asked once more. */
export async function stopCodes(
  tx: Tx,
  { password }: { password: string },
  context: ActContext,
  passwords: Passwords,
): Promise<Done> {
  await requirePassword(tx, context.viewer, password, passwords);
  await dropCodes(tx, context.viewer.accountId);
  context.record({ deed: 'codes-off', ...own(context.viewer) });
  return done;
}

/** New recovery codes; the old ones end. */
export async function renewRecoveryCodes(
  tx: Tx,
  { password, recoveryCodes }: { password: string; recoveryCodes: readonly string[] },
  context: ActContext,
  passwords: Passwords,
): Promise<Done> {
  const { viewer } = context;
  await requirePassword(tx, viewer, password, passwords);
  const on = await tx
    .selectFrom('one_time_codes')
    .select('account_id')
    .where('account_id', '=', viewer.accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  if (!on) throw notFound();
  await keepRecoveryCodes(tx, viewer, recoveryCodes);
  context.record({ deed: 'recovery-codes-renewed', ...own(viewer) });
  return done;
}

export type NewIdentity = {
  id: string;
  provinceId: string;
  accountId: string;
  issuer: string;
  subject: string;
  how: IdentityLink;
  now: string;
};

/** Lets an identity elsewhere open an account, once: whose it is already stays as it is. */
export async function joinIdentity(tx: Pick<Transaction<DB>, 'insertInto'>, identity: NewIdentity): Promise<boolean> {
  const joined = await tx
    .insertInto('identities')
    .values({
      id: identity.id,
      province_id: identity.provinceId,
      account_id: identity.accountId,
      issuer: identity.issuer,
      subject: identity.subject,
      linked_at: identity.now,
      linked_how: identity.how,
    })
    .onConflict((row) => row.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  return joined.numInsertedOrUpdatedRows === 1n;
}

/** Lets an identity elsewhere no longer open this account, unless it is the last way in. */
export async function unlinkIdentity(
  tx: Tx,
  { identityId }: { identityId: string },
  context: ActContext,
): Promise<Done> {
  const { accountId } = context.viewer;
  const { passwordHash } = await storedOf(tx, accountId);
  const gone = await tx
    .deleteFrom('identities')
    .where('id', '=', identityId)
    .where('account_id', '=', accountId)
    .returning('issuer')
    .executeTakeFirst();
  if (!gone) throw notFound();
  await requireWayIn(tx, accountId, passwordHash);
  context.record({ deed: 'identity-unlinked', ...own(context.viewer), before: { issuer: gone.issuer } });
  return done;
}
