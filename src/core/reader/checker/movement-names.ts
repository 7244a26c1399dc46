/** How a quoted name stands to the official name of a movement. */

import { newerToneMark } from './words.ts';

/**
 * "same": nothing to say; "marks": other commas; "short": the first words or the end left out; "cut": so many left out
 * that the name is hardly itself; "words": a word changed, added or left out inside; null: another name.
 */
export type NameVerdict = 'same' | 'marks' | 'short' | 'cut' | 'words';

const known = new Map<string, string[]>();
const KNOWN_AT_MOST = 500;

function wordsOfName(name: string): string[] {
  const cached = known.get(name);
  if (cached) return cached;
  const words = splitName(name);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(name, words);
  return words;
}

function splitName(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== '')
    .map(newerToneMark);
}

const marksOf = (name: string): string => name.replace(/\s?[-–—]\s?/g, '-').replace(/[^,;]/g, '');

/** Fewer words than this tell nothing when some are missing. */
const LEAST_WORDS = 4;

export function compareName(name: string, official: string): NameVerdict | null {
  const a = wordsOfName(name);
  const b = wordsOfName(official);
  if (a.length < 3) return null;
  if (a.join(' ') === b.join(' ')) return marksOf(name) === marksOf(official) ? 'same' : 'marks';
  const [text, whole] = [` ${a.join(' ')} `, ` ${b.join(' ')} `];
  if (a.length >= LEAST_WORDS && a.length < b.length) {
    const dropped = b.length - a.length;
    if (whole.endsWith(text)) return dropped <= 2 ? 'short' : a.length / b.length >= 0.6 ? 'cut' : null;
    if (whole.startsWith(text)) return a.length / b.length >= 0.5 ? 'short' : null;
  }
  // Words in front or behind are a local wording: "Lai Châu chung sức xây dựng nông thôn mới".
  if (text.includes(whole)) return null;
  return changedInside(a, b) && !localName(name, b) ? 'words' : null;
}

/** One or two neighbouring words differ between a common start and a common end. */
function changedInside(a: string[], b: string[]): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [restA, restB] = [a.length - start - end, b.length - start - end];
  const same = (start + end) / Math.max(a.length, b.length);
  return start >= 2 && end >= 1 && restA <= 2 && restB <= 2 && same >= 0.7 && Math.min(a.length, b.length) >= 5;
}

/** A place of one's own put in: "Doanh nghiệp Phú Thọ hội nhập và phát triển". */
function localName(name: string, official: string[]): boolean {
  const capitals = name.split(/[^\p{L}\p{M}]+/u).filter((word, i) => i > 0 && /^\p{Lu}/u.test(word));
  return capitals.some((word) => !official.includes(newerToneMark(word.toLowerCase())));
}
