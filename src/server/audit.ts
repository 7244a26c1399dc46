/**
 * The proof of who did what: one hash chain a province. A row's hash covers the hash of its payload and of the row
 * before; the head keeps the count and the last hash. A changed, missing or cut-off row shows; an erased payload does
 * not, as long as the erasure itself stands in the chain. From where somebody acted lies beside the payload, which
 * holds only its hash, so that addresses can go long before the deeds do. audit-chain.ts walks a chain.
 */

import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
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
/** Rows in one statement: well under PostgreSQL's limit of 65,535 parameters. */
const ROWS_AT_ONCE = 1_000;
/** The deed that stands in the chain for every erased payload; its payload names the entry. */
export const ERASED = 'payload-erased';
/** The deed that stands in the chain for origins erased up to an entry, which its payload names. */
export const ORIGINS_ERASED = 'origins-erased';

export const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export type HashedEntry = Omit<AuditContext, 'origin' | 'deputationId'> &
  Omit<AuditRecord, 'before' | 'after'> & { seq: string; payloadHash: Buffer; previousHash: Buffer };

/** The fields in one fixed order and form, so that the same row always gives the same hash. */
export function hashOf(row: HashedEntry): Buffer {
  const parts = [
    row.provinceId,
    row.seq,
    new Date(row.at).toISOString(),
    row.accountId,
    row.organisationId,
    row.postTitle,
    row.act,
    row.deed,
    row.subjectKind,
    row.subjectId,
    row.actionId,
  ];
  return sha256(JSON.stringify([...parts, row.payloadHash.toString('hex'), row.previousHash.toString('hex')]));
}

/** Appends `records` to the province's chain; the last thing an act does, so that the head is locked only briefly. */
export async function appendAudit(trx: Transaction<DB>, context: AuditContext, records: AuditRecord[]): Promise<void> {
  const { provinceId } = context;
  const links = chain(context, records, (await lockHead(trx, provinceId)) ?? (await beginChain(trx, provinceId)));
  for (let from = 0; from < links.length; from += ROWS_AT_ONCE) {
    const some = links.slice(from, from + ROWS_AT_ONCE);
    const last = some.at(-1)?.entry;
    if (!last) return;
    // One question for all three: between them the head is locked and others wait.
    await trx
      .with('entered', (query) => query.insertInto('audit_entries').values(some.map((link) => link.entry)))
      .with('moved', (query) =>
        query
          .updateTable('audit_heads')
          .set({ count: last.seq, hash: last.hash })
          .where('province_id', '=', provinceId),
      )
      .insertInto('audit_payloads')
      .values(some.map((link) => link.payload))
      .execute();
  }
}

type Head = { count: string; hash: Buffer };

const lockHead = (trx: Transaction<DB>, provinceId: string): Promise<Head | undefined> =>
  trx
    .selectFrom('audit_heads')
    .select(['count', 'hash'])
    .where('province_id', '=', provinceId)
    .forUpdate()
    .executeTakeFirst();

/** The head of a chain of nothing, or what somebody else has begun meanwhile. */
async function beginChain(trx: Transaction<DB>, provinceId: string): Promise<Head> {
  const head = { count: '0', hash: ZERO };
  await trx
    .insertInto('audit_heads')
    .values({ province_id: provinceId, ...head })
    .onConflict((row) => row.doNothing())
    .execute();
  return (await lockHead(trx, provinceId)) ?? head;
}

function chain(context: AuditContext, records: AuditRecord[], head: Head) {
  let previousHash: Buffer = head.hash;
  return records.map((record, index) => {
    const seq = String(BigInt(head.count) + BigInt(index + 1));
    const origin = context.origin ? JSON.stringify(context.origin) : null;
    const originSalt = origin === null ? null : randomBytes(16);
    const payload = JSON.stringify({
      before: record.before ?? null,
      after: record.after ?? null,
      ...(context.deputationId ? { deputation: context.deputationId } : {}),
      ...(origin !== null && originSalt ? { origin: sha256(originSalt, origin).toString('hex') } : {}),
    });
    const salt = randomBytes(16);
    const row: HashedEntry = {
      ...context,
      deed: record.deed,
      subjectKind: record.subjectKind,
      subjectId: record.subjectId,
      seq,
      payloadHash: sha256(salt, payload),
      previousHash,
    };
    const hash = hashOf(row);
    const entry = {
      province_id: row.provinceId,
      seq,
      at: row.at,
      account_id: row.accountId,
      organisation_id: row.organisationId,
      post_title: row.postTitle,
      act: row.act,
      deed: row.deed,
      subject_kind: row.subjectKind,
      subject_id: row.subjectId,
      action_id: row.actionId,
      payload_hash: row.payloadHash,
      previous_hash: previousHash,
      hash,
    };
    previousHash = hash;
    return {
      entry,
      payload: { province_id: row.provinceId, seq, salt, payload, erased_at: null, origin, origin_salt: originSalt },
    };
  });
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
