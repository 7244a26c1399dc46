import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, givePassword, openBrowser, testApp } from '../../../test/support/client.ts';
import { buildViewer } from '../../../test/support/database.ts';
import { buildPlace, type Place } from '../../../test/support/deeds.ts';
import { AccountId } from '../../contract/ids.ts';
import {
  correctPersonalData,
  erasePersonalPayloads,
  PersonalData,
  showPersonalData,
} from '../../contract/personal-data.ts';
import { act } from '../act.ts';
import { verifyAudit } from '../audit-chain.ts';
import { snapshot, type Viewer } from '../read.ts';

let place: Place;
let administrator: Viewer;
let someone: Viewer;
let browser: Browser;
let own: Browser;

const EMAIL = 'nguoi.mau@example.vn';
const FROM = { address: '203.0.113.77', device: 'Điện thoại của người mẫu' };
const asking = (viewer: Viewer) => ({ actionId: randomUUID() as never, accountId: AccountId.parse(viewer.accountId) });
const deeds = async () =>
  place.database.owner.db
    .selectFrom('audit_entries as e')
    .innerJoin('audit_payloads as p', (join) =>
      join.onRef('p.province_id', '=', 'e.province_id').onRef('p.seq', '=', 'e.seq'),
    )
    .select(['e.seq', 'e.act', 'e.deed', 'e.subject_id as subjectId', 'p.payload', 'p.origin'])
    .where('e.province_id', '=', administrator.provinceId)
    .orderBy('e.seq')
    .execute();

async function signedIn(viewer: Viewer): Promise<Browser> {
  const opened = openBrowser(testApp(place.database));
  await opened.signIn(await givePassword(place.database, viewer.accountId));
  return opened;
}

beforeAll(async () => {
  place = await buildPlace();
  administrator = await buildViewer(place.database, {
    provinceId: place.people.commune.provinceId,
    organisationId: place.ids.commune,
    role: 'administrator',
  });
  someone = { ...place.people.village, from: FROM };
  const { db } = place.database.owner;
  await db.updateTable('accounts').set({ email: EMAIL }).where('id', '=', someone.accountId).execute();
  const note = (viewer: Viewer, after: object, subjectId: string | null = null) =>
    act(
      place.database.world,
      { viewer, name: 'setTaskState', actionId: randomUUID(), input: after },
      async (_tx, _i, context) => {
        context.record({ deed: 'noted', subjectKind: subjectId ? 'account' : 'task', subjectId, after });
        return null;
      },
    );
  await note(someone, { state: 'done' });
  await note(place.people.commune, { told: EMAIL });
  await note(place.people.commune, { n: 1 }, someone.accountId);
  await note(place.people.commune, { n: 2 });
  browser = await signedIn(administrator);
  own = await signedIn(someone);
});
afterAll(() => place.database.drop());

describe('a person’s record', () => {
  it('is shown to the person and to who administers the place, and each look stands in the log', async () => {
    const shown = await browser.call(showPersonalData, asking(someone));
    expect(shown).toMatchObject({
      account: { email: EMAIL },
      posts: [{ role: 'reporter', organisation: { name: 'Bản Một' }, from: null, until: null }],
      sessions: [{ address: '192.0.2.7' }],
      // The third is this very look.
      log: { deeds: 1, origins: 1, about: 3 },
    });
    expect((await deeds()).at(-1)).toMatchObject({ deed: 'personal-data-shown', subjectId: someone.accountId });
    const mine = await own.call(showPersonalData, asking(someone));
    expect(mine.account).toEqual(shown.account);
    await expect(own.call(showPersonalData, asking(administrator))).rejects.toMatchObject({
      body: { kind: 'forbidden' },
    });
    for (const stranger of [place.people.other, place.people.elsewhere])
      await expect(browser.call(showPersonalData, asking(stranger))).rejects.toMatchObject({
        body: { kind: 'not-found' },
      });
    const kept = await place.database.owner.db.selectFrom('actions').select('answer').execute();
    expect(JSON.stringify(kept)).not.toContain(EMAIL);
  });

  it('is taken away as a file', async () => {
    const response = await own.send(`/api/accounts/${someone.accountId}/personal-data/export`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ actionId: randomUUID() }),
    });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(PersonalData.parse(await response.json()).account.email).toBe(EMAIL);
    expect((await deeds()).at(-1)).toMatchObject({ deed: 'personal-data-exported' });
  });

  it('is corrected, and the log does not keep the address', async () => {
    await own.call(correctPersonalData, { ...asking(someone), email: 'moi@example.vn' });
    expect((await browser.call(showPersonalData, asking(someone))).account.email).toBe('moi@example.vn');
    const rows = await deeds();
    expect(rows.some(({ payload }) => payload?.includes('moi@example.vn'))).toBe(false);
    await place.database.owner.db
      .updateTable('accounts')
      .set({ email: 'CO.ROI@example.vn' })
      .where('id', '=', place.people.elsewhere.accountId)
      .execute();
    // Taken in another province, which is not shown: the same word as in one's own.
    await expect(
      own.call(correctPersonalData, { ...asking(someone), email: 'co.roi@example.vn' }),
    ).rejects.toMatchObject({ body: { kind: 'refused' } });
    await own.call(correctPersonalData, { ...asking(someone), email: EMAIL });
  });

  it('is erased from the log, which stays whole and tells of it', async () => {
    const before = await deeds();
    const about = before.filter(
      ({ payload, subjectId }) => subjectId === someone.accountId || payload?.includes(EMAIL),
    );
    const done = await browser.call(erasePersonalPayloads, { ...asking(someone), why: 'Yêu cầu của người dùng' });
    expect(done.payloads).toBe(about.length);
    expect(done.origins).toBeGreaterThan(0);
    const after = await deeds();
    expect(after.some(({ payload }) => payload?.includes(EMAIL))).toBe(false);
    expect(after.some(({ origin }) => origin?.includes(FROM.address))).toBe(false);
    // Who did what, and everybody else's details, are as they were.
    expect(after.slice(0, before.length).map(({ act: name, deed }) => [name, deed])).toEqual(
      before.map(({ act: name, deed }) => [name, deed]),
    );
    expect(after.find(({ seq }) => seq === '4')?.payload).toContain('"n":2');
    const { breaks } = await snapshot(place.database.owner.db, (all) => verifyAudit(all));
    expect(breaks).toEqual([]);
    await browser.call(erasePersonalPayloads, { ...asking(someone), why: 'Lần nữa' });
    expect((await snapshot(place.database.owner.db, (all) => verifyAudit(all))).breaks).toEqual([]);
    await expect(own.call(erasePersonalPayloads, { ...asking(someone), why: 'Tự xóa' })).rejects.toMatchObject({
      body: { kind: 'forbidden' },
    });
  });
});
