import { expect, test } from 'vitest';
import { VERDICTS } from './progress.ts';
import { byNeed, needsAttention, tallyOf, worseOf } from './standings.ts';

test('the worst of several targets speaks, and what is not due yet only where nothing else does', () => {
  expect(worseOf('on-track', 'late')).toBe('late');
  expect(worseOf('late', 'no-data')).toBe('late');
  expect(worseOf('not-yet-due', 'exceeded')).toBe('exceeded');
  for (const one of VERDICTS) for (const other of VERDICTS) expect(worseOf(one, other)).toBe(worseOf(other, one));
});

test('every verdict is counted once', () => {
  expect(tallyOf(VERDICTS)).toEqual({ late: 2, atRisk: 1, good: 3, silent: 1, notYet: 1 });
});

test('who is late comes before who is at risk, and who has only what is not due needs nothing', () => {
  const [late, risk, calm] = [tallyOf(['late']), tallyOf(['at-risk', 'at-risk']), tallyOf(['not-yet-due', 'on-track'])];
  expect([calm, risk, late].sort(byNeed)).toEqual([late, risk, calm]);
  expect([late, risk, calm].map(needsAttention)).toEqual([true, true, false]);
});
