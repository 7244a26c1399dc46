/** The words of a sentence with figures: as phrases to match, and as printed. */

import type { Clause } from './figures-clauses.ts';
import { phraseAt, phrasesOf, type Token } from './figures-tokens.ts';
import type { Range } from './figures-words.ts';

export type Sentence = { text: string; tokens: Token[]; brackets: number[] };

/** Verbs of change and of keeping, which say nothing of what is measured. */
const LEAD_VERBS = phrasesOf(
  'tăng; nâng; nâng cao; giảm; kéo giảm; hạ; duy trì; giữ vững; giữ ổn định; ổn định; duy trì ổn định; gia tăng; đưa; tiếp tục duy trì; tiếp tục nâng cao; giảm thiểu'.split(
    '; ',
  ),
);

export const behindLead = (tokens: Token[], from: number): number => phraseAt(LEAD_VERBS, tokens, from)?.next ?? from;

/** Words of a range as one phrase, without the verb of change it begins with, numbers and what stands in brackets. */
export function phraseOf({ tokens, brackets }: Sentence, [from, to]: Range): string {
  const words: string[] = [];
  for (let at = Math.min(behindLead(tokens, from), to); at < to; at++)
    if (tokens[at]?.kind === 'word' && brackets[at] === 0) words.push(tokens[at]?.text ?? '');
  return words.join(' ');
}

/** The printed words of a range. */
export function printed({ text, tokens }: Sentence, [from, to]: Range): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && to > from ? text.slice(first.start, last.end) : '';
}

/** Words with which a predicate begins; a comma before it parts a list of those it speaks of. */
export const PREDICATES = new Set(
  'dat hoan duoc co giu tham thuc su dang ky khong xep chap duy xay cam trien giai phan ung mac'.split(' '),
);

/** "… nguồn lực giảm tỷ lệ hộ nghèo": the verb of change belongs to the share it changes. */
export function withVerb(tokens: Token[], at: number, floor: number): number {
  for (let back = 3; back >= 1; back--)
    if (at - back >= floor && phraseAt(LEAD_VERBS, tokens, at - back)?.next === at) return at - back;
  return at;
}

/** The counted thing is part of the subject: "đón 431.531 lượt khách". */
export function unitWords({ tokens }: Sentence, { figure }: Clause): string {
  const words: string[] = [];
  for (let at = figure.first; at < figure.next; at++)
    if (tokens[at]?.kind === 'word') words.push(tokens[at]?.text ?? '');
  return words.join(' ');
}
