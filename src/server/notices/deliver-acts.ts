/** Passing a notice on to letters and devices: what is to be sent becomes jobs of its own. */

import type { Kysely } from 'kysely';
import type { NoticeMatter } from '../../core/rules/notices.ts';
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

type Unread = {
  day: string;
  matters: NoticeMatter[];
  email: string | null;
  byMail: boolean;
  device: { endpoint: string; p256dh: string; auth: string } | null;
};

/** What of these lines is still unread, and where it goes; undefined where the account is shut or all was read. */
export async function unreadMatters(
  trx: Pick<Kysely<DB>, 'selectFrom'>,
  { noticeId, lineIds, subscriptionId }: { noticeId: string; lineIds: readonly string[]; subscriptionId?: string },
): Promise<Unread | undefined> {
  const notice = await trx
    .selectFrom('notices as n')
    .innerJoin('accounts as a', 'a.id', 'n.account_id')
    .leftJoin('notice_preferences as p', 'p.account_id', 'a.id')
    .select(['n.day', 'n.account_id as accountId', 'a.email', 'p.by_mail as byMail'])
    .where('n.id', '=', noticeId)
    .where('n.read_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!notice || lineIds.length === 0) return undefined;
  const lines = await trx
    .selectFrom('notice_lines')
    .select(['kind', 'facts'])
    .where('notice_id', '=', noticeId)
    .where('id', 'in', [...lineIds])
    .orderBy('kind')
    .orderBy('key')
    .execute();
  const device =
    subscriptionId === undefined
      ? undefined
      : await trx
          .selectFrom('push_subscriptions')
          .select(['endpoint', 'p256dh', 'auth'])
          .where('id', '=', subscriptionId)
          .where('account_id', '=', notice.accountId)
          .executeTakeFirst();
  return {
    day: notice.day,
    matters: lines.map(({ kind, facts }) => ({ kind, facts }) as unknown as NoticeMatter),
    email: notice.email,
    byMail: notice.byMail ?? true,
    device: device ?? null,
  };
}

/** The push service does not know the device any more. */
export async function forgetDevice(trx: Pick<Kysely<DB>, 'deleteFrom'>, id: string): Promise<void> {
  await trx.deleteFrom('push_subscriptions').where('id', '=', id).execute();
}

/** A message went there. */
export async function noteDeviceUsed(trx: Pick<Kysely<DB>, 'updateTable'>, id: string, at: string): Promise<void> {
  await trx.updateTable('push_subscriptions').set({ used_at: at }).where('id', '=', id).execute();
}
