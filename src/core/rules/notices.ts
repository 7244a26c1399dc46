/** Thông báo: what people are told without asking, each matter once. */

import type { ObstacleState } from './obstacles.ts';
import type { PeriodKind } from './progress.ts';

export const NOTICE_KINDS = [
  'figures-due',
  'units-missing',
  'units-unreached',
  'task-due',
  'request-due',
  'request-missing',
  'request-unreached',
  'report-due',
  'figures-returned',
  'figures-approved',
  'figures-corrected',
  'obstacle-answered',
  'obstacle-passed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How far it has come: the day is near, it has passed, it has passed so long that those who lead are told. */
export const REMINDER_STAGES = ['coming', 'late', 'escalated'] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

/** Something as it was called when somebody was told of it. */
export type Named = { id: string; name: string };
export type PeriodNamed = { kind: PeriodKind; from: string; until: string };

type Figures = { movement: Named; period: PeriodNamed };
type Returned = Figures & { unit: Named; count: number; targets: readonly string[]; reason: string; by: string };
/** What a unit said hinders it, by its first words. */
type Said = { movement: Named; unit: Named; obstacle: Named; by: string };
type Due = { stage: ReminderStage; dueOn: string };
/** Units that have not sent: some by name, all by count. */
type Units = Due & { units: readonly string[]; count: number };

/** What a line is about, with all that its sentence needs. */
export type NoticeMatter =
  | { kind: 'figures-due'; facts: Figures & Due & { asker: string; unit: Named; missing: number } }
  | { kind: 'units-missing'; facts: Figures & Units }
  | { kind: 'units-unreached'; facts: Figures & Units }
  | { kind: 'task-due'; facts: Due & { movement: Named; unit: Named; task: Named } }
  | { kind: 'request-due'; facts: Due & { request: Named; asker: string; unit: Named } }
  | { kind: 'request-missing'; facts: Units & { request: Named } }
  | { kind: 'request-unreached'; facts: Units & { request: Named } }
  | { kind: 'report-due'; facts: Due & { movement: Named; report: Named; asker: string } }
  | { kind: 'figures-returned' | 'figures-corrected'; facts: Returned }
  | { kind: 'figures-approved'; facts: Figures & { unit: Named; count: number; by: string } }
  | { kind: 'obstacle-answered'; facts: Said & { state: ObstacleState; answer: string | null } }
  | { kind: 'obstacle-passed'; facts: Said & { to: Named } };

/** One matter told to one person. */
export type NoticeLine = NoticeMatter & {
  accountId: string;
  /** Where the person has to sit to see to it. */
  organisationId: string;
  /** What it is about: the same key is told once. */
  key: string;
};

/** Names in one line; the page behind it has them all. */
export const MOST_NAMES = 50;

/** The page on which something can be done about it. */
export function pathOf({ kind, facts }: NoticeMatter): string {
  switch (kind) {
    case 'task-due':
      return `/phong-trao/${facts.movement.id}/nhiem-vu`;
    case 'report-due':
      return `/phong-trao/${facts.movement.id}/can-cu`;
    case 'request-due':
    case 'request-missing':
    case 'request-unreached':
      return `/so-lieu/phieu/${facts.request.id}`;
    case 'obstacle-answered':
    case 'obstacle-passed':
      return `/so-lieu/kho-khan?xem=ours&phong-trao=${facts.movement.id}`;
    default:
      return `/so-lieu/${facts.movement.id}?tu=${facts.period.from}&den=${facts.period.until}`;
  }
}
