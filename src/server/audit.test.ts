import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProvince, buildViewer, freshDatabase, NOW, type TestDatabase } from '../../test/support/database.ts';
import { act } from './act.ts';
import { erasePayload, verifyAudit } from './audit.ts';
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
      sql`UPDATE audit_payloads SET payload = NULL, salt = NULL, erased_at = now() WHERE seq = 3`,
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
