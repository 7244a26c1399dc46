/** "Tỷ lệ A, B và C lần lượt đạt 90%, 93% và 95%": each figure gets its own part of the subject. */

import { matchIndicator } from '../rules/indicator-match.ts';
import type { Clause } from './figures-clauses.ts';
import type { Token } from './figures-tokens.ts';
import { isAnd, isPart, type Range } from './figures-words.ts';
import type { Span } from './reading.ts';
import { PREDICATES, type Sentence } from './targets-sentence.ts';
import type { Subject } from './targets-subject.ts';

const MOST_PARTS = 8;

/** Parts of a subject between commas and "và". */
function partsOf({ tokens, brackets }: Sentence, [from, to]: Range): Range[] {
  const parts: Range[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    const cuts = at === to || (brackets[at] === 0 && (isPart(tokens[at]) || isAnd(tokens[at])));
    if (!cuts) continue;
    if (at > start) parts.push([start, at]);
    start = at + 1;
  }
  return parts;
}

const words = (tokens: Token[], [from, to]: Range): string =>
  tokens
    .slice(from, to)
    .filter((token) => token.kind === 'word')
    .map((token) => token.text)
    .join(' ');

function predicateOf(tokens: Token[], [from, to]: Range): string {
  for (let at = from + 1; at < to; at++) if (PREDICATES.has(tokens[at]?.key ?? '')) return words(tokens, [at, to]);
  return '';
}

/**
 * The subjects of the clauses from `at` on, when the first says "lần lượt" and names as many parts as figures follow;
 * else null. `first` is the subject of the first clause as read alone.
 */
export function inTurn(sentence: Sentence, clauses: readonly Clause[], at: number, first: Subject): Subject[] | null {
  const { tokens, text } = sentence;
  const lead = clauses[at];
  if (!lead?.cues.cues.includes('in-turn')) return null;
  const chain: Clause[] = [lead];
  for (
    let next = clauses[at + 1];
    next && next.previous !== null && next.before[0] >= next.before[1];
    next = clauses[at + chain.length]
  ) {
    chain.push(next);
    if (chain.length > MOST_PARTS) return null;
  }
  const parts = partsOf(sentence, lead.before);
  if (chain.length < 2 || parts.length !== chain.length) return null;
  const share = lead.figure.kind === 'share' ? 'tỷ lệ ' : '';
  const last = parts.at(-1) ?? lead.before;
  const predicate = predicateOf(tokens, last);
  const whole = matchIndicator(words(tokens, lead.before), first.meaning.measure, first.meaning.unit);
  const end = tokens[(chain.at(-1)?.figure.next ?? lead.figure.next) - 1]?.end ?? first.quote[1];
  const start = tokens[lead.before[0]]?.start ?? first.quote[0];
  const quote: Span = [start, end];
  return chain.map((clause, index) => {
    const part = parts[index] ?? last;
    const own = words(tokens, part);
    const phrase = `${index > 0 ? share : ''}${own}${index < chain.length - 1 ? ` ${predicate}` : ''}`;
    const match = matchIndicator(phrase, first.meaning.measure, first.meaning.unit) ?? whole;
    const printed = text.slice(tokens[part[0]]?.start ?? start, tokens[part[1] - 1]?.end ?? start);
    const { value, low, high } = clause.figure;
    return {
      ...first,
      phrase,
      match,
      name: match?.indicator.name ?? phrase.slice(0, 1).toUpperCase() + phrase.slice(1),
      meaning: { ...first.meaning, value, low, high },
      inherited: index > 0,
      scope: match === whole ? printed : first.scope,
      quote,
    };
  });
}
