import { describe, expect, it } from 'vitest';
import { type Format, readDamaged, SAMPLES } from './support/damaged.ts';

/** 500 damaged files of each format: every one ends in a reading or in a failure that can be told, none in a crash. */
describe('damaged files', () => {
  it.each(Object.keys(SAMPLES) as Format[])(
    '%s',
    async (format) => {
      const { outcomes } = await readDamaged(format, 500, { factsEvery: 5 });
      const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
      expect(total).toBe(500);
      // Some are so little damaged that they read, and some of each format are refused.
      expect(outcomes['read']).toBeGreaterThan(20);
      if (format !== 'txt' && format !== 'md') expect(Object.keys(outcomes).length).toBeGreaterThan(2);
    },
    300_000,
  );
});
