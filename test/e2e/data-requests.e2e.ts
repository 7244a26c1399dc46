import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/core/reader/xlsx/read-xlsx.ts';
import { surpriseForm } from '../support/form-file.ts';
import { expectNoSidewaysScroll, faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** The weekly surprise: the province's Excel goes out to villages and comes back filled in. */

const { visit } = openBrowser();

const TITLE = 'Mô hình dân vận khéo quý II';

const cell = (page: Page, column: string) => page.getByRole('textbox', { name: new RegExp(`^${column}`) });

describe('a request for figures', () => {
  it('goes from the uploaded form to the villages and back into the same form', async () => {
    const office = await visit('desktop');
    const faults = faultsOf(office);
    await signInAs(office, 'cb.binhlu');
    await office.goto('/so-lieu/phieu');
    await office.getByRole('link', { name: 'Tạo phiếu' }).click();
    const chooser = office.waitForEvent('filechooser');
    await office.getByRole('button', { name: /^Chọn file Excel/ }).click();
    await (await chooser).setFiles({
      name: 'Biểu dân vận khéo.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(surpriseForm()),
    });
    await office.getByText(/^Đã đọc Biểu dân vận khéo\.xlsx/).waitFor();
    expect(await office.getByRole('textbox', { name: 'Tên cột 1' }).inputValue()).toBe('Số mô hình – Kinh tế');
    await office.getByRole('textbox', { name: 'Tên phiếu' }).fill(TITLE);
    await office.getByRole('radio', { name: 'Mọi thôn, bản, tổ dân phố' }).check();
    await office.getByRole('textbox', { name: 'Hạn gửi' }).fill('10/7/2026');
    // Closed in between: what was drawn up is still there.
    await office.reload();
    expect(await office.getByRole('textbox', { name: 'Tên phiếu' }).inputValue()).toBe(TITLE);
    expect(await seriousFaults(office)).toEqual([]);
    await office.getByRole('button', { name: 'Gửi phiếu' }).click();
    await office.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    const address = office.url();

    const phone = await visit('phone');
    await signInAs(phone, 'dv.nadon');
    await phone.goto('/so-lieu/phieu');
    await phone.getByRole('link', { name: TITLE }).click();
    await cell(phone, 'Số mô hình – Kinh tế').fill('hai');
    await cell(phone, 'Số mô hình – Văn hóa').fill('3');
    await cell(phone, 'Tỷ lệ hộ tham gia').fill('140');
    await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
    await phone.getByText('2 ô chưa đúng, chưa gửi gì. Hãy sửa các ô ghi đỏ.').waitFor();
    await phone.getByText('Tỷ lệ này không thể quá 100%.').waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    await expectNoSidewaysScroll(phone);
    await cell(phone, 'Số mô hình – Kinh tế').fill('2');
    await cell(phone, 'Tỷ lệ hộ tham gia').fill('62,5');
    await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
    await phone.getByText('Đã gửi phiếu.').waitFor();

    await office.goto(address);
    await office.getByText(/^Tổng hợp từ 1\/\d+ đơn vị đã gửi/).waitFor();
    await office.getByRole('button', { name: 'Trả lại phiếu của Bản Nà Đon' }).click();
    const asking = office.getByRole('dialog');
    await asking.getByRole('textbox', { name: /Lý do/ }).fill('Thiếu mô hình tổ hợp tác');
    await asking.getByRole('button', { name: 'Trả lại' }).click();
    await office.getByText('Đã trả lại.').waitFor();
    await phone.reload();
    await phone.getByText('Bị trả lại: Thiếu mô hình tổ hợp tác').waitFor();
    await cell(phone, 'Số mô hình – Kinh tế').fill('4');
    await phone.getByRole('button', { name: 'Gửi lại' }).click();
    await phone.getByText('Đã gửi phiếu.').waitFor();

    await office.goto(address);
    await office.getByText(/^Tổng hợp từ 1\//).waitFor();
    expect(await seriousFaults(office)).toEqual([]);
    const download = office.waitForEvent('download');
    await office.getByRole('link', { name: 'Tải về đúng biểu mẫu' }).click();
    const file = await (await download).path();
    const { readFileSync } = await import('node:fs');
    const sheet = readXlsx(new Uint8Array(readFileSync(file)));
    const lines = sheet.rows.map((row) => [...row.cells.values()].map(({ text }) => text));
    expect(lines).toContainEqual(['STT', 'Tên đơn vị', 'Số mô hình', 'Tỷ lệ hộ tham gia (%)', 'Ghi chú']);
    expect(lines).toContainEqual([expect.any(String), 'Bản Nà Đon', '4', '3', '62.5']);
    expect(lines).toContainEqual(['Tổng cộng', '4', '3']);
    expect(faults).toEqual([]);
  });

  it('is ready for the chat group with who is missing, in one press', async () => {
    const office = await visit('desktop');
    await office.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await signInAs(office, 'cb.binhlu');
    await office.goto('/so-lieu/phieu');
    await office.getByRole('button', { name: `Chép lời nhắc gửi Zalo: ${TITLE}` }).click();
    await office.getByText('Đã chép. Dán vào nhóm Zalo là xong.').waitFor();
    const text = await office.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(`chưa gửi phiếu “${TITLE}”`);
    expect(text).toContain('- Bản Thẳm');
    expect(text).not.toContain('- Bản Nà Đon');
    expect(text).toContain('chậm nhất ngày 10/7/2026');
  });

  it('is filled in by a link on a phone with no account', async () => {
    const office = await visit('desktop');
    await signInAs(office, 'cb.binhlu');
    await office.goto('/so-lieu/phieu');
    await office.getByRole('link', { name: TITLE }).click();
    await office.getByRole('button', { name: /^Tạo cho \d+ đơn vị chưa gửi/ }).click();
    const slip = office.getByRole('article').filter({ hasText: 'Bản Thẳm' });
    await slip.waitFor();
    const address = (await slip.locator('.slip-address').textContent()) ?? '';
    expect(address).toMatch(/\/phieu\/[\w-]{43}$/);
    const phone = await visit('phone');
    await phone.goto(address);
    await phone.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await cell(phone, 'Số mô hình – Kinh tế').fill('hai');
    await phone.reload();
    expect(await cell(phone, 'Số mô hình – Kinh tế').inputValue()).toBe('hai');
    await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
    await phone.getByText('Ô này cần một con số, ví dụ 1.250,5.').waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    await expectNoSidewaysScroll(phone);
    await cell(phone, 'Số mô hình – Kinh tế').fill('2');
    // The network goes and comes back: what was to be sent goes by itself.
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
    await phone.getByText(/Phiếu vẫn còn trên máy này và tự gửi khi có mạng/).waitFor();
    await phone.context().setOffline(false);
    await phone.getByText(/^Đã gửi phiếu\. Cảm ơn bạn!/).waitFor();
  });
});
