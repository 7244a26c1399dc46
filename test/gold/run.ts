/**
 * Prints how the readers do, document by document: `npx tsx test/gold/run.ts [NAME …]`. With `--raise` the floors of
 * floors.json are raised to what is reached now; they are never lowered.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Score } from './bench.ts';
import { goldDocuments, scoreFile } from './collection.ts';
import { addUp, type Floors, metricsOf, raised } from './metrics.ts';

const FLOORS = join(import.meta.dirname, 'floors.json');

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
  const names = [...scores.keys()].sort();
  const documents = Object.fromEntries(
    names.map((name) => [name, raised(floors.documents[name], metricsOf(scores.get(name) ?? addUp([])))]),
  );
  // Remarks are bounded for each file; their sum grows with every new document.
  const fields = Object.keys(pooled)
    .filter((name) => name !== 'other-infos')
    .sort();
  const together = Object.fromEntries(
    fields.map((name) => [name, Math.max(floors.pooled[name] ?? -1e9, pooled[name] ?? 0)]),
  );
  writeFileSync(FLOORS, `${JSON.stringify({ pooled: together, documents }, null, 1)}\n`);
}
