import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { MovementId } from '../../contract/ids.ts';
import { splitTarget } from '../measurements/split-acts.ts';
import type { Viewer } from '../read.ts';
import { createMovement } from './acts.ts';
import { answerTargets } from './answer-acts.ts';
import { viewComparisonBelow, viewIssuedPlanFile } from './comparison-below-views.ts';
import { viewComparison } from './comparison-views.ts';
import { viewHistory } from './history-views.ts';
import { attachIssuedPlan, recordIssuedPlan, removeIssuedPlan } from './issued-plan-acts.ts';
import { addTarget, removeTarget } from './target-acts.ts';

let place: Place;
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

const create = (viewer: Viewer, organisationId: string, more: object = {}) =>
  doAs(place.database, viewer, 'createMovement', createMovement, {
    head: headOf(organisationId, { title: `Thi đua ${randomUUID().slice(0, 8)}` }),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
    ...more,
  });
const add = (viewer: Viewer, movementId: string, name: string, value: string, indicator?: string) =>
  doAs(place.database, viewer, 'addTarget', addTarget, {
    movementId,
    goal: amountGoal(name, value, indicator === undefined ? {} : { indicator }),
    partOf: null,
    leadOrganisationId: null,
  });
type Answers = Parameters<typeof answerTargets>[1]['answers'];
const answer = (viewer: Viewer, movementId: string, answers: Answers) =>
  doAs(place.database, viewer, 'answerTargets', answerTargets, { movementId, answers });
const reasonsOf = (failed: Promise<unknown>) =>
  failed.then(
    () => ['nothing was refused'],
    (error: { reasons?: { code: string }[]; kind?: string }) =>
      error.reasons && error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.kind ?? String(error)],
  );

/** A movement of the province with two targets, and a plan of the commune that answers it with one of its own. */
async function pair() {
  const { people, ids } = place;
  const parent = (await create(people.province, ids.province)).movementId;
  const budget = (await add(people.province, parent, 'Thu ngân sách', '1000', 'thu_ngan_sach')).id;
  const jobs = (await add(people.province, parent, 'Việc làm', '500', 'giai_quyet_viec_lam')).id;
  const plan = (await create(people.commune, ids.commune, { respondsTo: [parent] })).movementId;
  const own = (await add(people.commune, plan, 'Thu ngân sách xã', '90', 'thu_ngan_sach')).id;
  return { parent, budget, jobs, plan, own };
}

describe('Đối chiếu chỉ tiêu cấp trên', () => {
  it('keeps decisions with their version, shows shares that do not add up, and writes the history', async () => {
    const { people, ids } = place;
    const { budget, jobs, plan, own } = await pair();
    await doAs(place.database, people.province, 'splitTarget', splitTarget, {
      targetId: budget,
      version: 0,
      shares: [
        { organisationId: ids.commune, value: '100' },
        { organisationId: ids.other, value: '800' },
      ],
      reason: 'còn dự phòng',
    });
    const before = await askAs(place.database, people.commune, viewComparison, { movementId: plan });
    expect(before.rows.map(({ state, share, version }) => [state, share, version])).toEqual([
      ['suggested', '100', 0],
      ['missing', null, 0],
    ]);
    expect(before.rows[0]?.shares).toMatchObject({ sum: '900', difference: '100', given: 2 });
    const after = await answer(people.commune, plan, [
      { targetId: budget, version: 0, how: 'answered', ownTargetId: own, reason: null },
      { targetId: jobs, version: 0, how: 'not-applicable', ownTargetId: null, reason: 'không có nguồn lao động' },
    ]);
    expect(after.rows.map(({ state, difference, version }) => [state, difference, version])).toEqual([
      ['lower', '-10', 1],
      ['not-applicable', null, 1],
    ]);
    expect(
      await reasonsOf(
        answer(people.commune, plan, [{ targetId: budget, version: 0, how: null, ownTargetId: null, reason: null }]),
      ),
    ).toEqual(['stale']);
    const back = await answer(people.commune, plan, [
      { targetId: jobs, version: 1, how: null, ownTargetId: null, reason: null },
    ]);
    expect(back.rows[1]?.state).toBe('missing');
    const { lines } = await askAs(place.database, people.commune, viewHistory, { movementId: MovementId.parse(plan) });
    expect(lines.slice(0, 3).map(({ deed, subjectName }) => [deed, subjectName])).toEqual([
      ['withdrawn', 'Việc làm'],
      ['answered', 'Việc làm'],
      ['answered', 'Thu ngân sách'],
    ]);
  });

  it('keeps all or nothing, and refuses what says no reason or names a target of another plan', async () => {
    const { people } = place;
    const { budget, jobs, plan, own } = await pair();
    const other = await pair();
    const wrong: Answers = [
      { targetId: budget, version: 0, how: 'answered', ownTargetId: own, reason: null },
      { targetId: jobs, version: 0, how: 'adapted', ownTargetId: other.own, reason: null },
    ];
    expect(await reasonsOf(answer(people.commune, plan, wrong))).toEqual(['answer-of-other', 'answer-needs-reason']);
    expect((await askAs(place.database, people.commune, viewComparison, { movementId: plan })).rows[0]?.version).toBe(
      0,
    );
    const foreign: Answers = [{ targetId: other.budget, version: 0, how: null, ownTargetId: null, reason: null }];
    expect(await reasonsOf(answer(people.commune, plan, foreign))).toEqual(['not-found']);
    expect(await reasonsOf(answer(people.other, plan, wrong))).toEqual(['not-found']);
  });

  it('counts as answered what was taken over, with the share of the unit as its figure', async () => {
    const { people, ids } = place;
    const { parent, budget } = await pair();
    await doAs(place.database, people.province, 'splitTarget', splitTarget, {
      targetId: budget,
      version: 0,
      shares: [{ organisationId: ids.other, value: '1000' }],
      reason: null,
    });
    const { movementId } = await create(people.other, ids.other, {
      from: { how: 'parent', movementId: parent, targetIds: [budget], tasks: false },
    });
    const { rows, added } = await askAs(place.database, people.other, viewComparison, { movementId });
    expect(rows.map(({ state, height, own }) => [state, height, own?.figure?.value ?? null])).toEqual([
      ['answered', 'same', '1000'],
      ['missing', null, null],
    ]);
    expect(added).toEqual([]);
  });

  it('forgets an answer with the target that gave it', async () => {
    const { people } = place;
    const { budget, plan, own } = await pair();
    await answer(people.commune, plan, [
      { targetId: budget, version: 0, how: 'answered', ownTargetId: own, reason: null },
    ]);
    await doAs(place.database, people.commune, 'removeTarget', removeTarget, {
      targetId: own,
      version: 1,
      reason: null,
    });
    expect((await askAs(place.database, people.commune, viewComparison, { movementId: plan })).rows[0]?.state).toBe(
      'missing',
    );
  });
});

describe('one movement beside the plans of all below', () => {
  it('shows targets × units, what they take on together, and each unit only its own', async () => {
    const { people, ids } = place;
    const { parent, budget, plan, own } = await pair();
    await answer(people.commune, plan, [
      { targetId: budget, version: 0, how: 'answered', ownTargetId: own, reason: null },
    ]);
    const all = await askAs(place.database, people.province, viewComparisonBelow, { movementId: parent });
    const cells = Object.fromEntries(all.units.map((unit) => [unit.organisation.name, unit.cells.map((c) => c.state)]));
    expect(cells).toMatchObject({ 'Xã Một': ['answered', 'missing'] });
    expect(all.targets[0]?.takenOn).toEqual({ sum: '90', difference: '910', given: 1, of: all.units.length });
    const seen = await askAs(place.database, people.commune, viewComparisonBelow, { movementId: parent });
    expect(seen.units.map(({ organisation }) => organisation.id)).toEqual([ids.commune]);
  });

  it('records a plan on paper on behalf of the unit, with its file, and takes it back', async () => {
    const { people, ids } = place;
    const { parent } = await pair();
    const where = { movementId: parent, organisationId: ids.other };
    const record = (version: number, more: object = {}) =>
      doAs(place.database, people.province, 'recordIssuedPlan', recordIssuedPlan, {
        ...where,
        version,
        numberSymbol: '15/KH-UBND',
        issuedOn: '2026-02-03',
        saidBy: 'đ/c Páo, văn phòng xã',
        ...more,
      });
    expect(await reasonsOf(record(0, { numberSymbol: null, issuedOn: '2026-12-01' }))).toEqual(['plan-issued-later']);
    expect(await record(0)).toMatchObject({ issue: 'recorded', numberSymbol: '15/KH-UBND', recordVersion: 1 });
    expect(await reasonsOf(record(0))).toEqual(['stale']);
    const bytes = new TextEncoder().encode('Kế hoạch');
    const kept = await doAs(
      place.database,
      people.province,
      'attachIssuedPlan',
      (tx, input: Parameters<typeof attachIssuedPlan>[1], context) => attachIssuedPlan(tx, input, context, bytes),
      { ...where, version: 1, name: 'kế hoạch.txt' },
    );
    expect(kept.recorded).toMatchObject({
      saidBy: 'đ/c Páo, văn phòng xã',
      file: { name: 'kế hoạch.txt', bytes: bytes.length },
    });
    const file = await askAs(place.database, people.other, viewIssuedPlanFile, where);
    expect(new TextDecoder().decode(file.bytes)).toBe('Kế hoạch');
    expect(await reasonsOf(askAs(place.database, people.commune, viewIssuedPlanFile, where))).toEqual(['not-found']);
    const gone = await doAs(place.database, people.province, 'removeIssuedPlan', removeIssuedPlan, {
      ...where,
      version: 2,
    });
    expect(gone).toMatchObject({ issue: 'none', recorded: null, recordVersion: 0 });
  });

  it('records nothing of a unit that is not below, and nothing out of reach', async () => {
    const { people, ids } = place;
    const { parent } = await pair();
    const record = (viewer: Viewer, organisationId: string) =>
      reasonsOf(
        doAs(place.database, viewer, 'recordIssuedPlan', recordIssuedPlan, {
          movementId: parent,
          organisationId,
          version: 0,
          numberSymbol: '1/KH',
          issuedOn: null,
          saidBy: null,
        }),
      );
    expect(await record(people.province, ids.province)).toEqual(['response-not-below']);
    expect(await record(people.commune, ids.other)).toEqual(['forbidden']);
    expect(await record(people.village, ids.commune)).toEqual(['forbidden']);
  });
});
