import { describe, expect, it } from 'vitest';
import type { GoalFigure } from '../../contract/facts.ts';
import { findIndicator } from '../../core/rules/indicator-match.ts';
import { cleanGoal, EMPTY_FIGURE, EMPTY_GOAL, goalFaults, measureOf, withIndicator } from './goal-form.ts';

const figure = (part: Partial<GoalFigure>): GoalFigure => ({ ...EMPTY_FIGURE, ...part });

describe('the kind of a figure', () => {
  it.each<[Partial<GoalFigure>, string]>([
    [{ unit: '%' }, 'share'],
    [{ unit: 'điểm %', change: 'decrease-by' }, 'reduction'],
    [{ unit: '%', change: 'increase-by' }, 'growth'],
    [{ unit: 'tỷ đồng' }, 'amount'],
    [{ unit: 'tỷ đồng', change: 'increase-by' }, 'amount'],
    [{ unit: 'triệu đồng/người/năm' }, 'per-capita'],
    [{ unit: 'trường', numerator: '7', denominator: '8' }, 'fraction'],
  ])('%o is %s', (part, measure) => {
    expect(measureOf(figure(part))).toBe(measure);
  });
});

describe('a goal from the form', () => {
  it('takes domain, unit and direction from the chosen indicator and keeps the name that was typed', () => {
    const poverty = findIndicator('ty_le_ho_ngheo');
    expect(poverty).toBeDefined();
    const fresh = withIndicator(EMPTY_GOAL, poverty ?? null);
    expect(fresh).toMatchObject({ name: poverty?.name, domain: 'giam_ngheo', figure: { better: 'lower', unit: '%' } });
    const named = withIndicator({ ...EMPTY_GOAL, name: 'Hộ nghèo cuối năm' }, poverty ?? null);
    expect(named.name).toBe('Hộ nghèo cuối năm');
  });

  it('drops the ends of a range when it is none, and the value when it is one', () => {
    const both = { value: '5', low: '1', high: '2' };
    expect(cleanGoal({ ...EMPTY_GOAL, figure: figure(both) }).figure).toMatchObject({
      value: '5',
      low: null,
      high: null,
    });
    expect(cleanGoal({ ...EMPTY_GOAL, figure: figure({ ...both, comparator: 'between' }) }).figure).toMatchObject({
      value: null,
      low: '1',
      high: '2',
    });
  });

  it('says what is missing', () => {
    expect(goalFaults({ ...EMPTY_GOAL, name: '  ' })).toEqual({ name: true, figure: ['value-missing'] });
    expect(goalFaults({ ...EMPTY_GOAL, name: 'Đoàn kết nội bộ', figure: null })).toEqual({ name: false, figure: [] });
  });
});
