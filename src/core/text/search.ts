/**
 * Vietnamese text made comparable: without tone marks and diacritics, đ as d, in lower case.
 */

/** For each UTF-16 unit its folded unit, one more than its value; 0 where it has not been asked for yet. */
const FOLDED = new Uint32Array(0x10000);
/** So many units are made a text at once: the engine bounds the arguments of a call. */
const PIECE = 4096;

function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const bare = character.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const letter = bare === 'đ' || bare === 'Đ' ? 'd' : bare.toLowerCase();
  // What would change its length is kept, so that places stay places.
  const folded = bare.length === 1 && letter.length === 1 ? letter.charCodeAt(0) : unit;
  FOLDED[unit] = folded + 1;
  return folded;
}

/**
 * Folds text for search and tolerant matching: "Uỷ ban", "ỦY BAN" and "uy ban" become the same.
 * The answer has exactly as many UTF-16 units as the text, so a place found in it is a place in the text.
 * Expects NFC: a combining mark that stands alone is kept.
 */
export function fold(text: string): string {
  let result = '';
  for (let from = 0; from < text.length; from += PIECE) {
    const units: number[] = new Array(Math.min(PIECE, text.length - from));
    for (let i = 0; i < units.length; i++) {
      const unit = text.charCodeAt(from + i);
      const known = FOLDED[unit] ?? 0;
      units[i] = known === 0 ? foldUnit(unit) : known - 1;
    }
    result += String.fromCharCode.apply(null, units);
  }
  return result;
}

const APART = 1;
const IN_WORD = 2;
/** For each UTF-16 unit whether it is a letter or digit; 0 where it has not been asked for yet. */
const UNITS = new Uint8Array(0x10000);

function learnUnit(unit: number): number {
  const kind = /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? IN_WORD : APART;
  UNITS[unit] = kind;
  return kind;
}

const inWord = (unit: number): boolean => (UNITS[unit] || learnUnit(unit)) === IN_WORD;

/** The words of a text as printed: runs of letters and digits. */
export function wordsIn(text: string): string[] {
  // Characters of two units, which no Vietnamese word has, are left to the engine. Else a scan takes a third of the time.
  if (/[\ud800-\udfff]/.test(text)) return text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const from = at;
    while (at < text.length && inWord(text.charCodeAt(at))) at += 1;
    if (at > from) words.push(text.slice(from, at));
    else at += 1;
  }
  return words;
}

/** The words of a text, folded, without any punctuation. */
export const foldedWords = (text: string): string[] => wordsIn(fold(text));

/** True when every word of the query begins a word of the text, in any order and without diacritics. */
export function matchesSearch(text: string, query: string): boolean {
  const words = foldedWords(text);
  return foldedWords(query).every((wanted) => words.some((word) => word.startsWith(wanted)));
}

/** Share of the folded words of `part` that stand in `whole`, each word of `whole` used once; 1 for an empty part. */
export function wordsHeld(part: string, whole: string): number {
  const wanted = foldedWords(part);
  if (wanted.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of foldedWords(whole)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let held = 0;
  for (const word of wanted) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      held += 1;
      counts.set(word, left - 1);
    }
  }
  return held / wanted.length;
}

const asWritten = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Finds by a typed name: those of exactly that name, case and spaces apart; where there is none, those whose name is
 * the same without diacritics. "Bản Một" is never "Bản Mốt" where both are there; more than one found is nobody's.
 */
export function namesakesAmong<T extends { name: string }>(all: readonly T[]): (typed: string) => readonly T[] {
  const grouped = (key: (name: string) => string) => {
    const groups = new Map<string, T[]>();
    for (const one of all) groups.set(key(one.name), [...(groups.get(key(one.name)) ?? []), one]);
    return groups;
  };
  const bare = (name: string) => fold(asWritten(name));
  const [exact, folded] = [grouped(asWritten), grouped(bare)];
  return (typed) => exact.get(asWritten(typed)) ?? folded.get(bare(typed)) ?? [];
}
