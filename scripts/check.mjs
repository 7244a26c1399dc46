// npm run check: what can be said without running the product. Every step runs; one line each, more only on failure.
import { spawnSync } from 'node:child_process';
import { binOf, install, ROOT, requireNode } from './ready.mjs';

requireNode();
install();

const STEPS = [
  ['types', ['typescript', 'tsc'], ['-p', '.']],
  ['format and lint', ['@biomejs/biome', 'biome'], ['ci', '--error-on-warnings', '.']],
  ['dead code', ['knip', 'knip'], []],
  ['walls and docs', ['vitest', 'vitest'], ['run', 'test/architecture.test.ts', 'test/docs.test.ts']],
];

// Colours are for a terminal: what is piped is plain.
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };

let failed = 0;
for (const [what, [name, program], args] of STEPS) {
  const from = Date.now();
  const done = spawnSync(process.execPath, [binOf(name, program), ...args], { cwd: ROOT, encoding: 'utf8', env });
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  console.log(`${done.status === 0 ? 'ok    ' : 'FAILED'}  ${what} (${seconds} s)`);
  if (done.status === 0) continue;
  failed += 1;
  console.log(`${done.stdout}${done.stderr}`);
}
process.exit(failed === 0 ? 0 : 1);
