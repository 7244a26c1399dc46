/** 200 reporters send at once over HTTP while boards are read, and the server is killed with -9 in between. Linux only. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { World } from '../src/server/act.ts';
import { connect } from '../src/server/db/connect.ts';
import { findEmbedded } from '../src/server/db/embedded.ts';
import {
  ask,
  type Crowd,
  figuresToSend,
  type Kept,
  noteKept,
  plantCrowd,
  type Sending,
  sendingIn,
} from '../test/support/crowd.ts';
import { ask as askDatabase, pause, ROOT, start, type Victim } from './crash/victim.ts';

const { values: options } = parseArgs({
  options: {
    reporters: { type: 'string', default: '200' },
    /** The first is of a server that has just started and is told by itself. */
    turns: { type: 'string', default: '6' },
    kills: { type: 'string', default: '3' },
    /** Seconds over which a turn of all reporters is spread; 0: all in the same instant. */
    within: { type: 'string', default: '2' },
  },
});
const many = Number(options.reporters);
const turns = Number(options.turns);
const kills = Number(options.kills);
const within = Number(options.within) * 1_000;
const READERS = 5;
const MOST_MS = 500;

const faults: string[] = [];
const share = (times: readonly number[], part: number) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};
const told = (name: string, times: readonly number[]) =>
  console.log(
    `${name.padEnd(34)}${String(times.length).padStart(7)}${[0.5, 0.95, 0.99].map((part) => share(times, part).toFixed(0).padStart(8)).join('')}`,
  );

const BOARDS = ['/api/figure-board', '/api/status-map', '/api/movements?state=running', '/api/figures/due'];

/** Boards read by people who look, until it is over. */
function readBoards(url: string, crowd: Crowd, over: () => boolean, times: number[]): Promise<void>[] {
  return Array.from({ length: READERS }, async (_, reader) => {
    for (let at = reader; !over(); at++) {
      const { ms, status } = await ask(url, crowd.officer, BOARDS[at % BOARDS.length] ?? '');
      if (over()) return;
      if (status !== 200) faults.push(`a board answered ${status}`);
      times.push(ms);
      await pause(200);
    }
  });
}

/** One turn: everybody sends figures; back comes who was not answered. */
async function turn(url: string, crowd: Crowd, kept: Kept[], value: number, times: number[]) {
  const open: { at: number; sending: Sending }[] = [];
  await Promise.all(
    crowd.reporters.map(async (reporter, at) => {
      await pause(Math.random() * within);
      const known = kept[at] ?? new Map();
      const sending = figuresToSend(crowd, reporter, known, String(value + at));
      const answer = await ask(url, reporter, sending.path, sending.body);
      if (answer.status === 0 || answer.status >= 500) open.push({ at, sending });
      else {
        times.push(answer.ms);
        const fault = noteKept(known, sending, answer);
        if (fault !== null) faults.push(fault);
      }
    }),
  );
  return open;
}

type Row = { organisation_id: string; target_id: string; value: string; version: number };

/** What is in the database is what was answered: nothing acknowledged is lost, nothing stands there twice. */
async function compare(data: string, crowd: Crowd, kept: readonly Kept[], when: string): Promise<void> {
  const rows = await askDatabase<Row>(data, 'SELECT organisation_id, target_id, value, version FROM measurements');
  const there = new Map(rows.map((row) => [`${row.organisation_id} ${row.target_id}`, row]));
  if (there.size !== rows.length) faults.push(`${when}: a figure stands there twice`);
  for (const [at, reporter] of crowd.reporters.entries())
    for (const [targetId, { value, version }] of kept[at] ?? []) {
      const row = there.get(`${reporter.organisationId} ${targetId}`);
      if (!row || row.version < version) faults.push(`${when}: an acknowledged figure is gone`);
      else if (row.version === version && Number(row.value) !== Number(value))
        faults.push(`${when}: a figure is ${row.value}, acknowledged was ${value}`);
    }
}

/** Kills the server in the middle of a turn, starts it again, and sends again what was not answered. */
async function killedTurn(victim: Victim, data: string, crowd: Crowd, kept: Kept[], value: number): Promise<Victim> {
  const running = turn(victim.url, crowd, kept, value, []);
  await pause(within * (0.2 + Math.random() * 0.5));
  await victim.kill();
  const open = await running;
  const next = await start(data);
  await compare(data, crowd, kept, 'after the kill');
  for (const { at, sending } of open) {
    const reporter = crowd.reporters[at];
    const known = kept[at];
    if (!reporter || !known) continue;
    const fault = noteKept(known, sending, await ask(next.url, reporter, sending.path, sending.body));
    if (fault !== null) faults.push(`sent again: ${fault}`);
  }
  await compare(data, crowd, kept, 'after sending again');
  console.log(`killed in a turn: ${many - open.length} acknowledged before, ${open.length} sent again`);
  return next;
}

async function main(): Promise<number> {
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--quiet'], { stdio: 'inherit' });
  if (built.status !== 0) return 1;
  const data = mkdtempSync(join(tmpdir(), 'thidua-reporters-'));
  // As root the server runs under another uid, which has to pass through.
  chmodSync(data, 0o755);
  let victim = await start(data);
  try {
    const database = connect(findEmbedded(join(data, 'real')).ownerUrl ?? '', { max: 4 });
    const world: World = {
      db: database.db,
      now: () => new Date().toISOString(),
      newId: randomUUID,
      failed: (error) => {
        throw error;
      },
    };
    const crowd = await plantCrowd(world, many);
    // What the database does by itself a minute after so many rows came.
    await sql`ANALYZE`.execute(database.db);
    await database.close();
    const kept: Kept[] = crowd.reporters.map(() => new Map());
    const [starting, writing, reading, sending]: [number[], number[], number[], number[]] = [[], [], [], []];
    let over = false;
    const boards = readBoards(victim.url, crowd, () => over, reading);
    for (let at = 1; at <= turns; at++) {
      const open = await turn(victim.url, crowd, kept, at * 1_000, at === 1 ? starting : writing);
      if (open.length > 0) faults.push(`turn ${at}: ${open.length} were not answered`);
    }
    over = true;
    await Promise.all(boards);
    await compare(data, crowd, kept, 'after all turns');
    for (let at = 1; at <= kills; at++) victim = await killedTurn(victim, data, crowd, kept, (turns + at) * 1_000);
    await Promise.all(
      crowd.reporters.map(async (reporter) => {
        await pause(Math.random() * within);
        const { path, body } = sendingIn(crowd, reporter);
        const answer = await ask(victim.url, reporter, path, body);
        sending.push(answer.ms);
        if (answer.status !== 200) faults.push(`sending in: ${answer.status}`);
      }),
    );
    const [counts] = await askDatabase<{ figures: string; submitted: string; acts: string }>(
      data,
      `SELECT (SELECT count(*) FROM measurements) AS figures, (SELECT count(*) FROM measurements WHERE state = 'submitted') AS submitted,
        (SELECT count(DISTINCT action_id) FROM audit_entries WHERE act = 'saveFigures') AS acts`,
    );
    const figures = many * crowd.targetIds.length;
    if (Number(counts?.figures) !== figures) faults.push(`${counts?.figures} figures, ${figures} were sent`);
    if (Number(counts?.submitted) !== figures) faults.push(`${counts?.submitted} sent in, not ${figures}`);
    if (Number(counts?.acts) !== many * (turns + kills))
      faults.push(`${counts?.acts} acts, not ${many * (turns + kills)}`);
    console.log(
      `\n${many} reporters, each turn within ${within / 1_000} s${''.padEnd(6)}     p50     p95     p99   (ms)`,
    );
    told('three figures kept, just started', starting);
    told('three figures kept', writing);
    told('a board read meanwhile', reading);
    told('sent in', sending);
    if (share(writing, 0.95) > MOST_MS)
      faults.push(`keeping figures: p95 ${share(writing, 0.95).toFixed(0)} ms, at most ${MOST_MS}`);
    if (share(reading, 0.95) > MOST_MS)
      faults.push(`boards: p95 ${share(reading, 0.95).toFixed(0)} ms, at most ${MOST_MS}`);
    await victim.stop();
  } finally {
    await victim.kill().catch(() => undefined);
    rmSync(data, { recursive: true, force: true });
  }
  for (const fault of [...new Set(faults)].slice(0, 20)) console.log(`\nFAULT  ${fault}`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await main();
