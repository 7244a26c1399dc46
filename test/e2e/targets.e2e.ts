import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** What surrounds targets: how they answer the level above, and the things that are ticked. */

const { visit } = openBrowser();

async function movementOf(page: Page, number: string): Promise<string> {
  await page.goto(`/phong-trao?q=${encodeURIComponent(number)}`);
  // Other journeys make movements too, on the same demo.
  const rows = page.getByRole('row').filter({ hasText: new RegExp(`(^|\\D)${number}`) });
  const link = rows.locator('th a[href^="/phong-trao/"]').first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}

describe('Đối chiếu chỉ tiêu cấp trên', () => {
  it('shows what is lower and missing, confirms what is suggested, and declares with a reason', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    await page.goto(`${await movementOf(page, '05/KH-UBND')}/doi-chieu`);
    const line = (name: RegExp) => page.getByRole('row', { name });
    await line(/^Mức giảm tỷ lệ hộ nghèo/)
      .getByText('Thấp hơn')
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: /^Xác nhận 2 gợi ý/ }).click();
    await page.getByText('Đã ghi cách đáp ứng.').first().waitFor();
    await line(/^Tổng doanh thu du lịch/)
      .getByText('Đáp ứng, chưa so được mức')
      .waitFor();

    await page.getByRole('button', { name: /^Cách đáp ứng: Tốc độ tăng kim ngạch/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Không áp dụng' }).check();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByText(/nêu lý do/).waitFor();
    await dialog.getByRole('textbox', { name: /^Lý do/ }).fill('Xã không có hàng xuất khẩu');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await line(/^Tốc độ tăng kim ngạch/)
      .getByText('Xã không có hàng xuất khẩu')
      .waitFor();

    const province = await visit('desktop');
    await signInAs(province, 'cb.laichau');
    const directive = await movementOf(province, '02/CT-UBND');
    await province.goto(`${directive}/doi-chieu?xem=cap-duoi`);
    await province.getByText('Xã không có hàng xuất khẩu').waitFor();
    expect(await seriousFaults(province)).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
  });

  it('enters the plan of a commune that works on paper', async () => {
    const page = await visit('phone');
    await signInAs(page, 'cb.laichau');
    await page.goto(`${await movementOf(page, '02/CT-UBND')}/doi-chieu?xem=ban-hanh`);
    await page.getByRole('button', { name: 'Ghi nhận kế hoạch của Xã Dào San' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('21/KH-UBND');
    await dialog.getByRole('textbox', { name: /^Người cung cấp thông tin/ }).fill('Văn phòng xã');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('21/KH-UBND').waitFor();
    await page.getByText(/theo lời Văn phòng xã$/).waitFor();
    await expectNoSidewaysScroll(page);
  });
});

describe('ratios of few named things', () => {
  it('are ticked in the sheet, and the missing school is named beside the target', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    const movement = await movementOf(page, '05/KH-UBND');
    await page.goto(`${movement}/chi-tieu`);
    await page.getByText('Còn thiếu: Trường Mầm non Sơn Bình').waitFor();

    await page.goto(`${movement.replace('/phong-trao/', '/so-lieu/')}?tu=2026-01-01&den=2026-06-30`);
    await page.getByRole('button', { name: /^Tích danh sách: Tỷ lệ \(số\) trường/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('7/8').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Trường Tiểu học Sơn Bình' }).uncheck();
    await dialog.getByText('6/8').waitFor();
    // The figure was approved: why it becomes another one is asked for too.
    await dialog.getByRole('textbox', { name: 'Lý do điều chỉnh' }).fill('Chờ quyết định công nhận lại');
    await dialog.getByRole('button', { name: 'Ghi điều chỉnh' }).click();
    await page.getByText('Còn thiếu: Trường Tiểu học Sơn Bình, Trường Mầm non Sơn Bình').waitFor();

    await page.goto(`${movement}/chi-tieu`);
    await page.getByText('Còn thiếu: Trường Tiểu học Sơn Bình, Trường Mầm non Sơn Bình').waitFor();
    await page.getByRole('link', { name: /^Tỷ lệ \(số\) trường/ }).click();
    await page.getByRole('heading', { name: 'Danh sách để tích' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
