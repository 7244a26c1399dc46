import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { waitAfter } from '../../src/server/attempts.ts';
import { givePassword, openBrowser, PASSWORD, testApp } from '../support/client.ts';
import { buildProvince, buildViewer, freshDatabase, NOW, type TestDatabase } from '../support/database.ts';

/** Guessing passwords: many on one account, one on many accounts, from one address and from many. */

let database: TestDatabase;
let name: string;
/** How long attempts were made to wait, in milliseconds; the test itself does not wait. */
const waits: number[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const province = await buildProvince(database);
  const where = { provinceId: province.id, organisationId: province.committee.id };
  name = await givePassword(database, (await buildViewer(database, where)).accountId);
});
beforeEach(async () => {
  waits.length = 0;
  await database.owner.db.deleteFrom('sign_in_attempts').execute();
});
afterAll(() => database.drop());

const app = () => testApp(database, { apiSettings: { pause: (ms) => Promise.resolve(void waits.push(ms)) } });

async function tryAs(called: string, password: string, from: string): Promise<number> {
  const answer = await openBrowser(app()).send('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: called, password }),
    from,
  });
  return answer.status;
}

/** Attempts that failed a moment ago, each on another account and from another address. */
async function failedBefore(count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => randomUUID()).flatMap((id) => [
    { id, key: `account:${id}`, at: NOW },
    { id, key: `address:${id}`, at: NOW },
  ]);
  for (let at = 0; at < rows.length; at += 2_000)
    await database.owner.db
      .insertInto('sign_in_attempts')
      .values(rows.slice(at, at + 2_000))
      .execute();
}

describe('guessing passwords', () => {
  it('stops after ten on one account, from however many addresses; the right one is not tried any more', async () => {
    const answers: number[] = [];
    for (let at = 0; at < 12; at++) answers.push(await tryAs(name, `sai ${at}`, `198.51.100.${at}`));
    expect(answers).toEqual([...Array(10).fill(401), 429, 429]);
    expect(await tryAs(name, PASSWORD, '198.51.100.99')).toBe(429);
  });

  it('stops after a hundred accounts from one address', async () => {
    const key = createHash('sha256').update('198.51.100.7').digest('hex');
    const rows = Array.from({ length: 100 }, () => ({ id: randomUUID(), key: `address:${key}`, at: NOW }));
    await database.owner.db.insertInto('sign_in_attempts').values(rows).execute();
    expect(await tryAs('ai-do', 'Thidua@2026', '198.51.100.7')).toBe(429);
    expect(await tryAs(name, PASSWORD, '198.51.100.8')).toBe(200);
  });

  it('is slowed down for everybody when one password is tried on many accounts from many addresses', async () => {
    await failedBefore(299);
    expect(await tryAs('ai-do', 'Thidua@2026', '203.0.113.1')).toBe(401);
    expect(waits).toEqual([]);
    await failedBefore(100);
    expect(await tryAs('ai-khac', 'Thidua@2026', '203.0.113.2')).toBe(401);
    expect(waits).toEqual([waitAfter(401)]);
    expect(waits[0]).toBeGreaterThan(1_000);
    // Nobody is kept out by it.
    expect(await tryAs(name, PASSWORD, '203.0.113.3')).toBe(200);
  });

  it('never waits longer than five seconds, and not at all for the slips of a usual morning', () => {
    expect([0, 1, 300].map(waitAfter)).toEqual([0, 0, 0]);
    expect(waitAfter(301)).toBeGreaterThan(0);
    expect(waitAfter(1e9)).toBe(5_000);
  });
});
