/**
 * The wall between provinces, as the server meets it. Inside PostgreSQL every row is hidden but those of the province
 * a transaction names (migrations/0021-row-security.sql). Viewers bring theirs; what goes on before a viewer is known,
 * or for none, asks a door which province to go on in and goes on in that one alone. A session's token opens one door
 * more: it gives who sits behind it, since every request asks that first.
 */

import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from './db/tables.generated.ts';
import { setViewer } from './read.ts';

/**
 * A transaction inside one province for the server's own bookkeeping: sessions, leases. It leaves no trace in the audit
 * log, so nothing that people do is done in it; the architecture test knows who calls it.
 */
export function inProvince<T>(
  db: Kysely<DB>,
  provinceId: string,
  work: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await setViewer(trx, { provinceId, accountId: '' });
    return work(trx);
  });
}

/** Province of the account with this name or e-mail address, in lower case; null where there is none. */
export async function provinceOfName(db: Kysely<DB>, called: string): Promise<string | null> {
  return one(await sql<Found>`SELECT door.province_of_name(${called}) AS id`.execute(db));
}

/** Province of the session whose token has this SHA-256; null where there is none. */
export async function provinceOfSession(db: Kysely<DB>, tokenHash: Buffer): Promise<string | null> {
  return one(await sql<Found>`SELECT door.province_of_session(${tokenHash}) AS id`.execute(db));
}

/** Who sits behind a session: the account, its post and what it is there today. */
export type Sitting = {
  accountId: string;
  demo: boolean;
  mustChangePassword: boolean;
  postId: string;
  postTitle: string;
  /** The first post that is the person's own today, where the one it sits in is lent. */
  ownTitle: string | null;
  roles: string[];
  organisationId: string;
  provinceId: string;
  today: string;
  deputationId: string | null;
  sessionId: string;
  seenAt: string;
  createdAt: string;
};

/** Whose session has a token with this SHA-256 and holds at `now`; null where nobody may sit there. `day` is the day in Vietnam. */
export async function sittingOfSession(
  db: Pick<Kysely<DB>, 'getExecutor'>,
  { tokenHash, now, day }: { tokenHash: Buffer; now: string; day: string },
): Promise<Sitting | null> {
  const { rows } = await sql<Sitting>`
    SELECT account_id AS "accountId", demo, must_change_password AS "mustChangePassword", post_id AS "postId",
      post_title AS "postTitle", own_title AS "ownTitle", roles, organisation_id AS "organisationId",
      province_id AS "provinceId", today, deputation_id AS "deputationId", session_id AS "sessionId",
      seen_at AS "seenAt", created_at AS "createdAt"
    FROM door.sitting_of_session(${tokenHash}, ${now}, ${day})`.execute(db);
  return rows[0] ?? null;
}

/** Province of the link whose token has this SHA-256; null where there is none. */
export async function provinceOfLink(db: Kysely<DB>, tokenHash: Buffer): Promise<string | null> {
  return one(await sql<Found>`SELECT door.province_of_link(${tokenHash}) AS id`.execute(db));
}

/** Province of the access token that has this SHA-256; null where there is none. */
export async function provinceOfAccessToken(db: Kysely<DB>, tokenHash: Buffer): Promise<string | null> {
  return one(await sql<Found>`SELECT door.province_of_access_token(${tokenHash}) AS id`.execute(db));
}

/** Province of the passkey with this credential id; null where there is none. */
export async function provinceOfPasskey(db: Kysely<DB>, credentialId: string): Promise<string | null> {
  return one(await sql<Found>`SELECT door.province_of_passkey(${credentialId}) AS id`.execute(db));
}

/** Province of the account that an identity elsewhere opens; null where there is none. */
export async function provinceOfIdentity(
  db: Kysely<DB>,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string | null> {
  return one(await sql<Found>`SELECT door.province_of_identity(${issuer}, ${subject}) AS id`.execute(db));
}

/** Provinces in which readings wait or run, the longest waiting first. */
export async function provincesWithReadings(db: Kysely<DB>, state: 'waiting' | 'running'): Promise<string[]> {
  return all(await sql<Found>`SELECT door.provinces_with_readings(${state}) AS id`.execute(db));
}

/** Provinces in which figures wait to be put together, the longest waiting first. */
export async function provincesToRoll(db: Kysely<DB>): Promise<string[]> {
  return all(await sql<Found>`SELECT door.provinces_to_roll() AS id`.execute(db));
}

/** Provinces in which jobs can be begun now, the longest waiting first. */
export async function provincesWithJobs(db: Kysely<DB>): Promise<string[]> {
  return all(await sql<Found>`SELECT door.provinces_with_jobs() AS id`.execute(db));
}

/** Every province, for work that goes on in each by itself. */
export async function allProvinces(db: Kysely<DB>): Promise<string[]> {
  return all(await sql<Found>`SELECT door.provinces() AS id`.execute(db));
}

/** Whether anybody has an account: the first set-up is over. */
export async function somebodyThere(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`SELECT door.somebody_there() AS there`.execute(db);
  return rows[0]?.there ?? false;
}

/** False where the pool's role owns the tables or may pass every wall: then provinces are kept apart by the queries alone. */
export async function wallStands(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`SELECT row_security_active('organisations') AS stands`.execute(db);
  return rows[0]?.stands ?? false;
}

type Found = { id: string | null };
const all = ({ rows }: { rows: Found[] }): string[] => rows.flatMap(({ id }) => (id === null ? [] : [id]));
const one = (found: { rows: Found[] }): string | null => all(found)[0] ?? null;
