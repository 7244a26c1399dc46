/** What is due: figures that one's own unit has to send, and those that wait for one's yes. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { listDueFigures } from '../../contract/measurements.ts';
import { scopesOf } from '../../core/rules/access.ts';
import { daysOf } from '../../core/rules/calendar.ts';
import { targetDays } from '../../core/rules/measurements.ts';
import type { MovementKind } from '../../core/rules/movements.ts';
import { periodsOf, type ReportingPeriod, reportDueOn } from '../../core/rules/periods.ts';
import type { PeriodKind } from '../../core/rules/progress.ts';
import type { YearKind } from '../../core/rules/target-details.ts';
import { specialDays } from '../catalogues/facts.ts';
import { movementInSight } from '../movements/facts.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { settingOfProvince } from '../settings/facts.ts';

type Due = z.input<(typeof listDueFigures)['output']>;

/** More movements than an office runs in two years at once, and the newest periods of each. */
const MOST_MOVEMENTS = 60;
const MOST_PERIODS = 3;
const MOST_NAMED = 3;

type Movement = {
  id: string;
  title: string;
  organisationId: string;
  organisationName: string;
  kind: MovementKind;
  year: number;
  from: string | null;
  until: string | null;
  mayApprove: boolean;
};

/** How much is asked for a target: of all units that the person sees, and of the person's own. */
type Asked = {
  targetId: string;
  movementId: string;
  kind: PeriodKind;
  yearKind: YearKind;
  units: number;
  own: number;
};

/** What there is of a target in a period; `decidable` of what waits is this person's to decide on. */
type Sent = {
  targetId: string;
  from: string;
  until: string;
  waiting: number;
  decidable: number;
  there: number;
  own: number;
  returned: number;
};

/**
 * Movements of one's own organisation and those it reports for, each with the periods that are due, the earliest first.
 * Counted in the database over all movements at once: what it costs does not grow with the units of each.
 */
export async function viewDueFigures(read: Read, viewer: Viewer): Promise<Due> {
  const movements = (await movementsOf(read, viewer)).filter(
    // What has not begun is not due.
    ({ from, until, year }) => daysOf({ from, until }, year).from <= viewer.today,
  );
  if (movements.length === 0) return { due: [] };
  const ids = movements.map(({ id }) => id);
  const asked = await askedOf(read, viewer, ids);
  const sent = await sentOf(read, viewer, ids);
  const closed = await closedOf(read, ids);
  const { provinceId, today } = viewer;
  const days = await settingOfProvince<number>(read, 'progress.days-to-report', { provinceId, on: today });
  const special = await specialDays(read, viewer);
  const due = movements.flatMap((movement) => {
    const own = asked.filter(({ movementId }) => movementId === movement.id);
    const periods = tally(movement, own, sent, closed);
    return shownPeriods(periods, today).map(({ kind, from, until, ...counts }) => ({
      movement: {
        id: movement.id,
        title: movement.title,
        organisation: { id: movement.organisationId, name: movement.organisationName },
      },
      period: { kind, from, until },
      dueOn: reportDueOn({ from, until }, days, special),
      ...counts,
      // What is still to come is not missing.
      missing: from > today ? 0 : counts.missing,
      mayApprove: movement.mayApprove,
    }));
  });
  const missing = await missingOf(
    read,
    viewer,
    due.filter((one) => one.mayApprove && one.missing > one.mine),
  );
  // The longest overdue first.
  return {
    due: due
      .map((one) => ({ ...one, missingOf: missing.get(keyOf(one)) ?? { units: [], count: 0 } }))
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
  };
}

type Shown = { movement: { id: string }; period: { kind: PeriodKind; from: string; until: string } };

const keyOf = ({ movement, period }: Shown) => `${movement.id} ${period.from} ${period.until}`;

/** Units other than one's own that have not sent all figures of these periods, by movement and period. */
async function missingOf(read: Read, viewer: Viewer, shown: readonly Shown[]) {
  if (shown.length === 0) return new Map<string, { units: string[]; count: number }>();
  const ids = shown.map(({ movement }) => movement.id);
  const { rows } = await sql<{ key: string; units: string[]; count: number }>`
    WITH late AS (
      SELECT DISTINCT k.key, o.name, o.position FROM unnest(${shown.map(keyOf)}::text[], ${ids}::uuid[],
          ${shown.map(({ period }) => period.from)}::date[], ${shown.map(({ period }) => period.until)}::date[])
          AS k(key, movement_id, period_from, period_until)
        JOIN movements v ON v.id = k.movement_id
        JOIN (${wanted(viewer, [...new Set(ids)])}) AS w ON w.movement_id = v.id,
        LATERAL target_days(v.kind, v.year, v.period_from, v.period_until, w.year_kind) AS d,
        LATERAL reporting_periods(w.data_period, d.days_from, d.days_until) AS p,
        organisations o
      WHERE o.id = w.unit_id AND o.id <> ${viewer.organisationId}
        AND p.period_from = k.period_from AND p.period_until = k.period_until AND NOT EXISTS (SELECT FROM measurements f WHERE f.target_id = w.target_id AND f.organisation_id = w.unit_id
        AND f.period_from = k.period_from AND f.period_until = k.period_until AND f.state IN ('submitted', 'approved'))
    )
    SELECT key, count(*)::int AS count, (array_agg(name ORDER BY position, name))[1:${MOST_NAMED}::integer] AS units FROM late GROUP BY key`.execute(
    read,
  );
  return new Map(rows.map(({ key, ...some }) => [key, some]));
}

const mayLead = ({ roles }: Viewer): boolean => scopesOf('approveFigures', roles).length > 0;

/** The organisation's own movements, those for which it reports and in which it leads a target, the newest first. */
async function movementsOf(read: Read, viewer: Viewer): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    SELECT m.id, m.title, m.organisation_id AS "organisationId", o.name AS "organisationName", m.kind, m.year,
      m.period_from AS "from", m.period_until AS "until",
      m.organisation_id IN ${idsReached(viewer, 'approveFigures')} OR (${mayLead(viewer)} AND EXISTS (
        SELECT FROM targets t JOIN target_shares s ON s.target_id = t.id
        WHERE t.movement_id = m.id AND t.lead_organisation_id = ${viewer.organisationId}
          AND s.organisation_id <> t.lead_organisation_id)) AS "mayApprove"
    FROM movements m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.province_id = ${viewer.provinceId} AND m.archived_at IS NULL AND ${movementInSight(viewer)}
      AND (m.organisation_id = ${viewer.organisationId} OR m.id IN (
        SELECT t.movement_id FROM target_shares s JOIN targets t ON t.id = s.target_id
        WHERE s.organisation_id = ${viewer.organisationId}
        UNION SELECT movement_id FROM targets WHERE lead_organisation_id = ${viewer.organisationId}))
    ORDER BY m.year DESC, m.created_at DESC LIMIT ${MOST_MOVEMENTS}`.execute(read);
  return rows;
}

/**
 * Every target with a figure and unit that reports for it; one that was never split is reported by the launcher.
 * Whoever looks from above sees all units, a unit its own, those below it and whoever reports for what it leads.
 */
const wanted = (viewer: Viewer, movementIds: readonly string[]): RawBuilder<unknown> => sql`
  SELECT t.id AS target_id, t.movement_id, t.lead_organisation_id AS lead_id, m.organisation_id AS launcher_id, t.data_period, t.year_kind,
    coalesce(s.organisation_id, m.organisation_id) AS unit_id
  FROM movements m JOIN targets t ON t.movement_id = m.id AND t.measure IS NOT NULL
    LEFT JOIN target_shares s ON s.target_id = t.id
  WHERE m.id = ANY(${[...movementIds]}::uuid[]) AND (m.organisation_id IN ${idsReached(viewer, 'read')}
    OR t.lead_organisation_id = ${viewer.organisationId} OR coalesce(s.organisation_id, m.organisation_id) IN (
      SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${viewer.organisationId}))`;

async function askedOf(read: Read, viewer: Viewer, movementIds: readonly string[]): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    SELECT target_id AS "targetId", movement_id AS "movementId", data_period AS kind, year_kind AS "yearKind", count(*)::int AS units,
      count(*) FILTER (WHERE unit_id = ${viewer.organisationId})::int AS own
    FROM (${wanted(viewer, movementIds)}) AS w GROUP BY 1, 2, 3, 4`.execute(read);
  return rows;
}

/** Whose yes is waited for is the rule of `mayApprove` in core, told to the database. */
async function sentOf(read: Read, viewer: Viewer, movementIds: readonly string[]): Promise<Sent[]> {
  const { organisationId } = viewer;
  const { rows } = await sql<Sent>`
    SELECT f.target_id AS "targetId", f.period_from AS "from", f.period_until AS "until",
      count(*) FILTER (WHERE f.state = 'submitted')::int AS waiting,
      count(*) FILTER (WHERE f.state = 'submitted' AND (w.launcher_id IN ${idsReached(viewer, 'approveFigures')}
        OR (${mayLead(viewer)} AND w.lead_id = ${organisationId} AND w.unit_id <> ${organisationId})))::int AS decidable,
      count(*) FILTER (WHERE f.state IN ('submitted', 'approved'))::int AS there,
      count(*) FILTER (WHERE f.state IN ('submitted', 'approved') AND f.organisation_id = ${organisationId})::int AS own,
      count(*) FILTER (WHERE f.state = 'returned')::int AS returned
    FROM (${wanted(viewer, movementIds)}) AS w
      JOIN measurements f ON f.target_id = w.target_id AND f.organisation_id = w.unit_id
    GROUP BY 1, 2, 3`.execute(read);
  return rows;
}

/** Keys of the periods that are closed, by movement. */
async function closedOf(read: Read, movementIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom('closed_periods')
    .select(['movement_id as movementId', 'period_from as from', 'period_until as until'])
    .where('movement_id', 'in', [...movementIds])
    .where('reopened_at', 'is', null)
    .execute();
  return new Set(rows.map(({ movementId, from, until }) => `${movementId} ${from} ${until}`));
}

type Tally = ReportingPeriod & {
  closed: boolean;
  asked: number;
  waiting: number;
  missing: number;
  mine: number;
  returned: number;
};

/**
 * Every period with data of a movement, once, oldest first. What waits is what waits for this person; for whoever may
 * approve nothing, what of theirs is on its way.
 */
function tally(
  movement: Movement,
  asked: readonly Asked[],
  sent: readonly Sent[],
  closed: ReadonlySet<string>,
): Tally[] {
  const { id, kind, year, from, until } = movement;
  const byCell = new Map(sent.map((one) => [`${one.targetId} ${one.from} ${one.until}`, one]));
  const found = new Map<string, Tally>();
  for (const target of asked)
    for (const period of periodsOf(target.kind, targetDays(target, { kind, year, period: { from, until } }))) {
      const key = `${period.from} ${period.until}`;
      const none = { asked: 0, waiting: 0, missing: 0, mine: 0, returned: 0 };
      const sum = found.get(key) ?? { ...period, closed: closed.has(`${id} ${key}`), ...none };
      const there = byCell.get(`${target.targetId} ${key}`);
      sum.asked += target.units;
      sum.waiting += (movement.mayApprove ? there?.decidable : there?.waiting) ?? 0;
      sum.missing += target.units - (there?.there ?? 0);
      sum.mine += target.own - (there?.own ?? 0);
      sum.returned += there?.returned ?? 0;
      found.set(key, sum);
    }
  return [...found.values()].sort((a, b) =>
    a.until === b.until ? b.from.localeCompare(a.from) : a.until.localeCompare(b.until),
  );
}

/** The newest of those that are due and open; else the newest that is over, the running one, the first. */
function shownPeriods(periods: readonly Tally[], today: string): Tally[] {
  const over = periods.filter(({ until, closed }) => until <= today && !closed);
  const open = over.filter(({ missing, waiting }) => missing + waiting > 0);
  if (open.length > 0) return open.slice(-MOST_PERIODS).reverse();
  const now = over.at(-1) ?? periods.find(({ from, until }) => from <= today && today <= until) ?? periods[0];
  return now ? [now] : [];
}
