import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Role } from '../../src/core/rules/access.ts';
import type { World } from '../../src/server/act.ts';
import { connect, type Database } from '../../src/server/db/connect.ts';
import type { Viewer } from '../../src/server/read.ts';
import type { Template } from './server.ts';

/** `db` is the application's role, as in the product: it reads and writes rows, no more. */
export type TestDatabase = Database & {
  url: string;
  ownerUrl: string;
  /** The owner of the tables, for what the application must not be able to do. */
  owner: Database;
  /** What acts run in: a fixed instant, fresh ids. */
  world: World;
  drop: () => Promise<void>;
};

export const NOW = '2026-06-30T02:00:00.000Z';
export const TODAY = '2026-06-30';

async function template(): Promise<Template> {
  const answered = await fetch(inject('databaseDoor'));
  if (!answered.ok) throw new Error(await answered.text());
  return (await answered.json()) as Template;
}

const serverOf = (url: string) => {
  const server = new URL(url);
  server.pathname = '/postgres';
  return server.href;
};

/** A new database on the test's server, a clone of `from` or empty; its name. */
async function createDatabase(url: string, from: string | null): Promise<string> {
  const name = `${new URL(url).pathname.slice(1)}_${randomBytes(6).toString('hex')}`;
  await onServer(serverOf(url), async (client) => {
    // Cloning needs the template for itself; several test files take turns.
    await client.query('SELECT pg_advisory_lock(8386400022)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from ?? 'template0'}`);
  });
  return name;
}

/** A database without a table, for tests of migrating. The address is its owner's. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { url } = await template();
  const name = await createDatabase(url, null);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const drop = () => onServer(serverOf(url), (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { url: own.href, drop };
}

/** A database of this test's own, cloned from the migrated template. Call it in `beforeAll`, `drop` in `afterAll`. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { url: templateUrl, app } = await template();
  const name = await createDatabase(templateUrl, new URL(templateUrl).pathname.slice(1));
  const own = new URL(templateUrl);
  own.pathname = `/${name}`;
  const ownerUrl = own.href;
  const owner = connect(ownerUrl, { max: 2 });
  own.username = app.role;
  own.password = app.password;
  const database = connect(own.href, { max: 8 });
  const world: World = {
    db: database.db,
    now: () => NOW,
    newId: randomUUID,
    failed: (error) => {
      throw error;
    },
  };
  return {
    ...database,
    url: own.href,
    ownerUrl,
    owner,
    world,
    drop: async () => {
      await database.close();
      await owner.close();
      await onServer(serverOf(templateUrl), (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function onServer(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** A province with its committee at the top. */
export async function buildProvince({ owner }: Pick<TestDatabase, 'owner'>, name = `Tỉnh ${randomUUID().slice(0, 8)}`) {
  const province = { id: randomUUID(), name };
  await owner.db.insertInto('provinces').values({ id: province.id, name }).execute();
  const committee = await buildOrganisation(
    { owner },
    { provinceId: province.id, parentId: null, name, level: 'province' },
  );
  return { ...province, committee };
}

type NewOrganisation = { provinceId: string; parentId: string | null; name?: string; level?: string; kind?: string };

/** An organisation under `parentId`, with its closure rows. */
export async function buildOrganisation(
  { owner: { db } }: Pick<TestDatabase, 'owner'>,
  { provinceId, parentId, name = 'Xã Mẫu', level = 'commune', kind = 'people-committee' }: NewOrganisation,
) {
  const id = randomUUID();
  await db
    .insertInto('organisations')
    .values({
      id,
      province_id: provinceId,
      parent_id: parentId,
      name,
      issuer_name: `Ủy ban nhân dân ${name}`,
      kind,
      level,
    })
    .execute();
  const above = parentId
    ? await db
        .selectFrom('organisation_closure')
        .select(['ancestor_id', 'depth'])
        .where('descendant_id', '=', parentId)
        .execute()
    : [];
  const rows = [
    { ancestor_id: id, depth: 0 },
    ...above.map((row) => ({ ancestor_id: row.ancestor_id, depth: row.depth + 1 })),
  ];
  await db
    .insertInto('organisation_closure')
    .values(rows.map((row) => ({ ...row, descendant_id: id, province_id: provinceId })))
    .execute();
  return { id, name };
}

/** An account with one post, as the viewer it would be. Its password is not usable. */
export async function buildViewer(
  { owner: { db } }: Pick<TestDatabase, 'owner'>,
  where: { provinceId: string; organisationId: string; role?: Role },
): Promise<Viewer> {
  const accountId = randomUUID();
  const postId = randomUUID();
  const role = where.role ?? 'officer';
  const postTitle = `Chức danh ${role}`;
  await db
    .insertInto('accounts')
    .values({
      id: accountId,
      province_id: where.provinceId,
      name: accountId,
      email: null,
      password_hash: '-',
      disabled_at: null,
    })
    .execute();
  await db
    .insertInto('posts')
    .values({
      id: postId,
      province_id: where.provinceId,
      account_id: accountId,
      organisation_id: where.organisationId,
      role,
      title: postTitle,
    })
    .execute();
  return {
    accountId,
    postId,
    roles: [role],
    deputationId: null,
    postTitle,
    organisationId: where.organisationId,
    provinceId: where.provinceId,
    today: TODAY,
  };
}
