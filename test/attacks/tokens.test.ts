import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccessToken, revokeAccessToken } from '../../src/contract/access-tokens.ts';
import { TOKEN_CALLS_A_MINUTE } from '../../src/core/rules/access-tokens.ts';
import { splitTarget } from '../../src/server/measurements/split-acts.ts';
import { createMovement } from '../../src/server/movements/acts.ts';
import { addTarget } from '../../src/server/movements/target-acts.ts';
import { hashOfSecret } from '../../src/server/secrets.ts';
import { type Browser, givePassword, ORIGIN, openBrowser, testApp } from '../support/client.ts';
import { buildViewer, NOW } from '../support/database.ts';
import { amountGoal, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../support/deeds.ts';

/** What somebody does who has a token, or would like one. */

const PERIOD = { from: '2026-04-01', until: '2026-06-30' };

let place: Place;
let now: string;
let app: ReturnType<typeof testApp>;
let officer: Browser;
let targetId: string;
let movementId: string;

async function signedIn(accountId: string): Promise<Browser> {
  const browser = openBrowser(app);
  await browser.signIn(await givePassword(place.database, accountId));
  return browser;
}

beforeAll(async () => {
  place = await buildPlace();
  now = NOW;
  app = testApp({ world: { ...place.database.world, now: () => now } });
  officer = await signedIn(place.people.commune.accountId);
  const doing = place.people.commune;
  ({ movementId } = await doAs(place.database, doing, 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  }));
  const made = { movementId, goal: amountGoal('Thu ngân sách', '100'), partOf: null, leadOrganisationId: null };
  ({ id: targetId } = await doAs(place.database, doing, 'addTarget', addTarget, made));
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'quarter' })
    .where('id', '=', targetId)
    .execute();
  const shares = [place.ids.village, place.ids.commune]
    .slice(0, 1)
    .map((organisationId) => ({ organisationId, value: null }));
  await doAs(place.database, doing, 'splitTarget', splitTarget, { targetId, version: 0, shares, reason: 'x' });
});
afterAll(() => place.database.drop());

type Given = { organisationId?: string; rights?: ('read' | 'write')[]; days?: number; by?: Browser };

async function token({
  organisationId = place.ids.commune,
  rights = ['read', 'write'],
  days = 30,
  by = officer,
}: Given = {}) {
  const input = { actionId: randomUUID(), name: 'Một cửa', organisationId, rights, days };
  const { token: made } = await by.call(makeAccessToken, input as never);
  if (made === null) throw new Error('no token');
  return made;
}

const ask = (bearer: string, path: string, init: RequestInit = {}) =>
  app.request(`${ORIGIN}${path}`, {
    ...init,
    headers: { host: new URL(ORIGIN).host, authorization: `Bearer ${bearer}`, ...init.headers },
  });
const figure = (value: string, organisationId = place.ids.village) => ({ targetId, organisationId, ...PERIOD, value });
const write = (bearer: string, rows: object[], actionId: string = randomUUID(), headers: Record<string, string> = {}) =>
  ask(bearer, '/api/figures/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ actionId, rows }),
  });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('an access token', () => {
  it('writes figures as drafts in the name of its maker, and the log says through what', async () => {
    const bearer = await token();
    const actionId = randomUUID();
    const first = await write(bearer, [figure('12')], actionId);
    expect(first.status).toBe(200);
    const answer = await first.json();
    expect(answer).toMatchObject({ written: 1, errors: [] });
    // Sent twice: done once, answered the same.
    expect(await (await write(bearer, [figure('12')], actionId)).json()).toEqual(answer);
    const { db } = place.database.owner;
    const kept = await db
      .selectFrom('measurements')
      .select(['state', 'reported_by_post as by'])
      .executeTakeFirstOrThrow();
    expect(kept.state).toBe('draft');
    expect(kept.by).toMatch(/, qua mã truy cập “Một cửa”$/);
    const entry = await db
      .selectFrom('audit_entries')
      .select('post_title as post')
      .where('act', '=', 'writeFigureBatch')
      .executeTakeFirstOrThrow();
    expect(entry.post).toMatch(/, qua mã truy cập “Một cửa”$/);
    const grid = await ask(bearer, `/api/movements/${movementId}/figures?from=${PERIOD.from}&until=${PERIOD.until}`);
    expect(grid.status).toBe(200);
    const seen = await db.selectFrom('access_tokens').select('seen_at').where('seen_at', 'is not', null).execute();
    expect(seen.length).toBeGreaterThan(0);
  });

  it('lies nowhere as it is, and is shown once', async () => {
    const input = { actionId: randomUUID(), name: 'x', organisationId: place.ids.commune, rights: ['read'], days: 30 };
    const { token: made } = await officer.call(makeAccessToken, input as never);
    expect((await officer.call(makeAccessToken, input as never)).token).toBeNull();
    for (const table of ['access_tokens', 'actions', 'audit_payloads', 'audit_entries'] as const) {
      const rows = await place.database.owner.db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(made);
    }
  });

  it('opens only what is meant for it', async () => {
    const bearer = await token();
    for (const [method, path] of [
      ['GET', '/api/session'],
      ['GET', '/api/accounts'],
      ['GET', '/api/figures/due'],
      ['GET', '/api/access-tokens'],
      ['POST', '/api/access-tokens'],
      ['POST', '/api/session'],
      ['POST', `/api/movements/${movementId}/figures/approve`],
    ] as const)
      expect(await codeOf(await ask(bearer, path, { method })), path).toEqual([403, 'token-not-here']);
    const reading = await token({ rights: ['read'] });
    expect(await codeOf(await write(reading, [figure('13')]))).toEqual([403, 'token-not-here']);
    const writing = await token({ rights: ['write'] });
    expect(await codeOf(await ask(writing, '/api/movements'))).toEqual([403, 'token-not-here']);
  });

  it('reaches no further than its unit, its maker and its province', async () => {
    const village = await token({ organisationId: place.ids.village });
    const other = await (await write(village, [figure('14', place.ids.commune)])).json();
    expect(other).toMatchObject({ written: 0, errors: [{ row: 0, code: 'not-reached' }] });
    const foreign = await signedIn(place.people.elsewhere.accountId);
    const theirs = await token({ by: foreign, organisationId: place.people.elsewhere.organisationId });
    expect(await (await write(theirs, [figure('15')])).json()).toMatchObject({
      written: 0,
      errors: [{ code: 'target-not-there' }],
    });
    expect((await ask(theirs, `/api/movements/${movementId}/figures`)).status).toBe(404);
    await expect(token({ organisationId: place.people.elsewhere.organisationId })).rejects.toMatchObject({
      body: { status: 404 },
    });
    await expect(token({ organisationId: place.ids.province })).rejects.toMatchObject({ body: { status: 403 } });
    const administrator = await buildViewer(place.database, {
      provinceId: place.people.commune.provinceId,
      organisationId: place.ids.commune,
      role: 'administrator',
    });
    const keeper = await token({ by: await signedIn(administrator.accountId) });
    expect(await (await write(keeper, [figure('16')])).json()).toMatchObject({
      written: 0,
      errors: [{ code: 'not-reached' }],
    });
  });

  it('ends: taken back, expired, with the account, with the post', async () => {
    const { db } = place.database.owner;
    const gone = async (bearer: string) =>
      expect(await codeOf(await ask(bearer, '/api/movements'))).toEqual([401, 'token-gone']);
    const revoked = await token();
    const { id } = await db
      .selectFrom('access_tokens')
      .select('id')
      .where('token_hash', '=', hashOfSecret(revoked))
      .executeTakeFirstOrThrow();
    await officer.call(revokeAccessToken, { actionId: randomUUID(), tokenId: id } as never);
    await gone(revoked);
    const short = await token({ days: 1 });
    now = new Date(Date.parse(NOW) + 90_000_000).toISOString();
    await gone(short);
    now = NOW;
    const viewer = await buildViewer(place.database, {
      provinceId: place.people.commune.provinceId,
      organisationId: place.ids.commune,
    });
    const theirs = await token({ by: await signedIn(viewer.accountId) });
    expect((await ask(theirs, '/api/movements')).status).toBe(200);
    await db
      .updateTable('posts')
      .set({ valid_until: '2026-01-02', valid_from: '2026-01-01' })
      .where('id', '=', viewer.postId)
      .execute();
    await gone(theirs);
    await db.updateTable('posts').set({ valid_until: 'infinity' }).where('id', '=', viewer.postId).execute();
    await db.updateTable('accounts').set({ disabled_at: NOW }).where('id', '=', viewer.accountId).execute();
    await gone(theirs);
    for (const bearer of ['thidua_khong-co', 'thidua_', 'abc', `thidua_${'a'.repeat(200)}`]) await gone(bearer);
  });

  it('is not carried by a browser of another site, and a cookie beside it does not count', async () => {
    const bearer = await token({ rights: ['read'] });
    const crossed = await write(bearer, [figure('17')], randomUUID(), {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });
    expect(await codeOf(crossed)).toEqual([403, 'cross-site']);
    const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const both = await ask(bearer, '/api/accounts', { headers: { cookie } });
    expect(await codeOf(both)).toEqual([403, 'token-not-here']);
  });

  it('asks so many times a minute and no more', async () => {
    const bearer = await token({ rights: ['read'] });
    now = new Date(Date.parse(NOW) + 120_000).toISOString();
    const statuses: number[] = [];
    for (let turn = 0; turn <= TOKEN_CALLS_A_MINUTE; turn++)
      statuses.push((await ask(bearer, '/api/movements')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(TOKEN_CALLS_A_MINUTE);
    expect(statuses.at(-1)).toBe(429);
    now = new Date(Date.parse(NOW) + 180_000).toISOString();
    expect((await ask(bearer, '/api/movements')).status).toBe(200);
  });
});
