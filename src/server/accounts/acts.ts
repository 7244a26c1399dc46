/** What those who keep accounts do with them: make, edit, shut, open, give a way back in. */

import type { z } from 'zod';
import type {
  AccountRow,
  createAccount as CreateAccount,
  disableAccount as DisableAccount,
  editAccount as EditAccount,
  resetAccount as ResetAccount,
} from '../../contract/accounts.ts';
import type { ActName, Role } from '../../core/rules/access.ts';
import { type AccountWarning, accountWarnings, mayKeep } from '../../core/rules/accounts.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { makeLink, revokeLinks } from '../links.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import type { Viewer } from '../read.ts';
import { type AccountFacts, keeperOf, oneAccount, placesOf, reachedPlaces } from './facts.ts';
import { viewAccount } from './list-views.ts';
import { givePost } from './post-acts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Row = z.input<typeof AccountRow>;

export type NewAccount = {
  id: string;
  provinceId: string;
  name: string;
  email?: string | null;
  /** From the password port; never a password. Null until its person has chosen one. */
  passwordHash: string | null;
  mustChangePassword?: boolean;
  madeByPost?: string;
  demo?: boolean;
  posts: { id: string; organisationId: string; role: Role; title: string }[];
};

/** Makes an account with its posts. A name that is taken fails by the constraint `accounts_name_once`. */
export async function addAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx
    .insertInto('accounts')
    .values({
      id: account.id,
      province_id: account.provinceId,
      name: account.name,
      email: account.email ?? null,
      password_hash: account.passwordHash,
      must_change_password: account.mustChangePassword ?? false,
      made_by_post: account.madeByPost ?? null,
      disabled_at: null,
      demo: account.demo ?? false,
    })
    .execute();
  if (account.posts.length === 0) return;
  await tx
    .insertInto('posts')
    .values(
      account.posts.map((post) => ({
        id: post.id,
        province_id: account.provinceId,
        account_id: account.id,
        organisation_id: post.organisationId,
        role: post.role,
        title: post.title,
      })),
    )
    .execute();
}

/** What opens an account, made before the act so that nothing of it is kept with the act's answer. */
export type Key = { token: string; passwordHash: string | null };

/** Makes an account with its first post; it is opened by a link, or by a password that has to be changed. */
export async function createAccount(
  tx: Tx,
  input: In<typeof CreateAccount>,
  context: ActContext,
  key: Key,
): Promise<{ accountId: string; expiresAt: string | null; warnings: AccountWarning[] }> {
  const { viewer, newId } = context;
  const accountId = newId();
  await addAccount(tx, {
    id: accountId,
    provinceId: viewer.provinceId,
    name: input.name,
    email: input.email,
    passwordHash: input.how === 'password' ? key.passwordHash : null,
    mustChangePassword: input.how === 'password',
    madeByPost: viewer.postTitle,
    posts: [],
  });
  await givePost(tx, context, 'createAccount', { ...input, accountId });
  const { organisationId } = input;
  const link =
    input.how === 'link'
      ? await makeLink(tx, context, { kind: 'invitation', token: key.token, organisationId, subjectId: accountId })
      : null;
  context.record({
    deed: 'account-made',
    subjectKind: 'account',
    subjectId: accountId,
    after: { name: input.name, email: input.email, how: input.how },
  });
  return { accountId, expiresAt: link?.expiresAt ?? null, warnings: accountWarnings([input.role]) };
}

/** An account that the viewer may change. Throws `not-found` where they may not even see it, else the reason. */
export async function keptAccount(
  tx: Tx,
  { viewer }: { viewer: Viewer },
  act: ActName,
  accountId: string,
): Promise<AccountFacts> {
  await lockAccount(tx, accountId);
  const account = await oneAccount(tx, viewer, accountId);
  const places = await reachedPlaces(tx, viewer, act, await placesOf(tx, account, viewer.today));
  if (!places.some(({ reached }) => reached)) throw notFound();
  if (!mayKeep(await keeperOf(tx, viewer), places)) {
    const wider = places.every(({ reached }) => reached);
    throw wider ? new Problem('forbidden', 'forbidden') : refused([refusal('account-out-of-reach')]);
  }
  return account;
}

const lockAccount = (tx: Tx, accountId: string) =>
  tx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().executeTakeFirst();

/** The account as the list shows it, where the form was not older than it. */
async function freshAccount(
  tx: Tx,
  context: ActContext,
  act: ActName,
  input: { accountId: string; version: number },
): Promise<AccountFacts> {
  const account = await keptAccount(tx, context, act, input.accountId);
  if (account.version !== input.version) throw stale(await viewAccount(tx, context.viewer, input));
  return account;
}

/** Changes what an account signs in by. */
export async function editAccount(tx: Tx, input: In<typeof EditAccount>, context: ActContext): Promise<Row> {
  const account = await freshAccount(tx, context, 'editAccount', input);
  await tx
    .updateTable('accounts')
    .set((row) => ({ name: input.name, email: input.email, version: row('version', '+', 1) }))
    .where('id', '=', account.id)
    .execute();
  context.record({
    deed: 'account-edited',
    subjectKind: 'account',
    subjectId: account.id,
    before: { name: account.name, email: account.email },
    after: { name: input.name, email: input.email },
  });
  return viewAccount(tx, context.viewer, input);
}

/** Shuts an account or opens it again. The caller ends its sessions. */
export async function setDisabled(
  tx: Tx,
  input: In<typeof DisableAccount>,
  context: ActContext,
  disabled: boolean,
): Promise<Row> {
  const account = await freshAccount(tx, context, disabled ? 'disableAccount' : 'enableAccount', input);
  if (account.id === context.viewer.accountId) throw refused([refusal('account-own')]);
  await tx
    .updateTable('accounts')
    .set((row) => ({ disabled_at: disabled ? context.now : null, version: row('version', '+', 1) }))
    .where('id', '=', account.id)
    .execute();
  if (disabled) await revokeLinks(tx, { subjectId: account.id, now: context.now });
  context.record({
    deed: disabled ? 'account-disabled' : 'account-enabled',
    subjectKind: 'account',
    subjectId: account.id,
  });
  return viewAccount(tx, context.viewer, input);
}

/** Gives somebody a way back in. The caller ends their sessions. */
export async function resetAccount(
  tx: Tx,
  input: In<typeof ResetAccount>,
  context: ActContext,
  key: Key,
): Promise<{ expiresAt: string | null; kind: 'invitation' | 'recovery' }> {
  const account = await keptAccount(tx, context, 'resetAccount', input.accountId);
  // Whoever found a browser unattended would take the account with it: one's own ways in ask for the password.
  if (account.id === context.viewer.accountId) throw refused([refusal('account-own-ways')]);
  if (account.disabled) throw refused([refusal('account-disabled')]);
  const [place] = account.posts;
  if (!place) throw notFound();
  if (input.codesToo) await dropCodes(tx, account.id);
  let expiresAt: string | null = null;
  const kind = account.opened ? 'recovery' : 'invitation';
  if (input.how === 'link') {
    const link = { kind, token: key.token, organisationId: place.organisationId, subjectId: account.id } as const;
    expiresAt = (await makeLink(tx, context, link)).expiresAt;
  } else {
    await revokeLinks(tx, { subjectId: account.id, now: context.now });
    await setPassword(tx, { accountId: account.id, passwordHash: key.passwordHash, mustChange: true });
  }
  context.record({
    deed: 'account-reset',
    subjectKind: 'account',
    subjectId: account.id,
    after: { how: input.how, codesToo: input.codesToo },
  });
  return { expiresAt, kind };
}

/** Sets a password; `mustChange` where somebody else chose it. */
export async function setPassword(
  tx: Tx,
  { accountId, passwordHash, mustChange }: { accountId: string; passwordHash: string | null; mustChange: boolean },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set((row) => ({
      password_hash: passwordHash,
      must_change_password: mustChange,
      version: row('version', '+', 1),
    }))
    .where('id', '=', accountId)
    .execute();
}

/** Takes the second step away, with its recovery codes. */
export async function dropCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('one_time_codes').where('account_id', '=', accountId).execute();
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
}
