// What every command needs first: packages as package-lock.json says, and a build as fresh as the sources.
// Only Node's own modules here: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = [20, 19];

/** Ends the program with a sentence when Node is too old; package.json's engines only warn. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Cần Node.js ${OLDEST_NODE.join('.')} trở lên, máy đang có ${process.versions.node}. (Node.js is too old.)`);
}

/** @returns {never} */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {};

/** Whether node_modules holds what package-lock.json asks for. Optional packages of other platforms may be missing. */
export function isInstalled(root = ROOT) {
  try {
    const wanted = packagesOf(join(root, 'package-lock.json'));
    const there = packagesOf(join(root, 'node_modules/.package-lock.json'));
    return Object.entries(wanted).every(([place, { version, optional, devOptional, peer }]) => {
      if (place === '') return true;
      const found = there[place];
      return found ? found.version === version : Boolean(optional || devOptional || peer);
    });
  } catch {
    // No node_modules, or one that npm did not finish.
    return false;
  }
}

/** Installs when something is missing or older than the lock file. Needs the network only then. */
export function install() {
  if (isInstalled()) return;
  console.log('Đang cài đặt các gói cần thiết, lần đầu mất khoảng một phút … (installing packages)');
  const done = npm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done !== 0)
    fail(
      'Không cài đặt được các gói. Lần đầu cần có mạng; hãy kiểm tra mạng rồi chạy lại. (Installing packages failed.)',
    );
}

function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: 'inherit' };
  const done = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return done.status;
}

/** Runs a package's own program under this Node, so that neither a PATH nor an executable bit matters. */
export function run([name, program], args) {
  return spawnSync(process.execPath, [binOf(name, program), ...args], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}

/** The script behind a package's program: binOf('typescript', 'tsc'). */
export function binOf(name, program) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}

const SOURCES = [
  'src',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  'vite.worker.config.ts',
  'scripts/build.mjs',
];

/** Hash over everything a build is made of. */
export function sourcesHash(root = ROOT) {
  const hash = createHash('sha256');
  const add = (path) => hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  for (const source of SOURCES) {
    if (source !== 'src') add(source);
    else
      for (const name of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
        .sort())
        add(name);
  }
  return hash.digest('hex');
}

/** Whether dist/ was made from the sources as they are. */
export function isBuilt(root = ROOT) {
  const stamp = join(root, 'dist/stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash(root);
}

/** Builds when the sources changed since the last build. */
export function build() {
  if (isBuilt()) return;
  console.log('Đang dựng chương trình … (building)');
  if (
    spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--quiet'], { cwd: ROOT, stdio: 'inherit' })
      .status !== 0
  )
    fail('Không dựng được chương trình; lỗi ở các dòng trên. (The build failed.)');
}
