/** "giảm 10% số vụ": how many cases, of what only an earlier clause of the sentence says. */

import { matchIndicator } from '../rules/indicator-match.ts';
import { conceptsOf } from '../rules/indicator-words.ts';
import type { Clause } from './figures-clauses.ts';
import { phraseAt, phrasesOf, type Token } from './figures-tokens.ts';
import { isRelation, type Range } from './figures-words.ts';
import type { Candidate } from './targets-candidates.ts';
import { phraseOf, printed, type Sentence } from './targets-sentence.ts';

/** What is to be avoided is named behind one of these. */
const AVOIDING = phrasesOf([
  'không để xảy ra',
  'không để phát sinh',
  'không để',
  'không xảy ra',
  'không có',
  'hạn chế',
  'hạn chế tối đa',
  'hạn chế thấp nhất',
  'hạn chế xảy ra',
  'kiềm chế',
  'kéo giảm',
  'ngăn chặn',
  'phòng ngừa',
  'phòng, chống',
]);

/** How grave a case is; fewer cases are fewer of all. */
const GRAVE = new Set('nghiêm trọng đặc biệt rất lớn phức tạp nổi cộm xảy ra vụ các'.split(' '));

/** Words that only count cases or say where and when. */
const COUNTING = new Set(['vu', 'giam', 'tang', 'viec']);

const NEAR = 40;

/** What a subject that only counts cases is about: a phrase to match, and a name; null for any other subject. */
export function casesOf(sentence: Sentence, clause: Clause, own: Candidate, near: number): Candidate | null {
  const { tokens } = sentence;
  const { next } = clause.figure;
  const before = behindAvoided(tokens, clause.before);
  const words = `${phraseOf(sentence, before)} ${phraseOf(sentence, tailOf(tokens, [next, near]))}`.trim();
  const concepts = conceptsOf(words);
  if (!concepts.includes('vu')) return null;
  const bare = concepts.every((concept) => COUNTING.has(concept));
  const behind: Candidate = { ...own, range: before[0] < before[1] ? before : [next, next], tailTo: near };
  // "giảm 5% số vụ cháy" names its cases itself.
  if (!bare) return before[0] < before[1] ? null : { ...behind, phrase: words };
  const thing = avoidedBefore(sentence, before[0] < before[1] ? before[0] : clause.cues.from);
  if (thing === null) return { ...behind, phrase: words };
  const phrase = `số vụ ${thing}`;
  return { ...behind, phrase, match: matchIndicator(phrase, own.meaning.measure, own.meaning.unit) };
}

/** "Kiềm chế tai nạn giao thông, | số vụ giảm 5%": a subject without what is to be avoided before it. */
function behindAvoided(tokens: Token[], [from, to]: Range): Range {
  if (!phraseAt(AVOIDING, tokens, from, to)) return [from, to];
  let at = to;
  while (at > from && tokens[at - 1]?.kind !== 'mark') at -= 1;
  return at > from ? [at, to] : [from, to];
}

/** The words behind a figure up to what they are compared with: "số vụ | so với năm 2025". */
function tailOf(tokens: Token[], [from, to]: Range): Range {
  let end = from;
  while (end < to && tokens[end]?.kind === 'word' && !isRelation(tokens, end)) end += 1;
  return [from, end];
}

/** The nearest thing that a clause before a place wants avoided: "Không để xảy ra [tai nạn giao thông] nghiêm trọng; …". */
function avoidedBefore(sentence: Sentence, to: number): string | null {
  const { tokens } = sentence;
  for (let at = to - 1; at >= Math.max(0, to - NEAR); at--) {
    const opening = at === 0 || tokens[at - 1]?.kind === 'mark' ? phraseAt(AVOIDING, tokens, at, to) : null;
    if (!opening) continue;
    let from = opening.next;
    while (from < to && GRAVE.has(tokens[from]?.low ?? '')) from += 1;
    let end = from;
    while (end < to && tokens[end]?.kind === 'word') end += 1;
    while (end > from && GRAVE.has(tokens[end - 1]?.low ?? '')) end -= 1;
    if (end > from && tokens[end]?.kind !== 'number') return printed(sentence, [from, end]);
  }
  return null;
}
