import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/server/db/connect.ts';
import { askForReminders } from '../../src/server/reminding.ts';
import { faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** A month of a commune with 24 units, from the first reminder to the closed period: a demo of its own, whose day moves. */

const { visit, served } = openBrowser();
let database: Database;
beforeAll(() => {
  database = connect(served().ownerUrl, { max: 2 });
});
afterAll(async () => {
  await database?.close();
});

/** Lets a day come in the demo's province; resolves once the reminders of that day are told. */
async function comeDay(day: string): Promise<void> {
  await sql`UPDATE provinces SET fixed_today = ${day}`.execute(database.db);
  await askForReminders({ db: database.db, now: () => `${day}T02:00:00Z` });
  const left = async () => {
    const jobs = await database.db
      .selectFrom('jobs')
      .select('id')
      .where('key', '=', day)
      .where('state', '<>', 'done')
      .execute();
    return jobs.length;
  };
  await expect.poll(left, { timeout: 60_000 }).toBe(0);
}

async function enter(name: string, size: 'desktop' | 'phone'): Promise<Page> {
  const page = await visit(size);
  await signInAs(page, name);
  return page;
}

/** Asks the API as the person of a page. */
async function ask<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
  const answer = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(String(where), {
        method: String(how),
        ...(what ? { headers: { 'content-type': 'application/json' }, body: String(what) } : {}),
      });
      return { ok: response.ok, text: await response.text() };
    },
    [method, path, body ? JSON.stringify({ actionId: randomUUID(), ...body }) : null],
  );
  expect(answer.ok, answer.text).toBe(true);
  return JSON.parse(answer.text) as T;
}

const TITLE = 'Tháng cao điểm làm sạch đường bản';
const JUNE = { from: '2026-06-01', until: '2026-06-30' };
const MISSING = 'Trạm Y tế xã';
const COUNTED = /Mét đường bản được dọn sạch/;

type Unit = { id: string; name: string };
let movementId = '';
let targetId = '';
let units: Unit[] = [];
const sheet = () => `/so-lieu/${movementId}?tu=${JUNE.from}&den=${JUNE.until}`;
const cell = (page: Page, unit: string) =>
  page.getByRole('textbox', { name: new RegExp(`${COUNTED.source}.*, ${unit}$`) });
const unitCalled = (name: string): Unit => {
  const found = units.find((unit) => unit.name === name);
  if (!found) throw new Error(`no unit ${name}`);
  return found;
};

/** What somebody's page of notices says today of the movement. */
async function told(page: Page): Promise<string> {
  await page.goto(`/thong-bao`);
  await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor();
  const today = page.getByRole('region', { name: /^Hôm nay/ });
  const lines =
    (await today.count()) === 0 ? [] : await today.getByRole('listitem').filter({ hasText: TITLE }).allTextContents();
  return lines.join('\n');
}

async function enterFor(office: Page, unit: Unit, value: string): Promise<void> {
  const where = { ...JUNE, organisationId: unit.id };
  const cells = [{ targetId, version: null, value, numerator: null, denominator: null, estimated: false, note: null }];
  await ask(office, 'POST', `/api/movements/${movementId}/figures`, {
    ...where,
    cells,
    saidBy: 'Trưởng đơn vị, qua điện thoại',
  });
  await ask(office, 'POST', `/api/movements/${movementId}/figures/submit`, where);
}

describe('a month of 24 units', () => {
  it('is asked for in a few minutes', async () => {
    const office = await enter('cb.binhlu', 'desktop');
    const { person } = await ask<{ person: { organisation: Unit } }>(office, 'GET', '/api/session');
    const head = {
      title: TITLE,
      theme: null,
      kind: 'thematic',
      year: 2026,
      period: JUNE,
      organisationId: person.organisation.id,
      jointOrganisationIds: [],
    };
    const document = { number: null, symbol: null, numberSymbol: null, issuedOn: null, place: null };
    ({ movementId } = await ask<{ movementId: string }>(office, 'POST', '/api/movements', {
      head,
      document,
      from: null,
      respondsTo: [],
    }));
    const figure = {
      measure: 'amount',
      comparator: 'ge',
      change: 'level',
      value: '2400',
      low: null,
      high: null,
      numerator: null,
      denominator: null,
      unit: 'm',
      better: 'higher',
      baseline: null,
    };
    const goal = {
      name: 'Mét đường bản được dọn sạch',
      indicator: null,
      domain: null,
      figure,
      scope: null,
      dueOn: null,
      owner: null,
    };
    ({ id: targetId } = await ask<{ id: string }>(office, 'POST', `/api/movements/${movementId}/targets`, {
      goal,
      partOf: null,
      leadOrganisationId: null,
    }));
    const split = await ask<{ version: number; candidates: Unit[] }>(office, 'GET', `/api/targets/${targetId}/split`);
    units = split.candidates;
    expect(units).toHaveLength(24);
    const shares = units.map(({ id }) => ({ organisationId: id, value: '100' }));
    await ask(office, 'PUT', `/api/targets/${targetId}/split`, { version: split.version, shares, reason: null });
  });

  it('begins with a reminder to who has an account, and the names of the others to the officer', async () => {
    await comeDay('2026-07-01');
    const phone = await enter('dv.nadon', 'phone');
    const faults = faultsOf(phone);
    await phone.getByRole('link', { name: /^Thông báo, [1-9]\d* việc chưa đọc$/ }).click();
    const line = phone.getByRole('link', { name: /^Bản Nà Đon còn 1 số liệu .*hạn 06\/7\/2026$/ });
    await line.waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    await line.click();
    await cell(phone, 'Bản Nà Đon').fill('90');
    await cell(phone, 'Bản Nà Đon').blur();
    await phone.getByText('Đã lưu mọi ô').waitFor();
    await phone.getByRole('button', { name: 'Gửi số liệu' }).click();
    await phone.getByText(/^Chờ duyệt/).waitFor();
    const office = await enter('cb.binhlu', 'desktop');
    await office.getByRole('region', { name: 'Ở các đơn vị bên dưới' }).getByText(TITLE).waitFor();
    expect(await told(office)).toMatch(/^22 đơn vị chưa có tài khoản để nhắc/);
    expect(faults).toEqual([]);
  });

  it('is reported from a phone with a link, sent back with a reason, told of and corrected', async () => {
    const office = await enter('cb.binhlu', 'desktop');
    await office.goto(sheet());
    await office.getByRole('button', { name: /^Tạo (cho \d+ đơn vị chưa gửi|đường dẫn)$/ }).click();
    const asking = office.getByRole('dialog');
    const box = asking.getByRole('checkbox', { name: 'Bản Thẳm' });
    if (!(await box.isChecked())) await box.check();
    await asking.getByRole('button', { name: 'Tạo đường dẫn' }).click();
    const slip = office
      .getByRole('article')
      .filter({ has: office.getByRole('heading', { name: 'Bản Thẳm', exact: true }) });
    const address = (await slip.locator('.slip-address').textContent()) ?? '';
    const stranger = await visit('phone');
    await stranger.goto(address);
    await stranger.getByRole('textbox', { name: COUNTED }).fill('80');
    await stranger.getByRole('button', { name: /^Gửi/ }).click();
    await stranger.getByText(/Đã gửi 1 số liệu/).waitFor();

    await office.goto(sheet());
    await office.getByRole('button', { name: 'Trả lại: Bản Nà Đon' }).click();
    const why = office.getByRole('dialog');
    await why.getByRole('textbox', { name: /Lý do/ }).fill('Thiếu đoạn qua suối');
    await why.getByRole('button', { name: 'Trả lại' }).click();
    await office.getByText('Đã trả lại 1 số liệu.').waitFor();

    const phone = await enter('dv.nadon', 'phone');
    expect(await told(phone)).toContain('bị trả lại: Thiếu đoạn qua suối');
    await phone.getByRole('link', { name: /Thiếu đoạn qua suối/ }).click();
    await cell(phone, 'Bản Nà Đon').fill('120');
    await cell(phone, 'Bản Nà Đon').blur();
    await phone.getByText('Đã lưu mọi ô').waitFor();
    await phone.getByRole('button', { name: 'Gửi số liệu' }).click();
    await phone.getByText(/^Chờ duyệt/).waitFor();
    for (const unit of units)
      if (!['Bản Nà Đon', 'Bản Thẳm', MISSING].includes(unit.name)) await enterFor(office, unit, '100');
  });

  it('is urged where it is late, by one text for the chat group', async () => {
    await comeDay('2026-07-07');
    const office = await enter('cb.binhlu', 'desktop');
    expect(await told(office)).toMatch(/^1 đơn vị chưa gửi đủ số liệu .*, quá hạn từ 06\/7\/2026.*Trạm Y tế xã/s);
    await office.getByRole('listitem').filter({ hasText: TITLE }).first().getByRole('link').click();
    await office.waitForURL(new RegExp(movementId));
    await office.getByRole('heading', { name: '1 đơn vị chưa gửi đủ' }).waitFor();
    await office.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await office.getByRole('button', { name: 'Chép lời nhắc gửi Zalo' }).click();
    await office.getByText('Đã chép. Dán vào nhóm Zalo là xong.').waitFor();
    expect(await office.evaluate(() => navigator.clipboard.readText())).toContain(`- ${MISSING}`);
    await enterFor(office, unitCalled(MISSING), '60');
  });

  it('is approved and closed; who sent is told, and nobody is reminded any more', async () => {
    const office = await enter('cb.binhlu', 'desktop');
    await office.goto(sheet());
    await office.getByText('Mọi đơn vị đã gửi đủ.').waitFor();
    await office.getByRole('button', { name: 'Duyệt 2 số liệu' }).click();
    await office.getByText('Đã duyệt 2 số liệu.').waitFor();
    await office.getByRole('button', { name: 'Chốt kỳ này' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Chốt kỳ này' }).click();
    await office.getByText('Đã chốt số liệu.').waitFor();
    const phone = await enter('dv.nadon', 'phone');
    expect(await told(phone)).toContain('1 số liệu');
    expect(await told(phone)).toContain('đã được duyệt');
    await comeDay('2026-07-09');
    for (const page of [office, phone, await enter('ld.binhlu', 'desktop')]) expect(await told(page)).toBe('');
  });
});
