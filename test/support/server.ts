import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/server/db/embedded.ts';
import { listMigrations, migrate } from '../../src/server/db/migrate.ts';

/**
 * Vitest's global set-up: one PostgreSQL for the whole run (the embedded one, or DATABASE_URL) with one migrated
 * template, which every test file clones. Started only when a test asks for it would be kinder; starting takes a second.
 */
declare module 'vitest' {
  export interface ProvidedContext {
    /** The template database, as its owner. */
    templateUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const folder = mkdtempSync(join(tmpdir(), 'thidua-test-'));
  // As root the server runs under another uid, which has to pass through.
  chmodSync(folder, 0o755);
  const server = given ? null : await startEmbedded({ folder: join(folder, 'db'), say: () => undefined });
  const template = `thidua_test_${process.pid}`;
  const url = given ?? server?.ownerUrl ?? '';
  await onServer(url, `CREATE DATABASE ${template}`);
  const templateUrl = withDatabase(url, template);
  await migrate({
    url: templateUrl,
    migrations: listMigrations(join(import.meta.dirname, '../../migrations')),
    appRole: null,
  });
  project.provide('templateUrl', templateUrl);
  return async () => {
    if (given) await onServer(url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
