import type { ActContext, Tx } from '../act.ts';

/** Open readings of one account become another's, as part of a hand-over; how many. */
export async function passOnReadings(
  tx: Tx,
  { record }: Pick<ActContext, 'record'>,
  { fromId, toId, toPost }: { fromId: string; toId: string; toPost: string },
): Promise<number> {
  const passed = await tx
    .updateTable('readings')
    .set({ started_by: toId, started_by_post: toPost })
    .where('started_by', '=', fromId)
    .where('state', 'in', ['waiting', 'running', 'ready'])
    .returning('id')
    .execute();
  for (const { id } of passed)
    record({
      deed: 'reading-passed-on',
      subjectKind: 'reading',
      subjectId: id,
      before: { startedBy: fromId },
      after: { startedBy: toId },
    });
  return passed.length;
}
