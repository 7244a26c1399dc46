/** The commands `backup` and `restore`. What talks to the database is loaded only when they run. */

import { backupVi as words } from '../core/text/vi/backup.ts';
import type { Command } from './command.ts';

export const backupCommand: Command = {
  summary: words.backup.summary,
  usage: words.backup.usage,
  run: async (args, terminal) => (await import('./backup-run.ts')).runBackup(args, terminal),
};

export const restoreCommand: Command = {
  summary: words.restore.summary,
  usage: words.restore.usage,
  run: async (args, terminal) => (await import('./backup-run.ts')).runRestore(args, terminal),
};
