import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { getOrganisation, listOrganisations, Organisation } from '../../contract/organisations.ts';
import type { Succession } from '../../core/rules/organisations.ts';
import { foldedWords } from '../../core/text/search.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';

type ListInput = z.infer<(typeof listOrganisations)['input']>;
type ListOutput = z.input<(typeof listOrganisations)['output']>;
type Row = z.input<typeof Organisation>;
type OneOutput = z.input<(typeof getOrganisation)['output']>;

const aliveOn = (on: string | null, from: string, until: string): RawBuilder<boolean> =>
  on === null
    ? sql<boolean>`true`
    : sql<boolean>`((${sql.ref(from)} IS NULL OR ${sql.ref(from)} <= ${on}) AND (${sql.ref(until)} IS NULL OR ${sql.ref(until)} > ${on}))`;

/** The rows of the closure that held on a day; without a day those that held last. */
const heldOn = (on: string | null): RawBuilder<boolean> =>
  on === null
    ? sql<boolean>`c.valid_until = (SELECT max(valid_until) FROM organisation_closure WHERE descendant_id = o.id AND depth > 0)`
    : sql<boolean>`c.valid_from <= ${on} AND c.valid_until > ${on}`;

/** Columns of one organisation as it stood on a day; `top` is where depth counts from. */
const columns = (on: string | null) => sql`o.id, o.name, o.issuer_name AS "issuerName", o.kind, o.level,
  o.parent_id AS "parentId", o.valid_from AS "validFrom", o.valid_until AS "validUntil",
  (SELECT coalesce(array_agg(a.name ORDER BY c.depth DESC), '{}') FROM organisation_closure c
    JOIN organisations a ON a.id = c.ancestor_id
    WHERE c.descendant_id = o.id AND c.depth > 0 AND ${heldOn(on)}) AS path,
  (SELECT count(*)::int FROM organisations child WHERE child.parent_id = o.id AND ${aliveOn(on, 'child.valid_from', 'child.valid_until')}) AS "childCount"`;

/** A tree in reading order, or with `q` the best matches first. */
export async function viewOrganisations(read: Read, viewer: Viewer, input: ListInput): Promise<ListOutput> {
  const on = input.at === 'ever' ? null : (input.at ?? viewer.today);
  const limit = input.limit ?? 200;
  const words = input.q === undefined ? [] : foldedWords(input.q);
  const filters = [
    sql`o.province_id = ${viewer.provinceId}`,
    aliveOn(on, 'o.valid_from', 'o.valid_until'),
    input.level ? sql`o.level = ${input.level}` : sql`true`,
    input.kind ? sql`o.kind = ${input.kind}` : sql`true`,
    ...words.map((word) => sql`fold(o.name) LIKE ${`%${word}%`}`),
  ];
  const top = input.under ? sql`o.id = ${input.under}` : sql`o.parent_id IS NULL`;
  const furthest = input.reach === 'children' ? 1 : 20;
  const order =
    words.length > 0 ? sql`similarity(fold(o.name), ${words.join(' ')}) DESC, length(o.name), o.name` : sql`tree.place`;
  const { rows } = await sql<Row>`
    WITH RECURSIVE tree AS (
      SELECT o.id, 0 AS depth, ARRAY[lpad(o.position::text, 6, '0') || o.name] AS place
      FROM organisations o WHERE o.province_id = ${viewer.provinceId} AND ${top}
      UNION ALL
      SELECT o.id, tree.depth + 1, tree.place || (lpad(o.position::text, 6, '0') || o.name)
      FROM tree JOIN organisations o ON o.parent_id = tree.id WHERE tree.depth < ${furthest}
    )
    SELECT ${columns(on)}, tree.depth FROM tree JOIN organisations o ON o.id = tree.id
    WHERE ${sql.join(filters, sql` AND `)} ORDER BY ${order} LIMIT ${limit + 1}`.execute(read);
  return { organisations: rows.slice(0, limit), more: rows.length > limit };
}

/** One organisation with what it came from and what it became. */
export async function viewOrganisation(
  read: Read,
  viewer: Viewer,
  { organisationId }: { organisationId: string },
): Promise<OneOutput> {
  const { rows } = await sql<Row>`
    SELECT ${columns(null)}, (SELECT max(depth) FROM organisation_closure WHERE descendant_id = o.id) AS depth
    FROM organisations o WHERE o.id = ${organisationId} AND o.province_id = ${viewer.provinceId}`.execute(read);
  const [organisation] = rows;
  if (!organisation) throw notFound();
  return {
    organisation,
    predecessors: await related(read, organisationId, { mine: 'successor_id', other: 'predecessor_id' }),
    successors: await related(read, organisationId, { mine: 'predecessor_id', other: 'successor_id' }),
  };
}

type End = 'predecessor_id' | 'successor_id';

async function related(read: Read, organisationId: string, { mine, other }: { mine: End; other: End }) {
  const rows = await read
    .selectFrom('organisation_successions as s')
    .innerJoin('organisations as o', 'o.id', `s.${other}`)
    .select(['o.id', 'o.name', 's.how', 's.on_date as on'])
    .where(`s.${mine}`, '=', organisationId)
    .orderBy('s.on_date')
    .orderBy('o.name')
    .execute();
  return rows.map((row) => ({ ...row, how: row.how as Succession }));
}
