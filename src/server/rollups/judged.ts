/** Which units below met their own target, where an indicator counts just that. */

import { sql } from 'kysely';
import type { ReportedAs } from '../../core/rules/progress.ts';
import { hasMet } from '../../core/rules/unit-standing.ts';
import { figureTargets } from '../movements/facts.ts';
import type { Read } from '../read.ts';
import { progressLimitsOf } from '../settings/facts.ts';
import { type Catalogue, counts, LAST_APPROVED, type Worth, worthIn } from './counting.ts';

export type Node = { organisationId: string; indicator: string; kind: string; from: string; until: string };

/** One unit's figure that could be judged. */
export type Judged = Pick<Node, 'organisationId' | 'indicator' | 'from' | 'until'> & { met: boolean };

type Told = Omit<Judged, 'met'> & {
  targetId: string;
  reportedAs: ReportedAs;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  share: string | null;
  own: boolean;
  base: string | null;
};

/** Judges the figures of all who stand directly below these nodes, each by its own target as on the period's last day. */
export async function judgedBelow(
  read: Read,
  nodes: readonly Node[],
  { provinceId, catalogue, worth }: { provinceId: string; catalogue: Catalogue; worth: Worth },
): Promise<Judged[]> {
  const asked = nodes.filter(({ indicator }) => catalogue.get(indicator)?.rollUp === 'share-of-units');
  if (asked.length === 0) return [];
  const column = <K extends keyof Node>(key: K) => asked.map((node) => node[key]);
  const { rows } = await sql<Told>`
    SELECT c.descendant_id AS "organisationId", n.indicator, n.period_from AS "from", n.period_until AS until, o.*,
      (SELECT s.value FROM target_shares s WHERE s.target_id = o."targetId" AND s.organisation_id = c.descendant_id) AS share,
      NOT EXISTS (SELECT FROM target_shares s WHERE s.target_id = o."targetId" AND s.organisation_id = c.descendant_id) AS own,
      (SELECT e.value FROM measurements e WHERE e.target_id = o."targetId" AND e.organisation_id = c.descendant_id
          AND e.state = 'approved' AND e.value IS NOT NULL AND e.period_until < o.begins
        ORDER BY e.period_until DESC LIMIT 1) AS base
    FROM unnest(${column('organisationId')}::uuid[], ${column('indicator')}::text[], ${column('from')}::date[], ${column('until')}::date[])
        AS n(organisation_id, indicator, period_from, period_until)
      JOIN organisation_closure c ON c.ancestor_id = n.organisation_id AND c.depth = 1
        AND c.valid_from <= n.period_until AND c.valid_until > n.period_until,
      LATERAL (
        SELECT m.target_id AS "targetId", m.reported_as AS "reportedAs", m.value, m.numerator, m.denominator, d.days_from AS begins
        FROM measurements m JOIN targets t ON t.id = m.target_id JOIN movements v ON v.id = t.movement_id,
          LATERAL target_days(v.kind, v.year, v.period_from, v.period_until, t.year_kind) AS d
        WHERE m.indicator = n.indicator AND m.organisation_id = c.descendant_id AND m.period_until = n.period_until
          AND m.period_from = n.period_from AND ${counts(catalogue)} AND ${worthIn(worth)} IS NOT NULL
        ORDER BY ${LAST_APPROVED} LIMIT 1) AS o`.execute(read);
  if (rows.length === 0) return [];
  const targetIds = [...new Set(rows.map(({ targetId }) => targetId))];
  const targets = new Map((await figureTargets(read, { targetIds })).map((target) => [target.id, target]));
  const today =
    rows
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? '';
  const limitsOn = await progressLimitsOf(read, { provinceId, today });
  return rows.flatMap(({ organisationId, indicator, from, until, share, own, base, ...told }): Judged[] => {
    const target = targets.get(told.targetId);
    if (!target) return [];
    const { reportedAs: is, value, numerator, denominator } = told;
    const figure = { reached: { is, value, numerator, denominator }, base, on: until };
    const met = hasMet({ ...target, verdictGiven: null, share, own }, figure, limitsOn(until));
    return met === null ? [] : [{ organisationId, indicator, from, until, met }];
  });
}
