import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/server/db/embedded.ts';

/**
 * Vitest's global set-up: one PostgreSQL in a folder of its own, with the demo loaded once by the built server. Every
 * file of journeys clones that database and starts a server on its clone, so what one journey makes no other meets.
 */
declare module 'vitest' {
  export interface ProvidedContext {
    /** The database with the fresh demo: as the application's role and as the owner of its tables. */
    demo: { appUrl: string; ownerUrl: string };
  }
}

const ROOT = resolve(import.meta.dirname, '../..');

/** As root PostgreSQL and the server's data run under another uid, which has to pass through. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = newFolder();
  // These data need not outlive a power cut.
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
  const postgres = await startEmbedded({ folder: join(folder, 'db'), say: () => undefined, settings });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const demo = { appUrl: postgres.appUrl, ownerUrl: postgres.ownerUrl };
  try {
    const loading = await run([], { DATABASE_URL: demo.appUrl, DATABASE_OWNER_URL: demo.ownerUrl });
    await loading.stop();
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('demo', demo);
  return stop;
}

export type Serving = {
  /** Where the workroom is: "http://127.0.0.1:40123". */
  address: string;
  /** Waits until the server has said something. */
  heard: (words: RegExp) => Promise<string>;
  stop: () => Promise<void>;
};

/** A server with a fresh demo of its own; `ownerUrl` is its database, as the owner of the tables. */
export async function serveDemo(): Promise<Serving & { ownerUrl: string }> {
  const demo = inject('demo');
  const name = `journey_${randomBytes(6).toString('hex')}`;
  const other = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const byOwner = async (statement: string) => {
    const client = new pg.Client({ connectionString: other(demo.ownerUrl, 'postgres') });
    await client.connect();
    try {
      // Cloning needs the demo for itself; several files take turns.
      await client.query('SELECT pg_advisory_lock(8386400023)');
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const drop = () => byOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await byOwner(`CREATE DATABASE ${name} TEMPLATE ${new URL(demo.ownerUrl).pathname.slice(1)}`);
  const ownerUrl = other(demo.ownerUrl, name);
  try {
    const server = await run([], { DATABASE_URL: other(demo.appUrl, name), DATABASE_OWNER_URL: ownerUrl });
    const stop = async () => {
      await server.stop();
      await drop();
    };
    return { ...server, ownerUrl, stop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** A server on a fresh machine, begun for real use, with the embedded database. */
export const serveEmpty = (): Promise<Serving> => run(['--empty'], { DATABASE_URL: '', DATABASE_OWNER_URL: '' });

/** Starts the built server on a free port. */
async function run(args: string[], environment: Record<string, string>): Promise<Serving> {
  const folder = newFolder();
  const server = spawn(process.execPath, [join(ROOT, 'dist/server/main.js'), '--port', '0', ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: '', THIDUA_DATA: folder, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const heard = hearing(server);
  try {
    return { address: await heard(/http:\/\/127\.0\.0\.1:\d+/), heard, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for words of a server; fails with everything it said when it ends before that. */
function hearing(server: ChildProcess): Serving['heard'] {
  let said = '';
  let waiting: (() => void)[] = [];
  const wake = () => {
    for (const look of waiting) look();
  };
  const hear = (chunk: Buffer) => {
    said += chunk.toString('utf8');
    wake();
  };
  server.stdout?.on('data', hear);
  server.stderr?.on('data', hear);
  server.on('exit', wake);
  return (words) =>
    new Promise((found, failed) => {
      const look = () => {
        const match = words.exec(said);
        if (!match && server.exitCode === null && server.signalCode === null) return;
        waiting = waiting.filter((other) => other !== look);
        if (match) found(match[0]);
        else failed(new Error(`the server did not start:\n${said}`));
      };
      waiting.push(look);
      server.on('error', failed);
      look();
    });
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.on('exit', () => done());
    server.kill('SIGTERM');
  });
}
