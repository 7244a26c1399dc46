import { changesBetween, textValue } from '../../core/rules/history.ts';
import type { ActContext, Tx } from '../act.ts';
import { keepHistory } from './history-acts.ts';

/** Open tasks that name one person name another, as part of a hand-over; how many. */
export async function passOnTasks(
  tx: Tx,
  context: ActContext,
  { organisationIds, before, after }: { organisationIds: readonly string[]; before: string; after: string },
): Promise<number> {
  if (organisationIds.length === 0) return 0;
  const passed = await tx
    .updateTable('tasks as t')
    .from('movements as m')
    .set((row) => ({ person: after, version: row('t.version', '+', 1) }))
    .whereRef('m.id', '=', 't.movement_id')
    .where('m.organisation_id', 'in', [...organisationIds])
    .where('m.archived_at', 'is', null)
    .where('t.person', '=', before)
    .where('t.state', 'in', ['to-do', 'in-progress'])
    .returning(['t.id', 't.movement_id as movementId', 't.content'])
    .execute();
  await keepHistory(
    tx,
    context,
    passed.map((task) => ({
      movementId: task.movementId,
      deed: 'revised' as const,
      subject: 'task' as const,
      subjectId: task.id,
      subjectName: task.content.slice(0, 120),
      changes: changesBetween([['person', textValue(before)]], [['person', textValue(after)]]),
    })),
  );
  return passed.length;
}
