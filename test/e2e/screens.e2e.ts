import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, faultsOf, openBrowser, type Size, seriousFaults, signInAs } from './browser.ts';

/** Every screen, on both widths, light and dark: nothing serious for axe, nothing sticking out, no fault in the console. */

const { visit } = openBrowser();

async function firstMovement(page: Page): Promise<string> {
  await page.goto('/phong-trao');
  const link = page.locator('main th a[href^="/phong-trao/"]').first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}

async function check(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect({ address, faults: await seriousFaults(page) }).toEqual({ address, faults: [] });
  await expectNoSidewaysScroll(page);
}

/** Both widths and both schemes once; all four pairs where there is time for them. */
const PAIRS: [Size, 'light' | 'dark'][] = [
  ['desktop', 'light'],
  ['phone', 'dark'],
];
const OTHER_PAIRS: typeof PAIRS = [
  ['desktop', 'dark'],
  ['phone', 'light'],
];

describe.each(process.env['CI'] ? PAIRS : [...PAIRS, ...OTHER_PAIRS])('screens (%s, %s)', (size, scheme) => {
  it('are sound', async () => {
    const page = await visit(size, { scheme });
    const faults = faultsOf(page);
    const nothing = 'x'.repeat(43);
    const doors = [
      '/dang-nhap',
      `/loi-moi/${nothing}`,
      `/khoi-phuc/${nothing}`,
      `/viec/${nothing}`,
      `/gui-so-lieu/${nothing}`,
    ];
    for (const address of doors) await check(page, address);
    await signInAs(page, 'cb.laichau');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const movement = await firstMovement(page);
    const tabs = [
      '',
      '/chi-tieu',
      '/nhiem-vu',
      '/doi-chieu',
      '/doi-chieu?xem=cap-duoi',
      '/doi-chieu?xem=ban-hanh',
      '/can-cu',
      '/van-ban',
      '/lich-su',
    ];
    const addresses = [
      '/',
      '/phong-trao',
      '/phong-trao?xem=cay',
      '/phong-trao?q=khong-co-gi-nhu-the',
      '/phong-trao/moi',
      '/so-lieu',
      '/so-lieu/tong-hop',
      '/so-lieu/toan-canh',
      '/thong-bao',
      '/so-lieu/kho-khan',
      '/so-lieu/phieu',
      '/so-lieu/phieu/moi',
      '/van-ban',
      '/uy-quyen',
      '/quan-tri/tai-khoan',
    ];
    for (const address of [...addresses, ...tabs.map((tab) => `${movement}${tab}`)]) await check(page, address);
    expect(faults).toEqual([]);
  });

  it('of the tree of organisations are sound', async () => {
    const page = await visit(size, { scheme });
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    const tree = '/quan-tri/don-vi';
    for (const address of [tree, `${tree}?nhap=excel`, `${tree}?them=xa`, `${tree}?ngay=2025-12-31&q=xa`])
      await check(page, address);
    expect(faults).toEqual([]);
  });
});

describe('a place that is not there', () => {
  it('says so and leads home', async () => {
    const page = await visit('phone');
    await signInAs(page, 'cb.binhlu');
    for (const address of [
      '/khong-co-trang-nay',
      '/phong-trao/khong-phai-ma',
      '/phong-trao/00000000-0000-4000-8000-000000000000',
    ]) {
      await page.goto(address);
      await page.getByRole('heading', { name: 'Không tìm thấy trang này' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
    }
    await page.getByRole('link', { name: 'Về Tổng quan' }).click();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  });

  it('asks to sign in first, and then goes where one wanted to go', async () => {
    const page = await visit('desktop');
    await page.goto('/phong-trao?nam=2026');
    await page.getByRole('heading', { name: 'Đăng nhập Thi Đua' }).waitFor();
    await page.getByRole('button', { name: /cb\.binhlu/ }).click();
    await page.getByRole('heading', { name: 'Phong trào thi đua' }).waitFor();
    expect(new URL(page.url()).search).toBe('?nam=2026');
  });

  it('says that the server cannot be reached, and goes on when it can', async () => {
    const page = await visit('desktop');
    await signInAs(page, 'cb.binhlu');
    await page.goto('/phong-trao');
    await page.getByRole('heading', { name: 'Phong trào thi đua' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Tổng quan' }).first().click();
    await page.getByRole('heading', { name: 'Không kết nối được máy chủ' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Tải lại trang' }).click();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  });

  it('speaks English when asked to', async () => {
    const page = await visit('desktop');
    await signInAs(page, 'cb.binhlu');
    await page.getByRole('button', { name: 'Tài khoản' }).click();
    await page.getByRole('menuitem', { name: 'Chuyển sang tiếng Anh' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });
});
