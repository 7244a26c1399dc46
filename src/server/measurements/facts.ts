/** What rules and other features need to know of figures. */

import { type RawBuilder, sql } from 'kysely';
import { addYears } from '../../core/rules/calendar.ts';
import type { EnteredAs } from '../../core/rules/figure-series.ts';
import type { FigureState } from '../../core/rules/figure-states.ts';
import type { Measured } from '../../core/rules/measurements.ts';
import type { PeriodKind, ReportedAs } from '../../core/rules/progress.ts';
import type { Read } from '../read.ts';

/** Every figure that counts for these targets, by target: those on their way do not. */
export async function measuredFor(
  read: Read,
  targetIds: readonly string[],
  organisationId: string | null = null,
): Promise<Map<string, Measured[]>> {
  const byTarget = new Map<string, Measured[]>();
  if (targetIds.length === 0) return byTarget;
  const rows = await read
    .selectFrom('measurements')
    .select([
      'target_id as targetId',
      'organisation_id as organisationId',
      'period_kind as periodKind',
      'period_from as from',
      'period_until as until',
      'reported_as as reportedAs',
      'value',
      'numerator',
      'denominator',
      'estimated',
      'sample',
    ])
    .where('target_id', 'in', [...targetIds])
    .where('state', '=', 'approved')
    .where((row) => row.or([row('value', 'is not', null), row('numerator', 'is not', null)]))
    .$if(organisationId !== null, (query) => query.where('organisation_id', '=', organisationId ?? ''))
    .orderBy('period_until')
    .orderBy('organisation_id')
    .execute();
  for (const { targetId, ...row } of rows) {
    const measured = { ...row, periodKind: row.periodKind as PeriodKind, reportedAs: row.reportedAs as ReportedAs };
    const known = byTarget.get(targetId);
    if (known) known.push(measured);
    else byTarget.set(targetId, [measured]);
  }
  return byTarget;
}

/** Lý do điều chỉnh of a target's figures of one day, by unit; those that were never corrected are left out. */
export async function correctionsOn(read: Read, targetId: string, until: string): Promise<Map<string, string>> {
  const rows = await read
    .selectFrom('measurements')
    .select(['organisation_id as organisationId', 'correction_reason as reason'])
    .where('target_id', '=', targetId)
    .where('period_until', '=', until)
    .where('state', '=', 'approved')
    .where('correction_reason', 'is not', null)
    .execute();
  return new Map(rows.map(({ organisationId, reason }) => [organisationId, reason ?? '']));
}

/** How many figures stand under a target. */
export async function countMeasured(read: Read, targetId: string): Promise<number> {
  const { n } = await read
    .selectFrom('measurements')
    .select((row) => row.fn.countAll<string>().as('n'))
    .where('target_id', '=', targetId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** One figure as it is kept, in whatever state. */
export type KeptFigure = {
  id: string;
  version: number;
  targetId: string;
  organisationId: string;
  from: string;
  until: string;
  state: FigureState;
  enteredAs: EnteredAs;
  entered: string | null;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  estimated: boolean;
  note: string | null;
  saidBy: string | null;
  returnedReason: string | null;
  /** Why it took the place of an approved one. */
  correctionReason: string | null;
  at: string;
  byPost: string;
  approvedAt: string | null;
  earlier: number;
  /** Of the few named things, those that were ticked. */
  ticked: string[];
};

/**
 * All figures of these targets, of one unit or of all, oldest period first. `held`: two who write them take turns, always
 * in the same order.
 */
export async function keptFigures(
  read: Read,
  targetIds: readonly string[],
  organisationId: string | null = null,
  { held = false }: { held?: boolean } = {},
): Promise<KeptFigure[]> {
  if (targetIds.length === 0) return [];
  const rows = await read
    .selectFrom('measurements as m')
    .select([
      'm.id',
      'm.version',
      'm.target_id as targetId',
      'm.organisation_id as organisationId',
      'm.period_from as from',
      'm.period_until as until',
      'm.state',
      'm.entered_as as enteredAs',
      'm.entered_value as entered',
      'm.value',
      'm.numerator',
      'm.denominator',
      'm.estimated',
      'm.note',
      'm.said_by as saidBy',
      'm.returned_reason as returnedReason',
      'm.correction_reason as correctionReason',
      'm.reported_at as at',
      'm.reported_by_post as byPost',
      'm.approved_at as approvedAt',
    ])
    .select((row) =>
      row
        .selectFrom('measurement_versions as v')
        .select((inner) => inner.fn.countAll<string>().as('n'))
        .whereRef('v.measurement_id', '=', 'm.id')
        .as('earlier'),
    )
    .select(
      sql<string[] | null>`(SELECT array_agg(k.thing_id) FROM measurement_ticks k WHERE k.measurement_id = m.id)`.as(
        'ticked',
      ),
    )
    .where('m.target_id', 'in', [...targetIds])
    .$if(organisationId !== null, (query) => query.where('m.organisation_id', '=', organisationId ?? ''))
    .$if(held, (query) => query.orderBy('m.id').forUpdate('m'))
    .$if(!held, (query) => query.orderBy('m.period_until').orderBy('m.organisation_id'))
    .execute();
  if (held) rows.sort((a, b) => a.until.localeCompare(b.until));
  return rows.map((row) => ({
    ...row,
    state: row.state as FigureState,
    enteredAs: row.enteredAs as EnteredAs,
    earlier: Number(row.earlier ?? 0),
    ticked: row.ticked ?? [],
  }));
}

export const placeKey = (targetId: string, organisationId: string): string => `${targetId} ${organisationId}`;

/**
 * Cùng kỳ năm trước where last year was a movement of its own: the same launcher's, begun a year earlier, with a target of
 * the same indicator and unit. By {@link placeKey}; where two of them say two things, neither is taken.
 */
export async function yearAgoFigures(
  read: Read,
  targetIds: readonly string[],
  until: string,
): Promise<Map<string, string>> {
  if (targetIds.length === 0) return new Map();
  const { rows } = await sql<{ targetId: string; organisationId: string; value: string }>`
    SELECT t.id AS "targetId", m.organisation_id AS "organisationId", min(m.value) AS value
    FROM targets t
    JOIN movements tm ON tm.id = t.movement_id
    JOIN movements pm ON pm.organisation_id = tm.organisation_id AND pm.archived_at IS NULL
      AND (pm.period_from + interval '1 year')::date = tm.period_from
    JOIN targets p ON p.movement_id = pm.id AND p.indicator = t.indicator AND p.unit IS NOT DISTINCT FROM t.unit
      AND p.measure = t.measure AND p.change = t.change
    JOIN measurements m ON m.target_id = p.id AND m.period_until = ${addYears(until, -1)} AND m.state = 'approved'
      AND m.value IS NOT NULL
    WHERE t.id = ANY(${[...targetIds]}::uuid[])
    GROUP BY t.id, m.organisation_id HAVING count(DISTINCT m.value) = 1`.execute(read);
  return new Map(rows.map(({ targetId, organisationId, value }) => [placeKey(targetId, organisationId), value]));
}

export type ShareFacts = { targetId: string; organisationId: string; name: string; value: string | null };

/**
 * Who reports for these targets and with which share, in the order of the grid. With a unit, only it and the first two:
 * enough to tell whether a target is split at all, and among several.
 */
export function sharesOf(
  read: Read,
  targetIds: readonly string[],
  organisationId: string | null = null,
): Promise<ShareFacts[]> {
  if (targetIds.length === 0) return Promise.resolve([]);
  return read
    .selectFrom('target_shares as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .select(['s.target_id as targetId', 's.organisation_id as organisationId', 'o.name', 's.value'])
    .where('s.target_id', 'in', [...targetIds])
    .$if(organisationId !== null, (query) =>
      query.where((row) => row.or([row('s.organisation_id', '=', organisationId ?? ''), row('s.position', '<', 2)])),
    )
    .orderBy('s.position')
    .orderBy('o.name')
    .execute();
}

type AskedWhere = {
  movementIds: readonly string[];
  /** In SQL, of `u.organisation_id`: of which units it is asked. */
  units: RawBuilder<boolean>;
  today: string;
  /** Periods that ended before are left out. */
  since?: string;
};

/**
 * What should have come, and whether it did: a row for each target, unit and period that is over and not closed, with
 * the `state` of what was sent, null where nothing was. Whoever says that a figure is missing asks just this. A target
 * that was never split is reported by its launcher.
 */
export const askedByNow = ({ movementIds, units, today, since }: AskedWhere): RawBuilder<unknown> => sql`
  SELECT v.id AS movement_id, t.id AS target_id, t.indicator, t.domain, t.data_period AS kind, p.period_from, p.period_until,
    u.organisation_id, u.position, m.state
  FROM movements v JOIN targets t ON t.movement_id = v.id AND t.measure IS NOT NULL
    CROSS JOIN LATERAL target_days(v.kind, v.year, v.period_from, v.period_until, t.year_kind) AS d
    JOIN LATERAL (
      SELECT s.organisation_id, s.position FROM target_shares s WHERE s.target_id = t.id
      UNION ALL
      SELECT v.organisation_id, 0 WHERE NOT EXISTS (SELECT FROM target_shares s WHERE s.target_id = t.id)
    ) AS u ON ${units}
    JOIN LATERAL reporting_periods(t.data_period, d.days_from, d.days_until) AS p ON p.period_until <= ${today}
      ${since === undefined ? sql`` : sql`AND p.period_until >= ${since}`}
    LEFT JOIN measurements m ON m.target_id = t.id AND m.organisation_id = u.organisation_id
      AND m.period_from = p.period_from AND m.period_until = p.period_until AND m.state IN ('submitted', 'approved')
  WHERE v.id = ANY(${[...movementIds]}::uuid[]) AND NOT EXISTS (SELECT FROM closed_periods c WHERE c.movement_id = v.id
    AND c.period_from = p.period_from AND c.period_until = p.period_until AND c.reopened_at IS NULL)`;

export type PeriodShareFacts = { from: string; until: string; value: string };

/** What units were given for each month or quarter of these targets, by {@link placeKey}, the earliest first. */
export async function periodSharesOf(
  read: Read,
  targetIds: readonly string[],
  period: { from: string; until: string } | null = null,
): Promise<Map<string, PeriodShareFacts[]>> {
  const byPlace = new Map<string, PeriodShareFacts[]>();
  if (targetIds.length === 0) return byPlace;
  const rows = await read
    .selectFrom('target_period_shares')
    .select(['target_id as targetId', 'organisation_id as organisationId'])
    .select(['period_from as from', 'period_until as until', 'value'])
    .where('target_id', 'in', [...targetIds])
    .$if(period !== null, (query) =>
      query.where('period_from', '=', period?.from ?? '').where('period_until', '=', period?.until ?? ''),
    )
    .orderBy('period_from')
    .execute();
  for (const { targetId, organisationId, ...share } of rows) {
    const key = placeKey(targetId, organisationId);
    byPlace.set(key, [...(byPlace.get(key) ?? []), share]);
  }
  return byPlace;
}

export type ClosedPeriod = {
  from: string;
  until: string;
  closedAt: string;
  closedBy: string;
  reopenedAt: string | null;
  reopenedBy: string | null;
  reopenedReason: string | null;
  version: number;
};

/** Periods of a movement that were ever closed. */
export function closedPeriods(read: Read, movementId: string): Promise<ClosedPeriod[]> {
  return read
    .selectFrom('closed_periods')
    .select([
      'period_from as from',
      'period_until as until',
      'closed_at as closedAt',
      'closed_by_post as closedBy',
      'reopened_at as reopenedAt',
      'reopened_by_post as reopenedBy',
      'reopened_reason as reopenedReason',
      'version',
    ])
    .where('movement_id', '=', movementId)
    .execute();
}

/** How often a target was split, and why the shares do not add up; version 0 while it never was. */
export async function splitFacts(read: Read, targetId: string): Promise<{ version: number; reason: string | null }> {
  const found = await read
    .selectFrom('target_splits')
    .select(['version', 'reason'])
    .where('target_id', '=', targetId)
    .executeTakeFirst();
  return found ?? { version: 0, reason: null };
}
