import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProvince, buildViewer, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { act, type World } from './act.ts';
import { verifyAudit } from './audit-chain.ts';
import { snapshot, type Viewer } from './read.ts';
import { keepUp, sweepOld } from './upkeep.ts';

let database: TestDatabase;
let world: World;
let viewer: Viewer;
const NOW = '2027-06-30T05:00:00.000Z';
const failures: unknown[] = [];

const ago = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

beforeAll(async () => {
  database = await freshDatabase();
  const province = await buildProvince(database);
  await buildProvince(database);
  viewer = await buildViewer(database, { provinceId: province.id, organisationId: province.committee.id });
  world = { ...database.world, now: () => NOW, failed: (error) => void failures.push(error) };
  const db = database.owner.db;
  const session = (expires_at: string) => ({
    token_hash: Buffer.from(randomUUID()),
    province_id: province.id,
    account_id: viewer.accountId,
    post_id: viewer.postId,
    created_at: expires_at,
    seen_at: expires_at,
    expires_at,
    address: '192.0.2.1',
    device: 'x',
  });
  await db
    .insertInto('sessions')
    .values([session(ago(31)), session(ago(29)), session(ago(-1))])
    .execute();
  const reading = (state: 'failed' | 'cancelled' | 'waiting', ended_at: string | null) => ({
    id: randomUUID(),
    province_id: province.id,
    organisation_id: province.committee.id,
    file_name: state,
    size: 1,
    state,
    started_at: ago(90),
    started_by: viewer.accountId,
    started_by_post: 'x',
    ended_at,
    failure_code: state === 'failed' ? 'interrupted' : null,
  });
  await db
    .insertInto('readings')
    .values([
      reading('failed', ago(31)),
      reading('failed', ago(3)),
      reading('cancelled', ago(60)),
      reading('waiting', null),
    ])
    .execute();
  for (const [days, address] of [
    [400, '198.51.100.1'],
    [100, '198.51.100.2'],
  ] as const)
    await act(
      { ...world, now: () => ago(days) },
      {
        viewer: { ...viewer, from: { address, device: 'x' } },
        name: 'editMovement',
        actionId: randomUUID(),
        input: {},
      },
      async (_tx, _input, context) => {
        context.record({ deed: 'edited', subjectKind: 'movement', subjectId: null });
        return null;
      },
    );
});
afterAll(() => database.drop());

const count = async (question: string) =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.raw(question)}`.execute(database.owner.db)).rows[0]?.n;

describe('the sweep', () => {
  it('forgets what is past its time and nothing else, and says how much', async () => {
    expect(await sweepOld(world, viewer.provinceId)).toEqual({
      sessions: 1,
      actions: 1,
      readings: 2,
      notices: 0,
      jobs: 0,
      evidence: 0,
    });
    expect(await count('sessions')).toBe(2);
    expect(await count('readings')).toBe(2);
    expect(await count('actions')).toBe(1);
    expect(await count("audit_payloads WHERE origin LIKE '%198.51.100.1%'")).toBe(0);
    expect(await count("audit_payloads WHERE origin LIKE '%198.51.100.2%'")).toBe(1);
    expect((await snapshot(database.owner.db, (all) => verifyAudit(all))).breaks).toEqual([]);
  });

  it('goes by what the province set', async () => {
    await database.owner.db
      .insertInto('settings')
      .values({
        id: randomUUID(),
        province_id: viewer.provinceId,
        organisation_id: viewer.organisationId,
        key: 'retention.sessions',
        value: '7',
        valid_from: '2027-01-01',
        set_at: NOW,
        set_by: viewer.accountId,
        set_by_post: 'x',
      })
      .execute();
    expect(await sweepOld(world, viewer.provinceId)).toMatchObject({ sessions: 1 });
    expect(await count('sessions')).toBe(1);
  });
});

describe('the daily work', () => {
  it('is done once in each province, however many processes come', async () => {
    const done = await Promise.all([keepUp(world), keepUp(world), keepUp(world)]);
    expect(done.flat().sort()).toEqual([...new Set(done.flat())].sort());
    expect(done.flat().length).toBe(4);
    expect(await keepUp(world)).toEqual([]);
    const said = await database.owner.db.selectFrom('upkeep').select('said').where('job', '=', 'check-audit').execute();
    for (const row of said) expect(row.said).toMatchObject({ breaks: [] });
    expect(failures).toEqual([]);
  });

  it('finds a broken chain, and goes on where something fails', async () => {
    await sql`UPDATE upkeep SET done_at = now() - interval '2 days'`.execute(database.owner.db);
    await sql`ALTER TABLE audit_entries DISABLE TRIGGER USER`.execute(database.owner.db);
    await sql`UPDATE audit_entries SET deed = 'x' WHERE seq = 1 AND province_id = ${viewer.provinceId}`.execute(
      database.owner.db,
    );
    await sql`ALTER TABLE sessions RENAME TO sessions_away`.execute(database.owner.db);
    const done = await keepUp(world);
    await sql`ALTER TABLE sessions_away RENAME TO sessions`.execute(database.owner.db);
    expect(done.filter((job) => job.startsWith('check-audit')).length).toBe(2);
    expect(failures.length).toBe(2);
    const { said } = await database.owner.db
      .selectFrom('upkeep')
      .select('said')
      .where('job', '=', 'check-audit')
      .where('province_id', '=', viewer.provinceId)
      .executeTakeFirstOrThrow();
    expect(said).toMatchObject({ breaks: [{ seq: '1', how: 'row-changed' }] });
  });
});
