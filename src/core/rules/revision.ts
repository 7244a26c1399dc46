/**
 * What a newer version of a document changes in a movement: stored records and newly found ones are paired, and each
 * pair is compared field by field. Pure; it decides nothing, it shows.
 */

import { foldedWords, wordsHeld } from '../text/search.ts';
import { changesBetween, type FieldChange, type Fields } from './history.ts';

export type RevisionItem = {
  /** Id of the stored record, or key of the draft's row. */
  key: string;
  label: string;
  /** What says for certain that two are the same: an indicator with its scope, a number with its symbol. */
  identity: string | null;
  /** The words of the document it was read from; null for what a person added, and where they are not kept. */
  trace: string | null;
  fields: Fields;
};

export type Revision<S, F> = {
  /** Stored and found are the same. */
  unchanged: { stored: S; found: F }[];
  changed: { stored: S; found: F; fields: FieldChange[] }[];
  added: F[];
  removed: S[];
};

/** Beyond this many left-over pairs only exact names are paired: comparing all words of all would take too long. */
const MOST_PAIRS = 40_000;
const ALIKE = 0.75;

const fold = (text: string): string => foldedWords(text).join(' ');

/**
 * Pairs by identity first, then by the words they were read from, by the same name, and by likeness of names, the most
 * alike first; compares the pairs.
 */
export function revise<S extends RevisionItem, F extends RevisionItem>(
  stored: readonly S[],
  found: readonly F[],
): Revision<S, F> {
  const pairs: { stored: S; found: F }[] = [];
  let olds = [...stored];
  let news = [...found];
  const pairBy = (keyOf: (item: RevisionItem) => string | null) => {
    const waiting = new Map<string, F[]>();
    for (const item of news) {
      const key = keyOf(item);
      if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), item]);
    }
    const taken = new Set<F>();
    olds = olds.filter((item) => {
      const match = waiting.get(keyOf(item) ?? '')?.shift();
      if (match) {
        pairs.push({ stored: item, found: match });
        taken.add(match);
      }
      return !match;
    });
    news = news.filter((item) => !taken.has(item));
  };
  pairBy((item) => (item.identity === null ? null : `${fold(item.identity)}|${fold(item.label)}`));
  pairBy((item) => (item.trace === null ? null : fold(item.trace)));
  pairBy((item) => (item.identity === null ? null : fold(item.identity)));
  pairBy((item) => fold(item.label));
  for (const pair of likePairs(olds, news)) {
    pairs.push(pair);
    olds = olds.filter((item) => item !== pair.stored);
    news = news.filter((item) => item !== pair.found);
  }
  const compared = pairs.map((pair) => ({ ...pair, fields: changesBetween(pair.stored.fields, pair.found.fields) }));
  return {
    unchanged: compared.filter((pair) => pair.fields.length === 0),
    changed: compared.filter((pair) => pair.fields.length > 0),
    added: news,
    removed: olds,
  };
}

function likePairs<S extends RevisionItem, F extends RevisionItem>(
  olds: readonly S[],
  news: readonly F[],
): { stored: S; found: F }[] {
  if (olds.length * news.length > MOST_PAIRS) return [];
  const scored = olds.flatMap((stored) =>
    news.flatMap((found) => {
      if (stored.identity !== null && found.identity !== null) return [];
      const score = Math.min(wordsHeld(stored.label, found.label), wordsHeld(found.label, stored.label));
      return score >= ALIKE ? [{ stored, found, score }] : [];
    }),
  );
  scored.sort((a, b) => b.score - a.score);
  const used = new Set<RevisionItem>();
  return scored.flatMap(({ stored, found }) => {
    if (used.has(stored) || used.has(found)) return [];
    used.add(stored).add(found);
    return [{ stored, found }];
  });
}
