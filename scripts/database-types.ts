/** Writes src/server/db/tables.generated.ts from the migrations; with --check only says whether it is fresh. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connect } from '../src/server/db/connect.ts';
import { startEmbedded } from '../src/server/db/embedded.ts';
import { listMigrations, migrate } from '../src/server/db/migrate.ts';
import { databaseTypes } from './table-types.ts';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, 'src/server/db/tables.generated.ts');

const folder = mkdtempSync(join(tmpdir(), 'thidua-types-'));
// As root the server runs under another uid, which has to pass through.
chmodSync(folder, 0o755);
const settings = ['fsync=off'];
const server = await startEmbedded({ folder: join(folder, 'db'), say: () => undefined, settings });
try {
  await migrate({ url: server.ownerUrl, migrations: listMigrations(join(ROOT, 'migrations')), appRole: null });
  const { db, close } = connect(server.ownerUrl);
  const text = await databaseTypes(db);
  await close();
  const fresh = existsSync(OUT) && readFileSync(OUT, 'utf8') === text;
  if (process.argv.includes('--check')) {
    console.log(fresh ? 'tables.generated.ts is fresh' : 'tables.generated.ts is stale; run npm run db:types');
    process.exitCode = fresh ? 0 : 1;
  } else {
    writeFileSync(OUT, text);
    console.log(fresh ? 'nothing to write' : 'wrote tables.generated.ts');
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
