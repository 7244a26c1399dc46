/** What is asked of units besides figures and tasks: requests for figures, and reports that movements ask for. */

import { sql } from 'kysely';
import { addDays, type DueRelation } from '../../core/rules/calendar.ts';
import { type Calendar, type DueReport, type DueRequest, stageOf } from '../../core/rules/reminders.ts';
import { lastWorkingDay } from '../../core/rules/working-days.ts';
import type { Read } from '../read.ts';
import { LOOK_BACK_DAYS, type Where } from './facts.ts';

const LONGEST_NAME = 200;

type RequestRow = {
  id: string;
  title: string;
  askerId: string;
  asker: string;
  unitId: string;
  unit: string;
  dueOn: string;
};

/** Open requests that units have not answered, of which somebody is to be told today. */
export async function dueRequests(read: Read, { provinceId, today }: Where, calendar: Calendar): Promise<DueRequest[]> {
  const { rows } = await sql<RequestRow>`
    SELECT r.id, r.title, r.organisation_id AS "askerId", asker.name AS asker, o.id AS "unitId", o.name AS unit,
      r.due_on AS "dueOn"
    FROM data_requests r
    JOIN organisations asker ON asker.id = r.organisation_id
    JOIN data_request_answers a ON a.request_id = r.id AND a.state <> 'sent'
    JOIN organisations o ON o.id = a.organisation_id
    WHERE r.province_id = ${provinceId} AND r.closed_at IS NULL
      AND r.due_on BETWEEN ${addDays(today, -LOOK_BACK_DAYS)} AND ${addDays(today, LOOK_BACK_DAYS)}
      AND (o.valid_until IS NULL OR o.valid_until > ${today})
    ORDER BY r.due_on, r.id, a.position`.execute(read);
  return rows.flatMap((row) => {
    const last = lastWorkingDay(row.dueOn, 'by', calendar.special);
    const stage = last === null ? null : stageOf({ last }, calendar);
    if (last === null || stage === null) return [];
    return [
      {
        kind: 'request' as const,
        request: { id: row.id, name: row.title.slice(0, LONGEST_NAME) },
        asker: { id: row.askerId, name: row.asker },
        unit: { id: row.unitId, name: row.unit },
        dueOn: last,
        stage,
      },
    ];
  });
}

type ReportRow = {
  id: string;
  to: string | null;
  movementId: string;
  title: string;
  askerId: string;
  asker: string;
  dueOn: string;
  relation: DueRelation | null;
};

/** Reports whose last working day is near, with the units directly below that write them. */
export async function dueReports(read: Read, { provinceId, today }: Where, calendar: Calendar): Promise<DueReport[]> {
  const { rows } = await sql<ReportRow>`
    SELECT d.id, left(d.report_to, ${LONGEST_NAME}) AS "to", v.id AS "movementId", v.title, v.organisation_id AS "askerId",
      asker.name AS asker, d.due_on AS "dueOn", d.relation
    FROM movement_report_dues d
    JOIN movements v ON v.id = d.movement_id AND v.archived_at IS NULL
    JOIN organisations asker ON asker.id = v.organisation_id
    WHERE d.province_id = ${provinceId} AND d.due_on BETWEEN ${today} AND ${addDays(today, LOOK_BACK_DAYS)}
    ORDER BY d.due_on, d.id`.execute(read);
  const near = rows.flatMap((row) => {
    const last = lastWorkingDay(row.dueOn, row.relation, calendar.special);
    return last !== null && stageOf({ last }, calendar) === 'coming' ? [{ ...row, last }] : [];
  });
  const units = await unitsDirectlyBelow(
    read,
    near.map(({ askerId }) => askerId),
    today,
  );
  return near.map((row) => ({
    kind: 'report',
    movement: { id: row.movementId, name: row.title },
    asker: { id: row.askerId, name: row.asker },
    report: { id: row.id, name: row.to ?? row.asker },
    units: units.filter(({ above }) => above === row.askerId),
    dueOn: row.last,
  }));
}

async function unitsDirectlyBelow(read: Read, organisationIds: readonly string[], today: string) {
  if (organisationIds.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string; above: string }>`
    SELECT o.id, o.name, c.ancestor_id AS above FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
    WHERE c.ancestor_id = ANY(${[...new Set(organisationIds)]}::uuid[]) AND c.depth = 1
      AND c.valid_from <= ${today} AND c.valid_until > ${today} AND o.kind NOT IN ('cluster', 'council')`.execute(read);
  return rows;
}
