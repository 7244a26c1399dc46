/** The command `import`. What talks to the database is loaded only when it runs. */

import { importCommandVi as words } from '../core/text/vi/import-command.ts';
import type { Command } from './command.ts';

export const importCommand: Command = {
  summary: words.summary,
  usage: words.usage,
  run: async (args, terminal) => (await import('./import-run.ts')).runImport(args, terminal),
};
