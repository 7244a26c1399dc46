/** What the operating system says about processes and folders, as far as the embedded server needs it. */

import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A process told apart from a later one that got the same pid. */
export type ProcessMark = { pid: number; started: string; command: string };

/** The mark of a running process, or null when there is none with this pid. */
export function processMark(pid: number): ProcessMark | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in brackets may hold blanks; the start time is field 22, the 20th after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return null;
      return {
        pid,
        started: fields[19] ?? '',
        command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
      };
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

/** The mark of this very process. */
export const ownMark = (): ProcessMark => processMark(process.pid) ?? { pid: process.pid, started: '', command: '' };

/** Whether that very process is still running. */
export function processRuns(mark: ProcessMark): boolean {
  return processMark(mark.pid)?.started === mark.started;
}

/** As root: whom PostgreSQL runs as, the user "postgres" where there is one, else "nobody". Null for everybody else. */
export function unprivilegedUser(): { uid: number; gid: number } | null {
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
