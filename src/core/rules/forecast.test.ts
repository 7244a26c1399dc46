import { describe, expect, it } from 'vitest';
import { type ForecastFacts, forecastOf } from './forecast.ts';

const YEAR = { from: '2026-01-01', until: '2026-12-31' };
const flow = (figures: ForecastFacts['figures'], sharesLastYear: readonly string[] | null = null) =>
  forecastOf({ nature: 'flow', days: YEAR, figures, sharesLastYear, isShare: false });
const level = (figures: ForecastFacts['figures'], isShare = false) =>
  forecastOf({ nature: 'level', days: YEAR, figures, sharesLastYear: null, isShare });

describe('forecast', () => {
  it('of a flow goes on at the pace so far, within the paces of the last three periods', () => {
    // 31 + 28 + 31 days: 100 a day, 50 a day, 150 a day.
    const forecast = flow([
      { on: '2026-01-31', value: '3100' },
      { on: '2026-02-28', value: '4500' },
      { on: '2026-03-31', value: '9150' },
    ]);
    expect(forecast).toEqual({ value: '37108.333333', low: '22900', high: '50400', way: 'elapsed' });
  });

  it('of a flow follows last year’s course where it is known', () => {
    const figures = [
      { on: '2026-03-31', value: '10' },
      { on: '2026-06-30', value: '30' },
    ];
    expect(flow(figures, ['0.1', '0.3'])).toEqual({ value: '100', low: '100', high: '100', way: 'last-year' });
    expect(flow(figures, ['0.3'])?.way).toBe('elapsed');
  });

  it('of a level is the line through the last two figures, and a share stays between 0 and 100', () => {
    expect(
      level([
        { on: '2026-03-31', value: '12.4' },
        { on: '2026-06-30', value: '11.7' },
      ]),
    ).toEqual({ value: '10.284615', low: '10.284615', high: '11.7', way: 'line' });
    const climbing = [
      { on: '2026-05-31', value: '90' },
      { on: '2026-06-30', value: '98' },
    ];
    expect(level(climbing, true)).toMatchObject({ value: '100', low: '98', high: '100' });
    expect(Number(level(climbing)?.value)).toBeGreaterThan(100);
  });

  it('needs two figures and days to come', () => {
    expect(flow([{ on: '2026-03-31', value: '10' }])).toBeNull();
    expect(flow([])).toBeNull();
    expect(
      flow([
        { on: '2026-11-30', value: '10' },
        { on: '2026-12-31', value: '11' },
      ]),
    ).toBeNull();
    expect(
      level([
        { on: '2026-06-30', value: '1' },
        { on: '2026-06-30', value: '2' },
      ]),
    ).toBeNull();
  });
});
