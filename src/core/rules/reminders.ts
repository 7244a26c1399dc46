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

/** A request for figures that a unit has not answered. */
export type DueRequest = {
  kind: 'request';
  request: Named;
  asker: Named;
  unit: Named;
  dueOn: string;
  stage: ReminderStage;
};

/** A report that a movement asks of those directly below. Whether it came is not known, so nobody is told that it is late. */
export type DueReport = {
  kind: 'report';
  movement: Named;
  asker: Named;
  /** To whom it goes, as the document says. */
  report: Named;
  units: readonly Named[];
  dueOn: string;
};

export type Due = DueFigures | DueTask | DueRequest | DueReport;

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
export function remindersFor(dues: readonly Due[], people: readonly Reachable[]): NoticeLine[] {
  const known = peopleBy(people);
  const figures = dues.filter((due) => due.kind === 'figures');
  const requests = dues.filter((due) => due.kind === 'request');
  return [
    ...figures.flatMap((due) => ownFigures(due, known)),
    ...askersFigures(figures, known),
    ...dues.filter((due) => due.kind === 'task').flatMap((due) => taskLines(due, known)),
    ...requests.flatMap((due) => ownRequest(due, known)),
    ...askersRequests(requests, known),
    ...dues.filter((due) => due.kind === 'report').flatMap((due) => reportLines(due, known)),
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

type Asking = { asker: Named; unit: Named; stage: ReminderStage };

/**
 * Those who asked are told who is missing, all units of a matter in one line: first of units that have nobody to be
 * told (a word by telephone, a link, a text for the chat group), then of all that are late; their leader when it lasts.
 */
function askersLines<D extends Asking>(
  dues: readonly D[],
  { doers, officers, leaders }: People,
  keyOf: (due: D) => string,
  line: (due: D, units: { units: readonly string[]; count: number }) => NoticeMatter & { key: string },
): NoticeLine[] {
  const groups = new Map<string, D[]>();
  for (const due of dues) {
    if (due.unit.id === due.asker.id) continue;
    const key = `${keyOf(due)} ${due.asker.id} ${due.stage}`;
    const group = groups.get(key);
    if (group) group.push(due);
    else groups.set(key, [due]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { asker, stage } = first;
    const units = (stage === 'coming' ? group.filter(({ unit }) => doers(unit.id).length === 0) : group).map(
      ({ unit }) => unit.name,
    );
    if (units.length === 0) return [];
    const to = stage === 'escalated' ? [...officers(asker.id), ...leaders(asker.id)] : officers(asker.id);
    return told(once(to), line(first, { units: units.slice(0, MOST_NAMES), count: units.length }));
  });
}

const askersFigures = (dues: readonly DueFigures[], people: People): NoticeLine[] =>
  askersLines(dues, people, periodKey, (due, units) => ({
    key: `units ${periodKey(due)} ${due.asker.id} ${due.stage}`,
    kind: due.stage === 'coming' ? 'units-unreached' : 'units-missing',
    facts: { stage: due.stage, movement: due.movement, period: due.period, dueOn: due.dueOn, ...units },
  }));

const requestKey = ({ request, dueOn }: DueRequest) => `${request.id} ${dueOn}`;

const askersRequests = (dues: readonly DueRequest[], people: People): NoticeLine[] =>
  askersLines(dues, people, requestKey, (due, units) => ({
    key: `request-units ${requestKey(due)} ${due.stage}`,
    kind: due.stage === 'coming' ? 'request-unreached' : 'request-missing',
    facts: { stage: due.stage, request: due.request, dueOn: due.dueOn, ...units },
  }));

/** The unit is told of what it has not answered; its leader once that is long overdue. */
function ownRequest(due: DueRequest, { doers, leaders }: People): NoticeLine[] {
  const { request, asker, unit, dueOn, stage } = due;
  const to = stage === 'escalated' ? [...doers(unit.id), ...leaders(unit.id)] : doers(unit.id);
  return told(once(to), {
    key: `request ${requestKey(due)} ${unit.id} ${stage}`,
    kind: 'request-due',
    facts: { stage, request, asker: asker.name, unit, dueOn },
  });
}

/** Those who write the report, and those who wait for it. */
function reportLines({ movement, asker, report, units, dueOn }: DueReport, { doers, officers }: People): NoticeLine[] {
  return told(once([...officers(asker.id), ...units.flatMap(({ id }) => doers(id))]), {
    key: `report ${report.id} ${dueOn}`,
    kind: 'report-due',
    facts: { stage: 'coming', movement, report, asker: asker.name, dueOn },
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
