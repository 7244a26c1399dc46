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
import { act, actForSystem, type Tx } from './act.ts';
import { reaches } from './reach.ts';
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
  database.owner.db
    .selectFrom('organisations')
    .select(['name', 'version'])
    .where('id', '=', village.id)
    .executeTakeFirstOrThrow();
const rows = async () =>
  Number(
    (
      await database.owner.db
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

  it('keeps the ids of one account from another', async () => {
    const actionId = randomUUID();
    await rename('Bản Năm', { actionId });
    const other = await buildViewer(database, {
      provinceId: viewer.provinceId,
      organisationId: viewer.organisationId,
    });
    await expect(rename('Bản Năm', { actionId, as: other })).rejects.toMatchObject({ code: 'action-reused' });
  });

  it('begins again when two acts lock each other out', async () => {
    const pair = await Promise.all(
      ['Bản Trái', 'Bản Phải'].map((name) =>
        buildOrganisation(database, { provinceId: viewer.provinceId, parentId: village.id, name, level: 'unit' }),
      ),
    );
    let arrived = 0;
    let open = () => {};
    const both = new Promise<void>((done) => {
      open = done;
    });
    const meet = async () => {
      arrived += 1;
      if (arrived === 2) open();
      await both;
    };
    const touch = (ids: string[]) =>
      act(
        database.world,
        { viewer, name: 'editMovement', actionId: randomUUID(), input: { ids } },
        async (tx, _input, context) => {
          for (const id of ids) {
            await tx
              .updateTable('organisations')
              .set((row) => ({ version: row('version', '+', 1) }))
              .where('id', '=', id)
              .execute();
            await meet();
          }
          context.record({ deed: 'touched', subjectKind: 'organisation', subjectId: ids[0] ?? null });
          return null;
        },
      );
    const ids = pair.map(({ id }) => id);
    await Promise.all([touch(ids), touch(ids.toReversed())]);
    const versions = await database.owner.db
      .selectFrom('organisations')
      .select('version')
      .where('id', 'in', ids)
      .execute();
    expect(versions).toEqual([{ version: 3 }, { version: 3 }]);
  });

  it('lets the program itself go on, with a row of its own in the chain', async () => {
    const before = await rows();
    await actForSystem(database.world, { provinceId: viewer.provinceId, name: 'finishReading' }, async (_tx, context) =>
      context.record({ deed: 'finished', subjectKind: 'reading', subjectId: null }),
    );
    expect(await rows()).toBe(before + 1);
    await expect(
      actForSystem(database.world, { provinceId: viewer.provinceId, name: 'silent' }, async () => null),
    ).rejects.toThrow('no audit record');
  });

  it('does not reach what stood below only in the past', async () => {
    const former = await buildOrganisation(database, {
      provinceId: viewer.provinceId,
      parentId: viewer.organisationId,
      name: 'Bản Cũ',
    });
    await database.owner.db
      .updateTable('organisation_closure')
      .set({ valid_until: '2025-07-01' })
      .where('descendant_id', '=', former.id)
      .execute();
    expect(await reading(database.db, viewer, (read) => reaches(read, viewer, ['subtree'], former.id))).toBe(false);
  });

  it('reaches what stands below, and nothing beside', async () => {
    const other = await buildProvince(database);
    await reading(database.db, viewer, async (read) => {
      expect(await reaches(read, viewer, ['subtree'], village.id)).toBe(true);
      expect(await reaches(read, viewer, ['own'], village.id)).toBe(false);
      expect(await reaches(read, viewer, ['self'], viewer.organisationId)).toBe(false);
      for (const scope of ['subtree', 'province', 'cluster', 'council'] as const)
        expect(await reaches(read, viewer, [scope], other.committee.id)).toBe(false);
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
