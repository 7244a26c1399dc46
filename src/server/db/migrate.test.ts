import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseTypes } from '../../../scripts/table-types.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { ROLES } from '../../core/rules/access.ts';
import { ORGANISATION_KINDS, ORGANISATION_LEVELS, SUCCESSIONS } from '../../core/rules/organisations.ts';
import { connect } from './connect.ts';
import { emptyTables, listMigrations, migrate } from './migrate.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'thidua-migrations-'));
const drops: (() => Promise<void>)[] = [];
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  for (const drop of drops) await drop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const files = (sources: Record<string, string>) => {
  const own = mkdtempSync(join(folder, 'set-'));
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(own, name), text);
  return own;
};
const newDatabase = async () => {
  const made = await emptyDatabase();
  drops.push(made.drop);
  return made.url;
};
const run = (url: string, own: string) => migrate({ url, migrations: listMigrations(own), appRole: null });
async function ask<T>(url: string, query: ReturnType<typeof sql<T>>): Promise<T[]> {
  const { db, close } = connect(url, { max: 1 });
  try {
    return (await query.execute(db)).rows;
  } finally {
    await close();
  }
}
const applied = (url: string) => ask(url, sql<{ name: string }>`SELECT name FROM migrations ORDER BY name`);

describe('migrations', () => {
  const two = {
    '0001-first.sql': 'CREATE TABLE first (n integer);',
    '0002-second.sql': 'CREATE TABLE second (n integer);',
  };

  it('are applied in order, once', async () => {
    const url = await newDatabase();
    expect(await run(url, files(two))).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await run(url, files(two))).toEqual([]);
    const more = files({ ...two, '0010-third.sql': 'ALTER TABLE first ADD m integer;' });
    expect(await run(url, more)).toEqual(['0010-third.sql']);
  });

  it('are applied once when several processes start at the same moment', async () => {
    const url = await newDatabase();
    const own = files({ '0001-first.sql': 'CREATE TABLE first (n integer); INSERT INTO first VALUES (1);' });
    const done = await Promise.all(Array.from({ length: 6 }, () => run(url, own)));
    expect(done.flat()).toEqual(['0001-first.sql']);
    expect(await ask(url, sql`SELECT n FROM first`)).toEqual([{ n: 1 }]);
  });

  it('refuse an applied file that was changed, line ends apart', async () => {
    const url = await newDatabase();
    await run(url, files({ '0001-first.sql': 'CREATE TABLE first\n(n integer);\n' }));
    expect(await run(url, files({ '0001-first.sql': 'CREATE TABLE first\r\n(n integer);\r\n' }))).toEqual([]);
    await expect(run(url, files({ '0001-first.sql': 'CREATE TABLE first (n bigint);' }))).rejects.toMatchObject({
      code: 'migration-changed',
      migration: '0001-first.sql',
    });
  });

  it('refuse a database that is newer than the files', async () => {
    const url = await newDatabase();
    await run(url, files(two));
    await expect(run(url, files({ '0001-first.sql': two['0001-first.sql'] }))).rejects.toMatchObject({
      code: 'migration-missing',
      migration: '0002-second.sql',
    });
  });

  it('refuse a file that comes before an applied one, and a number that comes twice', async () => {
    const url = await newDatabase();
    await run(url, files({ '0002-second.sql': two['0002-second.sql'] }));
    await expect(run(url, files(two))).rejects.toMatchObject({ code: 'migration-order', migration: '0001-first.sql' });
    expect(() => listMigrations(files({ '0001-a.sql': '', '0001-b.sql': '' }))).toThrow('twice');
  });

  it('leave nothing of one that fails, and keep those before it', async () => {
    const url = await newDatabase();
    const broken = files({ ...two, '0002-second.sql': 'CREATE TABLE second (n integer); SELECT nowhere;' });
    await expect(run(url, broken)).rejects.toMatchObject({ code: 'migration-failed', migration: '0002-second.sql' });
    expect(await applied(url)).toEqual([{ name: '0001-first.sql' }]);
    expect(await ask(url, sql`SELECT to_regclass('second') AS there`)).toEqual([{ there: null }]);
    expect(await run(url, files(two))).toEqual(['0002-second.sql']);
  });

  it('begin again when the process is killed in the middle of one', async () => {
    const url = await newDatabase();
    const waiting = files({
      ...two,
      '0002-second.sql': 'CREATE TABLE second (n integer); SELECT pg_sleep(600);',
    });
    const script = `import { listMigrations, migrate } from './src/server/db/migrate.ts';
      await migrate({ url: ${JSON.stringify(url)}, migrations: listMigrations(${JSON.stringify(waiting)}), appRole: null });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: ROOT });
    const sleeping = sql<{
      pid: number;
    }>`SELECT pid FROM pg_stat_activity WHERE query LIKE 'CREATE TABLE second%' AND datname = current_database() AND pid <> pg_backend_pid()`;
    while ((await ask(url, sleeping)).length === 0) expect(child.exitCode).toBeNull();
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    // The server notices when it next speaks to the dead; a wait of ten minutes ends here by hand.
    await ask(url, sql`SELECT pg_terminate_backend(pid) FROM (${sleeping}) AS left_over`);
    expect(await run(url, files(two))).toEqual(['0002-second.sql']);
    expect(await ask(url, sql`SELECT to_regclass('second') IS NOT NULL AS there`)).toEqual([{ there: true }]);
  });

  it('give the application rows to read and write, and no more', async () => {
    const { db } = database;
    await expect(sql`CREATE TABLE own (n integer)`.execute(db)).rejects.toMatchObject({ code: '42501' });
    await expect(sql`ALTER TABLE accounts ADD n integer`.execute(db)).rejects.toMatchObject({ code: '42501' });
    await expect(sql`DELETE FROM migrations`.execute(db)).rejects.toMatchObject({ code: '42501' });
    await expect(sql`DROP TABLE accounts`.execute(db)).rejects.toMatchObject({ code: '42501' });
    expect((await sql`SELECT name FROM migrations`.execute(db)).rows.length).toBeGreaterThan(2);
  });

  it('do not take rights from an owner who is also the application', async () => {
    const url = await newDatabase();
    const [me] = await ask(url, sql<{ role: string }>`SELECT current_user AS role`);
    await migrate({ url, migrations: listMigrations(join(ROOT, 'migrations')), appRole: me?.role ?? '' });
    expect(
      await migrate({ url, migrations: listMigrations(join(ROOT, 'migrations')), appRole: me?.role ?? '' }),
    ).toEqual([]);
  });

  it('can be emptied of sample data, the chain included', async () => {
    const copy = await freshDatabase();
    await copy.owner.db.insertInto('provinces').values({ id: randomUUID(), name: 'Tỉnh Mẫu' }).execute();
    const owner = new URL(copy.url);
    const admin = new URL(await newDatabase());
    owner.username = admin.username;
    owner.password = admin.password;
    await emptyTables(owner.href, ['migrations', 'installation']);
    expect(await copy.owner.db.selectFrom('provinces').selectAll().execute()).toEqual([]);
    expect((await sql`SELECT name FROM migrations`.execute(copy.db)).rows.length).toBeGreaterThan(2);
    await expect(sql`TRUNCATE audit_entries CASCADE`.execute(copy.owner.db)).rejects.toMatchObject({ code: '42501' });
    await copy.drop();
  });
});

describe('the schema', () => {
  it('has a comment on every table, column and function', async () => {
    const { rows } = await sql<{ what: string }>`
      SELECT c.relname AS what FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND obj_description(c.oid, 'pg_class') IS NULL
      UNION ALL
      SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
        AND coalesce(trim(col_description(c.oid, a.attnum)), '') = ''
      UNION ALL
      SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'public' AND obj_description(p.oid, 'pg_proc') IS NULL
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`.execute(database.db);
    expect(rows.map((row) => row.what)).toEqual([]);
  });

  it('uses only extensions that every managed server trusts', async () => {
    const { rows } = await sql<{ name: string }>`SELECT extname AS name FROM pg_extension ORDER BY 1`.execute(
      database.db,
    );
    expect(rows.map((row) => row.name)).toEqual(['pg_trgm', 'plpgsql', 'unaccent']);
  });

  it('has a province on every row that belongs to one', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'province_id' AND a.attnotnull)
      ORDER BY 1`.execute(database.db);
    expect(rows.map((row) => row.name)).toEqual([
      'backups',
      'challenges',
      'installation',
      'migrations',
      'provinces',
      'set_up_codes',
      'sign_in_attempts',
    ]);
  });

  it('knows the same closed lists as the rules', async () => {
    const listOf = async (constraint: string) => {
      const { rows } = await sql<{ text: string }>`
        SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = ${constraint}`.execute(database.db);
      return [...(rows[0]?.text ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1]).sort();
    };
    expect(await listOf('posts_role_known')).toEqual([...ROLES].sort());
    expect(await listOf('organisations_kind_known')).toEqual([...ORGANISATION_KINDS].sort());
    expect(await listOf('organisations_level_known')).toEqual([...ORGANISATION_LEVELS].sort());
    expect(await listOf('organisation_successions_how_known')).toEqual([...SUCCESSIONS].sort());
  });

  it('is what tables.generated.ts says', async () => {
    const text = await databaseTypes(database.owner.db);
    expect(text).toBe(readFileSync(join(import.meta.dirname, 'tables.generated.ts'), 'utf8'));
  });
});

describe('values', () => {
  it('arrive exact, and dates as they are written', async () => {
    const { rows } = await sql`SELECT '2026-02-28'::date AS day, 'infinity'::date AS ever,
      '2026-06-30 23:30:00.1239+07'::timestamptz AS instant, 9950.30::numeric AS figure,
      9007199254740993::bigint AS big, ARRAY['2026-01-01'::date, NULL] AS days, ARRAY[0.10, 2] AS figures, count(*) AS n FROM (VALUES (1)) AS v`.execute(
      database.db,
    );
    expect(rows).toEqual([
      {
        day: '2026-02-28',
        ever: 'infinity',
        instant: '2026-06-30T16:30:00.123Z',
        figure: '9950.30',
        big: '9007199254740993',
        days: ['2026-01-01', null],
        figures: ['0.10', '2'],
        n: '1',
      },
    ]);
  });
});
