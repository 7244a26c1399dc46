/** Damaged files of one format, one after the other, read to the end: what came out of each. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { fileContent } from '../../src/core/reader/file-content.ts';
import { ReadFailure } from '../../src/core/reader/limits.ts';
import { readContent } from '../../src/core/reader/read-document.ts';
import { readPdf } from '../../src/server/pdf-file.ts';
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

export type Tally = { outcomes: Record<string, number>; slowest: number; seeds: number };

/**
 * Reads `count` damaged files, and finds the facts of every `factsEvery`-th; throws what is neither a reading nor a failure that can be told, with its seed.
 */
export async function readDamaged(
  format: Format,
  count: number,
  { firstSeed = 1, factsEvery = 1 }: { firstSeed?: number; factsEvery?: number } = {},
): Promise<Tally> {
  const samples = SAMPLES[format].map((name) => new Uint8Array(readFileSync(join(FOLDER, name))));
  const tally: Tally = { outcomes: {}, slowest: 0, seeds: count };
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const sample = samples[seed % samples.length] ?? new Uint8Array(0);
    const started = performance.now();
    const outcome = await outcomeOf(damagedCopy(format, sample, seed), format, seed % factsEvery === 0).catch(
      (error: unknown) => {
        throw new Error(`${format}, seed ${seed}: neither a reading nor a failure`, { cause: error });
      },
    );
    tally.slowest = Math.max(tally.slowest, performance.now() - started);
    tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
  }
  return tally;
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
    const reading = readContent(content, { name: `hong.${format}`, sha256: '0'.repeat(64) });
    for (const target of reading.targets) {
      if (reading.text.slice(...target.span) !== target.quote) throw new Error('a span that is not its quote');
    }
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
