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
  /** All that the account is in this organisation today, or that was handed to it for a while. */
  roles: readonly Role[];
  /** Set while acting for somebody who is away: whose post this is lent from. */
  deputationId: string | null;
  /** Absent where nobody sits behind it, as in sample data. */
  sessionId?: string;
  /** The password was given by somebody else: nothing is answered before it is changed. */
  mustChangePassword?: boolean;
  /** "Chuyên viên thi đua - khen thưởng"; acting for somebody, both posts: "…, thay Chủ tịch …". */
  postTitle: string;
  organisationId: string;
  provinceId: string;
  /** From where the person asks; absent where nobody sits behind it, as in sample data. */
  from?: { address: string; device: string };
  /** The day it is for this person, 'YYYY-MM-DD': Asia/Ho_Chi_Minh, or the demo's fixed day. */
  today: string;
};

declare const VIEWED: unique symbol;

/** Selects, with a viewer behind them. */
export type Read = Pick<Kysely<DB>, 'selectFrom' | 'with' | 'withRecursive' | 'selectNoFrom' | 'fn' | 'getExecutor'> & {
  readonly [VIEWED]: true;
};

/** No question and no wait for another's lock goes on for ever, and no transaction stays open with nobody behind it. */
const STATEMENT_TIMEOUT = '30s';
const LOCK_TIMEOUT = '15s';
const IDLE_TIMEOUT = '60s';

/**
 * How PostgreSQL plans what is prepared: each time for what is asked, since one view is of a village or of the whole
 * country; or once, for acts, which look up by keys.
 */
type Planning = 'force_custom_plan' | 'auto';

/** Gives the transaction its viewer for the database's own walls (row-level security). For this transaction only: a pooler may hand the connection to somebody else. */
export async function setViewer(
  trx: Transaction<DB>,
  viewer: Pick<Viewer, 'provinceId' | 'accountId'>,
  planning: Planning = 'force_custom_plan',
): Promise<void> {
  await sql`SELECT set_config('thidua.province', ${viewer.provinceId}, true), set_config('thidua.account', ${viewer.accountId}, true),
    set_config('statement_timeout', ${STATEMENT_TIMEOUT}, true), set_config('lock_timeout', ${LOCK_TIMEOUT}, true),
    set_config('idle_in_transaction_session_timeout', ${IDLE_TIMEOUT}, true), set_config('plan_cache_mode', ${planning}, true)`.execute(
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

/** One snapshot inside a province for the server's own work, with nobody behind it. */
export function readingInProvince<T>(
  db: Kysely<DB>,
  provinceId: string,
  question: (inside: Pick<Kysely<DB>, 'selectFrom' | 'getExecutor'>) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await setViewer(trx, { provinceId, accountId: '' });
      return question(trx);
    });
}

/** One snapshot of everything, with no viewer: for the operator's own commands, never for a request. */
export function snapshot<T>(db: Kysely<DB>, question: (all: Pick<Kysely<DB>, 'selectFrom'>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(question);
}
