import { describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** What an administrator does with the tree: merge two communes, look at last year as it was, take the mistake back. */

const { visit } = openBrowser();

describe('the tree of organisations', () => {
  it('merges two communes and shows last year as it was', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/don-vi');
    await page.getByRole('button', { name: /^Xã Nậm Mạ/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Xã Nậm Mạ' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Sáp nhập' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: 'Sáp nhập cùng' })
      .or(dialog.getByRole('textbox', { name: 'Sáp nhập cùng' }))
      .fill('nam cuoi');
    await page.getByRole('option', { name: /Xã Nậm Cuổi/ }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('textbox', { name: 'Tên đơn vị' }).fill('Xã Nậm Mạ Cuổi');
    await dialog.getByRole('textbox', { name: 'Kể từ ngày' }).fill('01/6/2026');
    await dialog.getByRole('textbox', { name: 'Theo văn bản' }).fill('Nghị quyết 12/NQ-HĐND');
    await dialog.getByText(/Xã Nậm Mạ, Xã Nậm Cuổi kết thúc hoạt động; Xã Nậm Mạ Cuổi kế thừa/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sáp nhập', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Xã Nậm Mạ Cuổi' }).waitFor();
    await page.getByText('Theo Nghị quyết 12/NQ-HĐND.').waitFor();

    const tree = page.getByRole('region', { name: 'Cây đơn vị' });
    await tree.getByRole('button', { name: /^Xã Nậm Mạ Cuổi/ }).waitFor();
    await tree.getByRole('button', { name: 'Xã Nậm Cuổi', exact: true }).waitFor({ state: 'detached' });

    // A year ago the district was there with its communes.
    await page.getByRole('textbox', { name: 'Xem vào ngày' }).fill('30/6/2025');
    await page.getByText(/như ngày 30\/6\/2025\. Chỉ xem/).waitFor();
    await tree.getByRole('button', { name: 'Mở Huyện Phong Thổ' }).click();
    await tree.getByRole('button', { name: /^Xã Mường So/ }).waitFor();
    // Last year's end: the two communes side by side.
    await page.getByRole('textbox', { name: 'Xem vào ngày' }).fill('31/12/2025');
    await tree.getByRole('button', { name: 'Xã Nậm Cuổi', exact: true }).waitFor();
    await tree.getByRole('button', { name: 'Xã Nậm Mạ', exact: true }).waitFor();
    await tree.getByRole('button', { name: /^Xã Nậm Mạ Cuổi/ }).waitFor({ state: 'detached' });

    // The mistake is taken back.
    await page.getByRole('button', { name: 'Về hôm nay' }).click();
    await tree.getByRole('button', { name: /^Xã Nậm Mạ Cuổi/ }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await tree.getByRole('button', { name: 'Xã Nậm Cuổi', exact: true }).waitFor();
    expect(faults).toEqual([]);
  });

  it('is found without diacritics, on a phone too, and refuses with its reason', async () => {
    const page = await visit('phone');
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/don-vi?q=than+uyen');
    await page.getByRole('button', { name: /^Xã Than Uyên/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Xã Than Uyên' }).waitFor();
    await expectNoSidewaysScroll(page);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Giải thể' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Kể từ ngày' }).fill('01/7/2026');
    await dialog.getByRole('button', { name: 'Giải thể', exact: true }).click();
    await dialog.getByRole('alert').filter({ hasText: 'ở sau hôm nay' }).waitFor();
  });
});
