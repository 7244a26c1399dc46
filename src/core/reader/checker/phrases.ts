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
  /** For each word the phrases it may begin, as a place in `opened`, 0 for none. */
  const opens = new Uint16Array(words.length);
  const opened: Entry<T>[][] = [[]];
  for (const { form, at } of forms) {
    const entries = table.get(form.canon);
    if (!entries) continue;
    for (const place of at) opens[place] = opened.length;
    opened.push(entries);
  }
  const hits: PhraseHit<T>[] = [];
  for (let at = 0; at < opens.length; at++) {
    const place = opens[at] ?? 0;
    const found = place === 0 ? null : fitting(opened[place] ?? [], words, at);
    if (!found) continue;
    hits.push({ value: found.value, at, length: found.steps.length });
    at += found.steps.length - 1;
  }
  return hits;
}

function fitting<T>(entries: Entry<T>[], words: Word[], at: number): Entry<T> | null {
  for (const entry of entries) if (fits(words, at, entry.steps)) return entry;
  return null;
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
