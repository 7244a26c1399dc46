/** Who can be told, and what is due in a province. */

import { sql } from 'kysely';
import type { Role } from '../../core/rules/access.ts';
import { addDays, type DueRelation } from '../../core/rules/calendar.ts';
import type { PeriodNamed } from '../../core/rules/notices.ts';
import { reportDueOn } from '../../core/rules/periods.ts';
import { type Calendar, type DueFigures, type DueTask, type Reachable, stageOf } from '../../core/rules/reminders.ts';
import { lastWorkingDay } from '../../core/rules/working-days.ts';
import { specialDays } from '../catalogues/facts.ts';
import { askedByNow } from '../measurements/facts.ts';
import type { Read } from '../read.ts';
import { settingOfProvince } from '../settings/facts.ts';

export type Where = { provinceId: string; today: string };

/** People who sit in these organisations on a day, in posts of their own or lent to them, with all that they are there. */
export async function peopleIn(
  read: Pick<Read, 'getExecutor'>,
  organisationIds: readonly string[],
  today: string,
): Promise<Reachable[]> {
  if (organisationIds.length === 0) return [];
  const { rows } = await sql<Reachable & { roles: Role[] }>`
    SELECT a.id AS "accountId", s.organisation_id AS "organisationId", array_agg(DISTINCT s.role) AS roles
    FROM (
      SELECT p.account_id, p.organisation_id, p.role FROM posts p
      WHERE p.organisation_id = ANY(${[...organisationIds]}::uuid[]) AND p.valid_from <= ${today} AND p.valid_until > ${today}
      UNION
      SELECT d.account_id, p.organisation_id, p.role FROM deputations d JOIN posts p ON p.id = d.post_id
      WHERE p.organisation_id = ANY(${[...organisationIds]}::uuid[]) AND p.valid_from <= ${today} AND p.valid_until > ${today}
        AND d.valid_from <= ${today} AND d.valid_until > ${today} AND d.ended_at IS NULL
    ) AS s JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL
    GROUP BY a.id, s.organisation_id ORDER BY a.id`.execute(read as Read);
  return rows;
}

/** The province's calendar and how it wants to be reminded, on a day. */
export async function reminderCalendar(read: Read, { provinceId, today }: Where): Promise<Calendar> {
  const number = (key: 'reminders.days-before' | 'reminders.escalate-after') =>
    settingOfProvince<number>(read, key, { provinceId, on: today });
  return {
    today,
    special: await specialDays(read, { provinceId }),
    settings: {
      daysBefore: await number('reminders.days-before'),
      escalateAfter: await number('reminders.escalate-after'),
    },
  };
}

/** What has been due longer was told of in all its stages, or was due before anybody was reminded here. */
export const LOOK_BACK_DAYS = 60;
const MOVEMENTS_AT_ONCE = 300;

type FiguresRow = {
  movementId: string;
  title: string;
  askerId: string;
  asker: string;
  unitId: string;
  unit: string;
  periodKind: PeriodNamed['kind'];
  from: string;
  until: string;
  missing: number;
};

/** Figures in the whole province that are not all sent and of which somebody is to be told today. */
export async function dueFigures(read: Read, where: Where, calendar: Calendar): Promise<DueFigures[]> {
  const { provinceId, today } = where;
  const days = await settingOfProvince<number>(read, 'progress.days-to-report', { provinceId, on: today });
  const movements = await read
    .selectFrom('movements')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('archived_at', 'is', null)
    .where(sql<boolean>`coalesce(period_from, make_date(year, 1, 1)) <= ${today}::date`)
    .orderBy('id')
    .execute();
  const found: DueFigures[] = [];
  for (let at = 0; at < movements.length; at += MOVEMENTS_AT_ONCE) {
    const ids = movements.slice(at, at + MOVEMENTS_AT_ONCE).map(({ id }) => id);
    for (const row of await missingFigures(read, ids, { since: addDays(today, -LOOK_BACK_DAYS), today })) {
      const { from, until } = row;
      const dueOn = reportDueOn({ from, until }, days, calendar.special);
      const stage = stageOf({ last: dueOn, notBefore: until }, calendar);
      if (stage === null) continue;
      found.push({
        kind: 'figures',
        movement: { id: row.movementId, name: row.title },
        asker: { id: row.askerId, name: row.asker },
        unit: { id: row.unitId, name: row.unit },
        period: { kind: row.periodKind, from, until },
        dueOn,
        missing: row.missing,
        stage,
      });
    }
  }
  return found;
}

/** By movement, period and unit, where figures that were asked for are not sent; closed periods are left out. */
async function missingFigures(
  read: Read,
  movementIds: readonly string[],
  { since, today }: { since: string; today: string },
): Promise<FiguresRow[]> {
  const { rows } = await sql<FiguresRow>`
    SELECT v.id AS "movementId", v.title, v.organisation_id AS "askerId", asker.name AS asker, o.id AS "unitId", o.name AS unit,
      f.kind AS "periodKind", f.period_from AS "from", f.period_until AS "until", count(*)::int AS missing
    FROM (${askedByNow({ movementIds, units: sql<boolean>`true`, today, since })}) AS f
      JOIN movements v ON v.id = f.movement_id
      JOIN organisations asker ON asker.id = v.organisation_id
      JOIN organisations o ON o.id = f.organisation_id
    WHERE f.state IS NULL AND (o.valid_until IS NULL OR o.valid_until > ${today})
    GROUP BY v.id, asker.name, o.id, f.kind, f.period_from, f.period_until
    ORDER BY v.id, f.period_until, min(f.position), o.name`.execute(read);
  return rows;
}

type TaskRow = {
  id: string;
  content: string;
  movementId: string;
  title: string;
  askerId: string;
  asker: string;
  unitId: string;
  unit: string;
  dueOn: string;
  relation: DueRelation | null;
};

const LONGEST_TASK = 200;

/** Tasks with a day that are not done, of which somebody is to be told today. */
export async function dueTasks(read: Read, { provinceId, today }: Where, calendar: Calendar): Promise<DueTask[]> {
  const { rows } = await sql<TaskRow>`
    SELECT t.id, left(t.content, ${LONGEST_TASK}) AS content, v.id AS "movementId", v.title, v.organisation_id AS "askerId",
      asker.name AS asker, o.id AS "unitId", o.name AS unit, t.due_on AS "dueOn", t.due_relation AS relation
    FROM tasks t
    JOIN movements v ON v.id = t.movement_id AND v.archived_at IS NULL
    JOIN organisations asker ON asker.id = v.organisation_id
    JOIN organisations o ON o.id = coalesce(t.assignee_id, v.organisation_id)
    WHERE t.province_id = ${provinceId} AND t.state IN ('to-do', 'in-progress')
      AND t.due_on BETWEEN ${addDays(today, -LOOK_BACK_DAYS)} AND ${addDays(today, LOOK_BACK_DAYS)}
      AND (o.valid_until IS NULL OR o.valid_until > ${today})
    ORDER BY t.due_on, t.id`.execute(read);
  return rows.flatMap((row) => {
    const last = lastWorkingDay(row.dueOn, row.relation, calendar.special);
    const stage = last === null ? null : stageOf({ last }, calendar);
    if (last === null || stage === null) return [];
    return [
      {
        kind: 'task' as const,
        movement: { id: row.movementId, name: row.title },
        asker: { id: row.askerId, name: row.asker },
        unit: { id: row.unitId, name: row.unit },
        task: { id: row.id, name: row.content },
        dueOn: last,
        stage,
      },
    ];
  });
}
