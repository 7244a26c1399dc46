/** What surrounds a target: plan levels, adjustments by resolution, and the named things that a ratio counts. */

import { compareDecimals } from '../text/numbers.ts';
import { type Refusal, refusal } from './refusal.ts';
import { checkFigure, type GoalFigure } from './targets.ts';

/** Tỉnh giao, HĐND giao, phấn đấu. */
export const PLAN_LEVELS = ['assigned', 'council', 'aspired'] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];
export type PlanLevels = Readonly<Record<PlanLevel, string | null>>;

/** Năm công tác, năm học. */
export const YEAR_KINDS = ['work-year', 'school-year'] as const;
export type YearKind = (typeof YEAR_KINDS)[number];

/** The figure that progress is measured against: the value of the chosen level, or the figure as it is. */
export function figureAtLevel(
  figure: GoalFigure | null,
  levels: PlanLevels,
  measured: PlanLevel | null,
): GoalFigure | null {
  const value = measured === null ? null : levels[measured];
  return figure === null || value === null ? figure : { ...figure, value };
}

export type Adjustment = { inForceOn: string; before: GoalFigure; after: GoalFigure };

/** The figure that holds on a day; `figure` is the newest, `adjustments` lead back from it in the order of their days. */
export function figureInForce(
  figure: GoalFigure | null,
  adjustments: readonly Adjustment[],
  day: string,
): GoalFigure | null {
  // The earliest that is still to come knows what held before it.
  const next = adjustments.find(({ inForceOn }) => inForceOn > day);
  return next ? next.before : figure;
}

/** One of the few things a ratio counts; with a title it holds from a day, perhaps until another. */
export type NamedThing = { id: string; name: string; heldFrom: string | null; heldUntil: string | null };

/** Whether the title of a thing holds on a day. */
export function holdsOn(thing: NamedThing, day: string): boolean {
  return thing.heldFrom !== null && thing.heldFrom <= day && (thing.heldUntil === null || thing.heldUntil >= day);
}

/** 7 of 8, from what was ticked; ticks of other lists do not count. */
export function ratioTicked(
  things: readonly NamedThing[],
  ticked: readonly string[],
): { numerator: string; denominator: string } {
  const count = things.filter(({ id }) => ticked.includes(id)).length;
  return { numerator: String(count), denominator: String(things.length) };
}

/** Names of what was not ticked. A ratio that was typed, and agrees with no ticks, names nothing. */
export function missingNames(
  things: readonly NamedThing[],
  ticked: readonly string[],
  numerator: string | null,
): string[] {
  if (numerator === null || compareDecimals(ratioTicked(things, ticked).numerator, numerator) !== 0) return [];
  return things.filter(({ id }) => !ticked.includes(id)).map(({ name }) => name);
}

export const DETAIL_REFUSALS = [
  'level-not-given',
  'levels-need-figure',
  'thing-named-twice',
  'title-ends-before',
  'adjustment-to-come',
  'adjustment-before-last',
  'adjustment-changes-nothing',
  'goal-has-figure',
] as const;
export type DetailRefusal = Refusal<(typeof DETAIL_REFUSALS)[number] | 'figure-faulty'>;

/** Whether levels and list of a target hold together. */
export function checkArrangement(facts: {
  name: string;
  figure: GoalFigure | null;
  levels: PlanLevels;
  measured: PlanLevel | null;
  things: readonly Omit<NamedThing, 'id'>[];
}): DetailRefusal[] {
  const { name, figure, levels, measured, things } = facts;
  const refusals: DetailRefusal[] = [];
  const given = PLAN_LEVELS.some((level) => levels[level] !== null);
  if (given && (figure === null || figure.value === null)) refusals.push(refusal('levels-need-figure', { name }));
  if (measured !== null && levels[measured] === null)
    refusals.push(refusal('level-not-given', { name, level: measured }));
  const seen = new Set<string>();
  for (const thing of things) {
    const key = thing.name.toLocaleLowerCase('vi');
    if (seen.has(key)) refusals.push(refusal('thing-named-twice', { name: thing.name }));
    seen.add(key);
    if (thing.heldFrom !== null && thing.heldUntil !== null && thing.heldUntil < thing.heldFrom)
      refusals.push(refusal('title-ends-before', { name: thing.name }));
  }
  return refusals;
}

/** An adjustment counts from a day that has come, not before the one before it, and changes the figure. */
export function checkAdjustment(facts: {
  name: string;
  before: GoalFigure;
  after: GoalFigure;
  inForceOn: string;
  last: string | null;
  today: string;
}): DetailRefusal[] {
  const { name, before, after, inForceOn, last, today } = facts;
  const refusals: DetailRefusal[] = checkFigure(after).map((fault) => refusal('figure-faulty', { name, fault }));
  if (inForceOn > today) refusals.push(refusal('adjustment-to-come', { name, on: inForceOn }));
  if (last !== null && inForceOn < last) refusals.push(refusal('adjustment-before-last', { name, on: last }));
  const parts = ['value', 'low', 'high', 'numerator', 'denominator'] as const;
  if (parts.every((part) => before[part] === after[part]))
    refusals.push(refusal('adjustment-changes-nothing', { name }));
  return refusals;
}
