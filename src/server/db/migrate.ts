/**
 * Applies `migrations/*.sql` in order: plain SQL, forward only, each in its own transaction, under an advisory lock so
 * that several processes may start at once. An applied file never changes: its checksum is kept and compared.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export type Migration = { name: string; sql: string; checksum: string };

/** A migration that may not run: which file and why. */
export class MigrationError extends Error {
  readonly code:
    | 'migration-changed'
    | 'migration-missing'
    | 'migration-order'
    | 'migration-failed'
    | 'migration-old-server';
  readonly migration: string;
  constructor(code: MigrationError['code'], migration: string, detail: string) {
    super(`${migration}: ${detail}`);
    this.name = 'MigrationError';
    this.code = code;
    this.migration = migration;
  }
}

/** Held while tables are made or changed. */
export const MIGRATION_LOCK = 8_386_400_021;
const EXCLUSIVE_LOCK = 8_386_400_023;
const OLDEST_SERVER = 150_000;

/** The table of what was applied. */
export const LEDGER = `
CREATE TABLE IF NOT EXISTS migrations (
  name text PRIMARY KEY,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE migrations IS 'Which migrations this database has.';
COMMENT ON COLUMN migrations.name IS 'File name.';
COMMENT ON COLUMN migrations.checksum IS 'SHA-256 of the file as it was applied.';
COMMENT ON COLUMN migrations.applied_at IS 'When.';`;

/** The files of `folder` in order. Names are "0001-words.sql"; numbers may leave gaps, but none comes twice. */
export function listMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name, index, names) => {
      if (names[index - 1]?.slice(0, 4) === name.slice(0, 4))
        throw new MigrationError('migration-order', name, 'its number comes twice');
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings the database at `url` up to `migrations` and gives `appRole` its rights; returns the names applied now.
 *
 * Throws {@link MigrationError}: an applied file was changed or is gone, a new one comes before an applied one, a file
 * fails (nothing of it stays), or the server is older than PostgreSQL 15.
 */
export async function migrate(options: {
  url: string;
  migrations: Migration[];
  appRole: string | null;
}): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const server = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    const version = Number(server.rows[0]?.server_version_num);
    if (version < OLDEST_SERVER)
      throw new MigrationError('migration-old-server', 'PostgreSQL', `${version} < ${OLDEST_SERVER}`);
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(LEDGER);
    const applied = await client.query<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM migrations ORDER BY name',
    );
    refuseChanged(applied.rows, options.migrations);
    const done = new Set(applied.rows.map((row) => row.name));
    const open = options.migrations.filter((migration) => !done.has(migration.name));
    const last = applied.rows.at(-1)?.name ?? '';
    const late = open.find((migration) => migration.name < last);
    if (late) throw new MigrationError('migration-order', late.name, `comes before ${last}, which was applied`);
    for (const migration of open) await apply(client, migration);
    if (options.appRole) await grant(client, options.appRole);
    return open.map((migration) => migration.name);
  } finally {
    // Ends the session, and with it the lock.
    await client.end();
  }
}

function refuseChanged(applied: { name: string; checksum: string }[], migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const { name, checksum } of applied) {
    const now = known.get(name);
    if (now === undefined) throw new MigrationError('migration-missing', name, 'applied here, but not among the files');
    if (now !== checksum) throw new MigrationError('migration-changed', name, 'changed after it was applied');
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [migration.name, migration.checksum]);
    await client.query('COMMIT');
  } catch (error) {
    // With the connection gone the server has rolled back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    throw new MigrationError(
      'migration-failed',
      migration.name,
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** The application reads and writes rows; it never changes tables, and the ledger of migrations is not its own. */
async function grant(client: pg.Client, role: string): Promise<void> {
  const owner = await client.query<{ role: string }>('SELECT current_user AS role');
  if (owner.rows[0]?.role === role) return;
  const name = pg.escapeIdentifier(role);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${name}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE ON migrations FROM ${name}`);
  // The chain is appended to and its payloads can be blanked; nothing of it goes away.
  await client.query(`REVOKE UPDATE, DELETE ON audit_entries FROM ${name}`);
  await client.query(`REVOKE DELETE ON audit_payloads, audit_heads FROM ${name}`);
  await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name}`);
  const doors = await client.query("SELECT FROM pg_namespace WHERE nspname = 'door'");
  if (doors.rowCount === 0) return;
  await client.query(`GRANT USAGE ON SCHEMA door TO ${name}`);
  await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA door TO ${name}`);
}

/** Runs `work` while no other process does the same over this database. */
export async function exclusively(url: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [EXCLUSIVE_LOCK]);
    await work();
  } finally {
    await client.end();
  }
}

/** Empties every table but those of `kept`: only for sample data that were cut off while being loaded. */
export async function emptyTables(url: string, kept: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)",
      [kept],
    );
    const tables = rows.map((row) => pg.escapeIdentifier(row.name));
    if (tables.length === 0) return;
    await client.query('BEGIN');
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await client.query(`TRUNCATE ${tables.join(', ')}`);
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
