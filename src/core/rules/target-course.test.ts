import { describe, expect, it } from 'vitest';
import type { Measured } from './measurements.ts';
import { courseOf } from './target-course.ts';
import type { GoalFigure } from './targets.ts';

const figure: GoalFigure = {
  measure: 'amount',
  comparator: 'ge',
  change: 'level',
  value: '33515',
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  unit: 'triệu đồng',
  better: 'higher',
  baseline: null,
};
const revenue = { indicator: 'thu_nsnn', figure, dataPeriod: 'month', verdictGiven: null } as const;
const movement = { kind: 'regular', period: { from: null, until: null }, year: 2026, launcherIds: ['xa'] } as const;
const month = (of: number, value: string, organisationId = 'xa'): Measured => ({
  organisationId,
  periodKind: 'month',
  from: `2026-0${of}-01`,
  until: new Date(Date.UTC(2026, of, 0)).toISOString().slice(0, 10),
  reportedAs: 'level',
  value,
  numerator: null,
  denominator: null,
  estimated: false,
  sample: false,
});

describe('the course of a target', () => {
  it('has every period that has ended, with what was expected on its last day', () => {
    const { points } = courseOf(revenue, movement, [month(1, '1980'), month(6, '13741')], '2026-06-30');
    expect(points.map(({ value }) => value)).toEqual(['1980', null, null, null, null, '13741']);
    // progress.md, example 1.
    expect(points.at(-1)).toMatchObject({ expected: '16619.767123', verdict: 'at-risk' });
    expect(points[1]?.verdict).toBe('no-data');
  });

  it('leads to a forecast with its range and way, and without two figures to none', () => {
    const sixth = [month(5, '11080'), month(6, '13741')];
    expect(courseOf(revenue, movement, sixth, '2026-06-30').forecast).toMatchObject({
      value: '27709.751381',
      way: 'elapsed',
    });
    expect(courseOf(revenue, movement, [month(6, '13741')], '2026-06-30')).toMatchObject({
      forecast: null,
      noForecast: 'too-few',
    });
  });

  it('follows the course of last year where every month of it is known', () => {
    const lastYear = [
      { on: '2025-05-31', value: '12000' },
      { on: '2025-06-30', value: '16000' },
      { on: '2025-12-31', value: '32000' },
    ];
    const figures = [month(5, '11080'), month(6, '13741')];
    const { points, forecast } = courseOf(revenue, movement, figures, '2026-06-30', undefined, lastYear);
    expect(points.at(-1)).toMatchObject({ expected: '16757.5', verdict: 'at-risk' });
    // 13.741 of what was half of last year.
    expect(forecast).toMatchObject({ value: '27482', way: 'last-year' });
    const more = [month(4, '8570'), ...figures];
    expect(courseOf(revenue, movement, more, '2026-06-30', undefined, lastYear).forecast?.way).toBe('elapsed');
  });

  it('says how the figures of units are put together, and for how many of them', () => {
    const villages = ['a', 'b', 'c'].map((id) => month(5, '10', id));
    const { how, points } = courseOf(revenue, movement, [...villages, month(6, '25', 'a')], '2026-06-30');
    expect(how).toBe('sum');
    expect(points.at(-2)).toMatchObject({ value: '30', coverage: { reported: 3, of: 3 } });
    expect(points.at(-1)).toMatchObject({ value: '25', coverage: { reported: 1, of: 3 } });
  });
});
