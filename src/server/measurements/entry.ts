/** What entering and sending figures of one unit and period begin with. */

import type { Writer } from '../../core/rules/figure-states.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { type MovementFacts, movementFacts } from '../movements/facts.ts';
import { refused } from '../problem.ts';
import { requireReach } from '../reach.ts';
import type { Read } from '../read.ts';
import { approverOf } from './approver.ts';
import { type AskedFigure, askedFigures } from './asked.ts';
import { closedPeriods } from './facts.ts';
import { takeTurn } from './turns.ts';

export type Where = { movementId: string; organisationId: string; from: string; until: string };

/** On whose account figures are written: a person's, or a unit's with a link. */
export type EntryContext = Pick<ActContext, 'now' | 'newId' | 'record'> & {
  viewer: Pick<ActContext['viewer'], 'provinceId' | 'postTitle' | 'today'> & { accountId?: string };
};

/** What several cells of one unit and period share. */
export type Entering = {
  movement: Pick<MovementFacts, 'id'>;
  asked: readonly AskedFigure[];
  where: Where;
  closed: boolean;
  writer: Writer;
  saidBy: string | null;
};

type EntryAct = 'saveFigures' | 'submitFigures' | 'tickFigure' | 'addEvidence' | 'removeEvidence' | 'restoreEvidence';

/** What must be so before anything of a unit's figures is changed: movement, right, period, as what one writes. */
export async function openEntry(tx: Tx, context: ActContext, where: Where, act: EntryAct) {
  const { viewer } = context;
  // Closing the period waits for those who are writing, and they for it.
  const movement = await movementFacts(tx, viewer, where.movementId, { held: true });
  await requireReach(tx, viewer, act, where.organisationId);
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  const { forLauncher } = await approverOf(tx, viewer, movement);
  return {
    movement,
    asked: await askedFigures(tx, movement, where.organisationId),
    where,
    ...(await takeTurn(tx, where)),
    writer: forLauncher ? ('approver' as const) : ('unit' as const),
  };
}

/** Whether nothing of a period changes any more. */
export async function isClosed(
  read: Read,
  { movementId, from, until }: Omit<Where, 'organisationId'>,
): Promise<boolean> {
  const periods = await closedPeriods(read, movementId);
  const shut = periods.find((one) => one.from === from && one.until === until);
  return shut !== undefined && shut.reopenedAt === null;
}
