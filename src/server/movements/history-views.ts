import type { z } from 'zod';
import type { getMovementHistory, HistoryLine } from '../../contract/movement-acts.ts';
import type { HistoryDeed, HistorySubject } from '../../core/rules/history.ts';
import type { Read, Viewer } from '../read.ts';
import { movementFacts } from './facts.ts';

type Input = z.infer<(typeof getMovementHistory)['input']>;
type Line = z.input<typeof HistoryLine>;

/** Who changed what in a movement, newest first, page by page. */
export async function viewHistory(
  read: Read,
  viewer: Viewer,
  { movementId, subjectId, before, limit = 50 }: Input,
): Promise<z.input<(typeof getMovementHistory)['output']>> {
  await movementFacts(read, viewer, movementId);
  const from = before !== undefined && /^\d{1,18}$/.test(before) ? before : null;
  const rows = await read
    .selectFrom('movement_history')
    .select(['seq', 'id', 'at', 'by_post as byPost', 'organisation_name as organisationName', 'deed', 'subject'])
    .select(['subject_name as subjectName', 'changes', 'reason'])
    .where('movement_id', '=', movementId)
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId ?? ''))
    .$if(from !== null, (query) => query.where('seq', '<', from ?? '0'))
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const lines = shown.map(
    ({ seq: _, ...row }): Line => ({
      ...row,
      deed: row.deed as HistoryDeed,
      subject: row.subject as HistorySubject,
      changes: row.changes as Line['changes'],
    }),
  );
  return { lines, next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}
