/** What surrounds some of Bình Lư's targets: the schools that are ticked, the levels of its budget, an adjustment. */

import { act, actForSystem, type World } from '../act.ts';
import { adjustTarget, arrangeTarget, judgeGoal } from '../movements/target-detail-acts.ts';
import { viewTargetDetails } from '../movements/target-detail-views.ts';
import { reading, type Viewer } from '../read.ts';
import type { SeededProvince } from './people.ts';

const worldOn = (world: World, day: string): World => ({ ...world, now: () => `${day}T02:00:00.000Z` });

/** Schools of the commune with the title they hold; the last one does not hold it yet. */
const SCHOOLS: readonly (readonly [name: string, from: string | null, until: string | null])[] = [
  ['Trường Mầm non Bình Lư', '2023-11-15', '2028-11-14'],
  ['Trường Mầm non Tam Đường', '2022-05-10', '2027-05-09'],
  ['Trường Tiểu học Bình Lư', '2024-08-20', '2029-08-19'],
  ['Trường Tiểu học Sơn Bình', '2023-05-12', '2028-05-11'],
  ['Trường Tiểu học Tam Đường', '2021-12-01', '2026-11-30'],
  ['Trường Trung học cơ sở Bình Lư', '2024-11-18', '2029-11-17'],
  ['Trường Trung học cơ sở Tam Đường', '2022-11-20', '2027-11-19'],
  ['Trường Mầm non Sơn Bình', null, null],
];

export async function arrangeTargets(
  world: World,
  { provinceId }: SeededProvince,
  viewer: Viewer,
  movementId: string,
): Promise<void> {
  const rows = await reading(world.db, viewer, (read) =>
    read
      .selectFrom('targets')
      .select(['id', 'indicator', 'measure'])
      .where('movement_id', '=', movementId)
      .orderBy('position')
      .execute(),
  );
  const idOf = (indicator: string): string => {
    const found = rows.find((row) => row.indicator === indicator);
    if (!found) throw new Error(`the demo's plan has no target ${indicator}`);
    return found.id;
  };
  const arrange = async (targetId: string, change: (now: Arranged) => Arranged) => {
    const details = await reading(world.db, viewer, (read) => viewTargetDetails(read, viewer, { targetId }));
    const { levels, measured, dataSource, dataPeriod, enteredAs, yearKind } = details;
    const now: Arranged = {
      levels,
      measured,
      dataSource,
      dataPeriod,
      enteredAs,
      yearKind,
      supporterIds: [],
      things: [],
    };
    const actionId = world.newId();
    const input = { actionId, targetId, version: details.target.version, ...change(now) };
    const doing = { viewer, name: 'arrangeTarget', actionId, input } as const;
    return act(worldOn(world, '2026-01-23'), doing, arrangeTarget);
  };
  const budget = idOf('thu_nsnn');
  await arrange(budget, (now) => ({
    ...now,
    levels: { assigned: '32000', council: '33515', aspired: '35000' },
    measured: 'council',
    dataSource: 'Thuế cơ sở, Kho bạc',
  }));
  const schools = idOf('truong_chuan_quoc_gia');
  const { things } = await arrange(schools, (now) => ({
    ...now,
    dataSource: 'Phòng Văn hóa - Xã hội',
    things: SCHOOLS.map(([name, heldFrom, heldUntil]) => ({ thingId: null, name, heldFrom, heldUntil })),
  }));
  await tickHeld(world, provinceId, schools, things.slice(0, -1));
  const goal = rows.find(({ measure }) => measure === null);
  if (goal) await judge(world, viewer, goal.id);
}

type Arranged = Omit<Parameters<typeof arrangeTarget>[1], 'actionId' | 'targetId' | 'version'>;

/** The sample figure of the schools stands for these. */
function tickHeld(
  world: World,
  provinceId: string,
  targetId: string,
  things: readonly { id: string }[],
): Promise<void> {
  return actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { record }) => {
    const figures = await tx.selectFrom('measurements').select('id').where('target_id', '=', targetId).execute();
    for (const { id } of figures)
      await tx
        .insertInto('measurement_ticks')
        .values(things.map((thing) => ({ measurement_id: id, thing_id: thing.id, province_id: provinceId })))
        .execute();
    record({ deed: 'figures-ticked', subjectKind: 'target', subjectId: targetId });
  });
}

/** A resolution of May lowers the number of new enterprises. */
export async function adjustEnterprises(world: World, viewer: Viewer, movementId: string): Promise<void> {
  const { id, version } = await reading(world.db, viewer, (read) =>
    read
      .selectFrom('targets')
      .select(['id', 'version'])
      .where('movement_id', '=', movementId)
      .where('unit', '=', 'doanh nghiệp')
      .executeTakeFirstOrThrow(),
  );
  const input = {
    actionId: world.newId(),
    targetId: id,
    version,
    inForceOn: '2026-05-15',
    resolution: '09/NQ-HĐND',
    resolutionOn: '2026-05-12',
    ...{ value: '45', low: null, high: null, numerator: null, denominator: null },
    note: 'Theo tình hình đăng ký 4 tháng đầu năm',
  };
  const late = worldOn(world, '2026-05-15');
  await act(late, { viewer, name: 'adjustTarget', actionId: input.actionId, input }, adjustTarget);
}

/** The first verdict of a goal without a figure. */
async function judge(world: World, viewer: Viewer, goal: string): Promise<void> {
  const input = {
    actionId: world.newId(),
    targetId: goal,
    version: 1,
    verdict: 'achieved' as const,
    rating: 'Hoàn thành tốt nhiệm vụ',
    text: 'Tự đánh giá giữa năm của Ủy ban nhân dân xã',
    evidence: 'Biên bản họp ngày 18/6/2026',
    on: '2026-06-18',
  };
  const judged = { viewer, name: 'judgeGoal', actionId: input.actionId, input } as const;
  await act(worldOn(world, '2026-06-18'), judged, judgeGoal);
}
