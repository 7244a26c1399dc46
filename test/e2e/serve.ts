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
  const folder = mkdtempSync(join(tmpdir(), 'thidua-e2e-'));
  // As root the server runs under another uid, which has to pass through; else data would go to /var/lib.
  chmodSync(folder, 0o755);
  const server = spawn(process.execPath, [join(ROOT, 'dist/server/main.js'), '--port', '0'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: '', DATABASE_URL: '', THIDUA_DATA: folder, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    project.provide('address', await addressOf(server));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** The address the server prints once it listens; everything it said when it ends before that. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) found(address[0]);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('exit', () => failed(new Error(`the server did not start:\n${said}`)));
    server.on('error', failed);
  });
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.on('exit', () => done());
    server.kill('SIGTERM');
  });
}
