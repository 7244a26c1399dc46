import { sql } from 'kysely';
import type { z } from 'zod';
import {
  type findTargets,
  type listTargets,
  MOST_FOUND_TARGETS,
  type TargetView,
  type VerdictCounts,
} from '../../contract/movements.ts';
import type { DatedFigure } from '../../core/rules/forecast.ts';
import type { Measured, MeasuredMovement, OwnCounting, Standing } from '../../core/rules/measurements.ts';
import { type GivenVerdict, type PeriodKind, VERDICTS, type Verdict } from '../../core/rules/progress.ts';
import type { PlanLevel, YearKind } from '../../core/rules/target-details.ts';
import { type UnitJudging, unitStandingOf } from '../../core/rules/unit-standing.ts';
import { foldedWords } from '../../core/text/search.ts';
import { measuredFor } from '../measurements/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { countedFigures, judgingOf, lastYearAsked, lastYearFigures } from '../rollups/facts.ts';
import { domainOf, FIGURE_COLUMNS, figureOf, ORIGIN_COLUMNS, originOf } from './columns.ts';
import { launcherIds, movementFacts, movementInSight } from './facts.ts';
import { mayEdit } from './rights.ts';
import { adjustmentsOf, type KeptAdjustment, namesMissing, unitsAskedFor } from './target-detail-facts.ts';

export type TargetOut = z.input<typeof TargetView>;
type Counts = z.input<typeof VerdictCounts>;

type Row = Awaited<ReturnType<typeof targetRows>>[number];

function targetRows(read: Read, where: { movementIds?: readonly string[]; targetId?: string }) {
  return read
    .selectFrom('targets')
    .leftJoin('organisations as lead', 'lead.id', 'targets.lead_organisation_id')
    .select([
      'targets.id',
      'targets.movement_id as movementId',
      'targets.version',
      'targets.position',
      'targets.part_of_id as partOf',
      'targets.name',
      'targets.indicator',
      'targets.domain',
      'targets.scope',
      'targets.due_on as dueOn',
      'targets.owner',
      'targets.data_period as dataPeriod',
      'targets.verdict_given as verdictGiven',
      'targets.verdict_rating as verdictRating',
      'targets.verdict_text as verdictText',
      'targets.plan_level as planLevel',
      'targets.year_kind as yearKind',
      'lead.id as leadId',
      'lead.name as leadName',
    ])
    .select((row) =>
      row
        .selectFrom('indicator_changes as own')
        .select('own.own')
        .whereRef('own.province_id', '=', 'targets.province_id')
        .whereRef('own.code', '=', 'targets.indicator')
        .as('ownIndicator'),
    )
    .select(FIGURE_COLUMNS.map((column) => `targets.${column}` as const))
    .select(ORIGIN_COLUMNS.map((column) => `targets.${column}` as const))
    .$if(where.movementIds !== undefined, (query) =>
      query.where('targets.movement_id', 'in', [...(where.movementIds ?? [])]),
    )
    .$if(where.targetId !== undefined, (query) => query.where('targets.id', '=', where.targetId ?? ''))
    .orderBy('targets.movement_id')
    .orderBy('targets.position')
    .orderBy('targets.id')
    .execute();
}

type Judging = {
  judging: UnitJudging;
  measured: ReadonlyMap<string, readonly Measured[]>;
  lastYear: ReadonlyMap<string, readonly DatedFigure[]>;
  adjustments: ReadonlyMap<string, readonly KeptAdjustment[]>;
  askedIds: ReadonlyMap<string, readonly string[]>;
};

const judgedTarget = (row: Row, adjustments: Judging['adjustments']) => ({
  indicator: row.indicator,
  ownIndicator: row.ownIndicator as OwnCounting | null,
  figure: figureOf(row),
  yearKind: row.yearKind as YearKind,
  dataPeriod: row.dataPeriod as PeriodKind,
  verdictGiven: row.verdictGiven as GivenVerdict | null,
  adjustments: adjustments.get(row.id) ?? [],
});

/** Everything by which these targets are judged, asked for all of them at once. */
async function judgedBy(
  read: Read,
  viewer: Viewer,
  rows: readonly Row[],
  movementOf: (row: Row) => MeasuredMovement | undefined,
): Promise<Judging> {
  const ids = rows.map(({ id }) => id);
  const adjustments = await adjustmentsOf(read, ids);
  const targets = rows.flatMap((row) => {
    const movement = movementOf(row);
    return movement ? [{ ...judgedTarget(row, adjustments), id: row.id, name: row.name, movement }] : [];
  });
  const measured = await countedFigures(read, viewer, targets, await measuredFor(read, ids));
  const asked = targets.flatMap((one) => lastYearAsked(one.id, one, one.movement, measured.get(one.id) ?? []));
  const lastYear = await lastYearFigures(read, asked);
  const askedIds = await unitsAskedFor(read, ids);
  return { judging: await judgingOf(read, viewer), measured, lastYear, adjustments, askedIds };
}

function standing(row: Row, movement: MeasuredMovement, judged: Judging) {
  const { judging, measured, lastYear, adjustments, askedIds } = judged;
  const target = { ...judgedTarget(row, adjustments), askedIds: askedIds.get(row.id) ?? [] };
  return unitStandingOf(target, movement, measured.get(row.id) ?? [], judging, lastYear.get(row.id));
}

function targetOut(row: Row, progress: Standing, judging: Judging, missing: readonly string[]): TargetOut {
  const adjusted = judging.adjustments.get(row.id)?.at(-1);
  return {
    id: row.id,
    version: row.version,
    position: row.position,
    partOf: row.partOf,
    name: row.name,
    indicator: row.indicator,
    domain: domainOf(row.domain),
    figure: figureOf(row),
    scope: row.scope,
    dueOn: row.dueOn,
    owner: row.owner,
    leadOrganisation: row.leadId !== null && row.leadName !== null ? { id: row.leadId, name: row.leadName } : null,
    origin: originOf(row),
    progress,
    planLevel: row.planLevel as PlanLevel | null,
    adjustedBy: adjusted
      ? { resolution: adjusted.resolution, resolutionOn: adjusted.resolutionOn, inForceOn: adjusted.inForceOn }
      : null,
    missingNames: [...missing],
    verdictRating: row.verdictRating,
    verdictText: row.verdictText,
  };
}

/** Targets of a movement in reading order, each with where it stands. */
export async function viewTargets(
  read: Read,
  viewer: Viewer,
  { movementId }: { movementId: string },
): Promise<z.input<(typeof listTargets)['output']>> {
  const movement = await movementFacts(read, viewer, movementId);
  return {
    targets: await targetsOf(read, viewer, movement),
    mayEdit: await mayEdit(read, viewer, 'reviseTarget', movement),
  };
}

/** Targets by words of their name, in movements that are in sight and not archived. None for no word at all. */
export async function viewFoundTargets(
  read: Read,
  viewer: Viewer,
  { q, limit }: z.infer<(typeof findTargets)['input']>,
): Promise<z.input<(typeof findTargets)['output']>> {
  const words = foldedWords(q).slice(0, 10);
  if (words.length === 0) return { targets: [] };
  const held = sql.join(
    words.map((word) => sql`fold(t.name) LIKE ${`%${word}%`}`),
    sql` AND `,
  );
  const { rows } = await sql<FoundTarget>`
    SELECT t.id, t.name, m.id AS "movementId", m.title, m.year, o.id AS "organisationId", o.name AS "organisationName"
    FROM targets t JOIN movements m ON m.id = t.movement_id JOIN organisations o ON o.id = m.organisation_id
    WHERE t.province_id = ${viewer.provinceId} AND m.archived_at IS NULL AND ${held} AND ${movementInSight(viewer)}
    ORDER BY m.year DESC, m.created_at DESC, t.position, t.id LIMIT ${limit ?? MOST_FOUND_TARGETS}`.execute(read);
  return {
    targets: rows.map(({ id, name, movementId, title, year, organisationId, organisationName }) => ({
      id,
      name,
      movement: { id: movementId, title, year, organisation: { id: organisationId, name: organisationName } },
    })),
  };
}

type FoundTarget = {
  id: string;
  name: string;
  movementId: string;
  title: string;
  year: number;
  organisationId: string;
  organisationName: string;
};

type Launched = {
  id: string;
  kind: MeasuredMovement['kind'];
  organisationId: string;
  jointIds: string[];
  period: MeasuredMovement['period'];
  year: number;
};

const measuredMovement = (movement: Launched): MeasuredMovement => ({
  kind: movement.kind,
  period: movement.period,
  year: movement.year,
  launcherIds: launcherIds(movement),
});

export async function targetsOf(read: Read, viewer: Viewer, movement: Launched): Promise<TargetOut[]> {
  const rows = await targetRows(read, { movementIds: [movement.id] });
  const launched = measuredMovement(movement);
  const judging = await judgedBy(read, viewer, rows, () => launched);
  const missing = await namesMissing(
    read,
    rows.map((row) => row.id),
    viewer.today,
  );
  return rows.map((row) => {
    const progress = standing(row, launched, judging);
    return targetOut(row, progress, judging, missing.get(row.id) ?? []);
  });
}

/** One target as the lists show it. */
export async function viewTarget(read: Read, viewer: Viewer, targetId: string): Promise<TargetOut> {
  const rows = await targetRows(read, { targetId });
  const [row] = rows;
  if (!row) throw notFound();
  const movement = await movementFacts(read, viewer, row.movementId);
  const launched = measuredMovement(movement);
  const judging = await judgedBy(read, viewer, rows, () => launched);
  const missing = await namesMissing(read, [targetId], viewer.today);
  const progress = standing(row, launched, judging);
  return targetOut(row, progress, judging, missing.get(targetId) ?? []);
}

export function countVerdicts(verdicts: readonly Verdict[]): Counts {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Counts;
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

/** A target with whose it is and where it stands. */
export type StandingTarget = {
  id: string;
  name: string;
  owner: string | null;
  /** The organisation it was given to. */
  leadId: string | null;
  progress: Standing;
};

/** Where all targets of several movements stand, by movement, in reading order. */
export async function standingsOf(
  read: Read,
  viewer: Viewer,
  movements: readonly Launched[],
): Promise<Map<string, StandingTarget[]>> {
  if (movements.length === 0) return new Map();
  const rows = await targetRows(read, { movementIds: movements.map((movement) => movement.id) });
  const byId = new Map(
    movements.map((one) => [one.id, { movement: measuredMovement(one), targets: [] as StandingTarget[] }]),
  );
  const judging = await judgedBy(read, viewer, rows, ({ movementId }) => byId.get(movementId)?.movement);
  for (const row of rows) {
    const of = byId.get(row.movementId);
    if (!of) continue;
    const progress = standing(row, of.movement, judging);
    const { id, name, leadId } = row;
    of.targets.push({ id, name, leadId, owner: row.leadName ?? row.owner, progress });
  }
  return new Map([...byId].map(([id, { targets }]) => [id, targets]));
}
