import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { verifyAudit } from '../audit-chain.ts';
import { seedDemo } from '../demo/seed.ts';
import { claimInstallation } from '../installation.ts';
import { hashPassword } from '../password.ts';
import { snapshot } from '../read.ts';
import { BACKUP_LOCK, backUp } from './backup.ts';
import { type BackupError, checkBackup, type Manifest, sha256Hex, sumsOf } from './backup-folder.ts';
import { connect } from './connect.ts';
import { openClient } from './copy-tables.ts';
import { listMigrations, migrate } from './migrate.ts';
import { rehearse, restore } from './restore.ts';

const MIGRATIONS = listMigrations(join(import.meta.dirname, '../../../migrations'));
const root = mkdtempSync(join(tmpdir(), 'thidua-backup-'));
const drops: (() => Promise<void>)[] = [];
const AWKWARD = 'tab\there, line\nthere, \\N, \\., "quotes", Đặc khu Ặ ỹ 😀, \u0001';

let database: TestDatabase;
let whole: string;
let made: Manifest;

const now = () => '2026-06-30T03:00:00.000Z';
const folderOf = (name: string) => join(root, name);
const save = (url: string, name: string, more: { plain?: boolean } = {}) =>
  backUp({ url, folder: folderOf(name), version: '1.2.3', now, ...more });
const place = async () => {
  const empty = await emptyDatabase();
  drops.push(empty.drop);
  return empty.url;
};
const load = (url: string, folder: string, more: Partial<Parameters<typeof restore>[0]> = {}) =>
  restore({ url, folder, migrations: MIGRATIONS, appRole: null, replace: null, kind: null, ...more });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: BackupError) => error.code ?? String(error),
  );

async function asked<T extends object>(url: string, question: string): Promise<T[]> {
  const client = await openClient(url);
  try {
    return (await client.query<T>(question)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, by another way than COPY. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const tables = await asked<{ name: string }>(
    url,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const content: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await asked<{ row: string }>(
      url,
      `SELECT md5(to_jsonb(t)::text) AS row FROM public.${name} t ORDER BY 1`,
    );
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

beforeAll(async () => {
  database = await freshDatabase();
  await claimInstallation(database.db, 'demo');
  await seedDemo(database.world, hashPassword);
  const owner = database.owner.db;
  const province = await owner.selectFrom('provinces').select('id').executeTakeFirstOrThrow();
  const bytes = Buffer.concat([Buffer.from([0, 0x5c, 0x0a, 0xff]), randomBytes(3_000_000)]);
  await owner
    .insertInto('files')
    .values({ province_id: province.id, sha256: randomBytes(32), bytes, size: bytes.length })
    .execute();
  await owner
    .updateTable('organisations')
    .set({ name: AWKWARD })
    .where('id', '=', (row) => row.selectFrom('organisations').select('id').where('level', '=', 'unit').limit(1))
    .execute();
  await owner
    .insertInto('sign_in_attempts')
    .values([
      { id: randomUUID(), key: 'b', at: now() },
      { id: randomUUID(), key: 'a', at: now() },
    ])
    .execute();
  made = await save(database.ownerUrl, 'whole');
  whole = folderOf('whole');
});
afterAll(async () => {
  await database.drop();
  for (const drop of drops) await drop();
  rmSync(root, { recursive: true, force: true });
});

describe('a backup', () => {
  it('holds every table, and gives every row and every file back as they were', async () => {
    const url = await place();
    const before = await contentOf(database.ownerUrl);
    expect(Object.keys(before)).toEqual(made.parts.map(({ table }) => table));
    expect(made.parts.filter(({ rows }) => rows > 0).length).toBeGreaterThan(15);
    const restored = await load(url, whole, { kind: 'demo', compare: true });
    expect(restored.migrated).toEqual([]);
    expect(await contentOf(url)).toEqual(before);
    const bytes = "SELECT encode(bytes, 'base64') AS bytes FROM files ORDER BY sha256";
    expect(await asked(url, bytes)).toEqual(await asked(database.ownerUrl, bytes));
    expect(await asked(url, "SELECT name FROM organisations WHERE name LIKE 'tab%'")).toEqual([{ name: AWKWARD }]);
    const { db, close } = connect(url, { max: 1 });
    const verdict = await snapshot(db, (all) => verifyAudit(all));
    await close();
    expect(verdict.breaks).toEqual([]);
    expect(verdict.chains.map(({ province, rows, head }) => ({ province, rows, head }))).toEqual(made.auditHeads);
  });

  it('leaves keys, triggers, walls and sequences as migrations make them', async () => {
    const url = await place();
    await load(url, whole, { appRole: 'thidua_test_app' });
    const shape = `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS said FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT c.oid::regclass || ' ' || relrowsecurity || ' ' || coalesce(relacl::text, '') FROM pg_class c
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
      UNION ALL SELECT polrelid::regclass || ' ' || polname || pg_get_expr(polqual, polrelid) FROM pg_policy
      UNION ALL SELECT p.oid::regprocedure || ' ' || coalesce(proacl::text, '') FROM pg_proc p
        WHERE pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'door'))
      UNION ALL SELECT seqrelid::regclass || ' ' || coalesce(pg_sequence_last_value(seqrelid), 0) FROM pg_sequence
      ORDER BY 1`;
    expect(await asked(url, shape)).toEqual(await asked(database.ownerUrl, shape));
    await expect(asked(url, 'DELETE FROM audit_entries')).rejects.toMatchObject({ code: '42501' });
  });

  it('of the same rows has the same content, packed or plain', async () => {
    const plain = await save(database.ownerUrl, 'plain', { plain: true });
    expect(plain.parts.map(({ table, rows, contentSha256 }) => [table, rows, contentSha256])).toEqual(
      made.parts.map(({ table, rows, contentSha256 }) => [table, rows, contentSha256]),
    );
    const packed = gunzipSync(readFileSync(join(whole, 'tables/organisations.copy.gz')));
    expect(packed.equals(readFileSync(join(folderOf('plain'), 'tables/organisations.copy')))).toBe(true);
    const url = await place();
    await load(url, folderOf('plain'), { compare: true });
  });

  it('is one moment, whatever goes on meanwhile', async () => {
    let going = true;
    const { name } = await database.owner.db.selectFrom('provinces').select('name').executeTakeFirstOrThrow();
    let first: () => void = () => undefined;
    const begun = new Promise<void>((done) => {
      first = done;
    });
    const busy = (async () => {
      for (let n = 0; going; n++) {
        await database.owner.db.transaction().execute(async (trx) => {
          await trx
            .updateTable('provinces')
            .set({ name: `${name} ${n}` })
            .where('name', 'like', `${name}%`)
            .execute();
          await trx
            .updateTable('accounts')
            .set({ email: `${n}@x.vn` })
            .where('name', '=', 'cb.laichau')
            .execute();
        });
        first();
      }
    })();
    await begun;
    await save(database.ownerUrl, 'moment');
    going = false;
    await busy;
    await database.owner.db.updateTable('provinces').set({ name }).where('name', 'like', `${name}%`).execute();
    await database.owner.db.updateTable('accounts').set({ email: null }).execute();
    const url = await place();
    await load(url, folderOf('moment'));
    const [row] = await asked<{ name: string; email: string }>(
      url,
      `SELECT p.name, a.email FROM provinces p, accounts a WHERE p.name LIKE '${name}%' AND a.name = 'cb.laichau'`,
    );
    expect(row?.name).toBe(`${name} ${row?.email.split('@')[0]}`);
  });

  it('is readable for its owner alone, and carries sums that other programs check', () => {
    expect(statSync(whole).mode & 0o077).toBe(0);
    for (const file of ['manifest.json', 'SHA256SUMS', 'tables/files.copy.gz'])
      expect(statSync(join(whole, file)).mode & 0o077).toBe(0);
    const lines = readFileSync(join(whole, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBe(made.parts.length + 1);
    for (const line of lines) {
      const [sum = '', file = ''] = line.split('  ');
      expect([file, sha256Hex(readFileSync(join(whole, file)))]).toEqual([file, sum]);
    }
  });

  it('takes no folder that is there, two at once, or a database without tables; and leaves nothing behind', async () => {
    mkdirSync(folderOf('taken'));
    expect(await codeOf(save(database.ownerUrl, 'taken'))).toBe('backup-there-already');
    expect(await codeOf(save(database.ownerUrl, 'whole'))).toBe('backup-there-already');
    expect(await codeOf(save(await place(), 'none'))).toBe('backup-no-database');
    writeFileSync(folderOf('file'), '');
    expect(await codeOf(save(database.ownerUrl, 'file/inside'))).toBe('backup-folder-closed');
    const client = await openClient(database.ownerUrl);
    await client.query('SELECT pg_advisory_lock($1)', [BACKUP_LOCK]);
    expect(await codeOf(save(database.ownerUrl, 'busy'))).toBe('backup-busy');
    await client.end();
    mkdirSync(folderOf('swept.new-999999999-ab'));
    await save(database.ownerUrl, 'swept');
    expect(readdirSync(root).filter((name) => name.includes('.new-'))).toEqual([]);
  });
});

describe('a damaged backup', () => {
  const damage: [string, string, (folder: string) => void][] = [
    ['a part taken out', 'backup-cut-short', (at) => rmSync(join(at, 'tables/targets.copy.gz'))],
    ['a part cut short', 'backup-cut-short', (at) => cut(join(at, 'tables/targets.copy.gz'), -1)],
    ['a part emptied', 'backup-cut-short', (at) => writeFileSync(join(at, 'tables/files.copy.gz'), '')],
    ['a part that grew', 'backup-changed', (at) => flip(join(at, 'tables/targets.copy.gz'), -1, true)],
    ['one byte changed', 'backup-changed', (at) => flip(join(at, 'tables/files.copy.gz'), 1_000)],
    ['a byte of the packing changed', 'backup-changed', (at) => flip(join(at, 'tables/targets.copy.gz'), 4)],
    ['two parts exchanged', 'backup-changed', (at) => exchange(at, 'accounts', 'posts')],
    ['the manifest gone', 'backup-cut-short', (at) => rmSync(join(at, 'manifest.json'))],
    ['the sums gone', 'backup-cut-short', (at) => rmSync(join(at, 'SHA256SUMS'))],
    ['a blank changed in the manifest', 'backup-changed', (at) => flip(join(at, 'manifest.json'), 1)],
    ['the manifest cut short', 'backup-changed', (at) => cut(join(at, 'manifest.json'), -40)],
    ['a sum changed', 'backup-changed', (at) => flip(join(at, 'SHA256SUMS'), 3)],
    [
      'a count changed, with its sum',
      'backup-changed',
      (at) => rewrite(at, (one) => ({ ...one, parts: 'x' as never })),
    ],
    ['a part outside', 'backup-changed', (at) => rewrite(at, outside)],
    ['a newer format', 'backup-newer', (at) => rewrite(at, (one) => ({ ...one, format: 2, parts: 'x' as never }))],
    ['a migration from later', 'backup-newer', (at) => rewrite(at, later)],
    ['a migration of another line', 'backup-of-another-line', (at) => rewrite(at, otherLine)],
    ['another program', 'backup-changed', (at) => rewrite(at, (one) => ({ ...one, product: 'x' }))],
  ];
  const cut = (path: string, by: number) => writeFileSync(path, readFileSync(path).subarray(0, by));
  const flip = (path: string, at: number, grow = false) => {
    const bytes = readFileSync(path);
    if (grow) return writeFileSync(path, Buffer.concat([bytes, Buffer.from([0])]));
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return writeFileSync(path, bytes);
  };
  const exchange = (at: string, one: string, other: string) => {
    const [first, second] = [one, other].map((name) => join(at, `tables/${name}.copy.gz`)) as [string, string];
    const kept = readFileSync(first);
    writeFileSync(first, Buffer.concat([readFileSync(second), Buffer.alloc(kept.length)]).subarray(0, kept.length));
  };
  const rewrite = (at: string, change: (manifest: Manifest) => Manifest) => {
    const changed = change(JSON.parse(readFileSync(join(at, 'manifest.json'), 'utf8')) as Manifest);
    const text = JSON.stringify(changed);
    writeFileSync(join(at, 'manifest.json'), text);
    const parts = Array.isArray(changed.parts) ? changed.parts : [];
    writeFileSync(join(at, 'SHA256SUMS'), sumsOf({ ...changed, parts }, sha256Hex(text)));
  };
  const outside = (one: Manifest): Manifest => ({
    ...one,
    parts: one.parts.map((part, at) => (at === 0 ? { ...part, file: '../whole/tables/accounts.copy.gz' } : part)),
  });
  const later = (one: Manifest): Manifest => ({
    ...one,
    migrations: [...one.migrations, { name: '9999-later.sql', checksum: '0'.repeat(64) }],
  });
  const otherLine = (one: Manifest): Manifest => ({
    ...one,
    migrations: one.migrations.map((migration) => ({ ...migration, checksum: '0'.repeat(64) })),
  });

  it.each(damage)('is refused: %s', async (what, code, harm) => {
    const folder = folderOf(`damaged ${what}`);
    cpSync(whole, folder, { recursive: true });
    harm(folder);
    expect(await codeOf(checkBackup(folder, MIGRATIONS))).toBe(code);
    // The address leads nowhere: nothing is opened for a backup that is not whole.
    expect(await codeOf(load('postgresql://nobody@127.0.0.1:9/none', folder))).toBe(code);
    rmSync(folder, { recursive: true });
  });

  it('is refused where there is none', async () => {
    expect(await codeOf(checkBackup(folderOf('nowhere'), MIGRATIONS))).toBe('backup-not-there');
  });

  it('that does not fit together leaves the database as it was', async () => {
    const folder = folderOf('unfit');
    cpSync(whole, folder, { recursive: true });
    // Posts of nobody: every file is as its sum says, and the keys between tables are not.
    const empty = { ...made, parts: made.parts.map((part) => (part.table === 'accounts' ? emptied(part) : part)) };
    writeFileSync(join(folder, 'tables/accounts.copy'), '');
    rewrite(folder, () => empty);
    const url = await place();
    await load(url, whole);
    const before = await contentOf(url);
    const name = `${new URL(url).pathname.slice(1)}`;
    await expect(load(url, folder, { replace: name })).rejects.toMatchObject({ code: '23503' });
    expect(await contentOf(url)).toEqual(before);
  });
  const emptied = (part: Manifest['parts'][number]) => ({
    ...part,
    file: 'tables/accounts.copy',
    rows: 0,
    bytes: 0,
    sha256: sha256Hex(''),
    contentSha256: sha256Hex(''),
  });
});

describe('a restore', () => {
  it('brings an older database up to date', async () => {
    const old = await place();
    const until = MIGRATIONS.filter(({ name }) => name < '0020');
    await migrate({ url: old, migrations: until, appRole: null });
    const [province, account, committee, post] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await asked(
      old,
      `INSERT INTO installation (kind) VALUES ('real');
       INSERT INTO provinces (id, name) VALUES ('${province}', 'Tỉnh Cũ');
       INSERT INTO organisations (id, province_id, name, kind, level) VALUES ('${committee}', '${province}', 'Xã Cũ', 'people-committee', 'commune');
       INSERT INTO accounts (id, province_id, name, password_hash) VALUES ('${account}', '${province}', 'cu', '-');
       INSERT INTO posts (id, province_id, account_id, organisation_id, role, title) VALUES ('${post}', '${province}', '${account}', '${committee}', 'officer', 'Cán bộ');
       INSERT INTO sessions (token_hash, account_id, post_id, created_at, seen_at, expires_at, address, device)
         VALUES ('\\x01', '${account}', '${post}', now(), now(), now(), '-', '-')`,
    );
    const manifest = await save(old, 'old');
    expect(manifest.migrations.map(({ name }) => name)).toEqual(until.map(({ name }) => name));
    const url = await place();
    const restored = await load(url, folderOf('old'), { compare: true });
    expect(restored.migrated).toEqual(MIGRATIONS.slice(until.length).map(({ name }) => name));
    expect(await asked(url, 'SELECT name FROM migrations ORDER BY name')).toEqual(
      MIGRATIONS.map(({ name }) => ({ name })),
    );
    expect(await asked(url, 'SELECT province_id AS id FROM sessions')).toEqual([{ id: province }]);
  });

  it('takes the place of data only by their name', async () => {
    const url = await place();
    await migrate({ url, migrations: MIGRATIONS, appRole: null });
    // Tables without anything in them are room enough.
    await load(url, whole);
    const before = await contentOf(url);
    const name = new URL(url).pathname.slice(1);
    const refusal = await load(url, whole).catch((error: BackupError) => error);
    expect(refusal).toMatchObject({ code: 'restore-not-empty', message: name });
    expect(await codeOf(load(url, whole, { replace: 'Tỉnh khác' }))).toBe('restore-not-empty');
    expect(await contentOf(url)).toEqual(before);
    await asked(url, 'DELETE FROM measurements');
    await load(url, whole, { replace: name });
    expect(await contentOf(url)).toEqual(before);
  });

  it('is called by the only province there is', async () => {
    const url = await place();
    await load(url, folderOf('old'));
    expect(await load(url, whole).catch((error: BackupError) => error)).toMatchObject({ message: 'Tỉnh Cũ' });
    await load(url, whole, { replace: ' Tỉnh Cũ ' });
  });

  it('goes into no tables of others, none in use, and none of the other kind', async () => {
    const url = await place();
    await asked(url, 'CREATE TABLE invoices (id int); INSERT INTO invoices VALUES (7)');
    expect(await codeOf(load(url, whole, { replace: 'x' }))).toBe('restore-foreign-tables');
    expect(await asked(url, 'SELECT id FROM invoices')).toEqual([{ id: 7 }]);
    const used = await place();
    const client = await openClient(used);
    expect(await codeOf(load(used, whole))).toBe('restore-in-use');
    await client.end();
    expect(await codeOf(load(used, whole, { kind: 'real' }))).toBe('restore-other-kind');
    expect(await asked(used, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  });
});

describe('a rehearsal', () => {
  it('restores into a database of its own, while the real one is in use, and leaves nothing', async () => {
    const scratches = () => asked(database.ownerUrl, "SELECT FROM pg_database WHERE datname LIKE 'thidua_rehearsal%'");
    const before = await contentOf(database.ownerUrl);
    const seen = await rehearse({ url: database.ownerUrl, folder: whole, migrations: MIGRATIONS }, contentOf);
    expect(seen.found).toEqual(before);
    expect(await scratches()).toEqual([]);
    const broken = () => Promise.reject(new Error('as planned'));
    await expect(rehearse({ url: database.ownerUrl, folder: whole, migrations: MIGRATIONS }, broken)).rejects.toThrow(
      'as planned',
    );
    expect(await scratches()).toEqual([]);
  });

  it('says when the owner may not make a database', async () => {
    const work = rehearse({ url: database.url, folder: whole, migrations: MIGRATIONS }, contentOf);
    expect(await codeOf(work)).toBe('rehearsal-not-allowed');
  });
});
