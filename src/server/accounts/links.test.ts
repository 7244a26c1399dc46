import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/support/client.ts';
import { NOW } from '../../../test/support/database.ts';
import { headOf, NO_NUMBER } from '../../../test/support/deeds.ts';
import { act, buildOffice, codesOf, type Office } from '../../../test/support/keepers.ts';
import { resetAccount } from '../../contract/accounts.ts';
import type { TaskContent } from '../../contract/facts.ts';
import type { TaskId } from '../../contract/ids.ts';
import {
  listTaskLinks,
  makeTaskLink,
  openAccountLink,
  openTaskLink,
  reportByTaskLink,
  revokeTaskLink,
  takeRecovery,
} from '../../contract/links.ts';
import {
  addTask,
  archiveMovement,
  createMovement,
  getMovementHistory,
  reviseTask,
} from '../../contract/movement-acts.ts';
import { listTasks } from '../../contract/movements.ts';
import { getSession } from '../../contract/session.ts';

let office: Office;
let now = NOW;
beforeAll(async () => {
  office = await buildOffice();
  office.database.world.now = () => now;
});
beforeEach(async () => {
  now = NOW;
  await office.database.owner.db.deleteFrom('sign_in_attempts').execute();
});
afterAll(() => office.drop());

const days = (count: number) => new Date(Date.parse(NOW) + count * 86_400_000).toISOString();
const contentOf = (more: Partial<TaskContent> = {}): TaskContent => ({
  content: 'Vận động các hộ chỉnh trang đường bản',
  assignee: 'Bản Một',
  assigneeId: office.ids.village as never,
  role: 'lead',
  dueOn: null,
  dueRelation: null,
  via: null,
  domain: null,
  person: null,
  product: null,
  authority: null,
  ...more,
});

/** A task of the commune's movement, and a link with which the village reports on it. */
async function withLink(more: Partial<TaskContent> = {}) {
  const asked = { head: headOf(office.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] };
  const { movementId } = await act(office.officer, createMovement, asked as never);
  const task = await act(office.officer, addTask, { movementId, task: contentOf(more) });
  return { movementId, task, ...(await link(task.id)) };
}
async function link(taskId: TaskId) {
  const made = await act(office.officer, makeTaskLink, { taskId, organisationId: office.ids.village as never });
  return { token: made.path?.split('/').at(-1) ?? '', path: made.path, expiresAt: made.expiresAt };
}
const guest = () => openBrowser(office.app);
const opens = (token: string) => codesOf(guest().call(openTaskLink, { token }));
const report = (token: string, version: number, note: string | null = null) =>
  guest().call(reportByTaskLink, { token, version, state: 'in-progress', note });

describe('a link for one task', () => {
  it('shows the task and nothing around it, without signing in', async () => {
    const { token, path, task } = await withLink();
    expect(path).toMatch(/^\/viec\/[\w-]{43}$/);
    const browser = guest();
    const seen = await browser.call(openTaskLink, { token });
    expect(seen).toMatchObject({ content: task.content, organisationName: 'Bản Một', state: 'to-do', version: 1 });
    expect(Object.keys(seen)).not.toContain('movementId');
    expect(browser.cookies.size).toBe(0);
    expect((await browser.call(getSession, {})).person).toBeNull();
    expect(await codesOf(browser.call(listTasks, { movementId: task.id as never }))).toBe('unauthenticated');
  });

  it('reports in the name of the unit, in the history and in the log, with no account', async () => {
    const { token, movementId, task } = await withLink();
    await report(token, 1, 'Đã họp bản');
    const again = await guest().call(reportByTaskLink, { token, version: 2, state: 'done', note: null });
    expect(again).toMatchObject({ state: 'done', version: 3 });
    const { tasks } = await office.officer.browser.call(listTasks, { movementId });
    expect(tasks.find(({ id }) => id === task.id)).toMatchObject({ state: 'done' });
    const { lines } = await office.officer.browser.call(getMovementHistory, { movementId });
    expect(lines[0]).toMatchObject({ byPost: 'Bản Một (qua liên kết)' });
    const logged = await office.database.owner.db
      .selectFrom('audit_entries')
      .select(['account_id', 'post_title'])
      .where('act', '=', 'reportByTaskLink')
      .execute();
    const byUnit = { account_id: null, post_title: 'Bản Một (qua liên kết)' };
    expect(logged).toEqual([byUnit, byUnit]);
  });

  it('does not write over what somebody changed meanwhile', async () => {
    const { token } = await withLink();
    await report(token, 1);
    expect(await codesOf(report(token, 1))).toBe('stale');
  });

  it('opens nothing else', async () => {
    const { token } = await withLink();
    for (const kind of ['invitation', 'recovery'] as const)
      expect(await codesOf(guest().call(openAccountLink, { token, kind }))).toBe('not-found');
    expect(await codesOf(guest().call(takeRecovery, { token, password: 'một câu dài vừa đủ' }))).toBe('not-found');
  });

  it('ends on its day, later where the task is due later', async () => {
    const { token, expiresAt } = await withLink();
    expect(expiresAt).toBe(days(30));
    now = days(29.9);
    expect(await opens(token)).toBe('done');
    now = days(30);
    expect(await opens(token)).toBe('not-found');
    expect(await codesOf(report(token, 1))).toBe('not-found');
    now = NOW;
    const due = await withLink({ dueOn: '2026-10-30', dueRelation: 'by' });
    expect(due.expiresAt.slice(0, 10)).toBe('2026-11-13');
  });

  it('ends when it is taken back, and when the same unit gets another', async () => {
    const { token, task } = await withLink();
    const second = await link(task.id);
    expect(await opens(token)).toBe('not-found');
    expect(await opens(second.token)).toBe('done');
    const { links, may } = await office.officer.browser.call(listTaskLinks, { taskId: task.id });
    expect({ may, count: links.length }).toEqual({ may: true, count: 1 });
    const [{ id: linkId } = { id: '' as never }] = links;
    const neighbour = await office.hire(office.ids.other, 'officer');
    expect(await codesOf(act(neighbour, revokeTaskLink, { linkId }))).not.toBe('done');
    await act(office.officer, revokeTaskLink, { linkId });
    expect(await opens(second.token)).toBe('not-found');
  });

  it('ends with its movement, and when the task goes to somebody else', async () => {
    const { token, task } = await withLink();
    const moved = contentOf({ assignee: 'Xã Hai', assigneeId: office.ids.other as never });
    await act(office.officer, reviseTask, { taskId: task.id, version: 1, task: moved });
    expect(await opens(token)).toBe('not-found');
    const other = await withLink();
    const { movementId } = other;
    const { version } = await office.database.owner.db
      .selectFrom('movements')
      .select('version')
      .where('id', '=', movementId)
      .executeTakeFirstOrThrow();
    await act(office.officer, archiveMovement, { movementId, version, reason: null });
    expect(await opens(other.token)).toBe('not-found');
  });

  it('is made for a unit in reach only', async () => {
    const { task } = await withLink();
    const make = (organisationId: string, as = office.officer) =>
      codesOf(act(as, makeTaskLink, { taskId: task.id, organisationId: organisationId as never }));
    expect(await make(office.ids.other)).toBe('not-found');
    expect(await make(office.ids.village, office.village)).toBe('forbidden');
  });

  it('is not found by trying: sixty wrong tokens close the door for that address', async () => {
    const { token } = await withLink();
    const wrong = `${token.slice(0, -4)}AAAA`;
    for (let attempt = 0; attempt < 60; attempt++) expect(await opens(wrong)).toBe('not-found');
    expect(await opens(token)).toBe('too-many');
    now = new Date(Date.parse(NOW) + 16 * 60_000).toISOString();
    expect(await opens(token)).toBe('done');
  });
});

describe('a way back in', () => {
  const recovery = async () => {
    const person = await office.hire(office.ids.village, 'reporter');
    const { accountId } = person.viewer;
    const { opening } = await act(office.keeper, resetAccount, { accountId, how: 'link', codesToo: false });
    return { person, token: opening.path?.split('/').at(-1) ?? '' };
  };

  it('opens once, sets the password, and ends what was signed in', async () => {
    const { person, token } = await recovery();
    const browser = guest();
    expect(await browser.call(openAccountLink, { token, kind: 'recovery' })).toMatchObject({
      name: person.name,
      madeByPost: office.keeper.viewer.postTitle,
    });
    const weak = { token, password: person.name };
    expect(await codesOf(browser.call(takeRecovery, weak))).toEqual(['password-name']);
    const password = 'lúa chín vàng đồng';
    await browser.call(takeRecovery, { token, password });
    expect((await browser.call(getSession, {})).person?.id).toBe(person.viewer.accountId);
    expect((await person.browser.call(getSession, {})).person).toBeNull();
    expect(await codesOf(guest().call(takeRecovery, { token, password }))).toBe('not-found');
    await guest().signIn(person.name, password);
  });

  it('taken by two at the same moment is taken once', async () => {
    const { token } = await recovery();
    const came = await Promise.all(
      ['lúa chín vàng đồng', 'mưa xuân trên nương', 'suối chảy qua bản'].map((password) =>
        codesOf(guest().call(takeRecovery, { token, password })),
      ),
    );
    expect(came.sort()).toEqual(['done', 'not-found', 'not-found']);
  });

  it('ends after two days, and is no invitation', async () => {
    const { token } = await recovery();
    expect(await codesOf(guest().call(openAccountLink, { token, kind: 'invitation' }))).toBe('not-found');
    now = days(2);
    expect(await codesOf(guest().call(openAccountLink, { token, kind: 'recovery' }))).toBe('not-found');
  });
});
