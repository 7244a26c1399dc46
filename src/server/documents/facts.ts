/** What rules and other features need to know of documents and readings. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { MovementDraft, SavedDraft } from '../../contract/documents.ts';
import {
  type DocumentIdentity,
  type MatchKind,
  matchDocuments,
  type ReadingState,
} from '../../core/rules/documents.ts';
import { idsInSight } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

export type StoredDraft = z.input<typeof MovementDraft>;

export type ReadingFacts = {
  id: string;
  state: ReadingState;
  /** The process that read it is gone; the file is still there. */
  interrupted: boolean;
  organisationId: string;
  documentId: string | null;
  draft: StoredDraft | null;
  draftVersion: number;
  draftSavedAt: string | null;
  draftSavedBy: string | null;
  movementId: string | null;
};

/** A reading of an organisation that the right to read readings reaches. Throws `not-found` for any other. */
export async function readingFacts(read: Read, viewer: Viewer, readingId: string): Promise<ReadingFacts> {
  const found = await read
    .selectFrom('readings')
    .select(['id', 'state', 'organisation_id as organisationId', 'document_id as documentId', 'draft'])
    .select(['draft_version as draftVersion', 'draft_saved_at as draftSavedAt', 'draft_saved_by as draftSavedBy'])
    .select(['movement_id as movementId', 'failure_code as failureCode'])
    .select(sql<boolean>`state = 'running' AND lease_until < now()`.as('leaseOver'))
    .where('id', '=', readingId)
    .where('province_id', '=', viewer.provinceId)
    .where('organisation_id', 'in', idsReached(viewer, 'readReadings'))
    .executeTakeFirst();
  if (!found) throw notFound();
  const { failureCode, leaseOver, ...rest } = found;
  return {
    ...rest,
    state: found.state as ReadingState,
    interrupted: leaseOver || (failureCode === 'interrupted' && found.documentId !== null),
    draft: found.draft as StoredDraft | null,
  };
}

/** The checked draft as the contract shows it; null until the reading is ready. */
export function savedDraft(reading: ReadingFacts): z.input<typeof SavedDraft> | null {
  const { draft, draftVersion, draftSavedAt, draftSavedBy } = reading;
  if (draft === null || draftSavedAt === null || draftSavedBy === null) return null;
  return { version: draftVersion, savedAt: draftSavedAt, savedBy: draftSavedBy, draft };
}

const IDENTITY = [
  'd.id',
  'd.file_sha256 as sha256',
  'd.number_symbol as numberSymbol',
  'd.symbol',
  'd.issued_on as issuedOn',
  'd.year',
  'd.issuer',
  'd.title',
] as const;

type IdentityRow = { id: string; sha256: Buffer } & Omit<DocumentIdentity, 'sha256'>;

const identityOf = (row: IdentityRow): DocumentIdentity => ({ ...row, sha256: row.sha256.toString('hex') });

export type Match = {
  kind: MatchKind;
  documentId: string;
  title: string | null;
  numberSymbol: string | null;
  issuedOn: string | null;
};

/** Documents in sight that seem to be the same one, the surest first. */
export async function matchesOf(read: Read, viewer: Viewer, documentId: string): Promise<Match[]> {
  const own = await read
    .selectFrom('documents as d')
    .select(IDENTITY)
    .where('d.id', '=', documentId)
    .executeTakeFirst();
  if (!own) return [];
  const candidates = await read
    .selectFrom('documents as d')
    .select(IDENTITY)
    .where('d.province_id', '=', viewer.provinceId)
    .where('d.id', '!=', documentId)
    .where('d.organisation_id', 'in', idsInSight(viewer))
    .where((row) =>
      row.or([
        row('d.file_sha256', '=', own.sha256),
        ...(own.issuer === null ? [] : [row(sql`fold(d.issuer)`, '=', sql`fold(${own.issuer})`)]),
      ]),
    )
    .orderBy('d.added_at', 'desc')
    .limit(500)
    .execute();
  const rank: Record<MatchKind, number> = { 'same-file': 0, 'same-number': 1, 'signed-version': 2 };
  return candidates
    .flatMap((row) => {
      const kind = matchDocuments(identityOf(own), identityOf(row));
      const { id, title, numberSymbol, issuedOn } = row;
      return kind === null ? [] : [{ kind, documentId: id, title, numberSymbol, issuedOn }];
    })
    .sort((a, b) => rank[a.kind] - rank[b.kind])
    .slice(0, 10);
}
