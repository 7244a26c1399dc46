import { z } from 'zod';
import { COMMUNE_GROUPS } from '../core/rules/commune-groups.ts';
import { ORGANISATION_LEVELS } from '../core/rules/organisations.ts';
import { NATURES, PERIOD_KINDS, ROLL_UPS, VERDICTS } from '../core/rules/progress.ts';
import { endpoint } from './endpoint.ts';
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
  /** What was compared: the value, or part over whole; per head the value for a thousand people. */
  compared: DecimalString.nullable(),
  /** Of per head: how many people; null where nobody has told. */
  heads: DecimalString.nullable(),
});

export type RankedOrganisation = z.infer<typeof RankedOrganisation>;

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
    indicator: IndicatorCode,
    from: CalendarDate,
    until: CalendarDate,
    /** Amounts for a thousand people, by the newest population up to the period; of an amount only. */
    perHead: z.enum(['yes']).optional(),
    page: z.coerce.number().int().min(1).max(1_000).optional(),
  }),
  output: z.object({
    organisations: z.array(RankedOrganisation),
    count,
    /** How many of them have a figure to compare. */
    compared: count,
    pageSize: count,
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
});
export type FigurePart = z.infer<typeof FigurePart>;

export const FigureParts = z.object({
  rollUp: z.enum(ROLL_UPS),
  weighedBy: z.object({ name: z.string(), unit: z.string().nullable() }).nullable(),
  /** What there is below, put together; null where there is nothing. */
  figure: RolledFigure.nullable(),
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

export const StatusMap = z.object({
  organisation: OrganisationRef,
  year: z.number().int(),
  indicators: z.array(
    z.object({ code: IndicatorCode, name: z.string(), domain: z.string(), unit: z.string().nullable() }),
  ),
  /** Units directly below, in the order of the tree; `cells` in the order of `indicators`, null where a unit has no such target. */
  units: z.array(z.object({ organisation: OrganisationRef, cells: z.array(StandingCell.nullable()) })),
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
