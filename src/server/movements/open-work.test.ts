import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  amountGoal,
  askAs,
  buildPlace,
  doAs,
  headOf,
  NO_NUMBER,
  type Place,
  plainTask,
} from '../../../test/support/deeds.ts';
import { measuredFor } from '../measurements/facts.ts';
import { splitTarget } from '../measurements/split-acts.ts';
import type { Viewer } from '../read.ts';
import { createMovement } from './acts.ts';
import { viewMovements } from './list-views.ts';
import { viewOpenWork } from './open-work-views.ts';
import { addTarget } from './target-acts.ts';
import { addTask, setTaskState } from './task-acts.ts';

let place: Place;
let movementId: string;
const ids: Record<string, string> = {};

const work = (viewer: Viewer) => askAs(place.database, viewer, (read, who) => viewOpenWork(read, who), {});
const task = async (content: string, assigneeId: string | null, dueOn: string | null) => {
  const given = { ...plainTask(content, assigneeId), dueOn };
  const { id } = await doAs(place.database, place.people.commune, 'addTask', addTask, { movementId, task: given });
  ids[content] = id;
};

beforeAll(async () => {
  place = await buildPlace();
  const { people, database } = place;
  ({ movementId } = await doAs(database, people.commune, 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  }));
  await task('việc của xã', null, '2026-07-06');
  await task('việc của bản', place.ids.village, '2026-06-15');
  await task('xong rồi', place.ids.village, '2026-06-10');
  await task('còn lâu', null, '2026-12-01');
  await task('không có hạn', null, null);
  await doAs(database, people.village, 'setTaskState', setTaskState, {
    taskId: ids['xong rồi'] ?? '',
    version: 1,
    state: 'done',
    note: null,
  });
  await database.owner.db
    .insertInto('movement_report_dues')
    .values(
      [
        {
          id: crypto.randomUUID(),
          due_on: '2026-07-13',
          relation: 'before',
          position: 0,
          report_to: 'UBND xã',
          via: null,
        },
        { id: crypto.randomUUID(), due_on: '2026-06-29', relation: 'by', position: 1, report_to: 'UBND xã', via: null },
        { id: crypto.randomUUID(), due_on: '2026-11-25', relation: 'by', position: 2, report_to: 'UBND xã', via: null },
      ].map((due) => ({ ...due, movement_id: movementId, province_id: people.commune.provinceId })),
    )
    .execute();
});
afterAll(() => place.database.drop());

describe('việc đang mở', () => {
  it('of one’s own place is overdue or due within weeks; what is done, far off or without a day is not', async () => {
    const commune = await work(place.people.commune);
    expect(commune.own.map(({ content, lastDay }) => [content, lastDay])).toEqual([['việc của xã', '2026-07-05']]);
    // 5/7/2026 is a Sunday: Friday is the last working day that is in time.
    expect(commune.own[0]?.lastWorkingDay).toBe('2026-07-03');
    expect((await work(place.people.village)).own.map(({ content }) => content)).toEqual(['việc của bản']);
  });

  it('shows what is overdue below with whose it is, and nobody else’s work', async () => {
    for (const viewer of [place.people.commune, place.people.leader])
      expect((await work(viewer)).below.map(({ content, doer }) => [content, doer.id])).toEqual([
        ['việc của bản', place.ids.village],
      ]);
    for (const viewer of [place.people.other, place.people.elsewhere, place.people.village])
      expect((await work(viewer)).below).toEqual([]);
    expect(await work(place.people.other)).toMatchObject({ own: [], reports: [] });
  });

  it('practice 10: a report "trước ngày 13/7" is due on the working day before, for who asks and those directly below', async () => {
    for (const viewer of [place.people.commune, place.people.village])
      expect((await work(viewer)).reports.map(({ lastDay, lastWorkingDay }) => [lastDay, lastWorkingDay])).toEqual([
        ['2026-07-12', '2026-07-10'],
      ]);
    expect((await work(place.people.province)).reports).toEqual([]);
  });
});

describe('chậm và của ai', () => {
  it('names the worst targets first, the unit they were given to, and the units that hold them back', async () => {
    const { database, people } = place;
    const add = async (name: string, leadOrganisationId: string | null) => {
      const goal = amountGoal(name, '100');
      const { id } = await doAs(database, people.commune, 'addTarget', addTarget, {
        ...{ movementId, goal, partOf: null, leadOrganisationId },
      });
      await database.owner.db.updateTable('targets').set({ data_period: 'quarter' }).where('id', '=', id).execute();
      return id;
    };
    const report = (targetId: string, organisationId: string, value: string) =>
      database.owner.db
        .insertInto('measurements')
        .values({
          ...{ id: crypto.randomUUID(), province_id: people.commune.provinceId, target_id: targetId },
          ...{
            organisation_id: organisationId,
            period_kind: 'quarter',
            reported_as: 'level',
            value,
            entered_value: value,
          },
          ...{ period_from: '2026-04-01', period_until: '2026-06-30', state: 'approved' },
          ...{ reported_at: '2026-06-30T02:00:00Z', reported_by_post: 'Trưởng bản' },
        })
        .execute();
    const [risk, late, fine] = [
      await add('có nguy cơ', null),
      await add('chậm', place.ids.village),
      await add('đúng', null),
    ];
    await report(risk, place.ids.commune, '43');
    await report(fine, place.ids.commune, '60');
    await doAs(database, people.commune, 'splitTarget', splitTarget, {
      targetId: late,
      version: 0,
      shares: [{ organisationId: place.ids.village, value: '100' }],
      reason: null,
    });
    await report(late, place.ids.village, '10');
    const ofVillage = await askAs(
      database,
      people.leader,
      (read) => measuredFor(read, [risk, late], place.ids.village),
      {},
    );
    expect([...ofVillage].map(([id, figures]) => [id, figures.length])).toEqual([[late, 1]]);
    const ask = (late?: number) =>
      askAs(database, people.leader, viewMovements, { state: 'running', ...(late === undefined ? {} : { late }) });
    const { late: found } = await ask(10);
    expect(
      found.map(({ name, owner, behind, behindCount, progress }) => [
        name,
        owner,
        behind,
        behindCount,
        progress.verdict,
      ]),
    ).toEqual([
      ['chậm', 'Bản Một', [{ id: place.ids.village, name: 'Bản Một' }], 1, 'late'],
      ['có nguy cơ', null, [], 0, 'at-risk'],
    ]);
    expect((await ask(1)).late.map(({ name }) => name)).toEqual(['chậm']);
    // Without a share of the sum a unit has no plan that it could be late with.
    const shared = async (value: string | null) => {
      await database.owner.db.updateTable('target_shares').set({ value }).where('target_id', '=', late).execute();
      return (await ask(10)).late[0]?.behind.length;
    };
    await database.owner.db
      .insertInto('target_shares')
      .values({
        ...{ target_id: late, organisation_id: place.ids.commune, province_id: people.commune.provinceId },
        ...{ position: 1, value: null },
      })
      .execute();
    await report(late, place.ids.commune, '1');
    expect([await shared(null), await shared('100')]).toEqual([0, 2]);
    await database.owner.db.deleteFrom('measurements').where('target_id', '=', late).where('value', '=', '1').execute();
    await database.owner.db
      .deleteFrom('target_shares')
      .where('target_id', '=', late)
      .where('position', '=', 1)
      .execute();
    // A unit below sees what it answers for, and nothing of what the commune is late with by itself.
    const below = await askAs(database, people.village, viewMovements, { state: 'running', late: 10 });
    expect(below.late.map(({ name, owner, behind }) => [name, owner, behind])).toEqual([['chậm', 'Bản Một', []]]);
    expect((await ask()).late).toEqual([]);
  });
});
