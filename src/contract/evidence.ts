import { z } from 'zod';
import { EVIDENCE_KINDS, EVIDENCE_LIMITS } from '../core/rules/evidence.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { ActionId, CalendarDate, EvidenceId, MovementId, OrganisationId, TargetId } from './ids.ts';

/** Tài liệu kiểm chứng: files attached to figures. */

const instant = z.iso.datetime();

/** One file beside a figure. */
export const Evidence = z.object({
  id: EvidenceId,
  targetId: TargetId,
  organisationId: OrganisationId,
  kind: z.enum(EVIDENCE_KINDS),
  name: z.string(),
  bytes: z.number().int(),
  addedAt: instant,
  addedByPost: z.string(),
  /** Taken away: shown as history, where it stood beside an approved figure or can still be had back. */
  removed: z.object({ at: instant, byPost: z.string() }).nullable(),
  /** The person may take it away, or have it back. */
  mayChange: z.boolean(),
});
export type Evidence = z.infer<typeof Evidence>;

export const listEvidence = endpoint({
  name: 'listEvidence',
  method: 'GET',
  path: '/api/movements/:movementId/evidence',
  input: z.object({ movementId: MovementId, from: CalendarDate, until: CalendarDate }),
  output: z.object({ evidence: z.array(Evidence) }),
  access: 'session',
  summary: 'Files beside the figures of a movement in one period, for the units whose figures the person sees.',
});

export const addEvidence = endpoint({
  name: 'addEvidence',
  method: 'POST',
  path: '/api/movements/:movementId/evidence',
  input: z.object({
    movementId: MovementId,
    actionId: ActionId,
    targetId: TargetId,
    organisationId: OrganisationId,
    from: CalendarDate,
    until: CalendarDate,
    name: filled(200),
  }),
  output: Evidence,
  access: 'session',
  upload: { maxBytes: EVIDENCE_LIMITS.fileBytes },
  summary: 'Attach a picture, PDF, Word or Excel file to a figure; the same content twice is attached once.',
});

export const removeEvidence = endpoint({
  name: 'removeEvidence',
  method: 'POST',
  path: '/api/evidence/:evidenceId/remove',
  input: z.object({ evidenceId: EvidenceId, actionId: ActionId }),
  output: Evidence,
  access: 'session',
  summary: 'Take a file away from a figure; it can be had back.',
});

export const restoreEvidence = endpoint({
  name: 'restoreEvidence',
  method: 'POST',
  path: '/api/evidence/:evidenceId/restore',
  input: z.object({ evidenceId: EvidenceId, actionId: ActionId }),
  output: Evidence,
  access: 'session',
  summary: 'Put a file that was taken away back beside its figure.',
});

export const getEvidenceFile = endpoint({
  name: 'getEvidenceFile',
  method: 'GET',
  path: '/api/evidence/:evidenceId/file',
  input: z.object({ evidenceId: EvidenceId }),
  output: z.void(),
  answers: 'file',
  access: 'session',
  summary: 'The file itself, as a download.',
});
