/** The cluster's folder: its passwords, its first set-up, whose it is. */

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { processMark, type User } from './processes.ts';

/** A start that cannot be: `code` has a sentence in core/text, `detail` says which process or folder. */
export class EmbeddedError extends Error {
  readonly code:
    | 'database-in-use'
    | 'database-of-another-user'
    | 'database-folder-closed'
    | 'database-no-binaries'
    | 'database-no-password'
    | 'database-start-failed'
    | 'database-other-version';
  constructor(code: EmbeddedError['code'], detail: string) {
    super(detail);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}

export type Secret = { owner: string; app: string };

export const OWNER = 'thidua_owner';
export const APP = 'thidua_app';
export const DATABASE = 'thidua';

export const clusterOf = (folder: string): string => join(folder, 'pg');

/** Whom the server runs as: null for ourselves. Refuses data that belong to somebody else. */
export function userFor(folder: string, unprivileged: User | null): User | null {
  const cluster = clusterOf(folder);
  if (process.platform === 'win32' || !existsSync(cluster)) return unprivileged;
  const { uid, gid } = statSync(cluster);
  // As root: whoever made the data keeps them.
  if (unprivileged && uid !== 0) return { uid, gid };
  const own = process.getuid?.() ?? uid;
  if (unprivileged || uid !== own) throw new EmbeddedError('database-of-another-user', `${cluster} (uid ${uid})`);
  return null;
}

/** The generated passwords, made once: of two starts at the same moment one makes them and both use them. */
export function secretOf(folder: string): Secret {
  const path = join(folder, 'secret.json');
  if (!existsSync(path)) {
    if (existsSync(clusterOf(folder))) throw new EmbeddedError('database-no-password', path);
    const secret: Secret = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
    const fresh = `${path}.new-${process.pid}`;
    const file = openSync(fresh, 'w', 0o600);
    writeFileSync(file, JSON.stringify(secret));
    fsyncSync(file);
    closeSync(file);
    try {
      linkSync(fresh, path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    }
    rmSync(fresh, { force: true });
    syncFolder(folder);
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Secret;
  } catch {
    // Unreadable for this user, or not ours.
    throw new EmbeddedError('database-no-password', path);
  }
}

/** A renamed file or folder survives a power cut only once its parent is written. Windows cannot open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

type Making = { folder: string; engine: Engine; user: User | null; secret: Secret };

/** initdb beside the final place, renamed when whole, so that a set-up cut off is never taken for a cluster. */
export async function makeCluster({ folder, engine, user, secret }: Making): Promise<void> {
  sweepUnfinished(folder);
  const cluster = clusterOf(folder);
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (version !== engine.major) throw new EmbeddedError('database-other-version', `${version}, ${engine.major}`);
    return;
  }
  const fresh = join(folder, `pg.new-${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = join(folder, `password.new-${process.pid}`);
  writeFileSync(passwordFile, secret.owner, { mode: 0o600 });
  if (user) for (const path of [fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  const how = ['-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--data-checksums'];
  // Case folding of every Vietnamese letter and a byte order that no library update changes; people's order is asked for by name.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    await finish(
      spawn(engine.initdb, ['-D', fresh, ...how, ...locale], {
        ...user,
        cwd: '/',
        env: engine.env,
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
    renameWhole(fresh, cluster);
    syncFolder(folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Of two set-ups at the same moment the first stays. */
function renameWhole(fresh: string, cluster: string): void {
  try {
    renameSync(fresh, cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

/** Removes what set-ups that died left behind; one that still runs is left alone. */
function sweepUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^(?:pg|password|engine-[\w.-]+|secret\.json)\.new-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || (pid !== process.pid && processMark(pid)?.command.includes('node'))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
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

/** Makes the data folder; the server's uid must be able to pass through it, but not to list it. */
export function openFolder(folder: string, user: User | null): void {
  try {
    mkdirSync(folder, { recursive: true, mode: user ? 0o711 : 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (!user) return;
    const { mode, uid } = statSync(folder);
    if ((mode & (uid === user.uid ? 0o100 : 0o001)) === 0) chmodSync(folder, mode | 0o111);
  } catch (error) {
    throw new EmbeddedError(
      'database-folder-closed',
      `${folder}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
