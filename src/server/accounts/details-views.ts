/** One account as its keeper sees it: its row, who acts for whom, what was handed over. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { AccountDetails } from '../../contract/accounts.ts';
import { scopeOf } from '../../core/rules/access.ts';
import { grantableRoles } from '../../core/rules/accounts.ts';
import type { Read, Viewer } from '../read.ts';
import { keeperOf } from './facts.ts';
import { viewAccount } from './list-views.ts';
import { loans } from './own-views.ts';

type Details = z.input<typeof AccountDetails>;

/** Throws `not-found` where none of the account's posts is within reach. */
export async function viewAccountDetails(
  read: Read,
  viewer: Viewer,
  { accountId }: { accountId: string },
): Promise<Details> {
  const row = await viewAccount(read, viewer, { accountId });
  const { madeByPost } = await read
    .selectFrom('accounts')
    .select('made_by_post as madeByPost')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const own = accountId === viewer.accountId && viewer.deputationId === null;
  const keepsBelow = viewer.roles.some((role) => (scopeOf('handOver', role) ?? 'self') !== 'self');
  return {
    ...row,
    madeByPost,
    lent: await loans(read, viewer, sql`p.account_id = ${accountId}`),
    borrowed: await loans(read, viewer, sql`d.account_id = ${accountId}`),
    handOvers: await handOversOf(read, accountId),
    grantable: grantableRoles(await keeperOf(read, viewer)),
    mayHandOver: own || (keepsBelow && row.mayKeep),
  };
}

async function handOversOf(read: Read, accountId: string): Promise<Details['handOvers']> {
  const { rows } = await sql<Details['handOvers'][number]>`
    SELECT id, on_date AS "on", record->'from'->>'name' AS "from", record->'to'->>'name' AS "to"
    FROM hand_overs WHERE from_account_id = ${accountId} OR to_account_id = ${accountId}
    ORDER BY at DESC, id LIMIT 50`.execute(read);
  return rows;
}
