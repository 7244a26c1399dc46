import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, faultsOf, openBrowser, type Size, seriousFaults, signInAs } from './browser.ts';

/** An officer opens a movement, a supervisor reads it and speaks, the officer answers; and the page that explains the roles. */

const { visit } = openBrowser();

async function sound(page: Page): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
}

describe('supervision', () => {
  it('begins when a movement is opened, and is answered', async () => {
    const officer = await visit('desktop');
    const faults = faultsOf(officer);
    await signInAs(officer, 'cb.binhlu');
    const supervisor = await visit('phone');
    await signInAs(supervisor, 'gs.binhlu');

    await officer.goto('/phong-trao');
    await officer
      .getByRole('link', { name: /Phát động phong trào thi đua hoàn thành/ })
      .first()
      .click();
    await officer.getByRole('button', { name: 'Việc khác' }).click();
    const address = new URL(officer.url()).pathname;
    await supervisor.goto(address);
    await supervisor.getByRole('heading', { name: 'Không tìm thấy trang này' }).waitFor();

    await officer.getByRole('menuitem', { name: 'Mở cho giám sát' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Mở cho giám sát' }).click();
    await officer.getByRole('link', { name: 'Giám sát' }).click();
    await officer.getByText('Chưa có ý kiến nào').waitFor();
    await sound(officer);

    await supervisor.goto(`${address}/giam-sat`);
    expect(await supervisor.getByRole('link', { name: 'Lịch sử' }).count()).toBe(0);
    await supervisor.getByLabel('Ý kiến của bạn').fill('Đề nghị cho biết vì sao chỉ tiêu trồng chè chậm.');
    await supervisor.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await supervisor.getByText('vì sao chỉ tiêu trồng chè chậm').waitFor();
    await sound(supervisor);

    await officer.reload();
    await officer.getByRole('button', { name: 'Trả lời' }).click();
    await officer.getByLabel('Trả lời').fill('Giống về chậm; đợt hai trong tháng 7.');
    await officer.locator('form').getByRole('button', { name: 'Trả lời' }).click();
    await officer.getByText('đợt hai trong tháng 7').waitFor();
    await supervisor.reload();
    await supervisor.getByText('đợt hai trong tháng 7').waitFor();

    await officer.getByRole('button', { name: 'Việc khác' }).click();
    await officer.getByRole('menuitem', { name: 'Thôi mở cho giám sát' }).click();
    await officer.getByText('Đã thôi mở').waitFor();
    await supervisor.reload();
    await supervisor.getByRole('heading', { name: 'Không tìm thấy trang này' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe.each<[Size, 'light' | 'dark']>([
  ['desktop', 'dark'],
  ['phone', 'light'],
])('the page of roles (%s, %s)', (size, scheme) => {
  it('is sound', async () => {
    const page = await visit(size, { scheme });
    const faults = faultsOf(page);
    await signInAs(page, 'qt.laichau');
    await page.goto('/quan-tri/vai-tro');
    await page.getByRole('heading', { name: 'Người kiểm tra nhật ký' }).waitFor();
    await page.getByRole('heading', { name: 'Khi một người giữ nhiều vai trò' }).waitFor();
    await sound(page);
    expect(faults).toEqual([]);
  });
});
