/** Walks the audit chains from end to end and names the first place where each is broken. */

import type { Kysely } from 'kysely';
import { ERASED, hashOf, ORIGINS_ERASED, sha256, ZERO } from './audit.ts';
import type { DB } from './db/tables.generated.ts';

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
    | 'origin-changed'
    | 'origin-erased-without-trace'
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
  const provinces = await heads(db);
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

/** Where the chains end now, without walking them. */
export async function auditHeads(db: Pick<Kysely<DB>, 'selectFrom'>): Promise<AuditChain[]> {
  const found = await heads(db);
  return found.map(({ name, count, hash }) => ({
    province: name,
    rows: count ?? '0',
    head: (hash ?? ZERO).toString('hex'),
  }));
}

const heads = (db: Pick<Kysely<DB>, 'selectFrom'>) =>
  db
    .selectFrom('provinces')
    .leftJoin('audit_heads', 'audit_heads.province_id', 'provinces.id')
    .select(['provinces.id', 'provinces.name', 'audit_heads.count', 'audit_heads.hash'])
    .orderBy('provinces.name')
    .execute();

type Walk = { provinceId: string; count: string | null; head: Buffer | null };
type Found = Omit<AuditBreak, 'province'> | null;

async function walkChain(
  db: Pick<Kysely<DB>, 'selectFrom'>,
  { provinceId, count, head }: Walk,
  anchors: Set<string>,
): Promise<Found> {
  let expected = 1n;
  let previous: Buffer = ZERO;
  const blanks = makeBlanks();
  for (;;) {
    const rows = await batch(db, provinceId, expected);
    for (const row of rows) {
      const broken = breakOf(row, expected, previous);
      if (broken) return broken;
      blanks.note(row);
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
  return blanks.untold();
}

/** What was blanked, and whether the chain tells of it later on: by whom and when must agree. */
function makeBlanks() {
  const payloads = new Map<string, string | null>();
  // Origins go by the thousand at one instant; kept by instant, they take no room.
  const origins = new Map<string | null, { first: string; last: bigint }>();
  return {
    note(row: Row): void {
      const payload = read(row);
      if (payload === null) payloads.set(row.seq, row.erasedAt);
      else if (payload.origin !== undefined && row.origin === null) {
        const { first } = origins.get(row.originErasedAt) ?? { first: row.seq };
        origins.set(row.originErasedAt, { first, last: BigInt(row.seq) });
      }
      const told = payload?.after;
      if (row.deed === ERASED && payloads.get(String(told?.seq)) === row.at) payloads.delete(String(told?.seq));
      if (row.deed === ORIGINS_ERASED) {
        const group = origins.get(row.at);
        if (group && typeof told?.upTo === 'string' && group.last <= BigInt(told.upTo)) origins.delete(row.at);
      }
    },
    untold(): Found {
      const [payload] = payloads.keys();
      if (payload !== undefined) return { seq: payload, how: 'erased-without-trace' };
      const [group] = origins.values();
      return group ? { seq: group.first, how: 'origin-erased-without-trace' } : null;
    },
  };
}

type Row = Awaited<ReturnType<typeof batch>>[number];
type Payload = { origin?: string; after?: { seq?: unknown; upTo?: unknown } | null };

/** The payload is of our own making and its hash was just checked. */
const read = ({ payload }: Row): Payload | null => (payload === null ? null : (JSON.parse(payload) as Payload));

function breakOf(row: Row, expected: bigint, previous: Buffer): Found {
  if (BigInt(row.seq) !== expected) return { seq: String(expected), how: 'row-missing' };
  if (!row.previousHash.equals(previous) || !row.hash.equals(hashOf(row))) return { seq: row.seq, how: 'row-changed' };
  if (row.payloadSeq === null) return { seq: row.seq, how: 'payload-missing' };
  if (row.payload === null) {
    if (row.salt !== null || row.erasedAt === null) return { seq: row.seq, how: 'payload-changed' };
    const origin = row.origin === null && row.originSalt === null && row.originErasedAt === row.erasedAt;
    return origin ? null : { seq: row.seq, how: 'origin-changed' };
  }
  // A payload that is there was never erased.
  if (row.erasedAt !== null || !sha256(row.salt ?? ZERO, row.payload).equals(row.payloadHash))
    return { seq: row.seq, how: 'payload-changed' };
  return originFits(row) ? null : { seq: row.seq, how: 'origin-changed' };
}

function originFits(row: Row): boolean {
  const hash = read(row)?.origin;
  if (row.origin === null) return row.originSalt === null && (hash === undefined) === (row.originErasedAt === null);
  if (hash === undefined) return false;
  return row.originErasedAt === null && sha256(row.originSalt ?? ZERO, row.origin).toString('hex') === hash;
}

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
      'beside.erased_at as erasedAt',
      'beside.origin as origin',
      'beside.origin_salt as originSalt',
      'beside.origin_erased_at as originErasedAt',
    ])
    .where('entry.province_id', '=', provinceId)
    .where('entry.seq', '>=', String(from))
    .orderBy('entry.seq')
    .limit(BATCH)
    .execute();
}
