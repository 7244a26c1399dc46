/** The command `account recover`. What talks to the database is loaded only when it runs. */

import { accountCommandVi as words } from '../core/text/vi/account-command.ts';
import type { Command } from './command.ts';

export const accountCommand: Command = {
  summary: words.summary,
  usage: words.usage,
  run: async (args, terminal) => (await import('./account-recover.ts')).runRecovery(args, terminal),
};
