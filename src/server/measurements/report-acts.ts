/** Writes the figures of a report that a person ticked, with the report as evidence beside each. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { importFigureReport as ImportFigureReport } from '../../contract/figure-imports.ts';
import { evidenceName, evidenceOf } from '../../core/reader/evidence-kind.ts';
import { ReadFailure } from '../../core/reader/limits.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { keepFile } from '../files.ts';
import { refused } from '../problem.ts';
import { planBatch } from './batch.ts';
import { lockBatch, writeBatch } from './batch-acts.ts';
import { askedOf, matchesOf, type ReadReport, rowOf } from './report-views.ts';

type In = z.infer<(typeof ImportFigureReport)['input']>;

export async function importFigureReport(
  tx: Tx,
  { ticked, name, actionId: _, ...place }: In,
  context: ActContext,
  { outcome, bytes }: { outcome: ReadReport; bytes: Uint8Array },
): Promise<{ importId: string; written: number }> {
  if (!outcome.ok) throw refused([refusal('figures-changed-since')]);
  const { reading } = outcome;
  const matches = matchesOf(reading, await askedOf(tx, context.viewer, place), place);
  const chosen = [...new Set(ticked.split(',').map(Number))].flatMap((at) => {
    const match = matches[at];
    const row = match ? rowOf(match, at, reading, place) : null;
    return row ? [{ row, at }] : [];
  });
  const rows = chosen.map(({ row }) => row);
  await lockBatch(tx, rows);
  const plan = await planBatch(tx, context.viewer, rows, 'importFigureReport');
  const writable = plan.judged.some(({ incoming }) => incoming.effect === 'new' || incoming.effect === 'changed');
  // What was ticked is written whole or not at all.
  if (!writable || plan.judged.some(({ incoming }) => incoming.effect === 'refused'))
    throw refused([refusal('figures-changed-since')]);
  const quotes = new Map(chosen.map(({ at }, place) => [place, (reading.results[at]?.quote ?? '').slice(0, 2_000)]));
  const source = { kind: 'document', movementId: place.movementId, fileName: name } as const;
  const done = await writeBatch(tx, plan, { ...source, documentId: null, saidBy: null, quotes }, context);
  await attach(tx, context, { importId: done.importId, name, bytes });
  return done;
}

/** The report beside every figure that came from it; a text file is no evidence and is only named. */
async function attach(
  tx: Tx,
  { viewer, now }: ActContext,
  { importId, name, bytes }: { importId: string; name: string; bytes: Uint8Array },
): Promise<void> {
  const kind = kindOf(bytes);
  if (!kind) return;
  const sha256 = Buffer.from(await keepFile(tx, viewer.provinceId, bytes), 'hex');
  await sql`
    INSERT INTO evidence (id, province_id, target_id, organisation_id, period_from, period_until, kind, media_type,
      file_name, file_sha256, size, added_at, added_by, added_by_post)
    SELECT gen_random_uuid(), m.province_id, m.target_id, m.organisation_id, m.period_from, m.period_until, ${kind.kind},
      ${kind.mediaType}, ${evidenceName(name, kind)}, ${sha256}, ${bytes.byteLength}, ${now}::timestamptz,
      ${viewer.accountId}, ${viewer.postTitle}
    FROM figure_import_cells c JOIN measurements m ON m.id = c.measurement_id WHERE c.import_id = ${importId}
    ON CONFLICT DO NOTHING`.execute(tx);
}

function kindOf(bytes: Uint8Array) {
  try {
    return evidenceOf(bytes);
  } catch (error) {
    if (error instanceof ReadFailure) return null;
    throw error;
  }
}
