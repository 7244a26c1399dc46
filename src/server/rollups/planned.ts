/** What places were given of an indicator, and how much of it each has reached. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { RankedOrganisation } from '../../contract/rollups.ts';
import { placesByAttainment } from '../../core/rules/standings.ts';
import { convert } from '../../core/rules/unit-conversion.ts';
import { attainedOf, planOn } from '../../core/rules/unit-standing.ts';
import type { ProvinceIndicator } from '../catalogues/facts.ts';
import { type FigureTarget, figureTargets } from '../movements/facts.ts';
import type { Read } from '../read.ts';

type Ranked = z.input<typeof RankedOrganisation>;
type Given = { organisationId: string; targetId: string; share: string | null; own: boolean; base: string | null };
type Plan = Given & { target: FigureTarget };

/** By place. */
export type PlanOf = ReadonlyMap<string, Plan>;

/**
 * What each place was given of an indicator in the year of the period: its share of a target from above; a target it
 * set itself only where nothing was given to it. With the newest figure it reported from before the days of the target.
 */
export async function plansOf(
  read: Read,
  places: readonly Pick<Ranked, 'organisation'>[],
  { indicator, until }: { indicator: string; until: string },
): Promise<PlanOf> {
  const [year, month] = [Number(until.slice(0, 4)), Number(until.slice(5, 7))];
  // Năm học is the one that ends in the movement's year.
  const schoolYear = month >= 9 ? year + 1 : year;
  const ofYear = sql`t.indicator = ${indicator} AND v.archived_at IS NULL
    AND v.year = CASE WHEN t.year_kind = 'school-year' THEN ${schoolYear}::integer ELSE ${year}::integer END`;
  const { rows } = await sql<Given>`
    WITH given AS (
      SELECT DISTINCT ON (x.place) x.* FROM (
        SELECT s.organisation_id AS place, t.id AS target, s.value AS share, false AS own
        FROM targets t JOIN movements v ON v.id = t.movement_id JOIN target_shares s ON s.target_id = t.id WHERE ${ofYear}
        UNION ALL
        SELECT v.organisation_id, t.id, NULL, true FROM targets t JOIN movements v ON v.id = t.movement_id WHERE ${ofYear}
      ) AS x WHERE x.place = ANY(${places.map(({ organisation }) => organisation.id)}::uuid[])
      ORDER BY x.place, x.own, x.share IS NULL, x.target
    )
    SELECT g.place AS "organisationId", g.target AS "targetId", g.share, g.own,
      (SELECT e.value FROM measurements e WHERE e.target_id = g.target AND e.organisation_id = g.place
          AND e.state = 'approved' AND e.value IS NOT NULL AND e.period_until < d.days_from
        ORDER BY e.period_until DESC LIMIT 1) AS base
    FROM given g JOIN targets t ON t.id = g.target JOIN movements v ON v.id = t.movement_id,
      LATERAL target_days(v.kind, v.year, v.period_from, v.period_until, t.year_kind) AS d`.execute(read);
  const targetIds = [...new Set(rows.map(({ targetId }) => targetId))];
  const targets = new Map((await figureTargets(read, { targetIds })).map((target) => [target.id, target]));
  return new Map(
    rows.flatMap((row) => {
      const target = targets.get(row.targetId);
      return target ? [[row.organisationId, { ...row, target }] as const] : [];
    }),
  );
}

type Told = { indicator: ProvinceIndicator; on: string };

/** Places in the order of how much of their plan they have reached; who has no plan or no figure has no place. */
export function byAttainment(rows: readonly Ranked[], plans: PlanOf, told: Told): Ranked[] {
  const judged = rows.map((row) => {
    const plan = plans.get(row.organisation.id);
    return plan ? attained(row, plan, told) : { ...row, rank: null, compared: null };
  });
  return placesByAttainment(judged);
}

function attained(row: Ranked, { target, ...given }: Plan, { indicator, on }: Told): Ranked {
  const answered = { ...target, ...given, verdictGiven: null };
  const figure = planOn(answered, on);
  if (figure === null) return { ...row, rank: null, compared: null };
  const { value: whole, numerator, denominator } = row.figure;
  // What is put together stands in the indicator's first unit, the plan in its own.
  const value = whole === null ? null : convert(whole, indicator.units[0] ?? null, figure.unit);
  const silent = value === null && (numerator === null || denominator === null);
  const is = indicator.nature === 'rate' ? ('change' as const) : ('level' as const);
  const reached = { is, value, numerator, denominator };
  const compared = silent ? null : attainedOf(answered, { reached, base: given.base, on });
  return { ...row, rank: null, compared, plan: { figure, own: given.own } };
}
