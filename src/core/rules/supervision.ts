import type { MovementRefusal } from './movements.ts';
import { refusal } from './refusal.ts';

/** Comments that one movement may have. */
export const MOST_COMMENTS = 500;

/** Whether a supervisor may still say something about a movement. */
export function checkComment(movement: { open: boolean; archived: boolean; count: number }): MovementRefusal[] {
  const refusals: MovementRefusal[] = [];
  if (movement.archived) refusals.push(refusal('movement-archived'));
  if (!movement.open) refusals.push(refusal('not-opened'));
  if (movement.count >= MOST_COMMENTS) refusals.push(refusal('too-many-comments', { count: movement.count }));
  return refusals;
}
