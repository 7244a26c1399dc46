import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadDocument } from '../../src/contract/documents.ts';
import { ActionId } from '../../src/contract/ids.ts';
import { staticFiles } from '../../src/server/static-files.ts';
import { buildWorld, type World } from '../rights/world.ts';
import { openBrowser, testApp } from '../support/client.ts';

/** What people hand in, under whatever name, and paths that lead elsewhere. */

let world: World;
let pages: string;
beforeAll(async () => {
  world = await buildWorld();
  pages = mkdtempSync(join(tmpdir(), 'thidua-pages-'));
  mkdirSync(join(pages, 'web/assets'), { recursive: true });
  writeFileSync(join(pages, 'secret.json'), '{"owner":"mật"}');
  writeFileSync(join(pages, 'web/index.html'), '<!doctype html><title>Thi Đua</title>');
  writeFileSync(join(pages, 'web/assets/app.js'), 'true');
});
afterAll(async () => {
  rmSync(pages, { recursive: true });
  await world.database.drop();
});

/** Hands a file in and fetches it again. */
async function roundTrip(name: string, bytes: Uint8Array): Promise<Response> {
  const { browser } = world.people.officer;
  const { readingId } = await browser.call(uploadDocument, { actionId: ActionId.parse(randomUUID()), name }, bytes);
  const { reading } = (await (await browser.send(`/api/readings/${readingId}`)).json()) as {
    reading: { documentId: string };
  };
  return browser.send(`/api/documents/${reading.documentId}/file`);
}

const NAMES = [
  'a.txt\r\nSet-Cookie: thidua_session=x',
  'a.txt\nContent-Type: text/html\n\n<script>1</script>',
  'a"; filename="b.html',
  "it's (1)!*.txt",
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/cron.d/x',
  'C:\\Users\\x\\a.html',
  'a\u0000.html',
  'a\u202Etxt.exe',
  '\uD800.txt',
  'Kế hoạch số 05.docx',
  '%2e%2e%2fetc%2fpasswd',
  `${'x'.repeat(250)}.txt`,
  '<img src=x onerror=alert(1)>.svg',
];

describe('names of files', () => {
  it.each(NAMES)('cannot leave the header, nor say where the file is put: %j', async (name) => {
    const response = await roundTrip(name, crypto.getRandomValues(new Uint8Array(8)));
    expect(response.status).toBe(200);
    const header = response.headers.get('content-disposition') ?? '';
    expect(header).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[A-Za-z0-9%&#$+.^_`|~-]*$/);
    const saved = decodeURIComponent(header.split("UTF-8''")[1] ?? '');
    expect(saved).not.toMatch(/[/\\\r\n\0]/);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  });
});

const BODIES: [string, string][] = [
  ['trang.html', '<!doctype html><script>document.title = "bị tấn công"</script>'],
  ['hinh.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'],
  ['tài liệu.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'],
  ['ghi chú.txt', '<script>alert(1)</script>'],
  ['a.js', 'alert(1)'],
];

describe('files that a browser would run', () => {
  it.each(BODIES)('are only ever given as an attachment, never guessed at, and shut in: %s', async (name, body) => {
    const response = await roundTrip(name, Buffer.from(body + randomUUID()));
    expect(await response.text()).toContain(body);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
  });
});

describe('paths', () => {
  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/assets/%2e%2e/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '/assets/%252e%252e/%252e%252e/secret.json',
    '//secret.json',
    '/assets/app.js%00.html',
    '/assets//../../secret.json',
    '/.env',
    '/assets/',
  ])('lead out of the folder of pages nowhere: %s', async (path) => {
    const app = testApp(world.database, { files: staticFiles(join(pages, 'web')) });
    const response = await openBrowser(app).send(path);
    const text = await response.text();
    expect(text).not.toContain('mật');
    expect(text).not.toContain('true');
    expect([200, 400, 404]).toContain(response.status);
  });

  it('of the API are exact: case, slashes and dots make another path', async () => {
    const { browser } = world.people.officer;
    for (const path of [
      '/API/session',
      '/api//session',
      '/api/session/',
      '/api/./x/../sessions',
      '/api/organisations/../../x',
    ])
      expect([path, (await browser.send(path)).status]).toEqual([path, 404]);
  });
});
