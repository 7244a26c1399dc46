/** Signing in and out, and who a request comes from. Tokens are random and stored only as hashes. */

import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Role } from '../core/rules/access.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import { accountsVi } from '../core/text/vi/accounts.ts';
import type { Tx } from './act.ts';
import { countAttempt, waitForAll } from './attempts.ts';
import type { DB } from './db/tables.generated.ts';
import { checkPassword } from './password.ts';
import { notFound, Problem } from './problem.ts';
import type { Viewer } from './read.ts';
import { hashOfSecret as hashed, newToken } from './secrets.ts';
import { inProvince, provinceOfName, provinceOfSession, sittingOfSession, somebodyThere } from './wall.ts';

export type SessionSettings = {
  db: Kysely<DB>;
  now: () => string;
  production: boolean;
  /** Waits so many milliseconds, where too many attempts are made. */
  pause?: (ms: number) => Promise<void>;
};

export type Visit = { address: string; device: string };

const IDLE_HOURS = 12;
const LONGEST_DAYS = 7;
const HOUR = 3_600_000;
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

/** Whether the second step holds: true where the account has none. Takes the code, so that it is not taken twice. */
export type SecondStep = (
  trx: Transaction<DB>,
  asked: { accountId: string; code: string | null; now: string },
) => Promise<'held' | 'missing' | 'wrong'>;

/**
 * Signs in: returns a fresh token (an earlier one of this browser ends). A wrong name and a wrong password look and
 * last the same. Throws `wrong-password`, `code-needed`, `code-wrong` or, past the limit for this account or address,
 * `too-many-attempts`.
 */
export async function signIn(
  settings: SessionSettings,
  input: { name: string; password: string; code: string | null; earlierToken: string | null },
  visit: Visit,
  secondStep: SecondStep,
): Promise<string> {
  const { db } = settings;
  const now = settings.now();
  const called = input.name.normalize('NFC').trim().toLowerCase();
  const own = { what: 'account', of: called } as const;
  const attempt = await countAttempt(settings, [own, { what: 'address', of: visit.address }]);
  await waitForAll(settings);
  const provinceId = await provinceOfName(db, called);
  const account =
    provinceId === null
      ? null
      : await inProvince(db, provinceId, async (trx) => accountOf(trx, called, await dayThere(trx, provinceId, now)));
  const usable = account && !(account.demo && settings.production) ? account : null;
  const right = await checkPassword(usable?.passwordHash ?? null, input.password);
  if (!right || !usable || provinceId === null || usable.postId === null)
    throw new Problem('unauthenticated', 'wrong-password');
  const { id: accountId, postId } = usable;
  const step = await inProvince(db, provinceId, (trx) => secondStep(trx, { accountId, code: input.code, now }));
  if (step === 'wrong') throw new Problem('unauthenticated', 'code-wrong');
  if (step === 'missing') {
    await attempt.takeBack();
    throw new Problem('unauthenticated', 'code-needed');
  }
  await attempt.forget(own);
  return openSession(settings, { provinceId, accountId, postId, earlierToken: input.earlierToken }, visit);
}

type Opening = { provinceId: string; accountId: string; postId: string; earlierToken: string | null };

/** Opens a session for somebody who has proved who they are; an earlier one of this browser ends. */
export async function openSession(settings: SessionSettings, opening: Opening, visit: Visit): Promise<string> {
  const now = settings.now();
  if (opening.earlierToken) await endSession(settings, opening.earlierToken);
  const token = newToken();
  await inProvince(settings.db, opening.provinceId, async (trx) => {
    await trx
      .insertInto('sessions')
      .values({
        token_hash: hashed(token),
        province_id: opening.provinceId,
        account_id: opening.accountId,
        post_id: opening.postId,
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

/** The post somebody starts in, by account: null where it may not sign in at all. For ways in without a password. */
export async function startOf(
  settings: SessionSettings,
  { provinceId, accountId }: { provinceId: string; accountId: string },
): Promise<Opening | null> {
  const found = await inProvince(settings.db, provinceId, async (trx) =>
    startRows(trx, await dayThere(trx, provinceId, settings.now()))
      .where('accounts.id', '=', accountId)
      .executeTakeFirst(),
  );
  if (!found || found.postId === null || (found.demo && settings.production)) return null;
  return { provinceId, accountId, postId: found.postId, earlierToken: null };
}

type Inside = Pick<Transaction<DB>, 'selectFrom'>;

/** The day it is in a province: Asia/Ho_Chi_Minh, or the demo's fixed day. */
async function dayThere(trx: Inside, provinceId: string, now: string): Promise<string> {
  const province = await trx
    .selectFrom('provinces')
    .select('fixed_today')
    .where('id', '=', provinceId)
    .executeTakeFirst();
  return province?.fixed_today ?? dayInVietnam(now);
}

/** Accounts that may sign in, with the post a person starts in: the first that holds today; with several they may change it. */
function startRows(trx: Inside, day: string) {
  return trx
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
        .orderBy('posts.id')
        .limit(1)
        .as('postId'),
    ])
    .where('disabled_at', 'is', null);
}

const accountOf = (trx: Inside, called: string, day: string) =>
  startRows(trx, day)
    .where((row) => row.or([row(row.fn('lower', ['name']), '=', called), row(row.fn('lower', ['email']), '=', called)]))
    // A name goes before an address that happens to read the same.
    .orderBy((row) => row(row.fn('lower', ['name']), '=', called), 'desc')
    .executeTakeFirst();

/** Who the token belongs to, or null. Keeps the session alive while it is used, up to its longest life. */
export async function viewerOf(settings: SessionSettings, token: string): Promise<Viewer | null> {
  const now = settings.now();
  const sitting = await sittingOfSession(settings.db, { tokenHash: hashed(token), now, day: dayInVietnam(now) });
  if (sitting === null || sitting.roles.length === 0 || (sitting.demo && settings.production)) return null;
  const { demo: _, ownTitle, seenAt, createdAt, roles, ...viewer } = sitting;
  if (Date.parse(now) - Date.parse(seenAt) > 60_000) {
    const end = Math.min(Date.parse(now) + IDLE_HOURS * HOUR, Date.parse(createdAt) + LONGEST_DAYS * 24 * HOUR);
    await inProvince(settings.db, viewer.provinceId, (trx) =>
      trx
        .updateTable('sessions')
        .set({ seen_at: now, expires_at: new Date(end).toISOString() })
        .where('id', '=', viewer.sessionId)
        .execute(),
    );
  }
  const { deputationId, postTitle } = viewer;
  return {
    ...viewer,
    roles: roles as Role[],
    postTitle: deputationId === null ? postTitle : accountsVi.actingFor(ownTitle, postTitle),
  };
}

export async function endSession({ db }: Pick<SessionSettings, 'db'>, token: string): Promise<void> {
  const provinceId = await provinceOfSession(db, hashed(token));
  if (provinceId === null) return;
  await inProvince(db, provinceId, (trx) =>
    trx.deleteFrom('sessions').where('token_hash', '=', hashed(token)).execute(),
  );
}

/** Ends every session of an account, on whatever device; `except` stays, where it is given. */
export async function endAllSessions(
  tx: Pick<Tx, 'deleteFrom'>,
  accountId: string,
  except: string | null = null,
): Promise<number> {
  const ended = await tx
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .$if(except !== null, (query) => query.where('id', '!=', except))
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** Forgets sessions that ended before `before`; how many. */
export async function dropOldSessions(tx: Pick<Tx, 'deleteFrom'>, before: string): Promise<number> {
  const gone = await tx.deleteFrom('sessions').where('expires_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Ends one session of an account by its id; false where there is none. */
export async function endOneSession(
  tx: Pick<Tx, 'deleteFrom'>,
  { accountId, sessionId }: { accountId: string; sessionId: string },
): Promise<boolean> {
  const ended = await tx
    .deleteFrom('sessions')
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

export type SeatChoice = { postId: string; deputationId: string | null };

/**
 * Lets a session go on in another seat, under a new token: who had overheard the old one is left behind. Its longest
 * life is not renewed. Throws `not-found` for a seat that is not this person's today.
 */
export async function moveSession(
  tx: Tx,
  { token, viewer, seat, now }: { token: string; viewer: Viewer; seat: SeatChoice; now: string },
): Promise<string> {
  const { accountId, today } = viewer;
  const post = await tx.selectFrom('posts').select('id').where('id', '=', seat.postId).executeTakeFirst();
  if (!post) throw notFound();
  const fresh = newToken();
  const moved = await tx
    .updateTable('sessions')
    .set({
      token_hash: hashed(fresh),
      id: randomUUID(),
      post_id: seat.postId,
      deputation_id: seat.deputationId,
      seen_at: now,
    })
    .where('token_hash', '=', hashed(token))
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new Problem('unauthenticated', 'unauthenticated');
  const sitting = await sittingOfSession(tx, { tokenHash: hashed(fresh), now, day: today });
  if (sitting === null || sitting.roles.length === 0) throw notFound();
  return fresh;
}

/** A one-time code for making the first administrator; earlier ones end. Null once somebody can sign in. */
export async function makeSetUpCode({ db, now }: Pick<SessionSettings, 'db' | 'now'>): Promise<string | null> {
  if (await somebodyThere(db)) return null;
  const code = newToken();
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
