import { z } from 'zod';
import { COMPARED_STATES, HEIGHTS, TARGET_ANSWERS } from '../core/rules/compare-with-parent.ts';
import { ISSUE_STATES } from '../core/rules/issued-plans.ts';
import { MOVEMENT_STATES, RESPONSE_KINDS } from '../core/rules/movements.ts';
import { endpoint } from './endpoint.ts';
import { filled, GoalFigure } from './facts.ts';
import { ActionId, CalendarDate, DecimalString, MovementId, OrganisationId, TargetId } from './ids.ts';
import { MovementRef } from './movements.ts';
import { OrganisationRef } from './organisations.ts';

/** Đối chiếu chỉ tiêu cấp trên: a plan beside its superior's movement, and one movement beside the plans of all below. */

const version = z.number().int().min(0);
const count = z.number().int().min(0);

export const ComparedTarget = z.object({
  id: TargetId,
  name: z.string(),
  domain: z.string().nullable(),
  figure: GoalFigure.nullable(),
});
export type ComparedTarget = z.infer<typeof ComparedTarget>;

/** Parts beside their whole: what was given or taken on, by how many of how many; positive while something is missing. */
export const SumBeside = z.object({ sum: DecimalString, difference: DecimalString, given: count, of: count });
export type SumBeside = z.infer<typeof SumBeside>;

export const ComparisonRow = z.object({
  target: ComparedTarget,
  /** What of the superior's figure was given to this unit. */
  share: DecimalString.nullable(),
  /** All shares beside the whole, where it is shared out. */
  shares: SumBeside.nullable(),
  state: z.enum(COMPARED_STATES),
  own: ComparedTarget.nullable(),
  height: z.enum(HEIGHTS).nullable(),
  /** Own minus asked, in the unit of the superior's target. */
  difference: DecimalString.nullable(),
  reason: z.string().nullable(),
  /** Of the decision; 0 while nobody decided. */
  version,
  byPost: z.string().nullable(),
});
export type ComparisonRow = z.infer<typeof ComparisonRow>;

export const Comparison = z.object({
  movement: MovementRef,
  /** Movements of superiors that this one answers, as far as one sees them. */
  parents: z.array(MovementRef),
  /** The one compared with; null where it answers none. */
  parent: MovementRef.nullable(),
  rows: z.array(ComparisonRow),
  /** Targets of the plan that answer nothing of the superior's. */
  added: z.array(ComparedTarget),
  /** All targets of the plan, to choose an answer from. */
  own: z.array(ComparedTarget),
  mayDecide: z.boolean(),
});
export type Comparison = z.infer<typeof Comparison>;

export const compareWithParent = endpoint({
  name: 'compareWithParent',
  method: 'GET',
  path: '/api/movements/:movementId/comparison',
  input: z.object({
    movementId: MovementId,
    /** Which of the movements it answers; the first when absent. */
    answering: MovementId.optional(),
  }),
  output: Comparison,
  access: 'session',
  summary: "A plan beside its superior's movement: each target answered, lower, adapted, not applicable or missing.",
});

export const answerTargets = endpoint({
  name: 'answerTargets',
  method: 'PUT',
  path: '/api/movements/:movementId/comparison',
  input: z.object({
    movementId: MovementId,
    actionId: ActionId,
    answers: z
      .array(
        z.object({
          /** The superior's. */
          targetId: TargetId,
          version,
          /** Null takes the decision back. */
          how: z.enum(TARGET_ANSWERS).nullable(),
          /** Of the plan's own. */
          ownTargetId: TargetId.nullable(),
          reason: filled(1_000).nullable(),
        }),
      )
      .min(1)
      .max(500),
  }),
  output: Comparison,
  access: 'session',
  summary: "Say how a plan answers targets of its superior's movement; all of them or none are kept.",
});

/** One unit below and what it says of each target, in the order of `targets`. */
export const UnitBeside = z.object({
  organisation: OrganisationRef,
  issue: z.enum(ISSUE_STATES),
  how: z.enum(RESPONSE_KINDS).nullable(),
  movement: MovementRef.extend({ state: z.enum(MOVEMENT_STATES) }).nullable(),
  numberSymbol: z.string().nullable(),
  issuedOn: CalendarDate.nullable(),
  /** Why it does not apply there. */
  reason: z.string().nullable(),
  /** What was entered of a plan on paper; version 0 where nothing was. */
  recorded: z
    .object({
      saidBy: z.string().nullable(),
      byPost: z.string(),
      file: z.object({ name: z.string(), bytes: count }).nullable(),
    })
    .nullable(),
  recordVersion: version,
  mayRecord: z.boolean(),
  /** Empty where there is no plan in the system to compare. */
  cells: z.array(
    z.object({
      state: z.enum(COMPARED_STATES),
      name: z.string().nullable(),
      value: DecimalString.nullable(),
      unit: z.string().nullable(),
      height: z.enum(HEIGHTS).nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type UnitBeside = z.infer<typeof UnitBeside>;

export const ComparisonBelow = z.object({
  movement: MovementRef,
  targets: z.array(ComparedTarget.extend({ shares: SumBeside.nullable(), takenOn: SumBeside.nullable() })),
  units: z.array(UnitBeside),
});
export type ComparisonBelow = z.infer<typeof ComparisonBelow>;

export const compareBelow = endpoint({
  name: 'compareBelow',
  method: 'GET',
  path: '/api/movements/:movementId/comparison-below',
  input: z.object({ movementId: MovementId }),
  output: ComparisonBelow,
  access: 'session',
  summary: 'One movement beside the plans of all below: targets × units, and who has issued a plan at all.',
});

const plan = { movementId: MovementId, organisationId: OrganisationId };

export const recordIssuedPlan = endpoint({
  name: 'recordIssuedPlan',
  method: 'PUT',
  path: '/api/movements/:movementId/issued-plans/:organisationId',
  input: z.object({
    ...plan,
    actionId: ActionId,
    version,
    numberSymbol: filled(150).nullable(),
    issuedOn: CalendarDate.nullable(),
    /** Who said so, where somebody else enters it. */
    saidBy: filled(200).nullable(),
  }),
  output: UnitBeside,
  access: 'session',
  summary: 'Record the number and date of a plan that a unit issued outside the system.',
});

export const MAX_PLAN_BYTES = 25 * 1024 * 1024;

export const attachIssuedPlan = endpoint({
  name: 'attachIssuedPlan',
  method: 'POST',
  path: '/api/movements/:movementId/issued-plans/:organisationId/file',
  input: z.object({ ...plan, actionId: ActionId, version: z.coerce.number().int().min(1), name: filled(255) }),
  output: UnitBeside,
  access: 'session',
  summary: 'Keep the file of a plan that was recorded.',
  upload: { maxBytes: MAX_PLAN_BYTES },
});

export const removeIssuedPlan = endpoint({
  name: 'removeIssuedPlan',
  method: 'DELETE',
  path: '/api/movements/:movementId/issued-plans/:organisationId',
  input: z.object({ ...plan, actionId: ActionId, version }),
  output: UnitBeside,
  access: 'session',
  summary: 'Take back what was recorded of a plan.',
});

export const getIssuedPlanFile = endpoint({
  name: 'getIssuedPlanFile',
  method: 'GET',
  path: '/api/movements/:movementId/issued-plans/:organisationId/file',
  input: z.object(plan),
  output: z.void(),
  access: 'session',
  summary: 'The file of a plan that was recorded, byte for byte.',
  answers: 'file',
});
