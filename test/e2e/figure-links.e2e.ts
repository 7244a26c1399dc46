import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** Entry by link: an officer makes links, a village head fills in on a phone, the officer sees it. */

const { visit } = openBrowser();

const PLAN = /hoàn thành thắng lợi nhiệm vụ phát triển kinh tế/;
const QUARTER = 'tu=2026-04-01&den=2026-06-30';

async function planOf(page: Page): Promise<string> {
  await page.goto('/so-lieu');
  const link = page.getByRole('link', { name: PLAN }).first();
  await link.waitFor();
  return (await link.getAttribute('href'))?.split('?')[0] ?? '';
}

/** The officer makes links for whoever has not sent; the address of the one for `unit`. */
async function linkFor(office: Page, unit: string): Promise<string> {
  await signInAs(office, 'cb.binhlu');
  await office.goto(`${await planOf(office)}?${QUARTER}`);
  await office.getByRole('button', { name: /^Tạo (cho \d+ đơn vị chưa gửi|đường dẫn)$/ }).click();
  const asking = office.getByRole('dialog');
  const box = asking.getByRole('checkbox', { name: unit });
  if (!(await box.isChecked())) await box.check();
  expect(await seriousFaults(office, '[role=dialog]')).toEqual([]);
  await asking.getByRole('button', { name: 'Tạo đường dẫn' }).click();
  const slip = office.getByRole('article').filter({ has: office.getByRole('heading', { name: unit, exact: true }) });
  await slip.waitFor();
  const address = (await slip.locator('.slip-address').textContent()) ?? '';
  expect(address).toMatch(/\/gui-so-lieu\/[\w-]{43}$/);
  return address;
}

describe('figures by a link', () => {
  it('come from a phone with no account, kept while typed, mended, sent, and seen by the officer', async () => {
    const office = await visit('desktop');
    const faults = faultsOf(office);
    const address = await linkFor(office, 'Bản Chu Va 12');
    expect(await seriousFaults(office, '[role=dialog]')).toEqual([]);

    const phone = await visit('phone');
    await phone.goto(address);
    await phone.getByRole('heading', { level: 1, name: 'Số liệu của Bản Chu Va 12' }).waitFor();
    const jobs = phone.getByRole('textbox', { name: /giải quyết việc làm/ });
    const insured = phone.getByRole('textbox', { name: /bảo hiểm y tế/ });
    await jobs.fill('11');
    await insured.fill('1400/1000');
    // The page is closed and opened again: what was typed is still there.
    await phone.reload();
    await expect.poll(() => jobs.inputValue()).toBe('11');
    await phone.getByRole('button', { name: 'Gửi số liệu' }).click();
    await phone.getByText('Phần không thể lớn hơn tổng.').waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    await expectNoSidewaysScroll(phone);
    await insured.fill('940/1.000');
    await phone.getByRole('button', { name: /^Gửi/ }).click();
    await phone.getByText('Đã gửi 2 số liệu. Cảm ơn bạn!').waitFor();
    expect(
      await phone.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('thidua.figures'))),
    ).toEqual([]);
    await phone.getByText('Chờ duyệt').first().waitFor();
    // A few words besides, said where there is no network and sent when it is back (practice 9).
    await phone.getByRole('button', { name: /^Nêu khó khăn/ }).click();
    await phone.getByRole('textbox', { name: 'Khó khăn, vướng mắc' }).fill('Suối dâng, xe không qua được');
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: 'Gửi khó khăn, kiến nghị' }).click();
    await phone.getByText(/^Chưa có mạng\. Nội dung được giữ/).waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    await phone.context().setOffline(false);
    await phone.getByText('Đã gửi. Cán bộ sẽ xem và trả lời tại đây.').waitFor();

    await office.getByRole('button', { name: 'Đóng' }).first().click();
    await office.reload();
    await office
      .getByText(/gửi \d\d:\d\d .*mở \d\d:\d\d/)
      .first()
      .waitFor();
    await office.getByText('Mọi đơn vị đã gửi đủ.').waitFor();
    await office.getByText('Suối dâng, xe không qua được').waitFor();
    expect(faults).toEqual([]);
  });

  it('are not asked for by a link that was taken back or is somebody else’s; it says whom to ask', async () => {
    const office = await visit('desktop');
    const address = await linkFor(office, 'Bản Nà Đon');
    await office.getByRole('button', { name: 'Đóng' }).first().click();
    await office.getByRole('button', { name: 'Thu lại đường dẫn của Bản Nà Đon' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Thu lại' }).click();
    await office.getByText('Đã thu lại 1 đường dẫn.').waitFor();
    const phone = await visit('phone');
    await phone.goto(address);
    await phone.getByRole('heading', { name: 'Đường dẫn này không mở được nữa' }).waitFor();
    await phone.getByText(/Đường dẫn này do .*Bình Lư gửi/).waitFor();
    expect(await phone.getByRole('textbox').count()).toBe(0);
    // The token of one page opens no other.
    await phone.goto(address.replace('/gui-so-lieu/', '/viec/'));
    await phone.getByRole('heading', { name: 'Đường dẫn này không mở được nữa' }).waitFor();
    await phone.goto(`${address.slice(0, -4)}AAAA`);
    await phone.getByRole('heading', { name: 'Đường dẫn này không mở được nữa' }).waitFor();
    expect(await phone.getByText(/Đường dẫn này do/).count()).toBe(0);
  });
});
