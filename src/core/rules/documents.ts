/** States of a reading; from 'ready' a person checks it until it becomes a movement or is discarded. */
export const READING_STATES = ['waiting', 'running', 'ready', 'failed', 'cancelled', 'used'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/** What the reader is busy with, in the order of its work. */
export const READING_STAGES = ['opening', 'recognising', 'finding', 'checking'] as const;
export type ReadingStage = (typeof READING_STAGES)[number];

/** Why two documents are taken for one: the same bytes, the same number and symbol, the signed one after the draft. */
export const MATCH_KINDS = ['same-file', 'same-number', 'signed-version'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** What a newer version of a document changes in a movement. */
export const CHANGE_SUBJECTS = ['header', 'target', 'task', 'citation', 'report-due', 'recipient'] as const;
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];
export const CHANGE_KINDS = ['added', 'changed', 'removed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The largest file a person may hand in, in bytes: 25 MB. */
export const MAX_DOCUMENT_BYTES = 25 * 1024 * 1024;
