/** One PostgreSQL server process over one cluster: finding it, starting it, stopping it. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { clusterOf, EmbeddedError, OWNER, type Secret } from './cluster.ts';
import type { Engine } from './engine.ts';
import { type ProcessMark, processMark, processRuns, survivorsOf, type User } from './processes.ts';

const WINDOWS = process.platform === 'win32';
const START_DEADLINE_MS = 60_000;
/** After a power cut the log of changes is read again first; that may take long and must not be cut short. */
const RECOVERY_DEADLINE_MS = 30 * 60_000;
const STOP_DEADLINE_MS = 30_000;
const LONGEST_LOG = 10 * 1024 * 1024;

/** A running server: which process, and where it listens (a folder of sockets, or a loopback port on Windows). */
export type Postmaster = { mark: ProcessMark; sockets: string; port: number };

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export function urlOf(
  { sockets, port }: Pick<Postmaster, 'sockets' | 'port'>,
  login: { role: string; password: string; database: string },
): string {
  const plain = `postgresql://${login.role}:${login.password}@127.0.0.1:${port}/${login.database}`;
  return WINDOWS ? plain : `${plain}?host=${encodeURIComponent(sockets)}`;
}

/**
 * The server that runs over this cluster, or null. postmaster.pid alone proves nothing: the process must exist and be
 * PostgreSQL over this very folder.
 */
export function findPostmaster(folder: string): Postmaster | null {
  const lines = pidFile(folder);
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isSafeInteger(pid) || pid <= 1) return null;
  const mark = processMark(pid);
  if (!mark) return null;
  const words = ` ${mark.command} `;
  if (!WINDOWS && !(words.includes('postgres') && words.includes(` ${clusterOf(folder)} `))) return null;
  return { mark, port: Number(lines[3]), sockets: (lines[4] ?? '').trim() };
}

function pidFile(folder: string): string[] | null {
  try {
    return readFileSync(join(clusterOf(folder), 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

/**
 * Makes a pid file that names no server of ours harmless, and takes its sockets away. PostgreSQL would refuse to start
 * if that number still answered: another program got it in the meantime, or the killed server was not reaped yet. So
 * it is replaced by ours, which PostgreSQL takes for its parent. The file's shared memory key stays and is checked.
 */
export function settleStalePidFile(folder: string): void {
  const lines = pidFile(folder);
  if (!lines) return;
  const sockets = (lines[4] ?? '').trim();
  if (/^thidua-\w+$/.test(basename(sockets))) rmSync(sockets, { recursive: true, force: true });
  writeFileSync(join(clusterOf(folder), 'postmaster.pid'), [process.pid, ...lines.slice(1)].join('\n'));
}

type Launch = { folder: string; engine: Engine; user: User | null; settings: string[] };

/** Starts a server; {@link untilReady} tells when it answers. */
export async function launch({
  folder,
  engine,
  user,
  settings,
}: Launch): Promise<{ child: ChildProcess } & Postmaster> {
  const sockets = socketFolder(folder);
  if (user) chownSync(sockets, user.uid, user.gid);
  const port = WINDOWS ? await freePort() : 5432;
  const log = openLog(folder);
  const all = [
    `listen_addresses=${WINDOWS ? '127.0.0.1' : ''}`,
    `port=${port}`,
    `unix_socket_directories=${WINDOWS ? '' : sockets}`,
    'unix_socket_permissions=0700',
    'max_connections=100',
    'shared_buffers=128MB',
    'fsync=on',
    'synchronous_commit=on',
    'full_page_writes=on',
    'timezone=UTC',
    'log_timezone=UTC',
    // What people wrote stays out of the log: no statements, no values in an error's details.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...settings,
  ];
  const child = spawn(engine.postgres, ['-D', clusterOf(folder), ...all.flatMap((setting) => ['-c', setting])], {
    ...user,
    cwd: '/',
    env: engine.env,
    stdio: ['ignore', log, log],
    // A Ctrl+C in the terminal must reach only the application, which stops the server when its own work is done.
    detached: !WINDOWS,
  });
  closeSync(log);
  await new Promise<void>((done, fail) => child.once('spawn', done).once('error', fail));
  child.unref();
  const pid = child.pid ?? 0;
  return { child, mark: processMark(pid) ?? { pid, started: '', command: '' }, sockets, port };
}

/** Socket paths have a limit of 107 bytes (macOS: 103), so the socket lies in a short private folder of its own. */
function socketFolder(folder: string): string {
  const parents = [tmpdir(), process.env['XDG_RUNTIME_DIR'], '/tmp', folder].filter(
    (parent) => parent !== undefined && (WINDOWS || Buffer.byteLength(parent) < 70),
  );
  for (const parent of parents) {
    try {
      const made = mkdtempSync(join(parent ?? '', 'thidua-'));
      chmodSync(made, 0o700);
      return made;
    } catch {
      // Not there or not writable: the next one.
    }
  }
  throw new EmbeddedError('database-folder-closed', parents.join(', '));
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export const logOf = (folder: string): string => join(folder, 'postgres.log');

function openLog(folder: string): number {
  const path = logOf(folder);
  if (existsSync(path) && statSync(path).size > LONGEST_LOG) renameSync(path, `${path}.old`);
  return openSync(path, 'a', 0o600);
}

/** A connection as the owner, or an error that says why not. */
export async function openOwner(
  postmaster: Pick<Postmaster, 'sockets' | 'port'>,
  { owner }: Secret,
  database = 'postgres',
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(postmaster, { role: OWNER, password: owner, database }),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Waits until the server answers; throws when it ended or does not answer in time. */
export async function untilReady(
  postmaster: Postmaster,
  secret: Secret,
  say: (sentence: string) => void,
  patienceMs = START_DEADLINE_MS,
): Promise<pg.Client> {
  const begun = Date.now();
  let recovering = false;
  for (;;) {
    try {
      return await openOwner(postmaster, secret);
    } catch (error) {
      if (!processRuns(postmaster.mark)) throw new EmbeddedError('database-start-failed', 'postgres ended');
      const starting = codeOf(error) === '57P03';
      if (starting && !recovering && Date.now() - begun > 5_000) {
        recovering = true;
        say(SENTENCES.recovering);
      }
      if (Date.now() - begun > (starting ? RECOVERY_DEADLINE_MS : patienceMs)) throw error;
      await pause(40);
    }
  }
}

const SENTENCES = {
  recovering: 'PostgreSQL đang phục hồi sau lần dừng đột ngột, xin đợi … (recovering after a crash)',
};

/** Fast stop: open work is rolled back, everything committed is on disk. Resolves when the process is gone. */
export async function stopPostmaster({ mark, sockets }: Postmaster, folder: string, engine: Engine): Promise<void> {
  if (WINDOWS) execFileSync(engine.pgCtl, ['stop', '-D', clusterOf(folder), '-m', 'fast', '-w'], { env: engine.env });
  else if (processRuns(mark)) process.kill(mark.pid, 'SIGINT');
  const begun = Date.now();
  let pressed = false;
  while (processRuns(mark)) {
    if (!pressed && Date.now() - begun > STOP_DEADLINE_MS) {
      // Immediate: nothing committed is lost, the next start reads the log of changes.
      process.kill(mark.pid, 'SIGQUIT');
      pressed = true;
    }
    if (Date.now() - begun > 2 * STOP_DEADLINE_MS)
      throw new EmbeddedError('database-in-use', `${folder} (postgres ${mark.pid})`);
    await pause(25);
  }
  if (/^thidua-\w+$/.test(basename(sockets)) && dirname(sockets) !== sockets)
    rmSync(sockets, { recursive: true, force: true });
}

/** Ends server processes whose postmaster was killed: they would keep a new one from starting. */
export async function endSurvivors(folder: string): Promise<number> {
  const survivors = survivorsOf(clusterOf(folder));
  for (const mark of survivors) if (processRuns(mark)) process.kill(mark.pid, 'SIGQUIT');
  const begun = Date.now();
  while (survivors.some(processRuns) && Date.now() - begun < STOP_DEADLINE_MS) await pause(25);
  return survivors.length;
}
