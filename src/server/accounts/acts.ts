import type { Role } from '../../core/rules/access.ts';
import type { Tx } from '../act.ts';

export type NewAccount = {
  id: string;
  provinceId: string;
  name: string;
  /** From the password port; never a password. */
  passwordHash: string;
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
      email: null,
      password_hash: account.passwordHash,
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
