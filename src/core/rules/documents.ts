import { foldedWords, wordsHeld } from '../text/search.ts';
import { type Refusal, refusal } from './refusal.ts';

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

/** Readings that one organisation may have waiting at a time. */
export const MAX_WAITING_READINGS = 50;

export const DOCUMENT_REFUSALS = [
  'reading-not-ready',
  'reading-used',
  'reading-not-restartable',
  'reading-not-cancellable',
  'document-known',
  'too-many-readings',
  'change-gone',
] as const;
export type DocumentRefusal = Refusal<(typeof DOCUMENT_REFUSALS)[number]>;

/** States in which a reading can still be stopped, checked, thrown away. */
export const isUnderWay = (state: ReadingState): boolean => state === 'waiting' || state === 'running';

/** Whether a reading can become a movement, or bring one up to date. */
export function checkReadingUse(state: ReadingState): DocumentRefusal[] {
  if (state === 'used') return [refusal('reading-used')];
  return state === 'ready' ? [] : [refusal('reading-not-ready', { state })];
}

export type DocumentIdentity = {
  sha256: string;
  /** "02/CT-UBND", null while the clerk has not given it. */
  numberSymbol: string | null;
  symbol: string | null;
  /** 'YYYY-MM-DD', null where day or month is missing. */
  issuedOn: string | null;
  year: number | null;
  issuer: string | null;
  title: string | null;
};

/**
 * Whether a document's issuer is somebody else than the organisation a movement is to be of: its whole name does not
 * stand in what the document says. False where the document does not say.
 */
export const issuedByAnother = (issuer: string | null, organisation: string): boolean =>
  issuer !== null && words(issuer) !== '' && !` ${words(issuer)} `.includes(` ${words(organisation)} `);

const words = (text: string | null): string => (text === null ? '' : foldedWords(text).join(' '));

/**
 * Whether two documents are the same one: the same bytes; the same number and symbol of the same issuer in the same
 * year; or the signed one after its draft, which has the same issuer and symbol, a like title, and a number only once.
 */
export function matchDocuments(newer: DocumentIdentity, older: DocumentIdentity): MatchKind | null {
  if (newer.sha256 === older.sha256) return 'same-file';
  if (words(newer.issuer) === '' || words(newer.issuer) !== words(older.issuer)) return null;
  if (newer.year !== null && older.year !== null && newer.year !== older.year) return null;
  const [one, two] = [newer.numberSymbol, older.numberSymbol];
  if (one !== null && two !== null) return words(one) === words(two) ? 'same-number' : null;
  if (newer.title === null || older.title === null || words(newer.symbol) !== words(older.symbol)) return null;
  const alike = Math.min(wordsHeld(newer.title, older.title), wordsHeld(older.title, newer.title));
  return alike >= 0.8 ? 'signed-version' : null;
}
