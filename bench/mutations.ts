/** 10,000 damaged files of each format (or as many and as asked: npm run bench -- mutations 2000 pdf docx): no crash, no hang. */
import { availableParallelism } from 'node:os';
import { type Format, readDamaged, readDamagedApart, SAMPLES, type Tally } from '../test/support/damaged.ts';

const formats = Object.keys(SAMPLES) as Format[];
const asked = formats.filter((format) => process.argv.includes(format));
const count = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 10_000);
/** Seeds the test suite does not use. */
const FIRST_SEED = 1_000_000;
/** Milliseconds that one file may take in the formats we read ourselves. A PDF may take the product's own deadline. */
const MOST_MS = 5_000;
/** Processes that read PDFs; BENCH_PROCESSES=1 leaves the machine to others. */
const processes = Number(process.env['BENCH_PROCESSES'] ?? Math.min(4, availableParallelism()));

for (const format of asked.length > 0 ? asked : formats) {
  const started = performance.now();
  const tally =
    format === 'pdf'
      ? await readDamagedApart(format, count, { firstSeed: FIRST_SEED, processes })
      : await readDamaged(format, count, { firstSeed: FIRST_SEED });
  const seconds = (performance.now() - started) / 1_000;
  print(format, tally, seconds);
  const wrong = ['crashed', 'deadline'].filter((outcome) => tally.outcomes[outcome]);
  if (wrong.length > 0 || (format !== 'pdf' && tally.slowest.milliseconds > MOST_MS)) process.exitCode = 1;
}
console.log(process.exitCode ? 'TOO MUCH: see above.' : 'No crash, no hang.');

function print(format: Format, { outcomes, slowest, notable }: Tally, seconds: number): void {
  const list = Object.entries(outcomes)
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, times]) => `${outcome} ${times}`)
    .join(', ');
  const worst = `slowest ${slowest.milliseconds.toFixed(0)} ms (seed ${slowest.seed})`;
  console.log(`${format.padEnd(5)} ${count} files in ${seconds.toFixed(0)} s, ${worst}: ${list}`);
  for (const [outcome, seeds] of Object.entries(notable)) console.log(`      ${outcome}: seeds ${seeds.join(', ')}`);
}
