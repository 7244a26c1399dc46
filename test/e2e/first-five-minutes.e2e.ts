import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  expectNoSidewaysScroll,
  faultsOf,
  openBrowser,
  pictureOf,
  type Size,
  seriousFaults,
  signInAs,
} from './browser.ts';
import { DOCX_TYPE, planFile } from './plan-file.ts';

/**
 * What a visitor does in the first five minutes: look around, drop a plan, check it, make the movement; share it out
 * among villages, fill it in on a village head's phone, approve it and watch the bar move.
 */

const { visit } = openBrowser();

const PLANS: Record<Size, { number: string; title: string; year: number }> = {
  desktop: {
    number: '3071',
    title: 'Phát động đợt thi đua trồng rừng, giữ rừng chào mừng Quốc khánh năm 2026',
    year: 2026,
  },
  phone: { number: '3072', title: 'Tổ chức thi đua chăm sóc rừng non mùa mưa năm 2026', year: 2026 },
};

/** Drops a file on the page, as from the desktop of the computer. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, type, content]) => {
      const data = new DataTransfer();
      const raw = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      data.items.add(new File([raw], file, { type }));
      return data;
    },
    [name, DOCX_TYPE, bytes.toString('base64')] as const,
  );
  const area = page.getByRole('region', { name: 'Thả tệp vào đây' });
  await area.dispatchEvent('dragenter', { dataTransfer: transfer });
  await area.dispatchEvent('drop', { dataTransfer: transfer });
}

const markWith = (page: Page, words: string): Locator => page.locator('mark.hl-target', { hasText: words }).first();

const hasClass = (place: Locator, name: string) =>
  expect.poll(() => place.getAttribute('class'), { timeout: 10_000 }).toContain(name);

async function showSide(page: Page, size: Size, side: 'Văn bản' | 'Dữ kiện'): Promise<void> {
  if (size === 'phone') await page.getByRole('radio', { name: side }).locator('..').click();
}

/** The movement that was made at the desk; the rest of the five minutes goes on from there. */
let made = '';

describe.each<Size>(['desktop', 'phone'])('the first five minutes (%s)', (size) => {
  it('begin with a province that is already at work', async () => {
    const page = await visit(size);
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    await page.getByText('Ngày 30/6/2026 · số liệu mẫu').filter({ visible: true }).first().waitFor();
    await expect.poll(() => page.locator('main a[href^="/phong-trao/"]').count()).toBeGreaterThan(2);
    await expectNoSidewaysScroll(page);
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('turn a dropped plan into a movement', async () => {
    const page = await visit(size);
    const faults = faultsOf(page);
    const plan = PLANS[size];
    await signInAs(page, 'cb.binhlu');
    await page.goto('/van-ban');
    await page.getByRole('heading', { name: 'Tạo phong trào từ văn bản' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await drop(page, 'ke-hoach-trong-rung.docx', await planFile(plan));

    // Every found fact is marked in the text.
    await page.getByRole('button', { name: /^Tạo phong trào/ }).waitFor();
    await showSide(page, size, 'Văn bản');
    const mark = markWith(page, '47,3');
    await mark.waitFor();
    expect(await page.locator('mark.hl-target').count()).toBeGreaterThanOrEqual(6);
    expect(await page.locator('mark.hl-citation').count()).toBeGreaterThanOrEqual(1);
    const key = await mark.getAttribute('data-top');
    expect(await seriousFaults(page)).toEqual([]);

    // Text and rows point at each other.
    const row = page.locator(`[id="row-${key}"]`);
    if (size === 'desktop') {
      await mark.hover();
      await hasClass(row, 'row-active');
      await row.hover();
      await hasClass(mark, 'hl-active');
      await page.getByRole('tab', { name: /Nhiệm vụ/ }).click();
    }
    await mark.click();
    await row.waitFor();

    // Edit, undo, redo.
    const value = row.getByRole('textbox', { name: 'Mức' });
    expect(await value.inputValue()).toBe('47,3');
    await value.fill('48,1');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => value.inputValue()).toBe('47,3');
    await page.getByRole('button', { name: 'Làm lại' }).click();
    await expect.poll(() => value.inputValue()).toBe('48,1');
    await showSide(page, size, 'Văn bản');
    const families = await markWith(page, '92%').getAttribute('data-top');
    await showSide(page, size, 'Dữ kiện');
    const create = page.getByRole('button', { name: /^Tạo phong trào/ });
    const count = page.getByRole('tab', { name: /Chỉ tiêu/ });
    const before = await count.textContent();
    await page.locator(`[id="row-${families}"]`).getByRole('checkbox').uncheck();
    await expect.poll(() => count.textContent()).not.toBe(before);
    expect(await seriousFaults(page)).toEqual([]);
    await expectNoSidewaysScroll(page);

    // What the reader did not see is added by marking it in the text.
    if (size === 'desktop') {
      const tasks = page.getByRole('tab', { name: /Nhiệm vụ/ });
      const without = await tasks.textContent();
      await page.getByText('Khơi dậy tinh thần thi đua', { exact: false }).click({ clickCount: 3 });
      await page.getByRole('button', { name: 'Thêm làm nhiệm vụ' }).click();
      await expect.poll(() => tasks.textContent()).not.toBe(without);
      await page.getByRole('button', { name: 'Hoàn tác' }).click();
      await expect.poll(() => tasks.textContent()).toBe(without);
    }

    // It waits half-checked: leaving and coming back changes nothing.
    await page.getByText(/^Đã tự lưu lúc/).waitFor();
    await page.goto('/van-ban');
    await page.getByRole('region', { name: 'Đang chờ bạn kiểm tra' }).getByRole('link', { name: plan.title }).click();
    await page.locator(`[id="row-${key}"]`).waitFor();
    expect(await page.locator(`[id="row-${key}"]`).getByRole('textbox', { name: 'Mức' }).inputValue()).toBe('48,1');

    // Nothing is a movement until this.
    await create.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Trồng', { exact: false }).first().waitFor();
    expect(await dialog.textContent()).toContain('48,1%');
    expect(await dialog.textContent()).not.toContain('hộ gia đình');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tạo phong trào' }).click();
    await page.waitForURL(/\/phong-trao\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: plan.title }).waitFor();
    expect(await page.locator('main').textContent()).toContain(`${plan.number}/KH-UBND`);
    if (size === 'desktop') made = new URL(page.url()).pathname;
    await expectNoSidewaysScroll(page);
    expect(await seriousFaults(page)).toEqual([]);

    // And each target knows its sentence.
    await page
      .getByRole('navigation', { name: plan.title })
      .getByRole('link', { name: /Chỉ tiêu/ })
      .click();
    const target = page.getByRole('row', { name: /48,1%/ });
    await target.getByRole('link', { name: /^Câu gốc/ }).click();
    await page.locator('mark.hl-active', { hasText: '47,3' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('recognise the same file when it comes again', async () => {
    const page = await visit(size);
    await signInAs(page, 'cb.binhlu');
    await page.goto('/van-ban');
    await drop(page, 'gui-lai.docx', await planFile(PLANS[size]));
    await page.getByText('Văn bản này có thể đã có trong hệ thống').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'So với phong trào đã có' }).first().click();
    await page.getByRole('heading', { name: 'Bản mới khác gì phong trào đang có' }).waitFor();
    expect(await page.locator('main').textContent()).toContain('48,1%');
    expect(await seriousFaults(page)).toEqual([]);
  });
});

/** Shares a target out among two villages, the sum said as one types; alone, where it has no whole. */
async function shareOut(page: Page, target: RegExp, shares: [unit: string, value: string | null][]): Promise<void> {
  await page.goto(`${made}/chi-tieu`);
  await page.getByRole('link', { name: new RegExp(`^Phân bổ “.*${target.source}`) }).click();
  await page.getByRole('heading', { level: 1, name: 'Phân bổ chỉ tiêu' }).waitFor();
  for (const [unit, value] of shares) {
    await page.getByRole('combobox', { name: 'Thêm đơn vị' }).fill(unit);
    await page.getByRole('option', { name: unit, exact: true }).click();
    if (value !== null) await page.getByRole('textbox', { name: `Mức giao, ${unit}` }).fill(value);
  }
}

async function saveShares(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu phân bổ' }).click();
  await page.getByText('Đã lưu phân bổ.').first().waitFor();
  await page.waitForURL(/chi-tieu#/);
}

const FOREST = /trồng rừng mới/;
const JOBS = /giải quyết việc làm/;
const SCHOOLS = /trường học đạt chuẩn/;

describe('the movement goes down to a village, and its figures come back', () => {
  let address = '';

  it('a target is shared out, the sum checked as one types', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    await shareOut(page, FOREST, [
      ['Bản Thẳm', '20'],
      ['Bản Nà Đon', '20'],
    ]);
    const sum = page.getByRole('status').filter({ hasText: '/42,5' });
    await expect.poll(() => sum.textContent()).toMatch(/40\/42,5 ha, còn 2,5/);
    await page.getByRole('textbox', { name: 'Mức giao, Bản Nà Đon' }).fill('22,5');
    await expect.poll(() => sum.textContent()).toMatch(/42,5\/42,5 ha, vừa đủ/);
    expect(await seriousFaults(page)).toEqual([]);
    await saveShares(page);
    await shareOut(page, JOBS, [['Bản Thẳm', '265']]);
    await saveShares(page);
    await shareOut(page, SCHOOLS, [['Bản Thẳm', null]]);
    await saveShares(page);

    await page.goto(made.replace('/phong-trao/', '/so-lieu/'));
    await page.getByRole('button', { name: /^Tạo (cho \d+ đơn vị chưa gửi|đường dẫn)$/ }).click();
    const asking = page.getByRole('dialog');
    const box = asking.getByRole('checkbox', { name: 'Bản Thẳm' });
    if (!(await box.isChecked())) await box.check();
    await asking.getByRole('button', { name: 'Tạo đường dẫn' }).click();
    const slip = page
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { name: 'Bản Thẳm', exact: true }) });
    address = (await slip.locator('.slip-address').textContent()) ?? '';
    expect(faults).toEqual([]);
  });

  it('the village head fills three figures in without a network; they go by themselves when it is back', async () => {
    const phone = await visit('phone');
    const faults = faultsOf(phone);
    await phone.goto(address);
    await phone.getByRole('heading', { level: 1, name: 'Số liệu của Bản Thẳm' }).waitFor();
    expect(await phone.getByRole('textbox').count()).toBe(3);
    await phone.context().setOffline(true);
    await phone.getByRole('textbox', { name: FOREST }).fill('12,5');
    await phone.getByRole('textbox', { name: JOBS }).fill('31');
    await phone.getByRole('textbox', { name: SCHOOLS }).fill('4/6');
    const photo = { name: 'IMG_2026.png', mimeType: 'image/png', buffer: await pictureOf(phone, 3000, 2000) };
    await phone.getByRole('region', { name: FOREST }).locator('input[type=file]').setInputFiles(photo);
    await phone.getByText('IMG_2026.jpg').waitFor();
    await phone.getByRole('button', { name: 'Gửi số liệu' }).click();
    await phone.getByText(/Chưa gửi được vì mất mạng/).waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    await expectNoSidewaysScroll(phone);
    await phone.context().setOffline(false);
    await phone.getByText('Đã gửi 3 số liệu. Cảm ơn bạn! Đã gửi 1 ảnh, giấy tờ.').waitFor();
    await phone.getByRole('button', { name: 'Gỡ “IMG_2026.jpg”' }).waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });

  it('the officer approves them, and the bar moves', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    const bar = page.getByRole('img', { name: FOREST });
    await page.goto(made);
    await bar.waitFor();
    expect(await bar.getAttribute('aria-label')).not.toMatch(/29,4/);
    await page.goto(made.replace('/phong-trao/', '/so-lieu/'));
    await page.getByRole('button', { name: /^1 Tài liệu kiểm chứng: .*trồng rừng mới.*, Bản Thẳm/ }).click();
    const picture = page.getByRole('dialog').getByRole('link', { name: 'IMG_2026.jpg' });
    await picture.waitFor();
    const side = await picture.evaluate(async (link) => {
      const file = await fetch((link as HTMLAnchorElement).href);
      return (await createImageBitmap(await file.blob())).width;
    });
    expect(side).toBe(1600);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Duyệt 3 số liệu' }).click();
    await page.getByText('Đã duyệt 3 số liệu.').waitFor();
    await page.goto(made);
    await page.getByRole('img', { name: /trồng rừng mới: Đạt 29,4% kế hoạch/ }).waitFor();
    await page.getByText('đến ngày 30/6/2026 · 1/2 đơn vị').waitFor();
    expect(faults).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['a damaged Word file', 'hong.docx', Buffer.from('PK\u0003\u0004 cut off')],
    [
      'a picture called a document',
      'anh.docx',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
    ],
    ['an empty text', 'trong.txt', Buffer.from('   \n\n  ')],
  ])('%s: says what happened and what to do', async (_what, name, bytes) => {
    const page = await visit('desktop');
    await signInAs(page, 'cb.binhlu');
    await page.goto('/van-ban');
    await page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: '', buffer: bytes });
    const word = page.getByRole('alert');
    await word.waitFor();
    expect((await word.textContent())?.length ?? 0).toBeGreaterThan(40);
    expect(await seriousFaults(page)).toEqual([]);
    // Nothing is left behind that would become a movement, and the next file can be chosen.
    const again = page.getByRole('link', { name: 'Chọn tệp khác' });
    if (await again.isVisible()) await again.click();
    await page.getByRole('button', { name: 'Chọn tệp' }).waitFor();
  });
});
