import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../test/support/deeds.ts';
import { getFigureBoard } from '../contract/rollups.ts';
import { keptView } from './bind.ts';
import { keepAnswers, type WrittenAnswer } from './kept-answers.ts';
import { saveFigures } from './measurements/acts.ts';
import { submitFigures } from './measurements/send-acts.ts';
import { createMovement } from './movements/acts.ts';
import { addTarget } from './movements/target-acts.ts';
import type { Viewer } from './read.ts';
import { rollAnew, rollDue } from './rolling.ts';
import { viewFigureBoard } from './rollups/views.ts';

const HALF = { from: '2026-01-01', until: '2026-06-30' };

let place: Place;
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

/** A board behind what is kept, and how often it was really looked up. */
function board() {
  let looked = 0;
  const { answer } = keptView(keepAnswers(), getFigureBoard, (...asked) => {
    looked += 1;
    return viewFigureBoard(...asked);
  });
  const ask = async (viewer: Viewer, year = 2026) => {
    const found = await answer({ world: place.database.world, viewer } as never, { year });
    return getFigureBoard.output.parse(JSON.parse((found as WrittenAnswer).json));
  };
  return { ask, looked: () => looked };
}

async function approved(value: string): Promise<void> {
  const officer = place.people.commune;
  const head = { head: headOf(place.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] };
  const { movementId } = await doAs(place.database, officer, 'createMovement', createMovement, head);
  const goal = { goal: amountGoal('Thu ngân sách', '100', { indicator: 'thu_ngan_sach_xa' }), partOf: null };
  const target = { movementId, ...goal, leadOrganisationId: null };
  const { id: targetId } = await doAs(place.database, officer, 'addTarget', addTarget, target);
  const where = { movementId, organisationId: place.ids.commune, ...HALF };
  const figure = { version: null, value, numerator: null, denominator: null, estimated: false, note: null };
  const sheet = { ...where, cells: [{ targetId, ...figure }], saidBy: null };
  await doAs(place.database, officer, 'saveFigures', saveFigures, sheet);
  await doAs(place.database, officer, 'submitFigures', submitFigures, where);
}

describe('a board that is kept', () => {
  it('is looked up once for everybody in a seat, and anew after every act and every round', async () => {
    const { ask, looked } = board();
    const { commune, province } = place.people;
    const before = await ask(commune);
    expect(before.indicators).toEqual([]);
    expect(await ask({ ...commune, accountId: randomUUID(), postId: randomUUID() })).toEqual(before);
    expect(looked()).toBe(1);
    await approved('12');
    const after = await ask(commune);
    expect(after.indicators[0]?.periods[0]).toMatchObject({ value: '12', own: true });
    expect(looked()).toBe(2);

    expect((await ask(province)).indicators).toEqual([]);
    expect(looked()).toBe(3);
    await rollDue(place.database.world);
    const rolled = await ask(province);
    expect(rolled.indicators[0]?.periods[0]).toMatchObject({ value: '12', own: false });
    await rollAnew(place.database.world, province.provinceId);
    expect(await ask(province)).toEqual(rolled);
    expect(looked()).toBe(5);
  });

  it('is another one for another seat, another day and another question', async () => {
    const { ask, looked } = board();
    const { commune, province } = place.people;
    await ask(commune);
    await ask(province);
    await ask({ ...commune, today: '2026-07-01' });
    await ask({ ...commune, roles: ['leader'] });
    await ask(commune, 2025);
    expect(looked()).toBe(5);
    await expect(ask({ ...commune, roles: [] })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('what is kept', () => {
  it('goes when there is too much, what was asked for last stays', () => {
    const kept = keepAnswers(30);
    const ten = { json: '123456789' };
    for (const key of ['a', 'b', 'c']) kept.keep(key, ten);
    expect(kept.find('a')).toBe(ten);
    kept.keep('d', ten);
    expect(['a', 'b', 'c', 'd'].map((key) => kept.find(key) !== null)).toEqual([true, false, true, true]);
    kept.keep('e', { json: 'x'.repeat(100) });
    expect(kept.find('e')).toBeNull();
  });
});
