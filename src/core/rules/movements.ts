import { daysBetween, daysOf, type Period } from './calendar.ts';
import { type Refusal, refusal } from './refusal.ts';
import { checkFigure, type GoalFigure } from './targets.ts';

/** The law's two kinds of movement. @law Luật TĐKT 06/2022/QH15, Điều 16 */
export const MOVEMENT_KINDS = ['regular', 'thematic'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Where a movement stands on a day; 'archived' wins over its dates. */
export const MOVEMENT_STATES = ['upcoming', 'running', 'ended', 'archived'] as const;
export type MovementState = (typeof MOVEMENT_STATES)[number];

/** How a movement came to be. */
export const MOVEMENT_SOURCES = ['document', 'copy', 'parent', 'empty'] as const;
export type MovementSource = (typeof MOVEMENT_SOURCES)[number];

/** How an organisation answers a superior's movement: kế hoạch riêng, lồng ghép, không áp dụng. */
export const RESPONSE_KINDS = ['own-plan', 'folded', 'not-applicable'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

export const TASK_STATES = ['to-do', 'in-progress', 'done', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Chủ trì, phối hợp. */
export const DUTY_ROLES = ['lead', 'supporting'] as const;
export type DutyRole = (typeof DUTY_ROLES)[number];

export const CITATION_ROLES = ['basis', 'reference'] as const;
export type CitationRole = (typeof CITATION_ROLES)[number];

/** Where a movement stands today. */
export function movementState(
  movement: { period: Period; year: number; archived: boolean },
  today: string,
): MovementState {
  if (movement.archived) return 'archived';
  const days = daysOf(movement.period, movement.year);
  if (today < days.from) return 'upcoming';
  return today > days.until ? 'ended' : 'running';
}

/** Days to the last day, 0 on it; null once it is over. */
export function daysLeft(movement: { period: Period; year: number }, today: string): number | null {
  const left = daysBetween(today, daysOf(movement.period, movement.year).until);
  return left < 0 ? null : left;
}

/** "02/CT-UBND", in papers of the Party "41-CT/TW"; null while the clerk has not given the number. */
export function numberSymbol(document: { number: string | null; symbol: string | null }): string | null {
  const { number, symbol } = document;
  if (number === null || symbol === null) return number;
  // Only symbols of the Party hold a stroke of their own (CT/TW, NQ/TU); a law's begins with its year (2025/QH15).
  const ofParty = symbol.includes('/') && !/^\d/.test(symbol);
  return ofParty ? `${number}-${symbol}` : `${number}/${symbol}`;
}

export const MOVEMENT_REFUSALS = [
  'period-reversed',
  'launcher-not-alive',
  'launcher-out-of-reach',
  'joint-is-launcher',
  'joint-not-alive',
  'number-taken',
  'movement-archived',
  'movement-not-archived',
  'figure-faulty',
  'target-part-of-itself',
  'target-part-of-other',
  'target-has-figures',
  'target-has-parts',
  'response-needs-movement',
  'response-needs-reason',
  'response-is-itself',
  'response-not-below',
  'response-not-own-movement',
  'response-answered-already',
  'source-out-of-reach',
  'not-opened',
  'too-many-comments',
] as const;
export type MovementRefusal = Refusal<(typeof MOVEMENT_REFUSALS)[number]>;

/** A launcher with its life: `validUntil` is the first day on which it is no more; null where an end is not known. */
export type LauncherFacts = { id: string; name: string; validFrom: string | null; validUntil: string | null };

export type HeadFacts = {
  period: Period;
  year: number;
  launcher: LauncherFacts;
  joint: LauncherFacts[];
  /** Another movement of the launcher that bears the same number in the same year. */
  numberTakenBy: { title: string; numberSymbol: string } | null;
};

/** Whether the head of a movement holds together: its dates, and launchers that lived on at least one of its days. */
export function checkHead(facts: HeadFacts): MovementRefusal[] {
  const refusals: MovementRefusal[] = [];
  const { period, launcher, joint, numberTakenBy } = facts;
  const days = daysOf(period, facts.year);
  if (days.from > days.until) return [refusal('period-reversed', { from: days.from, until: days.until })];
  const lives = (who: LauncherFacts) =>
    (who.validFrom === null || who.validFrom <= days.until) && (who.validUntil === null || who.validUntil > days.from);
  if (!lives(launcher)) refusals.push(refusal('launcher-not-alive', { ...launcher }));
  for (const other of joint) {
    if (other.id === launcher.id) refusals.push(refusal('joint-is-launcher', { name: other.name }));
    else if (!lives(other)) refusals.push(refusal('joint-not-alive', { ...other }));
  }
  if (numberTakenBy) refusals.push(refusal('number-taken', numberTakenBy));
  return refusals;
}

export type TargetFacts = {
  name: string;
  figure: GoalFigure | null;
  /** The target itself, null while it is new, and its own whole as far up as it goes. */
  id: string | null;
  partOf: { id: string; movementId: string; wholes: string[] } | null;
  movementId: string;
};

/** Whether a target can stand as it is. */
export function checkTarget(facts: TargetFacts): MovementRefusal[] {
  const refusals: MovementRefusal[] = [];
  for (const fault of facts.figure ? checkFigure(facts.figure) : [])
    refusals.push(refusal('figure-faulty', { name: facts.name, fault }));
  if (facts.partOf && facts.partOf.movementId !== facts.movementId)
    refusals.push(refusal('target-part-of-other', { name: facts.name }));
  if (facts.id !== null && facts.partOf && [facts.partOf.id, ...facts.partOf.wholes].includes(facts.id))
    refusals.push(refusal('target-part-of-itself', { name: facts.name }));
  return refusals;
}

/** A target with figures or parts is not taken away: it would take them with it silently. */
export function checkTargetRemoval(facts: { name: string; figures: number; parts: number }): MovementRefusal[] {
  const refusals: MovementRefusal[] = [];
  if (facts.figures > 0) refusals.push(refusal('target-has-figures', { name: facts.name, count: facts.figures }));
  if (facts.parts > 0) refusals.push(refusal('target-has-parts', { name: facts.name, count: facts.parts }));
  return refusals;
}

export type ResponseFacts = {
  how: ResponseKind;
  reason: string | null;
  answered: { id: string; launcherIds: string[] };
  /** Who answers, with everything above it up to the province. */
  answerer: { id: string; name: string; above: string[] };
  answering: { id: string; launcherIds: string[] } | null;
  already: boolean;
};

/** Whether a unit may answer a superior's movement like this (hưởng ứng, lồng ghép, không áp dụng). */
export function checkResponse(facts: ResponseFacts): MovementRefusal[] {
  const refusals: MovementRefusal[] = [];
  const { how, answered, answerer, answering } = facts;
  if (how === 'not-applicable') {
    if (facts.reason === null) refusals.push(refusal('response-needs-reason'));
  } else if (!answering) {
    refusals.push(refusal('response-needs-movement', { how }));
  }
  if (answering && answering.id === answered.id) refusals.push(refusal('response-is-itself'));
  else if (answering && !answering.launcherIds.includes(answerer.id))
    refusals.push(refusal('response-not-own-movement', { name: answerer.name }));
  if (!answered.launcherIds.some((id) => answerer.above.includes(id)))
    refusals.push(refusal('response-not-below', { name: answerer.name }));
  if (facts.already) refusals.push(refusal('response-answered-already', { name: answerer.name }));
  return refusals;
}
