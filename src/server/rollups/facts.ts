/** What an indicator's figures are worth beside each other, and by what they are judged. */

import { sql } from 'kysely';
import { addYears } from '../../core/rules/calendar.ts';
import type { DatedFigure } from '../../core/rules/forecast.ts';
import { daysForShare, sameDayLastYear } from '../../core/rules/last-year.ts';
import {
  type Measured,
  type MeasuredMovement,
  type MeasuredTarget,
  natureOf,
  targetDays,
} from '../../core/rules/measurements.ts';
import type { MovementKind } from '../../core/rules/movements.ts';
import { type Days, reportDueOn } from '../../core/rules/periods.ts';
import { POPULATION, unitFactor } from '../../core/rules/rolled-figures.ts';
import type { YearKind } from '../../core/rules/target-details.ts';
import type { UnitJudging } from '../../core/rules/unit-standing.ts';
import { provinceIndicators, specialDays } from '../catalogues/facts.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { progressLimitsOf, settingOfProvince } from '../settings/facts.ts';
import { type Catalogue, type Worth, weightOn } from './counting.ts';

/** The catalogue of a province by code. */
export async function catalogueOf(read: Read, provinceId: string): Promise<Catalogue> {
  return new Map((await provinceIndicators(read, { provinceId })).map((one) => [one.code, one]));
}

/** For the units in which targets of these indicators are told; those of another kind are left out. */
export async function worthOf(
  read: Read,
  { provinceId, codes, catalogue }: { provinceId: string; codes: readonly string[]; catalogue: Catalogue },
): Promise<Worth> {
  const { rows } = await sql<{ indicator: string; unit: string | null }>`
    SELECT DISTINCT indicator, unit FROM targets WHERE province_id = ${provinceId} AND indicator = ANY(${[...codes]}::text[])`.execute(
    read,
  );
  const worth: Worth = {};
  for (const { indicator, unit } of rows) {
    const factor = unitFactor(catalogue.get(indicator), unit);
    if (factor !== null) worth[indicator] = { ...worth[indicator], [unit ?? '']: factor };
  }
  return worth;
}

/** What one's right reaches, and where one sits: a head's cluster is no member of itself. */
export const maySee = async (read: Read, viewer: Viewer, organisationId: string): Promise<boolean> =>
  organisationId === viewer.organisationId || (await mayDo(read, viewer, 'read', organisationId));

/** How figures are judged today: by the limits, the calendar and the days to report of the province. */
export async function judgingOf(read: Read, viewer: Viewer): Promise<Required<UnitJudging>> {
  const { provinceId, today } = viewer;
  const special = await specialDays(read, viewer);
  const days = await settingOfProvince<number>(read, 'progress.days-to-report', { provinceId, on: today });
  const limitsOn = await progressLimitsOf(read, viewer);
  return { today, limitsOn, dueOn: (period) => reportDueOn(period, days, special) };
}

/** The newest population of units on a day, as figures per head are counted; a unit without one is left out. */
export async function populationsOf(
  read: Read,
  { provinceId }: Pick<Viewer, 'provinceId'>,
  unitIds: readonly string[],
  until: string,
): Promise<Map<string, string>> {
  if (unitIds.length === 0) return new Map();
  const catalogue = await catalogueOf(read, provinceId);
  const worth = await worthOf(read, { provinceId, codes: [POPULATION], catalogue });
  const on = { unit: sql`unit.id`, weigher: sql`${POPULATION}`, until: sql`${until}::date`, catalogue, worth };
  const { rows } = await sql<{ id: string; heads: string }>`
    SELECT unit.id, h.weight AS heads FROM unnest(${[...unitIds]}::uuid[]) AS unit (id)
    CROSS JOIN LATERAL (${weightOn(on)}) AS h WHERE h.weight IS NOT NULL`.execute(read);
  return new Map(rows.map(({ id, heads }) => [id, heads]));
}

type Weighable = Pick<MeasuredTarget, 'indicator' | 'ownIndicator' | 'figure'> & { id: string };

/** Gives the figures under targets that are weighted means the weights of their units; all others stay as they are. */
export async function weighedFigures(
  read: Read,
  { provinceId }: Pick<Viewer, 'provinceId'>,
  targets: readonly Weighable[],
  measured: ReadonlyMap<string, readonly Measured[]>,
): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const means = targets.filter((target) => natureOf(target).how === 'weighted-mean');
  if (means.length === 0) return measured;
  const catalogue = await catalogueOf(read, provinceId);
  const asked = means.flatMap(({ id, indicator }) => {
    const weigher = catalogue.get(indicator ?? '')?.weighedBy;
    return weigher === undefined ? [] : (measured.get(id) ?? []).map((figure) => ({ id, weigher, figure }));
  });
  const worth = await worthOf(read, { provinceId, codes: asked.map(({ weigher }) => weigher), catalogue });
  const on = { unit: sql`a.organisation_id`, weigher: sql`a.weigher`, until: sql`a.until` };
  const { rows } = await sql<{ weight: string | null }>`
    SELECT h.weight FROM unnest(${asked.map(({ figure }) => figure.organisationId)}::uuid[],
        ${asked.map(({ weigher }) => weigher)}::text[], ${asked.map(({ figure }) => figure.until)}::date[])
        WITH ORDINALITY AS a(organisation_id, weigher, until, at)
      LEFT JOIN LATERAL (${weightOn({ ...on, catalogue, worth })}) AS h ON true
    ORDER BY a.at`.execute(read);
  const weighed = new Map<string, Measured[]>();
  asked.forEach(({ id, figure }, at) => {
    const known = weighed.get(id) ?? [];
    known.push({ ...figure, weight: rows[at]?.weight ?? null });
    weighed.set(id, known);
  });
  return new Map([...measured, ...weighed]);
}

/** A flow whose course of the year before is wanted, and whose figures tell it. */
export type LastYearAsked = {
  /** What the answer is found by. */
  key: string;
  targetId: string;
  name: string;
  indicator: string | null;
  unit: string | null;
  organisationIds: readonly string[];
  /** The days on which it is measured this year. */
  days: Days;
  /** Of this year: the same days of last year are looked for. */
  on: readonly string[];
};

/** What to ask of last year for a target with its figures: nothing where its pace is no flow's. */
export function lastYearAsked(
  key: string,
  target: Pick<MeasuredTarget, 'indicator' | 'ownIndicator' | 'figure' | 'yearKind'> & { id: string; name: string },
  movement: MeasuredMovement,
  measured: readonly Measured[],
): LastYearAsked[] {
  if (target.indicator === null || target.figure === null || natureOf(target).nature !== 'flow') return [];
  const days = targetDays(target, movement);
  const on = measured.map(({ until }) => until).filter((until) => until >= days.from && until <= days.until);
  const { id: targetId, name, indicator, figure } = target;
  return on.length === 0
    ? []
    : [{ key, targetId, name, indicator, unit: figure.unit, organisationIds: movement.launcherIds, days, on }];
}

type Told = DatedFigure & {
  key: string;
  targetId: string;
  name: string;
  kind: MovementKind;
  year: number;
  from: string | null;
  until: string | null;
  yearKind: YearKind;
};

/**
 * Figures of last year on the same days: of the target itself, else of the one target of that indicator and unit that
 * was measured on the same days a year before; of several the one of the same name.
 */
export async function lastYearFigures(
  read: Read,
  asked: readonly LastYearAsked[],
): Promise<Map<string, DatedFigure[]>> {
  const wanted = asked.flatMap(({ on, days, organisationIds, ...one }) =>
    daysForShare(days, on).flatMap((day) => organisationIds.map((organisationId) => ({ ...one, organisationId, day }))),
  );
  if (wanted.length === 0) return new Map();
  const column = <K extends keyof (typeof wanted)[number]>(name: K) => wanted.map((one) => one[name]);
  const { rows } = await sql<Told>`
    SELECT a.key, t.id AS "targetId", t.name, m.period_until AS "on", m.value, v.kind, v.year, v.period_from AS "from",
      v.period_until AS until, t.year_kind AS "yearKind"
    FROM unnest(${column('key')}::text[], ${column('indicator')}::text[], ${column('unit')}::text[],
        ${column('organisationId')}::uuid[], ${column('day')}::date[]) AS a(key, indicator, unit, organisation_id, day)
      JOIN measurements m ON m.indicator = a.indicator AND m.organisation_id = a.organisation_id AND m.period_until = a.day
        AND m.unit IS NOT DISTINCT FROM a.unit AND m.state = 'approved' AND m.reported_as = 'level' AND m.value IS NOT NULL
      JOIN targets t ON t.id = m.target_id JOIN movements v ON v.id = t.movement_id AND v.archived_at IS NULL
    ORDER BY m.period_until, m.period_from`.execute(read);
  const told = new Map<string, Told[]>();
  for (const row of rows) told.set(row.key, [...(told.get(row.key) ?? []), row]);
  return new Map(asked.map((one) => [one.key, chosenOf(one, told.get(one.key) ?? [])]));
}

function chosenOf(asked: LastYearAsked, told: readonly Told[]): DatedFigure[] {
  const until = sameDayLastYear(asked.days.until);
  const from = addYears(asked.days.from, -1);
  const others = told.filter((one) => {
    const { from: first, until: last } = one;
    const days = targetDays(one, { kind: one.kind, year: one.year, period: { from: first, until: last } });
    return one.targetId !== asked.targetId && days.from === from && days.until === until;
  });
  const named = others.filter(({ name }) => name === asked.name);
  const single = (rows: readonly Told[]) => new Set(rows.map(({ targetId }) => targetId)).size === 1;
  const own = told.filter(({ targetId }) => targetId === asked.targetId);
  const chosen = [own, others, named].find(
    (rows) => single(rows) && rows.some(({ on }) => on === until) && rows.some(({ on }) => on !== until),
  );
  return (chosen ?? []).map(({ on, value }) => ({ on, value }));
}
