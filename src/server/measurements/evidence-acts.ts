/** Attaching files to figures, taking them away, having them back. */

import type { z } from 'zod';
import type {
  addEvidence as AddEvidence,
  removeEvidence as RemoveEvidence,
  restoreEvidence as RestoreEvidence,
} from '../../contract/evidence.ts';
import { barePicture } from '../../core/reader/bare-picture.ts';
import { evidenceName, evidenceOf } from '../../core/reader/evidence-kind.ts';
import { ReadFailure } from '../../core/reader/limits.ts';
import { checkEvidenceAdded, checkEvidenceChange, type EvidenceFacts } from '../../core/rules/evidence.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { dropUnusedFile, keepFile } from '../files.ts';
import { notFound, Problem, refused } from '../problem.ts';
import { type Entering, type EntryContext, openEntry, type Where } from './entry.ts';
import { type EvidenceOut, evidenceById, evidenceOut, evidenceRows, type Row } from './evidence-views.ts';
import { type KeptFigure, keptFigures } from './facts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Of = Where & { targetId: string };

/** What the file is, and the bytes that are kept of it; throws in words for the person where it cannot be taken. */
function kindOf(bytes: Uint8Array) {
  try {
    const kind = evidenceOf(bytes);
    return { kind, kept: barePicture(bytes) };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    if (error.code === 'password') throw new Problem('unsupported-file', 'evidence-password');
    if (error.code === 'not-supported') throw new Problem('unsupported-file', 'evidence-unsupported');
    if (error.code === 'zip-bomb' || error.code === 'too-large') throw new Problem('too-large', 'evidence-unfolds');
    throw new Problem('unsupported-file', 'evidence-damaged');
  }
}

export type Opened = { facts: EvidenceFacts; figure: KeptFigure | undefined; rows: Row[] };

/** The figure a file belongs to, as far as it may be written. Two who change its files take turns. */
export async function openFigure(
  tx: Tx,
  { asked, closed, writer }: Pick<Entering, 'asked' | 'closed' | 'writer'>,
  of: Of,
): Promise<Opened> {
  const target = asked.find(({ id }) => id === of.targetId);
  const period = target?.periods.some(({ from, until }) => from === of.from && until === of.until);
  const unit = target?.units.some(({ id }) => id === of.organisationId);
  if (!target || !period || !unit) throw refused([refusal('figure-not-asked')]);
  await tx.selectFrom('targets').select('id').where('id', '=', of.targetId).forNoKeyUpdate().execute();
  const kept = await keptFigures(tx, [of.targetId], of.organisationId);
  const figure = kept.find(({ from, until }) => from === of.from && until === of.until);
  const rows = await evidenceRows(tx, of);
  const standing = rows.filter(({ removedAt }) => removedAt === null).length;
  return {
    facts: { state: figure?.state ?? null, writer, closed, standing, ever: rows.length },
    figure,
    rows,
  };
}

/** Attaches a file; one with the same content that stands there already is the answer. */
export async function addEvidence(
  tx: Tx,
  input: In<typeof AddEvidence>,
  context: ActContext,
  bytes: Uint8Array,
): Promise<EvidenceOut> {
  const opened = await openFigure(tx, await openEntry(tx, context, input, 'addEvidence'), input);
  const id = await attachFile(tx, context, opened, { of: input, name: input.name, bytes });
  return evidenceOut(await evidenceById(tx, id), true);
}

type File = { of: Of; name: string; bytes: Uint8Array };

/** The same for whoever may write the figure: the id under which the file stands beside it. */
export async function attachFile(
  tx: Tx,
  { viewer, now, newId, record }: EntryContext,
  { facts, rows }: Opened,
  { of, name, bytes }: File,
): Promise<string> {
  const { kind, kept } = kindOf(bytes);
  const sha256 = Buffer.from(await keepFile(tx, viewer.provinceId, kept), 'hex');
  const there = rows.find((row) => row.removedAt === null && row.sha256.equals(sha256));
  const refusals = there ? checkEvidenceChange(facts) : checkEvidenceAdded(facts);
  if (refusals.length > 0) throw refused(refusals);
  const id = there?.id ?? newId();
  if (!there)
    await tx
      .insertInto('evidence')
      .values({
        id,
        province_id: viewer.provinceId,
        target_id: of.targetId,
        organisation_id: of.organisationId,
        period_from: of.from,
        period_until: of.until,
        kind: kind.kind,
        media_type: kind.mediaType,
        file_name: evidenceName(name, kind),
        file_sha256: sha256,
        size: kept.byteLength,
        added_at: now,
        added_by: viewer.accountId ?? null,
        added_by_post: viewer.postTitle,
      })
      .execute();
  const after = { ...whereOf(of), sha256: sha256.toString('hex'), kind: kind.kind };
  record({ deed: 'evidence-added', subjectKind: 'target', subjectId: of.targetId, after });
  return id;
}

const whereOf = ({ organisationId, from, until }: Omit<Of, 'movementId'>) => ({ organisationId, from, until });

async function openEvidence(tx: Tx, context: ActContext, id: string, act: 'removeEvidence' | 'restoreEvidence') {
  const row = await evidenceById(tx, id);
  const { organisationId, from, until, targetId, movementId } = row;
  const of = { organisationId, from, until, targetId, movementId };
  const opened = await openFigure(tx, await openEntry(tx, context, of, act), of);
  const fresh = opened.rows.find((one) => one.id === id);
  if (!fresh) throw notFound();
  return { ...opened, row: { ...row, ...fresh } };
}

/** Takes a file away. It stays in the history where it stood beside an approved figure; it can be had back anyhow. */
export async function removeEvidence(
  tx: Tx,
  { evidenceId }: In<typeof RemoveEvidence>,
  context: ActContext,
): Promise<EvidenceOut> {
  const { row, ...opened } = await openEvidence(tx, context, evidenceId, 'removeEvidence');
  await takeAway(tx, context, opened, row);
  return evidenceOut(await evidenceById(tx, evidenceId), true);
}

/** The same for whoever may write the figure. */
export async function takeAway(
  tx: Tx,
  context: Pick<EntryContext, 'now' | 'record' | 'viewer'>,
  { facts, figure }: Opened,
  row: Row,
): Promise<void> {
  const refusals = checkEvidenceChange(facts);
  if (refusals.length > 0) throw refused(refusals);
  const approvedAt = figure?.approvedAt ?? null;
  const stood = row.stood || figure?.state === 'approved' || (approvedAt !== null && approvedAt >= row.addedAt);
  if (row.removedAt === null)
    await tx
      .updateTable('evidence')
      .set({ removed_at: context.now, removed_by_post: context.viewer.postTitle, stood_for_approved: stood })
      .where('id', '=', row.id)
      .execute();
  const before = { ...whereOf(row), evidence: row.id, sha256: row.sha256.toString('hex') };
  context.record({ deed: 'evidence-removed', subjectKind: 'target', subjectId: row.targetId, before });
}

/** Puts a file back beside its figure. */
export async function restoreEvidence(
  tx: Tx,
  { evidenceId }: In<typeof RestoreEvidence>,
  context: ActContext,
): Promise<EvidenceOut> {
  const { row, rows, facts } = await openEvidence(tx, context, evidenceId, 'restoreEvidence');
  // Where it stood before, there may be others by now; it was counted among all of them already.
  const refusals = checkEvidenceAdded({ ...facts, ever: 0 });
  const twin = rows.some((one) => one.id !== evidenceId && one.removedAt === null && one.sha256.equals(row.sha256));
  if (twin) refusals.push(refusal('evidence-there'));
  if (refusals.length > 0 && row.removedAt !== null) throw refused(refusals);
  await tx
    .updateTable('evidence')
    .set({ removed_at: null, removed_by_post: null })
    .where('id', '=', evidenceId)
    .execute();
  const after = { ...whereOf(row), evidence: evidenceId };
  context.record({ deed: 'evidence-restored', subjectKind: 'target', subjectId: row.targetId, after });
  return evidenceOut(await evidenceById(tx, evidenceId), true);
}

/** So much goes at a time; the rest goes the next day. */
const MOST_DROPPED = 1_000;

/**
 * Forgets files that were taken away before an instant, with their bytes where nothing else has the same. What stood
 * beside an approved figure is its history and stays. How many.
 */
export async function dropOldEvidence(tx: Tx, before: string): Promise<number> {
  const old = await tx
    .selectFrom('evidence')
    .select('id')
    .where('removed_at', '<', before)
    .where('stood_for_approved', '=', false)
    .orderBy('removed_at')
    .limit(MOST_DROPPED)
    .execute();
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  const gone = await tx
    .deleteFrom('evidence')
    .where('id', 'in', ids)
    .returning(['province_id as provinceId', 'file_sha256 as sha256'])
    .execute();
  // Always in the same order: two who drop the same bytes take turns.
  const bytes = new Map(gone.map(({ provinceId, sha256 }) => [sha256.toString('hex'), { provinceId, sha256 }]));
  for (const [, { provinceId, sha256 }] of [...bytes].sort(([a], [b]) => (a < b ? -1 : 1)))
    await dropUnusedFile(tx, provinceId, sha256);
  return gone.length;
}
