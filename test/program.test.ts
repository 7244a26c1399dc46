import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../src/server/db/connect.ts';
import { findEmbedded } from '../src/server/db/embedded.ts';
import { processMark } from '../src/server/db/processes.ts';
import { emptyDatabase } from './support/database.ts';

/** The two programs as an operator runs them, from the sources. */

const ROOT = resolve(import.meta.dirname, '..');
const data = mkdtempSync(join(tmpdir(), 'thidua-program-'));
const children = new Set<ChildProcess>();
const drops: (() => Promise<void>)[] = [];

const environment = (more: Record<string, string> = {}) => {
  const { DATABASE_URL: _, NODE_ENV: __, ...rest } = process.env;
  return { ...rest, THIDUA_DATA: data, LOG_LEVEL: 'error', ...more };
};
/** Compiled for this run: what is started here often should not be translated each time. */
const built = join(ROOT, `dist.test-${process.pid}`);
const program = (name: string, args: string[]) => [join(built, name), ...args];

type Program = {
  child: ChildProcess;
  said: () => string;
  url: string;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

/** Starts the server and waits until it says where it is, or until it ends. */
async function start(args: string[], env: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, program('main.js', ['--port', '0', ...args]), {
    cwd: ROOT,
    env: environment(env),
  });
  children.add(child);
  let words = '';
  const ended = once(child, 'exit');
  const ready = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        words += chunk.toString();
        if (words.includes('Ctrl+C')) done();
      });
    ended.then(() => done());
  });
  await ready;
  return {
    child,
    said: () => words,
    url: /http:\/\/127\.0\.0\.1:\d+/.exec(words)?.[0] ?? '',
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

const thidua = (...args: string[]) => {
  const done = spawnSync(process.execPath, program('cli.js', args), {
    cwd: ROOT,
    env: environment(),
    encoding: 'utf8',
  });
  return { status: done.status, words: done.stdout + done.stderr };
};

const form = (url: string, fields: Record<string, string>) =>
  fetch(`${url}/set-up`, { method: 'POST', headers: { origin: url }, body: new URLSearchParams(fields) });
const signIn = (url: string, name: string, password: string) =>
  fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });

beforeAll(() => {
  chmodSync(data, 0o755);
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--sourceMap', 'false', '--outDir', built];
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(done.stdout + done.stderr).toBe('');
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const drop of drops) await drop();
  for (const folder of [data, built]) rmSync(folder, { recursive: true, force: true });
});

describe('npm start -- --empty', () => {
  const password = 'một câu dài dễ nhớ';
  const whole = {
    province: 'Lai Châu',
    level: 'commune',
    commune: 'Xã Bình Lư',
    name: 'can.bo',
    password,
    again: password,
  };

  it('is set up once by the link it prints, and by nothing else', { timeout: 120_000 }, async () => {
    const program = await start(['--empty']);
    const code = /\/set-up\?code=([\w-]{43})/.exec(program.said())?.[1] ?? '';
    expect(code, program.said()).not.toBe('');
    expect(program.said()).not.toContain('thidua-2026');
    expect((await fetch(`${program.url}/set-up?code=${'0'.repeat(36)}`)).status).toBe(403);
    const page = await (await fetch(`${program.url}/set-up?code=${code}`)).text();
    expect(page).toContain('<option>Lai Châu</option>');
    const english = await (await fetch(`${program.url}/set-up?code=${code}&language=en`)).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('Make the account and begin');

    for (const [field, value, sentence] of [
      ['province', 'Tây Đô', 'trong danh sách'],
      ['commune', '', 'xã, phường'],
      ['name', 'x', 'quy tắc'],
      ['name', '"><script>', 'quy tắc'],
      ['password', 'ngắn', 'ngắn'],
      ['again', 'khác', 'không giống'],
    ] as const) {
      const answer = await form(program.url, { ...whole, code, [field]: value });
      expect([field, answer.status]).toEqual([field, 400]);
      const text = await answer.text();
      expect(text).toContain(sentence);
      expect(text).not.toContain('<script>');
    }
    expect((await form(program.url, { ...whole, code: '0'.repeat(36) })).status).toBe(403);
    const both = await Promise.all([form(program.url, { ...whole, code }), form(program.url, { ...whole, code })]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 403]);
    expect((await form(program.url, { ...whole, code, name: 'can.bo.2' })).status).toBe(403);

    const session = (await (await signIn(program.url, 'can.bo', password)).json()) as {
      person: { roles: string[]; may: object };
      demo: boolean;
    };
    expect(session).toMatchObject({
      demo: false,
      person: {
        roles: ['administrator', 'officer'],
        organisation: { name: 'Xã Bình Lư' },
        province: { name: 'Tỉnh Lai Châu' },
      },
    });

    const verified = thidua('audit', 'verify');
    expect(verified, verified.words).toMatchObject({ status: 0 });
    expect(verified.words).toContain('nguyên vẹn, 1 dòng');
    const second = await start(['--empty']);
    expect(second.said()).toContain('đang chạy với dữ liệu này');
    expect(await second.stop()).toBe(1);
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
    expect(await program.stop()).toBe(0);
  });

  it('asks for no second set-up, and leaves no process behind', async () => {
    const program = await start(['--empty']);
    expect(program.said()).not.toContain('code=');
    expect((await signIn(program.url, 'can.bo', password)).status).toBe(200);
    const pid = Number(readFileSync(join(data, 'real/pg/postmaster.pid'), 'utf8').split('\n')[0]);
    expect(processMark(pid)).not.toBeNull();
    expect(await program.stop('SIGINT')).toBe(0);
    expect(processMark(pid)).toBeNull();
  });

  it('has its audit chain checked while it is down, and says what is broken', async () => {
    const noted = /--anchor (\d+:[0-9a-f]{64})/.exec(thidua('audit', 'verify').words)?.[1] ?? '';
    expect(thidua('audit', 'verify', '--anchor', noted).status).toBe(0);
    const program = await start(['--empty']);
    const { db, close } = connect(findEmbedded(join(data, 'real')).ownerUrl ?? '', { max: 1 });
    await sql`ALTER TABLE audit_entries DISABLE TRIGGER USER`.execute(db);
    await sql`UPDATE audit_entries SET post_title = 'x' WHERE seq = 1`.execute(db);
    await close();
    await program.stop();
    const broken = thidua('audit', 'verify');
    expect(broken).toMatchObject({ status: 1 });
    expect(broken.words).toContain('Tỉnh Lai Châu, dòng 1: nội dung dòng này đã bị sửa');
    expect(thidua('audit', 'verify', '--demo').status).toBe(2);
    expect(thidua('audit', 'destroy').status).toBe(2);
  });
});

describe('npm start', () => {
  it('shows a demo whose accounts can sign in, and loads it again when its loading was cut off', {
    timeout: 240_000,
  }, async () => {
    const { url, drop } = await emptyDatabase();
    drops.push(drop);
    const first = await start([], { DATABASE_URL: url });
    const [, name = '', password = ''] = /^ {2}(\S+)\s+(thidua-2026)/m.exec(first.said()) ?? [];
    expect((await signIn(first.url, name, password)).status, first.said()).toBe(200);
    await first.stop();
    const { db, close } = connect(url, { max: 1 });
    await sql`UPDATE installation SET seeded_at = NULL`.execute(db);
    await sql`DELETE FROM sessions`.execute(db);
    await sql`UPDATE accounts SET password_hash = '-'`.execute(db);
    const again = await start([], { DATABASE_URL: url });
    expect((await signIn(again.url, name, password)).status, again.said()).toBe(200);
    await again.stop();

    const real = await start(['--empty'], { DATABASE_URL: url });
    expect(real.said()).toContain('bản dùng thử nên không dùng để làm thật');
    expect(await real.stop()).toBe(1);
    const production = await start([], { DATABASE_URL: url, NODE_ENV: 'production' });
    expect(await production.stop()).toBe(1);
    await sql`UPDATE installation SET kind = 'real'`.execute(db);
    const demo = await start([], { DATABASE_URL: url });
    expect(demo.said()).toContain('không nạp số liệu mẫu');
    expect(await demo.stop()).toBe(1);
    await close();
  });

  it('has no demo under NODE_ENV=production', async () => {
    const { url, drop } = await emptyDatabase();
    drops.push(drop);
    const program = await start([], { DATABASE_URL: url, NODE_ENV: 'production' });
    expect(program.said()).toContain('code=');
    expect(program.said()).not.toContain('thidua-2026');
    const session = (await (await fetch(`${program.url}/api/session`)).json()) as object;
    expect(session).toMatchObject({ demo: false, demoAccounts: [] });
    await program.stop();
  });

  it.each([
    ['a taken port', [], {}, 'đang được chương trình khác dùng'],
    ['an unknown option', ['--everything'], {}, 'Cách dùng'],
    ['a wrong environment', [], { PORT: 'x' }, 'PORT'],
    [
      'a database that is not there',
      [],
      { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' },
      'Không khởi động được',
    ],
  ])('ends with a sentence for %s', async (what, args, env, sentence) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { url, drop } = await emptyDatabase();
    drops.push(drop);
    const more = what === 'a taken port' ? ['--port', port] : [];
    const program = await start([...args, ...more], { DATABASE_URL: url, ...env });
    expect(program.said()).toContain(sentence);
    expect(await program.stop()).toBe(1);
    taken.close();
  });
});
