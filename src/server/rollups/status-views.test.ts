import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrganisation } from '../../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { saveFigures } from '../measurements/acts.ts';
import { viewTargetCourse } from '../measurements/course-views.ts';
import { submitFigures } from '../measurements/send-acts.ts';
import { splitTarget } from '../measurements/split-acts.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { viewTarget } from '../movements/target-views.ts';
import { viewRanking } from './ranking-views.ts';
import { viewStatusMap } from './status-views.ts';

/** A commune with two villages that share a target; one has reported. */

const HALF = { from: '2026-01-01', until: '2026-06-30' };
const INDICATOR = 'giai_quyet_viec_lam';

let place: Place;
let second: string;
let made: { movementId: string; targetId: string };
const officer = () => place.people.commune;

beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.province;
  const village = { provinceId, parentId: place.ids.commune, name: 'Bản Hai', level: 'unit', kind: 'village' };
  second = (await buildOrganisation(place.database, village)).id;
  const { movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const { id: targetId } = await doAs(place.database, officer(), 'addTarget', addTarget, {
    movementId,
    goal: amountGoal('Việc làm', '100', { indicator: INDICATOR }),
    partOf: null,
    leadOrganisationId: null,
  });
  made = { movementId, targetId };
  const shares = [
    { organisationId: place.ids.village, value: '60' },
    { organisationId: second, value: '40' },
  ];
  await doAs(place.database, officer(), 'splitTarget', splitTarget, {
    targetId,
    version: 0,
    shares,
    reason: null,
  } as never);
  const where = { movementId, ...HALF, organisationId: place.ids.village } as never;
  const cell = {
    targetId,
    version: null,
    value: '12',
    numerator: null,
    denominator: null,
    estimated: false,
    note: null,
  };
  await doAs(place.database, officer(), 'saveFigures', saveFigures, {
    ...(where as object),
    cells: [cell],
    saidBy: 'Trưởng bản',
  } as never);
  await doAs(place.database, officer(), 'submitFigures', submitFigures, where);
});
afterAll(() => place.database.drop());

describe('the map of units and indicators', () => {
  it('judges each unit by its own share, and leaves who has not reported without a verdict of failing', async () => {
    const map = await askAs(place.database, { ...officer(), today: '2026-06-30' }, viewStatusMap, {
      organisationId: place.ids.commune,
      year: 2026,
    } as never);
    expect(map.indicators.map(({ code }) => code)).toEqual([INDICATOR]);
    const of = (id: string) => map.units.find(({ organisation }) => organisation.id === id)?.cells[0];
    // 12 of 60 where 29.8 was due; the other is not asked before the days to report have passed.
    expect(of(place.ids.village)).toMatchObject({ verdict: 'late', attainment: '20.0' });
    expect(of(second)).toMatchObject({ verdict: 'not-yet-due' });
  });

  it('says that a figure is missing once the time to send it has passed', async () => {
    const map = await askAs(place.database, { ...officer(), today: '2026-07-31' }, viewStatusMap, {
      organisationId: place.ids.commune,
    } as never);
    expect(map.units.map(({ cells }) => cells[0]?.verdict).sort()).toEqual(['late', 'no-data']);
  });
});

describe('a ranking', () => {
  it('compares places of one group with each other', async () => {
    const counted = async (group?: 'ward' | 'rural') => {
      const asked = { organisationId: place.ids.province, level: 'commune', indicator: INDICATOR, ...HALF };
      const ranking = await askAs(place.database, place.people.province, viewRanking, {
        ...asked,
        ...(group ? { group } : {}),
      } as never);
      return ranking.count;
    };
    expect([await counted(), await counted('rural'), await counted('ward')]).toEqual([2, 2, 0]);
  });
});

describe('the course of a target', () => {
  it('names its formula, its rows and who has not reported', async () => {
    const course = await askAs(place.database, { ...officer(), today: '2026-06-30' }, viewTargetCourse, {
      targetId: made.targetId,
    } as never);
    expect(course).toMatchObject({ how: 'sum', goal: '100', noForecast: 'too-few', until: '2026-12-31' });
    expect(course.points.at(-1)).toMatchObject({ value: '12', verdict: 'late' });
    expect(course.rows.map(({ share, value, reported }) => ({ share, value, reported }))).toEqual([
      { share: '60', value: '12', reported: true },
      { share: '40', value: null, reported: false },
    ]);
  });
});

describe('the year before', () => {
  it('lends its course to the flow of this year, from the movement of the same days', async () => {
    const target = async () => (await askAs(place.database, officer(), viewTarget, made.targetId)).progress;
    expect(await target()).toMatchObject({ expectedAttainment: '49.6' });
    const { movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
      head: { ...headOf(place.ids.commune), year: 2025 },
      document: NO_NUMBER,
      from: null,
      respondsTo: [],
    });
    const { id } = await doAs(place.database, officer(), 'addTarget', addTarget, {
      movementId,
      goal: amountGoal('Việc làm năm trước', '90', { indicator: INDICATOR }),
      partOf: null,
      leadOrganisationId: null,
    });
    const figure = {
      province_id: place.people.province.provinceId,
      target_id: id,
      organisation_id: place.ids.commune,
      period_kind: 'month',
      reported_at: '2026-01-05T00:00:00Z',
      reported_by_post: 'x',
      state: 'approved',
    };
    const months = [
      { from: '2025-06-01', until: '2025-06-30', value: '20' },
      { from: '2025-12-01', until: '2025-12-31', value: '80' },
    ];
    await place.database.owner.db
      .insertInto('measurements')
      .values(
        months.map(({ from, until, value }) => ({
          ...figure,
          id: randomUUID(),
          period_from: from,
          period_until: until,
          value,
          entered_value: value,
        })),
      )
      .execute();
    // A quarter of last year's work was done by June: 12 of 100 are 48 % of it.
    expect(await target()).toMatchObject({ expectedAttainment: '25.0', pace: '0.480' });
    const { points } = await askAs(place.database, officer(), viewTargetCourse, { targetId: made.targetId } as never);
    expect(points.at(-1)).toMatchObject({ expected: '25' });
  });
});
