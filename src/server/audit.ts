/**
 * The proof of who did what: one hash chain a province. A row's hash covers the hash of its payload and of the row
 * before; the head keeps the count and the last hash. A changed, missing or cut-off row shows; an erased payload does
 * not, as long as the erasure itself stands in the chain.
 */

import { createHash, randomBytes } from 'node:crypto';
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
/** Rows in one statement: well under PostgreSQL's limit of 65,535 parameters. */
const ROWS_AT_ONCE = 1_000;
/** The deed that stands in the chain for every erased payload; its payload names the entry. */
const ERASED = 'payload-erased';

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

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
  const links = chain(context, records, head);
  for (let from = 0; from < links.length; from += ROWS_AT_ONCE) {
    const some = links.slice(from, from + ROWS_AT_ONCE);
    await trx
      .insertInto('audit_entries')
      .values(some.map((link) => link.entry))
      .execute();
    await trx
      .insertInto('audit_payloads')
      .values(some.map((link) => link.payload))
      .execute();
  }
  const last = links.at(-1)?.entry;
  if (!last) return;
  await trx
    .updateTable('audit_heads')
    .set({ count: last.seq, hash: last.hash })
    .where('province_id', '=', context.provinceId)
    .execute();
}

function chain(context: AuditContext, records: AuditRecord[], head: { count: string; hash: Buffer }) {
  let previousHash: Buffer = head.hash;
  return records.map((record, index) => {
    const seq = String(BigInt(head.count) + BigInt(index + 1));
    const payload = JSON.stringify({ before: record.before ?? null, after: record.after ?? null });
    const salt = randomBytes(16);
    const row: Hashed = {
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
    return { entry, payload: { province_id: row.provinceId, seq, salt, payload, erased_at: null } };
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
    .set({ payload: null, salt: null, erased_at: at })
    .where('province_id', '=', provinceId)
    .where('seq', '=', seq)
    .where('payload', 'is not', null)
    .executeTakeFirst();
  if (erased.numUpdatedRows === 0n) return undefined;
  return { deed: ERASED, subjectKind: 'audit-entry', subjectId: null, after: { seq, why } };
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
    | 'erased-without-trace'
    | 'tail-cut'
    | 'head-missing'
    | 'head-changed'
    | 'rows-beyond-head'
    | 'anchor-differs';
};

export type AuditChain = { province: string; rows: string; head: string };
export type AuditVerdict = { chains: AuditChain[]; breaks: AuditBreak[] };

const BATCH = 5_000;

/**
 * Walks every chain from its first row to its head; the first break of each is named with its place. `anchors` are
 * heads written down earlier ("rows:hash"): a chain that was rewritten as a whole, head and all, no longer holds them.
 * Call it in one snapshot.
 */
export async function verifyAudit(db: Pick<Kysely<DB>, 'selectFrom'>, anchors: string[] = []): Promise<AuditVerdict> {
  const verdict: AuditVerdict = { chains: [], breaks: [] };
  const provinces = await db
    .selectFrom('provinces')
    .leftJoin('audit_heads', 'audit_heads.province_id', 'provinces.id')
    .select(['provinces.id', 'provinces.name', 'audit_heads.count', 'audit_heads.hash'])
    .orderBy('provinces.name')
    .execute();
  const missing = new Set(anchors);
  for (const { id, name, count, hash } of provinces) {
    const found = await walkChain(db, { provinceId: id, count, head: hash }, missing);
    if (found) verdict.breaks.push({ province: name, ...found });
    verdict.chains.push({ province: name, rows: count ?? '0', head: (hash ?? ZERO).toString('hex') });
  }
  for (const anchor of missing)
    verdict.breaks.push({ province: '', seq: anchor.split(':')[0] ?? '', how: 'anchor-differs' });
  return verdict;
}

type Walk = { provinceId: string; count: string | null; head: Buffer | null };
type Found = Omit<AuditBreak, 'province'> | null;

async function walkChain(
  db: Pick<Kysely<DB>, 'selectFrom'>,
  { provinceId, count, head }: Walk,
  anchors: Set<string>,
): Promise<Found> {
  let expected = 1n;
  let previous: Buffer = ZERO;
  const blank = new Set<string>();
  for (;;) {
    const rows = await batch(db, provinceId, expected);
    for (const row of rows) {
      const broken = breakOf(row, expected, previous);
      if (broken) return broken;
      if (row.payload === null) blank.add(row.seq);
      if (row.deed === ERASED && row.payload !== null) blank.delete(erasedSeq(row.payload));
      previous = row.hash;
      anchors.delete(`${row.seq}:${row.hash.toString('hex')}`);
      expected += 1n;
    }
    if (rows.length < BATCH) break;
  }
  const walked = expected - 1n;
  if (count === null || head === null) return walked === 0n ? null : { seq: '1', how: 'head-missing' };
  if (walked < BigInt(count)) return { seq: String(expected), how: 'tail-cut' };
  if (walked > BigInt(count)) return { seq: String(BigInt(count) + 1n), how: 'rows-beyond-head' };
  if (!head.equals(previous)) return { seq: String(walked), how: 'head-changed' };
  const untold = [...blank][0];
  return untold === undefined ? null : { seq: untold, how: 'erased-without-trace' };
}

type Row = Awaited<ReturnType<typeof batch>>[number];

function breakOf(row: Row, expected: bigint, previous: Buffer): Found {
  if (BigInt(row.seq) !== expected) return { seq: String(expected), how: 'row-missing' };
  if (!row.previousHash.equals(previous) || !row.hash.equals(hashOf(row))) return { seq: row.seq, how: 'row-changed' };
  if (row.payloadSeq === null) return { seq: row.seq, how: 'payload-missing' };
  if (row.payload !== null && !sha256(row.salt ?? ZERO, row.payload).equals(row.payloadHash))
    return { seq: row.seq, how: 'payload-changed' };
  return null;
}

/** The entry that an erasure speaks of; the payload is of our own making and its hash was just checked. */
const erasedSeq = (payload: string): string =>
  String((JSON.parse(payload) as { after?: { seq?: unknown } }).after?.seq ?? '');

function batch(db: Pick<Kysely<DB>, 'selectFrom'>, provinceId: string, from: bigint) {
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
      'beside.salt as salt',
    ])
    .where('entry.province_id', '=', provinceId)
    .where('entry.seq', '>=', String(from))
    .orderBy('entry.seq')
    .limit(BATCH)
    .execute();
}
