/** Figures of organisations as pages ask for them: their own, or put together from below. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { getFigureBoard, RolledFigure, rankOrganisations } from '../../contract/rollups.ts';
import { GROUP_NAMES } from '../../core/rules/commune-groups.ts';
import type { PeriodKind, RollUp } from '../../core/rules/progress.ts';
import { type RolledSums, rolledFigure } from '../../core/rules/rolled-figures.ts';
import { convert } from '../../core/rules/unit-conversion.ts';
import { organisationFacts } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { catalogueOf, maySee, worthOf } from './facts.ts';

type Figure = z.input<typeof RolledFigure>;
type Own = { value: string | null; numerator: string | null; denominator: string | null; estimated: boolean };

const ownFigure = ({ value, numerator, denominator, estimated }: Own): Figure => ({
  value,
  numerator,
  denominator,
  estimated,
  own: true,
  reported: 1,
  asked: 1,
});

function fromBelow(how: RollUp, sums: RolledSums & { estimated: boolean }): Figure {
  const { value, numerator, denominator, coverage } = rolledFigure(how, sums);
  const { reported, of: asked } = coverage;
  return { value, numerator, denominator, estimated: sums.estimated, own: false, reported, asked };
}

type Key = { indicator: string; kind: PeriodKind; from: string; until: string };

/** The approved figures of one organisation in a year, of several for one period the one approved last. */
async function ownOfYear(read: Read, organisationId: string, year: number) {
  const { rows } = await sql<Own & Key & { unit: string | null }>`
    SELECT DISTINCT ON (indicator, period_until, period_from) indicator, period_kind AS kind, period_from AS "from",
      period_until AS until, value, numerator, denominator, estimated, unit
    FROM measurements
    WHERE organisation_id = ${organisationId} AND state = 'approved' AND reported_as = 'level' AND indicator IS NOT NULL
      AND period_until BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}
      AND (value IS NOT NULL OR (numerator IS NOT NULL AND denominator IS NOT NULL))
    ORDER BY indicator, period_until, period_from, approved_at DESC NULLS LAST, reported_at DESC, id`.execute(read);
  return rows;
}

async function rolledOfYear(read: Read, organisationId: string, year: number) {
  const { rows } = await sql<RolledSums & Key & { estimated: boolean }>`
    SELECT indicator, period_kind AS kind, period_from AS "from", period_until AS until, total, greatest, latest,
      numerator, denominator, estimated, reported, asked
    FROM rolled_figures
    WHERE organisation_id = ${organisationId} AND period_until BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`.execute(
    read,
  );
  return rows;
}

/** Bảng số liệu of an organisation: every indicator of the year with all its periods, in the order of the catalogue. */
export async function viewFigureBoard(
  read: Read,
  viewer: Viewer,
  input: z.infer<(typeof getFigureBoard)['input']>,
): Promise<z.input<(typeof getFigureBoard)['output']>> {
  const organisationId: string = input.organisationId ?? viewer.organisationId;
  const year = input.year ?? Number(viewer.today.slice(0, 4));
  const [organisation] = await organisationFacts(read, viewer, [organisationId]);
  if (!organisation || !(await maySee(read, viewer, organisationId))) throw notFound();
  const own = await ownOfYear(read, organisationId, year);
  const rolled = await rolledOfYear(read, organisationId, year);
  const catalogue = await catalogueOf(read, viewer.provinceId);
  const found = new Map<string, Map<string, Key & Figure>>();
  const put = (key: Key, figure: Figure) => {
    const periods = found.get(key.indicator) ?? new Map<string, Key & Figure>();
    found.set(key.indicator, periods.set(`${key.from} ${key.until}`, { ...key, ...figure }));
  };
  for (const row of rolled) put(row, fromBelow(catalogue.get(row.indicator)?.rollUp ?? 'none', row));
  for (const row of own) {
    const first = catalogue.get(row.indicator)?.units[0] ?? null;
    const value = row.value === null ? null : convert(row.value, row.unit, first);
    // Told in a unit of another kind it cannot stand in this row.
    if (value !== null || row.numerator !== null) put(row, ownFigure({ ...row, value }));
  }
  return {
    organisation: { id: organisation.id, name: organisation.name },
    year,
    indicators: [...catalogue.values()].flatMap((indicator) => {
      const periods = found.get(indicator.code);
      if (!periods) return [];
      const { code, name, domain, units, nature, rollUp, rollUpAssumed } = indicator;
      return {
        ...{ code, name, domain, unit: units[0] ?? null, nature, rollUp, rollUpAssumed },
        periods: [...periods.values()].sort((a, b) => (`${a.until}${b.from}` < `${b.until}${a.from}` ? -1 : 1)),
      };
    }),
  };
}

/** Which column of the sums is the figure; of the others none is compared. */
const COMPARED: Partial<Record<RollUp, RawBuilder<unknown>>> = {
  sum: sql`r.total`,
  maximum: sql`r.greatest`,
  last: sql`r.latest`,
  'ratio-of-sums': sql`r.numerator / nullif(r.denominator, 0)`,
};

const PAGE = 100;

type Ranked = {
  id: string;
  name: string;
  rank: string | null;
  compared: string | null;
  of: string;
  all: string;
} & Own &
  RolledSums & { isOwn: boolean };

/**
 * Xếp hạng: organisations of one level by what they reached, those without a figure last and without a place. Who
 * stood where is asked of the tree on the period's last day.
 */
export async function viewRanking(
  read: Read,
  viewer: Viewer,
  input: z.infer<(typeof rankOrganisations)['input']>,
): Promise<z.input<(typeof rankOrganisations)['output']>> {
  const { organisationId, level, group, indicator: code, from, until, page = 1 } = input;
  if (!(await maySee(read, viewer, organisationId))) throw notFound();
  const catalogue = await catalogueOf(read, viewer.provinceId);
  const indicator = catalogue.get(code);
  if (!indicator) throw notFound();
  const worth = await worthOf(read, { provinceId: viewer.provinceId, codes: [code], catalogue });
  const factor = sql`(${JSON.stringify(worth[code] ?? {})}::jsonb ->> coalesce(m.unit, ''))::numeric`;
  const way = COMPARED[indicator.rollUp] ?? sql`NULL::numeric`;
  const percent = indicator.units[0]?.includes('%') ? sql`100` : sql`1`;
  const better = indicator.better === 'lower' ? sql`ASC` : sql`DESC`;
  const { rows } = await sql<Ranked>`
    WITH place AS MATERIALIZED (
      SELECT o.id, o.name FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
      WHERE c.ancestor_id = ${organisationId} AND c.depth > 0 AND c.valid_from <= ${until} AND c.valid_until > ${until} AND o.level = ${level}
        ${group ? sql`AND starts_with(o.name, ${GROUP_NAMES[group]})` : sql``}
    ), told AS (
      SELECT p.id, p.name, w.organisation_id IS NOT NULL AS "isOwn", w.value, w.numerator AS own_numerator, w.denominator AS own_denominator,
        coalesce(w.estimated, r.estimated, false) AS estimated, r.total, r.greatest, r.latest, r.numerator, r.denominator,
        coalesce(r.reported, 0) AS reported, coalesce(r.asked, 0) AS asked,
        CASE WHEN w.organisation_id IS NOT NULL THEN coalesce(w.value, ${percent} * w.numerator / nullif(w.denominator, 0))
          ELSE ${indicator.rollUp === 'ratio-of-sums' ? percent : sql`1`} * ${way} END AS compared
      FROM place p LEFT JOIN LATERAL (
          SELECT m.organisation_id, m.value * ${factor} AS value, m.numerator, m.denominator, m.estimated FROM measurements m
          WHERE m.indicator = ${code} AND m.organisation_id = p.id AND m.period_from = ${from} AND m.period_until = ${until}
            AND m.state = 'approved' AND m.reported_as = 'level' AND ${factor} IS NOT NULL
            AND (m.value IS NOT NULL OR (m.numerator IS NOT NULL AND m.denominator IS NOT NULL))
          ORDER BY m.approved_at DESC NULLS LAST, m.reported_at DESC, m.id LIMIT 1
        ) AS w ON true
        LEFT JOIN rolled_figures r ON r.organisation_id = p.id AND r.indicator = ${code} AND r.period_until = ${until} AND r.period_from = ${from}
    )
    SELECT id, name, "isOwn", value, estimated, total, greatest, latest, reported, asked,
      CASE WHEN "isOwn" THEN own_numerator ELSE numerator END AS numerator,
      CASE WHEN "isOwn" THEN own_denominator ELSE denominator END AS denominator,
      trim_scale(round(compared, 6)) AS compared, count(compared) OVER () AS of, count(*) OVER () AS "all",
      CASE WHEN compared IS NOT NULL THEN rank() OVER (ORDER BY compared ${better} NULLS LAST) END AS rank
    FROM told ORDER BY compared ${better} NULLS LAST, name, id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`.execute(read);
  return {
    organisations: rows.map(({ id, name, rank, compared, isOwn, ...row }) => ({
      rank: rank === null ? null : Number(rank),
      organisation: { id, name },
      figure: isOwn ? ownFigure(row) : fromBelow(indicator.rollUp, row),
      compared,
    })),
    count: Number(rows[0]?.all ?? 0),
    compared: Number(rows[0]?.of ?? 0),
    pageSize: PAGE,
  };
}
