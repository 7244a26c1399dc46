/**
 * Targets: what a movement wants to reach. Figures are exact decimal strings ('9950.3') in `unit`, as the document
 * prints them; nothing is rescaled.
 */

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
