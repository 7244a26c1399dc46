import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrganisation } from '../../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { splitTarget } from '../measurements/split-acts.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { rollDue } from '../rolling.ts';
import { viewRanking } from './ranking-views.ts';

/** A province that gave its budget to two communes; a third set itself one, a fourth has none, a ward has not reported. */

const HALF = { from: '2026-01-01', until: '2026-06-30' };
const INDICATOR = 'thu_nsnn';

let place: Place;
const ids: Record<string, string> = {};
let given: { movementId: string; targetId: string };

const rank = (more: object = {}) =>
  askAs(place.database, place.people.province, viewRanking, {
    ...{ organisationId: place.ids.province, level: 'commune', indicator: INDICATOR, ...HALF },
    ...more,
  } as never);

async function planned(organisationId: string, value: string, viewer = place.people.province) {
  const { movementId } = await doAs(place.database, viewer, 'createMovement', createMovement, {
    head: headOf(organisationId),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const { id: targetId } = await doAs(place.database, viewer, 'addTarget', addTarget, {
    movementId,
    goal: amountGoal('Thu ngân sách', value, { indicator: INDICATOR }),
    partOf: null,
    leadOrganisationId: null,
  });
  return { movementId, targetId };
}

const report = (targetId: string, organisationId: string, value: string, days: object = {}) =>
  place.database.owner.db
    .insertInto('measurements')
    .values({
      ...{ id: randomUUID(), province_id: place.people.province.provinceId, target_id: targetId },
      ...{ organisation_id: organisationId, period_kind: 'half-year', reported_as: 'level', state: 'approved' },
      ...{ period_from: HALF.from, period_until: HALF.until, value, entered_value: value },
      ...{ reported_at: '2026-06-30T02:00:00Z', reported_by_post: 'x' },
      ...days,
    })
    .execute();

beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.province;
  const build = async (name: string) => {
    const commune = { provinceId, parentId: place.ids.province, name, level: 'commune', kind: 'people-committee' };
    ids[name] = (await buildOrganisation(place.database, commune)).id;
  };
  for (const name of ['Xã Ba', 'Xã Bốn', 'Phường Năm']) await build(name);
  given = await planned(place.ids.province, '1500');
  await doAs(place.database, place.people.province, 'splitTarget', splitTarget, {
    targetId: given.targetId,
    version: 0,
    shares: [
      { organisationId: place.ids.commune, value: '1000' },
      { organisationId: place.ids.other, value: '300' },
      { organisationId: ids['Phường Năm'] ?? '', value: '200' },
    ],
    reason: null,
  });
  const own = await planned(ids['Xã Ba'] ?? '', '50');
  // The first one set itself less than it was given: what it was given counts.
  await planned(place.ids.commune, '900', place.people.commune);
  await report(given.targetId, place.ids.commune, '400');
  await report(given.targetId, place.ids.other, '150');
  await report(own.targetId, ids['Xã Ba'] ?? '', '20');
  await rollDue(place.database.world);
});
afterAll(() => place.database.drop());

describe('xếp hạng theo phần được giao', () => {
  it('compares how much of its own part each has reached, not who is great', async () => {
    expect((await rank()).organisations.slice(0, 2).map(({ organisation }) => organisation.name)).toEqual([
      'Xã Một',
      'Xã Hai',
    ]);
    const { organisations, compared, count } = await rank({ by: 'plan' });
    expect([compared, count]).toEqual([3, 5]);
    const lines = organisations.map((one) => [one.organisation.name, one.rank, one.compared, one.plan?.figure.value]);
    expect(lines).toEqual([
      ['Xã Hai', 1, '50.0', '300'],
      ['Xã Ba', 2, '40.0', '50'],
      ['Xã Một', 2, '40.0', '1000'],
      ['Phường Năm', null, null, '200'],
      ['Xã Bốn', null, null, undefined],
    ]);
    expect(organisations.map(({ plan }) => plan?.own)).toEqual([false, true, false, false, undefined]);
  });

  it('tells where what is lacking is entered: the place’s own movement and its target', async () => {
    expect((await rank({ by: 'plan' })).toldIn).toMatchObject({
      movement: { id: given.movementId },
      targetId: given.targetId,
    });
    // Nobody has told a population, and no target of it is there yet.
    const perHead = await rank({ by: 'heads' });
    expect(perHead).toMatchObject({ compared: 0, toldIn: { movement: { id: given.movementId }, targetId: null } });
    const villages = { organisationId: place.ids.other, level: 'unit' };
    expect((await rank(villages)).toldIn).toBeNull();
  });

  it('compares with its like: wards, and the members of a cluster', async () => {
    expect((await rank({ by: 'plan', group: 'ward' })).organisations).toHaveLength(1);
    const { provinceId } = place.people.province;
    const cluster = { provinceId, parentId: place.ids.province, name: 'Cụm 1', level: 'commune', kind: 'cluster' };
    const { id: clusterId } = await buildOrganisation(place.database, cluster);
    const member = (memberId: string) => ({ province_id: provinceId, cluster_id: clusterId, member_id: memberId });
    await place.database.owner.db
      .insertInto('cluster_members')
      .values(
        [ids['Xã Ba'] ?? '', place.ids.commune].map((id) => ({
          ...member(id),
          valid_from: '2026-01-01',
          valid_until: '9999-12-31',
        })),
      )
      .execute();
    const { clusters, count } = await rank();
    expect([clusters, count]).toEqual([[{ id: clusterId, name: 'Cụm 1' }], 5]);
    const { organisations } = await rank({ by: 'plan', clusterId });
    expect(organisations.map(({ organisation, rank: at }) => [organisation.name, at])).toEqual([
      ['Xã Ba', 1],
      ['Xã Một', 1],
    ]);
  });

  it('takes what a growth is measured from out of the days of the target: năm học is not the year', async () => {
    const { db } = place.database.owner;
    const own = await planned(ids['Xã Bốn'] ?? '', '10');
    const growth = { year_kind: 'school-year', change: 'increase-by' };
    await db.updateTable('targets').set(growth).where('id', '=', own.targetId).execute();
    const told = async (from: string, until: string, value: string) => {
      const days = { period_from: from, period_until: until };
      await report(own.targetId, ids['Xã Bốn'] ?? '', value, days);
    };
    await told('2025-03-01', '2025-08-31', '100');
    // Of the school year itself, though of the year before.
    await told('2025-09-01', '2025-12-31', '104');
    await told(HALF.from, HALF.until, '105');
    const { organisations } = await rank({ by: 'plan' });
    const found = organisations.find(({ organisation }) => organisation.name === 'Xã Bốn');
    expect(found?.compared).toBe('95.5');
  });
});
