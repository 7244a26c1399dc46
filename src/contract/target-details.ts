import { z } from 'zod';
import { ENTERED_AS } from '../core/rules/figure-series.ts';
import { GIVEN_VERDICTS, PERIOD_KINDS } from '../core/rules/progress.ts';
import { PLAN_LEVELS, YEAR_KINDS } from '../core/rules/target-details.ts';
import { endpoint } from './endpoint.ts';
import { filled, GoalFigure } from './facts.ts';
import { ActionId, CalendarDate, DecimalString, OrganisationId, TargetId } from './ids.ts';
import { MovementRef, TargetView } from './movements.ts';
import { OrganisationRef } from './organisations.ts';

/** What surrounds a target: its levels, adjustments, who helps, the things it counts, and the verdict of a goal. */

const version = z.number().int().min(1);
const levels = z.object({
  assigned: DecimalString.nullable(),
  council: DecimalString.nullable(),
  aspired: DecimalString.nullable(),
});

/** One of the few things a ratio counts, with the title it holds. */
export const NamedThing = z.object({
  id: z.uuid(),
  name: filled(200),
  heldFrom: CalendarDate.nullable(),
  heldUntil: CalendarDate.nullable(),
});
export type NamedThing = z.infer<typeof NamedThing>;

export const MOST_THINGS = 200;

export const TargetDetails = z.object({
  target: TargetView,
  movement: MovementRef,
  levels,
  /** The level that progress is measured against. */
  measured: z.enum(PLAN_LEVELS).nullable(),
  /** The newest first. */
  adjustments: z.array(
    z.object({
      id: z.uuid(),
      inForceOn: CalendarDate,
      resolution: z.string(),
      resolutionOn: CalendarDate,
      before: GoalFigure,
      after: GoalFigure,
      note: z.string().nullable(),
      byPost: z.string(),
    }),
  ),
  supporters: z.array(OrganisationRef),
  dataSource: z.string().nullable(),
  dataPeriod: z.enum(PERIOD_KINDS),
  enteredAs: z.enum(ENTERED_AS),
  yearKind: z.enum(YEAR_KINDS),
  things: z.array(NamedThing),
  /** Of a goal without a figure. */
  verdict: z
    .object({
      verdict: z.enum(GIVEN_VERDICTS),
      rating: z.string().nullable(),
      text: z.string().nullable(),
      evidence: z.string().nullable(),
      on: CalendarDate.nullable(),
      byPost: z.string().nullable(),
    })
    .nullable(),
  mayEdit: z.boolean(),
});
export type TargetDetails = z.infer<typeof TargetDetails>;

export const getTarget = endpoint({
  name: 'getTarget',
  method: 'GET',
  path: '/api/targets/:targetId',
  input: z.object({ targetId: TargetId }),
  output: TargetDetails,
  access: 'session',
  summary: 'A target with its levels, adjustments, supporting units, named things and verdict.',
});

export const arrangeTarget = endpoint({
  name: 'arrangeTarget',
  method: 'PUT',
  path: '/api/targets/:targetId/arrangement',
  input: z.object({
    targetId: TargetId,
    actionId: ActionId,
    version,
    levels,
    measured: z.enum(PLAN_LEVELS).nullable(),
    supporterIds: z.array(OrganisationId).max(50),
    dataSource: filled(200).nullable(),
    dataPeriod: z.enum(PERIOD_KINDS),
    enteredAs: z.enum(ENTERED_AS),
    yearKind: z.enum(YEAR_KINDS),
    /** In the order of the list; a new one has no id. One that is left out goes, with its ticks. */
    things: z.array(NamedThing.omit({ id: true }).extend({ thingId: z.uuid().nullable() })).max(MOST_THINGS),
  }),
  output: TargetDetails,
  access: 'session',
  summary: 'Set the levels of a target, who supports it, when and how its figures come, and the things it counts.',
});

export const adjustTarget = endpoint({
  name: 'adjustTarget',
  method: 'POST',
  path: '/api/targets/:targetId/adjustments',
  input: z.object({
    targetId: TargetId,
    actionId: ActionId,
    version,
    inForceOn: CalendarDate,
    resolution: filled(100),
    resolutionOn: CalendarDate,
    value: DecimalString.nullable(),
    low: DecimalString.nullable(),
    high: DecimalString.nullable(),
    numerator: DecimalString.nullable(),
    denominator: DecimalString.nullable(),
    note: filled(1_000).nullable(),
  }),
  output: TargetDetails,
  access: 'session',
  summary: 'Adjust the figure of a target by a resolution; progress takes what is in force on the day.',
});

export const judgeGoal = endpoint({
  name: 'judgeGoal',
  method: 'PUT',
  path: '/api/targets/:targetId/verdict',
  input: z.object({
    targetId: TargetId,
    actionId: ActionId,
    version,
    /** Null takes it back. */
    verdict: z.enum(GIVEN_VERDICTS).nullable(),
    rating: filled(200).nullable(),
    text: filled(2_000).nullable(),
    evidence: filled(1_000).nullable(),
    on: CalendarDate.nullable(),
  }),
  output: TargetDetails,
  access: 'session',
  summary: 'Say whether a goal without a figure is reached, with a rating, words and evidence.',
});
