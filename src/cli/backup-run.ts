/** Backs data up and restores them, for the person at the terminal or a timer of the system. */

import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backupEn } from '../core/text/en/backup.ts';
import { formatDecimal } from '../core/text/numbers.ts';
import { backupVi } from '../core/text/vi/backup.ts';
import { verifyAudit } from '../server/audit-chain.ts';
import { backUp } from '../server/db/backup.ts';
import { BackupError, checkBackup, type Manifest } from '../server/db/backup-folder.ts';
import { connect, roleOf } from '../server/db/connect.ts';
import { listMigrations } from '../server/db/migrate.ts';
import { type Restored, rehearse, restore } from '../server/db/restore.ts';
import { newId } from '../server/new-id.ts';
import { snapshot } from '../server/read.ts';
import { endBackup, noteBackup } from '../server/system/acts.ts';
import { FINE, NOT_READABLE, NOTHING_USABLE, type Terminal } from './command.ts';
import { explained, type Opened, openData, openPlace, packageFolder, programVersion } from './open-data.ts';

const words = process.env['THIDUA_LANGUAGE'] === 'en' ? backupEn : backupVi;

/** `thidua backup FOLDER`. */
export async function runBackup(args: string[], terminal: Terminal): Promise<number> {
  const asked = optionsOf(args, terminal, words.backup.usage);
  if (!asked) return NOT_READABLE;
  try {
    const opened = await openData(asked.demo, terminal);
    if (!opened) return NOT_READABLE;
    const folder = resolve(asked.folder);
    const progress = (table: string, at: number, of: number) => terminal.progress(words.table(table, at, of));
    const startedAt = new Date().toISOString();
    const manifest = await backUp({
      url: opened.url,
      folder,
      version: programVersion(),
      now: () => new Date().toISOString(),
      plain: asked.plain,
      progress,
    })
      .then(async (made) => {
        await note(opened.url, { folder, startedAt, manifest: made }).catch(() => terminal.error(words.notNoted));
        return made;
      })
      .finally(async () => {
        terminal.progress('');
        await opened.stop();
      });
    const bytes = bytesOf(manifest);
    terminal.out(words.made(folder, manifest.parts.length, rowsOf(manifest), sizeOf(bytes)));
    terminal.out(words.tryIt(asked.folder));
    return FINE;
  } catch (error) {
    return refuse(error, terminal);
  }
}

/** For the page about the system; the backup itself needs no such note. */
async function note(url: string, made: { folder: string; startedAt: string; manifest: Manifest }): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  try {
    const id = newId();
    const { version, parts } = made.manifest;
    await noteBackup(db, { id, how: 'command', place: basename(made.folder), startedAt: made.startedAt, version });
    const rows = parts.reduce((all, part) => all + part.rows, 0);
    await endBackup(db, { id, at: new Date().toISOString(), failure: null, rows, bytes: bytesOf(made.manifest) });
  } finally {
    await close();
  }
}

/** `thidua restore FOLDER`. */
export async function runRestore(args: string[], terminal: Terminal): Promise<number> {
  const asked = optionsOf(args, terminal, words.restore.usage);
  if (!asked) return NOT_READABLE;
  try {
    const migrations = listMigrations(join(packageFolder(), 'migrations'));
    // Before anything is opened: a backup that is not whole starts nothing.
    const manifest = await checkBackup(asked.folder, migrations);
    if (asked.check) {
      terminal.out(words.sound(manifest.madeAt, manifest.version, rowsOf(manifest)));
      return FINE;
    }
    return asked.rehearse ? await runRehearsal(asked, terminal) : await runInto(asked, terminal);
  } catch (error) {
    return refuse(error, terminal);
  }
}

type Asked = {
  folder: string;
  demo: boolean;
  plain: boolean;
  replace: string | null;
  rehearse: boolean;
  check: boolean;
};

const orderOf = ({ folder }: Asked, { url }: Opened, terminal: Terminal) => ({
  url,
  folder,
  migrations: listMigrations(join(packageFolder(), 'migrations')),
  progress: (table: string, at: number, of: number) => terminal.progress(words.table(table, at, of)),
});

async function runInto(asked: Asked, terminal: Terminal): Promise<number> {
  const opened = await openPlace(asked.demo, terminal);
  try {
    const appRole = opened.appUrl === null ? null : await roleAt(opened.appUrl);
    const order = orderOf(asked, opened, terminal);
    const restored = await restore({ ...order, appRole, replace: asked.replace, kind: opened.kind });
    terminal.progress('');
    terminal.out(words.restored(restored.manifest.madeAt, rowsOf(restored.manifest)));
    return report(restored, await chainsAt(opened.url), terminal);
  } finally {
    await opened.stop();
  }
}

async function runRehearsal(asked: Asked, terminal: Terminal): Promise<number> {
  const opened = await openData(asked.demo, terminal);
  if (!opened) return NOT_READABLE;
  try {
    const rehearsed = await rehearse(orderOf(asked, opened, terminal), chainsAt);
    terminal.progress('');
    terminal.out(words.rehearsed(rehearsed.manifest.madeAt, rowsOf(rehearsed.manifest)));
    return report(rehearsed, rehearsed.found, terminal);
  } finally {
    await opened.stop();
  }
}

type Chains = { province: string; rows: string; whole: boolean }[];

/** The audit chains of a database, walked from end to end. */
async function chainsAt(url: string): Promise<Chains> {
  const { db, close } = connect(url, { max: 1 });
  try {
    const { chains, breaks } = await snapshot(db, (all) => verifyAudit(all));
    return chains.map(({ province, rows }) => ({
      province,
      rows,
      whole: breaks.every((broken) => broken.province !== province),
    }));
  } finally {
    await close();
  }
}

async function roleAt(url: string): Promise<string> {
  const { db, close } = connect(url, { max: 1 });
  try {
    return await roleOf(db);
  } finally {
    await close();
  }
}

function report({ migrated }: Restored, chains: Chains, terminal: Terminal): number {
  if (migrated.length > 0) terminal.out(words.migrated(migrated.length));
  for (const { province, rows, whole } of chains) terminal.out(words.chain(province, rows, whole));
  return chains.every(({ whole }) => whole) ? FINE : NOTHING_USABLE;
}

function refuse(error: unknown, terminal: Terminal): number {
  terminal.progress('');
  if (error instanceof BackupError)
    terminal.error([words.reasons[error.code], error.message].filter((part) => part !== '').join('\n  '));
  else terminal.error(explained(error));
  return NOTHING_USABLE;
}

function optionsOf(args: string[], terminal: Terminal, usage: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        demo: { type: 'boolean' },
        plain: { type: 'boolean' },
        replace: { type: 'string' },
        rehearse: { type: 'boolean' },
        check: { type: 'boolean' },
      },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new Error(words.folderMissing);
    const { demo = false, plain = false, rehearse: trial = false, check = false } = values;
    return { folder, demo, plain, rehearse: trial, check, replace: values.replace ?? null };
  } catch (error) {
    terminal.error(explained(error));
    for (const line of usage) terminal.error(line);
    return null;
  }
}

const bytesOf = ({ parts }: Manifest): number => parts.reduce((all, part) => all + part.bytes, 0);
const rowsOf = ({ parts }: Manifest): string => formatDecimal(String(parts.reduce((all, { rows }) => all + rows, 0)));

const UNITS = ['KB', 'MB', 'GB', 'TB'];

/** Bytes as people say them, "12,4 MB". */
function sizeOf(bytes: number): string {
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${formatDecimal(size.toFixed(1))} ${UNITS[unit]}`;
}
