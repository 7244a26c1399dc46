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

const CATALOGUE = OFFICIAL_MOVEMENTS.flatMap((movement) =>
  [movement.name, ...(movement.aliases ?? []), ...(movement.equally ?? [])].map((name) => ({
    movement,
    words: telling(name),
  })),
);

/** How many words two names share, each counted once. */
function shared(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let count = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    count += 1;
  }
  return count;
}

/** The official movement that a name means, or null. A shortened or slightly wrong name counts; another subject does not. */
export function officialMovement(name: string): OfficialMovement | null {
  const words = telling(name);
  let best: { movement: OfficialMovement; score: number } | null = null;
  for (const entry of CATALOGUE) {
    // The names share too much to differ so in length.
    if (words.length === 0 || words.length * 0.8 > entry.words.length || entry.words.length * 0.6 > words.length)
      continue;
    const both = shared(words, entry.words);
    const inOfficial = both / words.length;
    const inName = both / entry.words.length;
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

const NO_MOVEMENT_WORDS = NO_MOVEMENTS.map((name) => foldedWords(name));

/** True for idioms, sayings and campaigns of the Party that stand in quotation marks and are no movement. */
export function isNoMovement(name: string): boolean {
  const words = foldedWords(name);
  const printed = words.join(' ');
  return NO_MOVEMENT_WORDS.some((known) => {
    if (known.join(' ') === printed) return true;
    const both = printed.length > 12 ? shared(known, words) : 0;
    return both > 0 && both === known.length && both > words.length * 0.8;
  });
}
