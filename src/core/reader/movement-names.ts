/** Names of movements compared with the official ones, word by word and without regard to marks and diacritics. */

import { NO_MOVEMENTS, OFFICIAL_MOVEMENTS, type OfficialMovement } from '../law/official-movements.ts';
import { fold, foldedWords } from '../text/search.ts';

/** Words that say nothing about which movement is meant. */
const EMPTY = new Set([
  'ca',
  'nuoc',
  'thi',
  'dua',
  'phong',
  'trao',
  'chung',
  'suc',
  'tay',
  'giai',
  'doan',
  'nam',
  'va',
  'tren',
  'toan',
  'quoc',
  'dia',
  'ban',
  'cua',
  'tinh',
  'day',
  'manh',
]);

const telling = (name: string): string[] => foldedWords(name).filter((word) => !EMPTY.has(word) && !/^\d+$/.test(word));

/** How often each word stands in a name. */
function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const CATALOGUE = OFFICIAL_MOVEMENTS.flatMap((movement) =>
  [movement.name, ...(movement.aliases ?? []), ...(movement.equally ?? [])].map((name) => {
    const words = telling(name);
    return { movement, length: words.length, counts: [...countsOf(words)] };
  }),
);

/** How many words two names share, each counted once. */
function shared(a: readonly (readonly [word: string, count: number])[], b: ReadonlyMap<string, number>): number {
  let both = 0;
  for (const [word, count] of a) both += Math.min(count, b.get(word) ?? 0);
  return both;
}

/** The official movement that a name means, or null. A shortened or slightly wrong name counts; another subject does not. */
export function officialMovement(name: string): OfficialMovement | null {
  const words = telling(name);
  const counts = countsOf(words);
  let best: { movement: OfficialMovement; score: number } | null = null;
  for (const entry of CATALOGUE) {
    // The names share too much to differ so in length.
    if (words.length === 0 || words.length * 0.8 > entry.length || entry.length * 0.6 > words.length) continue;
    const both = shared(entry.counts, counts);
    const inOfficial = both / words.length;
    const inName = both / entry.length;
    if (inOfficial < 0.8 || inName < 0.6) continue;
    const score = inOfficial * 0.6 + inName * 0.4;
    if (best === null || score > best.score) best = { movement: entry.movement, score };
  }
  return best?.movement ?? null;
}

/** The official name to hold a printed one against: of two equally official wordings the one that is printed. */
export function officialNameFor(movement: OfficialMovement, printed: string): string {
  return movement.equally?.find((name) => fold(name) === fold(printed)) ?? movement.name;
}

const SAYINGS = NO_MOVEMENTS.map((name) => {
  const words = foldedWords(name);
  return { printed: words.join(' '), length: words.length, counts: [...countsOf(words)] };
});

/** True for idioms, sayings and campaigns of the Party that stand in quotation marks and are no movement. */
export function isNoMovement(name: string): boolean {
  const words = foldedWords(name);
  const printed = words.join(' ');
  const counts = countsOf(words);
  return SAYINGS.some(
    (saying) =>
      saying.printed === printed ||
      (printed.length > 12 && saying.length > words.length * 0.8 && shared(saying.counts, counts) === saying.length),
  );
}
