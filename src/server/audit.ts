/**
 * The proof of who did what: one hash chain a province. A row's hash covers the hash of its payload and of the row
 * before; the head keeps the count and the last hash. A changed, missing or cut-off row shows; an erased payload does not.
 */

import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
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
};

const ZERO = Buffer.alloc(32);
const sha256 = (text: string) => createHash('sha256').update(text).digest();

type Hashed = AuditContext &
  Omit<AuditRecord, 'before' | 'after'> & { seq: string; payloadHash: Buffer; previousHash: Buffer };

/** The fields in one fixed order and form, so that the same row always gives the same hash. */
function hashOf(row: Hashed): Buffer {
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
  await trx
    .insertInto('audit_heads')
    .values({ province_id: context.provinceId, count: 0, hash: ZERO })
    .onConflict((row) => row.doNothing())
    .execute();
  const head = await trx
    .selectFrom('audit_heads')
    .select(['count', 'hash'])
    .where('province_id', '=', context.provinceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  let seq = BigInt(head.count);
  let previous = head.hash;
  for (const record of records) {
    seq += 1n;
    const payload = JSON.stringify({ before: record.before ?? null, after: record.after ?? null });
    const row: Hashed = {
      ...context,
      deed: record.deed,
      subjectKind: record.subjectKind,
      subjectId: record.subjectId,
      seq: String(seq),
      payloadHash: sha256(payload),
      previousHash: previous,
    };
    const hash = hashOf(row);
    await trx
      .insertInto('audit_entries')
      .values({
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
        previous_hash: row.previousHash,
        hash,
      })
      .execute();
    await trx
      .insertInto('audit_payloads')
      .values({ province_id: row.provinceId, seq, payload, erased_at: null })
      .execute();
    previous = hash;
  }
  await trx
    .updateTable('audit_heads')
    .set({ count: seq, hash: previous })
    .where('province_id', '=', context.provinceId)
    .execute();
}

/** Where a chain breaks first, and how. */
export type AuditBreak = {
  province: string;
  seq: string;
  how:
    | 'row-changed'
    | 'row-missing'
    | 'payload-changed'
    | 'payload-missing'
    | 'tail-cut'
    | 'head-missing'
    | 'rows-beyond-head';
};

export type AuditVerdict = { provinces: { name: string; rows: string; head: string }[]; breaks: AuditBreak[] };

const BATCH = 5_000;

/** Walks every chain from its first row to its head; the first break of each is named with its place. */
export async function verifyAudit(db: Kysely<DB>): Promise<AuditVerdict> {
  const verdict: AuditVerdict = { provinces: [], breaks: [] };
  const provinces = await db
    .selectFrom('provinces')
    .leftJoin('audit_heads', 'audit_heads.province_id', 'provinces.id')
    .select(['provinces.id', 'provinces.name', 'audit_heads.count', 'audit_heads.hash'])
    .orderBy('provinces.name')
    .execute();
  for (const { id, name, count, hash } of provinces) {
    const found = await walkChain(db, id, count, hash);
    if (found) verdict.breaks.push({ province: name, ...found });
    verdict.provinces.push({ name, rows: count ?? '0', head: (hash ?? ZERO).toString('hex') });
  }
  return verdict;
}

async function walkChain(
  db: Kysely<DB>,
  provinceId: string,
  count: string | null,
  head: Buffer | null,
): Promise<Omit<AuditBreak, 'province'> | null> {
  let expected = 1n;
  let previous: Buffer = ZERO;
  for (;;) {
    const rows = await batch(db, provinceId, expected);
    for (const row of rows) {
      if (BigInt(row.seq) !== expected) return { seq: String(expected), how: 'row-missing' };
      const intact = hashOf({ ...row, previousHash: previous, payloadHash: row.payloadHash });
      if (!row.previousHash.equals(previous) || !row.hash.equals(intact)) return { seq: row.seq, how: 'row-changed' };
      if (row.payloadSeq === null) return { seq: row.seq, how: 'payload-missing' };
      if (row.payload !== null && !sha256(row.payload).equals(row.payloadHash))
        return { seq: row.seq, how: 'payload-changed' };
      previous = row.hash;
      expected += 1n;
    }
    if (rows.length < BATCH) break;
  }
  const walked = expected - 1n;
  if (count === null || head === null) return walked === 0n ? null : { seq: '1', how: 'head-missing' };
  if (walked < BigInt(count)) return { seq: String(expected), how: 'tail-cut' };
  if (walked > BigInt(count)) return { seq: String(BigInt(count) + 1n), how: 'rows-beyond-head' };
  return head.equals(previous) ? null : { seq: String(walked), how: 'row-changed' };
}

function batch(db: Kysely<DB>, provinceId: string, from: bigint) {
  return db
    .selectFrom('audit_entries as entry')
    .leftJoin('audit_payloads as beside', (join) =>
      join.onRef('beside.province_id', '=', 'entry.province_id').onRef('beside.seq', '=', 'entry.seq'),
    )
    .select([
      'entry.province_id as provinceId',
      'entry.seq as seq',
      'entry.at as at',
      'entry.account_id as accountId',
      'entry.organisation_id as organisationId',
      'entry.post_title as postTitle',
      'entry.act as act',
      'entry.deed as deed',
      'entry.subject_kind as subjectKind',
      'entry.subject_id as subjectId',
      'entry.action_id as actionId',
      'entry.payload_hash as payloadHash',
      'entry.previous_hash as previousHash',
      'entry.hash as hash',
      'beside.seq as payloadSeq',
      'beside.payload as payload',
    ])
    .where('entry.province_id', '=', provinceId)
    .where('entry.seq', '>=', String(from))
    .orderBy('entry.seq')
    .limit(BATCH)
    .execute();
}
