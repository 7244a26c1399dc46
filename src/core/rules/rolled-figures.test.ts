import { describe, expect, it } from 'vitest';
import { type RolledSums, rolledFigure } from './rolled-figures.ts';

const SUMS: RolledSums = {
  ...{ total: null, greatest: null, latest: null, numerator: null, denominator: null },
  ...{ weighted: null, weight: null, judged: 0, met: 0, reported: 3, asked: 4 },
};

describe('progress: what is put together', () => {
  it('is a mean weighted by a named indicator, exactly', () => {
    // Two places of 100 and 300 people that earn 40 and 50 each: no mean of 40 and 50.
    const sums = { ...SUMS, weighted: '19000', weight: '400' };
    expect(rolledFigure('weighted-mean', sums)).toMatchObject({ value: '47.5', coverage: { reported: 3, of: 4 } });
    expect(rolledFigure('weighted-mean', { ...sums, weight: '0' }).value).toBeNull();
    expect(rolledFigure('weighted-mean', SUMS)).toMatchObject({ value: null, coverage: { reported: 3, of: 4 } });
  });

  it('is the share of units that met theirs, of those that could be judged', () => {
    expect(rolledFigure('share-of-units', { ...SUMS, judged: 3, met: 2 })).toMatchObject({
      value: null,
      numerator: '2',
      denominator: '3',
    });
    expect(rolledFigure('share-of-units', SUMS)).toMatchObject({ numerator: null, denominator: null });
  });

  it('is nothing for what is never put together', () => {
    const sums = { ...SUMS, total: '9', weighted: '9', weight: '3', judged: 3, met: 3 };
    expect(rolledFigure('none', sums)).toMatchObject({ value: null, numerator: null });
  });
});
