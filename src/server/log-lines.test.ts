import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, PASSWORD, testApp } from '../../test/support/client.ts';
import { buildPlace, headOf, NO_NUMBER, type Place } from '../../test/support/deeds.ts';
import { makeLog } from './log.ts';
import { hashPassword } from './password.ts';

/** Every word that a person may bring, marked, and every line the server writes while they do. */

const MARK = `dau-${randomUUID()}`;
const lines: string[] = [];
let place: Place;

beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

describe('the log of requests', () => {
  it('holds no secret, no name, no address and nothing people wrote', async () => {
    const { database, people, ids } = place;
    const log = makeLog('debug', (line) => void lines.push(line), database.world.now);
    const app = testApp(database, { log });
    const name = `ten-${MARK}`;
    await database.owner.db
      .updateTable('accounts')
      .set({ name, email: `${MARK}@example.vn`, password_hash: await hashPassword(PASSWORD) })
      .where('id', '=', people.commune.accountId)
      .execute();
    const browser = openBrowser(app);
    const json = (method: string, body: unknown): RequestInit & { from: string } => ({
      method,
      from: '203.0.113.99',
      headers: { 'content-type': 'application/json', 'user-agent': `may-${MARK}` },
      body: JSON.stringify(body),
    });
    const statuses: number[] = [];
    const ask = async (path: string, init?: RequestInit & { from?: string }) => {
      const response = await browser.send(path, init);
      statuses.push(response.status);
      await response.text();
    };
    await ask('/api/session', json('POST', { name, password: `sai-${MARK}` }));
    await ask('/api/session', json('POST', { name, password: PASSWORD }));
    const token = [...browser.cookies.values()].join();
    expect(token.length).toBeGreaterThan(20);
    const head = headOf(ids.commune, { title: `Tên ${MARK}` });
    const asked = { actionId: randomUUID(), head, document: NO_NUMBER, from: null, respondsTo: [] };
    await ask('/api/movements', json('POST', asked));
    await ask(`/api/movements?q=${MARK}`);
    await ask(`/api/organisations?q=${MARK}`);
    await ask(`/api/movements/${MARK}`);
    await ask(`/khong-co/${MARK}?token=${MARK}`);
    await ask(`/set-up?code=${MARK}`);
    await ask('/api/movements', json('POST', { ...asked, head: { ...head, year: MARK } }));
    await ask('/api/movements', { ...json('POST', {}), body: `{"${MARK}` });
    await ask(`/api/accounts/${people.commune.accountId}/personal-data`, json('POST', { actionId: randomUUID() }));
    await ask('/api/documents?name=x', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: `Nội dung ${MARK}`,
    });
    // Something breaks inside while it holds what a person wrote.
    await database.owner.db.schema.alterTable('movements').dropColumn('theme').execute();
    await ask('/api/movements', json('POST', { ...asked, actionId: randomUUID() }));
    expect(new Set(statuses)).toEqual(new Set([200, 400, 401, 403, 404, 500].filter((one) => statuses.includes(one))));
    expect(statuses).toContain(500);
    expect(lines.length).toBeGreaterThanOrEqual(statuses.length);
    const written = lines.join('');
    for (const secret of [MARK, PASSWORD, token, '203.0.113.99', people.commune.accountId, people.commune.postTitle])
      expect([secret, written.includes(secret)]).toEqual([secret, false]);
    for (const line of lines) expect(typeof JSON.parse(line)).toBe('object');
  });
});
