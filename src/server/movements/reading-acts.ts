/** From a checked reading to a movement, and from a newer version of its document to the same movement brought up to date. */

import type { z } from 'zod';
import type {
  createMovementFromReading as CreateMovementFromReading,
  updateMovementFromReading as UpdateMovementFromReading,
} from '../../contract/documents.ts';
import { checkReadingUse } from '../../core/rules/documents.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { matchesOf, type ReadingFacts, readingFacts, savedDraft } from '../documents/facts.ts';
import { Problem, refused, stale } from '../problem.ts';
import { reaches } from '../reach.ts';
import { movementsOfDocuments } from './facts.ts';
import { makeMovement, type NewMovement } from './make-acts.ts';
import { openForEdit } from './open-acts.ts';
import { applyChanges } from './revision-acts.ts';
import { compareWithDraft, type Draft } from './revision-facts.ts';
import { viewMovementHead } from './views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Ready = ReadingFacts & { draft: Draft; documentId: string };

/** A reading that is ready, with the draft the person saw; locked until the act ends. */
async function openReady(
  tx: Tx,
  context: ActContext,
  { readingId, draftVersion }: { readingId: string; draftVersion: number },
): Promise<Ready> {
  await tx.selectFrom('readings').select('id').where('id', '=', readingId).forUpdate().execute();
  const reading = await readingFacts(tx, context.viewer, readingId);
  if (!(await reaches(tx, context.viewer, context.scopes, reading.organisationId)))
    throw new Problem('forbidden', 'forbidden');
  const refusals = checkReadingUse(reading.state);
  if (refusals.length > 0) throw refused(refusals);
  const { draft, documentId } = reading;
  if (reading.draftVersion !== draftVersion) throw stale(savedDraft(reading));
  if (draft === null || documentId === null) throw new Error(`reading ${readingId} is ready without draft or document`);
  return { ...reading, draft, documentId };
}

/** Makes the movement: exactly what the draft keeps. A document that has a movement already needs a stated reason. */
export async function createMovementFromReading(
  tx: Tx,
  input: In<typeof CreateMovementFromReading>,
  context: ActContext,
): Promise<{ movementId: string }> {
  const reading = await openReady(tx, context, input);
  const reason = input.override ?? null;
  if (reason === null) await refuseKnown(tx, context, reading.documentId);
  const movementId = await makeMovement(tx, context, {
    ...keptOf(reading.draft, context.newId),
    documentId: reading.documentId,
    reason,
  });
  await markUsed(tx, context, reading.id, movementId);
  return { movementId };
}

async function refuseKnown(tx: Tx, { viewer }: ActContext, documentId: string): Promise<void> {
  const matches = await matchesOf(tx, viewer, documentId);
  const movements = await movementsOfDocuments(
    tx,
    viewer,
    matches.map((match) => match.documentId),
  );
  const known = [...movements.values()][0];
  if (known) throw refused([refusal('document-known', { title: known.title, movementId: known.id })]);
}

/** The kept rows of a draft as a new movement. */
export function keptOf(draft: Draft, newId: () => string): Omit<NewMovement, 'documentId' | 'reason'> {
  const kept = <R extends { kept: boolean }>(rows: readonly R[]): R[] => rows.filter((row) => row.kept);
  const targets = kept(draft.targets);
  const ids = new Map(targets.map((row) => [row.key, newId()]));
  return {
    head: draft.head,
    document: draft.document,
    source: 'document',
    copiedFromId: null,
    targets: targets.map((row) => ({
      ...row,
      id: ids.get(row.key) ?? newId(),
      partOf: ids.get(row.partOf ?? '') ?? null,
      leadOrganisationId: null,
      byHand: row.edited,
    })),
    tasks: kept(draft.tasks).map((row) => ({ ...row, byHand: row.edited })),
    citations: kept(draft.citations),
    reportDue: kept(draft.reportDue),
    recipients: kept(draft.recipients),
    respondsTo: kept(draft.answers).flatMap((row) => row.movementId ?? []),
    sample: false,
  };
}

async function markUsed(tx: Tx, context: ActContext, readingId: string, movementId: string): Promise<void> {
  await tx
    .updateTable('readings')
    .set({ state: 'used', movement_id: movementId })
    .where('id', '=', readingId)
    .execute();
  context.record({ deed: 'reading-used', subjectKind: 'reading', subjectId: readingId, after: { movementId } });
}

/** Makes the chosen changes and keeps the rest as it is; the newer document becomes the movement's first. */
export async function updateMovementFromReading(
  tx: Tx,
  input: In<typeof UpdateMovementFromReading>,
  context: ActContext,
): Promise<{ movementId: string; taken: number; kept: number }> {
  const movement = await openForEdit(tx, context, input.movementId);
  const reading = await openReady(tx, context, input);
  if (movement.version !== input.movementVersion) throw stale(await viewMovementHead(tx, context.viewer, movement.id));
  const comparison = await compareWithDraft(tx, movement, reading.draft);
  const wanted = new Set(input.take);
  const taken = comparison.changes.filter((change) => wanted.has(change.key));
  if (taken.length !== wanted.size) throw refused([refusal('change-gone')]);
  await applyChanges(tx, context, {
    movement,
    draft: reading.draft,
    documentId: reading.documentId,
    comparison,
    taken,
  });
  await markUsed(tx, context, reading.id, movement.id);
  return { movementId: movement.id, taken: taken.length, kept: comparison.changes.length - taken.length };
}
