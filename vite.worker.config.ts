import { defineConfig } from 'vite';

// The service worker, one file at the root: what it keeps is written into it by scripts/build.mjs.
export default defineConfig({
  publicDir: false,
  build: {
    emptyOutDir: false,
    modulePreload: false,
    sourcemap: false,
    rolldownOptions: {
      input: 'src/web/worker/worker.ts',
      output: { entryFileNames: 'worker.js', format: 'iife' },
    },
  },
});
