import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrganisation, buildViewer } from '../../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import type { Viewer } from '../read.ts';
import { saveFigures } from './acts.ts';
import { approveFigures, returnFigures } from './approval-acts.ts';
import { viewDueFigures } from './due-views.ts';
import { viewFigureGrid } from './grid-views.ts';
import { submitFigures } from './send-acts.ts';
import { splitTarget } from './split-acts.ts';

const QUARTER = { from: '2026-01-01', until: '2026-03-31' };

let place: Place;
let department: Viewer;
let movementId: string;
let led: string;
let other: string;

const officer = () => place.people.commune;
const village = () => place.people.village;

async function addAsked(name: string, leadOrganisationId: string | null, units: readonly string[]): Promise<string> {
  const goal = amountGoal(name, '100', { indicator: 'giai_quyet_viec_lam' });
  const { id } = await doAs(place.database, officer(), 'addTarget', addTarget, {
    ...{ movementId, goal, partOf: null, leadOrganisationId },
  });
  await place.database.owner.db.updateTable('targets').set({ data_period: 'quarter' }).where('id', '=', id).execute();
  const shares = units.map((organisationId) => ({ organisationId, value: String(100 / units.length) }));
  await doAs(place.database, officer(), 'splitTarget', splitTarget, { targetId: id, version: 0, shares, reason: null });
  return id;
}

const send = async (as: Viewer, targetIds: readonly string[]) => {
  const where = { movementId, organisationId: as.organisationId, ...QUARTER };
  const cells = targetIds.map((targetId) => ({
    ...{ targetId, version: null, value: '5', numerator: null, denominator: null, estimated: false, note: null },
  }));
  await doAs(place.database, as, 'saveFigures', saveFigures, { ...where, cells, saidBy: null });
  await doAs(place.database, as, 'submitFigures', submitFigures, where);
};

const grid = (as: Viewer) => askAs(place.database, as, viewFigureGrid, { movementId, ...QUARTER });

/** The one figure of a unit for a target, as it can be decided on. */
async function figureOf(targetId: string, organisationId: string) {
  const { id, version, state } = await place.database.owner.db
    .selectFrom('measurements')
    .select(['id', 'version', 'state'])
    .where('target_id', '=', targetId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return { seen: { id, version }, state };
}

beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = officer();
  const unit = await buildOrganisation(place.database, {
    ...{ provinceId, parentId: place.ids.commune, name: 'Phòng Kinh tế', level: 'unit', kind: 'department' },
  });
  department = await buildViewer(place.database, { provinceId, organisationId: unit.id, role: 'reporter' });
  ({ movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    ...{ head: headOf(place.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] },
  }));
  led = await addAsked('Chỉ tiêu phòng chủ trì', unit.id, [place.ids.village, unit.id]);
  other = await addAsked('Chỉ tiêu khác', null, [place.ids.village]);
  await send(village(), [led, other]);
  await send(department, [led]);
});
afterAll(() => place.database.drop());

describe('practice 4: the unit that leads a target looks after its figure', () => {
  it('sees whoever reports for what it leads, and nothing else of them', async () => {
    const { targets, rows, mayApprove } = await grid(department);
    expect(targets.map(({ id }) => id)).toEqual([led]);
    expect(mayApprove).toBe(false);
    const may = rows.map(({ organisation, cells }) => [organisation.id, cells.map((cell) => cell.mayApprove)]);
    expect(new Map(may as [string, boolean[]][])).toEqual(
      new Map([
        [place.ids.village, [true]],
        // Nobody looks over their own figures.
        [department.organisationId, [false]],
      ]),
    );
    expect((await grid(village())).rows.flatMap(({ cells }) => cells.map((cell) => cell.mayApprove))).toEqual([
      false,
      false,
    ]);
  });

  it('is told of what waits for it, not of its own; the officer of all, and a village of what is on its way', async () => {
    const waiting = async (as: Viewer) => {
      const { due } = await askAs(place.database, as, viewDueFigures, undefined);
      const { mayApprove, waiting } = due.find(({ movement }) => movement.id === movementId) ?? {};
      return [mayApprove, waiting];
    };
    expect(await waiting(department)).toEqual([true, 1]);
    expect(await waiting(officer())).toEqual([true, 3]);
    expect(await waiting(village())).toEqual([false, 2]);
  });

  it('approves and returns what others report for it', async () => {
    const decide = async () => ({ movementId, figures: [(await figureOf(led, place.ids.village)).seen] });
    const back = { ...(await decide()), reason: 'Chưa khớp danh sách' };
    expect(await doAs(place.database, department, 'returnFigures', returnFigures, back)).toMatchObject({ returned: 1 });
    await doAs(place.database, village(), 'submitFigures', submitFigures, {
      ...{ movementId, organisationId: place.ids.village, ...QUARTER },
    });
    const done = await doAs(place.database, department, 'approveFigures', approveFigures, await decide());
    expect(done).toEqual({ approved: 1, stale: [] });
    expect((await figureOf(led, place.ids.village)).state).toBe('approved');
  });

  it('sends back only what waits: what is approved is the officer’s to open again', async () => {
    const figures = [(await figureOf(led, place.ids.village)).seen];
    const back = { movementId, figures, reason: 'Nhầm kỳ' };
    await expect(doAs(place.database, department, 'returnFigures', returnFigures, back)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect((await figureOf(led, place.ids.village)).state).toBe('approved');
    expect(await doAs(place.database, officer(), 'returnFigures', returnFigures, back)).toMatchObject({ returned: 1 });
  });

  it('decides neither on its own figures nor on those of targets it does not lead', async () => {
    const own = (await figureOf(led, department.organisationId)).seen;
    const foreign = (await figureOf(other, place.ids.village)).seen;
    for (const figures of [[own], [foreign], [own, foreign]])
      await expect(
        doAs(place.database, department, 'approveFigures', approveFigures, { movementId, figures }),
      ).rejects.toMatchObject({ kind: 'forbidden' });
    const all = { movementId, figures: [own, foreign] };
    expect(await doAs(place.database, officer(), 'approveFigures', approveFigures, all)).toMatchObject({ approved: 2 });
  });
});
