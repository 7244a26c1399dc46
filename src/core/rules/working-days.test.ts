import { describe, expect, it } from 'vitest';
import { HOLIDAYS } from '../law/holidays.ts';
import {
  addWorkingDays,
  type DayKind,
  isWorkingDay,
  lastWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  reminderDay,
  type SpecialDays,
  workingDaysBetween,
} from './working-days.ts';

const days: SpecialDays = new Map(HOLIDAYS.map(({ day, kind }) => [day, kind]));
const none: SpecialDays = new Map();

describe('working days', () => {
  it.each([
    ['a Monday', '2026-06-29', true],
    ['a Saturday', '2026-06-27', false],
    ['a Sunday', '2026-06-28', false],
    ['a Saturday worked instead', '2026-08-22', true],
    ['a Monday given up', '2026-08-31', false],
    ['the first of the lunar year', '2026-02-17', false],
    ['the Monday after the kings fell on a Sunday', '2026-04-27', false],
  ])('know %s', (_what, day, works) => {
    expect(isWorkingDay(day, days)).toBe(works);
  });

  it.each<[string, string, string, string]>([
    ['over a weekend', '2026-06-26', '2026-06-29', '2026-06-25'],
    ['over Tết', '2026-02-13', '2026-02-23', '2026-02-12'],
    ['over National Day with its swapped day', '2026-08-28', '2026-09-03', '2026-08-27'],
    ['into a Saturday that is worked', '2026-08-21', '2026-08-22', '2026-08-20'],
    ['over a turn of the year', '2025-12-31', '2026-01-05', '2025-12-30'],
  ])('follow each other %s', (_what, day, next, previous) => {
    expect(nextWorkingDay(day, days)).toBe(next);
    expect(previousWorkingDay(day, days)).toBe(previous);
    expect(previousWorkingDay(next, days)).toBe(day);
  });

  it('are counted from the day after', () => {
    expect(addWorkingDays('2026-06-26', 0, days)).toBe('2026-06-26');
    expect(addWorkingDays('2026-06-26', 1, days)).toBe('2026-06-29');
    expect(addWorkingDays('2026-02-10', 10, days)).toBe('2026-03-03');
    expect(workingDaysBetween('2026-02-10', '2026-03-03', days)).toBe(10);
    expect(workingDaysBetween('2026-03-03', '2026-02-10', days)).toBe(0);
  });

  it('follow a province that says otherwise', () => {
    const own: SpecialDays = new Map<string, DayKind>([...days, ['2026-11-24', 'plain'], ['2026-06-29', 'holiday']]);
    expect(isWorkingDay('2026-11-24', own)).toBe(true);
    expect(isWorkingDay('2026-06-29', own)).toBe(false);
  });

  it('end even where the data are wrong', () => {
    const never: SpecialDays = { ...none, get: () => 'holiday' } as unknown as SpecialDays;
    expect(nextWorkingDay('2026-01-01', never) > '2026-01-01').toBe(true);
  });
});

describe('deadlines', () => {
  it.each<[string, string, 'before' | 'by' | 'on' | 'within', string, string]>([
    ['trước ngày 15/12: the 14th, a Monday', '2026-12-15', 'before', '2026-12-14', '2026-12-11'],
    ['trước ngày 15/12/2025: the 14th is a Sunday', '2025-12-15', 'before', '2025-12-12', '2025-12-11'],
    ['chậm nhất ngày 15/12', '2026-12-15', 'by', '2026-12-15', '2026-12-14'],
    ['trước ngày 23/2 after Tết', '2026-02-23', 'before', '2026-02-13', '2026-02-12'],
    ['vào ngày 03/9 after National Day', '2026-09-03', 'on', '2026-09-03', '2026-08-28'],
  ])('%s', (_what, on, relation, last, remind) => {
    expect(lastWorkingDay(on, relation, days)).toBe(last);
    expect(reminderDay(on, relation, days)).toBe(remind);
  });

  it('without a day have none', () => {
    expect(lastWorkingDay(null, 'before', days)).toBeNull();
    expect(reminderDay(null, null, days)).toBeNull();
  });
});

describe('the list of holidays', () => {
  it('names each day once, works only on weekends and rests on as many days as the law says', () => {
    const named = HOLIDAYS.map(({ day }) => day);
    expect(new Set(named).size).toBe(named.length);
    for (const { day, kind } of HOLIDAYS)
      if (kind === 'workday') expect([day, isWorkingDay(day, none)]).toEqual([day, false]);
    for (const year of ['2025', '2026']) {
      const swaps = HOLIDAYS.filter(({ day, kind }) => day.startsWith(year) && kind === 'workday').length;
      const off = HOLIDAYS.filter(
        ({ day, kind, verified }) => day.startsWith(year) && kind === 'holiday' && verified && isWorkingDay(day, none),
      ).length;
      // Eleven days, each on a working day or made up for on one; each swap gives one away and takes one.
      expect([year, off - swaps]).toEqual([year, 11]);
    }
  });
});
