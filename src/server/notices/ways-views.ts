import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { NoticeWays } from '../../contract/notice-ways.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';

/** What this server can send by. */
export type Ways = {
  /** Whether a mail server is set up. */
  mail: boolean;
  /** The public key that browsers subscribe with; null where no messages are sent. */
  pushKey: string | null;
};

/** How the viewer is told, and could be. */
export async function viewNoticeWays(
  read: Read,
  { accountId }: Viewer,
  ways: Ways,
): Promise<z.input<typeof NoticeWays>> {
  const account = await read
    .selectFrom('accounts as a')
    .leftJoin('notice_preferences as p', 'p.account_id', 'a.id')
    .select(['a.email', 'p.by_mail as byMail'])
    .where('a.id', '=', accountId)
    .executeTakeFirst();
  if (!account) throw notFound();
  const devices = await read
    .selectFrom('push_subscriptions')
    .select(['id', 'device', 'endpoint', 'made_at as madeAt', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .orderBy('made_at', 'desc')
    .execute();
  return {
    mail: { ready: ways.mail, address: account.email, wanted: account.byMail ?? true },
    push: {
      key: ways.pushKey,
      devices: devices.map(({ endpoint, ...device }) => ({
        ...device,
        mark: createHash('sha256').update(endpoint).digest('base64url'),
      })),
    },
  };
}
