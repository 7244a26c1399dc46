import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrganisation, buildViewer } from '../../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import type { MeasurementId, MovementId, TargetId } from '../../contract/ids.ts';
import { verifyAudit } from '../audit-chain.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { viewTarget } from '../movements/target-views.ts';
import type { Viewer } from '../read.ts';
import { saveFigures } from './acts.ts';
import { approveFigures, closePeriod, reopenPeriod, returnFigures } from './approval-acts.ts';
import { viewTargetCourse } from './course-views.ts';
import { viewFigureGrid } from './grid-views.ts';
import { viewFigureHistory } from './history-views.ts';
import { submitFigures } from './send-acts.ts';
import { splitTarget } from './split-acts.ts';
import { viewTargetSplit } from './split-views.ts';

const QUARTER = { from: '2026-01-01', until: '2026-03-31' };
const SECOND = { from: '2026-04-01', until: '2026-06-30' };
const FUTURE = { from: '2026-07-01', until: '2026-09-30' };

let place: Place;
let second: { id: string };
let reporter: Viewer;
beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.commune;
  second = await buildOrganisation(place.database, {
    provinceId,
    parentId: place.ids.commune,
    name: 'Bản Hai',
    level: 'unit',
    kind: 'village',
  });
  reporter = await buildViewer(place.database, { provinceId, organisationId: second.id, role: 'reporter' });
});
afterAll(() => place.database.drop());

const officer = () => place.people.commune;
const village = () => place.people.village;

/** A movement of the commune with one target that both villages report each quarter. */
async function movementWith(value = '100', unit = 'người') {
  const { movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const goal = amountGoal('Giải quyết việc làm', value, { indicator: 'giai_quyet_viec_lam' });
  const { id: targetId } = await doAs(place.database, officer(), 'addTarget', addTarget, {
    movementId,
    goal: { ...goal, figure: { ...goal.figure, unit } },
    partOf: null,
    leadOrganisationId: null,
  });
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'quarter' })
    .where('id', '=', targetId)
    .execute();
  return { movementId, targetId };
}

const split = (targetId: string, shares: [string, string | null][], more: { version?: number; reason?: string } = {}) =>
  doAs(place.database, officer(), 'splitTarget', splitTarget, {
    targetId,
    version: more.version ?? 0,
    shares: shares.map(([organisationId, value]) => ({ organisationId, value })),
    reason: more.reason ?? null,
  });

const movementOf = (targetId: string) =>
  place.database.owner.db
    .selectFrom('targets')
    .select('movement_id as id')
    .where('id', '=', targetId)
    .executeTakeFirstOrThrow();

async function splitMovement() {
  const made = await movementWith();
  await split(made.targetId, [
    [place.ids.village, '60'],
    [second.id, '40'],
  ]);
  return made;
}

type Made = { movementId: string; targetId: string };
type Cell = { value: string | null; version?: number | null; estimated?: boolean; correction?: string };
const save = (as: Viewer, { movementId, targetId }: Made, organisationId: string, period: typeof QUARTER, cell: Cell) =>
  doAs(place.database, as, 'saveFigures', saveFigures, {
    movementId,
    organisationId,
    ...period,
    cells: [
      {
        targetId,
        version: cell.version ?? null,
        value: cell.value,
        numerator: null,
        denominator: null,
        estimated: cell.estimated ?? false,
        note: null,
        correction: cell.correction ?? null,
      },
    ],
    saidBy: null,
  }).then(({ cells }) => cells[0]);
const send = (as: Viewer, { movementId }: Made, organisationId: string, period: typeof QUARTER) =>
  doAs(place.database, as, 'submitFigures', submitFigures, { movementId, organisationId, ...period });
const grid = (as: Viewer, { movementId }: Made, period: typeof QUARTER = SECOND) =>
  askAs(place.database, as, viewFigureGrid, { movementId, ...period });
const standing = async (made: Made) => (await askAs(place.database, officer(), viewTarget, made.targetId)).progress;
const sentOf = async (made: Made, period = SECOND) =>
  (await grid(officer(), made, period)).rows.flatMap(({ cells }) =>
    cells.flatMap(({ figure }) => (figure?.state === 'submitted' ? [{ id: figure.id, version: figure.version }] : [])),
  );

describe('Phân bổ chỉ tiêu', () => {
  it('keeps shares that add up, and shows last year and who could be asked too', async () => {
    const { targetId } = await movementWith();
    const before = await askAs(place.database, officer(), viewTargetSplit, { targetId });
    expect(before).toMatchObject({ whole: '100', version: 0, shares: [], maySplit: true });
    expect(before.candidates.map(({ name }) => name).sort()).toEqual(['Bản Hai', 'Bản Một']);
    const after = await split(targetId, [
      [place.ids.village, '60'],
      [second.id, '40'],
    ]);
    expect(after).toMatchObject({ version: 1, candidates: [] });
    expect(after.shares.map(({ value }) => value)).toEqual(['60', '40']);
  });

  it('knows the population of units, and their result in the movement of last year, to split by', async () => {
    const { db } = place.database.owner;
    const last = await movementWith();
    const { targetId } = await movementWith();
    await split(last.targetId, [[place.ids.village, '100']]);
    const people = await movementWith('1000');
    await db.updateTable('targets').set({ indicator: 'dan_so' }).where('id', '=', people.targetId).execute();
    await split(people.targetId, [[place.ids.village, '1000']]);
    await save(officer(), people, place.ids.village, SECOND, { value: '940' });
    await send(officer(), people, place.ids.village, SECOND);
    await db
      .updateTable('movements')
      .set({ period_from: '2025-01-01', period_until: '2025-12-31', year: 2025 })
      .where('id', '=', last.movementId)
      .execute();
    await db
      .updateTable('movements')
      .set({ period_from: '2026-01-01', period_until: '2026-12-31' })
      .where('id', '=', (await movementOf(targetId)).id)
      .execute();
    const end = { from: '2025-10-01', until: '2025-12-31' };
    await save(officer(), last, place.ids.village, end, { value: '77' });
    await send(officer(), last, place.ids.village, end);
    const { candidates } = await askAs(place.database, officer(), viewTargetSplit, { targetId });
    expect(candidates.map(({ name, lastYear, population }) => [name, lastYear, population]).sort()).toEqual([
      ['Bản Hai', null, null],
      ['Bản Một', '77', '940'],
    ]);
  });

  it('asks for a reason when they do not', async () => {
    const { targetId } = await movementWith();
    await expect(split(targetId, [[place.ids.village, '60']])).rejects.toMatchObject({
      reasons: [{ code: 'split-differs', facts: { difference: '40' } }],
    });
    expect(await split(targetId, [[place.ids.village, '60']], { reason: 'Để dự phòng' })).toMatchObject({
      reason: 'Để dự phòng',
    });
  });

  it('refuses a share below zero, whatever the reason', async () => {
    const { targetId } = await movementWith();
    const shares: [string, string][] = [
      [place.ids.village, '105'],
      [second.id, '-5'],
    ];
    await expect(split(targetId, shares, { reason: 'Điều chỉnh' })).rejects.toMatchObject({
      reasons: [{ code: 'split-negative', facts: { name: 'Bản Hai' } }],
    });
    expect(await askAs(place.database, officer(), viewTargetSplit, { targetId })).toMatchObject({ shares: [] });
  });

  it('refuses an old form, a unit beside, and whoever has no right', async () => {
    const { targetId } = await splitMovement();
    await expect(split(targetId, [], { version: 0 })).rejects.toMatchObject({ kind: 'stale' });
    await expect(split(targetId, [[place.ids.other, '100']], { version: 1 })).rejects.toMatchObject({
      reasons: [{ code: 'split-unit-not-below' }],
    });
    await expect(
      doAs(place.database, village(), 'splitTarget', splitTarget, { targetId, version: 1, shares: [], reason: null }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('figures on their way', () => {
  it('count only once approved, and the bar moves then', async () => {
    const made = await splitMovement();
    expect(await save(village(), made, place.ids.village, SECOND, { value: '30' })).toMatchObject({
      outcome: 'saved',
      figure: { state: 'draft', cumulative: '30' },
    });
    expect((await standing(made)).verdict).toBe('no-data');
    await send(village(), made, place.ids.village, SECOND);
    expect(await standing(made)).toMatchObject({ actual: null });
    const figures = await sentOf(made);
    const answer = await doAs(place.database, officer(), 'approveFigures', approveFigures, {
      movementId: made.movementId,
      figures,
    });
    expect(answer).toEqual({ approved: 1, stale: [] });
    expect(await standing(made)).toMatchObject({ actual: '30', coverage: { reported: 1, of: 2 } });
    expect(await save(village(), made, place.ids.village, SECOND, { value: '31', version: 3 })).toMatchObject({
      outcome: 'refused',
      faults: ['approved'],
    });
  });

  it('are returned with a reason that stands beside the field, mended and sent again', async () => {
    const made = await splitMovement();
    await save(village(), made, place.ids.village, SECOND, { value: '300' });
    await send(village(), made, place.ids.village, SECOND);
    await doAs(place.database, place.people.leader, 'returnFigures', returnFigures, {
      movementId: made.movementId,
      figures: await sentOf(made),
      reason: 'Thừa một số 0?',
    });
    const [row] = (await grid(village(), made)).rows;
    expect(row?.cells[0]?.figure).toMatchObject({ state: 'returned', returnedReason: 'Thừa một số 0?' });
    const version = row?.cells[0]?.figure?.version ?? 0;
    expect(await save(village(), made, place.ids.village, SECOND, { value: '30', version })).toMatchObject({
      outcome: 'saved',
      figure: { state: 'returned', returnedReason: 'Thừa một số 0?', earlier: 3 },
    });
    await send(village(), made, place.ids.village, SECOND);
    expect(await sentOf(made)).toHaveLength(1);
  });

  it('are shown cell by cell where two people write', async () => {
    const made = await splitMovement();
    await save(village(), made, place.ids.village, SECOND, { value: '10' });
    const late = await save(officer(), made, place.ids.village, SECOND, { value: '12' });
    expect(late).toMatchObject({ outcome: 'conflict', figure: { entered: '10', version: 1 } });
    expect(await save(officer(), made, place.ids.village, SECOND, { value: '12', version: 1 })).toMatchObject({
      outcome: 'saved',
      figure: { entered: '12', version: 2, earlier: 1 },
    });
  });

  it('of two at the same moment: one is kept, the other is told', async () => {
    const made = await splitMovement();
    const both = await Promise.all(
      ['10', '20'].map((value) => save(officer(), made, place.ids.village, SECOND, { value })),
    );
    expect(both.map((cell) => cell?.outcome).sort()).toEqual(['conflict', 'saved']);
  });

  it('entered by the officer for a unit name who said them, and need nobody else’s yes', async () => {
    const made = await splitMovement();
    const { cells } = await doAs(place.database, officer(), 'saveFigures', saveFigures, {
      movementId: made.movementId,
      organisationId: second.id,
      ...SECOND,
      cells: [
        {
          targetId: made.targetId,
          version: null,
          value: '7',
          numerator: null,
          denominator: null,
          estimated: true,
          note: null,
        },
      ],
      saidBy: 'Trưởng bản, qua điện thoại',
    });
    expect(cells[0]?.figure).toMatchObject({ saidBy: 'Trưởng bản, qua điện thoại', estimated: true });
    await send(officer(), made, second.id, SECOND);
    expect(await standing(made)).toMatchObject({ actual: '7', estimated: true });
  });

  it('say what is wrong, cell by cell, and keep nothing of it', async () => {
    const made = await splitMovement();
    expect(await save(village(), made, place.ids.village, SECOND, { value: '-5' })).toMatchObject({
      outcome: 'refused',
      faults: ['negative'],
      figure: null,
    });
    expect(await save(village(), made, place.ids.village, SECOND, { value: '2.5' })).toMatchObject({
      faults: ['not-whole'],
    });
    expect(await save(village(), made, place.ids.village, FUTURE, { value: '5' })).toMatchObject({
      faults: ['period-to-come'],
    });
    const odd = { from: '2026-01-05', until: '2026-03-31' };
    expect(await save(village(), made, place.ids.village, odd, { value: '5' })).toMatchObject({
      faults: ['not-asked'],
    });
  });

  it('of the period alone are added up, and a change in March moves June', async () => {
    const made = await splitMovement();
    await place.database.owner.db
      .updateTable('targets')
      .set({ entered_as: 'period' })
      .where('id', '=', made.targetId)
      .execute();
    expect(await save(village(), made, place.ids.village, SECOND, { value: '5' })).toMatchObject({
      figure: { periodValue: '5', cumulative: null },
    });
    await save(village(), made, place.ids.village, QUARTER, { value: '10' });
    const june = async () => (await grid(village(), made)).rows[0]?.cells[0];
    expect(await june()).toMatchObject({ before: '10', figure: { periodValue: '5', cumulative: '15' } });
    await save(village(), made, place.ids.village, QUARTER, { value: '20', version: 1 });
    expect(await june()).toMatchObject({ before: '20', figure: { cumulative: '25' } });
    const { value } = await place.database.owner.db
      .selectFrom('measurements')
      .select('value')
      .where('target_id', '=', made.targetId)
      .where('period_until', '=', SECOND.until)
      .executeTakeFirstOrThrow();
    expect(value).toBe('25');
  });

  it('show a falling lũy kế and a slip of ten times as doubts, and keep them', async () => {
    const made = await splitMovement();
    await save(village(), made, place.ids.village, QUARTER, { value: '10' });
    expect(await save(village(), made, place.ids.village, SECOND, { value: '9' })).toMatchObject({
      outcome: 'saved',
      figure: { doubts: ['cumulative-falls'] },
    });
    expect(await save(village(), made, place.ids.village, SECOND, { value: '600', version: 1 })).toMatchObject({
      figure: { doubts: ['ten-times', 'far-above-target'] },
    });
  });
});

describe('the grid', () => {
  it('lists the units that have not sent, and opens on the period that is due', async () => {
    const made = await splitMovement();
    await save(village(), made, place.ids.village, SECOND, { value: '3' });
    await send(village(), made, place.ids.village, SECOND);
    const shown = await askAs(place.database, officer(), viewFigureGrid, { movementId: made.movementId });
    expect(shown.period).toMatchObject({ kind: 'quarter', ...SECOND });
    expect(shown.missing.map(({ name }) => name)).toEqual(['Bản Hai']);
    expect(shown.periods.map(({ waiting, missing, asked }) => [waiting, missing, asked])).toEqual([
      [0, 2, 2],
      [1, 1, 2],
      [0, 0, 2],
      [0, 0, 2],
    ]);
    expect(shown).toMatchObject({ mayApprove: true, mayClose: true, dueOn: '2026-07-06' });
  });

  it('shows a unit its own line only', async () => {
    const made = await splitMovement();
    const own = await grid(reporter, made);
    expect(own.rows.map(({ organisation, mayEnter }) => [organisation.name, mayEnter])).toEqual([['Bản Hai', true]]);
    expect(own).toMatchObject({ mayApprove: false, mayClose: false });
    await expect(grid(place.people.other, made)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(save(reporter, made, place.ids.village, SECOND, { value: '1' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('Điều chỉnh số liệu đã duyệt', () => {
  async function approvedFigure() {
    const made = await splitMovement();
    await save(village(), made, place.ids.village, QUARTER, { value: '40' });
    await send(village(), made, place.ids.village, QUARTER);
    await doAs(place.database, officer(), 'approveFigures', approveFigures, {
      movementId: made.movementId,
      figures: await sentOf(made, QUARTER),
    });
    return made;
  }

  it('asks for a reason, never empties, and is not the unit’s to do', async () => {
    const made = await approvedFigure();
    const again = (as: Viewer, cell: Cell) =>
      save(as, made, place.ids.village, QUARTER, { version: 3, ...cell }).then((answer) => answer?.faults);
    expect(await again(officer(), { value: '41' })).toEqual(['correction-reason']);
    expect(await again(officer(), { value: '40', estimated: true })).toEqual(['correction-reason']);
    expect(await again(officer(), { value: null, correction: 'Ghi nhầm' })).toEqual(['correction-empty']);
    expect(await again(village(), { value: '41', correction: 'Ghi nhầm' })).toEqual(['approved']);
    expect((await grid(officer(), made, QUARTER)).rows[0]?.cells[0]?.figure).toMatchObject({
      entered: '40',
      version: 3,
      correctionReason: null,
    });
  });

  it('keeps the reason with the figure, in its history, in the log and where it is put together (practice 4)', async () => {
    const made = await approvedFigure();
    const correction = 'Cộng trùng hai người';
    const kept = await save(officer(), made, place.ids.village, QUARTER, { value: '38', version: 3, correction });
    const figure = kept?.figure;
    expect(figure).toMatchObject({ state: 'approved', entered: '38', correctionReason: correction });
    const { entries } = await askAs(place.database, village(), viewFigureHistory, {
      movementId: made.movementId as MovementId,
      measurementId: figure?.id as MeasurementId,
    });
    expect(entries.map(({ entered, correctionReason }) => [entered, correctionReason])).toEqual([
      ['38', correction],
      ['40', null],
    ]);
    const { rows } = await askAs(place.database, officer(), viewTargetCourse, { targetId: made.targetId as TargetId });
    expect(rows.map(({ value, correctionReason }) => [value, correctionReason])).toContainEqual(['38', correction]);
    const logged = await place.database.owner.db
      .selectFrom('audit_entries as e')
      .innerJoin('audit_payloads as p', (on) =>
        on.onRef('p.province_id', '=', 'e.province_id').onRef('p.seq', '=', 'e.seq'),
      )
      .select('p.payload')
      .where('e.subject_id', '=', figure?.id ?? '')
      .where('e.deed', '=', 'figure-corrected')
      .execute();
    expect(logged.map(({ payload }) => payload?.includes(correction))).toEqual([true]);
    const told = await place.database.owner.db
      .selectFrom('notice_lines')
      .select(['kind', 'facts'])
      .where('account_id', '=', village().accountId)
      .where('kind', '=', 'figures-corrected')
      .execute();
    expect(told).toMatchObject([{ facts: { reason: correction, unit: { id: place.ids.village } } }]);
    // What the unit enters after it was returned is no correction any more.
    await doAs(place.database, officer(), 'returnFigures', returnFigures, {
      movementId: made.movementId,
      figures: [{ id: figure?.id ?? '', version: figure?.version ?? 0 }],
      reason: 'Đối chiếu lại sổ',
    });
    expect(
      await save(village(), made, place.ids.village, QUARTER, { value: '39', version: (figure?.version ?? 0) + 1 }),
    ).toMatchObject({ outcome: 'saved', figure: { state: 'returned', correctionReason: null } });
  });
});

describe('Trả lại, yêu cầu bổ sung', () => {
  it('sends some back, each with its reason, and approves the others in the same go', async () => {
    const made = await splitMovement();
    for (const [unit, as] of [
      [place.ids.village, village()],
      [second.id, reporter],
    ] as const)
      for (const [period, value] of [
        [QUARTER, '10'],
        [SECOND, '20'],
      ] as const) {
        await save(as, made, unit, period, { value });
        await send(as, made, unit, period);
      }
    const [one, other] = await sentOf(made, QUARTER);
    const [third, fourth] = await sentOf(made, SECOND);
    if (!one || !other || !third || !fourth) throw new Error('the figures were not sent');
    const { movementId } = made;
    const back = (input: Partial<Parameters<typeof returnFigures>[1]>) =>
      doAs(place.database, officer(), 'returnFigures', returnFigures, {
        ...{ movementId, figures: [one], reason: null },
        ...input,
      });
    await expect(back({ figures: [{ ...one, reason: 'Thiếu tháng 2' }, other] })).rejects.toMatchObject({
      reasons: [{ code: 'return-says-why' }],
    });
    const answer = await back({
      figures: [{ ...one, reason: 'Thiếu tháng 2' }, other],
      reason: 'Chưa có danh sách',
      approve: [third, { ...fourth, version: 1 }],
    });
    expect(answer).toEqual({ returned: 2, approved: 1, stale: [fourth.id] });
    const states = async (period: typeof QUARTER) =>
      (await grid(officer(), made, period)).rows.map(({ cells }) => cells[0]?.figure);
    expect(await states(QUARTER)).toMatchObject([
      { state: 'returned', returnedReason: 'Thiếu tháng 2' },
      { state: 'returned', returnedReason: 'Chưa có danh sách' },
    ]);
    expect(await states(SECOND)).toMatchObject([{ state: 'approved' }, { state: 'submitted' }]);
  });

  it('names those that were changed meanwhile, also where all of them were', async () => {
    const made = await splitMovement();
    await save(village(), made, place.ids.village, SECOND, { value: '10' });
    await send(village(), made, place.ids.village, SECOND);
    const seen = await sentOf(made);
    await save(village(), made, place.ids.village, SECOND, { value: '11', version: seen[0]?.version ?? 0 });
    const { movementId } = made;
    const back = { movementId, figures: seen, reason: 'Thiếu tháng 5' };
    expect(await doAs(place.database, officer(), 'returnFigures', returnFigures, back)).toEqual({
      ...{ returned: 0, approved: 0 },
      stale: seen.map(({ id }) => id),
    });
  });
});

describe('Chốt số liệu', () => {
  const close = ({ movementId }: Made, version = 0, as = officer()) =>
    doAs(place.database, as, 'closePeriod', closePeriod, { movementId, ...QUARTER, version });

  it('shuts a period, and a reason opens it again', async () => {
    const made = await splitMovement();
    await save(village(), made, place.ids.village, QUARTER, { value: '1' });
    await send(village(), made, place.ids.village, QUARTER);
    await expect(close(made)).rejects.toMatchObject({ reasons: [{ code: 'period-has-open-figures' }] });
    await doAs(place.database, officer(), 'approveFigures', approveFigures, {
      movementId: made.movementId,
      figures: await sentOf(made, QUARTER),
    });
    await close(made);
    expect(await save(village(), made, place.ids.village, QUARTER, { value: '2', version: 3 })).toMatchObject({
      outcome: 'refused',
    });
    expect(await save(officer(), made, place.ids.village, QUARTER, { value: '2', version: 3 })).toMatchObject({
      faults: ['period-closed'],
    });
    await expect(send(reporter, made, second.id, QUARTER)).rejects.toMatchObject({
      reasons: [{ code: 'period-is-closed' }],
    });
    await doAs(place.database, officer(), 'reopenPeriod', reopenPeriod, {
      movementId: made.movementId,
      ...QUARTER,
      version: 1,
      reason: 'Thống kê công bố lại',
    });
    const corrected = { value: '2', version: 3, correction: 'Thống kê công bố lại' };
    expect(await save(officer(), made, place.ids.village, QUARTER, corrected)).toMatchObject({
      outcome: 'saved',
      figure: { state: 'approved', entered: '2', earlier: 3 },
    });
    expect((await grid(officer(), made, QUARTER)).reopened).toMatchObject({ reason: 'Thống kê công bố lại' });
  });

  it('is of the officer, of a period that is over, and of one form at a time', async () => {
    const made = await splitMovement();
    await expect(close(made, 0, village())).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      doAs(place.database, officer(), 'closePeriod', closePeriod, {
        movementId: made.movementId,
        ...FUTURE,
        version: 0,
      }),
    ).rejects.toMatchObject({ reasons: [{ code: 'period-not-over' }] });
    await close(made);
    await expect(close(made, 0)).rejects.toMatchObject({ kind: 'stale' });
  });
});

it('leaves the audit chain whole', async () => {
  expect((await verifyAudit(place.database.owner.db)).breaks).toEqual([]);
});
