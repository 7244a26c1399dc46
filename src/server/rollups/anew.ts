/**
 * Puts all figures of a province together anew, from the lowest organisations up, each level in a few statements over
 * whole sets. Gives what notes and rounds (roll.ts) would, many times faster.
 */

import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import type { Read } from '../read.ts';
import { type Catalogue, counts, LAST_APPROVED, valueTold, type Worth } from './counting.ts';
import { catalogueOf, worthOf } from './facts.ts';
import { countRound } from './roll.ts';

type All = { provinceId: string; catalogue: Catalogue };

/** Forgets what was put together and begins again; what is left to the notes is rolled by the caller. */
export async function startAnew(trx: Transaction<DB>, provinceId: string): Promise<void> {
  // An operator may wait longer than a page, and whole sets want room.
  // Sorting by words to join is slower than hashing at every size seen.
  await sql`SELECT set_config('statement_timeout', '10min', true), set_config('work_mem', '256MB', true),
    set_config('enable_mergejoin', 'off', true)`.execute(trx);
  await sql`DELETE FROM rolled_due WHERE province_id = ${provinceId}`.execute(trx);
  await sql`DELETE FROM rolled_figures WHERE province_id = ${provinceId}`.execute(trx);
  const read = trx as unknown as Read;
  const catalogue = await catalogueOf(read, provinceId);
  const worth = await worthOf(read, { provinceId, codes: [...catalogue.keys()], catalogue });
  const { levels, circled } = await levelsOf(trx);
  await putWorth(trx, worth);
  await findTwice(trx);
  const all = { provinceId, catalogue };
  await addOwn(trx, all);
  await findSilent(trx, catalogue);
  for (const ids of levels) await addBelow(trx, all, ids);
  await noteCircled(trx, provinceId, circled);
  await noteByUnit(trx, all);
  await countRound(trx, provinceId);
}

/**
 * Organisations with others below them, those with nothing but leaves first. Over the years two may have stood above
 * each other by turns; they and all above them are given apart.
 */
async function levelsOf(trx: Transaction<DB>): Promise<{ levels: string[][]; circled: string[] }> {
  const { rows } = await sql<{ above: string; below: string }>`
    SELECT DISTINCT ancestor_id AS above, descendant_id AS below FROM organisation_closure WHERE depth = 1`.execute(
    trx,
  );
  const above = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const edge of rows) {
    above.set(edge.below, [...(above.get(edge.below) ?? []), edge.above]);
    waiting.set(edge.above, (waiting.get(edge.above) ?? 0) + 1);
  }
  let ready = [...above.keys()].filter((id) => !waiting.has(id));
  const levels: string[][] = [];
  while (ready.length > 0) {
    const next: string[] = [];
    for (const id of ready)
      for (const parent of above.get(id) ?? []) {
        const left = (waiting.get(parent) ?? 0) - 1;
        waiting.set(parent, left);
        if (left === 0) next.push(parent);
      }
    if (next.length > 0) levels.push(next);
    ready = next;
  }
  return { levels, circled: [...waiting].flatMap(([id, left]) => (left > 0 ? [id] : [])) };
}

/** Figures with what their unit is worth. */
const COUNTING = sql`measurements m JOIN worth u ON u.indicator = m.indicator AND u.unit = coalesce(m.unit, '')`;

/** Joined from a table it costs a look for a figure, read from a document many times that. */
async function putWorth(trx: Transaction<DB>, worth: Worth): Promise<void> {
  const rows = Object.entries(worth).flatMap(([indicator, units]) =>
    Object.entries(units).map(([unit, factor]) => ({ indicator, unit, factor })),
  );
  const column = (key: 'indicator' | 'unit' | 'factor') => rows.map((row) => row[key]);
  await sql`
    CREATE TEMPORARY TABLE worth (indicator text, unit text, factor numeric) ON COMMIT DROP`.execute(trx);
  await sql`
    INSERT INTO worth SELECT * FROM unnest(${column('indicator')}::text[], ${column('unit')}::text[], ${column('factor')}::numeric[])`.execute(
    trx,
  );
  await sql`ANALYZE worth`.execute(trx);
}

/** Units that tell one indicator for several targets: only of theirs can there be two figures for one period. */
async function findTwice(trx: Transaction<DB>): Promise<void> {
  await sql`
    CREATE TEMPORARY TABLE told_twice ON COMMIT DROP AS
    SELECT t.organisation_id, g.indicator
    FROM (SELECT target_id, organisation_id FROM measurements WHERE state = 'approved' GROUP BY target_id, organisation_id) AS t
      JOIN targets g ON g.id = t.target_id AND g.indicator IS NOT NULL
    GROUP BY t.organisation_id, g.indicator HAVING count(*) > 1`.execute(trx);
  await sql`ANALYZE told_twice`.execute(trx);
}

/** The figures that units told themselves, put together above each of them. */
async function addOwn(trx: Transaction<DB>, { provinceId, catalogue }: All): Promise<void> {
  const COUNTS = counts(catalogue);
  const figure = sql`m.organisation_id, m.indicator, m.period_kind, m.period_from, m.period_until, m.reported_at, m.estimated,
    CASE WHEN u.factor = 1 THEN ${valueTold(catalogue)} ELSE ${valueTold(catalogue)} * u.factor END AS value,
    CASE WHEN m.denominator IS NOT NULL THEN m.numerator END AS numerator,
    CASE WHEN m.numerator IS NOT NULL THEN m.denominator END AS denominator`;
  const twice = sql`(SELECT FROM told_twice w WHERE w.organisation_id = m.organisation_id AND w.indicator = m.indicator)`;
  // A table of its own: only what is not yet written may be worked at by several processes at once.
  await sql`
    CREATE TEMPORARY TABLE own_above ON COMMIT DROP AS
    SELECT c.ancestor_id, o.indicator, min(o.period_kind) AS period_kind, o.period_from, o.period_until,
      sum(o.value) AS total, max(o.value) AS greatest,
      (max(CASE WHEN o.value IS NOT NULL THEN ARRAY[extract(epoch FROM o.reported_at), o.value] END))[2] AS latest,
      max(CASE WHEN o.value IS NOT NULL THEN o.reported_at END) AS latest_at,
      sum(o.numerator) AS numerator, sum(o.denominator) AS denominator, bool_or(o.estimated) AS estimated, count(*) AS units
    FROM (
      SELECT ${figure} FROM ${COUNTING} WHERE ${COUNTS} AND NOT EXISTS ${twice}
      UNION ALL
      SELECT * FROM (
        SELECT DISTINCT ON (m.organisation_id, m.indicator, m.period_until, m.period_from) ${figure}
        FROM ${COUNTING} WHERE ${COUNTS} AND EXISTS ${twice}
        ORDER BY m.organisation_id, m.indicator, m.period_until, m.period_from, ${LAST_APPROVED}
      ) AS last
    ) AS o JOIN organisation_closure c ON c.descendant_id = o.organisation_id AND c.depth = 1
      AND c.valid_from <= o.period_until AND c.valid_until > o.period_until
    GROUP BY c.ancestor_id, o.indicator, o.period_from, o.period_until`.execute(trx);
  await sql`
    INSERT INTO rolled_figures (province_id, organisation_id, indicator, period_kind, period_from, period_until,
      total, greatest, latest, latest_at, numerator, denominator, estimated, reported, asked)
    SELECT ${provinceId}, ancestor_id, indicator, period_kind, period_from, period_until,
      total, greatest, latest, latest_at, numerator, denominator, estimated, units, units FROM own_above`.execute(trx);
  await sql`ANALYZE rolled_figures`.execute(trx);
}

/** What units are asked for and have not told themselves. */
async function findSilent(trx: Transaction<DB>, catalogue: Catalogue): Promise<void> {
  await sql`
    CREATE TEMPORARY TABLE asked_in_vain ON COMMIT DROP AS
    SELECT a.organisation_id, a.indicator, min(a.data_period) AS period_kind, p.period_from, p.period_until
    FROM (
        SELECT DISTINCT s.organisation_id, t.indicator, t.data_period, d.days_from, d.days_until
        FROM target_shares s JOIN targets t ON t.id = s.target_id AND t.indicator IS NOT NULL
          JOIN movements v ON v.id = t.movement_id AND v.archived_at IS NULL,
          LATERAL target_days(v.kind, v.year, v.period_from, v.period_until, t.year_kind) AS d
      ) AS a, LATERAL reporting_periods(a.data_period, a.days_from, a.days_until) AS p
    WHERE NOT EXISTS (
      SELECT FROM ${COUNTING} WHERE m.organisation_id = a.organisation_id AND m.indicator = a.indicator
        AND m.period_until = p.period_until AND m.period_from = p.period_from AND ${counts(catalogue)})
    GROUP BY a.organisation_id, a.indicator, p.period_from, p.period_until`.execute(trx);
  await sql`CREATE INDEX ON asked_in_vain (organisation_id)`.execute(trx);
  await sql`ANALYZE asked_in_vain`.execute(trx);
}

/** Adds, for organisations whose own lower ones are done, those without a figure of their own: put together, or only asked. */
async function addBelow(trx: Transaction<DB>, { provinceId, catalogue }: All, ids: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO rolled_figures AS r (province_id, organisation_id, indicator, period_kind, period_from, period_until,
      total, greatest, latest, latest_at, numerator, denominator, estimated, reported, asked)
    SELECT ${provinceId}, p.organisation_id, p.indicator, min(p.period_kind), p.period_from, p.period_until,
      sum(p.total), max(p.greatest), (max(p.told))[2], max(p.latest_at), sum(p.numerator), sum(p.denominator),
      bool_or(p.estimated), sum(p.reported), sum(p.asked)
    FROM (
      SELECT c.ancestor_id AS organisation_id, k.indicator, k.period_kind, k.period_from, k.period_until, k.total, k.greatest,
        CASE WHEN k.latest IS NOT NULL THEN ARRAY[extract(epoch FROM k.latest_at), k.latest] END AS told, k.latest_at,
        k.numerator, k.denominator, k.estimated, k.reported, k.asked
      FROM organisation_closure c JOIN rolled_figures k ON k.organisation_id = c.descendant_id
        AND c.valid_from <= k.period_until AND c.valid_until > k.period_until
      WHERE c.ancestor_id = ANY(${[...ids]}::uuid[]) AND c.depth = 1 AND NOT EXISTS (
        SELECT FROM ${COUNTING} WHERE m.organisation_id = k.organisation_id AND m.indicator = k.indicator
          AND m.period_until = k.period_until AND m.period_from = k.period_from AND ${counts(catalogue)})
      UNION ALL
      SELECT c.ancestor_id, a.indicator, min(a.period_kind), a.period_from, a.period_until, NULL, NULL, NULL, NULL, NULL, NULL, false, 0, count(*)
      FROM organisation_closure c JOIN asked_in_vain a ON a.organisation_id = c.descendant_id
        AND c.valid_from <= a.period_until AND c.valid_until > a.period_until
      WHERE c.ancestor_id = ANY(${[...ids]}::uuid[]) AND c.depth = 1
        AND NOT EXISTS (SELECT FROM rolled_figures k WHERE k.organisation_id = a.organisation_id AND k.indicator = a.indicator
          AND k.period_until = a.period_until AND k.period_from = a.period_from)
      GROUP BY c.ancestor_id, a.indicator, a.period_from, a.period_until
    ) AS p
    GROUP BY p.organisation_id, p.indicator, p.period_until, p.period_from
    ON CONFLICT (organisation_id, indicator, period_until, period_from) DO UPDATE SET
      period_kind = least(r.period_kind, excluded.period_kind),
      total = coalesce(r.total + excluded.total, r.total, excluded.total),
      greatest = greatest(r.greatest, excluded.greatest),
      latest = CASE WHEN (excluded.latest_at, excluded.latest) > (r.latest_at, r.latest) OR r.latest IS NULL THEN excluded.latest ELSE r.latest END,
      latest_at = greatest(r.latest_at, excluded.latest_at),
      numerator = coalesce(r.numerator + excluded.numerator, r.numerator, excluded.numerator),
      denominator = coalesce(r.denominator + excluded.denominator, r.denominator, excluded.denominator),
      estimated = r.estimated OR excluded.estimated,
      reported = r.reported + excluded.reported,
      asked = r.asked + excluded.asked`.execute(trx);
}

/** Leaves those that once stood above each other to the notes: theirs, and of whoever is directly below them. */
async function noteCircled(trx: Transaction<DB>, provinceId: string, circled: readonly string[]): Promise<void> {
  if (circled.length === 0) return;
  const ids = [...circled];
  await sql`
    INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
    SELECT province_id, organisation_id, indicator, period_kind, period_from, period_until
    FROM rolled_figures WHERE organisation_id = ANY(${ids}::uuid[])
    UNION
    SELECT k.province_id, c.ancestor_id, k.indicator, k.period_kind, k.period_from, k.period_until
    FROM organisation_closure c JOIN rolled_figures k ON k.organisation_id = c.descendant_id
      AND c.valid_from <= k.period_until AND c.valid_until > k.period_until
    WHERE c.ancestor_id = ANY(${ids}::uuid[]) AND c.depth = 1
    UNION
    SELECT * FROM asked_above(ARRAY(SELECT target_id FROM target_splits WHERE province_id = ${provinceId})) AS a
    WHERE a.organisation_id = ANY(${ids}::uuid[])`.execute(trx);
}

/** Leaves means that are weighed and shares of units that met theirs to the notes: both look at unit after unit. */
async function noteByUnit(trx: Transaction<DB>, { provinceId, catalogue }: All): Promise<void> {
  const codes = [...catalogue.values()].flatMap(({ code, rollUp }) =>
    rollUp === 'weighted-mean' || rollUp === 'share-of-units' ? [code] : [],
  );
  await sql`
    INSERT INTO rolled_due (province_id, organisation_id, indicator, period_kind, period_from, period_until)
    SELECT province_id, organisation_id, indicator, period_kind, period_from, period_until FROM rolled_figures
    WHERE province_id = ${provinceId} AND indicator = ANY(${codes}::text[])`.execute(trx);
}
