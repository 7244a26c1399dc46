import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DB } from '../../src/server/db/tables.generated.ts';
import { allProvinces, inProvince, wallStands } from '../../src/server/wall.ts';
import { buildProvince, freshDatabase, type TestDatabase } from '../support/database.ts';

/** Tables that belong to no province. Everything else stands behind the wall. */
const OF_NO_PROVINCE = ['backups', 'challenges', 'installation', 'migrations', 'set_up_codes', 'sign_in_attempts'];

/** One row a province, or a province and day: the one planted is there already. */
const ONCE = ['audit_heads', 'holidays', 'rolled_rounds'];

/** The ways through the wall, by hand: each gives provinces, or a yes, for what its asker brings; a session's token gives who sits behind it. */
const DOORS = [
  'province_of_access_token(token bytea) → uuid',
  'province_of_identity(of_issuer text, of_subject text) → uuid',
  'province_of_link(token bytea) → uuid',
  'province_of_name(called text) → uuid',
  'province_of_passkey(credential text) → uuid',
  'province_of_session(token bytea) → uuid',
  'provinces() → SETOF uuid',
  'provinces_to_roll() → SETOF uuid',
  'provinces_with_jobs() → SETOF uuid',
  'provinces_with_readings(wanted text) → SETOF uuid',
  'sitting_of_session(token bytea, at timestamp with time zone, day_in_vietnam date) → TABLE(account_id uuid, demo boolean, must_change_password boolean, post_id uuid, post_title text, own_title text, roles text[], organisation_id uuid, province_id uuid, today date, deputation_id uuid, session_id uuid, seen_at timestamp with time zone, created_at timestamp with time zone)',
  'somebody_there() → boolean',
];

let database: TestDatabase;
let here: string;
let elsewhere: string;
/** Every table of the schema but those of no province: from the catalogue, so that a new one is asked too. */
let walled: string[];

beforeAll(async () => {
  database = await freshDatabase();
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1`.execute(database.owner.db);
  walled = rows.map(({ name }) => name).filter((name) => !OF_NO_PROVINCE.includes(name));
  here = (await buildProvince(database)).id;
  elsewhere = (await buildProvince(database)).id;
  await dropRules();
  for (const table of walled)
    for (const province of [here, elsewhere])
      if (table !== 'provinces') await plant(database.owner.db, table, province);
});
afterAll(() => database.drop());

/** Takes keys to other tables and checks of values away, in this copy: what is asked here is the wall alone. */
async function dropRules(): Promise<void> {
  const { rows } = await sql<{ name: string; table: string }>`
    SELECT conname AS name, conrelid::regclass::text AS "table" FROM pg_constraint c
    JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = 'public' AND contype IN ('c', 'f')
    ORDER BY contype`.execute(database.owner.db);
  for (const { name, table } of rows)
    await sql`ALTER TABLE ${sql.table(table)} DROP CONSTRAINT IF EXISTS ${sql.ref(name)} CASCADE`.execute(
      database.owner.db,
    );
  // Nor does anything follow from a row here: what is planted makes no sense to anybody.
  const { rows: following } = await sql<{ name: string; table: string }>`
    SELECT tgname AS name, tgrelid::regclass::text AS "table" FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'note\\_%'`.execute(
    database.owner.db,
  );
  for (const { name, table } of following)
    await sql`ALTER TABLE ${sql.table(table)} DISABLE TRIGGER ${sql.ref(name)}`.execute(database.owner.db);
}

const keyOf = (table: string) => (table === 'provinces' ? 'id' : 'province_id');

/** A row of `table` that belongs to `province`: what must not be null, of any value. */
async function plant(db: Pick<Kysely<DB>, 'getExecutor'>, table: string, province: string): Promise<void> {
  const { rows: columns } = await sql<{ name: string; type: string }>`
    SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
      AND (attnotnull OR attname = ${keyOf(table)}) ORDER BY attnum`.execute(database.owner.db);
  const values = columns.map(({ name, type }) => {
    const value = name === keyOf(table) ? province : anyOf(type);
    return sql`${sql.lit(value)}::${sql.raw(type)}`;
  });
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
    VALUES (${sql.join(values)})`.execute(db as Kysely<DB>);
}

function anyOf(type: string): string {
  if (type === 'uuid') return randomUUID();
  if (type === 'bytea') return `\\x${randomUUID().replaceAll('-', '')}`;
  if (type === 'date' || type.startsWith('timestamp')) return '2026-06-30';
  if (type === 'boolean') return 'true';
  if (type.startsWith('json')) return '{}';
  if (type.endsWith('[]')) return '{}';
  return /^(integer|bigint|smallint|numeric|real)/.test(type) ? String(Math.floor(Math.random() * 1e9)) : randomUUID();
}

const provincesIn = async (db: Pick<Kysely<DB>, 'getExecutor'>, table: string): Promise<string[]> => {
  const { rows } = await sql<{ province: string }>`
    SELECT DISTINCT ${sql.ref(keyOf(table))} AS province FROM ${sql.table(table)}`.execute(db as Kysely<DB>);
  return rows.map(({ province }) => province).sort();
};

/** Tables for which `holds` is not true. */
async function failing(holds: (table: string) => Promise<boolean>): Promise<string[]> {
  const failed: string[] = [];
  for (const table of walled) if (!(await holds(table))) failed.push(table);
  return failed;
}

/** PostgreSQL's name for a row that a policy does not let in, and for a right that was never given. */
const refuses = (work: Promise<unknown>) =>
  work.then(
    () => false,
    (error: { code?: string }) => error.code === '42501',
  );

describe('the wall between provinces', () => {
  it('stands before every table that belongs to one', async () => {
    const { rows } = await sql<{ name: string; walled: boolean; policies: string[] | null }>`
      SELECT c.relname AS name, c.relrowsecurity AS walled,
        (SELECT array_agg(polname || ' ' || polcmd::text || ' ' || polpermissive || ' ' || pg_get_expr(polqual, polrelid)
          || ' / ' || pg_get_expr(polwithcheck, polrelid)) FROM pg_policy WHERE polrelid = c.oid) AS policies
      FROM pg_class c WHERE c.oid = ANY (${walled}::regclass[])`.execute(database.owner.db);
    const own = (column: string) =>
      `(${column} = ( SELECT (NULLIF(current_setting('thidua.province'::text, true), ''::text))::uuid AS "nullif"))`;
    const wanted = (name: string) => `own_province * true ${own(keyOf(name))} / ${own(keyOf(name))}`;
    const without = rows.filter(({ name, walled: on, policies }) => !on || policies?.join() !== wanted(name));
    expect(without).toEqual([]);
    expect(rows.length).toBe(walled.length);
  });

  it('shows the owner both provinces in every table, so that what follows asks something', async () => {
    const both = [here, elsewhere].sort();
    expect(
      await failing(async (table) => (await provincesIn(database.owner.db, table)).join() === both.join()),
    ).toEqual([]);
  });

  it('shows nothing where no province is named', async () => {
    expect(await failing(async (table) => (await provincesIn(database.db, table)).length === 0)).toEqual([]);
    const blank = (table: string) =>
      database.db.transaction().execute(async (trx) => {
        await sql`SELECT set_config('thidua.province', '', true)`.execute(trx);
        return (await provincesIn(trx, table)).length === 0;
      });
    expect(await failing(blank)).toEqual([]);
  });

  it('shows only the province that is named', async () => {
    expect(
      await failing((table) =>
        inProvince(database.db, here, async (trx) => (await provincesIn(trx, table)).join() === here),
      ),
    ).toEqual([]);
  });

  it('takes no row of another province', async () => {
    expect(
      await failing((table) => refuses(inProvince(database.db, here, (trx) => plant(trx, table, elsewhere)))),
    ).toEqual([]);
    expect(await failing((table) => refuses(plant(database.db, table, here)))).toEqual([]);
  });

  it('takes rows of the own province', async () => {
    const taken = (table: string) =>
      inProvince(database.db, here, (trx) => plant(trx, table, here)).then(
        () => true,
        // The province itself is there once.
        (error: { code?: string }) => table === 'provinces' && error.code === '23505',
      );
    expect((await failing(taken)).filter((table) => !ONCE.includes(table))).toEqual([]);
  });

  it('lets no row move to another province, be changed there or go away there', async () => {
    const moved = (table: string) =>
      refuses(
        inProvince(database.db, here, (trx) =>
          sql`UPDATE ${sql.table(table)} SET ${sql.ref(keyOf(table))} = ${elsewhere}`.execute(trx),
        ),
      );
    expect(await failing(moved)).toEqual([]);
    const untouched = (table: string) =>
      inProvince(database.db, here, async (trx) => {
        const where = sql`WHERE ${sql.ref(keyOf(table))} = ${elsewhere}`;
        const changed = await sql`UPDATE ${sql.table(table)} SET ${sql.ref(keyOf(table))} = ${here} ${where}`.execute(
          trx,
        );
        const gone = await sql`DELETE FROM ${sql.table(table)} ${where}`.execute(trx);
        return changed.numAffectedRows === 0n && gone.numAffectedRows === 0n;
        // What may not be changed or taken out at all is refused as such.
      }).catch((error: { code?: string }) => error.code === '42501');
    expect(await failing(untouched)).toEqual([]);
  });

  it('is asked once a statement, and leaves the indexes their use', async () => {
    await sql`INSERT INTO targets (id, province_id, movement_id, position, name)
      SELECT gen_random_uuid(), ${here}, gen_random_uuid(), n, 'x' FROM generate_series(1, 5000) AS n`.execute(
      database.owner.db,
    );
    await sql`ANALYZE targets`.execute(database.owner.db);
    const { rows } = await inProvince(database.db, here, (trx) =>
      sql<{ 'QUERY PLAN': string }>`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF)
        SELECT name FROM targets WHERE movement_id = ${randomUUID()}`.execute(trx),
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/targets_by_movement/);
    expect(plan).toMatch(/InitPlan/);
    expect(plan).not.toMatch(/SubPlan|loops=[2-9]/);
  });

  it('stands for the application, and not for the owner', async () => {
    expect(await wallStands(database.db)).toBe(true);
    expect(await wallStands(database.owner.db)).toBe(false);
  });
});

describe('the doors', () => {
  it('are these, run as the owner on a fixed path, and nothing else of the schema does', async () => {
    const { rows } = await sql<{ schema: string; door: string; path: string | null; open: boolean }>`
      SELECT n.nspname AS schema, proname || '(' || pg_get_function_identity_arguments(p.oid) || ') → '
          || pg_get_function_result(p.oid) AS door,
        array_to_string(proconfig, ' ') AS path, has_schema_privilege('public', n.oid, 'USAGE') AS open
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND (prosecdef OR n.nspname = 'door')
      ORDER BY 2`.execute(database.owner.db);
    expect(rows.map(({ door }) => door)).toEqual(DOORS);
    for (const row of rows)
      expect(row).toMatchObject({ schema: 'door', path: 'search_path=pg_catalog, public, pg_temp', open: false });
  });

  it('let the application through', async () => {
    expect([...(await allProvinces(database.db))].sort()).toEqual([here, elsewhere].sort());
  });
});

describe("the application's role", () => {
  it('owns nothing and cannot pass walls', async () => {
    const { rows } = await sql<object>`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      (SELECT count(*) FROM pg_class WHERE relowner = r.oid) + (SELECT count(*) FROM pg_proc WHERE proowner = r.oid)
        + (SELECT count(*) FROM pg_namespace WHERE nspowner = r.oid) AS owned,
      (SELECT count(*) FROM pg_auth_members WHERE member = r.oid) AS memberships
      FROM pg_roles r WHERE rolname = current_user`.execute(database.db);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owned: '0',
        memberships: '0',
      },
    ]);
  });

  it('cannot take the wall down or become another', async () => {
    for (const statement of [
      sql`ALTER TABLE accounts DISABLE ROW LEVEL SECURITY`,
      sql`DROP POLICY own_province ON accounts`,
      sql`CREATE POLICY mine ON accounts USING (true)`,
      sql`SELECT wall_off('accounts')`,
      sql`SET SESSION AUTHORIZATION DEFAULT; SET ROLE pg_read_all_data`,
      sql`TRUNCATE accounts`,
      sql`CREATE FUNCTION door.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    ])
      expect([statement.compile(database.db).sql, await refuses(statement.execute(database.db))]).toEqual([
        statement.compile(database.db).sql,
        true,
      ]);
    await sql`SET row_security = off`.execute(database.db).catch(() => undefined);
    expect(await refuses(sql`SET LOCAL row_security = off; SELECT * FROM accounts`.execute(database.db))).toBe(true);
  });
});
