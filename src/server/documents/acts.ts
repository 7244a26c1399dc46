/** What people do with documents that are read: hand in, check, stop, begin again, throw away. */

import type { z } from 'zod';
import type {
  cancelReading as CancelReading,
  discardReading as DiscardReading,
  ReadingSummary,
  restartReading as RestartReading,
  saveReadingDraft as SaveReadingDraft,
  uploadDocument as UploadDocument,
} from '../../contract/documents.ts';
import { checkReadingUse, isUnderWay, MAX_WAITING_READINGS } from '../../core/rules/documents.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { dropUnusedFile, keepFile } from '../files.ts';
import { Problem, refused, stale } from '../problem.ts';
import { reaches, requireReach } from '../reach.ts';
import { type ReadingFacts, readingFacts, savedDraft } from './facts.ts';
import { viewReadingSummary } from './views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Summary = z.input<typeof ReadingSummary>;

/** Keeps the bytes and queues them for reading; `wake` tells whoever reads, once it is sure to be there. */
export async function uploadDocument(
  tx: Tx,
  input: In<typeof UploadDocument>,
  context: ActContext,
  { bytes, wake }: { bytes: Uint8Array; wake: () => void },
): Promise<{ readingId: string }> {
  const { viewer, now, newId } = context;
  const organisationId = input.organisationId ?? viewer.organisationId;
  await requireReach(tx, viewer, 'uploadDocument', organisationId);
  const { waiting } = await tx
    .selectFrom('readings')
    .select((row) => row.fn.countAll<string>().as('waiting'))
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['waiting', 'running', 'ready'])
    .executeTakeFirstOrThrow();
  if (Number(waiting) >= MAX_WAITING_READINGS)
    throw refused([refusal('too-many-readings', { count: Number(waiting) })]);
  const sha256 = await keepFile(tx, viewer.provinceId, bytes);
  const common = { province_id: viewer.provinceId, organisation_id: organisationId, file_name: input.name };
  const documentId = newId();
  await tx
    .insertInto('documents')
    .values({
      ...common,
      id: documentId,
      file_sha256: Buffer.from(sha256, 'hex'),
      size: bytes.byteLength,
      added_at: now,
      added_by: viewer.accountId,
      added_by_post: viewer.postTitle,
    })
    .execute();
  const readingId = newId();
  await tx
    .insertInto('readings')
    .values({
      ...common,
      id: readingId,
      document_id: documentId,
      size: bytes.byteLength,
      state: 'waiting',
      started_at: now,
      started_by: viewer.accountId,
      started_by_post: viewer.postTitle,
    })
    .execute();
  context.record({
    deed: 'document-handed-in',
    subjectKind: 'document',
    subjectId: documentId,
    after: { name: input.name, size: bytes.byteLength, sha256 },
  });
  context.after(async () => wake());
  return { readingId };
}

/** A reading that the act's right reaches, locked until the act ends. */
export async function openReading(
  tx: Tx,
  { viewer, scopes }: Pick<ActContext, 'viewer' | 'scopes'>,
  readingId: string,
): Promise<ReadingFacts> {
  await tx.selectFrom('readings').select('id').where('id', '=', readingId).forUpdate().execute();
  const reading = await readingFacts(tx, viewer, readingId);
  if (!(await reaches(tx, viewer, scopes, reading.organisationId))) throw new Problem('forbidden', 'forbidden');
  return reading;
}

/** Keeps the checked draft; an old version is refused with the newer one. */
export async function saveReadingDraft(
  tx: Tx,
  input: In<typeof SaveReadingDraft>,
  context: ActContext,
): Promise<{ version: number; savedAt: string }> {
  const reading = await openReading(tx, context, input.readingId);
  const refusals = checkReadingUse(reading.state);
  if (refusals.length > 0) throw refused(refusals);
  if (reading.draftVersion !== input.version) throw stale(savedDraft(reading));
  const version = input.version + 1;
  await tx
    .updateTable('readings')
    .set({
      draft: JSON.stringify(input.draft),
      draft_version: version,
      draft_saved_at: context.now,
      draft_saved_by: context.viewer.postTitle,
    })
    .where('id', '=', input.readingId)
    .execute();
  context.record({
    deed: 'draft-saved',
    subjectKind: 'reading',
    subjectId: input.readingId,
    after: { version },
  });
  return { version, savedAt: context.now };
}

/** Stops a reading that waits or runs. Its file is not kept; whoever reads it notices by its lease. */
export async function cancelReading(tx: Tx, input: In<typeof CancelReading>, context: ActContext): Promise<Summary> {
  const reading = await openReading(tx, context, input.readingId);
  if (!isUnderWay(reading.state)) throw refused([refusal('reading-not-cancellable')]);
  await tx
    .updateTable('readings')
    .set({ ...IDLE, state: 'cancelled', document_id: null, ended_at: context.now })
    .where('id', '=', reading.id)
    .execute();
  if (reading.documentId !== null) await dropDocument(tx, reading.documentId);
  context.record({ deed: 'reading-cancelled', subjectKind: 'reading', subjectId: reading.id });
  return viewReadingSummary(tx, context.viewer, reading.id);
}

const IDLE = { lease_owner: null, lease_until: null, stage: null, page: null, pages: null } as const;

/** Queues again what an interruption stopped. */
export async function restartReading(
  tx: Tx,
  input: In<typeof RestartReading>,
  context: ActContext,
  wake: () => void,
): Promise<Summary> {
  const reading = await openReading(tx, context, input.readingId);
  if (!reading.interrupted) throw refused([refusal('reading-not-restartable')]);
  await tx
    .updateTable('readings')
    .set({ ...IDLE, state: 'waiting', failure_code: null, failure_facts: null, ended_at: null })
    .where('id', '=', reading.id)
    .execute();
  context.record({ deed: 'reading-restarted', subjectKind: 'reading', subjectId: reading.id });
  context.after(async () => wake());
  return viewReadingSummary(tx, context.viewer, reading.id);
}

/** Throws away a reading that became no movement, with its file and its draft. */
export async function discardReading(
  tx: Tx,
  input: In<typeof DiscardReading>,
  context: ActContext,
): Promise<{ discarded: true }> {
  const reading = await openReading(tx, context, input.readingId);
  if (reading.state === 'used') throw refused([refusal('reading-used')]);
  await tx.deleteFrom('readings').where('id', '=', reading.id).execute();
  if (reading.documentId !== null) await dropDocument(tx, reading.documentId);
  context.record({ deed: 'reading-discarded', subjectKind: 'reading', subjectId: reading.id });
  return { discarded: true };
}

/** Takes a document away that no movement was made from, and its bytes when no other document has the same. */
export async function dropDocument(tx: Tx, documentId: string): Promise<void> {
  const gone = await tx
    .deleteFrom('documents')
    .where('id', '=', documentId)
    .returning(['province_id as provinceId', 'file_sha256 as sha256'])
    .executeTakeFirst();
  if (!gone) return;
  const { sha256, provinceId } = gone;
  await dropUnusedFile(tx, provinceId, sha256);
}
