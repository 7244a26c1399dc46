/**
 * Prints how the readers do, document by document: `npx tsx test/gold/run.ts [NAME …]`. With `--raise` the floors of
 * floors.json are raised to what is reached now; they are never lowered.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Score } from './bench.ts';
import { goldDocuments, scoreFile } from './collection.ts';
import { addUp, type Floors, metricsOf } from './metrics.ts';

const FLOORS = join(import.meta.dirname, 'floors.json');

function raise(floors: Record<string, number>, reached: Record<string, number>): Record<string, number> {
  const names = [...new Set([...Object.keys(floors), ...Object.keys(reached)])].sort();
  return Object.fromEntries(names.map((name) => [name, Math.max(floors[name] ?? -1e9, reached[name] ?? -1e9)]));
}

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const scores = new Map<string, Score>();
for (const { name, gold } of goldDocuments()) {
  if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue;
  const faults = new Map<string, string[]>();
  for (const file of gold.files) {
    const label = file.name.slice(name.length);
    try {
      const score = await scoreFile(gold, file);
      scores.set(file.name, score);
      for (const fault of score.faults) faults.set(fault, [...(faults.get(fault) ?? []), label]);
    } catch (error) {
      const fault = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
      faults.set(fault, [...(faults.get(fault) ?? []), label]);
    }
  }
  console.log(`\n## ${name}${faults.size === 0 ? ': nothing wrong' : ''}`);
  for (const [fault, files] of faults)
    console.log(`- ${fault}  [${files.length === gold.files.length ? 'all' : files.join(' ')}]`);
}

const pooled = metricsOf(addUp([...scores.values()]));
console.log(`\n# ${scores.size} files`);
for (const [name, value] of Object.entries(pooled)) console.log(`${name.padEnd(24)} ${value}`);

if (process.argv.includes('--raise') && wanted.length === 0) {
  const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors;
  const documents = { ...floors.documents };
  for (const [name, score] of scores) documents[name] = raise(documents[name] ?? {}, metricsOf(score));
  const sorted = Object.fromEntries(Object.entries(documents).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FLOORS, `${JSON.stringify({ pooled: raise(floors.pooled, pooled), documents: sorted }, null, 1)}\n`);
}
