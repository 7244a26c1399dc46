import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Vitest's global set-up: the built server with a fresh demo, on a free port, in a folder of its own. */
declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the workroom is: "http://127.0.0.1:40123". */
    address: string;
  }
}

const ROOT = resolve(import.meta.dirname, '../..');

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serve();
  project.provide('address', server.address);
  return server.stop;
}

export type Serving = {
  address: string;
  /** Where its data are. */
  folder: string;
  /** Waits until it has said something. */
  heard: (words: RegExp) => Promise<string>;
  stop: () => Promise<void>;
};

/** Starts the built server on a free port with data of its own: the demo, or what `--empty` begins with. */
export async function serve(...more: string[]): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-e2e-'));
  // As root the server runs under another uid, which has to pass through; else data would go to /var/lib.
  chmodSync(folder, 0o755);
  const server = spawn(process.execPath, [join(ROOT, 'dist/server/main.js'), '--port', '0', ...more], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: '', DATABASE_URL: '', THIDUA_DATA: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const heard = hearing(server);
  try {
    return { address: await heard(/http:\/\/127\.0\.0\.1:\d+/), heard, stop, folder };
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
