import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, givePassword, openBrowser, testApp } from '../../../test/support/client.ts';
import { buildViewer } from '../../../test/support/database.ts';
import { askAs, buildPlace, type Place } from '../../../test/support/deeds.ts';
import { checkAudit, exportAudit, getAuditHead, openAuditOrigin } from '../../contract/audit.ts';
import type { Role } from '../../core/rules/access.ts';
import { act } from '../act.ts';
import { erasePayload } from '../audit.ts';
import { verifyAudit } from '../audit-chain.ts';
import { snapshot, type Viewer } from '../read.ts';
import { type AuditFilters, viewAudit } from './views.ts';

let place: Place;
let auditor: Viewer;
let administrator: Viewer;
let top: Viewer;

const FROM = { address: '198.51.100.9', device: 'Máy thử' };

/** Something done by somebody, at an instant, with what it changed. */
const done = (
  viewer: Viewer,
  after: object,
  at = '2026-06-30T02:00:00.000Z',
  name: 'editMovement' | 'addTask' = 'editMovement',
) =>
  act(
    { ...place.database.world, now: () => at },
    { viewer, name, actionId: randomUUID(), input: after },
    async (_tx, _input, context) => {
      context.record({ deed: 'edited', subjectKind: 'movement', subjectId: null, before: { title: 'Cũ' }, after });
      return null;
    },
  );

/** Ids as anybody may send them. */
type Sent = { [Name in keyof AuditFilters]?: string };
const list = async (viewer: Viewer, filters: Sent & { before?: string; limit?: number } = {}) =>
  (await askAs(place.database, viewer, viewAudit, filters as AuditFilters)).entries;
const seqs = async (viewer: Viewer, filters: Sent = {}) =>
  (await list(viewer, filters)).map(({ seq }) => Number(seq)).sort((a, b) => a - b);

async function signedIn(viewer: Viewer): Promise<Browser> {
  const browser = openBrowser(testApp(place.database));
  await browser.signIn(await givePassword(place.database, viewer.accountId));
  return browser;
}

beforeAll(async () => {
  place = await buildPlace();
  const { database, ids, people } = place;
  const sit = (organisationId: string, role: Role) =>
    buildViewer(database, { provinceId: people.commune.provinceId, organisationId, role });
  auditor = await sit(ids.other, 'auditor');
  administrator = await sit(ids.commune, 'administrator');
  top = await sit(ids.province, 'administrator');
  await done({ ...people.commune, from: FROM }, { title: 'Phong trào Ánh Dương' }, '2026-06-01T01:00:00.000Z'); // 1
  await done(people.other, { title: 'Khác' }, '2026-06-02T16:59:59.000Z'); // 2: still the 2nd in Vietnam
  await done(people.province, { title: 'Tỉnh' }, '2026-06-02T17:00:00.000Z'); // 3: the 3rd
  await done(people.commune, { content: 'Làm đường' }, '2026-06-05T01:00:00.000Z', 'addTask'); // 4
  await done({ ...people.commune, organisationId: ids.village, deputationId: randomUUID() }, { title: 'Bản' }); // 5
});
afterAll(() => place.database.drop());

describe('the log', () => {
  it('is all of the province for an auditor, and of one’s own place and below for an administrator', async () => {
    expect(await seqs(auditor)).toEqual([1, 2, 3, 4, 5]);
    expect(await seqs(administrator)).toEqual([1, 4, 5]);
    expect(await seqs(top)).toEqual([1, 2, 3, 4, 5]);
    const elsewhere = await buildViewer(place.database, {
      provinceId: place.people.elsewhere.provinceId,
      organisationId: place.people.elsewhere.organisationId,
      role: 'auditor',
    });
    expect(await seqs(elsewhere)).toEqual([]);
  });

  it('says who, when, what, before and after, and not from where', async () => {
    const entry = (await list(auditor)).find(({ seq }) => seq === '1');
    expect(entry).toMatchObject({
      at: '2026-06-01T01:00:00.000Z',
      accountId: place.people.commune.accountId,
      post: place.people.commune.postTitle,
      organisation: { name: 'Xã Một' },
      act: 'editMovement',
      deed: 'edited',
      before: { title: 'Cũ' },
      after: { title: 'Phong trào Ánh Dương' },
      erasedAt: null,
      hasOrigin: true,
      deputised: false,
    });
    expect(JSON.stringify(entry)).not.toContain(FROM.address);
    expect((await list(auditor)).find(({ seq }) => seq === '5')).toMatchObject({ hasOrigin: false, deputised: true });
  });

  it.each<[string, () => Sent, number[]]>([
    ['who', () => ({ accountId: place.people.other.accountId }), [2]],
    ['the organisation and below', () => ({ organisationId: place.ids.commune }), [1, 4, 5]],
    ['the act', () => ({ act: 'addTask' }), [4]],
    ['the kind of subject', () => ({ subjectKind: 'target' }), []],
    ['the first day', () => ({ from: '2026-06-03' }), [3, 4, 5]],
    ['the last day', () => ({ until: '2026-06-02' }), [1, 2]],
    ['one day', () => ({ from: '2026-06-03', until: '2026-06-03' }), [3]],
    ['words of what changed', () => ({ q: 'duong' }), [1, 4]],
    ['words of the organisation', () => ({ q: 'xa hai' }), [2]],
    ['words of the act', () => ({ q: 'them nhiem vu' }), [4]],
    ['words that stand nowhere', () => ({ q: 'anh duong khong co' }), []],
    ['marks that a pattern would read', () => ({ q: '%' }), [1, 2, 3, 4, 5]],
  ])('is searched by %s', async (_what, filters, expected) => {
    expect(await seqs(auditor, filters())).toEqual(expected);
  });

  it('is read a page at a time to its beginning', async () => {
    const seen: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 5; page++) {
      const answer = await askAs(place.database, auditor, viewAudit, { limit: 2, ...(before ? { before } : {}) });
      seen.push(...answer.entries.map(({ seq }) => seq));
      if (answer.next === null) break;
      before = answer.next;
    }
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
  });

  it('shows what an administrator’s place did while it stood below, and no more', async () => {
    const { database, ids, people } = place;
    const owner = database.owner.db;
    await owner
      .updateTable('organisation_closure')
      .set({ valid_until: '2026-06-03' })
      .where('ancestor_id', '=', ids.province)
      .where('descendant_id', '=', ids.other)
      .execute();
    await done(people.other, { title: 'Sau khi chuyển' }, '2026-06-20T01:00:00.000Z'); // 6
    expect(await seqs(top, { accountId: people.other.accountId })).toEqual([2]);
    expect(await seqs(auditor, { accountId: people.other.accountId })).toEqual([2, 6]);
    await owner
      .updateTable('organisation_closure')
      .set({ valid_until: 'infinity' })
      .where('descendant_id', '=', ids.other)
      .execute();
  });

  it('says that details were erased, and keeps the rest', async () => {
    const { database, people } = place;
    await act(
      database.world,
      { viewer: people.commune, name: 'editMovement', actionId: randomUUID(), input: {} },
      async (tx, _input, context) => {
        const record = await erasePayload(tx, {
          provinceId: people.commune.provinceId,
          seq: '4',
          at: context.now,
          why: 'x',
        });
        if (record) context.record(record);
        return null;
      },
    );
    expect((await list(auditor)).find(({ seq }) => seq === '4')).toMatchObject({
      post: people.commune.postTitle,
      before: null,
      after: null,
      hasOrigin: false,
      erasedAt: '2026-06-30T02:00:00.000Z',
    });
  });
});

describe('what is done with the log', () => {
  const last = async () => (await list(auditor, { limit: 1 }))[0];

  it('looking from where stands in it, and the address is kept nowhere else', async () => {
    const browser = await signedIn(auditor);
    const answer = await browser.call(openAuditOrigin, { actionId: randomUUID(), seq: '1' });
    expect(answer).toEqual(FROM);
    expect(await last()).toMatchObject({ act: 'openAuditOrigin', deed: 'origin-shown', after: { seq: '1' } });
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM actions
      WHERE answer::text LIKE ${`%${FROM.address}%`}`.execute(place.database.owner.db);
    expect(rows).toEqual([{ n: 0 }]);
    expect(await browser.call(openAuditOrigin, { actionId: randomUUID(), seq: '2' })).toBeNull();
    // Entries of others are not there for an administrator beside them.
    const beside = await signedIn(administrator);
    await expect(beside.call(openAuditOrigin, { actionId: randomUUID(), seq: '2' })).rejects.toMatchObject({
      body: { kind: 'not-found' },
    });
  });

  it('taking it away stands in it, and gives a file without formulas', async () => {
    await done(place.people.commune, { title: '=cmd|x' });
    const browser = await signedIn(auditor);
    const file = async (more: object) => {
      const response = await browser.send('/api/audit/export', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ actionId: randomUUID(), withOrigins: false, ...more }),
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/csv');
      return Buffer.from(await response.arrayBuffer()).toString('utf8');
    };
    const text = await file({ until: '2026-06-02' });
    expect(text.startsWith('\uFEFFDòng,Lúc,')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    expect(lines.length).toBe(3);
    expect(lines[2]).toContain('1,2026-06-01 08:00:00,');
    expect(text).not.toContain(FROM.address);
    expect(await last()).toMatchObject({ act: 'exportAudit', after: { until: '2026-06-02', withOrigins: false } });
    expect(await file({ withOrigins: true })).toContain(`${FROM.address},${FROM.device}`);
    expect(exportAudit.answers).toBe('file');
  });

  it('its head and its whole chain are shown and checked in the browser', async () => {
    const browser = await signedIn(administrator);
    const before = await browser.call(getAuditHead, {});
    const { chains } = await snapshot(place.database.owner.db, (all) => verifyAudit(all));
    const own = chains.find(({ province }) => province === 'Tỉnh Mẫu');
    expect(before).toMatchObject({ province: 'Tỉnh Mẫu', count: own?.rows, hash: own?.head, checked: null });
    const check = await browser.call(checkAudit, { actionId: randomUUID() });
    expect(check).toEqual({ whole: true, rows: own?.rows, breaks: [] });
    expect(await browser.call(getAuditHead, {})).toMatchObject({ checked: { whole: true } });
    await sql`ALTER TABLE audit_entries DISABLE TRIGGER USER`.execute(place.database.owner.db);
    await sql`UPDATE audit_entries SET deed = 'x' WHERE seq = 3`.execute(place.database.owner.db);
    expect(await browser.call(checkAudit, { actionId: randomUUID() })).toMatchObject({
      whole: false,
      breaks: [{ seq: '3', how: 'row-changed' }],
    });
    expect(await browser.call(getAuditHead, {})).toMatchObject({ checked: { whole: false } });
  });
});
