/** Names of movements compared with the official ones, word by word and without regard to marks and diacritics. */

import { NO_MOVEMENTS, OFFICIAL_MOVEMENTS, type OfficialMovement } from '../law/official-movements.ts';
import { foldedWords, wordsHeld } from '../text/search.ts';

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

const telling = (name: string): string =>
  foldedWords(name)
    .filter((word) => !EMPTY.has(word) && !/^\d+$/.test(word))
    .join(' ');

const CATALOGUE = OFFICIAL_MOVEMENTS.flatMap((movement) =>
  [movement.name, ...(movement.aliases ?? [])].map((name) => ({ movement, name, words: telling(name) })),
);

/** The official movement that a name means, or null. A shortened or slightly wrong name counts; another subject does not. */
export function officialMovement(name: string): OfficialMovement | null {
  const words = telling(name);
  if (words === '') return null;
  let best: { movement: OfficialMovement; score: number } | null = null;
  for (const entry of CATALOGUE) {
    const inOfficial = wordsHeld(words, entry.words);
    const inName = wordsHeld(entry.words, words);
    const score = inOfficial * 0.6 + inName * 0.4;
    if (inOfficial < 0.8 || inName < 0.6) continue;
    if (best === null || score > best.score) best = { movement: entry.movement, score };
  }
  return best?.movement ?? null;
}

const NO_MOVEMENT_WORDS = NO_MOVEMENTS.map((name) => foldedWords(name).join(' '));

/** True for idioms, sayings and campaigns of the Party that stand in quotation marks and are no movement. */
export function isNoMovement(name: string): boolean {
  const words = foldedWords(name).join(' ');
  return NO_MOVEMENT_WORDS.some(
    (known) => known === words || (words.length > 12 && wordsHeld(known, words) === 1 && wordsHeld(words, known) > 0.8),
  );
}
