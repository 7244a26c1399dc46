import { z } from 'zod';
import { COMMUNE_GROUPS } from '../core/rules/commune-groups.ts';
import { ORGANISATION_KINDS, ORGANISATION_LEVELS } from '../core/rules/organisations.ts';
import { NATURES, PERIOD_KINDS, ROLL_UPS, VERDICTS } from '../core/rules/progress.ts';
import { endpoint } from './endpoint.ts';
import { GoalFigure } from './facts.ts';
import { CalendarDate, DecimalString, MovementId, OrganisationId, TargetId } from './ids.ts';
import { IndicatorCode } from './indicators.ts';
import { OrganisationRef } from './organisations.ts';

/** Số liệu tổng hợp: what an organisation and all below it have reached, by indicator and period. */

const count = z.number().int().min(0);

/** A figure of an organisation: its own where it reported one, else put together from below. */
export const RolledFigure = z.object({
  value: DecimalString.nullable(),
  numerator: DecimalString.nullable(),
  denominator: DecimalString.nullable(),
  estimated: z.boolean(),
  /** Reported by the organisation itself. */
  own: z.boolean(),
  /** How many reported a value that no weight belongs to, and are therefore in no mean. */
  unweighed: count,
  /** How many of those asked below have reported. */
  reported: count,
  asked: count,
});
export type RolledFigure = z.infer<typeof RolledFigure>;

export const BoardIndicator = z.object({
  code: IndicatorCode,
  name: z.string(),
  domain: z.string(),
  unit: z.string().nullable(),
  nature: z.enum(NATURES),
  rollUp: z.enum(ROLL_UPS),
  /** Nobody has confirmed yet that it is put together so. */
  rollUpAssumed: z.boolean(),
  /** Name of the indicator that weighs a mean. */
  weighedBy: z.string().nullable(),
  periods: z.array(RolledFigure.extend({ kind: z.enum(PERIOD_KINDS), from: CalendarDate, until: CalendarDate })),
});
export type BoardIndicator = z.infer<typeof BoardIndicator>;

export const getFigureBoard = endpoint({
  name: 'getFigureBoard',
  method: 'GET',
  path: '/api/figure-board',
  input: z.object({
    /** Absent: where the person sits. */
    organisationId: OrganisationId.optional(),
    /** Absent: this year. */
    year: z.coerce.number().int().min(2000).max(2100).optional(),
  }),
  output: z.object({ organisation: OrganisationRef, year: z.number().int(), indicators: z.array(BoardIndicator) }),
  access: 'session',
  summary: 'All figures of an organisation in a year, its own or put together from below, by indicator and period.',
});

export const RankedOrganisation = z.object({
  /** 1 is the best; those that are equal share a place. Null where there is no figure to compare. */
  rank: z.number().int().nullable(),
  organisation: OrganisationRef,
  figure: RolledFigure,
  /** What was compared: the value, or part over whole; per head the value for a thousand people; by plan the % of it reached. */
  compared: DecimalString.nullable(),
  /** Of per head: how many people; null where nobody has told. */
  heads: DecimalString.nullable(),
  /** Of by plan: what it was given, or set itself where nothing was given to it; null where there is neither. */
  plan: z.object({ figure: GoalFigure, own: z.boolean() }).nullable(),
});

export type RankedOrganisation = z.infer<typeof RankedOrganisation>;

/** How places are made comparable: amounts for a thousand people, or what was reached of what each was given. */
export const RANKED_BY = ['heads', 'plan'] as const;
/** By plan each place is judged for itself: a province has no more places than this. */
export const MOST_JUDGED = 20_000;

export const rankOrganisations = endpoint({
  name: 'rankOrganisations',
  method: 'GET',
  path: '/api/organisations/:organisationId/ranking',
  input: z.object({
    /** Below whom. */
    organisationId: OrganisationId,
    level: z.enum(ORGANISATION_LEVELS),
    /** Only wards, only xã or only đặc khu: like with like. */
    group: z.enum(COMMUNE_GROUPS).optional(),
    /** Only villages, only schools … */
    kind: z.enum(ORGANISATION_KINDS).optional(),
    /** Only members of a cluster (cụm, khối thi đua) on the period's last day. */
    clusterId: OrganisationId.optional(),
    indicator: IndicatorCode,
    from: CalendarDate,
    until: CalendarDate,
    /** Absent: by the figure as it is. Per head by the newest population up to the period; of an amount only. */
    by: z.enum(RANKED_BY).optional(),
    page: z.coerce.number().int().min(1).max(1_000).optional(),
  }),
  output: z.object({
    organisations: z.array(RankedOrganisation),
    count,
    /** How many of them have a figure to compare. */
    compared: count,
    pageSize: count,
    /** What else the places of this level can be compared among: kinds of units, and clusters that some of them are in. */
    kinds: z.array(z.enum(ORGANISATION_KINDS)),
    clusters: z.array(OrganisationRef),
    /**
     * Where somebody has nothing to compare: the place's own movement in which that is told, and its target of it where
     * it has one. Per head that is the target of population.
     */
    toldIn: z
      .object({ movement: z.object({ id: MovementId, title: z.string() }), targetId: TargetId.nullable() })
      .nullable(),
  }),
  access: 'session',
  summary: 'Organisations of one level below another, by their figure for an indicator and a period, the best first.',
});

/** One that stands directly below, in what is put together. */
export const FigurePart = z.object({
  organisation: OrganisationRef,
  /** Null: it was asked and has not reported. */
  figure: RolledFigure.nullable(),
  /** Of a weighted mean, and of its own figure: by how much it weighs; null where nobody has told. */
  weight: DecimalString.nullable(),
  /** Of a share of units: whether its own figure meets its own target; null where that cannot be said. */
  met: z.boolean().nullable(),
  /** Lý do điều chỉnh of its own figure, where that took the place of an approved one. */
  correctionReason: z.string().nullable(),
});
export type FigurePart = z.infer<typeof FigurePart>;

export const FigureParts = z.object({
  rollUp: z.enum(ROLL_UPS),
  weighedBy: z.object({ name: z.string(), unit: z.string().nullable() }).nullable(),
  /** What there is below, put together; null where there is nothing. */
  figure: RolledFigure.nullable(),
  /** Lý do điều chỉnh of what the organisation itself reported. */
  correctionReason: z.string().nullable(),
  /** In the order of the tree. */
  parts: z.array(FigurePart),
  /** Parts that are there and were left out. */
  more: count,
});
export type FigureParts = z.infer<typeof FigureParts>;

export const getFigureParts = endpoint({
  name: 'getFigureParts',
  method: 'GET',
  path: '/api/organisations/:organisationId/figure-parts',
  input: z.object({
    organisationId: OrganisationId,
    indicator: IndicatorCode,
    from: CalendarDate,
    until: CalendarDate,
  }),
  output: FigureParts,
  access: 'session',
  summary: 'What a figure put together from below is made of: each part directly below, with its weight or verdict.',
});

/** More than any province has communes, or any commune units; a map of more is nothing one takes in at a look. */
export const MOST_MAPPED = 400;

/** Where one unit stands with one indicator: the worst of its targets of the year. */
export const StandingCell = z.object({
  verdict: z.enum(VERDICTS),
  /** So kế hoạch, %; and where it should be today. */
  attainment: DecimalString.nullable(),
  expectedAttainment: DecimalString.nullable(),
  asOf: CalendarDate.nullable(),
  movementId: MovementId,
  targetId: TargetId,
});
export type StandingCell = z.infer<typeof StandingCell>;

/** Figures asked of a unit for periods that are over and not closed; how many have not come, and are overdue by now. */
export const DueOfDomain = z.object({ domain: z.string().nullable(), asked: count, missing: count, overdue: count });
export type DueOfDomain = z.infer<typeof DueOfDomain>;

export const StatusMap = z.object({
  organisation: OrganisationRef,
  year: z.number().int(),
  indicators: z.array(
    z.object({ code: IndicatorCode, name: z.string(), domain: z.string(), unit: z.string().nullable() }),
  ),
  /** Units directly below, in the order of the tree; `cells` in the order of `indicators`, null where a unit has no such target. */
  units: z.array(
    z.object({ organisation: OrganisationRef, cells: z.array(StandingCell.nullable()), due: z.array(DueOfDomain) }),
  ),
  /** Units that are there and were left out of the map. */
  more: count,
});
export type StatusMap = z.infer<typeof StatusMap>;

export const getStatusMap = endpoint({
  name: 'getStatusMap',
  method: 'GET',
  path: '/api/status-map',
  input: z.object({
    /** Absent: where the person sits. */
    organisationId: OrganisationId.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
  }),
  output: StatusMap,
  access: 'session',
  summary: 'Units directly below an organisation against indicators: where each stands with its targets of a year.',
});
