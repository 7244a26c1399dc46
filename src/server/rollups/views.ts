/** Figures of organisations as pages ask for them: their own, or put together from below. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { getFigureBoard, RolledFigure } from '../../contract/rollups.ts';
import type { PeriodKind, RollUp } from '../../core/rules/progress.ts';
import { type RolledSums, rolledFigure } from '../../core/rules/rolled-figures.ts';
import { convert } from '../../core/rules/unit-conversion.ts';
import { organisationFacts } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { type Catalogue, counts, LAST_APPROVED, valueTold } from './counting.ts';
import { catalogueOf, maySee } from './facts.ts';

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
