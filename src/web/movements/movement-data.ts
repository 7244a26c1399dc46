import type { Comparison, ComparisonBelow } from '../../contract/comparisons.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { getMovementHistory } from '../../contract/movement-acts.ts';
import type { MovementBoard } from '../../contract/movement-board.ts';
import type { getMovement, listTargets, listTasks } from '../../contract/movements.ts';
import type { listComments } from '../../contract/supervision.ts';

/** What the pages of one movement are drawn from. */
export type MovementData = {
  detail: OutputOf<typeof getMovement>;
  targets: OutputOf<typeof listTargets>;
  tasks: OutputOf<typeof listTasks>;
  comments: OutputOf<typeof listComments>;
  history: OutputOf<typeof getMovementHistory> | null;
  /** Asked for only where it is shown, and of nobody who sees only what was opened. */
  board: MovementBoard | null;
  comparison: { above: Comparison; below: ComparisonBelow } | null;
};
