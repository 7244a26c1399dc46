import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/serve.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // One browser at a time: the journeys share one server and one demo.
    fileParallelism: false,
    pool: 'forks',
  },
});
