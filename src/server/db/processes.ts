/** What the operating system says about processes and folders, as far as the embedded server needs it. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A process told apart from a later one that got the same pid. */
export type ProcessMark = { pid: number; started: string; command: string };

export type User = { uid: number; gid: number };

/** The mark of a running process, or null when there is none with this pid. */
export function processMark(pid: number): ProcessMark | null {
  try {
    if (process.platform === 'linux') {
      const fields = statFields(pid);
      if (fields[0] === 'Z') return null;
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return { pid, started: fields[19] ?? '', command };
    }
    if (process.platform === 'win32') {
      process.kill(pid, 0);
      return { pid, started: '', command: '' };
    }
    const printed = execFileSync('ps', ['-p', String(pid), '-o', 'lstart=,command='], { encoding: 'utf8' }).trim();
    return printed === '' ? null : { pid, started: printed.slice(0, 24), command: printed.slice(25) };
  } catch {
    return null;
  }
}

/** State, parent … of /proc: the name in brackets before them may hold blanks. Field 22, the start time, is the 20th here. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Whether that very process is still running. */
export function processRuns(mark: ProcessMark): boolean {
  return processMark(mark.pid)?.started === mark.started;
}

/**
 * Server processes that outlived their postmaster over this cluster: they hold its shared memory, so a new postmaster
 * would not start. Linux only; empty elsewhere.
 */
export function survivorsOf(cluster: string): ProcessMark[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const pid = Number(name);
      try {
        const mark = processMark(pid);
        if (!mark?.command.startsWith('postgres:') || readlinkSync(`/proc/${pid}/cwd`) !== cluster) return [];
        const parent = processMark(Number(statFields(pid)[1]));
        return parent?.command.includes(cluster) ? [] : [mark];
      } catch {
        // Gone meanwhile, or another user's.
        return [];
      }
    });
}

/** Whom PostgreSQL runs as when we are root: the user "postgres" where there is one, else "nobody". Null for everybody else. */
export function unprivilegedUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => [line.split(':')[0], line.split(':')]),
  );
  const found = users.get('postgres') ?? users.get('nobody');
  return { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534) };
}

/** Whether `uid` may pass through this folder and every one above it (owner and others are looked at, groups are not). */
export function isTraversable(folder: string, uid: number): boolean {
  for (let path = folder; ; path = dirname(path)) {
    try {
      const { mode, uid: owner } = statSync(path);
      if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false;
    } catch {
      // Not there yet: it will be made, and inherits the way from its parent.
    }
    if (path === dirname(path)) return true;
  }
}

/** The mark of this very process. */
export const ownMark = (): ProcessMark => processMark(process.pid) ?? { pid: process.pid, started: '', command: '' };
