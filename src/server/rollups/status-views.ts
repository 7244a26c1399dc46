/** Units against indicators: where each stands with its targets of a year. */

import { sql } from 'kysely';
import type { z } from 'zod';
import { type DueOfDomain, type getStatusMap, MOST_MAPPED, type StandingCell } from '../../contract/rollups.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { type Measured, type MeasuredMovement, targetDays } from '../../core/rules/measurements.ts';
import type { MovementKind } from '../../core/rules/movements.ts';
import type { PeriodKind, ReportedAs } from '../../core/rules/progress.ts';
import { worseOf } from '../../core/rules/standings.ts';
import { asShared, type UnitJudging, unitStandingOf } from '../../core/rules/unit-standing.ts';
import { askedByNow } from '../measurements/facts.ts';
import { figureTargets } from '../movements/facts.ts';
import { organisationFacts } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { catalogueOf, countedFigures, judgingOf, lastYearAsked, lastYearFigures, maySee } from './facts.ts';

type Cell = z.input<typeof StandingCell>;

type Unit = { id: string; name: string };

/** Units directly below on a day, in the order of the tree; clusters and councils are no units. */
async function unitsBelow(read: Read, organisationId: string, on: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    SELECT o.id, o.name FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
    WHERE c.ancestor_id = ${organisationId} AND c.depth = 1 AND c.valid_from <= ${on} AND c.valid_until > ${on}
      AND o.kind NOT IN ('cluster', 'council')
    ORDER BY o.position, o.name, o.id`.execute(read);
  return rows;
}

/** A target that a unit answers for: its own movement's, or its share of one from above. */
type Answering = {
  targetId: string;
  unitId: string;
  /** Null: the unit launched the movement itself. */
  share: string | null;
  own: boolean;
  movementId: string;
  kind: MovementKind;
  year: number;
  from: string | null;
  until: string | null;
};

async function answeringOf(read: Read, unitIds: readonly string[], year: number): Promise<Answering[]> {
  const ids = sql`ANY(${[...unitIds]}::uuid[])`;
  const movement = sql`m.id AS "movementId", m.kind, m.year, m.period_from AS "from", m.period_until AS until`;
  const { rows } = await sql<Answering>`
    SELECT t.id AS "targetId", m.organisation_id AS "unitId", NULL::numeric AS share, true AS own, ${movement}
    FROM movements m JOIN targets t ON t.movement_id = m.id
    WHERE m.organisation_id = ${ids} AND m.year = ${year} AND m.archived_at IS NULL AND t.indicator IS NOT NULL
    UNION ALL
    SELECT t.id, s.organisation_id, s.value, false, ${movement}
    FROM target_shares s JOIN targets t ON t.id = s.target_id JOIN movements m ON m.id = t.movement_id
    WHERE s.organisation_id = ${ids} AND m.year = ${year} AND m.archived_at IS NULL AND t.indicator IS NOT NULL`.execute(
    read,
  );
  return rows;
}

/**
 * What counts of the figures of these targets: of every unit the newest up to a day and the newest before the days on
 * which the target is measured. The rest of a year's figures changes no verdict. Found by target, and by target and unit.
 */
async function newestFor(read: Read, begins: ReadonlyMap<string, string>, on: string) {
  const { rows } = await sql<Measured & { targetId: string }>`
    SELECT DISTINCT ON (target_id, organisation_id, earlier) target_id AS "targetId",
      organisation_id AS "organisationId", period_kind AS "periodKind", period_from AS "from", period_until AS until,
      reported_as AS "reportedAs", value, numerator, denominator, estimated, sample
    FROM (
      SELECT m.*, m.period_until < b.begins AS earlier
      FROM unnest(${[...begins.keys()]}::uuid[], ${[...begins.values()]}::date[]) AS b (target_id, begins)
        JOIN measurements m USING (target_id)
      WHERE state = 'approved' AND period_until <= ${on}
        AND (value IS NOT NULL OR numerator IS NOT NULL)
    ) AS m
    ORDER BY target_id, organisation_id, earlier, period_until DESC, period_from`.execute(read);
  const found = new Map<string, Measured[]>();
  const put = (key: string, one: Measured) => {
    const known = found.get(key);
    if (known) known.push(one);
    else found.set(key, [one]);
  };
  for (const { targetId, ...row } of rows) {
    const measured = { ...row, periodKind: row.periodKind as PeriodKind, reportedAs: row.reportedAs as ReportedAs };
    put(targetId, measured);
    put(keyOf({ targetId, unitId: row.organisationId }), measured);
  }
  return found;
}

const keyOf = ({ targetId, unitId }: Pick<Answering, 'targetId' | 'unitId'>) => `${targetId} ${unitId}`;

const movementOf = ({ kind, year, from, until, unitId }: Answering): MeasuredMovement => ({
  kind,
  year,
  period: { from, until },
  launcherIds: [unitId],
});

/** Of two targets of one indicator the worse stands in the cell. */
const keptCell = (known: Cell | undefined, cell: Cell): Cell =>
  known && (known.verdict === cell.verdict || worseOf(known.verdict, cell.verdict) === known.verdict) ? known : cell;

type Due = z.input<typeof DueOfDomain>;

/** What is due of these units, by unit and domain: the same figures that are named where each of them is asked for. */
async function dueOf(
  read: Read,
  answering: readonly Answering[],
  unitIds: readonly string[],
  { judging, domainOf }: { judging: Required<UnitJudging>; domainOf: (indicator: string) => string | null },
): Promise<ReadonlyMap<string, Due[]>> {
  const { today, dueOn } = judging;
  const movementIds = [...new Set(answering.map(({ movementId }) => movementId))];
  const units = sql<boolean>`u.organisation_id = ANY(${[...unitIds]}::uuid[])`;
  const { rows } = await sql<{
    unitId: string;
    indicator: string | null;
    domain: string | null;
    from: string;
    until: string;
    asked: number;
    missing: number;
  }>`
    SELECT f.organisation_id AS "unitId", f.indicator, f.domain, f.period_from AS "from", f.period_until AS until,
      count(*)::int AS asked, (count(*) - count(f.state))::int AS missing
    FROM (${askedByNow({ movementIds, units, today })}) AS f GROUP BY 1, 2, 3, 4, 5`.execute(read);
  const found = new Map<string, Map<string | null, Due>>();
  for (const { unitId, indicator, domain: own, from, until, asked, missing } of rows) {
    const domain = (indicator === null ? null : domainOf(indicator)) ?? own;
    const byDomain = found.get(unitId) ?? new Map<string | null, Due>();
    const sum = byDomain.get(domain) ?? { domain, asked: 0, missing: 0, overdue: 0 };
    sum.asked += asked;
    sum.missing += missing;
    if (today > dueOn({ from, until })) sum.overdue += missing;
    found.set(unitId, byDomain.set(domain, sum));
  }
  return new Map([...found].map(([unitId, sums]) => [unitId, [...sums.values()]]));
}

/** Toàn cảnh: every unit below with every indicator it has a target of. */
export async function viewStatusMap(
  read: Read,
  viewer: Viewer,
  input: z.infer<(typeof getStatusMap)['input']>,
): Promise<z.input<(typeof getStatusMap)['output']>> {
  const organisationId: string = input.organisationId ?? viewer.organisationId;
  const year = input.year ?? Number(viewer.today.slice(0, 4));
  const [organisation] = await organisationFacts(read, viewer, [organisationId]);
  if (!organisation || !(await maySee(read, viewer, organisationId))) throw notFound();
  const on = viewer.today < `${year}-12-31` ? viewer.today : `${year}-12-31`;
  const all = await unitsBelow(read, organisationId, on);
  const units = all.slice(0, MOST_MAPPED);
  const unitIds = units.map(({ id }) => id);
  const answering = await answeringOf(read, unitIds, year);
  const targetIds = [...new Set(answering.map(({ targetId }) => targetId))];
  const targets = new Map((await figureTargets(read, { targetIds })).map((target) => [target.id, target]));
  const begins = new Map(
    answering.map((one) => [one.targetId, targetDays(targets.get(one.targetId) ?? {}, movementOf(one)).from]),
  );
  const own = answering.flatMap((one) => {
    const target = targets.get(one.targetId);
    return target && one.own ? [{ ...target, verdictGiven: null, movement: movementOf(one) }] : [];
  });
  const measured = await countedFigures(read, viewer, own, await newestFor(read, begins, viewer.today));
  const judging = await judgingOf(read, viewer);
  const cells = new Map<string, Cell>();
  const asked = answering.flatMap((one) => {
    const target = targets.get(one.targetId);
    if (!target?.indicator) return [];
    const own = measured.get(one.own ? one.targetId : keyOf(one)) ?? [];
    return [{ one, target, own, movement: movementOf(one) }];
  });
  const lastYear = await lastYearFigures(
    read,
    asked.flatMap(({ one, target, own, movement }) => lastYearAsked(keyOf(one), target, movement, own)),
  );
  for (const { one, target, own, movement } of asked) {
    // A goal without a figure has a verdict of the movement's, not of each unit's.
    const judged = { ...asShared(target, one.own ? null : one.share), verdictGiven: null };
    const shape = lastYear.get(keyOf(one)) ?? [];
    const { verdict, attainment, expectedAttainment, asOf } = unitStandingOf(judged, movement, own, judging, shape);
    const key = `${one.unitId} ${target.indicator}`;
    const cell = { verdict, attainment, expectedAttainment, asOf, movementId: one.movementId, targetId: one.targetId };
    cells.set(key, keptCell(cells.get(key), cell));
  }
  const used = new Set([...targets.values()].map(({ indicator }) => indicator));
  const order = (domain: string) => (DOMAIN_CODES as readonly string[]).indexOf(domain);
  const catalogue = await catalogueOf(read, viewer.provinceId);
  const domainOf = (code: string) => catalogue.get(code)?.domain ?? null;
  const due = await dueOf(read, answering, unitIds, { judging, domainOf });
  const indicators = [...catalogue.values()]
    .filter(({ code }) => used.has(code))
    .sort((a, b) => order(a.domain) - order(b.domain))
    .map(({ code, name, domain, units: [unit = null] }) => ({ code, name, domain, unit }));
  return {
    organisation: { id: organisation.id, name: organisation.name },
    year,
    indicators,
    units: units.map(({ id, name }) => ({
      organisation: { id, name },
      cells: indicators.map(({ code }) => cells.get(`${id} ${code}`) ?? null),
      due: due.get(id) ?? [],
    })),
    more: all.length - units.length,
  };
}
