import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TODAY } from '../../../test/support/database.ts';
import { act, buildOffice, codesOf, type Office } from '../../../test/support/keepers.ts';
import { addPost, endPost, getAccount, handOver, listAccounts, movePosts } from '../../contract/accounts.ts';
import { mergeOrganisations } from '../../contract/organisation-acts.ts';
import { getSession } from '../../contract/session.ts';

let office: Office;
beforeAll(async () => {
  office = await buildOffice();
});
afterAll(() => office.drop());

/** Two communes with their people that become one today. */
async function merged() {
  const { provinceId } = office.top.viewer;
  const build = async (name: string) => {
    const id = randomUUID();
    const { db } = office.database.owner;
    const row = { id, province_id: provinceId, parent_id: office.ids.province, name, issuer_name: name };
    await db
      .insertInto('organisations')
      .values({ ...row, kind: 'people-committee', level: 'commune' })
      .execute();
    const above = { province_id: provinceId, descendant_id: id };
    await db
      .insertInto('organisation_closure')
      .values([
        { ...above, ancestor_id: id, depth: 0 },
        { ...above, ancestor_id: office.ids.province, depth: 1 },
      ])
      .execute();
    return id;
  };
  const [a, b] = [await build(`Xã A ${randomUUID().slice(0, 4)}`), await build(`Xã B ${randomUUID().slice(0, 4)}`)];
  const people = [await office.hire(a, 'officer'), await office.hire(a, 'leader'), await office.hire(b, 'officer')];
  const { organisationId: into } = await act(office.top, mergeOrganisations, {
    organisationIds: [a, b],
    into: {
      head: {
        name: `Xã Mới ${randomUUID().slice(0, 4)}`,
        issuerName: null,
        kind: 'people-committee',
        level: 'commune',
        code: null,
      },
      parentId: office.ids.province,
    },
    on: TODAY,
    paper: null,
  });
  return { a, b, into, people };
}
const idsOf = (people: { viewer: { postId: string } }[]) => people.map(({ viewer }) => viewer.postId);
const see = (accountId: string) => office.top.browser.call(getAccount, { accountId });

describe('people of an organisation that has ended', () => {
  it('are still found there, and go on in its successor under the same role and title', async () => {
    const { a, into, people } = await merged();
    const [officer, leader] = people;
    if (!officer || !leader) throw new Error('nobody');
    const { accounts } = await office.top.browser.call(listAccounts, { organisationId: a });
    expect(accounts.map(({ id }) => id as string).sort()).toEqual(
      [officer.viewer.accountId, leader.viewer.accountId].sort(),
    );
    const move = { organisationId: a, toOrganisationId: into, on: TODAY, postIds: idsOf([officer, leader]) };
    expect(await act(office.top, movePosts, move)).toEqual({ moved: 2 });
    const after = await see(leader.viewer.accountId);
    expect(after.posts).toMatchObject([
      { organisation: { id: into }, role: 'leader', title: 'Chức danh leader', from: TODAY, when: 'now' },
      { organisation: { id: a }, lastDay: '2026-06-29', when: 'past' },
    ]);
    expect((await officer.browser.call(getSession, {})).person).toBeNull();
    await officer.browser.signIn(officer.name);
    expect((await officer.browser.call(getSession, {})).person?.organisation.id).toBe(into);
    expect(await codesOf(act(office.top, movePosts, move))).toBe('not-found');
  });

  it('do not get twice what they hold there already, and keep their last day', async () => {
    const { a, into, people } = await merged();
    const [one] = people;
    if (!one) throw new Error('nobody');
    const { accountId, postId } = one.viewer;
    const post = { accountId, role: 'officer' as const, title: 'Chuyên viên', from: null, lastDay: null };
    await act(office.top, addPost, { ...post, organisationId: into });
    await act(office.top, endPost, { postId, lastDay: '2026-12-31' });
    await act(office.top, movePosts, { organisationId: a, toOrganisationId: into, on: TODAY, postIds: [postId] });
    const { posts } = await see(accountId);
    expect(posts.filter(({ when }) => when === 'now')).toMatchObject([{ title: 'Chuyên viên' }]);
    const [, leader] = people;
    if (!leader) throw new Error('nobody');
    await office.database.owner.db
      .updateTable('posts')
      .set({ valid_from: TODAY, valid_until: '2027-01-01' })
      .where('id', '=', leader.viewer.postId)
      .execute();
    const postIds = [leader.viewer.postId];
    await act(office.top, movePosts, { organisationId: a, toOrganisationId: into, on: TODAY, postIds });
    // It began today: nothing was done in it elsewhere, and its holder goes on without a break.
    expect((await see(leader.viewer.accountId)).posts).toMatchObject([
      { organisation: { id: into }, from: TODAY, lastDay: '2026-12-31' },
    ]);
    expect((await leader.browser.call(getSession, {})).person?.organisation.id).toBe(into);
  });

  it('are moved by who keeps both places, from today on, all or none', async () => {
    const { a, b, into, people } = await merged();
    const move = { organisationId: a, toOrganisationId: into, on: TODAY, postIds: idsOf(people.slice(0, 2)) };
    expect(await codesOf(act(office.keeper, movePosts, move))).toBe('forbidden');
    expect(await codesOf(act(office.top, movePosts, { ...move, on: '2026-06-29' }))).toEqual(['move-past']);
    expect(await codesOf(act(office.top, movePosts, { ...move, toOrganisationId: b }))).toEqual([
      'post-organisation-ended',
    ]);
    expect(await codesOf(act(office.top, movePosts, { ...move, postIds: idsOf(people) }))).toBe('not-found');
    for (const { viewer } of people.slice(0, 2))
      expect((await see(viewer.accountId)).posts).toMatchObject([{ when: 'now', lastDay: null }]);
  });

  it('hand over without anybody beginning where all has ended', async () => {
    const { people } = await merged();
    const [leaving, coming] = people;
    if (!leaving || !coming) throw new Error('nobody');
    const accountId = leaving.viewer.accountId;
    await act(office.top, handOver, {
      accountId,
      toAccountId: coming.viewer.accountId,
      on: TODAY,
      persons: null,
      reason: null,
    });
    expect((await see(accountId)).state).toBe('without-post');
    expect((await see(coming.viewer.accountId)).posts).toHaveLength(1);
  });
});

describe('a hand-over', () => {
  it('takes a post that was given today, and leaves one that ends before', async () => {
    const leaving = await office.hire(office.ids.commune, 'officer');
    const coming = await office.hire(office.ids.commune, 'reporter');
    const accountId = leaving.viewer.accountId;
    const give = { accountId, organisationId: office.ids.commune, title: 'x' };
    await act(office.keeper, addPost, { ...give, role: 'leader', from: TODAY, lastDay: null });
    await act(office.keeper, addPost, { ...give, role: 'supervisor', from: null, lastDay: '2026-07-05' });
    const hand = { accountId, toAccountId: coming.viewer.accountId, persons: null, reason: null };
    await act(office.keeper, handOver, { ...hand, on: '2026-07-10' });
    const roles = async (id: string) =>
      (await see(id)).posts.filter(({ when }) => when !== 'past').map(({ role, lastDay }) => [role, lastDay]);
    expect((await roles(accountId)).sort()).toEqual([
      ['leader', '2026-07-09'],
      ['officer', '2026-07-09'],
      ['supervisor', '2026-07-05'],
    ]);
    expect((await roles(coming.viewer.accountId)).sort()).toEqual([
      ['leader', null],
      ['officer', null],
      ['reporter', null],
    ]);
    // One given and sat in on the very day changes hands, and whoever sat in it is out.
    const brief = await office.hire(office.ids.commune, 'supervisor');
    await office.database.owner.db
      .updateTable('posts')
      .set({ valid_from: TODAY })
      .where('id', '=', brief.viewer.postId)
      .execute();
    await act(office.keeper, handOver, { ...hand, accountId: brief.viewer.accountId, on: TODAY });
    expect((await brief.browser.call(getSession, {})).person).toBeNull();
  });
});
