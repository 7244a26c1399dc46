import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { getOrganisation, listOrganisations, Organisation } from '../../contract/organisations.ts';
import type { Succession } from '../../core/rules/organisations.ts';
import { foldedWords } from '../../core/text/search.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { coveringOn, type Day, dayOf, heldOn, livesOn, wordsAre } from './days.ts';

type ListInput = z.infer<(typeof listOrganisations)['input']>;
type ListOutput = z.input<(typeof listOrganisations)['output']>;
type Row = z.input<typeof Organisation>;
type OneOutput = z.input<(typeof getOrganisation)['output']>;

/** One of a list before its columns are asked for. */
type Place = { id: string; depth: number };

/** A tree in reading order, or with `q` the best matches first. */
export async function viewOrganisations(read: Read, viewer: Viewer, input: ListInput): Promise<ListOutput> {
  const day = dayOf(viewer, input.at);
  const limit = input.limit ?? 200;
  const flat = input.level !== undefined || input.kind !== undefined || foldedWords(input.q ?? '').length > 0;
  const places = flat
    ? await found(read, viewer, input, day, limit + 1)
    : await walked(read, viewer, input, day, limit + 1);
  return { organisations: await rowsOf(read, places.slice(0, limit), day), more: places.length > limit };
}

/** Those that match, best first; without words by their places among their siblings. */
async function found(read: Read, viewer: Viewer, input: ListInput, day: Day, most: number): Promise<Place[]> {
  const words = foldedWords(input.q ?? '');
  const phrase = words.join(' ');
  const folded = wordsAre('folded', day);
  const filters = [
    sql`o.province_id = ${viewer.provinceId}`,
    livesOn('o', day),
    input.level ? sql`${wordsAre('level', day)} = ${input.level}` : sql`true`,
    input.kind ? sql`${wordsAre('kind', day)} = ${input.kind}` : sql`true`,
    ...words.map((word) => matches(folded, `%${word}%`, day)),
  ];
  // Found first: else every name of the province would be looked at for a branch of it.
  const branch = input.under
    ? sql`WITH branch AS MATERIALIZED (SELECT c.descendant_id AS id, c.depth FROM organisation_closure c
        WHERE c.ancestor_id = ${input.under} AND ${heldOn('c', day, sql`c.descendant_id`)})`
    : sql``;
  const order =
    words.length > 0
      ? sql`CASE WHEN ${folded} = ${phrase} THEN 0 WHEN ${folded} LIKE ${`${phrase}%`} THEN 1 WHEN ${folded} LIKE ${`%${phrase}%`} THEN 2 ELSE 3 END,
          length(${folded}), ${folded}, o.id`
      : sql`o.position, ${folded}, o.id`;
  const { rows } = await sql<Place>`
    ${branch} SELECT o.id, ${input.under ? sql`branch.depth` : sql`-1`} AS depth
    FROM organisations o ${input.under ? sql`JOIN branch ON branch.id = o.id` : sql``} ${coveringOn('o', 'v', day)}
    WHERE ${sql.join(filters, sql` AND `)} ORDER BY ${order} LIMIT ${most}`.execute(read);
  return rows;
}

/** Asked for everything that ever was, a former name is found as well. */
const matches = (folded: RawBuilder<unknown>, pattern: string, day: Day) =>
  day.on === null
    ? sql`(o.folded LIKE ${pattern} OR EXISTS (SELECT FROM organisation_versions f WHERE f.organisation_id = o.id AND f.folded LIKE ${pattern}))`
    : sql`${folded} LIKE ${pattern}`;

type Branch = Place & { children: number };

/**
 * The tree in reading order, as far as the limit: those whose children fall within it are opened, level by level, so
 * that nothing is read of what lies behind the limit.
 */
async function walked(read: Read, viewer: Viewer, input: ListInput, day: Day, most: number): Promise<Place[]> {
  const furthest = input.reach === 'children' ? 1 : 20;
  const top = input.under ? sql`o.id = ${input.under}` : sql`o.parent_id IS NULL`;
  const { rows } = await sql<{ id: string; children: number }>`
    SELECT o.id, ${childrenCount('o', day)} AS children FROM organisations o
    WHERE o.province_id = ${viewer.provinceId} AND ${top} AND ${livesOn('o', day)}
    ORDER BY o.position, o.name LIMIT ${most}`.execute(read);
  let line: Branch[] = rows.map((row) => ({ ...row, depth: 0 }));
  for (let depth = 0; depth < furthest; depth++) {
    const opening = insideLimit(line, depth, most);
    if (opening.length === 0) break;
    const below = await childrenBelow(read, opening, day, { depth: depth + 1, most });
    line = line.flatMap((one) => [one, ...(below.get(one.id) ?? [])]).slice(0, most);
  }
  return line;
}

/** Those of the deepest level that have children and still lie before the limit when all before them are opened. */
function insideLimit(line: readonly Branch[], depth: number, most: number): string[] {
  let before = 0;
  return line.flatMap((one) => {
    const opened = before < most && one.depth === depth && one.children > 0;
    before += 1 + (one.depth === depth ? one.children : 0);
    return opened ? [one.id] : [];
  });
}

async function childrenBelow(
  read: Read,
  parents: readonly string[],
  day: Day,
  { depth, most }: { depth: number; most: number },
): Promise<Map<string, Branch[]>> {
  const words = wordsAre('folded', day);
  const children =
    day.on === null
      ? sql`FROM organisations o WHERE o.parent_id = p.id`
      : sql`FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id ${coveringOn('o', 'v', day)}
          WHERE c.ancestor_id = p.id AND c.depth = 1 AND ${heldOn('c', day, sql`o.id`)}`;
  const { rows } = await sql<{ parent: string; id: string; children: number }>`
    SELECT p.id AS parent, k.id, ${childrenCount('k', day)} AS children
    FROM unnest(${[...parents]}::uuid[]) WITH ORDINALITY AS p(id, place), LATERAL (
      SELECT o.id, o.position, ${words} AS folded ${children} ORDER BY o.position, ${words}, o.id LIMIT ${most}
    ) AS k
    ORDER BY p.place, k.position, k.folded, k.id`.execute(read);
  const below = new Map<string, Branch[]>();
  for (const { parent, ...row } of rows) {
    const siblings = below.get(parent) ?? [];
    siblings.push({ ...row, depth });
    below.set(parent, siblings);
  }
  return below;
}

const childrenCount = (alias: string, day: Day): RawBuilder<number> =>
  day.on === null
    ? sql`(SELECT count(*)::int FROM organisations child WHERE child.parent_id = ${sql.ref(alias)}.id)`
    : sql`(SELECT count(*)::int FROM organisation_closure below WHERE below.ancestor_id = ${sql.ref(alias)}.id AND below.depth = 1
        AND ${heldOn('below', day, sql.ref('below.descendant_id'))})`;

/** All columns of these, in their order, as they stood on the day. */
export async function rowsOf(read: Read, places: readonly Place[], day: Day): Promise<Row[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT o.id, ${wordsAre('name', day)} AS name, ${wordsAre('issuer_name', day)} AS "issuerName", ${wordsAre('kind', day)} AS kind,
      ${wordsAre('level', day)} AS level, ${wordsAre('code', day)} AS code,
      ${day.on === null ? sql`o.parent_id` : sql`above.parent`} AS "parentId", coalesce(above.path, '{}') AS path,
      CASE WHEN wanted.depth < 0 THEN cardinality(coalesce(above.path, '{}')) ELSE wanted.depth END AS depth,
      ${childrenCount('o', day)} AS "childCount", o.valid_from AS "validFrom", o.valid_until AS "validUntil"
    FROM unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ depth }) => depth)}::integer[]) WITH ORDINALITY AS wanted(id, depth, place)
    JOIN organisations o ON o.id = wanted.id ${coveringOn('o', 'v', day)}
    LEFT JOIN LATERAL (
      SELECT array_agg(${wordsAre('name', day, 'a', 'av')} ORDER BY c.depth DESC) AS path, (array_agg(a.id ORDER BY c.depth))[1] AS parent
      FROM organisation_closure c JOIN organisations a ON a.id = c.ancestor_id ${coveringOn('a', 'av', day)}
      WHERE c.descendant_id = o.id AND c.depth > 0 AND ${heldOn('c', day, sql`o.id`)}
    ) AS above ON true
    ORDER BY wanted.place`.execute(read);
  return rows;
}

/** One organisation with its names, places, what it came from and what it became. */
export async function viewOrganisation(
  read: Read,
  viewer: Viewer,
  { organisationId, at }: { organisationId: string; at?: string | undefined },
): Promise<OneOutput> {
  const { rows } = await sql<{ version: number; openPosts: number }>`
    SELECT o.version, (SELECT count(*)::int FROM posts WHERE organisation_id = o.id
      AND valid_from <= ${viewer.today} AND valid_until > ${viewer.today}) AS "openPosts"
    FROM organisations o WHERE o.id = ${organisationId} AND o.province_id = ${viewer.provinceId}`.execute(read);
  const [facts] = rows;
  const [organisation] = facts
    ? await rowsOf(read, [{ id: organisationId, depth: -1 }], dayOf(viewer, at ?? 'ever'))
    : [];
  if (!organisation || !facts) throw notFound();
  return {
    organisation,
    ...facts,
    predecessors: await related(read, organisationId, { mine: 'successor_id', other: 'predecessor_id' }),
    successors: await related(read, organisationId, { mine: 'predecessor_id', other: 'successor_id' }),
    ...(await timesOf(read, organisationId)),
  };
}

type During = { id: string; name: string; from: string | null; until: string | null };

async function timesOf(read: Read, organisationId: string) {
  const formerNames = await sql<During>`
    SELECT name, nullif(valid_from, '-infinity') AS "from", valid_until AS until FROM organisation_versions
    WHERE organisation_id = ${organisationId} ORDER BY valid_until DESC LIMIT 100`.execute(read);
  const parents = await sql<During>`
    SELECT o.id, o.name, nullif(c.valid_from, '-infinity') AS "from", nullif(c.valid_until, 'infinity') AS until
    FROM organisation_closure c JOIN organisations o ON o.id = c.ancestor_id
    WHERE c.descendant_id = ${organisationId} AND c.depth = 1 ORDER BY c.valid_from DESC LIMIT 100`.execute(read);
  const clusters = await sql<During>`
    SELECT o.id, o.name, m.valid_from AS "from", nullif(m.valid_until, 'infinity') AS until
    FROM cluster_members m JOIN organisations o ON o.id = m.cluster_id
    WHERE m.member_id = ${organisationId} ORDER BY m.valid_from DESC LIMIT 100`.execute(read);
  return { formerNames: formerNames.rows, parents: parents.rows, clusters: clusters.rows };
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
