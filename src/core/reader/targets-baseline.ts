/** What a figure is measured from: last year, the same period, the plan that was assigned, a year it names. */

import type { Baseline, Change } from '../rules/targets.ts';
import type { Clause } from './figures-clauses.ts';
import { means, phraseAt, phrasesOf, type Token } from './figures-tokens.ts';
import { holds, type Range } from './figures-words.ts';
import { againstPlan } from './targets-meaning.ts';

const SAME_PERIOD = phrasesOf(['cùng kỳ']);

/** What a change is measured from: said in the tail, else last year. */
export function baselineOf(tokens: Token[], clause: Clause, change: Change, planYear: number | null): Baseline | null {
  const tail: Range = [clause.figure.next, Math.min(clause.after[1], clause.figure.next + 16)];
  const at = soWith(tokens, tail);
  const text = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map((token, index, all) => ((all[index - 1]?.end ?? token.start) < token.start ? ` ${token.text}` : token.text))
      .join('');
  if (at >= 0) {
    let end = at;
    while (end < tail[1] && !/^[,;.()]$/.test(tokens[end]?.text ?? '')) end += 1;
    const year = yearIn(tokens, at, end);
    const none = { year, value: null, text: text(at, end) };
    if (holds(tokens, [at, end], SAME_PERIOD)) return { kind: 'same-period', ...none };
    if (againstPlan(tokens, [at, end])) return { kind: 'assigned-plan', ...none };
    if (year !== null) return { kind: year === (planYear ?? 0) - 1 ? 'previous-year' : 'named-year', ...none };
    return change === 'increase-by' || change === 'decrease-by' ? { kind: 'stated', ...none } : null;
  }
  if (clause.figure.kind === 'share' && phraseAt(ASSIGNED, tokens, tail[0])) {
    let end = tail[0];
    while (end < tail[1] && !/^[,;.(]$/.test(tokens[end]?.text ?? '')) end += 1;
    return { kind: 'assigned-plan', year: null, value: null, text: text(tail[0], end) };
  }
  const moves = change === 'increase-by' || change === 'decrease-by';
  return moves
    ? { kind: 'previous-year', year: planYear === null ? null : planYear - 1, value: null, text: null }
    : null;
}

function soWith(tokens: Token[], [from, to]: Range): number {
  for (let at = from; at < to; at++) {
    if (/^[,;]$/.test(tokens[at]?.text ?? '')) return -1;
    if (means(tokens[at], 'so') && (means(tokens[at + 1], 'với') || means(tokens[at + 1], 'cùng'))) return at;
  }
  return -1;
}

const ASSIGNED = phrasesOf(['kế hoạch', 'dự toán', 'chỉ tiêu', 'mục tiêu', 'nghị quyết']);

function yearIn(tokens: Token[], from: number, to: number): number | null {
  for (let at = from; at < to; at++)
    if (/^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '')) return Number(tokens[at]?.text);
  return null;
}
