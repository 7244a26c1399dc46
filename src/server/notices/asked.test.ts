import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_LAYOUT } from '../../../test/rights/world.ts';
import { buildViewer } from '../../../test/support/database.ts';
import { askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { actForSystem } from '../act.ts';
import { createDataRequest } from '../data-requests/acts.ts';
import { createMovement } from '../movements/acts.ts';
import type { Viewer } from '../read.ts';
import { remind } from './remind-acts.ts';
import { viewNotices } from './views.ts';

let place: Place;
let leader: Viewer;
beforeAll(async () => {
  place = await buildPlace();
  const { commune } = place.people;
  leader = await buildViewer(place.database, { ...commune, role: 'leader' });
});
afterAll(() => place.database.drop());

/** What the reminders of a day add for everybody. */
const comeDay = (today: string) => {
  const { provinceId } = place.people.commune;
  return actForSystem(place.database.world, { provinceId, name: 'remind' }, (tx, context) =>
    remind(tx, { provinceId, today }, context),
  );
};
const told = async (viewer: Viewer) => {
  const { notices } = await askAs(place.database, viewer, viewNotices, {});
  return notices.flatMap(({ lines }) =>
    lines.map(({ matter }) => `${matter.kind} ${'stage' in matter.facts ? matter.facts.stage : ''}`),
  );
};

describe('reminders of what is asked of units', () => {
  it('practice 10: come on the working day before a request is due, again when it is late, and once each', async () => {
    const { people, ids, database } = place;
    // 6/7/2026 is a Monday.
    await doAs(database, people.commune, 'createDataRequest', createDataRequest, {
      title: 'Hộ thiếu nước',
      about: null,
      dueOn: '2026-07-06',
      layout: REQUEST_LAYOUT,
      formId: null,
      to: 'chosen',
      organisationIds: [ids.village],
    } as never);
    await comeDay('2026-07-02');
    expect(await told(people.village)).toEqual([]);
    await comeDay('2026-07-03');
    await comeDay('2026-07-03');
    expect(await told(people.village)).toEqual(['request-due coming']);
    expect(await told(people.commune)).toEqual([]);
    await comeDay('2026-07-07');
    expect(await told(people.commune)).toEqual(['request-missing late']);
    expect(await told(leader)).toEqual([]);
    await comeDay('2026-07-09');
    expect(await told(leader)).toEqual(['request-missing escalated']);
    expect(await told(people.elsewhere)).toEqual([]);
  });

  it('practice 10: "báo cáo trước ngày 15/12" is told on the working day before to who waits and who writes', async () => {
    const { people, ids, database } = place;
    const { movementId } = await doAs(database, people.other, 'createMovement', createMovement, {
      head: headOf(ids.other),
      document: NO_NUMBER,
      from: null,
      respondsTo: [],
    });
    await database.owner.db
      .insertInto('movement_report_dues')
      .values({
        ...{ id: randomUUID(), province_id: people.other.provinceId, movement_id: movementId, position: 0 },
        ...{ due_on: '2026-12-15', relation: 'before', report_to: 'Ủy ban nhân dân xã', via: null },
      })
      .execute();
    await comeDay('2026-12-10');
    expect(await told(people.other)).toEqual([]);
    await comeDay('2026-12-11');
    await comeDay('2026-12-14');
    await comeDay('2026-12-15');
    expect(await told(people.other)).toEqual(['report-due coming']);
    expect(await told(people.province)).toEqual([]);
  });
});
