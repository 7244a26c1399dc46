// npm start: installs what is missing, builds what changed, and runs the server in this very process.
// The server's own options follow: npm start -- --port 9000 --empty (see src/main.ts).

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, ROOT, requireNode } from './ready.mjs';

requireNode();
install();
build();
await import(pathToFileURL(join(ROOT, 'dist/server/main.js')).href);
