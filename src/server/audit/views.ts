import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { AuditEntry, getAuditHead, listAudit } from '../../contract/audit.ts';
import { scopesOf } from '../../core/rules/access.ts';
import { addDays } from '../../core/rules/calendar.ts';
import { fold, foldedWords } from '../../core/text/search.ts';
import { auditLogVi } from '../../core/text/vi/audit-log.ts';
import type { Read, Viewer } from '../read.ts';
import type { AuditCheck } from './facts.ts';

type ListInput = z.infer<(typeof listAudit)['input']>;
type ListOutput = z.input<(typeof listAudit)['output']>;
type Entry = z.input<typeof AuditEntry>;
export type AuditFilters = Omit<ListInput, 'before' | 'limit'>;

/** From where an entry was made; null once it is erased, or where the system did it. Asked only by an act that says so. */
export async function viewOrigin(
  read: Read,
  viewer: Viewer,
  seq: string,
): Promise<{ address: string; device: string } | null> {
  const found = await read
    .selectFrom('audit_payloads')
    .select('origin')
    .where('province_id', '=', viewer.provinceId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return found?.origin == null ? null : (JSON.parse(found.origin) as { address: string; device: string });
}

/** How many entries one question looks through; the next goes on where it ended. */
const WINDOW = 200_000;

/** The log, newest first, a page at a time. */
export async function viewAudit(read: Read, viewer: Viewer, input: ListInput): Promise<ListOutput> {
  const limit = input.limit ?? 50;
  const top = await topOf(read, viewer, input);
  if (top === 0n) return { entries: [], next: null };
  const bottom = top > BigInt(WINDOW) ? top - BigInt(WINDOW) : 0n;
  const rows = await entriesIn(read, viewer, input, { top, bottom, limit: limit + 1 });
  const entries = rows.slice(0, limit).map(toEntry);
  const last = entries.at(-1)?.seq;
  if (rows.length > limit && last !== undefined) return { entries, next: last };
  return { entries, next: bottom > 0n ? String(bottom + 1n) : null };
}

/** The newest entry that may be shown: before the page's beginning and on or before the last day asked for. */
async function topOf(read: Read, viewer: Viewer, { before, until }: ListInput): Promise<bigint> {
  const { rows } = await sql<{ seq: string | null }>`SELECT max(seq) AS seq FROM audit_entries
    WHERE province_id = ${viewer.provinceId} ${until ? sql`AND at < ${startOf(addDays(until, 1))}` : sql``}`.execute(
    read,
  );
  const newest = BigInt(rows[0]?.seq ?? 0);
  const earlier = before === undefined ? newest : BigInt(before) - 1n;
  return earlier < newest ? earlier : newest;
}

/** The instant at which a day begins in Vietnam. */
const startOf = (day: string): string => `${day}T00:00:00+07:00`;

type Span = { top: bigint; bottom: bigint; limit: number };

type Row = {
  seq: string;
  at: string;
  accountId: string | null;
  post: string;
  organisationId: string | null;
  organisationName: string | null;
  act: string;
  deed: string;
  kind: string;
  subjectId: string | null;
  subjectName: string | null;
  payload: string | null;
  erasedAt: string | null;
  hasOrigin: boolean;
};

/** Entries within a span of the chain that fit the filters and that the right reaches. */
export async function entriesIn(read: Read, viewer: Viewer, filters: AuditFilters, span: Span): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT e.seq, e.at, e.account_id AS "accountId", e.post_title AS post, e.organisation_id AS "organisationId",
      o.name AS "organisationName", e.act, e.deed, e.subject_kind AS kind, e.subject_id AS "subjectId",
      ${subjectName} AS "subjectName", p.payload, p.erased_at AS "erasedAt", p.origin IS NOT NULL AS "hasOrigin"
    FROM audit_entries e
    JOIN audit_payloads p ON p.province_id = e.province_id AND p.seq = e.seq
    LEFT JOIN organisations o ON o.id = e.organisation_id
    WHERE e.province_id = ${viewer.provinceId} AND e.seq <= ${String(span.top)} AND e.seq > ${String(span.bottom)}
      AND ${sql.join([inReach(viewer), ...conditions(filters)], sql` AND `)}
    ORDER BY e.seq DESC LIMIT ${span.limit}`.execute(read);
  return rows;
}

/** What is called by a name today; what is gone has its name in before and after. */
const subjectName = sql<string | null>`CASE e.subject_kind
  WHEN 'movement' THEN (SELECT title FROM movements WHERE id = e.subject_id)
  WHEN 'target' THEN (SELECT name FROM targets WHERE id = e.subject_id)
  WHEN 'organisation' THEN (SELECT name FROM organisations WHERE id = e.subject_id)
  WHEN 'province' THEN (SELECT name FROM provinces WHERE id = e.subject_id)
  WHEN 'reading' THEN (SELECT file_name FROM readings WHERE id = e.subject_id)
  WHEN 'document' THEN (SELECT coalesce(title, file_name) FROM documents WHERE id = e.subject_id) END`;

/**
 * An auditor reads all of the province's log; an administrator what was done in organisations that stood below on that
 * day, and at the top also what the system did for nobody.
 */
export function inReach(viewer: Viewer): RawBuilder<boolean> {
  if (scopesOf('readAudit', viewer.roles).includes('province')) return sql<boolean>`true`;
  return sql<boolean>`CASE WHEN e.organisation_id IS NULL
    THEN (SELECT parent_id IS NULL FROM organisations WHERE id = ${viewer.organisationId})
    ELSE EXISTS (SELECT FROM organisation_closure c
      WHERE c.ancestor_id = ${viewer.organisationId} AND c.descendant_id = e.organisation_id
        AND c.valid_from <= (e.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
        AND c.valid_until >= (e.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) END`;
}

function conditions(filters: AuditFilters): RawBuilder<boolean>[] {
  const { accountId, organisationId, act, subjectKind, subjectId, from, until, q } = filters;
  const found: RawBuilder<boolean>[] = [];
  if (accountId) found.push(sql`e.account_id = ${accountId}`);
  if (organisationId)
    found.push(
      sql`e.organisation_id IN (SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${organisationId})`,
    );
  if (act) found.push(sql`e.act = ${act}`);
  if (subjectKind) found.push(sql`e.subject_kind = ${subjectKind}`);
  if (subjectId) found.push(sql`e.subject_id = ${subjectId}`);
  if (from) found.push(sql`e.at >= ${startOf(from)}`);
  if (until) found.push(sql`e.at < ${startOf(addDays(until, 1))}`);
  for (const word of foldedWords(q ?? '').slice(0, 8)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    found.push(sql`(fold(e.post_title) LIKE ${like} OR fold(coalesce(o.name, '')) LIKE ${like}
      OR fold(coalesce(p.payload, '')) LIKE ${like} OR e.act = ANY (${actsCalled(word)}))`);
  }
  return found;
}

/** Acts whose words in Vietnamese hold this one. */
const actsCalled = (word: string): string[] =>
  Object.entries(auditLogVi.acts).flatMap(([act, words]) => (fold(words).includes(word) ? [act] : []));

type Payload = { before: unknown; after: unknown; deputation?: string };

export function toEntry(row: Row): Entry {
  const payload = row.payload === null ? null : (JSON.parse(row.payload) as Payload);
  const { organisationId, organisationName } = row;
  return {
    seq: row.seq,
    at: row.at,
    accountId: row.accountId,
    post: row.post,
    organisation: organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
    deputised: payload?.deputation !== undefined,
    act: row.act,
    deed: row.deed,
    subject: { kind: row.kind, id: row.subjectId, name: row.subjectName },
    before: payload?.before ?? null,
    after: payload?.after ?? null,
    erasedAt: row.erasedAt,
    hasOrigin: row.hasOrigin,
  };
}

type Head = {
  province: string;
  count: string | null;
  hash: string | null;
  lastAt: string | null;
  checkedAt: string | null;
  /** Without breaks while a walk is under way. */
  said: Partial<AuditCheck> | null;
};

/** Where the chain of the viewer's province ends, and what the last walk along it found. */
export async function viewAuditHead(read: Read, viewer: Viewer): Promise<z.input<(typeof getAuditHead)['output']>> {
  const { rows } = await sql<Head>`
    SELECT p.name AS province, h.count, encode(h.hash, 'hex') AS hash,
      (SELECT at FROM audit_entries e WHERE e.province_id = p.id ORDER BY seq DESC LIMIT 1) AS "lastAt",
      u.done_at AS "checkedAt", u.said
    FROM provinces p LEFT JOIN audit_heads h ON h.province_id = p.id
    LEFT JOIN upkeep u ON u.province_id = p.id AND u.job = 'check-audit' WHERE p.id = ${viewer.provinceId}`.execute(
    read,
  );
  const [found] = rows;
  return {
    province: found?.province ?? '',
    count: found?.count ?? '0',
    hash: found?.hash ?? '0'.repeat(64),
    lastAt: found?.lastAt ?? null,
    checked:
      found?.checkedAt == null || !found.said?.breaks
        ? null
        : { at: found.checkedAt, whole: found.said.breaks.length === 0 },
  };
}
