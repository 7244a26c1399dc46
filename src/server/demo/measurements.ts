/** Puts sample figures under the demo's targets. */

import { periodsOf } from '../../core/rules/periods.ts';
import { splitEvenly } from '../../core/rules/target-split.ts';
import { endOfMonth } from '../../core/text/dates.ts';
import { actForSystem, type World } from '../act.ts';
import { inProvince } from '../wall.ts';
import { BINH_LU_VILLAGES, BINH_LU_VILLAGES_YEAR_AGO, type SampleFigures } from './figures.ts';
import type { SeededProvince } from './people.ts';
import { idOf } from './places.ts';

type Figure = {
  targetId: string;
  organisationId: string;
  kind: 'month' | 'quarter' | 'half-year' | 'year';
  until: string;
  value?: string;
  ratio?: readonly [string, string];
  is?: 'change';
  estimated?: boolean;
};

const END_OF_MARCH = '2026-03-31';
const END_OF_JUNE = '2026-06-30';

/** First day of the period that ends on a day. */
function firstDay({ kind, until }: Figure): string {
  const [year = '', month = ''] = until.split('-');
  const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[kind];
  return `${year}-${String(Number(month) - months + 1).padStart(2, '0')}-01`;
}

function figuresOf(sample: SampleFigures, year: number): Omit<Figure, 'targetId' | 'organisationId'>[] {
  const more = { ...(sample.is ? { is: sample.is } : {}), ...(sample.estimated ? { estimated: true } : {}) };
  const figures: Omit<Figure, 'targetId' | 'organisationId'>[] = [];
  if (sample.base !== undefined) figures.push({ kind: 'year', until: `${year - 1}-12-31`, value: sample.base });
  for (const [at, value] of (sample.months ?? []).entries())
    figures.push({ ...more, kind: 'month', until: endOfMonth(year, at + 1) ?? END_OF_JUNE, value });
  for (const [at, value] of (sample.monthsBefore ?? []).entries())
    figures.push({ ...more, kind: 'month', until: endOfMonth(year - 1, at + 1) ?? END_OF_JUNE, value });
  for (const [at, value] of (sample.quarters ?? []).entries())
    figures.push({ ...more, kind: 'quarter', until: at === 0 ? END_OF_MARCH : END_OF_JUNE, value });
  if (sample.halfYear !== undefined)
    figures.push({ ...more, kind: 'half-year', until: END_OF_JUNE, value: sample.halfYear });
  if (sample.ratio !== undefined) figures.push({ ...more, kind: 'half-year', until: END_OF_JUNE, ratio: sample.ratio });
  if (sample.final !== undefined)
    figures.push({ ...more, kind: sample.finalOf ?? 'year', until: `${year}-12-31`, value: sample.final });
  return figures;
}

type Target = { id: string; key: string; organisationId: string };

/** Targets of a movement by indicator, the second of one indicator as "indicator#2". */
async function targetsOf(world: World, { provinceId }: SeededProvince, movementId: string): Promise<Target[]> {
  const rows = await inProvince(world.db, provinceId, (trx) =>
    trx
      .selectFrom('targets as t')
      .innerJoin('movements as m', 'm.id', 't.movement_id')
      .select(['t.id', 't.indicator', 'm.organisation_id as organisationId'])
      .where('t.movement_id', '=', movementId)
      .orderBy('t.position')
      .execute(),
  );
  const seen = new Map<string, number>();
  return rows.flatMap(({ id, indicator, organisationId }) => {
    if (indicator === null) return [];
    const nth = (seen.get(indicator) ?? 0) + 1;
    seen.set(indicator, nth);
    return [{ id, key: nth === 1 ? indicator : `${indicator}#${nth}`, organisationId }];
  });
}

type ForMovement = { movementId: string; figures: Record<string, SampleFigures>; year: number };

/** The launcher's own figures. A figure whose target was not found is a fault of the demo. */
export async function addFigures(
  world: World,
  province: SeededProvince,
  { movementId, figures, year }: ForMovement,
): Promise<void> {
  const targets = await targetsOf(world, province, movementId);
  const rows = Object.entries(figures).flatMap(([key, sample]) => {
    const target = targets.find((one) => one.key === key);
    if (!target) throw new Error(`the demo's movement has no target ${key}`);
    const { id: targetId, organisationId } = target;
    return figuresOf(sample, year).map((figure) => ({ ...figure, targetId, organisationId }));
  });
  await insert(world, province, movementId, rows);
  await askAsOften(world, province, rows);
}

/** Figures are asked for as often as the samples have them. */
async function askAsOften(world: World, { provinceId }: SeededProvince, figures: readonly Figure[]): Promise<void> {
  const often = new Map(
    figures.flatMap(({ targetId, kind }) =>
      kind === 'month' || kind === 'quarter' ? [[targetId, kind] as const] : [],
    ),
  );
  if (often.size === 0) return;
  await actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { record }) => {
    for (const [id, kind] of often) {
      await tx.updateTable('targets').set({ data_period: kind }).where('id', '=', id).execute();
      record({ deed: 'data-period-set', subjectKind: 'target', subjectId: id, after: { kind } });
    }
  });
}

/** What Bình Lư's villages reported: rolled up, with one of twelve missing in June. */
export async function addVillageFigures(world: World, province: SeededProvince, movementId: string): Promise<void> {
  const targets = await targetsOf(world, province, movementId);
  const idOfTarget = (key: string) => targets.find((one) => one.key === key)?.id ?? '';
  const jobs = idOfTarget('giai_quyet_viec_lam');
  const insured = idOfTarget('bao_phu_bhyt');
  const rows = BINH_LU_VILLAGES.flatMap((village, at): Figure[] => {
    const organisationId = idOf(province.places, `ban-${at + 1}`);
    const common = { organisationId, kind: 'quarter' as const };
    const [juneBefore, yearBefore] = BINH_LU_VILLAGES_YEAR_AGO[at] ?? [null, null];
    const days = ['2025-06-30', '2025-12-31', END_OF_MARCH, END_OF_JUNE];
    const found = [juneBefore, yearBefore, ...village.jobs];
    return days.flatMap((until, nth) => {
      const [value, covered] = [found[nth] ?? null, village.insured[nth - 2] ?? null];
      const estimated = at === 0 && until === END_OF_JUNE;
      return [
        ...(value === null ? [] : [{ ...common, targetId: jobs, until, value, estimated }]),
        ...(covered === null
          ? []
          : [{ ...common, targetId: insured, until, ratio: [covered, village.people] as const }]),
      ];
    });
  });
  // The base of a rolled-up share is the launcher's own of last year.
  const [launcher] = targets;
  const base = { targetId: insured, organisationId: launcher?.organisationId ?? '', kind: 'year' as const };
  await insert(world, province, movementId, [...rows, { ...base, until: '2025-12-31', value: '90.4' }]);
  await askVillages(world, province, [jobs, insured]);
}

const YEAR = { from: '2026-01-01', until: '2026-12-31' };

/** The villages report both targets each quarter; new jobs are shared out evenly, among the quarters too. */
async function askVillages(world: World, province: SeededProvince, targetIds: readonly string[]): Promise<void> {
  const { provinceId } = province;
  await actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { now, record }) => {
    for (const id of targetIds) {
      const { value, measure } = await tx
        .selectFrom('targets')
        .select(['value', 'measure'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const shares = measure === 'amount' && value !== null ? splitEvenly(value, BINH_LU_VILLAGES.length) : null;
      const split = { target_id: id, province_id: provinceId, at: now, by_post: 'Số liệu mẫu' };
      await tx.insertInto('target_splits').values(split).execute();
      await tx
        .insertInto('target_shares')
        .values(
          BINH_LU_VILLAGES.map((_village, at) => ({
            target_id: id,
            organisation_id: idOf(province.places, `ban-${at + 1}`),
            province_id: provinceId,
            position: at,
            value: shares?.[at] ?? null,
          })),
        )
        .execute();
      await tx.updateTable('targets').set({ data_period: 'quarter' }).where('id', '=', id).execute();
      if (shares)
        await tx
          .insertInto('target_period_shares')
          .values(
            shares.flatMap((share, at) =>
              periodsOf('quarter', YEAR).map(({ from, until }, quarter) => ({
                ...{ target_id: id, organisation_id: idOf(province.places, `ban-${at + 1}`), province_id: provinceId },
                ...{ period_from: from, period_until: until, value: splitEvenly(share, 4)?.[quarter] ?? '0' },
              })),
            ),
          )
          .execute();
      record({ deed: 'target-split', subjectKind: 'target', subjectId: id });
    }
  });
}

async function insert(
  world: World,
  { provinceId }: SeededProvince,
  movementId: string,
  figures: Figure[],
): Promise<void> {
  await actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { newId, record }) => {
    const rows = figures.map((figure) => ({
      id: newId(),
      province_id: provinceId,
      target_id: figure.targetId,
      organisation_id: figure.organisationId,
      period_kind: figure.kind,
      period_from: firstDay(figure),
      period_until: figure.until,
      reported_as: figure.is ?? 'level',
      value: figure.value ?? null,
      entered_value: figure.value ?? null,
      numerator: figure.ratio?.[0] ?? null,
      denominator: figure.ratio?.[1] ?? null,
      estimated: figure.estimated ?? false,
      reported_at: `${figure.until}T09:00:00.000Z`,
      reported_by_post: 'Số liệu mẫu',
      sample: true,
    }));
    await tx.insertInto('measurements').values(rows).execute();
    record({ deed: 'figures-seeded', subjectKind: 'movement', subjectId: movementId, after: { figures: rows.length } });
  });
}

/** Marks everything of the demo as sample. */
export async function markSample(world: World, provinceId: string): Promise<void> {
  await actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { record }) => {
    await tx.updateTable('movements').set({ sample: true }).where('province_id', '=', provinceId).execute();
    await tx.updateTable('documents').set({ sample: true }).where('province_id', '=', provinceId).execute();
    record({ deed: 'marked-as-sample', subjectKind: 'province', subjectId: provinceId });
  });
}
