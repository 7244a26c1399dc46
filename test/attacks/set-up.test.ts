import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SET_UP_PATH } from '../../src/server/first-set-up.ts';
import { makeSetUpCode } from '../../src/server/session.ts';
import { openBrowser, testApp } from '../support/client.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/** The only page the server writes itself: nothing that is sent to it comes back as markup. */

let database: TestDatabase;
let code: string;
beforeAll(async () => {
  database = await freshDatabase();
  code = (await makeSetUpCode({ db: database.db, now: database.world.now })) ?? '';
});
afterAll(() => database.drop());

const PAYLOADS = [
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</title><svg onload=alert(1)>',
  '"autofocus onfocus="alert(1)',
];
const FIELDS = ['code', 'province', 'level', 'commune', 'name', 'password', 'again', 'language'];

/** Elements and attributes that no page of ours has. */
const RUNS = /<script|<img|<svg|\son\w+\s*=/i;

describe('the set-up page', () => {
  it.each(FIELDS)('writes %s as text, asked and sent', async (field) => {
    const browser = openBrowser(testApp(database));
    for (const payload of PAYLOADS) {
      const form = new URLSearchParams({
        code,
        province: 'Lai Châu',
        level: 'commune',
        commune: 'Xã Một',
        name: 'can.bo',
        [field]: payload,
      });
      const asked = await browser.send(`${SET_UP_PATH}?${form}`);
      const sent = await browser.send(SET_UP_PATH, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      });
      for (const answer of [asked, sent]) {
        expect(answer.status).toBeLessThan(500);
        // What stands in quotes is text, as long as no quote of ours ends inside it.
        expect((await answer.text()).replace(/="[^"]*"/g, '=""')).not.toMatch(RUNS);
        expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
      }
    }
  });

  it('lets its own form say where it comes from, and nobody else see the code', async () => {
    const answer = await openBrowser(testApp(database)).send(`${SET_UP_PATH}?code=${code}`);
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
  });

  it('is sent only from itself', async () => {
    const answer = await openBrowser(testApp(database)).send(SET_UP_PATH, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ code }).toString(),
    });
    expect(answer.status).toBe(403);
  });

  it('opens with no guessed code, and tells nothing of whether one is open', async () => {
    const browser = openBrowser(testApp(database));
    const answers = await Promise.all(
      ['', 'x', code.slice(0, -1), code.toUpperCase()].map((wrong) => browser.send(`${SET_UP_PATH}?code=${wrong}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await browser.send(`${SET_UP_PATH}?code=${code}`)).status).toBe(200);
  });
});
