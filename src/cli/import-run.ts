/** Takes figures from a file into the database, by the same acts as the page: judged whole, written whole or not at all. */

import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { scopesOf } from '../core/rules/access.ts';
import { figureTemplatesEn } from '../core/text/en/figure-templates.ts';
import { importCommandEn } from '../core/text/en/import-command.ts';
import { figureTemplatesVi } from '../core/text/vi/figure-templates.ts';
import { importCommandVi } from '../core/text/vi/import-command.ts';
import type { World } from '../server/act.ts';
import { connect } from '../server/db/connect.ts';
import { type Found, MOST_FILE_BYTES, takeCsv, takeTemplate } from '../server/figure-file.ts';
import { newId } from '../server/new-id.ts';
import { viewerCalled } from '../server/operator-viewer.ts';
import { openFileReader } from '../server/read-file.ts';
import { type ReportFound, type ReportWhere, type Take, takeReport } from '../server/report-file.ts';
import { FINE, NOT_READABLE, NOTHING_USABLE, type Terminal } from './command.ts';
import { explained, openData } from './open-data.ts';

const english = process.env['THIDUA_LANGUAGE'] === 'en';
const words = english ? importCommandEn : importCommandVi;
const shown = english ? figureTemplatesEn : figureTemplatesVi;

type ReportAsked = { where: ReportWhere; take: Take };
type Asked = {
  path: string;
  as: string;
  dryRun: boolean;
  saidBy: string | null;
  demo: boolean;
  /** Of a report: where its figures belong, and which of them are meant. */
  report?: ReportAsked;
};

const TABLES = ['.xlsx', '.csv'];
const REPORTS = ['.docx', '.doc', '.pdf'];

export function parseImport(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'said-by': { type: 'string' },
      demo: { type: 'boolean' },
      movement: { type: 'string' },
      unit: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      take: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !values.as) throw new Error(words.summary);
  const kind = extname(path).toLowerCase();
  if (![...TABLES, ...REPORTS].includes(kind)) throw new Error(words.neither);
  const { as, demo = false, movement, unit, from, until, take } = values;
  const asked = { path, as, demo, dryRun: values['dry-run'] ?? false, saidBy: values['said-by'] ?? null };
  if (TABLES.includes(kind)) {
    if ([movement, unit, from, until, take].some((one) => one !== undefined)) throw new Error(words.reportOnly);
    return asked;
  }
  if (movement === undefined || from === undefined || until === undefined) throw new Error(words.reportNeeds);
  return { ...asked, report: { where: { movement, unit: unit ?? null, from, until }, take: parseTake(take) } };
}

function parseTake(take: string | undefined): Take {
  if (take === undefined || take === 'matched') return take ?? null;
  if (!/^\d{1,4}(?:,\d{1,4}){0,499}$/.test(take)) throw new Error(words.badTake);
  return [...new Set(take.split(',').map(Number))];
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
  { path, as, dryRun, saidBy, bytes, report }: Omit<Asked, 'demo'> & { bytes: Uint8Array },
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
    if (report) {
      // Pages are not recognised from pictures here, as on the page.
      const read = await reader.read(file, { ocr: 'never' });
      const found = await takeReport(world, viewer, { ...file, ...report, outcome: read }, dryRun);
      return toldReport(found, report.take, dryRun, terminal);
    }
    const outcome = await reader.readBook(file);
    return told(await takeTemplate(world, viewer, { ...file, outcome, saidBy }, dryRun), dryRun, terminal);
  } finally {
    await reader.close();
  }
}

const MOST_LINES = 200;
/** Letters of a sentence that are shown. */
const MOST_QUOTE = 200;

/** Everything the report tells, numbered, then what became of those that were named. */
function toldReport(found: ReportFound, take: Take, dryRun: boolean, terminal: Terminal): number {
  const { results, faultCount } = found;
  const { reportStates, effects, before } = shown;
  if (results.length > 0) terminal.out(words.results(results.length));
  for (const one of results) {
    const held = one.before === null ? '' : ` (${before.toLowerCase()} ${one.before})`;
    const figure = one.after === null ? '' : ` = ${[one.after, one.target?.unit ?? ''].join(' ').trim()}${held}`;
    const state = one.effect === 'unchanged' ? effects.unchanged : reportStates[one.state];
    terminal.out(`[${one.at}] ${one.target?.name ?? one.name}${figure}: ${state}`);
    terminal.out(`    “${one.quote.words.replace(/\s+/g, ' ').trim().slice(0, MOST_QUOTE)}”`);
  }
  if (faultCount === 0 && results.length === 0) {
    terminal.out(words.noResults);
    return NOTHING_USABLE;
  }
  if (faultCount === 0 && take === null) {
    terminal.out(words.takeHow);
    return FINE;
  }
  return told(found, dryRun, terminal);
}

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
