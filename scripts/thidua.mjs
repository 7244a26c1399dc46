#!/usr/bin/env node
// The command `thidua` in a clone: compiles the sources when they changed, then runs dist/server/cli.js. Only the
// server's side is compiled here, with a stamp of its own; the pages of the workroom are npm start's business.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ROOT, requireNode, run, sourcesHash } from './ready.mjs';

requireNode();

const server = join(ROOT, 'dist/server');
const program = join(server, 'cli.js');

if (!existsSync(join(ROOT, 'node_modules'))) fail('Chưa cài các gói; hãy chạy npm ci trước. (Run npm ci first.)');
if (existsSync(join(ROOT, 'src'))) {
  const stamp = sourcesHash();
  if (!existsSync(program) || !stamps().includes(stamp)) compile(stamp);
}
await import(pathToFileURL(program).href);

/** What dist/ and dist/server/ were made from; either may be the newer. */
function stamps() {
  const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const own = read(join(server, 'stamp'));
  return own === '' ? [read(join(ROOT, 'dist/stamp'))] : [own];
}

function compile(stamp) {
  console.error('Đang dịch chương trình, mất vài giây … (compiling)');
  const fresh = join(ROOT, `dist.new-${process.pid}`);
  const old = join(ROOT, `dist.old-${process.pid}`);
  try {
    mkdirSync(fresh);
    if (run(['typescript', 'tsc'], ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', fresh]) !== 0)
      process.exit(2);
    writeFileSync(join(fresh, 'stamp'), stamp);
    // Two at once: the later one wins, and neither leaves half a folder.
    mkdirSync(dirname(server), { recursive: true });
    if (existsSync(server)) renameSync(server, old);
    renameSync(fresh, server);
  } catch (error) {
    fail(`Không ghi được vào ${ROOT}: ${error.message}. Hãy chạy bằng người dùng sở hữu thư mục này.`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
