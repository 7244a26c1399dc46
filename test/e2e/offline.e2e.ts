import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SIZES, signInAs } from './browser.ts';
import { layWire, type Wire } from './wire.ts';

/** A phone that loses its network, is killed and comes back; and a newer version of the program. */

let wire: Wire;
const folders: string[] = [];
const open = new Set<BrowserContext>();

beforeAll(async () => {
  wire = await layWire(inject('address'));
});
afterAll(async () => {
  for (const context of open) await context.close();
  await wire.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A phone with a memory of its own. */
function newPhone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-phone-'));
  folders.push(folder);
  return folder;
}

/** Starts the browser on a phone; what it had kept is there again. */
async function start(folder: string): Promise<{ page: Page; kill: () => Promise<void> }> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    baseURL: wire.address,
    viewport: SIZES.phone,
    isMobile: true,
    hasTouch: true,
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
