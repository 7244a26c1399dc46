import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, faultsOf, openBrowser, type Size, seriousFaults, signInAs } from './browser.ts';

/** Those who keep the house in order: the log, settings, catalogues, backups. */

const { visit } = openBrowser();

describe('an auditor', () => {
  it('searches the log, looks from where, confirms its end and takes it away', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'kt.laichau');
    await page.getByRole('link', { name: 'Quản trị' }).first().click();
    await page.getByRole('navigation', { name: 'Quản trị' }).getByRole('link', { name: 'Nhật ký' }).waitFor();
    await page.getByRole('searchbox', { name: 'Tìm trong nhật ký' }).fill('tao phong trao tu van ban');
    await page.waitForURL(/q=tao/);
    const row = page.getByRole('row', { name: /Tạo phong trào từ văn bản/ }).first();
    await row.waitFor();
    await row.getByText('Chi tiết').click();
    await row.getByRole('button', { name: 'Chỉ đối tượng này' }).click();
    await page.getByText('Đang lọc theo một đối tượng').waitFor();
    await page.getByRole('button', { name: 'Bỏ mọi bộ lọc' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải về (CSV)' }).click();
    await page.getByRole('menuitem', { name: 'Tải về (CSV)' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^Nhật ký \d{4}-\d{2}-\d{2}\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFFDòng,Lúc,')).toBe(true);
    expect(text).toContain('Tạo phong trào từ văn bản');
    // Taking it away stands in it, with the address behind one more press.
    await page.reload();
    const taken = page.getByRole('row', { name: /Tải nhật ký về/ }).first();
    await taken.getByText('Chi tiết').click();
    await taken.getByRole('button', { name: 'Xem nơi thao tác' }).click();
    await taken.getByText(/Địa chỉ mạng: 127\.0\.0\.1/).waitFor();

    await page.getByRole('link', { name: 'Xác nhận nhật ký' }).click();
    await page.getByRole('heading', { name: /Xác nhận nhật ký của Tỉnh Lai Châu/ }).waitFor();
    await page.getByRole('button', { name: 'Kiểm tra cả chuỗi' }).click();
    await page.getByText(/Chuỗi nguyên vẹn, \d+ dòng/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('an administrator', () => {
  it('changes a setting, adds a day off, makes a backup and rehearses it', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/thiet-lap');
    await page.getByRole('searchbox', { name: 'Tìm thiết lập' }).fill('y kien');
    await page.getByRole('button', { name: /^Đổi: Thời hạn cơ quan được hỏi/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Giá trị/).fill('12');
    await dialog.getByLabel('Lý do, số văn bản').fill('QĐ 15/2026/QĐ-UBND');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('12 ngày làm việc').first().waitFor();
    const setting = page.getByRole('article').filter({ hasText: 'Thời hạn cơ quan được hỏi' });
    await setting.getByText('Lịch sử').click();
    await setting.getByText('QĐ 15/2026/QĐ-UBND').waitFor();
    await page.getByLabel('Xem giá trị vào ngày').fill('29/6/2026');
    await setting.getByText('10 ngày làm việc').waitFor();

    await page.goto('/quan-tri/danh-muc/ngay-nghi');
    await page.getByRole('button', { name: 'Thêm ngày' }).click();
    await dialog.getByLabel('Ngày', { exact: false }).first().fill('09/10/2026');
    await dialog.getByLabel('Gọi là').fill('Ngày truyền thống của tỉnh');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('row', { name: /Ngày truyền thống của tỉnh/ }).waitFor();

    await page.goto('/quan-tri/he-thong');
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
    const made = page.getByRole('row', { name: /trên trang này.*xong/ });
    await made.waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Diễn tập khôi phục' }).click();
    await dialog.getByRole('button', { name: 'Diễn tập khôi phục' }).click();
    await page.getByRole('row', { name: /diễn tập khôi phục.*xong/ }).waitFor({ timeout: 60_000 });
    expect(faults).toEqual([]);
  });

  it('adds an indicator, and sees what is kept about themselves', async () => {
    const page = await visit('desktop');
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/danh-muc');
    await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên').fill('Số hộ trồng mắc ca');
    await dialog.getByLabel('Đơn vị tính').fill('hộ');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('searchbox', { name: 'Tìm chỉ tiêu' }).fill('mac ca');
    await page.getByRole('row', { name: /Số hộ trồng mắc ca của tỉnh/ }).waitFor();
    // From now on it is picked for targets like any other.
    const officer = await visit('desktop');
    await signInAs(officer, 'cb.laichau');
    await officer.goto('/phong-trao');
    const movement = officer.locator('main th a[href^="/phong-trao/"]').first();
    await officer.goto(`${await movement.getAttribute('href')}/chi-tieu`);
    await officer.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
    await officer.getByRole('combobox', { name: 'Trong danh mục' }).fill('mac ca');
    await officer.getByRole('option', { name: /Số hộ trồng mắc ca.*hộ/ }).click();
    await expect
      .poll(() => officer.getByRole('combobox', { name: 'Trong danh mục' }).inputValue())
      .toBe('Số hộ trồng mắc ca');
    await page.goto('/du-lieu-ca-nhan');
    await page.getByRole('button', { name: 'Xem dữ liệu' }).click();
    await page.getByText('qt.laichau').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe.each<[Size, 'light' | 'dark']>([
  ['desktop', 'light'],
  ['phone', 'dark'],
])('the pages of administration (%s, %s)', (size, scheme) => {
  it('are sound', async () => {
    const page = await visit(size, { scheme });
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    for (const address of [
      '/quan-tri/nhat-ky',
      '/quan-tri/nhat-ky?q=khong-co-gi-nhu-the',
      '/quan-tri/nhat-ky/xac-nhan',
      '/quan-tri/danh-muc',
      '/quan-tri/danh-muc/linh-vuc',
      '/quan-tri/danh-muc/loai-van-ban',
      '/quan-tri/danh-muc/ngay-nghi',
      '/quan-tri/danh-muc/ngay-nghi?nam=2031',
      '/quan-tri/thiet-lap',
      '/quan-tri/he-thong',
      '/du-lieu-ca-nhan',
    ]) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect({ address, faults: await seriousFaults(page) }).toEqual({ address, faults: [] });
      await expectNoSidewaysScroll(page);
    }
    expect(faults).toEqual([]);
  });
});
