/** Words, numbers and marks of a stretch of text with their places: what figures and clauses are read from. */

import { wordKey } from '../rules/indicator-words.ts';
import { isDigit, type NumberToken, numberAt } from '../text/numbers.ts';

export type Token = {
  kind: 'word' | 'number' | 'mark';
  /** As printed. */
  text: string;
  /** Lower case, with its tone. */
  low: string;
  /** Folded, one spelling for i and y: what scanned text keeps of a word. */
  key: string;
  /** Places in the whole text. */
  start: number;
  end: number;
  /** The number's value; null for digits that are no number ("1.2.3"). */
  number: NumberToken | null;
};

const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{M}\p{N}]*/uy;

/** Reads the tokens of `text.slice(from, to)`. Linear. */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const character = text[at] ?? '';
    if (character === ' ' || character === '\n' || character === '\t') {
      at += 1;
    } else if (isDigit(text, at)) {
      const read = numberAt(text, at);
      const end = Math.min(read.end, to);
      const printed = text.slice(at, end);
      tokens.push({ kind: 'number', text: printed, low: printed, key: printed, start: at, end, number: read.token });
      at = end;
    } else if (LETTER.test(character)) {
      WORD.lastIndex = at;
      const printed = (WORD.exec(text)?.[0] ?? character).slice(0, to - at);
      const end = at + printed.length;
      tokens.push({
        kind: 'word',
        text: printed,
        low: printed.toLowerCase(),
        key: wordKey(printed),
        start: at,
        end,
        number: null,
      });
      at = end;
    } else {
      tokens.push({
        kind: 'mark',
        text: character,
        low: character,
        key: character,
        start: at,
        end: at + 1,
        number: null,
      });
      at += 1;
    }
  }
  return tokens;
}

/** Frequent words that only look like another one once their tone is lost. */
const OTHER_WORDS = new Set(
  (
    'đất tặng tầng tảng giám con cơn gắn gặn hồn hôn tự tư tứ tử tù ban bán lá đèn đền tới tời hạ bàng hình phân ' +
    'dưỡng đường lện hoãn mục mực vượn  cô cổ cố mực lãi giữa'
  ).split(' '),
);

/** True when a token is this word (lower case, with its tone), or what a scan may have left of it. */
export function means(token: Token | undefined, word: string): boolean {
  if (!token || token.kind !== 'word') return false;
  if (token.low === word) return true;
  return token.key === wordKey(word) && !OTHER_WORDS.has(token.low);
}

/** True when the tokens from a place on are these words, or what a scan may have left of them. */
export function meansAll(tokens: Token[], from: number, words: string[]): boolean {
  return words.every((word, at) => means(tokens[from + at], word) || tokens[from + at]?.text === word);
}

/** A list of phrases by their words, for the longest match at a place. */
export type Phrases<T> = { readonly next: Map<string, Phrases<T>>; value: T | null };

export function newPhrases<T>(): Phrases<T> {
  return { next: new Map(), value: null };
}

/** Adds a phrase; `#` stands for any number. */
export function addPhrase<T>(phrases: Phrases<T>, phrase: string, value: T): void {
  let node = phrases;
  for (const word of phrase.split(' ')) {
    const key = word === '#' ? '#' : wordKey(word);
    const known = node.next.get(key) ?? newPhrases<T>();
    node.next.set(key, known);
    node = known;
  }
  node.value = value;
}

/** The longest phrase that begins at a token, and the index of the token behind it. Folded words are compared. */
export function phraseAt<T>(phrases: Phrases<T>, tokens: Token[], from: number): { value: T; next: number } | null {
  let node: Phrases<T> | undefined = phrases;
  let best: { value: T; next: number } | null = null;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    node = node.next.get(token.kind === 'number' ? '#' : token.key);
    if (!node) break;
    if (node.value !== null) best = { value: node.value, next: at + 1 };
  }
  return best;
}
