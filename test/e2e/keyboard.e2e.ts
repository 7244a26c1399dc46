import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isFocused, openBrowser, tabTo } from './browser.ts';

const { visit } = openBrowser();

/** The focus is seen: an outline, or a border or shadow that goes when the focus goes. */
async function expectFocusSeen(page: Page): Promise<void> {
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const look = () =>
    element.evaluate((one) => {
      // A colour on its way to another is neither.
      for (const change of one.getAnimations()) change.finish();
      const { outlineStyle, outlineWidth, borderColor, boxShadow } = getComputedStyle(one);
      return outlineStyle !== 'none' ? `outline ${outlineWidth}` : `${borderColor} ${boxShadow}`;
    });
  const focused = await look();
  if (focused.startsWith('outline')) return;
  await element.evaluate((one) => one.blur());
  await expect.poll(look).not.toBe(focused);
  await element.evaluate((one) => one.focus());
}

describe('with the keyboard alone', () => {
  it('signs in, finds the form by a few letters and makes a movement', async () => {
    const page = await visit('desktop');
    await page.goto('/');
    const name = page.getByRole('textbox', { name: 'Tên đăng nhập' });
    await name.waitFor();
    await tabTo(page, name);
    await expectFocusSeen(page);
    await page.keyboard.type('cb.binhlu');
    await tabTo(page, page.getByLabel('Mật khẩu', { exact: false }).and(page.locator('input')));
    await page.keyboard.type('thidua-2026');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();

    // The first stop is the way past the navigation.
    await page.keyboard.press('Tab');
    expect(await isFocused(page.getByRole('link', { name: 'Tới nội dung chính' }))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await isFocused(page.locator('main'))).toBe(true);

    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog').getByRole('textbox');
    await search.waitFor();
    await expect.poll(() => isFocused(search)).toBe(true);
    await page.keyboard.type('lap khong can van ban');
    await page.getByRole('option', { name: 'Lập phong trào không cần văn bản' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/phong-trao/moi');

    const title = page.getByRole('textbox', { name: 'Tên phong trào' });
    await title.waitFor();
    await tabTo(page, title);
    await expectFocusSeen(page);
    await page.keyboard.type('Thi đua làm sạch đường bản bằng bàn phím');
    await tabTo(page, page.getByRole('textbox', { name: 'Đến ngày' }));
    await page.keyboard.type('30/11/2026');
    const make = page.getByRole('button', { name: 'Lập phong trào', exact: true });
    await tabTo(page, make);
    await expectFocusSeen(page);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Thi đua làm sạch đường bản bằng bàn phím' }).waitFor();

    // A target, by its dialog: the focus goes in, and comes back when it closes.
    await tabTo(page, page.getByRole('navigation').getByRole('link', { name: /^Chỉ tiêu/ }));
    await page.keyboard.press('Enter');
    const add = page.getByRole('button', { name: 'Thêm chỉ tiêu' });
    await add.waitFor();
    await tabTo(page, add);
    await page.keyboard.press('Enter');
    const field = page.getByRole('dialog').getByRole('textbox', { name: 'Chỉ tiêu' });
    await expect.poll(() => isFocused(field)).toBe(true);
    await page.keyboard.type('Đường bản được làm sạch hằng tuần');
    await tabTo(page, page.getByRole('dialog').getByRole('textbox', { name: 'Mức' }));
    await page.keyboard.type('12,5');
    await tabTo(
      page,
      page
        .getByRole('dialog')
        .getByRole('combobox', { name: 'Đơn vị tính' })
        .or(page.getByRole('dialog').getByRole('textbox', { name: 'Đơn vị tính' })),
    );
    await page.keyboard.type('km');
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Lưu' }));
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /12,5 km/ }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
