import { describe, expect, it } from 'vitest';
import {
  dateAt,
  daysInMonth,
  endOfMonth,
  endOfQuarter,
  findDates,
  formatDate,
  formatDateInWords,
  isoDate,
} from './dates.ts';

/** The stretch found and its day, or its parts where it has none. */
const found = (text: string) =>
  findDates(text).map((date) => [
    text.slice(...date.span),
    date.iso ?? [date.year, date.month, date.day].map((part) => part ?? '?').join('-'),
  ]);

describe('findDates', () => {
  it.each<[text: string, expected: [string, string][]]>([
    ['ngày 07/4/2014 của Bộ Chính trị', [['ngày 07/4/2014', '2014-04-07']]],
    ['ngày 07/4/ 2014', [['ngày 07/4/ 2014', '2014-04-07']]],
    ['trước 15/12/2026.', [['15/12/2026', '2026-12-15']]],
    ['ngày 30.6.2026', [['ngày 30.6.2026', '2026-06-30']]],
    ['từ 1-9-2025', [['1-9-2025', '2025-09-01']]],
    ['ngày 12 tháng 01 năm 2026', [['ngày 12 tháng 01 năm 2026', '2026-01-12']]],
    ['NGÀY 16 THÁNG 7 NĂM 2021', [['NGÀY 16 THÁNG 7 NĂM 2021', '2021-07-16']]],
    ['Bình Lư, ngày   tháng 01 năm 2026', [['ngày   tháng 01 năm 2026', '2026-1-?']]],
    ['ngày … tháng … năm 2026', [['ngày … tháng … năm 2026', '2026-?-?']]],
    ['ngày ..... tháng ..... năm 20..', [['ngày ..... tháng ..... năm 20', '?-?-?']]],
    ['đến hết tháng 12 năm 2026', [['tháng 12 năm 2026', '2026-12-?']]],
    ['trong tháng 10/2026', [['tháng 10/2026', '2026-10-?']]],
    ['ngày 20/11 hằng năm', [['ngày 20/11', '?-11-20']]],
    [
      '(28/6/1909-28/6/2024)',
      [
        ['28/6/1909', '1909-06-28'],
        ['28/6/2024', '2024-06-28'],
      ],
    ],
    ['ngày 31/02/2026', [['ngày 31/02/2026', '2026-2-31']]],
    ['ngày 29/02/2028', [['ngày 29/02/2028', '2028-02-29']]],
    ['45/13/2026', []],
    ['1.314.3.2026 đồng', []],
    ['Kế hoạch số 12/2026', []],
    ['9.950,3 tấn; 7/8 trường; 2025 - 2030', []],
    ['ngày 13/02/20261', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('dateAt', () => {
  it('reads only a date that begins there', () => {
    expect(dateAt('của ngày 05/01/2026', 4)?.iso).toBe('2026-01-05');
    expect(dateAt('của UBND ngày 05/01/2026', 4)).toBeNull();
  });
});

describe('calendar', () => {
  it('knows the length of months', () => {
    expect([daysInMonth(2024, 2), daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2026, 4)]).toEqual([
      29, 28, 29, 30,
    ]);
    expect(endOfMonth(2026, 2)).toBe('2026-02-28');
    expect(endOfMonth(2026, 13)).toBeNull();
    expect(endOfQuarter(2026, 3)).toBe('2026-09-30');
  });

  it('refuses what is no day', () => {
    expect(isoDate(2026, 6, 31)).toBeNull();
    expect(isoDate(2026, null, 3)).toBeNull();
    expect(isoDate(2026, 6, 3)).toBe('2026-06-03');
  });

  it('writes dates as offices do: a zero for days below 10 and the months 1 and 2 only', () => {
    expect(formatDate('2014-04-07')).toBe('07/4/2014');
    expect(formatDate('2026-01-12')).toBe('12/01/2026');
    expect(formatDateInWords('2026-02-03')).toBe('ngày 03 tháng 02 năm 2026');
    expect(formatDate('not a day')).toBe('not a day');
  });
});
