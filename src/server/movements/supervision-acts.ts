/** Opening a movement to supervision, and taking it back. */

import type { z } from 'zod';
import type {
  closeToSupervision as CloseToSupervision,
  openToSupervision as OpenToSupervision,
} from '../../contract/supervision.ts';
import type { ActContext, Tx } from '../act.ts';
import { stale } from '../problem.ts';
import { keepHistory } from './history-acts.ts';
import { openForEdit } from './open-acts.ts';
import { type MovementOut, viewMovementHead } from './views.ts';

type In = z.input<(typeof OpenToSupervision)['input']> & z.input<(typeof CloseToSupervision)['input']>;

/** Supervisors of the launcher's superiors may read it from now on. */
export function openToSupervision(tx: Tx, input: In, context: ActContext): Promise<MovementOut> {
  return setOpen(tx, input, context, true);
}

/** Supervisors no longer see it; what they said stays. */
export function closeToSupervision(tx: Tx, input: In, context: ActContext): Promise<MovementOut> {
  return setOpen(tx, input, context, false);
}

async function setOpen(tx: Tx, input: In, context: ActContext, open: boolean): Promise<MovementOut> {
  const { viewer, now } = context;
  const movement = await openForEdit(tx, context, input.movementId);
  if (movement.version !== input.version) throw stale(await viewMovementHead(tx, viewer, movement.id));
  await tx
    .updateTable('movements')
    .set((row) => ({
      opened_at: open ? now : null,
      opened_by: open ? viewer.postTitle : null,
      version: row('version', '+', 1),
    }))
    .where('id', '=', movement.id)
    .execute();
  await keepHistory(tx, context, [
    {
      movementId: movement.id,
      deed: open ? 'opened' : 'closed',
      subject: 'movement',
      subjectId: movement.id,
      subjectName: null,
      changes: [],
    },
  ]);
  return viewMovementHead(tx, viewer, movement.id);
}
