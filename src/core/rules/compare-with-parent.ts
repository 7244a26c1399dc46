/**
 * Đối chiếu chỉ tiêu cấp trên: how a plan answers the targets of a superior's movement. Each is answered by one of the
 * plan's own, adapted or not applicable with a reason, or missing; what is aimed lower is said, whoever decided it.
 */

import { Decimal } from 'decimal.js';
import { foldedWords } from '../text/search.ts';
import { matchIndicator } from './indicator-match.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type Change, type GoalFigure, isLowerBetter } from './targets.ts';
import { convert } from './unit-conversion.ts';

const Exact = Decimal.clone({ precision: 60 });

/** What a plan says of a superior's target: đáp ứng, điều chỉnh cho phù hợp, không áp dụng. */
export const TARGET_ANSWERS = ['answered', 'adapted', 'not-applicable'] as const;
export type TargetAnswerKind = (typeof TARGET_ANSWERS)[number];

/** Where a superior's target stands in the picture. 'suggested': one of the plan's own fits, and nobody has said so yet. */
export const COMPARED_STATES = ['answered', 'lower', 'adapted', 'not-applicable', 'suggested', 'missing'] as const;
export type ComparedState = (typeof COMPARED_STATES)[number];

/** How high a plan aims beside what is asked of it, better being higher. */
export const HEIGHTS = ['higher', 'same', 'lower'] as const;
export type Height = (typeof HEIGHTS)[number];

export type ComparedTarget = { id: string; name: string; indicator: string | null; figure: GoalFigure | null };

export type TargetAnswer = { how: TargetAnswerKind; ownTargetId: string | null; reason: string | null };

/** A superior's target with what of it was given to this unit; `addsUp` where the whole is the sum of the units. */
export type AskedOfUnit = ComparedTarget & { share: string | null; addsUp: boolean };

export type ComparedRow = {
  targetId: string;
  state: ComparedState;
  ownId: string | null;
  height: Height | null;
  /** Own minus asked, in the unit of the superior's target; null where the two cannot be compared. */
  difference: string | null;
  reason: string | null;
};

/** The one figure a target aims at, the nearer end of a range, a fraction as per cent. */
export function aimOf(figure: GoalFigure): { value: string; unit: string | null } | null {
  const { unit } = figure;
  if (figure.comparator === 'between') {
    const end = isLowerBetter(figure) ? figure.high : figure.low;
    return end === null ? null : { value: end, unit };
  }
  if (figure.value !== null) return { value: figure.value, unit };
  if (figure.numerator === null || figure.denominator === null || new Exact(figure.denominator).isZero()) return null;
  const share = new Exact(figure.numerator).times(100).div(figure.denominator);
  return { value: share.toDecimalPlaces(2).toFixed(), unit: '%' };
}

const MEANS: Record<Change, 'level' | 'rise' | 'fall'> = {
  level: 'level',
  maintain: 'level',
  'increase-to': 'level',
  'decrease-to': 'level',
  'increase-by': 'rise',
  'decrease-by': 'fall',
};

const kindOf = (figure: GoalFigure) =>
  figure.measure === 'growth' ? 'rise' : figure.measure === 'reduction' ? 'fall' : MEANS[figure.change];

/** Points of per cent and per cent are written for one another. */
const spoken = (unit: string | null) => (unit === 'điểm %' ? '%' : unit);

/** How high `own` aims beside what is asked; null where the two are of different kinds or units. */
export function heightOf(
  asked: { figure: GoalFigure; value: string; unit: string | null },
  own: GoalFigure,
): { height: Height; difference: string } | null {
  const aim = aimOf(own);
  if (!aim || kindOf(asked.figure) !== kindOf(own)) return null;
  if (isLowerBetter(asked.figure) !== isLowerBetter(own)) return null;
  const inAsked = convert(aim.value, spoken(aim.unit), spoken(asked.unit));
  if (inAsked === null) return null;
  const difference = new Exact(inAsked).minus(asked.value);
  const better = isLowerBetter(asked.figure) ? difference.negated() : difference;
  const height = better.isZero() ? 'same' : better.isPositive() ? 'higher' : 'lower';
  return { height, difference: difference.toFixed() };
}

/** What is asked of the unit: its share; the whole figure only where it does not add up over units. */
function askedFigure(target: AskedOfUnit): { figure: GoalFigure; value: string; unit: string | null } | null {
  const { figure, share } = target;
  if (!figure) return null;
  if (share !== null) return { figure, value: share, unit: figure.unit };
  const aim = target.addsUp ? null : aimOf(figure);
  return aim && { figure, ...aim };
}

const codeOf = ({ indicator, name, figure }: ComparedTarget): string | null =>
  indicator ?? (figure && matchIndicator(name, figure.measure, figure.unit)?.indicator.code) ?? null;

const folded = (name: string) => foldedWords(name).join(' ');

/**
 * For targets nobody has decided on: which of the plan's own speaks of the same indicator, or bears the same name. Each
 * of them is suggested once; of several the one that says its figure in the same way goes first.
 */
export function suggestAnswers(asked: readonly ComparedTarget[], own: readonly ComparedTarget[]): Map<string, string> {
  const candidates = own.map((target) => ({ target, code: codeOf(target), name: folded(target.name) }));
  const suggested = new Map<string, string>();
  const taken = new Set<string>();
  for (const alike of [true, false])
    for (const target of asked) {
      if (suggested.has(target.id)) continue;
      const code = codeOf(target);
      const name = folded(target.name);
      const found = candidates.find(
        (one) =>
          !taken.has(one.target.id) &&
          ((code !== null && one.code === code) || one.name === name) &&
          alike === sameWay(target.figure, one.target.figure),
      );
      if (!found) continue;
      suggested.set(target.id, found.target.id);
      taken.add(found.target.id);
    }
  return suggested;
}

const sameWay = (a: GoalFigure | null, b: GoalFigure | null) =>
  a === null || b === null ? a === b : kindOf(a) === kindOf(b);

/** The whole picture: every target of the superior with its state, and what the plan adds of its own. */
export function compareWithParent(
  asked: readonly AskedOfUnit[],
  own: readonly ComparedTarget[],
  answers: ReadonlyMap<string, TargetAnswer>,
): { rows: ComparedRow[]; added: string[] } {
  const ownById = new Map(own.map((target) => [target.id, target]));
  const used = new Set([...answers.values()].flatMap(({ ownTargetId }) => ownTargetId ?? []));
  const suggested = suggestAnswers(
    asked.filter(({ id }) => !answers.has(id)),
    own.filter(({ id }) => !used.has(id)),
  );
  const rows = asked.map((target): ComparedRow => {
    const answer = answers.get(target.id);
    const ownId = answer ? answer.ownTargetId : (suggested.get(target.id) ?? null);
    const ownFigure = ownById.get(ownId ?? '')?.figure ?? null;
    const bar = askedFigure(target);
    const compared = bar && ownFigure ? heightOf(bar, ownFigure) : null;
    const { height, difference } = compared ?? { height: null, difference: null };
    return { targetId: target.id, ownId, height, difference, reason: answer?.reason ?? null, state: stateOf() };
    function stateOf(): ComparedState {
      if (!answer) return ownId === null ? 'missing' : 'suggested';
      return answer.how === 'answered' && height === 'lower' ? 'lower' : answer.how;
    }
  });
  const spokenOf = new Set([...used, ...suggested.values()]);
  return { rows, added: own.filter(({ id }) => !spokenOf.has(id)).map(({ id }) => id) };
}

/** Said to be answered, though the figures could not be set beside each other: nobody knows whether it is enough. */
export const isUnweighed = (row: Pick<ComparedRow, 'state' | 'height'>, asked: GoalFigure | null): boolean =>
  row.state === 'answered' && row.height === null && asked !== null;

/** What the units take on together beside the whole, for a target that adds up; figures of other units of measure are converted. */
export function sumTakenOn(
  whole: { value: string; unit: string | null },
  taken: readonly ({ value: string; unit: string | null } | null)[],
): { sum: string; difference: string; given: number; of: number } {
  const figures = taken.flatMap((one) => (one ? (convert(one.value, one.unit, whole.unit) ?? []) : []));
  const sum = figures.reduce((all, value) => all.plus(value), new Exact(0));
  return {
    sum: sum.toFixed(),
    difference: new Exact(whole.value).minus(sum).toFixed(),
    given: figures.length,
    of: taken.length,
  };
}

export const ANSWER_REFUSALS = ['answer-needs-target', 'answer-needs-reason', 'answer-of-other'] as const;
export type AnswerRefusal = Refusal<(typeof ANSWER_REFUSALS)[number]>;

/** Whether a decision can stand: an answer names one of the plan's own targets, anything less says why. */
export function checkAnswer(facts: {
  name: string;
  how: TargetAnswerKind;
  reason: string | null;
  /** Of the plan's own; null where none was named. */
  own: { ofPlan: boolean } | null;
}): AnswerRefusal[] {
  const { name, how, reason, own } = facts;
  const refusals: AnswerRefusal[] = [];
  if (own && !own.ofPlan) refusals.push(refusal('answer-of-other', { name }));
  if (how === 'answered' && !own) refusals.push(refusal('answer-needs-target', { name }));
  if (how !== 'answered' && reason === null) refusals.push(refusal('answer-needs-reason', { name }));
  return refusals;
}
