import { describe, expect, it } from 'vitest';
import type { GoalFigure } from '../../rules/targets.ts';
import { movementsEn } from '../en/movements.ts';
import { movementsVi } from './movements.ts';

const figure = (part: Partial<GoalFigure>): GoalFigure => ({
  measure: 'amount',
  comparator: 'eq',
  change: 'level',
  value: null,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  unit: null,
  better: 'higher',
  baseline: null,
  ...part,
});

describe('a target in one phrase', () => {
  it.each<[Partial<GoalFigure>, string, string]>([
    [{ value: '337.2', unit: 'tỷ đồng' }, '≥ 337,2 tỷ đồng', '≥ 337.2 tỷ đồng'],
    [{ value: '431531', unit: 'lượt khách' }, '≥ 431.531 lượt khách', '≥ 431,531 lượt khách'],
    [{ change: 'decrease-by', value: '1.2', unit: 'điểm %' }, 'giảm 1,2 điểm %', 'down by 1.2 điểm %'],
    [
      { comparator: 'gt', value: '87.5', unit: '%', numerator: '7', denominator: '8' },
      '> 87,5% (7/8)',
      '> 87.5% (7/8)',
    ],
    [
      { numerator: '11', denominator: '12', unit: 'trường', change: 'maintain' },
      'giữ 11/12 trường',
      'keep 11/12 trường',
    ],
    [{ numerator: '7', denominator: '8', unit: 'trường' }, '7/8 trường', '7/8 trường'],
    [{ comparator: 'between', low: '14', high: '14.5', unit: '%' }, '14 - 14,5%', '14 – 14.5%'],
    [
      { comparator: 'between', low: '12.5', high: '13', unit: '%', change: 'increase-by' },
      'tăng 12,5 - 13%',
      'up by 12.5 – 13%',
    ],
    [{ comparator: 'lt', value: '0.2', unit: '%', better: 'lower' }, '< 0,2%', '< 0.2%'],
    [{ change: 'decrease-to', value: '16.9', unit: '%', better: 'lower' }, '≤ 16,9%', '≤ 16.9%'],
    [
      { comparator: 'approx', value: '2050', unit: 'ha', change: 'maintain' },
      'giữ khoảng 2.050 ha',
      'keep about 2,050 ha',
    ],
    [
      { comparator: 'ge', value: '10', unit: '%', change: 'decrease-by', better: 'higher' },
      'giảm ít nhất 10%',
      'down by at least 10%',
    ],
    [{ comparator: 'gt', value: '12', unit: '%', change: 'increase-by' }, 'tăng trên 12%', 'up by more than 12%'],
    [
      { comparator: 'eq', value: '3', unit: 'vụ', change: 'maintain', better: 'lower' },
      'giữ không quá 3 vụ',
      'keep at most 3 vụ',
    ],
    [{}, '≥ …', '≥ …'],
  ])('%o', (part, vi, en) => {
    expect(movementsVi.figure(figure(part))).toBe(vi);
    expect(movementsEn.figure(figure(part))).toBe(en);
  });
});

describe('progress in words', () => {
  it('says what is reached and what should be', () => {
    const judged = { verdict: 'at-risk', attainment: '41.0', expectedAttainment: '49.6' } as const;
    expect(movementsVi.progress(judged)).toBe('Đạt 41% kế hoạch, cùng thời điểm cần 49,6%');
    expect(movementsEn.progress(judged)).toBe('41% of plan reached, 49.6% expected by now');
    expect(movementsVi.progress({ ...judged, expectedAttainment: null })).toBe('Đạt 41% kế hoạch');
    expect(movementsVi.progress({ verdict: 'no-data', attainment: null, expectedAttainment: null })).toBe(
      'Chưa có số liệu',
    );
  });
});
