import { describe, expect, it } from 'vitest';
import { checkFigure, comparisonSign, type GoalFigure, groupByDomain, isLowerBetter } from './targets.ts';

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

describe('checking a figure', () => {
  it.each<[string, Partial<GoalFigure>, string[]]>([
    ['a value', { value: '337.2' }, []],
    ['nothing', {}, ['value-missing']],
    ['a fraction instead of a value', { numerator: '7', denominator: '8' }, []],
    ['half a fraction', { numerator: '7' }, ['fraction-incomplete']],
    ['9/8 trường', { numerator: '9', denominator: '8' }, ['fraction-above-one']],
    ['7/0 trường', { numerator: '7', denominator: '0' }, ['denominator-zero']],
    ['a range', { comparator: 'between', low: '14', high: '14.5' }, []],
    ['half a range', { comparator: 'between', low: '14' }, ['range-incomplete']],
    ['a range the wrong way round', { comparator: 'between', low: '14.5', high: '14' }, ['range-reversed']],
    [
      'everything at once',
      { comparator: 'between', denominator: '0' },
      ['range-incomplete', 'fraction-incomplete', 'denominator-zero'],
    ],
  ])('%s', (_name, part, faults) => {
    expect(checkFigure(figure(part))).toEqual(faults);
  });
});

describe('which way is better', () => {
  it.each<[Partial<GoalFigure>, boolean, string | null]>([
    [{}, false, '≥'],
    [{ better: 'lower' }, true, '≤'],
    [{ comparator: 'gt', better: 'lower' }, false, '>'],
    [{ comparator: 'ge' }, false, '≥'],
    [{ comparator: 'lt' }, true, '<'],
    [{ comparator: 'le' }, true, '≤'],
    [{ comparator: 'approx' }, false, '≈'],
    [{ comparator: 'between' }, false, null],
    [{ change: 'decrease-by', better: 'lower' }, false, '≥'],
    [{ change: 'decrease-to', better: 'lower' }, true, '≤'],
  ])('%o', (part, lower, sign) => {
    expect(isLowerBetter(figure(part))).toBe(lower);
    expect(comparisonSign(figure(part))).toBe(sign);
  });
});

describe('grouping by domain', () => {
  it('keeps the order of the domains and puts unknown ones last', () => {
    const targets = [
      { domain: 'y_te', name: 'a' },
      { domain: null, name: 'b' },
      { domain: 'kinh_te', name: 'c' },
      { domain: 'y_te', name: 'd' },
      { domain: 'gone', name: 'e' },
    ];
    const groups = groupByDomain(targets, ['kinh_te', 'y_te', 'giao_duc']);
    expect(groups.map(({ domain, targets: of }) => [domain, of.map(({ name }) => name).join('')])).toEqual([
      ['kinh_te', 'c'],
      ['y_te', 'ad'],
      [null, 'be'],
    ]);
  });
});
