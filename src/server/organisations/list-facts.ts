/** All organisations that a list is compared with or made of. */

import { sql } from 'kysely';
import type { KnownUnit } from '../../core/rules/organisation-import.ts';
import type { ListedOrganisation } from '../../core/writer/organisation-sheet.ts';
import type { Read, Viewer } from '../read.ts';
import { coveringOn, dayOf, heldOn, wordsAre } from './days.ts';

/** Those that live and stand below the viewer's own organisation, it included, and those above it, which rows may name. */
export async function knownUnits(read: Read, viewer: Viewer): Promise<{ known: KnownUnit[]; above: Set<string> }> {
  const { rows } = await sql<KnownUnit & { above: boolean }>`
    WITH reached AS (
      SELECT descendant_id AS id, false AS above FROM organisation_closure
      WHERE ancestor_id = ${viewer.organisationId} AND valid_from <= ${viewer.today} AND valid_until > ${viewer.today}
      UNION ALL
      SELECT ancestor_id, true FROM organisation_closure
      WHERE descendant_id = ${viewer.organisationId} AND depth > 0 AND valid_from <= ${viewer.today} AND valid_until > ${viewer.today}
    ), parents AS (
      SELECT descendant_id AS id, nullif(max(valid_from), '-infinity') AS since FROM organisation_closure
      WHERE depth = 1 AND province_id = ${viewer.provinceId} GROUP BY descendant_id
    ), children AS (
      SELECT ancestor_id AS id, nullif(max(valid_from), '-infinity') AS joined,
        max(valid_until) FILTER (WHERE valid_until < 'infinity') AS "left", count(*) FILTER (WHERE valid_until = 'infinity')::int AS open
      FROM organisation_closure WHERE depth = 1 AND province_id = ${viewer.provinceId} GROUP BY ancestor_id
    ), names AS (
      SELECT organisation_id AS id, max(valid_until) AS since FROM organisation_versions GROUP BY organisation_id
    )
    SELECT o.id, o.name, o.issuer_name AS "issuerName", o.code, o.kind, o.level, o.parent_id AS "parentId",
      o.valid_from AS "validFrom", o.valid_until AS "validUntil", names.since AS "namedSince", parents.since AS "placedSince",
      children.joined AS "joinedOn", children."left" AS "leftOn", coalesce(children.open, 0) AS "openChildren", reached.above
    FROM reached JOIN organisations o ON o.id = reached.id
      LEFT JOIN parents ON parents.id = o.id LEFT JOIN children ON children.id = o.id LEFT JOIN names ON names.id = o.id
    WHERE o.valid_until IS NULL`.execute(read);
  return {
    known: rows.map(({ above: _, ...unit }) => unit),
    above: new Set(rows.flatMap((row) => (row.above ? [row.id] : []))),
  };
}

type Listed = ListedOrganisation & { parentId: string | null; position: number; depth: number };

/** All below the viewer's own organisation as they stood on a day, in reading order. */
export async function listedOn(read: Read, viewer: Viewer, at: string): Promise<ListedOrganisation[]> {
  const day = dayOf(viewer, at);
  const { rows } = await sql<Listed>`
    SELECT o.id, ${wordsAre('code', day)} AS code, ${wordsAre('name', day)} AS name, ${wordsAre('kind', day)} AS kind,
      ${wordsAre('level', day)} AS level, ${wordsAre('issuer_name', day)} AS "issuerName", o.valid_from AS "validFrom",
      o.valid_until AS "validUntil", o.position, e.ancestor_id AS "parentId",
      ${wordsAre('name', day, 'p', 'pv')} AS "parentName", ${wordsAre('code', day, 'p', 'pv')} AS "parentCode"
    FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id ${coveringOn('o', 'v', day)}
      LEFT JOIN organisation_closure e ON e.descendant_id = o.id AND e.depth = 1 AND ${heldOn('e', day, sql`o.id`)}
      LEFT JOIN organisations p ON p.id = e.ancestor_id ${coveringOn('p', 'pv', day)}
    WHERE c.ancestor_id = ${viewer.organisationId} AND ${heldOn('c', day, sql`o.id`)}`.execute(read);
  return inReadingOrder(rows, viewer.organisationId);
}

function inReadingOrder(rows: readonly Listed[], top: string): ListedOrganisation[] {
  const below = new Map<string, Listed[]>();
  for (const row of rows) {
    const siblings = below.get(row.parentId ?? '') ?? [];
    siblings.push(row);
    below.set(row.parentId ?? '', siblings);
  }
  for (const siblings of below.values()) siblings.sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1));
  const ordered: ListedOrganisation[] = [];
  const waiting = rows.filter(({ id }) => id === top);
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    ordered.push(one);
    waiting.push(...(below.get(one.id) ?? []).toReversed());
  }
  return ordered;
}

/** Whose list it is, and its rows on a day; without a day only whose. */
export async function viewList(
  read: Read,
  viewer: Viewer,
  at: string | null,
): Promise<{ province: string; rows: ListedOrganisation[] }> {
  const province = await read
    .selectFrom('provinces')
    .select('name')
    .where('id', '=', viewer.provinceId)
    .executeTakeFirstOrThrow();
  return { province: province.name, rows: at === null ? [] : await listedOn(read, viewer, at) };
}
