/** Clauses that together tell one figure: a fraction and its percent, a value and what it is moved from, a shared predicate. */

import type { Clause } from './figures-clauses.ts';
import type { Token } from './figures-tokens.ts';
import { isQualifier, type Range } from './figures-words.ts';
import { PREDICATES } from './targets-sentence.ts';

/** A clause that survived merging, with what it is measured from where the text says "từ … lên …". */
export type Merged = Clause & { startValue: string | null; shared: Range | null; lookTo: number };

/** "17/18 trường, đạt 94,4%" is one figure; "từ 85% lên 90%" is one with a base; "90% chi bộ, 93% đảng viên hoàn thành …" share a predicate. */
export function mergeClauses(tokens: Token[], clauses: Clause[]): Merged[] {
  const merged: Merged[] = [];
  const place = new Map<number, number>();
  clauses.forEach((clause, at) => {
    const before = clause.previous === null ? undefined : merged[place.get(clause.previous) ?? -1];
    const own = clause.before[0] < clause.before[1];
    if (before && !own && explains(before, clause)) {
      before.attached = [...before.attached, clause.figure];
      before.after = [before.after[0], Math.max(clause.figure.next, before.after[1])];
      place.set(at, place.get(clause.previous ?? -1) ?? -1);
      return;
    }
    const moved = before && !own && isMovedFrom(before, clause);
    const next: Merged = { ...clause, startValue: null, shared: null, lookTo: clause.figure.first };
    if (before && moved) {
      next.startValue = before.figure.value;
      next.lookTo = before.figure.first;
      next.before = before.before;
      next.marker = before.marker;
      next.previous = before.previous;
      merged.pop();
    } else if (before && !own && !clause.parted && !continues(clause)) {
      before.after = [before.after[0], clause.after[1]];
      place.set(at, merged.length - 1);
      return;
    }
    place.set(at, merged.length);
    merged.push(next);
  });
  sharePredicates(tokens, merged);
  return merged;
}

/** One is a fraction and the other the percent of it. */
function explains(before: Clause, clause: Clause): boolean {
  const [one, two] = [before.figure, clause.figure];
  const fraction = one.numerator !== null ? one : two;
  const percent = one.kind === 'share' ? one : two;
  if (fraction.numerator === null || fraction.denominator === null || percent.value === null || fraction === percent)
    return false;
  if (percent.kind !== 'share' || before.attached.length > 0) return false;
  if (clause.cues.cues.some((cue) => cue === 'up' || cue === 'down' || cue === 'exceed')) return false;
  return Math.abs((Number(fraction.numerator) / Number(fraction.denominator)) * 100 - Number(percent.value)) < 1.5;
}

function isMovedFrom(before: Clause, clause: Clause): boolean {
  const to = clause.cues.cues.some((cue) => cue === 'up-to' || cue === 'down-to');
  return (
    to && before.cues.cues.includes('from') && before.figure.unit === clause.figure.unit && before.figure.bound === null
  );
}

/** A second figure behind the first without a comma goes on with it only by a verb of its own. */
function continues(clause: Clause): boolean {
  const verbs = ['up', 'down', 'up-to', 'down-to', 'equal', 'exceed', 'reach', 'estimated'];
  return clause.cues.cues.some((cue) => verbs.includes(cue));
}

function sharePredicates(tokens: Token[], clauses: Merged[]): void {
  for (let at = clauses.length - 2; at >= 0; at--) {
    const [one, two] = [clauses[at], clauses[at + 1]];
    if (!one || !two || two.previous === null || one.figure.kind !== 'share' || two.figure.kind !== 'share') continue;
    const first = one.before[0] >= one.before[1] && two.before[0] >= two.before[1] && two.parted;
    const length = one.after[1] - one.after[0];
    if (!first || length === 0 || length > 6 || isQualifier(tokens, one.after[0])) continue;
    if (predicateIn(tokens, one.after) !== null) continue;
    const from = two.shared?.[0] ?? predicateIn(tokens, two.after);
    if (from !== null) one.shared = [from, two.shared?.[1] ?? two.after[1]];
  }
}

function predicateIn(tokens: Token[], [from, to]: Range): number | null {
  for (let at = from + 1; at < Math.min(to, from + 14); at++) if (PREDICATES.has(tokens[at]?.key ?? '')) return at;
  return null;
}
