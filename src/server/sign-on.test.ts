import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser, testApp } from '../../test/support/client.ts';
import { act, buildOffice, codesOf, type Office, type Someone } from '../../test/support/keepers.ts';
import { type SignOnProvider, startProvider } from '../../test/support/sign-on-provider.ts';
import { getOwnAccount, unlinkIdentity } from '../contract/own-account.ts';
import { getSession } from '../contract/session.ts';
import { openIdProvider } from './oidc.ts';

const HERE = 'http://localhost:8686';

let office: Office;
let provider: SignOnProvider;
/** The product twice over one database: joining identities by a verified address, and not. */
let apps: { plain: ReturnType<typeof testApp>; byEmail: ReturnType<typeof testApp> };
beforeAll(async () => {
  office = await buildOffice();
  provider = await startProvider(`${HERE}/sign-on/return`);
  const { issuer, clientId, clientSecret } = provider;
  const known = openIdProvider({ issuer: new URL(issuer), clientId, clientSecret, name: 'Cổng tỉnh' });
  // Of today, as the provider's clock is.
  office.database.world.now = () => new Date().toISOString();
  const app = (joinByEmail: boolean) =>
    testApp(office.database, { signOn: { provider: known, joinByEmail }, apiSettings: { signOnName: 'Cổng tỉnh' } });
  apps = { plain: app(false), byEmail: app(true) };
});
afterAll(async () => {
  await provider.close();
  await office.drop();
});

const placeOf = (response: Response) => response.headers.get('location') ?? `status ${response.status}`;
const begin = async (browser: Browser, path = '/sign-on') => placeOf(await browser.send(path));
const finish = async (browser: Browser, came: string) => {
  const { pathname, search } = new URL(came);
  return placeOf(await browser.send(pathname + search));
};
/** There and back; where the person ends up. */
const pass = async (browser: Browser, path = '/sign-on') =>
  finish(browser, await provider.walk(await begin(browser, path)));
const whoIs = async (browser: Browser) => (await browser.call(getSession, {})).person?.id ?? null;
const visitor = (app = apps.plain) => openBrowser(app, HERE);

async function somebody(): Promise<Someone> {
  const { viewer, name } = await office.hire(office.ids.village, 'reporter');
  const browser = visitor();
  await browser.signIn(name);
  return { viewer, name, browser };
}
async function joined() {
  const person = await somebody();
  const sub = randomUUID();
  provider.is({ sub });
  expect(await pass(person.browser, '/sign-on?join')).toBe('/tai-khoan');
  return { person, sub };
}
const FAILED = '/dang-nhap?loi=sign-on-failed';
const UNKNOWN = '/dang-nhap?loi=sign-on-unknown';

describe('signing in at a provider', () => {
  it('opens the account that a person has joined it to, and no longer once they part', async () => {
    const { person, sub } = await joined();
    const { identities } = await person.browser.call(getOwnAccount, {});
    expect(identities).toMatchObject([{ issuer: provider.issuer }]);
    const browser = visitor();
    expect((await browser.call(getSession, {})).signOnName).toBe('Cổng tỉnh');
    expect(await pass(browser)).toBe('/');
    expect(await whoIs(browser)).toBe(person.viewer.accountId);
    const [{ id: identityId } = { id: '' as never }] = identities;
    const other = await somebody();
    expect(await codesOf(act(other, unlinkIdentity, { identityId }))).toBe('not-found');
    await act(person, unlinkIdentity, { identityId });
    provider.is({ sub });
    expect(await pass(visitor())).toBe(UNKNOWN);
  });

  it('makes no account for whoever is unknown here', async () => {
    const count = async () => (await office.database.owner.db.selectFrom('accounts').select('id').execute()).length;
    const before = await count();
    provider.is({ sub: randomUUID(), email: 'nguoi.la@example.vn', verified: true });
    for (const app of [apps.plain, apps.byEmail]) {
      const browser = visitor(app);
      expect(await pass(browser)).toBe(UNKNOWN);
      expect(await whoIs(browser)).toBeNull();
    }
    expect(await count()).toBe(before);
  });

  it('joins by an address only where that is set up and the provider has verified it', async () => {
    const { viewer } = await office.hire(office.ids.village, 'reporter');
    const email = `truong.ban.${randomUUID().slice(0, 8)}@example.vn`;
    const { db } = office.database.owner;
    await db.updateTable('accounts').set({ email }).where('id', '=', viewer.accountId).execute();
    const sub = randomUUID();
    provider.is({ sub, email: email.toUpperCase(), verified: false });
    expect(await pass(visitor(apps.byEmail))).toBe(UNKNOWN);
    provider.is({ sub, email: email.toUpperCase(), verified: true });
    expect(await pass(visitor(apps.plain))).toBe(UNKNOWN);
    const browser = visitor(apps.byEmail);
    expect(await pass(browser)).toBe('/');
    expect(await whoIs(browser)).toBe(viewer.accountId);
    // Joined once, the subject counts: whoever gets the address afterwards is somebody else.
    provider.is({ sub: randomUUID(), email, verified: true });
    expect(await pass(visitor(apps.byEmail))).toBe(UNKNOWN);
  });

  it('opens nothing for an account that is shut', async () => {
    const { person } = await joined();
    const { db } = office.database.owner;
    const shut = { disabled_at: new Date().toISOString() };
    await db.updateTable('accounts').set(shut).where('id', '=', person.viewer.accountId).execute();
    const browser = visitor();
    expect(await pass(browser)).toBe(UNKNOWN);
    expect(await whoIs(browser)).toBeNull();
  });

  it('leaves an identity with the account it was joined to first', async () => {
    const { person, sub } = await joined();
    const other = await somebody();
    provider.is({ sub });
    expect(await pass(other.browser, '/sign-on?join')).toBe('/tai-khoan?loi=sign-on-failed');
    const browser = visitor();
    await pass(browser);
    expect(await whoIs(browser)).toBe(person.viewer.accountId);
  });
});

describe('the way there and back', () => {
  it('goes with PKCE, state and nonce', async () => {
    const asked = new URL(await begin(visitor())).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(asked.get('response_type')).toBe('code');
  });

  it.each(['verifier', 'state', 'nonce'])('fails where the %s is another', async (name) => {
    await joined();
    const browser = visitor();
    const came = await provider.walk(await begin(browser));
    const id = browser.cookies.get('thidua_sign_on');
    const other = JSON.stringify('x'.repeat(43));
    await sql`UPDATE challenges SET secrets = jsonb_set(secrets, ${[name]}, ${other}::jsonb) WHERE id = ${id}`.execute(
      office.database.owner.db,
    );
    expect(await finish(browser, came)).toBe(FAILED);
    expect(await whoIs(browser)).toBeNull();
  });

  it.each(['state', 'iss', 'code'])('fails where the answer brings another %s', async (name) => {
    await joined();
    const browser = visitor();
    const came = new URL(await provider.walk(await begin(browser)));
    expect(came.searchParams.has(name)).toBe(true);
    came.searchParams.set(name, name === 'iss' ? 'http://127.0.0.1:1' : 'khac');
    expect(await finish(browser, came.href)).toBe(FAILED);
  });

  it('works once, and only in the browser that began it', async () => {
    const { person } = await joined();
    const browser = visitor();
    const came = await provider.walk(await begin(browser));
    const stranger = visitor();
    expect(await finish(stranger, came)).toBe(FAILED);
    const cookie = browser.cookies.get('thidua_sign_on') ?? '';
    expect(await finish(browser, came)).toBe('/');
    expect(await whoIs(browser)).toBe(person.viewer.accountId);
    const again = visitor();
    again.cookies.set('thidua_sign_on', cookie);
    expect(await finish(again, came)).toBe(FAILED);
  });

  it('joins nobody by a page of another site, nor once they have signed out', async () => {
    const person = await somebody();
    const crossed = await person.browser.send('/sign-on?join', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(crossed.status).toBe(403);
    provider.is({ sub: randomUUID() });
    const came = await provider.walk(await begin(person.browser, '/sign-on?join'));
    person.browser.cookies.delete('thidua_session');
    expect(await finish(person.browser, came)).toBe(FAILED);
  });

  it('says so where the provider refuses', async () => {
    const browser = visitor();
    const state = new URL(await begin(browser)).searchParams.get('state');
    const refused = `${HERE}/sign-on/return?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`;
    expect(await finish(browser, refused)).toBe(FAILED);
  });

  it('believes no ID token that is signed with another key', async () => {
    const other = await startProvider(`${HERE}/sign-on/return`);
    try {
      other.hideKeys();
      const { issuer, clientId, clientSecret } = other;
      const known = openIdProvider({ issuer: new URL(issuer), clientId, clientSecret, name: 'Cổng khác' });
      const browser = visitor(testApp(office.database, { signOn: { provider: known, joinByEmail: true } }));
      expect(await finish(browser, await other.walk(await begin(browser)))).toBe(FAILED);
    } finally {
      await other.close();
    }
  });
});
