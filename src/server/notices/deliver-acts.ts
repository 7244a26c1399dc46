/** Passing a notice on to letters and devices: what is to be sent becomes jobs of its own. */

import type { Kysely } from 'kysely';
import type { DB } from '../db/tables.generated.ts';
import { askForJob } from '../jobs.ts';

type Tx = Pick<Kysely<DB>, 'selectFrom' | 'insertInto' | 'updateTable'>;

export type Delivery = { provinceId: string; noticeId: string; now: string };

/**
 * Takes the lines of a notice that were not passed on yet, and asks for one letter and one message a device about all
 * of them. Read in the meantime is nothing left to say; the lines count as passed on then too.
 */
export async function deliver(tx: Tx, { provinceId, noticeId, now }: Delivery): Promise<void> {
  const lines = await tx
    .updateTable('notice_lines')
    .set({ delivered_at: now })
    .where('notice_id', '=', noticeId)
    .where('delivered_at', 'is', null)
    .returning('id')
    .execute();
  const notice = await tx
    .selectFrom('notices as n')
    .innerJoin('accounts as a', 'a.id', 'n.account_id')
    .leftJoin('notice_preferences as p', 'p.account_id', 'a.id')
    .select(['n.account_id as accountId', 'n.read_at as readAt', 'a.email', 'p.by_mail as byMail'])
    .where('n.id', '=', noticeId)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst();
  if (lines.length === 0 || !notice || notice.readAt !== null) return;
  const lineIds = lines.map(({ id }) => id).sort();
  const key = lineIds[0] ?? '';
  if (notice.email !== null && notice.byMail !== false)
    await askForJob(tx, { provinceId, kind: 'mail', key, payload: { noticeId, lineIds } });
  const devices = await tx
    .selectFrom('push_subscriptions')
    .select('id')
    .where('account_id', '=', notice.accountId)
    .execute();
  for (const { id } of devices)
    await askForJob(tx, {
      provinceId,
      kind: 'push',
      key: `${key} ${id}`,
      payload: { noticeId, subscriptionId: id, lineIds },
    });
}
