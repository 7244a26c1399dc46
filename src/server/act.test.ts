import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildOrganisation,
  buildProvince,
  buildViewer,
  freshDatabase,
  type TestDatabase,
} from '../../test/support/database.ts';
import { act, requireReach, type Tx } from './act.ts';
import { verifyAudit } from './audit.ts';
import { reading, type Viewer } from './read.ts';

let database: TestDatabase;
let viewer: Viewer;
let village: { id: string };

beforeAll(async () => {
  database = await freshDatabase();
  const province = await buildProvince(database);
  const commune = await buildOrganisation(database, { provinceId: province.id, parentId: province.committee.id });
  village = await buildOrganisation(database, {
    provinceId: province.id,
    parentId: commune.id,
    name: 'Bản Mẫu',
    level: 'unit',
    kind: 'village',
  });
  viewer = await buildViewer(database, { provinceId: province.id, organisationId: commune.id });
});
afterAll(() => database.drop());

const rename = (name: string, options: { actionId?: string; as?: Viewer; fail?: boolean } = {}) =>
  act(
    database.world,
    { viewer: options.as ?? viewer, name: 'editMovement', actionId: options.actionId ?? randomUUID(), input: { name } },
    async (tx: Tx, input, context) => {
      await tx
        .updateTable('organisations')
        .set((row) => ({ name: input.name, version: row('version', '+', 1) }))
        .where('id', '=', village.id)
        .execute();
      context.record({ deed: 'renamed', subjectKind: 'organisation', subjectId: village.id, after: input });
      if (options.fail) throw new Error('on purpose');
      return { name: input.name };
    },
  );
const villageNow = () =>
  database.db
    .selectFrom('organisations')
    .select(['name', 'version'])
    .where('id', '=', village.id)
    .executeTakeFirstOrThrow();
const rows = async () =>
  Number(
    (
      await database.db
        .selectFrom('audit_entries')
        .select((row) => row.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('act', () => {
  it('does a deed, answers it, and leaves an audit row', async () => {
    const before = await rows();
    expect(await rename('Bản Một')).toEqual({ name: 'Bản Một' });
    expect((await villageNow()).name).toBe('Bản Một');
    expect(await rows()).toBe(before + 1);
  });

  it('does the same action once, however often and however much at once it is sent', async () => {
    const actionId = randomUUID();
    const before = await villageNow();
    const answers = await Promise.all(Array.from({ length: 5 }, () => rename('Bản Hai', { actionId })));
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ name: 'Bản Hai' })));
    expect((await villageNow()).version).toBe(before.version + 1);
  });

  it('refuses another input under the same id', async () => {
    const actionId = randomUUID();
    await rename('Bản Ba', { actionId });
    await expect(rename('Bản Bốn', { actionId })).rejects.toMatchObject({ code: 'action-reused' });
    expect((await villageNow()).name).toBe('Bản Ba');
  });

  it('leaves nothing behind when it fails, and the same id may try again', async () => {
    const actionId = randomUUID();
    const before = { village: await villageNow(), rows: await rows() };
    await expect(rename('Bản Hỏng', { actionId, fail: true })).rejects.toThrow('on purpose');
    expect({ village: await villageNow(), rows: await rows() }).toEqual(before);
    await rename('Bản Lành', { actionId });
    expect((await villageNow()).name).toBe('Bản Lành');
  });

  it('asks for the right first', async () => {
    const reporter = await buildViewer(database, {
      provinceId: viewer.provinceId,
      organisationId: viewer.organisationId,
      role: 'reporter',
    });
    await expect(rename('Bản Lạ', { as: reporter })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('does not accept a deed that records nothing', async () => {
    await expect(
      act(database.world, { viewer, name: 'editMovement', actionId: randomUUID(), input: {} }, async () => null),
    ).rejects.toThrow('no audit record');
  });

  it('runs effects after the commit, and never those of a deed that failed', async () => {
    const seen: string[] = [];
    const deed = (fail: boolean) =>
      act(
        database.world,
        { viewer, name: 'editMovement', actionId: randomUUID(), input: {} },
        async (_tx, _input, context) => {
          context.record({ deed: 'tried', subjectKind: 'organisation', subjectId: village.id });
          context.after(async () => void seen.push(`rows ${await rows()}`));
          if (fail) throw new Error('on purpose');
        },
      );
    const before = await rows();
    await deed(false);
    await expect(deed(true)).rejects.toThrow('on purpose');
    expect(seen).toEqual([`rows ${before + 1}`]);
  });

  it('reaches what stands below, and nothing beside', async () => {
    const other = await buildProvince(database);
    await reading(database.db, viewer, async (read) => {
      await requireReach(read, { viewer, scope: 'subtree' }, village.id);
      await expect(requireReach(read, { viewer, scope: 'own' }, village.id)).rejects.toMatchObject({
        kind: 'not-found',
      });
      await expect(requireReach(read, { viewer, scope: 'subtree' }, other.committee.id)).rejects.toMatchObject({
        kind: 'not-found',
      });
    });
  });
});

describe('reading', () => {
  it('cannot write', async () => {
    await expect(
      reading(database.db, viewer, (read) => sql`UPDATE organisations SET name = 'x'`.execute(read)),
    ).rejects.toThrow('read-only');
  });
});

describe('the audit chain', () => {
  const tampered = async (statement: ReturnType<typeof sql>, how: string, seq: string) => {
    const copy = await freshDatabase();
    try {
      const province = await buildProvince(copy);
      const officer = await buildViewer(copy, { provinceId: province.id, organisationId: province.committee.id });
      for (let n = 0; n < 5; n++) {
        await act(
          copy.world,
          { viewer: officer, name: 'editMovement', actionId: randomUUID(), input: { n } },
          async (_tx, input, context) => {
            context.record({ deed: 'edited', subjectKind: 'movement', subjectId: null, after: input });
            return null;
          },
        );
      }
      expect((await verifyAudit(copy.db)).breaks).toEqual([]);
      await copy.db.connection().execute(async (one) => {
        await sql`SET session_replication_role = replica`.execute(one);
        await statement.execute(one);
      });
      const { breaks } = await verifyAudit(copy.db);
      expect(breaks).toEqual([{ province: province.name, seq, how }]);
    } finally {
      await copy.drop();
    }
  };

  it('is whole after all of the above, several acts at once among them', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => rename(`Bản ${n}`)));
    const verdict = await verifyAudit(database.db);
    expect(verdict.breaks).toEqual([]);
    expect(verdict.provinces.some(({ rows: count }) => Number(count) > 20)).toBe(true);
  });

  it.each([
    ['a changed row', sql`UPDATE audit_entries SET post_title = 'Người khác' WHERE seq = 3`, 'row-changed', '3'],
    ['a changed instant', sql`UPDATE audit_entries SET at = at + interval '1 day' WHERE seq = 2`, 'row-changed', '2'],
    ['a changed payload', sql`UPDATE audit_payloads SET payload = '{}' WHERE seq = 4`, 'payload-changed', '4'],
    ['a row taken out', sql`DELETE FROM audit_entries WHERE seq = 2`, 'row-missing', '2'],
    ['a payload taken out', sql`DELETE FROM audit_payloads WHERE seq = 2`, 'payload-missing', '2'],
    ['a tail cut off', sql`DELETE FROM audit_entries WHERE seq > 3`, 'tail-cut', '4'],
    ['a head turned back', sql`UPDATE audit_heads SET count = 3`, 'rows-beyond-head', '4'],
    ['a head taken away', sql`DELETE FROM audit_heads`, 'head-missing', '1'],
  ])('shows %s with its place', async (_what, statement, how, seq) => {
    await tampered(statement, how, seq);
  });

  it('stays whole when a payload is erased', async () => {
    await sql`UPDATE audit_payloads SET payload = NULL, erased_at = now() WHERE seq = 1`.execute(database.db);
    expect((await verifyAudit(database.db)).breaks).toEqual([]);
  });
});
