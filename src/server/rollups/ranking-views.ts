/** Xếp hạng: organisations of one level beside each other, as they are, per head, or by what each was given. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { MOST_JUDGED, type RankedOrganisation, type rankOrganisations } from '../../contract/rollups.ts';
import { GROUP_NAMES } from '../../core/rules/commune-groups.ts';
import type { OrganisationKind } from '../../core/rules/organisations.ts';
import type { RollUp } from '../../core/rules/progress.ts';
import { HEADS, POPULATION, type RolledSums } from '../../core/rules/rolled-figures.ts';
import type { ProvinceIndicator } from '../catalogues/facts.ts';
import { movementInSight } from '../movements/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { type Catalogue, counts, LAST_APPROVED, valueTold, weightOn, worthIn } from './counting.ts';
import { catalogueOf, maySee, worthOf } from './facts.ts';
import { byAttainment, type PlanOf, plansOf } from './planned.ts';
import { fromBelow, ownFigure } from './views.ts';

/** Which column of the sums is the figure; of the others none is compared. */
const COMPARED: Partial<Record<RollUp, RawBuilder<unknown>>> = {
  sum: sql`r.total`,
  maximum: sql`r.greatest`,
  last: sql`r.latest`,
  'ratio-of-sums': sql`r.numerator / nullif(r.denominator, 0)`,
  'weighted-mean': sql`r.weighted / nullif(r.weight, 0)`,
  'share-of-units': sql`r.met::numeric / nullif(r.judged, 0)`,
};

/** Ways that give part and whole. */
const PARTS: ReadonlySet<RollUp> = new Set(['ratio-of-sums', 'share-of-units']);

const PAGE = 100;

type Row = {
  id: string;
  name: string;
  rank: string | null;
  compared: string | null;
  heads: string | null;
  of: string;
  all: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  estimated: boolean;
} & RolledSums & { isOwn: boolean; unweighed: number };

type Asked = z.infer<(typeof rankOrganisations)['input']>;
type Ranked = z.input<typeof RankedOrganisation>;

/** Who stands below at the level on the period's last day, of the group that is compared. */
const placesOf = ({ organisationId, level, group, kind, clusterId, until }: Asked) => sql`
  SELECT o.id, o.name FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
  WHERE c.ancestor_id = ${organisationId} AND c.depth > 0 AND c.valid_from <= ${until} AND c.valid_until > ${until} AND o.level = ${level}
    ${group ? sql`AND starts_with(o.name, ${GROUP_NAMES[group]})` : sql``}
    ${kind ? sql`AND o.kind = ${kind}` : sql`AND o.kind NOT IN ('cluster', 'council')`}
    ${
      clusterId
        ? sql`AND EXISTS (SELECT FROM cluster_members k WHERE k.cluster_id = ${clusterId} AND k.member_id = o.id
            AND k.valid_from <= ${until} AND k.valid_until > ${until})`
        : sql``
    }`;

/** The rows of a page; who stood where is asked of the tree on the period's last day. By plan all of them, to be judged. */
async function rankedRows(
  read: Read,
  viewer: Viewer,
  asked: Asked,
  catalogue: Catalogue,
  indicator: ProvinceIndicator,
): Promise<Row[]> {
  const { indicator: code, from, until, by, page = 1 } = asked;
  const worth = await worthOf(read, { provinceId: viewer.provinceId, codes: [code, POPULATION], catalogue });
  const factor = worthIn(worth);
  const way = COMPARED[indicator.rollUp] ?? sql`NULL::numeric`;
  const percent = indicator.units[0]?.includes('%') ? sql`100` : sql`1`;
  const on = { unit: sql`p.id`, weigher: sql`${POPULATION}`, until: sql`${until}::date` };
  const heads = by === 'heads' ? weightOn({ ...on, catalogue, worth }) : sql`SELECT NULL::numeric AS weight`;
  // Multiplied before it is divided: the other way round a whole would lose its last digits.
  const forHeads = by === 'heads' ? sql`* ${HEADS} / nullif(h.weight, 0)` : sql``;
  const better = indicator.better === 'lower' ? sql`ASC` : sql`DESC`;
  const cut = by === 'plan' ? sql`LIMIT ${MOST_JUDGED}` : sql`LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`;
  const { rows } = await sql<Row>`
    WITH place AS MATERIALIZED (${placesOf(asked)}), told AS (
      SELECT p.id, p.name, w.organisation_id IS NOT NULL AS "isOwn", w.value, w.numerator AS own_numerator, w.denominator AS own_denominator,
        coalesce(w.estimated, r.estimated, false) AS estimated, r.total, r.greatest, r.latest, r.numerator, r.denominator,
        r.weighted, r.weight, coalesce(r.unweighed, 0) AS unweighed, coalesce(r.judged, 0) AS judged, coalesce(r.met, 0) AS met,
        coalesce(r.reported, 0) AS reported, coalesce(r.asked, 0) AS asked,
        h.weight AS heads,
        CASE WHEN w.organisation_id IS NOT NULL THEN coalesce(w.value, ${percent} * w.numerator / nullif(w.denominator, 0))
          ELSE ${PARTS.has(indicator.rollUp) ? percent : sql`1`} * ${way} END ${forHeads} AS compared
      FROM place p LEFT JOIN LATERAL (${heads}) AS h ON true LEFT JOIN LATERAL (
          SELECT m.organisation_id, ${valueTold(catalogue)} * ${factor} AS value, m.numerator, m.denominator, m.estimated FROM measurements m
          WHERE m.indicator = ${code} AND m.organisation_id = p.id AND m.period_from = ${from} AND m.period_until = ${until}
            AND ${counts(catalogue)} AND ${factor} IS NOT NULL
          ORDER BY ${LAST_APPROVED} LIMIT 1
        ) AS w ON true
        LEFT JOIN rolled_figures r ON r.organisation_id = p.id AND r.indicator = ${code} AND r.period_until = ${until} AND r.period_from = ${from}
    )
    SELECT id, name, "isOwn", value, estimated, total, greatest, latest, weighted, weight, unweighed, judged, met, reported, asked, heads,
      CASE WHEN "isOwn" THEN own_numerator ELSE numerator END AS numerator,
      CASE WHEN "isOwn" THEN own_denominator ELSE denominator END AS denominator,
      trim_scale(round(compared, 6)) AS compared, count(compared) OVER () AS of, count(*) OVER () AS "all",
      CASE WHEN compared IS NOT NULL THEN rank() OVER (ORDER BY compared ${better} NULLS LAST) END AS rank
    FROM told ORDER BY compared ${better} NULLS LAST, name, id ${cut}`.execute(read);
  return rows;
}

/** What else the places of a level can be compared among: kinds of units, and the clusters that some places are in. */
async function groupsOf(read: Read, { organisationId, level, until }: Asked) {
  const below = sql`c.ancestor_id = ${organisationId} AND c.depth > 0 AND c.valid_from <= ${until} AND c.valid_until > ${until}
    AND o.level = ${level} AND o.kind NOT IN ('cluster', 'council')`;
  const clusters = await sql<{ id: string; name: string }>`
    SELECT DISTINCT k.id, k.name FROM cluster_members m JOIN organisations k ON k.id = m.cluster_id
      JOIN organisation_closure c ON c.descendant_id = m.member_id JOIN organisations o ON o.id = m.member_id
    WHERE m.valid_from <= ${until} AND m.valid_until > ${until} AND ${below} ORDER BY k.name, k.id LIMIT ${PAGE}`.execute(
    read,
  );
  // Places of the other levels are of one kind each.
  if (level !== 'unit') return { kinds: [], clusters: clusters.rows };
  const kinds = await sql<{ kind: OrganisationKind }>`
    SELECT DISTINCT o.kind FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id WHERE ${below} ORDER BY 1`.execute(
    read,
  );
  return { kinds: kinds.rows.map(({ kind }) => kind), clusters: clusters.rows };
}

/** The place's own movement of the year in which an indicator is told, or could be. */
async function toldInOf(read: Read, viewer: Viewer, { organisationId, until }: Asked, code: string) {
  const { rows } = await sql<{ id: string; title: string; targetId: string | null }>`
    SELECT m.id, m.title, t.id AS "targetId"
    FROM movements m LEFT JOIN LATERAL (
      SELECT t.id FROM targets t WHERE t.movement_id = m.id AND t.indicator = ${code} ORDER BY t.position, t.id LIMIT 1
    ) AS t ON true
    WHERE m.organisation_id = ${organisationId} AND m.archived_at IS NULL AND m.year = ${Number(until.slice(0, 4))}
      AND ${movementInSight(viewer)}
    ORDER BY t.id IS NULL, m.kind <> 'regular', m.created_at DESC, m.id LIMIT 1`.execute(read);
  const [found] = rows;
  return found ? { movement: { id: found.id, title: found.title }, targetId: found.targetId } : null;
}

const ranked = ({ id, name, rank, compared, heads, isOwn, ...row }: Row, how: RollUp): Ranked => ({
  rank: rank === null ? null : Number(rank),
  organisation: { id, name },
  figure: isOwn ? ownFigure(row) : fromBelow(how, row),
  compared,
  heads,
  plan: null,
});

/**
 * Organisations of one level by what they reached, those without a figure last and without a place; per head by what a
 * thousand people have reached, by plan by how much of what was given to each.
 */
export async function viewRanking(
  read: Read,
  viewer: Viewer,
  input: Asked,
): Promise<z.input<(typeof rankOrganisations)['output']>> {
  if (!(await maySee(read, viewer, input.organisationId))) throw notFound();
  const catalogue = await catalogueOf(read, viewer.provinceId);
  const indicator = catalogue.get(input.indicator);
  // Only amounts are put in relation to heads: a share or a mean already is.
  if (!indicator || (input.by === 'heads' && indicator.rollUp !== 'sum')) throw notFound();
  const rows = await rankedRows(read, viewer, input, catalogue, indicator);
  const found = rows.map((row) => ranked(row, indicator.rollUp));
  const count = Number(rows[0]?.all ?? 0);
  const plans: PlanOf | null = input.by === 'plan' ? await plansOf(read, found, input) : null;
  const all = plans ? byAttainment(found, plans, { indicator, on: input.until }) : found;
  const compared = plans ? all.filter(({ rank }) => rank !== null).length : Number(rows[0]?.of ?? 0);
  const start = plans ? ((input.page ?? 1) - 1) * PAGE : 0;
  const lacking = compared < count || count === 0;
  return {
    organisations: all.slice(start, start + PAGE),
    count,
    compared,
    pageSize: PAGE,
    ...(await groupsOf(read, input)),
    toldIn: lacking ? await toldInOf(read, viewer, input, input.by === 'heads' ? POPULATION : input.indicator) : null,
  };
}
