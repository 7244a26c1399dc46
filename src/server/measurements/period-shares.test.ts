import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { viewFigureGrid } from './grid-views.ts';
import { splitTarget } from './split-acts.ts';
import { viewTargetSplit } from './split-views.ts';

const FIRST = { from: '2026-01-01', until: '2026-03-31' };
const QUARTERS = [
  FIRST,
  { from: '2026-04-01', until: '2026-06-30' },
  { from: '2026-07-01', until: '2026-09-30' },
  { from: '2026-10-01', until: '2026-12-31' },
];
const given = (...values: string[]) => values.map((value, at) => ({ ...(QUARTERS[at] ?? FIRST), value }));

let place: Place;
let movementId: string;
let targetId: string;

const officer = () => place.people.commune;
type Shares = { value: string | null; periods?: ReturnType<typeof given> };
const split = async ({ value, periods }: Shares, reason: string | null = null) => {
  const { version } = await askAs(place.database, officer(), viewTargetSplit, { targetId });
  const share = { organisationId: place.ids.village, value, ...(periods ? { periods } : {}) };
  return doAs(place.database, officer(), 'splitTarget', splitTarget, { targetId, version, shares: [share], reason });
};

beforeAll(async () => {
  place = await buildPlace();
  ({ movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    ...{ head: headOf(place.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] },
  }));
  const goal = amountGoal('Giải quyết việc làm', '100', { indicator: 'giai_quyet_viec_lam' });
  ({ id: targetId } = await doAs(place.database, officer(), 'addTarget', addTarget, {
    ...{ movementId, goal, partOf: null, leadOrganisationId: null },
  }));
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'quarter' })
    .where('id', '=', targetId)
    .execute();
});
afterAll(() => place.database.drop());

describe('a share split among the periods in which its unit reports', () => {
  it('is kept by period, and shown with the figures of each', async () => {
    const done = await split({ value: '100', periods: given('10', '20', '30', '40') });
    expect(done.periods).toMatchObject(QUARTERS);
    expect(done.shares[0]?.periods).toEqual(given('10', '20', '30', '40'));
    for (const [at, quarter] of QUARTERS.entries()) {
      const { rows } = await askAs(place.database, officer(), viewFigureGrid, { movementId, ...quarter });
      expect(rows[0]?.cells).toMatchObject([{ share: '100', planned: String(10 * (at + 1)) }]);
    }
  });

  it('adds up to the share, or says why not', async () => {
    const short = { value: '100', periods: given('10', '20') };
    await expect(split(short)).rejects.toMatchObject({
      reasons: [{ code: 'split-periods-differ', facts: { name: 'Bản Một', difference: '70', share: '100' } }],
    });
    expect((await askAs(place.database, officer(), viewTargetSplit, { targetId })).shares[0]?.periods).toHaveLength(4);
    expect((await split(short, 'Phần còn lại giao sau')).shares[0]?.periods).toEqual(given('10', '20'));
  });

  it('is among periods of the target alone, each once', async () => {
    const twice = [...given('50'), ...given('50')];
    const strange = [{ from: '2026-01-01', until: '2026-01-31', value: '100' }];
    for (const periods of [twice, strange])
      await expect(split({ value: '100', periods })).rejects.toMatchObject({ reasons: [{ code: 'period-unknown' }] });
  });

  it('is given up with the next split that has none', async () => {
    const done = await split({ value: '100' });
    expect(done.shares[0]?.periods).toEqual([]);
    const { rows } = await askAs(place.database, officer(), viewFigureGrid, { movementId, ...FIRST });
    expect(rows[0]?.cells).toMatchObject([{ share: '100', planned: null }]);
  });
});
