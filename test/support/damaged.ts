/** Damaged files of one format, one after the other, read to the end: what came out of each. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { fileContent } from '../../src/core/reader/file-content.ts';
import { READ_FAILURE_CODES, ReadFailure, type ReadFailureCode } from '../../src/core/reader/limits.ts';
import { readContent } from '../../src/core/reader/read-document.ts';
import type { Reading } from '../../src/core/reader/reading.ts';
import { readPdf } from '../../src/server/pdf-file.ts';
import { openFileReader } from '../../src/server/read-file.ts';
import { mutate, randomFrom } from './mutations.ts';

const FOLDER = join(import.meta.dirname, '../gold/documents');

/** A valid file of each format to start from; together they hold tables, lists, notes and legacy fonts. */
export const SAMPLES = {
  txt: ['plan-commune.txt', 'ward-legacy-tcvn3.txt', 'ward-legacy-vni.txt', 'ward-legacy-utf16.txt'],
  md: ['plan-ward-table.md', 'pasted-launch.md'],
  docx: ['plan-tracked.docx', 'plan-textbox.docx', 'plan-ward-table.docx', 'ward-legacy-tcvn3.docx'],
  doc: ['decision-articles.doc', 'plan-commune.doc', 'ward-legacy-vni.doc'],
  pdf: ['plan-ward-table.pdf', 'plan-ward-table-web.pdf', 'plan-commune.pdf'],
} as const;
export type Format = keyof typeof SAMPLES;

export type Tally = {
  outcomes: Record<string, number>;
  slowest: { milliseconds: number; seed: number };
  /** Seeds of the outcomes that ask to be looked into. */
  notable: Partial<Record<ReadFailureCode, number[]>>;
};

const NOTABLE: readonly ReadFailureCode[] = ['deadline', 'memory', 'crashed'];

const emptyTally = (): Tally => ({ outcomes: {}, slowest: { milliseconds: 0, seed: 0 }, notable: {} });

function count(tally: Tally, seed: number, outcome: string, milliseconds: number): void {
  tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { milliseconds, seed };
  const code = NOTABLE.find((one) => one === outcome);
  if (code) tally.notable[code] = [...(tally.notable[code] ?? []), seed];
}

const samplesOf = (format: Format): Uint8Array[] =>
  SAMPLES[format].map((name) => new Uint8Array(readFileSync(join(FOLDER, name))));

const damagedBy = (format: Format, samples: readonly Uint8Array[], seed: number): Uint8Array =>
  damagedCopy(format, samples[seed % samples.length] ?? new Uint8Array(0), seed);

/**
 * Reads `count` damaged files in this process, and finds the facts of every `factsEvery`-th; throws what is neither a
 * reading nor a failure that can be told, with its seed.
 */
export async function readDamaged(
  format: Format,
  howMany: number,
  { firstSeed = 1, factsEvery = 1 }: { firstSeed?: number; factsEvery?: number } = {},
): Promise<Tally> {
  const samples = samplesOf(format);
  const tally = emptyTally();
  for (let seed = firstSeed; seed < firstSeed + howMany; seed++) {
    const started = performance.now();
    const bytes = damagedBy(format, samples, seed);
    const outcome = await outcomeOf(bytes, format, seed % factsEvery === 0).catch((error: unknown) => {
      throw new Error(`${format}, seed ${seed}: neither a reading nor a failure`, { cause: error });
    });
    count(tally, seed, outcome, performance.now() - started);
  }
  return tally;
}

/**
 * Reads `howMany` damaged files the product's way: in processes of their own, with its limits of memory and time. Here
 * a library may hang or leave promises behind, and all that counts is the answer.
 */
export async function readDamagedApart(
  format: Format,
  howMany: number,
  { firstSeed = 1, processes = 1 }: { firstSeed?: number; processes?: number } = {},
): Promise<Tally> {
  const samples = samplesOf(format);
  const tally = emptyTally();
  const reader = openFileReader({ processes });
  let next = firstSeed;
  const work = async () => {
    while (next < firstSeed + howMany) {
      const seed = next++;
      const bytes = damagedBy(format, samples, seed);
      const started = performance.now();
      const outcome = await reader.read({ name: `hong.${format}`, bytes }, { ocr: 'never' });
      const code = outcome.ok ? 'read' : outcome.refusal.code;
      if (outcome.ok) checkSpans(outcome.reading);
      else if (!READ_FAILURE_CODES.includes(outcome.refusal.code)) throw new Error(`seed ${seed}: no code, ${code}`);
      count(tally, seed, code, performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: processes }, work)).finally(() => reader.close());
  return tally;
}

function checkSpans({ text, targets }: Reading): void {
  for (const { span, quote } of targets)
    if (text.slice(...span) !== quote) throw new Error('a span that is not its quote');
}

/**
 * A checksum guards every part of a DOCX, so half of its damage is done to a part before it is packed: what reads the
 * XML has to stand it too.
 */
export function damagedCopy(format: Format, sample: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  if (format !== 'docx' || seed % 2 === 0) return mutate(sample, random);
  const parts = unzipSync(sample);
  const names = Object.keys(parts).filter((name) => /^word\/[a-z]+\.xml$|\.rels$/.test(name));
  const main = 'word/document.xml';
  const name = random() < 0.6 ? main : (names[Math.floor(random() * names.length)] ?? main);
  const text = random() < 0.5;
  const part = parts[name] ?? new Uint8Array(0);
  return zipSync({ ...parts, [name]: text ? shuffledTags(part, random) : mutate(part, random) }, { level: 1 });
}

/** Swaps, drops and doubles whole tags, which leaves the XML nearly well-formed. */
function shuffledTags(part: Uint8Array, random: () => number): Uint8Array {
  const pieces = new TextDecoder().decode(part).split(/(?=<)/);
  const place = () => Math.floor(random() * pieces.length);
  for (let count = 1 + Math.floor(random() * 5); count > 0; count--) {
    const at = place();
    const kind = random();
    const other = place();
    // An element without content may go or come anywhere; of a pair both are taken.
    if (kind < 0.4 && /\/>/.test(pieces[at] ?? '')) pieces.splice(at, 1);
    else if (kind < 0.7 && /\/>/.test(pieces[at] ?? '')) pieces.splice(other, 0, pieces[at] ?? '');
    else
      pieces[at] = (pieces[at] ?? '').replace(
        /"[^"]{0,40}"/,
        `"${['', '-1', '999999999', '0', 'x'][Math.floor(random() * 5)]}"`,
      );
  }
  return new TextEncoder().encode(pieces.join(''));
}

async function outcomeOf(bytes: Uint8Array, format: Format, facts: boolean): Promise<string> {
  try {
    const content = await fileContent(bytes, `hong.${format}`, { pdf: readPdf }, { ocr: 'never' });
    if (!facts) return 'read';
    checkSpans(readContent(content, { name: `hong.${format}`, sha256: '0'.repeat(64) }));
    return 'read';
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    // A fault of our own shows as one of these inside "damaged".
    const { cause } = error;
    const own = cause instanceof Error && /reader[/\\]|server[/\\]/.test(cause.stack?.split('\n')[1] ?? '');
    if (error.code === 'damaged' && (cause instanceof TypeError || cause instanceof RangeError) && own) throw cause;
    return error.code;
  }
}
