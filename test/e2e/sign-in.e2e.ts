import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, faultsOf, openBrowser, type Size, seriousFaults, signInAs } from './browser.ts';

/** Ways in: an invitation, a passkey, codes of an app and of the paper, and a task that opens without any of them. */

const { visit, served } = openBrowser();
const SECRET = 'mưa xuân trên nương ngô';
/** Passkeys belong to a name; browsers give none to numbers. */
const here = () => served().address.replace('127.0.0.1', 'localhost');

async function sound(page: Page): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
}

/** A telephone or computer that keeps keys, and whose owner always agrees. */
async function withKeys(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** A page where the officer of Xã Bình Lư is signed in, asking the server for what the pages of accounts ask for. */
async function officerAsks() {
  const officer = await visit('desktop');
  await signInAs(officer, 'cb.binhlu');
  const ask = (path: string, body: Record<string, unknown>) =>
    officer.evaluate(
      async ({ to, sent }) => {
        const answer = await fetch(to, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...sent, actionId: crypto.randomUUID() }),
        });
        return (await answer.json()) as { accountId: string; opening: { path: string; password: string } };
      },
      { to: path, sent: body },
    );
  const organisationId = await officer.evaluate(
    async () => (await (await fetch('/api/session')).json()).person.organisation.id as string,
  );
  const make = (name: string, how: 'link' | 'password') => {
    const post = { organisationId, role: 'reporter', title: 'Công chức văn hóa', from: null, lastDay: null };
    return ask('/api/accounts', { name, email: null, ...post, how });
  };
  const wayBack = (accountId: string) => ask(`/api/accounts/${accountId}/reset`, { how: 'link', codesToo: false });
  return { make, wayBack };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Tài khoản$/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất', exact: true }).click();
  await page.getByRole('heading', { name: 'Đăng nhập Thi Đua' }).waitFor();
}

async function typePassword(page: Page, name: string, password = SECRET): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}
const inside = (page: Page) => page.getByRole('heading', { name: 'Tổng quan', level: 1 }).waitFor();

async function ownAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Tài khoản$/ }).click();
  await page.getByRole('menuitem', { name: 'Tài khoản của tôi' }).click();
  await page.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor();
}

describe('one’s own account', () => {
  it('is opened by an invitation, then by a passkey, then with codes of an app and of the paper', async () => {
    const name = 'congchuc.vanhoa';
    const { make } = await officerAsks();
    const { path } = (await make(name, 'link')).opening;
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await withKeys(page);
    await page.goto(`${here()}${path}`);
    await page.getByRole('heading', { name: 'Bạn được mời vào Thi Đua' }).waitFor();
    await page.getByText('Công chức văn hóa, Xã Bình Lư').waitFor();
    await sound(page);
    await page.getByRole('textbox', { name: 'Đặt mật khẩu' }).fill(SECRET);
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
    await inside(page);

    await ownAccount(page);
    await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
    await page.getByRole('textbox', { name: 'Tên khóa' }).fill('Máy ở cơ quan');
    await page.getByRole('textbox', { name: 'Mật khẩu hiện tại' }).fill(SECRET);
    await page.getByRole('dialog').getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('button', { name: 'Bỏ khóa Máy ở cơ quan' }).waitFor();
    await sound(page);
    await signOut(page);
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
    await inside(page);

    await ownAccount(page);
    await page.getByRole('button', { name: 'Bật mã xác nhận' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Mật khẩu hiện tại' }).fill(SECRET);
    await dialog.getByRole('button', { name: 'Tiếp' }).click();
    await dialog.getByRole('img', { name: 'Hình để ứng dụng quét' }).waitFor();
    await sound(page);
    const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
    const used = generateSync({ secret });
    await dialog.getByRole('textbox', { name: 'Mã sáu số' }).fill(used);
    await dialog.getByRole('button', { name: 'Bật', exact: true }).click();
    await page.getByRole('heading', { name: 'Mã dự phòng', level: 1 }).waitFor();
    await sound(page);
    const [paper = ''] = await page
      .getByRole('listitem')
      .filter({ hasText: /^\w{5}-/ })
      .allInnerTexts();
    await page.getByRole('button', { name: 'Tôi đã cất' }).click();
    await page.getByText('Còn 10 mã dự phòng').waitFor();
    await signOut(page);

    await typePassword(page, name);
    await page.getByRole('heading', { name: 'Xác nhận bước hai' }).waitFor();
    await sound(page);
    // The code that has turned codes on was used by that.
    await page.getByRole('textbox', { name: 'Mã sáu số' }).fill(used);
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('alert').filter({ hasText: 'Mã xác thực không đúng hoặc đã dùng' }).waitFor();
    await page.getByRole('button', { name: 'Dùng mã dự phòng' }).click();
    await page.getByRole('textbox', { name: 'Mã dự phòng' }).fill(paper);
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await inside(page);
    await ownAccount(page);
    await page.getByText('Còn 9 mã dự phòng').waitFor();
    expect(faults).toEqual([]);
  });

  it('has a password of one’s own after a slip, and a new one when that is forgotten', async () => {
    const { make, wayBack } = await officerAsks();
    const name = 'congchuc.diachinh';
    const { accountId, opening } = await make(name, 'password');
    const page = await visit('phone');
    const faults = faultsOf(page);
    await page.goto('/dang-nhap');
    await typePassword(page, name, opening.password);
    await page.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' }).waitFor();
    await sound(page);
    // Nothing else opens before.
    await page.goto('/phong-trao');
    await page.getByRole('textbox', { name: 'Mật khẩu được trao' }).fill(opening.password);
    await page.getByRole('textbox', { name: 'Mật khẩu mới' }).fill(SECRET);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await inside(page);

    const again = await wayBack(accountId);
    await page.goto(again.opening.path);
    await page.getByRole('heading', { name: 'Đặt lại mật khẩu' }).waitFor();
    await sound(page);
    await page.getByRole('textbox', { name: 'Đặt mật khẩu' }).fill('suối chảy qua bản');
    await page.getByRole('button', { name: 'Đặt mật khẩu mới và vào' }).click();
    await inside(page);
    await page.goto(again.opening.path);
    await page.getByRole('heading', { name: 'Đường dẫn này không mở được nữa' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('is where one sees where one is signed in, and ends it there', async () => {
    const here = await visit('phone', { scheme: 'dark' });
    await signInAs(here, 'dv.nadon');
    const there = await visit('desktop');
    await signInAs(there, 'dv.nadon');
    await here.goto('/tai-khoan');
    await here.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor();
    await sound(here);
    const ends = here.getByRole('button', { name: /^Kết thúc / });
    const before = await ends.count();
    await ends.first().click();
    await here.getByText('Đã kết thúc.').waitFor();
    await ends.nth(before - 1).waitFor({ state: 'detached' });
    expect(await ends.count()).toBe(before - 1);
    await there.goto('/phong-trao');
    await there.getByRole('heading', { name: 'Đăng nhập Thi Đua' }).waitFor();
  });
});

describe('a task sent as a link', () => {
  it.each<[Size, 'light' | 'dark']>([
    ['phone', 'light'],
    ['desktop', 'dark'],
  ])('is seen and reported on without signing in, until it is taken back (%s, %s)', async (size, scheme) => {
    const officer = await visit('desktop');
    const faults = faultsOf(officer);
    await signInAs(officer, 'cb.binhlu');
    await officer.goto('/phong-trao');
    await officer
      .getByRole('link', { name: /Phát động phong trào thi đua hoàn thành/ })
      .first()
      .click();
    await officer.getByRole('link', { name: /^Nhiệm vụ/ }).click();
    const send = officer.getByRole('button', { name: /^Gửi đường dẫn: Chủ trì theo dõi các chỉ tiêu về kinh tế/i });
    await send.click();
    await sound(officer);
    await officer.getByRole('button', { name: 'Tạo đường dẫn' }).click();
    const address = await officer.getByRole('textbox', { name: 'Đường dẫn' }).inputValue();
    await sound(officer);

    const guest = await visit(size, { scheme });
    const guestFaults = faultsOf(guest);
    await guest.goto(address);
    await guest.getByRole('heading', { name: 'Việc của Phòng Kinh tế' }).waitFor();
    await sound(guest);
    await guest.getByRole('radio', { name: 'Đã xong' }).check();
    await guest.getByRole('textbox', { name: /^Đã làm được gì/ }).fill(`Xong trên máy ${size}.`);
    await guest.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await guest.getByRole('status').filter({ hasText: 'Đã gửi' }).waitFor();
    await sound(guest);
    expect(await guest.context().cookies()).toEqual([]);
    await guest.goto('/phong-trao');
    await guest.getByRole('heading', { name: 'Đăng nhập Thi Đua' }).waitFor();

    await officer.reload();
    await officer.getByRole('link', { name: 'Lịch sử' }).click();
    await officer.getByText('Phòng Kinh tế (qua liên kết)').first().waitFor();
    await officer.getByRole('link', { name: /^Nhiệm vụ/ }).click();
    await send.click();
    await officer.getByRole('button', { name: 'Thu lại đường dẫn của Phòng Kinh tế' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Thu lại', exact: true }).last().click();
    await officer.getByText('Chưa gửi cho đơn vị nào.').waitFor();
    await guest.goto(address);
    await guest.getByRole('heading', { name: 'Đường dẫn này không mở được nữa' }).waitFor();
    await sound(guest);
    expect(faults).toEqual([]);
    expect(guestFaults).toEqual([]);
  });
});
