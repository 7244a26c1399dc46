/** How an act gets hold of a movement: locked, in sight, within reach, not put away. */

import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, Problem, refused } from '../problem.ts';
import { reaches } from '../reach.ts';
import { type MovementFacts, movementFacts } from './facts.ts';

/**
 * Locks a movement until the act ends, so that two edits of its parts take turns. Throws `not-found` for one the viewer
 * may not see, `forbidden` for one that is seen but not of one's own reach.
 */
export async function openMovement(tx: Tx, context: ActContext, movementId: string): Promise<MovementFacts> {
  const { viewer } = context;
  await tx
    .selectFrom('movements')
    .select('id')
    .where('id', '=', movementId)
    .where('province_id', '=', viewer.provinceId)
    .forUpdate()
    .execute();
  const movement = await movementFacts(tx, viewer, movementId);
  if (!(await reaches(tx, viewer, context.scopes, movement.organisationId)))
    throw new Problem('forbidden', 'forbidden');
  return movement;
}

/** As {@link openMovement}; an archived one is refused. */
export async function openForEdit(tx: Tx, context: ActContext, movementId: string): Promise<MovementFacts> {
  const movement = await openMovement(tx, context, movementId);
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  return movement;
}

/** The movement of a target or task, opened for editing. */
export async function openWhole(
  tx: Tx,
  context: ActContext,
  part: { table: 'targets' | 'tasks'; id: string },
): Promise<MovementFacts> {
  const found = await tx
    .selectFrom(part.table)
    .select('movement_id as movementId')
    .where('id', '=', part.id)
    .where('province_id', '=', context.viewer.provinceId)
    .executeTakeFirst();
  if (!found) throw notFound();
  return openForEdit(tx, context, found.movementId);
}

/** The next place in the reading order of a movement's targets or tasks. */
export async function nextPosition(tx: Tx, table: 'targets' | 'tasks', movementId: string): Promise<number> {
  const { last } = await tx
    .selectFrom(table)
    .select((row) => row.fn.max('position').as('last'))
    .where('movement_id', '=', movementId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
