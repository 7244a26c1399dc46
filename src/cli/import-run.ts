/** Takes figures from a file into the database, by the same acts as the page: judged whole, written whole or not at all. */

import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { scopesOf } from '../core/rules/access.ts';
import { importCommandEn } from '../core/text/en/import-command.ts';
import { importCommandVi } from '../core/text/vi/import-command.ts';
import type { World } from '../server/act.ts';
import { connect } from '../server/db/connect.ts';
import { type Found, MOST_FILE_BYTES, takeCsv, takeTemplate } from '../server/figure-file.ts';
import { newId } from '../server/new-id.ts';
import { viewerCalled } from '../server/operator-viewer.ts';
import { openFileReader } from '../server/read-file.ts';
import { FINE, NOT_READABLE, NOTHING_USABLE, type Terminal } from './command.ts';
import { explained, openData } from './open-data.ts';

const words = process.env['THIDUA_LANGUAGE'] === 'en' ? importCommandEn : importCommandVi;

type Asked = { path: string; as: string; dryRun: boolean; saidBy: string | null; demo: boolean };

export function parseImport(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'said-by': { type: 'string' },
      demo: { type: 'boolean' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !values.as) throw new Error(words.summary);
  if (!['.xlsx', '.csv'].includes(extname(path).toLowerCase())) throw new Error(words.neither);
  const { as, demo = false } = values;
  return { path, as, demo, dryRun: values['dry-run'] ?? false, saidBy: values['said-by'] ?? null };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch(() => {
    throw new Error(words.notThere(path));
  });
  if (size > MOST_FILE_BYTES) throw new Error(words.tooLarge(MOST_FILE_BYTES / 1024 / 1024));
  return readFile(path);
}

export async function runImport(args: string[], terminal: Terminal): Promise<number> {
  try {
    const asked = parseImport(args);
    const bytes = await bytesOf(asked.path);
    const opened = await openData(asked.demo, terminal);
    if (!opened) return NOT_READABLE;
    const { db, close } = connect(opened.url, { max: 2 });
    try {
      const world = { db, now: () => new Date().toISOString(), newId, failed: () => undefined };
      return await importInto(world, { ...asked, bytes }, terminal);
    } finally {
      await close();
      await opened.stop();
    }
  } catch (error) {
    terminal.error(explained(error));
    for (const line of words.usage) terminal.error(line);
    return NOT_READABLE;
  }
}

/** What `runImport` does once the data are open. */
export async function importInto(
  world: World,
  { path, as, dryRun, saidBy, bytes }: Omit<Asked, 'demo'> & { bytes: Uint8Array },
  terminal: Terminal,
): Promise<number> {
  const viewer = await viewerCalled(world.db, { name: as, now: world.now(), by: importCommandVi.by });
  if (!viewer || scopesOf('importFigures', viewer.roles).length === 0) {
    terminal.error(viewer ? words.mayNot(as) : words.unknown(as));
    return NOT_READABLE;
  }
  const file = { name: basename(path), bytes };
  if (extname(path).toLowerCase() === '.csv') return told(await takeCsv(world, viewer, file, dryRun), dryRun, terminal);
  const reader = openFileReader();
  try {
    const outcome = await reader.readBook(file);
    return told(await takeTemplate(world, viewer, { ...file, outcome, saidBy }, dryRun), dryRun, terminal);
  } finally {
    await reader.close();
  }
}

const MOST_LINES = 200;

function told({ faults, faultCount, counts, written }: Found, dryRun: boolean, terminal: Terminal): number {
  if (faultCount > 0) {
    terminal.error(words.faults(faultCount));
    for (const { at, message } of faults.slice(0, MOST_LINES)) terminal.error(`  ${at}: ${message}`);
    if (faultCount > MOST_LINES) terminal.error(`  ${words.more(faultCount - Math.min(MOST_LINES, faults.length))}`);
    return NOTHING_USABLE;
  }
  terminal.out(words.counts(counts.new, counts.changed, counts.unchanged));
  if (counts.new + counts.changed === 0) {
    terminal.out(words.nothing);
    return NOTHING_USABLE;
  }
  terminal.out(dryRun ? words.dry : words.done(written));
  return FINE;
}
