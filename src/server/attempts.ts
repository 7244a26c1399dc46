/** Attempts at guessing, counted in the database: by account, by address, and of everybody. */

import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from './db/tables.generated.ts';
import { Problem } from './problem.ts';

export type Counting = {
  db: Kysely<DB>;
  now: () => string;
  /** Waits so many milliseconds. */
  pause?: (ms: number) => Promise<void>;
};

/** What one address, or one account, may fail at within the window, by what is tried. */
const LIMITS = { account: 10, address: 100, links: 60, asking: 200, sending: 60 } as const;
export type Tried = { what: keyof typeof LIMITS; of: string };

const WINDOW_MINUTES = 15;
const HOUR = 3_600_000;
/** Failures of everybody in the window that are taken for slips of the hand; each one more makes the next wait longer. */
const USUAL_FAILURES = 300;
const WAIT_MS = { each: 20, most: 5_000 };

const keyOf = ({ what, of }: Tried): string => `${what}:${createHash('sha256').update(of).digest('hex')}`;
const earlier = (instant: string, ms: number) => new Date(Date.parse(instant) - ms).toISOString();

export type Attempt = {
  /** It went well, or was no attempt at all: it does not count. */
  takeBack: () => Promise<void>;
  /** It went well: neither it nor the failures before count for `tried` any more. */
  forget: (tried: Tried) => Promise<void>;
};

/**
 * Counts first and looks afterwards, so that many attempts at the same moment cannot all slip under the limit. Throws
 * `too-many-attempts`.
 */
export async function countAttempt({ db, now }: Counting, tried: readonly Tried[]): Promise<Attempt> {
  const at = now();
  await db.deleteFrom('sign_in_attempts').where('at', '<', earlier(at, HOUR)).execute();
  const id = randomUUID();
  const keys = tried.map((one) => ({ key: keyOf(one), most: LIMITS[one.what] }));
  await db
    .insertInto('sign_in_attempts')
    .values(keys.map(({ key }) => ({ id, key, at })))
    .execute();
  const takeBack = async () => {
    await db.deleteFrom('sign_in_attempts').where('id', '=', id).execute();
  };
  const recent = await db
    .selectFrom('sign_in_attempts')
    .select((row) => ['key', row.fn.countAll<string>().as('times')])
    .where(
      'key',
      'in',
      keys.map(({ key }) => key),
    )
    .where('at', '>', earlier(at, WINDOW_MINUTES * 60_000))
    .groupBy('key')
    .execute();
  const times = (key: string) => Number(recent.find((row) => row.key === key)?.times ?? 0);
  if (keys.some(({ key, most }) => times(key) > most)) {
    // What was refused does not count, or a persistent stranger would keep the owner out for ever.
    await takeBack();
    throw new Problem('too-many', 'too-many-attempts');
  }
  const forget = async (one: Tried) => {
    await takeBack();
    await db.deleteFrom('sign_in_attempts').where('key', '=', keyOf(one)).execute();
  };
  return { takeBack, forget };
}

/**
 * Failures of one account, by its name and its e-mail address, do not count any more: whoever keeps it has given it a
 * new way in, and what was tried with the old one says nothing of that.
 */
export async function forgetFailures(
  tx: Pick<Kysely<DB>, 'selectFrom' | 'deleteFrom'>,
  accountId: string,
): Promise<void> {
  const account = await tx
    .selectFrom('accounts')
    .select(['name', 'email'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  const called = [account?.name, account?.email].flatMap((one) => (one ? [one.toLowerCase()] : []));
  if (called.length === 0) return;
  const keys = called.map((of) => keyOf({ what: 'account', of }));
  await tx.deleteFrom('sign_in_attempts').where('key', 'in', keys).execute();
}

/**
 * How long an attempt waits after so many recent failures of everybody, in milliseconds: one password tried on many
 * accounts from many addresses stays under both limits, and becomes slow instead.
 */
export function waitAfter(failures: number): number {
  return Math.min(WAIT_MS.most, Math.max(0, failures - USUAL_FAILURES) * WAIT_MS.each);
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits as long as the recent failures of everybody at signing in ask for. */
export async function waitForAll({ db, now, pause: given }: Counting): Promise<void> {
  const { rows } = await db
    .selectFrom('sign_in_attempts')
    // Each has a row for the account and one for the address.
    .select((row) => row.fn.countAll<string>().as('rows'))
    .where('at', '>', earlier(now(), WINDOW_MINUTES * 60_000))
    .where((row) => row.or([row('key', 'like', 'account:%'), row('key', 'like', 'address:%')]))
    .executeTakeFirstOrThrow();
  const wait = waitAfter(Math.floor(Number(rows) / 2));
  if (wait > 0) await (given ?? pause)(wait);
}
