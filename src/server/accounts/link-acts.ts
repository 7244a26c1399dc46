/** What the holder of an invitation or a recovery sees and does. */

import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { openAccountLink } from '../../contract/links.ts';
import type { SystemContext, Tx } from '../act.ts';
import type { DB } from '../db/tables.generated.ts';
import type { OpenedLink } from '../links.ts';
import { Problem } from '../problem.ts';
import { keepPasskey, type NewPasskey } from './own-acts.ts';

type Trx = Pick<Transaction<DB>, 'selectFrom'>;

/** Name of the account a link is for. Throws `link-gone` where it is shut by now. */
export async function nameByLink(trx: Trx, { subjectId }: OpenedLink): Promise<string> {
  const account = await trx
    .selectFrom('accounts')
    .select('name')
    .where('id', '=', subjectId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!account) throw new Problem('not-found', 'link-gone');
  return account.name;
}

/** For whom a link is: account name and posts. */
export async function viewOpening(trx: Trx, link: OpenedLink): Promise<z.input<(typeof openAccountLink)['output']>> {
  const name = await nameByLink(trx, link);
  const posts = await trx
    .selectFrom('posts as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['p.title', 'o.name as organisationName'])
    .where('p.account_id', '=', link.subjectId)
    .orderBy('p.title')
    .limit(20)
    .execute();
  return { name, posts, madeByPost: link.madeByPost, expiresAt: link.expiresAt };
}

/** What opens an account from now on: a password, a passkey, not both. */
export type Opener = { passwordHash: string; passkey: null } | { passwordHash: null; passkey: NewPasskey };

/** Gives an account the name and opener its person has chosen. The caller uses the link up and ends sessions. */
export async function openAccount(
  tx: Tx,
  { link, name, opener }: { link: OpenedLink; name: string; opener: Opener },
  { record, newId, now }: SystemContext,
): Promise<void> {
  const { provinceId, subjectId: accountId } = link;
  const changed = await tx
    .updateTable('accounts')
    .set((row) => ({
      name,
      password_hash: opener.passwordHash,
      must_change_password: false,
      version: row('version', '+', 1),
    }))
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Problem('not-found', 'link-gone');
  if (opener.passkey) await keepPasskey(tx, opener.passkey, { id: newId(), provinceId, accountId, now });
  const deed = link.kind === 'invitation' ? 'invitation-taken' : 'recovery-taken';
  const after = { name, link: link.id, by: opener.passkey ? 'passkey' : 'password' };
  record({ deed, subjectKind: 'account', subjectId: accountId, after });
}

/** Whether signing in asks this account for a code of its telephone as well. */
export async function asksForCode(trx: Trx, accountId: string): Promise<boolean> {
  const codes = await trx
    .selectFrom('one_time_codes')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  return codes !== undefined;
}
