import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProvince, buildViewer, freshDatabase, NOW, type TestDatabase } from '../../test/support/database.ts';
import { act, actForSystem } from './act.ts';
import { eraseOrigins, erasePayload } from './audit.ts';
import { verifyAudit } from './audit-chain.ts';
import { snapshot, type Viewer } from './read.ts';

let database: TestDatabase;
let officer: Viewer;
let province: { id: string; name: string };

const deed = (of: TestDatabase, viewer: Viewer, input: object) =>
  act(of.world, { viewer, name: 'editMovement', actionId: randomUUID(), input }, async (_tx, _input, context) => {
    context.record({ deed: 'edited', subjectKind: 'movement', subjectId: null, after: input });
    return null;
  });

async function chainOf(rows: number) {
  const copy = await freshDatabase();
  const made = await buildProvince(copy);
  const viewer = await buildViewer(copy, { provinceId: made.id, organisationId: made.committee.id });
  for (let n = 0; n < rows; n++) await deed(copy, viewer, { n });
  return { copy, province: made, viewer };
}

const verify = (of: TestDatabase, anchors: string[] = []) => snapshot(of.owner.db, (all) => verifyAudit(all, anchors));

/** As somebody who owns the tables and knows how to get past the triggers. */
const tamper = (of: TestDatabase, statement: ReturnType<typeof sql>) =>
  of.owner.db.connection().execute(async (one) => {
    await sql`SET session_replication_role = replica`.execute(one);
    await statement.execute(one);
    await sql`SET session_replication_role = DEFAULT`.execute(one);
  });

beforeAll(async () => {
  const made = await chainOf(5);
  database = made.copy;
  officer = made.viewer;
  province = made.province;
});
afterAll(() => database.drop());

describe('the audit chain', () => {
  it('is whole after many acts at once, and counts them', async () => {
    const before = (await verify(database)).chains[0]?.rows;
    await Promise.all(Array.from({ length: 30 }, (_, n) => deed(database, officer, { at: n })));
    const verdict = await verify(database);
    expect(verdict.breaks).toEqual([]);
    expect(Number(verdict.chains[0]?.rows)).toBe(Number(before) + 30);
  });

  it('keeps more rows than one statement may hold', async () => {
    await act(
      database.world,
      { viewer: officer, name: 'editMovement', actionId: randomUUID(), input: {} },
      async (_tx, _input, context) => {
        for (let n = 0; n < 2_500; n++)
          context.record({ deed: 'imported', subjectKind: 'target', subjectId: randomUUID(), after: { n } });
        return null;
      },
    );
    expect((await verify(database)).breaks).toEqual([]);
  });

  it('does not make one province wait for another', async () => {
    const other = await buildProvince(database);
    const viewer = await buildViewer(database, { provinceId: other.id, organisationId: other.committee.id });
    await deed(database, viewer, { first: true });
    await database.owner.db.transaction().execute(async (held) => {
      await held.selectFrom('audit_heads').selectAll().where('province_id', '=', province.id).forUpdate().execute();
      await deed(database, viewer, { second: true });
    });
    expect((await verify(database)).breaks).toEqual([]);
  });

  it.each([
    ['a changed row', sql`UPDATE audit_entries SET post_title = 'Người khác' WHERE seq = 3`, 'row-changed', '3'],
    ['a changed instant', sql`UPDATE audit_entries SET at = at + interval '1 day' WHERE seq = 2`, 'row-changed', '2'],
    ['a changed actor', sql`UPDATE audit_entries SET account_id = NULL WHERE seq = 5`, 'row-changed', '5'],
    ['a changed payload', sql`UPDATE audit_payloads SET payload = '{}' WHERE seq = 4`, 'payload-changed', '4'],
    [
      'a payload moved to another row',
      sql`UPDATE audit_payloads a SET payload = b.payload, salt = b.salt FROM audit_payloads b WHERE a.seq = 1 AND b.seq = 2`,
      'payload-changed',
      '1',
    ],
    ['a first row taken out', sql`DELETE FROM audit_entries WHERE seq = 1`, 'row-missing', '1'],
    ['a row taken out', sql`DELETE FROM audit_entries WHERE seq = 2`, 'row-missing', '2'],
    [
      'a row taken out and the rest moved up',
      sql`DELETE FROM audit_entries WHERE seq = 2; UPDATE audit_entries SET seq = seq - 1 WHERE seq > 2; UPDATE audit_heads SET count = 4`,
      'row-changed',
      '2',
    ],
    ['a payload taken out', sql`DELETE FROM audit_payloads WHERE seq = 2`, 'payload-missing', '2'],
    [
      'a payload blanked behind the chain',
      sql`UPDATE audit_payloads SET payload = NULL, salt = NULL, erased_at = now(), origin_erased_at = now() WHERE seq = 3`,
      'erased-without-trace',
      '3',
    ],
    ['a tail cut off', sql`DELETE FROM audit_entries WHERE seq > 3`, 'tail-cut', '4'],
    [
      'a tail cut off with its count',
      sql`DELETE FROM audit_entries WHERE seq > 3; UPDATE audit_heads SET count = 3`,
      'head-changed',
      '3',
    ],
    ['a head turned back', sql`UPDATE audit_heads SET count = 3`, 'rows-beyond-head', '4'],
    ['a head taken away', sql`DELETE FROM audit_heads`, 'head-missing', '1'],
    ['a chain emptied', sql`TRUNCATE audit_entries CASCADE`, 'tail-cut', '1'],
  ])('shows %s with its place', async (_what, statement, how, seq) => {
    const { copy, province: of } = await chainOf(5);
    try {
      expect((await verify(copy)).breaks).toEqual([]);
      await tamper(copy, statement);
      expect((await verify(copy)).breaks).toEqual([{ province: of.name, seq, how }]);
    } finally {
      await copy.drop();
    }
  });

  it('shows a chain that was made anew, head and all, by a head written down before', async () => {
    const { copy, province: of, viewer } = await chainOf(3);
    try {
      const [noted] = (await verify(copy)).chains;
      const anchor = `${noted?.rows}:${noted?.head}`;
      await deed(copy, viewer, { later: true });
      expect((await verify(copy, [anchor])).breaks).toEqual([]);
      await tamper(copy, sql`TRUNCATE audit_entries CASCADE; DELETE FROM audit_heads`);
      for (let n = 0; n < 4; n++) await deed(copy, viewer, { made: 'anew' });
      expect((await verify(copy)).breaks).toEqual([]);
      expect((await verify(copy, [anchor])).breaks).toEqual([{ province: '', seq: '3', how: 'anchor-differs' }]);
      expect(of.name).not.toBe('');
    } finally {
      await copy.drop();
    }
  });

  it('stays whole when a payload is erased by an act', async () => {
    const { copy, viewer, province: of } = await chainOf(3);
    try {
      const erase = () =>
        act(
          copy.world,
          { viewer, name: 'editMovement', actionId: randomUUID(), input: { seq: '2' } },
          async (tx, _input, context) => {
            const record = await erasePayload(tx, { provinceId: of.id, seq: '2', at: NOW, why: 'theo yêu cầu' });
            context.record(record ?? { deed: 'nothing', subjectKind: 'audit-entry', subjectId: null });
            return record !== undefined;
          },
        );
      expect(await erase()).toBe(true);
      expect(await erase()).toBe(false);
      expect((await verify(copy)).breaks).toEqual([]);
      const left = await copy.owner.db.selectFrom('audit_payloads').select('payload').where('seq', '=', '2').execute();
      expect(left).toEqual([{ payload: null }]);
    } finally {
      await copy.drop();
    }
  });

  it.each([
    ['the application', 'change an entry', sql`UPDATE audit_entries SET act = 'x'`],
    ['the application', 'remove an entry', sql`DELETE FROM audit_entries`],
    ['the application', 'remove a payload', sql`DELETE FROM audit_payloads`],
    ['the application', 'remove a head', sql`DELETE FROM audit_heads`],
    ['the application', 'empty the chain', sql`TRUNCATE audit_entries CASCADE`],
    ['the owner', 'change an entry', sql`UPDATE audit_entries SET act = 'x'`],
    ['the owner', 'remove an entry', sql`DELETE FROM audit_entries`],
    ['the owner', 'empty the chain', sql`TRUNCATE audit_entries CASCADE`],
  ])('does not let %s %s', async (who, _what, statement) => {
    const { db } = who === 'the owner' ? database.owner : database;
    await expect(statement.execute(db)).rejects.toMatchObject({ code: '42501' });
    expect((await verify(database)).breaks).toEqual([]);
  });
});

const FROM = { address: '192.0.2.44', device: 'Trình duyệt thử' };

/** Entries 1 and 2 with their origin, 3 without; 4 tells that the payload of 1 was erased. */
async function chainWithOrigins() {
  const { copy, province: of, viewer } = await chainOf(0);
  const from = { ...viewer, from: FROM };
  await deed(copy, from, { n: 1 });
  await deed(copy, from, { n: 2 });
  await deed(copy, viewer, { n: 3 });
  await act(
    copy.world,
    { viewer, name: 'editMovement', actionId: randomUUID(), input: {} },
    async (tx, _in, context) => {
      const record = await erasePayload(tx, { provinceId: of.id, seq: '1', at: context.now, why: 'x' });
      if (record) context.record(record);
      return null;
    },
  );
  return { copy, of, from };
}

/** Every column of the three tables, each changed in every row it may differ in, by hand of somebody who owns them. */
const CHANGES: Record<string, Record<string, string>> = {
  audit_entries: {
    province_id: '(SELECT id FROM provinces WHERE id <> t.province_id)',
    seq: 'seq + 100',
    at: "at + interval '1 ms'",
    account_id: 'gen_random_uuid()',
    organisation_id: 'NULL',
    post_title: "post_title || ' '",
    act: "'archiveMovement'",
    deed: "'x'",
    subject_kind: "'target'",
    subject_id: 'gen_random_uuid()',
    action_id: 'gen_random_uuid()',
    payload_hash: "sha256('x')",
    previous_hash: "sha256('x')",
    hash: "sha256('x')",
  },
  audit_payloads: {
    province_id: '(SELECT id FROM provinces WHERE id <> t.province_id)',
    seq: 'seq + 100',
    salt: "sha256('x')",
    payload: '\'{"before":null,"after":{"n":9}}\'',
    erased_at: "now() - interval '1 year'",
    origin: '\'{"address":"192.0.2.1","device":"x"}\'',
    origin_salt: "sha256('x')",
    origin_erased_at: "now() - interval '1 year'",
  },
  audit_heads: {
    province_id: '(SELECT id FROM provinces WHERE id <> t.province_id)',
    count: 'count - 1',
    hash: "sha256('x')",
  },
};

describe('every column of the log', () => {
  it('is among the changes tried below', async () => {
    const { rows } = await sql<{ table: string; column: string }>`
      SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name LIKE 'audit\_%'`.execute(database.owner.db);
    const tried = Object.entries(CHANGES).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    expect(rows.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(tried.sort());
  });

  it.each(
    Object.entries(CHANGES).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, value]) => [table, column, value]),
    ),
  )('shows a change in %s.%s, row by row, with its place', async (table, column, value) => {
    const { copy, of } = await chainWithOrigins();
    try {
      await buildProvince(copy);
      // Whoever may change rows may take checks away too.
      await sql`ALTER TABLE audit_payloads DROP CONSTRAINT audit_payloads_erased_or_there`.execute(copy.owner.db);
      await sql`ALTER TABLE audit_payloads DROP CONSTRAINT audit_payloads_origin_whole`.execute(copy.owner.db);
      expect((await verify(copy)).breaks).toEqual([]);
      const seqs = table === 'audit_heads' ? [''] : ['1', '2', '3', '4'];
      for (const seq of seqs) {
        const where = seq === '' ? '' : `WHERE seq = ${seq}`;
        await tamper(copy, sql.raw(`CREATE TABLE kept AS SELECT * FROM ${table}`));
        await tamper(copy, sql.raw(`UPDATE ${table} t SET ${column} = ${value} ${where}`));
        const { breaks } = await verify(copy);
        const found = breaks.find(({ province: name }) => name === of.name);
        expect({ seq, breaks, found: found !== undefined }).toMatchObject({ seq, found: true });
        // At its place, or where the next one leans on it.
        if (seq !== '') expect([seq, String(Number(seq) + 1)]).toContain(found?.seq);
        await tamper(copy, sql.raw(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept; DROP TABLE kept`));
        expect({ seq, breaks: (await verify(copy)).breaks }).toEqual({ seq, breaks: [] });
      }
    } finally {
      await copy.drop();
    }
  });
});

describe('from where people acted', () => {
  const origins = (of: TestDatabase) =>
    of.owner.db.selectFrom('audit_payloads').select(['seq', 'origin']).orderBy('seq').execute();

  it('is kept beside the payload, which has only its hash', async () => {
    const { copy, from } = await chainWithOrigins();
    try {
      expect((await origins(copy)).map(({ origin }) => origin)).toEqual([null, JSON.stringify(FROM), null, null]);
      const { payload } = await copy.owner.db
        .selectFrom('audit_payloads')
        .select('payload')
        .where('seq', '=', '2')
        .executeTakeFirstOrThrow();
      expect(payload).not.toContain(from.from.address);
      expect((await verify(copy)).breaks).toEqual([]);
    } finally {
      await copy.drop();
    }
  });

  it('is erased by time with one row that tells of it, and not without', async () => {
    const { copy, of, from } = await chainWithOrigins();
    try {
      const sweep = (before: string) =>
        actForSystem(copy.world, { provinceId: of.id, name: 'sweepOld' }, async (tx, context) => {
          const record = await eraseOrigins(tx, { provinceId: of.id, before, at: context.now });
          context.record(record ?? { deed: 'nothing', subjectKind: 'audit-log', subjectId: null });
          return record?.after;
        });
      expect(await sweep('2020-01-01T00:00:00Z')).toBeUndefined();
      const late = { ...copy, world: { ...copy.world, now: () => '2027-06-30T02:00:00.000Z' } };
      await deed(late, from, { n: 4 });
      expect(await sweep('2027-01-01T00:00:00Z')).toEqual({ upTo: '5', count: 1 });
      expect((await origins(copy)).map(({ origin }) => origin !== null)).toEqual([
        false,
        false,
        false,
        false,
        false,
        true,
        false,
      ]);
      expect((await verify(copy)).breaks).toEqual([]);
      await tamper(
        copy,
        sql`UPDATE audit_payloads SET origin = NULL, origin_salt = NULL, origin_erased_at = ${NOW} WHERE seq = 6`,
      );
      expect((await verify(copy)).breaks).toEqual([
        { province: of.name, seq: '2', how: 'origin-erased-without-trace' },
      ]);
    } finally {
      await copy.drop();
    }
  });
});
