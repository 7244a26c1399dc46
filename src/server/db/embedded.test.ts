import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { enginePackage, findEngine } from './engine.ts';
import { processMark } from './processes.ts';

/** The supervisor against real processes: each case leaves a folder as a crash would and starts over it. */

const ROOT = resolve(import.meta.dirname, '../../..');
const root = process.getuid?.() === 0;
const place = mkdtempSync(join(tmpdir(), 'thidua-embedded-'));
// Blanks, accents and more bytes than a socket's path may have.
const folder = join(place, `dữ liệu thật ${'dài '.repeat(25)}`.trim());
const children = new Set<ChildProcess>();

type Report = { pid: number; ownerUrl: string; adopted: boolean; code?: string; said: string[] };

function begin(over: string, user: { uid?: number; gid?: number } = {}): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/embedded-child.ts', over], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    // A place of their own for temporary files: /tmp need not be open to everybody.
    env: { ...process.env, TMPDIR: user.uid === undefined ? tmpdir() : over },
    ...user,
  });
  children.add(child);
  return child;
}

async function report(child: ChildProcess): Promise<Report> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return JSON.parse(text) as Report;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = child.exitCode !== null || child.signalCode !== null ? Promise.resolve([]) : once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function during<T>(over: string, use: (server: EmbeddedServer, said: string[]) => Promise<T>): Promise<T> {
  const said: string[] = [];
  const server = await startEmbedded({ folder: over, say: (sentence) => said.push(sentence) });
  try {
    return await use(server, said);
  } finally {
    await server.stop();
  }
}

const rows = (server: Pick<EmbeddedServer, 'ownerUrl'>) =>
  ask<{ n: string }>(server.ownerUrl, 'SELECT count(*) AS n FROM kept').then((found) => Number(found[0]?.n));

async function untilGone(pid: number): Promise<void> {
  for (let turn = 0; turn < 400 && processMark(pid); turn++) await new Promise((done) => setTimeout(done, 25));
}

beforeAll(async () => {
  chmodSync(place, 0o755);
  await during(folder, (server) => ask(server.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS n'));
});
afterAll(async () => {
  for (const child of children) await kill(child, 'SIGKILL');
  rmSync(place, { recursive: true, force: true });
});

describe('the embedded server', () => {
  it('keeps what the first start made, on disk, behind passwords and without TCP', async () => {
    await during(folder, async (server) => {
      expect(server.adopted).toBe(false);
      expect(await rows(server)).toBe(1);
      const [settings] = await ask<Record<string, string>>(
        server.ownerUrl,
        "SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS tcp, current_setting('full_page_writes') AS pages, lower('ĐỒNG') AS lower",
      );
      expect(settings).toEqual({ fsync: 'on', tcp: '', pages: 'on', lower: 'đồng' });
      const [app] = await ask<{ super: boolean; role: string }>(
        server.appUrl,
        'SELECT rolsuper AS super, rolname AS role FROM pg_roles WHERE rolname = current_user',
      );
      expect(app).toEqual({ super: false, role: 'thidua_app' });
      const wrong = server.appUrl.replace(/:[0-9a-f]{48}@/, ':wrong@');
      await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password/);
    });
    expect(existsSync(join(folder, 'pg/postmaster.pid'))).toBe(false);
    expect(statSync(join(folder, 'secret.json')).mode & 0o077).toBe(0);
  });

  it('refuses a second start over the same folder and leaves the first alone', async () => {
    await during(folder, async (server) => {
      await expect(startEmbedded({ folder, say: () => undefined })).rejects.toMatchObject({ code: 'database-in-use' });
      expect(await rows(server)).toBe(1);
    });
  });

  it('gives two starts at the same moment to one of them', async () => {
    const both = [begin(folder), begin(folder)];
    const reports = await Promise.all(both.map(report));
    expect(reports.map((one) => one.code ?? 'started').sort()).toEqual(['database-in-use', 'started']);
    for (const child of both) await kill(child, 'SIGTERM');
    await during(folder, async (server) => expect(server.adopted).toBe(false));
  });

  it('adopts the server of a killed application', async () => {
    const child = begin(folder);
    const first = await report(child);
    await kill(child, 'SIGKILL');
    expect(processMark(first.pid)).not.toBeNull();
    await during(folder, async (server, said) => {
      expect(server).toMatchObject({ adopted: true, pid: first.pid });
      expect(said.join()).toContain(String(first.pid));
      expect(await rows(server)).toBe(1);
    });
    expect(processMark(first.pid)).toBeNull();
  });

  it('starts over a pid file whose number another program has now', async () => {
    const child = begin(folder);
    const { pid } = await report(child);
    await kill(child, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    const other = spawn('sleep', ['600']);
    children.add(other);
    const path = join(folder, 'pg/postmaster.pid');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(other.pid)));
    await during(folder, async (server) => {
      expect(server.adopted).toBe(false);
      expect(await rows(server)).toBe(1);
    });
    expect(other.exitCode ?? other.signalCode).toBeNull();
  });

  it.runIf(process.platform === 'linux')('ends processes that outlived their postmaster', async () => {
    const child = begin(folder);
    const { pid, ownerUrl } = await report(child);
    const busy = ask(ownerUrl, 'DO $$ BEGIN LOOP END LOOP; END $$').catch(() => 'ended');
    for (;;) {
      const [found] = await ask<{ n: string }>(
        ownerUrl,
        "SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'DO%'",
      );
      if (found?.n === '1') break;
    }
    await kill(child, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    await during(folder, async (server, said) => {
      expect(await rows(server)).toBe(1);
      expect(said.join()).toContain('Left-over');
    });
    expect(await busy).toBe('ended');
  });

  it('stops an orphan whose sockets were swept away', async () => {
    const child = begin(folder);
    const { pid } = await report(child);
    await kill(child, 'SIGKILL');
    const sockets = readFileSync(join(folder, 'pg/postmaster.pid'), 'utf8').split('\n')[4] ?? '';
    expect(sockets).toContain('thidua-');
    rmSync(sockets, { recursive: true });
    await during(folder, async (server) => {
      expect(server.adopted).toBe(false);
      expect(await rows(server)).toBe(1);
    });
    expect(processMark(pid)).toBeNull();
  });

  it('begins a first set-up again that was killed half-way', async () => {
    const cut = join(place, 'cut');
    const child = begin(cut);
    while (!existsSync(cut) || !readdirSync(cut).some((name) => name.startsWith('pg.new-')))
      await new Promise((done) => setTimeout(done, 5));
    await kill(child, 'SIGKILL');
    expect(existsSync(join(cut, 'pg'))).toBe(false);
    await during(cut, async (server) => expect(await ask(server.ownerUrl, 'SELECT 1 AS n')).toEqual([{ n: 1 }]));
    expect(readdirSync(cut).filter((name) => name.includes('.new-'))).toEqual([]);
    rmSync(cut, { recursive: true });
  });

  it('says so when the generated password is gone, and touches nothing', async () => {
    const aside = readFileSync(join(folder, 'secret.json'));
    rmSync(join(folder, 'secret.json'));
    await expect(startEmbedded({ folder, say: () => undefined })).rejects.toMatchObject({
      code: 'database-no-password',
    });
    writeFileSync(join(folder, 'secret.json'), aside, { mode: 0o600 });
  });

  it('refuses a cluster of another major version', async () => {
    const version = join(folder, 'pg/PG_VERSION');
    writeFileSync(version, '14\n');
    await expect(startEmbedded({ folder, say: () => undefined })).rejects.toMatchObject({
      code: 'database-other-version',
    });
    writeFileSync(version, '18\n');
  });
});

describe.runIf(root)('as root', () => {
  const nobody = { uid: 65_534, gid: 65_534 };

  it('runs under an unprivileged uid that owns the data', async () => {
    await during(folder, async (server) => {
      expect(statSync(join(folder, 'pg')).uid).not.toBe(0);
      expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\b/m);
    });
  });

  it('refuses another person the data, and lets root run what that person made', async () => {
    const theirs = join(place, 'theirs');
    mkdirSync(theirs);
    chownSync(theirs, nobody.uid, nobody.gid);
    const child = begin(theirs, nobody);
    expect((await report(child)).code).toBeUndefined();
    await kill(child, 'SIGTERM');
    await during(theirs, async (server) =>
      expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).toMatch(/^Uid:\s+65534\b/m),
    );
    chownSync(join(theirs, 'pg'), 1, 1);
    expect((await report(begin(theirs, nobody))).code).toBe('database-of-another-user');
    rmSync(theirs, { recursive: true });
  });

  it('copies binaries that the uid cannot reach', () => {
    const closed = mkdtempSync(join(place, 'closed-'));
    chmodSync(closed, 0o700);
    cpSync(enginePackage() ?? '', join(closed, 'package'), { recursive: true, verbatimSymlinks: true });
    const engine = findEngine({ root: join(closed, 'package'), folder: place, uid: nobody.uid });
    expect(engine.copiedTo).not.toBeNull();
    const words = execFileSync(engine.postgres, ['--version'], { ...nobody, cwd: '/', env: engine.env });
    expect(String(words)).toContain(`PostgreSQL) ${engine.version}`);
    rmSync(engine.copiedTo ?? '', { recursive: true });
  });

  it('finds another way to the libraries where packages cannot be written', () => {
    const packed = mkdtempSync(join(place, 'packed-'));
    chmodSync(packed, 0o755);
    cpSync(enginePackage() ?? '', packed, {
      recursive: true,
      filter: (path) => !/lib\/lib\w+\.so(\.\d+)?$/.test(path),
    });
    const links = JSON.parse(readFileSync(join(packed, 'native/pg-symlinks.json'), 'utf8')) as { source: string }[];
    for (const { source } of links) cpSync(join(enginePackage() ?? '', source), join(packed, source));
    const mine = mkdtempSync(join(place, 'mine-'));
    chownSync(mine, nobody.uid, nobody.gid);
    const script = `import { findEngine } from './src/server/db/engine.ts';
      import { execFileSync } from 'node:child_process';
      const engine = findEngine({ root: ${JSON.stringify(packed)}, folder: ${JSON.stringify(mine)}, uid: null });
      console.log(execFileSync(engine.postgres, ['--version'], { env: engine.env }).toString(), engine.copiedTo);`;
    const words = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      ...nobody,
      cwd: ROOT,
      env: { ...process.env, TMPDIR: mine },
    });
    expect(String(words)).toMatch(/PostgreSQL\) 18.*null/s);
    expect(existsSync(join(packed, 'native/lib/libpq.so.5'))).toBe(false);
  });
});
