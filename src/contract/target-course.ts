import { z } from 'zod';
import { FORECAST_WAYS } from '../core/rules/forecast.ts';
import { NATURES, PERIOD_KINDS, ROLL_UPS, VERDICTS } from '../core/rules/progress.ts';
import { endpoint } from './endpoint.ts';
import { GoalFigure } from './facts.ts';
import { CalendarDate, DecimalString, MovementId, TargetId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';

/** Diễn biến của chỉ tiêu: how a target came to where it stands, where it leads, and of what its figure is made. */

const count = z.number().int().min(0);

export const CoursePoint = z.object({
  kind: z.enum(PERIOD_KINDS),
  from: CalendarDate,
  until: CalendarDate,
  value: DecimalString.nullable(),
  numerator: DecimalString.nullable(),
  denominator: DecimalString.nullable(),
  estimated: z.boolean(),
  expected: DecimalString.nullable(),
  verdict: z.enum(VERDICTS),
  coverage: z.object({ reported: count, of: count }).nullable(),
});
export type CoursePoint = z.infer<typeof CoursePoint>;

/** One unit's part of the figure of the newest period; null where it has not reported. */
export const CourseRow = z.object({
  organisation: OrganisationRef,
  share: DecimalString.nullable(),
  value: DecimalString.nullable(),
  numerator: DecimalString.nullable(),
  denominator: DecimalString.nullable(),
  estimated: z.boolean(),
  reported: z.boolean(),
  /** Lý do điều chỉnh, where it took the place of an approved one. */
  correctionReason: z.string().nullable(),
});
export type CourseRow = z.infer<typeof CourseRow>;

export const TargetCourse = z.object({
  target: z.object({ id: TargetId, name: z.string(), figure: GoalFigure.nullable() }),
  movement: z.object({ id: MovementId, title: z.string(), organisation: OrganisationRef }),
  nature: z.enum(NATURES),
  /** How the figures of units make it; null where the launcher reports it itself. */
  how: z.enum(ROLL_UPS).nullable(),
  /** Nobody has confirmed yet that it is put together so. */
  assumed: z.boolean(),
  points: z.array(CoursePoint),
  /** What has to be reached at the end, in the unit of the points; null for what no line leads to. */
  goal: DecimalString.nullable(),
  until: CalendarDate,
  forecast: z
    .object({ value: DecimalString, low: DecimalString, high: DecimalString, way: z.enum(FORECAST_WAYS) })
    .nullable(),
  noForecast: z.enum(['too-few', 'over']).nullable(),
  rows: z.array(CourseRow),
});
export type TargetCourse = z.infer<typeof TargetCourse>;

export const getTargetCourse = endpoint({
  name: 'getTargetCourse',
  method: 'GET',
  path: '/api/targets/:targetId/course',
  input: z.object({ targetId: TargetId }),
  output: TargetCourse,
  access: 'session',
  summary:
    'A target over its periods with what was expected, its forecast with range, and the units its figure is made of.',
});
