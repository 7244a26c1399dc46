import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApi } from '../../src/server/api.ts';
import { MATRIX } from '../rights/table.ts';
import { buildWorld, bundleAt, type World } from '../rights/world.ts';
import { type Browser, openBrowser, PASSWORD, sendTo } from '../support/client.ts';

/** Session fixation, forged cookies, requests of other sites. */

const COOKIE = 'thidua_session';
const API = makeApi({ production: false, demo: null, wakeReadings: () => undefined }).map(({ endpoint }) => endpoint);

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.database.drop());

const personOf = async (browser: Pick<Browser, 'send'>) =>
  ((await (await browser.send('/api/session')).json()) as { person: { id: string } | null }).person?.id ?? null;
const stranger = () => openBrowser(world.app);

describe('session fixation', () => {
  it('gains nothing from a cookie planted before signing in', async () => {
    const planted = randomBytes(32).toString('base64url');
    const victim = stranger();
    victim.cookies.set(COOKIE, planted);
    await victim.signIn(world.people.officer.name);
    expect(victim.cookies.get(COOKIE)).not.toBe(planted);
    const attacker = stranger();
    attacker.cookies.set(COOKIE, planted);
    expect(await personOf(attacker)).toBeNull();
  });

  it("gains nothing from planting the attacker's own session either", async () => {
    const attacker = stranger();
    await attacker.signIn(world.people.reporter.name);
    const own = attacker.cookies.get(COOKIE) ?? '';
    const victim = stranger();
    victim.cookies.set(COOKIE, own);
    await victim.signIn(world.people.officer.name);
    expect(await personOf(victim)).toBe(world.people.officer.viewer.accountId);
    // The planted session ended with the sign-in over it.
    expect(await personOf(attacker)).toBeNull();
  });

  it('takes no token from anywhere but the cookie', async () => {
    const token = world.people.officer.browser.cookies.get(COOKIE) ?? '';
    const ways: [string, RequestInit][] = [
      [`/api/session?${COOKIE}=${token}`, {}],
      [`/api/session?token=${token}`, {}],
      ['/api/session', { headers: { 'x-session': token, [COOKIE]: token } }],
    ];
    for (const [path, init] of ways) {
      const answer = await stranger().send(path, init);
      expect([path, ((await answer.json()) as { person: unknown }).person]).toEqual([path, null]);
    }
    // Access tokens come this way, and no session is one.
    const asToken = await stranger().send('/api/session', { headers: { authorization: `Bearer ${token}` } });
    expect([asToken.status, ((await asToken.json()) as { code: string }).code]).toEqual([401, 'token-gone']);
  });
});

describe('forged cookies', () => {
  const forged = (): string[] => {
    const token = world.people.officer.browser.cookies.get(COOKIE) ?? '';
    return [
      '',
      'null',
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      token.split('').reverse().join(''),
      `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`,
      Buffer.from(token, 'base64url').toString('hex'),
      "' OR '1'='1",
      '%00',
      '../../etc/passwd',
      'x'.repeat(8_000),
      world.people.officer.viewer.accountId,
      randomBytes(32).toString('base64url'),
    ];
  };

  it('sign nobody in, and break nothing', async () => {
    for (const value of forged()) {
      const browser = stranger();
      browser.cookies.set(COOKIE, value);
      const answer = await browser.send('/api/session');
      expect([value, answer.status]).toEqual([value, 200]);
      expect(await personOf(browser)).toBeNull();
      expect((await browser.send('/api/movements')).status).toBe(401);
    }
  });

  it('do nothing under the name that only HTTPS may set, or beside the real one', async () => {
    const browser = stranger();
    const token = world.people.officer.browser.cookies.get(COOKIE) ?? '';
    browser.cookies.set('__Host-thidua_session', token);
    expect(await personOf(browser)).toBeNull();
  });
});

/** Ways in which another site's page can make a browser send something. */
const STRANGE: [string, Record<string, string>][] = [
  ['a form of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another port or name of the same site', { origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site' }],
  ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['an old browser that says only its origin', { origin: 'https://evil.example' }],
  ['a page that hides where it is', { origin: 'null' }],
  ['a name that begins with ours', { origin: 'http://127.0.0.1:8686.evil.example' }],
];

describe('requests of other sites', () => {
  it.each(STRANGE)('are refused at every endpoint that changes something: %s', async (_way, headers) => {
    const { person } = { person: world.people.officer };
    const wrong: string[] = [];
    for (const endpoint of API.filter(({ method }) => method !== 'GET')) {
      const bundle = bundleAt(world, person, world.places.commune.own);
      const input = (await MATRIX[endpoint.name]?.ask(bundle)) ?? {
        actionId: randomUUID(),
        name: person.name,
        password: PASSWORD,
      };
      const sendAway = (path: string, init: RequestInit = {}) =>
        person.browser.send(path, {
          ...init,
          headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers },
        });
      const answer = await sendTo({ send: sendAway }, endpoint, input, MATRIX[endpoint.name]?.bytes?.());
      const { code } = (await answer.json()) as { code: string };
      if (answer.status !== 403 || code !== 'cross-site') wrong.push(`${endpoint.name} ${answer.status} ${code}`);
    }
    expect(wrong).toEqual([]);
    expect(await personOf(person.browser)).toBe(person.viewer.accountId);
  });

  it('cannot dress up as a form: only JSON and plain bytes are read', async () => {
    const { browser } = world.people.officer;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const headers = type === '' ? {} : { 'content-type': type };
      const answer = await browser.send('/api/movements', { method: 'POST', body: '{"a":1}', headers });
      expect([type, answer.status]).toEqual([type, 400]);
      const upload = await browser.send(`/api/readings?actionId=${randomUUID()}&name=a.txt`, {
        method: 'POST',
        body: 'x',
        headers,
      });
      expect([type, upload.status]).toEqual([type, 400]);
    }
  });

  it('cannot call one method by another', async () => {
    const { browser } = world.people.officer;
    const before = await personOf(browser);
    for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method'])
      await browser.send('/api/session', { headers: { [name]: 'DELETE' } });
    await browser.send('/api/session?_method=DELETE');
    expect(await personOf(browser)).toBe(before);
  });

  it('get no leave to read: no answer opens itself to other origins', async () => {
    const answer = await world.people.officer.browser.send('/api/session', {
      headers: { origin: 'https://evil.example' },
    });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const asked = await world.people.officer.browser.send('/api/movements', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(asked.ok).toBe(false);
  });
});
