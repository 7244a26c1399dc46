/** Prints how the readers do: `npx tsx test/gold/run.ts [NAME …] [--faults]`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Score } from './bench.ts';
import type { Gold } from './gold.ts';
import { addUp, metricsOf } from './metrics.ts';
import { readFileAt } from './read-file.ts';
import { scoreReading } from './score.ts';

const FOLDER = join(import.meta.dirname, 'documents');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const scores: Score[] = [];
for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.gold.json'))) {
  const gold = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Gold;
  for (const file of gold.files) {
    if (wanted.length > 0 && !wanted.some((word) => file.name.startsWith(word))) continue;
    try {
      const score = scoreReading(gold, file, await readFileAt(FOLDER, file.name));
      scores.push(score);
      console.log(`\n## ${file.name} (${file.producer}): ${score.faults.length} faults`);
      for (const fault of score.faults) console.log(`- ${fault}`);
    } catch (error) {
      console.log(`\n## ${file.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
console.log('\n# All');
for (const [name, value] of Object.entries(metricsOf(addUp(scores)))) console.log(`${name.padEnd(24)} ${value}`);
