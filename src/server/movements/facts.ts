/** What rules and other features need to know of movements. */

import { type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { scopesOf } from '../../core/rules/access.ts';
import type { Period } from '../../core/rules/calendar.ts';
import type { EnteredAs } from '../../core/rules/figure-series.ts';
import type { OwnCounting } from '../../core/rules/measurements.ts';
import type { MovementKind, MovementSource } from '../../core/rules/movements.ts';
import type { PeriodKind } from '../../core/rules/progress.ts';
import type { NamedThing, YearKind } from '../../core/rules/target-details.ts';
import type { GoalFigure } from '../../core/rules/targets.ts';
import { idsInSight } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { FIGURE_COLUMNS, figureOf } from './columns.ts';
import { adjustmentsOf, type KeptAdjustment, thingsOf } from './target-detail-facts.ts';

export type MovementFacts = {
  id: string;
  version: number;
  title: string;
  theme: string | null;
  kind: MovementKind;
  year: number;
  period: Period;
  organisationId: string;
  organisationName: string;
  jointIds: string[];
  jointNames: string[];
  number: string | null;
  symbol: string | null;
  numberSymbol: string | null;
  issuedOn: string | null;
  place: string | null;
  source: MovementSource;
  copiedFromId: string | null;
  archivedAt: string | null;
  archivedBy: string | null;
  archiveReason: string | null;
  openedAt: string | null;
  openedBy: string | null;
  createdAt: string;
  createdBy: string;
  editedByHand: boolean;
  sample: boolean;
};

/** Whether one of these organisations launched the movement `m`, alone or with others. */
export const launchedBy = (ids: RawBuilder<string>): RawBuilder<boolean> =>
  sql<boolean>`(m.organisation_id IN ${ids} OR EXISTS (SELECT FROM movement_joint_launchers j WHERE j.movement_id = m.id AND j.organisation_id IN ${ids}))`;

/** How many organisations have answered a movement in any way, whoever looks. */
export const answeredBy = (movementId: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(SELECT count(*)::int FROM movement_responses r WHERE r.answered_id = ${movementId})`;

/** Whether the viewer may read the movement `m`: by the right to read, or because it is open to supervision. */
export function movementInSight(viewer: Viewer): RawBuilder<boolean> {
  const read = launchedBy(idsInSight(viewer));
  if (scopesOf('readOpened', viewer.roles).length === 0) return read;
  return sql<boolean>`(${read} OR (m.opened_at IS NOT NULL AND ${launchedBy(idsInSight(viewer, 'readOpened'))}))`;
}

/**
 * A movement the viewer may read, with its launchers. Throws `not-found` for any other. `held`: whoever wants it for
 * himself alone waits until this transaction has ended.
 */
export async function movementFacts(
  read: Read,
  viewer: Viewer,
  movementId: string,
  { held = false }: { held?: boolean } = {},
): Promise<MovementFacts> {
  const found = await read
    .selectFrom('movements as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .select([
      'm.id',
      'm.version',
      'm.title',
      'm.theme',
      'm.kind',
      'm.year',
      'm.period_from as from',
      'm.period_until as until',
      'm.organisation_id as organisationId',
      'o.name as organisationName',
      'm.number',
      'm.symbol',
      'm.number_symbol as numberSymbol',
      'm.issued_on as issuedOn',
      'm.place',
      'm.source',
      'm.copied_from_id as copiedFromId',
      'm.archived_at as archivedAt',
      'm.archived_by as archivedBy',
      'm.archive_reason as archiveReason',
      'm.opened_at as openedAt',
      'm.opened_by as openedBy',
      'm.created_at as createdAt',
      'm.created_by_post as createdBy',
      'm.edited_by_hand as editedByHand',
      'm.sample',
    ])
    .select((row) =>
      jsonArrayFrom(
        row
          .selectFrom('movement_joint_launchers as j')
          .innerJoin('organisations as also', 'also.id', 'j.organisation_id')
          .select(['also.id', 'also.name'])
          .whereRef('j.movement_id', '=', 'm.id')
          .orderBy('j.position'),
      ).as('joint'),
    )
    .where('m.id', '=', movementId)
    .where('m.province_id', '=', viewer.provinceId)
    .where(movementInSight(viewer))
    .$if(held, (query) => query.forShare('m'))
    .executeTakeFirst();
  if (!found) throw notFound();
  const { from, until, joint, ...rest } = found;
  return {
    ...rest,
    kind: found.kind as MovementKind,
    source: found.source as MovementSource,
    period: { from, until },
    jointIds: joint.map((one) => one.id),
    jointNames: joint.map((one) => one.name),
  };
}

/** A movement that is not put away, for whoever holds a link into it; undefined for any other. */
export async function movementForLink(read: Read, provinceId: string, movementId: string) {
  const found = await read
    .selectFrom('movements as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.title', 'm.kind', 'm.year', 'm.period_from as from', 'm.period_until as until'])
    .select(['m.organisation_id as organisationId', 'o.name as organisationName'])
    .where('m.id', '=', movementId)
    .where('m.province_id', '=', provinceId)
    .where('m.archived_at', 'is', null)
    .executeTakeFirst();
  if (!found) return undefined;
  const { from, until, ...rest } = found;
  return { ...rest, kind: found.kind as MovementKind, period: { from, until } };
}

export const launcherIds = (movement: Pick<MovementFacts, 'organisationId' | 'jointIds'>): string[] => [
  movement.organisationId,
  ...movement.jointIds,
];

/** Another movement of the launcher with the same number in the same year, archived ones left out. */
export async function numberTakenBy(
  read: Read,
  wanted: { organisationId: string; year: number; numberSymbol: string | null; exceptId: string | null },
): Promise<{ title: string; numberSymbol: string } | null> {
  const { numberSymbol } = wanted;
  if (numberSymbol === null) return null;
  const found = await read
    .selectFrom('movements')
    .select(['title'])
    .where('organisation_id', '=', wanted.organisationId)
    .where('year', '=', wanted.year)
    .where('number_symbol', '=', numberSymbol)
    .where('archived_at', 'is', null)
    .$if(wanted.exceptId !== null, (query) => query.where('id', '!=', wanted.exceptId ?? ''))
    .limit(1)
    .executeTakeFirst();
  return found ? { title: found.title, numberSymbol } : null;
}

/** Living movements of the superiors of an organisation, which a document of its may answer, newest first. */
export function answerableMovements(read: Read, organisationId: string) {
  return read
    .selectFrom('movements as m')
    .select(['m.id', 'm.title', 'm.number_symbol as numberSymbol', 'm.issued_on as issuedOn'])
    .select(
      sql<boolean>`EXISTS (SELECT FROM movement_responses r WHERE r.answered_id = m.id AND r.organisation_id = ${organisationId})`.as(
        'answered',
      ),
    )
    .where(
      'm.organisation_id',
      'in',
      sql<string>`(SELECT ancestor_id FROM organisation_closure WHERE descendant_id = ${organisationId} AND depth > 0)`,
    )
    .where('m.archived_at', 'is', null)
    .orderBy('m.year', 'desc')
    .orderBy('m.created_at', 'desc')
    .limit(500)
    .execute();
}

/** The newest movement made from or brought up to date by each of these documents. */
export async function movementsOfDocuments(
  read: Read,
  viewer: Viewer,
  documentIds: readonly string[],
): Promise<Map<string, { id: string; title: string }>> {
  if (documentIds.length === 0) return new Map();
  const rows = await read
    .selectFrom('movement_documents as d')
    .innerJoin('movements as m', 'm.id', 'd.movement_id')
    .select(['d.document_id as documentId', 'm.id', 'm.title'])
    .where('d.document_id', 'in', [...documentIds])
    .where(movementInSight(viewer))
    .orderBy('m.created_at')
    .execute();
  return new Map(rows.map(({ documentId, id, title }) => [documentId, { id, title }]));
}

/** A target as those need it who report for it, split it or approve its figures. */
export type FigureTarget = {
  id: string;
  movementId: string;
  name: string;
  domain: string | null;
  indicator: string | null;
  ownIndicator: OwnCounting | null;
  figure: GoalFigure | null;
  dataPeriod: PeriodKind;
  enteredAs: EnteredAs;
  dataSource: string | null;
  leadOrganisationId: string | null;
  yearKind: YearKind;
  /** In the order of their days. */
  adjustments: KeptAdjustment[];
  /** The few named things it counts; empty for all others. */
  things: NamedThing[];
};

/** Targets of a movement in reading order, one of them, or any. */
export async function figureTargets(
  read: Read,
  where: { movementId: string } | { targetId: string } | { targetIds: readonly string[] },
): Promise<FigureTarget[]> {
  const [column, ids] =
    'movementId' in where
      ? (['movement_id', [where.movementId]] as const)
      : (['id', 'targetId' in where ? [where.targetId] : where.targetIds] as const);
  const rows = await read
    .selectFrom('targets')
    .select(['id', 'movement_id as movementId', 'name', 'domain', 'indicator', 'data_period', 'entered_as'])
    .select(['data_source as dataSource', 'lead_organisation_id as leadOrganisationId', 'year_kind as yearKind'])
    .select((row) =>
      row
        .selectFrom('indicator_changes as own')
        .select('own.own')
        .whereRef('own.province_id', '=', 'targets.province_id')
        .whereRef('own.code', '=', 'targets.indicator')
        .as('ownIndicator'),
    )
    .select([...FIGURE_COLUMNS])
    .select((row) => [
      row.exists(row.selectFrom('target_adjustments as a').whereRef('a.target_id', '=', 'targets.id')).as('adjusted'),
      row.exists(row.selectFrom('target_things as t').whereRef('t.target_id', '=', 'targets.id')).as('listed'),
    ])
    .where(column, '=', sql<string>`ANY(${[...ids]}::uuid[])`)
    .orderBy('position')
    .orderBy('id')
    .execute();
  // Most targets have neither, and then nothing more is asked.
  const idsOf = (wanted: 'adjusted' | 'listed') => rows.filter((row) => row[wanted]).map(({ id }) => id);
  const adjustments = await adjustmentsOf(read, idsOf('adjusted'));
  const things = await thingsOf(read, idsOf('listed'));
  return rows.map((row) => ({
    id: row.id,
    movementId: row.movementId,
    name: row.name,
    domain: row.domain,
    indicator: row.indicator,
    ownIndicator: row.ownIndicator as OwnCounting | null,
    figure: figureOf(row),
    dataPeriod: row.data_period as PeriodKind,
    enteredAs: row.entered_as as EnteredAs,
    dataSource: row.dataSource,
    leadOrganisationId: row.leadOrganisationId,
    yearKind: row.yearKind as YearKind,
    adjustments: adjustments.get(row.id) ?? [],
    things: things.get(row.id) ?? [],
  }));
}
