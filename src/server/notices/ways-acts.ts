/** How a person wants to be told. */

import type { z } from 'zod';
import type {
  addDevice as AddDevice,
  removeDevice as RemoveDevice,
  setNoticeLetters as SetNoticeLetters,
} from '../../contract/notice-ways.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound } from '../problem.ts';

type Done = { done: true };

/** More than anybody uses; the oldest gives way. */
const MOST_DEVICES = 10;

export async function setNoticeLetters(
  tx: Tx,
  { wanted }: z.infer<(typeof SetNoticeLetters)['input']>,
  { viewer, now, record }: ActContext,
): Promise<Done> {
  const set = { by_mail: wanted, at: now };
  await tx
    .insertInto('notice_preferences')
    .values({ account_id: viewer.accountId, province_id: viewer.provinceId, ...set })
    .onConflict((row) => row.column('account_id').doUpdateSet(set))
    .execute();
  record({ deed: wanted ? 'letters-on' : 'letters-off', subjectKind: 'account', subjectId: viewer.accountId });
  return { done: true };
}

/** A browser is one person's: whoever had it before has no more messages there. */
export async function addDevice(
  tx: Tx,
  { endpoint, p256dh, auth }: z.infer<(typeof AddDevice)['input']>,
  { viewer, now, newId, record }: ActContext,
): Promise<Done> {
  const { accountId, provinceId } = viewer;
  await tx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().execute();
  await tx.deleteFrom('push_subscriptions').where('endpoint', '=', endpoint).execute();
  const held = await tx
    .selectFrom('push_subscriptions')
    .select('id')
    .where('account_id', '=', accountId)
    .orderBy('made_at', 'desc')
    .offset(MOST_DEVICES - 1)
    .execute();
  if (held.length > 0)
    await tx
      .deleteFrom('push_subscriptions')
      .where(
        'id',
        'in',
        held.map(({ id }) => id),
      )
      .execute();
  const id = newId();
  await tx
    .insertInto('push_subscriptions')
    .values({
      id,
      province_id: provinceId,
      account_id: accountId,
      endpoint,
      p256dh,
      auth,
      device: (viewer.from?.device ?? '').slice(0, 300),
      made_at: now,
    })
    .execute();
  record({ deed: 'device-added', subjectKind: 'account', subjectId: accountId, after: { deviceId: id } });
  return { done: true };
}

export async function removeDevice(
  tx: Tx,
  { deviceId }: z.infer<(typeof RemoveDevice)['input']>,
  { viewer, record }: ActContext,
): Promise<Done> {
  const gone = await tx
    .deleteFrom('push_subscriptions')
    .where('id', '=', deviceId)
    .where('account_id', '=', viewer.accountId)
    .executeTakeFirst();
  if (gone.numDeletedRows !== 1n) throw notFound();
  record({ deed: 'device-removed', subjectKind: 'account', subjectId: viewer.accountId, before: { deviceId } });
  return { done: true };
}
