/** What rules and other features need to know of organisations. */

import { type RawBuilder, sql } from 'kysely';
import { scopesOf } from '../../core/rules/access.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import type { LauncherFacts } from '../../core/rules/movements.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

/**
 * Ids of the organisations whose movements and documents a person reads (by `readOpened`: as far as they were opened to
 * supervision): as far as the right reaches, one's own
 * and all that ever stood above it, and what one's own came from, through however many mergers and splits. For use
 * inside `where column in (…)`.
 */
export function idsInSight(viewer: Viewer, right: 'read' | 'readOpened' = 'read'): RawBuilder<string> {
  if (scopesOf(right, viewer.roles).length === 0) return sql<string>`(SELECT NULL::uuid WHERE false)`;
  return sql<string>`(SELECT id FROM ${idsReached(viewer, right)} AS reached (id)
    UNION SELECT ancestor_id FROM organisation_closure WHERE descendant_id = ${viewer.organisationId}
    UNION SELECT id FROM (
      WITH RECURSIVE earlier (id) AS (
        SELECT predecessor_id FROM organisation_successions WHERE successor_id = ${viewer.organisationId}
        UNION SELECT s.predecessor_id FROM organisation_successions s JOIN earlier ON s.successor_id = earlier.id
      ) SELECT id FROM earlier) AS came (id))`;
}

/** Ids of one's own organisation and everything below it, now or ever. */
export function idsBelow(organisationId: string): RawBuilder<string> {
  return sql<string>`(SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${organisationId})`;
}

export type OrganisationFacts = LauncherFacts & { level: string; issuerName: string | null };

/** Those of the ids that are of the viewer's province, in the order asked for. */
export async function organisationFacts(
  read: Read,
  viewer: Pick<Viewer, 'provinceId'>,
  ids: readonly string[],
): Promise<OrganisationFacts[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('organisations')
    .select([
      'id',
      'name',
      'level',
      'issuer_name as issuerName',
      'valid_from as validFrom',
      'valid_until as validUntil',
    ])
    .where('id', 'in', [...ids])
    .where('province_id', '=', viewer.provinceId)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Everything above an organisation up to the province, itself left out, on a day. */
export async function idsAbove(read: Read, organisationId: string, on: string): Promise<string[]> {
  const rows = await read
    .selectFrom('organisation_closure')
    .select('ancestor_id as id')
    .where('descendant_id', '=', organisationId)
    .where('depth', '>', 0)
    .where('valid_from', '<=', on)
    .where('valid_until', '>', on)
    .orderBy('depth')
    .execute();
  return rows.map((row) => row.id);
}

/** True when the organisation is the viewer's own or stands below it. */
export async function isBelow(read: Read, viewer: Viewer, organisationId: string): Promise<boolean> {
  if (organisationId === viewer.organisationId) return true;
  const found = await read
    .selectFrom('organisation_closure')
    .select('depth')
    .where('ancestor_id', '=', viewer.organisationId)
    .where('descendant_id', '=', organisationId)
    .where('province_id', '=', viewer.provinceId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export type NamedOrganisation = { id: string; name: string; issuerName: string | null };

/** Living organisations of the province whose names a document may mention: above, own, and below the given one. */
export function organisationsAround(
  read: Read,
  viewer: Pick<Viewer, 'provinceId' | 'today'>,
  organisationId: string,
): Promise<NamedOrganisation[]> {
  return read
    .selectFrom('organisations as o')
    .select(['o.id', 'o.name', 'o.issuer_name as issuerName'])
    .where('o.province_id', '=', viewer.provinceId)
    .where((row) => row.or([row('o.valid_until', 'is', null), row('o.valid_until', '>', viewer.today)]))
    .where((row) =>
      row.or([
        row(
          'o.id',
          'in',
          sql<string>`(SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${organisationId})`,
        ),
        row(
          'o.id',
          'in',
          sql<string>`(SELECT ancestor_id FROM organisation_closure WHERE descendant_id = ${organisationId})`,
        ),
        row('o.level', 'in', ['province', 'commune']),
      ]),
    )
    .orderBy('o.id')
    .limit(5_000)
    .execute();
}

/** An organisation's own id and all that stand below it. */
export async function reachOf(read: Read, organisationId: string): Promise<Set<string>> {
  const rows = await read
    .selectFrom('organisation_closure')
    .select('descendant_id as id')
    .where('ancestor_id', '=', organisationId)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** The day it is in a province: the demo's fixed one, else the one of the calendar. */
export async function todayIn(read: Read, provinceId: string, now: string): Promise<string> {
  const found = await read
    .selectFrom('provinces')
    .select('fixed_today as fixed')
    .where('id', '=', provinceId)
    .executeTakeFirst();
  return found?.fixed ?? dayInVietnam(now);
}

/** Living organisations below one, in tree order as far as a flat list has one. */
export function unitsBelow(read: Read, organisationId: string, on: string): Promise<{ id: string; name: string }[]> {
  return read
    .selectFrom('organisation_closure as c')
    .innerJoin('organisations as o', 'o.id', 'c.descendant_id')
    .select(['o.id', 'o.name'])
    .where('c.ancestor_id', '=', organisationId)
    .where('c.depth', '>', 0)
    .where('c.valid_from', '<=', on)
    .where('c.valid_until', '>', on)
    .where('o.kind', 'not in', ['cluster', 'council'])
    .orderBy('c.depth')
    .orderBy('o.position')
    .orderBy('o.name')
    .limit(5_000)
    .execute();
}

/** Those of the ids that stand above an organisation, now or ever. */
export async function idsAmongAbove(
  read: Read,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await read
    .selectFrom('organisation_closure')
    .select('ancestor_id as id')
    .distinct()
    .where('descendant_id', '=', organisationId)
    .where('depth', '>', 0)
    .where('ancestor_id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Those of the ids that are an organisation or stand below it, now or ever. */
export async function idsAmongBelow(
  read: Read,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await read
    .selectFrom('organisation_closure')
    .select('descendant_id as id')
    .where('ancestor_id', '=', organisationId)
    .where('descendant_id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}
