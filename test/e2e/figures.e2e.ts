import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, openBrowser, seriousFaults, signInAs } from './browser.ts';

/** Figures from the village to the bar: share out, enter, send, return, approve, close. */

const { visit } = openBrowser();

const PLAN = /hoàn thành thắng lợi nhiệm vụ phát triển kinh tế/;

/** The address of the commune's movement of the year. */
async function planOf(page: Page): Promise<string> {
  await page.goto('/so-lieu');
  const link = page.getByRole('link', { name: PLAN }).first();
  await link.waitFor();
  return (await link.getAttribute('href'))?.split('?')[0] ?? '';
}

const cell = (page: Page, target: RegExp, unit: string) =>
  page.getByRole('textbox', { name: new RegExp(`${target.source}.*, ${unit}$`) });

describe('figures on their way', () => {
  it('are entered for a village that telephoned, and the bar moves', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    const sheet = await planOf(page);
    await page.goto(`${sheet}?tu=2026-04-01&den=2026-06-30`);
    await page.getByRole('heading', { name: '1 đơn vị chưa gửi đủ' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('textbox', { name: /^Nhập thay/ }).fill('Trưởng bản, qua điện thoại');
    const missing = cell(page, /giải quyết việc làm/, 'Bản Chu Va 12');
    await missing.fill('mười một');
    await missing.press('Enter');
    await missing.blur();
    await page.getByText('Ô này cần một con số, ví dụ 1.250,5 hoặc 7/8.').waitFor();
    await missing.fill('11');
    await missing.blur();
    await page.getByText(/Nháp.*theo Trưởng bản, qua điện thoại/).waitFor();
    const insured = cell(page, /bảo hiểm y tế/, 'Bản Chu Va 12');
    await insured.fill('940/1.000');
    await insured.blur();
    await page.getByText('Đã lưu mọi ô').waitFor();
    await page.getByRole('button', { name: 'Gửi của Bản Chu Va 12' }).click();
    await page.getByText('Mọi đơn vị đã gửi đủ.').waitFor();

    await page.goto(`${sheet.replace('/so-lieu/', '/phong-trao/')}/chi-tieu`);
    const row = page.getByRole('row', { name: /giải quyết việc làm/ });
    await row.getByText('166').waitFor();
    expect(faults).toEqual([]);
  });

  it('go from a phone in the village to the officer, back with a reason, and are approved', async () => {
    const office = await visit('desktop');
    await signInAs(office, 'cb.binhlu');
    const sheet = await planOf(office);
    await office.goto(`${sheet.replace('/so-lieu/', '/phong-trao/')}/chi-tieu`);
    await office.getByRole('link', { name: 'Phân bổ “Tổng lượt khách du lịch”' }).click();
    await office.getByRole('heading', { level: 1, name: 'Phân bổ chỉ tiêu' }).waitFor();
    const add = office
      .getByRole('combobox', { name: 'Thêm đơn vị' })
      .or(office.getByRole('textbox', { name: 'Thêm đơn vị' }));
    for (const unit of ['Bản Nà Đon', 'Bản Thẳm']) {
      await add.fill(unit);
      await office.getByRole('option', { name: unit, exact: true }).click();
    }
    await office.getByRole('textbox', { name: 'Mức giao, Bản Nà Đon' }).fill('200.000');
    await office.getByText(/còn 231\.531/).waitFor();
    // A field that is wrong is named, and nothing is saved.
    const share = office.getByRole('textbox', { name: 'Mức giao, Bản Nà Đon' });
    for (const [typed, said] of [
      ['-5', 'Mức giao không thể âm'],
      ['hai mươi', 'Viết số theo kiểu 1.234,5'],
      ['1,000', 'Có thể hiểu theo hai cách. Hãy gõ 1 hoặc 1.000.'],
    ] as const) {
      await share.fill(typed);
      await office.getByText(said).waitFor();
      await office.getByRole('button', { name: 'Lưu phân bổ' }).click();
      await office.getByText('Chưa lưu: ô của Bản Nà Đon chưa đúng.').waitFor();
    }
    expect(await office.getByText('Đã lưu phân bổ.').count()).toBe(0);
    await office.getByRole('button', { name: 'Chia đều' }).click();
    await expect.poll(() => office.getByText(/^Chưa lưu:/).count()).toBe(0);
    await office.getByText(/vừa đủ/).waitFor();
    // And among the months in which they report.
    await office.getByRole('switch', { name: 'Chia tiếp theo kỳ báo cáo' }).check();
    await office.getByRole('button', { name: 'Chia đều các kỳ' }).click();
    const inJune = office.getByRole('textbox', { name: 'Tháng 6 năm 2026, Bản Nà Đon' });
    const given = await inJune.inputValue();
    await inJune.fill('1');
    await office.getByText('Tổng các kỳ chưa khớp mức giao: Bản Nà Đon').waitFor();
    await inJune.fill(given);
    await expect.poll(() => office.getByText(/^Tổng các kỳ chưa khớp/).count()).toBe(0);
    expect(await seriousFaults(office)).toEqual([]);
    await office.getByRole('button', { name: 'Lưu phân bổ' }).click();
    await office.getByText('Đã lưu phân bổ.').waitFor();

    const phone = await visit('phone');
    await signInAs(phone, 'dv.nadon');
    const june = `${sheet}?tu=2026-06-01&den=2026-06-30`;
    await phone.goto(june);
    await phone.getByText(`kỳ này ${given}`).waitFor();
    const own = cell(phone, /lượt khách/, 'Bản Nà Đon');
    await own.fill('1,000');
    await own.blur();
    await phone.getByText('Con số này có thể hiểu theo hai cách.').waitFor();
    await phone.getByRole('button', { name: '1.000', exact: true }).click();
    await phone.getByText(/^Nháp/).waitFor();
    expect(await seriousFaults(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'Gửi số liệu' }).click();
    await phone.getByText(/^Chờ duyệt/).waitFor();

    await office.goto(june);
    const back = office.getByRole('button', { name: 'Trả lại: Bản Nà Đon' });
    await back.waitFor();
    // What is to be decided stands in sight at once, not below all lines.
    const seen = await back.evaluate((button) => button.getBoundingClientRect().bottom <= window.innerHeight);
    expect([seen, await office.evaluate(() => window.scrollY)]).toEqual([true, 0]);
    await back.click();
    const asking = office.getByRole('dialog');
    await asking.getByRole('textbox', { name: /Lý do/ }).fill('Thiếu khách tháng 5');
    await asking.getByRole('button', { name: 'Trả lại' }).click();
    await office.getByText('Đã trả lại 1 số liệu.').waitFor();

    await phone.goto(june);
    await phone.getByText('Thiếu khách tháng 5').waitFor();
    await own.fill('119.200');
    // Typing is no fault; the first press keeps what was typed and sends it.
    expect(await phone.getByText(/chưa lưu được/).count()).toBe(0);
    await phone.getByRole('button', { name: 'Gửi số liệu' }).tap();
    await phone.getByText(/^Chờ duyệt/).waitFor();

    await office.goto(june);
    await office.getByRole('button', { name: 'Duyệt 1 số liệu' }).click();
    await office.getByText('Đã duyệt 1 số liệu.').waitFor();
  });

  it('say what is an estimate, what is noted, what it was before and what it was a year ago', async () => {
    const page = await visit('desktop');
    const faults = faultsOf(page);
    await signInAs(page, 'cb.binhlu');
    const sheet = await planOf(page);
    await page.goto(`${sheet}?tu=2026-04-01&den=2026-06-30`);
    const own = cell(page, /giải quyết việc làm/, 'Bản Nà Đon');
    await own.waitFor();
    const at = page.getByRole('cell').filter({ has: own });
    await at.getByText('cùng kỳ 14', { exact: true }).waitFor();
    await own.press('Alt+u');
    // An approved figure becomes another one with a reason alone, which stays beside it.
    const asked = page.getByRole('dialog', { name: 'Điều chỉnh số liệu đã duyệt' });
    await asked.getByText(/Bản Nà Đon: 17, đổi loại số liệu hoặc ghi chú/).waitFor();
    expect(await asked.getByRole('button', { name: 'Ghi điều chỉnh' }).isDisabled()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await asked.getByRole('textbox', { name: 'Lý do điều chỉnh' }).fill('Chờ sổ chính thức');
    await asked.getByRole('button', { name: 'Ghi điều chỉnh' }).click();
    await at.getByText(/Đã duyệt · ước/).waitFor();
    await at.getByText('Đã điều chỉnh: Chờ sổ chính thức').waitFor();
    await at.getByRole('button', { name: /^Chi tiết/ }).click();
    const details = page.getByRole('dialog', { name: /^Chi tiết: .*Bản Nà Đon$/ });
    await details.getByText('Trưởng bản, qua điện thoại').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await details.getByText('Chính thức', { exact: true }).click();
    await details.getByRole('textbox', { name: 'Ghi chú' }).fill('Sổ lao động ngày 30/6');
    await details.getByRole('button', { name: 'Lưu' }).click();
    await asked.getByRole('textbox', { name: 'Lý do điều chỉnh' }).fill('Có sổ chính thức');
    await asked.getByRole('button', { name: 'Ghi điều chỉnh' }).click();
    await at.getByText('Sổ lao động ngày 30/6').waitFor();
    await expect.poll(() => at.getByText(/· ước/).count()).toBe(0);
    await at.getByRole('button', { name: /^Chi tiết/ }).click();
    const estimate = details.getByRole('listitem').filter({ hasText: 'Ước thực hiện' }).first();
    await estimate.getByText('Đã điều chỉnh: Chờ sổ chính thức').waitFor();
    await details.getByRole('button', { name: 'Đóng' }).click();
    // What is typed over it and not wanted after all leaves it as it was.
    await own.fill('16');
    await own.blur();
    await asked.getByText(/Bản Nà Đon: 17 → 16/).waitFor();
    await asked.getByRole('button', { name: 'Giữ số đã duyệt' }).click();
    await expect.poll(() => own.inputValue()).toBe('17');
    expect(faults).toEqual([]);
  });

  it('bring what hinders a village to the province, and its answer back to the village (practice 9)', async () => {
    const phone = await visit('phone');
    const faults = faultsOf(phone);
    await signInAs(phone, 'dv.nadon');
    const sheet = `${await planOf(phone)}?tu=2026-04-01&den=2026-06-30`;
    await phone.goto(sheet);
    await phone.getByRole('button', { name: 'Nêu khó khăn, kiến nghị' }).click();
    const saying = phone.getByRole('dialog', { name: 'Khó khăn, kiến nghị của kỳ này' });
    await saying.getByRole('textbox', { name: 'Khó khăn, vướng mắc' }).fill('Đường vào bản sạt lở');
    await saying.getByRole('textbox', { name: 'Đề xuất, kiến nghị' }).fill('Hỗ trợ máy xúc');
    expect(await seriousFaults(phone)).toEqual([]);
    await saying.getByRole('button', { name: 'Lưu' }).click();
    const own = phone.getByRole('listitem').filter({ hasText: 'Đường vào bản sạt lở' });
    await own.getByText('Mới nêu').waitFor();

    const office = await visit('desktop');
    await signInAs(office, 'cb.binhlu');
    await office.goto('/so-lieu/kho-khan?xem=to-us');
    await office.getByRole('checkbox', { name: 'Chọn nội dung của Bản Nà Đon' }).check();
    await office.getByRole('button', { name: 'Tiếp nhận, gộp' }).click();
    const merging = office.getByRole('dialog', { name: 'Tiếp nhận và viết lại' });
    await merging.getByRole('textbox', { name: 'Khó khăn, vướng mắc' }).fill('Đường liên bản sạt lở sau mưa');
    await merging.getByRole('button', { name: 'Lưu nội dung gộp' }).click();
    const whole = office.getByRole('row').filter({ hasText: 'Đường liên bản sạt lở sau mưa' });
    await whole.getByText('Gộp từ Bản Nà Đon').waitFor();
    await whole.getByRole('button', { name: 'Chuyển cấp trên: Xã Bình Lư' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Chuyển cấp trên' }).click();
    await office.getByText('Đã chuyển lên cấp trên.').waitFor();

    const province = await visit('desktop');
    await signInAs(province, 'cb.laichau');
    await province.goto('/so-lieu/kho-khan?xem=to-us&q=lien+ban');
    await province.getByRole('button', { name: 'Trả lời: Xã Bình Lư' }).click();
    const reply = province.getByRole('dialog', { name: 'Trả lời Xã Bình Lư' });
    await reply.getByRole('textbox', { name: 'Trả lời' }).fill('Sở Xây dựng cử máy trong tuần');
    expect(await seriousFaults(province)).toEqual([]);
    await reply.getByRole('button', { name: 'Lưu trả lời' }).click();
    await province.getByText('Đã lưu trả lời.').waitFor();

    await phone.goto(sheet);
    await own.getByText('Sở Xây dựng cử máy trong tuần').waitFor();
    await own.getByText('Đã trả lời').waitFor();
    expect(faults).toEqual([]);
  });

  it('are not asked for before their period begins', async () => {
    const page = await visit('desktop');
    await signInAs(page, 'cb.binhlu');
    await page.goto(`${await planOf(page)}?tu=2026-07-01&den=2026-09-30`);
    await page.getByText(/^Kỳ này chưa đến: bắt đầu từ ngày 0?1\/0?7\/2026/).waitFor();
    await page.getByRole('table').first().waitFor();
    expect(await page.getByText(/đã gửi đủ|chưa gửi đủ/).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^(Gửi|Chốt|Tạo|Duyệt|Trả lại)/ }).count()).toBe(0);
    expect(await page.getByRole('table').getByRole('textbox').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('move by keys, and a block from a spreadsheet lands where it is pasted', async () => {
    const page = await visit('desktop');
    await signInAs(page, 'cb.binhlu');
    const sheet = await planOf(page);
    await page.goto(`${sheet}?tu=2026-05-01&den=2026-05-31`);
    const first = cell(page, /lượt khách/, 'Bản Nà Đon');
    await first.waitFor();
    await first.focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '12.000\n13.500');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    const second = cell(page, /lượt khách/, 'Bản Thẳm');
    await expect.poll(() => second.inputValue()).toBe('13.500');
    await page.getByText('Đã lưu mọi ô').waitFor();
    await first.press('ArrowDown');
    expect(await second.evaluate((input) => input === document.activeElement)).toBe(true);
    await second.press('Control+z');
    await expect.poll(() => second.inputValue()).toBe('');
  });
});
