/** 10,000 damaged files of each format (or as many as asked: npm run bench -- mutations 2000): no crash, no hang. */
import { type Format, readDamaged, SAMPLES } from '../test/support/damaged.ts';

const count = Number(process.argv[2] ?? 10_000);
/** Milliseconds one damaged file may take: the product's own deadline is a minute. */
const MOST_MS = 20_000;

/** pdf.js leaves promises of damaged files behind that nobody waits for; the reading process lives with them too. */
let leftBehind = 0;
process.on('unhandledRejection', () => {
  leftBehind += 1;
});

for (const format of Object.keys(SAMPLES) as Format[]) {
  const started = performance.now();
  // Seeds the test suite does not use.
  const { outcomes, slowest } = await readDamaged(format, count, { firstSeed: 1_000_000 });
  const seconds = (performance.now() - started) / 1_000;
  const list = Object.entries(outcomes)
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, times]) => `${outcome} ${times}`)
    .join(', ');
  const memory = Math.round(process.memoryUsage().rss / 1_048_576);
  console.log(
    `${format.padEnd(5)} ${count} files in ${seconds.toFixed(0)} s, slowest ${slowest.toFixed(0)} ms, ${memory} MB: ${list}`,
  );
  if (slowest > MOST_MS) process.exitCode = 1;
}
console.log(`Promises that pdf.js left behind: ${leftBehind}.`);
console.log(process.exitCode ? 'TOO MUCH: see above.' : 'No crash, no hang.');
