/**
 * The proof of who did what: one hash chain a province. A row's hash covers the hash of its payload and of the row
 * before; the head keeps the count and the last hash. A changed, missing or cut-off row shows; an erased payload does
 * not, as long as the erasure itself stands in the chain. From where somebody acted lies beside the payload, which
 * holds only its hash, so that addresses can go long before the deeds do. audit-chain.ts walks a chain.
 */

import { createHash, randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { DB } from './db/tables.generated.ts';

/** One thing that happened, as an act records it. `before` and `after` go into the erasable payload. */
export type AuditRecord = {
  deed: string;
  subjectKind: string;
  subjectId: string | null;
  before?: unknown;
  after?: unknown;
};

export type AuditContext = {
  provinceId: string;
  accountId: string | null;
  organisationId: string | null;
  postTitle: string;
  act: string;
  actionId: string | null;
  at: string;
  /** From where the person acted; absent for the system itself. */
  origin?: AuditOrigin;
  /** Set while acting for somebody who is away. */
  deputationId?: string | null;
};

export type AuditOrigin = { address: string; device: string };

export const ZERO = Buffer.alloc(32);
/** The deed that stands in the chain for every erased payload; its payload names the entry. */
export const ERASED = 'payload-erased';
/** The deed that stands in the chain for origins erased up to an entry, which its payload names. */
export const ORIGINS_ERASED = 'origins-erased';

export const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** What the hash of an entry covers beside its place in the chain and the entry before. */
export type EntryFacts = Omit<AuditContext, 'origin' | 'deputationId'> &
  Omit<AuditRecord, 'before' | 'after'> & { payloadHash: Buffer };

export type HashedEntry = EntryFacts & { seq: string; previousHash: Buffer };

/** The facts in one fixed order and form, so that the same row always gives the same hash; JSON without its brackets. */
function hashedFacts(row: EntryFacts): string {
  const facts = [
    new Date(row.at).toISOString(),
    row.accountId,
    row.organisationId,
    row.postTitle,
    row.act,
    row.deed,
    row.subjectKind,
    row.subjectId,
    row.actionId,
    row.payloadHash.toString('hex'),
  ];
  return JSON.stringify(facts).slice(1, -1);
}

/** As the function `append_audit` of the database makes it. */
export function hashOf(row: HashedEntry): Buffer {
  return sha256(`["${row.provinceId}","${row.seq}",${hashedFacts(row)},"${row.previousHash.toString('hex')}"]`);
}

/**
 * Appends `records` to the province's chain, and keeps what the action is `answered` for whoever sends it again; the last
 * thing an act does, and one question, so that the head is locked only briefly.
 */
export async function appendAudit(
  trx: Pick<Transaction<DB>, 'getExecutor'>,
  context: AuditContext,
  records: AuditRecord[],
  answered: string | null = null,
): Promise<void> {
  const entries = JSON.stringify(records.map((record) => entryOf(context, record)));
  const { provinceId, at, accountId, organisationId, postTitle, act, actionId } = context;
  await sql`SELECT append_audit(${provinceId}, ${at}, ${accountId}, ${organisationId}, ${postTitle}, ${act}, ${actionId},
    ${answered}::jsonb, ${entries}::jsonb)`.execute(trx);
}

/** A record on its way into the chain, bytes as hexadecimal digits. */
function entryOf(context: AuditContext, { deed, subjectKind, subjectId, before, after }: AuditRecord) {
  const origin = context.origin ? JSON.stringify(context.origin) : null;
  const originSalt = origin === null ? null : randomBytes(16);
  const payload = JSON.stringify({
    before: before ?? null,
    after: after ?? null,
    ...(context.deputationId ? { deputation: context.deputationId } : {}),
    ...(origin !== null && originSalt ? { origin: sha256(originSalt, origin).toString('hex') } : {}),
  });
  const salt = randomBytes(16);
  const payloadHash = sha256(salt, payload);
  return {
    ...{ deed, subjectKind, subjectId, payload, origin },
    facts: hashedFacts({ ...context, deed, subjectKind, subjectId, payloadHash }),
    salt: salt.toString('hex'),
    payloadHash: payloadHash.toString('hex'),
    originSalt: originSalt?.toString('hex') ?? null,
  };
}

/**
 * Blanks the payload of one entry (personal data that must go) and returns the record the act has to write about it.
 * Undefined where there is no such entry or it is blank already.
 */
export async function erasePayload(
  trx: Pick<Transaction<DB>, 'updateTable'>,
  { provinceId, seq, at, why }: { provinceId: string; seq: string; at: string; why: string },
): Promise<AuditRecord | undefined> {
  const erased = await trx
    .updateTable('audit_payloads')
    .set({ payload: null, salt: null, erased_at: at, origin: null, origin_salt: null, origin_erased_at: at })
    .where('province_id', '=', provinceId)
    .where('seq', '=', seq)
    .where('payload', 'is not', null)
    .executeTakeFirst();
  if (erased.numUpdatedRows === 0n) return undefined;
  return { deed: ERASED, subjectKind: 'audit-entry', subjectId: null, after: { seq, why } };
}

/**
 * Blanks where people acted from in all entries written before `before`, and returns the record that has to be written
 * about it. Undefined where there is none left.
 */
export async function eraseOrigins(
  trx: Pick<Transaction<DB>, 'updateTable' | 'selectFrom'>,
  { provinceId, before, at }: { provinceId: string; before: string; at: string },
): Promise<AuditRecord | undefined> {
  const last = await trx
    .selectFrom('audit_entries')
    .select((row) => row.fn.max('seq').as('seq'))
    .where('province_id', '=', provinceId)
    .where('at', '<', before)
    .executeTakeFirst();
  const upTo = last?.seq;
  if (upTo == null) return undefined;
  const erased = await trx
    .updateTable('audit_payloads')
    .set({ origin: null, origin_salt: null, origin_erased_at: at })
    .where('province_id', '=', provinceId)
    .where('seq', '<=', upTo)
    .where('origin', 'is not', null)
    .executeTakeFirst();
  const count = Number(erased.numUpdatedRows);
  if (count === 0) return undefined;
  return { deed: ORIGINS_ERASED, subjectKind: 'audit-log', subjectId: null, after: { upTo: String(upTo), count } };
}

/** Blanks from where one account acted, in all entries up to now, and gives the record that has to be written about it. */
export async function eraseOriginsOf(
  trx: Pick<Transaction<DB>, 'updateTable' | 'selectFrom'>,
  { provinceId, accountId, at }: { provinceId: string; accountId: string; at: string },
): Promise<{ record: AuditRecord; count: number } | undefined> {
  const erased = await trx
    .updateTable('audit_payloads')
    .set({ origin: null, origin_salt: null, origin_erased_at: at })
    .where('province_id', '=', provinceId)
    .where('origin', 'is not', null)
    .where('seq', 'in', (row) =>
      row
        .selectFrom('audit_entries')
        .select('seq')
        .where('province_id', '=', provinceId)
        .where('account_id', '=', accountId),
    )
    .returning('seq')
    .execute();
  const last = erased.reduce((most, { seq }) => (BigInt(seq) > most ? BigInt(seq) : most), 0n);
  if (last === 0n) return undefined;
  const count = erased.length;
  const after = { upTo: String(last), count };
  return { count, record: { deed: ORIGINS_ERASED, subjectKind: 'audit-log', subjectId: null, after } };
}
