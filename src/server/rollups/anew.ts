/**
 * Puts all figures of a province together anew, from the lowest organisations up, each level in a few statements over
 * whole sets. Gives what notes and rounds (roll.ts) would, many times faster.
 */

import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import type { Read } from '../read.ts';
import { catalogueOf, worthOf } from './facts.ts';

const KEY = sql`indicator, period_until, period_from`;

/** Forgets what was put together and begins again; what is left to the notes is rolled by the caller. */
export async function startAnew(trx: Transaction<DB>, provinceId: string): Promise<void> {
  // An operator may wait longer than a page, and whole sets want room.
  await sql`SELECT set_config('statement_timeout', '10min', true), set_config('work_mem', '256MB', true)`.execute(trx);
  await sql`DELETE FROM rolled_due WHERE province_id = ${provinceId}`.execute(trx);
  await sql`DELETE FROM rolled_figures WHERE province_id = ${provinceId}`.execute(trx);
  const read = trx as unknown as Read;
  const catalogue = await catalogueOf(read, provinceId);
  const worth = await worthOf(read, { provinceId, codes: [...catalogue.keys()], catalogue });
  const factor = sql`(${JSON.stringify(worth)}::jsonb -> m.indicator ->> coalesce(m.unit, ''))::numeric`;
  const { levels, circled } = await levelsOf(trx);
  await addOwn(trx, provinceId, factor);
  for (const ids of levels) await addBelow(trx, { provinceId, ids, factor });
  await noteCircled(trx, provinceId, circled);
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

/** Whether `id` has a figure of its own for the key of `row`. */
const hasOwn = (factor: RawBuilder<unknown>, id: RawBuilder<unknown>, row: RawBuilder<unknown>) => sql`EXISTS (
  SELECT FROM measurements m WHERE m.organisation_id = ${id} AND m.indicator = ${row}.indicator
    AND m.period_until = ${row}.period_until AND m.period_from = ${row}.period_from
    AND m.state = 'approved' AND m.reported_as = 'level' AND ${factor} IS NOT NULL
    AND (m.value IS NOT NULL OR (m.numerator IS NOT NULL AND m.denominator IS NOT NULL)))`;

/** The figures that units told themselves, put together above each of them. */
async function addOwn(trx: Transaction<DB>, provinceId: string, factor: RawBuilder<unknown>): Promise<void> {
  await sql`
    INSERT INTO rolled_figures (province_id, organisation_id, indicator, period_kind, period_from, period_until,
      total, greatest, latest, latest_at, numerator, denominator, estimated, reported, asked)
    SELECT ${provinceId}, c.ancestor_id, o.indicator, min(o.period_kind), o.period_from, o.period_until,
      sum(o.value), max(o.value), (max(o.told))[2], max(o.reported_at) FILTER (WHERE o.value IS NOT NULL),
      sum(o.numerator), sum(o.denominator), bool_or(o.estimated), count(*), count(*)
    FROM (
      SELECT DISTINCT ON (m.organisation_id, m.indicator, m.period_until, m.period_from)
        m.organisation_id, m.indicator, m.period_kind, m.period_from, m.period_until, m.reported_at, m.estimated,
        m.value * ${factor} AS value,
        CASE WHEN m.value IS NOT NULL THEN ARRAY[extract(epoch FROM m.reported_at), m.value * ${factor}] END AS told,
        CASE WHEN m.denominator IS NOT NULL THEN m.numerator END AS numerator,
        CASE WHEN m.numerator IS NOT NULL THEN m.denominator END AS denominator
      FROM measurements m
      WHERE m.province_id = ${provinceId} AND m.state = 'approved' AND m.reported_as = 'level' AND ${factor} IS NOT NULL
        AND (m.value IS NOT NULL OR (m.numerator IS NOT NULL AND m.denominator IS NOT NULL))
      ORDER BY m.organisation_id, m.indicator, m.period_until, m.period_from, m.approved_at DESC NULLS LAST, m.reported_at DESC, m.id
    ) AS o JOIN organisation_closure c ON c.descendant_id = o.organisation_id AND c.depth = 1
      AND c.valid_from <= o.period_until AND c.valid_until > o.period_until
    GROUP BY c.ancestor_id, o.indicator, o.period_from, o.period_until`.execute(trx);
}

/** Adds, for organisations whose own lower ones are done, those without a figure of their own: put together, or only asked. */
async function addBelow(
  trx: Transaction<DB>,
  { provinceId, ids, factor }: { provinceId: string; ids: readonly string[]; factor: RawBuilder<unknown> },
): Promise<void> {
  const child = sql`c.descendant_id`;
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
      WHERE c.ancestor_id = ANY(${[...ids]}::uuid[]) AND c.depth = 1 AND NOT ${hasOwn(factor, child, sql`k`)}
      UNION ALL
      SELECT organisation_id, indicator, min(period_kind), period_from, period_until, NULL, NULL, NULL, NULL, NULL, NULL, false, 0,
        count(DISTINCT child_id)
      FROM (
        SELECT c.ancestor_id AS organisation_id, c.descendant_id AS child_id, a.indicator, a.period_kind, a.period_from, a.period_until
        FROM organisation_closure c JOIN asked_figures a ON a.organisation_id = c.descendant_id
          AND c.valid_from <= a.period_until AND c.valid_until > a.period_until
        WHERE c.ancestor_id = ANY(${[...ids]}::uuid[]) AND c.depth = 1 AND NOT ${hasOwn(factor, child, sql`a`)}
          AND NOT EXISTS (SELECT FROM rolled_figures k WHERE k.organisation_id = c.descendant_id AND k.indicator = a.indicator
            AND k.period_until = a.period_until AND k.period_from = a.period_from)
      ) AS silent
      GROUP BY organisation_id, ${KEY}
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
