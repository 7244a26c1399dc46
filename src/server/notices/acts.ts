/** What a person does with what they were told. */

import type { z } from 'zod';
import type { markNotices as MarkNotices } from '../../contract/notices.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound } from '../problem.ts';
import { viewNoticeCount } from './views.ts';

/** Marks notices of one's own as read or unread: those named, or all. */
export async function markNotices(
  tx: Tx,
  { noticeIds, read }: z.infer<(typeof MarkNotices)['input']>,
  { viewer, now, record }: ActContext,
): Promise<{ unread: number }> {
  if (noticeIds !== undefined) {
    const own = await tx
      .selectFrom('notices')
      .select('id')
      .where('account_id', '=', viewer.accountId)
      .where('id', 'in', noticeIds)
      .execute();
    if (own.length < new Set(noticeIds).size) throw notFound();
  }
  const marked = await tx
    .updateTable('notices')
    .set({ read_at: read ? now : null })
    .where('account_id', '=', viewer.accountId)
    .where('read_at', read ? 'is' : 'is not', null)
    .$if(noticeIds !== undefined, (query) => query.where('id', 'in', noticeIds ?? []))
    .executeTakeFirst();
  record({
    deed: read ? 'notices-read' : 'notices-unread',
    subjectKind: 'account',
    subjectId: viewer.accountId,
    after: { count: Number(marked.numUpdatedRows) },
  });
  return viewNoticeCount(tx, viewer);
}
