import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, faultsOf, openBrowser, type Size, seriousFaults, signInAs } from './browser.ts';
import { type Serving, serveEmpty } from './serve.ts';

/** People and their posts: the first run, an invitation, acting for another, a hand-over. */

const { visit } = openBrowser();
const SECRET = 'một câu dài chỉ mình biết';

/** Chooses in a field that searches while one types. */
async function pick(page: Page, label: string | RegExp, typed: string, option: RegExp): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox', { name: label });
  await field.click();
  await field.fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

/** Somebody new, up to the slip that is shown once; what opens the account. */
async function makeAccount(
  page: Page,
  { place, title, name, slip = false }: { place: string; title: string; name: string; slip?: boolean },
): Promise<string> {
  await page.getByRole('button', { name: 'Thêm tài khoản' }).first().click();
  const dialog = page.getByRole('dialog');
  await pick(page, /^Giữ chức danh ở đơn vị/, place, new RegExp(place));
  await dialog.getByRole('combobox', { name: /^Làm vai trò gì/ }).click();
  await page.getByRole('option', { name: 'Người báo cáo của đơn vị' }).click();
  await dialog.getByRole('textbox', { name: /^Chức danh/ }).fill(title);
  await dialog.getByRole('textbox', { name: /^Tên đăng nhập/ }).fill(name);
  if (slip) await dialog.getByRole('radio', { name: 'Phiếu in' }).check();
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await page.getByRole('heading', { name: 'Phiếu cấp tài khoản' }).waitFor();
  return (await page.locator('dd.account-secret').last().textContent()) ?? '';
}

describe('an empty installation', () => {
  let empty: Serving;
  beforeAll(async () => {
    empty = await serveEmpty();
  });
  afterAll(() => empty.stop());

  it('leads from the first administrator to somebody invited who is signed in', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await page.goto(await empty.heard(/http:\/\/\S+\/set-up\?code=[\w-]{43}/));
    await page.getByLabel('Tỉnh, thành phố').selectOption('Lai Châu');
    await page.getByLabel(/^Tên xã/).fill('Xã Bình Lư');
    await page.getByLabel(/^Tên đăng nhập/).fill('qt.binhlu');
    await page.getByLabel(/^Mật khẩu/).fill(SECRET);
    await page.getByLabel(/^Nhập lại/).fill(SECRET);
    await page.getByRole('button').click();
    await page.getByRole('link', { name: 'Tới trang đăng nhập' }).click();
    await page.getByLabel('Tên đăng nhập').fill('qt.binhlu');
    await page.getByLabel('Mật khẩu', { exact: false }).first().fill(SECRET);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();

    const steps = page.getByRole('region', { name: 'Bắt đầu dùng' });
    await steps.waitFor();
    expect(await steps.getByRole('img', { name: 'chưa làm' }).count()).toBe(3);
    expect(await seriousFaults(page)).toEqual([]);
    await steps.getByRole('link', { name: 'Tới Đơn vị' }).click();
    await page.getByRole('button', { name: 'Thêm đơn vị trực thuộc' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: /^Tên/ }).first().fill('Bản Nà Đon');
    await page.getByRole('dialog').getByRole('button', { name: 'Thêm đơn vị trực thuộc' }).click();
    await page.getByText('Bản Nà Đon').first().waitFor();

    await page.getByRole('navigation', { name: 'Quản trị' }).getByRole('link', { name: 'Tài khoản' }).click();
    await page.getByRole('heading', { name: 'Chưa có ai ngoài bạn' }).waitFor();
    const link = await makeAccount(page, { place: 'Bản Nà Đon', title: 'Trưởng bản', name: 'dv.nadon' });
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/loi-moi\/[\w-]{43}$/);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Xong' }).click();
    const row = page.getByRole('row', { name: /dv\.nadon/ });
    await row.getByText('Chưa nhận lời mời').waitFor();
    // Shown once: going back does not bring it again.
    await page.goBack();
    expect(await page.getByText(link).count()).toBe(0);

    const guest = await visit('phone');
    await guest.goto(link);
    await guest.getByText('Trưởng bản, Bản Nà Đon').waitFor();
    await guest.getByLabel('Đặt mật khẩu').fill('ba con trâu đi qua suối');
    await guest.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
    await guest.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    await guest.getByText('Trưởng bản · Bản Nà Đon').waitFor();
    await page.goto(`${empty.address}/quan-tri/tai-khoan`);
    await row.getByText('Đang dùng').waitFor();

    await page.goto(`${empty.address}/`);
    await steps.waitFor();
    expect(await steps.getByRole('img', { name: 'xong' }).count()).toBe(2);
    await steps.getByRole('button', { name: 'Không hiện nữa' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    expect(await steps.count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('acting for another', () => {
  it('lends a post for some days, is seen on every page, and ends when it is called back', async () => {
    const holder = await visit('desktop');
    await signInAs(holder, 'cb.binhlu');
    await holder.getByRole('button', { name: 'Tài khoản' }).click();
    await holder.getByRole('menuitem', { name: 'Ủy quyền, làm thay' }).click();
    await holder.getByRole('heading', { name: 'Ủy quyền, làm thay' }).waitFor();
    await holder.getByRole('button', { name: /^Ủy quyền chức danh/ }).click();
    const dialog = holder.getByRole('dialog');
    await pick(holder, /^Người làm thay/, 'chu tich', /Chủ tịch Ủy ban nhân dân/);
    await dialog.getByLabel(/^Đến hết ngày/).fill('10/7/2026');
    await dialog.getByLabel('Lý do, số văn bản').fill('Đi tập huấn');
    await dialog.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
    const lent = holder.getByRole('region', { name: 'Đang nhờ người khác làm thay' });
    await lent.getByText(/đến hết 10\/7\/2026 · đang có hiệu lực/).waitFor();
    expect(await seriousFaults(holder)).toEqual([]);

    const deputy = await visit('phone');
    await signInAs(deputy, 'ld.binhlu');
    const door = deputy.getByRole('navigation').getByRole('link', { name: 'Văn bản' });
    expect(await deputy.getByRole('link', { name: 'Tạo phong trào từ văn bản' }).count()).toBe(0);
    await deputy.getByRole('button', { name: 'Tài khoản' }).click();
    await deputy.getByRole('menuitem', { name: /Thay: Chuyên viên thi đua/ }).click();
    const band = deputy.getByRole('status').filter({ hasText: 'Đang làm thay Chuyên viên thi đua' });
    await band.waitFor();
    await band.getByText(/đến hết 10\/7\/2026/).waitFor();
    await deputy.getByRole('link', { name: 'Tạo phong trào từ văn bản' }).waitFor();
    expect(await seriousFaults(deputy)).toEqual([]);
    await expectNoSidewaysScroll(deputy);
    await door.last().click();
    await deputy.getByRole('heading', { name: 'Tạo phong trào từ văn bản' }).waitFor();
    await band.waitFor();
    await deputy.getByRole('button', { name: 'Về chức danh của mình' }).click();
    await band.waitFor({ state: 'detached' });
    await deputy.getByRole('heading', { name: 'Tổng quan' }).waitFor();

    await deputy.goto('/uy-quyen');
    await deputy.getByRole('button', { name: /^Vào làm thay/ }).click();
    await band.waitFor();
    await lent.getByRole('button', { name: 'Thu lại' }).click();
    await dialog.getByRole('button', { name: 'Thu lại' }).click();
    await lent.getByText('Không có chức danh nào đang nhờ người khác làm thay.').waitFor();
    // Out with the next click.
    await deputy.goto('/');
    await deputy.getByRole('heading', { name: 'Đăng nhập Thi Đua' }).waitFor();
  });
});

describe('an administrator', () => {
  it('prints a slip, warns of combined roles, hands over and prints the record', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/tai-khoan');
    const password = await makeAccount(page, {
      place: 'Bản Nà Đon',
      title: 'Phó trưởng bản',
      name: 'dv.nadon2',
      slip: true,
    });
    expect(password).toMatch(/^(\w{5}-){2}\w{5}$/);
    // On paper nothing but the slip.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'Quản trị' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Xong' }).isVisible()).toBe(false);
    expect(await page.getByText(password).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Xong' }).click();

    await page.getByRole('searchbox', { name: 'Tìm tài khoản' }).fill('pho truong ban');
    await page.waitForURL(/q=pho/);
    await page.getByRole('link', { name: 'dv.nadon2' }).click();
    await page.getByRole('button', { name: 'Thêm chức danh' }).click();
    const dialog = page.getByRole('dialog');
    await pick(page, /^Giữ chức danh ở đơn vị/, 'Bản Nà Đon', /Bản Nà Đon/);
    await dialog.getByRole('combobox', { name: /^Làm vai trò gì/ }).click();
    await page.getByRole('option', { name: 'Lãnh đạo' }).click();
    await dialog.getByRole('button', { name: 'Thêm chức danh' }).click();
    await page.getByText('Vừa nhập vừa duyệt số liệu').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Bàn giao' }).click();
    await page.getByRole('heading', { name: 'Bàn giao từ dv.nadon2' }).waitFor();
    const successor = page.getByRole('combobox', { name: /^Người nhận/ });
    await successor.click();
    await successor.fill('truong ban');
    await page.getByRole('option', { name: /dv\.nadon\)/ }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bàn giao' }).click();
    await dialog.getByRole('button', { name: 'Bàn giao' }).click();
    await page.getByRole('heading', { name: 'Biên bản bàn giao công việc', level: 1 }).waitFor();
    await page.getByText('Phó trưởng bản').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto('/quan-tri/tai-khoan?q=dv.nadon2');
    await page.getByText('Không còn giữ chức danh nào').waitFor();

    await page.getByRole('link', { name: 'dv.nadon2' }).click();
    await page.getByRole('button', { name: 'Khóa', exact: true }).click();
    await dialog.getByRole('button', { name: 'Khóa' }).click();
    await page.getByText('Đã khóa', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('after a merger', () => {
  it('people are led from what has ended to what it became', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    const ask = async (path: string, body: object): Promise<string> =>
      String(
        await page.evaluate(
          async ([to, sent]) => {
            const answer = await fetch(to ?? '', {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: sent ?? '',
            });
            const found = (await answer.json()) as { organisationId?: string; accountId?: string };
            return found.organisationId ?? found.accountId;
          },
          [path, JSON.stringify({ actionId: crypto.randomUUID(), ...body })],
        ),
      );
    const { organisations } = (await page.evaluate(
      "fetch('/api/organisations?q=xa+binh+lu').then((answer) => answer.json())",
    )) as { organisations: { id: string }[] };
    const head = (name: string) => ({ name, issuerName: null, kind: 'village', level: 'unit', code: null });
    const parentId = organisations[0]?.id ?? '';
    const unit = (name: string) => ask('/api/organisations', { on: null, paper: null, head: head(name), parentId });
    const [first, second] = [await unit('Bản Cũ Một'), await unit('Bản Cũ Hai')];
    const post = { role: 'reporter', title: 'Trưởng bản cũ', from: null, lastDay: null };
    await ask('/api/accounts', { name: 'dv.bancu', email: null, how: 'link', organisationId: first, ...post });
    await ask('/api/organisations/merge', {
      on: '2026-06-30',
      paper: null,
      organisationIds: [first, second],
      into: { head: head('Bản Mới Chung'), parentId },
    });
    await page.goto(`/quan-tri/don-vi?dv=${first}`);
    await page.getByRole('link', { name: /cần bàn giao/ }).click();
    const card = page.getByRole('region', { name: /^Bản Cũ Một đã kết thúc hoạt động/ });
    await card.getByLabel('Trưởng bản cũ (dv.bancu)').waitFor();
    expect(await card.getByRole('combobox', { name: /^Chuyển sang đơn vị/ }).inputValue()).toBe('Bản Mới Chung');
    expect(await seriousFaults(page)).toEqual([]);
    await card.getByRole('button', { name: 'Chuyển 1 chức danh' }).click();
    await card.getByText('Không còn ai giữ chức danh ở đó.').waitFor();
    await page.goto('/quan-tri/tai-khoan?q=dv.bancu');
    await page.getByText(/Bản Mới Chung · Người báo cáo/).waitFor();
    expect(faults).toEqual([]);
  });
});

describe.each<[Size, 'light' | 'dark']>([
  ['desktop', 'light'],
  ['phone', 'dark'],
])('the pages of accounts (%s, %s)', (size, scheme) => {
  it('are sound', async () => {
    const page = await visit(size, { scheme });
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/tai-khoan?q=cb.binhlu');
    const account = await page.getByRole('link', { name: 'cb.binhlu' }).getAttribute('href');
    for (const address of [
      '/quan-tri/tai-khoan',
      '/quan-tri/tai-khoan?q=khong-co-ai-nhu-the',
      account ?? '',
      (account ?? '').replace('/quan-tri/tai-khoan', '/ban-giao'),
      '/uy-quyen',
    ]) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect({ address, faults: await seriousFaults(page) }).toEqual({ address, faults: [] });
      await expectNoSidewaysScroll(page);
    }
    expect(faults).toEqual([]);
  });
});
