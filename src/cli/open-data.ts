/** The data a command works on: those of DATABASE_URL, or the embedded ones, as they run or started for this. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { auditEn } from '../core/text/en/audit.ts';
import { startEn } from '../core/text/en/start.ts';
import { auditVi } from '../core/text/vi/audit.ts';
import { startVi } from '../core/text/vi/start.ts';
import { type Config, readConfig } from '../server/config.ts';
import { EmbeddedError, findEmbedded, startEmbedded } from '../server/db/embedded.ts';
import { MigrationError } from '../server/db/migrate.ts';
import type { Terminal } from './command.ts';

const english = process.env['THIDUA_LANGUAGE'] === 'en';
const words = english ? auditEn : auditVi;
const { reasons } = english ? startEn : startVi;

/** As the owner, whom the wall between provinces does not hold; `appUrl` is null where one role does both. */
export type Opened = { url: string; appUrl: string | null; stop: () => Promise<void> };

const nothing = async () => undefined;

const outside = ({ databaseUrl, databaseOwnerUrl }: Config): Opened | null => {
  const url = databaseOwnerUrl ?? databaseUrl;
  return url === null ? null : { url, appUrl: databaseOwnerUrl === null ? null : databaseUrl, stop: nothing };
};

const embeddedFolder = (config: Config, demo: boolean) =>
  join(config.data ?? join(packageFolder(), 'data'), demo ? 'demo' : 'real');

/** Opens data that are there; null, and a sentence in the terminal, where there are none. */
export async function openData(demo: boolean, terminal: Terminal): Promise<Opened | null> {
  const config = readConfig(process.env);
  const given = outside(config);
  if (given) return given;
  const wanted = embeddedFolder(config, demo);
  const found = findEmbedded(wanted);
  terminal.out(words.data(found.folder));
  if (!found.made) {
    terminal.error(words.noData(found.folder));
    return null;
  }
  if (found.ownerUrl) return { url: found.ownerUrl, appUrl: found.appUrl, stop: nothing };
  const { ownerUrl, appUrl, stop } = await startEmbedded({ folder: wanted, say: () => undefined });
  return { url: ownerUrl, appUrl, stop };
}

/** Opens a place for data to go to, made where it is not there; refused while a server runs over it. */
export async function openPlace(demo: boolean, terminal: Terminal): Promise<Opened & { kind: string | null }> {
  const config = readConfig(process.env);
  const given = outside(config);
  if (given) return { ...given, kind: null };
  const server = await startEmbedded({ folder: embeddedFolder(config, demo), say: terminal.out });
  terminal.out(words.data(server.folder));
  return { url: server.ownerUrl, appUrl: server.appUrl, stop: server.stop, kind: demo ? 'demo' : 'real' };
}

/** The package's folder, from src/ and from dist/server/ alike. */
export function packageFolder(folder: string = import.meta.dirname): string {
  return existsSync(join(folder, 'migrations')) || folder === dirname(folder) ? folder : packageFolder(dirname(folder));
}

export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }).version;

/** An error as sentences for the person at the terminal. */
export const explained = (error: unknown): string =>
  error instanceof EmbeddedError || error instanceof MigrationError
    ? `${reasons[error.code]}\n${error.message}`
    : error instanceof Error
      ? error.message
      : String(error);
