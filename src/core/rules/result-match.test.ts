import { describe, expect, it } from 'vitest';
import { type AskedTarget, matchResults, type ToldResult } from './result-match.ts';

const JUNE = { from: '2026-04-01', until: '2026-06-30' };
const told = (more: Partial<ToldResult>): ToldResult => ({
  ...{ indicator: 'thu_nsnn', value: '13.741', numerator: null, denominator: null },
  ...{ unit: 'tỷ đồng', asOf: '2026-06-30' },
  ...more,
});
const target = (more: Partial<AskedTarget> = {}): AskedTarget => ({
  ...{ id: 'a', indicator: 'thu_nsnn', unit: 'triệu đồng', asFraction: false },
  ...more,
});
const statesOf = (results: ToldResult[], targets = [target()]) =>
  matchResults(results, targets, JUNE).map(({ state }) => state);

describe('figures of a report', () => {
  it('are matched by indicator and period, in the unit of the target', () => {
    expect(matchResults([told({})], [target()], JUNE)).toEqual([
      { state: 'matched', targetId: 'a', figure: { value: '13741', numerator: null, denominator: null } },
    ]);
  });

  it('are only listed where they may mean two things, or none', () => {
    expect(statesOf([told({ asOf: null })])).toEqual(['undated']);
    expect(statesOf([told({ asOf: '2025-12-31' })])).toEqual(['other-period']);
    expect(statesOf([told({ indicator: null })])).toEqual(['no-target']);
    expect(statesOf([told({ indicator: 'ty_le_ho_ngheo' })])).toEqual(['no-target']);
    expect(statesOf([told({ unit: '%' })])).toEqual(['no-figure']);
    expect(statesOf([told({})], [target(), target({ id: 'b' })])).toEqual(['several-targets']);
    expect(statesOf([told({}), told({ value: '14' })])).toEqual(['several-figures', 'several-figures']);
    expect(statesOf([told({}), told({ value: '13741', unit: 'triệu đồng' })])).toEqual(['matched', 'matched']);
  });
});
