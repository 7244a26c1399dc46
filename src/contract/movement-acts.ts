import { z } from 'zod';
import { HISTORY_DEEDS, HISTORY_SUBJECTS } from '../core/rules/history.ts';
import { RESPONSE_KINDS, TASK_STATES } from '../core/rules/movements.ts';
import { endpoint } from './endpoint.ts';
import { DocumentNumber, FieldChange, filled, Goal, MovementHead, TaskContent } from './facts.ts';
import { ActionId, MovementId, OrganisationId, ResponseId, TargetId, TaskId } from './ids.ts';
import { Movement, ResponseView, TargetView, TaskView } from './movements.ts';

/**
 * What people do with a movement. An old `version` is refused as stale (409) with the newer record, in the shape of the
 * endpoint's own output, in reasons[0].facts.current.
 */

const version = z.number().int().min(1);

export const createMovement = endpoint({
  name: 'createMovement',
  method: 'POST',
  path: '/api/movements',
  input: z.object({
    actionId: ActionId,
    head: MovementHead,
    document: DocumentNumber,
    /** Where targets and tasks are taken from; null starts empty. */
    from: z
      .object({
        /** 'copy': an earlier movement of one's own, dates moved by the years between; 'parent': a superior's, which is answered. */
        how: z.enum(['copy', 'parent']),
        movementId: MovementId,
        /** Only these; all when absent. */
        targetIds: z.array(TargetId).max(1_000).optional(),
        tasks: z.boolean(),
      })
      .nullable(),
    /** Movements of superiors that it answers by its own plan. */
    respondsTo: z.array(MovementId).max(50),
  }),
  output: z.object({ movementId: MovementId }),
  access: 'session',
  summary: "Make a movement without a document: empty, from last year's, or from the targets of the level above.",
});

export const editMovement = endpoint({
  name: 'editMovement',
  method: 'PATCH',
  path: '/api/movements/:movementId',
  input: z.object({ movementId: MovementId, actionId: ActionId, version, head: MovementHead }),
  output: Movement,
  access: 'session',
  summary: 'Change the head of a movement: title, theme, kind, year, period, launchers.',
});

export const setDocumentNumber = endpoint({
  name: 'setDocumentNumber',
  method: 'PUT',
  path: '/api/movements/:movementId/number',
  input: z.object({ movementId: MovementId, actionId: ActionId, version, document: DocumentNumber }),
  output: Movement,
  access: 'session',
  summary: 'Enter number and date when the clerk has given them.',
});

export const archiveMovement = endpoint({
  name: 'archiveMovement',
  method: 'POST',
  path: '/api/movements/:movementId/archive',
  input: z.object({ movementId: MovementId, actionId: ActionId, version, reason: filled(1_000).nullable() }),
  output: Movement,
  access: 'session',
  summary: 'Put a movement away; it stays readable and can be brought back.',
});

export const restoreMovement = endpoint({
  name: 'restoreMovement',
  method: 'POST',
  path: '/api/movements/:movementId/restore',
  input: z.object({ movementId: MovementId, actionId: ActionId, version }),
  output: Movement,
  access: 'session',
  summary: 'Bring an archived movement back.',
});

const targetContent = { goal: Goal, partOf: TargetId.nullable(), leadOrganisationId: OrganisationId.nullable() };

export const addTarget = endpoint({
  name: 'addTarget',
  method: 'POST',
  path: '/api/movements/:movementId/targets',
  input: z.object({ movementId: MovementId, actionId: ActionId, ...targetContent }),
  output: TargetView,
  access: 'session',
  summary: 'Add a target.',
});

export const reviseTarget = endpoint({
  name: 'reviseTarget',
  method: 'PATCH',
  path: '/api/targets/:targetId',
  input: z.object({
    targetId: TargetId,
    actionId: ActionId,
    version,
    ...targetContent,
    /** Why, for the history: the resolution that adjusts it. */
    reason: filled(1_000).nullable(),
  }),
  output: TargetView,
  access: 'session',
  summary: 'Change a target; what it was stays in the history.',
});

export const removeTarget = endpoint({
  name: 'removeTarget',
  method: 'DELETE',
  path: '/api/targets/:targetId',
  input: z.object({ targetId: TargetId, actionId: ActionId, version, reason: filled(1_000).nullable() }),
  output: z.object({ removed: z.literal(true) }),
  access: 'session',
  summary: 'Take a target out of its movement; refused while figures stand under it.',
});

export const addTask = endpoint({
  name: 'addTask',
  method: 'POST',
  path: '/api/movements/:movementId/tasks',
  input: z.object({ movementId: MovementId, actionId: ActionId, task: TaskContent }),
  output: TaskView,
  access: 'session',
  summary: 'Add a task.',
});

export const reviseTask = endpoint({
  name: 'reviseTask',
  method: 'PATCH',
  path: '/api/tasks/:taskId',
  input: z.object({ taskId: TaskId, actionId: ActionId, version, task: TaskContent }),
  output: TaskView,
  access: 'session',
  summary: 'Change a task.',
});

export const setTaskState = endpoint({
  name: 'setTaskState',
  method: 'PUT',
  path: '/api/tasks/:taskId/state',
  input: z.object({
    taskId: TaskId,
    actionId: ActionId,
    version,
    state: z.enum(TASK_STATES),
    /** What was done, or why it was cancelled. */
    note: filled(2_000).nullable(),
  }),
  output: TaskView,
  access: 'session',
  summary: 'Say how far a task is; also by the unit it was given to.',
});

export const removeTask = endpoint({
  name: 'removeTask',
  method: 'DELETE',
  path: '/api/tasks/:taskId',
  input: z.object({ taskId: TaskId, actionId: ActionId, version, reason: filled(1_000).nullable() }),
  output: z.object({ removed: z.literal(true) }),
  access: 'session',
  summary: 'Take a task out of its movement.',
});

export const respondToMovement = endpoint({
  name: 'respondToMovement',
  method: 'POST',
  path: '/api/movements/:movementId/responses',
  input: z.object({
    /** The superior's movement that is answered. */
    movementId: MovementId,
    actionId: ActionId,
    /** Who answers. */
    organisationId: OrganisationId,
    how: z.enum(RESPONSE_KINDS),
    /** own-plan: the plan of one's own; folded: the movement it goes into; not-applicable: null. */
    answeringMovementId: MovementId.nullable(),
    /** Needed for not-applicable. */
    reason: filled(2_000).nullable(),
  }),
  output: ResponseView,
  access: 'session',
  summary: "Answer a superior's movement: by an own plan, folded into another, or not at all with a reason.",
});

export const withdrawResponse = endpoint({
  name: 'withdrawResponse',
  method: 'DELETE',
  path: '/api/responses/:responseId',
  input: z.object({ responseId: ResponseId, actionId: ActionId, version }),
  output: z.object({ withdrawn: z.literal(true) }),
  access: 'session',
  summary: 'Take an answer back.',
});

export const HistoryLine = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  byPost: z.string(),
  organisationName: z.string(),
  deed: z.enum(HISTORY_DEEDS),
  subject: z.enum(HISTORY_SUBJECTS),
  /** Name of the target, task … at that time; null for the movement itself. */
  subjectName: z.string().nullable(),
  changes: z.array(FieldChange),
  reason: z.string().nullable(),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

export const getMovementHistory = endpoint({
  name: 'getMovementHistory',
  method: 'GET',
  path: '/api/movements/:movementId/history',
  input: z.object({
    movementId: MovementId,
    /** Only the lines of one target or task. */
    subjectId: z.uuid().optional(),
    /** From the `next` of the page before. */
    before: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  output: z.object({ lines: z.array(HistoryLine), next: z.string().nullable() }),
  access: 'session',
  summary: 'Who changed what in a movement, when, and what stood there before, newest first.',
});
