/** Which two-syllable words a pair of syllables comes close to. */

import { fold } from '../../text/search.ts';
import { COLLOCATIONS, LEGITIMATE } from './data/collocations.ts';
import { isStrictSyllable } from './syllable.ts';

/**
 * "tone": other tone mark or diacritic on one syllable; "sound": letters that sound alike (ch/tr, s/x, d/gi, final n/ng);
 * "letter": one letter more or less; "no-syllable": one of the two is no syllable at all.
 */
export type NearMiss = { right: string; kind: 'tone' | 'sound' | 'letter' | 'no-syllable' };

const folds = new Map<string, string>();

/** Without tone marks and diacritics. */
export function foldSyllable(syllable: string): string {
  const known = folds.get(syllable);
  if (known !== undefined) return known;
  const folded = fold(syllable);
  if (folds.size > 20_000) folds.clear();
  folds.set(syllable, folded);
  return folded;
}

/** One spelling for what is often heard alike. */
function soundOf(folded: string): string {
  let sound = folded
    .replace(/^(?:tr)/, 'ch')
    .replace(/^x/, 's')
    .replace(/^(?:gi|r)(?=[aeiouy])/, 'd');
  if (sound.endsWith('ng')) sound = sound.slice(0, -1);
  if (sound.endsWith('t') && sound.length > 2) sound = `${sound.slice(0, -1)}c`;
  return sound;
}

const PAIRS = new Set<string>();
const BY_FOLD = new Map<string, [string, string][]>();
const BY_FIRST = new Map<string, string[]>();
const BY_SECOND = new Map<string, string[]>();

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

for (const [a, b] of COLLOCATIONS) {
  const pair = `${a} ${b}`;
  if (PAIRS.has(pair)) continue;
  PAIRS.add(pair);
  push(BY_FOLD, `${foldSyllable(a)} ${foldSyllable(b)}`, [a, b]);
  push(BY_FIRST, a, b);
  push(BY_SECOND, b, a);
}
for (const pair of LEGITIMATE) PAIRS.add(pair.join(' '));

/** Syllables that some known word holds: one of these beside another may be a word that the lists lack. */
const USED = new Set(COLLOCATIONS.flat());

/** Whether two syllables (lower case, newer tone mark) are a known word or stand together rightly. */
export function isCollocation(a: string, b: string): boolean {
  return PAIRS.has(`${a} ${b}`);
}

const NONE: readonly NearMiss[] = [];
let cache = new Map<string, Map<string, readonly NearMiss[]>>();
let cached = 0;
const CACHE_AT_MOST = 50_000;

/** The words one slip away from the pair, nearest first; empty when the pair is itself a known word. Lower case. */
export function nearMisses(a: string, b: string): readonly NearMiss[] {
  let seconds = cache.get(a);
  const known = seconds?.get(b);
  if (known) return known;
  if (cached >= CACHE_AT_MOST) {
    cache = new Map();
    cached = 0;
    seconds = undefined;
  }
  const found = PAIRS.has(`${a} ${b}`) ? NONE : search(a, b);
  if (!seconds) {
    seconds = new Map();
    cache.set(a, seconds);
  }
  seconds.set(b, found);
  cached += 1;
  return found;
}

function search(a: string, b: string): readonly NearMiss[] {
  const found: NearMiss[] = [];
  const [fa, fb] = [foldSyllable(a), foldSyllable(b)];
  const [okA, okB] = [isStrictSyllable(a), isStrictSyllable(b)];
  for (const [ca, cb] of BY_FOLD.get(`${fa} ${fb}`) ?? []) {
    if (ca !== a && cb !== b) continue;
    const [written, wanted] = ca === a ? [b, cb] : [a, ca];
    const broken = ca === a ? !okB : !okA;
    if (broken ? foreign(written) : !oneStep(written, wanted)) continue;
    found.push({ right: `${ca} ${cb}`, kind: broken ? 'no-syllable' : 'tone' });
  }
  if (!USED.has(b)) for (const cb of BY_FIRST.get(a) ?? []) addHalf(found, `${a} ${cb}`, b, cb, okB);
  if (!USED.has(a)) for (const ca of BY_SECOND.get(b) ?? []) addHalf(found, `${ca} ${b}`, a, ca, okA);
  return found.length === 0 ? NONE : found;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * One slip apart: the tone mark alone, or one letter alone (ă for a, đ for d), or a toned vowel that lost both its hat
 * and its tone. "trú" and "trữ" are two steps apart, and most such pairs are two words.
 */
function oneStep(written: string, wanted: string): boolean {
  const [a, b] = [written.normalize('NFD'), wanted.normalize('NFD')];
  const [bareA, bareB] = [a.replace(TONE, '').normalize('NFC'), b.replace(TONE, '').normalize('NFC')];
  const sameTone = (a.match(TONE) ?? []).join('') === (b.match(TONE) ?? []).join('');
  if (bareA === bareB) return true;
  if (bareA.length !== bareB.length) return false;
  let letters = 0;
  for (let i = 0; i < bareA.length; i++) if (bareA[i] !== bareB[i]) letters += 1;
  // "ươ" loses or gains both horns at once.
  return sameTone && (letters === 1 || (letters === 2 && /ươ/.test(bareA + bareB)));
}

/** Letters of ASCII only that make no syllable: too short to tell a slip from a name, a command or a foreign word. */
function foreign(syllable: string): boolean {
  return syllable.length < 4 && foldSyllable(syllable) === syllable;
}

function addHalf(found: NearMiss[], right: string, half: string, wantedHalf: string, syllable: boolean): void {
  const written = foldSyllable(half);
  const wanted = foldSyllable(wantedHalf);
  if (written === wanted || half.length < 2) return;
  if (!syllable) {
    if (oneEdit(written, wanted) && !foreign(half)) found.push({ right, kind: 'no-syllable' });
  } else if (soundOf(half) === soundOf(wantedHalf)) found.push({ right, kind: 'sound' });
  else if (written.length > 2 && wanted.length > 2 && written.length !== wanted.length && oneEdit(written, wanted))
    found.push({ right, kind: 'letter' });
}

/** One letter changed, added, left out, or two changed places. */
function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.length > 1 && restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}
