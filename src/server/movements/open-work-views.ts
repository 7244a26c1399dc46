/** Tasks and reports of all movements at once: overdue or due soon. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { listOpenWork } from '../../contract/open-work.ts';
import { scopesOf } from '../../core/rules/access.ts';
import { addDays, type DueRelation, lastDay } from '../../core/rules/calendar.ts';
import type { TaskState } from '../../core/rules/movements.ts';
import { lastWorkingDay, type SpecialDays } from '../../core/rules/working-days.ts';
import { specialDays } from '../catalogues/facts.ts';
import { awaitingWord } from '../obstacles/facts.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { movementInSight } from './facts.ts';

type Work = z.input<(typeof listOpenWork)['output']>;

/** What is due later is seen in its movement; what was due longer ago is nobody's work any more. */
const AHEAD_DAYS = 45;
const BACK_DAYS = 365;
const MOST = 50;

type Due = { dueOn: string; relation: DueRelation | null };
type InMovement = { movementId: string; title: string; launcherId: string; launcher: string };
type TaskRow = Due & InMovement & { id: string; content: string; state: TaskState; doerId: string; doer: string };
type ReportRow = Due & InMovement & { id: string; to: string | null; via: string | null };

export async function viewOpenWork(read: Read, viewer: Viewer): Promise<Work> {
  const special = await specialDays(read, viewer);
  const { organisationId, today } = viewer;
  const until = addDays(today, AHEAD_DAYS);
  const own = await tasksOf(read, viewer, sql<boolean>`d.id = ${organisationId}`, until);
  const below = await tasksOf(
    read,
    viewer,
    sql<boolean>`d.id <> ${organisationId} AND d.id IN ${idsReached(viewer, 'read')}`,
    today,
  );
  const reports = await reportsOf(read, viewer, until);
  return {
    own: inOrder(own, special).map(taskOut),
    below: inOrder(below, special)
      .filter((task) => task.lastDay < today)
      .map(taskOut),
    reports: inOrder(reports, special)
      .filter((report) => report.lastDay >= today)
      .map(({ id, to, via, ...rest }) => ({ id, to, via, ...placed(rest) })),
    obstacles:
      scopesOf('answerObstacle', viewer.roles).length > 0
        ? await awaitingWord(read, organisationId)
        : { count: 0, units: [], unitCount: 0 },
  };
}

type Placed<T> = T & { lastDay: string; lastWorkingDay: string };

/** With its last days, the longest overdue first. */
function inOrder<T extends Due>(rows: readonly T[], special: SpecialDays): Placed<T>[] {
  return rows
    .flatMap((row) => {
      const [last, working] = [lastDay(row.dueOn, row.relation), lastWorkingDay(row.dueOn, row.relation, special)];
      return last === null || working === null ? [] : [{ ...row, lastDay: last, lastWorkingDay: working }];
    })
    .sort((a, b) => a.lastDay.localeCompare(b.lastDay))
    .slice(0, MOST);
}

const placed = ({
  movementId,
  title,
  launcherId,
  launcher,
  lastDay: day,
  lastWorkingDay: working,
}: Placed<InMovement>) => ({
  movement: { id: movementId, title, organisation: { id: launcherId, name: launcher } },
  lastDay: day,
  lastWorkingDay: working,
});

const taskOut = ({ id, content, state, doerId, doer, ...rest }: Placed<TaskRow>) => ({
  id,
  content,
  state,
  doer: { id: doerId, name: doer },
  ...placed(rest),
});

const IN_MOVEMENT = sql`m.id AS "movementId", m.title, m.organisation_id AS "launcherId", l.name AS launcher`;

/** Tasks that are not done, by who does them. */
async function tasksOf(read: Read, viewer: Viewer, doers: RawBuilder<boolean>, until: string): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    SELECT t.id, t.content, t.state, d.id AS "doerId", d.name AS doer, t.due_on AS "dueOn", t.due_relation AS relation,
      ${IN_MOVEMENT}
    FROM tasks t JOIN movements m ON m.id = t.movement_id JOIN organisations l ON l.id = m.organisation_id
      JOIN organisations d ON d.id = coalesce(t.assignee_id, m.organisation_id)
    WHERE t.province_id = ${viewer.provinceId} AND m.archived_at IS NULL AND ${movementInSight(viewer)}
      AND t.state IN ('to-do', 'in-progress') AND t.due_on BETWEEN ${addDays(viewer.today, -BACK_DAYS)} AND ${until}
      AND ${doers}
    ORDER BY t.due_on, t.id LIMIT ${MOST}`.execute(read);
  return rows;
}

/** Reports that one's own place asks for, and those that its superior directly above asks of it. */
async function reportsOf(read: Read, viewer: Viewer, until: string): Promise<ReportRow[]> {
  const { organisationId, today } = viewer;
  const { rows } = await sql<ReportRow>`
    SELECT r.id, r.report_to AS "to", r.via, r.due_on AS "dueOn", r.relation, ${IN_MOVEMENT}
    FROM movement_report_dues r JOIN movements m ON m.id = r.movement_id JOIN organisations l ON l.id = m.organisation_id
    WHERE r.province_id = ${viewer.provinceId} AND m.archived_at IS NULL AND ${movementInSight(viewer)}
      AND r.due_on BETWEEN ${today} AND ${addDays(until, 1)}
      AND (m.organisation_id = ${organisationId} OR m.organisation_id IN (
        SELECT ancestor_id FROM organisation_closure WHERE descendant_id = ${organisationId} AND depth = 1
          AND valid_from <= ${today} AND valid_until > ${today}))
    ORDER BY r.due_on, r.id LIMIT ${MOST}`.execute(read);
  return rows;
}
