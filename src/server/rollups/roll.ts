/**
 * Puts figures together upwards. The database notes what has to be put together anew (migrations/0041); here it is
 * taken out and done, one level a round, until nothing is left: each round notes the organisations above whatever
 * changed. Nothing here is entered by anybody, so it leaves no trace in the log of acts; it follows from what does.
 */

import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import type { Read } from '../read.ts';
import { type Catalogue, counts, LAST_APPROVED, valueTold, weighersOf, weightOn, worthIn } from './counting.ts';
import { catalogueOf, worthOf } from './facts.ts';
import { judgedBelow, type Node } from './judged.ts';

/** Rows taken out in one round. */
const AT_ONCE = 20_000;

/**
 * One round for one province: how many organisations, indicators and periods were put together; null where another
 * process is at it.
 */
export async function rollOnce(trx: Transaction<DB>, provinceId: string): Promise<number | null> {
  const lock = await sql<{ free: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`rolling ${provinceId}`}, 0)) AS free`.execute(trx);
  if (!lock.rows[0]?.free) return null;
  const nodes = await takeDue(trx, provinceId);
  if (nodes.length === 0) return 0;
  const catalogue = await catalogueOf(trx as unknown as Read, provinceId);
  await noteWeighed(trx, nodes, catalogue);
  await noteAbove(trx, provinceId, await putTogether(trx, provinceId, nodes, catalogue));
  await countRound(trx, provinceId);
  return nodes.length;
}

/** Counts a round, so that answers given before it are known to be old. */
export async function countRound(trx: Transaction<DB>, provinceId: string): Promise<void> {
  await sql`INSERT INTO rolled_rounds (province_id, count) VALUES (${provinceId}, 1)
    ON CONFLICT (province_id) DO UPDATE SET count = rolled_rounds.count + 1`.execute(trx);
}

async function takeDue(trx: Transaction<DB>, provinceId: string): Promise<Node[]> {
  const { rows } = await sql<Node>`
    WITH taken AS (
      DELETE FROM rolled_due WHERE seq IN (
        SELECT seq FROM rolled_due WHERE province_id = ${provinceId} ORDER BY seq LIMIT ${AT_ONCE})
      RETURNING organisation_id, indicator, period_kind, period_from, period_until)
    SELECT organisation_id AS "organisationId", indicator, min(period_kind) AS kind, period_from AS "from", period_until AS until
    FROM taken GROUP BY organisation_id, indicator, period_from, period_until`.execute(trx);
  return rows;
}

const column = <K extends keyof Node>(nodes: readonly Node[], key: K) => nodes.map((node) => node[key]);

/**
 * Puts together what stands directly below each node, in the tree of the period's last day. A unit's own approved
 * figure goes before what stands below it; of several for one period the one approved last. Whoever was asked and has
 * neither counts in the coverage alone. Gives back the nodes whose sums changed.
 *
 * Every look at a table goes by a key from the row before it: whatever the planner believes about how many nodes there
 * are, the work grows with them and no faster.
 */
async function putTogether(
  trx: Transaction<DB>,
  provinceId: string,
  nodes: readonly Node[],
  catalogue: Catalogue,
): Promise<Node[]> {
  const read = trx as unknown as Read;
  const told = [...new Set(column(nodes, 'indicator'))];
  const weighers = weighersOf(catalogue, told);
  const codes = [...new Set([...told, ...Object.values(weighers)])];
  const worth = await worthOf(read, { provinceId, codes, catalogue });
  const factor = worthIn(worth);
  const judged = await judgedBelow(read, nodes, { provinceId, catalogue, worth });
  const weigher = sql`(${JSON.stringify(weighers)}::jsonb ->> n.indicator)`;
  const weight = weightOn({ unit: sql`child.id`, weigher, until: sql`n.period_until`, catalogue, worth });
  const judgedColumn = <K extends keyof (typeof judged)[number]>(key: K) => judged.map((one) => one[key]);
  const { rows } = await sql<Node>`
    WITH part AS (
      SELECT n.*, CASE WHEN o.found THEN o.value ELSE r.total END AS total,
        CASE WHEN o.found THEN o.value ELSE r.greatest END AS greatest,
        CASE WHEN o.found THEN o.value ELSE r.latest END AS latest,
        CASE WHEN o.found THEN o.reported_at ELSE r.latest_at END AS latest_at,
        CASE WHEN o.found THEN o.numerator ELSE r.numerator END AS numerator,
        CASE WHEN o.found THEN o.denominator ELSE r.denominator END AS denominator,
        CASE WHEN o.found THEN o.value * w.weight ELSE r.weighted END AS weighted,
        CASE WHEN o.found THEN CASE WHEN o.value IS NOT NULL THEN w.weight END ELSE r.weight END AS weight,
        CASE WHEN o.found THEN (o.value IS NOT NULL AND w.weight IS NULL AND ${weigher} IS NOT NULL)::integer ELSE coalesce(r.unweighed, 0) END AS unweighed,
        CASE WHEN o.found THEN (j.met IS NOT NULL)::integer ELSE coalesce(r.judged, 0) END AS judged,
        CASE WHEN o.found THEN coalesce(j.met, false)::integer ELSE coalesce(r.met, 0) END AS met,
        coalesce(o.estimated, r.estimated, false) AS estimated,
        CASE WHEN o.found THEN 1 ELSE coalesce(r.reported, 0) END AS reported,
        CASE WHEN o.found THEN 1 ELSE coalesce(r.asked, CASE WHEN a.asked THEN 1 END, 0) END AS asked
      FROM unnest(${column(nodes, 'organisationId')}::uuid[], ${column(nodes, 'indicator')}::text[], ${column(nodes, 'kind')}::text[],
          ${column(nodes, 'from')}::date[], ${column(nodes, 'until')}::date[]) AS n(organisation_id, indicator, period_kind, period_from, period_until)
        LEFT JOIN LATERAL (
          SELECT descendant_id AS id FROM organisation_closure
          WHERE ancestor_id = n.organisation_id AND depth = 1 AND valid_from <= n.period_until AND valid_until > n.period_until
        ) AS child ON true
        LEFT JOIN LATERAL (
          SELECT true AS found, ${valueTold(catalogue)} * ${factor} AS value, m.reported_at, m.estimated,
            CASE WHEN m.denominator IS NOT NULL THEN m.numerator END AS numerator,
            CASE WHEN m.numerator IS NOT NULL THEN m.denominator END AS denominator
          FROM measurements m
          WHERE m.indicator = n.indicator AND m.organisation_id = child.id AND m.period_until = n.period_until AND m.period_from = n.period_from
            AND ${counts(catalogue)} AND ${factor} IS NOT NULL
          ORDER BY ${LAST_APPROVED} LIMIT 1
        ) AS o ON true
        LEFT JOIN LATERAL (${weight}) AS w ON o.found AND ${weigher} IS NOT NULL
        LEFT JOIN unnest(${judgedColumn('organisationId')}::uuid[], ${judgedColumn('indicator')}::text[], ${judgedColumn('from')}::date[],
            ${judgedColumn('until')}::date[], ${judgedColumn('met')}::boolean[]) AS j(organisation_id, indicator, period_from, period_until, met)
          ON j.organisation_id = child.id AND j.indicator = n.indicator AND j.period_until = n.period_until AND j.period_from = n.period_from
        LEFT JOIN rolled_figures r ON o.found IS NULL AND r.organisation_id = child.id AND r.indicator = n.indicator
          AND r.period_until = n.period_until AND r.period_from = n.period_from
        LEFT JOIN LATERAL (
          SELECT true AS asked FROM asked_figures f
          WHERE o.found IS NULL AND r.organisation_id IS NULL AND f.organisation_id = child.id AND f.indicator = n.indicator
            AND f.period_until = n.period_until AND f.period_from = n.period_from LIMIT 1
        ) AS a ON true
    ), fresh AS MATERIALIZED (
      SELECT organisation_id, indicator, period_kind, period_from, period_until, sum(total) AS total, max(greatest) AS greatest,
        (array_agg(latest ORDER BY latest_at DESC, latest DESC) FILTER (WHERE latest IS NOT NULL))[1] AS latest,
        max(latest_at) FILTER (WHERE latest IS NOT NULL) AS latest_at,
        sum(numerator) AS numerator, sum(denominator) AS denominator, coalesce(bool_or(estimated), false) AS estimated,
        sum(weighted) AS weighted, sum(weight) AS weight, sum(unweighed)::integer AS unweighed, sum(judged)::integer AS judged, sum(met)::integer AS met,
        sum(reported)::integer AS reported, sum(asked)::integer AS asked
      FROM part GROUP BY organisation_id, indicator, period_kind, period_from, period_until
    ), gone AS (
      DELETE FROM rolled_figures r USING fresh f
      WHERE f.asked = 0 AND r.organisation_id = f.organisation_id AND r.indicator = f.indicator
        AND r.period_until = f.period_until AND r.period_from = f.period_from
      RETURNING r.organisation_id, r.indicator, r.period_kind, r.period_from, r.period_until
    ), kept AS (
      INSERT INTO rolled_figures AS r (province_id, organisation_id, indicator, period_kind, period_from, period_until,
        total, greatest, latest, latest_at, numerator, denominator, weighted, weight, unweighed, judged, met, estimated, reported, asked)
      SELECT ${provinceId}, organisation_id, indicator, period_kind, period_from, period_until,
        total, greatest, latest, latest_at, numerator, denominator, weighted, weight, unweighed, judged, met, estimated, reported, asked FROM fresh WHERE asked > 0
      ON CONFLICT (organisation_id, indicator, period_until, period_from) DO UPDATE SET
        total = excluded.total, greatest = excluded.greatest, latest = excluded.latest, latest_at = excluded.latest_at,
        numerator = excluded.numerator, denominator = excluded.denominator, weighted = excluded.weighted, weight = excluded.weight,
        unweighed = excluded.unweighed, judged = excluded.judged, met = excluded.met, estimated = excluded.estimated,
        reported = excluded.reported, asked = excluded.asked, period_kind = excluded.period_kind
      WHERE (r.total, r.greatest, r.latest, r.latest_at, r.numerator, r.denominator, r.weighted, r.weight, r.unweighed, r.judged, r.met,
          r.estimated, r.reported, r.asked)
        IS DISTINCT FROM (excluded.total, excluded.greatest, excluded.latest, excluded.latest_at, excluded.numerator,
          excluded.denominator, excluded.weighted, excluded.weight, excluded.unweighed, excluded.judged, excluded.met,
          excluded.estimated, excluded.reported, excluded.asked)
      RETURNING r.organisation_id, r.indicator, r.period_kind, r.period_from, r.period_until
    )
    SELECT organisation_id AS "organisationId", indicator, period_kind AS kind, period_from AS "from", period_until AS until FROM kept
    UNION ALL
    SELECT organisation_id, indicator, period_kind, period_from, period_until FROM gone`.execute(trx);
  return rows;
}

/** Notes the means that are weighed by what may have changed below the same organisations, from that period on. */
async function noteWeighed(trx: Transaction<DB>, nodes: readonly Node[], catalogue: Catalogue): Promise<void> {
  const weighers = weighersOf(catalogue, [...catalogue.keys()]);
  const pairs = nodes.flatMap((node) =>
    Object.entries(weighers)
      .filter(([, weigher]) => weigher === node.indicator)
      .map(([mean]) => ({ ...node, mean })),
  );
  if (pairs.length === 0) return;
  await sql`
    INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
    SELECT DISTINCT r.province_id, r.organisation_id, r.indicator, r.period_kind, r.period_from, r.period_until
    FROM unnest(${column(pairs, 'organisationId')}::uuid[], ${pairs.map(({ mean }) => mean)}::text[], ${column(pairs, 'until')}::date[])
        AS n(organisation_id, indicator, until)
      JOIN rolled_figures r ON r.organisation_id = n.organisation_id AND r.indicator = n.indicator AND r.period_until >= n.until`.execute(
    trx,
  );
}

/** Notes the organisations directly above, in the tree of the period's last day. */
async function noteAbove(trx: Transaction<DB>, provinceId: string, nodes: readonly Node[]): Promise<void> {
  if (nodes.length === 0) return;
  await sql`
    INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
    SELECT DISTINCT ${provinceId}::uuid, c.ancestor_id, n.indicator, n.period_kind, n.period_from, n.period_until
    FROM unnest(${column(nodes, 'organisationId')}::uuid[], ${column(nodes, 'indicator')}::text[], ${column(nodes, 'kind')}::text[],
        ${column(nodes, 'from')}::date[], ${column(nodes, 'until')}::date[]) AS n(organisation_id, indicator, period_kind, period_from, period_until)
      JOIN organisation_closure c ON c.descendant_id = n.organisation_id AND c.depth = 1
        AND c.valid_from <= n.period_until AND c.valid_until > n.period_until`.execute(trx);
}
