import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { writeFigureBatch } from './row-acts.ts';
import { splitTarget } from './split-acts.ts';

const PERIOD = { from: '2026-04-01', until: '2026-06-30' };

let place: Place;
let targetId: string;
beforeAll(async () => {
  place = await buildPlace();
  const officer = place.people.commune;
  const { movementId } = await doAs(place.database, officer, 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const goal = amountGoal('Giải quyết việc làm', '100');
  const made = { movementId, goal: { ...goal, figure: { ...goal.figure, unit: 'người' } } };
  const more = { partOf: null, leadOrganisationId: null };
  ({ id: targetId } = await doAs(place.database, officer, 'addTarget', addTarget, { ...made, ...more }));
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'quarter' })
    .where('id', '=', targetId)
    .execute();
  const shares = [{ organisationId: place.ids.village, value: null }];
  await doAs(place.database, officer, 'splitTarget', splitTarget, { targetId, version: 0, shares, reason: 'x' });
});
afterAll(() => place.database.drop());

const row = (more: object = {}) => ({
  ...{ targetId, organisationId: place.ids.village, ...PERIOD, value: '12' },
  ...{ numerator: null, denominator: null, estimated: false, note: null },
  ...more,
});
const write = (rows: object[], actionId: string = randomUUID()) =>
  doAs(place.database, place.people.commune, 'writeFigureBatch', writeFigureBatch, { actionId, rows } as never);

describe('a list of figures from a program', () => {
  it('is written where it can be, and told of row by row where it cannot', async () => {
    const rows = [
      row({ value: '-5' }),
      row(),
      row({ value: '13' }),
      row({ targetId: randomUUID() }),
      row({ organisationId: place.ids.other }),
      row({ from: '2026-07-01', until: '2026-09-30' }),
      row({ from: '2026-01-01', until: '2026-03-31', value: '4.5' }),
      row({ from: '2026-01-01', until: '2026-02-28' }),
    ];
    const { written, errors } = await write(rows.slice(1));
    expect(written).toBe(1);
    expect(errors.map((one) => `${one.row} ${one.message}`)).toEqual([
      '1 Cùng một số liệu có ở hai chỗ, chỗ kia là dòng 0.',
      '2 Không có chỉ tiêu này, hoặc không thuộc phạm vi được xem.',
      '3 Mã truy cập hoặc tài khoản này không nhập được số liệu cho đơn vị đó.',
      '4 Kỳ này chưa bắt đầu.',
      '5 Đơn vị tính này đếm từng cái, không có phần lẻ.',
      '6 Đơn vị không phải báo cáo chỉ tiêu này trong kỳ này.',
    ]);
    const again = await write([row(), ...rows.slice(0, 1)]);
    expect(again).toMatchObject({ importId: null, written: 0, unchanged: 1 });
  });

  it('that is sent twice is written once', async () => {
    const actionId = randomUUID();
    const first = await write([row({ value: '20' })], actionId);
    expect(first.written).toBe(1);
    expect(await write([row({ value: '20' })], actionId)).toEqual(first);
    await expect(write([row({ value: '21' })], actionId)).rejects.toMatchObject({ code: 'action-reused' });
  });
});
