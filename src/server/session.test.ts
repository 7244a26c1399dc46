import { randomUUID } from 'node:crypto';
import { BlockList } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, givePassword, ORIGIN, openBrowser, PASSWORD, testApp } from '../../test/support/client.ts';
import { buildProvince, buildViewer, freshDatabase, NOW, type TestDatabase } from '../../test/support/database.ts';
import { listOrganisations } from '../contract/organisations.ts';
import { getSession, signIn, signOut, signOutEverywhere } from '../contract/session.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { Viewer } from './read.ts';

let database: TestDatabase;
let viewer: Viewer;
let name: string;
/** The clock of the server under test. */
let now = NOW;

beforeAll(async () => {
  database = await freshDatabase();
  database.world.now = () => now;
  const province = await buildProvince(database);
  viewer = await buildViewer(database, { provinceId: province.id, organisationId: province.committee.id });
  name = await givePassword(database, viewer.accountId);
});
beforeEach(async () => {
  now = NOW;
  await database.owner.db.deleteFrom('sign_in_attempts').execute();
});
afterAll(() => database.drop());

const later = (hours: number) => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
const token = (browser: Browser) => browser.cookies.get('thidua_session') ?? '';
const works = (browser: Browser) =>
  browser.call(getSession, {}).then(
    ({ person }) => person !== null,
    () => false,
  );
const signedIn = async () => {
  const browser = openBrowser(testApp(database));
  await browser.signIn(name);
  return browser;
};

describe('signing in', () => {
  it('sets a cookie that scripts and other sites cannot use, and keeps only its hash', async () => {
    const browser = openBrowser(testApp(database));
    const response = await browser.send('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: name.toUpperCase(), password: PASSWORD }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^thidua_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const stored = await database.owner.db.selectFrom('sessions').select('token_hash').execute();
    expect(stored.every((row) => row.token_hash.byteLength === 32)).toBe(true);
    expect(JSON.stringify(stored)).not.toContain(token(browser));
  });

  it('gives the cookie its strict form behind HTTPS', async () => {
    const publicUrl = new URL('https://thidua.example');
    const config = { production: true, publicUrl, host: '127.0.0.1', trustedProxies: new BlockList() };
    const browser = openBrowser(testApp(database, { config }), publicUrl.origin);
    const response = await browser.send('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: PASSWORD }),
    });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-thidua_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('always makes a new token: one that was planted before is worth nothing', async () => {
    const browser = openBrowser(testApp(database));
    browser.cookies.set('thidua_session', 'planted-by-somebody-else');
    await browser.signIn(name);
    expect(token(browser)).not.toBe('planted-by-somebody-else');
    const thief = openBrowser(testApp(database));
    thief.cookies.set('thidua_session', 'planted-by-somebody-else');
    expect(await works(thief)).toBe(false);
  });

  it('ends the session that this browser had before', async () => {
    const browser = await signedIn();
    const before = openBrowser(testApp(database));
    before.cookies.set('thidua_session', token(browser));
    await browser.signIn(name);
    expect(await works(before)).toBe(false);
    expect(await works(browser)).toBe(true);
  });

  it('says the same of a wrong name and of a wrong password', async () => {
    const answers = await Promise.all(
      [
        { name, password: 'không phải mật khẩu' },
        { name: `${name}-khac`, password: PASSWORD },
      ].map((input) =>
        openBrowser(testApp(database))
          .call(signIn, input)
          .catch((error: { body: object }) => error.body),
      ),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 401, code: 'wrong-password' });
  });

  it('refuses disabled accounts, accounts without a post, and demo accounts in production', async () => {
    const { provinceId, organisationId } = viewer;
    const make = async (change: object) => {
      const other = await buildViewer(database, { provinceId, organisationId });
      const called = await givePassword(database, other.accountId);
      await database.owner.db
        .updateTable('accounts')
        .set({ demo: false, ...change })
        .where('id', '=', other.accountId)
        .execute();
      return { called, other };
    };
    const refused = { body: { code: 'wrong-password' } };
    const disabled = await make({ disabled_at: NOW });
    await expect(openBrowser(testApp(database)).signIn(disabled.called)).rejects.toMatchObject(refused);
    const former = await make({});
    await database.owner.db
      .updateTable('posts')
      .set({ valid_until: '2026-06-30' })
      .where('id', '=', former.other.postId)
      .execute();
    await expect(openBrowser(testApp(database)).signIn(former.called)).rejects.toMatchObject(refused);
    const demo = await make({ demo: true });
    await openBrowser(testApp(database)).signIn(demo.called);
    const production = testApp(database, {
      apiSettings: { production: true },
      config: { production: true, publicUrl: null, host: '127.0.0.1', trustedProxies: new BlockList() },
    });
    await expect(openBrowser(production).signIn(demo.called)).rejects.toMatchObject(refused);
  });

  it('takes a password typed with composed or with separate accents', async () => {
    const stored = await hashPassword('Mật khẩu dài');
    expect(await checkPassword(stored, 'Mật khẩu dài'.normalize('NFD'))).toBe(true);
    expect(await checkPassword(stored, 'Mat khau dai')).toBe(false);
    expect(await checkPassword(null, 'Mật khẩu dài')).toBe(false);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('the limit on signing in', () => {
  const tries = (count: number, called: string, from: string) =>
    Promise.all(
      Array.from({ length: count }, () =>
        openBrowser(testApp(database))
          .send('/api/session', {
            method: 'POST',
            from,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ name: called, password: 'sai' }),
          })
          .then((response) => response.status),
      ),
    );
  const count = (statuses: number[], status: number) => statuses.filter((one) => one === status).length;

  it('holds for an account, also when all attempts come at once and from many places', async () => {
    const statuses = (await Promise.all(Array.from({ length: 5 }, (_, n) => tries(5, name, `198.51.100.${n}`)))).flat();
    expect(count(statuses, 401)).toBeLessThanOrEqual(10);
    expect(count(statuses, 401) + count(statuses, 429)).toBe(25);
    while ((await tries(1, name, '198.51.100.9'))[0] === 401);
    await expect(openBrowser(testApp(database)).signIn(name)).rejects.toMatchObject({
      body: { status: 429, code: 'too-many-attempts' },
    });
    now = later(0.26);
    await openBrowser(testApp(database)).signIn(name);
  });

  it('holds for an address that tries many names', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 110; n += 10)
      statuses.push(
        ...(await Promise.all(Array.from({ length: 10 }, () => tries(1, randomUUID(), '203.0.113.77')))).flat(),
      );
    expect(count(statuses, 401)).toBeLessThanOrEqual(100);
    expect(count(statuses, 429)).toBeGreaterThanOrEqual(10);
    expect(await tries(1, randomUUID(), '203.0.113.78')).toEqual([401]);
  });

  it('does not tell which accounts exist', async () => {
    const nobody = randomUUID();
    for (const called of [name, nobody]) for (let n = 0; n < 10; n++) await tries(1, called, '198.51.100.20');
    for (const called of [name, nobody]) expect(await tries(1, called, '198.51.100.21')).toEqual([429]);
  });

  it('forgets the slips of somebody who then succeeds', async () => {
    await tries(9, name, '198.51.100.30');
    await openBrowser(testApp(database)).signIn(name);
    expect(await tries(9, name, '198.51.100.30')).toEqual(Array(9).fill(401));
  });
});

describe('a session', () => {
  it('ends when signed out, and the cookie goes with it', async () => {
    const browser = await signedIn();
    const kept = token(browser);
    await browser.call(signOut, {});
    expect(browser.cookies.size).toBe(0);
    const thief = openBrowser(testApp(database));
    thief.cookies.set('thidua_session', kept);
    expect(await works(thief)).toBe(false);
  });

  it('ends everywhere at once, with a row in the audit chain; other people stay', async () => {
    const other = await buildViewer(database, {
      provinceId: viewer.provinceId,
      organisationId: viewer.organisationId,
    });
    const otherName = await givePassword(database, other.accountId);
    const colleague = openBrowser(testApp(database));
    await colleague.signIn(otherName);
    const [one, two] = [await signedIn(), await signedIn()];
    expect(await works(two)).toBe(true);
    await one.call(signOutEverywhere, { actionId: randomUUID() });
    expect(await Promise.all([works(one), works(two), works(colleague)])).toEqual([false, false, true]);
    const rows = await database.owner.db
      .selectFrom('audit_entries')
      .select('deed')
      .where('act', '=', 'signOutEverywhere')
      .execute();
    expect(rows).toEqual([{ deed: 'signed-out' }]);
  });

  it('ends when it is not used for half a day, and after a week in any case', async () => {
    const idle = await signedIn();
    const used = await signedIn();
    now = later(11);
    expect(await works(used)).toBe(true);
    now = later(13);
    expect(await Promise.all([works(idle), works(used)])).toEqual([false, true]);
    for (let hours = 24; hours < 7 * 24; hours += 11) {
      now = later(hours);
      await works(used);
    }
    now = later(7 * 24 - 1);
    expect(await works(used)).toBe(true);
    now = later(7 * 24 + 1);
    expect(await works(used)).toBe(false);
  });

  it('ends with the account and with the post', async () => {
    const { provinceId, organisationId } = viewer;
    const people = await Promise.all([0, 1].map(() => buildViewer(database, { provinceId, organisationId })));
    const browsers = await Promise.all(
      people.map(async (person) => {
        const browser = openBrowser(testApp(database));
        await browser.signIn(await givePassword(database, person.accountId));
        return browser;
      }),
    );
    const ids = people.map((person) => person.accountId);
    await database.owner.db
      .updateTable('accounts')
      .set({ disabled_at: NOW })
      .where('id', '=', ids[0] ?? '')
      .execute();
    await database.owner.db
      .updateTable('posts')
      .set({ valid_until: '2026-06-30' })
      .where('account_id', '=', ids[1] ?? '')
      .execute();
    expect(await Promise.all(browsers.map(works))).toEqual([false, false]);
  });

  it('is needed for everything that is not public', async () => {
    const nobody = openBrowser(testApp(database));
    await expect(nobody.call(listOrganisations, {})).rejects.toMatchObject({ body: { status: 401 } });
    await expect(nobody.call(signOut, {})).rejects.toMatchObject({ body: { kind: 'unauthenticated' } });
    nobody.cookies.set('thidua_session', 'x'.repeat(5_000));
    await expect(nobody.call(listOrganisations, {})).rejects.toMatchObject({ body: { status: 401 } });
    expect((await nobody.send(`${new URL(ORIGIN).pathname}api/session`)).status).toBe(200);
  });
});
