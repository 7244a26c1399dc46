/**
 * The service worker: one part each, which says by itself what it listens to. The build makes /worker.js of this file
 * and writes the list of what it built into SHELL.
 */

import { showMessages } from './push.ts';
import type { WorkerScope } from './scope.ts';
import { type Shell, serveShell } from './shell.ts';

declare const SHELL: Shell;

const scope = self as unknown as WorkerScope;

serveShell(scope, SHELL);
showMessages(scope);
