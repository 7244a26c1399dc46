import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAs, buildPlace, doAs, type Place } from '../../test/support/deeds.ts';
import { headerOf, type MailServerHere, startMailServer } from '../../test/support/mail-server.ts';
import type { NoticeLine } from '../core/rules/notices.ts';
import { actForSystem } from './act.ts';
import { startJobs } from './jobs.ts';
import { type Mail, openMail } from './mail.ts';
import { markNotices } from './notices/acts.ts';
import { addDevice, removeDevice, setNoticeLetters } from './notices/ways-acts.ts';
import { viewNoticeWays } from './notices/ways-views.ts';
import { tell } from './notices.ts';
import { type Device, DeviceGone, type Push, type PushMessage } from './push.ts';
import { jobHandlers } from './reminding.ts';

/** From a notice to the letter and the device, over the jobs in the database and a real mail server. */

let place: Place;
let server: MailServerHere;
let mail: Mail;
const messages: { device: Device; message: PushMessage }[] = [];
let gone = false;
/** The line to push services is tested by itself (push.test.ts); here is what goes onto it. */
const push: Push = {
  publicKey: 'key',
  send: async (device, message) => {
    if (gone) throw new DeviceGone('push 410');
    messages.push({ device, message });
  },
};

beforeAll(async () => {
  place = await buildPlace();
  server = await startMailServer();
  mail = openMail({ host: '127.0.0.1', port: server.port, secure: false, user: null, password: null, from: 'a@b.vn' });
  await place.database.owner.db
    .updateTable('accounts')
    .set({ email: 'truong.ban@example.vn' })
    .where('id', '=', village().accountId)
    .execute();
});
afterAll(async () => {
  mail.close();
  await server.stop();
  await place.database.drop();
});

const village = () => place.people.village;
const officer = () => place.people.commune;

const lineFor = (accountId: string, organisationId: string): NoticeLine => ({
  accountId,
  organisationId,
  key: randomUUID(),
  kind: 'task-due',
  facts: {
    stage: 'coming',
    movement: { id: randomUUID(), name: 'Kế hoạch' },
    unit: { id: organisationId, name: 'Bản Một' },
    task: { id: randomUUID(), name: 'Ra quân dọn vệ sinh' },
    dueOn: '2026-07-06',
  },
});
const tellAbout = (lines: NoticeLine[]) =>
  actForSystem(place.database.world, { provinceId: village().provinceId, name: 'remind' }, (tx, { now, record }) => {
    record({ deed: 'told', subjectKind: 'province', subjectId: village().provinceId });
    return tell(tx, { provinceId: village().provinceId, day: '2026-06-30', now }, lines);
  });

async function work(more: { mail?: Mail | null } = {}): Promise<void> {
  const { world } = place.database;
  const carrying = { world, mail, push, origin: () => 'https://thidua.example', ...more };
  const runner = startJobs({ world, handlers: jobHandlers(carrying), everyMs: 50 });
  await runner.idle();
  await runner.stop();
}
const dead = () =>
  place.database.owner.db
    .selectFrom('jobs')
    .select(['kind', 'state', 'failure'])
    .where('state', '<>', 'done')
    .execute();
const subscription = (name: string) => ({
  endpoint: `https://push.example.com/${name}`,
  p256dh: `B${'A'.repeat(86)}`,
  auth: 'A'.repeat(22),
});
const ways = () =>
  askAs(place.database, village(), (read, viewer) => viewNoticeWays(read, viewer, { mail: true, pushKey: 'key' }), {});

describe('a notice', () => {
  it('goes out as one letter and one message a device, whatever number of lines came together', async () => {
    await doAs(place.database, village(), 'addDevice', addDevice, subscription('a') as never);
    const { accountId, organisationId } = village();
    await tellAbout([lineFor(accountId, organisationId), lineFor(accountId, organisationId)]);
    // Nobody has an address there.
    await tellAbout([lineFor(officer().accountId, officer().organisationId)]);
    await work();
    expect(server.letters.map(({ to }) => to)).toEqual([['truong.ban@example.vn']]);
    const [letter] = server.letters;
    expect(letter && headerOf(letter, 'Subject')).toBe('Thi Đua: 2 việc cần xem, ngày 30/6/2026');
    expect(messages.map(({ device }) => device.endpoint)).toEqual(['https://push.example.com/a']);
    expect(JSON.parse(messages[0]?.message.payload ?? '')).toMatchObject({
      title: 'Thi Đua: 2 việc cần xem',
      url: '/thong-bao',
    });
    await work();
    expect([server.letters.length, messages.length]).toEqual([1, 1]);
    expect((await ways()).push.devices).toMatchObject([{ usedAt: expect.any(String) }]);
  });

  it('that was read in the meantime goes nowhere', async () => {
    await tellAbout([lineFor(village().accountId, village().organisationId)]);
    await doAs(place.database, village(), 'markNotices', markNotices, { read: true } as never);
    await work();
    expect([server.letters.length, messages.length]).toEqual([1, 1]);
  });

  it('goes by letter only to those who want letters', async () => {
    const set = (wanted: boolean) =>
      doAs(place.database, village(), 'setNoticeLetters', setNoticeLetters, { wanted } as never);
    await set(false);
    expect((await ways()).mail).toEqual({ ready: true, address: 'truong.ban@example.vn', wanted: false });
    await tellAbout([lineFor(village().accountId, village().organisationId)]);
    await work();
    expect([server.letters.length, messages.length]).toEqual([1, 2]);
    await set(true);
  });

  it('waits for a mail server that does not take it, and says why to the page about the system', async () => {
    server.refuse({ code: 451, words: 'later' });
    await tellAbout([lineFor(village().accountId, village().organisationId)]);
    await work();
    expect(await dead()).toEqual([{ kind: 'mail', state: 'waiting', failure: 'SMTP 451' }]);
    server.refuse(null);
    await place.database.owner.db.updateTable('jobs').set({ run_at: '2020-01-01T00:00:00Z' }).execute();
    await work();
    expect(await dead()).toEqual([]);
    expect(server.letters.length).toBe(2);
  });

  it('is no letter where there is no mail server, and nothing fails', async () => {
    await tellAbout([lineFor(village().accountId, village().organisationId)]);
    await work({ mail: null });
    expect(await dead()).toEqual([]);
    expect(server.letters.length).toBe(2);
  });

  it('forgets a device that is gone, and one that its person removes', async () => {
    gone = true;
    await tellAbout([lineFor(village().accountId, village().organisationId)]);
    await work();
    gone = false;
    expect((await ways()).push.devices).toEqual([]);
    expect(await dead()).toEqual([]);
    for (let at = 0; at < 12; at++)
      await doAs(place.database, village(), 'addDevice', addDevice, subscription(`b${at}`) as never);
    const { devices } = (await ways()).push;
    expect(devices).toHaveLength(10);
    // A browser that somebody else signs in with is theirs from then on.
    await doAs(place.database, officer(), 'addDevice', addDevice, subscription('b11') as never);
    expect((await ways()).push.devices).toHaveLength(9);
    const left = (await ways()).push.devices[0];
    const remove = (viewer = village()) =>
      doAs(place.database, viewer, 'removeDevice', removeDevice, { deviceId: left?.id ?? '' } as never);
    await expect(remove(officer())).rejects.toThrow('not-found');
    await remove();
    expect((await ways()).push.devices).toHaveLength(8);
  });
});
