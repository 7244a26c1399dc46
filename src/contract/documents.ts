import { z } from 'zod';
import { READ_FAILURE_CODES } from '../core/reader/limits.ts';
import {
  CHANGE_KINDS,
  CHANGE_SUBJECTS,
  MATCH_KINDS,
  MAX_DOCUMENT_BYTES,
  READING_STAGES,
  READING_STATES,
} from '../core/rules/documents.ts';
import { endpoint } from './endpoint.ts';
import {
  CitationContent,
  DocumentNumber,
  FieldChange,
  filled,
  Goal,
  MovementHead,
  Place,
  ReportDueContent,
  TaskContent,
} from './facts.ts';
import { ActionId, DocumentId, MovementId, OrganisationId, ReadingId } from './ids.ts';
import { ReadingContent } from './reading.ts';

const instant = z.iso.datetime();
const version = z.number().int().min(1);

/** A row of the draft. `key` is made once (by the server for found rows, by the browser for added ones) and stays. */
const row = {
  key: z.string().regex(/^[a-zA-Z0-9-]{1,40}$/),
  /** False: struck out by the person; it stays in the draft so that it can come back. */
  kept: z.boolean(),
  /** True once a person changed or added it. */
  edited: z.boolean(),
  /** Null for a row that no sentence of the document holds. */
  place: Place.nullable(),
};

export const DraftTarget = Goal.extend({
  ...row,
  /** Key of the target this one is part of ("Trong đó: …"). */
  partOf: z.string().max(40).nullable(),
});
export type DraftTarget = z.infer<typeof DraftTarget>;
export const DraftTask = TaskContent.extend(row);
export type DraftTask = z.infer<typeof DraftTask>;
export const DraftCitation = CitationContent.extend(row);
export type DraftCitation = z.infer<typeof DraftCitation>;
export const DraftReportDue = ReportDueContent.extend(row);
export type DraftReportDue = z.infer<typeof DraftReportDue>;
export const DraftRecipient = z.object({ ...row, text: filled(500) });
export type DraftRecipient = z.infer<typeof DraftRecipient>;
/** A superior's movement that this document answers; `movementId` where the system holds it. */
export const DraftAnswer = z.object({ ...row, name: filled(1_000), movementId: MovementId.nullable() });
export type DraftAnswer = z.infer<typeof DraftAnswer>;

/** What a movement will be made of: exactly this, and nothing that is not kept. */
export const MovementDraft = z.object({
  head: MovementHead,
  document: DocumentNumber,
  targets: z.array(DraftTarget).max(1_000),
  tasks: z.array(DraftTask).max(1_000),
  citations: z.array(DraftCitation).max(500),
  reportDue: z.array(DraftReportDue).max(100),
  recipients: z.array(DraftRecipient).max(300),
  answers: z.array(DraftAnswer).max(50),
});
export type MovementDraft = z.infer<typeof MovementDraft>;

export const SavedDraft = z.object({
  version,
  savedAt: instant,
  /** The post of who saved last. */
  savedBy: z.string(),
  draft: MovementDraft,
});
export type SavedDraft = z.infer<typeof SavedDraft>;

/** Another document the system holds that seems to be this one. */
export const DocumentMatch = z.object({
  kind: z.enum(MATCH_KINDS),
  documentId: DocumentId,
  title: z.string().nullable(),
  numberSymbol: z.string().nullable(),
  issuedOn: z.string().nullable(),
  /** The movement made from it, which can be compared and updated; null when it is only a reading so far. */
  movement: z.object({ id: MovementId, title: z.string() }).nullable(),
  /** Set when that document is itself a reading that waits for somebody. */
  readingId: ReadingId.nullable(),
});
export type DocumentMatch = z.infer<typeof DocumentMatch>;

export const ReadingSummary = z.object({
  id: ReadingId,
  state: z.enum(READING_STATES),
  /** Null once the file is gone, after a failure or a cancellation. */
  documentId: DocumentId.nullable(),
  fileName: z.string(),
  bytes: z.number().int(),
  organisation: z.object({ id: OrganisationId, name: z.string() }),
  startedBy: z.string(),
  mine: z.boolean(),
  startedAt: instant,
  /** While it waits or runs; `pages` is null until the file tells. */
  progress: z
    .object({
      stage: z.enum(READING_STAGES),
      page: z.number().int().nullable(),
      pages: z.number().int().nullable(),
    })
    .nullable(),
  /** Why it failed; core/text has the sentence of the code. `restartable`: the file is still here. */
  failure: z
    .object({
      code: z.enum([...READ_FAILURE_CODES, 'interrupted']),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
      restartable: z.boolean(),
    })
    .nullable(),
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  /** Kept rows of the draft, for the list of what waits. */
  counts: z.object({ targets: z.number().int(), tasks: z.number().int() }).nullable(),
  /** The movement it became. */
  movementId: MovementId.nullable(),
});
export type ReadingSummary = z.infer<typeof ReadingSummary>;

export const uploadDocument = endpoint({
  name: 'uploadDocument',
  method: 'POST',
  path: '/api/readings',
  input: z.object({
    actionId: ActionId,
    /** The file's own name, for its extension and for the download. */
    name: z.string().trim().min(1).max(255),
    /** For whom the movement will be; the person's own organisation when absent. */
    organisationId: OrganisationId.optional(),
  }),
  output: z.object({ readingId: ReadingId }),
  access: 'session',
  summary: 'Hand in a document to be read; the reading then goes on by itself and can be asked for.',
  upload: { maxBytes: MAX_DOCUMENT_BYTES },
});

export const getReading = endpoint({
  name: 'getReading',
  method: 'GET',
  path: '/api/readings/:readingId',
  input: z.object({ readingId: ReadingId }),
  output: z.object({
    reading: ReadingSummary,
    /** From state 'ready' on. */
    content: ReadingContent.nullable(),
    draft: SavedDraft.nullable(),
    matches: z.array(DocumentMatch),
  }),
  access: 'session',
  summary: 'A reading: how far it is, and once ready what was found, the checked draft and what it resembles.',
});

export const listReadings = endpoint({
  name: 'listReadings',
  method: 'GET',
  path: '/api/readings',
  input: z.object({}),
  output: z.object({ readings: z.array(ReadingSummary) }),
  access: 'session',
  summary: 'Readings that run or wait to be checked in the reach of this person, newest first.',
});

export const saveReadingDraft = endpoint({
  name: 'saveReadingDraft',
  method: 'PUT',
  path: '/api/readings/:readingId/draft',
  input: z.object({ readingId: ReadingId, actionId: ActionId, version, draft: MovementDraft }),
  output: z.object({ version, savedAt: instant }),
  access: 'session',
  summary: 'Keep the checked draft; an old version is refused with the newer SavedDraft in reasons[0].facts.current.',
});

export const cancelReading = endpoint({
  name: 'cancelReading',
  method: 'POST',
  path: '/api/readings/:readingId/cancel',
  input: z.object({ readingId: ReadingId, actionId: ActionId }),
  output: ReadingSummary,
  access: 'session',
  summary: 'Stop a reading that waits or runs; its file is not kept.',
});

export const restartReading = endpoint({
  name: 'restartReading',
  method: 'POST',
  path: '/api/readings/:readingId/restart',
  input: z.object({ readingId: ReadingId, actionId: ActionId }),
  output: ReadingSummary,
  access: 'session',
  summary: 'Read again what an interruption stopped.',
});

export const discardReading = endpoint({
  name: 'discardReading',
  method: 'DELETE',
  path: '/api/readings/:readingId',
  input: z.object({ readingId: ReadingId, actionId: ActionId }),
  output: z.object({ discarded: z.literal(true) }),
  access: 'session',
  summary: 'Throw away a reading that became no movement, its file and its draft.',
});

export const DocumentSummary = z.object({
  id: DocumentId,
  fileName: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  kindName: z.string().nullable(),
  title: z.string().nullable(),
  numberSymbol: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  addedAt: instant,
  addedBy: z.string(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const getDocument = endpoint({
  name: 'getDocument',
  method: 'GET',
  path: '/api/documents/:documentId',
  input: z.object({ documentId: DocumentId }),
  output: z.object({ document: DocumentSummary, content: ReadingContent.nullable() }),
  access: 'session',
  summary: 'A stored document with its text and what was found in it, for the way back from a fact to its sentence.',
});

export const getDocumentFile = endpoint({
  name: 'getDocumentFile',
  method: 'GET',
  path: '/api/documents/:documentId/file',
  input: z.object({ documentId: DocumentId }),
  output: z.void(),
  access: 'session',
  summary: 'The original file, byte for byte.',
  answers: 'file',
});

/** One difference between a movement and a newer version of its document. */
export const ReadingChange = z.object({
  /** To name it in `take`. */
  key: z.string().max(80),
  subject: z.enum(CHANGE_SUBJECTS),
  kind: z.enum(CHANGE_KINDS),
  /** Name of the target, task … it concerns. */
  label: z.string(),
  fields: z.array(FieldChange),
  /** A person changed what was read, or took it out: keeping it so is suggested. */
  editedByHand: z.boolean(),
  suggested: z.enum(['update', 'keep']),
  place: Place.nullable(),
});
export type ReadingChange = z.infer<typeof ReadingChange>;

export const compareReading = endpoint({
  name: 'compareReading',
  method: 'GET',
  path: '/api/readings/:readingId/changes/:movementId',
  input: z.object({ readingId: ReadingId, movementId: MovementId }),
  output: z.object({
    movement: z.object({ id: MovementId, title: z.string(), version }),
    changes: z.array(ReadingChange),
    /** Facts that are the same in both. */
    unchanged: z.number().int(),
  }),
  access: 'session',
  summary: 'What the checked draft of this reading would change in a movement made from an earlier version.',
});

export const createMovementFromReading = endpoint({
  name: 'createMovementFromReading',
  method: 'POST',
  path: '/api/readings/:readingId/movement',
  input: z.object({
    readingId: ReadingId,
    actionId: ActionId,
    draftVersion: version,
    /** A stated reason to make it although the same document has one already. */
    override: filled(500).optional(),
  }),
  output: z.object({ movementId: MovementId }),
  access: 'session',
  summary: 'Make the movement: exactly what the draft keeps, all of it or nothing.',
});

export const updateMovementFromReading = endpoint({
  name: 'updateMovementFromReading',
  method: 'POST',
  path: '/api/readings/:readingId/update/:movementId',
  input: z.object({
    readingId: ReadingId,
    movementId: MovementId,
    actionId: ActionId,
    draftVersion: version,
    movementVersion: version,
    /** Keys of the changes to make; the others keep what the movement has. */
    take: z.array(z.string().max(80)).max(3_000),
  }),
  output: z.object({ movementId: MovementId, taken: z.number().int(), kept: z.number().int() }),
  access: 'session',
  summary: 'Bring a movement up to a newer version of its document, change by change.',
});
