import { describe, expect, it } from 'vitest';
import { addDays, addYears, dayInVietnam, daysBetween, daysOf, elapsedDays, lastDay } from './calendar.ts';

describe('calendar days', () => {
  it('adds and counts days over months, years and 29 February', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2026-06-30', '2026-12-31')).toBe(184);
    expect(daysBetween('2026-12-31', '2026-06-30')).toBe(-184);
  });

  it('moves a day by years, 29 February to the 28th', () => {
    expect(addYears('2025-12-15', 1)).toBe('2026-12-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('turns over at midnight in Vietnam', () => {
    expect(dayInVietnam('2026-06-30T16:59:59.000Z')).toBe('2026-06-30');
    expect(dayInVietnam('2026-06-30T17:00:00.000Z')).toBe('2026-07-01');
  });

  it('refuses what is no day', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addYears('tháng 2', 1)).toThrow(RangeError);
    expect(() => addYears('9999-01-01', 1)).toThrow(RangeError);
  });

  it('takes "trước ngày 15/12" as 14/12 at the latest, and every other wording with its day (practice 10)', () => {
    expect(lastDay('2026-12-15', 'before')).toBe('2026-12-14');
    expect(lastDay('2026-12-15', 'by')).toBe('2026-12-15');
    expect(lastDay('2026-12-15', 'on')).toBe('2026-12-15');
    expect(lastDay('2026-12-15', null)).toBe('2026-12-15');
    expect(lastDay(null, 'before')).toBeNull();
  });

  it('fills a missing end of the period from the year', () => {
    expect(daysOf({ from: null, until: null }, 2026)).toEqual({ from: '2026-01-01', until: '2026-12-31' });
    expect(daysOf({ from: '2026-03-01', until: null }, 2026)).toEqual({ from: '2026-03-01', until: '2026-12-31' });
    expect(daysOf({ from: null, until: '2027-06-30' }, 2026)).toEqual({ from: '2027-01-01', until: '2027-06-30' });
    expect(daysOf({ from: '2022-01-01', until: '2024-12-31' }, 2022).until).toBe('2024-12-31');
  });

  it('counts the elapsed days with today: 181 of 365 on 30/6', () => {
    const year = { from: '2026-01-01', until: '2026-12-31' };
    expect(elapsedDays(year, '2026-06-30')).toEqual({ passed: 181, all: 365 });
    expect(elapsedDays(year, '2025-12-31')).toEqual({ passed: 0, all: 365 });
    expect(elapsedDays(year, '2027-05-01')).toEqual({ passed: 365, all: 365 });
    expect(elapsedDays({ from: '2026-05-01', until: '2026-05-01' }, '2026-05-01')).toEqual({ passed: 1, all: 1 });
  });
});
