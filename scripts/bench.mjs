// npm run bench: lists the benches. npm run bench -- NAME [ARGUMENTS]: runs bench/NAME.ts; exits 1 when a bound fails.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, install, ROOT, requireNode, run } from './ready.mjs';

const FOLDER = join(ROOT, 'bench');

/** First sentence of the comment at the head of a bench. */
function about(name) {
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(readFileSync(join(FOLDER, `${name}.ts`), 'utf8'))?.[1] ?? '';
  return comment
    .replace(/^\s*\* ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=\.) /)[0];
}

requireNode();
const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
  console.log('npm run bench -- NAME\n');
  for (const one of names) console.log(`  ${one.padEnd(16)} ${about(one)}`);
} else {
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(join(FOLDER, `${name}.ts`))) fail(`There is no bench/${name}.ts.`);
  install();
  process.exit(run(['tsx', 'tsx'], [join(FOLDER, `${name}.ts`), ...args]));
}
