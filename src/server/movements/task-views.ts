import type { z } from 'zod';
import type { listTasks, TaskView } from '../../contract/movements.ts';
import { type DueRelation, lastDay } from '../../core/rules/calendar.ts';
import type { TaskState } from '../../core/rules/movements.ts';
import { lastWorkingDay, type SpecialDays } from '../../core/rules/working-days.ts';
import { specialDays } from '../catalogues/facts.ts';
import { notFound } from '../problem.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { ORIGIN_COLUMNS, originOf, taskContentOf } from './columns.ts';
import { movementFacts } from './facts.ts';
import { mayEdit } from './rights.ts';

export type TaskOut = z.input<typeof TaskView>;
type Launched = { organisationId: string; archivedAt: string | null };

function taskRows(read: Read, where: { movementId: string } | { taskId: string }) {
  const [column, id] =
    'movementId' in where ? (['t.movement_id', where.movementId] as const) : (['t.id', where.taskId] as const);
  return read
    .selectFrom('tasks as t')
    .leftJoin('organisations as o', 'o.id', 't.assignee_id')
    .select(['t.id', 't.movement_id as movementId', 't.version', 't.position', 't.state', 'o.name as organisationName'])
    .select(['t.content', 't.assignee', 't.assignee_id', 't.role', 't.due_on', 't.due_relation', 't.via', 't.domain'])
    .select(['t.person', 't.product', 't.authority'])
    .select(ORIGIN_COLUMNS.map((name) => `t.${name}` as const))
    .where(column, '=', id)
    .orderBy('t.position')
    .orderBy('t.id')
    .execute();
}

async function taskOut(
  read: Read,
  viewer: Viewer,
  row: Awaited<ReturnType<typeof taskRows>>[number],
  { movement, special }: { movement: Launched; special: SpecialDays },
): Promise<TaskOut> {
  const content = taskContentOf(row);
  const relation = row.due_relation as DueRelation | null;
  const last = lastDay(row.due_on, relation);
  const open = row.state === 'to-do' || row.state === 'in-progress';
  const { assignee_id: assigneeId, organisationName } = row;
  return {
    ...content,
    id: row.id,
    version: row.version,
    position: row.position,
    state: row.state as TaskState,
    assigneeOrganisation:
      assigneeId !== null && organisationName !== null ? { id: assigneeId, name: organisationName } : null,
    lastDay: last,
    lastWorkingDay: lastWorkingDay(row.due_on, relation, special),
    overdue: open && last !== null && last < viewer.today,
    origin: originOf(row),
    maySetState: movement.archivedAt === null && (await maySetState(read, viewer, movement.organisationId, assigneeId)),
  };
}

/** Those who run the movement, and those who do the task, say how it stands. */
export async function maySetState(
  read: Read,
  viewer: Viewer,
  launcherId: string,
  assigneeId: string | null,
): Promise<boolean> {
  if (await mayDo(read, viewer, 'setTaskState', launcherId)) return true;
  return assigneeId !== null && (await mayDo(read, viewer, 'setTaskState', assigneeId));
}

/** Tasks of a movement in reading order. */
export async function viewTasks(
  read: Read,
  viewer: Viewer,
  { movementId }: { movementId: string },
): Promise<z.input<(typeof listTasks)['output']>> {
  const movement = await movementFacts(read, viewer, movementId);
  const around = { movement, special: await specialDays(read, viewer) };
  const tasks: TaskOut[] = [];
  for (const row of await taskRows(read, { movementId })) tasks.push(await taskOut(read, viewer, row, around));
  return { tasks, mayEdit: await mayEdit(read, viewer, 'reviseTask', movement) };
}

/** One task as the lists show it. */
export async function viewTask(read: Read, viewer: Viewer, taskId: string): Promise<TaskOut> {
  const [row] = await taskRows(read, { taskId });
  if (!row) throw notFound();
  const movement = await movementFacts(read, viewer, row.movementId);
  return taskOut(read, viewer, row, { movement, special: await specialDays(read, viewer) });
}
