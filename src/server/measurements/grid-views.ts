/** Số liệu of one movement and period: targets × units, what waits, what is missing. */

import type { z } from 'zod';
import type { FigureGrid, FigureRow } from '../../contract/measurements.ts';
import { scopesOf } from '../../core/rules/access.ts';
import { type Approver, mayApprove } from '../../core/rules/figure-states.ts';
import { phaseOf, type ReportingPeriod, reportDueOn } from '../../core/rules/periods.ts';
import { specialDays } from '../catalogues/facts.ts';
import { type MovementFacts, movementFacts } from '../movements/facts.ts';
import { idsAmongBelow } from '../organisations/facts.ts';
import { mayDo, reaches } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { settingOfProvince } from '../settings/facts.ts';
import { approverOf } from './approver.ts';
import { type AskedFigure, addsUp, askedFigures, type Unit } from './asked.ts';
import { cellOf } from './cells.ts';
import {
  type ClosedPeriod,
  closedPeriods,
  type KeptFigure,
  keptFigures,
  periodSharesOf,
  placeKey,
  yearAgoFigures,
} from './facts.ts';

type Grid = z.input<typeof FigureGrid>;
type Row = z.input<typeof FigureRow>;
type Period = { from: string; until: string };

const same = (one: Period, other: Period) => one.from === other.from && one.until === other.until;
const isOpen = (closed: ClosedPeriod | undefined) => closed === undefined || closed.reopenedAt !== null;

/** The figures of a movement for one period, as far as the person may see them. */
export async function viewFigureGrid(
  read: Read,
  viewer: Viewer,
  input: {
    movementId: string;
    from?: string | undefined;
    until?: string | undefined;
    organisationId?: string | undefined;
  },
): Promise<Grid> {
  const movement = await movementFacts(read, viewer, input.movementId);
  const asked = await seenFigures(read, viewer, movement, input.organisationId ?? null);
  const kept = await keptFigures(
    read,
    asked.map(({ id }) => id),
  );
  const closed = await closedPeriods(read, movement.id);
  const periods = listPeriods(asked, kept, closed, viewer.today);
  const period =
    periods.find((one) => one.from === input.from && one.until === input.until) ?? dueNow(periods, viewer.today);
  const shut = period && closed.find((one) => same(one, period));
  const shown = period ? asked.filter((one) => one.periods.some((other) => same(other, period))) : [];
  const approver = await approverOf(read, viewer, movement);
  const rows = period ? await gridRows(read, viewer, { shown, period, kept, approver }) : [];
  const due = period !== null && phaseOf(period, viewer.today) === 'over';
  return {
    movement: {
      id: movement.id,
      title: movement.title,
      organisation: { id: movement.organisationId, name: movement.organisationName },
    },
    periods,
    period: period && { kind: period.kind, from: period.from, until: period.until },
    dueOn: period && (await dueDay(read, viewer, period)),
    closed: shut && !isOpen(shut) ? { at: shut.closedAt, byPost: shut.closedBy } : null,
    reopened:
      shut && isOpen(shut) && shut.reopenedAt !== null
        ? { at: shut.reopenedAt, byPost: shut.reopenedBy ?? '', reason: shut.reopenedReason ?? '' }
        : null,
    closedVersion: shut?.version ?? 0,
    targets: shown.map(asShown),
    rows,
    missing: due || (period !== null && phaseOf(period, viewer.today) === 'running') ? missingOf(rows) : [],
    mayApprove: approver.forLauncher,
    mayLink: scopesOf('makeFigureLinks', viewer.roles).length > 0,
    mayClose: await mayDo(read, viewer, 'closePeriod', movement.organisationId),
  };
}

/** A target as one who reports for it sees it. */
export const asShown = (target: AskedFigure): Grid['targets'][number] => ({
  id: target.id,
  name: target.name,
  domain: target.domain,
  figure: target.figure,
  enteredAs: target.enteredAs,
  addsUp: addsUp(target),
  asFraction: target.asFraction,
  dataSource: target.dataSource,
  // The list is the launcher's own; units below it count theirs.
  things: target.units.length === 1 ? target.things : [],
});

/** Whoever looks from above sees all units; a unit its own line, those below it, and whoever reports for what it leads. */
export async function seenFigures(
  read: Read,
  viewer: Viewer,
  movement: MovementFacts,
  only: string | null,
): Promise<AskedFigure[]> {
  const asked = await askedFigures(read, movement);
  const whole = await reaches(read, viewer, scopesOf('read', viewer.roles), movement.organisationId);
  const units = [...new Set(asked.flatMap((one) => one.units.map(({ id }) => id)))];
  const own = whole ? new Set(units) : await idsAmongBelow(read, viewer.organisationId, units);
  const visible = ({ leadOrganisationId }: AskedFigure, { id }: Unit) =>
    (own.has(id) || leadOrganisationId === viewer.organisationId) && (only === null || id === only);
  return asked
    .map((one) => ({ ...one, units: one.units.filter((unit) => visible(one, unit)) }))
    .filter(({ units: left }) => left.length > 0);
}

/** By the days and the calendar of the province. */
export async function dueDay(
  read: Read,
  viewer: Pick<Viewer, 'provinceId' | 'today'>,
  period: Period,
): Promise<string> {
  const { provinceId, today } = viewer;
  const days = await settingOfProvince<number>(read, 'progress.days-to-report', { provinceId, on: today });
  return reportDueOn(period, days, await specialDays(read, viewer));
}

type Listed = Grid['periods'][number];

/** Every period with data, once, with how much of it waits and is missing. */
function listPeriods(
  asked: readonly AskedFigure[],
  kept: readonly KeptFigure[],
  closed: readonly ClosedPeriod[],
  today: string,
): Listed[] {
  const found = new Map<string, { period: ReportingPeriod; asked: number }>();
  const keyOf = (period: Period) => `${period.from} ${period.until}`;
  const sent = new Map<string, { waiting: number; there: number }>();
  const wanted = new Set(asked.flatMap((one) => one.units.map((unit) => `${one.id} ${unit.id}`)));
  for (const figure of kept) {
    if (!wanted.has(`${figure.targetId} ${figure.organisationId}`)) continue;
    const tally = sent.get(keyOf(figure)) ?? { waiting: 0, there: 0 };
    if (figure.state === 'submitted') tally.waiting += 1;
    if (figure.state === 'submitted' || figure.state === 'approved') tally.there += 1;
    sent.set(keyOf(figure), tally);
  }
  for (const one of asked)
    for (const period of one.periods) {
      const known = found.get(keyOf(period)) ?? { period, asked: 0 };
      known.asked += one.units.length;
      found.set(keyOf(period), known);
    }
  return [...found.values()]
    .map(({ period, asked: count }) => {
      const { waiting = 0, there = 0 } = sent.get(keyOf(period)) ?? {};
      return {
        kind: period.kind,
        from: period.from,
        until: period.until,
        closed: !isOpen(closed.find((one) => same(one, period))),
        waiting,
        asked: count,
        // What is still to come is not missing.
        missing: phaseOf(period, today) === 'to-come' ? 0 : Math.max(0, count - there),
      };
    })
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.from > b.from ? -1 : 1));
}

/** The newest period that is over or ends today and still open; else the running one; else the first. */
function dueNow(periods: readonly Listed[], today: string): Listed | null {
  const over = periods.findLast((one) => one.until <= today && !one.closed);
  const running = periods.find((one) => one.from <= today && today <= one.until);
  return over ?? running ?? periods[0] ?? null;
}

type Making = { shown: readonly AskedFigure[]; period: Period; kept: readonly KeptFigure[]; approver: Approver };

async function gridRows(read: Read, viewer: Viewer, { shown, period, kept, approver }: Making): Promise<Row[]> {
  const units = new Map(shown.flatMap((one) => one.units.map((unit) => [unit.id, unit.name] as const)));
  const mine = new Map<string, KeptFigure[]>();
  for (const figure of kept) {
    const key = placeKey(figure.targetId, figure.organisationId);
    const known = mine.get(key);
    if (known) known.push(figure);
    else mine.set(key, [figure]);
  }
  const yearAgo = await yearAgoFigures(
    read,
    shown.map(({ id }) => id),
    period.until,
  );
  const planned = await periodSharesOf(
    read,
    shown.map(({ id }) => id),
    period,
  );
  const scopes = scopesOf('saveFigures', viewer.roles);
  const below = scopes.includes('subtree') ? await idsAmongBelow(read, viewer.organisationId, [...units.keys()]) : null;
  return [...units].map(([id, name]) => ({
    organisation: { id, name },
    mayEnter: below?.has(id) ?? (scopes.length > 0 && id === viewer.organisationId),
    cells: shown.map((target) => {
      const unit = target.units.find((one) => one.id === id);
      const share = unit?.share ?? (target.units.length === 1 ? target.figure.value : null);
      const key = placeKey(target.id, id);
      const facts = cellOf(target, period, mine.get(key) ?? [], share, yearAgo.get(key));
      const asked = unit !== undefined;
      const mayApproveIt = asked && mayApprove(approver, { ...target, organisationId: id });
      const given = { share: unit?.share ?? null, planned: planned.get(key)?.[0]?.value ?? null };
      return { targetId: target.id, asked, ...given, mayApprove: mayApproveIt, ...facts };
    }),
  }));
}

/** Units with a figure that was asked for and not sent. */
function missingOf(rows: readonly Row[]): Grid['missing'] {
  const sent = ({ asked, figure }: Row['cells'][number]) =>
    !asked || figure?.state === 'submitted' || figure?.state === 'approved';
  return rows.filter(({ cells }) => !cells.every(sent)).map(({ organisation }) => organisation);
}
