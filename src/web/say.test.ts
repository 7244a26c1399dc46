import { describe, expect, it } from 'vitest';
import type { ProblemBody, Reason } from '../contract/problem.ts';
import { en } from '../core/text/en.ts';
import { vi as spoken } from '../core/text/vi.ts';
import { CallProblem } from './call.ts';
import { errorWords } from './say.ts';

const refused = (...reasons: Reason[]) => {
  const body: ProblemBody = {
    ...{ type: 'urn:thidua:problem:refused', status: 422, kind: 'refused', code: 'refused' },
    ...{ title: '', detail: null, fields: [], reasons, requestId: null },
  };
  return new CallProblem(body);
};
const missing: Reason = { code: 'obstacle-answer-missing', article: null, facts: {} };
const empty: Reason = { code: 'request-nothing-entered', article: null, facts: {} };

describe('what a person reads of a refusal', () => {
  it('is its one reason, and that nothing was changed', () => {
    expect(errorWords(spoken, refused(missing))).toEqual({
      title: 'Hãy ghi nội dung trả lời.',
      about: 'Chưa có gì bị thay đổi.',
    });
    expect(errorWords(en, refused(missing)).about).toBe('Nothing was changed.');
  });

  it('says once that nothing was kept, where the reason says so itself', () => {
    const table: Reason = { code: 'request-no-table', article: null, facts: {} };
    expect(errorWords(spoken, refused(table))).toEqual({ title: expect.stringContaining('Chưa có gì'), about: null });
  });

  it('is a list under its head where there are several', () => {
    const { title, about } = errorWords(spoken, refused(missing, empty));
    expect(title).toMatch(/^Không thực hiện được/);
    expect(about).toBe('Hãy ghi nội dung trả lời. Chưa điền ô nào.');
  });
});
