/** Sending figures to whoever approves them. */

import type { z } from 'zod';
import type { submitFigures as SubmitFigures } from '../../contract/measurements.ts';
import { stateAfterSending } from '../../core/rules/figure-states.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { refused } from '../problem.ts';
import { type Entering, type EntryContext, openEntry } from './entry.ts';
import { keptFigures } from './facts.ts';
import { letBecome } from './write-acts.ts';

/** Sends the drafts of one unit and period to whoever approves them. */
export async function submitFigures(
  tx: Tx,
  input: z.input<(typeof SubmitFigures)['input']>,
  context: ActContext,
): Promise<{ sent: number }> {
  const sent = await sendDrafts(tx, await openEntry(tx, context, input, 'submitFigures'), context);
  if (sent === 0) throw refused([refusal('figures-none-to-send')]);
  return { sent };
}

/** The same for whoever may enter them: how many there were. */
export async function sendDrafts(
  tx: Tx,
  { asked, closed, writer, movement, where }: Omit<Entering, 'saidBy'>,
  context: EntryContext,
): Promise<number> {
  if (closed) throw refused([refusal('period-is-closed')]);
  const { organisationId, from, until } = where;
  const ids = asked.map(({ id }) => id);
  const kept = await keptFigures(tx, ids, organisationId, { held: true });
  const ready = kept.filter(
    (figure) =>
      figure.from === from &&
      figure.until === until &&
      (figure.state === 'draft' || figure.state === 'returned') &&
      (figure.entered !== null || figure.numerator !== null),
  );
  if (ready.length === 0) return 0;
  const state = stateAfterSending('draft', writer);
  const approval = state === 'approved' ? { approved_at: context.now, approved_by_post: context.viewer.postTitle } : {};
  await letBecome(
    tx,
    ready.map(({ id }) => id),
    { state, ...approval, returned_reason: null, sent_by: context.viewer.accountId ?? null },
  );
  context.record({
    deed: 'figures-sent',
    subjectKind: 'movement',
    subjectId: movement.id,
    after: { organisationId, from, until, count: ready.length },
  });
  return ready.length;
}
