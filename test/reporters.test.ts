import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../src/server/listen.ts';
import { rollDue } from '../src/server/rolling.ts';
import { testApp } from './support/client.ts';
import { ask, type Crowd, figuresToSend, type Kept, noteKept, plantCrowd, sendingIn } from './support/crowd.ts';
import { freshDatabase, type TestDatabase } from './support/database.ts';

/** The load test of bench/reporters.ts in small: nothing about time, all about what was kept. */

const MANY = 24;

let database: TestDatabase;
let server: Listening;
let crowd: Crowd;
beforeAll(async () => {
  database = await freshDatabase();
  crowd = await plantCrowd(database.world, MANY);
  server = await listen(testApp(database).fetch as never, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

describe('reporters who send at once while boards are read', () => {
  it('lose nothing and double nothing, also when they send again', async () => {
    const kept: Kept[] = crowd.reporters.map(() => new Map());
    let over = false;
    const boards = ['/api/figure-board', '/api/status-map'].map(async (path) => {
      let read = 0;
      do {
        expect((await ask(server.url, crowd.officer, path)).status).toBe(200);
        read += 1;
      } while (!over);
      return read;
    });
    for (const turn of [1, 2]) {
      const faults = await Promise.all(
        crowd.reporters.map(async (reporter, at) => {
          const known = kept[at] ?? new Map();
          const sending = figuresToSend(crowd, reporter, known, String(turn * 1_000 + at));
          const first = await ask(server.url, reporter, sending.path, sending.body);
          // The answer was lost on its way: the same act is sent again, and done once.
          const again = await ask(server.url, reporter, sending.path, sending.body);
          expect(again.body).toEqual(first.body);
          return noteKept(known, sending, again);
        }),
      );
      expect(faults.filter((fault) => fault !== null)).toEqual([]);
    }
    const sent = await Promise.all(
      crowd.reporters.map((reporter) => {
        const { path, body } = sendingIn(crowd, reporter);
        return ask(server.url, reporter, path, body);
      }),
    );
    over = true;
    expect((await Promise.all(boards)).every((read) => read > 0)).toBe(true);
    expect(sent.map(({ body }) => body)).toEqual(sent.map(() => ({ sent: 3 })));
    const rows = await database.owner.db
      .selectFrom('measurements')
      .select(['organisation_id', 'target_id', 'value', 'version', 'state'])
      .where('province_id', '=', crowd.provinceId)
      .execute();
    expect(rows.length).toBe(MANY * crowd.targetIds.length);
    for (const [at, { organisationId }] of crowd.reporters.entries()) {
      const own = rows.filter((row) => row.organisation_id === organisationId);
      expect(own.map(({ value, state }) => `${value} ${state}`)).toEqual(own.map(() => `${2_000 + at} submitted`));
    }
    const { n } = await database.owner.db
      .selectFrom('audit_entries')
      .select((row) => row.fn.count<string>('action_id').distinct().as('n'))
      .where('province_id', '=', crowd.provinceId)
      .where('act', '=', 'saveFigures')
      .executeTakeFirstOrThrow();
    expect(Number(n)).toBe(2 * MANY);
    await rollDue(database.world);
  });
});
