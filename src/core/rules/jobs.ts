/** Work that the server does by itself: its kinds, and when it is tried again. */

export const JOB_KINDS = ['remind', 'deliver', 'mail', 'push'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ['waiting', 'running', 'done', 'dead'] as const;

/** Tried so often; after that somebody has to look. Together about half a day. */
export const MOST_ATTEMPTS = 8;

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 4 * 3_600_000;

/**
 * How long to wait after so many failed attempts, in milliseconds: four times longer each time, up to four hours. Null
 * once it is given up.
 */
export function waitBeforeNext(attempts: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 4 ** Math.max(0, attempts - 1));
}
