import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Score } from './bench.ts';
import type { Gold, GoldFile } from './gold.ts';
import { readFileAt } from './read-file.ts';
import { scoreReading } from './score.ts';

export const FOLDER = join(import.meta.dirname, 'documents');

export type GoldDocument = { name: string; gold: Gold };

/** Every gold document, by name. */
export function goldDocuments(): GoldDocument[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.gold.json'.length),
      gold: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Gold,
    }));
}

/** Whether pictures of pages can be read here: recognition is an optional dependency. */
export function canRecognise(): boolean {
  const require = createRequire(import.meta.url);
  try {
    for (const name of ['tesseract.js', '@tesseract.js-data/vie/package.json', '@hyzyla/pdfium']) require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Reads one file of a gold document and holds it against the gold. */
export async function scoreFile(gold: Gold, file: GoldFile): Promise<Score> {
  return scoreReading(gold, file, await readFileAt(FOLDER, file.name, file.with));
}
