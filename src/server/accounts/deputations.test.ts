import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/support/client.ts';
import { NOW, TODAY } from '../../../test/support/database.ts';
import { headOf, NO_NUMBER } from '../../../test/support/deeds.ts';
import { act, buildOffice, codesOf, type Office, type Someone } from '../../../test/support/keepers.ts';
import {
  addPost,
  callBackPost,
  disableAccount,
  getAccount,
  lendPost,
  listColleagues,
} from '../../contract/accounts.ts';
import { createMovement } from '../../contract/movement-acts.ts';
import { listMovements } from '../../contract/movements.ts';
import { getOwnAccount } from '../../contract/own-account.ts';
import { changePost, getSession } from '../../contract/session.ts';

let office: Office;
beforeAll(async () => {
  office = await buildOffice();
});
afterAll(() => office.drop());

/** A leader of the commune, and a colleague there without a right to write. */
async function twoOf(role: 'leader' | 'officer' = 'officer') {
  return {
    holder: await office.hire(office.ids.commune, role),
    deputy: await office.hire(office.ids.commune, 'leader'),
  };
}
const loan = (holder: Someone, deputy: Someone, more: { from?: string; lastDay?: string } = {}) => ({
  postId: holder.viewer.postId,
  deputyId: deputy.viewer.accountId,
  from: more.from ?? TODAY,
  lastDay: more.lastDay ?? '2026-07-10',
  reason: 'Đi công tác',
});
const sit = (who: Someone, holder: Someone, deputationId: string | null) =>
  act(who, changePost, { postId: holder.viewer.postId, deputationId });
const personOf = async ({ browser }: Someone) => (await browser.call(getSession, {})).person;

describe('Ủy quyền', () => {
  it('lends the rights of one post, under both names, and no more', async () => {
    const { holder, deputy } = await twoOf();
    const { deputationId } = await act(holder, lendPost, loan(holder, deputy));
    expect((await personOf(deputy))?.seats).toHaveLength(2);
    const movement = { head: headOf(office.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] };
    expect(await codesOf(act(deputy, createMovement, movement))).toBe('forbidden');
    await sit(deputy, holder, deputationId);
    expect(await personOf(deputy)).toMatchObject({
      post: 'Chức danh leader, thay Chức danh officer',
      actingFor: 'Chức danh officer',
      roles: ['officer'],
    });
    await act(deputy, createMovement, movement);
    const entry = await office.database.owner.db
      .selectFrom('audit_entries')
      .select(['account_id', 'post_title'])
      .where('act', '=', 'createMovement')
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({
      account_id: deputy.viewer.accountId,
      post_title: 'Chức danh leader, thay Chức danh officer',
    });
    // A lent post is not lent on.
    const third = await office.hire(office.ids.commune, 'leader');
    expect(await codesOf(act(deputy, lendPost, loan(holder, third)))).toBe('forbidden');
    await sit(deputy, deputy, null);
    expect((await personOf(deputy))?.actingFor).toBeNull();
  });

  it('ends with the next click when it is called back or given back', async () => {
    const { holder, deputy } = await twoOf();
    const first = await act(holder, lendPost, loan(holder, deputy));
    await sit(deputy, holder, first.deputationId);
    await act(holder, callBackPost, first);
    expect(await personOf(deputy)).toBeNull();
    expect(await codesOf(deputy.browser.call(listMovements, {}))).toBe('unauthenticated');
    await deputy.browser.signIn(deputy.name);
    expect(await codesOf(act(holder, callBackPost, first))).toEqual(['loan-ended']);
    const second = await act(holder, lendPost, loan(holder, deputy));
    await act(deputy, callBackPost, second);
    const { lent } = await holder.browser.call(getOwnAccount, {});
    expect(lent).toEqual([]);
  });

  it('holds only within its days', async () => {
    const { holder, deputy } = await twoOf();
    const { deputationId } = await act(holder, lendPost, loan(holder, deputy, { from: '2026-07-01' }));
    expect(await codesOf(sit(deputy, holder, deputationId))).toBe('not-found');
    expect((await personOf(deputy))?.seats).toHaveLength(1);
    expect((await holder.browser.call(getOwnAccount, {})).lent).toMatchObject([
      { when: 'future', deputy: deputy.name },
    ]);
    expect(await codesOf(act(holder, lendPost, loan(holder, deputy, { from: TODAY, lastDay: '2026-07-01' })))).toEqual([
      'loan-twice',
    ]);
    expect(await codesOf(act(holder, lendPost, loan(holder, deputy, { lastDay: '2026-06-29' })))).toEqual([
      'loan-dates',
    ]);
    expect(
      await codesOf(act(holder, lendPost, loan(holder, deputy, { from: '2026-08-01', lastDay: '2028-08-01' }))),
    ).toEqual(['loan-long']);
    expect(await codesOf(act(holder, lendPost, loan(holder, holder)))).toEqual(['loan-own']);
  });

  it('is made by the holder or their administrator, to people around and open', async () => {
    const { holder, deputy } = await twoOf();
    expect(await codesOf(act(office.officer, lendPost, loan(holder, deputy)))).toBe('forbidden');
    expect(await codesOf(act(office.neighbour, lendPost, loan(holder, deputy)))).toBe('not-found');
    expect(await codesOf(act(holder, lendPost, loan(holder, office.neighbour)))).toBe('not-found');
    const { deputationId } = await act(office.keeper, lendPost, loan(holder, deputy));
    expect(await codesOf(act(office.officer, callBackPost, { deputationId }))).toBe('forbidden');
    await act(office.keeper, callBackPost, { deputationId });
    const accountId = deputy.viewer.accountId;
    const { version } = await office.keeper.browser.call(getAccount, { accountId });
    await act(office.keeper, disableAccount, { accountId, version });
    expect(await codesOf(act(holder, lendPost, loan(holder, deputy)))).toEqual(['account-disabled']);
    const { colleagues } = await holder.browser.call(listColleagues, {});
    const ids = colleagues.map(({ accountId: id }) => id as string);
    expect(ids).toContain(office.officer.viewer.accountId);
    expect(ids).not.toContain(accountId);
    expect(ids).not.toContain(office.neighbour.viewer.accountId);
  });

  it('shows its keeper who acts for whom', async () => {
    const { holder, deputy } = await twoOf();
    const { deputationId } = await act(holder, lendPost, loan(holder, deputy));
    const seen = (accountId: string) => office.keeper.browser.call(getAccount, { accountId });
    expect((await seen(holder.viewer.accountId)).lent).toMatchObject([{ id: deputationId, deputy: deputy.name }]);
    expect((await seen(deputy.viewer.accountId)).borrowed).toMatchObject([
      { id: deputationId, postTitle: 'Chức danh officer' },
    ]);
    expect(NOW.slice(0, 10)).toBe(TODAY);
  });
});

describe('posts in several organisations', () => {
  it('are changed under a new token, each with its own rights', async () => {
    const one = await office.hire(office.ids.commune, 'officer');
    const { accountId, postId } = one.viewer;
    const post = { accountId, role: 'reporter' as const, title: 'Đầu mối', from: null, lastDay: null };
    await act(office.top, addPost, { ...post, organisationId: office.ids.other });
    const seats = (await personOf(one))?.seats ?? [];
    expect(seats.map(({ organisationName, current }) => [organisationName, current])).toEqual([
      ['Xã Một', true],
      ['Xã Hai', false],
    ]);
    const before = new Map(one.browser.cookies);
    const other = seats.find(({ current }) => !current)?.postId ?? '';
    await act(one, changePost, { postId: other, deputationId: null });
    expect(await personOf(one)).toMatchObject({
      organisation: { name: 'Xã Hai' },
      roles: ['reporter'],
      actingFor: null,
    });
    expect([...one.browser.cookies]).not.toEqual([...before]);
    const stolen = openBrowser(office.app);
    for (const [name, value] of before) stolen.cookies.set(name, value);
    expect((await stolen.call(getSession, {})).person).toBeNull();
    // Nobody sits where they hold nothing.
    expect(await codesOf(act(office.officer, changePost, { postId, deputationId: null }))).toBe('not-found');
  });
});
