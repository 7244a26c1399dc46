import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/server/db/embedded.ts';
import { listMigrations, migrate } from '../../src/server/db/migrate.ts';
import { processMark } from '../../src/server/db/processes.ts';

/**
 * Vitest's global set-up: one PostgreSQL for the whole run (the embedded one, or DATABASE_URL) with one migrated
 * template, which every test file clones. It starts when the first test file asks for it, so a run without database
 * tests starts none.
 */
declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with the template's address. */
    databaseDoor: string;
  }
}

/** The template database as its owner, and the role without rights of its own that the product's server would have. */
export type Template = { url: string; app: { role: string; password: string } };

const APP = { role: 'thidua_test_app', password: 'thidua_test_app' };
const FOLDER = /^thidua-test-(\d+)-\w+$/;

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Running> | null = null;
  const door = createServer((_request, response) => {
    started ??= start();
    started.then(
      ({ template }) => response.end(JSON.stringify(template)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  project.provide('databaseDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.closeAllConnections();
    door.close();
    await started?.then((running) => running.stop());
  };
}

type Running = { template: Template; stop: () => Promise<void> };

async function start(): Promise<Running> {
  const given = process.env['DATABASE_URL'];
  if (given) return withTemplate(given, async () => undefined);
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `thidua-test-${process.pid}-`));
  // As root the server runs under another uid, which has to pass through.
  chmodSync(folder, 0o755);
  // These data need not outlive a power cut.
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
  const server = await startEmbedded({ folder: join(folder, 'db'), say: () => undefined, settings });
  return withTemplate(server.ownerUrl, async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** Ends and removes what runs that were killed left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || processMark(pid)) continue;
    const folder = join(tmpdir(), name);
    if (existsSync(join(folder, 'db/pg/postmaster.pid'))) {
      const orphan = await startEmbedded({ folder: join(folder, 'db'), say: () => undefined }).catch(() => null);
      await orphan?.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withTemplate(url: string, stop: () => Promise<void>): Promise<Running> {
  const name = `thidua_test_${process.pid}`;
  const template = new URL(url);
  template.pathname = `/${name}`;
  await onServer(url, async (client) => {
    await client.query(`CREATE DATABASE ${name}`);
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP.role]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${APP.role} LOGIN PASSWORD '${APP.password}'`);
  });
  await migrate({
    url: template.href,
    migrations: listMigrations(join(import.meta.dirname, '../../migrations')),
    appRole: APP.role,
  });
  return {
    template: { url: template.href, app: APP },
    stop: async () => {
      await onServer(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await stop();
    },
  };
}

async function onServer(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
