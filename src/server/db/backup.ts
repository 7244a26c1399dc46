/**
 * Writes a backup: every table in one snapshot, while the application goes on working. It runs as the owner of the
 * tables, whom the wall between provinces does not hold; nothing is kept in memory but the piece on its way.
 */

import { createHash, type Hash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import {
  BACKUP_FORMAT,
  BackupError,
  type BackupPart,
  MANIFEST,
  type Manifest,
  PRODUCT,
  SUMS,
  sha256Hex,
  sumsOf,
} from './backup-folder.ts';
import { type CopiedTable, copyOut, ledgerOf, openClient, PLAIN_FORMS, tablesToCopy } from './copy-tables.ts';
import { processMark } from './processes.ts';

/** Held on the database while a backup or a rehearsal of it runs: one at a time, and a row about it without the lock is of one that died. */
export const BACKUP_LOCK = 8_386_400_024;

export type BackupOrder = {
  /** The owner's address. */
  url: string;
  /** Must not exist; appears when the backup is whole. */
  folder: string;
  version: string;
  now: () => string;
  /** Parts as they are rather than packed. */
  plain?: boolean;
  /** Told which table it is at. */
  progress?: (table: string, at: number, of: number) => void;
};

/** Backs the database up into `folder`; what it wrote there. Throws {@link BackupError} and leaves nothing behind. */
export async function backUp(order: BackupOrder): Promise<Manifest> {
  const folder = resolve(order.folder);
  const there = await stat(folder).then(
    () => true,
    () => false,
  );
  if (there) throw new BackupError('backup-there-already', folder);
  const fresh = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await sweepUnfinished(folder);
    await mkdir(join(fresh, 'tables'), { recursive: true, mode: 0o700 });
    await chmod(fresh, 0o700);
    const manifest = await underLock(order.url, (client) => writeAll(client, fresh, order));
    await rename(fresh, folder);
    await syncFolder(dirname(folder));
    return manifest;
  } catch (error) {
    // What cannot be removed either must not hide why.
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    throw asBackupError(error, folder);
  }
}

/** Runs `work` on a connection that holds the lock of backups. Throws `backup-busy` where another one runs. */
export async function underLock<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await openClient(url);
  try {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [BACKUP_LOCK]);
    if (!rows[0]?.taken) throw new BackupError('backup-busy', '');
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What backups that were killed left beside their place. */
async function sweepUnfinished(folder: string): Promise<void> {
  const parent = dirname(folder);
  const start = `${basename(folder)}.new-`;
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = name.startsWith(start) ? Number(name.slice(start.length).split('-')[0]) : Number.NaN;
    if (Number.isSafeInteger(pid) && !processMark(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function writeAll(client: pg.Client, fresh: string, order: BackupOrder): Promise<Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(PLAIN_FORMS);
  const migrations = await ledgerOf(client);
  if (migrations === null) throw new BackupError('backup-no-database', '');
  const madeAt = order.now();
  const about = await aboutDatabase(client);
  const tables = await tablesToCopy(client);
  const parts: BackupPart[] = [];
  for (const [at, table] of tables.entries()) {
    order.progress?.(table.name, at + 1, tables.length);
    parts.push(await writePart(client, fresh, table, order.plain ?? false));
  }
  const manifest: Manifest = {
    format: BACKUP_FORMAT,
    product: PRODUCT,
    version: order.version,
    madeAt,
    ...about,
    migrations,
    parts,
    // Not part of the snapshot: read last, so that they are never behind the rows.
    sequences: await sequencesOf(client),
  };
  await client.query('COMMIT');
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeWhole(join(fresh, MANIFEST), text);
  await writeWhole(join(fresh, SUMS), sumsOf(manifest, sha256Hex(text)));
  await syncFolder(join(fresh, 'tables'));
  await syncFolder(fresh);
  return manifest;
}

async function aboutDatabase(client: pg.Client): Promise<Pick<Manifest, 'kind' | 'server' | 'auditHeads'>> {
  const server = await client.query<{ server_version: string }>('SHOW server_version');
  const kind = await client.query<{ kind: string }>('SELECT kind FROM installation');
  const heads = await client.query<{ province: string; rows: string; head: string }>(
    `SELECT p.name AS province, h.count::text AS rows, encode(h.hash, 'hex') AS head
     FROM audit_heads h JOIN provinces p ON p.id = h.province_id ORDER BY p.name COLLATE "C"`,
  );
  return {
    server: server.rows[0]?.server_version ?? '',
    kind: kind.rows[0]?.kind ?? 'real',
    auditHeads: heads.rows,
  };
}

async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY relname",
  );
  const found: Manifest['sequences'] = [];
  for (const { name } of rows) {
    const at = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${name}`,
    );
    for (const row of at.rows) found.push({ name, ...row });
  }
  return found;
}

async function writePart(client: pg.Client, fresh: string, table: CopiedTable, plain: boolean): Promise<BackupPart> {
  const file = `tables/${table.name}.copy${plain ? '' : '.gz'}`;
  const content = createHash('sha256');
  const packed = createHash('sha256');
  const counted = { bytes: 0 };
  const rows = copyOut(client, table);
  // A quick level: most of the weight is files that are packed already, spelled in hexadecimal digits.
  const packing = plain ? [] : [createGzip({ level: 3 })];
  const target = createWriteStream(join(fresh, file), { mode: 0o600, flush: true });
  await pipeline([rows, hashing(content), ...packing, hashing(packed, counted), target]);
  return {
    table: table.name,
    columns: table.columns,
    file,
    rows: rows.rowCount,
    bytes: counted.bytes,
    sha256: packed.digest('hex'),
    contentSha256: content.digest('hex'),
  };
}

/** Lets bytes through and hashes them. */
export function hashing(hash: Hash, counted: { bytes: number } = { bytes: 0 }): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      counted.bytes += chunk.length;
      done(null, chunk);
    },
  });
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What was renamed or made survives a power cut only once its folder is written. Windows cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function asBackupError(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupError('backup-no-space', folder);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(code))
    return new BackupError('backup-folder-closed', error instanceof Error ? error.message : folder);
  return error;
}
