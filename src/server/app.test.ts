import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { givePassword, ORIGIN, openBrowser, testApp } from '../../test/support/client.ts';
import { buildProvince, buildViewer, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { endpoint } from '../contract/endpoint.ts';
import { listOrganisations } from '../contract/organisations.ts';
import { ProblemBody } from '../contract/problem.ts';
import { getSession, signIn, signOut } from '../contract/session.ts';
import { bind } from './bind.ts';
import { listen } from './listen.ts';
import { makeLog } from './log.ts';
import { Problem } from './problem.ts';
import { staticFiles } from './static-files.ts';

let database: TestDatabase;
let name: string;
const web = mkdtempSync(join(tmpdir(), 'thidua-web-'));

const probe = <I extends z.ZodObject>(input: I, extra: object = {}) =>
  endpoint({
    name: 'probe',
    method: 'POST',
    path: '/api/probe',
    input,
    output: z.object({ seen: z.string() }),
    access: 'public',
    summary: 'For this test.',
    ...extra,
  });

beforeAll(async () => {
  database = await freshDatabase();
  const province = await buildProvince(database);
  const viewer = await buildViewer(database, { provinceId: province.id, organisationId: province.committee.id });
  name = await givePassword(database, viewer.accountId);
  mkdirSync(join(web, 'assets'));
  writeFileSync(
    join(web, 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>',
  );
  writeFileSync(join(web, 'assets/main-1a2b.js'), 'long '.repeat(400));
  writeFileSync(join(web, 'assets/main-1a2b.js.br'), 'short');
});
afterAll(async () => {
  await database.drop();
  rmSync(web, { recursive: true });
});

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const body = ProblemBody.parse(await response.json());
  expect(body.status).toBe(response.status);
  return body;
};

describe('every answer', () => {
  it('carries the security headers, a strict policy and its request id', async () => {
    const browser = openBrowser(testApp(database, { files: staticFiles(web) }));
    for (const path of ['/', '/api/session', '/api/nope', '/healthz', '/set-up', '/assets/gone.js']) {
      const { headers } = await browser.send(path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      // The form of the first set-up has to say where it comes from: without a referrer its Origin would be null.
      expect(headers.get('referrer-policy'), path).toBe(path === '/set-up' ? 'same-origin' : 'no-referrer');
      expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toMatch(/unsafe-|\*|http:|https:/);
      expect(headers.get('strict-transport-security'), path).toBeNull();
    }
  });

  it('asks for HTTPS from then on where the public address has it', async () => {
    const config = {
      production: true,
      publicUrl: new URL('https://thidua.example'),
      host: '127.0.0.1',
      trustedProxies: new BlockList(),
    };
    const browser = openBrowser(testApp(database, { config }), 'https://thidua.example');
    const { headers } = await browser.send('/api/session');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('has a nonce of its own, the same in the page and in the policy', async () => {
    const browser = openBrowser(testApp(database, { files: staticFiles(web) }));
    const nonces = await Promise.all(
      ['/', '/phong-trao/1'].map(async (path) => {
        const response = await browser.send(path);
        const policy = response.headers.get('content-security-policy') ?? '';
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
        const page = await response.text();
        expect(page.match(/nonce="([^"]+)"|content="([^"]+)"/g)).toHaveLength(2);
        expect(page.split(nonce)).toHaveLength(3);
        expect(response.headers.get('cache-control')).toBe('no-store');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });
});

describe('the workroom’s files', () => {
  it('are kept for ever when hashed, compressed where the browser can, and never guessed', async () => {
    const browser = openBrowser(testApp(database, { files: staticFiles(web) }));
    const asset = await browser.send('/assets/main-1a2b.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(await asset.text()).toMatch(/^long/);
    const compressed = await browser.send('/assets/main-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(await compressed.text()).toBe('short');
    for (const path of ['/assets/gone.js', '/../package.json', '/%2e%2e/package.json', '/secret.json'])
      expect((await browser.send(path)).status, path).toBe(404);
  });
});

describe('problems', () => {
  it('are RFC 9457, in Vietnamese, with the fields that are wrong', async () => {
    const browser = openBrowser(testApp(database));
    const headers = { 'content-type': 'application/json' };
    const body = await problemOf(await browser.send('/api/session', { method: 'POST', headers, body: '{"name":""}' }));
    expect(body).toMatchObject({ status: 400, kind: 'invalid', code: 'invalid', requestId: null });
    expect(body.title).toContain('Chưa có gì được lưu');
    expect(body.fields.map((field) => field.path).sort()).toEqual(['name', 'password']);
  });

  it('tell of a fault only its request id, and the log the rest', async () => {
    const lines: string[] = [];
    const failing = bind(probe(z.object({})), async () => {
      throw new Error('password of the database');
    });
    const log = makeLog('info', (line) => lines.push(line), database.world.now);
    const response = await openBrowser(testApp(database, { api: [failing], log })).send('/api/probe', {
      method: 'POST',
    });
    const body = await problemOf(response);
    expect(body).toMatchObject({ status: 500, kind: 'broken' });
    expect(JSON.stringify(body)).not.toContain('password of');
    expect(body.requestId).toBe(response.headers.get('x-request-id'));
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(logged.find((line) => line['level'] === 'error')).toMatchObject({
      requestId: body.requestId,
      route: '/api/probe',
      message: 'password of the database',
    });
  });

  it('never put values of the database into the log', async () => {
    const lines: string[] = [];
    const failing = bind(probe(z.object({})), async () => {
      const row = { id: randomUUID(), name: 'Nguyễn Văn Bí Mật' };
      await database.owner.db.insertInto('provinces').values([row, row]).execute();
      return { seen: 'never' };
    });
    const log = makeLog('info', (line) => lines.push(line), database.world.now);
    await openBrowser(testApp(database, { api: [failing], log })).send('/api/probe', { method: 'POST' });
    expect(lines.join()).toContain('23505');
    expect(lines.join()).not.toContain('Bí Mật');
  });

  it.each([
    ['not JSON', '{', 'application/json'],
    ['JSON of another kind', '[]', 'application/json'],
    ['nothing but null', 'null', 'application/json'],
    ['a form', 'name=a&password=b', 'application/x-www-form-urlencoded'],
    ['JSON called text', '{"name":"a","password":"b"}', 'text/plain'],
    ['JSON with a type that only begins so', '{"name":"a","password":"b"}', 'application/jsonx'],
  ])('refuse a body that is %s', async (_what, body, type) => {
    const browser = openBrowser(testApp(database));
    const response = await browser.send('/api/session', { method: 'POST', headers: { 'content-type': type }, body });
    expect((await problemOf(response)).kind).toBe('invalid');
  });

  it('refuse what is too large, told beforehand or not', async () => {
    const server = await listen(testApp(database).fetch, { host: '127.0.0.1', port: 0 });
    const send = (chunked: boolean) =>
      new Promise<number>((done, fail) => {
        const sending = request(`${server.url}/api/session`, {
          method: 'POST',
          headers: {
            origin: server.url,
            'content-type': 'application/json',
            ...(chunked ? {} : { 'content-length': 6_000_000 }),
          },
        });
        sending.on('response', (response) => done(response.statusCode ?? 0)).on('error', fail);
        for (let sent = 0; sent < 6_000_000; sent += 60_000) sending.write(' '.repeat(60_000));
        sending.end();
      });
    expect(await send(true)).toBe(413);
    expect(await send(false)).toBe(413);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.stop();
  });

  it('hold uploads to their own limit and type', async () => {
    const upload = bind(
      probe(z.object({ name: z.string() }), { upload: { maxBytes: 10 } }),
      async ({ bytes }, input) => ({
        seen: `${input.name} ${bytes.byteLength}`,
      }),
    );
    const browser = openBrowser(testApp(database, { api: [upload] }));
    const send = (body: Uint8Array, type = 'application/octet-stream') =>
      browser.send('/api/probe?name=a', {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { 'content-type': type },
      });
    expect(await (await send(new Uint8Array(10))).json()).toEqual({ seen: 'a 10' });
    expect((await problemOf(await send(new Uint8Array(11)))).code).toBe('file-too-large');
    expect((await problemOf(await send(new Uint8Array(0)))).code).toBe('file-empty');
    expect((await problemOf(await send(new Uint8Array(5), 'text/plain'))).code).toBe('invalid-upload');
  });

  it('drop what the contract does not declare', async () => {
    const leaking = bind(probe(z.object({})), async () => ({ seen: 'yes', passwordHash: 'no' }));
    const response = await openBrowser(testApp(database, { api: [leaking] })).send('/api/probe', { method: 'POST' });
    expect(await response.json()).toEqual({ seen: 'yes' });
  });

  it('say when the server is on its way down', async () => {
    const app = testApp(database, { accepting: () => false });
    expect((await problemOf(await openBrowser(app).send('/api/session'))).kind).toBe('unavailable');
    expect((await openBrowser(app).send('/readyz')).status).toBe(503);
    expect((await openBrowser(app).send('/healthz')).status).toBe(200);
  });
});

describe('strangers', () => {
  const json = { 'content-type': 'application/json' };

  it.each([
    ['a form of another site', { origin: 'https://evil.example' }],
    ['a page in a sandbox', { origin: 'null' }],
    ['another port of the same machine', { origin: 'http://127.0.0.1:9999' }],
    ['a site that only begins alike', { origin: `${ORIGIN}.evil.example` }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling domain', { 'sec-fetch-site': 'same-site' }],
  ])('cannot act through the browser: %s', async (_what, headers) => {
    const browser = openBrowser(testApp(database));
    await browser.signIn(name);
    const response = await browser.send('/api/session', { method: 'DELETE', headers: { ...json, ...headers } });
    expect((await problemOf(response)).code).toBe('cross-site');
    expect((await browser.call(getSession, {})).person).not.toBeNull();
  });

  it('cannot hide where they come from when a cookie is sent', async () => {
    const app = testApp(database);
    const browser = openBrowser(app);
    await browser.signIn(name);
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { ...json, host: new URL(ORIGIN).host, cookie };
    const response = await app.request(`${ORIGIN}/api/session`, { method: 'DELETE', headers });
    expect((await problemOf(response)).code).toBe('cross-site');
  });

  it('cannot reach the server under a name of their own', async () => {
    const send = (app: ReturnType<typeof testApp>, host: string) =>
      openBrowser(app)
        .send('/api/session', { headers: { host, origin: `http://${host}` } })
        .then((answer) => answer.status);
    const local = testApp(database);
    expect(await send(local, 'evil.example')).toBe(403);
    expect(await send(local, 'localhost:8686')).toBe(200);
    expect(await send(local, '[::1]:8686')).toBe(200);
    expect(await send(local, '192.168.1.20:8686')).toBe(200);
    const config = {
      production: true,
      publicUrl: new URL('https://thidua.example'),
      host: '0.0.0.0',
      trustedProxies: new BlockList(),
    };
    const open = testApp(database, { config });
    expect(await send(open, 'thidua.example')).toBe(200);
    expect(await send(open, 'evil.example')).toBe(403);
    expect(await send(open, '203.0.113.5')).toBe(403);
  });
});

describe('addresses behind proxies', () => {
  const seenBy = async (trusted: string[], from: string, forwarded: string) => {
    const trustedProxies = new BlockList();
    for (const address of trusted) trustedProxies.addAddress(address, address.includes(':') ? 'ipv6' : 'ipv4');
    const config = { production: false, publicUrl: null, host: '127.0.0.1', trustedProxies };
    const tell = bind(probe(z.object({})), async ({ visit }) => ({ seen: visit.address }));
    const browser = openBrowser(testApp(database, { config, api: [tell] }));
    const response = await browser.send('/api/probe', {
      method: 'POST',
      from,
      headers: { 'x-forwarded-for': forwarded },
    });
    return ((await response.json()) as { seen: string }).seen;
  };

  it.each([
    ['a stranger’s word is not believed', [], '192.0.2.9', '203.0.113.1', '192.0.2.9'],
    ['a trusted proxy’s is', ['10.0.0.1'], '10.0.0.1', '203.0.113.1', '203.0.113.1'],
    ['only the last hop counts', ['10.0.0.1'], '10.0.0.1', '6.6.6.6, 203.0.113.1', '203.0.113.1'],
    [
      'through a chain of trusted ones',
      ['10.0.0.1', '10.0.0.2'],
      '10.0.0.1',
      '6.6.6.6, 203.0.113.1, 10.0.0.2',
      '203.0.113.1',
    ],
    ['nonsense is left alone', ['10.0.0.1'], '10.0.0.1', 'unknown', '10.0.0.1'],
    ['IPv4 on a dual-stack socket', ['10.0.0.1'], '::ffff:10.0.0.1', '203.0.113.1', '203.0.113.1'],
  ])('%s', async (_what, trusted, from, forwarded, seen) => {
    expect(await seenBy(trusted, from, forwarded)).toBe(seen);
  });
});

describe('several processes', () => {
  it('share sessions and limits through the database', async () => {
    const first = openBrowser(testApp(database));
    await first.signIn(name);
    const second = openBrowser(testApp(database));
    for (const [key, value] of first.cookies) second.cookies.set(key, value);
    expect((await second.call(listOrganisations, {})).organisations).toHaveLength(1);
    await second.call(signOut, {});
    await expect(first.call(listOrganisations, {})).rejects.toMatchObject({ body: { kind: 'unauthenticated' } });
  });

  it('finish what is open before they stop', async () => {
    let open = () => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    let begun = () => {};
    const underWay = new Promise<void>((done) => {
      begun = done;
    });
    const slow = bind(probe(z.object({})), async () => {
      begun();
      await gate;
      return { seen: 'whole' };
    });
    const server = await listen(testApp(database, { api: [slow] }).fetch, { host: '127.0.0.1', port: 0 });
    const answer = fetch(`${server.url}/api/probe`, { method: 'POST', headers: { origin: server.url } });
    await underWay;
    const stopped = server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    open();
    expect(await (await answer).json()).toEqual({ seen: 'whole' });
    await stopped;
  });
});

describe('a refusal', () => {
  it('gives all its reasons at once', async () => {
    const reasons = ['mot', 'hai'].map((code) => ({ code, article: null, facts: { n: 1 } }));
    const refusing = bind(probe(z.object({})), async () => {
      throw new Problem('refused', 'refused', { reasons });
    });
    const response = await openBrowser(testApp(database, { api: [refusing] })).send('/api/probe', { method: 'POST' });
    expect(await problemOf(response)).toMatchObject({ status: 422, reasons });
  });

  it('does not sign anybody in by a question', async () => {
    const browser = openBrowser(testApp(database));
    await expect(browser.call(signIn, { name, password: 'sai' })).rejects.toMatchObject({
      body: { code: 'wrong-password' },
    });
    expect(browser.cookies.size).toBe(0);
  });
});
