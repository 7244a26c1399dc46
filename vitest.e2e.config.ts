import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/serve.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Two browsers at a time: each file has a server and a demo of its own.
    maxWorkers: 2,
    pool: 'forks',
  },
});
