import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS, waitBeforeNext } from './jobs.ts';

describe('a job that failed', () => {
  it('waits longer each time, never beyond four hours, and is given up in the end', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS + 1 }, (_, at) => waitBeforeNext(at + 1));
    expect(waits.slice(0, 3)).toEqual([15_000, 60_000, 240_000]);
    const tried = waits.slice(0, MOST_ATTEMPTS - 1).map((wait) => wait ?? Number.NaN);
    expect(tried.every((wait, at) => at === 0 || wait >= (tried[at - 1] ?? 0))).toBe(true);
    expect(Math.max(...tried)).toBe(4 * 3_600_000);
    expect(waits.slice(MOST_ATTEMPTS - 1)).toEqual([null, null]);
  });
});
