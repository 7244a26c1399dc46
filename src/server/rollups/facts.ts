/** What an indicator's figures are worth beside each other, and by what they are judged. */

import { type RawBuilder, sql } from 'kysely';
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
import { hasMet, type UnitJudging } from '../../core/rules/unit-standing.ts';
import { provinceIndicators, specialDays } from '../catalogues/facts.ts';
import { sharesOf } from '../measurements/facts.ts';
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

type Counted = MeasuredTarget & { id: string; movement: MeasuredMovement };
type ByTarget = ReadonlyMap<string, readonly Measured[]>;

/**
 * Gives the figures what they are put together by: those under weighted means the weights of their units, those under
 * shares of units that met theirs whether each did. All others stay as they are.
 */
export async function countedFigures(
  read: Read,
  viewer: Pick<Viewer, 'provinceId' | 'today'>,
  targets: readonly Counted[],
  measured: ByTarget,
): Promise<ByTarget> {
  const means = targets.filter((target) => natureOf(target).how === 'weighted-mean');
  const judged = targets.filter((target) => natureOf(target).how === 'share-of-units');
  return new Map([
    ...measured,
    ...(means.length > 0 ? await weighedFigures(read, viewer, means, measured) : []),
    ...(judged.length > 0 ? await judgedFigures(read, viewer, judged, measured) : []),
  ]);
}

/** Each unit is judged by its own share on the last day of the period, as it is above it (judged.ts). */
async function judgedFigures(
  read: Read,
  viewer: Pick<Viewer, 'provinceId' | 'today'>,
  targets: readonly Counted[],
  measured: ByTarget,
): Promise<ByTarget> {
  const limitsOn = await progressLimitsOf(read, viewer);
  const shares = await sharesOf(
    read,
    targets.map(({ id }) => id),
  );
  return new Map(
    targets.map((target) => {
      const figures = measured.get(target.id) ?? [];
      const { from } = targetDays(target, target.movement);
      const metBy = (figure: Measured) => {
        const { organisationId, reportedAs: is, value, numerator, denominator, until: on } = figure;
        const share = shares.find((one) => one.targetId === target.id && one.organisationId === organisationId);
        const before = figures.findLast((one) => one.organisationId === organisationId && one.until < from);
        const judged = { ...target, share: share?.value ?? null, own: share === undefined };
        const told = { reached: { is, value, numerator, denominator }, base: before?.value ?? null, on };
        return hasMet(judged, told, limitsOn(on));
      };
      return [target.id, figures.map((figure) => ({ ...figure, met: metBy(figure) }))];
    }),
  );
}

async function weighedFigures(
  read: Read,
  { provinceId }: Pick<Viewer, 'provinceId'>,
  means: readonly Counted[],
  measured: ByTarget,
): Promise<ByTarget> {
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
  return weighed;
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
  /** It is put together from units, and so is last year. */
  below: boolean;
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
  const current = measured.filter(({ until }) => until >= days.from && until <= days.until);
  if (current.length === 0) return [];
  const { launcherIds: organisationIds } = movement;
  const below =
    natureOf(target).how === 'sum' && !current.some(({ organisationId }) => organisationIds.includes(organisationId));
  const on = current.map(({ until }) => until);
  const { id: targetId, name, indicator, figure } = target;
  return [{ key, targetId, name, indicator, unit: figure.unit, organisationIds, days, on, below }];
}

type Wanted = Omit<LastYearAsked, 'organisationIds' | 'days' | 'on'> & { organisationId: string; day: string };

type Told = DatedFigure & {
  key: string;
  targetId: string;
  name: string;
  kind: MovementKind;
  year: number;
  from: string | null;
  until: string | null;
  yearKind: YearKind;
  /** Who told it, where it was put together. */
  units: string | null;
};

/**
 * Figures of last year on the same days: of the target itself, else of the one target of that indicator and unit that
 * was measured on the same days a year before; of several the one of the same name. What is put together from units is
 * held against what was put together then, as far as nobody who was asked is missing in it.
 */
export async function lastYearFigures(
  read: Read,
  asked: readonly LastYearAsked[],
): Promise<Map<string, DatedFigure[]>> {
  const wanted = asked.flatMap(({ on, days, organisationIds, ...one }) =>
    daysForShare(days, on).flatMap((day) => organisationIds.map((organisationId) => ({ ...one, organisationId, day }))),
  );
  if (wanted.length === 0) return new Map();
  const [told, together] = [await toldItself(read, wanted), await putTogether(read, wanted)];
  return new Map(
    asked.map((one) => {
      const chosen = chosenOf(one, together.get(one.key) ?? []);
      return [one.key, chosen.length > 0 ? chosen : chosenOf(one, told.get(one.key) ?? [])];
    }),
  );
}

const TOLD_FOR = sql`a.key, t.id AS "targetId", t.name, v.kind, v.year, v.period_from AS "from", v.period_until AS until,
  t.year_kind AS "yearKind"`;

const wantedRows = (wanted: readonly Wanted[]): RawBuilder<unknown> => {
  const column = <K extends keyof Wanted>(name: K) => wanted.map((one) => one[name]);
  return sql`unnest(${column('key')}::text[], ${column('indicator')}::text[], ${column('unit')}::text[],
    ${column('organisationId')}::uuid[], ${column('day')}::date[]) AS a(key, indicator, unit, organisation_id, day)`;
};

function byKey(rows: readonly Told[]): Map<string, Told[]> {
  const found = new Map<string, Told[]>();
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), row]);
  return found;
}

/** What the launcher told itself. */
async function toldItself(read: Read, wanted: readonly Wanted[]): Promise<Map<string, Told[]>> {
  const { rows } = await sql<Told>`
    SELECT ${TOLD_FOR}, m.period_until AS "on", m.value, NULL AS units
    FROM ${wantedRows(wanted)} JOIN measurements m ON m.indicator = a.indicator AND m.organisation_id = a.organisation_id AND m.period_until = a.day
        AND m.unit IS NOT DISTINCT FROM a.unit AND m.state = 'approved' AND m.reported_as = 'level' AND m.value IS NOT NULL
      JOIN targets t ON t.id = m.target_id JOIN movements v ON v.id = t.movement_id AND v.archived_at IS NULL
    ORDER BY m.period_until, m.period_from`.execute(read);
  return byKey(rows);
}

/** What the units of its targets told, added up; only where all told who were asked. */
async function putTogether(read: Read, wanted: readonly Wanted[]): Promise<Map<string, Told[]>> {
  const below = wanted.filter((one) => one.below);
  if (below.length === 0) return new Map();
  const { rows } = await sql<Told>`
    SELECT key, "targetId", name, kind, year, "from", until, "yearKind", "on", sum(value) AS value,
      string_agg(unit_id::text, ' ' ORDER BY unit_id) AS units
    FROM (
      SELECT DISTINCT ON (a.key, t.id, m.period_until, m.organisation_id) ${TOLD_FOR}, m.period_until AS "on", m.value,
        m.organisation_id AS unit_id, s.organisation_id IS NOT NULL AS shares
      FROM ${wantedRows(below)}
        JOIN movements v ON v.organisation_id = a.organisation_id AND v.archived_at IS NULL
        JOIN targets t ON t.movement_id = v.id AND t.indicator = a.indicator AND t.unit IS NOT DISTINCT FROM a.unit
        JOIN measurements m ON m.target_id = t.id AND m.period_until = a.day AND m.organisation_id <> a.organisation_id
          AND m.state = 'approved' AND m.reported_as = 'level' AND m.value IS NOT NULL
        LEFT JOIN target_shares s ON s.target_id = t.id AND s.organisation_id = m.organisation_id
      ORDER BY a.key, t.id, m.period_until, m.organisation_id, m.period_from
    ) AS told
    GROUP BY key, "targetId", name, kind, year, "from", until, "yearKind", "on"
    HAVING count(*) FILTER (WHERE shares) = (SELECT count(*) FROM target_shares s WHERE s.target_id = "targetId")
    ORDER BY "on"`.execute(read);
  return byKey(rows);
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
  // Sums of other units are no part of the year's.
  const whole = chosen?.find(({ on }) => on === until);
  return (chosen ?? []).filter(({ units }) => units === whole?.units).map(({ on, value }) => ({ on, value }));
}
