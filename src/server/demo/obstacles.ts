/** What some of Bình Lư's villages say hinders them: some put together and passed on, some answered, some waiting. */

import { act, actForSystem, type World } from '../act.ts';
import { answerObstacle, mergeObstacles, passObstacle, saveObstacle } from '../obstacles/acts.ts';
import { reading, type Viewer } from '../read.ts';
import type { SeededProvince } from './people.ts';
import { idOf } from './places.ts';

const QUARTER = { from: '2026-04-01', until: '2026-06-30' };

type Texts = Pick<Parameters<typeof saveObstacle>[1], 'domain' | 'obstacle' | 'cause' | 'recommendation'>;

type Said = readonly [place: string, texts: Texts];

const WATER: readonly Said[] = [
  [
    'ban-2',
    {
      domain: 'moi_truong',
      obstacle: 'Mùa khô thiếu nước sinh hoạt, 14 hộ phải đi lấy xa',
      cause: 'Đường ống đầu nguồn hỏng sau lũ',
      recommendation: 'Hỗ trợ ống dẫn để bản tự sửa',
    },
  ],
  [
    'ban-5',
    {
      domain: 'moi_truong',
      obstacle: 'Ba bể nước chung bị nứt',
      cause: 'Bể xây đã lâu, chưa được tu sửa',
      recommendation: 'Hỗ trợ vật tư, bản góp công',
    },
  ],
];

const JOBS: Said = [
  'ban-3',
  {
    domain: 'lao_dong_viec_lam',
    obstacle: 'Người trong độ tuổi lao động đi làm xa, khó mở lớp nghề',
    cause: null,
    recommendation: 'Mở lớp nghề ngắn hạn vào tháng 11, khi bà con về',
  },
];

const SCHOOL: Said = [
  'ban-7',
  { domain: 'giao_duc', obstacle: 'Điểm trường lẻ chưa có nhà vệ sinh riêng', cause: null, recommendation: null },
];

/** Says them as the commune's officer heard them, and lets officers of both levels go on with some. */
export async function seedObstacles(given: World, { provinceId, places, people }: SeededProvince): Promise<void> {
  // Some days before the demo's own.
  const world = { ...given, now: () => '2026-06-26T03:00:00.000Z' };
  const commune = people.get('cb.binhlu');
  const province = people.get('cb.laichau');
  if (!commune || !province) throw new Error('the demo has no officers');
  const movementId = await planOf(world, commune);
  const say = async ([place, texts]: Said) => {
    const input = {
      ...{ actionId: world.newId(), obstacleId: null, version: 0, movementId, organisationId: idOf(places, place) },
      ...QUARTER,
      ...texts,
      saidBy: 'Trưởng bản, họp giao ban tháng 6',
    };
    return act(world, { viewer: commune, name: 'saveObstacle', actionId: input.actionId, input }, saveObstacle);
  };
  const water = [];
  for (const one of WATER) water.push(await say(one));
  const jobs = await say(JOBS);
  await say(SCHOOL);
  const merging = {
    actionId: world.newId(),
    obstacles: water.map(({ id, version }) => ({ obstacleId: id, version })),
    domain: 'moi_truong' as const,
    obstacle: 'Công trình nước tại một số bản xuống cấp, mùa khô thiếu nước sinh hoạt',
    cause: 'Mưa lũ làm hỏng đường ống; bể chung xây đã lâu',
    recommendation: 'Đề nghị tỉnh hỗ trợ vật tư; xã và các bản lo nhân công',
  };
  const whole = await act(
    world,
    { viewer: commune, name: 'mergeObstacles', actionId: merging.actionId, input: merging },
    mergeObstacles,
  );
  const passing = { actionId: world.newId(), obstacleId: whole.id, version: whole.version, up: true };
  await act(world, { viewer: commune, name: 'passObstacle', actionId: passing.actionId, input: passing }, passObstacle);
  const answering = {
    ...{ actionId: world.newId(), obstacleId: jobs.id, version: jobs.version, state: 'in-hand' as const },
    ...{ ownerId: commune.organisationId, answer: 'Xã đã đăng ký hai lớp với trung tâm dạy nghề' },
  };
  await act(
    world,
    { viewer: commune, name: 'answerObstacle', actionId: answering.actionId, input: answering },
    answerObstacle,
  );
  await actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { record }) => {
    await tx.updateTable('obstacles').set({ sample: true }).where('movement_id', '=', movementId).execute();
    record({ deed: 'sample-marked', subjectKind: 'movement', subjectId: movementId });
  });
}

/** The commune's movement of the year. */
async function planOf(world: World, viewer: Viewer): Promise<string> {
  const found = await reading(world.db, viewer, (read) =>
    read
      .selectFrom('movements')
      .select('id')
      .where('organisation_id', '=', viewer.organisationId)
      .where('year', '=', 2026)
      .where('kind', '=', 'regular')
      .executeTakeFirstOrThrow(),
  );
  return found.id;
}
