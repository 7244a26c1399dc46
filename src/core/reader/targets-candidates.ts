/** The wordings the subject of a figure may have, and which of them fits an indicator best. */

import { type IndicatorMatch, matchIndicator } from '../rules/indicator-match.ts';
import type { Cue } from './comparators.ts';
import type { Clause } from './figures-clauses.ts';
import { means, type Token } from './figures-tokens.ts';
import { isAnd, isPart, type Range, startsHead } from './figures-words.ts';
import { type Meaning, meaningOf } from './targets-meaning.ts';
import { behindLead, PREDICATES, phraseOf, type Sentence, unitWords, withVerb } from './targets-sentence.ts';

const MOST_WORDS = 60;

const MOST_TAIL = 45;

const MOST_STARTS = 8;

/** A wording without the thing itself must fit all the better. */
const LEAST = 0.6;

export type Candidate = {
  range: Range;
  phrase: string;
  meaning: Meaning;
  match: IndicatorMatch | null;
  tailTo: number;
};

/** Purposes and new deeds end the tail of a figure. */
const ENDS = new Set([
  'nhằm',
  'tạo',
  'qua',
  'từ',
  'đồng',
  'nâng',
  'phấn',
  'đẩy',
  'thực',
  'tiếp',
  'tăng',
  'phát',
  'bảo',
  'đảm',
  'giữ',
  'không',
  'hoàn',
  'xây',
  'trong',
]);

function endsTail(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (means(next, 'góp') && means(tokens[at + 2], 'phần')) return true;
  return next?.kind === 'word' && ENDS.has(next.low) && !(next.low === 'từ' && tokens[at + 2]?.kind === 'number');
}

/** Ends of the tail: the first comma behind its predicate, and where it must end. */
export function tailEnds({ tokens, brackets }: Sentence, clause: Clause): { near: number; far: number } {
  const limit = Math.min(clause.after[1], clause.figure.next + MOST_TAIL);
  const bare = clause.before[0] >= clause.before[1];
  let near: number | null = null;
  let predicate = !bare;
  let at = clause.figure.next;
  for (; at < limit; at++) {
    if (at > clause.figure.next && PREDICATES.has(tokens[at]?.key ?? '')) predicate = true;
    if (brackets[at] === 0 && /^[.:…]$/.test(tokens[at]?.text ?? '')) break;
    if (brackets[at] !== 0 || !isPart(tokens[at])) continue;
    if (predicate) near ??= at;
    if (endsTail(tokens, at)) break;
  }
  return { near: near ?? at, far: at };
}

/** Where a subject may begin: the area's start, and behind each comma or "và" in it, the longest first. */
function startsOf({ tokens, brackets }: Sentence, [from, to]: Range): number[] {
  const floor = Math.max(from, to - MOST_WORDS);
  const starts: number[] = [];
  for (let at = to - 1; at > floor && starts.length < MOST_STARTS; at--) {
    if (brackets[at] !== 0) continue;
    const part = isPart(tokens[at]) || tokens[at]?.text === ':' || isAnd(tokens[at]);
    if (part && at + 1 < to && tokens[at + 1]?.kind === 'word') starts.unshift(at + 1);
    else if (tokens[at]?.key === 'ty' && startsHead(tokens, at) && behindLead(tokens, from) < at)
      starts.unshift(withVerb(tokens, at, floor));
  }
  return [floor, ...starts];
}

export function bestCandidate(sentence: Sentence, clause: Clause, tail: Tail | null): Candidate {
  const [first, ...others] = candidatesOf(sentence, clause, tail);
  let best = first;
  // A later candidate must be clearly better: the longest wording is what the document says.
  for (const one of others) if ((one.match?.score ?? 0) > (best.match?.score ?? 0) + 0.015) best = one;
  return best.match ? best : unmatched(sentence, clause, [first, ...others], tail);
}

export type Tail = { near: number; far: number };

/** A stretch of words the subject may be, with what does not depend on the words behind the figure. */
type Stretch = { range: Range; words: string; meaning: Meaning };

/** The wordings a subject may have: from each possible beginning, without and with the words behind the figure. */
function candidatesOf(sentence: Sentence, clause: Clause, tail: Tail | null): [Candidate, ...Candidate[]] {
  const { tokens } = sentence;
  const [from, to] = clause.before;
  const { kind, next } = clause.figure;
  const unit = kind === 'count' || kind === 'measure' ? ` ${unitWords(sentence, clause)}` : '';
  // "kiên cố hóa 3,5 km kênh mương": what is measured stands behind the unit.
  const named = tail !== null && unit !== '' && !isReached(clause);
  const stretch = (range: Range): Stretch => ({
    range,
    words: phraseOf(sentence, range),
    meaning: meaningOf(tokens, clause, range),
  });
  const made = ({ range, meaning }: Stretch, phrase: string, tailTo: number): Candidate => {
    const found = matchIndicator(phrase, meaning.measure, meaning.unit);
    const partial = named && tailTo === next;
    const match = found && partial ? { ...found, score: found.score * 0.75 } : found;
    return { range, phrase, meaning, match: match && match.score >= LEAST ? match : null, tailTo };
  };
  const starts = from < to ? startsOf(sentence, [from, to]).map((start) => stretch([start, to])) : [];
  const whole = starts[0] ?? stretch([next, next]);
  const found: [Candidate, ...Candidate[]] = [made(whole, whole.words + unit, next)];
  for (const start of starts.slice(1)) found.push(made(start, start.words + unit, next));
  const purpose = purposeIn(tokens, whole.range);
  if (purpose !== null) found.push(made(whole, phraseOf(sentence, [whole.range[0], purpose]) + unit, next));
  const plan = planTail(sentence, clause);
  if (plan && from < to) {
    found.push(made(whole, `${whole.words} ${plan}`, next));
    // A share of a plan, of something that is itself no share.
    const match = matchIndicator(whole.words, 'amount', null);
    if (match && found.every((one) => one.match === null)) found.push({ ...found[0], match });
  }
  const said = from < to && (isReached(clause) || (plan !== null && to - from > 2));
  if (!tail || said) return found;
  for (const end of tail.near === tail.far ? [tail.far] : [tail.far, tail.near]) {
    const words = phraseOf(sentence, [next, end]);
    found.push(made(from < to ? whole : stretch([next, end]), `${unit} ${words}`, end));
    for (const start of starts) found.push(made(start, `${start.words}${unit} ${words}`, end));
  }
  return found;
}

/** Where a subject begins to say what for, or by which rule. */
function purposeIn(tokens: Token[], [from, to]: Range): number | null {
  for (let at = from + 2; at < to; at++) if (['để', 'nhằm', 'theo', 'phục'].includes(tokens[at]?.low ?? '')) return at;
  return null;
}

/** Without an indicator to go by: the last part of the words before the figure that begins like a name. */
function unmatched(
  sentence: Sentence,
  clause: Clause,
  candidates: [Candidate, ...Candidate[]],
  tail: Tail | null,
): Candidate {
  const before = candidates.filter((one) => one.range[1] === clause.before[1] && one.range[0] < one.range[1]);
  const heads = before.filter((one) => startsHead(sentence.tokens, one.range[0]));
  const short = before.find((one) => one.range[1] - one.range[0] <= 14);
  const whole = heads[0] === before[0] && heads[0] === short ? short : undefined;
  const chosen = whole ?? heads.at(-1) ?? short ?? before.at(-1) ?? candidates[0];
  const withTail =
    tail && !isReached(clause)
      ? candidates.find(
          (one) => one.range[0] === chosen.range[0] && one.tailTo === tail.near && one.tailTo > clause.figure.next,
        )
      : undefined;
  return withTail ?? chosen;
}

/** A verb says what the figure is reached of: what stands behind it qualifies. */
const QUIET = new Set<Cue>([
  'more',
  'least',
  'less',
  'most',
  'from',
  'about',
  'have',
  'got',
  'only',
  'each-year',
  'average',
]);

const isReached = (clause: Clause): boolean => clause.cues.cues.some((cue) => !QUIET.has(cue));

/** "đạt 105% dự toán": the plan is what the share is taken of. */
export function planTail({ tokens }: Sentence, { figure, after }: Clause): string | null {
  if (figure.kind !== 'share') return null;
  for (let at = figure.next; at < Math.min(after[1], figure.next + 6); at++) {
    if (/^[,;]$/.test(tokens[at]?.text ?? '')) return null;
    if (means(tokens[at], 'dự') && means(tokens[at + 1], 'toán')) return 'dự toán';
    if (means(tokens[at], 'kế') && means(tokens[at + 1], 'hoạch')) return 'so với kế hoạch';
    if (means(tokens[at], 'chỉ') && means(tokens[at + 1], 'tiêu')) return 'so với chỉ tiêu giao';
  }
  return null;
}
