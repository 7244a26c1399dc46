/** The few named things that a ratio counts, ticked one by one. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { TypedCell } from '../../contract/measurements.ts';
import { ratioTicked } from '../../core/rules/target-details.ts';
import type { Tx } from '../act.ts';
import type { AskedFigure } from './asked.ts';

type Typed = z.input<typeof TypedCell>;

/** A cell whose things were ticked, with the part and the whole that follow; any other as it is. */
export function countedCell<C extends Typed>(asked: readonly AskedFigure[], cell: C): C {
  const target = asked.find(({ id }) => id === cell.targetId);
  if (cell.things === undefined || !target) return cell;
  return { ...cell, value: null, ...ratioTicked(target.things, cell.things) };
}

/** Whether something was ticked that is not, or no longer, on the list. */
export const ticksUnlisted = ({ things: listed }: Pick<AskedFigure, 'things'>, { things = [] }: Typed): boolean =>
  things.some((id) => !listed.some((thing) => thing.id === id));

/** Forgets what was ticked in figures that do not follow from ticks any more. */
export async function dropTicks(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('measurement_ticks')
    .where('measurement_id', 'in', [...ids])
    .execute();
}

/** Gives figures back what was ticked in them before an import; things that left the list since then stay away. */
export async function ticksBefore(tx: Tx, importId: string, ids: readonly string[]): Promise<void> {
  await dropTicks(tx, ids);
  await sql`
    INSERT INTO measurement_ticks (measurement_id, thing_id, province_id)
    SELECT v.measurement_id, t.id, v.province_id
    FROM figure_import_cells c
    JOIN measurement_versions v ON v.measurement_id = c.measurement_id AND v.version = c.version - 1
    JOIN target_things t ON t.id = ANY(v.ticked)
    WHERE c.import_id = ${importId} AND c.measurement_id = ANY(${[...ids]}::uuid[])`.execute(tx);
}

/** Keeps what was ticked in these figures, in the place of what was before. */
export async function putTicks(
  tx: Tx,
  provinceId: string,
  figures: readonly { id: string; things: readonly string[] }[],
): Promise<void> {
  if (figures.length === 0) return;
  await dropTicks(
    tx,
    figures.map(({ id }) => id),
  );
  const ticks = figures.flatMap(({ id, things }) =>
    [...new Set(things)].map((thing_id) => ({ measurement_id: id, thing_id, province_id: provinceId })),
  );
  if (ticks.length > 0) await tx.insertInto('measurement_ticks').values(ticks).execute();
}
