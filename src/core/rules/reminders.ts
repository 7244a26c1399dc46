/**
 * Nhắc việc: who is reminded of what, and when. Nothing here reads the clock; the day, the calendar and the settings of
 * the province are passed in.
 */

import { type Role, scopeOf } from './access.ts';
import {
  MOST_NAMES,
  type Named,
  type NoticeLine,
  type NoticeMatter,
  type PeriodNamed,
  type ReminderStage,
} from './notices.ts';
import { isWorkingDay, previousWorkingDay, type SpecialDays, workingDaysBetween } from './working-days.ts';

export type ReminderSettings = {
  /** So many working days before the last day (a setting of the province). */
  daysBefore: number;
  /** Those who lead are told after so many working days of delay. */
  escalateAfter: number;
};

export type Calendar = { today: string; special: SpecialDays; settings: ReminderSettings };

/**
 * Where something stands that has to be in by `last` (the last working day in time, see `lastWorkingDay` and
 * `reportDueOn`). Null while it is too early: figures of a period that is not over (`notBefore`) are never asked for.
 */
export function stageOf(
  { last, notBefore }: { last: string; notBefore?: string },
  { today, special, settings }: Calendar,
): ReminderStage | null {
  if (today > last) return workingDaysBetween(last, today, special) >= settings.escalateAfter ? 'escalated' : 'late';
  let first = last;
  for (let left = settings.daysBefore; left > 0; left--) first = previousWorkingDay(first, special);
  if (today < first || (notBefore !== undefined && today < notBefore)) return null;
  return 'coming';
}

/** Nobody is reminded on a day off. */
export const remindsOn = ({ today, special }: Pick<Calendar, 'today' | 'special'>): boolean =>
  isWorkingDay(today, special);

/** Figures of one unit and period that somebody asked for and that are not all there. */
export type DueFigures = {
  kind: 'figures';
  movement: Named;
  /** Who asked for them. */
  asker: Named;
  unit: Named;
  period: PeriodNamed;
  dueOn: string;
  missing: number;
  stage: ReminderStage;
};

/** A task that is not done. */
export type DueTask = {
  kind: 'task';
  movement: Named;
  asker: Named;
  unit: Named;
  task: Named;
  /** Last working day that is in time. */
  dueOn: string;
  stage: ReminderStage;
};

/** Somebody in one of their organisations, with all that they are there. */
export type Reachable = { accountId: string; organisationId: string; roles: readonly Role[] };

/** People by what they are for a place. */
export type People = {
  /** Who sends figures and says how tasks stand. */
  doers: (organisationId: string) => Reachable[];
  /** Who keeps a movement going. */
  officers: (organisationId: string) => Reachable[];
  leaders: (organisationId: string) => Reachable[];
};

export function peopleBy(people: readonly Reachable[]): People {
  const byPlace = new Map<string, Reachable[]>();
  for (const one of people) {
    const known = byPlace.get(one.organisationId);
    if (known) known.push(one);
    else byPlace.set(one.organisationId, [one]);
  }
  const having = (holds: (role: Role) => boolean) => (organisationId: string) =>
    (byPlace.get(organisationId) ?? []).filter(({ roles }) => roles.some(holds));
  return {
    doers: having((role) => scopeOf('submitFigures', role) !== null),
    officers: having((role) => scopeOf('closePeriod', role) !== null),
    leaders: having((role) => role === 'leader'),
  };
}

/** All that is to be told about what is due, whoever was told before. */
export function remindersFor(dues: readonly (DueFigures | DueTask)[], people: readonly Reachable[]): NoticeLine[] {
  const known = peopleBy(people);
  const figures = dues.filter((due) => due.kind === 'figures');
  return [
    ...figures.flatMap((due) => ownFigures(due, known)),
    ...askersFigures(figures, known),
    ...dues.filter((due) => due.kind === 'task').flatMap((due) => taskLines(due, known)),
  ];
}

/** One matter for several people. */
export const told = (to: readonly Reachable[], line: NoticeMatter & { key: string }): NoticeLine[] =>
  to.map(({ accountId, organisationId }) => ({ accountId, organisationId, ...line }));

const periodKey = ({ movement, period }: DueFigures) => `${movement.id} ${period.from} ${period.until}`;

/** The unit is told of its own figures; its leader once they are long overdue. */
function ownFigures(due: DueFigures, { doers, leaders }: People): NoticeLine[] {
  const { movement, asker, unit, period, dueOn, missing, stage } = due;
  const to = stage === 'escalated' ? [...doers(unit.id), ...leaders(unit.id)] : doers(unit.id);
  return told(once(to), {
    key: `figures ${periodKey(due)} ${unit.id} ${stage}`,
    kind: 'figures-due',
    facts: { stage, movement, asker: asker.name, unit, period, dueOn, missing },
  });
}

/**
 * Those who asked are told who is missing, all units of a period in one line: first of units that have nobody to be
 * told (a word by telephone, a link, a text for the chat group), then of all that are late; their leader when it lasts.
 */
function askersFigures(dues: readonly DueFigures[], { doers, officers, leaders }: People): NoticeLine[] {
  const groups = new Map<string, DueFigures[]>();
  for (const due of dues) {
    if (due.unit.id === due.asker.id) continue;
    const key = `${periodKey(due)} ${due.asker.id} ${due.stage}`;
    const group = groups.get(key);
    if (group) group.push(due);
    else groups.set(key, [due]);
  }
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    if (!first) return [];
    const { asker, movement, period, dueOn, stage } = first;
    const coming = stage === 'coming';
    const units = (coming ? group.filter(({ unit }) => doers(unit.id).length === 0) : group).map(
      ({ unit }) => unit.name,
    );
    if (units.length === 0) return [];
    const to = stage === 'escalated' ? [...officers(asker.id), ...leaders(asker.id)] : officers(asker.id);
    return told(once(to), {
      key: `units ${key}`,
      kind: coming ? 'units-unreached' : 'units-missing',
      facts: { stage, movement, period, dueOn, units: units.slice(0, MOST_NAMES), count: units.length },
    });
  });
}

function taskLines(due: DueTask, { doers, officers, leaders }: People): NoticeLine[] {
  const { movement, asker, unit, task, dueOn, stage } = due;
  const own = doers(unit.id).length > 0 ? doers(unit.id) : leaders(unit.id);
  const above = unit.id === asker.id ? [] : officers(asker.id);
  const to = {
    coming: own.length > 0 ? own : above,
    late: [...own, ...above],
    escalated: [...own, ...leaders(unit.id), ...above, ...leaders(asker.id)],
  }[stage];
  return told(once(to), {
    key: `task ${task.id} ${dueOn} ${stage}`,
    kind: 'task-due',
    facts: { stage, movement, unit, task, dueOn },
  });
}

/** Nobody is told the same twice for sitting in two places; the first stands. */
function once(to: readonly Reachable[]): Reachable[] {
  const seen = new Set<string>();
  return to.filter(({ accountId }) => !seen.has(accountId) && seen.add(accountId));
}
