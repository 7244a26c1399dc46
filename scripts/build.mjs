// npm run build: server by tsc, pages by Vite, into dist/. Built beside it and renamed when whole, so that a build that
// was cut off is never started. Types are not checked here (npm run check does): starting must not wait for that.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fail, install, ROOT, requireNode, run, sourcesHash } from './ready.mjs';

requireNode();
install();

const quiet = process.argv.includes('--quiet');
const stamp = sourcesHash();
const fresh = join(ROOT, `dist.new-${process.pid}`);

try {
  mkdirSync(fresh);
} catch {
  fail(`Không ghi được vào ${ROOT}; hãy chạy bằng người dùng sở hữu thư mục này. (The checkout cannot be written.)`);
}
try {
  buildServer();
  buildPages();
  writeFileSync(join(fresh, 'stamp'), stamp);
  swap();
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function buildServer() {
  const args = ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', join(fresh, 'server')];
  if (run(['typescript', 'tsc'], args) !== 0) process.exit(1);
}

function buildPages() {
  if (!existsSync(join(ROOT, 'src/web/index.html'))) return;
  const args = ['build', '--outDir', join(fresh, 'web'), '--emptyOutDir', '--logLevel', quiet ? 'warn' : 'info'];
  if (run(['vite', 'vite'], args) !== 0) process.exit(1);
  compress(join(fresh, 'web'));
}

/** What compresses well gets its .br beside it: phones on thin lines, and no work while serving. */
function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|svg|json|webmanifest)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    if (bytes.length < 1024) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  }
}

/** Two builds at once: the later one wins, and neither leaves half a folder. */
function swap() {
  const dist = join(ROOT, 'dist');
  const old = join(ROOT, `dist.old-${process.pid}`);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}
