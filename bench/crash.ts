/** Kills server and database with -9 during writes, first set-ups, migrations and demo loading, starts again and counts. Linux only. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, killAll, pause, ROOT, spawnProgram, start } from './crash/victim.ts';
import { type Ledger, type Person, send, setUp, signIn, write } from './crash/writers.ts';

const WRITERS = 6;

const { values } = parseArgs({
  options: { cycles: { type: 'string', default: '50' }, starts: { type: 'string', default: '8' } },
});
const cycles = Number(values.cycles);
const starts = Number(values.starts);

const built = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--quiet'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const place = mkdtempSync(join(tmpdir(), 'thidua-crash-'));
// As root the server runs under another uid, which has to pass through.
chmodSync(place, 0o755);
const faults: string[] = [];
const must = (holds: boolean, what: string) => {
  if (!holds) faults.push(what);
};
const between = (least: number, most: number) => least + Math.random() * (most - least);
const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** `thidua audit verify` over the data; its words when it does not answer "whole". */
function auditFault(data: string, ...args: string[]): string | null {
  const { DATABASE_URL: _, ...env } = process.env;
  const done = spawnSync(process.execPath, [join(ROOT, 'dist/server/cli.js'), 'audit', 'verify', ...args], {
    env: { ...env, THIDUA_DATA: data },
    encoding: 'utf8',
  });
  return done.status === 0 ? null : done.stdout + done.stderr;
}

async function duringWrites(data: string): Promise<void> {
  const ledger: Ledger = { acknowledged: new Map(), open: new Map() };
  let victim = await start(data);
  await setUp(victim.url, victim.said());
  let person: Person = await signIn(victim.url);
  let killed = 0;
  let unanswered = 0;
  let doneUnanswered = 0;
  const startTimes: number[] = [];
  for (let cycle = 1; cycle <= cycles; cycle++) {
    let over = false;
    const writing = write(person, ledger, WRITERS, () => over);
    await pause(between(60, 960));
    killed += await victim.kill();
    over = true;
    await writing;
    victim = await start(data);
    startTimes.push(victim.startMs);
    // The session outlives the crash, like everything else that was answered.
    person = { ...person, url: victim.url };
    const rows = await ask<{ id: string; title: string }>(data, 'SELECT id, title FROM movements');
    const there = new Map(rows.map((row) => [row.id, row.title]));
    for (const { movementId, title } of ledger.acknowledged.values())
      must(there.get(movementId) === title, `cycle ${cycle}: acknowledged movement ${movementId} is gone`);
    const titles = new Set(rows.map((row) => row.title));
    must(titles.size === rows.length, `cycle ${cycle}: something was done twice`);
    unanswered += ledger.open.size;
    for (const sent of ledger.open.values()) if (titles.has(sent.title)) doneUnanswered += 1;
    must(rows.length <= ledger.acknowledged.size + ledger.open.size, `cycle ${cycle}: more movements than were sent`);
    // Whoever got no answer sends again under the same id; it must be done exactly once.
    for (const sent of [...ledger.open.values()])
      must(await send(person, sent, ledger), `cycle ${cycle}: sending again was not answered`);
    const fault = auditFault(data);
    must(fault === null, `cycle ${cycle}: ${fault}`);
    process.stdout.write(`\r  ${cycle}/${cycles}, ${ledger.acknowledged.size} acknowledged`);
  }
  const [counts] = await ask<Record<string, string>>(
    data,
    `SELECT (SELECT count(*) FROM movements) AS movements, (SELECT count(DISTINCT title) FROM movements) AS titles,
      (SELECT count(*) FROM actions WHERE act = 'createMovement') AS actions,
      (SELECT count(*) FROM actions WHERE answer IS NULL) AS unfinished,
      (SELECT count(DISTINCT action_id) FROM audit_entries WHERE act = 'createMovement') AS audited`,
  );
  for (const name of ['movements', 'titles', 'actions', 'audited'])
    must(
      counts?.[name] === String(ledger.acknowledged.size),
      `${name}: ${counts?.[name]} of ${ledger.acknowledged.size}`,
    );
  must(counts?.['unfinished'] === '0', `${counts?.['unfinished']} actions without an answer`);
  await victim.stop();
  console.log(`\r  kills: ${cycles} (${killed} processes)
  acknowledged: ${ledger.acknowledged.size}, lost: ${faults.filter((fault) => fault.includes('is gone')).length}
  unanswered at a kill: ${unanswered}, of these done: ${doneUnanswered}, done twice after sending again: 0 expected, ${Number(counts?.['movements']) - Number(counts?.['titles'])} found
  start after a kill: median ${Math.round(median(startTimes))} ms, longest ${Math.round(Math.max(...startTimes))} ms`);
}

/** Kills starts over an empty folder at every moment, then lets one through. */
async function duringFirstSetUp(): Promise<void> {
  const moments: string[] = [];
  for (let attempt = 0; attempt < starts; attempt++) {
    const data = join(place, `first-${attempt}`);
    const { child, said } = spawnProgram(data);
    await pause(100 + (attempt * 1_600) / starts);
    moments.push(said().includes('Ctrl+C') ? 'ready' : said().includes('bước') ? 'migrated' : 'before');
    await killAll(data, child);
    const victim = await start(data);
    await setUp(victim.url, victim.said());
    await signIn(victim.url);
    await victim.stop();
    must(auditFault(data) === null, `first set-up ${attempt}: the chain is broken`);
    rmSync(data, { recursive: true, force: true });
  }
  const count = (what: string) => moments.filter((moment) => moment === what).length;
  console.log(
    `  kills: ${starts} (${count('before')} before the tables, ${count('migrated')} after, ${count('ready')} when ready); all started again`,
  );
}

/** A migration that takes a while, killed with the database under it; then the same start lets it through. */
async function duringMigration(): Promise<void> {
  const rows = 400_000;
  const slow = `CREATE TABLE slow (n bigint); INSERT INTO slow SELECT generate_series(1, ${rows}); CREATE INDEX slow_n ON slow (n);`;
  const migrations = mkdtempSync(join(place, 'migrations-'));
  writeFileSync(join(migrations, '0001-before.sql'), 'CREATE TABLE before (n integer); INSERT INTO before VALUES (1);');
  writeFileSync(join(migrations, '0002-slow.sql'), slow);
  const script = `import pg from 'pg';
    import { startEmbedded } from './src/server/db/embedded.ts';
    import { listMigrations, migrate } from './src/server/db/migrate.ts';
    const server = await startEmbedded({ folder: process.env.FOLDER, say: () => undefined });
    console.log('started');
    const done = await migrate({ url: server.ownerUrl, migrations: listMigrations(process.env.MIGRATIONS), appRole: null });
    console.log('applied ' + done.join(' '));
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    console.log('found ' + JSON.stringify((await client.query('SELECT (SELECT count(*) FROM before) AS before, (SELECT count(*) FROM slow) AS slow, (SELECT count(*) FROM migrations) AS ledger')).rows[0]));
    await client.end();
    await server.stop();`;
  const data = join(place, 'migrating');
  const run = () => {
    const env = { ...process.env, FOLDER: join(data, 'real'), MIGRATIONS: migrations };
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: ROOT, env });
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (words += chunk.toString()));
    return { child, said: () => words };
  };
  let cut = 0;
  for (let attempt = 0; attempt < starts; attempt++) {
    const { child, said } = run();
    while (!said().includes('started') && child.exitCode === null) await pause(5);
    await pause(between(20, 400));
    if (!said().includes('applied')) cut += 1;
    await killAll(data, child);
  }
  const { child, said } = run();
  while (child.exitCode === null) await pause(20);
  must(child.exitCode === 0, `migrating again: ${said()}`);
  const whole = `found ${JSON.stringify({ before: '1', slow: String(rows), ledger: '2' })}`;
  must(said().includes(whole), `migrating again: ${said()}`);
  console.log(`  kills: ${starts} (${cut} in the middle); afterwards each migration is there once and whole`);
}

/** The demo's data, killed while they are loaded. */
async function duringDemo(): Promise<void> {
  const data = join(place, 'demo');
  let cut = 0;
  for (let attempt = 0; attempt < starts; attempt++) {
    const { child, said } = spawnProgram(data, []);
    while (!/số liệu mẫu …|Ctrl\+C/.test(said()) && child.exitCode === null) await pause(2);
    await pause(between(0, 300));
    if (!said().includes('Ctrl+C')) cut += 1;
    await killAll(data, child);
    if (said().includes('Ctrl+C')) rmSync(data, { recursive: true, force: true });
  }
  const victim = await start(data, []);
  const [found] = await ask<{ seeded: boolean; provinces: string; names: string }>(
    data,
    'SELECT (SELECT seeded_at IS NOT NULL FROM installation) AS seeded, (SELECT count(*) FROM provinces) AS provinces, (SELECT count(DISTINCT name) FROM provinces) AS names',
    'demo',
  );
  must(found?.seeded === true && found.provinces === found.names, JSON.stringify(found));
  must(auditFault(data, '--demo') === null, 'the demo: the chain is broken');
  await victim.stop();
  console.log(`  kills: ${starts} (${cut} while loading); afterwards the demo is whole`);
}

try {
  console.log('during writes');
  await duringWrites(join(place, 'writes'));
  console.log('during the first set-up');
  await duringFirstSetUp();
  console.log('during a migration');
  await duringMigration();
  console.log('while the demo is loaded');
  await duringDemo();
} finally {
  rmSync(place, { recursive: true, force: true });
}
for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'nothing acknowledged lost, chains whole' : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
