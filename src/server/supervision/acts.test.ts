import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildViewer } from '../../../test/support/database.ts';
import { askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { MOST_COMMENTS } from '../../core/rules/supervision.ts';
import { createMovement } from '../movements/acts.ts';
import { viewHistory } from '../movements/history-views.ts';
import { viewMovements } from '../movements/list-views.ts';
import { closeToSupervision, openToSupervision } from '../movements/supervision-acts.ts';
import { viewMovement } from '../movements/views.ts';
import type { Viewer } from '../read.ts';
import { answerComment, commentOnMovement } from './acts.ts';
import { viewComments } from './views.ts';

let place: Place;
/** The Front of the commune, which supervises it. */
let supervisor: Viewer;
let movementId: string;

beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.commune;
  supervisor = await buildViewer(place.database, {
    provinceId,
    organisationId: place.ids.commune,
    role: 'supervisor',
  });
  const made = { head: headOf(place.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] };
  ({ movementId } = await doAs(place.database, place.people.commune, 'createMovement', createMovement, made));
});
afterAll(() => place.database.drop());

const officer = () => place.people.commune;
const sees = () =>
  askAs(place.database, supervisor, viewMovement, { movementId }).then(
    () => true,
    (error: { kind?: string }) => (error.kind === 'not-found' ? false : Promise.reject(error)),
  );
const comments = (viewer: Viewer) => askAs(place.database, viewer, viewComments, { movementId });
const say = (text: string) =>
  doAs(place.database, supervisor, 'commentOnMovement', commentOnMovement, { movementId, text });
const reasonsOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { kind: string; reasons?: { code: string }[] }) =>
      error.reasons?.length ? error.reasons.map(({ code }) => code).join() : error.kind,
  );

describe('supervision', () => {
  it('sees nothing before it is opened, and everything of it afterwards', async () => {
    expect(await sees()).toBe(false);
    expect(await reasonsOf(say('Sớm quá'))).toBe('not-found');
    const opened = await doAs(place.database, officer(), 'openToSupervision', openToSupervision, {
      movementId,
      version: 1,
    });
    expect(opened).toMatchObject({ version: 2, opened: { byPost: 'Chức danh officer' } });
    expect(await sees()).toBe(true);
    const { movements } = await askAs(place.database, supervisor, viewMovements, {});
    expect(movements.map(({ id }) => id)).toEqual([movementId]);
  });

  it('speaks and is answered, by post and day; an answer may be written anew', async () => {
    const said = await say('Chỉ tiêu trồng chè chậm');
    expect(said).toMatchObject({ text: 'Chỉ tiêu trồng chè chậm', byPost: 'Chức danh supervisor', answer: null });
    expect(await comments(supervisor)).toMatchObject({ mayComment: true, mayAnswer: false });
    expect(await comments(officer())).toMatchObject({ mayComment: false, mayAnswer: true });
    const answer = (version: number, text: string) =>
      doAs(place.database, officer(), 'answerComment', answerComment, { commentId: said.id, version, text });
    expect(await answer(1, 'Đang bổ sung giống')).toMatchObject({ version: 2, answer: { text: 'Đang bổ sung giống' } });
    expect(await reasonsOf(answer(1, 'Muộn'))).toBe('stale');
    expect(await answer(2, 'Đã bổ sung giống')).toMatchObject({ version: 3 });
    expect((await comments(supervisor)).comments).toMatchObject([{ answer: { text: 'Đã bổ sung giống' } }]);
  });

  it('stops at a bound', async () => {
    const { provinceId, accountId, organisationId } = supervisor;
    const row = { province_id: provinceId, movement_id: movementId, organisation_id: organisationId };
    await place.database.owner.db
      .insertInto('movement_comments')
      .values(
        Array.from({ length: MOST_COMMENTS - 1 }, () => ({
          ...row,
          id: crypto.randomUUID(),
          at: '2026-06-01T00:00:00Z',
          by_account: accountId,
          by_post: 'x',
          text: 'x',
        })),
      )
      .execute();
    expect(await reasonsOf(say('Một ý kiến nữa'))).toBe('too-many-comments');
  });

  it('ends when it is closed; what was said stays with those who run the movement', async () => {
    await doAs(place.database, officer(), 'closeToSupervision', closeToSupervision, { movementId, version: 2 });
    expect(await sees()).toBe(false);
    expect(await reasonsOf(say('Muộn'))).toBe('not-found');
    expect((await comments(officer())).comments.length).toBe(MOST_COMMENTS);
    const { lines } = await askAs(place.database, officer(), viewHistory, { movementId } as never);
    expect(lines.map(({ deed }) => deed)).toEqual(['closed', 'opened', 'created']);
  });
});
