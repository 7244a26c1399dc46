/** From the figures reported for a target to where it stands: which figure counts, what it is compared with. */

import { daysOf, elapsedDays, type Period } from './calendar.ts';
import type { DatedFigure } from './forecast.ts';
import { findIndicator } from './indicator-match.ts';
import type { Indicator } from './indicators.ts';
import { shareOfLastYear } from './last-year.ts';
import type { MovementKind } from './movements.ts';
import { type Days, periodsOf } from './periods.ts';
import {
  type GivenVerdict,
  judgeProgress,
  type Nature,
  type PeriodKind,
  PROGRESS_LIMITS,
  type Progress,
  type ProgressLimits,
  type Reached,
  type ReportedAs,
  type RollUp,
  rollUp,
} from './progress.ts';
import { type Adjustment, figureInForce, type YearKind } from './target-details.ts';
import type { GoalFigure } from './targets.ts';

/** One reported figure; cumulative since its movement began. */
export type Measured = {
  organisationId: string;
  periodKind: PeriodKind;
  from: string;
  until: string;
  reportedAs: ReportedAs;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  estimated: boolean;
  sample: boolean;
  /** Of a weighted mean: by how much its unit weighs; null or absent where nobody has told. */
  weight?: string | null;
  /** Of a share of units that met theirs: whether its unit did; null or absent where that cannot be said. */
  met?: boolean | null;
};

/** How an indicator of a province's own counts. */
export type OwnCounting = Pick<Indicator, 'nature' | 'rollUp'>;

export type MeasuredTarget = {
  indicator: string | null;
  /** Of the province's own catalogue; null or absent for one of the built-in catalogue. */
  ownIndicator?: OwnCounting | null;
  figure: GoalFigure | null;
  /** How often there are figures (kỳ có số liệu). */
  dataPeriod: PeriodKind;
  verdictGiven: GivenVerdict | null;
  /** By resolution, in the order of their days; `figure` is the newest. */
  adjustments?: readonly Adjustment[];
  yearKind?: YearKind;
  /** The units it is shared out among: one that has never reported is missing too. */
  askedIds?: readonly string[];
};

export type MeasuredMovement = {
  kind: MovementKind;
  period: Period;
  year: number;
  launcherIds: readonly string[];
};

export type Standing = Progress & {
  actual: string | null;
  /** Whether that is the level, or the change that a target asks for. */
  reportedAs: ReportedAs | null;
  numerator: string | null;
  denominator: string | null;
  asOf: string | null;
  period: PeriodKind | null;
  estimated: boolean;
  sample: boolean;
  /** How many units reported, where the figure is rolled up from units. */
  coverage: { reported: number; of: number } | null;
};

/**
 * The days on which a target is measured: whole years in a regular movement, since its targets are those of the year
 * whatever day the plan was signed; the movement's own days in a thematic one. Năm học is the one that ends in the
 * movement's year. The database has the same as `target_days`.
 */
export function targetDays(
  target: { yearKind?: YearKind },
  movement: Pick<MeasuredMovement, 'kind' | 'period' | 'year'>,
): Days {
  const days = daysOf(movement.period, movement.year);
  if (movement.kind === 'thematic') return days;
  if (target.yearKind === 'school-year') return { from: `${movement.year - 1}-09-01`, until: `${movement.year}-05-31` };
  return { from: `${days.from.slice(0, 4)}-01-01`, until: `${days.until.slice(0, 4)}-12-31` };
}

/** Last day of the first period with data: before it nothing is missing yet. */
export const firstDueDay = (kind: PeriodKind, days: Days): string => periodsOf(kind, days)[0]?.until ?? days.until;

/** Nature and roll-up of a target: its indicator's, else what its measure suggests. */
export function natureOf(target: Pick<MeasuredTarget, 'indicator' | 'figure' | 'ownIndicator'>): {
  nature: Nature;
  how: RollUp;
} {
  const indicator = target.ownIndicator ?? (target.indicator === null ? undefined : findIndicator(target.indicator));
  if (indicator) {
    const { nature, rollUp } = indicator;
    // So many kilometres or houses of what the catalogue knows as a share add up; they are no part of a whole.
    const { measure = null, unit = null } = target.figure ?? {};
    const amount = measure === 'amount' && unit !== null && !/^(?:%|‰|điểm %)/.test(unit);
    return { nature, how: amount && rollUp === 'ratio-of-sums' ? 'sum' : rollUp };
  }
  switch (target.figure?.measure) {
    case 'growth':
      return { nature: 'rate', how: 'none' };
    case 'amount':
      return { nature: 'flow', how: 'sum' };
    case 'share':
    case 'fraction':
      return { nature: 'level', how: 'ratio-of-sums' };
    default:
      return { nature: 'level', how: 'none' };
  }
}

type Counting = { reached: Reached; from: Measured; coverage: Standing['coverage'] };

/** The launcher's newest figure. */
function ownFigure(measured: readonly Measured[]): Counting | null {
  const newest = measured.reduce<Measured | null>((best, one) => (best && best.until >= one.until ? best : one), null);
  if (!newest) return null;
  const { reportedAs, value, numerator, denominator } = newest;
  return { reached: { is: reportedAs, value, numerator, denominator }, from: newest, coverage: null };
}

/** The units' figures of the newest period, rolled up; those asked, or that reported earlier, lower the coverage. */
function unitsFigure(measured: readonly Measured[], how: RollUp, askedIds: readonly string[]): Counting | null {
  const newest = measured.reduce<Measured | null>((best, one) => (best && best.until >= one.until ? best : one), null);
  if (!newest) return null;
  const units = [...new Set([...askedIds, ...measured.map((one) => one.organisationId)])];
  const parts = units.map((id) => {
    const part = measured.find((one) => one.organisationId === id && one.until === newest.until);
    return part ? { ...part, weight: part.weight ?? null, met: part.met ?? null } : null;
  });
  const { value, numerator, denominator, coverage } = rollUp(how, parts);
  if (value === null && numerator === null) return null;
  const estimated = measured.some((one) => one.until === newest.until && one.estimated);
  return {
    reached: { is: newest.reportedAs, value, numerator, denominator },
    from: { ...newest, estimated },
    coverage,
  };
}

const EVERY_UNIT: GoalFigure = {
  ...{ measure: 'share', comparator: 'ge', change: 'level', better: 'higher', unit: '%', value: '100' },
  ...{ low: null, high: null, numerator: null, denominator: null, baseline: null },
};

/** How a target is judged besides by its figures. */
export type JudgedBy = {
  /** The day whose share of the period is expected: an older figure is measured by its own day, not by today. */
  paceOn?: string;
  /** The figures of a flow on days of the year before, cumulative in that year. */
  lastYear?: readonly DatedFigure[];
};

/**
 * Where a target stands today. The launcher's own figure counts; where there is none, the units' rolled up. Figures of
 * the year before are the base, unless the target states its own; figures of days to come are left out. It is judged by
 * the limits of the day, of the last day once the movement is over.
 */
export function standingOf(
  target: MeasuredTarget,
  movement: MeasuredMovement,
  measured: readonly Measured[],
  today: string,
  limitsOn: (day: string) => ProgressLimits = () => PROGRESS_LIMITS,
  { paceOn = today, lastYear = [] }: JudgedBy = {},
): Standing {
  const days = targetDays(target, movement);
  const isOwn = (one: Measured) => movement.launcherIds.includes(one.organisationId);
  const current = measured.filter((one) => one.until >= days.from && one.until <= today && one.until <= days.until);
  const { nature, how } = natureOf(target);
  const counting =
    ownFigure(current.filter(isOwn)) ??
    unitsFigure(
      current.filter((one) => !isOwn(one)),
      how,
      (target.askedIds ?? []).filter((id) => !movement.launcherIds.includes(id)),
    );
  const earlier = ownFigure(measured.filter((one) => isOwn(one) && one.until < days.from));
  const judgedOn = today > days.until ? days.until : today;
  const inForce = figureInForce(target.figure, target.adjustments ?? [], judgedOn);
  // A figure that each unit has to reach is reached here by as many as did.
  const byUnits = how === 'share-of-units' && counting?.coverage && inForce && !inForce.unit?.includes('%');
  const figure = byUnits ? EVERY_UNIT : inForce;
  const facts = {
    figure,
    nature,
    base: byUnits ? null : (figure?.baseline?.value ?? earlier?.reached.value ?? null),
    reached: counting?.reached ?? null,
    verdictGiven: target.verdictGiven,
    elapsed: elapsedDays(days, paceOn),
    ended: paceOn > days.until,
    due: firstDueDay(target.dataPeriod, days) <= today,
    shareLastYear: nature === 'flow' ? shareOfLastYear(lastYear, days, paceOn) : null,
  };
  const progress = judgeProgress(facts, limitsOn(judgedOn));
  return {
    ...progress,
    actual: counting?.reached.value ?? null,
    reportedAs: counting?.reached.is ?? null,
    numerator: counting?.reached.numerator ?? null,
    denominator: counting?.reached.denominator ?? null,
    asOf: counting?.from.until ?? null,
    period: counting?.from.periodKind ?? null,
    estimated: counting?.from.estimated ?? false,
    sample: current.some((one) => one.sample),
    coverage: counting?.coverage ?? null,
  };
}

/** Indicators whose figures come once a year: income, poverty, forest cover, titles of culture. */
const ONCE_A_YEAR: ReadonlySet<string> = new Set([
  'thu_nhap_bqdn',
  'grdp_bqdn',
  'ty_le_ho_ngheo',
  'muc_giam_ho_ngheo',
  'che_phu_rung',
  'tre_suy_dinh_duong',
  'gia_dinh_van_hoa',
  'thon_ban_van_hoa',
  'to_dan_pho_van_hoa',
]);

/** How often a target usually has figures, until somebody says otherwise (practice 1). */
export function usualDataPeriod(target: { indicator: string | null; figure: GoalFigure | null }): PeriodKind {
  if (target.figure === null) return 'year';
  return target.indicator !== null && ONCE_A_YEAR.has(target.indicator) ? 'year' : 'half-year';
}
