/** Two people at the same time, each in a transaction of their own: who waits for whom, and what the later one is told. */

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import type { OrganisationId, TargetId } from '../../contract/ids.ts';
import type { ActName } from '../../core/rules/access.ts';
import type { ActContext, Tx } from '../act.ts';
import { archiveMovement, createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import type { Viewer } from '../read.ts';
import { saveFigures } from './acts.ts';
import { approveFigures, closePeriod, returnFigures } from './approval-acts.ts';
import { undoFigureImport } from './batch-acts.ts';
import { writeFigureBatch } from './row-acts.ts';
import { submitFigures } from './send-acts.ts';
import { splitTarget } from './split-acts.ts';

const QUARTER = { from: '2026-01-01', until: '2026-03-31' };
const SECOND = { from: '2026-04-01', until: '2026-06-30' };

let place: Place;
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

const officer = () => place.people.commune;
const village = () => place.people.village;

type Made = { movementId: string; targetId: string };
type Deed<I, O> = (tx: Tx, input: I, context: ActContext) => Promise<O>;

/** A movement of the commune with one target that the village reports each quarter. */
async function movementWith(enteredAs: 'period' | 'cumulative' = 'cumulative'): Promise<Made> {
  const { movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    ...{ head: headOf(place.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] },
  });
  const { id: targetId } = await doAs(place.database, officer(), 'addTarget', addTarget, {
    ...{ movementId, goal: amountGoal('Giải quyết việc làm', '100'), partOf: null, leadOrganisationId: null },
  });
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'quarter', entered_as: enteredAs })
    .where('id', '=', targetId)
    .execute();
  const shares = [{ organisationId: place.ids.village, value: '100' }];
  await doAs(place.database, officer(), 'splitTarget', splitTarget, { targetId, version: 0, shares, reason: null });
  return { movementId, targetId };
}

type Period = typeof QUARTER;
const sheet = ({ movementId, targetId }: Made, period: Period, value: string, version: number | null = null) => {
  const cell = { targetId, version, value, numerator: null, denominator: null, estimated: false, note: null };
  return { movementId, organisationId: place.ids.village, ...period, cells: [cell], saidBy: null };
};
const save = (as: Viewer, ...what: Parameters<typeof sheet>) =>
  doAs(place.database, as, 'saveFigures', saveFigures, sheet(...what)).then(({ cells }) => cells[0]);

/** A figure of the village, entered and sent, as somebody sees it who decides on it. */
async function sentFigure(made: Made, value = '40') {
  await save(village(), made, QUARTER, value);
  const where = { movementId: made.movementId, organisationId: place.ids.village, ...QUARTER };
  await doAs(place.database, village(), 'submitFigures', submitFigures, where);
  return (await figuresOf(made)).map(({ id, version }) => ({ id, version }));
}

const figuresOf = ({ targetId }: Made) =>
  place.database.owner.db
    .selectFrom('measurements')
    .select(['id', 'version', 'state', 'value', 'period_until as until'])
    .where('target_id', '=', targetId)
    .orderBy('period_until')
    .execute();

const approve = (made: Made, figures: { id: string; version: number }[]) =>
  doAs(place.database, officer(), 'approveFigures', approveFigures, { movementId: made.movementId, figures });

const rowOf = ({ targetId }: Made, period: Period, value: string) => ({
  ...{ targetId: targetId as TargetId, organisationId: place.ids.village as OrganisationId, ...period },
  ...{ value, numerator: null, denominator: null },
  ...{ estimated: false, note: null, things: null },
});
const write = (made: Made, period: Period, value: string) =>
  doAs(place.database, officer(), 'writeFigureBatch', writeFigureBatch, { rows: [rowOf(made, period, value)] });

const closed = ({ movementId }: Made) => ({ movementId, ...QUARTER, version: 0 });

/** Does a deed and leaves its transaction open; `end` lets it be committed. */
async function begun<I extends { actionId: string }, O>(
  viewer: Viewer,
  name: ActName,
  deed: Deed<I, O>,
  input: Omit<I, 'actionId'>,
) {
  let stands = () => {};
  let end = () => {};
  const standing = new Promise<void>((resolve) => {
    stands = resolve;
  });
  const ending = new Promise<void>((resolve) => {
    end = resolve;
  });
  const waited: Deed<I, O> = async (tx, given, context) => {
    const answer = await deed(tx, given, context);
    stands();
    await ending;
    return answer;
  };
  const done = doAs(place.database, viewer, name, waited, input);
  await Promise.race([standing, done]);
  return {
    end: () => {
      end();
      return done;
    },
  };
}

/** Until it has ended or waits for somebody. */
async function endedOrWaits(doing: Promise<unknown>): Promise<void> {
  let ended = false;
  doing.then(
    () => {
      ended = true;
    },
    () => {
      ended = true;
    },
  );
  await expect
    .poll(async () => {
      const { rows } = await sql`SELECT FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE NOT l.granted AND a.datname = current_database()`.execute(place.database.owner.db);
      return ended || rows.length > 0;
    })
    .toBe(true);
}

describe('judging figures', () => {
  it('takes turns with closing their period: nothing that was sent back ends up in a closed one', async () => {
    const made = await movementWith();
    await approve(made, await sentFigure(made));
    const figures = (await figuresOf(made)).map(({ id, version }) => ({ id, version }));
    const back = { movementId: made.movementId, figures, reason: 'Đối chiếu lại sổ' };
    const returning = await begun(officer(), 'returnFigures', returnFigures, back);
    const closing = doAs(place.database, officer(), 'closePeriod', closePeriod, closed(made));
    await endedOrWaits(closing);
    expect(await returning.end()).toMatchObject({ returned: 1 });
    await expect(closing).rejects.toMatchObject({ reasons: [{ code: 'period-has-open-figures' }] });
  });

  it('is not done in a movement that was put away', async () => {
    const made = await movementWith();
    const figures = await sentFigure(made);
    const { movementId } = made;
    const { version } = await place.database.owner.db
      .selectFrom('movements')
      .select('version')
      .where('id', '=', movementId)
      .executeTakeFirstOrThrow();
    const archived = { movementId, version, reason: 'Nhập trùng' };
    await doAs(place.database, officer(), 'archiveMovement', archiveMovement, archived);
    const putAway = { reasons: [{ code: 'movement-archived' }] };
    await expect(approve(made, figures)).rejects.toMatchObject(putAway);
    const back = { movementId, figures, reason: 'Thiếu' };
    await expect(doAs(place.database, officer(), 'returnFigures', returnFigures, back)).rejects.toMatchObject(putAway);
    expect(await figuresOf(made)).toMatchObject([{ state: 'submitted' }]);
  });
});

describe('a cell that two people write', () => {
  it('shows the later one what the first put into the empty cell', async () => {
    const made = await movementWith();
    const first = await begun(village(), 'saveFigures', saveFigures, sheet(made, QUARTER, '10'));
    const later = save(officer(), made, QUARTER, '12');
    await endedOrWaits(later);
    await first.end();
    expect(await later).toMatchObject({ outcome: 'conflict', figure: { entered: '10', version: 1 } });
  });

  it('shows the later one how often it was changed', async () => {
    const made = await movementWith();
    const figures = await sentFigure(made);
    const approved = { movementId: made.movementId, figures };
    const first = await begun(officer(), 'approveFigures', approveFigures, approved);
    const later = save(village(), made, QUARTER, '12', figures[0]?.version);
    await endedOrWaits(later);
    await first.end();
    expect(await later).toMatchObject({ outcome: 'conflict', figure: { state: 'approved', earlier: 2 } });
  });
});

describe('two periods of one unit written at once', () => {
  const cumulative = async (made: Made) => (await figuresOf(made)).map(({ value }) => value);

  it('are counted with each other on two sheets', async () => {
    const made = await movementWith('period');
    const first = await begun(village(), 'saveFigures', saveFigures, sheet(made, QUARTER, '10'));
    const later = save(officer(), made, SECOND, '5');
    await endedOrWaits(later);
    await first.end();
    expect(await later).toMatchObject({ outcome: 'saved', figure: { cumulative: '15' } });
    expect(await cumulative(made)).toEqual(['10', '15']);
  });

  it('are counted with each other on a sheet and in a list', async () => {
    const made = await movementWith('period');
    const first = await begun(village(), 'saveFigures', saveFigures, sheet(made, QUARTER, '10'));
    const later = write(made, SECOND, '5');
    await endedOrWaits(later);
    await first.end();
    expect(await later).toMatchObject({ written: 1, errors: [] });
    expect(await cumulative(made)).toEqual(['10', '15']);
  });
});

describe('taking back a list', () => {
  it('takes turns with closing: what was closed stays as it was', async () => {
    const made = await movementWith();
    const { importId } = await write(made, QUARTER, '10');
    const closing = await begun(officer(), 'closePeriod', closePeriod, closed(made));
    const taking = doAs(place.database, officer(), 'undoFigureImport', undoFigureImport, { importId: importId ?? '' });
    await endedOrWaits(taking);
    await closing.end();
    expect(await taking).toEqual({ undone: 0, left: 1 });
    expect(await figuresOf(made)).toMatchObject([{ value: '10' }]);
  });
});
