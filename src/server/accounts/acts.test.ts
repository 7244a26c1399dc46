import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/support/client.ts';
import { NOW, TODAY } from '../../../test/support/database.ts';
import { act, buildOffice, codesOf, type Office } from '../../../test/support/keepers.ts';
import {
  addPost,
  createAccount,
  disableAccount,
  editAccount,
  enableAccount,
  endPost,
  getAccount,
  listAccounts,
  resetAccount,
} from '../../contract/accounts.ts';
import { openAccountLink, takeInvitation, takeRecovery } from '../../contract/links.ts';
import { changePassword } from '../../contract/own-account.ts';
import { getSession } from '../../contract/session.ts';
import { verifyAudit } from '../audit-chain.ts';
import { hashPassword } from '../password.ts';
import { snapshot } from '../read.ts';
import { accountCalled, recoverAccount } from '../recovery.ts';
import { hashOfSecret } from '../secrets.ts';

let office: Office;
beforeAll(async () => {
  office = await buildOffice();
});
afterAll(() => office.drop());

const NEW = 'một câu dài vừa đủ dùng';
const called = () => `nguoi-${randomUUID().slice(0, 12)}`;
const someone = (organisationId: string, more: Record<string, unknown> = {}) => ({
  name: called(),
  email: null,
  organisationId,
  role: 'reporter' as const,
  title: 'Trưởng bản',
  from: null,
  lastDay: null,
  how: 'link' as const,
  ...more,
});
const make = (as = office.keeper, more: Record<string, unknown> = {}) =>
  act(as, createAccount, someone(office.ids.village, more));
const tokenIn = (path: string | null) => (path ?? '').split('/').at(-1) ?? '';
const see = (accountId: string, as = office.keeper) => as.browser.call(getAccount, { accountId });

describe('an invitation', () => {
  it('is a link shown once, and opens the account once', async () => {
    const input = { ...someone(office.ids.village), actionId: randomUUID() };
    const made = await act(office.keeper, createAccount, input);
    expect(made.opening).toMatchObject({ password: null, path: expect.stringMatching(/^\/loi-moi\/[\w-]{43}$/) });
    expect(made.opening.expiresAt?.slice(0, 10)).toBe('2026-07-14');
    const token = tokenIn(made.opening.path);
    const kept = await office.database.owner.db.selectFrom('links').select('token_hash').execute();
    expect(kept.some(({ token_hash }) => hashOfSecret(token).equals(token_hash))).toBe(true);
    // The same deed once more: no second account, and the link is not told again.
    const again = await act(office.keeper, createAccount, input);
    expect(again).toMatchObject({ accountId: made.accountId, opening: { password: null, path: null } });
    expect(await see(made.accountId)).toMatchObject({ state: 'invited', name: input.name, mayKeep: true });

    const guest = openBrowser(office.app);
    expect(await guest.call(openAccountLink, { token, kind: 'invitation' })).toMatchObject({ name: input.name });
    await guest.call(takeInvitation, { token, name: input.name, password: NEW });
    expect((await guest.call(getSession, {})).person?.post).toBe('Trưởng bản');
    expect(await see(made.accountId)).toMatchObject({ state: 'active' });
    const late = openBrowser(office.app);
    expect(await codesOf(late.call(takeInvitation, { token, name: input.name, password: NEW }))).toBe('not-found');
  });

  it('ends when another is made, and when the account is shut', async () => {
    const made = await make();
    const first = tokenIn(made.opening.path);
    const { accountId } = made;
    const second = await act(office.keeper, resetAccount, { accountId, how: 'link', codesToo: false });
    expect(second.opening.path).toMatch(/^\/loi-moi\//);
    const guest = openBrowser(office.app);
    const open = (token: string) => codesOf(guest.call(openAccountLink, { token, kind: 'invitation' }));
    expect(await open(first)).toBe('not-found');
    expect(await open(tokenIn(second.opening.path))).toBe('done');
    const { version } = await see(accountId);
    await act(office.keeper, disableAccount, { accountId, version });
    expect(await open(tokenIn(second.opening.path))).toBe('not-found');
  });
});

describe('a password handed over', () => {
  it('opens the account, which answers nothing before it is changed', async () => {
    const input = someone(office.ids.village, { how: 'password' });
    const { opening, accountId } = await act(office.keeper, createAccount, input);
    expect(opening).toMatchObject({
      path: null,
      expiresAt: null,
      password: expect.stringMatching(/^(\w{5}-){2}\w{5}$/),
    });
    const guest = openBrowser(office.app);
    await guest.signIn(input.name, opening.password ?? '');
    expect((await guest.call(getSession, {})).person?.mustChangePassword).toBe(true);
    expect(await codesOf(guest.call(listAccounts, {}))).not.toBe('done');
    await act({ browser: guest }, changePassword, { current: opening.password ?? '', next: NEW });
    expect((await guest.call(getSession, {})).person?.mustChangePassword).toBe(false);
    expect(await see(accountId)).toMatchObject({ state: 'active' });
  });
});

describe('who may make whom', () => {
  it('an officer makes reporters below, and nobody else', async () => {
    expect(await codesOf(make(office.officer))).toBe('done');
    expect(await codesOf(make(office.officer, { role: 'officer' }))).toEqual(['grant-wider']);
    expect(await codesOf(make(office.officer, { organisationId: office.ids.other }))).toBe('forbidden');
    expect(await codesOf(make(office.village))).toBe('forbidden');
  });

  it('an administrator makes all roles where they belong, but those of the whole province', async () => {
    expect(await codesOf(make(office.keeper, { role: 'leader', organisationId: office.ids.commune }))).toBe('done');
    expect(await codesOf(make(office.keeper, { role: 'auditor', organisationId: office.ids.commune }))).toEqual([
      'grant-wider',
    ]);
    expect(await codesOf(make(office.top, { role: 'auditor', organisationId: office.ids.province }))).toBe('done');
    expect(await codesOf(make(office.keeper, { role: 'council-secretary' }))).toEqual(['post-needs-council']);
    expect(await codesOf(make(office.keeper, { role: 'council-secretary', organisationId: office.ids.council }))).toBe(
      'done',
    );
  });

  it('a name is taken once, and dates run forward', async () => {
    const name = called();
    expect(await codesOf(make(office.keeper, { name }))).toBe('done');
    expect(await codesOf(make(office.keeper, { name: name.toUpperCase() }))).toBe('account-name-taken');
    expect(await codesOf(make(office.keeper, { from: '2026-07-02', lastDay: '2026-07-01' }))).toEqual(['post-dates']);
  });
});

describe('keeping an account', () => {
  it('shutting ends its sessions at once, and opening lets it in again', async () => {
    const one = await office.hire(office.ids.village, 'reporter');
    const { accountId } = one.viewer;
    const { version } = await see(accountId);
    const shut = await act(office.keeper, disableAccount, { accountId, version });
    expect(shut).toMatchObject({ state: 'disabled', version: version + 1 });
    expect((await one.browser.call(getSession, {})).person).toBeNull();
    expect(await codesOf(one.browser.signIn(one.name))).toBe('unauthenticated');
    expect(await codesOf(act(office.keeper, resetAccount, { accountId, how: 'link', codesToo: false }))).toEqual([
      'account-disabled',
    ]);
    // An old form does not open it.
    expect(await codesOf(act(office.keeper, enableAccount, { accountId, version }))).toBe('stale');
    await act(office.keeper, enableAccount, { accountId, version: version + 1 });
    await one.browser.signIn(one.name);
    expect((await one.browser.call(getSession, {})).person).not.toBeNull();
  });

  it('nobody shuts themselves or gives themselves another way in', async () => {
    const { accountId } = office.keeper.viewer;
    const { version } = await see(accountId);
    expect(await codesOf(act(office.keeper, disableAccount, { accountId, version }))).toEqual(['account-own']);
    expect(await codesOf(act(office.keeper, resetAccount, { accountId, how: 'link', codesToo: true }))).toEqual([
      'account-own-ways',
    ]);
  });

  it('a reset by link leaves the old password until it is used; a new password takes it away', async () => {
    const one = await office.hire(office.ids.village, 'reporter');
    const { accountId } = one.viewer;
    const { opening } = await act(office.officer, resetAccount, { accountId, how: 'link', codesToo: false });
    expect(opening.path).toMatch(/^\/khoi-phuc\//);
    expect((await one.browser.call(getSession, {})).person).toBeNull();
    expect(await codesOf(one.browser.signIn(one.name))).toBe('done');
    const guest = openBrowser(office.app);
    await guest.call(takeRecovery, { token: tokenIn(opening.path), password: NEW });
    expect((await one.browser.call(getSession, {})).person).toBeNull();
    const given = await act(office.officer, resetAccount, { accountId, how: 'password', codesToo: false });
    expect(await codesOf(openBrowser(office.app).signIn(one.name, NEW))).toBe('unauthenticated');
    expect(await codesOf(openBrowser(office.app).signIn(one.name, given.opening.password ?? ''))).toBe('done');
  });

  it('is open at once after a reset, however often the old password was guessed at', async () => {
    const one = await office.hire(office.ids.village, 'reporter');
    const { accountId } = one.viewer;
    const tries = async (password: string) => codesOf(openBrowser(office.app).signIn(one.name, password));
    for (let time = 0; time < 10; time++) expect(await tries('sai mất rồi, thử lại')).toBe('unauthenticated');
    expect(await tries('sai mất rồi, thử lại')).toBe('too-many');
    const given = await act(office.officer, resetAccount, { accountId, how: 'password', codesToo: false });
    expect(await tries(given.opening.password ?? '')).toBe('done');
  });

  it('is let in by whoever runs the server, where nobody else is left to do it', async () => {
    const one = await office.hire(office.ids.village, 'administrator');
    const { db } = office.database.owner;
    expect(await accountCalled(db, 'không ai')).toBeNull();
    const account = await accountCalled(db, ` ${one.name.toUpperCase()} `);
    if (!account) throw new Error('not found');
    const passwordHash = await hashPassword(NEW);
    await recoverAccount({ ...office.database.world, db }, account, { passwordHash });
    expect((await one.browser.call(getSession, {})).person).toBeNull();
    const again = openBrowser(office.app);
    expect(await codesOf(again.signIn(one.name, NEW))).toBe('done');
    expect((await again.call(getSession, {})).person?.mustChangePassword).toBe(true);
  });

  it('leaves the second step where it is, unless it is taken away by name', async () => {
    const one = await office.hire(office.ids.village, 'reporter');
    const { accountId } = one.viewer;
    const { provinceId } = office.keeper.viewer;
    const { db } = office.database.owner;
    await db
      .insertInto('one_time_codes')
      .values({ account_id: accountId, province_id: provinceId, secret: 'x', made_at: NOW, confirmed_at: NOW })
      .execute();
    const recover = async (codesToo: boolean) => {
      const { opening } = await act(office.officer, resetAccount, { accountId, how: 'link', codesToo });
      const guest = openBrowser(office.app);
      const taken = await guest.call(takeRecovery, { token: tokenIn(opening.path), password: NEW });
      return { taken, person: (await guest.call(getSession, {})).person };
    };
    expect(await recover(false)).toMatchObject({ taken: { signedIn: false }, person: null });
    expect(await codesOf(openBrowser(office.app).signIn(one.name, NEW))).toBe('unauthenticated');
    expect(await recover(true)).toMatchObject({ taken: { signedIn: true }, person: { id: accountId } });
  });

  it('reaches only accounts whose every post one could have given', async () => {
    const two = await office.hire(office.ids.village, 'reporter');
    const { accountId } = two.viewer;
    const post = { accountId, role: 'reporter' as const, title: 'Trưởng bản', from: null, lastDay: null };
    await act(office.top, addPost, { ...post, organisationId: office.ids.other });
    const seen = await see(accountId);
    expect(seen).toMatchObject({ mayKeep: false, postsElsewhere: 1 });
    expect(seen.posts).toHaveLength(1);
    const edit = { accountId, version: seen.version, name: two.name, email: 'a@example.vn' };
    expect(await codesOf(act(office.keeper, editAccount, edit))).toEqual(['account-out-of-reach']);
    expect(await codesOf(act(office.top, editAccount, edit))).toBe('done');
    // The officer's own administrator is seen by the officer, and not theirs to change.
    const admin = office.keeper.viewer.accountId;
    expect(await codesOf(act(office.officer, resetAccount, { accountId: admin, how: 'link', codesToo: false }))).toBe(
      'forbidden',
    );
    expect(await codesOf(see(accountId, office.village))).toBe('forbidden');
    expect(await codesOf(see(admin, office.neighbour))).toBe('not-found');
  });
});

describe('posts', () => {
  it('are given with dates, once at a time, and warn where one hand holds everything', async () => {
    const one = await office.hire(office.ids.commune, 'administrator');
    const { accountId } = one.viewer;
    const post = { accountId, title: 'Kiêm nhiệm', from: null, lastDay: null };
    const officer = { ...post, role: 'officer' as const, organisationId: office.ids.commune };
    expect((await act(office.keeper, addPost, officer)).warnings).toEqual([]);
    expect(await codesOf(act(office.keeper, addPost, officer))).toEqual(['post-twice']);
    const secretary = { ...post, role: 'council-secretary' as const, organisationId: office.ids.council };
    const { account, warnings } = await act(office.keeper, addPost, secretary);
    expect(warnings).toEqual(['one-hand']);
    expect(account.posts.map(({ role }) => role).sort()).toEqual(['administrator', 'council-secretary', 'officer']);
  });

  it('end after a day, with whoever sits in them', async () => {
    const one = await office.hire(office.ids.village, 'reporter');
    const { postId } = one.viewer;
    const after = await act(office.keeper, endPost, { postId, lastDay: TODAY });
    expect(after.posts[0]).toMatchObject({ lastDay: TODAY, when: 'now' });
    expect((await one.browser.call(getSession, {})).person).not.toBeNull();
    const ended = await act(office.keeper, endPost, { postId, lastDay: '2026-06-29' });
    expect(ended).toMatchObject({ state: 'without-post', posts: [{ when: 'past', mayEnd: false }] });
    expect((await one.browser.call(getSession, {})).person).toBeNull();
    expect(await codesOf(act(office.keeper, endPost, { postId, lastDay: TODAY }))).toEqual(['post-not-there']);
    // Still in the list, and may be given a post again.
    const { accounts } = await office.keeper.browser.call(listAccounts, { state: 'without-post', q: one.name });
    expect(accounts.map(({ id }) => id)).toEqual([one.viewer.accountId]);
  });

  it('of one’s own as administrator goes by hand-over; a neighbour’s is not one’s own', async () => {
    const own = office.keeper.viewer.postId;
    expect(await codesOf(act(office.keeper, endPost, { postId: own, lastDay: TODAY }))).toEqual([
      'post-own-administrator',
    ]);
    const { posts } = await see(office.keeper.viewer.accountId);
    expect(posts.find(({ id }) => id === own)).toMatchObject({ mayEnd: false });
    const { postId } = office.neighbour.viewer;
    expect(await codesOf(act(office.keeper, endPost, { postId, lastDay: TODAY }))).toBe('forbidden');
  });
});

describe('the list', () => {
  it('finds people without diacritics, by place, role and state, of one’s area only', async () => {
    const input = someone(office.ids.village, { title: 'Trưởng ban công tác Mặt trận' });
    const { accountId } = await act(office.keeper, createAccount, input);
    const found = async (query: Record<string, unknown>, as = office.keeper) =>
      (await as.browser.call(listAccounts, query)).accounts.map(({ id }) => id as string);
    expect(await found({ q: 'cong tac mat tran ban mot' })).toEqual([accountId]);
    expect(await found({ q: input.name, state: 'invited', role: 'reporter' })).toEqual([accountId]);
    expect(await found({ q: input.name, state: 'active' })).toEqual([]);
    expect(await found({ q: input.name, organisationId: office.ids.village })).toEqual([accountId]);
    expect(await found({ q: input.name, organisationId: office.ids.other })).toEqual([]);
    expect(await found({ q: input.name }, office.neighbour)).toEqual([]);
    expect(await found({ q: input.name }, office.top)).toEqual([accountId]);
    expect((await office.officer.browser.call(listAccounts, {})).grantable).toEqual(['reporter']);
  });
});

describe('the log', () => {
  it('holds every deed and no secret', async () => {
    const { opening } = await make(office.keeper, { how: 'password' });
    const { db } = office.database.owner;
    const payloads = await db.selectFrom('audit_payloads').select('payload').execute();
    const answers = await db.selectFrom('actions').select('answer').execute();
    const kept = JSON.stringify([payloads, answers]);
    expect(kept).toContain('codesToo');
    expect(kept).not.toContain(opening.password);
    expect((await snapshot(db, (all) => verifyAudit(all))).breaks).toEqual([]);
  });
});
