/** Figures of organisations as pages ask for them: their own, or put together from below. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { getFigureBoard, RolledFigure, rankOrganisations } from '../../contract/rollups.ts';
import { GROUP_NAMES } from '../../core/rules/commune-groups.ts';
import type { PeriodKind, RollUp } from '../../core/rules/progress.ts';
import { HEADS, POPULATION, type RolledSums, rolledFigure } from '../../core/rules/rolled-figures.ts';
import { convert } from '../../core/rules/unit-conversion.ts';
import type { ProvinceIndicator } from '../catalogues/facts.ts';
import { organisationFacts } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { type Catalogue, counts, LAST_APPROVED, valueTold, weightOn, worthIn } from './counting.ts';
import { catalogueOf, maySee, worthOf } from './facts.ts';

type Figure = z.input<typeof RolledFigure>;
type Own = { value: string | null; numerator: string | null; denominator: string | null; estimated: boolean };

export const ownFigure = ({ value, numerator, denominator, estimated }: Own): Figure => ({
  value,
  numerator,
  denominator,
  estimated,
  own: true,
  unweighed: 0,
  reported: 1,
  asked: 1,
});

/** A figure put together from below, as the indicator says. */
export function fromBelow(how: RollUp, sums: RolledSums & { estimated: boolean; unweighed: number }): Figure {
  const { value, numerator, denominator, coverage } = rolledFigure(how, sums);
  const { reported, of: asked } = coverage;
  const { estimated, unweighed } = sums;
  return { value, numerator, denominator, estimated, own: false, unweighed, reported, asked };
}

type Key = { indicator: string; kind: PeriodKind; from: string; until: string };

/** The approved figures of one organisation in a year, of several for one period the one approved last. */
async function ownOfYear(read: Read, organisationId: string, year: number, catalogue: Catalogue) {
  const { rows } = await sql<Own & Key & { unit: string | null }>`
    SELECT DISTINCT ON (indicator, period_until, period_from) indicator, period_kind AS kind, period_from AS "from",
      period_until AS until, ${valueTold(catalogue)} AS value, numerator, denominator, estimated, unit
    FROM measurements m
    WHERE organisation_id = ${organisationId} AND indicator IS NOT NULL
      AND period_until BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}
      AND ${counts(catalogue)}
    ORDER BY indicator, period_until, period_from, ${LAST_APPROVED}`.execute(read);
  return rows;
}

async function rolledOfYear(read: Read, organisationId: string, year: number) {
  const { rows } = await sql<RolledSums & Key & { estimated: boolean; unweighed: number }>`
    SELECT indicator, period_kind AS kind, period_from AS "from", period_until AS until, total, greatest, latest,
      numerator, denominator, weighted, weight, unweighed, judged, met, estimated, reported, asked
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
  const catalogue = await catalogueOf(read, viewer.provinceId);
  const own = await ownOfYear(read, organisationId, year, catalogue);
  const rolled = await rolledOfYear(read, organisationId, year);
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
      const weighedBy = catalogue.get(indicator.weighedBy ?? '')?.name ?? null;
      return {
        ...{ code, name, domain, unit: units[0] ?? null, nature, rollUp, rollUpAssumed, weighedBy },
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
  'weighted-mean': sql`r.weighted / nullif(r.weight, 0)`,
  'share-of-units': sql`r.met::numeric / nullif(r.judged, 0)`,
};

/** Ways that give part and whole. */
const PARTS: ReadonlySet<RollUp> = new Set(['ratio-of-sums', 'share-of-units']);

const PAGE = 100;

type Ranked = {
  id: string;
  name: string;
  rank: string | null;
  compared: string | null;
  heads: string | null;
  of: string;
  all: string;
} & Own &
  RolledSums & { isOwn: boolean; unweighed: number };

type Asked = z.infer<(typeof rankOrganisations)['input']>;

/** The rows of a page; who stood where is asked of the tree on the period's last day. */
async function rankedRows(
  read: Read,
  viewer: Viewer,
  asked: Asked,
  catalogue: Catalogue,
  indicator: ProvinceIndicator,
) {
  const { organisationId, level, group, indicator: code, from, until, page = 1 } = asked;
  const worth = await worthOf(read, { provinceId: viewer.provinceId, codes: [code, POPULATION], catalogue });
  const factor = worthIn(worth);
  const way = COMPARED[indicator.rollUp] ?? sql`NULL::numeric`;
  const percent = indicator.units[0]?.includes('%') ? sql`100` : sql`1`;
  const on = { unit: sql`p.id`, weigher: sql`${POPULATION}`, until: sql`${until}::date` };
  const heads = asked.perHead ? weightOn({ ...on, catalogue, worth }) : sql`SELECT NULL::numeric AS weight`;
  // Multiplied before it is divided: the other way round a whole would lose its last digits.
  const forHeads = asked.perHead ? sql`* ${HEADS} / nullif(h.weight, 0)` : sql``;
  const better = indicator.better === 'lower' ? sql`ASC` : sql`DESC`;
  const { rows } = await sql<Ranked>`
    WITH place AS MATERIALIZED (
      SELECT o.id, o.name FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
      WHERE c.ancestor_id = ${organisationId} AND c.depth > 0 AND c.valid_from <= ${until} AND c.valid_until > ${until} AND o.level = ${level}
        ${group ? sql`AND starts_with(o.name, ${GROUP_NAMES[group]})` : sql``}
    ), told AS (
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
    FROM told ORDER BY compared ${better} NULLS LAST, name, id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`.execute(read);
  return rows;
}

/**
 * Xếp hạng: organisations of one level by what they reached, those without a figure last and without a place; per head
 * by what a thousand people have reached.
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
  if (!indicator || (input.perHead && indicator.rollUp !== 'sum')) throw notFound();
  const rows = await rankedRows(read, viewer, input, catalogue, indicator);
  return {
    organisations: rows.map(({ id, name, rank, compared, heads: of, isOwn, ...row }) => ({
      rank: rank === null ? null : Number(rank),
      organisation: { id, name },
      figure: isOwn ? ownFigure(row) : fromBelow(indicator.rollUp, row),
      compared,
      heads: of,
    })),
    count: Number(rows[0]?.all ?? 0),
    compared: Number(rows[0]?.of ?? 0),
    pageSize: PAGE,
  };
}
