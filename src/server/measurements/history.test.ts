import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import type { MeasurementId, MovementId } from '../../contract/ids.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { saveFigures } from './acts.ts';
import { returnFigures } from './approval-acts.ts';
import { viewFigureGrid } from './grid-views.ts';
import { viewFigureHistory } from './history-views.ts';
import { submitFigures } from './send-acts.ts';
import { splitTarget } from './split-acts.ts';

let place: Place;
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

const JUNE = { from: '2026-06-01', until: '2026-06-30' };

async function movementOf(year: number) {
  const head = { ...headOf(place.ids.commune), year, period: { from: `${year}-01-01`, until: `${year}-12-31` } };
  const { movementId } = await doAs(place.database, place.people.commune, 'createMovement', createMovement, {
    head,
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const { id: targetId } = await doAs(place.database, place.people.commune, 'addTarget', addTarget, {
    movementId,
    goal: amountGoal('Giải quyết việc làm', '100', { indicator: 'giai_quyet_viec_lam' }),
    partOf: null,
    leadOrganisationId: null,
  });
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'month' })
    .where('id', '=', targetId)
    .execute();
  await doAs(place.database, place.people.commune, 'splitTarget', splitTarget, {
    targetId,
    version: 0,
    shares: [{ organisationId: place.ids.village, value: '100' }],
    reason: null,
  });
  return { movementId, targetId };
}

type Made = Awaited<ReturnType<typeof movementOf>>;
const cellOf = async ({ movementId }: Made) =>
  (await askAs(place.database, place.people.commune, viewFigureGrid, { movementId, ...JUNE })).rows[0]?.cells[0];
const enter = async (made: Made, cell: { value: string; estimated?: boolean; note?: string }) => {
  const version = (await cellOf(made))?.figure?.version ?? null;
  const blank = { numerator: null, denominator: null, estimated: false, note: null };
  await doAs(place.database, place.people.village, 'saveFigures', saveFigures, {
    movementId: made.movementId,
    organisationId: place.ids.village,
    ...JUNE,
    cells: [{ targetId: made.targetId, version, ...blank, ...cell }],
    saidBy: null,
  });
};

describe('practice 2: beside a figure stand what it was before and what it was a year ago', () => {
  it('keeps every value with who entered it, its note and why it came back', async () => {
    const made = await movementOf(2026);
    await enter(made, { value: '10', estimated: true });
    await doAs(place.database, place.people.village, 'submitFigures', submitFigures, {
      movementId: made.movementId,
      organisationId: place.ids.village,
      ...JUNE,
    });
    const sent = (await cellOf(made))?.figure;
    if (!sent) throw new Error('the figure was not kept');
    await doAs(place.database, place.people.commune, 'returnFigures', returnFigures, {
      movementId: made.movementId,
      figures: [{ id: sent.id, version: sent.version }],
      reason: 'Thiếu hai người đi làm ngoài tỉnh',
    });
    await enter(made, { value: '12', note: 'Đã cộng hai người' });
    const { entries } = await askAs(place.database, place.people.commune, viewFigureHistory, {
      movementId: made.movementId as MovementId,
      measurementId: sent.id as MeasurementId,
    });
    expect(
      entries.map(({ entered, estimated, note, returnedReason }) => [entered, estimated, note, returnedReason]),
    ).toEqual([
      ['12', false, 'Đã cộng hai người', null],
      ['10', true, null, 'Thiếu hai người đi làm ngoài tỉnh'],
    ]);
    expect(entries[0]?.byPost).toBe(place.people.village.postTitle);
  });

  it('cùng kỳ năm trước comes from the movement of the year before, where that says one thing', async () => {
    const past = await movementOf(2025);
    const now = await movementOf(2026);
    expect((await cellOf(now))?.lastYear).toBeNull();
    const figure = (value: string) => ({
      id: crypto.randomUUID(),
      province_id: place.people.commune.provinceId,
      organisation_id: place.ids.village,
      period_kind: 'month',
      period_from: '2025-06-01',
      period_until: '2025-06-30',
      value,
      entered_value: value,
      reported_at: '2025-07-01T02:00:00.000Z',
      reported_by_post: 'Trưởng bản',
    });
    const insert = (targetId: string, value: string) =>
      place.database.owner.db
        .insertInto('measurements')
        .values({ ...figure(value), target_id: targetId })
        .execute();
    await insert(past.targetId, '8');
    expect((await cellOf(now))?.lastYear).toBe('8');
    await insert((await movementOf(2025)).targetId, '9');
    expect((await cellOf(now))?.lastYear).toBeNull();
  });
});
