/** What people do with the tasks of a movement. */

import type { z } from 'zod';
import type {
  addTask as AddTask,
  removeTask as RemoveTask,
  reviseTask as ReviseTask,
  setTaskState as SetTaskState,
} from '../../contract/movement-acts.ts';
import { changesBetween, codeValue, taskFields, textValue } from '../../core/rules/history.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import { taskColumns, taskContentOf } from './columns.ts';
import { movementFacts } from './facts.ts';
import { keepHistory } from './history-acts.ts';
import { insertTasks, requireOfProvince } from './make-acts.ts';
import { nextPosition, openForEdit, openWhole } from './open-acts.ts';
import { maySetState, type TaskOut, viewTask } from './task-views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;

const named = (content: string): string => (content.length <= 120 ? content : `${content.slice(0, 119)}…`);

/** Adds a task at the end. */
export async function addTask(tx: Tx, input: In<typeof AddTask>, context: ActContext): Promise<TaskOut> {
  const movement = await openForEdit(tx, context, input.movementId);
  await requireOfProvince(tx, context, [input.task.assigneeId]);
  const position = await nextPosition(tx, 'tasks', movement.id);
  await insertTasks(tx, context, movement.id, { tasks: [{ ...input.task, place: null }], documentId: null }, position);
  const { id } = await tx
    .selectFrom('tasks')
    .select('id')
    .where('movement_id', '=', movement.id)
    .where('position', '=', position)
    .executeTakeFirstOrThrow();
  await keepHistory(tx, context, [
    {
      movementId: movement.id,
      deed: 'added',
      subject: 'task',
      subjectId: id,
      subjectName: named(input.task.content),
      changes: changesBetween(null, taskFields(input.task)),
    },
  ]);
  return viewTask(tx, context.viewer, id);
}

/** Changes a task. */
export async function reviseTask(tx: Tx, input: In<typeof ReviseTask>, context: ActContext): Promise<TaskOut> {
  const movement = await openWhole(tx, context, { table: 'tasks', id: input.taskId });
  const earlier = await storedTask(tx, context, input);
  await requireOfProvince(tx, context, [input.task.assigneeId]);
  await tx
    .updateTable('tasks')
    .set((row) => ({ ...taskColumns(input.task), version: row('version', '+', 1), edited_by_hand: true }))
    .where('id', '=', input.taskId)
    .execute();
  await keepHistory(tx, context, [
    {
      movementId: movement.id,
      deed: 'revised',
      subject: 'task',
      subjectId: input.taskId,
      subjectName: named(input.task.content),
      changes: changesBetween(taskFields(taskContentOf(earlier)), taskFields(input.task)),
    },
  ]);
  return viewTask(tx, context.viewer, input.taskId);
}

/** Says how far a task is; those who run the movement may, and the unit it was given to. */
export async function setTaskState(tx: Tx, input: In<typeof SetTaskState>, context: ActContext): Promise<TaskOut> {
  const { viewer } = context;
  const task = await tx
    .selectFrom('tasks')
    .select('movement_id as movementId')
    .where('id', '=', input.taskId)
    .where('province_id', '=', viewer.provinceId)
    .forUpdate()
    .executeTakeFirst();
  if (!task) throw notFound();
  const movement = await movementFacts(tx, viewer, task.movementId);
  const earlier = await storedTask(tx, context, input);
  if (!(await maySetState(tx, viewer, movement.organisationId, earlier.assignee_id)))
    throw new Problem('forbidden', 'forbidden');
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  await tx
    .updateTable('tasks')
    .set((row) => ({ state: input.state, state_note: input.note, version: row('version', '+', 1) }))
    .where('id', '=', input.taskId)
    .execute();
  await keepHistory(tx, context, [
    {
      movementId: task.movementId,
      deed: 'state-set',
      subject: 'task',
      subjectId: input.taskId,
      subjectName: named(earlier.content),
      changes: changesBetween(
        [
          ['state', codeValue(earlier.state)],
          ['text', textValue(earlier.state_note)],
        ],
        [
          ['state', codeValue(input.state)],
          ['text', textValue(input.note)],
        ],
      ),
    },
  ]);
  return viewTask(tx, viewer, input.taskId);
}

/** Takes a task away. */
export async function removeTask(
  tx: Tx,
  input: In<typeof RemoveTask>,
  context: ActContext,
): Promise<{ removed: true }> {
  const movement = await openWhole(tx, context, { table: 'tasks', id: input.taskId });
  await storedTask(tx, context, input);
  await dropTask(tx, context, { movementId: movement.id, taskId: input.taskId, reason: input.reason });
  return { removed: true };
}

/** Removes a task with its line of history. */
export async function dropTask(
  tx: Tx,
  context: ActContext,
  { movementId, taskId, reason }: { movementId: string; taskId: string; reason: string | null },
): Promise<void> {
  const earlier = await tx.deleteFrom('tasks').where('id', '=', taskId).returningAll().executeTakeFirst();
  if (!earlier) throw notFound();
  await keepHistory(tx, context, [
    {
      movementId,
      deed: 'removed',
      subject: 'task',
      subjectId: taskId,
      subjectName: named(earlier.content),
      changes: changesBetween(taskFields(taskContentOf(earlier)), null),
      reason,
    },
  ]);
}

async function storedTask(tx: Tx, { viewer }: ActContext, input: { taskId: string; version: number }) {
  const row = await tx.selectFrom('tasks').selectAll().where('id', '=', input.taskId).executeTakeFirst();
  if (!row) throw notFound();
  if (row.version !== input.version) throw stale(await viewTask(tx, viewer, input.taskId));
  return row;
}
