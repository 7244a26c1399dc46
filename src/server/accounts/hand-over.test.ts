import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, TODAY } from '../../../test/support/database.ts';
import { doAs, headOf, NO_NUMBER, plainTask } from '../../../test/support/deeds.ts';
import { act, buildOffice, codesOf, type Office, type Someone } from '../../../test/support/keepers.ts';
import { addPost, getAccount, getHandOver, handOver, lendPost, previewHandOver } from '../../contract/accounts.ts';
import { getSession } from '../../contract/session.ts';
import { createMovement } from '../movements/acts.ts';
import { addTask } from '../movements/task-acts.ts';

let office: Office;
beforeAll(async () => {
  office = await buildOffice();
});
afterAll(() => office.drop());

/** An officer with a movement whose task names them, and an open reading; and who comes after them. */
async function busy() {
  const leaving = await office.hire(office.ids.commune, 'officer');
  const coming = await office.hire(office.ids.commune, 'reporter');
  const { movementId } = await doAs(office.database, leaving.viewer, 'createMovement', createMovement, {
    head: headOf(office.ids.commune, { title: `Phong trào ${randomUUID().slice(0, 8)}` }),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const person = `Người cũ ${randomUUID().slice(0, 8)}`;
  const { id: taskId } = await doAs(office.database, leaving.viewer, 'addTask', addTask, {
    movementId,
    task: { ...plainTask('Làm báo cáo'), person },
  });
  const readingId = await openReading(leaving);
  return { leaving, coming, person, taskId, readingId };
}

async function openReading({ viewer }: Someone): Promise<string> {
  const { db } = office.database.owner;
  const id = randomUUID();
  const base = { province_id: viewer.provinceId, organisation_id: viewer.organisationId, file_name: 'a.txt', size: 1 };
  const sha256 = Buffer.alloc(32, 9);
  await db
    .insertInto('files')
    .values({ province_id: viewer.provinceId, sha256, bytes: Buffer.from('a'), size: 1 })
    .onConflict((row) => row.doNothing())
    .execute();
  await db
    .insertInto('documents')
    .values({ ...base, id, file_sha256: sha256, added_at: NOW, added_by: viewer.accountId, added_by_post: 'x' })
    .execute();
  const started = { started_at: NOW, started_by: viewer.accountId, started_by_post: 'x' };
  await db
    .insertInto('readings')
    .values({ ...base, ...started, id, document_id: id, state: 'waiting' })
    .execute();
  return id;
}

const pass = (as: Someone, from: Someone, to: Someone, more: Record<string, unknown> = {}) =>
  act(as, handOver, {
    accountId: from.viewer.accountId,
    toAccountId: to.viewer.accountId,
    on: TODAY,
    persons: null,
    reason: 'QĐ 15/QĐ-UBND',
    ...more,
  });

describe('Bàn giao', () => {
  it('shows first what would go over, and passes it on in one act', async () => {
    const { leaving, coming, person, taskId, readingId } = await busy();
    const accountId = leaving.viewer.accountId;
    const before = await office.keeper.browser.call(previewHandOver, { accountId, person });
    expect(before.persons).toContain(person);
    expect(before.record).toMatchObject({
      posts: [{ role: 'officer' }],
      readings: [{ fileName: 'a.txt' }],
      tasks: [{ content: 'Làm báo cáo' }],
      links: 0,
      deputations: 0,
    });
    const { handOverId } = await pass(office.keeper, leaving, coming, {
      persons: { before: person, after: 'Người mới' },
    });
    const { db } = office.database.owner;
    expect(await db.selectFrom('tasks').select('person').where('id', '=', taskId).executeTakeFirst()).toEqual({
      person: 'Người mới',
    });
    expect(await db.selectFrom('readings').select('started_by').where('id', '=', readingId).executeTakeFirst()).toEqual(
      { started_by: coming.viewer.accountId },
    );
    expect((await leaving.browser.call(getSession, {})).person).toBeNull();
    expect((await coming.browser.call(getSession, {})).person?.roles.slice().sort()).toEqual(['officer', 'reporter']);
    const paper = await office.keeper.browser.call(getHandOver, { handOverId });
    expect(paper).toMatchObject({
      on: TODAY,
      reason: 'QĐ 15/QĐ-UBND',
      record: { from: { name: leaving.name }, to: { name: coming.name }, tasks: [{ content: 'Làm báo cáo' }] },
    });
    expect(await codesOf(coming.browser.call(getHandOver, { handOverId }))).toBe('done');
    expect(await codesOf(office.neighbour.browser.call(getHandOver, { handOverId }))).toBe('not-found');
    expect((await office.keeper.browser.call(getAccount, { accountId })).handOvers).toMatchObject([
      { id: handOverId, from: leaving.name, to: coming.name },
    ]);
  });

  it('from a day to come leaves posts and loans until then', async () => {
    const { leaving, coming } = await busy();
    const deputy = await office.hire(office.ids.commune, 'leader');
    const lend = { postId: leaving.viewer.postId, deputyId: deputy.viewer.accountId, reason: null };
    await act(leaving, lendPost, { ...lend, from: TODAY, lastDay: '2026-08-01' });
    await act(leaving, lendPost, { ...lend, from: '2026-08-10', lastDay: '2026-08-20' });
    await pass(leaving, leaving, coming, { on: '2026-07-15' });
    expect((await leaving.browser.call(getSession, {})).person?.roles).toEqual(['officer']);
    const seen = async ({ viewer }: Someone) => office.keeper.browser.call(getAccount, { accountId: viewer.accountId });
    const from = await seen(leaving);
    expect(from.posts).toMatchObject([{ lastDay: '2026-07-14', when: 'now' }]);
    expect(from.lent).toMatchObject([{ lastDay: '2026-07-14', when: 'now' }]);
    expect((await seen(coming)).posts).toContainEqual(
      expect.objectContaining({ role: 'officer', from: '2026-07-15', lastDay: null, when: 'future' }),
    );
  });

  it('of a post to come only changes hands; one the successor has is not given twice', async () => {
    const { leaving, coming } = await busy();
    const accountId = leaving.viewer.accountId;
    const later = { role: 'leader' as const, title: 'Phó Chủ tịch', from: '2026-09-01', lastDay: '2026-12-31' };
    await act(office.keeper, addPost, { accountId, organisationId: office.ids.commune, ...later });
    const same = { role: 'officer' as const, title: 'Chuyên viên', from: null, lastDay: null };
    const toId = coming.viewer.accountId;
    await act(office.keeper, addPost, { accountId: toId, organisationId: office.ids.commune, ...same });
    await pass(office.keeper, leaving, coming);
    const seen = async (id: string) => (await office.keeper.browser.call(getAccount, { accountId: id })).posts;
    expect(await seen(accountId)).toMatchObject([{ role: 'officer', when: 'past' }]);
    const after = await seen(toId);
    expect(after.filter(({ role }) => role === 'officer')).toHaveLength(1);
    expect(after.find(({ role }) => role === 'leader')).toMatchObject({ from: '2026-09-01', lastDay: '2026-12-31' });
  });

  it('says why not: to oneself, in the past, nothing there, somebody else’s', async () => {
    const { leaving, coming } = await busy();
    expect(await codesOf(pass(leaving, leaving, leaving))).toEqual(['hand-over-itself']);
    expect(await codesOf(pass(leaving, leaving, coming, { on: '2026-06-29' }))).toEqual(['hand-over-past']);
    // An officer keeps reporters, and hands over nobody's account but their own.
    expect(await codesOf(pass(office.officer, leaving, coming))).toBe('not-found');
    expect(await codesOf(pass(office.neighbour, leaving, coming))).toBe('not-found');
    expect(await codesOf(pass(leaving, leaving, office.neighbour))).toBe('not-found');
    const accountId = leaving.viewer.accountId;
    expect(await codesOf(office.officer.browser.call(previewHandOver, { accountId }))).toBe('not-found');
    await pass(leaving, leaving, coming);
    expect(await codesOf(pass(office.keeper, leaving, coming))).toEqual(['hand-over-nothing']);
    // Handed back.
    expect(await codesOf(pass(office.keeper, coming, leaving))).toBe('done');
  });
});
