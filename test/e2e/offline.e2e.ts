import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectNoSidewaysScroll, pictureOf, SIZES, type Size, seriousFaults, signInAs } from './browser.ts';
import { type Serving, serveDemo } from './serve.ts';
import { layWire, type Wire } from './wire.ts';

/** A phone that loses its network, is killed and comes back; and a newer version of the program. */

let server: Serving;
let wire: Wire;
const folders: string[] = [];
const open = new Set<BrowserContext>();

beforeAll(async () => {
  server = await serveDemo();
  wire = await layWire(server.address);
});
afterAll(async () => {
  for (const context of open) await context.close();
  await wire.close();
  await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A phone with a memory of its own. */
function newPhone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-phone-'));
  folders.push(folder);
  return folder;
}

/** Starts the browser on a phone; what it had kept is there again. */
async function start(folder: string, size: Size = 'phone'): Promise<{ page: Page; kill: () => Promise<void> }> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    baseURL: wire.address,
    viewport: SIZES[size],
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  open.add(context);
  context.setDefaultTimeout(20_000);
  const page = context.pages()[0] ?? (await context.newPage());
  const kill = async () => {
    open.delete(context);
    await context.close();
  };
  return { page, kill };
}

/** The program is kept once its worker has it whole and answers for this page. */
const programKept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });

beforeEach(() => wire.mend());

describe('the program on the phone', () => {
  it('can be installed', async () => {
    const { page, kill } = await start(newPhone());
    await page.goto('/dang-nhap');
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
      const found = (await (await fetch(link?.href ?? '')).json()) as { icons: { src: string; purpose: string }[] };
      const sizes = found.icons.map(
        async ({ src }) => (await createImageBitmap(await (await fetch(src)).blob())).width,
      );
      return { ...found, sizes: await Promise.all(sizes.slice(1)) };
    });
    expect(manifest).toMatchObject({
      short_name: 'Thi Đua',
      lang: 'vi',
      display: 'standalone',
      theme_color: '#b3261e',
    });
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
    expect(manifest.sizes).toEqual([192, 512, 512]);
    await kill();
  });

  it('opens without a network, at any address, under its own security policy', async () => {
    const { page, kill } = await start(newPhone());
    await page.goto('/dang-nhap');
    await programKept(page);
    wire.cut();
    const answer = await page.goto('/so-lieu');
    expect(answer?.fromServiceWorker()).toBe(true);
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
    await page.getByText('Không kết nối được máy chủ').waitFor();
    const styled = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(styled).toContain('Be Vietnam Pro');
    wire.mend();
    await kill();
  });

  it('keeps no answer of the API', async () => {
    const { page, kill } = await start(newPhone());
    await signInAs(page, 'dv.nadon');
    await programKept(page);
    await page.goto('/so-lieu');
    await page.goto('/phong-trao');
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const lists = names.map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      );
      return (await Promise.all(lists)).flat();
    });
    expect(kept).toContain('/');
    expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([]);
    await kill();
  });

  it('offers a newer version and takes it when asked', async () => {
    const { page, kill } = await start(newPhone());
    await page.goto('/dang-nhap');
    await programKept(page);
    wire.renew();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const band = page.getByRole('region', { name: 'Có bản mới của phần mềm.' });
    await band.waitFor();
    const before = await page.evaluate(() => performance.timeOrigin);
    await band.getByRole('button', { name: 'Tải lại' }).click();
    await page.waitForFunction((then) => performance.timeOrigin !== then, before);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor();
    expect(await band.count()).toBe(0);
    await kill();
  });
});

type Grid = {
  movement: { id: string };
  targets: { id: string; name: string; asFraction: boolean }[];
  rows: {
    organisation: { id: string; name: string };
    cells: { targetId: string; asked: boolean; figure: unknown }[];
  }[];
};
const JUNE = { from: '2026-06-01', until: '2026-06-30' };

/** The officer asks the village for three figures of June. Returns the sheet's address and the targets. */
async function askForThree(office: Page): Promise<{ sheet: string; names: string[] }> {
  await signInAs(office, 'cb.binhlu');
  await office.goto('/so-lieu');
  const link = office.getByRole('link', { name: /hoàn thành thắng lợi nhiệm vụ phát triển kinh tế/ }).first();
  const movementId = ((await link.getAttribute('href')) ?? '').split('?')[0]?.split('/').at(-1) ?? '';
  const names = await office.evaluate(
    async ({ id, from, until }) => {
      const asked = (await (await fetch(`/api/movements/${id}/figures?from=${from}&until=${until}`)).json()) as Grid;
      const chosen = asked.targets.filter(({ asFraction }) => !asFraction).slice(0, 3);
      for (const { id: targetId } of chosen) {
        const split = await (await fetch(`/api/targets/${targetId}/split`)).json();
        const village = [
          ...split.candidates,
          ...split.shares.map((one: { organisation: unknown }) => one.organisation),
        ].find(({ name }: { name: string }) => name === 'Bản Nà Đon');
        const answer = await fetch(`/api/targets/${targetId}/split`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            actionId: crypto.randomUUID(),
            version: split.version,
            shares: [{ organisationId: village.id, value: null }],
            reason: null,
          }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      }
      return chosen.map(({ name }) => name);
    },
    { id: movementId, ...JUNE },
  );
  return { sheet: `/so-lieu/${movementId}?tu=${JUNE.from}&den=${JUNE.until}`, names };
}

const cellOf = (page: Page, target: string) =>
  page.getByRole('textbox', { name: `${target}, Bản Nà Đon`, exact: true });

const saves = () => wire.deeds.filter((deed) => /^POST \/api\/movements\/[^/]+\/figures$/.test(deed)).length;

describe('figures without a network', () => {
  it('are entered, survive the phone being killed, and arrive once each', async () => {
    const { page: office, kill: closeOffice } = await start(newPhone());
    const { sheet, names } = await askForThree(office);
    const [first = '', second = '', third = ''] = names;
    expect(names).toHaveLength(3);
    const folder = newPhone();
    const before = await start(folder);
    await signInAs(before.page, 'dv.nadon');
    await programKept(before.page);
    await before.page.goto(sheet);
    await cellOf(before.page, first).fill('12');
    wire.deeds.length = 0;

    // The first arrives, but its answer is lost; then there is no network at all.
    wire.loseAnswers();
    await cellOf(before.page, first).blur();
    await before.page.getByText('1 ô đã giữ trên máy này, chờ gửi').waitFor();
    // The browser itself sends a request again on a line that broke; the server has written it once all the same.
    expect(saves()).toBeGreaterThan(0);
    wire.cut();
    await cellOf(before.page, second).fill('mười');
    await cellOf(before.page, second).blur();
    await before.page.getByText('Ô này cần một con số, ví dụ 1.250,5 hoặc 7/8.').waitFor();
    await cellOf(before.page, second).fill('-5');
    await cellOf(before.page, second).blur();
    await before.page.locator('.sheet-fault').first().waitFor();
    await cellOf(before.page, second).fill('34');
    await cellOf(before.page, second).blur();
    await before.page.getByText('2 ô đã giữ trên máy này, chờ gửi').waitFor();
    await before.kill();

    // Started again, still without a network: everything is there, and work goes on.
    const after = await start(folder);
    await after.page.goto(sheet);
    await after.page.getByText(/Đang mất mạng: đây là số liệu giữ trên máy lúc/).waitFor({ timeout: 60_000 });
    await expect.poll(() => cellOf(after.page, first).inputValue()).toBe('12');
    await expect.poll(() => cellOf(after.page, second).inputValue()).toBe('34');
    await cellOf(after.page, third).fill('56');
    await cellOf(after.page, third).blur();
    await after.page.getByText('3 ô đã giữ trên máy này, chờ gửi').waitFor();
    await after.page.getByRole('button', { name: `Tài liệu kiểm chứng: ${third}, Bản Nà Đon` }).click();
    const picture = { name: 'IMG_2024.png', mimeType: 'image/png', buffer: await pictureOf(after.page, 3000, 2000) };
    await after.page.getByRole('dialog').locator('input[type=file]').setInputFiles(picture);
    await after.page.getByRole('dialog').getByText('IMG_2024.jpg').waitFor();
    expect(await seriousFaults(after.page)).toEqual([]);
    await after.page.keyboard.press('Escape');
    await after.page.getByRole('button', { name: 'Gửi số liệu' }).click();
    await after.page.getByText(/Yêu cầu gửi đã được giữ lại/).waitFor();
    await after.page.goto('/cho-gui');
    await after.page.getByRole('heading', { level: 1, name: 'Chờ gửi' }).waitFor();
    await expect.poll(() => after.page.getByRole('row').count()).toBe(5);
    expect(await seriousFaults(after.page)).toEqual([]);
    await expectNoSidewaysScroll(after.page);

    wire.deeds.length = 0;
    wire.mend();
    // The sign-in died with the browser. Nobody else gets to send what waits.
    await after.page.getByRole('button', { name: 'Gửi ngay' }).click();
    await after.page.getByText('Phiên đăng nhập đã hết hạn.').waitFor();
    expect(saves()).toBe(0);
    await signInAs(after.page, 'cb.binhlu');
    await after.page.goto('/cho-gui');
    await after.page.getByText(/Trên máy này còn 5 mục của tài khoản khác/).waitFor();
    expect(await after.page.getByText('34').count()).toBe(0);
    expect(saves()).toBe(0);
    await after.page.getByRole('button', { name: /Tài khoản/ }).click();
    await after.page.getByRole('menuitem', { name: 'Đăng xuất', exact: true }).click();
    await after.page.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor();
    await signInAs(after.page, 'dv.nadon');
    await after.page.goto('/cho-gui');
    await after.page.getByRole('heading', { name: 'Không có gì chờ gửi' }).waitFor();
    // A page that is left while it sends does not hear the answer, and sends again; what was written is counted below.
    expect(saves()).toBeGreaterThanOrEqual(3);
    await after.page.goto(sheet);
    await expect.poll(() => after.page.getByText(/^Chờ duyệt/).count(), { timeout: 20_000 }).toBe(3);
    await after.kill();

    await office.goto(sheet);
    const taken = await office.evaluate(async (address) => {
      const [, , id] = address.split(/[/?]/);
      const asked = await fetch(`/api/movements/${id}/evidence?from=2026-06-01&until=2026-06-30`);
      const { evidence } = (await asked.json()) as { evidence: { id: string; name: string }[] };
      const file = await fetch(`/api/evidence/${evidence[0]?.id}/file`);
      const size = await createImageBitmap(await file.blob());
      const heads = ['content-type', 'content-disposition', 'x-content-type-options'].map((one) =>
        file.headers.get(one),
      );
      return { names: evidence.map(({ name }) => name), width: size.width, height: size.height, heads };
    }, sheet);
    expect(taken).toMatchObject({ names: ['IMG_2024.jpg'], width: 1600, height: 1067 });
    expect(taken.heads).toEqual(['image/jpeg', expect.stringMatching(/^attachment;/), 'nosniff']);
    const figures = await office.evaluate(async (address) => {
      const [, , id] = address.split(/[/?]/);
      const grid = (await (await fetch(`/api/movements/${id}/figures?from=2026-06-01&until=2026-06-30`)).json()) as {
        rows: { cells: { figure: { entered: string; earlier: number; state: string } | null }[] }[];
      };
      return grid.rows.flatMap(({ cells }) => cells.flatMap(({ figure }) => (figure ? [figure] : [])));
    }, sheet);
    const own = figures.filter(({ state }) => state === 'submitted').map(({ entered, earlier }) => [entered, earlier]);
    // One version before each: the draft it was before it was sent. Nothing was written twice.
    expect(own.sort()).toEqual([
      ['12', 1],
      ['34', 1],
      ['56', 1],
    ]);
    await closeOffice();
  });
});

describe('evidence at a desk', () => {
  it('is attached, seen by whoever approves, taken away and had back', async () => {
    const { page, kill } = await start(newPhone(), 'desktop');
    await signInAs(page, 'cb.binhlu');
    await page.goto('/so-lieu');
    const link = page.getByRole('link', { name: /hoàn thành thắng lợi nhiệm vụ phát triển kinh tế/ }).first();
    const sheet = ((await link.getAttribute('href')) ?? '').split('?')[0] ?? '';
    await page.goto(`${sheet}?tu=2026-04-01&den=2026-06-30`);
    const clip = page.getByRole('button', { name: /Tài liệu kiểm chứng: .*giải quyết việc làm.*, Bản Thẳm/ });
    await clip.click();
    const dialog = page.getByRole('dialog');
    const paper = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') };
    await dialog.locator('input[type=file]').setInputFiles({ ...paper, name: 'biên bản.pdf' });
    await dialog.getByRole('link', { name: 'biên bản.pdf' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gỡ “biên bản.pdf”' }).click();
    await page.getByText('Đã gỡ “biên bản.pdf”.').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await dialog.getByRole('button', { name: 'Gỡ “biên bản.pdf”' }).waitFor();

    // A page that calls itself a picture gets as far as the outbox, where it says why.
    const page64 = { mimeType: 'text/html', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') };
    await dialog.locator('input[type=file]').setInputFiles({ ...page64, name: 'ảnh.jpg' });
    await dialog.getByText('Có mục chưa gửi được.').waitFor();
    await page.goto('/cho-gui');
    await page.getByText(/Tệp này không dùng làm tài liệu kiểm chứng được/).waitFor();
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click();
    await page.getByRole('heading', { name: 'Không có gì chờ gửi' }).waitFor();
    await kill();
  });
});

describe('a figure that somebody changed meanwhile', () => {
  it('waits with both values through a new version of the program, until the person chooses', async () => {
    const { page: office, kill: closeOffice } = await start(newPhone(), 'desktop');
    const { sheet, names } = await askForThree(office);
    const [first = ''] = names;
    const { page, kill } = await start(newPhone());
    await signInAs(page, 'dv.nadon');
    await programKept(page);
    await page.goto(sheet);
    await cellOf(page, first).waitFor();
    wire.cut();
    await cellOf(page, first).fill('15');
    await cellOf(page, first).blur();
    await page.getByText('1 ô đã giữ trên máy này, chờ gửi').waitFor();
    // The officer has a network, past the wire.
    await office.goto(`${server.address}${sheet}`);
    await cellOf(office, first).fill('20');
    await cellOf(office, first).blur();
    await office.getByText('Đã lưu mọi ô').waitFor();
    wire.mend();
    await page.goto('/cho-gui');
    await page.getByText(/đã nhập số khác trong lúc bạn mất mạng/).waitFor();
    wire.renew();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const band = page.getByRole('region', { name: 'Có bản mới của phần mềm.' });
    const before = await page.evaluate(() => performance.timeOrigin);
    await band.getByRole('button', { name: 'Tải lại' }).click();
    await page.waitForFunction((then) => performance.timeOrigin !== then, before);
    const both = page.getByRole('row', { name: new RegExp(first) });
    await both.getByText('Trên máy chủ', { exact: true }).waitFor();
    expect(await both.locator('dd').allTextContents()).toEqual(['15', '20']);
    expect(await seriousFaults(page)).toEqual([]);
    await both.getByRole('button', { name: 'Ghi số của tôi' }).click();
    await page.getByRole('heading', { name: 'Không có gì chờ gửi' }).waitFor();
    await page.goto(sheet);
    await expect.poll(() => cellOf(page, first).inputValue()).toBe('15');
    await kill();
    await closeOffice();
  });
});

describe('a link without a network', () => {
  it('opens again once it was opened, and sends what was to be sent', async () => {
    const { page: office, kill: closeOffice } = await start(newPhone(), 'desktop');
    await signInAs(office, 'cb.binhlu');
    await office.goto('/so-lieu');
    const link = office.getByRole('link', { name: /hoàn thành thắng lợi nhiệm vụ phát triển kinh tế/ }).first();
    const movementId = ((await link.getAttribute('href')) ?? '').split('?')[0]?.split('/').at(-1) ?? '';
    const path = await office.evaluate(async (id) => {
      const period = { from: '2026-04-01', until: '2026-06-30' };
      const grid = await (await fetch(`/api/movements/${id}/figures?from=${period.from}&until=${period.until}`)).json();
      const unit = (grid as Grid).rows.find(({ organisation }) => organisation.name === 'Bản Chu Va 12');
      const answer = await fetch(`/api/movements/${id}/figure-links`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...period,
          actionId: crypto.randomUUID(),
          organisationIds: [unit?.organisation.id],
          days: 7,
        }),
      });
      return ((await answer.json()) as { links: { path: string }[] }).links[0]?.path ?? '';
    }, movementId);
    await closeOffice();
    const folder = newPhone();
    const before = await start(folder);
    await before.page.goto(path);
    await programKept(before.page);
    const jobs = (page: Page) => page.getByRole('textbox', { name: /giải quyết việc làm/ });
    await jobs(before.page).fill('11');
    wire.cut();
    await before.page.getByRole('button', { name: /^Gửi/ }).click();
    await before.page.getByText(/Chưa gửi được vì mất mạng/).waitFor();
    await before.kill();

    const after = await start(folder);
    await after.page.goto(path);
    await jobs(after.page).waitFor({ timeout: 60_000 });
    expect(await jobs(after.page).inputValue()).toBe('11');
    wire.mend();
    await after.page.getByText(/^Đã gửi 1 số liệu/).waitFor({ timeout: 40_000 });

    // Changed after its own sending, without a network, and opened anew: nobody else touched it.
    wire.cut();
    await jobs(after.page).fill('12');
    await after.page.getByRole('button', { name: /^Gửi/ }).click();
    await after.page.getByText(/Chưa gửi được vì mất mạng/).waitFor();
    await after.kill();
    const again = await start(folder);
    await again.page.goto(path);
    await jobs(again.page).waitFor({ timeout: 60_000 });
    expect(await jobs(again.page).inputValue()).toBe('12');
    wire.mend();
    await again.page.getByText(/^Đã gửi 1 số liệu/).waitFor({ timeout: 40_000 });
    await again.kill();
  });
});
