/** How a figure compares: at least, at most, about, between. */

import type { Comparator } from '../rules/targets.ts';
import { boundAt } from './figures.ts';
import type { Clause } from './figures-clauses.ts';
import type { Token } from './figures-tokens.ts';

/** `exceeded`: it is by how much a plan is exceeded, which says nothing of the figure itself. */
export function comparatorOf(tokens: Token[], clause: Clause, exceeded: boolean): Comparator {
  const { figure, cues } = clause;
  if (figure.low !== null) return 'between';
  if (figure.bound === 'up') return 'ge';
  if (figure.bound === 'down') return 'le';
  for (const cue of cues.cues) {
    if (cue === 'more') return 'gt';
    if (cue === 'least') return 'ge';
    if (cue === 'less') return 'lt';
    if (cue === 'most') return 'le';
    if (cue === 'about') return 'approx';
    if (cue === 'exceed' && !exceeded) return 'gt';
  }
  if (cues.cues.includes('from')) return laterBound(tokens, clause) === 'down' ? 'le' : 'ge';
  const later = laterBound(tokens, clause);
  return later === null ? 'eq' : later === 'up' ? 'ge' : 'le';
}

/** Words of a rating: "hoàn thành tốt nhiệm vụ trở lên" bounds the rating, not the figure. */
const RATINGS = new Set([
  'vu',
  'tot',
  'kha',
  'gioi',
  'sac',
  'sao',
  'do',
  'dat',
  'tuoi',
  'muc',
  'loai',
  'hoc',
  'thong',
  'so',
]);

/** "04 mô hình … trở lên" a few words behind the figure. */
function laterBound(tokens: Token[], { figure, after, cues }: Clause): 'up' | 'down' | null {
  const reach = cues.cues.includes('from') ? 12 : 5;
  for (let at = figure.next; at < Math.min(after[1], figure.next + reach); at++) {
    if (/^[,;.:]$/.test(tokens[at]?.text ?? '')) return null;
    const bound = boundAt(tokens, at);
    if (!bound) continue;
    const before = tokens[at - 1];
    return before?.kind === 'word' && !RATINGS.has(before.key) ? bound.bound : null;
  }
  return null;
}
