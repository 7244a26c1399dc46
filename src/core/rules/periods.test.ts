import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import { periodAt, periodsOf, phaseOf, reportDueOn } from './periods.ts';
import { PERIOD_KINDS } from './progress.ts';

const YEAR = { from: '2026-01-01', until: '2026-12-31' };
const spans = (kind: Parameters<typeof periodsOf>[0], days = YEAR) =>
  periodsOf(kind, days).map(({ from, until }) => `${from} ${until}`);

describe('periods', () => {
  it('are the quarters of a calendar year', () => {
    expect(spans('quarter')).toEqual([
      '2026-01-01 2026-03-31',
      '2026-04-01 2026-06-30',
      '2026-07-01 2026-09-30',
      '2026-10-01 2026-12-31',
    ]);
  });

  it('are twelve months, two halves, nine months and the rest, one year', () => {
    expect(spans('month')).toHaveLength(12);
    expect(spans('month')[1]).toBe('2026-02-01 2026-02-28');
    expect(spans('half-year')).toEqual(['2026-01-01 2026-06-30', '2026-07-01 2026-12-31']);
    expect(spans('nine-months')).toEqual(['2026-01-01 2026-09-30', '2026-10-01 2026-12-31']);
    expect(spans('year')).toEqual(['2026-01-01 2026-12-31']);
    expect(spans('once')).toEqual(['2026-01-01 2026-12-31']);
  });

  it('of a school year begin with it (practice 13)', () => {
    const school = { from: '2025-09-05', until: '2026-05-31' };
    expect(spans('half-year', school)).toEqual(['2025-09-05 2026-02-28', '2026-03-01 2026-05-31']);
    expect(spans('month', school)[0]).toBe('2025-09-05 2025-09-30');
    expect(spans('quarter', school)).toEqual([
      '2025-09-05 2025-09-30',
      '2025-10-01 2025-12-31',
      '2026-01-01 2026-03-31',
      '2026-04-01 2026-05-31',
    ]);
  });

  it('of every kind cover every day once', () => {
    const days = { from: '2026-02-19', until: '2027-11-03' };
    for (const kind of PERIOD_KINDS) {
      const periods = periodsOf(kind, days);
      expect(periods[0]?.from).toBe(days.from);
      expect(periods.at(-1)?.until).toBe(days.until);
      for (const [at, period] of periods.entries()) {
        expect(period.from <= period.until).toBe(true);
        const after = periods[at + 1];
        if (after) expect(after.from).toBe(addDays(period.until, 1));
      }
    }
  });

  it('are none where the days run backwards, and bounded where they run for ever', () => {
    expect(periodsOf('month', { from: '2026-02-01', until: '2026-01-01' })).toEqual([]);
    expect(periodsOf('month', { from: '1950-01-01', until: '2150-12-31' }).length).toBeLessThanOrEqual(600);
  });

  it('are found by a day, and have a phase and a day on which they are due', () => {
    const quarter = periodAt('quarter', YEAR, '2026-06-30');
    expect(quarter).toEqual({ kind: 'quarter', from: '2026-04-01', until: '2026-06-30' });
    expect(periodAt('quarter', YEAR, '2027-01-01')).toBeUndefined();
    expect(quarter && phaseOf(quarter, '2026-03-31')).toBe('to-come');
    expect(quarter && phaseOf(quarter, '2026-06-30')).toBe('running');
    expect(quarter && phaseOf(quarter, '2026-07-01')).toBe('over');
    // The fifth of July is a Sunday; offices open on Monday, unless that is a day off too.
    expect(quarter && reportDueOn(quarter, 5, new Map())).toBe('2026-07-06');
    expect(quarter && reportDueOn(quarter, 5, new Map([['2026-07-06', 'holiday']]))).toBe('2026-07-07');
    expect(quarter && reportDueOn(quarter, 5, new Map([['2026-07-05', 'workday']]))).toBe('2026-07-05');
  });
});
