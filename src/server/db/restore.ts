/**
 * Loads a backup: tables as they were when it was made, its rows, then whatever migrations came since; all in one
 * transaction, so that a restore that fails at any point leaves the database as it was found.
 */

import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { hashing, underLock } from './backup.ts';
import { BackupError, type BackupPart, checkBackup, type Manifest } from './backup-folder.ts';
import { copyOut, ledgerOf, openClient, PLAIN_FORMS, tablesToCopy } from './copy-tables.ts';
import { LEDGER, MIGRATION_LOCK, type Migration, migrate } from './migrate.ts';

export type RestoreOrder = {
  /** The owner's address. */
  url: string;
  folder: string;
  migrations: readonly Migration[];
  /** The application's role, which gets its rights anew; null where there is none of its own. */
  appRole: string | null;
  /** Name of what may be thrown away (see {@link nameOf}); null restores into an empty database only. */
  replace: string | null;
  /** What the place is for, 'demo' or 'real'; null where the backup decides. */
  kind: string | null;
  /** Reads every table back and compares it with the backup, before anything newer is applied. */
  compare?: boolean;
  progress?: (table: string, at: number, of: number) => void;
};

export type Restored = { manifest: Manifest; migrated: string[] };

/** Restores the backup in `folder` into the database at `url`. Throws {@link BackupError}; then nothing was changed. */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const manifest = await checkBackup(order.folder, order.migrations);
  if (order.kind !== null && manifest.kind !== order.kind) throw new BackupError('restore-other-kind', manifest.kind);
  const client = await openClient(order.url);
  let migrated: string[];
  try {
    // A server that starts meanwhile waits here with its migrations.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('BEGIN');
    await client.query(PLAIN_FORMS);
    await refuseOthers(client);
    await makeRoom(client, order.replace);
    migrated = await load(client, order, manifest);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    // Ends the transaction too: what was not committed did not happen.
    await client.end();
  }
  await migrate({ url: order.url, migrations: [...order.migrations], appRole: order.appRole });
  return { manifest, migrated };
}

/** Nobody else may be at work: a server would go on with what it remembers of the old rows. */
async function refuseOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  const others = rows[0]?.others ?? 0;
  if (others > 0) throw new BackupError('restore-in-use', String(others));
}

/**
 * What a database is called when its rows are to be thrown away: its only province, or with several the database
 * itself. Null where there is nothing to lose.
 */
export async function nameOf(client: pg.Client): Promise<string | null> {
  if ((await ledgerOf(client)) === null) return null;
  const there = await client.query("SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'provinces'");
  if (there.rowCount === 0) return null;
  const { rows } = await client.query<{ name: string; database: string }>(
    'SELECT name, current_database() AS database FROM public.provinces LIMIT 2',
  );
  const [first, second] = rows;
  return (second ? first?.database : first?.name) ?? null;
}

async function makeRoom(client: pg.Client, replace: string | null): Promise<void> {
  const { rows: tables } = await client.query<{ name: string; kind: string }>(`
    SELECT c.oid::regclass::text AS name, CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END AS kind FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`);
  if (tables.length === 0) return;
  if ((await ledgerOf(client)) === null)
    throw new BackupError(
      'restore-foreign-tables',
      tables
        .map(({ name }) => name)
        .slice(0, 5)
        .join(', '),
    );
  const name = await nameOf(client);
  if (name !== null && replace?.normalize('NFC').trim() !== name) throw new BackupError('restore-not-empty', name);
  await client.query('DROP SCHEMA IF EXISTS door CASCADE');
  // A view may go with the table it shows.
  for (const { name: gone, kind } of tables) await client.query(`DROP ${kind} IF EXISTS ${gone} CASCADE`);
  const { rows: routines } = await client.query<{ name: string }>(`
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`);
  for (const routine of routines) await client.query(`DROP ROUTINE IF EXISTS ${routine.name} CASCADE`);
}

async function load(client: pg.Client, order: RestoreOrder, manifest: Manifest): Promise<string[]> {
  await client.query(LEDGER);
  const then = new Set(manifest.migrations.map(({ name }) => name));
  for (const migration of order.migrations) if (then.has(migration.name)) await client.query(migration.sql);
  // A migration may have said otherwise for its transaction.
  await client.query(PLAIN_FORMS);
  const made = (await tablesToCopy(client)).map(({ name }) => name);
  const missing = manifest.parts.find(({ table }) => !made.includes(table));
  const unsaved = made.find((name) => !manifest.parts.some(({ table }) => table === name));
  if (missing || unsaved) throw new BackupError('restore-differs', missing?.table ?? unsaved ?? '');
  const keys = await takeKeysAway(client);
  for (const [at, part] of manifest.parts.entries()) {
    order.progress?.(part.table, at + 1, manifest.parts.length);
    await loadPart(client, order.folder, part);
  }
  for (const { name, value, called } of manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, value, called]);
  // Each key is checked for all rows at once as it comes back: no row may point to nowhere.
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`);
  await client.query(made.map((table) => `ALTER TABLE ${pg.escapeIdentifier(table)} ENABLE TRIGGER USER`).join('; '));
  if (order.compare) await compareAll(client, manifest);
  return applyNewer(client, order.migrations, then);
}

type Key = { table: string; name: string; definition: string };

/** Keys between tables and the product's own triggers would each want another order of loading. */
async function takeKeysAway(client: pg.Client): Promise<Key[]> {
  const { rows } = await client.query<Key>(`
    SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`);
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`);
  for (const { name } of await tablesToCopy(client)) {
    await client.query(`ALTER TABLE ${pg.escapeIdentifier(name)} DISABLE TRIGGER USER`);
    // A migration may have filled it; the rows of the backup are all there is.
    await client.query(`DELETE FROM ${pg.escapeIdentifier(name)}`);
  }
  return rows;
}

async function loadPart(client: pg.Client, folder: string, part: BackupPart): Promise<void> {
  const columns = part.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyFrom(`COPY ${pg.escapeIdentifier(part.table)} (${columns}) FROM STDIN`));
  const packed = createHash('sha256');
  const content = createHash('sha256');
  const unpacking = part.file.endsWith('.gz') ? [createGunzip()] : [];
  await pipeline([createReadStream(join(folder, part.file)), hashing(packed), ...unpacking, hashing(content), rows]);
  // The file may have changed since it was checked.
  const same = packed.digest('hex') === part.sha256 && content.digest('hex') === part.contentSha256;
  if (!same || rows.rowCount !== part.rows) throw new BackupError('restore-differs', part.table);
}

/** What lies in the database now, table by table, against what the backup says. */
async function compareAll(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const table of await tablesToCopy(client)) {
    const part = manifest.parts.find((one) => one.table === table.name);
    const rows = copyOut(client, table);
    const hash = createHash('sha256');
    await pipeline(rows, hashing(hash), new Writable({ write: (_chunk, _encoding, done) => done() }));
    if (hash.digest('hex') !== part?.contentSha256 || rows.rowCount !== part.rows)
      throw new BackupError('restore-differs', table.name);
  }
}

async function applyNewer(
  client: pg.Client,
  migrations: readonly Migration[],
  then: ReadonlySet<string>,
): Promise<string[]> {
  const newer = migrations.filter(({ name }) => !then.has(name));
  for (const { name, sql, checksum } of newer) {
    await client.query(sql);
    await client.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
  }
  return newer.map(({ name }) => name);
}

const SCRATCH = 'thidua_rehearsal_';

/**
 * Restores a backup into a database made for it on the same server, reads everything back, lets `look` check further,
 * and throws the database away. Throws {@link BackupError}: what a real restore would say, or `rehearsal-not-allowed`
 * where the owner may not make databases.
 */
export async function rehearse<T>(
  order: Pick<RestoreOrder, 'url' | 'folder' | 'migrations' | 'progress'>,
  look: (url: string) => Promise<T>,
): Promise<Restored & { found: T }> {
  return underLock(order.url, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const own = `${SCRATCH}${createHash('sha256')
      .update(rows[0]?.name ?? '')
      .digest('hex')
      .slice(0, 10)}_`;
    // Under the lock: whatever is left with this start belongs to a rehearsal that died.
    const left = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [own],
    );
    for (const { name } of left.rows) await drop(client, name);
    const name = own + randomBytes(4).toString('hex');
    await makeScratch(client, name);
    try {
      const scratch = new URL(order.url);
      scratch.pathname = `/${name}`;
      const restored = await restore({
        ...order,
        url: scratch.href,
        appRole: null,
        replace: null,
        kind: null,
        compare: true,
      });
      return { ...restored, found: await look(scratch.href) };
    } finally {
      await drop(client, name);
    }
  });
}

const drop = (client: pg.Client, name: string) =>
  client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);

async function makeScratch(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === '42501') throw new BackupError('rehearsal-not-allowed', '');
    throw error;
  }
}
