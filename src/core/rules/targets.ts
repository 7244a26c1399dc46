/**
 * Targets: what a movement wants to reach. Figures are exact decimal strings ('9950.3') in `unit`, as the document
 * prints them; nothing is rescaled.
 */
import { compareDecimals } from '../text/numbers.ts';

export const MEASURES = ['share', 'growth', 'amount', 'per-capita', 'reduction', 'fraction'] as const;
export type Measure = (typeof MEASURES)[number];

export const COMPARATORS = ['eq', 'gt', 'ge', 'lt', 'le', 'approx', 'between'] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const CHANGES = ['level', 'maintain', 'increase-by', 'increase-to', 'decrease-by', 'decrease-to'] as const;
export type Change = (typeof CHANGES)[number];

/** Which way the stored figure is better: a reduction *by* is better when larger. */
export const BETTER = ['higher', 'lower'] as const;
export type Better = (typeof BETTER)[number];

export const BASELINE_KINDS = ['previous-year', 'same-period', 'assigned-plan', 'named-year', 'stated'] as const;
export type BaselineKind = (typeof BASELINE_KINDS)[number];

/** What a figure is compared with: last year's, the assigned plan, a named year … */
export type Baseline = { kind: BaselineKind; year: number | null; value: string | null; text: string | null };

/** The numeric side of a target. */
export type GoalFigure = {
  measure: Measure;
  comparator: Comparator;
  change: Change;
  value: string | null;
  low: string | null;
  high: string | null;
  numerator: string | null;
  denominator: string | null;
  unit: string | null;
  better: Better;
  baseline: Baseline | null;
};

/** A target of a movement; `figure` is null for a goal without a figure, judged by a verdict and evidence. */
export type Goal = {
  name: string;
  /** Code of the indicator catalogue, or null for a goal of the movement's own. */
  indicator: string | null;
  domain: string | null;
  figure: GoalFigure | null;
  /** What part of the whole is meant: "trung học cơ sở", "mỗi xã" … */
  scope: string | null;
  dueOn: string | null;
  /** The responsible unit as the document prints it. */
  owner: string | null;
};

/** What can be wrong with the parts of a target's figure. */
export const GOAL_FAULTS = [
  'value-missing',
  'range-incomplete',
  'range-reversed',
  'fraction-incomplete',
  'fraction-above-one',
  'denominator-zero',
] as const;
export type GoalFault = (typeof GOAL_FAULTS)[number];

/** Says everything that is wrong with a figure at once; an empty list means that it can be judged later. */
export function checkFigure(figure: GoalFigure): GoalFault[] {
  const faults: GoalFault[] = [];
  const { numerator, denominator } = figure;
  const fraction = numerator !== null || denominator !== null;
  if (figure.comparator === 'between') {
    if (figure.low === null || figure.high === null) faults.push('range-incomplete');
    else if (compareDecimals(figure.low, figure.high) > 0) faults.push('range-reversed');
  } else if (figure.value === null && !fraction) {
    faults.push('value-missing');
  }
  if (fraction && (numerator === null || denominator === null)) faults.push('fraction-incomplete');
  if (denominator !== null && compareDecimals(denominator, '0') <= 0) faults.push('denominator-zero');
  else if (numerator !== null && denominator !== null && compareDecimals(numerator, denominator) > 0)
    faults.push('fraction-above-one');
  return faults;
}

/** True when the target is met by a smaller figure. A reduction *by* is met by a larger one. */
export function isLowerBetter(figure: GoalFigure): boolean {
  if (figure.change === 'decrease-by' || figure.change === 'increase-by') return false;
  if (figure.comparator === 'lt' || figure.comparator === 'le') return true;
  if (figure.comparator === 'gt' || figure.comparator === 'ge') return false;
  return figure.better === 'lower';
}

/** The sign before the figure: a plain "đạt 337,2" is a floor, "giảm còn 16,9" a ceiling. Null for a range. */
export function comparisonSign(figure: GoalFigure): '≥' | '>' | '≤' | '<' | '≈' | null {
  switch (figure.comparator) {
    case 'between':
      return null;
    case 'approx':
      return '≈';
    case 'gt':
      return '>';
    case 'ge':
      return '≥';
    case 'lt':
      return '<';
    case 'le':
      return '≤';
    case 'eq':
      return isLowerBetter(figure) ? '≤' : '≥';
  }
}

/** Groups by domain in the order of `domains`, those without a (known) domain last under null; the order inside stays. */
export function groupByDomain<T extends { domain: string | null }>(
  targets: readonly T[],
  domains: readonly string[],
): { domain: string | null; targets: T[] }[] {
  const groups = new Map<string | null, T[]>();
  for (const target of targets) {
    const key = target.domain !== null && domains.includes(target.domain) ? target.domain : null;
    const group = groups.get(key);
    if (group) group.push(target);
    else groups.set(key, [target]);
  }
  return [...domains, null].flatMap((domain) => {
    const group = groups.get(domain);
    return group ? [{ domain, targets: group }] : [];
  });
}
