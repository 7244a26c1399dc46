// npm run build: server by tsc, pages by Vite, into dist/. Built beside it and renamed when whole, so that a build that
// was cut off is never started. Types are not checked here (npm run check does): starting must not wait for that.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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
  buildWorker(join(fresh, 'web'));
  compress(join(fresh, 'web'));
}

/** The service worker, told by name and hash what it has to keep: the program, and the type it is set in. */
function buildWorker(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.(?:js|css|svg|png|webmanifest)$|be-vietnam-pro-.*\.woff2$/.test(path))
    .sort()
    .map((path) => [
      `/${relative(folder, path).split(sep).join('/')}`,
      `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`,
    ]);
  // The page too: another head is another version.
  const page = readFileSync(join(folder, 'index.html'));
  const list = createHash('sha256').update(JSON.stringify(files)).update(page).digest('hex').slice(0, 16);
  const args = ['build', '--config', 'vite.worker.config.ts', '--outDir', folder, '--logLevel', 'warn'];
  if (run(['vite', 'vite'], args) !== 0) process.exit(1);
  const worker = join(folder, 'worker.js');
  writeFileSync(worker, `const SHELL=${JSON.stringify({ stamp: list, files })};\n${readFileSync(worker, 'utf8')}`);
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
