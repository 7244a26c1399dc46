/**
 * CT-01: spelling, typing and character recognition. Three sieves: letters that make no Vietnamese syllable; pairs that
 * are one letter or tone mark away from a two-syllable word; and slips listed one by one. A pair counts as a slip only
 * if its two syllables cannot simply be neighbours, each a word of its own or part of the word beside it.
 */

import type { Finding, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { CONFUSIONS, type Confusion, GOAL_WORDS, STRONG } from './data/confusions.ts';
import { isFreeSyllable } from './data/free-syllables.ts';
import { foldSyllable, isCollocation, type NearMiss, nearMisses } from './near-miss.ts';
import { follows, formOf, type Word } from './words.ts';

const LISTED = new Map<string, Confusion[]>();
for (const confusion of CONFUSIONS) {
  const [first = ''] = confusion.wrong.split(' ');
  LISTED.set(first, [...(LISTED.get(first) ?? []), confusion]);
}

type Slip = { span: Span; right: string; confidence: number };

/** So many different slips so close together are a text without its tone marks or badly recognised, not an author's. */
const FLOOD = 15;
const FLOOD_WORDS = 40;

/** Slips of spelling, each distinct one once with the number of its occurrences. */
export function checkSpelling(context: CheckContext): Finding[] {
  const { words } = context;
  const groups = new Map<string, { slip: Slip; count: number }>();
  let at = 0;
  while (at < words.length) {
    const found = slipAt(words, at);
    if (found === null) {
      at += 1;
      continue;
    }
    const wrong = context.doc.text.slice(found.slip.span[0], found.slip.span[1]).toLowerCase();
    const group = groups.get(wrong);
    if (group) group.count += 1;
    else groups.set(wrong, { slip: found.slip, count: 1 });
    at += found.length;
  }
  const flooded = groups.size > FLOOD && groups.size * FLOOD_WORDS > words.length;
  return [...groups.values()].map(({ slip, count }) => {
    const wrong = context.doc.text.slice(slip.span[0], slip.span[1]);
    return toFinding(context, {
      rule: 'CT-01',
      span: slip.span,
      message:
        slip.right === '' ? context.text.noSyllable(wrong, count) : context.text.misspelled(wrong, slip.right, count),
      suggestion: slip.right === '' ? null : slip.right,
      severity: flooded ? 'info' : 'error',
      confidence: slip.confidence,
    });
  });
}

function slipAt(words: Word[], at: number): { slip: Slip; length: number } | null {
  const word = words[at];
  if (!word) return null;
  const next = words[at + 1];
  const paired = next && next.line === word.line && follows(next) && comparable(words, at);
  if (paired) {
    const slip = listedSlip(words, at) ?? pairSlip(words, at) ?? goalSlip(words, at);
    if (slip) return { slip, length: 2 };
  }
  const slip = loneSlip(words, at);
  return slip ? { slip, length: 1 } : null;
}

const PLACE_WORDS = new Set([
  'xã',
  'phường',
  'tỉnh',
  'huyện',
  'thôn',
  'bản',
  'trấn',
  'phố',
  'quận',
  'ấp',
  'tổ',
  'khu',
  'ông',
  'bà',
]);

/** Neither the end of a name nor its beginning. */
function comparable(words: Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return false;
  const first = word.form.casing;
  const second = next.form.casing;
  const before = words[at - 1];
  const named = before !== undefined && before.line === word.line && before.gap !== '' && follows(word);
  if (first === 'lower') return second === 'lower';
  if (first === 'title' || (first === 'upper' && word.text.length === 1)) {
    if (second !== 'lower') return false;
    return word.opens || !(named && before?.form.casing !== 'lower');
  }
  if (first !== 'upper' || second !== 'upper') return false;
  return !(named && before && PLACE_WORDS.has(before.form.canon));
}

function listedSlip(words: Word[], at: number): Slip | null {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return null;
  const wrong = LISTED.get(word.form.canon);
  const listed = wrong ? confusionOf(wrong, `${word.form.canon} ${next.form.canon}`) : undefined;
  if (!listed || (word.form.casing === 'title' && !word.opens)) return null;
  const after = words[at + 2];
  const near = after && after.line === next.line && follows(after) ? after.form.canon : null;
  if (near !== null && !belongsAfter(words, at + 2) && (listed.not?.includes(near) || belongsAfter(words, at + 1)))
    return null;
  if (belongsBefore(words, at)) return null;
  return { span: [word.start, next.end], right: inCaseOf(word, next, listed.right), confidence: 0.95 };
}

const confusionOf = (listed: readonly Confusion[], pair: string): Confusion | undefined =>
  listed.find((one) => one.wrong === pair);

/** The syllable ends a known word with the one before it. */
function belongsBefore(words: Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || before.line !== word.line || !follows(word)) return false;
  return isCollocation(before.form.canon, word.form.canon);
}

/** The syllable begins a known word with the one behind it, which does not rather begin the next: "đấu | giá trị". */
function takenBehind(words: Word[], at: number): boolean {
  return belongsAfter(words, at) && !belongsAfter(words, at + 1);
}

function belongsAfter(words: Word[], at: number): boolean {
  return words[at + 1] !== undefined && belongsBefore(words, at + 1);
}

/** Particles: one of these beside a bound syllable is no slip of another word. */
const PARTICLES = new Set(
  (
    'của có từ là và các những với cho về đến tới trong ngoài trên dưới tại theo do bị bởi để mà thì này đó đã đang sẽ vừa còn ' +
    'cũng vẫn chỉ đều hay hoặc nếu nhưng khi sau trước giữa bên cùng như so rất hơn ra vào qua lên xuống phải cần nên được không'
  ).split(' '),
);

function pairSlip(words: Word[], at: number): Slip | null {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return null;
  const near = nearMisses(word.form.canon, next.form.canon);
  return near.length === 0 ? null : likelySlip(words, at, near);
}

/** Of the words that a pair comes close to the one that was meant, if any. */
function likelySlip(words: Word[], at: number, near: readonly NearMiss[]): Slip | null {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return null;
  const a = word.form.canon;
  const b = next.form.canon;
  const left = isFreeSyllable(a) || belongsBefore(words, at);
  const right = isFreeSyllable(b) || belongsAfter(words, at + 1);
  const miss = near.find(({ kind, right: wanted }) => {
    if (kind === 'no-syllable') return true;
    if (PARTICLES.has(wanted.startsWith(`${a} `) ? b : a)) return false;
    if (kind === 'tone' && STRONG.has(wanted)) return !takenBehind(words, at + 1);
    return kind === 'tone' || kind === 'sound' ? !(left && right) : !left && !right;
  });
  if (!miss) return null;
  // The right half of a known word before, or the left half of one behind, is taken.
  if (miss.kind !== 'no-syllable' && (belongsBefore(words, at) || belongsAfter(words, at + 1))) return null;
  return {
    span: [word.start, next.end],
    right: inCaseOf(word, next, miss.right),
    confidence: miss.kind === 'tone' ? 0.93 : 0.9,
  };
}

/** "Phần đầu hoàn thành …" at the start of a sentence: a goal was meant. */
function goalSlip(words: Word[], at: number): Slip | null {
  const word = words[at];
  const next = words[at + 1];
  const after = words[at + 2];
  if (!word || !next || !after || word.form.canon !== 'phần' || next.form.canon !== 'đầu') return null;
  if (!word.opens || after.line !== next.line) return null;
  if (!/^ \d/.test(after.gap) && !(follows(after) && GOAL_WORDS.includes(after.form.canon))) return null;
  return { span: [word.start, next.end], right: inCaseOf(word, next, 'phấn đấu'), confidence: 0.9 };
}

/** A word that is no syllable: with Vietnamese letters and in lower case it can be no name and hardly a foreign word. */
function loneSlip(words: Word[], at: number): Slip | null {
  const word = words[at];
  if (!word?.form.broken || word.form.casing !== 'lower') return null;
  const { lower } = word.form;
  if (lower.length < 2 || lower.length > 14) return null;
  const split = splitWord(lower);
  if (split === 'foreign') return null;
  return { span: [word.start, word.end], right: split ?? '', confidence: 0.85 };
}

/** "thựchiện" → "thực hiện"; "foreign" when it has several vowels apart ("ôtô", "micrô"); null else. */
function splitWord(lower: string): string | null {
  for (let i = 1; i < lower.length; i++) {
    const [a, b] = [lower.slice(0, i), lower.slice(i)];
    if (isCollocation(formOf(a).canon, formOf(b).canon)) return `${a} ${b}`;
  }
  return (foldSyllable(lower).match(/[aeiouy]+/g) ?? []).length > 1 ? 'foreign' : null;
}

function inCaseOf(word: Word, next: Word, right: string): string {
  if (word.form.casing === 'upper' && next.form.casing === 'upper') return right.toUpperCase();
  return word.form.casing === 'lower' ? right : right.charAt(0).toUpperCase() + right.slice(1);
}
