// npm test: everything but what npm run check holds. Arguments go to vitest: npm test -- src/server.
// Without arguments the browser journeys follow where there is a browser; where there is none, it says so.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build, install, ROOT, requireNode, run } from './ready.mjs';

requireNode();
install();
// Reading runs in a child process, and a child process of Node 20 needs built JavaScript.
build();

const args = process.argv.slice(2);
const status = run(['vitest', 'vitest'], ['run', ...args]);
if (status !== 0 || args.length > 0) process.exit(status);

const journeys = join(ROOT, 'scripts/e2e.mjs');
if (!existsSync(journeys)) process.exit(0);
if (findBrowser()) process.exit(spawnSync(process.execPath, [journeys], { cwd: ROOT, stdio: 'inherit' }).status ?? 1);
console.log('No browser found (Chromium, Chrome, Edge; or CHROMIUM_PATH): the journeys of npm run e2e were left out.');
