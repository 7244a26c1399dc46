/** Signing in and out, and who a request comes from. Tokens are random and stored only as hashes. */

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Role } from '../core/rules/access.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import type { Tx } from './act.ts';
import type { DB } from './db/tables.generated.ts';
import { checkPassword } from './password.ts';
import { Problem } from './problem.ts';
import type { Viewer } from './read.ts';
import { inProvince, provinceOfName, provinceOfSession, somebodyThere } from './wall.ts';

export type SessionSettings = {
  db: Kysely<DB>;
  now: () => string;
  production: boolean;
  /** Waits so many milliseconds. */
  pause?: (ms: number) => Promise<void>;
};

export type Visit = { address: string; device: string };

const IDLE_HOURS = 12;
const LONGEST_DAYS = 7;
const ATTEMPTS = { account: 10, address: 100 };
const WINDOW_MINUTES = 15;
/** Failures of everybody in the window that are taken for slips of the hand; each one more makes the next wait longer. */
const USUAL_FAILURES = 300;
const WAIT_MS = { each: 20, most: 5_000 };

const hashed = (text: string) => createHash('sha256').update(text).digest();
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();
const HOUR = 3_600_000;

/**
 * Signs in: returns a fresh token (an earlier one of this browser ends). A wrong name and a wrong password look and
 * last the same. Throws `wrong-password` or, past the limit for this account or address, `too-many-attempts`.
 */
export async function signIn(
  settings: SessionSettings,
  input: { name: string; password: string; earlierToken: string | null },
  visit: Visit,
): Promise<string> {
  const { db } = settings;
  const now = settings.now();
  const called = input.name.normalize('NFC').trim().toLowerCase();
  const keys = {
    account: `account:${hashed(called).toString('hex')}`,
    address: `address:${hashed(visit.address).toString('hex')}`,
  };
  const attempt = await countAttempt(settings, keys, now);
  const wait = waitAfter(await failuresOfAll(settings, now));
  if (wait > 0) await (settings.pause ?? pause)(wait);
  const provinceId = await provinceOfName(db, called);
  const account = provinceId === null ? null : await inProvince(db, provinceId, (trx) => accountOf(trx, called, now));
  const usable = account && !(account.demo && settings.production) ? account : null;
  const right = await checkPassword(usable?.passwordHash ?? null, input.password);
  if (!right || !usable || provinceId === null || usable.postId === null)
    throw new Problem('unauthenticated', 'wrong-password');
  const { id, postId } = usable;
  await db
    .deleteFrom('sign_in_attempts')
    .where((row) => row.or([row('key', '=', keys.account), row('id', '=', attempt)]))
    .execute();
  if (input.earlierToken) await endSession(settings, input.earlierToken);
  const token = randomBytes(32).toString('base64url');
  await inProvince(db, provinceId, async (trx) => {
    await trx
      .insertInto('sessions')
      .values({
        token_hash: hashed(token),
        province_id: provinceId,
        account_id: id,
        post_id: postId,
        created_at: now,
        seen_at: now,
        expires_at: later(now, IDLE_HOURS * HOUR),
        address: visit.address.slice(0, 100),
        device: visit.device.slice(0, 200),
      })
      .execute();
  });
  return token;
}

/**
 * Counts first and looks afterwards, so that many attempts at the same moment cannot all slip under the limit. Returns
 * the attempt's id: a success takes it back, with all others of the account. Throws `too-many-attempts`.
 */
async function countAttempt(
  { db }: SessionSettings,
  keys: { account: string; address: string },
  now: string,
): Promise<string> {
  await db.deleteFrom('sign_in_attempts').where('at', '<', later(now, -HOUR)).execute();
  const id = randomUUID();
  await db
    .insertInto('sign_in_attempts')
    .values([
      { id, key: keys.account, at: now },
      { id, key: keys.address, at: now },
    ])
    .execute();
  const recent = await db
    .selectFrom('sign_in_attempts')
    .select((row) => ['key', row.fn.countAll<string>().as('times')])
    .where('key', 'in', [keys.account, keys.address])
    .where('at', '>', later(now, -WINDOW_MINUTES * 60_000))
    .groupBy('key')
    .execute();
  const times = (key: string) => Number(recent.find((row) => row.key === key)?.times ?? 0);
  if (times(keys.account) <= ATTEMPTS.account && times(keys.address) <= ATTEMPTS.address) return id;
  // What was refused does not count, or a persistent stranger would keep the owner out for ever.
  await db.deleteFrom('sign_in_attempts').where('id', '=', id).execute();
  throw new Problem('too-many', 'too-many-attempts');
}

type Inside = Pick<Transaction<DB>, 'selectFrom'>;

/**
 * How long an attempt waits after so many recent failures of everybody, in milliseconds: one password tried on many
 * accounts from many addresses stays under both limits, and becomes slow instead.
 */
export function waitAfter(failures: number): number {
  return Math.min(WAIT_MS.most, Math.max(0, failures - USUAL_FAILURES) * WAIT_MS.each);
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function failuresOfAll({ db }: SessionSettings, now: string): Promise<number> {
  const { rows } = await db
    .selectFrom('sign_in_attempts')
    // Each has a row for the account and one for the address.
    .select((row) => row.fn.countAll<string>().as('rows'))
    .where('at', '>', later(now, -WINDOW_MINUTES * 60_000))
    .executeTakeFirstOrThrow();
  return Math.floor(Number(rows) / 2);
}

/** The account called so, with the post a person starts in: the first that holds today; with several they may change it. */
async function accountOf(trx: Inside, called: string, now: string) {
  const day = dayInVietnam(now);
  return (
    trx
      .selectFrom('accounts')
      .select((row) => [
        'accounts.id',
        'password_hash as passwordHash',
        'demo',
        row
          .selectFrom('posts')
          .select('posts.id')
          .whereRef('posts.account_id', '=', 'accounts.id')
          .where('valid_from', '<=', day)
          .where('valid_until', '>', day)
          .orderBy('title')
          .limit(1)
          .as('postId'),
      ])
      .where((row) =>
        row.or([row(row.fn('lower', ['name']), '=', called), row(row.fn('lower', ['email']), '=', called)]),
      )
      .where('disabled_at', 'is', null)
      // A name goes before an address that happens to read the same.
      .orderBy((row) => row(row.fn('lower', ['name']), '=', called), 'desc')
      .executeTakeFirst()
  );
}

/** Who the token belongs to, or null. Keeps the session alive while it is used, up to its longest life. */
export async function viewerOf(settings: SessionSettings, token: string): Promise<Viewer | null> {
  const provinceId = await provinceOfSession(settings.db, hashed(token));
  return provinceId === null
    ? null
    : inProvince(settings.db, provinceId, (trx) => viewerInside(trx, settings, hashed(token)));
}

async function viewerInside(
  trx: Transaction<DB>,
  settings: SessionSettings,
  tokenHash: Buffer,
): Promise<Viewer | null> {
  const now = settings.now();
  const found = await trx
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .innerJoin('posts', 'posts.id', 'sessions.post_id')
    .innerJoin('provinces', 'provinces.id', 'accounts.province_id')
    .select([
      'accounts.id as accountId',
      'accounts.demo as demo',
      'posts.id as postId',
      'posts.account_id as holderId',
      'posts.role as role',
      'posts.title as postTitle',
      'posts.organisation_id as organisationId',
      'provinces.id as provinceId',
      'provinces.fixed_today as fixedToday',
      'sessions.deputation_id as deputationId',
      'sessions.seen_at as seenAt',
      'sessions.created_at as createdAt',
    ])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', now)
    .where('accounts.disabled_at', 'is', null)
    .where('posts.valid_from', '<=', dayInVietnam(now))
    .where('posts.valid_until', '>', dayInVietnam(now))
    .executeTakeFirst();
  if (!found || (found.demo && settings.production)) return null;
  const { accountId, postId, postTitle, organisationId, provinceId, deputationId } = found;
  const roles = await rolesOf(trx, found, now);
  if (roles.length === 0) return null;
  if (Date.parse(now) - Date.parse(found.seenAt) > 60_000) {
    const end = Math.min(Date.parse(now) + IDLE_HOURS * HOUR, Date.parse(found.createdAt) + LONGEST_DAYS * 24 * HOUR);
    await trx
      .updateTable('sessions')
      .set({ seen_at: now, expires_at: new Date(end).toISOString() })
      .where('token_hash', '=', tokenHash)
      .execute();
  }
  return {
    accountId,
    postId,
    postTitle,
    organisationId,
    provinceId,
    deputationId,
    roles,
    today: found.fixedToday ?? dayInVietnam(now),
  };
}

type Sitting = {
  accountId: string;
  holderId: string;
  role: string;
  organisationId: string;
  deputationId: string | null;
};

/**
 * In a post of one's own: everything one is in that organisation. In a lent one: that post's role alone, as long as it
 * is lent.
 */
async function rolesOf(trx: Inside, sitting: Sitting, now: string): Promise<Role[]> {
  const day = dayInVietnam(now);
  if (sitting.deputationId !== null) {
    const lent = await trx
      .selectFrom('deputations')
      .select('id')
      .where('id', '=', sitting.deputationId)
      .where('account_id', '=', sitting.accountId)
      .where('valid_from', '<=', day)
      .where('valid_until', '>', day)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return lent ? [sitting.role as Role] : [];
  }
  if (sitting.holderId !== sitting.accountId) return [];
  const held = await trx
    .selectFrom('posts')
    .select('role')
    .distinct()
    .where('account_id', '=', sitting.accountId)
    .where('organisation_id', '=', sitting.organisationId)
    .where('valid_from', '<=', day)
    .where('valid_until', '>', day)
    .orderBy('role')
    .execute();
  return held.map(({ role }) => role as Role);
}

export async function endSession({ db }: Pick<SessionSettings, 'db'>, token: string): Promise<void> {
  const provinceId = await provinceOfSession(db, hashed(token));
  if (provinceId === null) return;
  await inProvince(db, provinceId, (trx) =>
    trx.deleteFrom('sessions').where('token_hash', '=', hashed(token)).execute(),
  );
}

/** Ends every session of an account, on whatever device. */
export async function endAllSessions(tx: Pick<Tx, 'deleteFrom'>, accountId: string): Promise<number> {
  const ended = await tx.deleteFrom('sessions').where('account_id', '=', accountId).executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** Forgets sessions that ended before `before`; how many. */
export async function dropOldSessions(tx: Pick<Tx, 'deleteFrom'>, before: string): Promise<number> {
  const gone = await tx.deleteFrom('sessions').where('expires_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** A one-time code for making the first administrator; earlier ones end. Null once somebody can sign in. */
export async function makeSetUpCode({ db, now }: Pick<SessionSettings, 'db' | 'now'>): Promise<string | null> {
  if (await somebodyThere(db)) return null;
  const code = randomBytes(32).toString('base64url');
  await db.deleteFrom('set_up_codes').execute();
  await db
    .insertInto('set_up_codes')
    .values({ code_hash: hashed(code), expires_at: later(now(), 24 * HOUR) })
    .execute();
  return code;
}

/** Whether a set-up code still holds; it is not taken yet. */
export async function holdsSetUpCode({ db, now }: Pick<SessionSettings, 'db' | 'now'>, code: string): Promise<boolean> {
  const found = await db
    .selectFrom('set_up_codes')
    .select('expires_at')
    .where('code_hash', '=', hashed(code))
    .where('expires_at', '>', now())
    .executeTakeFirst();
  return found !== undefined;
}

/** Takes a set-up code, within the act that uses it: true once, and a set-up that fails leaves it. */
export async function takeSetUpCode(tx: Pick<Tx, 'deleteFrom'>, code: string, now: string): Promise<boolean> {
  const taken = await tx
    .deleteFrom('set_up_codes')
    .where('code_hash', '=', hashed(code))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numDeletedRows === 1n;
}
