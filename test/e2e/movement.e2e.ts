import { describe, expect, it } from 'vitest';
import { faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** What an officer does with movements that are already there: answer a superior's, change one's own, put away, take back. */

const { visit } = openBrowser();

describe('a movement at work', () => {
  it('is copied from the year before, gets its number, is put away and taken back', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    await page.goto('/phong-trao/moi');
    await page.getByText('Phong trào năm trước', { exact: true }).click();
    const picker = page
      .getByRole('combobox', { name: 'Chọn phong trào' })
      .or(page.getByRole('textbox', { name: 'Chọn phong trào' }));
    await picker.fill('12/kh');
    await page.getByRole('option', { name: /Xã Bình Lư · 2025/ }).click();
    const choice = page.getByRole('group', { name: /^Chỉ tiêu sẽ lấy/ });
    await choice.getByRole('checkbox', { name: 'Chọn tất cả' }).uncheck();
    await choice.getByRole('checkbox').nth(1).check();
    await choice.getByRole('checkbox').nth(2).check();
    await page.getByRole('textbox', { name: 'Tên phong trào' }).fill('Thi đua nước rút ba tháng cuối năm 2026');
    await page.getByText('Sẽ lập phong trào với 2 chỉ tiêu.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lập phong trào', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Thi đua nước rút ba tháng cuối năm 2026' }).waitFor();
    // The dates moved with the year.
    await page.getByText('01/7/2026 – 31/12/2026').waitFor();
    expect(
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /^Chỉ tiêu/ })
        .textContent(),
    ).toContain('2');

    // The number comes later; the history remembers.
    await page.getByRole('button', { name: 'Việc khác' }).click();
    await page.getByRole('menuitem', { name: 'Nhập số, ngày' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Số', exact: true }).fill('417');
    await dialog.getByRole('textbox', { name: 'Ký hiệu' }).fill('KH-UBND');
    await dialog.getByRole('textbox', { name: 'Ngày ban hành' }).fill('30/6/2026');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('417/KH-UBND, 30/6/2026').waitFor();
    await page.getByRole('link', { name: 'Lịch sử' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Nhập số, ngày văn bản' }).first().waitFor();

    // Put away, and taken back by the word that said so.
    await page.getByRole('button', { name: 'Việc khác' }).click();
    await page.getByRole('menuitem', { name: 'Lưu trữ' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu trữ' }).click();
    await page.getByText('Phong trào đã lưu trữ: chỉ xem.').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Phong trào đã lưu trữ: chỉ xem.').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('is found without diacritics, and its address holds what was asked for', async () => {
    const page = await visit('desktop');
    await signInAs(page, 'cb.laichau');
    await page.goto('/phong-trao');
    await page.getByRole('searchbox').fill('tan phong');
    await page
      .getByRole('link', { name: /Tân Phong/i })
      .first()
      .waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('tan phong');
    const hits = page.locator('main th[scope="row"]');
    await expect.poll(() => hits.count()).toBe(1);
    await page.reload();
    await hits.getByText(/Tân Phong/i).waitFor();
    expect(await hits.count()).toBe(1);
  });

  it('takes an answer back, says why another is refused, and gives it anew', async () => {
    const page = await visit('phone');
    await signInAs(page, 'cb.binhlu');
    await page.goto('/phong-trao?q=02/ct-ubnd');
    await page.locator('main th a').first().click();
    await page.getByRole('button', { name: 'Rút lại hưởng ứng' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rút lại' }).click();
    await page.getByRole('button', { name: 'Hưởng ứng phong trào này' }).click();
    const dialog = page.getByRole('dialog', { name: 'Đơn vị bạn hưởng ứng thế nào?' });
    await dialog.getByRole('radio', { name: 'Lồng ghép' }).check();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Chọn phong trào mà nội dung này được lồng ghép vào' }).waitFor();
    expect(await dialog.getByRole('radio', { name: 'Lồng ghép' }).isChecked()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('radio', { name: 'Có kế hoạch riêng' }).check();
    await dialog.getByRole('combobox', { name: 'Kế hoạch của đơn vị' }).fill('05/kh-ubnd');
    await page.getByRole('option', { name: /hoàn thành thắng lợi/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: 'Rút lại hưởng ứng' }).waitFor();
  });
});
