/**
 * How far a target is: attainment (so kế hoạch), pace (where it should stand today) and the verdict that follows.
 * Exact decimals throughout; only what is handed out for reading is rounded.
 */

import { Decimal } from 'decimal.js';
import { type GoalFigure, isLowerBetter } from './targets.ts';

/** Where a target stands: at the end, while it runs, and the two silences that are never zero and never red. */
export const VERDICTS = [
  'exceeded',
  'achieved',
  'missed',
  'on-track',
  'at-risk',
  'late',
  'no-data',
  'not-yet-due',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The word of whoever judged a goal without a figure. */
export const GIVEN_VERDICTS = ['achieved', 'missed'] as const;
export type GivenVerdict = (typeof GIVEN_VERDICTS)[number];

/** Nature of an indicator: adds up over the year, stands at a level on a day, or is a rate of change. */
export const NATURES = ['flow', 'level', 'rate'] as const;
export type Nature = (typeof NATURES)[number];

/** How the figures of units below make the figure above; `none` is never rolled up. */
export const ROLL_UPS = ['sum', 'ratio-of-sums', 'weighted-mean', 'last', 'maximum', 'share-of-units', 'none'] as const;
export type RollUp = (typeof ROLL_UPS)[number];

/** Kinds of reporting period. */
export const PERIOD_KINDS = ['month', 'quarter', 'half-year', 'nine-months', 'year', 'once'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Limits that a province may set otherwise (progress-settings.ts); these hold where it has said nothing. */
export const PROGRESS_LIMITS = {
  onTrackFrom: '0.95',
  atRiskFrom: '0.80',
  /** "khoảng": so much short still counts as reached. */
  about: '0.02',
  /** "giữ vững": so much short is at risk, more is late. */
  keep: '0.02',
  /** "trên", "dưới": so much beyond the bound counts as exceeded. */
  beyondBound: '0.01',
  /** Share of the period after which a level without a base is late instead of at risk. */
  lateFrom: '0.8',
} as const;
export type ProgressLimits = { readonly [key in keyof typeof PROGRESS_LIMITS]: string };

/** A figure is reported as the level itself (cumulative for a flow), or as the change that the target asks for. */
export const REPORTED_AS = ['level', 'change'] as const;
export type ReportedAs = (typeof REPORTED_AS)[number];

export type Reached = {
  is: ReportedAs;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
};

export type ProgressFacts = {
  /** Null for a goal without a figure. */
  figure: GoalFigure | null;
  nature: Nature;
  /** Last year's result, or the base the plan itself states. */
  base: string | null;
  reached: Reached | null;
  verdictGiven: GivenVerdict | null;
  elapsed: { passed: number; all: number };
  /** The period is over. */
  ended: boolean;
  /** The first period with data is due. */
  due: boolean;
  /** Last year's cumulative share by now, where known; it replaces the elapsed share for flows. */
  shareLastYear: string | null;
};

export type Progress = {
  verdict: Verdict;
  /** In %, one decimal place, as are all attainments. Never shown as 100 while something is missing. */
  attainment: string | null;
  /** Where it should stand today, in the unit of the figure that is compared. */
  expected: string | null;
  expectedAttainment: string | null;
  /** Reached against expected; three decimal places. */
  pace: string | null;
};

const Exact = Decimal.clone({ precision: 60 });
type Exact = InstanceType<typeof Exact>;

/** What is compared with what: every kind of target brought to one form. */
type Comparison = {
  actual: Exact;
  /** The bound that has to be met; of a range the nearer one. */
  bound: Exact;
  /** The far end of a range. */
  far: Exact | null;
  lower: boolean;
  base: Exact | null;
  pace: 'flow' | 'from-base' | 'keep' | 'none';
  comparator: GoalFigure['comparator'];
  /** Keep targets are held, never exceeded. */
  keeps: boolean;
  /** A result of zero fits, and more than twice the plan says nothing: t / a is shown up to 200 %. */
  inverse: boolean;
};

const exact = (value: string | null): Exact | null => (value === null ? null : new Exact(value));

function boundsOf(figure: GoalFigure, lower: boolean): { bound: Exact; far: Exact | null } | null {
  if (figure.comparator !== 'between') {
    const value = exact(figure.value);
    return value && { bound: value, far: null };
  }
  const low = exact(figure.low);
  const high = exact(figure.high);
  if (!low || !high) return null;
  return lower ? { bound: high, far: low } : { bound: low, far: high };
}

/** Share or level as one figure: the value, else numerator over denominator in the unit of the target. */
function levelOf(figure: GoalFigure, reached: Reached): Exact | null {
  if (reached.value !== null) return exact(reached.value);
  const numerator = exact(reached.numerator);
  const denominator = exact(reached.denominator);
  if (!numerator || !denominator || denominator.isZero()) return null;
  const share = numerator.div(denominator);
  return figure.unit?.includes('%') ? share.times(100) : share;
}

/** 7/8 trường against 7/8, or against 11/12 as shares; null when either is no fraction. */
function compareFractions(figure: GoalFigure, reached: Reached): Pick<Comparison, 'actual' | 'bound'> | null {
  const [n, d] = [exact(figure.numerator), exact(figure.denominator)];
  const [na, da] = [exact(reached.numerator), exact(reached.denominator)];
  if (!n || !d || !na || !da || d.isZero() || da.isZero()) return null;
  return d.eq(da) ? { actual: na, bound: n } : { actual: na.div(da), bound: n.div(d) };
}

/** "Tăng x", "giảm x": the change is compared; of a flow with last year's total the amount that follows from it. */
function compareChange(facts: ProgressFacts, figure: GoalFigure, reached: Reached): Comparison | null {
  const bounds = boundsOf(figure, false);
  const level = levelOf(figure, reached);
  if (!bounds || !level) return null;
  const common = { comparator: figure.comparator, keeps: false, inverse: false };
  const reduction = figure.measure === 'reduction';
  const rate = figure.measure === 'growth' || (facts.nature === 'rate' && !reduction);
  if (reached.is === 'change')
    return { ...common, ...bounds, actual: level, lower: false, base: null, pace: rate ? 'none' : 'flow' };
  const base = exact(facts.base);
  if (!base) return null;
  const sign = figure.change === 'increase-by' ? 1 : -1;
  const relative = !reduction && figure.unit === '%' && figure.measure !== 'share';
  if (facts.nature === 'flow' && !reduction) {
    const toLevel = (change: Exact) =>
      base.plus(relative ? base.times(change).div(100).times(sign) : change.times(sign));
    const far = bounds.far && toLevel(bounds.far);
    const lower = sign < 0;
    return {
      ...common,
      actual: level,
      bound: toLevel(bounds.bound),
      far,
      lower,
      base: null,
      pace: 'flow',
      inverse: lower,
    };
  }
  if (relative && base.isZero()) return null;
  const moved = level.minus(base).times(sign);
  const actual = relative ? moved.div(base.abs()).times(100) : moved;
  return { ...common, ...bounds, actual, lower: false, base: null, pace: 'flow' };
}

function compareLevel(facts: ProgressFacts, figure: GoalFigure, reached: Reached): Comparison | null {
  const lower = isLowerBetter(figure);
  const keeps = figure.change === 'maintain';
  const fraction = compareFractions(figure, reached);
  if (fraction) {
    const pace = keeps ? 'keep' : 'none';
    return { ...fraction, far: null, lower, base: null, pace, comparator: 'eq', keeps, inverse: lower };
  }
  const bounds = boundsOf(figure, lower);
  const actual = levelOf(figure, reached);
  if (!bounds || !actual) return null;
  const base = exact(facts.base);
  const towards = base && (lower ? base.gt(bounds.bound) : base.lt(bounds.bound)) ? base : null;
  const common = { ...bounds, actual, lower, comparator: figure.comparator, keeps };
  if (facts.nature === 'flow') return { ...common, base: null, pace: 'flow', inverse: lower };
  if (keeps) return { ...common, base: null, pace: 'keep', inverse: lower };
  if (!towards) return { ...common, base: null, pace: 'none', inverse: lower };
  return { ...common, base: towards, pace: 'from-base', inverse: lower && bounds.far !== null };
}

function isMet(c: Comparison, limits: ProgressLimits): boolean {
  if (c.comparator === 'approx') {
    const slack = c.bound.times(limits.about).abs();
    return c.lower ? c.actual.lte(c.bound.plus(slack)) : c.actual.gte(c.bound.minus(slack));
  }
  if (c.comparator === 'gt' && !c.lower) return c.actual.gt(c.bound);
  if (c.comparator === 'lt' && c.lower) return c.actual.lt(c.bound);
  return c.lower ? c.actual.lte(c.bound) : c.actual.gte(c.bound);
}

function isBeyond(c: Comparison, limits: ProgressLimits): boolean {
  if (c.keeps) return false;
  if (c.far) return c.lower ? c.actual.lt(c.far) : c.actual.gt(c.far);
  const step = c.bound.times(limits.beyondBound).abs();
  if (c.comparator === 'gt' && !c.lower) return c.actual.gte(c.bound.plus(step));
  if (c.comparator === 'lt' && c.lower) return c.actual.lte(c.bound.minus(step));
  return c.lower ? c.actual.lt(c.bound) : c.actual.gt(c.bound);
}

/** Attainment of a figure as a ratio; 1 is the plan. */
function attainmentOf(c: Comparison, actual: Exact): Exact {
  if (c.lower && c.base && !c.inverse) return c.base.minus(actual).div(c.base.minus(c.bound));
  if (c.lower) return actual.lte(0) ? new Exact(1) : Exact.min(c.bound.div(actual), 2);
  if (c.bound.isZero()) return new Exact(actual.gte(0) ? 1 : 0);
  return actual.div(c.bound);
}

/** Where it should stand today; null where no line leads there. */
function expectedOf(c: Comparison, share: Exact): Exact | null {
  if (c.pace === 'flow') return c.bound.times(share);
  if (c.pace === 'from-base' && c.base) return c.base.plus(c.bound.minus(c.base).times(share));
  return c.pace === 'keep' ? c.bound : null;
}

/** Reached against expected; null where pace is not measured. */
function paceOf(c: Comparison, expected: Exact | null): Exact | null {
  if (!expected || c.pace === 'keep') return null;
  const [part, whole] = c.base
    ? [c.actual.minus(c.base), expected.minus(c.base)]
    : c.lower
      ? [expected, c.actual]
      : [c.actual, expected];
  if (!whole.isZero()) return part.div(whole);
  const ahead = c.lower && c.base ? part.lte(0) : part.gte(0);
  return new Exact(ahead ? 1 : 0);
}

function runningVerdict(c: Comparison, pace: Exact | null, elapsed: Exact, limits: ProgressLimits): Verdict {
  if (pace) return pace.gte(limits.onTrackFrom) ? 'on-track' : pace.gte(limits.atRiskFrom) ? 'at-risk' : 'late';
  if (isMet(c, limits)) return 'on-track';
  if (c.pace === 'none') return elapsed.gte(limits.lateFrom) ? 'late' : 'at-risk';
  const slack = c.bound.times(limits.keep).abs();
  const near = c.lower ? c.actual.lte(c.bound.plus(slack)) : c.actual.gte(c.bound.minus(slack));
  return near ? 'at-risk' : 'late';
}

/** Percent with one place; a plan that is short of 100 % by a hair still reads 99.9. */
function percent(ratio: Exact): string {
  const shown = ratio.times(100).toDecimalPlaces(1);
  return ratio.lt(1) && shown.gte(100) ? '99.9' : shown.toFixed(1);
}

const silent = (verdict: Verdict): Progress => ({
  verdict,
  attainment: null,
  expected: null,
  expectedAttainment: null,
  pace: null,
});

/**
 * Judges one target on one day. While the period runs the verdict is of its pace; at the end it says exceeded, achieved
 * or missed, and a target without a figure stays without: missing is never missed.
 */
export function judgeProgress(facts: ProgressFacts, limits: ProgressLimits = PROGRESS_LIMITS): Progress {
  const { figure, reached } = facts;
  if (figure === null) return silent(judgeWord(facts));
  if (reached === null) return silent(facts.due || facts.ended ? 'no-data' : 'not-yet-due');
  const byChange = figure.change === 'increase-by' || figure.change === 'decrease-by';
  const compared = byChange ? compareChange(facts, figure, reached) : compareLevel(facts, figure, reached);
  if (!compared) return silent('no-data');
  const attainment = percent(attainmentOf(compared, compared.actual));
  if (facts.ended) {
    const verdict = isBeyond(compared, limits) ? 'exceeded' : isMet(compared, limits) ? 'achieved' : 'missed';
    return { ...silent(verdict), attainment };
  }
  const elapsed = new Exact(facts.elapsed.passed).div(facts.elapsed.all);
  const expected = expectedOf(compared, exact(compared.pace === 'flow' ? facts.shareLastYear : null) ?? elapsed);
  const pace = paceOf(compared, expected);
  return {
    verdict: runningVerdict(compared, pace, elapsed, limits),
    attainment,
    expected: expected?.toDecimalPlaces(6).toString() ?? null,
    expectedAttainment: expected && percent(attainmentOf(compared, expected)),
    pace: pace?.toDecimalPlaces(3).toFixed(3) ?? null,
  };
}

function judgeWord(facts: ProgressFacts): Verdict {
  if (facts.verdictGiven === null) return facts.due || facts.ended ? 'no-data' : 'not-yet-due';
  if (facts.ended) return facts.verdictGiven;
  return facts.verdictGiven === 'achieved' ? 'on-track' : 'at-risk';
}

/** One unit's figure in a roll-up; `weight` for a weighted mean, `met` for the share of units that met theirs. */
export type Part = {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  weight: string | null;
  met: boolean | null;
};

export type RolledUp = {
  /** Null when nothing was reported, or when the indicator is never rolled up. */
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  coverage: { reported: number; of: number };
};

/**
 * Rolls figures of units up, in one unit of measure, oldest first where the last counts. A unit that did not report is
 * null: it never counts as zero, it lowers the coverage.
 */
export function rollUp(how: RollUp, parts: readonly (Part | null)[]): RolledUp {
  const reported = parts.filter((part) => part !== null);
  const coverage = { reported: reported.length, of: parts.length };
  const nothing = { value: null, numerator: null, denominator: null, coverage };
  const values = reported.flatMap((part) => (part.value === null ? [] : [new Exact(part.value)]));
  const only = (value: Exact | undefined): RolledUp => ({ ...nothing, value: value ? value.toFixed() : null });
  switch (how) {
    case 'sum':
      return values.length > 0 ? only(Exact.sum(...values)) : nothing;
    case 'maximum':
      return values.length > 0 ? only(Exact.max(...values)) : nothing;
    case 'last':
      return only(values.at(-1));
    case 'ratio-of-sums':
      return ratioOf(reported, coverage);
    case 'weighted-mean':
      return only(weightedMean(reported));
    case 'share-of-units': {
      const judged = reported.filter((part) => part.met !== null);
      if (judged.length === 0) return nothing;
      const met = String(judged.filter((part) => part.met).length);
      return { ...nothing, numerator: met, denominator: String(judged.length) };
    }
    case 'none':
      return nothing;
  }
}

/** Numerators over denominators, each summed: 7/8 and 11/12 are 18/20, never the mean of two ratios. */
function ratioOf(parts: readonly Part[], coverage: RolledUp['coverage']): RolledUp {
  const whole = parts.filter((part) => part.numerator !== null && part.denominator !== null);
  if (whole.length === 0) return { value: null, numerator: null, denominator: null, coverage };
  const total = (key: 'numerator' | 'denominator') =>
    Exact.sum(...whole.map((part) => new Exact(part[key] ?? 0))).toFixed();
  return { value: null, numerator: total('numerator'), denominator: total('denominator'), coverage };
}

function weightedMean(parts: readonly Part[]): Exact | undefined {
  const weighed = parts.filter((part) => part.value !== null && part.weight !== null);
  const weights = weighed.reduce((sum, part) => sum.plus(part.weight ?? 0), new Exact(0));
  if (weights.isZero()) return undefined;
  const total = weighed.reduce(
    (sum, part) => sum.plus(new Exact(part.value ?? 0).times(part.weight ?? 0)),
    new Exact(0),
  );
  return total.div(weights).toDecimalPlaces(9);
}
