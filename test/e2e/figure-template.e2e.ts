import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { docxOf, p } from '../support/docx-file.ts';
import { fillSheet } from '../support/xlsx-fill.ts';
import { faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** A template goes out, is filled in, comes back with two wrong cells, is mended and entered. */

const { visit } = openBrowser();

const PLAN = /hoàn thành thắng lợi nhiệm vụ phát triển kinh tế/;
const HALF = '?tu=2026-04-01&den=2026-06-30';

async function sheetOf(page: Page): Promise<string> {
  await page.goto('/so-lieu');
  const link = page.getByRole('link', { name: PLAN }).first();
  await link.waitFor();
  return (await link.getAttribute('href'))?.split('?')[0] ?? '';
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Chọn tệp/ })
    .click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

describe('a template of figures', () => {
  it('is filled in, shown cell by cell, mended, entered and taken back', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    await page.goto(`${await sheetOf(page)}${HALF}`);
    await page.getByRole('button', { name: 'Excel, báo cáo' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Tải mẫu Excel: mỗi đơn vị một trang tính' }).click();
    const taken = await download;
    expect(taken.suggestedFilename()).toMatch(/^So lieu - .*\.xlsx$/);
    const bytes = new Uint8Array(await readFile(await taken.path()));

    // The last village has sent nothing yet: its sheet is the last.
    const sheet = 13;
    const wrong = fillSheet(bytes, { H7: { text: 'mười một' }, I8: { number: '940' }, J8: { number: '900' } }, sheet);
    await page.getByRole('button', { name: 'Excel, báo cáo' }).click();
    await page.getByRole('menuitem', { name: 'Nhập từ tệp' }).click();
    await choose(page, 'ban-chu-va.xlsx', wrong);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Có 2 chỗ cần sửa. Chưa có gì được ghi.').waitFor();
    await dialog.getByText('“mười một”: Ô này cần một con số').waitFor();
    await dialog.getByText('Phần không thể lớn hơn tổng.').waitFor();
    expect(await dialog.getByRole('button', { name: /^Nhập \d/ }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);

    const mended = fillSheet(wrong, { H7: { number: '11' }, J8: { number: '1000' } }, sheet);
    await choose(page, 'ban-chu-va.xlsx', mended);
    await dialog.getByRole('button', { name: 'Nhập 2 số liệu' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Nhập 2 số liệu' }).click();
    await page.getByText('Đã nhập 2 số liệu, ở trạng thái nháp.').waitFor();
    const cell = page.getByRole('textbox', { name: /bảo hiểm y tế.*, Bản Chu Va 12$/ });
    await expect.poll(() => cell.inputValue()).toBe('940/1.000');

    await page.getByRole('button', { name: 'Excel, báo cáo' }).click();
    await page.getByRole('menuitem', { name: 'Nhập từ tệp' }).click();
    await page.getByRole('dialog').getByText('2 số liệu từ ban-chu-va.xlsx').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await page
      .getByRole('dialog', { name: /^Hoàn tác/ })
      .getByRole('button', { name: 'Hoàn tác' })
      .click();
    await page.getByText('Đã hoàn tác 2 số liệu.').waitFor();
    await expect.poll(() => cell.inputValue()).toBe('');
    expect(faults).toEqual([]);
  });

  it('lays a report beside what is asked, each figure with its sentence', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    await page.goto(`${await sheetOf(page)}?tu=2026-05-01&den=2026-05-31`);
    await page.getByRole('button', { name: 'Excel, báo cáo' }).click();
    await page.getByRole('menuitem', { name: 'Nhập từ tệp' }).click();
    const report = docxOf(
      [
        'BÁO CÁO',
        'Kết quả thực hiện phong trào thi đua tháng 5 năm 2026',
        'I. KẾT QUẢ ĐẠT ĐƯỢC',
        'Tính đến ngày 31/5/2026, tổng thu ngân sách nhà nước trên địa bàn đạt 11.080 triệu đồng.',
        'Tính đến ngày 31/5/2026, tổng lượt khách du lịch đạt 199.900 lượt khách.',
      ]
        .map((line) => p(line))
        .join(''),
    );
    await choose(page, 'bao-cao-thang-5.docx', report);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Đánh dấu những số đúng là của đơn vị').waitFor();
    await dialog.locator('mark').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('comes from a phone in the village too', async () => {
    const phone = await visit('phone');
    await signInAs(phone, 'dv.nadon');
    await phone.goto(`${await sheetOf(phone)}${HALF}`);
    await phone.getByRole('button', { name: 'Excel, báo cáo' }).click();
    const download = phone.waitForEvent('download');
    await phone.getByRole('menuitem', { name: 'Tải mẫu Excel' }).click();
    const bytes = new Uint8Array(await readFile(await (await download).path()));
    await phone.getByRole('button', { name: 'Excel, báo cáo' }).click();
    await phone.getByRole('menuitem', { name: 'Nhập từ tệp' }).click();
    await choose(phone, 'mau.xlsx', bytes);
    await phone.getByText('Không có gì mới để nhập.').waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    const wide = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  });
});
