/**
 * Vietnamese text made comparable: without tone marks and diacritics, đ as d, in lower case.
 */

const FOLDED = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  let folded = character.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (folded === 'đ' || folded === 'Đ') folded = 'd';
  folded = folded.toLowerCase();
  if (folded.length !== character.length) folded = character.length === 1 ? (folded[0] ?? character) : character;
  if (FOLDED.size < 20_000) FOLDED.set(character, folded);
  return folded;
}

/**
 * Folds text for search and tolerant matching: "Uỷ ban", "ỦY BAN" and "uy ban" become the same.
 * The answer has exactly as many UTF-16 units as the text, so a place found in it is a place in the text.
 * Expects NFC: a combining mark that stands alone is kept.
 */
export function fold(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, foldCharacter).toLowerCase();
}

/** The words of a text, folded, without any punctuation. */
export function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== '');
}

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
