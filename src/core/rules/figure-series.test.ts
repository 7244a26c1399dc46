import { describe, expect, it } from 'vitest';
import { type EnteredPeriod, seriesOf } from './figure-series.ts';
import { periodsOf } from './periods.ts';

const PERIODS = periodsOf('quarter', { from: '2026-01-01', until: '2026-12-31' });

/** "12": of the period; "=40": cumulative; null: nothing came. */
const series = (...typed: (string | null)[]) => {
  const entered = typed.flatMap((one, at): EnteredPeriod[] => {
    const period = PERIODS[at];
    if (one === null || !period) return [];
    const cumulative = one.startsWith('=');
    const value = cumulative ? one.slice(1) : one;
    return [{ from: period.from, until: period.until, value, enteredAs: cumulative ? 'cumulative' : 'period' }];
  });
  const points = seriesOf(PERIODS, entered).slice(0, typed.length);
  return points.map((point) => [point.periodValue, point.cumulative]);
};

describe('trong kỳ and lũy kế (practice 2)', () => {
  it('follow from each other', () => {
    expect(series('10', '12.5', '0', null)).toEqual([
      ['10', '10'],
      ['12.5', '22.5'],
      ['0', '22.5'],
      [null, null],
    ]);
    expect(series('=10', '=22.5')).toEqual([
      ['10', '10'],
      ['12.5', '22.5'],
    ]);
    expect(series('10', '=22.5', '1')).toEqual([
      ['10', '10'],
      ['12.5', '22.5'],
      ['1', '23.5'],
    ]);
  });

  it('do not take a missing period for zero', () => {
    expect(series('10', null, '5')).toEqual([
      ['10', '10'],
      [null, null],
      ['5', null],
    ]);
    expect(series('10', null, '=30', '5')).toEqual([
      ['10', '10'],
      [null, null],
      [null, '30'],
      ['5', '35'],
    ]);
  });

  it('say how many periods are missing, and that a cumulative falls', () => {
    const entered = (at: number, value: string, enteredAs: EnteredPeriod['enteredAs']): EnteredPeriod => {
      const period = PERIODS[at];
      if (!period) throw new Error(String(at));
      return { from: period.from, until: period.until, value, enteredAs };
    };
    const points = seriesOf(PERIODS, [entered(2, '5', 'period'), entered(3, '8', 'cumulative')]);
    expect(points.map((point) => point.missingBefore)).toEqual([0, 1, 2, 0]);
    const falling = seriesOf(PERIODS, [entered(0, '10', 'cumulative'), entered(1, '9', 'cumulative')]);
    expect(falling.map((point) => point.falls)).toEqual([false, true, false, false]);
    expect(falling[1]?.periodValue).toBe('-1');
  });
});
