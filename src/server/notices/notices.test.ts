import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { buildOrganisation, buildViewer } from '../../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import type { Notice } from '../../contract/notices.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import type { World } from '../act.ts';
import { startJobs } from '../jobs.ts';
import { saveFigures } from '../measurements/acts.ts';
import { approveFigures, closePeriod, returnFigures } from '../measurements/approval-acts.ts';
import { viewDueFigures } from '../measurements/due-views.ts';
import { submitFigures } from '../measurements/send-acts.ts';
import { splitTarget } from '../measurements/split-acts.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import type { Viewer } from '../read.ts';
import { askForReminders, jobHandlers } from '../reminding.ts';
import { markNotices } from './acts.ts';
import { viewNoticeCount, viewNotices } from './views.ts';

/** A month of a commune with 24 units, from the first reminder to the closed period, with the clock passed in. */

const UNITS = 24;
const PERIOD = { from: '2026-06-01', until: '2026-06-30' };

let place: Place;
let world: World;
let now = '2026-06-30T02:00:00.000Z';
let leader: Viewer;
let heads: Viewer[];
let unitIds: string[];
let movementId: string;
let targetId: string;

const today = () => dayInVietnam(now);
const as = (viewer: Viewer): Viewer => ({ ...viewer, today: today() });
const officer = () => as(place.people.commune);
const head = (at: number) => as(heads[at] as Viewer);

beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.province;
  const organisationId = place.ids.commune;
  world = { ...place.database.world, now: () => now };
  leader = await buildViewer(place.database, { provinceId, organisationId, role: 'leader' });
  heads = [];
  unitIds = [];
  for (let at = 0; at < UNITS; at++) {
    const village = { provinceId, parentId: organisationId, name: `Bản ${at + 1}`, level: 'unit', kind: 'village' };
    const { id } = await buildOrganisation(place.database, village);
    unitIds.push(id);
    // The last two have nobody with an account.
    if (at < UNITS - 2)
      heads.push(await buildViewer(place.database, { provinceId, organisationId: id, role: 'reporter' }));
  }
  ({ movementId } = await doAs({ world }, officer(), 'createMovement', createMovement, {
    head: headOf(organisationId),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  }));
  ({ id: targetId } = await doAs({ world }, officer(), 'addTarget', addTarget, {
    movementId,
    goal: amountGoal('Số hộ làm nhà tiêu hợp vệ sinh', '240'),
    partOf: null,
    leadOrganisationId: null,
  }));
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'month' })
    .where('id', '=', targetId)
    .execute();
  await doAs({ world }, officer(), 'splitTarget', splitTarget, {
    targetId,
    version: 0,
    shares: unitIds.map((id) => ({ organisationId: id, value: '10' })),
    reason: null,
  } as never);
  // Months before are settled: they are not what this is about.
  for (let month = 1; month <= 5; month++) {
    const from = `2026-0${month}-01`;
    const until = new Date(Date.UTC(2026, month, 0)).toISOString().slice(0, 10);
    await doAs({ world }, officer(), 'closePeriod', closePeriod, { movementId, from, until, version: 0 } as never);
  }
});
afterAll(() => place.database.drop());

/** Lets a day come: two servers look, ask for its reminders and do what there is to do. */
async function morning(day: string): Promise<void> {
  now = `${day}T01:00:00.000Z`;
  const carrying = { world, mail: null, push: null, origin: () => 'https://thidua.example' };
  const servers = [1, 2].map(() => startJobs({ world, handlers: jobHandlers(carrying), everyMs: 50 }));
  await Promise.all([askForReminders(world), askForReminders(world)]);
  for (const server of servers) server.wake();
  for (const server of servers) await server.idle();
  for (const server of servers) await server.stop();
}

const noticesOf = async (viewer: Viewer): Promise<z.input<typeof Notice>[]> =>
  (await askAs(place.database, viewer, viewNotices, {})).notices;
/** What somebody was told today, as "kind stage". */
const heard = async (viewer: Viewer): Promise<string[]> =>
  (await noticesOf(viewer))
    .filter(({ day }) => day === today())
    .flatMap(({ lines }) =>
      lines.map(({ matter }) => `${matter.kind}${'stage' in matter.facts ? ` ${matter.facts.stage}` : ''}`),
    );

const send = async (
  viewer: Viewer,
  organisationId: string,
  value: string,
  more: { version?: number; saidBy?: string } = {},
) => {
  const where = { movementId, organisationId, ...PERIOD };
  const cell = {
    targetId,
    version: more.version ?? null,
    value,
    numerator: null,
    denominator: null,
    estimated: false,
    note: null,
  };
  const saved = await doAs({ world }, viewer, 'saveFigures', saveFigures, {
    ...where,
    cells: [cell],
    saidBy: more.saidBy ?? null,
  } as never);
  expect(saved.cells[0]?.outcome).toBe('saved');
  await doAs({ world }, viewer, 'submitFigures', submitFigures, where as never);
  const { id, version } = await place.database.owner.db
    .selectFrom('measurements')
    .select(['id', 'version'])
    .where('organisation_id', '=', organisationId)
    .where('target_id', '=', targetId)
    .where('period_until', '=', PERIOD.until)
    .executeTakeFirstOrThrow();
  return { id, version };
};

describe('a month of 24 units', () => {
  const sent: { id: string; version: number }[] = [];

  it('begins with nothing, while the month runs and its day is far', async () => {
    await morning('2026-06-30');
    expect(await heard(head(0))).toEqual([]);
    expect(await heard(officer())).toEqual([]);
  });

  it('reminds each unit on the working day before, once, and the officer of those without an account', async () => {
    // Five days after June is Sunday 5 July: due on Monday the 6th, reminded on Friday the 3rd.
    await morning('2026-07-03');
    for (const at of [0, 21]) expect(await heard(head(at))).toEqual(['figures-due coming']);
    expect(await heard(officer())).toEqual(['units-unreached coming']);
    expect(await heard(as(leader))).toEqual([]);
    const [notice] = await noticesOf(officer());
    expect(notice?.lines[0]?.matter).toMatchObject({
      facts: { units: ['Bản 23', 'Bản 24'], count: 2, dueOn: '2026-07-06' },
    });
    await morning('2026-07-03');
    expect(await heard(head(0))).toEqual(['figures-due coming']);
    const jobs = await place.database.owner.db
      .selectFrom('jobs')
      .select('state')
      .where('kind', '=', 'remind')
      .execute();
    expect(jobs.every(({ state }) => state === 'done')).toBe(true);
  });

  it('says nothing on a day off', async () => {
    for (const day of ['2026-07-04', '2026-07-05']) {
      await morning(day);
      expect(await heard(head(0))).toEqual([]);
    }
  });

  it('counts what is due for the unit and below the office', async () => {
    await morning('2026-07-06');
    const mine = (await askAs(place.database, head(0), viewDueFigures, {})).due;
    expect(mine).toMatchObject([{ dueOn: '2026-07-06', asked: 1, missing: 1, mine: 1, mayApprove: false }]);
    for (let at = 0; at < 19; at++) sent.push(await send(head(at), unitIds[at] ?? '', '5'));
    const due = (await askAs(place.database, officer(), viewDueFigures, {})).due;
    expect(due).toMatchObject([{ asked: 24, waiting: 19, missing: 5, mine: 0, mayApprove: true }]);
    // Whose they are: the first few by name.
    expect(due[0]?.missingOf.count).toBe(5);
    expect(due[0]?.missingOf.units).toHaveLength(3);
    expect(mine[0]?.missingOf).toEqual({ units: [], count: 0 });
  });

  it('tells the units that are late, and the office who is missing in one line', async () => {
    await morning('2026-07-07');
    expect(await heard(head(0))).toEqual([]);
    for (const at of [19, 21]) expect(await heard(head(at))).toEqual(['figures-due late']);
    expect(await heard(officer())).toEqual(['units-missing late']);
    const [notice] = await noticesOf(officer());
    expect(notice?.lines[0]?.matter.facts).toMatchObject({ count: 5 });
  });

  it('tells who sent a figure that it came back, with the reason, and counts it as unread', async () => {
    const [first] = sent;
    if (!first) throw new Error('nothing was sent');
    await doAs({ world }, officer(), 'returnFigures', returnFigures, {
      movementId,
      figures: [first],
      reason: 'Thiếu hộ ở khu mới',
    } as never);
    expect(await heard(head(0))).toEqual(['figures-returned']);
    const [notice] = await noticesOf(head(0));
    expect(notice?.lines[0]?.matter.facts).toMatchObject({
      reason: 'Thiếu hộ ở khu mới',
      targets: ['Số hộ làm nhà tiêu hợp vệ sinh'],
      by: officer().postTitle,
    });
    const count = () => askAs(place.database, head(0), viewNoticeCount, undefined as never);
    // The reminder of the 3rd was never read.
    expect(await count()).toEqual({ unread: 2 });
    const mark = (read: boolean, noticeIds?: string[]) =>
      doAs({ world }, head(0), 'markNotices', markNotices, { read, ...(noticeIds ? { noticeIds } : {}) } as never);
    expect(await mark(true, [notice?.id ?? ''])).toEqual({ unread: 1 });
    expect(await mark(true)).toEqual({ unread: 0 });
    expect(await mark(false, [notice?.id ?? ''])).toEqual({ unread: 1 });
    // Nobody marks what is somebody else's.
    const foreign = { read: true, noticeIds: [notice?.id ?? ''] };
    await expect(doAs({ world }, head(1), 'markNotices', markNotices, foreign as never)).rejects.toThrow('not-found');
    expect(await count()).toEqual({ unread: 1 });
    sent[0] = await send(head(0), unitIds[0] ?? '', '6', { version: first.version + 1 });
  });

  it('tells those who lead after three working days, unit and office', async () => {
    sent.push(await send(head(19), unitIds[19] ?? '', '7'));
    await morning('2026-07-08');
    expect(await heard(as(leader))).toEqual([]);
    await morning('2026-07-09');
    expect(await heard(as(leader))).toEqual(['units-missing escalated']);
    expect(await heard(head(20))).toEqual(['figures-due escalated']);
    expect(await heard(head(19))).toEqual([]);
  });

  it('tells who sent that it was approved, gathered into one line, and nobody of their own deed', async () => {
    for (const at of [20, 21]) sent.push(await send(head(at), unitIds[at] ?? '', '8'));
    for (const at of [22, 23]) await send(officer(), unitIds[at] ?? '', '9', { saidBy: 'Trưởng bản, qua điện thoại' });
    const before = (await heard(officer())).length;
    const { approved } = await doAs({ world }, officer(), 'approveFigures', approveFigures, {
      movementId,
      figures: sent,
    } as never);
    expect(approved).toBe(22);
    expect(await heard(head(5))).toEqual(['figures-approved']);
    expect((await heard(officer())).length).toBe(before);
  });

  it('ends with the closed period, of which nobody is reminded any more', async () => {
    await doAs({ world }, officer(), 'closePeriod', closePeriod, { movementId, ...PERIOD, version: 0 } as never);
    for (const day of ['2026-07-10', '2026-07-13']) {
      await morning(day);
      for (const viewer of [officer(), head(0), head(21), as(leader)]) expect(await heard(viewer)).toEqual([]);
    }
    const all = await place.database.owner.db.selectFrom('notice_lines').select(['account_id', 'key']).execute();
    expect(new Set(all.map((one) => `${one.account_id} ${one.key}`)).size).toBe(all.length);
    // One notice a person and day, however many lines came in it.
    const notices = await place.database.owner.db.selectFrom('notices').select(['account_id', 'day']).execute();
    expect(new Set(notices.map((one) => `${one.account_id} ${one.day}`)).size).toBe(notices.length);
  });

  it('is looked up by nobody else', async () => {
    const stranger = { ...head(0), accountId: randomUUID() };
    expect(await noticesOf(stranger)).toEqual([]);
    expect(await noticesOf(as(place.people.elsewhere))).toEqual([]);
  });
});
