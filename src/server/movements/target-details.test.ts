import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { MovementId } from '../../contract/ids.ts';
import { saveFigures, tickFigure } from '../measurements/acts.ts';
import { viewFigureGrid } from '../measurements/grid-views.ts';
import { submitFigures } from '../measurements/send-acts.ts';
import { createMovement } from './acts.ts';
import { viewHistory } from './history-views.ts';
import { addTarget } from './target-acts.ts';
import { adjustTarget, arrangeTarget, judgeGoal } from './target-detail-acts.ts';
import { viewTargetDetails } from './target-detail-views.ts';
import { viewTargets } from './target-views.ts';

let place: Place;
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

type Goal = Parameters<typeof addTarget>[1]['goal'];
async function targetWith(goal: Goal) {
  const { people, ids } = place;
  const { movementId } = await doAs(place.database, people.commune, 'createMovement', createMovement, {
    head: headOf(ids.commune, { title: `Thi đua ${randomUUID().slice(0, 8)}` }),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const { id } = await doAs(place.database, people.commune, 'addTarget', addTarget, {
    movementId,
    goal,
    partOf: null,
    leadOrganisationId: null,
  });
  return { movementId, targetId: id };
}
const plain = {
  levels: { assigned: null, council: null, aspired: null },
  measured: null,
  supporterIds: [] as string[],
  dataSource: null,
  dataPeriod: 'half-year' as const,
  enteredAs: 'cumulative' as const,
  yearKind: 'work-year' as const,
  things: [] as { thingId: string | null; name: string; heldFrom: string | null; heldUntil: string | null }[],
};
const arrange = (targetId: string, version: number, more: Partial<Parameters<typeof arrangeTarget>[1]>) =>
  doAs(place.database, place.people.commune, 'arrangeTarget', arrangeTarget, { targetId, version, ...plain, ...more });
const rowOf = async (movementId: string, targetId: string) =>
  (await askAs(place.database, place.people.commune, viewTargets, { movementId })).targets.find(
    ({ id }) => id === targetId,
  );
const reasonsOf = (failed: Promise<unknown>) =>
  failed.then(
    () => ['nothing was refused'],
    (error: { reasons?: { code: string }[]; kind?: string }) =>
      error.reasons && error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.kind ?? String(error)],
  );
const half = { from: '2026-01-01', until: '2026-06-30' };

describe('levels and adjustments of a target (practice 3)', () => {
  it('measures against the chosen level and keeps who supports and where figures come from (practice 4)', async () => {
    const { ids } = place;
    const { movementId, targetId } = await targetWith(amountGoal('Thu ngân sách', '33515'));
    const levels = { assigned: '30000', council: '33515', aspired: '36000' };
    const kept = await arrange(targetId, 1, {
      levels,
      measured: 'aspired',
      supporterIds: [ids.village],
      dataSource: 'Thuế',
      dataPeriod: 'quarter',
    });
    expect(kept).toMatchObject({
      measured: 'aspired',
      target: { figure: { value: '36000' }, planLevel: 'aspired', version: 2 },
      supporters: [{ id: ids.village, name: 'Bản Một' }],
      dataSource: 'Thuế',
    });
    expect(await reasonsOf(arrange(targetId, 1, {}))).toEqual(['stale']);
    expect(await reasonsOf(arrange(targetId, 2, { measured: 'council' }))).toEqual(['level-not-given']);
    const { lines } = await askAs(place.database, place.people.commune, viewHistory, {
      movementId: MovementId.parse(movementId),
    });
    expect(lines[0]?.changes.map(({ field }) => field)).toContain('plan-level');
  });

  it('adjusts by a resolution, keeps what was before, and says so in the row', async () => {
    const { people } = place;
    const { movementId, targetId } = await targetWith(amountGoal('Thu ngân sách', '33515'));
    const adjust = (version: number, inForceOn: string, value: string) =>
      doAs(place.database, people.commune, 'adjustTarget', adjustTarget, {
        targetId,
        version,
        inForceOn,
        resolution: '25/NQ-HĐND',
        resolutionOn: '2026-05-12',
        value,
        low: null,
        high: null,
        numerator: null,
        denominator: null,
        note: null,
      });
    expect(await reasonsOf(adjust(1, '2026-12-01', '30000'))).toEqual(['adjustment-to-come']);
    const kept = await adjust(1, '2026-05-15', '30000');
    expect(kept.adjustments).toMatchObject([{ before: { value: '33515' }, after: { value: '30000' } }]);
    expect(await rowOf(movementId, targetId)).toMatchObject({
      figure: { value: '30000' },
      adjustedBy: { resolution: '25/NQ-HĐND', resolutionOn: '2026-05-12', inForceOn: '2026-05-15' },
    });
    expect(await reasonsOf(adjust(2, '2026-05-01', '29000'))).toEqual(['adjustment-before-last']);
  });
});

describe('goals without a figure (practice 8)', () => {
  const goal = { ...amountGoal('Chính quyền xã xếp loại tốt', '1'), figure: null, dueOn: '2026-12-15' };

  it('get a verdict with rating, words and evidence, and lose it again', async () => {
    const { movementId, targetId } = await targetWith(goal);
    const judge = (version: number, verdict: 'achieved' | null) =>
      doAs(place.database, place.people.commune, 'judgeGoal', judgeGoal, {
        targetId,
        version,
        verdict,
        rating: 'Hoàn thành tốt nhiệm vụ',
        text: 'Đã họp đánh giá',
        evidence: 'Biên bản 12/BB-UBND',
        on: '2026-06-20',
      });
    expect((await judge(1, 'achieved')).verdict).toMatchObject({
      verdict: 'achieved',
      evidence: 'Biên bản 12/BB-UBND',
    });
    expect(await rowOf(movementId, targetId)).toMatchObject({
      verdictRating: 'Hoàn thành tốt nhiệm vụ',
      progress: { verdict: 'on-track' },
    });
    expect((await judge(2, null)).verdict).toBeNull();
  });

  it('are only those without a figure', async () => {
    const { targetId } = await targetWith(amountGoal('Thu ngân sách', '10'));
    const judged = doAs(place.database, place.people.commune, 'judgeGoal', judgeGoal, {
      targetId,
      version: 1,
      verdict: 'achieved',
      rating: null,
      text: null,
      evidence: null,
      on: null,
    });
    expect(await reasonsOf(judged)).toEqual(['goal-has-figure']);
  });
});

describe('ratios of few named things (practice 7)', () => {
  const schools = ['Mầm non', 'Tiểu học', 'Trung học cơ sở'];
  const goal: Goal = {
    ...amountGoal('Trường đạt chuẩn', '1'),
    figure: {
      ...amountGoal('x', '1').figure,
      measure: 'fraction',
      value: null,
      numerator: '3',
      denominator: '3',
      unit: 'trường',
    },
  };
  const things = schools.map((name) => ({ thingId: null, name, heldFrom: null, heldUntil: null }));

  it('are ticked from the list; the missing one has its name in the sheet and in the row', async () => {
    const { people, ids } = place;
    const { movementId, targetId } = await targetWith(goal);
    const { things: kept } = await arrange(targetId, 1, { things });
    const where = { movementId, organisationId: ids.commune, ...half };
    const tick = (version: number | null, ticked: string[]) =>
      doAs(place.database, people.commune, 'tickFigure', tickFigure, {
        ...where,
        targetId,
        version,
        things: ticked,
        saidBy: null,
      });
    const two = kept.slice(0, 2).map(({ id }) => id);
    const { cells } = await tick(null, two);
    expect(cells[0]).toMatchObject({
      outcome: 'saved',
      figure: { numerator: '2', denominator: '3', missingNames: ['Trung học cơ sở'] },
    });
    await doAs(place.database, people.commune, 'submitFigures', submitFigures, where);
    expect(await rowOf(movementId, targetId)).toMatchObject({
      missingNames: ['Trung học cơ sở'],
      progress: { numerator: '2', denominator: '3' },
    });
    const grid = await askAs(place.database, people.commune, viewFigureGrid, { movementId, ...half });
    expect(grid.targets[0]?.things.map(({ name }) => name)).toEqual(schools);
    const version = grid.rows[0]?.cells[0]?.figure?.version ?? 0;
    expect(await reasonsOf(tick(version, [randomUUID()]))).toEqual(['not-found']);
    expect((await tick(1, two)).cells[0]?.outcome).toBe('conflict');
    // A note beside the same figure leaves the ticks; another figure typed over them names nothing any more.
    const type = (given: { version: number; numerator: string; note: string | null }) =>
      doAs(place.database, people.commune, 'saveFigures', saveFigures, {
        ...where,
        cells: [{ targetId, value: null, denominator: '3', estimated: false, correction: 'Đếm lại', ...given }],
        saidBy: null,
      });
    const noted = await type({ version, numerator: '2', note: 'Chờ quyết định công nhận' });
    expect(noted.cells[0]).toMatchObject({ outcome: 'saved', figure: { missingNames: ['Trung học cơ sở'] } });
    const typed = await type({ version: version + 1, numerator: '1', note: null });
    expect(typed.cells[0]).toMatchObject({ outcome: 'saved', figure: { ticked: [], missingNames: [] } });
  });

  it('keep their ticks while the list is renamed and turned around, and lose those of what is taken out', async () => {
    const { people, ids } = place;
    const { movementId, targetId } = await targetWith(goal);
    const { things: kept } = await arrange(targetId, 1, { things });
    const where = { movementId, organisationId: ids.commune, ...half };
    await doAs(place.database, people.commune, 'tickFigure', tickFigure, {
      ...where,
      targetId,
      version: null,
      things: kept.map(({ id }) => id),
      saidBy: null,
    });
    const turned = [...kept].reverse().map(({ id, ...rest }, at) => ({
      ...rest,
      thingId: id,
      name: schools[at] ?? '',
      heldFrom: '2024-05-01',
    }));
    await arrange(targetId, 2, { things: turned });
    const details = await askAs(place.database, people.commune, viewTargetDetails, { targetId });
    expect(details.things.map(({ id }) => id)).toEqual([...kept].reverse().map(({ id }) => id));
    expect(details.things[0]).toMatchObject({ name: 'Mầm non', heldFrom: '2024-05-01' });
    expect(
      await reasonsOf(
        arrange(targetId, 3, {
          things: [...things, things[0] ?? turned[0] ?? { thingId: null, name: 'x', heldFrom: null, heldUntil: null }],
        }),
      ),
    ).toEqual(['thing-named-twice']);
  });
});
