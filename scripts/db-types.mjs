// npm run db:types: writes src/server/db/tables.generated.ts from the migrations; with --check only says whether it is fresh.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const done = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/database-types.ts', ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
