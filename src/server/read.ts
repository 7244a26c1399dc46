/**
 * Reading. `Read` has selects only, carries the viewer and lives in a READ ONLY transaction; it cannot be made from a
 * bare connection, so a query without a viewer does not type-check. `Tx`, the writing side, is a `Read` too, but made
 * only in act.ts.
 */

import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Role } from '../core/rules/access.ts';
import type { DB } from './db/tables.generated.ts';

/** Who asks: an account in one of its posts. */
export type Viewer = {
  accountId: string;
  postId: string;
  role: Role;
  /** "Chuyên viên thi đua - khen thưởng". */
  postTitle: string;
  organisationId: string;
  provinceId: string;
  /** The day it is for this person, 'YYYY-MM-DD': Asia/Ho_Chi_Minh, or the demo's fixed day. */
  today: string;
};

declare const VIEWED: unique symbol;

/** Selects, with a viewer behind them. */
export type Read = Pick<Kysely<DB>, 'selectFrom' | 'with' | 'withRecursive' | 'selectNoFrom' | 'fn' | 'getExecutor'> & {
  readonly [VIEWED]: true;
};

/** Gives the transaction its viewer for the database's own walls (row-level security). */
export async function setViewer(trx: Transaction<DB>, viewer: Pick<Viewer, 'provinceId' | 'accountId'>): Promise<void> {
  await sql`SELECT set_config('thidua.province', ${viewer.provinceId}, true), set_config('thidua.account', ${viewer.accountId}, true)`.execute(
    trx,
  );
}

/** Runs `question` in a READ ONLY transaction, as `viewer`. One snapshot for everything it asks. */
export function reading<T>(db: Kysely<DB>, viewer: Viewer, question: (read: Read) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await setViewer(trx, viewer);
      return question(trx as unknown as Read);
    });
}
