import { describe, expect, it } from 'vitest';
import { daysForShare, sameDayLastYear, shareOfLastYear } from './last-year.ts';

const YEAR = { from: '2026-01-01', until: '2026-12-31' };
const lastYear = [
  { on: '2025-02-28', value: '10' },
  { on: '2025-06-30', value: '25' },
  { on: '2025-12-31', value: '80' },
];

describe('progress: last year’s cumulative share by month', () => {
  it('is the figure of the same day over the whole year, exactly', () => {
    expect(shareOfLastYear(lastYear, YEAR, '2026-06-30')).toBe('0.3125');
    expect(shareOfLastYear(lastYear, YEAR, '2026-12-31')).toBe('1');
  });

  it('is unknown on days without a figure, without the whole, and after a year that brought nothing', () => {
    expect(shareOfLastYear(lastYear, YEAR, '2026-05-31')).toBeNull();
    expect(shareOfLastYear(lastYear.slice(0, 2), YEAR, '2026-06-30')).toBeNull();
    const nothing = lastYear.map(({ on }) => ({ on, value: '0' }));
    expect(shareOfLastYear(nothing, YEAR, '2026-06-30')).toBeNull();
    // More by June than in the whole year: one of the two is wrong.
    expect(shareOfLastYear([{ on: '2025-06-30', value: '90' }, ...lastYear.slice(2)], YEAR, '2026-06-30')).toBeNull();
  });

  it('keeps the ends of months, and knows no year before several', () => {
    expect(sameDayLastYear('2025-02-28')).toBe('2024-02-29');
    expect(sameDayLastYear('2024-02-29')).toBe('2023-02-28');
    expect(sameDayLastYear('2026-06-15')).toBe('2025-06-15');
    expect(daysForShare(YEAR, ['2026-03-31', '2026-03-31'])).toEqual(['2025-03-31', '2025-12-31']);
    expect(daysForShare({ from: '2025-01-01', until: '2026-12-31' }, ['2026-03-31'])).toEqual([]);
  });
});
