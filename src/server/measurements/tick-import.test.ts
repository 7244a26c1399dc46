import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { type Fill, fillSheet } from '../../../test/support/xlsx-fill.ts';
import { figureTemplatesVi } from '../../core/text/vi/figure-templates.ts';
import { act } from '../act.ts';
import { formBytes, readBookHere } from '../excel-file.ts';
import { sha256Of } from '../files.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { saveFigures } from './acts.ts';
import { undoFigureImport } from './batch-acts.ts';
import { viewFigureGrid } from './grid-views.ts';
import { importFigures, requireBook } from './import-acts.ts';
import { viewFigureImport } from './import-views.ts';
import { writeFigureBatch } from './row-acts.ts';
import { viewTemplates } from './template-views.ts';

const PERIOD = { from: '2026-04-01', until: '2026-06-30' };
const NAMES = ['Mầm non', 'Tiểu học', 'Trung học cơ sở'];

let place: Place;
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

const officer = () => place.people.commune;

type Made = { movementId: string; targetId: string; things: string[] };

/** Schools that reach the standard: three by name, reported by the commune itself each quarter. */
async function schools(): Promise<Made> {
  const { movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    ...{ head: headOf(place.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] },
  });
  const goal = amountGoal('Trường đạt chuẩn', '3');
  const figure = { ...goal.figure, unit: 'trường', measure: 'fraction', value: null, numerator: '3', denominator: '3' };
  const { id: targetId } = await doAs(place.database, officer(), 'addTarget', addTarget, {
    ...{ movementId, goal: { ...goal, figure }, partOf: null, leadOrganisationId: null },
  } as never);
  const { db } = place.database.owner;
  await db.updateTable('targets').set({ data_period: 'quarter' }).where('id', '=', targetId).execute();
  const { provinceId } = officer();
  const listed = NAMES.map((name, position) => ({
    ...{ id: randomUUID(), province_id: provinceId, target_id: targetId, position, name },
  }));
  await db.insertInto('target_things').values(listed).execute();
  return { movementId, targetId, things: listed.map(({ id }) => id) };
}

/** Row 7 is the target, 8 to 10 are its schools. */
async function template({ movementId }: Made): Promise<Uint8Array> {
  const where = { movementId, ...PERIOD, organisationId: place.ids.commune, as: 'book' as const };
  return formBytes((await askAs(place.database, officer(), viewTemplates, where)).sheets);
}

const preview = async ({ movementId }: Made, bytes: Uint8Array) =>
  askAs(place.database, officer(), viewFigureImport, {
    where: { movementId, ...PERIOD },
    outcome: await readBookHere({ name: 'a.xlsx', bytes }),
  });

async function take(made: Made, cells: Record<string, Fill>) {
  const bytes = fillSheet(await template(made), cells);
  const { token } = await preview(made, bytes);
  const book = requireBook(await readBookHere({ name: 'a.xlsx', bytes }));
  const input = { movementId: made.movementId, ...PERIOD, actionId: randomUUID(), name: 'a.xlsx', token: token ?? '' };
  const asked = { ...input, sha256: sha256Of(bytes) };
  const doing = { viewer: officer(), name: 'importFigures' as const, actionId: input.actionId, input: asked };
  return act(place.database.world, doing, (tx, _, context) => importFigures(tx, input, context, book));
}

async function figureOf({ movementId }: Made) {
  const grid = await askAs(place.database, officer(), viewFigureGrid, { movementId, ...PERIOD });
  const { numerator, denominator, missingNames, ticked } = grid.rows[0]?.cells[0]?.figure ?? {};
  return { ratio: `${numerator}/${denominator}`, missingNames, ticks: ticked?.length };
}

describe('practice 7: named things ticked in a template', () => {
  it('are rows of their own; part and whole follow, and the missing one has a name', async () => {
    const made = await schools();
    const found = await preview(made, fillSheet(await template(made), { I8: { text: 'Đạt' }, I9: { text: 'x' } }));
    expect(found.faults).toEqual([]);
    expect(found.cells).toMatchObject([{ cell: 'I7', effect: 'new', after: '2/3', missingNames: ['Trung học cơ sở'] }]);
    await take(made, { I8: { text: 'Đạt' }, I9: { text: 'x' } });
    expect(await figureOf(made)).toEqual({ ratio: '2/3', missingNames: ['Trung học cơ sở'], ticks: 2 });
    // A template made now says so, and gives it back the same.
    expect((await preview(made, await template(made))).counts).toMatchObject({ unchanged: 1, new: 0, changed: 0 });
    // As many, but others: that is a change, and taken back the earlier ones are there again.
    const { importId } = await take(made, { I9: { text: 'Chưa đạt' }, I10: { text: 'Đạt' } });
    expect(await figureOf(made)).toEqual({ ratio: '2/3', missingNames: ['Tiểu học'], ticks: 2 });
    await doAs(place.database, officer(), 'undoFigureImport', undoFigureImport, { importId });
    expect(await figureOf(made)).toEqual({ ratio: '2/3', missingNames: ['Trung học cơ sở'], ticks: 2 });
  });

  it('say by cell what is wrong, and nothing is kept', async () => {
    const made = await schools();
    const faults = async (cells: Record<string, Fill>, bytes?: Uint8Array) => {
      const found = await preview(made, fillSheet(bytes ?? (await template(made)), cells));
      expect(found.token).toBeNull();
      return found.faults.map(({ cell, code, facts }) => {
        const { [code as 'empty']: sentence } = figureTemplatesVi.fileFaults;
        return `${cell}: ${sentence(facts)}`;
      });
    };
    expect(await faults({ I8: { text: 'có lẽ' }, I9: { formula: "cmd|'/c calc'!A0", result: 'Đạt' } })).toEqual([
      'I8: “có lẽ”: ở dòng có tên này chỉ chọn Đạt hoặc Chưa đạt.',
      'I9: Công thức trong ô gọi tới tệp khác hoặc chương trình khác nên không dùng. Hãy gõ kết quả vào ô.',
    ]);
    expect(await faults({ I7: { number: '3' }, J7: { number: '3' }, I8: { text: 'Đạt' } })).toEqual([
      'I7: Đánh dấu theo tên được 1/3, còn ở đây ghi 3/3. Hãy sửa cho khớp, hoặc để trống ô này.',
    ]);
    const old = await template(made);
    const { db } = place.database.owner;
    const { provinceId } = officer();
    const more = { id: randomUUID(), province_id: provinceId, target_id: made.targetId, position: 3, name: 'Liên cấp' };
    await db.insertInto('target_things').values(more).execute();
    expect(await faults({ I8: { text: 'Đạt' } }, old)).toEqual([
      'I7: Danh sách tên của chỉ tiêu này trong tệp không còn đúng với danh sách đang dùng. Hãy tải mẫu mới rồi đánh dấu lại.',
    ]);
    expect(await figureOf(made)).toMatchObject({ ratio: 'undefined/undefined' });
  });
});

describe('practice 7: named things ticked by a program', () => {
  it('make part and whole; what is not on the list or says otherwise is told of by row', async () => {
    const made = await schools();
    const row = (more: object) => ({
      ...{ targetId: made.targetId, organisationId: place.ids.commune, ...PERIOD, value: null, numerator: null },
      ...{ denominator: null, estimated: false, note: null, things: null, ...more },
    });
    const write = (...rows: object[]) =>
      doAs(place.database, officer(), 'writeFigureBatch', writeFigureBatch, { rows } as never);
    const [first = '', second = ''] = made.things;
    const wrong = await write(row({ things: [randomUUID()] }));
    expect(wrong.errors).toMatchObject([{ row: 0, code: 'not-listed' }]);
    const disagrees = await write(row({ things: [first], numerator: '2', denominator: '3' }));
    expect(disagrees.errors).toMatchObject([{ row: 0, code: 'ticks-disagree' }]);
    expect(await write(row({ things: [first, second] }))).toMatchObject({ written: 1, errors: [] });
    expect(await figureOf(made)).toEqual({ ratio: '2/3', missingNames: ['Trung học cơ sở'], ticks: 2 });
    expect(await write(row({ things: [second, first] }))).toMatchObject({ written: 0, unchanged: 1 });
    // The same ratio written otherwise is what was ticked.
    const cell = { targetId: made.targetId, version: 1, value: null, numerator: '2.0', denominator: '3' };
    await doAs(place.database, officer(), 'saveFigures', saveFigures, {
      ...{ movementId: made.movementId, organisationId: place.ids.commune, ...PERIOD, saidBy: null },
      cells: [{ ...cell, estimated: false, note: null }],
    });
    expect(await figureOf(made)).toMatchObject({ missingNames: ['Trung học cơ sở'], ticks: 2 });
    // A ratio typed over ticks names nobody any more.
    expect(await write(row({ numerator: '1', denominator: '3' }))).toMatchObject({ written: 1 });
    expect(await figureOf(made)).toEqual({ ratio: '1/3', missingNames: [], ticks: 0 });
  });
});
