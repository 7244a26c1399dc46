/** Which figures count when figures are put together, and what they are worth: said once, for all who ask. */

import { type RawBuilder, sql } from 'kysely';
import type { ProvinceIndicator } from '../catalogues/facts.ts';

/** The catalogue of a province by code. */
export type Catalogue = ReadonlyMap<string, ProvinceIndicator>;

/** By indicator and unit (empty where it has none): what one of the unit is worth in the indicator's first unit. */
export type Worth = Record<string, Record<string, string>>;

/** Of a figure `m`: approved, with a value or with part and whole, and of the level where the indicator is no change. */
export const counts = (catalogue: Catalogue): RawBuilder<boolean> => sql<boolean>`(m.state = 'approved'
  AND (m.reported_as = 'level' OR m.indicator = ANY(${changes(catalogue)}::text[]))
  AND (m.value IS NOT NULL OR (m.numerator IS NOT NULL AND m.denominator IS NOT NULL)))`;

/** Of several figures `m` of one unit, indicator and period the one approved last. */
export const LAST_APPROVED = sql`m.approved_at DESC NULLS LAST, m.reported_at DESC, m.id`;

/** The value of a figure `m` as its indicator counts: of a change the change, however it was told. */
export const valueTold = (catalogue: Catalogue): RawBuilder<string | null> =>
  sql<string | null>`(CASE WHEN m.indicator = ANY(${changes(catalogue)}::text[])
    THEN change_told(m.target_id, m.organisation_id, m.period_until, m.reported_as, m.value) ELSE m.value END)`;

/** Codes of indicators that are themselves a change: a growth, a reduction. */
const changes = (catalogue: Catalogue): string[] =>
  [...catalogue.values()].filter(({ nature }) => nature === 'rate').map(({ code }) => code);

/** What one of the unit of a figure `m` is worth; null where it is of another kind, and then the figure does not count. */
export const worthIn = (worth: Worth): RawBuilder<string | null> =>
  sql<string | null>`(${JSON.stringify(worth)}::jsonb -> m.indicator ->> coalesce(m.unit, ''))::numeric`;

/** By code of a weighted mean: the indicator that weighs it. */
export const weighersOf = (catalogue: Catalogue, codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    codes.flatMap((code) => {
      const { rollUp, weighedBy } = catalogue.get(code) ?? {};
      return rollUp === 'weighted-mean' && weighedBy !== undefined ? [[code, weighedBy]] : [];
    }),
  );

type WeightAsked = {
  /** In SQL: whose weight, by which indicator, on which day. */
  unit: RawBuilder<unknown>;
  weigher: RawBuilder<unknown>;
  until: RawBuilder<unknown>;
  catalogue: Catalogue;
  worth: Worth;
};

/**
 * The newest figure of a unit by which it is weighed on a day, its own before what stands below it: one row with
 * `weight`, or none.
 */
export const weightOn = ({ unit, weigher, until, catalogue, worth }: WeightAsked): RawBuilder<unknown> => sql`
  SELECT x.weight FROM (
    (SELECT m.value * ${worthIn(worth)} AS weight, m.period_until, m.period_from, 1 AS own FROM measurements m
      WHERE m.indicator = ${weigher} AND m.organisation_id = ${unit} AND m.period_until <= ${until} AND ${counts(catalogue)}
        AND m.value >= 0 AND ${worthIn(worth)} IS NOT NULL
      ORDER BY m.period_until DESC, m.period_from, ${LAST_APPROVED} LIMIT 1)
    UNION ALL
    (SELECT s.total, s.period_until, s.period_from, 0 FROM rolled_figures s
      WHERE s.indicator = ${weigher} AND s.organisation_id = ${unit} AND s.period_until <= ${until} AND s.total >= 0
      ORDER BY s.period_until DESC, s.period_from LIMIT 1)
  ) AS x ORDER BY x.period_until DESC, x.own DESC, x.period_from LIMIT 1`;
