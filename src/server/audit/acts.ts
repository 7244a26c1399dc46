/** Looking at what is sensitive in the log, taking it away and checking it: each stands in the log itself. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { exportAudit, openAuditOrigin } from '../../contract/audit.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound } from '../problem.ts';
import type { AuditCheck } from './facts.ts';
import { inReach } from './views.ts';

/** Notes that the log was taken away, and what of it; the file itself is made afterwards. */
export async function noteExport(
  _tx: Tx,
  { actionId: _, ...filters }: z.infer<(typeof exportAudit)['input']>,
  { record }: ActContext,
): Promise<null> {
  record({ deed: 'log-exported', subjectKind: 'audit-log', subjectId: null, after: filters });
  return null;
}

/** From where an entry was made. What was seen is not kept with the act. */
export async function openOrigin(
  tx: Tx,
  { seq }: z.infer<(typeof openAuditOrigin)['input']>,
  { viewer, record }: ActContext,
): Promise<{ found: boolean }> {
  const { rows } = await sql<{ origin: string | null }>`SELECT p.origin FROM audit_entries e
    JOIN audit_payloads p ON p.province_id = e.province_id AND p.seq = e.seq
    WHERE e.province_id = ${viewer.provinceId} AND e.seq = ${seq} AND ${inReach(viewer)}`.execute(tx);
  const [found] = rows;
  if (!found) throw notFound();
  record({ deed: 'origin-shown', subjectKind: 'audit-entry', subjectId: null, after: { seq } });
  return { found: found.origin !== null };
}

/** Notes what a walk along the chain found. The walk itself needs one snapshot and is made before. */
export async function noteCheck(
  tx: Tx,
  check: AuditCheck,
  { viewer, now, record }: Pick<ActContext, 'viewer' | 'now' | 'record'>,
): Promise<AuditCheck & { whole: boolean }> {
  await keepCheck(tx, { provinceId: viewer.provinceId, now, check });
  record({ deed: 'chain-checked', subjectKind: 'audit-log', subjectId: null, after: check });
  return { ...check, whole: check.breaks.length === 0 };
}

/** Keeps what the last walk along the chain found. */
export async function keepCheck(
  tx: Pick<Tx, 'insertInto'>,
  { provinceId, now, check }: { provinceId: string; now: string; check: AuditCheck },
): Promise<void> {
  const row = { done_at: now, said: JSON.stringify(check) };
  await tx
    .insertInto('upkeep')
    .values({ province_id: provinceId, job: 'check-audit', ...row })
    .onConflict((conflict) => conflict.columns(['province_id', 'job']).doUpdateSet(row))
    .execute();
}
