import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  DocumentSummary,
  getDocument,
  getReading,
  listReadings,
  ReadingSummary,
} from '../../contract/documents.ts';
import type { ReadingContent } from '../../contract/reading.ts';
import type { READ_FAILURE_CODES } from '../../core/reader/limits.ts';
import type { ReadingStage, ReadingState } from '../../core/rules/documents.ts';
import { findFile } from '../files.ts';
import { movementsOfDocuments } from '../movements/facts.ts';
import { idsInSight } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { matchesOf, readingFacts, savedDraft } from './facts.ts';

type Summary = z.input<typeof ReadingSummary>;
type Failure = NonNullable<Summary['failure']>;

function summaryRows(read: Read, viewer: Viewer) {
  return read
    .selectFrom('readings as r')
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
    .leftJoin('documents as d', 'd.id', 'r.document_id')
    .select(['r.id', 'r.document_id as documentId', 'r.file_name as fileName', 'r.size', 'r.state'])
    .select(['r.stage', 'r.page', 'r.pages', 'r.failure_code as failureCode', 'r.failure_facts as failureFacts'])
    .select(['r.started_at as startedAt', 'r.started_by as startedBy', 'r.started_by_post as startedByPost'])
    .select(['r.movement_id as movementId', 'o.id as organisationId', 'o.name as organisationName'])
    .select(['d.title', 'd.issuer'])
    .select(sql<boolean>`r.state = 'running' AND r.lease_until < now()`.as('leaseOver'))
    .select(keptRows('targets').as('targets'))
    .select(keptRows('tasks').as('tasks'))
    .where('r.province_id', '=', viewer.provinceId)
    .where('r.organisation_id', 'in', idsReached(viewer, 'readReadings'));
}

const keptRows = (list: 'targets' | 'tasks') =>
  sql<
    number | null
  >`CASE WHEN r.draft IS NULL THEN NULL ELSE (SELECT count(*)::int FROM jsonb_array_elements(r.draft->${sql.lit(list)}) one WHERE (one->>'kept')::boolean) END`;

type Row = Awaited<ReturnType<ReturnType<typeof summaryRows>['execute']>>[number];

function failureOf(row: Row): Failure | null {
  if (row.leaseOver) return { code: 'interrupted', facts: {}, restartable: true };
  if (row.failureCode === null) return null;
  return {
    code: row.failureCode as (typeof READ_FAILURE_CODES)[number] | 'interrupted',
    facts: (row.failureFacts ?? {}) as Failure['facts'],
    restartable: row.failureCode === 'interrupted' && row.documentId !== null,
  };
}

function summaryOf(row: Row, viewer: Viewer): Summary {
  const failure = failureOf(row);
  const state = row.leaseOver ? 'failed' : (row.state as ReadingState);
  const underWay = state === 'running' || state === 'waiting';
  return {
    id: row.id,
    state,
    documentId: row.documentId,
    fileName: row.fileName,
    bytes: Number(row.size),
    organisation: { id: row.organisationId, name: row.organisationName },
    startedBy: row.startedByPost,
    mine: row.startedBy === viewer.accountId,
    startedAt: row.startedAt,
    progress:
      underWay && row.stage !== null ? { stage: row.stage as ReadingStage, page: row.page, pages: row.pages } : null,
    failure,
    title: row.title,
    issuer: row.issuer,
    counts: row.targets === null || row.tasks === null ? null : { targets: row.targets, tasks: row.tasks },
    movementId: row.movementId,
  };
}

export async function viewReadingSummary(read: Read, viewer: Viewer, readingId: string): Promise<Summary> {
  const row = await summaryRows(read, viewer).where('r.id', '=', readingId).executeTakeFirst();
  if (!row) throw notFound();
  return summaryOf(row, viewer);
}

/** Readings that run, wait to be checked, or failed and have not been put away, newest first. */
export async function viewReadings(read: Read, viewer: Viewer): Promise<z.input<(typeof listReadings)['output']>> {
  const rows = await summaryRows(read, viewer)
    .where('r.state', 'in', ['waiting', 'running', 'ready', 'failed'])
    .orderBy('r.started_at', 'desc')
    .limit(200)
    .execute();
  return { readings: rows.map((row) => summaryOf(row, viewer)) };
}

/** A reading: how far it is and, once ready, what was found, the checked draft and what it resembles. */
export async function viewReading(
  read: Read,
  viewer: Viewer,
  { readingId }: { readingId: string },
): Promise<z.input<(typeof getReading)['output']>> {
  const reading = await viewReadingSummary(read, viewer, readingId);
  const { documentId } = reading;
  if ((reading.state !== 'ready' && reading.state !== 'used') || documentId === null)
    return { reading, content: null, draft: null, matches: [] };
  const { content } = await read
    .selectFrom('documents')
    .select('content')
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow();
  return {
    reading,
    content: content as z.input<typeof ReadingContent> | null,
    draft: savedDraft(await readingFacts(read, viewer, readingId)),
    matches: await matchesOut(read, viewer, documentId),
  };
}

async function matchesOut(read: Read, viewer: Viewer, documentId: string) {
  const matches = await matchesOf(read, viewer, documentId);
  const ids = matches.map((match) => match.documentId);
  if (ids.length === 0) return [];
  const movements = await movementsOfDocuments(read, viewer, ids);
  const readings = await read
    .selectFrom('readings')
    .select(['id', 'document_id as documentId'])
    .where('document_id', 'in', ids)
    .where('state', 'in', ['waiting', 'running', 'ready'])
    .where('organisation_id', 'in', idsReached(viewer, 'readReadings'))
    .execute();
  const out = matches.map((match) => ({
    ...match,
    movement: movements.get(match.documentId) ?? null,
    readingId: readings.find((reading) => reading.documentId === match.documentId)?.id ?? null,
  }));
  // What can be compared and brought up to date comes first.
  return [...out.filter((match) => match.movement !== null), ...out.filter((match) => match.movement === null)];
}

/** Documents of movements that were opened to supervision, for those who supervise. */
const idsOfOpened = (viewer: Viewer) =>
  sql<string>`(SELECT md.document_id FROM movement_documents md JOIN movements m ON m.id = md.movement_id
    WHERE m.opened_at IS NOT NULL AND m.organisation_id IN ${idsInSight(viewer, 'readOpened')})`;

async function documentRow(read: Read, viewer: Viewer, documentId: string) {
  const row = await read
    .selectFrom('documents')
    .select(['id', 'file_name as fileName', 'size', 'file_sha256 as sha256', 'kind_name as kindName', 'title'])
    .select(['number_symbol as numberSymbol', 'issued_on as issuedOn', 'issuer', 'added_at as addedAt'])
    .select(['added_by_post as addedBy'])
    .where('id', '=', documentId)
    .where('province_id', '=', viewer.provinceId)
    .where((one) => one.or([one('organisation_id', 'in', idsInSight(viewer)), one('id', 'in', idsOfOpened(viewer))]))
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** A stored document with its text and what was found in it. */
export async function viewDocument(
  read: Read,
  viewer: Viewer,
  { documentId }: { documentId: string },
): Promise<z.input<(typeof getDocument)['output']>> {
  const { size, sha256, ...row } = await documentRow(read, viewer, documentId);
  const { content } = await read
    .selectFrom('documents')
    .select('content')
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow();
  const document: z.input<typeof DocumentSummary> = { ...row, bytes: Number(size), sha256: sha256.toString('hex') };
  return { document, content: content as z.input<typeof ReadingContent> | null };
}

/** The original file, byte for byte; always a download, never shown as a page. */
export async function viewDocumentFile(
  read: Read,
  viewer: Viewer,
  { documentId }: { documentId: string },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { fileName, sha256 } = await documentRow(read, viewer, documentId);
  const bytes = await findFile(read, viewer.provinceId, sha256.toString('hex'));
  if (!bytes) throw notFound();
  return { name: fileName, type: 'application/octet-stream', bytes };
}
