import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/core/reader/xlsx/read-xlsx.ts';
import { organisationsVi } from '../../src/core/text/vi/organisations.ts';
import { writeXlsx } from '../../src/core/writer/xlsx.ts';
import { expectNoSidewaysScroll, faultsOf, isFocused, openBrowser, seriousFaults, signInAs, tabTo } from './browser.ts';

/** What an administrator does with the tree: merge two communes, look at last year as it was, take the mistake back. */

const { visit } = openBrowser();

/** A line of the tree by its name; the number of what stands below it may follow. */
const item = (tree: Locator, called: string) =>
  tree.getByRole('treeitem', { name: new RegExp(`^${called}(?: ?\\d+)?$`) });
const name = (line: Locator) => line.locator('.organisation-name').first();

/** The list as somebody fills it in and saves it. */
function listFile(rows: (string | null)[][]): { name: string; mimeType: string; buffer: Buffer } {
  const columns = Object.values(organisationsVi.columns).map((title) => ({ title, width: 20 }));
  const book = { name: 'Bản mới', lines: [], columns, rows, notes: { name: 'Ghi chú', lines: [] } };
  return {
    name: 'ban-moi.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.concat([...writeXlsx(book)]),
  };
}
const village = (name: string, parent: string, kind = 'Thôn, bản, tổ dân phố') => [
  null,
  name,
  kind,
  'Đơn vị',
  null,
  parent,
  null,
  null,
  null,
  null,
];

describe('the tree of organisations', () => {
  it('merges two communes and shows last year as it was', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/don-vi');
    const tree = page.getByRole('tree', { name: 'Cây đơn vị' });
    await name(item(tree, 'Xã Nậm Mạ')).click();
    await page.getByRole('heading', { level: 2, name: 'Xã Nậm Mạ' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Sáp nhập' }).click();
    const dialog = page.getByRole('dialog');
    // The dialog takes the focus once it stands: that closes a list that was opened before.
    await expect.poll(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
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

    await item(tree, 'Xã Nậm Mạ Cuổi').waitFor();
    await item(tree, 'Xã Nậm Cuổi').waitFor({ state: 'detached' });

    // A year ago the district was there with its communes.
    await page.getByRole('textbox', { name: 'Xem vào ngày' }).fill('30/6/2025');
    await page.getByText(/như ngày 30\/6\/2025\. Chỉ xem/).waitFor();
    await item(tree, 'Huyện Phong Thổ').press('ArrowRight');
    await item(tree, 'Xã Mường So').waitFor();
    // Last year's end: the two communes side by side.
    await page.getByRole('textbox', { name: 'Xem vào ngày' }).fill('31/12/2025');
    await item(tree, 'Xã Nậm Cuổi').waitFor();
    await item(tree, 'Xã Nậm Mạ').waitFor();
    await item(tree, 'Xã Nậm Mạ Cuổi').waitFor({ state: 'detached' });

    // The mistake is taken back.
    await page.getByRole('button', { name: 'Về hôm nay' }).click();
    await name(item(tree, 'Xã Nậm Mạ Cuổi')).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await item(tree, 'Xã Nậm Cuổi').waitFor();
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

  it('takes a list from Excel after showing it, names a wrong cell and writes nothing then', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    // The way from the first steps leads straight to the dialog.
    await page.goto('/quan-tri/don-vi?nhap=excel');
    const dialog = page.getByRole('dialog', { name: 'Nhập từ Excel' });
    const file = dialog.locator('input[type=file]');
    const wrong = [
      village('Bản Thử Một', 'Xã Khổng Lào'),
      village('Bản Thử Hai', 'Xã Không Có'),
      village('Bản Thử Ba', 'Xã Khổng Lào', 'Trường đời'),
    ];
    await file.setInputFiles(listFile(wrong));
    await dialog.getByText('Có 2 chỗ cần sửa. Chưa có gì được ghi.').waitFor();
    await dialog.getByText('trang tính “Bản mới”').waitFor();
    const rows = dialog.getByRole('row');
    await rows.filter({ hasText: 'F3' }).filter({ hasText: 'Không thấy đơn vị cấp trên “Xã Không Có”' }).waitFor();
    await rows.filter({ hasText: 'C4' }).filter({ hasText: 'Không có loại “Trường đời”' }).waitFor();
    expect(await dialog.getByRole('button', { name: /^Ghi/ }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);

    await file.setInputFiles(
      listFile([village('Bản Thử Một', 'Xã Khổng Lào'), village('Bản Thử Hai', 'Xã Khổng Lào')]),
    );
    await rows.filter({ hasText: 'Thêm mới' }).filter({ hasText: 'Bản Thử Hai' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi 2 thay đổi' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    const tree = page.getByRole('tree', { name: 'Cây đơn vị' });
    await item(tree, 'Xã Khổng Lào').locator('[data-twist]').first().click();
    await item(tree, 'Bản Thử Một').waitFor();
    await item(tree, 'Bản Thử Hai').waitFor();

    // What is taken away has them too, and given back as it is changes nothing.
    const taking = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải bảng: Danh sách đơn vị' }).click();
    await page.getByRole('menuitem', { name: 'Excel (.xlsx)' }).click();
    const taken = await taking;
    expect(taken.suggestedFilename()).toBe('danh-sach-don-vi-2026-06-30.xlsx');
    const path = await taken.path();
    const names = readXlsx(readFileSync(path)).rows.map(({ cells }) => cells.get(1)?.text);
    expect(names).toContain('Bản Thử Một');
    await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
    await file.setInputFiles(path);
    await dialog.getByText('không có gì để ghi').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('adds the communes of a province from the built-in list, after showing them, and takes them back', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/don-vi?them=xa');
    const dialog = page.getByRole('dialog', { name: 'Thêm xã, phường từ danh sách có sẵn' });
    await dialog.getByText(/3[78] đơn vị đã có trong cây, giữ nguyên/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Tỉnh, thành phố' }).click();
    await page.getByRole('option', { name: 'Thành phố Huế' }).click();
    await dialog.getByText('40 đơn vị sẽ được thêm vào dưới Tỉnh Lai Châu').waitFor();
    await dialog.getByText('Phường Phú Xuân').waitFor();
    await dialog.getByRole('button', { name: 'Thêm 40 đơn vị' }).click();
    await dialog.waitFor({ state: 'detached' });
    const tree = page.getByRole('tree', { name: 'Cây đơn vị' });
    await name(item(tree, 'Phường Phú Xuân')).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click();
    await item(tree, 'Phường Phú Xuân').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('is walked, merged and split with the keyboard alone', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/don-vi');
    const tree = page.getByRole('tree', { name: 'Cây đơn vị' });
    const { keyboard } = page;
    const focusIs = (place: Locator) => expect.poll(() => isFocused(place)).toBe(true);

    // One stop of the Tab key; arrows inside.
    await tabTo(page, item(tree, 'Tỉnh Lai Châu'));
    await keyboard.press('ArrowLeft');
    await item(tree, 'Xã Bình Lư').waitFor({ state: 'detached' });
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await focusIs(item(tree, 'Sở Nội vụ'));
    await keyboard.press('End');
    await keyboard.press('Home');
    await focusIs(item(tree, 'Tỉnh Lai Châu'));
    await keyboard.press('l');
    await focusIs(item(tree, 'Xã Bình Lư'));
    await keyboard.press('ArrowRight');
    const village = tree.locator('[aria-level="3"]').first();
    await village.waitFor();
    await keyboard.press('ArrowRight');
    await focusIs(village);
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowDown');
    await focusIs(item(tree, 'Xã Phong Thổ'));
    expect(await seriousFaults(page)).toEqual([]);

    // Split a commune: what is asked is typed, what will happen is read, Enter does it.
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Xã Phong Thổ' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Chia tách' }));
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const names = dialog.getByRole('textbox', { name: 'Tên đơn vị' });
    await tabTo(page, names.nth(0));
    await keyboard.type('Xã Phong Thổ Một');
    await tabTo(page, names.nth(1));
    await keyboard.type('Xã Phong Thổ Hai');
    await dialog
      .getByText(/Xã Phong Thổ kết thúc hoạt động; Xã Phong Thổ Một, Xã Phong Thổ Hai được thành lập/)
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await tabTo(page, dialog.getByRole('button', { name: 'Chia tách', exact: true }));
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await item(tree, 'Xã Phong Thổ Hai').waitFor();
    // The page goes on where the deed was done.
    await focusIs(page.getByRole('heading', { level: 2, name: /^Xã Phong Thổ (Một|Hai)$/ }));

    // Merged again, the two are chosen from the list by a few letters.
    await tabTo(page, page.getByRole('button', { name: 'Sáp nhập' }));
    await keyboard.press('Enter');
    const others = dialog.getByRole('combobox', { name: 'Sáp nhập cùng' });
    await tabTo(page, others);
    await keyboard.type('phong tho hai');
    await page.getByRole('option', { name: /Xã Phong Thổ Hai/ }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await dialog.waitFor();
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focusIs(page.getByRole('button', { name: 'Sáp nhập' }));

    // And taken back.
    await tabTo(page, page.getByRole('button', { name: 'Hoàn tác' }));
    await keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Hoàn tác' }));
    await keyboard.press('Enter');
    await item(tree, 'Xã Phong Thổ').waitFor();
    expect(faults).toEqual([]);
  });
});
