/** The form of a target and the goal it stands for. */

import type { Goal, GoalFigure } from '../../contract/facts.ts';
import type { Indicator } from '../../core/rules/indicators.ts';
import { checkFigure, type GoalFault, type Measure } from '../../core/rules/targets.ts';

export const EMPTY_FIGURE: GoalFigure = {
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
};

export const EMPTY_GOAL: Goal = {
  name: '',
  indicator: null,
  domain: null,
  figure: EMPTY_FIGURE,
  scope: null,
  dueOn: null,
  owner: null,
};

/** What kind of figure it is, told by its unit and change; the form does not ask for it. */
export function measureOf(figure: GoalFigure): Measure {
  const { unit, change, numerator } = figure;
  const share = unit?.startsWith('%') === true || unit === 'điểm %' || unit === '‰';
  if (change === 'decrease-by') return 'reduction';
  if (change === 'increase-by' && share) return 'growth';
  if (numerator !== null) return 'fraction';
  if (share) return 'share';
  return unit !== null && /\/(?:người|hộ|khẩu)/.test(unit) ? 'per-capita' : 'amount';
}

/** The goal after choosing an indicator: its domain, unit and direction where the person has not said otherwise. */
export function withIndicator(goal: Goal, indicator: Indicator | null): Goal {
  if (!indicator) return { ...goal, indicator: null };
  const { figure } = goal;
  return {
    ...goal,
    indicator: indicator.code,
    name: goal.name.trim() === '' ? indicator.name : goal.name,
    domain: indicator.domain,
    figure: figure && {
      ...figure,
      unit: figure.unit ?? indicator.units[0] ?? null,
      better: indicator.better === 'lower' ? 'lower' : 'higher',
    },
  };
}

const filled = (text: string | null): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** The goal as it is sent: trimmed, without the parts that its kind of figure does not use. */
export function cleanGoal(goal: Goal): Goal {
  const { figure } = goal;
  const range = figure?.comparator === 'between';
  const clean = figure && {
    ...figure,
    unit: filled(figure.unit),
    value: range ? null : figure.value,
    low: range ? figure.low : null,
    high: range ? figure.high : null,
  };
  return {
    ...goal,
    name: goal.name.trim(),
    scope: filled(goal.scope),
    owner: filled(goal.owner),
    figure: clean && { ...clean, measure: measureOf(clean) },
  };
}

/** What is still wrong, before asking the server. */
export function goalFaults(goal: Goal): { name: boolean; figure: GoalFault[] } {
  const clean = cleanGoal(goal);
  return { name: clean.name === '', figure: clean.figure ? checkFigure(clean.figure) : [] };
}
