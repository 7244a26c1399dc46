import { describe, expect, it } from 'vitest';
import { firstDueDay, type Measured, type MeasuredTarget, natureOf, standingOf, targetDays } from './measurements.ts';
import { PROGRESS_LIMITS } from './progress.ts';
import type { GoalFigure } from './targets.ts';

const TODAY = '2026-06-30';
const movement = {
  kind: 'regular' as const,
  period: { from: null, until: null },
  year: 2026,
  launcherIds: ['commune'],
};
const amount: GoalFigure = {
  measure: 'amount',
  comparator: 'eq',
  change: 'level',
  value: '240',
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  unit: 'lao động',
  better: 'higher',
  baseline: null,
};
const target: MeasuredTarget = { indicator: null, figure: amount, dataPeriod: 'month', verdictGiven: null };
const measured = (part: Partial<Measured>): Measured => ({
  organisationId: 'commune',
  periodKind: 'month',
  from: '2026-01-01',
  until: '2026-06-30',
  reportedAs: 'level',
  value: '120',
  numerator: null,
  denominator: null,
  estimated: false,
  sample: false,
  ...part,
});

describe('which figure counts', () => {
  it("is the launcher's newest up to today", () => {
    const figures = [
      measured({ until: '2026-05-31', value: '90' }),
      measured({ estimated: true }),
      measured({ until: '2026-07-31', value: '999' }),
    ];
    expect(standingOf(target, movement, figures, TODAY)).toMatchObject({
      actual: '120',
      asOf: '2026-06-30',
      estimated: true,
      verdict: 'on-track',
      coverage: null,
    });
  });

  it('is judged by the limits of its day, and of the last day of what is over', () => {
    const asked: string[] = [];
    const strict = { ...PROGRESS_LIMITS, onTrackFrom: '1.1', atRiskFrom: '0.9' };
    const limitsOn = (day: string) => {
      asked.push(day);
      return strict;
    };
    const figures = [measured({})];
    expect(standingOf(target, movement, figures, TODAY).verdict).toBe('on-track');
    expect(standingOf(target, movement, figures, TODAY, limitsOn).verdict).toBe('at-risk');
    standingOf(target, movement, figures, '2027-03-01', limitsOn);
    expect(asked).toEqual([TODAY, '2026-12-31']);
  });

  it("is the units' sum where the launcher has none, with the missing ones in the coverage", () => {
    const units = Array.from({ length: 24 }, (_, at) => `unit-${at}`);
    const may = units.map((organisationId) => measured({ organisationId, until: '2026-05-31', value: '4' }));
    const june = units.slice(0, 22).map((organisationId) => measured({ organisationId, value: '5', sample: true }));
    expect(standingOf(target, movement, [...may, ...june], TODAY)).toMatchObject({
      actual: '110',
      coverage: { reported: 22, of: 24 },
      sample: true,
      verdict: 'at-risk',
    });
  });

  it('counts units that were asked and have never reported among the missing, the launcher aside', () => {
    const units = Array.from({ length: 24 }, (_, at) => `unit-${at}`);
    const figures = units.slice(0, 22).map((organisationId) => measured({ organisationId, value: '10' }));
    const asked = { ...target, askedIds: [...units, ...movement.launcherIds] };
    expect(standingOf(asked, movement, figures, TODAY)).toMatchObject({
      actual: '220',
      coverage: { reported: 22, of: 24 },
    });
  });

  it('sums numerators and denominators of units, never their ratios', () => {
    const insured = {
      ...target,
      indicator: 'bao_phu_bhyt',
      figure: { ...amount, measure: 'share', value: '90', unit: '%' } as const,
    };
    const of = (organisationId: string, numerator: string, denominator: string) =>
      measured({ organisationId, value: null, numerator, denominator });
    expect(standingOf(insured, movement, [of('a', '7', '8'), of('b', '11', '12')], TODAY)).toMatchObject({
      numerator: '18',
      denominator: '20',
      attainment: '100.0',
    });
  });

  it('is none when units cannot be rolled up', () => {
    const growth = { ...target, figure: { ...amount, measure: 'growth', unit: '%' } as const };
    expect(standingOf(growth, movement, [measured({ organisationId: 'unit' })], TODAY).verdict).toBe('no-data');
  });
});

describe('what it is compared with', () => {
  const poverty = (baseline: GoalFigure['baseline']): MeasuredTarget => ({
    ...target,
    indicator: 'ty_le_ho_ngheo',
    figure: { ...amount, measure: 'share', comparator: 'lt', value: '0.2', unit: '%', better: 'lower', baseline },
  });
  const lastYear = measured({ periodKind: 'year', from: '2025-01-01', until: '2025-12-31', value: '0.35' });

  it("is last year's figure, unless the target states its own base", () => {
    const figures = [lastYear, measured({ value: '0.28' })];
    expect(standingOf(poverty(null), movement, figures, TODAY)).toMatchObject({ attainment: '46.7', pace: '0.941' });
    const stated = { kind: 'previous-year', year: 2025, value: '0.3', text: null } as const;
    expect(standingOf(poverty(stated), movement, figures, TODAY)).toMatchObject({ attainment: '20.0' });
  });

  it('never takes the base for a figure of this year', () => {
    expect(standingOf(poverty(null), movement, [lastYear], TODAY)).toMatchObject({ verdict: 'no-data', actual: null });
  });
});

describe('the days on which targets are measured', () => {
  it('are whole years for a regular movement, its own for a thematic one', () => {
    const signed = { period: { from: '2026-01-13', until: '2026-12-15' }, year: 2026 };
    expect(targetDays({}, { ...signed, kind: 'regular' })).toEqual({ from: '2026-01-01', until: '2026-12-31' });
    expect(targetDays({}, { ...signed, kind: 'thematic' })).toEqual({ from: '2026-01-13', until: '2026-12-15' });
    const three = { kind: 'regular', period: { from: '2022-12-20', until: '2024-12-31' }, year: 2022 } as const;
    expect(targetDays({}, three)).toEqual({ from: '2022-01-01', until: '2024-12-31' });
  });
});

describe('when a figure is missing', () => {
  it.each([
    ['month', '2026-01-31'],
    ['quarter', '2026-03-31'],
    ['half-year', '2026-06-30'],
    ['nine-months', '2026-09-30'],
    ['year', '2026-12-31'],
    ['once', '2026-12-31'],
  ] as const)('a %s target is due first on %s', (kind, day) => {
    expect(firstDueDay(kind, { from: '2026-01-01', until: '2026-12-31' })).toBe(day);
  });

  it('ends with the movement, and goes over the turn of the year', () => {
    expect(firstDueDay('quarter', { from: '2026-04-01', until: '2026-05-19' })).toBe('2026-05-19');
    expect(firstDueDay('quarter', { from: '2026-11-01', until: '2027-10-31' })).toBe('2026-12-31');
  });

  it('"Chưa đến kỳ" is not "Chưa có số liệu" (practice 1)', () => {
    expect(standingOf({ ...target, dataPeriod: 'year' }, movement, [], TODAY).verdict).toBe('not-yet-due');
    expect(standingOf({ ...target, dataPeriod: 'half-year' }, movement, [], TODAY).verdict).toBe('no-data');
  });
});

describe('the nature of a target', () => {
  it("is its indicator's, else what its measure suggests", () => {
    expect(natureOf({ indicator: 'thu_nsnn', figure: amount })).toEqual({ nature: 'flow', how: 'sum' });
    const of = (measure: GoalFigure['measure']) => natureOf({ indicator: null, figure: { ...amount, measure } });
    expect(of('growth')).toEqual({ nature: 'rate', how: 'none' });
    expect(of('share')).toEqual({ nature: 'level', how: 'ratio-of-sums' });
    expect(of('per-capita')).toEqual({ nature: 'level', how: 'none' });
    const own = { nature: 'level', rollUp: 'maximum' } as const;
    expect(natureOf({ indicator: 'rieng_abc', ownIndicator: own, figure: amount })).toEqual({
      nature: 'level',
      how: 'maximum',
    });
    // "Làm mới 3,6 km đường" of what the catalogue knows as a share of roads: kilometres of units add up.
    const roads = { ...amount, unit: 'km' };
    expect(natureOf({ indicator: 'duong_gtnt_cung_hoa', figure: roads }).how).toBe('sum');
    const share = { ...amount, measure: 'share' as const, unit: '%' };
    expect(natureOf({ indicator: 'duong_gtnt_cung_hoa', figure: share }).how).toBe('ratio-of-sums');
    expect(natureOf({ indicator: 'gone', figure: null })).toEqual({ nature: 'level', how: 'none' });
  });
});
