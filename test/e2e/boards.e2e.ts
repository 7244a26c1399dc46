import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/core/reader/xlsx/read-xlsx.ts';
import { faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** Boards: what is late and whose it is, and every table to take away. */

const { visit } = openBrowser();

/** Takes the table of the page away by keyboard; the bytes of the file and its name. */
async function take(page: Page, kind: RegExp): Promise<{ name: string; bytes: Uint8Array }> {
  const arrives = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Tải bảng/ }).press('Enter');
  await page.getByRole('menuitem', { name: kind }).press('Enter');
  const download = await arrives;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

describe('tables', () => {
  it('are taken away as Excel and CSV with what is filtered, numbers as numbers', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    await page.goto('/phong-trao');
    await page.getByRole('link', { name: /hoàn thành thắng lợi nhiệm vụ phát triển kinh tế/ }).click();
    await page
      .getByRole('link', { name: /^Chỉ tiêu/ })
      .first()
      .click();
    await page.getByRole('searchbox', { name: 'Tìm chỉ tiêu' }).fill('viec lam');
    const excel = await take(page, /Excel/);
    expect(excel.name).toMatch(/^Chỉ tiêu, .*\.xlsx$/);
    const rows = readXlsx(excel.bytes).rows.map(({ cells }) => [...cells.values()]);
    const job = rows.find(([name]) => name && 'text' in name && /việc làm/.test(name.text));
    expect(job?.some(({ kind }) => kind === 'number')).toBe(true);
    expect(rows.some(([line]) => line && 'text' in line && line.text.startsWith('Nguồn: '))).toBe(true);
    const csv = new TextDecoder().decode((await take(page, /CSV/)).bytes);
    expect(csv).toContain('So kế hoạch (%)');
    expect(csv).not.toMatch(/(^|,)[=+@]/m);
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('the first page', () => {
  it('tells a leader what is late and who owns it, and each line leads to where it is done', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'ld.binhlu');
    const late = page.getByRole('region', { name: /^Chậm hoặc có nguy cơ/ }).getByRole('listitem');
    await expect.poll(() => late.first().textContent()).toMatch(/Phòng Văn hóa - Xã hội.*Chậm tiến độ/);
    const [top] = await late.all();
    expect(((await top?.boundingBox())?.y ?? Number.NaN) < 450).toBe(true);
    const below = page.getByRole('region', { name: /^Ở các đơn vị bên dưới/ }).getByRole('listitem');
    await below.filter({ hasText: /Bản Thẳm\s*quá hạn từ 19\/6\/2026/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await late.first().getByRole('link').click();
    await page.locator('.row-named').getByText('Số lao động được đào tạo nghề').waitFor();
    expect(faults).toEqual([]);
  });
});

describe('the map of units and targets', () => {
  it('is walked by the arrows, and a cell leads to the target it is of', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.laichau');
    await page.goto('/so-lieu/toan-canh');
    await page.getByRole('heading', { name: 'Cần quan tâm' }).waitFor();
    const grid = page.getByRole('table', { name: /Toàn cảnh, Tỉnh Lai Châu/ });
    const first = grid.locator('td a').first();
    await first.focus();
    const before = await page.evaluate(() => document.activeElement?.getAttribute('data-place'));
    await page.keyboard.press('ArrowDown');
    const after = await page.evaluate(() => document.activeElement?.getAttribute('data-place'));
    expect(after).not.toBe(before);
    expect(await grid.locator('td a[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/phong-trao\/.*\/chi-tieu#/);
    expect(faults).toEqual([]);
  });

  it('fits a phone, and shows a commune with its villages', async () => {
    const page = await visit('phone');
    await signInAs(page, 'cb.binhlu');
    await page.goto('/so-lieu/toan-canh');
    await page.getByRole('heading', { name: 'Cần quan tâm' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole('rowheader', { name: 'Bản Chu Va 12' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('the course of a target', () => {
  it('shows where it leads, the formula, and who has not reported', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    await page.goto('/phong-trao');
    await page.getByRole('link', { name: /hoàn thành thắng lợi nhiệm vụ phát triển kinh tế/ }).click();
    await page
      .getByRole('link', { name: /^Chỉ tiêu/ })
      .first()
      .click();
    await page.getByRole('link', { name: /^Diễn biến và cách tính của “Số lao động được giải quyết việc làm/ }).click();
    await page.getByRole('img', { name: /Quý II năm 2026/ }).waitFor();
    await page.getByText(/^Ước đến 31\/12\/2026/).waitFor();
    await page.getByText(/đơn vị chưa báo cáo không tính là 0/).waitFor();
    await page.getByText('Còn 1/12 đơn vị chưa có số liệu kỳ này.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('a figure put together', () => {
  it('names what it is made of and who could not be weighed, and is ranked per head and by what was given', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.laichau');
    await page.goto('/so-lieu/tong-hop');
    await page.getByRole('button', { name: /^Cách tính.*Thu nhập bình quân đầu người/ }).press('Enter');
    const parts = page.getByRole('dialog', { name: 'Thu nhập bình quân đầu người, Tỉnh Lai Châu' });
    await parts.getByText('Tổng hợp từ cấp dưới: 49,37 triệu đồng/người/năm (5/5 đơn vị)').waitFor();
    await parts.getByText('Chưa có dân số trung bình nên không tính được: Xã Mường Tè.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /^Xếp hạng cấp dưới.*Số doanh nghiệp thành lập mới/ }).click();
    await page.getByText('Trên 1.000 dân').click();
    await page.waitForURL(/theo=heads/);
    // 25 for 30.412 people.
    await page.getByRole('row', { name: /^1 Phường Tân Phong 0,822 30\.412/ }).waitFor();
    // Mường Tè has a figure and no population; where that is entered is one press away.
    await page.getByRole('link', { name: 'Nhập dân số' }).waitFor();
    await page.getByText('So với được giao').click();
    await page.waitForURL(/theo=plan/);
    await page.getByRole('row', { name: /^1 Phường Tân Phong 55,6/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('the ranking of communes', () => {
  it('compares wards with wards on a phone', async () => {
    const page = await visit('phone');
    await signInAs(page, 'cb.laichau');
    await page.goto('/so-lieu/tong-hop');
    await page
      .getByRole('link', { name: /^Xếp hạng cấp dưới/ })
      .first()
      .click();
    await page.getByText('Xã, phường, đặc khu').click();
    await page.getByRole('combobox', { name: 'Nhóm' }).click();
    await page.getByRole('option', { name: 'Phường', exact: true }).click();
    await page.waitForURL(/nhom=ward/);
    await page.getByRole('rowheader', { name: 'Phường Tân Phong' }).waitFor();
    expect(await page.getByRole('rowheader', { name: /^Xã/ }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });
});
