import { expect, test } from 'vitest';
import { VERDICTS } from './progress.ts';
import { byNeed, byUrgency, isBehind, needsAttention, placesByAttainment, tallyOf, worseOf } from './standings.ts';

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

test('what is behind stands by its verdict first, then by how much of what should be there is there', () => {
  const at = (
    verdict: 'late' | 'at-risk' | 'missed',
    attainment: string | null,
    expectedAttainment: string | null,
  ) => ({
    verdict,
    attainment,
    expectedAttainment,
  });
  const [missed, budget, jobs, schools, risk] = [
    at('missed', '98.6', null),
    at('late', '35.7', '49.6'),
    at('late', '45', '99.1'),
    at('late', null, null),
    at('at-risk', '1', '49.6'),
  ];
  expect([risk, schools, budget, jobs, missed].sort(byUrgency)).toEqual([missed, jobs, budget, schools, risk]);
  expect(byUrgency(at('late', '0', '0'), schools)).toBe(0);
  expect(VERDICTS.filter(isBehind)).toEqual(['missed', 'at-risk', 'late']);
});

test('places are ranked by what they attained, equal ones share a place, and who attained nothing stands last without one', () => {
  const at = (name: string, compared: string | null) => ({ organisation: { name }, compared, rank: null });
  const rows = [
    at('Xã Đ', null),
    at('Xã D', '9.5'),
    at('Xã C', '100.0'),
    at('Xã Â', null),
    at('Xã B', '100.0'),
    at('Xã E', '0.0'),
  ];
  expect(placesByAttainment(rows).map(({ organisation, rank }) => [organisation.name, rank])).toEqual([
    ['Xã B', 1],
    ['Xã C', 1],
    ['Xã D', 3],
    ['Xã E', 4],
    ['Xã Â', null],
    ['Xã Đ', null],
  ]);
});
