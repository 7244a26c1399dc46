/** Khó khăn, vướng mắc, nguyên nhân, đề xuất, kiến nghị: what may be said, put together, answered. */

import type { PeriodKind } from './progress.ts';
import { type Refusal, refusal } from './refusal.ts';

/** Mới nêu, đang giải quyết, đã trả lời, đã giải quyết xong. */
export const OBSTACLE_STATES = ['open', 'in-hand', 'answered', 'resolved'] as const;
export type ObstacleState = (typeof OBSTACLE_STATES)[number];

/** Whose are looked for: put to one's own place to be answered, of one's own place, or all in sight. */
export const OBSTACLE_LISTS = ['to-us', 'ours', 'all'] as const;

export const OBSTACLE_LIMITS = {
  /** Characters of one text. */
  text: 4_000,
  /** Of a text that comes by a link. */
  linkText: 1_000,
  /** Of one unit in one period. */
  each: 50,
  /** Put together at once. */
  merged: 200,
  /** Of one that was put together, itself and all steps below it: what every village of a great province says, and more. */
  held: 10_000,
  listed: 500,
} as const;

/** What is said: at least what hinders, or what is asked for. */
export type Said = { obstacle: string | null; cause: string | null; recommendation: string | null };

export type ObstacleRefusal = Refusal<
  | 'obstacle-empty'
  | 'obstacle-taken-up'
  | 'obstacle-withdrawn'
  | 'obstacle-too-many'
  | 'obstacle-too-great'
  | 'obstacle-period-odd'
  | 'obstacle-answer-missing'
  | 'obstacle-owner-missing'
  | 'obstacle-top'
  | 'obstacle-not-passed'
>;

export function checkSaid(said: Said, period: { from: string; until: string }): ObstacleRefusal[] {
  const refusals: ObstacleRefusal[] = [];
  if (said.obstacle === null && said.recommendation === null) refusals.push(refusal('obstacle-empty'));
  if (period.from > period.until) refusals.push(refusal('obstacle-period-odd'));
  return refusals;
}

export type Answering = { state: ObstacleState; ownerId: string | null; answer: string | null };

/** Whoever is at it has a name; what counts as answered says what. */
export function checkAnswer({ state, ownerId, answer }: Answering): ObstacleRefusal[] {
  if ((state === 'answered' || state === 'resolved') && answer === null) return [refusal('obstacle-answer-missing')];
  return state === 'in-hand' && ownerId === null ? [refusal('obstacle-owner-missing')] : [];
}

export type ObstacleStanding = { state: ObstacleState; merged: boolean; withdrawn: boolean };

/** Why the unit may no longer reword or withdraw what it said: its superior is at it already. */
export function checkUntouched({ state, merged, withdrawn }: ObstacleStanding): ObstacleRefusal[] {
  const refusals: ObstacleRefusal[] = [];
  if (merged || state !== 'open') refusals.push(refusal('obstacle-taken-up'));
  if (withdrawn) refusals.push(refusal('obstacle-withdrawn'));
  return refusals;
}

/**
 * A first wording of what several units say, to be reworded by a person: each thing once, in the order it came, one a
 * line; null where nobody says anything. Cut at the limit of one text.
 */
export function putTogether(texts: readonly (string | null)[]): string | null {
  const seen = new Map<string, string>();
  for (const text of texts) {
    const said = text?.trim() ?? '';
    const key = said
      .toLowerCase()
      .replace(/[\s.;]+/gu, ' ')
      .trim();
    if (key !== '' && !seen.has(key)) seen.set(key, said);
  }
  const lines = [...seen.values()];
  if (lines.length === 0) return null;
  const joined = lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `- ${line}`).join('\n');
  return joined.slice(0, OBSTACLE_LIMITS.text);
}

const MONTHS: Partial<Record<number, PeriodKind>> = { 1: 'month', 3: 'quarter', 6: 'half-year', 9: 'nine-months' };

/** What kind of period lies between two days, as people call it; 'year' for what has no name. */
export function kindOfPeriod({ from, until }: { from: string; until: string }): PeriodKind {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0] = until.split('-').map(Number);
  return MONTHS[(lastYear - year) * 12 + lastMonth - month + 1] ?? 'year';
}
