/** From the figures reported for a target to where it stands: which figure counts, what it is compared with. */

import { addDays, daysOf, elapsedDays, type Period } from './calendar.ts';
import type { DatedFigure } from './forecast.ts';
import { findIndicator } from './indicator-match.ts';
import type { Indicator } from './indicators.ts';
import { shareOfLastYear } from './last-year.ts';
import type { MovementKind } from './movements.ts';
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
  numerator: string | null;
  denominator: string | null;
  asOf: string | null;
  period: PeriodKind | null;
  estimated: boolean;
  sample: boolean;
  /** How many units reported, where the figure is rolled up from units. */
  coverage: { reported: number; of: number } | null;
};

const MONTHS: Record<PeriodKind, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-months': 9,
  year: 12,
  once: 12,
};

/**
 * The days on which targets are measured: whole years for a regular movement, since its targets are those of the year
 * whatever day the plan was signed; its own days for a thematic one. Năm học is the one that ends in the movement's year.
 */
export function measuredDays(movement: Pick<MeasuredMovement, 'kind' | 'period' | 'year'> & { yearKind?: YearKind }): {
  from: string;
  until: string;
} {
  const days = daysOf(movement.period, movement.year);
  if (movement.kind === 'thematic') return days;
  if (movement.yearKind === 'school-year')
    return { from: `${movement.year - 1}-09-01`, until: `${movement.year}-05-31` };
  return { from: `${days.from.slice(0, 4)}-01-01`, until: `${days.until.slice(0, 4)}-12-31` };
}

/** The days of one target: năm công tác, or năm học where it is measured by that. */
export const targetDays = (
  target: { yearKind?: YearKind },
  movement: Pick<MeasuredMovement, 'kind' | 'period' | 'year'>,
): { from: string; until: string } =>
  measuredDays(target.yearKind === undefined ? movement : { ...movement, yearKind: target.yearKind });

/** Last day of the first period with data: before it nothing is missing yet. */
export function firstDueDay(kind: PeriodKind, days: { from: string; until: string }): string {
  if (kind === 'once') return days.until;
  const [year = 0, month = 0] = days.from.split('-').map(Number);
  const after = month - 1 + MONTHS[kind];
  const next = `${year + Math.floor(after / 12)}-${String((after % 12) + 1).padStart(2, '0')}-01`;
  const end = addDays(next, -1);
  if (end > days.until) return days.until;
  return end;
}

/** Nature and roll-up of a target: its indicator's, else what its measure suggests. */
export function natureOf(target: Pick<MeasuredTarget, 'indicator' | 'figure' | 'ownIndicator'>): {
  nature: Nature;
  how: RollUp;
} {
  const indicator = target.ownIndicator ?? (target.indicator === null ? undefined : findIndicator(target.indicator));
  if (indicator) return { nature: indicator.nature, how: indicator.rollUp };
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
    return part ? { ...part, weight: part.weight ?? null, met: null } : null;
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
  const figure = figureInForce(target.figure, target.adjustments ?? [], judgedOn);
  const facts = {
    figure,
    nature,
    base: figure?.baseline?.value ?? earlier?.reached.value ?? null,
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
