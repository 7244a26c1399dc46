/** Links with which one unit reports on one task without a password, and what their holder does with them. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  listTaskLinks,
  makeTaskLink as MakeTaskLink,
  reportByTaskLink as ReportByTaskLink,
  revokeTaskLink as RevokeTaskLink,
  TaskByLink,
} from '../../contract/links.ts';
import { taskLinkDays } from '../../core/rules/accounts.ts';
import { type DueRelation, dayInVietnam, lastDay } from '../../core/rules/calendar.ts';
import { changesBetween, codeValue, textValue } from '../../core/rules/history.ts';
import type { TaskState } from '../../core/rules/movements.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, LinkHolder, SystemContext, Tx } from '../act.ts';
import { makeLink, markUsed, type OpenedLink, revokeLinks } from '../links.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import { mayDo, reaches } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { movementFacts } from './facts.ts';
import { keepHistory } from './history-acts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Seen = z.input<typeof TaskByLink>;
/** What a link's reading needs of a transaction: it has no viewer. */
type Asking = Pick<Read, 'getExecutor'>;

type TaskRow = {
  movementId: string;
  content: string;
  dueOn: string | null;
  dueRelation: DueRelation | null;
};

async function taskOf(read: Read, viewer: Viewer, taskId: string): Promise<TaskRow> {
  const row = await read
    .selectFrom('tasks')
    .select(['movement_id as movementId', 'content', 'due_on as dueOn', 'due_relation as dueRelation'])
    .where('id', '=', taskId)
    .where('province_id', '=', viewer.provinceId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { ...row, dueRelation: row.dueRelation as DueRelation | null };
}

/** Links of a task that were not taken back, the newest first; each says until when it holds. */
export async function viewTaskLinks(
  read: Read,
  viewer: Viewer,
  { taskId }: { taskId: string },
): Promise<z.input<(typeof listTaskLinks)['output']>> {
  const task = await taskOf(read, viewer, taskId);
  const movement = await movementFacts(read, viewer, task.movementId);
  if (!(await mayDo(read, viewer, 'makeTaskLink', movement.organisationId))) return { links: [], may: false };
  const rows = await read
    .selectFrom('links as l')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .select(['l.id', 'o.id as organisationId', 'o.name as organisationName'])
    .select(['l.made_at as madeAt', 'l.expires_at as expiresAt', 'l.used_at as usedAt'])
    .where('l.subject_id', '=', taskId)
    .where('l.kind', '=', 'task')
    .where('l.revoked_at', 'is', null)
    .orderBy('l.made_at', 'desc')
    .limit(200)
    .execute();
  return {
    links: rows.map(({ organisationId, organisationName, ...row }) => ({
      ...row,
      organisation: { id: organisationId, name: organisationName },
    })),
    may: movement.archivedAt === null,
  };
}

/** Makes a link for one unit and one task; earlier ones of the same unit for it end. */
export async function makeTaskLink(
  tx: Tx,
  input: In<typeof MakeTaskLink>,
  context: ActContext,
  token: string,
): Promise<{ expiresAt: string }> {
  const { viewer, now } = context;
  const task = await taskOf(tx, viewer, input.taskId);
  const movement = await movementFacts(tx, viewer, task.movementId);
  if (!(await reaches(tx, viewer, context.scopes, movement.organisationId)))
    throw new Problem('forbidden', 'forbidden');
  if (!(await reaches(tx, viewer, context.scopes, input.organisationId))) throw notFound();
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  const earlier = await tx
    .selectFrom('links')
    .select('id')
    .where('subject_id', '=', input.taskId)
    .where('organisation_id', '=', input.organisationId)
    .where('revoked_at', 'is', null)
    .execute();
  for (const { id } of earlier) await revokeLinks(tx, { subjectId: input.taskId, linkId: id, now });
  const days = taskLinkDays(viewer.today, lastDay(task.dueOn, task.dueRelation));
  const { organisationId, taskId: subjectId } = input;
  const link = await makeLink(tx, context, { kind: 'task', token, organisationId, subjectId, days });
  context.record({
    deed: 'task-link-made',
    subjectKind: 'task',
    subjectId,
    after: { link: link.id, organisationId, expiresAt: link.expiresAt },
  });
  return { expiresAt: link.expiresAt };
}

/** Takes a task's link back. */
export async function revokeTaskLink(
  tx: Tx,
  { linkId }: In<typeof RevokeTaskLink>,
  context: ActContext,
): Promise<{ done: true }> {
  const { viewer, now } = context;
  const link = await tx
    .selectFrom('links as l')
    .leftJoin('tasks as t', 't.id', 'l.subject_id')
    .leftJoin('movements as m', 'm.id', 't.movement_id')
    .select(['l.subject_id as taskId', 'l.organisation_id as forId', 'm.organisation_id as launcherId'])
    .where('l.id', '=', linkId)
    .where('l.kind', '=', 'task')
    .where('l.province_id', '=', viewer.provinceId)
    .executeTakeFirst();
  if (!link) throw notFound();
  // A link whose task is gone opens nothing; who reaches its unit may still clear it away.
  if (!(await reaches(tx, viewer, context.scopes, link.launcherId ?? link.forId)))
    throw new Problem('forbidden', 'forbidden');
  await revokeLinks(tx, { subjectId: link.taskId, linkId, now });
  context.record({ deed: 'task-link-revoked', subjectKind: 'task', subjectId: link.taskId, before: { link: linkId } });
  return { done: true };
}

type LinkedTask = {
  id: string;
  movementId: string;
  content: string;
  movementTitle: string;
  dueOn: string | null;
  dueRelation: string | null;
  product: string | null;
  state: string;
  note: string | null;
  version: number;
  fixedToday: string | null;
};

/**
 * The one task of a link: as long as it is there, its movement is not put away, and it is not given to a unit that the
 * link's own does not belong to. Throws `link-gone` otherwise.
 */
async function linkedTask(read: Asking, link: OpenedLink): Promise<LinkedTask> {
  const { rows } = await sql<LinkedTask>`
    SELECT t.id, t.movement_id AS "movementId", t.content, m.title AS "movementTitle", t.due_on AS "dueOn",
      t.due_relation AS "dueRelation", t.product, t.state, t.state_note AS note, t.version, p.fixed_today AS "fixedToday"
    FROM tasks t JOIN movements m ON m.id = t.movement_id JOIN provinces p ON p.id = t.province_id
    WHERE t.id = ${link.subjectId} AND t.province_id = ${link.provinceId} AND m.archived_at IS NULL
      AND (t.assignee_id IS NULL OR EXISTS (SELECT FROM organisation_closure c
        WHERE c.ancestor_id = t.assignee_id AND c.descendant_id = ${link.organisationId}))`.execute(read as Read);
  const [found] = rows;
  if (!found) throw new Problem('not-found', 'link-gone');
  return found;
}

/** What a link shows: its task, and nothing around it. */
export async function viewTaskByLink(read: Asking, link: OpenedLink, now: string): Promise<Seen> {
  const { id: _, movementId: __, fixedToday, ...task } = await linkedTask(read, link);
  const last = lastDay(task.dueOn, task.dueRelation as DueRelation | null);
  const open = task.state === 'to-do' || task.state === 'in-progress';
  return {
    ...task,
    state: task.state as TaskState,
    organisationName: link.organisationName,
    lastDay: last,
    overdue: open && last !== null && last < (fixedToday ?? dayInVietnam(now)),
    expiresAt: link.expiresAt,
  };
}

/** Says how the one task stands, in the name of the unit. */
export async function reportByTaskLink(
  tx: Tx,
  input: Omit<In<typeof ReportByTaskLink>, 'token'>,
  context: SystemContext,
  { link, holder }: { link: OpenedLink; holder: LinkHolder },
): Promise<Seen> {
  await tx.selectFrom('tasks').select('id').where('id', '=', link.subjectId).forUpdate().execute();
  const task = await linkedTask(tx, link);
  if (task.version !== input.version) throw stale(await viewTaskByLink(tx, link, context.now));
  if (task.state === 'cancelled') throw new Problem('not-found', 'link-gone');
  await markUsed(tx, link, context.now);
  await tx
    .updateTable('tasks')
    .set((row) => ({ state: input.state, state_note: input.note, version: row('version', '+', 1) }))
    .where('id', '=', task.id)
    .execute();
  const viewer = { provinceId: link.provinceId, accountId: null, ...holder };
  await keepHistory(tx, { ...context, viewer }, [
    {
      movementId: task.movementId,
      deed: 'state-set',
      subject: 'task',
      subjectId: task.id,
      subjectName: task.content.slice(0, 120),
      changes: changesBetween(
        [
          ['state', codeValue(task.state)],
          ['text', textValue(task.note)],
        ],
        [
          ['state', codeValue(input.state)],
          ['text', textValue(input.note)],
        ],
      ),
    },
  ]);
  return viewTaskByLink(tx, link, context.now);
}
