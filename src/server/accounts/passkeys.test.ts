import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authenticator, newAuthenticator } from '../../../test/support/authenticator.ts';
import { openBrowser, PASSWORD } from '../../../test/support/client.ts';
import { NOW } from '../../../test/support/database.ts';
import { act, buildOffice, codesOf, type Office, type Someone } from '../../../test/support/keepers.ts';
import { createAccount } from '../../contract/accounts.ts';
import { askForPasskeyByLink, takeInvitation } from '../../contract/links.ts';
import {
  addPasskey,
  askForPasskey,
  askToSignIn,
  getOwnAccount,
  removePasskey,
  signInWithPasskey,
} from '../../contract/own-account.ts';
import { getSession, signOut } from '../../contract/session.ts';

/** Keys belong to a name; browsers give none to numbers. */
const HERE = 'http://localhost:8686';

let office: Office;
let now = NOW;
beforeAll(async () => {
  office = await buildOffice();
  office.database.world.now = () => now;
});
afterAll(() => office.drop());

async function somebody(): Promise<Someone> {
  const { viewer, name } = await office.hire(office.ids.village, 'reporter');
  const browser = openBrowser(office.app, HERE);
  await browser.signIn(name);
  return { viewer, name, browser };
}

async function withKey() {
  const person = await somebody();
  const key = newAuthenticator(HERE);
  const { challengeId, options } = await person.browser.call(askForPasskey, { password: PASSWORD });
  await act(person, addPasskey, { challengeId, response: key.make(options), name: 'Máy ở trụ sở' });
  return { person, key };
}

type Lies = Parameters<Authenticator['sign']>[1];
async function signInBy(key: Authenticator, lies?: Lies) {
  const browser = openBrowser(office.app, HERE);
  const { challengeId, options } = await browser.call(askToSignIn, {});
  const asked = { challengeId, response: key.sign(options, lies) };
  const outcome = await codesOf(browser.call(signInWithPasskey, asked));
  const { person } = await browser.call(getSession, {});
  return { browser, asked, outcome, post: person?.post ?? null };
}

describe('a passkey', () => {
  it('is added by whoever is signed in, and signs in without a name or a password', async () => {
    const { person, key } = await withKey();
    const { passkeys } = await person.browser.call(getOwnAccount, {});
    expect(passkeys).toMatchObject([{ name: 'Máy ở trụ sở', usedAt: null }]);
    const signed = await signInBy(key);
    expect(signed).toMatchObject({ outcome: 'done', post: person.viewer.postTitle });
    const after = await person.browser.call(getOwnAccount, {});
    expect(after.passkeys[0]?.usedAt).toBe(NOW);
    expect(after.sessions).toHaveLength(3);
  });

  it('answers a challenge once, in time, and only its own', async () => {
    const { key } = await withKey();
    const { browser, asked } = await signInBy(key);
    await browser.call(signOut, {});
    expect(await codesOf(browser.call(signInWithPasskey, asked))).toBe('unauthenticated');
    const { challengeId, options } = await browser.call(askToSignIn, {});
    now = new Date(Date.parse(NOW) + 11 * 60_000).toISOString();
    expect(await codesOf(browser.call(signInWithPasskey, { challengeId, response: key.sign(options) }))).toBe(
      'unauthenticated',
    );
    now = NOW;
    expect((await signInBy(key, { challenge: 'eHh4eHh4eHh4eHh4eHh4eA' })).outcome).toBe('unauthenticated');
  });

  it('is refused from another site, without its user, with a count that falls back, and by a stranger', async () => {
    const { key } = await withKey();
    expect((await signInBy(key, { origin: 'https://thidua.example' })).outcome).toBe('unauthenticated');
    expect((await signInBy(key, { verified: false })).outcome).toBe('unauthenticated');
    expect((await signInBy(key, { counter: 9 })).outcome).toBe('done');
    expect((await signInBy(key, { counter: 9 })).outcome).toBe('unauthenticated');
    expect((await signInBy(key, { counter: 10 })).outcome).toBe('done');
    expect((await signInBy(newAuthenticator(HERE))).outcome).toBe('unauthenticated');
  });

  it('is added to nobody else by a challenge that was theirs', async () => {
    const one = await somebody();
    const other = await somebody();
    expect(await codesOf(one.browser.call(askForPasskey, { password: 'không phải' }))).toEqual(['password-wrong']);
    const { challengeId, options } = await one.browser.call(askForPasskey, { password: PASSWORD });
    const made = { challengeId, response: newAuthenticator(HERE).make(options), name: 'Khóa' };
    expect(await codesOf(act(other, addPasskey, made))).toEqual(['passkey-wrong']);
    expect(await codesOf(act(one, addPasskey, made))).toBe('done');
    expect((await other.browser.call(getOwnAccount, {})).passkeys).toEqual([]);
    const again = await one.browser.call(askForPasskey, { password: PASSWORD });
    const unseen = newAuthenticator(HERE).make(again.options, { verified: false });
    expect(
      await codesOf(act(one, addPasskey, { challengeId: again.challengeId, response: unseen, name: 'Khóa' })),
    ).toEqual(['passkey-wrong']);
  });

  it('is taken away, and then opens nothing', async () => {
    const { person, key } = await withKey();
    const [{ id: passkeyId } = { id: randomUUID() as never }] = (await person.browser.call(getOwnAccount, {})).passkeys;
    const other = await somebody();
    expect(await codesOf(act(other, removePasskey, { passkeyId }))).toBe('not-found');
    await act(person, removePasskey, { passkeyId });
    expect((await signInBy(key)).outcome).toBe('unauthenticated');
  });

  it('is not given at an address of numbers', async () => {
    const { browser } = await office.hire(office.ids.village, 'reporter');
    expect(await codesOf(browser.call(askForPasskey, { password: PASSWORD }))).toBe('passkeys-off');
  });
});

describe('an invitation taken with a passkey', () => {
  it('makes an account without a password, whose last way in stays', async () => {
    const { opening, accountId } = await act(office.keeper, createAccount, {
      name: `moi-${randomUUID().slice(0, 8)}`,
      email: null,
      organisationId: office.ids.village as never,
      role: 'reporter',
      title: 'Trưởng bản',
      from: null,
      lastDay: null,
      how: 'link',
    });
    const token = opening.path?.split('/').at(-1) ?? '';
    const guest = openBrowser(office.app, HERE);
    const key = newAuthenticator(HERE);
    const { challengeId, options } = await guest.call(askForPasskeyByLink, { token });
    const name = `ten-${randomUUID().slice(0, 8)}`;
    const passkey = { challengeId, response: key.make(options), name: 'Điện thoại' };
    expect(await codesOf(guest.call(takeInvitation, { token, name }))).toBe('invalid');
    expect(await codesOf(guest.call(takeInvitation, { token, name, passkey, password: 'cả hai thì không' }))).toBe(
      'invalid',
    );
    await guest.call(takeInvitation, { token, name, passkey });
    const own = await guest.call(getOwnAccount, {});
    expect(own).toMatchObject({ name, hasPassword: false, passkeys: [{ name: 'Điện thoại' }] });
    expect((await signInBy(key)).outcome).toBe('done');
    const [{ id: passkeyId } = { id: randomUUID() as never }] = own.passkeys;
    expect(await codesOf(act({ browser: guest }, removePasskey, { passkeyId }))).toEqual(['last-way-in']);
    expect(await codesOf(guest.call(askForPasskeyByLink, { token }))).toBe('not-found');
    expect(accountId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
