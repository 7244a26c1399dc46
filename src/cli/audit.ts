/** The command `audit verify`. What talks to the database is loaded only when it runs: other commands need none. */

import { auditVi as words } from '../core/text/vi/audit.ts';
import type { Command } from './command.ts';

export const auditCommand: Command = {
  summary: words.summary,
  usage: words.usage,
  run: async (args, terminal) => (await import('./audit-verify.ts')).verifyChains(args, terminal),
};
