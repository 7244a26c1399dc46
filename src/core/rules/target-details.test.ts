import { describe, expect, it } from 'vitest';
import { standingOf, targetDays } from './measurements.ts';
import { periodsOf } from './periods.ts';
import {
  checkAdjustment,
  checkArrangement,
  figureAtLevel,
  figureInForce,
  holdsOn,
  missingNames,
  ratioTicked,
} from './target-details.ts';
import type { GoalFigure } from './targets.ts';

const figure = (value: string | null, more: Partial<GoalFigure> = {}): GoalFigure => ({
  measure: 'amount',
  comparator: 'eq',
  change: 'level',
  value,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  unit: 'triệu đồng',
  better: 'higher',
  baseline: null,
  ...more,
});
const SCHOOLS = ['Mầm non', 'Tiểu học', 'Trung học cơ sở', 'Bình Lư', 'Sơn Bình', 'Tam Đường', 'Nà Đon', 'Chu Va'].map(
  (name, at) => ({ id: String(at), name: `Trường ${name}`, heldFrom: null, heldUntil: null }),
);
const none = { assigned: null, council: null, aspired: null };
const movement = {
  kind: 'regular' as const,
  period: { from: null, until: null },
  year: 2026,
  launcherIds: ['xa'],
};
const measured = (more: object) => ({
  organisationId: 'xa',
  periodKind: 'half-year' as const,
  from: '2026-01-01',
  until: '2026-06-30',
  reportedAs: 'level' as const,
  value: null,
  numerator: null,
  denominator: null,
  estimated: false,
  sample: false,
  ...more,
});

describe('practice 3: a target has up to three levels, and may be adjusted by a resolution', () => {
  const levels = { assigned: '30000', council: '33515', aspired: '36000' };

  it('is measured against the level that is chosen, and says which', () => {
    expect(figureAtLevel(figure('33515'), levels, 'aspired')?.value).toBe('36000');
    expect(figureAtLevel(figure('33515'), levels, null)?.value).toBe('33515');
    expect(figureAtLevel(null, levels, 'aspired')).toBeNull();
  });

  it('refuses a level without a value, and levels of a goal without a figure', () => {
    const check = (of: GoalFigure | null, given: typeof levels | typeof none, measuredAt: 'council' | null) =>
      checkArrangement({ name: 'x', figure: of, levels: given, measured: measuredAt, things: [] }).map(
        ({ code }) => code,
      );
    expect(check(figure('1'), levels, 'council')).toEqual([]);
    expect(check(figure('1'), none, 'council')).toEqual(['level-not-given']);
    expect(check(null, levels, 'council')).toEqual(['levels-need-figure']);
  });

  const adjustments = [
    { inForceOn: '2026-04-01', before: figure('33515'), after: figure('30000') },
    { inForceOn: '2026-07-20', before: figure('30000'), after: figure('28000') },
  ];

  it('takes the value that is in force on the day', () => {
    const on = (day: string) => figureInForce(figure('28000'), adjustments, day)?.value;
    expect(['2026-03-31', '2026-04-01', '2026-07-19', '2026-07-20'].map(on)).toEqual([
      '33515',
      '30000',
      '30000',
      '28000',
    ]);
  });

  it('lets the verdict follow: 13.741 is at risk against 33.515 and late no more against 28.000', () => {
    const target = {
      indicator: 'thu_ngan_sach',
      ownIndicator: { nature: 'flow' as const, rollUp: 'sum' as const },
      figure: figure('28000'),
      dataPeriod: 'half-year' as const,
      verdictGiven: null,
      adjustments: [{ inForceOn: '2026-06-30', before: figure('33515'), after: figure('28000') }],
    };
    const actual = [measured({ value: '13741' })];
    expect(standingOf(target, movement, actual, '2026-06-30')).toMatchObject({
      verdict: 'on-track',
      attainment: '49.1',
    });
    const later = { ...target, adjustments: target.adjustments.map((one) => ({ ...one, inForceOn: '2026-08-01' })) };
    expect(standingOf(later, movement, actual, '2026-06-30')).toMatchObject({ verdict: 'at-risk', attainment: '41.0' });
  });

  it('refuses a resolution of the future, one before the last, and one that changes nothing', () => {
    const check = (inForceOn: string, after: GoalFigure) =>
      checkAdjustment({
        name: 'x',
        before: figure('10'),
        after,
        inForceOn,
        last: '2026-03-01',
        today: '2026-06-30',
      }).map(({ code }) => code);
    expect(check('2026-05-01', figure('9'))).toEqual([]);
    expect(check('2026-07-01', figure('9'))).toEqual(['adjustment-to-come']);
    expect(check('2026-02-01', figure('9'))).toEqual(['adjustment-before-last']);
    expect(check('2026-05-01', figure('10'))).toEqual(['adjustment-changes-nothing']);
    expect(check('2026-05-01', figure(null))).toEqual(['figure-faulty']);
  });
});

describe('practice 7: ratios of few named things are ticked, and the missing one is visible', () => {
  it('counts 7/8 trường and names the one that is missing', () => {
    const ticked = ['0', '1', '2', '3', '4', '5', '6', 'of another list'];
    expect(ratioTicked(SCHOOLS, ticked)).toEqual({ numerator: '7', denominator: '8' });
    expect(missingNames(SCHOOLS, ticked, '7')).toEqual(['Trường Chu Va']);
    expect(missingNames(SCHOOLS, ticked, '7.0')).toEqual(['Trường Chu Va']);
  });

  it('names nothing for a ratio that was typed without ticks', () => {
    expect(missingNames(SCHOOLS, [], '7')).toEqual([]);
    expect(missingNames(SCHOOLS, [], null)).toEqual([]);
  });

  it('knows titles by their date and end', () => {
    const title = { id: 'a', name: 'Trường Bình Lư', heldFrom: '2021-06-01', heldUntil: '2026-05-31' };
    expect(['2021-05-31', '2021-06-01', '2026-05-31', '2026-06-01'].map((day) => holdsOn(title, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(holdsOn({ ...title, heldUntil: null }, '2030-01-01')).toBe(true);
    expect(holdsOn({ ...title, heldFrom: null }, '2022-01-01')).toBe(false);
  });

  it('refuses a name twice and a title that ends before it begins', () => {
    const things = [
      { name: 'Trường A', heldFrom: '2026-05-01', heldUntil: '2026-04-01' },
      { name: 'trường a', heldFrom: null, heldUntil: null },
    ];
    expect(
      checkArrangement({ name: 'x', figure: null, levels: none, measured: null, things }).map(({ code }) => code),
    ).toEqual(['title-ends-before', 'thing-named-twice']);
  });
});

describe('progress.md, example 4: 11/12 trường giữ chuẩn', () => {
  const twelve = Array.from({ length: 12 }, (_, at) => ({
    id: String(at),
    name: `Trường ${at + 1}`,
    heldFrom: null,
    heldUntil: null,
  }));
  const target = {
    indicator: null,
    figure: figure(null, {
      measure: 'fraction',
      change: 'maintain',
      numerator: '11',
      denominator: '12',
      unit: 'trường',
    }),
    dataPeriod: 'half-year' as const,
    verdictGiven: null,
  };
  const standing = (ticked: number) =>
    standingOf(
      target,
      movement,
      [
        measured(
          ratioTicked(
            twelve,
            twelve.slice(0, ticked).map(({ id }) => id),
          ),
        ),
      ],
      '2026-06-30',
    );

  it('11 ticked: 100 %, on track', () => {
    expect(standing(11)).toMatchObject({ attainment: '100.0', verdict: 'on-track' });
  });

  it('10 ticked: 90.9 %, late, and the missing schools have names', () => {
    expect(standing(10)).toMatchObject({ attainment: '90.9', verdict: 'late' });
    const ticked = twelve.slice(0, 10).map(({ id }) => id);
    expect(missingNames(twelve, ticked, '10')).toEqual(['Trường 11', 'Trường 12']);
  });
});

describe('practice 13: two years run side by side', () => {
  it('measures năm học from September to May, by its own periods', () => {
    const days = targetDays({ yearKind: 'school-year' }, movement);
    expect(days).toEqual({ from: '2025-09-01', until: '2026-05-31' });
    expect(periodsOf('half-year', days).map(({ from, until }) => [from, until])).toEqual([
      ['2025-09-01', '2026-02-28'],
      ['2026-03-01', '2026-05-31'],
    ]);
  });
});

describe('practice 8: goals without a figure get a verdict', () => {
  const target = { indicator: null, figure: null, dataPeriod: 'year' as const };
  it('Đạt and Chưa đạt while it runs and at the end', () => {
    const verdict = (given: 'achieved' | 'missed' | null, today: string) =>
      standingOf({ ...target, verdictGiven: given }, movement, [], today).verdict;
    expect(verdict('achieved', '2026-06-30')).toBe('on-track');
    expect(verdict('missed', '2026-06-30')).toBe('at-risk');
    expect(verdict('achieved', '2027-01-01')).toBe('achieved');
    expect(verdict('missed', '2027-01-01')).toBe('missed');
    expect(verdict(null, '2027-01-01')).toBe('no-data');
  });
});
