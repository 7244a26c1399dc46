import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrganisation, buildViewer } from '../../../test/support/database.ts';
import { askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { OBSTACLE_LIMITS } from '../../core/rules/obstacles.ts';
import { createMovement } from '../movements/acts.ts';
import { viewOpenWork } from '../movements/open-work-views.ts';
import type { Viewer } from '../read.ts';
import { answerObstacle, mergeObstacles, passObstacle, saveObstacle, withdrawObstacle } from './acts.ts';
import { viewObstacle, viewObstacles } from './views.ts';

const QUARTER = { from: '2026-04-01', until: '2026-06-30' };

let place: Place;
let second: { id: string };
let reporter: Viewer;
let movementId: string;
beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.commune;
  const more = { provinceId, parentId: place.ids.commune, level: 'unit', kind: 'village' } as const;
  second = await buildOrganisation(place.database, { ...more, name: 'Bản Hai' });
  reporter = await buildViewer(place.database, { provinceId, organisationId: second.id, role: 'reporter' });
  ({ movementId } = await doAs(place.database, place.people.commune, 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  }));
});
afterAll(() => place.database.drop());

type Texts = { domain?: 'y_te' | null; obstacle?: string; cause?: string; recommendation?: string };
const texts = ({ domain = null, obstacle, cause, recommendation }: Texts) => ({
  domain,
  obstacle: obstacle ?? null,
  cause: cause ?? null,
  recommendation: recommendation ?? null,
});
const say = (as: Viewer, organisationId: string, said: Texts, more: { obstacleId?: string; version?: number } = {}) =>
  doAs(place.database, as, 'saveObstacle', saveObstacle, {
    ...{ obstacleId: null, version: 0, movementId, organisationId, saidBy: null },
    ...QUARTER,
    ...texts(said),
    ...more,
  });
const merge = (as: Viewer, rows: { id: string; version: number }[], said: Texts) =>
  doAs(place.database, as, 'mergeObstacles', mergeObstacles, {
    obstacles: rows.map(({ id, version }) => ({ obstacleId: id, version })),
    ...texts(said),
  });
const answer = (as: Viewer, { id, version }: { id: string; version: number }, said: string) =>
  doAs(place.database, as, 'answerObstacle', answerObstacle, {
    ...{ obstacleId: id, version, state: 'answered' as const },
    ...{ ownerId: place.ids.commune, answer: said },
  });
const pass = (as: Viewer, { id, version }: { id: string; version: number }, up: boolean) =>
  doAs(place.database, as, 'passObstacle', passObstacle, { obstacleId: id, version, up });
const seen = (as: Viewer, id: string) => askAs(place.database, as, viewObstacle, id);
const village = () => place.people.village;
/** What somebody was told: which kind, of which words, with which answer. */
async function told({ accountId }: Viewer): Promise<[string, string, string | null][]> {
  const lines = await place.database.owner.db
    .selectFrom('notice_lines')
    .select(['kind', 'facts'])
    .where('account_id', '=', accountId)
    .orderBy('kind', 'desc')
    .execute();
  return lines.map(({ kind, facts }) => {
    const { obstacle, answer } = facts as { obstacle: { name: string }; answer?: string };
    return [kind, obstacle.name, answer ?? null];
  });
}
const commune = () => place.people.commune;

describe('practice 9: khó khăn, vướng mắc, nguyên nhân, đề xuất, kiến nghị', () => {
  it('are put together by domain upward, and one answer at the top answers each village', async () => {
    const one = await say(village(), place.ids.village, { obstacle: 'Trạm y tế thiếu thuốc', cause: 'Đường hỏng' });
    const two = await say(reporter, second.id, { obstacle: 'Thiếu thuốc', recommendation: 'Cấp bổ sung' });
    expect(one.answer.to.id).toBe(place.ids.commune);
    const waiting = async () => (await askAs(place.database, commune(), viewOpenWork, undefined)).obstacles;
    expect(await waiting()).toEqual({ count: 2, unitCount: 2, units: ['Bản Hai', 'Bản Một'] });
    const whole = await merge(commune(), [one, two], {
      obstacle: 'Hai bản thiếu thuốc',
      recommendation: 'Cấp bổ sung',
    });
    expect(whole.organisation.id).toBe(place.ids.commune);
    expect(whole.ofCount).toBe(2);
    const passed = await pass(commune(), whole, true);
    expect(passed.answer.to.id).toBe(place.ids.province);
    expect(await waiting()).toEqual({ count: 0, unitCount: 0, units: [] });
    await expect(answer(commune(), passed, 'x')).rejects.toMatchObject({ kind: 'forbidden' });
    const top = await merge(place.people.province, [passed], { obstacle: 'Các xã vùng cao thiếu thuốc' });
    await answer(place.people.province, top, 'Sở Y tế cấp trước ngày 31/7');
    for (const [as, said] of [
      [village(), one],
      [reporter, two],
      [commune(), whole],
    ] as const) {
      const found = await seen(as, said.id);
      expect(found).toMatchObject({
        obstacle: said.obstacle,
        merged: true,
        answer: { state: 'answered', answer: 'Sở Y tế cấp trước ngày 31/7', owner: { id: place.ids.commune } },
      });
    }
    expect((await seen(place.people.province, top.id)).ofCount).toBe(2);
    // Each is told of its own words, however they were put together; nobody of what they did themselves.
    expect(await told(village())).toEqual([
      ['obstacle-passed', 'Trạm y tế thiếu thuốc', null],
      ['obstacle-answered', 'Trạm y tế thiếu thuốc', 'Sở Y tế cấp trước ngày 31/7'],
    ]);
    expect((await told(reporter)).map(([kind]) => kind)).toEqual(['obstacle-passed', 'obstacle-answered']);
    expect((await told(commune())).map(([kind]) => kind)).toEqual(['obstacle-answered']);
    expect(await told(place.people.province)).toEqual([]);
  });

  it('are told of once: of who solves it alone nobody hears the answer again', async () => {
    const one = await say(village(), place.ids.village, { obstacle: 'Thiếu nước sạch' });
    const said = async () => (await told(village())).filter(([, words]) => words === 'Thiếu nước sạch');
    const answered = await answer(commune(), one, 'Cấp bồn trong tháng 7');
    expect(await said()).toHaveLength(1);
    const owned = await doAs(place.database, commune(), 'answerObstacle', answerObstacle, {
      ...{ obstacleId: one.id, version: answered.version, state: 'answered' as const },
      ...{ ownerId: second.id, answer: 'Cấp bồn trong tháng 7' },
    });
    expect(owned.answer.owner).toMatchObject({ id: second.id });
    expect(await said()).toHaveLength(1);
    await answer(commune(), owned, 'Cấp bồn trong tháng 8');
    expect(await said()).toHaveLength(2);
  });

  it('are put together as long as one answer tells everybody of it', async () => {
    const whole = await say(commune(), place.ids.commune, { obstacle: 'Thiếu điện' });
    await sql`INSERT INTO obstacles (id, province_id, movement_id, organisation_id, period_from, period_until, obstacle, at,
        by_post, to_organisation_id, merged_into_id)
      SELECT gen_random_uuid(), province_id, movement_id, organisation_id, period_from, period_until, 'x', at, by_post,
        to_organisation_id, id
      FROM obstacles, generate_series(1, ${OBSTACLE_LIMITS.held - 1}::integer) WHERE id = ${whole.id}`.execute(
      place.database.owner.db,
    );
    await expect(merge(commune(), [whole], { obstacle: 'Các bản thiếu điện' })).rejects.toMatchObject({
      reasons: [{ code: 'obstacle-too-great' }],
    });
    await place.database.owner.db.deleteFrom('obstacles').where('merged_into_id', '=', whole.id).execute();
    expect((await merge(commune(), [whole], { obstacle: 'Các bản thiếu điện' })).ofCount).toBe(1);
  });

  it('of several plans become the superior’s own in one of them, and a village passed on reads who answers now', async () => {
    const other = await doAs(place.database, commune(), 'createMovement', createMovement, {
      head: headOf(place.ids.commune),
      document: NO_NUMBER,
      from: null,
      respondsTo: [],
    });
    const one = await say(village(), place.ids.village, { obstacle: 'Thiếu giống lúa' });
    const two = await doAs(place.database, reporter, 'saveObstacle', saveObstacle, {
      ...{ obstacleId: null, version: 0, movementId: other.movementId, organisationId: second.id, saidBy: null },
      ...QUARTER,
      ...texts({ obstacle: 'Thiếu phân bón' }),
    });
    const whole = await merge(commune(), [one, two], { obstacle: 'Thiếu giống, phân bón' });
    expect([movementId, other.movementId]).toContain(whole.movement.id);
    expect([...whole.of].sort()).toEqual(['Bản Hai', (await seen(village(), one.id)).organisation.name].sort());
    await pass(commune(), whole, true);
    expect((await seen(village(), one.id)).answer.to.id).toBe(place.ids.province);
    await expect(merge(commune(), [{ ...one, version: 2 }], { obstacle: 'x' })).rejects.toMatchObject({
      reasons: [{ code: 'obstacle-taken-up' }],
    });
  });

  it('are reworded and withdrawn by the unit until its superior is at them; nothing is lost', async () => {
    const said = await say(village(), place.ids.village, { obstacle: 'Thiếu nước' });
    const again = await say(
      village(),
      place.ids.village,
      { obstacle: 'Thiếu nước sạch' },
      { obstacleId: said.id, version: 1 },
    );
    expect(again.obstacle).toBe('Thiếu nước sạch');
    await expect(
      say(village(), place.ids.village, { obstacle: 'x' }, { obstacleId: said.id, version: 1 }),
    ).rejects.toMatchObject({ kind: 'stale' });
    const withdraw = (version: number, withdrawn: boolean) =>
      doAs(place.database, village(), 'withdrawObstacle', withdrawObstacle, {
        obstacleId: said.id,
        version,
        withdrawn,
      });
    const gone = await withdraw(2, true);
    expect(gone.withdrawn).toBe(true);
    const back = await withdraw(3, false);
    expect(back).toMatchObject({ withdrawn: false, obstacle: 'Thiếu nước sạch' });
    await answer(commune(), back, 'Đang sửa đường ống');
    await expect(
      say(village(), place.ids.village, { obstacle: 'x' }, { obstacleId: said.id, version: 5 }),
    ).rejects.toMatchObject({ reasons: [{ code: 'obstacle-taken-up' }] });
  });

  it('of a neighbour are not there, and nobody above the own level is reached', async () => {
    const said = await say(reporter, second.id, { recommendation: 'Mở lớp dạy nghề' });
    await expect(seen(village(), said.id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(say(village(), second.id, { obstacle: 'x' })).rejects.toMatchObject({ kind: 'forbidden' });
    const passed = await pass(commune(), said, true);
    expect(passed.mayTakeBack).toBe(true);
    const back = await pass(commune(), passed, false);
    expect(back.answer.to.id).toBe(place.ids.commune);
  });

  it('are listed by domain with how many are unanswered, and found without diacritics', async () => {
    await say(village(), place.ids.village, { obstacle: 'Phòng học xuống cấp' });
    const all = await askAs(place.database, commune(), viewObstacles, { q: 'phong hoc' });
    expect(all.obstacles.map(({ obstacle }) => obstacle)).toEqual(['Phòng học xuống cấp']);
    expect(all.domains).toEqual([{ domain: null, all: 1, open: 1 }]);
    const [first] = all.obstacles;
    if (first === undefined) throw new Error('nothing is listed');
    await doAs(place.database, commune(), 'answerObstacle', answerObstacle, {
      ...{ obstacleId: first.id, version: first.version, state: 'in-hand' as const },
      ...{ ownerId: place.ids.commune, answer: 'Đang xin kinh phí' },
    });
    const replied = await askAs(place.database, commune(), viewObstacles, { q: 'phong hoc' });
    expect(replied.domains).toEqual([{ domain: null, all: 1, open: 0 }]);
    const toUs = await askAs(place.database, commune(), viewObstacles, { whose: 'to-us' });
    expect(toUs.obstacles.every(({ answer: { to }, merged }) => to.id === place.ids.commune && !merged)).toBe(true);
    const mine = await askAs(place.database, village(), viewObstacles, {});
    expect(mine.obstacles.every(({ organisation }) => organisation.id === place.ids.village)).toBe(true);
  });
});
