/**
 * Finds many phrases by their first words. A phrase is written as text: "thi đua, khen thưởng"; between its words
 * stands exactly the mark that the phrase has. Case and the place of tone marks do not matter.
 */

import { type FormPlaces, newerToneMark, type Word } from './words.ts';

type WordsAndForms = { words: Word[]; forms: FormPlaces[] };
type Step = { gap: string; canon: string };
type Entry<T> = { steps: Step[]; value: T };

export type PhraseTable<T> = Map<string, Entry<T>[]>;
export type PhraseHit<T> = {
  value: T /** Index of the first word. */;
  at: number /** Number of words. */;
  length: number;
};

/** Makes the table; the longest phrase that fits wins. */
export function phraseTable<T>(phrases: Iterable<readonly [phrase: string, value: T]>): PhraseTable<T> {
  const table: PhraseTable<T> = new Map();
  for (const [phrase, value] of phrases) {
    const steps = stepsOf(phrase);
    const first = steps[0];
    if (!first) continue;
    const entries = table.get(first.canon) ?? [];
    entries.push({ steps, value });
    entries.sort((a, b) => b.steps.length - a.steps.length);
    table.set(first.canon, entries);
  }
  return table;
}

function stepsOf(phrase: string): Step[] {
  const steps: Step[] = [];
  let last = 0;
  for (const match of phrase.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    steps.push({ gap: steps.length === 0 ? '' : phrase.slice(last, match.index), canon: newerToneMark(match[0]) });
    last = match.index + match[0].length;
  }
  return steps;
}

/** All phrases of the table in the words, in order, none overlapping. */
export function findPhrases<T>({ words, forms }: WordsAndForms, table: PhraseTable<T>): PhraseHit<T>[] {
  const starts: number[] = [];
  for (const { form, at } of forms) if (table.has(form.canon)) for (const place of at) starts.push(place);
  starts.sort((a, b) => a - b);
  const hits: PhraseHit<T>[] = [];
  let behind = 0;
  for (const at of starts) {
    if (at < behind) continue;
    const found = table.get(words[at]?.form.canon ?? '')?.find(({ steps }) => fits(words, at, steps));
    if (!found) continue;
    behind = at + found.steps.length;
    hits.push({ value: found.value, at, length: found.steps.length });
  }
  return hits;
}

function fits(words: Word[], at: number, steps: Step[]): boolean {
  for (let i = 1; i < steps.length; i++) {
    const word = words[at + i];
    const step = steps[i];
    if (!word || !step || word.form.canon !== step.canon || word.gap !== step.gap) return false;
    if (word.line !== words[at]?.line) return false;
  }
  return true;
}
