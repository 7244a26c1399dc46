import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { serveDemo } from './serve.ts';

export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof SIZES;
type Served = Awaited<ReturnType<typeof serveDemo>>;

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens the browser and a server with a fresh demo for the tests of a file. `visit` gives a page of a fresh visitor,
 * `served` says where the server and its database are.
 */
export function openBrowser(): {
  visit: (size: Size, options?: { scheme?: 'light' | 'dark' }) => Promise<Page>;
  served: () => Served;
} {
  let browser: Browser | null = null;
  let server: Served | null = null;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    server = await serveDemo();
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ARGS,
    });
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await server?.stop();
  });
  const served = () => {
    if (!server) throw new Error('the server is not there yet');
    return server;
  };
  const visit = async (size: Size, { scheme = 'light' }: { scheme?: 'light' | 'dark' } = {}) => {
    if (!browser) throw new Error('the browser is not open yet');
    const context = await browser.newContext({
      baseURL: served().address,
      viewport: SIZES[size],
      colorScheme: scheme,
      locale: 'vi-VN',
      reducedMotion: 'reduce',
      isMobile: size === 'phone',
      hasTouch: size === 'phone',
    });
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    // Every visitor is new and would fetch the whole program to keep it; that is walked in offline.e2e.ts.
    await context.addInitScript('navigator.serviceWorker.register = () => Promise.reject(new Error())');
    return context.newPage();
  };
  return { visit, served };
}

/** Faults of a page that nobody sees on a screenshot: exceptions, and what the security policy refused. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  return faults;
}

/** Signs in as one of the demo's people, by the button that the demo offers. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByRole('button', { name: new RegExp(name.replace('.', '\\.')) }).click();
  await page.getByRole('navigation').first().waitFor({ state: 'attached' });
}

/**
 * Serious and critical faults against WCAG 2.2 AA on the page as it stands, or in a part of it: under a dialog stand
 * things that nobody can press.
 */
export async function seriousFaults(page: Page, within?: string): Promise<string[]> {
  // Toasts come and go; they are judged where they are tested.
  await page.evaluate(axe.source);
  const found = (await page.evaluate(
    `axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as AxeResults;
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, target }) => `${String(target)} ${html}`).join('\n    ')}`);
}

/** Nothing sticks out to the right: the page never scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const outside = await page.evaluate(`document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
      .map((one) => one.outerHTML.slice(0, 200))`);
  expect({ address: page.url(), outside }).toEqual({ address: page.url(), outside: [] });
}

/** Whether the focus is there. */
export const isFocused = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === document.activeElement);

/** Presses Tab until the place has the focus, as a person without a mouse does. */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await place.count()) > 0 && (await isFocused(place.first()))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}

/** A picture as a camera makes it: larger than is sent. */
export async function pictureOf(page: Page, width: number, height: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([wide = 0, high = 0]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high });
      canvas.getContext('2d')?.fillRect(0, 0, wide / 2, high);
      return canvas.toDataURL('image/png');
    },
    [width, height],
  );
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}
