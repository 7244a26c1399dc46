import { describe, expect, it } from 'vitest';
import { checkEvidenceAdded, checkEvidenceChange, EVIDENCE_LIMITS, type EvidenceFacts } from './evidence.ts';

const facts: EvidenceFacts = { state: null, writer: 'unit', closed: false, standing: 0, ever: 0 };
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

describe('tài liệu kiểm chứng', () => {
  it('can be attached before there is a figure, and follows it until it is approved', () => {
    for (const state of [null, 'draft', 'submitted', 'returned'] as const)
      expect(checkEvidenceChange({ ...facts, state })).toEqual([]);
    expect(codes(checkEvidenceChange({ ...facts, state: 'approved' }))).toEqual(['evidence-approved']);
    expect(checkEvidenceChange({ ...facts, state: 'approved', writer: 'approver' })).toEqual([]);
  });

  it('does not change in a closed period, whoever asks', () => {
    expect(codes(checkEvidenceChange({ ...facts, writer: 'approver', closed: true }))).toEqual(['evidence-closed']);
  });

  it('says everything that is wrong at once', () => {
    expect(
      codes(checkEvidenceAdded({ ...facts, state: 'approved', closed: true, standing: EVIDENCE_LIMITS.files })),
    ).toEqual(['evidence-closed', 'evidence-approved', 'evidence-too-many']);
  });

  it('has an end, counted over what was taken away as well', () => {
    expect(checkEvidenceAdded({ ...facts, standing: EVIDENCE_LIMITS.files - 1 })).toEqual([]);
    expect(codes(checkEvidenceAdded({ ...facts, ever: EVIDENCE_LIMITS.filesEver }))).toEqual(['evidence-too-many']);
  });
});
