/** How fast bytes become facts, against bare text extraction of the same file, time by page, and memory. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { extractText } from 'unpdf';
import type { FileContent } from '../src/core/reader/blocks.ts';
import { readDocx } from '../src/core/reader/docx/read-docx.ts';
import { readPlain } from '../src/core/reader/plain.ts';
import { readContent } from '../src/core/reader/read-document.ts';
import { readPdf } from '../src/server/pdf-file.ts';
import { toDocx } from '../test/gold/make/docx-writer.ts';
import { convert } from '../test/gold/make/office.ts';
import { toLines } from '../test/gold/make/text-writer.ts';
import { planOf } from './reading/documents.ts';
import { toPdf } from './reading/pdf-writer.ts';

const PAGES = [1, 12, 200] as const;
const MOST_RATIO = 3;
const MOST_TEXT_MS = 20;
const MOST_GROWTH = 1.5;
const MOST_MEMORY_MB = 300;

type Kind = 'docx' | 'pdf' | 'txt';
type Sample = { name: string; kind: Kind; pages: number; bytes: Uint8Array };
type Row = { sample: Sample; read: number; bare: number | null; facts: string };

async function contentOf(kind: Kind, bytes: Uint8Array): Promise<FileContent> {
  if (kind === 'docx') return readDocx(bytes);
  return kind === 'pdf' ? readPdf(bytes, { ocr: 'never' }) : readPlain(bytes, 'txt');
}

async function read({ kind, bytes, name }: Pick<Sample, 'kind' | 'bytes' | 'name'>): Promise<string> {
  const reading = readContent(await contentOf(kind, bytes), { name, sha256: ''.padEnd(64, '0') });
  return `${reading.targets.length} targets, ${reading.duties.length} duties, ${reading.findings.length} findings`;
}

async function extract({ kind, bytes }: Sample): Promise<void> {
  if (kind === 'docx') await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  else await extractText(bytes.slice(), { mergePages: true });
}

const hasOffice = (): boolean => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

async function samples(): Promise<Sample[]> {
  const all: Sample[] = [];
  const office = hasOffice();
  if (!office) console.log('LibreOffice is not here: the PDF of its making is left out.\n');
  for (const pages of PAGES) {
    const source = planOf(pages);
    const docx = await toDocx(source);
    all.push({ name: 'docx', kind: 'docx', pages, bytes: new Uint8Array(docx) });
    all.push({ name: 'pdf', kind: 'pdf', pages, bytes: new Uint8Array(toPdf(source)) });
    if (office)
      all.push({ name: 'pdf-office', kind: 'pdf', pages, bytes: new Uint8Array(await convert(docx, 'docx', 'pdf')) });
    all.push({ name: 'txt', kind: 'txt', pages, bytes: new TextEncoder().encode(toLines(source).join('\n')) });
  }
  return all;
}

/**
 * Milliseconds of a piece of work: by the clock, or of the processor where that is less, because other programs held
 * the machine meanwhile.
 */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  const busyFrom = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(busyFrom);
  return Math.min(performance.now() - from, (user + system) / 1_000);
}

/** The quickest of several turns: what the work costs when nothing else runs on the machine. */
const quickest = (values: number[]): number => Math.min(...values);

/** Warm: first twice unmeasured; then reading and bare extraction take turns, so that a busy machine slows both. */
async function measure(sample: Sample): Promise<Row> {
  const turns = sample.pages > 100 ? 3 : 31;
  const reads: number[] = [];
  const bares: number[] = [];
  let facts = '';
  for (let turn = -2; turn < turns; turn++) {
    const readMs = await timed(async () => {
      facts = await read(sample);
    });
    const bareMs = sample.kind === 'txt' ? 0 : await timed(() => extract(sample));
    if (turn < 0) continue;
    reads.push(readMs);
    bares.push(bareMs);
  }
  return { sample, read: quickest(reads), bare: sample.kind === 'txt' ? null : quickest(bares), facts };
}

/** Most memory of a process of its own that reads the one file, in MB. */
function memoryOf(sample: Sample): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reading-'));
  try {
    const path = join(folder, `file.${sample.kind}`);
    writeFileSync(path, sample.bytes);
    const args = ['--import', 'tsx', import.meta.filename, '--memory', sample.kind, path];
    return Number(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(rows: Row[], memory: [Sample, number][]): string[] {
  const failed: string[] = [];
  const hold = (what: string, value: number, most: number) => {
    if (value > most) failed.push(`${what}: ${value.toFixed(2)}, at most ${most}`);
  };
  console.log('file          pages    kB    read ms   bare ms   ratio   ms/page   found');
  for (const { sample, read: ms, bare, facts } of rows) {
    const ratio = bare === null ? null : ms / bare;
    const cells = [
      sample.name.padEnd(12),
      String(sample.pages).padStart(5),
      (sample.bytes.length / 1024).toFixed(0).padStart(6),
      ms.toFixed(1).padStart(10),
      (bare?.toFixed(1) ?? '').padStart(9),
      (ratio?.toFixed(2) ?? '').padStart(7),
      (ms / sample.pages).toFixed(2).padStart(9),
      `  ${facts}`,
    ];
    console.log(cells.join(' '));
    if (ratio !== null) hold(`${sample.name} of ${sample.pages} pages to bare extraction`, ratio, MOST_RATIO);
    if (sample.kind === 'txt' && sample.pages === 12) hold('txt of 12 pages, ms', ms, MOST_TEXT_MS);
  }
  console.log();
  for (const name of new Set(rows.map(({ sample }) => sample.name))) {
    const perPage = (pages: number) =>
      (rows.find((row) => row.sample.name === name && row.sample.pages === pages)?.read ?? 0) / pages;
    const growth = perPage(200) / perPage(12);
    console.log(`${name.padEnd(12)} a page of 200 takes ${growth.toFixed(2)} times a page of 12`);
    hold(`${name}: a page of 200 to a page of 12`, growth, MOST_GROWTH);
  }
  for (const [sample, megabytes] of memory) {
    console.log(
      `${sample.name.padEnd(12)} ${sample.pages} pages in a process of its own: ${megabytes.toFixed(0)} MB at most`,
    );
    hold(`${sample.name} of ${sample.pages} pages, MB`, megabytes, MOST_MEMORY_MB);
  }
  return failed;
}

async function main(): Promise<number> {
  const rows: Row[] = [];
  const all = await samples();
  for (const sample of all) rows.push(await measure(sample));
  const largest = all.filter(({ pages }) => pages === PAGES.at(-1));
  const failed = report(
    rows,
    largest.map((sample) => [sample, memoryOf(sample)]),
  );
  for (const line of failed) console.log(`\nTOO MUCH  ${line}`);
  return failed.length === 0 ? 0 : 1;
}

const [mode, kind, path] = process.argv.slice(2);
if (mode === '--memory' && path) {
  await read({ kind: kind as Kind, bytes: new Uint8Array(readFileSync(path)), name: path });
  console.log(process.resourceUsage().maxRSS / 1024);
} else process.exitCode = await main();
