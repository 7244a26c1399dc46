/** What carries notices out of the house: letters by the mail server, messages by the push services of browsers. */

import type { NoticeMatter } from '../core/rules/notices.ts';
import { noticeLetterVi, preferencesIn } from '../core/text/vi/notice-letter.ts';
import { noticesVi } from '../core/text/vi/notices.ts';
import type { World } from './act.ts';
import { type JobHandler, NeverAgain, type TakenJob } from './jobs.ts';
import { LetterRefused, type Mail } from './mail.ts';
import { forgetDevice, noteDeviceUsed, unreadMatters } from './notices/deliver-acts.ts';
import { DeviceGone, MessageRefused, type Push } from './push.ts';
import { inProvince } from './wall.ts';

export type Carrying = {
  world: World;
  /** Null where no mail server is set up: nothing is sent, and nothing fails. */
  mail: Mail | null;
  push: Push | null;
  /** How people open the server. */
  origin: () => string;
};

const wordsOf = ({ payload }: TakenJob) => ({
  noticeId: String(payload['noticeId']),
  lineIds: (payload['lineIds'] as unknown[]).map(String),
});

/** One letter about the lines of its job, if they are still unread and wanted by letter. */
export const mailHandler =
  ({ world, mail, origin }: Carrying): JobHandler =>
  async (job) => {
    if (mail === null) return;
    const found = await inProvince(world.db, job.provinceId, (trx) => unreadMatters(trx, wordsOf(job)));
    if (!found || found.email === null || !found.byMail || found.matters.length === 0) return;
    const at = origin();
    const words = noticeLetterVi({ origin: at, day: found.day, matters: found.matters });
    try {
      await mail.send({
        ...words,
        to: found.email,
        id: `${job.id}@${new URL(at).hostname}`,
        preferences: preferencesIn(at),
      });
    } catch (error) {
      if (error instanceof LetterRefused) throw new NeverAgain(error.message);
      throw error;
    }
  };

const LONGEST_TITLE = 120;
const LONGEST_BODY = 300;

/** What a device shows; `url` is the way into the program. */
export function messageOf(matters: readonly NoticeMatter[]): { title: string; body: string; url: string } {
  const [first] = matters.map((matter) => noticesVi.line(matter));
  const title = matters.length === 1 && first ? first.title : noticesVi.pushTitle(matters.length);
  const body =
    matters.length === 1 ? (first?.about ?? '') : matters.map((matter) => noticesVi.line(matter).title).join('\n');
  return { title: title.slice(0, LONGEST_TITLE), body: body.slice(0, LONGEST_BODY), url: '/thong-bao' };
}

/** One message to one device. A device that its push service does not know any more is forgotten. */
export const pushHandler =
  ({ world, push }: Carrying): JobHandler =>
  async (job) => {
    if (push === null) return;
    const subscriptionId = String(job.payload['subscriptionId']);
    const inside = <T>(work: Parameters<typeof inProvince<T>>[2]) => inProvince(world.db, job.provinceId, work);
    const found = await inside((trx) => unreadMatters(trx, { ...wordsOf(job), subscriptionId }));
    if (!found?.device || found.matters.length === 0) return;
    const topic = job.id.replaceAll('-', '').slice(0, 32);
    try {
      await push.send(found.device, { payload: JSON.stringify(messageOf(found.matters)), topic });
      await inside((trx) => noteDeviceUsed(trx, subscriptionId, world.now()));
    } catch (error) {
      if (error instanceof DeviceGone) return inside((trx) => forgetDevice(trx, subscriptionId));
      if (error instanceof MessageRefused) throw new NeverAgain(error.message);
      throw error;
    }
  };
