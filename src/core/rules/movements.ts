import { daysBetween, daysOf, type Period } from './calendar.ts';

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
