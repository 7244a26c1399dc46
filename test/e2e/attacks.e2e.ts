import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf, openBrowser, signInAs } from './browser.ts';

/** Markup and script in every text that people can send, and addresses that lead away: opened in a browser with the policy on. */

const { visit } = openBrowser();

/** Beginnings of markup, of attributes and of templates, in one line. */
const PAYLOAD =
  '"><img src=x onerror="window.hit=1"><svg onload="window.hit=2"><script>window.hit=3</script><iframe srcdoc="<script>parent.hit=4</script>"></iframe>{{constructor.constructor("window.hit=5")()}}';
const SHORT = '"><img src=x onerror=hit=6>';

/** What ran, and what the page has that no page of ours has. */
const FOUND = `(() => ({
  hit: window.hit ?? null,
  refused: window.refused,
  planted: [...document.querySelectorAll('img[src="x"], iframe, object, embed, [onerror], [onload], [onclick], base, meta[http-equiv=refresh]')].map((one) => one.outerHTML),
  scripts: [...document.scripts].filter((one) => one.text !== '' && one.nonce === '').map((one) => one.text),
  links: [...document.links].filter((one) => !['http:', 'https:', 'mailto:', 'blob:'].includes(one.protocol)).map((one) => one.href),
}))()`;
const NOTHING = { hit: null, refused: [], planted: [], scripts: [], links: [] };

/** A page that notes what its policy refused; dialogs fail the test at once. */
async function watchedPage(): Promise<{ page: Page; faults: string[] }> {
  const page = await visit('desktop');
  const faults = faultsOf(page);
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(
    "window.refused = []; document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.violatedDirective + ' ' + event.blockedURI))",
  );
  return { page, faults };
}

type Answer = { status: number; body: Record<string, unknown> };

/** Sends as the page itself would. */
function send(page: Page, method: string, path: string, body: object): Promise<Answer> {
  const act = { actionId: crypto.randomUUID(), ...body };
  return page.evaluate(
    `fetch(${JSON.stringify(path)}, { method: ${JSON.stringify(method)}, headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(act))} }).then(async (answer) => ({ status: answer.status, body: await answer.json() }))`,
  ) as Promise<Answer>;
}

async function done(page: Page, method: string, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await send(page, method, path, body);
  expect({ path, ...answer }).toMatchObject({ path, status: 200 });
  return answer.body;
}

async function expectNothingRan(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page
    .getByRole('heading')
    .first()
    .waitFor()
    .catch((error: unknown) => {
      throw new Error(`${address} shows nothing`, { cause: error });
    });
  // Whatever would run has had its turn once two frames were drawn.
  await page.evaluate('new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))');
  expect({ address, ...((await page.evaluate(FOUND)) as object) }).toEqual({ address, ...NOTHING });
}

/** A movement of which every text is the payload. */
async function poisonedMovement(page: Page): Promise<string> {
  const session = (await (await page.request.get('/api/session')).json()) as {
    person: { organisation: { id: string } };
  };
  const head = {
    title: PAYLOAD,
    theme: PAYLOAD,
    kind: 'thematic',
    year: 2026,
    period: { from: '2026-01-01', until: '2026-12-31' },
    organisationId: session.person.organisation.id,
    jointOrganisationIds: [],
  };
  const document = { number: SHORT.slice(0, 50), symbol: SHORT, issuedOn: '2026-01-05', place: SHORT };
  const made = await done(page, 'POST', '/api/movements', { head, document, from: null, respondsTo: [] });
  const movement = `/api/movements/${String(made['movementId'])}`;
  const figure = {
    measure: 'amount',
    comparator: 'ge',
    change: 'level',
    value: '10',
    low: null,
    high: null,
    numerator: null,
    denominator: null,
    unit: SHORT,
    better: 'higher',
    baseline: { kind: 'stated', year: 2025, value: '9', text: PAYLOAD },
  };
  const goal = { name: PAYLOAD, indicator: null, domain: null, figure, scope: SHORT, dueOn: null, owner: SHORT };
  const target = { goal, partOf: null, leadOrganisationId: null };
  const added = await done(page, 'POST', `${movement}/targets`, target);
  const revised = { ...target, goal: { ...goal, scope: `${SHORT}!` }, version: 1, reason: PAYLOAD };
  await done(page, 'PATCH', `/api/targets/${String(added['id'])}`, revised);
  const task = {
    content: PAYLOAD,
    assignee: SHORT,
    assigneeId: null,
    role: 'lead',
    dueOn: '2026-05-01',
    dueRelation: 'before',
    via: SHORT,
    domain: null,
    person: SHORT,
    product: PAYLOAD,
    authority: PAYLOAD,
  };
  const { id } = await done(page, 'POST', `${movement}/tasks`, { task });
  await done(page, 'PUT', `/api/tasks/${String(id)}/state`, { version: 1, state: 'in-progress', note: PAYLOAD });
  await done(page, 'POST', `${movement}/archive`, { version: 1, reason: PAYLOAD });
  await done(page, 'POST', `${movement}/restore`, { version: 2 });
  await done(page, 'POST', `${movement}/open`, { version: 3 });
  return String(made['movementId']);
}

/** A document of which the name and the text are the payload, read to the end; the reading's id. */
async function poisonedReading(page: Page): Promise<string> {
  const text = [
    'ỦY BAN NHÂN DÂN XÃ BÌNH LƯ',
    `Số: 77/KH-UBND ${SHORT}`,
    `Bình Lư, ngày 05 tháng 01 năm 2026 ${SHORT}`,
    `KẾ HOẠCH`,
    `Phát động phong trào thi đua ${PAYLOAD}`,
    `1. Mục tiêu: thu ngân sách đạt 12 tỷ đồng ${PAYLOAD}`,
    `2. Giao Phòng Kinh tế ${PAYLOAD} hoàn thành trước ngày 15/6/2026.`,
    `Nơi nhận: ${PAYLOAD}`,
  ].join('\n');
  const address = `/api/readings?actionId=${crypto.randomUUID()}&name=${encodeURIComponent(`${SHORT}.txt`)}`;
  const answer = await page.request.post(address, {
    data: Buffer.from(text),
    headers: { 'content-type': 'application/octet-stream', origin: new URL(page.url()).origin },
  });
  const { readingId } = (await answer.json()) as { readingId: string };
  await page.goto(`/van-ban/${readingId}`);
  await page.waitForFunction(
    `fetch('/api/readings/${readingId}').then((answer) => answer.json()).then(({ reading }) => reading.state === 'ready')`,
  );
  return readingId;
}

describe('script in what people wrote', () => {
  it('stays text on every page that shows it', async () => {
    const { page, faults } = await watchedPage();
    await signInAs(page, 'cb.binhlu');
    const movementId = await poisonedMovement(page);
    const readingId = await poisonedReading(page);
    const { reading } = (await (await page.request.get(`/api/readings/${readingId}`)).json()) as {
      reading: { documentId: string };
    };
    const supervisor = await watchedPage();
    await signInAs(supervisor.page, 'gs.binhlu');
    const said = await done(supervisor.page, 'POST', `/api/movements/${movementId}/comments`, { text: PAYLOAD });
    const answer = { version: 1, text: PAYLOAD };
    await done(page, 'PUT', `/api/comments/${String(said['id'])}/answer`, answer);
    const tabs = ['', '/chi-tieu', '/nhiem-vu', '/can-cu', '/van-ban', '/giam-sat', '/lich-su'];
    for (const address of [
      ...tabs.map((tab) => `/phong-trao/${movementId}${tab}`),
      '/',
      '/phong-trao',
      '/phong-trao?xem=cay',
      `/phong-trao/moi?tu=nam-truoc&nguon=${movementId}`,
      '/so-lieu',
      `/so-lieu/${movementId}`,
      '/van-ban',
      `/van-ban/${readingId}`,
      `/van-ban/tai-lieu/${reading.documentId}`,
    ])
      await expectNothingRan(page, address);
    await expectNothingRan(supervisor.page, `/phong-trao/${movementId}/giam-sat`);
    expect(supervisor.faults).toEqual([]);
    // It is there, as words: else nothing was tested.
    await page.goto(`/phong-trao/${movementId}`);
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '<script>window.hit=3</script>' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('script in what administrators wrote', () => {
  it('stays text as well', async () => {
    const { page, faults } = await watchedPage();
    await signInAs(page, 'qt.laichau');
    const session = (await (await page.request.get('/api/session')).json()) as {
      person: { organisation: { id: string } };
    };
    const head = { name: PAYLOAD.slice(0, 200), issuerName: SHORT, kind: 'school', level: 'unit', code: null };
    const parentId = session.person.organisation.id;
    await done(page, 'POST', '/api/organisations', { on: null, paper: SHORT, head, parentId });
    for (const address of ['/quan-tri/don-vi', '/quan-tri/vai-tro', '/quan-tri/nhat-ky', '/', '/phong-trao'])
      await expectNothingRan(page, address);
    expect(faults).toEqual([]);
  });
});

describe('script in an address', () => {
  it('stays text as well', async () => {
    const { page, faults } = await watchedPage();
    await signInAs(page, 'cb.binhlu');
    const sent = encodeURIComponent(PAYLOAD);
    // In a path the server would look for a file of that name: what has a dot is one.
    const part = encodeURIComponent(SHORT);
    for (const address of [
      `/phong-trao?q=${sent}`,
      `/phong-trao?nam=${sent}&loai=${sent}&trangthai=${sent}&donvi=${sent}&xep=${sent}&xem=${sent}&trang=${sent}`,
      `/phong-trao/moi?tu=${sent}&nguon=${sent}`,
      `/phong-trao/${part}`,
      `/van-ban/${part}`,
      `/${part}`,
      `/quan-tri/${part}`,
    ])
      await expectNothingRan(page, address);
    const stranger = await watchedPage();
    await expectNothingRan(stranger.page, `/dang-nhap?tiep=${sent}`);
    expect([...faults, ...stranger.faults]).toEqual([]);
  });
});

describe('an address to go on to', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'https://evil.example',
    'javascript:window.hit=1',
  ])('never leads to another site after signing in: %j', async (place) => {
    const { page } = await watchedPage();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).host));
    await page.goto(`/dang-nhap?tiep=${encodeURIComponent(place)}`);
    const here = new URL(page.url()).host;
    await page.getByRole('button', { name: /cb\.binhlu/ }).click();
    await page.getByRole('navigation').first().waitFor({ state: 'attached' });
    expect(new URL(page.url()).host).toBe(here);
    expect(new URL(page.url()).pathname).toBe('/');
    expect([...new Set(asked)]).toEqual([here]);
    expect(await page.evaluate('window.hit ?? null')).toBeNull();
  });

  it('leads to where the person wanted to go', async () => {
    const { page } = await watchedPage();
    await page.goto('/phong-trao?q=che');
    await page.getByRole('button', { name: /cb\.binhlu/ }).click();
    await page.waitForURL('**/phong-trao?q=che');
  });
});
