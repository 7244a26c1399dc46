import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attacksOn, matcherOf } from './support/regex-steps.ts';

/**
 * No regular expression that reads documents grows faster than its text: steps are counted on texts of n letters made
 * to be hard for it, and on the same texts ten times as long.
 */

const ROOT = join(import.meta.dirname, '..');
const LENGTH = 400;
/** Fewer steps a letter than this cannot come from a pattern that starts over at each letter of a run. */
const CHEAP = 40;
/** More than this on the short text is beyond the square. */
const MOST_STEPS = 400_000;
/** Ten times the text may take ten times the steps, and a little for rounding. */
const MOST_GROWTH = 13;

const LITERAL =
  /(?:[=(,:[!&|?{};]|=>|return|\n)\s{0,40}\/((?![*/ ])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.){1,400}\]){1,600})\/([dgimsuvy]{0,6})(?=[\s.,;)\]:}])/g;

type Pattern = { path: string; source: string; flags: string };

function patternsUnder(folder: string): Pattern[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [...readFileSync(path, 'utf8').matchAll(LITERAL)].map(([, source = '', flags = '']) => ({
        path: relative(ROOT, path).split(sep).join('/'),
        source,
        flags,
      }));
    });
}

/** How much faster than the text the steps grow, at worst; 1 and a little is linear. */
function growthOf(source: string, flags: string): number {
  const matcher = matcherOf(source, flags);
  const short = attacksOn(matcher, flags, LENGTH);
  const long = attacksOn(matcher, flags, LENGTH * 10);
  let worst = 0;
  for (const [at, text] of short.entries()) {
    const few = matcher.steps(text, MOST_STEPS);
    if (few < text.length * CHEAP) continue;
    if (few >= MOST_STEPS) return Number.POSITIVE_INFINITY;
    worst = Math.max(worst, matcher.steps(long[at] ?? '', few * 20) / few);
  }
  return worst;
}

describe('counting steps', () => {
  it('sees what grows with the square or worse, and nothing else', () => {
    for (const source of ['\\s+$', 'a+b', '(?:a+)+$', '(?:a|aa)+c', '[^;]*;x', '(\\w+\\s?)+:'])
      expect(growthOf(source, ''), source).toBeGreaterThan(MOST_GROWTH);
    for (const source of [
      '^\\s+',
      '[a-z]+',
      '[^;]{0,80};',
      '(?<!\\s)\\s+$',
      '^(?:a|b)+$',
      '\\d{1,3}(?:\\.\\d{3}){0,5}',
    ])
      expect(growthOf(source, ''), source).toBeLessThanOrEqual(MOST_GROWTH);
  });
});

describe('patterns that read documents', () => {
  const patterns = patternsUnder('src/core');

  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(300);
  });

  it('take steps in proportion to their text', () => {
    const growing = patterns.filter(({ source, flags }) => growthOf(source, flags) > MOST_GROWTH);
    expect(growing.map(({ path, source }) => `${path}: /${source}/`)).toEqual([]);
  });
});
