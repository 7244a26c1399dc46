/** How fast figures flow up and boards answer at the load of the whole country: 34 provinces, 3,321 communes, 90,000 villages, 6.4 million figures a year. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { saveFigures } from '../src/contract/measurements.ts';
import { getFigureBoard, rankOrganisations } from '../src/contract/rollups.ts';
import { addAccount } from '../src/server/accounts/acts.ts';
import { actForSystem, type World } from '../src/server/act.ts';
import { connect } from '../src/server/db/connect.ts';
import { startEmbedded } from '../src/server/db/embedded.ts';
import { listMigrations, migrate } from '../src/server/db/migrate.ts';
import { listen } from '../src/server/listen.ts';
import { addProvince } from '../src/server/organisations/acts.ts';
import { insertUnits } from '../src/server/organisations/tree-acts.ts';
import { hashPassword } from '../src/server/password.ts';
import { rollAnew, rollDue } from '../src/server/rolling.ts';
import { type Browser, openBrowser, PASSWORD, testApp } from '../test/support/client.ts';
import { type Duck, openDuck } from './rollup/duck.ts';
import { readAtOnce } from './rollup/many.ts';
import { codes, fill, type Load, loadsOf, month, type Planted, plant, VILLAGE_INDICATORS } from './rollup/plant.ts';

const TODAY = '2026-12-31';
const IMPORTED = 100_000;
const MONTHS = 12;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const share = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

type Times = { p50: number; p95: number; p99: number };
/** What people bear, in milliseconds. */
const READ: Times = { p50: 50, p95: 150, p99: 300 };
const WRITE: Times = { p50: 100, p95: 300, p99: 500 };

/** `before` each turn is not counted. */
async function measure(
  work: (turn: number) => Promise<unknown>,
  turns: number,
  before: () => Promise<unknown> = async () => undefined,
): Promise<Times> {
  for (let turn = 0; turn < 3; turn++) await work(turn);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    await before();
    times.push(await timed(() => work(turn)));
  }
  times.sort((a, b) => a - b);
  return { p50: share(times, 0.5), p95: share(times, 0.95), p99: share(times, 0.99) };
}

const failed: string[] = [];
const ms = (value: number) => value.toFixed(1).padStart(8);
function told(name: string, times: Times, beside: { sql: number; duck: number | null }, most: Times): void {
  const duck =
    beside.duck === null
      ? '        -      -'
      : `${ms(beside.duck)} ${(times.p50 / beside.duck).toFixed(2).padStart(6)}`;
  console.log(
    `${name.padEnd(44)}${ms(times.p50)}${ms(times.p95)}${ms(times.p99)} ${ms(beside.sql)} ${(times.p50 / beside.sql).toFixed(3).padStart(6)} ${duck}`,
  );
  for (const part of ['p50', 'p95', 'p99'] as const)
    if (times[part] > most[part]) failed.push(`${name}: ${part} ${times[part].toFixed(1)} ms, at most ${most[part]}`);
}

type Bench = { browser: Browser; owner: pg.Client; world: World; planted: Planted; duck: Duck | null };

const RAW_BOARD = `SELECT m.indicator, m.period_until, sum(m.value) FROM measurements m
  JOIN organisation_closure c ON c.descendant_id = m.organisation_id AND c.ancestor_id = $1
  WHERE m.state = 'approved' AND m.period_until BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY 1, 2`;
const RAW_RANK = `SELECT c.ancestor_id, sum(m.value) FROM measurements m
  JOIN organisation_closure c ON c.descendant_id = m.organisation_id JOIN organisations o ON o.id = c.ancestor_id AND o.level = $1
  WHERE m.state = 'approved' AND m.indicator = $2 AND m.period_until = $3 GROUP BY 1 ORDER BY 2 DESC`;

async function medianOf(work: () => Promise<unknown>, turns = 3): Promise<number> {
  return (await measure(work, turns)).p50;
}

async function reads({ browser, owner, planted, duck }: Bench): Promise<void> {
  const { tree } = planted;
  const [province = ''] = tree.provinces;
  const [commune = ''] = tree.communes;
  const { from, until } = month(11);
  // Boards are kept while nothing changes; here each has to be looked up.
  const forget = () => owner.query('UPDATE rolled_rounds SET count = count + 1');
  console.log(`\n${''.padEnd(44)}     p50     p95     p99      SQL  ratio   DuckDB  ratio   (ms; ratio of p50)`);
  const board = async (name: string, id: (turn: number) => string, one: string, most: Times) => {
    const work = (turn: number) => browser.call(getFigureBoard, { organisationId: id(turn) as never, year: 2026 });
    const sql = await medianOf(() => owner.query(RAW_BOARD, [one]));
    const beside = { sql, duck: duck && (await duck.time(RAW_BOARD, [one])) };
    told(name, await measure(work, 100, forget), beside, most);
    told('  the same, kept', await measure(work, 100), beside, most);
  };
  await board(
    'board of a province, 30 indicators x 12',
    (turn) => tree.provinces[turn % tree.provinces.length] ?? '',
    province,
    { ...READ, p95: 50 },
  );
  await board('board of a commune', (turn) => tree.communes[turn % tree.communes.length] ?? '', commune, READ);
  await board('board of the country', () => tree.top, tree.top, READ);
  const rank = async (name: string, level: 'province' | 'commune', at: number, p95: number) => {
    const indicator = codes[at]?.code ?? '';
    const input = { organisationId: tree.top, level, indicator, from, until };
    const raw = [level, indicator, until];
    const sql = await medianOf(() => owner.query(RAW_RANK, raw));
    const times = await measure(() => browser.call(rankOrganisations, input as never), 60, forget);
    const most = { p50: p95, p95, p99: READ.p99 };
    told(name, times, { sql, duck: duck && (await duck.time(RAW_RANK, raw)) }, most);
  };
  await rank('34 provinces by what villages reported', 'province', 0, 100);
  await rank('34 provinces by what communes reported', 'province', VILLAGE_INDICATORS, 100);
  await rank('3,321 communes by what villages reported', 'commune', 0, 300);
  await rank('3,321 communes by their own figure', 'commune', VILLAGE_INDICATORS, 300);
}

/** A village's sheet of December, kept again and again by its reporter; beside it, the same rows changed and nothing else. */
async function writes({ owner, planted: { tree, targets } }: Bench, reporter: Browser): Promise<void> {
  const [organisationId = ''] = tree.villages;
  const { rows } = await owner.query('SELECT id FROM movements');
  const where = { movementId: rows[0].id, organisationId, ...month(MONTHS - 1) };
  const sheet = [organisationId, where.until];
  await owner.query(
    `UPDATE measurements SET state = 'draft', approved_at = NULL WHERE organisation_id = $1 AND period_until = $2`,
    sheet,
  );
  const versions = new Map(targets.slice(0, VILLAGE_INDICATORS).map((id) => [id, 1]));
  const save = async (turn: number) => {
    const cells = [...versions].map(([targetId, version]) => ({
      ...{ targetId, version, value: String(1_000 + turn), numerator: null, denominator: null },
      ...{ estimated: false, note: null },
    }));
    const input = { ...where, actionId: randomUUID(), cells, saidBy: null };
    const answer = await reporter.call(saveFigures, input as never);
    for (const { targetId, outcome, figure } of answer.cells)
      if (outcome === 'saved' && figure) versions.set(targetId, figure.version);
      else failed.push(`a figure that was kept came back as ${outcome}`);
  };
  const times = await measure(save, 100);
  const sql = await medianOf(() =>
    owner.query('UPDATE measurements SET value = value + 1 WHERE organisation_id = $1 AND period_until = $2', sheet),
  );
  told('a sheet of 5 figures kept', times, { sql, duck: null }, WRITE);
}

const USERS = 50;

/** G1: the board of a province for fifty people at once, over HTTP: while nothing changes, and while a figure does every second. */
async function manyReaders(bench: Bench): Promise<void> {
  const { browser, world, planted } = bench;
  const server = await listen(testApp({ world }).fetch as never, { host: '127.0.0.1', port: 0 });
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
  const paths = planted.tree.provinces.map((id) => `/api/figure-board?organisationId=${id}&year=2026`);
  for (const changing of [false, true]) {
    let over = false;
    let changes = 0;
    const changed = (async () => {
      for (; changing && !over; changes++) {
        await changeOne(bench, changes);
        await new Promise((done) => setTimeout(done, 1_000));
      }
    })();
    const read = await readAtOnce({ url: server.url, paths, cookie, users: USERS, seconds: 15 });
    over = true;
    await changed;
    const meanwhile = changing ? `${changes} figures changed meanwhile` : 'nothing changed meanwhile';
    console.log(
      `\n${USERS} people at the boards of provinces, ${meanwhile}: ${read.perSecond.toFixed(0)} requests/s, p50 ${read.p50.toFixed(0)}, p95 ${read.p95.toFixed(0)}, p99 ${read.p99.toFixed(0)} ms, ${read.errors} errors`,
    );
    if (read.errors > 0) failed.push(`${read.errors} boards were not answered`);
    if (read.perSecond < 200) failed.push(`${read.perSecond.toFixed(0)} boards a second, at least 200 (${meanwhile})`);
    if (read.p95 > 300)
      failed.push(`boards for ${USERS} people: p95 ${read.p95.toFixed(0)} ms, at most 300 (${meanwhile})`);
  }
  await server.stop();
}

/** Changes the figure of one village and puts it together up to the country. */
async function changeOne({ owner, world, planted: { tree } }: Bench, turn: number): Promise<void> {
  const village = tree.villages[(turn * 977) % tree.villages.length];
  await owner.query(
    `UPDATE measurements SET value = value + 1 WHERE organisation_id = $1 AND indicator = $2 AND period_until = $3`,
    [village, codes[0]?.code, month(turn % MONTHS).until],
  );
  await rollDue(world);
}

/** From the approval's commit until the country's figure is right. */
const oneFigure = (bench: Bench, turns: number): Promise<Times> => measure((turn) => changeOne(bench, turn), turns);

/** The country's total of every indicator and month, asked of the raw figures. */
async function checkTotals({ owner, planted }: Bench): Promise<void> {
  const { rows } = await owner.query(
    `SELECT count(*) AS wrong FROM (
       SELECT indicator, period_until, sum(value) AS total FROM measurements WHERE state = 'approved' GROUP BY 1, 2
     ) AS m FULL JOIN (SELECT * FROM rolled_figures WHERE organisation_id = $1) AS r USING (indicator, period_until)
     WHERE m.total IS DISTINCT FROM r.total`,
    [planted.tree.top],
  );
  if (rows[0].wrong !== '0') failed.push(`${rows[0].wrong} totals of the country are wrong`);
}

async function imported({ owner, world, planted }: Bench): Promise<number> {
  const { tree, provinceId, targets } = planted;
  return timed(async () => {
    // The figures of a year that nobody has sent yet; the triggers are on, as in the product.
    await owner.query(
      `INSERT INTO measurements (id, province_id, target_id, organisation_id, period_kind, period_from, period_until, value, entered_value, state, reported_at, reported_by_post, approved_at)
       SELECT gen_random_uuid(), $1, $2, v.id, 'month', make_date(2027, n, 1), (make_date(2027, n, 1) + interval '1 month - 1 day')::date, 7, 7, 'approved', now(), 'x', now()
       FROM unnest($3::uuid[]) AS v(id), generate_series(1, 12) AS n LIMIT $4`,
      [provinceId, targets[0], tree.villages, IMPORTED],
    );
    await rollDue(world);
  });
}

async function run(load: Load, whole: boolean): Promise<{ one: Times }> {
  const folder = mkdtempSync(join(process.env['TMPDIR'] ?? tmpdir(), 'bench-rollup-'));
  // As root the server runs under another uid, which has to pass through.
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ folder: join(folder, 'db'), say: () => undefined });
  const database = connect(server.appUrl, { max: 10 });
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  let duck: Duck | null = null;
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
    const { tree, units } = plant(load);
    const provinceId = randomUUID();
    const passwordHash = await hashPassword(PASSWORD);
    await actForSystem(world, { provinceId, name: 'bench' }, async (tx, { newId, record }) => {
      await addProvince(tx, { id: provinceId, name: 'Cả nước' });
      await insertUnits(tx, provinceId, units);
      const posts = [{ id: newId(), organisationId: tree.top, role: 'leader' as const, title: 'Lãnh đạo' }];
      await addAccount(tx, { id: newId(), provinceId, name: 'bench', passwordHash, posts });
      const village = [
        { id: newId(), organisationId: tree.villages[0] ?? '', role: 'reporter' as const, title: 'Trưởng thôn' },
      ];
      await addAccount(tx, { id: newId(), provinceId, name: 'village', passwordHash, posts: village });
      record({ deed: 'planted', subjectKind: 'province', subjectId: provinceId });
    });
    const planted = { tree, targets: codes.map(() => randomUUID()), provinceId, load };
    const filled = await timed(() => fill(owner, planted));
    const { rows } = await owner.query(
      `SELECT count(*) AS figures, pg_size_pretty(pg_total_relation_size('measurements')) AS size FROM measurements`,
    );
    console.log(`\n${rows[0].figures} figures (${rows[0].size}) copied in ${(filled / 1_000).toFixed(1)} s`);
    const rebuilt = await timed(() => rollAnew(world, provinceId));
    const kept = await owner.query(
      `SELECT count(*) AS n, pg_size_pretty(pg_total_relation_size('rolled_figures')) AS size FROM rolled_figures`,
    );
    console.log(
      `put together anew: ${kept.rows[0].n} rolled figures (${kept.rows[0].size}) in ${(rebuilt / 1_000).toFixed(1)} s`,
    );
    if (rebuilt > 60_000) failed.push(`rebuild took ${(rebuilt / 1_000).toFixed(1)} s, at most 60`);
    await owner.query('VACUUM ANALYZE');
    const browser = openBrowser(testApp({ world }));
    await browser.signIn('bench');
    const bench: Bench = { browser, owner, world, planted, duck };
    await checkTotals(bench);
    const one = await oneFigure(bench, 60);
    console.log(`a changed figure right in every superior: p50 ${one.p50.toFixed(1)}, p95 ${one.p95.toFixed(1)} ms`);
    if (one.p95 > 2_000) failed.push(`a changed figure took ${one.p95.toFixed(0)} ms, at most 2,000`);
    await checkTotals(bench);
    if (whole) {
      duck = await openDuck(owner, folder);
      if (!duck) console.log('DuckDB is not there to compare with: npm i --no-save @duckdb/node-api@1.5.6-r.1');
      await reads({ ...bench, duck });
      const reporter = openBrowser(testApp({ world }));
      await reporter.signIn('village');
      await writes(bench, reporter);
      await manyReaders(bench);
      const took = await imported(bench);
      console.log(`\n${IMPORTED} figures written and put together: ${(took / 1_000).toFixed(1)} s`);
      if (took > 60_000) failed.push(`import took ${(took / 1_000).toFixed(1)} s, at most 60`);
      await checkTotals(bench);
    }
    return { one };
  } finally {
    await duck?.close();
    await owner.end();
    await database.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const scale = Number(/--scale=([\d.]+)/.exec(process.argv.join(' '))?.[1] ?? 1);
  const { small, large } = loadsOf(scale);
  const few = await run(small, process.argv.includes('--small'));
  if (!process.argv.includes('--small')) {
    const many = await run(large, true);
    const ratio = many.one.p50 / few.one.p50;
    console.log(`\none figure at 6.4 million costs ${ratio.toFixed(2)} times what it costs at 0.66 million`);
    if (ratio > 1.3) failed.push(`one figure costs ${ratio.toFixed(2)} times as much, at most 1.3`);
  }
  for (const line of failed) console.log(`\nTOO MUCH  ${line}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
