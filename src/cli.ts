/** Composition root of `thidua`, the command line: a table of commands, nothing else. Works without a database. */

import { accountCommand } from './cli/account.ts';
import { auditCommand } from './cli/audit.ts';
import { backupCommand, restoreCommand } from './cli/backup.ts';
import { type Command, FINE, NOT_READABLE, type Terminal } from './cli/command.ts';
import { importCommand } from './cli/import.ts';
import { checkCommand, readCommand } from './cli/read.ts';
import { commandLineVi as words } from './core/text/vi/command-line.ts';

/** One line for each command. */
const COMMANDS: Record<string, Command> = {
  read: readCommand,
  check: checkCommand,
  import: importCommand,
  audit: auditCommand,
  backup: backupCommand,
  restore: restoreCommand,
  account: accountCommand,
};

const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  width: Math.max(60, Math.min(process.stdout.columns ?? 110, 160)),
  progress: (line) => {
    // Over the same line, and only where a person watches.
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  },
};

function help(): string[] {
  const wide = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2;
  return [
    words.intro,
    '',
    words.commands,
    ...Object.entries(COMMANDS).map(([name, command]) => `  ${name.padEnd(wide)}${command.summary}`),
    '',
    words.more,
    words.exits,
  ];
}

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    for (const line of help()) terminal.out(line);
    return name === undefined ? NOT_READABLE : FINE;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    terminal.error(words.unknownCommand(name));
    return NOT_READABLE;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    for (const line of [command.summary, '', ...command.usage]) terminal.out(line);
    return FINE;
  }
  return command.run(rest, terminal);
}

// A closed pipe (thidua … | head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(FINE);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
