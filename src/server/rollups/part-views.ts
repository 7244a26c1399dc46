/** What a figure is made of: each part that stands directly below. */

import { sql } from 'kysely';
import type { z } from 'zod';
import { type getFigureParts, MOST_MAPPED } from '../../contract/rollups.ts';
import type { RolledSums } from '../../core/rules/rolled-figures.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { counts, LAST_APPROVED, valueTold, weighersOf, weightOn, worthIn } from './counting.ts';
import { catalogueOf, maySee, worthOf } from './facts.ts';
import { judgedBelow } from './judged.ts';
import { fromBelow, ownFigure } from './views.ts';

type Asked = z.infer<(typeof getFigureParts)['input']>;
type Sums = RolledSums & { estimated: boolean; unweighed: number };
type Row = Sums & {
  id: string;
  name: string;
  isOwn: boolean;
  ownValue: string | null;
  ownNumerator: string | null;
  ownDenominator: string | null;
  ownEstimated: boolean;
  isRolled: boolean;
  correctionReason: string | null;
  heavy: string | null;
};

const SUMS = sql`r.total, r.greatest, r.latest, r.numerator, r.denominator, r.weighted, r.weight,
  coalesce(r.unweighed, 0) AS unweighed, coalesce(r.judged, 0) AS judged, coalesce(r.met, 0) AS met,
  coalesce(r.reported, 0) AS reported, coalesce(r.asked, 0) AS asked, coalesce(r.estimated, false) AS estimated`;

/** Cách tính: the parts of a figure, as they stood on the period's last day. */
export async function viewFigureParts(
  read: Read,
  viewer: Viewer,
  asked: Asked,
): Promise<z.input<(typeof getFigureParts)['output']>> {
  const { organisationId, indicator: code, from, until } = asked;
  if (!(await maySee(read, viewer, organisationId))) throw notFound();
  const { provinceId } = viewer;
  const catalogue = await catalogueOf(read, provinceId);
  const indicator = catalogue.get(code);
  if (!indicator) throw notFound();
  const weigher = weighersOf(catalogue, [code])[code];
  const worth = await worthOf(read, { provinceId, codes: [code, ...(weigher ? [weigher] : [])], catalogue });
  const on = { unit: sql`o.id`, weigher: sql`${weigher ?? ''}`, until: sql`${until}::date` };
  const { rows } = await sql<Row>`
    SELECT o.id, o.name, w.found IS NOT NULL AS "isOwn", w.value AS "ownValue", w.numerator AS "ownNumerator",
      w.denominator AS "ownDenominator", w.correction_reason AS "correctionReason", coalesce(w.estimated, false) AS "ownEstimated",
      r.organisation_id IS NOT NULL AS "isRolled", h.weight AS heavy, ${SUMS}
    FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
      LEFT JOIN LATERAL (
        SELECT true AS found, ${valueTold(catalogue)} * ${worthIn(worth)} AS value, m.numerator, m.denominator, m.estimated,
          m.correction_reason
        FROM measurements m
        WHERE m.indicator = ${code} AND m.organisation_id = o.id AND m.period_until = ${until} AND m.period_from = ${from}
          AND ${counts(catalogue)} AND ${worthIn(worth)} IS NOT NULL
        ORDER BY ${LAST_APPROVED} LIMIT 1
      ) AS w ON true
      LEFT JOIN rolled_figures r ON r.organisation_id = o.id AND r.indicator = ${code} AND r.period_until = ${until} AND r.period_from = ${from}
      LEFT JOIN LATERAL (${weigher ? weightOn({ ...on, catalogue, worth }) : sql`SELECT NULL::numeric AS weight`}) AS h ON w.found
    WHERE c.ancestor_id = ${organisationId} AND c.depth = 1 AND c.valid_from <= ${until} AND c.valid_until > ${until}
      AND (w.found OR r.organisation_id IS NOT NULL OR EXISTS (
        SELECT FROM asked_figures a WHERE a.organisation_id = o.id AND a.indicator = ${code} AND a.period_until = ${until} AND a.period_from = ${from}))
    ORDER BY o.position, o.name, o.id`.execute(read);
  const [rolled] = (
    await sql<Sums>`SELECT ${SUMS} FROM rolled_figures r
      WHERE r.organisation_id = ${organisationId} AND r.indicator = ${code} AND r.period_until = ${until} AND r.period_from = ${from}`.execute(
      read,
    )
  ).rows;
  const [own] = (
    await sql<{ reason: string | null }>`SELECT m.correction_reason AS reason FROM measurements m
      WHERE m.indicator = ${code} AND m.organisation_id = ${organisationId} AND m.period_until = ${until}
        AND m.period_from = ${from} AND ${counts(catalogue)} AND ${worthIn(worth)} IS NOT NULL
      ORDER BY ${LAST_APPROVED} LIMIT 1`.execute(read)
  ).rows;
  const judged = await judgedBelow(read, [{ organisationId, indicator: code, kind: '', from, until }], {
    ...{ provinceId, catalogue, worth },
  });
  const met = new Map(judged.map((one) => [one.organisationId, one.met]));
  const weighing = weigher === undefined ? undefined : catalogue.get(weigher);
  return {
    rollUp: indicator.rollUp,
    weighedBy: weighing ? { name: weighing.name, unit: weighing.units[0] ?? null } : null,
    figure: rolled ? fromBelow(indicator.rollUp, rolled) : null,
    correctionReason: own?.reason ?? null,
    parts: rows.slice(0, MOST_MAPPED).map(({ id, name, isOwn, isRolled, heavy, ...row }) => {
      const { ownValue: value, ownNumerator: numerator, ownDenominator: denominator, ownEstimated: estimated } = row;
      const own = isOwn ? ownFigure({ value, numerator, denominator, estimated }) : null;
      return {
        organisation: { id, name },
        figure: own ?? (isRolled ? fromBelow(indicator.rollUp, row) : null),
        weight: heavy,
        met: met.get(id) ?? null,
        correctionReason: row.correctionReason,
      };
    }),
    more: Math.max(0, rows.length - MOST_MAPPED),
  };
}
