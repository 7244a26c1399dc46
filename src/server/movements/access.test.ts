import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildViewer } from '../../../test/support/database.ts';
import { amountGoal, buildPlace, doAs, headOf, NO_NUMBER, type Place, plainTask } from '../../../test/support/deeds.ts';
import type { Role } from '../../core/rules/access.ts';
import type { Viewer } from '../read.ts';
import { archiveMovement, createMovement, editMovement, restoreMovement, setDocumentNumber } from './acts.ts';
import { respondToMovement, withdrawResponse } from './response-acts.ts';
import { addTarget, removeTarget, reviseTarget } from './target-acts.ts';
import { addTask, removeTask, reviseTask, setTaskState } from './task-acts.ts';

/** Every role and place against every act on a commune's movement; the expectation is written out by hand. */

let place: Place;
let people: Record<string, Viewer>;
beforeAll(async () => {
  place = await buildPlace();
  const { ids, database } = place;
  const { provinceId } = place.people.commune;
  const of = (organisationId: string, role: Role) => buildViewer(database, { provinceId, organisationId, role });
  people = {
    'officer of the commune': place.people.commune,
    'officer of the province': place.people.province,
    'officer of another commune': place.people.other,
    'officer of another province': place.people.elsewhere,
    'officer of the village': await of(ids.village, 'officer'),
    'reporter of the village': place.people.village,
    'reporter of the commune': await of(ids.commune, 'reporter'),
    'leader of the commune': place.people.leader,
    'administrator of the commune': await of(ids.commune, 'administrator'),
  };
});
afterAll(() => place.database.drop());

const officer = () => place.people.commune;
const goal = amountGoal('Thu ngân sách', '10');
const target = { goal, partOf: null, leadOrganisationId: null };

const movement = async () =>
  (
    await doAs(place.database, officer(), 'createMovement', createMovement, {
      head: headOf(place.ids.commune),
      document: NO_NUMBER,
      from: null,
      respondsTo: [],
    })
  ).movementId;
const targetOf = async () =>
  (await doAs(place.database, officer(), 'addTarget', addTarget, { movementId: await movement(), ...target })).id;
const taskOf = async () =>
  (
    await doAs(place.database, officer(), 'addTask', addTask, {
      movementId: await movement(),
      task: plainTask('Việc của bản', place.ids.village),
    })
  ).id;
const responseOf = async () => {
  const parent = await doAs(place.database, place.people.province, 'createMovement', createMovement, {
    head: headOf(place.ids.province),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const answer = {
    organisationId: place.ids.commune,
    how: 'not-applicable',
    answeringMovementId: null,
    reason: 'x',
  } as const;
  return { movementId: parent.movementId, answer };
};

type Try = (viewer: Viewer) => Promise<unknown>;

const ACTS: Record<string, Try> = {
  createMovement: (viewer) =>
    doAs(place.database, viewer, 'createMovement', createMovement, {
      head: headOf(place.ids.commune),
      document: NO_NUMBER,
      from: null,
      respondsTo: [],
    }),
  editMovement: async (viewer) =>
    doAs(place.database, viewer, 'editMovement', editMovement, {
      movementId: await movement(),
      version: 1,
      head: headOf(place.ids.commune),
    }),
  setDocumentNumber: async (viewer) =>
    doAs(place.database, viewer, 'setDocumentNumber', setDocumentNumber, {
      movementId: await movement(),
      version: 1,
      document: NO_NUMBER,
    }),
  archiveMovement: async (viewer) =>
    doAs(place.database, viewer, 'archiveMovement', archiveMovement, {
      movementId: await movement(),
      version: 1,
      reason: null,
    }),
  restoreMovement: async (viewer) => {
    const movementId = await movement();
    await doAs(place.database, officer(), 'archiveMovement', archiveMovement, { movementId, version: 1, reason: null });
    return doAs(place.database, viewer, 'restoreMovement', restoreMovement, { movementId, version: 2 });
  },
  addTarget: async (viewer) =>
    doAs(place.database, viewer, 'addTarget', addTarget, { movementId: await movement(), ...target }),
  reviseTarget: async (viewer) =>
    doAs(place.database, viewer, 'reviseTarget', reviseTarget, {
      targetId: await targetOf(),
      version: 1,
      ...target,
      reason: null,
    }),
  removeTarget: async (viewer) =>
    doAs(place.database, viewer, 'removeTarget', removeTarget, {
      targetId: await targetOf(),
      version: 1,
      reason: null,
    }),
  addTask: async (viewer) =>
    doAs(place.database, viewer, 'addTask', addTask, { movementId: await movement(), task: plainTask('Việc') }),
  reviseTask: async (viewer) =>
    doAs(place.database, viewer, 'reviseTask', reviseTask, {
      taskId: await taskOf(),
      version: 1,
      task: plainTask('Việc'),
    }),
  removeTask: async (viewer) =>
    doAs(place.database, viewer, 'removeTask', removeTask, { taskId: await taskOf(), version: 1, reason: null }),
  setTaskState: async (viewer) =>
    doAs(place.database, viewer, 'setTaskState', setTaskState, {
      taskId: await taskOf(),
      version: 1,
      state: 'done',
      note: null,
    }),
  respondToMovement: async (viewer) => {
    const { movementId, answer } = await responseOf();
    return doAs(place.database, viewer, 'respondToMovement', respondToMovement, { movementId, ...answer });
  },
  withdrawResponse: async (viewer) => {
    const { movementId, answer } = await responseOf();
    const { id } = await doAs(place.database, officer(), 'respondToMovement', respondToMovement, {
      movementId,
      ...answer,
    });
    return doAs(place.database, viewer, 'withdrawResponse', withdrawResponse, { responseId: id, version: 1 });
  },
};

/** Columns in the order of `people`: commune, province, other commune, other province, village officer, village reporter, commune reporter, leader, administrator. */
const EXPECTED: Record<string, string> = {
  createMovement: 'done done refused not-found refused forbidden forbidden forbidden forbidden',
  editMovement: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  setDocumentNumber: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  archiveMovement: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  restoreMovement: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  addTarget: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  reviseTarget: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  removeTarget: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  addTask: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  reviseTask: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  removeTask: 'done done not-found not-found forbidden forbidden forbidden forbidden forbidden',
  setTaskState: 'done done not-found not-found done done done done forbidden',
  respondToMovement: 'done done forbidden not-found forbidden forbidden forbidden forbidden forbidden',
  withdrawResponse: 'done done forbidden not-found forbidden forbidden forbidden forbidden forbidden',
};

describe("who may do what with a commune's movement", () => {
  it.each(Object.keys(EXPECTED))('%s', async (act) => {
    const outcomes: string[] = [];
    for (const viewer of Object.values(people)) {
      const tried = ACTS[act]?.(viewer) ?? Promise.reject(new Error(act));
      outcomes.push(
        await tried.then(
          () => 'done',
          (error: { kind?: string }) => error.kind ?? String(error),
        ),
      );
    }
    const expected = (EXPECTED[act] ?? '').split(' ');
    const named = (list: string[]) => Object.keys(people).map((who, at) => `${who}: ${list[at]}`);
    expect(named(outcomes)).toEqual(named(expected));
  });

  it('is asked of every act of the feature', () => {
    expect(Object.keys(ACTS).sort()).toEqual(Object.keys(EXPECTED).sort());
  });
});
