/** Tài liệu kiểm chứng (minh chứng): what may be attached to a figure, and by whom it may be changed. */

import { type FigureState, stateAfterWriting, type Writer } from './figure-states.ts';
import { type Refusal, refusal } from './refusal.ts';

export const EVIDENCE_KINDS = ['picture', 'pdf', 'word', 'excel'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_LIMITS = {
  /** Bytes of one file; pictures are made smaller before they are sent. */
  fileBytes: 10 * 1024 * 1024,
  /** Bytes of one that comes by a link, where it travels inside the question; a telephone's picture is far smaller. */
  linkBytes: 2.5 * 1024 * 1024,
  /** Files that stand beside one figure at a time. */
  files: 10,
  /** Together with those that were taken away: the history ends somewhere too. */
  filesEver: 50,
  /** Pixels of a picture's longer side, so that no small file unfolds into one that fills a screen's memory. */
  pictureSide: 12_000,
  /** The longer side of a picture after it was made smaller in the browser. */
  shrunkSide: 1_600,
  /** Days that a file which was taken away can be had back, unless it stood beside an approved figure. */
  daysToRestore: 30,
} as const;

export const EVIDENCE_REFUSALS = [
  'evidence-too-many',
  'evidence-approved',
  'evidence-closed',
  'evidence-there',
] as const;
export type EvidenceRefusal = Refusal<(typeof EVIDENCE_REFUSALS)[number]>;

export type EvidenceFacts = {
  /** Of the figure it belongs to; null where none was entered yet. */
  state: FigureState | null;
  writer: Writer;
  closed: boolean;
  /** Files that stand beside the figure, and that ever did. */
  standing: number;
  ever: number;
};

/** Whether the files of a figure may be changed: by whoever may write the figure itself, as long as its period is open. */
export function checkEvidenceChange({ state, writer, closed }: EvidenceFacts): EvidenceRefusal[] {
  const refusals: EvidenceRefusal[] = [];
  if (closed) refusals.push(refusal('evidence-closed'));
  if (stateAfterWriting(state, writer) === null) refusals.push(refusal('evidence-approved'));
  return refusals;
}

/** The same for one file more. */
export function checkEvidenceAdded(facts: EvidenceFacts): EvidenceRefusal[] {
  const full = facts.standing >= EVIDENCE_LIMITS.files || facts.ever >= EVIDENCE_LIMITS.filesEver;
  const refusals = checkEvidenceChange(facts);
  return full ? [...refusals, refusal('evidence-too-many', { most: EVIDENCE_LIMITS.files })] : refusals;
}
