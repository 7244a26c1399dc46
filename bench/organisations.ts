/** How fast the tree of organisations answers with 34 provinces, 3,321 communes and 90,000 villages in one tree, and what it costs to change it. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import {
  dissolveOrganisation,
  importOrganisations,
  moveOrganisation,
  previewOrganisationImport,
} from '../src/contract/organisation-acts.ts';
import { getOrganisation, getOrganisationHistory, listOrganisations } from '../src/contract/organisations.ts';
import { SHEET_LIMITS } from '../src/core/reader/sheet.ts';
import { organisationWorkbook } from '../src/core/writer/organisation-sheet.ts';
import { addAccount } from '../src/server/accounts/acts.ts';
import { actForSystem, type World } from '../src/server/act.ts';
import { connect } from '../src/server/db/connect.ts';
import { startEmbedded } from '../src/server/db/embedded.ts';
import { listMigrations, migrate } from '../src/server/db/migrate.ts';
import { workbookBytes } from '../src/server/excel-file.ts';
import { addProvince } from '../src/server/organisations/acts.ts';
import { insertUnits, type NewUnit } from '../src/server/organisations/tree-acts.ts';
import { hashPassword } from '../src/server/password.ts';
import { openFileReader } from '../src/server/read-file.ts';
import { type Browser, openBrowser, PASSWORD, testApp } from '../test/support/client.ts';

const PROVINCES = 34;
const COMMUNES = 3_321;
const VILLAGES = 90_000;
const MOST_MS = 50;
const REQUESTS = 1_000;
const MOST_GROWTH_MB = 8;
const TODAY = '2026-06-30';
const PAST = '2025-12-31';

type Tree = { top: string; provinces: string[]; communes: string[]; named: string };

const unit = (parentId: string | null, name: string, level: string, kind: string, position: number): NewUnit => ({
  id: randomUUID(),
  parentId,
  name,
  issuerName: null,
  kind,
  level,
  code: null,
  position,
  validFrom: level === 'commune' ? '2025-07-01' : null,
  validUntil: null,
});

/** Names repeat as they do in the country: many a Tân Phong. */
const SYLLABLES = [
  'Tân',
  'Phong',
  'Bình',
  'Lư',
  'Nà',
  'Đon',
  'Mường',
  'Than',
  'Phú',
  'Hòa',
  'An',
  'Long',
  'Đông',
  'Sơn',
];
const called = (at: number) =>
  [at, at / 14, at / 196].map((part) => SYLLABLES[Math.floor(part) % SYLLABLES.length]).join(' ');

function plant(): { tree: Tree; units: NewUnit[] } {
  const top = unit(null, 'Việt Nam', 'central', 'people-committee', 0);
  const provinces = Array.from({ length: PROVINCES }, (_, at) =>
    unit(top.id, `Tỉnh ${called(at * 5)}`, 'province', 'people-committee', at),
  );
  const under = (above: readonly NewUnit[], at: number) => above[at % above.length]?.id ?? top.id;
  const communes = Array.from({ length: COMMUNES }, (_, at) =>
    unit(under(provinces, at), `Xã ${called(at)} ${at}`, 'commune', 'people-committee', at),
  );
  const villages = Array.from({ length: VILLAGES }, (_, at) =>
    unit(under(communes, at), `Thôn ${called(at * 3)} ${at}`, 'unit', 'village', at),
  );
  const ids = (units: readonly NewUnit[]) => units.map(({ id }) => id);
  return {
    tree: { top: top.id, provinces: ids(provinces), communes: ids(communes), named: communes.at(-1)?.name ?? '' },
    units: [top, ...provinces, ...communes, ...villages],
  };
}

/** Milliseconds by the clock: most of the work is the database's. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

async function measure(work: () => Promise<unknown>, turns = 31): Promise<{ median: number; most: number }> {
  for (let turn = 0; turn < 3; turn++) await work();
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) times.push(await timed(work));
  times.sort((a, b) => a - b);
  return { median: at(times, 0.5), most: at(times, 0.9) };
}

type Bench = { browser: Browser; owner: pg.Client; world: World; tree: Tree; failed: string[] };

/** What a person asks, with the bare SQL that finds the same rows as the owner of the tables, outside the wall. */
async function ask(
  { browser, owner, failed }: Bench,
  name: string,
  work: () => Promise<unknown>,
  bare: [string, unknown[]],
) {
  const served = await measure(work);
  const direct = await measure(() => owner.query(...bare));
  const ratio = served.median / direct.median;
  console.log(
    `${name.padEnd(58)} ${served.median.toFixed(1).padStart(7)} ${served.most.toFixed(1).padStart(7)} ${direct.median.toFixed(1).padStart(9)} ${ratio.toFixed(1).padStart(7)}`,
  );
  if (served.median > MOST_MS) failed.push(`${name}: ${served.median.toFixed(1)} ms, at most ${MOST_MS}`);
  return browser;
}

const CHILDREN = `SELECT o.id, o.name, o.kind, o.level FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
  WHERE c.ancestor_id = $1 AND c.depth = 1 AND c.valid_from <= $2 AND c.valid_until > $2 ORDER BY o.position, o.name LIMIT 501`;
const SUBTREE = `SELECT o.id, o.name, o.kind, o.level, c.depth FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
  WHERE c.ancestor_id = $1 AND c.valid_from <= $2 AND c.valid_until > $2 LIMIT 501`;
const SEARCH = `SELECT id, name FROM organisations WHERE folded LIKE '%' || $1 || '%' ORDER BY length(folded) LIMIT 41`;

async function askAll(bench: Bench): Promise<void> {
  const { browser, tree } = bench;
  const [province = ''] = tree.provinces;
  const [commune = ''] = tree.communes;
  const list = (input: Record<string, unknown>) => () => browser.call(listOrganisations, input as never);
  console.log(`${''.padEnd(58)}  median     90%  bare SQL   ratio   (ms)`);
  await ask(
    bench,
    'tree screen: the top with its provinces',
    list({ under: tree.top, reach: 'children', limit: 500 }),
    [CHILDREN, [tree.top, TODAY]],
  );
  await ask(
    bench,
    'tree screen: a province opens (98 communes)',
    list({ under: province, reach: 'children', limit: 500 }),
    [CHILDREN, [province, TODAY]],
  );
  await ask(
    bench,
    'tree screen: the same as of last year',
    list({ under: province, reach: 'children', limit: 500, at: PAST }),
    [CHILDREN, [province, PAST]],
  );
  await ask(
    bench,
    'tree screen: a commune opens (27 villages)',
    list({ under: commune, reach: 'children', limit: 500 }),
    [CHILDREN, [commune, TODAY]],
  );
  await ask(bench, 'subtree of a province, 500 of 2,750', list({ under: province, limit: 500 }), [
    SUBTREE,
    [province, TODAY],
  ]);
  await ask(bench, 'subtree of a commune', list({ under: commune, limit: 500 }), [SUBTREE, [commune, TODAY]]);
  await ask(bench, 'subtree of everything, 500 of 93,356', list({ limit: 500 }), [SUBTREE, [tree.top, TODAY]]);
  await ask(bench, 'picker: the first 40', list({ limit: 40 }), [SUBTREE, [tree.top, TODAY]]);
  await ask(bench, 'search "tan phong"', list({ q: 'tan phong', limit: 40 }), [SEARCH, ['tan phong']]);
  await ask(bench, 'search "xa", as of last year', list({ q: 'xa', limit: 40, at: PAST }), [SEARCH, ['xa']]);
  await ask(bench, 'search "thon binh" below a province', list({ q: 'thon binh', under: province, limit: 40 }), [
    SEARCH,
    ['thon binh'],
  ]);
  await ask(bench, 'all communes, first 500', list({ level: 'commune', limit: 500 }), [
    `SELECT id, name FROM organisations WHERE level = 'commune' ORDER BY position LIMIT 501`,
    [],
  ]);
  const one = `SELECT * FROM organisations WHERE id = $1`;
  await ask(bench, 'panel: one commune', () => browser.call(getOrganisation, { organisationId: commune as never }), [
    one,
    [commune],
  ]);
  await ask(
    bench,
    'panel: its history',
    () => browser.call(getOrganisationHistory, { organisationId: commune as never }),
    [one, [commune]],
  );
}

async function change({ browser, tree }: Bench): Promise<void> {
  const [from = '', to = ''] = tree.provinces;
  const [commune = ''] = tree.communes;
  const base = { actionId: randomUUID(), paper: null };
  const moved = await timed(() =>
    browser.call(moveOrganisation, { ...base, organisationId: commune, parentId: to, on: '2026-01-01' } as never),
  );
  console.log(`\nmove of a commune with its 28 villages: ${moved.toFixed(0)} ms`);
  const dissolving = { organisationId: from, successorIds: [to], childrenTo: to, on: '2026-02-01' };
  const ended = await timed(() =>
    browser.call(dissolveOrganisation, { ...base, actionId: randomUUID(), ...dissolving } as never),
  );
  console.log(`a province goes into another, 97 communes with 2,630 villages change hands: ${ended.toFixed(0)} ms`);
}

/** A list of as many new villages as may come at once, by a reading process as in the server. */
async function importList({ browser, tree, failed }: Bench): Promise<void> {
  const rows = Array.from({ length: SHEET_LIMITS.rows }, (_, at) => ({
    id: '',
    code: null,
    name: `Bản mới ${at}`,
    kind: 'village' as const,
    level: 'unit' as const,
    parentCode: null,
    parentName: tree.named,
    issuerName: null,
    validFrom: '2026-01-01',
    validUntil: null,
  }));
  const bytes = await workbookBytes(organisationWorkbook({ province: 'Cả nước', asOf: null }, rows));
  const asked = { name: 'a.xlsx', on: TODAY };
  let token: string | null = null;
  const before = process.memoryUsage().rss;
  const gaps = watchGaps();
  const shown = await timed(async () => {
    const preview = await browser.call(previewOrganisationImport, asked, bytes);
    if (preview.counts.new !== rows.length) failed.push(`import: ${preview.faultCount} faults`);
    token = preview.token;
  });
  const held = gaps();
  const written = await timed(async () => {
    if (token) await browser.call(importOrganisations, { ...asked, actionId: randomUUID(), token } as never, bytes);
  });
  const grown = (process.memoryUsage().rss - before) / 1_048_576;
  console.log(
    `\nlist of ${rows.length} new villages (${(bytes.length / 1_048_576).toFixed(1)} MB): shown in ${(shown / 1_000).toFixed(1)} s (others waited ${held.toFixed(0)} ms at most), written in ${(written / 1_000).toFixed(1)} s, memory of the server +${grown.toFixed(0)} MB`,
  );
}

/** Longest time in which nobody else was served, since it was called. */
function watchGaps(): () => number {
  const histogram = monitorEventLoopDelay({ resolution: 5 });
  histogram.enable();
  return () => {
    histogram.disable();
    return histogram.max / 1e6;
  };
}

/** Memory is compared after a collection, or it would only tell when the last one was. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return () => {
    if (typeof collect === 'function') collect();
  };
}

async function steady({ browser, tree, failed }: Bench): Promise<void> {
  const request = async (turn: number) => {
    const under = tree.provinces[turn % tree.provinces.length] ?? '';
    await browser.call(listOrganisations, { under, reach: 'children', limit: 500 } as never);
  };
  for (let turn = 0; turn < 100; turn++) await request(turn);
  const collect = collector();
  collect();
  const before = process.memoryUsage().heapUsed;
  const took = await timed(async () => {
    for (let turn = 0; turn < REQUESTS; turn++) await request(turn);
  });
  collect();
  const grown = (process.memoryUsage().heapUsed - before) / 1_048_576;
  console.log(
    `\n${REQUESTS} requests of the tree screen: ${(took / REQUESTS).toFixed(1)} ms each, heap ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} MB`,
  );
  if (grown > MOST_GROWTH_MB) failed.push(`heap grew by ${grown.toFixed(1)} MB, at most ${MOST_GROWTH_MB}`);
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-organisations-'));
  // As root the server runs under another uid, which has to pass through.
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ folder: join(folder, 'db'), say: () => undefined });
  const database = connect(server.appUrl, { max: 4 });
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  try {
    await migrate({
      url: server.ownerUrl,
      migrations: listMigrations(join(import.meta.dirname, '../migrations')),
      appRole: decodeURIComponent(new URL(server.appUrl).username),
    });
    await owner.connect();
    const world: World = {
      db: database.db,
      now: () => `${TODAY}T02:00:00.000Z`,
      newId: randomUUID,
      failed: (error) => {
        throw error;
      },
    };
    const { tree, units } = plant();
    const provinceId = randomUUID();
    const passwordHash = await hashPassword(PASSWORD);
    const planted = await timed(() =>
      actForSystem(world, { provinceId, name: 'bench' }, async (tx, { newId, record }) => {
        await addProvince(tx, { id: provinceId, name: 'Cả nước' });
        await insertUnits(tx, provinceId, units);
        const posts = [{ id: newId(), organisationId: tree.top, role: 'administrator' as const, title: 'Quản trị' }];
        await addAccount(tx, { id: newId(), provinceId, name: 'bench', passwordHash, posts });
        record({ deed: 'planted', subjectKind: 'province', subjectId: provinceId });
      }),
    );
    console.log(`${units.length} organisations written in ${(planted / 1_000).toFixed(1)} s\n`);
    await owner.query('ANALYZE');
    const reader = openFileReader();
    const browser = openBrowser(testApp({ world }, { apiSettings: { readSheet: (file) => reader.readSheet(file) } }));
    await browser.signIn('bench');
    const bench: Bench = { browser, owner, world, tree, failed: [] };
    await askAll(bench);
    await change(bench);
    await steady(bench);
    await importList(bench);
    for (const line of bench.failed) console.log(`\nTOO MUCH  ${line}`);
    await reader.close();
    return bench.failed.length === 0 ? 0 : 1;
  } finally {
    await owner.end();
    await database.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
