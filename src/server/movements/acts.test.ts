import { randomUUID } from 'node:crypto';
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
import { verifyAudit } from '../audit-chain.ts';
import { toProblemBody } from '../problem.ts';
import type { Viewer } from '../read.ts';
import { archiveMovement, createMovement, editMovement, restoreMovement, setDocumentNumber } from './acts.ts';
import { viewHistory } from './history-views.ts';
import { viewMovements } from './list-views.ts';
import { respondToMovement, withdrawResponse } from './response-acts.ts';
import { addTarget, removeTarget, reviseTarget } from './target-acts.ts';
import { viewFoundTargets, viewTargets } from './target-views.ts';
import { addTask, removeTask, reviseTask, setTaskState } from './task-acts.ts';
import { viewTasks } from './task-views.ts';
import { viewMovement } from './views.ts';

let place: Place;
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

type CreateInput = Omit<Parameters<typeof createMovement>[1], 'actionId'>;

const create = (viewer: Viewer, organisationId: string, more: Partial<CreateInput> & { title?: string } = {}) => {
  const { title, ...rest } = more;
  const head = headOf(organisationId, title === undefined ? {} : { title });
  return doAs(place.database, viewer, 'createMovement', createMovement, {
    head,
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
    ...rest,
  });
};
const see = (viewer: Viewer, movementId: string) => askAs(place.database, viewer, viewMovement, { movementId });
const targetsOf = async (viewer: Viewer, movementId: string) =>
  (await askAs(place.database, viewer, viewTargets, { movementId })).targets;
const add = (viewer: Viewer, movementId: string, name: string, more: { value?: string; partOf?: string } = {}) =>
  doAs(place.database, viewer, 'addTarget', addTarget, {
    movementId,
    goal: amountGoal(name, more.value ?? '100'),
    partOf: more.partOf ?? null,
    leadOrganisationId: null,
  });
const reasonsOf = (failed: Promise<unknown>) =>
  failed.then(
    () => ['nothing was refused'],
    (error: { reasons?: { code: string }[]; kind?: string }) =>
      error.reasons && error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.kind ?? String(error)],
  );

describe('making a movement', () => {
  it('starts from nothing, with the number to come later', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune);
    const { movement, counts } = await see(people.commune, movementId);
    expect(movement).toMatchObject({
      source: 'empty',
      state: 'running',
      daysLeft: 184,
      numberSymbol: null,
      version: 1,
      createdBy: people.commune.postTitle,
      may: { edit: true, archive: true, respond: false },
    });
    expect(counts).toMatchObject({ targets: 0, tasks: 0, documents: 0 });
  });

  it('copies the targets and tasks of last year, moving the days', async () => {
    const { people, ids } = place;
    const last = await create(people.commune, ids.commune, { head: headOf(ids.commune, { year: 2025 }) });
    const whole = await add(people.commune, last.movementId, 'Thu ngân sách');
    await add(people.commune, last.movementId, 'Thu nội địa', { partOf: whole.id });
    await doAs(place.database, people.commune, 'addTask', addTask, {
      movementId: last.movementId,
      task: { ...plainTask('Rà soát hộ nghèo'), dueOn: '2025-12-15' },
    });
    const { movementId } = await create(people.commune, ids.commune, {
      from: { how: 'copy', movementId: last.movementId, tasks: true },
    });
    const targets = await targetsOf(people.commune, movementId);
    expect(targets.map(({ name }) => name)).toEqual(['Thu ngân sách', 'Thu nội địa']);
    expect(targets[1]?.partOf).toBe(targets[0]?.id);
    const { tasks } = await askAs(place.database, people.commune, viewTasks, { movementId });
    expect(tasks).toMatchObject([
      { dueOn: '2026-12-15', lastDay: '2026-12-14', lastWorkingDay: '2026-12-14', overdue: false },
    ]);
    expect((await see(people.commune, movementId)).movement.copiedFrom?.id).toBe(last.movementId);
  });

  it('takes chosen targets of the level above, which it then answers', async () => {
    const { people, ids } = place;
    const parent = await create(people.province, ids.province, { title: 'Thi đua toàn tỉnh' });
    const taken = await add(people.province, parent.movementId, 'Trồng rừng');
    await add(people.province, parent.movementId, 'Xuất khẩu');
    const { movementId } = await create(people.commune, ids.commune, {
      from: { how: 'parent', movementId: parent.movementId, targetIds: [taken.id], tasks: false },
    });
    expect((await targetsOf(people.commune, movementId)).map(({ name }) => name)).toEqual(['Trồng rừng']);
    const child = await see(people.commune, movementId);
    expect(child.respondsTo).toMatchObject([{ how: 'own-plan', movement: { id: parent.movementId } }]);
    const above = await see(people.province, parent.movementId);
    expect(above.responses).toMatchObject([{ organisation: { name: 'Xã Một' }, movement: { id: movementId } }]);
    expect(above.unanswered.map(({ name }) => name)).toEqual(['Xã Hai']);
  });

  it('is launched jointly', async () => {
    const { people, ids } = place;
    const head = { ...headOf(ids.commune), jointOrganisationIds: [ids.other] };
    const { movementId } = await create(people.commune, ids.commune, { head });
    expect((await see(people.other, movementId)).movement).toMatchObject({
      jointOrganisations: [{ name: 'Xã Hai' }],
      may: { edit: false },
    });
  });

  it('refuses with all reasons what does not hold together', async () => {
    const { people, ids } = place;
    const head = { ...headOf(ids.other), jointOrganisationIds: [ids.other] };
    expect(await reasonsOf(create(people.commune, ids.commune, { head }))).toEqual([
      'launcher-out-of-reach',
      'joint-is-launcher',
    ]);
    const backwards = { ...headOf(ids.commune), period: { from: '2026-06-01', until: '2026-05-01' } };
    expect(await reasonsOf(create(people.commune, ids.commune, { head: backwards }))).toEqual(['period-reversed']);
    expect(await reasonsOf(create(people.leader, ids.commune))).toEqual(['forbidden']);
    const foreign = await create(people.other, ids.other);
    const from = { how: 'copy' as const, movementId: foreign.movementId, tasks: false };
    expect(await reasonsOf(create(people.province, ids.province, { from: { ...from, how: 'parent' } }))).toEqual([
      'source-out-of-reach',
    ]);
    expect(await reasonsOf(create(people.commune, ids.commune, { from }))).toEqual(['not-found']);
  });
});

describe('the head of a movement', () => {
  it('is edited, numbered, archived and brought back, each with its line of history', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune, { title: 'Tên cũ' });
    const head = { ...headOf(ids.commune), title: 'Tên mới', theme: 'Đoàn kết' };
    const edited = await doAs(place.database, people.commune, 'editMovement', editMovement, {
      movementId,
      version: 1,
      head,
    });
    expect(edited).toMatchObject({ version: 2, head: { title: 'Tên mới', theme: 'Đoàn kết' } });
    const document = { number: '15', symbol: 'KH-UBND', issuedOn: '2026-01-20', place: 'Xã Một' };
    const numbered = await doAs(place.database, people.commune, 'setDocumentNumber', setDocumentNumber, {
      movementId,
      version: 2,
      document,
    });
    expect(numbered.numberSymbol).toBe('15/KH-UBND');
    const archived = await doAs(place.database, people.commune, 'archiveMovement', archiveMovement, {
      movementId,
      version: 3,
      reason: 'Nhập nhầm',
    });
    expect(archived).toMatchObject({
      state: 'archived',
      archived: { reason: 'Nhập nhầm' },
      may: { edit: false, archive: true },
    });
    expect(await reasonsOf(add(people.commune, movementId, 'Muộn'))).toEqual(['movement-archived']);
    const back = await doAs(place.database, people.commune, 'restoreMovement', restoreMovement, {
      movementId,
      version: 4,
    });
    expect(back).toMatchObject({ state: 'running', archived: null });
    const { lines } = await askAs(place.database, people.commune, viewHistory, { movementId: back.id as never });
    expect(lines.map(({ deed }) => deed)).toEqual(['restored', 'archived', 'numbered', 'edited', 'created']);
    expect(lines[3]?.changes).toEqual([
      { field: 'title', before: { type: 'text', text: 'Tên cũ' }, after: { type: 'text', text: 'Tên mới' } },
      { field: 'theme', before: null, after: { type: 'text', text: 'Đoàn kết' } },
    ]);
    expect(lines[1]).toMatchObject({ reason: 'Nhập nhầm', organisationName: 'Xã Một' });
  });

  it('is not overwritten by an old form, which is handed the newer record', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune);
    const edit = (title: string) =>
      doAs(place.database, people.commune, 'editMovement', editMovement, {
        movementId,
        version: 1,
        head: { ...headOf(ids.commune), title },
      });
    const both = await Promise.allSettled([edit('Một'), edit('Hai')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected');
    const now = await see(people.commune, movementId);
    expect(lost?.reason).toMatchObject({
      kind: 'stale',
      reasons: [{ facts: { current: { version: 2, head: now.movement.head } } }],
    });
  });

  it('keeps a number for one movement of a launcher and year', async () => {
    const { people, ids } = place;
    const document = { number: '77', symbol: 'KH-UBND', issuedOn: null, place: null };
    await create(people.commune, ids.commune, { document });
    expect(await reasonsOf(create(people.commune, ids.commune, { document }))).toEqual(['number-taken']);
    await create(people.other, ids.other, { document });
  });

  it('is changed only by officers above it, and not seen from elsewhere', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.province, ids.province);
    const edit = (viewer: Viewer) =>
      doAs(place.database, viewer, 'editMovement', editMovement, {
        movementId,
        version: 1,
        head: headOf(ids.province),
      });
    expect(await reasonsOf(edit(people.commune))).toEqual(['forbidden']);
    expect(await reasonsOf(edit(people.leader))).toEqual(['forbidden']);
    expect(await reasonsOf(edit(people.elsewhere))).toEqual(['not-found']);
    const own = await create(people.commune, ids.commune);
    expect(await reasonsOf(see(people.other, own.movementId))).toEqual(['not-found']);
    expect((await see(people.village, own.movementId)).movement.may.edit).toBe(false);
  });
});

describe('targets', () => {
  it('are added, revised with a reason and removed', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune);
    const target = await add(people.commune, movementId, 'Thu ngân sách', { value: '33515' });
    expect(target).toMatchObject({ position: 1, version: 1, origin: null, progress: { verdict: 'not-yet-due' } });
    const goal = amountGoal('Thu ngân sách', '34000', { indicator: 'thu_nsnn', domain: 'ngan_sach' });
    const revise = (version: number) =>
      doAs(place.database, people.commune, 'reviseTarget', reviseTarget, {
        targetId: target.id,
        version,
        goal,
        partOf: null,
        leadOrganisationId: ids.commune,
        reason: 'Nghị quyết 12/NQ-HĐND',
      });
    expect(await revise(1)).toMatchObject({
      version: 2,
      figure: { value: '34000' },
      leadOrganisation: { name: 'Xã Một' },
    });
    expect(await reasonsOf(revise(1))).toEqual(['stale']);
    const remove = (version: number) =>
      doAs(place.database, people.commune, 'removeTarget', removeTarget, {
        targetId: target.id,
        version,
        reason: null,
      });
    expect(await reasonsOf(remove(1))).toEqual(['stale']);
    await remove(2);
    expect(await targetsOf(people.commune, movementId)).toEqual([]);
    const { lines } = await askAs(place.database, people.commune, viewHistory, {
      movementId: movementId as never,
      subjectId: target.id,
    });
    expect(lines.map(({ deed, reason }) => [deed, reason])).toEqual([
      ['removed', null],
      ['revised', 'Nghị quyết 12/NQ-HĐND'],
      ['added', null],
    ]);
    expect(lines[1]?.changes.map(({ field }) => field)).toEqual(['figure', 'indicator', 'domain', 'lead-organisation']);
  });

  it('are refused when their figure is wrong or they go round in a ring', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune);
    const whole = await add(people.commune, movementId, 'Cả');
    const part = await add(people.commune, movementId, 'Phần', { partOf: whole.id });
    const ring = doAs(place.database, people.commune, 'reviseTarget', reviseTarget, {
      targetId: whole.id,
      version: 1,
      goal: amountGoal('Cả', '1'),
      partOf: part.id,
      leadOrganisationId: null,
      reason: null,
    });
    expect(await reasonsOf(ring)).toEqual(['target-part-of-itself']);
    const empty = doAs(place.database, people.commune, 'addTarget', addTarget, {
      movementId,
      goal: { ...amountGoal('Rỗng', '1'), figure: { ...amountGoal('', '1').figure, value: null } },
      partOf: null,
      leadOrganisationId: null,
    });
    expect(await reasonsOf(empty)).toEqual(['figure-faulty']);
    const remove = doAs(place.database, people.commune, 'removeTarget', removeTarget, {
      targetId: whole.id,
      version: 1,
      reason: null,
    });
    expect(await reasonsOf(remove)).toEqual(['target-has-parts']);
    const foreign = await create(people.other, ids.other);
    const elsewhere = await add(people.other, foreign.movementId, 'Khác');
    expect(await reasonsOf(add(people.commune, movementId, 'Lạc', { partOf: elsewhere.id }))).toEqual([
      'target-part-of-other',
    ]);
  });

  it('show where they stand from the figures reported, and keep them', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune);
    const target = await add(people.commune, movementId, 'Thu ngân sách', { value: '33515' });
    await place.database.owner.db
      .insertInto('measurements')
      .values({
        id: randomUUID(),
        province_id: people.commune.provinceId,
        target_id: target.id,
        organisation_id: ids.commune,
        period_kind: 'half-year',
        period_from: '2026-01-01',
        period_until: '2026-06-30',
        value: '13741',
        entered_value: '13741',
        reported_at: '2026-06-30T02:00:00Z',
        reported_by_post: 'Kế toán',
        sample: true,
      })
      .execute();
    const [seen] = await targetsOf(people.leader, movementId);
    expect(seen?.progress).toMatchObject({
      verdict: 'at-risk',
      actual: '13741',
      attainment: '41.0',
      expectedAttainment: '49.6',
      pace: '0.827',
      sample: true,
    });
    expect((await see(people.leader, movementId)).domains).toMatchObject([
      { domain: null, progress: { 'at-risk': 1 } },
    ]);
    const remove = doAs(place.database, people.commune, 'removeTarget', removeTarget, {
      targetId: target.id,
      version: 1,
      reason: null,
    });
    expect(await reasonsOf(remove)).toEqual(['target-has-figures']);
  });
});

describe('tasks', () => {
  it('are added, revised, done by the unit they were given to, and removed', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune);
    const task = await doAs(place.database, people.commune, 'addTask', addTask, {
      movementId,
      task: plainTask('Vệ sinh đường bản', ids.village),
    });
    expect(task).toMatchObject({
      state: 'to-do',
      lastDay: '2026-06-14',
      // A Sunday.
      lastWorkingDay: '2026-06-12',
      overdue: true,
      assigneeOrganisation: { name: 'Bản Một' },
    });
    const revised = await doAs(place.database, people.commune, 'reviseTask', reviseTask, {
      taskId: task.id,
      version: 1,
      task: { ...plainTask('Vệ sinh đường bản', ids.village), person: 'Trưởng bản', dueOn: '2026-07-15' },
    });
    expect(revised).toMatchObject({ version: 2, person: 'Trưởng bản', overdue: false });
    const set = (viewer: Viewer, version: number) =>
      doAs(place.database, viewer, 'setTaskState', setTaskState, {
        taskId: task.id,
        version,
        state: 'done',
        note: 'Xong 2 km',
      });
    expect(await reasonsOf(set(people.other, 2))).toEqual(['not-found']);
    expect(await set(people.village, 2)).toMatchObject({ state: 'done', version: 3, maySetState: true });
    expect((await see(people.commune, movementId)).counts).toMatchObject({ tasks: 1, tasksDone: 1 });
    await doAs(place.database, people.commune, 'removeTask', removeTask, { taskId: task.id, version: 3, reason: null });
    expect((await see(people.commune, movementId)).counts.tasks).toBe(0);
  });

  it('go to no organisation of another province', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune);
    const task = plainTask('Giao nhầm', people.elsewhere.organisationId);
    expect(await reasonsOf(doAs(place.database, people.commune, 'addTask', addTask, { movementId, task }))).toEqual([
      'not-found',
    ]);
  });
});

describe("answers to a superior's movement", () => {
  it('are given once, seen above, and withdrawn', async () => {
    const { people, ids } = place;
    const parent = await create(people.province, ids.province);
    const answer = (viewer: Viewer, organisationId: string, reason: string | null) =>
      doAs(place.database, viewer, 'respondToMovement', respondToMovement, {
        movementId: parent.movementId,
        organisationId,
        how: 'not-applicable' as const,
        answeringMovementId: null,
        reason,
      });
    expect(await reasonsOf(answer(people.commune, ids.commune, null))).toEqual(['response-needs-reason']);
    expect(await reasonsOf(answer(people.commune, ids.other, 'x'))).toEqual(['forbidden']);
    const given = await answer(people.commune, ids.commune, 'Xã không có rừng');
    expect(given).toMatchObject({ how: 'not-applicable', organisation: { name: 'Xã Một' }, mayWithdraw: true });
    expect(await reasonsOf(answer(people.commune, ids.commune, 'lần nữa'))).toEqual(['response-answered-already']);
    // Entered on behalf of a commune that does not use the system.
    await answer(people.province, ids.other, 'Không có rừng');
    expect((await see(people.province, parent.movementId)).responses).toHaveLength(2);
    // Whoever looks reads the same counts, in the list too; whose answers they are, only as far as one sees.
    const both = { answers: 2, unanswered: 0 };
    for (const viewer of [people.province, people.commune]) {
      expect((await see(viewer, parent.movementId)).counts).toMatchObject(both);
      const { movements } = await askAs(place.database, viewer, viewMovements, { pageSize: 200 });
      expect(movements.find(({ id }) => id === parent.movementId)).toMatchObject({ answeredBy: 2, answerCount: 0 });
    }
    expect((await see(people.commune, parent.movementId)).responses).toHaveLength(1);
    await doAs(place.database, people.commune, 'withdrawResponse', withdrawResponse, {
      responseId: given.id,
      version: 1,
    });
    expect((await see(people.province, parent.movementId)).unanswered.map(({ name }) => name)).toEqual(['Xã Một']);
  });

  it('may fold a movement into another of the own ones', async () => {
    const { people, ids } = place;
    const parent = await create(people.province, ids.province);
    const own = await create(people.commune, ids.commune);
    const fold = (answeringMovementId: string | null) =>
      doAs(place.database, people.commune, 'respondToMovement', respondToMovement, {
        movementId: parent.movementId,
        organisationId: ids.commune,
        how: 'folded' as const,
        answeringMovementId,
        reason: null,
      });
    expect(await reasonsOf(fold(null))).toEqual(['response-needs-movement']);
    expect(await reasonsOf(fold(parent.movementId))).toEqual(['response-is-itself']);
    expect(await fold(own.movementId)).toMatchObject({ how: 'folded', movement: { id: own.movementId } });
  });
});

describe('targets by a few letters', () => {
  it('are found in what is in sight and not put away, and no more than asked for', async () => {
    const { people, ids } = place;
    const find = async (viewer: Viewer, q: string, limit?: number) =>
      (await askAs(place.database, viewer, viewFoundTargets, { q, limit })).targets.map(({ name }) => name);
    const own = await create(people.commune, ids.commune, { title: 'Thi đua trồng quế' });
    await add(people.commune, own.movementId, 'Diện tích quế trồng mới');
    await add(people.commune, own.movementId, 'Sản lượng vỏ quế');
    expect(await find(people.commune, 'que trong')).toEqual(['Diện tích quế trồng mới']);
    expect(await find(people.province, 'QUẾ')).toEqual(['Diện tích quế trồng mới', 'Sản lượng vỏ quế']);
    expect(await find(people.province, 'quế', 1)).toEqual(['Diện tích quế trồng mới']);
    expect(await find(people.other, 'que')).toEqual([]);
    expect(await find(people.commune, '  ')).toEqual([]);
    await doAs(place.database, people.commune, 'archiveMovement', archiveMovement, {
      movementId: own.movementId,
      version: 1,
      reason: null,
    });
    expect(await find(people.commune, 'que')).toEqual([]);
  });
});

describe('the list of movements', () => {
  it('is searched without diacritics, filtered, sorted, paged and opened as a tree', async () => {
    const { people, ids } = place;
    const list = (viewer: Viewer, input: object) => askAs(place.database, viewer, viewMovements, input);
    const parent = await create(people.province, ids.province, { title: 'Thi đua làm đường giao thông' });
    const child = await create(people.other, ids.other, { title: 'Cả xã làm đường', respondsTo: [parent.movementId] });
    const titles = async (viewer: Viewer, input: object) =>
      (await list(viewer, input)).movements.map(({ title }) => title);
    expect(await titles(people.other, { q: 'lam duong', sort: 'title' })).toEqual([
      'Cả xã làm đường',
      'Thi đua làm đường giao thông',
    ]);
    expect(await titles(people.other, { q: 'lam duong', tree: 'roots' })).toEqual(['Thi đua làm đường giao thông']);
    expect(await titles(people.other, { answering: parent.movementId })).toEqual(['Cả xã làm đường']);
    expect(
      await titles(people.other, {
        organisationId: ids.other,
        q: 'duong',
        kind: 'regular',
        year: 2026,
        state: 'running',
      }),
    ).toEqual(['Cả xã làm đường']);
    expect(
      await titles(people.province, { organisationId: ids.province, reach: 'subtree', q: 'lam duong', sort: 'title' }),
    ).toEqual(['Cả xã làm đường', 'Thi đua làm đường giao thông']);
    expect(await titles(people.other, { q: 'duong', state: 'upcoming' })).toEqual([]);
    expect(await titles(people.elsewhere, {})).toEqual([]);
    const paged = await list(people.other, { q: 'lam duong', sort: 'title', pageSize: 1, page: 2 });
    expect(paged).toMatchObject({
      total: 2,
      page: 2,
      movements: [{ title: 'Thi đua làm đường giao thông', answerCount: 1 }],
    });
    const [row] = (await list(people.other, { organisationId: ids.other, q: 'ca xa' })).movements;
    expect(row).toMatchObject({ id: child.movementId, respondsTo: [parent.movementId], daysLeft: 184 });
    await doAs(place.database, people.other, 'archiveMovement', archiveMovement, {
      movementId: child.movementId,
      version: 1,
      reason: null,
    });
    expect(await titles(people.other, { q: 'ca xa' })).toEqual([]);
    expect(await titles(people.other, { q: 'ca xa', archived: 'only' })).toEqual(['Cả xã làm đường']);
  });

  it('agrees with the rule on where a movement stands, on every day that matters', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune, {
      title: 'Kỳ hạn lạ',
      head: { ...headOf(ids.commune, { title: 'Kỳ hạn lạ' }), period: { from: '2026-11-01', until: null } },
    });
    for (const today of ['2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01']) {
      const viewer = { ...people.commune, today };
      const { movement } = await see(viewer, movementId);
      const found = await askAs(place.database, viewer, viewMovements, { q: 'ky han la', state: movement.state });
      expect(found.movements.map(({ state }) => state)).toEqual([movement.state]);
    }
  });
});

describe('two at the same moment', () => {
  const lostOf = async (both: Promise<unknown>[]) => {
    const settled = await Promise.allSettled(both);
    const lost = settled.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(settled.length - 1);
    return lost.map(({ reason }) => {
      const { kind, code, reasons } = toProblemBody(reason, 'test');
      return [kind, reasons[0]?.code ?? code];
    });
  };

  it('take one number once', async () => {
    const { people, ids } = place;
    const document = { number: '301', symbol: 'KH-UBND', issuedOn: null, place: null };
    const lost = await lostOf(Array.from({ length: 4 }, () => create(people.commune, ids.commune, { document })));
    expect(lost).toEqual(Array.from({ length: 3 }, () => ['refused', 'number-taken']));
  });

  it('answer one movement once', async () => {
    const { people, ids } = place;
    const parent = await create(people.province, ids.province);
    const answer = () =>
      doAs(place.database, people.commune, 'respondToMovement', respondToMovement, {
        movementId: parent.movementId,
        organisationId: ids.commune,
        how: 'not-applicable' as const,
        answeringMovementId: null,
        reason: 'Không có',
      });
    const lost = await lostOf(Array.from({ length: 4 }, answer));
    for (const [kind, code] of lost)
      expect([kind, ['answered-already', 'response-answered-already'].includes(code ?? '')]).toEqual(['refused', true]);
  });

  it('revise one target one after the other', async () => {
    const { people, ids } = place;
    const { movementId } = await create(people.commune, ids.commune);
    const target = await add(people.commune, movementId, 'Thu ngân sách');
    const revise = (value: string) =>
      doAs(place.database, people.commune, 'reviseTarget', reviseTarget, {
        targetId: target.id,
        version: 1,
        goal: amountGoal('Thu ngân sách', value),
        partOf: null,
        leadOrganisationId: null,
        reason: null,
      });
    expect(await lostOf(['1', '2', '3'].map(revise))).toEqual([
      ['stale', 'stale'],
      ['stale', 'stale'],
    ]);
  });
});

describe('the audit chain', () => {
  it('is whole after all of this', async () => {
    expect((await verifyAudit(place.database.owner.db)).breaks).toEqual([]);
  });
});
