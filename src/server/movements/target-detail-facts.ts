/** What surrounds targets, as their rows and their progress need it. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { GoalFigure } from '../../contract/facts.ts';
import type { Adjustment, NamedThing } from '../../core/rules/target-details.ts';
import type { Read } from '../read.ts';

type Figure = z.input<typeof GoalFigure>;

export type KeptAdjustment = Adjustment & {
  id: string;
  before: Figure;
  after: Figure;
  resolution: string;
  resolutionOn: string;
  note: string | null;
  byPost: string;
};

/** Adjustments of these targets in the order of their days, by target. */
export async function adjustmentsOf(read: Read, targetIds: readonly string[]): Promise<Map<string, KeptAdjustment[]>> {
  const byTarget = new Map<string, KeptAdjustment[]>();
  if (targetIds.length === 0) return byTarget;
  const rows = await read
    .selectFrom('target_adjustments')
    .select(['id', 'target_id as targetId', 'in_force_on as inForceOn', 'resolution', 'note', 'before', 'after'])
    .select(['resolution_on as resolutionOn', 'by_post as byPost'])
    .where('target_id', 'in', [...targetIds])
    .orderBy('in_force_on')
    .orderBy('at')
    .execute();
  for (const { targetId, before, after, ...row } of rows)
    byTarget.set(targetId, [
      ...(byTarget.get(targetId) ?? []),
      { ...row, before: before as Figure, after: after as Figure },
    ]);
  return byTarget;
}

/** Which units each of these targets is shared out among, by target. */
export async function unitsAskedFor(read: Read, targetIds: readonly string[]): Promise<Map<string, string[]>> {
  if (targetIds.length === 0) return new Map();
  const rows = await read
    .selectFrom('target_shares')
    .select((row) => ['target_id as targetId', row.fn.agg<string[]>('array_agg', ['organisation_id']).as('units')])
    .where('target_id', 'in', [...targetIds])
    .groupBy('target_id')
    .execute();
  return new Map(rows.map(({ targetId, units }) => [targetId, units]));
}

/** The named things of these targets in the order of their lists, by target. */
export async function thingsOf(read: Read, targetIds: readonly string[]): Promise<Map<string, NamedThing[]>> {
  const byTarget = new Map<string, NamedThing[]>();
  if (targetIds.length === 0) return byTarget;
  const rows = await read
    .selectFrom('target_things')
    .select(['id', 'target_id as targetId', 'name', 'held_from as heldFrom', 'held_until as heldUntil'])
    .where('target_id', 'in', [...targetIds])
    .orderBy('position')
    .orderBy('name')
    .execute();
  for (const { targetId, ...thing } of rows) byTarget.set(targetId, [...(byTarget.get(targetId) ?? []), thing]);
  return byTarget;
}

/** What the newest approved figure of each target did not tick, by target; nothing where it was typed. */
export async function namesMissing(
  read: Read,
  targetIds: readonly string[],
  today: string,
): Promise<Map<string, string[]>> {
  if (targetIds.length === 0) return new Map();
  const ids = sql.join(targetIds.map((id) => sql`${id}::uuid`));
  const { rows } = await sql<{ targetId: string; names: string[] }>`
    WITH newest AS (
      SELECT DISTINCT ON (m.target_id) m.target_id, m.id, m.numerator FROM measurements m
      WHERE m.target_id IN (${ids}) AND m.state = 'approved' AND m.period_until <= ${today}::date
        AND EXISTS (SELECT FROM target_things t WHERE t.target_id = m.target_id)
      ORDER BY m.target_id, m.period_until DESC, m.id)
    SELECT n.target_id AS "targetId", array_agg(t.name ORDER BY t.position) AS names
    FROM newest n JOIN target_things t ON t.target_id = n.target_id
    WHERE NOT EXISTS (SELECT FROM measurement_ticks k WHERE k.measurement_id = n.id AND k.thing_id = t.id)
      AND n.numerator = (SELECT count(*) FROM measurement_ticks k WHERE k.measurement_id = n.id)
    GROUP BY n.target_id`.execute(read);
  return new Map(rows.map(({ targetId, names }) => [targetId, names]));
}
