import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../src/server/db/connect.ts';
import { findEmbedded } from '../src/server/db/embedded.ts';
import { emptyDatabase } from './support/database.ts';

/** Backing up and restoring as an operator does it: by the commands, over embedded data and over DATABASE_URL. */

const ROOT = resolve(import.meta.dirname, '..');
const root = mkdtempSync(join(tmpdir(), 'thidua-backups-'));
const built = join(ROOT, `dist.test-backup-${process.pid}`);
const drops: (() => Promise<void>)[] = [];
const folder = (name: string) => join(root, name);

const environment = (data: string, more: Record<string, string> = {}) => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, NODE_ENV: ___, ...rest } = process.env;
  return { ...rest, THIDUA_DATA: folder(data), LOG_LEVEL: 'error', ...more };
};

const thidua = (env: NodeJS.ProcessEnv, ...args: string[]) => {
  const done = spawnSync(process.execPath, [join(built, 'cli.js'), ...args], { cwd: ROOT, env, encoding: 'utf8' });
  return { status: done.status, words: done.stdout + done.stderr };
};

/** Runs the server until it says where it is, `work`s with it, and stops it. */
async function whileRunning(env: NodeJS.ProcessEnv, args: string[], work: () => Promise<void> | void): Promise<string> {
  const child = spawn(process.execPath, [join(built, 'main.js'), '--port', '0', ...args], { cwd: ROOT, env });
  let said = '';
  const ended = once(child, 'exit');
  const ready = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Ctrl+C')) done();
      });
    ended.then(() => done());
  });
  await ready;
  try {
    expect(child.exitCode, said).toBeNull();
    await work();
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
  return said;
}

/** Waits until the server has done its work of the day, which it writes into the log. */
async function untilKeptUp(url: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  const due = async () => {
    const { rows } = await sql<{ due: boolean }>`SELECT (SELECT count(*) FROM provinces) >
      (SELECT count(*) FROM audit_entries WHERE deed = 'swept') AS due`.execute(db);
    return rows[0]?.due;
  };
  while (await due()) await new Promise((done) => setTimeout(done, 50));
  await close();
}

const countsAt = async (url: string) => {
  const { db, close } = connect(url, { max: 1 });
  const { rows } = await sql<object>`SELECT (SELECT count(*) FROM movements) AS movements,
    (SELECT count(*) FROM files) AS files, (SELECT sum(size) FROM files) AS bytes,
    (SELECT count(*) FROM audit_entries) AS audit`.execute(db);
  await close();
  return rows[0];
};

beforeAll(() => {
  chmodSync(root, 0o755);
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--sourceMap', 'false', '--outDir', built];
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(done.stdout + done.stderr).toBe('');
});
afterAll(async () => {
  for (const drop of drops) await drop();
  for (const path of [root, built]) rmSync(path, { recursive: true, force: true });
});

describe('thidua backup, thidua restore', () => {
  it('carry embedded data over to another folder and to a server of one’s own', { timeout: 240_000 }, async () => {
    const env = environment('first');
    let counts: unknown;
    await whileRunning(env, [], async () => {
      const url = findEmbedded(folder('first/demo')).ownerUrl ?? '';
      await untilKeptUp(url);
      counts = await countsAt(url);
      const saved = thidua(env, 'backup', folder('running'), '--demo');
      expect(saved, saved.words).toMatchObject({ status: 0 });
      const rehearsed = thidua(env, 'restore', folder('running'), '--demo', '--rehearse');
      expect(rehearsed, rehearsed.words).toMatchObject({ status: 0 });
      expect(rehearsed.words).toContain('Dữ liệu đang dùng không bị động đến');
      const used = thidua(env, 'restore', folder('running'), '--demo', '--replace', 'x');
      expect(used).toMatchObject({ status: 1 });
      expect(used.words).toContain('đang chạy với dữ liệu này');
    });
    const stopped = thidua(env, 'backup', folder('stopped'), '--demo', '--plain');
    expect(stopped, stopped.words).toMatchObject({ status: 0 });

    const second = environment('second');
    const restored = thidua(second, 'restore', folder('running'), '--demo');
    expect(restored, restored.words).toMatchObject({ status: 0 });
    expect(restored.words).toMatch(/Nhật ký Tỉnh Lai Châu: \d+ dòng, nguyên vẹn/);
    const again = await whileRunning(second, [], async () => {
      expect(await countsAt(findEmbedded(folder('second/demo')).ownerUrl ?? '')).toEqual(counts);
    });
    expect(again).not.toContain('Đang nạp số liệu mẫu');
    expect(thidua(second, 'restore', folder('running')).words).toContain('không thay cho nhau');

    const { url, drop } = await emptyDatabase();
    drops.push(drop);
    const outside = environment('none', { DATABASE_URL: url });
    const over = thidua(outside, 'restore', folder('stopped'));
    expect(over, over.words).toMatchObject({ status: 0 });
    expect(await countsAt(url)).toEqual(counts);
    const back = thidua(outside, 'backup', folder('outside'));
    expect(back, back.words).toMatchObject({ status: 0 });
    expect(thidua(outside, 'audit', 'verify').status).toBe(0);
    const refused = thidua(outside, 'restore', folder('outside'));
    expect(refused).toMatchObject({ status: 1 });
    const name = /--replace và tên sau đây:\s+(\S.*)/.exec(refused.words)?.[1] ?? '';
    expect(name).toBe(new URL(url).pathname.slice(1));
    expect(thidua(outside, 'restore', folder('outside'), '--replace', name).status).toBe(0);
    expect(await countsAt(url)).toEqual(counts);
  });

  it('speak plainly where something is wrong', () => {
    const env = environment('first');
    expect(thidua(env, 'backup')).toMatchObject({ status: 2 });
    expect(thidua(env, 'restore', '--nothing')).toMatchObject({ status: 2 });
    expect(thidua(env, 'backup', folder('stopped'), '--demo').words).toContain('Thư mục này đã có');
    expect(thidua(env, 'backup', folder('real'))).toMatchObject({ status: 2 });
    expect(thidua(env, 'restore', folder('stopped'), '--check')).toMatchObject({ status: 0 });
    const part = join(folder('stopped'), 'tables/files.copy');
    const bytes = readFileSync(part);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(part, bytes);
    const changed = thidua(environment('third'), 'restore', folder('stopped'), '--demo');
    expect(changed).toMatchObject({ status: 1 });
    expect(changed.words).toContain('đã bị thay đổi sau khi lập');
    expect(existsSync(folder('third'))).toBe(false);
  });
});
