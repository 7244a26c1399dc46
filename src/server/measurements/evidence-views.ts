/** Files beside figures, for whoever sees the figures. */

import type { z } from 'zod';
import type { Evidence } from '../../contract/evidence.ts';
import { scopesOf } from '../../core/rules/access.ts';
import { EVIDENCE_LIMITS, type EvidenceKind } from '../../core/rules/evidence.ts';
import { stateAfterWriting } from '../../core/rules/figure-states.ts';
import { findFile } from '../files.ts';
import { movementFacts } from '../movements/facts.ts';
import { idsAmongBelow } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { approverOf } from './approver.ts';
import { closedPeriods, keptFigures } from './facts.ts';
import { seenFigures } from './grid-views.ts';

export type EvidenceOut = z.input<typeof Evidence>;

export type Row = {
  id: string;
  targetId: string;
  organisationId: string;
  from: string;
  until: string;
  kind: EvidenceKind;
  mediaType: string;
  name: string;
  bytes: number;
  sha256: Buffer;
  addedAt: string;
  addedBy: string | null;
  addedByPost: string;
  removedAt: string | null;
  removedByPost: string | null;
  stood: boolean;
};

const COLUMNS = [
  'e.id',
  'e.target_id as targetId',
  'e.organisation_id as organisationId',
  'e.period_from as from',
  'e.period_until as until',
  'e.kind',
  'e.media_type as mediaType',
  'e.file_name as name',
  'e.size as bytes',
  'e.file_sha256 as sha256',
  'e.added_at as addedAt',
  'e.added_by as addedBy',
  'e.added_by_post as addedByPost',
  'e.removed_at as removedAt',
  'e.removed_by_post as removedByPost',
  'e.stood_for_approved as stood',
] as const;

const rowOf = (row: Omit<Row, 'kind' | 'bytes'> & { kind: string; bytes: string }): Row => ({
  ...row,
  kind: row.kind as EvidenceKind,
  bytes: Number(row.bytes),
});

/** All files that ever stood beside a figure, oldest first. */
export async function evidenceRows(
  read: Read,
  of: { targetId: string; organisationId: string; from: string; until: string },
): Promise<Row[]> {
  const rows = await read
    .selectFrom('evidence as e')
    .select(COLUMNS)
    .where('e.target_id', '=', of.targetId)
    .where('e.organisation_id', '=', of.organisationId)
    .where('e.period_from', '=', of.from)
    .where('e.period_until', '=', of.until)
    .orderBy('e.added_at')
    .orderBy('e.id')
    .execute();
  return rows.map(rowOf);
}

/** What stands beside the figures of one unit and period, oldest first. */
export async function evidenceOfUnit(
  read: Read,
  of: { targetIds: readonly string[]; organisationId: string; from: string; until: string },
): Promise<Row[]> {
  if (of.targetIds.length === 0) return [];
  const rows = await read
    .selectFrom('evidence as e')
    .select(COLUMNS)
    .where('e.target_id', 'in', [...of.targetIds])
    .where('e.organisation_id', '=', of.organisationId)
    .where('e.period_from', '=', of.from)
    .where('e.period_until', '=', of.until)
    .where('e.removed_at', 'is', null)
    .orderBy('e.added_at')
    .orderBy('e.id')
    .execute();
  return rows.map(rowOf);
}

/** One file with its movement. Throws `not-found`. */
export async function evidenceById(read: Read, id: string): Promise<Row & { movementId: string }> {
  const row = await read
    .selectFrom('evidence as e')
    .innerJoin('targets as t', 't.id', 'e.target_id')
    .select([...COLUMNS, 't.movement_id as movementId'])
    .where('e.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { ...rowOf(row), movementId: row.movementId };
}

export const evidenceOut = (row: Row, mayChange: boolean): EvidenceOut => ({
  id: row.id,
  targetId: row.targetId,
  organisationId: row.organisationId,
  kind: row.kind,
  name: row.name,
  bytes: row.bytes,
  addedAt: row.addedAt,
  addedByPost: row.addedByPost,
  removed:
    row.removedAt !== null && row.removedByPost !== null ? { at: row.removedAt, byPost: row.removedByPost } : null,
  mayChange,
});

type Of = { movementId: string; from: string; until: string };

/** What stands beside the figures of a period, and what was taken away and is part of their history. */
export async function viewEvidence(read: Read, viewer: Viewer, of: Of): Promise<{ evidence: EvidenceOut[] }> {
  const movement = await movementFacts(read, viewer, of.movementId);
  const asked = await seenFigures(read, viewer, movement, null);
  const targetIds = asked.map(({ id }) => id);
  if (targetIds.length === 0) return { evidence: [] };
  const rows = await read
    .selectFrom('evidence as e')
    .select(COLUMNS)
    .where('e.target_id', 'in', targetIds)
    .where('e.period_from', '=', of.from)
    .where('e.period_until', '=', of.until)
    .orderBy('e.added_at')
    .orderBy('e.id')
    .limit(5_000)
    .execute();
  const seen = rows.map(rowOf).filter(({ targetId, organisationId, ...row }) => {
    const unit = asked.some(({ id, units }) => id === targetId && units.some((one) => one.id === organisationId));
    return unit && (row.removedAt === null || row.stood || daysBetween(row.removedAt, viewer.today) <= DAYS);
  });
  const may = await changers(read, viewer, movement, of);
  return { evidence: seen.map((row) => evidenceOut(row, may(row))) };
}

const DAYS = EVIDENCE_LIMITS.daysToRestore;
const daysBetween = (instant: string, day: string) => (Date.parse(day) - Date.parse(instant)) / 86_400_000;

/** Which files the person may change: those of figures that they may write. */
async function changers(
  read: Read,
  viewer: Viewer,
  movement: { id: string; organisationId: string; archivedAt: string | null },
  { from, until }: Of,
): Promise<(row: Row) => boolean> {
  const scopes = scopesOf('addEvidence', viewer.roles);
  const shut = (await closedPeriods(read, movement.id)).some(
    (one) => one.from === from && one.until === until && one.reopenedAt === null,
  );
  if (scopes.length === 0 || shut || movement.archivedAt !== null) return () => false;
  const { forLauncher } = await approverOf(read, viewer, movement);
  const targets = await read.selectFrom('targets').select('id').where('movement_id', '=', movement.id).execute();
  const kept = (
    await keptFigures(
      read,
      targets.map(({ id }) => id),
    )
  ).filter((one) => one.from === from && one.until === until);
  const units = [...new Set(kept.map(({ organisationId }) => organisationId))];
  const below = scopes.includes('subtree')
    ? await idsAmongBelow(read, viewer.organisationId, units)
    : new Set<string>();
  return ({ targetId, organisationId }) => {
    if (organisationId !== viewer.organisationId && !below.has(organisationId) && !scopes.includes('subtree'))
      return false;
    const figure = kept.find((one) => one.targetId === targetId && one.organisationId === organisationId);
    return stateAfterWriting(figure?.state ?? null, forLauncher ? 'approver' : 'unit') !== null;
  };
}

/** The bytes of a file, for whoever sees its figure; what the browser may take it for is said by its content. */
export async function viewEvidenceFile(
  read: Read,
  viewer: Viewer,
  { evidenceId }: { evidenceId: string },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const row = await evidenceById(read, evidenceId);
  const movement = await movementFacts(read, viewer, row.movementId);
  const asked = await seenFigures(read, viewer, movement, row.organisationId);
  if (!asked.some(({ id }) => id === row.targetId)) throw notFound();
  const bytes = await findFile(read, viewer.provinceId, row.sha256.toString('hex'));
  if (!bytes) throw notFound();
  return { name: row.name, type: row.mediaType, bytes };
}
