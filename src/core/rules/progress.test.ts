import { describe, expect, it } from 'vitest';
import { judgeProgress, type Part, type ProgressFacts, rollUp } from './progress.ts';
import type { GoalFigure } from './targets.ts';

/** 30/6/2026 of the year 2026. */
const HALF_YEAR = { passed: 181, all: 365 };
const YEAR = { passed: 365, all: 365 };

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

const level = (value: string) => ({ is: 'level' as const, value, numerator: null, denominator: null });
const change = (value: string) => ({ is: 'change' as const, value, numerator: null, denominator: null });
const ticked = (numerator: string, denominator: string) => ({
  is: 'level' as const,
  value: null,
  numerator,
  denominator,
});

const facts = (part: Partial<ProgressFacts>): ProgressFacts => ({
  figure: null,
  nature: 'level',
  base: null,
  reached: null,
  verdictGiven: null,
  elapsed: HALF_YEAR,
  ended: false,
  due: true,
  shareLastYear: null,
  ...part,
});
const running = (part: Partial<ProgressFacts>) => judgeProgress(facts(part));
const atEnd = (part: Partial<ProgressFacts>) => judgeProgress(facts({ elapsed: YEAR, ended: true, ...part }));

describe('the worked examples', () => {
  it('1: thu ngân sách 33.515 triệu đồng, 13.741 by 30/6', () => {
    const revenue = figure({ value: '33515', unit: 'triệu đồng' });
    const judged = running({ figure: revenue, nature: 'flow', reached: level('13741') });
    expect(judged).toEqual({
      verdict: 'at-risk',
      attainment: '41.0',
      expected: '16619.767123',
      expectedAttainment: '49.6',
      pace: '0.827',
    });
  });

  it('2: hộ nghèo dưới 0,2 %, base 0,35, now 0,28', () => {
    const poverty = figure({ measure: 'share', comparator: 'lt', value: '0.2', unit: '%', better: 'lower' });
    const judged = running({ figure: poverty, base: '0.35', reached: level('0.28') });
    expect(judged).toMatchObject({ verdict: 'at-risk', attainment: '46.7', expected: '0.275616', pace: '0.941' });
  });

  it('3: giảm hộ nghèo 1,2 điểm %, base 12,4, now 11,7', () => {
    const cut = figure({ measure: 'reduction', change: 'decrease-by', value: '1.2', unit: 'điểm %' });
    const judged = running({ figure: cut, base: '12.4', reached: level('11.7') });
    expect(judged).toMatchObject({ verdict: 'on-track', attainment: '58.3', expected: '0.595068', pace: '1.176' });
    expect(running({ figure: cut, reached: change('0.7') })).toEqual(judged);
    expect(running({ figure: cut, nature: 'rate', reached: change('0.7') })).toEqual(judged);
    expect(running({ figure: cut, nature: 'flow', base: '12.4', reached: level('11.7') })).toEqual(judged);
  });

  it('4: 11/12 trường giữ chuẩn', () => {
    const schools = figure({ measure: 'fraction', change: 'maintain', numerator: '11', denominator: '12' });
    expect(running({ figure: schools, reached: ticked('11', '12') })).toMatchObject({
      verdict: 'on-track',
      attainment: '100.0',
    });
    expect(running({ figure: schools, reached: ticked('10', '12') })).toMatchObject({
      verdict: 'late',
      attainment: '90.9',
    });
  });

  it.each([
    ['13.8', 'missed', '98.6'],
    ['14.2', 'achieved', '101.4'],
    ['14.6', 'exceeded', '104.3'],
  ])("5: GRDP 14 - 14,5 %%: %s at year's end is %s", (value, verdict, attainment) => {
    const growth = figure({ measure: 'growth', comparator: 'between', low: '14', high: '14.5', unit: '%' });
    expect(atEnd({ figure: growth, nature: 'rate', reached: level(value) })).toMatchObject({ verdict, attainment });
  });

  it.each([
    ['98.2', 'missed'],
    ['98.3', 'achieved'],
    ['99.182', 'exceeded'],
  ])("6: BHYT trên 98,2 %%: %s at year's end is %s", (value, verdict) => {
    const insured = figure({ measure: 'share', comparator: 'gt', value: '98.2', unit: '%' });
    expect(atEnd({ figure: insured, reached: level(value) }).verdict).toBe(verdict);
  });

  it('7: 7/8 in one commune and 11/12 in another are 18/20, not the mean of two ratios', () => {
    const schools = [ticked('7', '8'), ticked('11', '12')].map((part) => ({ ...part, weight: null, met: null }));
    expect(rollUp('ratio-of-sums', schools)).toMatchObject({ numerator: '18', denominator: '20' });
  });

  it('8: 24 units, 22 reported 10 each: 220 with coverage 22/24', () => {
    const ten: Part = { value: '10', numerator: null, denominator: null, weight: null, met: null };
    const units = [...Array.from({ length: 22 }, () => ten), null, null];
    expect(rollUp('sum', units)).toMatchObject({ value: '220', coverage: { reported: 22, of: 24 } });
  });
});

describe('attainment and verdict at the end', () => {
  const end = (part: Partial<GoalFigure>, value: string, base: string | null = null) =>
    atEnd({ figure: figure(part), base, reached: level(value) });

  it.each<[string, Partial<GoalFigure>, string, string | null, string, string]>([
    ['đạt, more', { value: '46' }, '46.1', null, 'exceeded', '100.2'],
    ['đạt, a hair short never reads 100', { value: '46' }, '45.99', null, 'missed', '99.9'],
    ['khoảng 2.050 ha: 2 % short is met', { comparator: 'approx', value: '2050' }, '2009', null, 'achieved', '98.0'],
    ['khoảng, more than 2 % short', { comparator: 'approx', value: '2050' }, '2008', null, 'missed', '98.0'],
    [
      'khoảng, lower is better',
      { comparator: 'approx', value: '10', better: 'lower' },
      '10.2',
      null,
      'achieved',
      '98.0',
    ],
    [
      'còn 16,9, with base',
      { change: 'decrease-to', value: '16.9', better: 'lower' },
      '17.3',
      '18.5',
      'missed',
      '75.0',
    ],
    [
      'còn 16,9, met exactly',
      { change: 'decrease-to', value: '16.9', better: 'lower' },
      '16.9',
      '18.5',
      'achieved',
      '100.0',
    ],
    ['không quá 5, no base', { comparator: 'le', value: '5', better: 'lower' }, '8', null, 'missed', '62.5'],
    [
      'không quá 5, nothing happened',
      { comparator: 'le', value: '5', better: 'lower' },
      '0',
      null,
      'exceeded',
      '100.0',
    ],
    [
      'không quá 5, shown up to 200 %',
      { comparator: 'le', value: '5', better: 'lower' },
      '1',
      null,
      'exceeded',
      '200.0',
    ],
    ['dưới 7, just under', { comparator: 'lt', value: '7', better: 'lower' }, '6.95', null, 'achieved', '100.7'],
    ['dưới 7, well under', { comparator: 'lt', value: '7', better: 'lower' }, '6.9', null, 'exceeded', '101.4'],
    ['dưới 7, exactly 7', { comparator: 'lt', value: '7', better: 'lower' }, '7', null, 'missed', '100.0'],
    [
      'range, lower is better',
      { comparator: 'between', low: '5', high: '6', better: 'lower' },
      '6.5',
      null,
      'missed',
      '92.3',
    ],
    [
      'range, lower than its low',
      { comparator: 'between', low: '5', high: '6', better: 'lower' },
      '4.9',
      null,
      'exceeded',
      '122.4',
    ],
    ['giữ vững is never exceeded', { change: 'maintain', value: '97' }, '98', null, 'achieved', '101.0'],
    [
      'tăng 8 % of a level',
      { change: 'increase-by', measure: 'growth', value: '8', unit: '%' },
      '110',
      '100',
      'exceeded',
      '125.0',
    ],
    [
      'tăng 8 %, fallen instead',
      { change: 'increase-by', measure: 'growth', value: '8', unit: '%' },
      '96',
      '100',
      'missed',
      '-50.0',
    ],
    [
      'base already beyond the goal',
      { comparator: 'le', value: '5', better: 'lower' },
      '4',
      '4.5',
      'exceeded',
      '125.0',
    ],
    ['a goal of zero', { value: '0' }, '0', null, 'achieved', '100.0'],
    ['below a goal of zero', { value: '0' }, '-1', null, 'missed', '0.0'],
  ])('%s', (_name, part, value, base, verdict, attainment) => {
    expect(end(part, value, base)).toMatchObject({ verdict, attainment });
  });

  it('leaves a target without a figure without: missing is never missed', () => {
    expect(atEnd({ figure: figure({ value: '46' }) })).toMatchObject({ verdict: 'no-data', attainment: null });
    expect(end({ value: null }, '3').verdict).toBe('no-data');
    expect(end({ comparator: 'between', low: '1' }, '3').verdict).toBe('no-data');
    expect(end({ change: 'increase-by', value: '8', unit: '%' }, '110').verdict).toBe('no-data');
    expect(end({ change: 'increase-by', measure: 'growth', value: '8', unit: '%' }, '110', '0').verdict).toBe(
      'no-data',
    );
  });

  it('takes a share from its numerator and denominator', () => {
    const insured = figure({ measure: 'share', value: '92', unit: '%' });
    expect(atEnd({ figure: insured, reached: ticked('46', '50') }).verdict).toBe('achieved');
    expect(atEnd({ figure: insured, reached: ticked('46', '0') }).verdict).toBe('no-data');
    expect(atEnd({ figure: figure({ value: '0.5' }), reached: ticked('1', '2') }).verdict).toBe('achieved');
  });

  it('compares 7/8 with another number of schools as shares', () => {
    const schools = figure({ measure: 'fraction', comparator: 'gt', value: '87.5', numerator: '7', denominator: '8' });
    expect(atEnd({ figure: schools, reached: ticked('7', '8') })).toMatchObject({ verdict: 'achieved' });
    expect(atEnd({ figure: schools, reached: ticked('11', '12') })).toMatchObject({
      verdict: 'exceeded',
      attainment: '104.8',
    });
    expect(atEnd({ figure: schools, reached: level('87.5') }).verdict).toBe('missed');
  });

  it('counts a flow that shall grow or fall from the total of last year', () => {
    const grow = figure({ measure: 'growth', change: 'increase-by', value: '8', unit: '%' });
    expect(atEnd({ figure: grow, nature: 'flow', base: '1000', reached: level('1080') }).verdict).toBe('achieved');
    const ten = figure({
      measure: 'amount',
      change: 'increase-by',
      comparator: 'between',
      low: '10',
      high: '20',
      unit: 'ha',
    });
    expect(atEnd({ figure: ten, nature: 'flow', base: '100', reached: level('121') }).verdict).toBe('exceeded');
    const fewer = figure({ measure: 'amount', change: 'decrease-by', value: '5', unit: '%' });
    expect(atEnd({ figure: fewer, nature: 'flow', base: '20', reached: level('19') }).verdict).toBe('achieved');
    expect(atEnd({ figure: fewer, nature: 'flow', base: '20', reached: level('20') })).toMatchObject({
      verdict: 'missed',
      attainment: '95.0',
    });
  });
});

describe('pace while it runs', () => {
  it('uses the shape of last year where it is known', () => {
    const visitors = figure({ value: '1000', unit: 'lượt khách' });
    const judged = running({ figure: visitors, nature: 'flow', reached: level('600'), shareLastYear: '0.6' });
    expect(judged).toMatchObject({ verdict: 'on-track', expected: '600', pace: '1.000' });
  });

  it.each([
    ['0.95', 'on-track'],
    ['0.949', 'at-risk'],
    ['0.8', 'at-risk'],
    ['0.799', 'late'],
  ])('a flow at %s of what is expected is %s', (share, verdict) => {
    const goal = figure({ value: '1000' });
    const reached = level(String(Number(share) * 500));
    expect(running({ figure: goal, nature: 'flow', reached, elapsed: { passed: 1, all: 2 } }).verdict).toBe(verdict);
  });

  it('judges a level or rate without a base by whether it is met, late only near the end', () => {
    const growth = figure({ measure: 'growth', value: '10', unit: '%' });
    expect(running({ figure: growth, nature: 'rate', reached: level('10.2') }).verdict).toBe('on-track');
    expect(running({ figure: growth, nature: 'rate', reached: level('9.1') }).verdict).toBe('at-risk');
    const near = { passed: 4, all: 5 };
    expect(running({ figure: growth, nature: 'rate', reached: level('9.1'), elapsed: near }).verdict).toBe('late');
    const reported = figure({ measure: 'growth', change: 'increase-by', value: '9', unit: '%' });
    expect(running({ figure: reported, nature: 'rate', reached: change('8') })).toMatchObject({
      verdict: 'at-risk',
      pace: null,
    });
  });

  it('takes a level that is kept as at risk within 2 % and as late beyond', () => {
    const kept = figure({ measure: 'share', change: 'maintain', value: '100', unit: '%' });
    expect(running({ figure: kept, reached: level('100') }).verdict).toBe('on-track');
    expect(running({ figure: kept, reached: level('98') }).verdict).toBe('at-risk');
    expect(running({ figure: kept, reached: level('97.9') }).verdict).toBe('late');
    const low = figure({ change: 'maintain', value: '10', better: 'lower' });
    expect(running({ figure: low, reached: level('10.2') }).verdict).toBe('at-risk');
    expect(running({ figure: low, reached: level('11') }).verdict).toBe('late');
  });

  it('measures a falling flow the other way round', () => {
    const accidents = figure({ comparator: 'le', value: '10', better: 'lower' });
    const half = { passed: 1, all: 2 };
    const judged = (value: string) =>
      running({ figure: accidents, nature: 'flow', reached: level(value), elapsed: half });
    expect(judged('5').verdict).toBe('on-track');
    expect(judged('6')).toMatchObject({ verdict: 'at-risk', pace: '0.833' });
    expect(judged('7').verdict).toBe('late');
    expect(judged('0')).toMatchObject({ verdict: 'on-track', attainment: '100.0' });
  });

  it('starts every target on track on the first day, and late when it went the wrong way', () => {
    const start = { passed: 0, all: 365 };
    const poverty = figure({ change: 'decrease-to', value: '10', better: 'lower' });
    expect(running({ figure: poverty, base: '12', reached: level('12'), elapsed: start }).verdict).toBe('on-track');
    expect(running({ figure: poverty, base: '12', reached: level('12.5'), elapsed: start }).verdict).toBe('late');
    expect(
      running({ figure: figure({ value: '5' }), nature: 'flow', reached: level('0'), elapsed: start }).verdict,
    ).toBe('on-track');
    const trained = figure({ change: 'increase-to', value: '62' });
    expect(running({ figure: trained, base: '60', reached: level('59'), elapsed: start }).verdict).toBe('late');
    expect(running({ figure: trained, base: '60', reached: level('61') })).toMatchObject({
      verdict: 'on-track',
      attainment: '98.4',
    });
  });

  it('tells "Chưa đến kỳ" from "Chưa có số liệu" (practice 1)', () => {
    const goal = figure({ value: '5' });
    expect(running({ figure: goal, due: false }).verdict).toBe('not-yet-due');
    expect(running({ figure: goal, due: true }).verdict).toBe('no-data');
  });

  it('takes the word of a person for a goal without a figure', () => {
    expect(running({}).verdict).toBe('no-data');
    expect(running({ due: false }).verdict).toBe('not-yet-due');
    expect(running({ verdictGiven: 'achieved' }).verdict).toBe('on-track');
    expect(running({ verdictGiven: 'missed' }).verdict).toBe('at-risk');
    expect(atEnd({ verdictGiven: 'missed' }).verdict).toBe('missed');
    expect(atEnd({}).verdict).toBe('no-data');
  });
});

describe('roll-up', () => {
  const part = (value: string | null, more: Partial<Part> = {}): Part => ({
    value,
    numerator: null,
    denominator: null,
    weight: null,
    met: null,
    ...more,
  });

  it('sums exactly, without binary fractions', () => {
    expect(rollUp('sum', [part('0.1'), part('0.2'), part(null)]).value).toBe('0.3');
  });

  it('never makes zero of silence', () => {
    for (const how of ['sum', 'maximum', 'last', 'ratio-of-sums', 'weighted-mean', 'share-of-units', 'none'] as const)
      expect(rollUp(how, [null, null])).toEqual({
        value: null,
        numerator: null,
        denominator: null,
        coverage: { reported: 0, of: 2 },
      });
  });

  it('takes the last, the highest, the weighted mean, the share that met theirs', () => {
    const parts = [part('40', { weight: '100', met: true }), part('50', { weight: '300', met: false }), part('45')];
    expect(rollUp('last', parts).value).toBe('45');
    expect(rollUp('maximum', parts).value).toBe('50');
    expect(rollUp('weighted-mean', parts).value).toBe('47.5');
    expect(rollUp('share-of-units', parts)).toMatchObject({ numerator: '1', denominator: '2' });
    expect(rollUp('none', parts).value).toBeNull();
  });
});
