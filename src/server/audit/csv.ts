import { sql } from 'kysely';
import type { z } from 'zod';
import type { exportAudit } from '../../contract/audit.ts';
import { csvOf } from '../../core/text/csv.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import { auditLogVi as words } from '../../core/text/vi/audit-log.ts';
import { Problem } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { entriesIn, toEntry } from './views.ts';

type ExportInput = z.infer<(typeof exportAudit)['input']>;

/** As many as a spreadsheet still likes to open, and as fit into memory. */
const MOST = 50_000;

/** The entries that fit, newest first, as a file for spreadsheets. Throws `too-large` for more than it can hold. */
export async function auditCsv(read: Read, viewer: Viewer, input: ExportInput): Promise<Uint8Array> {
  const { rows: ends } = await sql<{ seq: string | null }>`SELECT max(seq) AS seq FROM audit_entries
    WHERE province_id = ${viewer.provinceId}`.execute(read);
  const top = BigInt(ends[0]?.seq ?? 0);
  const rows = await entriesIn(read, viewer, input, { top, bottom: 0n, limit: MOST + 1 });
  if (rows.length > MOST)
    throw new Problem('too-large', 'too-many-rows', { detail: words.tooMany(formatDecimal(String(MOST))) });
  const origins = input.withOrigins ? await originsOf(read, viewer, rows.at(-1)?.seq ?? '1') : null;
  const { columns } = words;
  const head = [
    columns.seq,
    columns.at,
    columns.post,
    columns.organisation,
    columns.deputised,
    columns.act,
    columns.deed,
    columns.subject,
    columns.subjectName,
    columns.subjectId,
    columns.before,
    columns.after,
    ...(origins ? [columns.address, columns.device] : []),
  ];
  const lines = rows.map((row) => {
    const entry = toEntry(row);
    const origin = origins?.get(entry.seq);
    return [
      entry.seq,
      inVietnam(entry.at),
      entry.post,
      entry.organisation?.name ?? '',
      entry.deputised ? words.yes : '',
      words.acts[entry.act] ?? entry.act,
      entry.deed,
      words.subjects[entry.subject.kind] ?? entry.subject.kind,
      entry.subject.name ?? '',
      entry.subject.id ?? '',
      asText(entry.before),
      asText(entry.after),
      ...(origins ? [origin?.address ?? '', origin?.device ?? ''] : []),
    ];
  });
  return new TextEncoder().encode(csvOf([head, ...lines]));
}

const asText = (value: unknown): string => (value === null || value === undefined ? '' : JSON.stringify(value));

/** "2026-06-30 09:00:00", the clock in Vietnam: spreadsheets know it for a moment and sort it. */
const inVietnam = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

type Origin = { address: string; device: string };

async function originsOf(read: Read, { provinceId }: Viewer, from: string): Promise<Map<string, Origin>> {
  const rows = await read
    .selectFrom('audit_payloads')
    .select(['seq', 'origin'])
    .where('province_id', '=', provinceId)
    .where('seq', '>=', from)
    .where('origin', 'is not', null)
    .orderBy('seq', 'desc')
    .execute();
  return new Map(rows.map(({ seq, origin }) => [seq, JSON.parse(origin ?? '{}') as Origin]));
}
