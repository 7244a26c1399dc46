/** What the rules of the tree need to know before they say yes or no. */

import { sql } from 'kysely';
import type { UnitFacts } from '../../core/rules/organisation-acts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';

type Province = Pick<Viewer, 'provinceId'>;

/** An organisation with what may be changed of it. */
export type Unit = UnitFacts & { issuerName: string | null; code: string | null; version: number };

/** The organisations of these ids in the order asked for; throws `not-found` when one is not of the province. */
export async function unitsOf(read: Read, { provinceId }: Province, ids: readonly string[]): Promise<Unit[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Unit>`
    SELECT o.id, o.name, o.issuer_name AS "issuerName", o.code, o.version, o.kind, o.level, o.parent_id AS "parentId",
      o.valid_from AS "validFrom", o.valid_until AS "validUntil",
      (SELECT max(valid_until) FROM organisation_versions WHERE organisation_id = o.id) AS "namedSince",
      (SELECT nullif(max(valid_from), '-infinity') FROM organisation_closure WHERE descendant_id = o.id AND depth = 1) AS "placedSince",
      below."joinedOn", below."leftOn", below."openChildren"
    FROM organisations o, LATERAL (
      SELECT nullif(max(valid_from), '-infinity') AS "joinedOn",
        max(valid_until) FILTER (WHERE valid_until < 'infinity') AS "leftOn",
        count(*) FILTER (WHERE valid_until = 'infinity')::int AS "openChildren"
      FROM organisation_closure WHERE ancestor_id = o.id AND depth = 1
    ) AS below
    WHERE o.province_id = ${provinceId} AND o.id = ANY(${[...ids]}::uuid[])`.execute(read);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const unit = byId.get(id);
    if (!unit) throw notFound();
    return unit;
  });
}

/** As {@link unitsOf}, for one. */
export async function unitOf(read: Read, person: Province, id: string): Promise<Unit> {
  const [unit] = await unitsOf(read, person, [id]);
  if (!unit) throw notFound();
  return unit;
}

/** Names of those that stand under a parent on a day or later, `except` left out. */
export async function namesUnder(
  read: Read,
  { parentId, on, except }: { parentId: string | null; on: string; except: readonly string[] },
): Promise<string[]> {
  if (parentId === null) return [];
  const rows = await read
    .selectFrom('organisation_closure as c')
    .innerJoin('organisations as o', 'o.id', 'c.descendant_id')
    .select('o.name')
    .where('c.ancestor_id', '=', parentId)
    .where('c.depth', '=', 1)
    .where('c.valid_until', '>', on)
    .$if(except.length > 0, (query) => query.where('o.id', 'not in', [...except]))
    .execute();
  return rows.map(({ name }) => name);
}

/** Name of the living organisation that carries a code; null where none does. */
export async function codeTakenBy(
  read: Read,
  { provinceId }: Province,
  code: string | null,
  except: readonly string[] = [],
): Promise<string | null> {
  if (code === null) return null;
  const found = await read
    .selectFrom('organisations')
    .select('name')
    .where('province_id', '=', provinceId)
    .where('code', '=', code)
    .where('valid_until', 'is', null)
    .$if(except.length > 0, (query) => query.where('id', 'not in', [...except]))
    .executeTakeFirst();
  return found?.name ?? null;
}

/** Whether `id` is `top` or stands below it on a day or later. */
export async function isBelowSince(
  read: Read,
  { top, id, on }: { top: string; id: string; on: string },
): Promise<boolean> {
  const found = await read
    .selectFrom('organisation_closure')
    .select('depth')
    .where('ancestor_id', '=', top)
    .where('descendant_id', '=', id)
    .where('valid_until', '>', on)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Those of the ids that stand above another of them on a day or later. */
export async function aboveEachOther(read: Read, ids: readonly string[], on: string): Promise<string[]> {
  const rows = await read
    .selectFrom('organisation_closure')
    .select('ancestor_id as id')
    .distinct()
    .where('ancestor_id', 'in', [...ids])
    .where('descendant_id', 'in', [...ids])
    .where('depth', '>', 0)
    .where('valid_until', '>', on)
    .execute();
  return rows.map(({ id }) => id);
}

export type Child = { id: string; name: string; level: Unit['level']; parentId: string };

/** Those that stand under any of these now. */
export async function childrenOf(read: Read, parentIds: readonly string[]): Promise<Child[]> {
  if (parentIds.length === 0) return [];
  const { rows } = await sql<Child>`
    SELECT o.id, o.name, o.level, c.ancestor_id AS "parentId"
    FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
    WHERE c.ancestor_id = ANY(${[...parentIds]}::uuid[]) AND c.depth = 1 AND c.valid_until = 'infinity'
    ORDER BY o.position, o.name`.execute(read);
  return rows;
}
