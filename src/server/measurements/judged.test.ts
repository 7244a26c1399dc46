import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { buildOrganisation, buildViewer } from '../../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import type { MovementHead } from '../../contract/facts.ts';
import { addIndicator, setHoliday } from '../catalogues/acts.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { viewTarget } from '../movements/target-views.ts';
import type { Viewer } from '../read.ts';
import { setSetting } from '../settings/acts.ts';
import { saveFigures } from './acts.ts';
import { viewDueFigures } from './due-views.ts';
import { viewFigureGrid } from './grid-views.ts';
import { submitFigures } from './send-acts.ts';
import { splitTarget } from './split-acts.ts';

/** What a province set and added, in what is judged and rolled up. */

const PERIOD = { from: '2026-01-01', until: '2026-06-30' };

let place: Place;
let administrator: Viewer;
let second: string;
beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.province;
  administrator = await buildViewer(place.database, {
    provinceId,
    organisationId: place.ids.province,
    role: 'administrator',
  });
  const village = { provinceId, parentId: place.ids.commune, name: 'Bản Hai', level: 'unit', kind: 'village' };
  second = (await buildOrganisation(place.database, village)).id;
});
afterAll(() => place.database.drop());

const officer = () => place.people.commune;
const set = (key: string, value: number) =>
  doAs(place.database, administrator, 'setSetting', setSetting, {
    key,
    value,
    validFrom: '2026-06-30',
    reason: null,
  } as never);

async function targetWith(indicator: string | null, value: string, more: Partial<z.input<typeof MovementHead>> = {}) {
  const { movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    head: { ...headOf(place.ids.commune), ...more },
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const { id: targetId } = await doAs(place.database, officer(), 'addTarget', addTarget, {
    movementId,
    goal: amountGoal('Chỉ tiêu', value, indicator === null ? {} : { indicator }),
    partOf: null,
    leadOrganisationId: null,
  });
  return { movementId, targetId };
}

/** Entered and sent by the officer, so approved at once. */
async function figure(made: { movementId: string; targetId: string }, organisationId: string, value: string) {
  const of = { movementId: made.movementId, organisationId, ...PERIOD };
  const empty = { numerator: null, denominator: null, estimated: false, note: null };
  await doAs(place.database, officer(), 'saveFigures', saveFigures, {
    ...of,
    cells: [{ targetId: made.targetId, version: null, value, ...empty }],
    saidBy: 'Trưởng bản',
  });
  await doAs(place.database, officer(), 'submitFigures', submitFigures, of);
}
/** Shared out among both villages. */
const among = (made: { targetId: string }, value: string | null) =>
  doAs(place.database, officer(), 'splitTarget', splitTarget, {
    targetId: made.targetId,
    version: 0,
    shares: [place.ids.village, second].map((organisationId) => ({ organisationId, value })),
    reason: 'Theo đơn vị',
  });
const progress = async (targetId: string) => (await askAs(place.database, officer(), viewTarget, targetId)).progress;

describe('what is judged', () => {
  it('goes by the limits that the province set', async () => {
    const made = await targetWith('giai_quyet_viec_lam', '100');
    // 46 where 49.6 is expected by the middle of the year: 93 of a hundred.
    await figure(made, place.ids.commune, '46');
    expect((await progress(made.targetId)).verdict).toBe('at-risk');
    await set('progress.on-track-from', 90);
    expect((await progress(made.targetId)).verdict).toBe('on-track');
  });

  it('is due by the days and the calendar of the province', async () => {
    const { movementId } = await targetWith('giai_quyet_viec_lam', '100');
    const dueOn = async () => (await askAs(place.database, officer(), viewFigureGrid, { movementId, ...PERIOD })).dueOn;
    // The fifth day is a Sunday.
    expect(await dueOn()).toBe('2026-07-06');
    await doAs(place.database, administrator, 'setHoliday', setHoliday, {
      day: '2026-07-06',
      kind: 'holiday',
      name: 'Nghỉ bù',
      source: null,
    } as never);
    expect(await dueOn()).toBe('2026-07-07');
    await set('progress.days-to-report', 10);
    expect(await dueOn()).toBe('2026-07-10');
  });

  it('is not due before its movement has begun, and the longest overdue comes first', async () => {
    const running = await targetWith(null, '100');
    const ended = await targetWith(null, '100', {
      kind: 'thematic',
      period: { from: '2026-01-01', until: '2026-03-31' },
    });
    const tomorrow = await targetWith(null, '100', { period: { from: '2026-07-01', until: null } });
    const { due } = await askAs(place.database, officer(), viewDueFigures, {});
    const order = due.map(({ movement }) => movement.id);
    expect(order).not.toContain(tomorrow.movementId);
    expect(order).toContain(running.movementId);
    expect(order.indexOf(ended.movementId)).toBeLessThan(order.indexOf(running.movementId));
    const dues = due.map(({ dueOn }) => dueOn ?? '');
    expect(dues).toEqual([...dues].sort());
  });

  it('of a share of units that met theirs stands on its own bar by how many did', async () => {
    const { code } = await doAs(place.database, administrator, 'addIndicator', addIndicator, {
      ...{ name: 'Bản đạt điểm thi đua', aliases: [], domain: 'kinh_te', unit: 'điểm' },
      ...{ better: 'higher', nature: 'level', rollUp: 'share-of-units' },
    } as never);
    const made = await targetWith(code, '80');
    await among(made, null);
    await figure(made, place.ids.village, '70');
    await figure(made, second, '90');
    expect(await progress(made.targetId)).toMatchObject({
      ...{ actual: null, numerator: '1', denominator: '2', attainment: '50.0', verdict: 'at-risk' },
      coverage: { reported: 2, of: 2 },
    });
  });

  it("is put together from units and measured by last year's months put together (progress: S(m))", async () => {
    const before = await targetWith('giai_quyet_viec_lam', '80', { year: 2025 });
    const now = await targetWith('giai_quyet_viec_lam', '100');
    for (const made of [before, now]) await among(made, '50');
    const told = (organisation_id: string, period_from: string, period_until: string, value: string) =>
      place.database.owner.db
        .insertInto('measurements')
        .values({
          ...{
            id: crypto.randomUUID(),
            province_id: officer().provinceId,
            target_id: before.targetId,
            organisation_id,
          },
          ...{ period_kind: 'half-year', period_from, period_until, reported_as: 'level', value, entered_value: value },
          ...{ state: 'approved', reported_at: '2026-01-05T02:00:00Z', reported_by_post: 'Trưởng bản' },
        })
        .execute();
    await told(place.ids.village, '2025-01-01', '2025-06-30', '12');
    await told(place.ids.village, '2025-07-01', '2025-12-31', '40');
    await told(second, '2025-07-01', '2025-12-31', '40');
    await figure(now, place.ids.village, '15');
    await figure(now, second, '10');
    // One of the two is not known by June: half of the year is what can be said.
    expect((await progress(now.targetId)).expected).toBe('49.589041');
    await told(second, '2025-01-01', '2025-06-30', '8');
    expect(await progress(now.targetId)).toMatchObject({ actual: '25', expected: '25', verdict: 'on-track' });
  });

  it("is rolled up as the province's own indicator says", async () => {
    const { code } = await doAs(place.database, administrator, 'addIndicator', addIndicator, {
      name: 'Mức phủ sóng cao nhất',
      aliases: [],
      domain: 'kinh_te',
      unit: 'điểm',
      better: 'higher',
      nature: 'level',
      rollUp: 'maximum',
    } as never);
    const rolledUp = async (indicator: string | null) => {
      const made = await targetWith(indicator, '100');
      await among(made, null);
      await figure(made, place.ids.village, '70');
      await figure(made, second, '90');
      const grid = await askAs(place.database, officer(), viewFigureGrid, { movementId: made.movementId, ...PERIOD });
      return [(await progress(made.targetId)).actual, grid.targets[0]?.addsUp];
    };
    expect(await rolledUp(null)).toEqual(['160', true]);
    expect(await rolledUp(code)).toEqual(['90', false]);
  });
});
