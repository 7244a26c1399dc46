/** Khó khăn, kiến nghị as people see them: their own place's and those of all below it. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { listObstacles, Obstacle, ObstacleFilters } from '../../contract/obstacles.ts';
import { scopesOf } from '../../core/rules/access.ts';
import type { DomainCode } from '../../core/rules/indicators.ts';
import { kindOfPeriod, OBSTACLE_LIMITS } from '../../core/rules/obstacles.ts';
import { matchesSearch } from '../../core/text/search.ts';
import { idsAmongBelow } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { endsOf, type ObstacleRow, obstacleRows, originsOf } from './facts.ts';

export type ObstacleOut = z.input<typeof Obstacle>;
type Filters = z.input<typeof ObstacleFilters>;

/** Searched through, of which at most {@link OBSTACLE_LIMITS.listed} are shown. */
const MOST_SEARCHED = 5_000;

const inReach = (viewer: Viewer) => sql<boolean>`b.organisation_id IN ${idsReached(viewer, 'read')}`;

/** One of them, for whoever may see it. Throws `not-found`. */
export async function obstacleInReach(read: Read, viewer: Viewer, id: string): Promise<ObstacleRow> {
  const [row] = await obstacleRows(read, sql<boolean>`b.id = ${id} AND ${inReach(viewer)}`, 1);
  if (!row) throw notFound();
  return row;
}

export async function viewObstacle(read: Read, viewer: Viewer, id: string): Promise<ObstacleOut> {
  const [shown] = await toShown(read, viewer, [await obstacleInReach(read, viewer, id)]);
  if (!shown) throw notFound();
  return shown;
}

/** Those in reach, with what was filtered by. */
export async function viewObstacles(
  read: Read,
  viewer: Viewer,
  filters: Filters,
): Promise<z.input<(typeof listObstacles)['output']>> {
  const parts = conditions(viewer, filters);
  const rows = await obstacleRows(read, sql<boolean>`${sql.join(parts, sql` AND `)}`, MOST_SEARCHED);
  const { q, domain } = filters;
  const found = rows.filter(
    (row) =>
      q === undefined ||
      matchesSearch([row.obstacle, row.cause, row.recommendation, row.organisationName, row.answer].join(' '), q),
  );
  const shown = found.filter((row) => domain === undefined || (row.domain ?? 'none') === domain);
  const movements = new Map(rows.map((row) => [row.movementId, row.movementTitle]));
  return {
    obstacles: await toShown(read, viewer, shown.slice(0, OBSTACLE_LIMITS.listed)),
    all: shown.length,
    domains: domainsOf(found),
    movements: [...movements].slice(0, 200).map(([id, title]) => ({ id, title })),
  };
}

function conditions(viewer: Viewer, filters: Filters): RawBuilder<boolean>[] {
  const parts = [inReach(viewer), sql<boolean>`b.withdrawn_at IS NULL`];
  const { whose, state, movementId, from, until } = filters;
  if (whose === 'to-us')
    parts.push(sql<boolean>`b.to_organisation_id = ${viewer.organisationId} AND b.merged_into_id IS NULL`);
  if (whose === 'ours') parts.push(sql<boolean>`b.organisation_id = ${viewer.organisationId}`);
  if (state !== undefined) parts.push(sql<boolean>`b.state = ${state} AND b.merged_into_id IS NULL`);
  if (movementId !== undefined) parts.push(sql<boolean>`b.movement_id = ${movementId}`);
  if (from !== undefined) parts.push(sql<boolean>`b.period_until >= ${from}`);
  if (until !== undefined) parts.push(sql<boolean>`b.period_from <= ${until}`);
  return parts;
}

type Domain = { domain: DomainCode | null; all: number; open: number };

function domainsOf(rows: readonly ObstacleRow[]): Domain[] {
  const found = new Map<string | null, Domain>();
  for (const { domain, state, answer, mergedIntoId } of rows) {
    const known = found.get(domain) ?? { domain: domain as DomainCode | null, all: 0, open: 0 };
    known.all += 1;
    // Something was said to it, though it is not solved yet: it does not wait for a word.
    if (mergedIntoId === null && answer === null && (state === 'open' || state === 'in-hand')) known.open += 1;
    found.set(domain, known);
  }
  return [...found.values()];
}

async function toShown(read: Read, viewer: Viewer, rows: readonly ObstacleRow[]): Promise<ObstacleOut[]> {
  const ids = rows.map(({ id }) => id);
  const ends = await endsOf(read, ids);
  const origins = await originsOf(read, ids);
  const places = [...new Set(rows.flatMap(({ organisationId, toId }) => [organisationId, toId]))];
  const below = await idsAmongBelow(read, viewer.organisationId, places);
  const reaches = (scopes: readonly string[], id: string) =>
    scopes.length > 0 && (id === viewer.organisationId || (scopes.includes('subtree') && below.has(id)));
  const can = {
    save: scopesOf('saveObstacle', viewer.roles),
    merge: scopesOf('mergeObstacles', viewer.roles),
    answer: scopesOf('answerObstacle', viewer.roles),
    pass: scopesOf('passObstacle', viewer.roles),
  };
  return rows.map((row) => {
    const { id, toId, organisationId, state } = row;
    const free = row.mergedIntoId === null && row.withdrawnAt === null;
    const unsolved = free && state !== 'resolved';
    return {
      ...said(row),
      answer: answerOf(ends.get(id) ?? row),
      of: origins.get(id)?.names ?? [],
      ofCount: origins.get(id)?.count ?? 0,
      mayChange: free && state === 'open' && reaches(can.save, organisationId),
      mayMerge: unsolved && reaches(can.merge, toId),
      mayAnswer: free && reaches(can.answer, toId),
      mayPass: unsolved && reaches(can.pass, toId),
      mayTakeBack: unsolved && state === 'open' && toId !== organisationId && passedBy(viewer, can.pass, row, below),
    };
  });
}

/** Passed on by somebody in reach to a place that is not: those in reach may have it back. */
const passedBy = (viewer: Viewer, scopes: readonly string[], row: ObstacleRow, below: ReadonlySet<string>): boolean =>
  scopes.includes('subtree') &&
  row.toId !== viewer.organisationId &&
  !below.has(row.toId) &&
  (row.organisationId === viewer.organisationId || below.has(row.organisationId));

function said(row: ObstacleRow) {
  const { from, until } = row;
  return {
    id: row.id,
    version: row.version,
    movement: { id: row.movementId, title: row.movementTitle },
    organisation: { id: row.organisationId, name: row.organisationName },
    period: { kind: kindOfPeriod({ from, until }), from, until },
    domain: row.domain as DomainCode | null,
    obstacle: row.obstacle,
    cause: row.cause,
    recommendation: row.recommendation,
    saidBy: row.saidBy,
    byLink: row.byLink,
    at: row.at,
    byPost: row.byPost,
    merged: row.mergedIntoId !== null,
    withdrawn: row.withdrawnAt !== null,
  };
}

export const answerOf = (row: ObstacleRow): ObstacleOut['answer'] => ({
  state: row.state,
  owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? '' },
  answer: row.answer,
  at: row.answeredAt,
  byPost: row.answeredByPost,
  to: { id: row.toId, name: row.toName },
});
