/** The commands `read` and `check`: a file, others to compare with, and a page of text or JSON. */

import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import { failureText } from '../core/reader/failure-text.ts';
import type { ReadRefusal } from '../core/reader/limits.ts';
import type { OcrMode } from '../core/reader/ports.ts';
import type { Reading, RegistryEntry } from '../core/reader/reading.ts';
import { toRegistryEntry } from '../core/reader/registry.ts';
import { commandLineVi as words } from '../core/text/vi/command-line.ts';
import { readingHereVi } from '../core/text/vi/reading.ts';
import { type FileReader, openFileReader } from '../server/read-file.ts';
import { type Command, FINE, NOT_READABLE, NOTHING_USABLE, type Terminal } from './command.ts';
import { readingJson } from './json.ts';
import { findingsReport, readingReport } from './report.ts';

type Request = { path: string; others: string[]; json: boolean; ocr: OcrMode };

/** Reads the arguments; a sentence when they make no sense. */
export function parseRequest(args: readonly string[]): Request | string {
  const request: Request = { path: '', others: [], json: false, ocr: 'auto' };
  let comparing = false;
  for (const arg of args) {
    if (arg === '--json') request.json = true;
    else if (arg === '--ocr') request.ocr = 'always';
    else if (arg === '--no-ocr') request.ocr = 'never';
    else if (arg.startsWith('--with=')) request.others.push(arg.slice('--with='.length));
    else if (arg === '--with') {
      comparing = true;
      continue;
    } else if (arg.startsWith('-') && arg !== '-') return words.unknownOption(arg);
    else if (comparing) {
      request.others.push(arg);
      continue;
    } else if (request.path === '') request.path = arg;
    else return words.oneFile;
    comparing = false;
  }
  if (request.path === '') return words.fileMissing;
  if (args.includes('--with') && request.others.length === 0) return words.withMissing;
  return request;
}

type Work = (reading: Reading, request: Request, terminal: Terminal) => number;

async function run(args: string[], terminal: Terminal, work: Work): Promise<number> {
  const request = parseRequest(args);
  if (typeof request === 'string') {
    terminal.error(request);
    return NOT_READABLE;
  }
  const reader = openFileReader();
  try {
    const registry = await readOthers(reader, request, terminal);
    const outcome = await readOne(reader, request.path, { ocr: request.ocr, registry }, terminal);
    if ('refused' in outcome) {
      if (request.json) terminal.out(JSON.stringify({ error: outcome.refused }, null, 1));
      terminal.error(outcome.refused.message);
      return NOT_READABLE;
    }
    return work(outcome.reading, request, terminal);
  } finally {
    await reader.close();
  }
}

type Refused = { code: ReadRefusal['code'] | 'missing'; message: string };

async function readOne(
  reader: FileReader,
  path: string,
  options: { ocr: OcrMode; registry: RegistryEntry[] | null },
  terminal: Terminal,
): Promise<{ reading: Reading } | { refused: Refused }> {
  try {
    await access(path, constants.R_OK);
  } catch {
    return { refused: { code: 'missing', message: words.notThere(path) } };
  }
  const outcome = await reader.read(
    { name: basename(path), path },
    {
      ocr: options.ocr,
      ...(options.registry ? { registry: options.registry } : {}),
      onProgress: ({ stage, page, pages }) => terminal.progress(readingHereVi.stages[stage](page, pages)),
    },
  );
  terminal.progress('');
  if (outcome.ok) return { reading: outcome.reading };
  return { refused: { code: outcome.refusal.code, message: failureText(outcome.refusal, readingHereVi) } };
}

/** What the other documents say; one that cannot be read is named and left out. */
async function readOthers(reader: FileReader, request: Request, terminal: Terminal): Promise<RegistryEntry[] | null> {
  if (request.others.length === 0) return null;
  const entries: RegistryEntry[] = [];
  for (const path of request.others) {
    const outcome = await readOne(reader, path, { ocr: request.ocr, registry: null }, terminal);
    if ('reading' in outcome) entries.push(toRegistryEntry(outcome.reading));
    else terminal.error(words.otherNotRead(path, outcome.refused.message));
  }
  return entries;
}

/** Whether anything was found that a movement could be made of. */
function isUsable(reading: Reading): boolean {
  const { targets, results, statements, duties, citations, movements, recipients, reportDue } = reading;
  return [targets, results, statements, duties, citations, movements, recipients, reportDue].some(
    (list) => list.length > 0,
  );
}

export const readCommand: Command = {
  summary: words.read.summary,
  usage: words.read.usage,
  run: (args, terminal) =>
    run(args, terminal, (reading, request) => {
      if (request.json) terminal.out(readingJson(reading));
      else for (const line of readingReport(reading, terminal.width)) terminal.out(line);
      if (isUsable(reading)) return FINE;
      terminal.error(words.nothingUsable);
      return NOTHING_USABLE;
    }),
};

export const checkCommand: Command = {
  summary: words.check.summary,
  usage: words.check.usage,
  run: (args, terminal) =>
    run(args, terminal, (reading, request) => {
      if (request.json) terminal.out(JSON.stringify({ source: reading.source, findings: reading.findings }, null, 1));
      else for (const line of findingsReport(reading, terminal.width)) terminal.out(line);
      return reading.findings.some((finding) => finding.severity === 'error') ? NOTHING_USABLE : FINE;
    }),
};
