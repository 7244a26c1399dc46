import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrganisation } from '../../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { createMovement } from '../movements/acts.ts';
import { viewMovementBoard } from '../movements/board-views.ts';
import { addTarget } from '../movements/target-acts.ts';
import { arrangeTarget } from '../movements/target-detail-acts.ts';
import { viewTargetDetails } from '../movements/target-detail-views.ts';
import { dueFigures, reminderCalendar } from '../notices/facts.ts';
import type { Viewer } from '../read.ts';
import { rollDue } from '../rolling.ts';
import { viewStatusMap } from '../rollups/status-views.ts';
import { viewFigureBoard } from '../rollups/views.ts';
import { saveFigures } from './acts.ts';
import { closePeriod } from './approval-acts.ts';
import { viewDueFigures } from './due-views.ts';
import { viewFigureGrid } from './grid-views.ts';
import { submitFigures } from './send-acts.ts';
import { splitTarget } from './split-acts.ts';

/** Two villages asked for two targets: one each quarter of the year, one for the whole school year. */

const QUARTERS = [
  { from: '2026-01-01', until: '2026-03-31' },
  { from: '2026-04-01', until: '2026-06-30' },
] as const;
const SCHOOL_YEAR = { from: '2025-09-01', until: '2026-05-31' };
const JOBS = 'giai_quyet_viec_lam';
const LEARNERS = 'dao_tao_nghe_ngan_han';

let place: Place;
let second: string;
let movementId: string;
let jobs: string;
let learners: string;
const officer = (today = '2026-07-03'): Viewer => ({ ...place.people.commune, today });

async function targetOf(name: string, indicator: string): Promise<string> {
  const goal = amountGoal(name, '100', { indicator });
  const { id } = await doAs(place.database, officer(), 'addTarget', addTarget, {
    movementId,
    goal: { ...goal, figure: { ...goal.figure, unit: 'lao động' } },
    partOf: null,
    leadOrganisationId: null,
  });
  return id;
}

async function arranged(targetId: string, change: object): Promise<void> {
  const details = await askAs(place.database, officer(), viewTargetDetails, { targetId });
  const { levels, measured, dataSource, dataPeriod, enteredAs, yearKind, target } = details;
  await doAs(place.database, officer(), 'arrangeTarget', arrangeTarget, {
    ...{ targetId, version: target.version, levels, measured, dataSource, dataPeriod, enteredAs, yearKind },
    ...{ supporterIds: [], things: [], ...change },
  } as never);
}

/** What the officer enters for a village counts at once. */
async function sent(organisationId: string, targetId: string, period: { from: string; until: string }): Promise<void> {
  const of = { movementId, organisationId, ...period };
  const cell = {
    targetId,
    version: null,
    value: '20',
    numerator: null,
    denominator: null,
    estimated: false,
    note: null,
  };
  await doAs(place.database, officer(), 'saveFigures', saveFigures, { ...of, cells: [cell], saidBy: 'Trưởng bản' });
  await doAs(place.database, officer(), 'submitFigures', submitFigures, of);
}

beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.province;
  const village = { provinceId, parentId: place.ids.commune, name: 'Bản Hai', level: 'unit', kind: 'village' };
  second = (await buildOrganisation(place.database, village)).id;
  ({ movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  }));
  jobs = await targetOf('Việc làm', JOBS);
  learners = await targetOf('Học nghề', LEARNERS);
  for (const targetId of [jobs, learners])
    await doAs(place.database, officer(), 'splitTarget', splitTarget, {
      targetId,
      version: 0,
      shares: [place.ids.village, second].map((organisationId) => ({ organisationId, value: '50' })),
      reason: null,
    });
  await arranged(jobs, { dataPeriod: 'quarter' });
  await arranged(learners, { dataPeriod: 'year' });
  await rollDue(place.database.world);
  await arranged(learners, { yearKind: 'school-year' });
  // The newer figure is there and the older is not; the other village has told neither.
  await sent(place.ids.village, jobs, QUARTERS[1]);
  await sent(place.ids.village, learners, SCHOOL_YEAR);
  await rollDue(place.database.world);
});
afterAll(() => place.database.drop());

type Missing = { period: string; missing: number };
const inOrder = (all: Missing[]) =>
  all.filter(({ missing }) => missing > 0).sort((a, b) => a.period.localeCompare(b.period));

const EVERYWHERE: Record<string, (viewer: Viewer) => Promise<Missing[]>> = {
  'Đến hạn': async (viewer) =>
    (await askAs(place.database, viewer, viewDueFigures, {})).due.map(({ period, missing }) => ({
      period: period.until,
      missing,
    })),
  'the grid': async (viewer) =>
    (await askAs(place.database, viewer, viewFigureGrid, { movementId })).periods
      .filter(({ until, closed }) => until <= viewer.today && !closed)
      .map(({ until, missing }) => ({ period: until, missing })),
  'the board of the movement': async (viewer) =>
    (await askAs(place.database, viewer, viewMovementBoard, { movementId })).periods.map((one) => ({
      period: one.until,
      missing: one.asked - one.sent,
    })),
};

const mapOf = async (viewer: Viewer) => {
  const map = await askAs(place.database, viewer, viewStatusMap, { organisationId: place.ids.commune } as never);
  return map.units.map(({ organisation, due }) => ({
    unit: organisation.name,
    ...{ asked: due.reduce((all, one) => all + one.asked, 0), missing: due.reduce((all, one) => all + one.missing, 0) },
    overdue: due.reduce((all, one) => all + one.overdue, 0),
  }));
};

describe('what is missing', () => {
  it('is the same wherever it is asked, also where a newer figure came (practice 1)', async () => {
    const missing = [
      { period: '2026-03-31', missing: 2 },
      { period: '2026-05-31', missing: 1 },
      { period: '2026-06-30', missing: 1 },
    ];
    for (const [where, ask] of Object.entries(EVERYWHERE))
      expect(inOrder(await ask(officer())), where).toEqual(missing);
    // The second quarter is due on Monday, 6 July: missing, and not overdue.
    expect(await mapOf(officer())).toEqual([
      { unit: 'Bản Hai', asked: 3, missing: 3, overdue: 2 },
      { unit: 'Bản Một', asked: 3, missing: 1, overdue: 1 },
    ]);
    expect((await mapOf(officer('2026-07-07'))).map(({ overdue }) => overdue)).toEqual([3, 1]);
  });

  it('is named by unit, each for the days on which it was asked', async () => {
    const { due } = await askAs(place.database, officer(), viewDueFigures, {});
    expect(due.map(({ period, missingOf }) => [period.until, missingOf.units])).toEqual([
      ['2026-03-31', ['Bản Hai', 'Bản Một']],
      ['2026-05-31', ['Bản Hai']],
      ['2026-06-30', ['Bản Hai']],
    ]);
  });

  it('of a school year is asked for its own days, and reminded of after them (practice 13)', async () => {
    const { provinceId } = place.people.province;
    const reminded = async (today: string) => {
      const where = { provinceId, today };
      const due = await askAs(
        place.database,
        officer(today),
        async (read) => {
          const calendar = await reminderCalendar(read, where);
          return dueFigures(read, where, calendar);
        },
        {},
      );
      return due.map(({ period, unit, missing }) => `${unit.name} ${period.from} ${period.until} ${missing}`);
    };
    // The fifth of June is a Friday; reminded on the working day before.
    expect(await reminded('2026-06-04')).toEqual(['Bản Hai 2025-09-01 2026-05-31 1']);
    const board = await askAs(place.database, officer(), viewFigureBoard, {} as never);
    const periods = board.indicators.find(({ code }) => code === LEARNERS)?.periods;
    expect(periods?.map(({ from, until, reported, asked }) => ({ from, until, reported, asked }))).toEqual([
      { ...SCHOOL_YEAR, reported: 1, asked: 2 },
    ]);
  });

  it('of a closed period is asked of nobody any more', async () => {
    const closing = { movementId, ...QUARTERS[0], version: 0 };
    await doAs(place.database, officer(), 'closePeriod', closePeriod, closing as never);
    const left = [
      { period: '2026-05-31', missing: 1 },
      { period: '2026-06-30', missing: 1 },
    ];
    for (const [where, ask] of Object.entries(EVERYWHERE)) expect(inOrder(await ask(officer())), where).toEqual(left);
    expect((await mapOf(officer())).map(({ missing }) => missing)).toEqual([2, 0]);
  });
});
