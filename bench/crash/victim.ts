/** A server of the product that can be killed with everything it started, and what the bench knows of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findEmbedded } from '../../src/server/db/embedded.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

export type Victim = {
  child: ChildProcess;
  url: string;
  said: () => string;
  startMs: number;
  /** SIGKILL to the program, the postmaster and every process of it, in random order. Resolves when they are gone. */
  kill: () => Promise<number>;
  stop: () => Promise<void>;
};

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Starts the built program over `data`; does not wait. */
export function spawnProgram(data: string, args: string[] = ['--empty']): { child: ChildProcess; said: () => string } {
  const { DATABASE_URL: _, NODE_ENV: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js'), '--port', '0', ...args], {
    cwd: ROOT,
    env: { ...env, THIDUA_DATA: data, LOG_LEVEL: 'error' },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
  return { child, said: () => words };
}

/** Starts the program and waits until it answers. */
export async function start(data: string, args?: string[]): Promise<Victim> {
  const begun = performance.now();
  const { child, said } = spawnProgram(data, args);
  while (!said().includes('Ctrl+C')) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the program ended:\n${said()}`);
    await pause(5);
  }
  return {
    child,
    said,
    url: /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0] ?? '',
    startMs: performance.now() - begun,
    kill: () => killAll(data, child),
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Every PostgreSQL process over the data folder, postmaster first. */
function databaseProcesses(data: string): number[] {
  const parents = new Map<number, { parent: number; words: string }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      parents.set(Number(name), { parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), words });
    } catch {
      // Gone while we looked.
    }
  }
  const found = [...parents].flatMap(([pid, { words }]) =>
    words.includes(data) && !words.includes('main.js') ? [pid] : [],
  );
  const below = [...parents].flatMap(([pid, { parent }]) => (found.includes(parent) ? [pid] : []));
  return [...new Set([...found, ...below])];
}

export async function killAll(data: string, child: ChildProcess): Promise<number> {
  const pids = [...databaseProcesses(data), ...(child.pid ? [child.pid] : [])].sort(() => Math.random() - 0.5);
  let killed = 0;
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
      killed += 1;
    } catch {
      // Went with another of them.
    }
  }
  while (child.exitCode === null && child.signalCode === null) await pause(5);
  for (let left = databaseProcesses(data); left.length > 0; left = databaseProcesses(data)) {
    for (const pid of left) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Went by itself.
      }
    }
    await pause(5);
  }
  return killed;
}

/** Rows of a running victim's database, asked past the program. */
export async function ask<T extends pg.QueryResultRow>(data: string, query: string, kind = 'real'): Promise<T[]> {
  const client = new pg.Client({ connectionString: findEmbedded(join(data, kind)).ownerUrl ?? '' });
  await client.connect();
  try {
    return (await client.query<T>(query)).rows;
  } finally {
    await client.end();
  }
}
