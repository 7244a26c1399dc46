import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrganisation, buildViewer } from '../../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { editPart, type Fill, fillSheet, withPart, withPercentStyle } from '../../../test/support/xlsx-fill.ts';
import type { ImportedFault } from '../../contract/figure-imports.ts';
import { figureTemplatesVi } from '../../core/text/vi/figure-templates.ts';
import { figuresVi } from '../../core/text/vi/figures.ts';
import { act } from '../act.ts';
import { verifyAudit } from '../audit-chain.ts';
import { formBytes, readBookHere } from '../excel-file.ts';
import { sha256Of } from '../files.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import type { Viewer } from '../read.ts';
import { saveFigures } from './acts.ts';
import { undoFigureImport } from './batch-acts.ts';
import { viewFigureGrid } from './grid-views.ts';
import { importFigures, requireBook } from './import-acts.ts';
import { viewFigureImport, viewFigureImports } from './import-views.ts';
import { submitFigures } from './send-acts.ts';
import { splitTarget } from './split-acts.ts';
import { viewTemplates } from './template-views.ts';

const SECOND = { from: '2026-04-01', until: '2026-06-30' };
const FIRST = { from: '2026-01-01', until: '2026-03-31' };
const COMING = { from: '2026-07-01', until: '2026-09-30' };

let place: Place;
let second: { id: string };
beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.commune;
  const village = { provinceId, parentId: place.ids.commune, name: 'Bản Hai', level: 'unit', kind: 'village' };
  second = await buildOrganisation(place.database, village);
});
afterAll(() => place.database.drop());

const officer = () => place.people.commune;

type Made = { movementId: string; people: string; share: string; ratio: string };

/** Three targets that both villages report each quarter: people found work, a share in %, schools of schools. */
async function movement(more: { year?: number } = {}): Promise<Made> {
  const { movementId } = await doAs(place.database, officer(), 'createMovement', createMovement, {
    head: headOf(place.ids.commune, more),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const { db } = place.database.owner;
  const add = async (name: string, unit: string, figure: object) => {
    const goal = amountGoal(name, '100');
    const { id } = await doAs(place.database, officer(), 'addTarget', addTarget, {
      movementId,
      goal: { ...goal, figure: { ...goal.figure, unit, ...figure } },
      partOf: null,
      leadOrganisationId: null,
    });
    await db.updateTable('targets').set({ data_period: 'quarter' }).where('id', '=', id).execute();
    await doAs(place.database, officer(), 'splitTarget', splitTarget, {
      targetId: id,
      version: 0,
      shares: [place.ids.village, second.id].map((organisationId) => ({ organisationId, value: null })),
      reason: 'Theo đơn vị',
    });
    return id;
  };
  return {
    movementId,
    people: await add('Giải quyết việc làm', 'người', {}),
    share: await add('Tỷ lệ hộ có nước sạch', '%', { measure: 'share' }),
    ratio: await add('Trường đạt chuẩn', 'trường', {
      measure: 'fraction',
      value: null,
      numerator: '7',
      denominator: '8',
    }),
  };
}

/** The template as the server makes it; rows of the targets begin at 7, in their order. */
async function template(
  made: Made,
  period = SECOND,
  organisationId: string | null = place.ids.village,
  viewer = officer(),
) {
  const where = {
    movementId: made.movementId,
    ...period,
    organisationId: organisationId ?? undefined,
    as: 'book' as const,
  };
  return formBytes((await askAs(place.database, viewer, viewTemplates, where)).sheets);
}

const preview = async (made: Made, bytes: Uint8Array, period = SECOND, viewer = officer()) => {
  const outcome = await readBookHere({ name: 'a.xlsx', bytes });
  return askAs(place.database, viewer, viewFigureImport, {
    where: { movementId: made.movementId, ...period },
    outcome,
  });
};

async function take(made: Made, bytes: Uint8Array, token: string, period = SECOND, viewer: Viewer = officer()) {
  const book = requireBook(await readBookHere({ name: 'a.xlsx', bytes }));
  const actionId = crypto.randomUUID();
  const input = { movementId: made.movementId, ...period, actionId, name: 'a.xlsx', token };
  const doing = { viewer, name: 'importFigures' as const, actionId, input: { ...input, sha256: sha256Of(bytes) } };
  return act(place.database.world, doing, (tx, _, context) => importFigures(tx, input, context, book));
}

/** What the preview says of a filled-in cell, as an officer reads it. */
const sentence = ({ cell, code, facts }: ImportedFault): string => {
  const { faults } = figuresVi;
  const { fileFaults } = figureTemplatesVi;
  return `${cell}: ${code in faults ? faults[code as keyof typeof faults] : fileFaults[code as keyof typeof fileFaults](facts)}`;
};

async function faultsFor(cells: Record<string, Fill>, period = SECOND): Promise<string[]> {
  const made = await movement();
  const found = await preview(made, fillSheet(await template(made, period), cells), period);
  expect(found.token).toBeNull();
  await nothingKept(made);
  return found.faults.map((fault) => sentence(fault as ImportedFault));
}

async function nothingKept(made: Made): Promise<void> {
  const { n } = await place.database.owner.db
    .selectFrom('measurements')
    .innerJoin('targets as t', 't.id', 'target_id')
    .select((row) => row.fn.countAll<string>().as('n'))
    .where('t.movement_id', '=', made.movementId)
    .executeTakeFirstOrThrow();
  expect(n).toBe('0');
}

const GOOD: Record<string, Fill> = {
  H7: { number: '12' },
  H8: { number: '87.5' },
  I9: { number: '7' },
  J9: { number: '8' },
};

describe('a template that was filled in', () => {
  it('is shown cell by cell, entered in one act as drafts, and taken back', async () => {
    const made = await movement();
    const bytes = fillSheet(await template(made), { ...GOOD, K7: { text: 'Ước' }, L7: { text: '=cmd|calc' } });
    const found = await preview(made, bytes);
    expect(found.faults).toEqual([]);
    expect(found.counts).toEqual({ new: 3, changed: 0, unchanged: 0, empty: 0 });
    expect(found.cells.map(({ cell, effect, before, after }) => [cell, effect, before, after])).toEqual([
      ['H7', 'new', null, '12'],
      ['H8', 'new', null, '87,5'],
      ['I9', 'new', null, '7/8'],
    ]);
    const { importId, written } = await take(made, bytes, found.token ?? '');
    expect(written).toBe(3);
    const grid = await askAs(place.database, officer(), viewFigureGrid, { movementId: made.movementId, ...SECOND });
    const own = grid.rows.find(({ organisation }) => organisation.id === place.ids.village)?.cells ?? [];
    expect(own.map(({ figure }) => [figure?.state, figure?.entered, figure?.numerator, figure?.estimated])).toEqual([
      ['draft', '12', null, true],
      ['draft', '87.5', null, false],
      ['draft', null, '7', false],
    ]);
    const again = await preview(made, bytes);
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 3, empty: 0 });
    expect(again.token).toBeNull();
    // A template made now holds them, and gives them back the same.
    expect((await preview(made, await template(made))).counts.unchanged).toBe(3);
    const listed = await askAs(place.database, officer(), viewFigureImports, { movementId: made.movementId });
    expect(listed.imports).toMatchObject([{ id: importId, figures: 3, mayUndo: true, fileName: 'a.xlsx' }]);
    expect(await doAs(place.database, officer(), 'undoFigureImport', undoFigureImport, { importId })).toEqual({
      undone: 3,
      left: 0,
    });
    const emptied = await askAs(place.database, officer(), viewFigureGrid, { movementId: made.movementId, ...SECOND });
    expect(
      emptied.rows.flatMap(({ cells }) => cells.flatMap(({ figure }) => figure?.entered ?? figure?.numerator ?? [])),
    ).toEqual([]);
    expect((await verifyAudit(place.database.db)).breaks).toEqual([]);
  });

  it('changes what is a draft, keeps the value before, and leaves what was sent since when it is taken back', async () => {
    const made = await movement();
    const first = fillSheet(await template(made), GOOD);
    await take(made, first, (await preview(made, first)).token ?? '');
    const changed = fillSheet(await template(made), { H7: { number: '15' }, H8: { number: '90' } });
    const found = await preview(made, changed);
    expect(found.cells.map(({ effect, before, after }) => [effect, before, after])).toEqual([
      ['changed', '12', '15'],
      ['changed', '87,5', '90'],
      ['unchanged', '7/8', '7/8'],
    ]);
    const { importId } = await take(made, changed, found.token ?? '');
    await doAs(place.database, officer(), 'saveFigures', saveFigures, {
      movementId: made.movementId,
      organisationId: place.ids.village,
      ...SECOND,
      cells: [
        {
          targetId: made.people,
          version: 2,
          value: '16',
          numerator: null,
          denominator: null,
          estimated: false,
          note: null,
        },
      ],
      saidBy: null,
    });
    const undo = () => doAs(place.database, officer(), 'undoFigureImport', undoFigureImport, { importId });
    expect(await undo()).toEqual({ undone: 1, left: 1 });
    const grid = await askAs(place.database, officer(), viewFigureGrid, { movementId: made.movementId, ...SECOND });
    const own = grid.rows.find(({ organisation }) => organisation.id === place.ids.village)?.cells ?? [];
    expect(own.map(({ figure }) => figure?.entered ?? figure?.numerator)).toEqual(['16', '87.5', '7']);
    expect(own[1]?.figure?.earlier).toBe(2);
    await expect(undo()).rejects.toMatchObject({ reasons: [{ code: 'import-undone' }] });
  });

  it('gives back who said the figure, with the figure', async () => {
    const made = await movement();
    const own = async () => {
      const grid = await askAs(place.database, officer(), viewFigureGrid, { movementId: made.movementId, ...SECOND });
      return grid.rows.find(({ organisation }) => organisation.id === place.ids.village)?.cells[0]?.figure;
    };
    const cell = { targetId: made.people, version: null, value: '12', numerator: null, denominator: null };
    await doAs(place.database, officer(), 'saveFigures', saveFigures, {
      ...{ movementId: made.movementId, organisationId: place.ids.village, ...SECOND, saidBy: 'Trưởng bản' },
      cells: [{ ...cell, estimated: false, note: null }],
    });
    const changed = fillSheet(await template(made), { H7: { number: '15' } });
    const { importId } = await take(made, changed, (await preview(made, changed)).token ?? '');
    expect(await own()).toMatchObject({ entered: '15', saidBy: null });
    await doAs(place.database, officer(), 'undoFigureImport', undoFigureImport, { importId });
    expect(await own()).toMatchObject({ entered: '12', saidBy: 'Trưởng bản' });
  });

  it('counts the cumulative of later periods anew', async () => {
    const made = await movement();
    await place.database.owner.db
      .updateTable('targets')
      .set({ entered_as: 'period' })
      .where('id', '=', made.people)
      .execute();
    const june = fillSheet(await template(made), { H7: { number: '5' } });
    await take(made, june, (await preview(made, june)).token ?? '');
    const cumulativeOf = async () =>
      (
        await place.database.owner.db
          .selectFrom('measurements')
          .select('value')
          .where('target_id', '=', made.people)
          .where('period_until', '=', SECOND.until)
          .executeTakeFirst()
      )?.value;
    expect(await cumulativeOf()).toBeNull();
    const march = fillSheet(await template(made, FIRST), { H7: { number: '3' } });
    const { importId } = await take(made, march, (await preview(made, march, FIRST)).token ?? '', FIRST);
    expect(await cumulativeOf()).toBe('8');
    await doAs(place.database, officer(), 'undoFigureImport', undoFigureImport, { importId });
    expect(await cumulativeOf()).toBeNull();
  });

  it('is one sheet for each unit below, each entered for its own', async () => {
    const made = await movement();
    let bytes = await template(made, SECOND, null);
    bytes = fillSheet(fillSheet(bytes, { H7: { number: '1' } }, 1), { H7: { number: '2' } }, 2);
    const found = await preview(made, bytes);
    expect(found.cells.map(({ sheet, organisation, after }) => [sheet, organisation.name, after])).toEqual([
      ['Bản Một', 'Bản Một', '1'],
      ['Bản Hai', 'Bản Hai', '2'],
    ]);
    expect(found.counts.empty).toBe(4);
  });

  it('of the unit itself is its own, and no other', async () => {
    const made = await movement();
    const { village } = place.people;
    const own = fillSheet(await template(made, SECOND, null, village), GOOD);
    expect((await preview(made, own, SECOND, village)).counts.new).toBe(3);
    const theirs = fillSheet(await template(made, SECOND, second.id), GOOD);
    const found = await preview(made, theirs, SECOND, village);
    expect(found.token).toBeNull();
    expect(found.faults.map(({ code }) => code)).toEqual(['unit-not-reached']);
    await expect(
      askAs(place.database, village, viewTemplates, {
        movementId: made.movementId,
        ...SECOND,
        organisationId: second.id,
        as: 'book',
      }),
    ).rejects.toMatchObject({ reasons: [{ code: 'template-for-nobody' }] });
  });

  it('writes nothing when anything changed since it was shown', async () => {
    const made = await movement();
    const bytes = fillSheet(await template(made), GOOD);
    const { token } = await preview(made, bytes);
    await doAs(place.database, officer(), 'saveFigures', saveFigures, {
      movementId: made.movementId,
      organisationId: place.ids.village,
      ...SECOND,
      cells: [
        {
          targetId: made.people,
          version: null,
          value: '3',
          numerator: null,
          denominator: null,
          estimated: false,
          note: null,
        },
      ],
      saidBy: null,
    });
    await expect(take(made, bytes, token ?? '')).rejects.toMatchObject({
      reasons: [{ code: 'figures-changed-since' }],
    });
    await expect(take(made, bytes, 'f'.repeat(64))).rejects.toMatchObject({
      reasons: [{ code: 'figures-changed-since' }],
    });
  });

  it('does not touch what was approved', async () => {
    const made = await movement();
    const bytes = fillSheet(await template(made), GOOD);
    await take(made, bytes, (await preview(made, bytes)).token ?? '');
    await doAs(place.database, officer(), 'submitFigures', submitFigures, {
      movementId: made.movementId,
      organisationId: place.ids.village,
      ...SECOND,
    });
    const found = await preview(made, fillSheet(bytes, { H7: { number: '13' } }));
    expect(found.faults.map((fault) => sentence(fault as ImportedFault))).toEqual([
      'H7: Số này đã được duyệt nên chưa ghi số mới. Muốn sửa, đề nghị nơi duyệt điều chỉnh hoặc trả lại.',
    ]);
  });
});

describe('bad input', () => {
  it('text in a number cell', async () => {
    expect(await faultsFor({ H7: { text: 'mười một' }, H8: { text: 'khoảng 90' } })).toEqual([
      'H7: Ô này cần một con số, ví dụ 1.250,5 hoặc 7/8.',
      'H8: Ô này cần một con số, ví dụ 1.250,5 hoặc 7/8.',
    ]);
  });

  it('1.000 against 1,000', async () => {
    expect(await faultsFor({ H7: { text: '1,000' } })).toEqual([
      'H7: Con số này có thể hiểu theo hai cách. Hãy chọn cách đúng.',
    ]);
    const made = await movement();
    const found = await preview(made, fillSheet(await template(made), { H7: { text: '1.000' } }));
    expect(found.cells).toMatchObject([{ after: '1.000', notes: ['text-number'] }]);
  });

  it('a percentage as Excel keeps it', async () => {
    const made = await movement();
    const { bytes, style } = withPercentStyle(await template(made));
    const found = await preview(made, fillSheet(bytes, { H8: { number: '0.875', style } }));
    expect(found.cells).toMatchObject([{ after: '87,5', notes: ['percent'] }]);
    const wrong = await preview(made, fillSheet(bytes, { H7: { number: '0.5', style } }));
    expect(wrong.faults.map((fault) => sentence(fault as ImportedFault))).toEqual([
      'H7: Ô được định dạng phần trăm, còn chỉ tiêu này không tính bằng %. Hãy gõ con số thường.',
    ]);
  });

  it('negative people, half a person, 140 % of households, more than the whole', async () => {
    expect(
      await faultsFor({ H7: { number: '-5' }, H8: { number: '140' }, I9: { number: '9' }, J9: { number: '8' } }),
    ).toEqual(['H7: Số này không thể âm.', 'H8: Tỷ lệ này không thể quá 100%.', 'I9: Phần không thể lớn hơn tổng.']);
    expect(await faultsFor({ H7: { number: '2.5' }, I9: { number: '7' } })).toEqual([
      'J9: Cần đủ cả “Phần (đã đạt)” và “Tổng”.',
      'H7: Đơn vị tính này đếm từng cái, không có phần lẻ.',
    ]);
  });

  it('a falling lũy kế is let in and said', async () => {
    const made = await movement();
    const march = fillSheet(await template(made, FIRST), { H7: { number: '30' } });
    await take(made, march, (await preview(made, march, FIRST)).token ?? '', FIRST);
    // Only what adds up over the year may not fall.
    await place.database.owner.db
      .updateTable('targets')
      .set({ indicator: 'giai_quyet_viec_lam' })
      .where('id', '=', made.people)
      .execute();
    const found = await preview(made, fillSheet(await template(made), { H7: { number: '20' } }));
    expect(found.cells).toMatchObject([{ cell: 'H7', doubts: ['cumulative-falls'] }]);
    expect(found.token).not.toBeNull();
  });

  it('a month of the future', async () => {
    expect(await faultsFor({ H7: { number: '5' } }, COMING)).toEqual(['H7: Kỳ này chưa bắt đầu.']);
  });

  it('a template of another unit, period, year or movement', async () => {
    const made = await movement();
    const codes = async (bytes: Uint8Array, period = SECOND) =>
      (await preview(made, bytes, period)).faults.map((fault) => sentence(fault as ImportedFault));
    const filled = fillSheet(await template(made), GOOD);
    expect(await codes(filled, FIRST)).toEqual([
      'null: Đây là mẫu của kỳ Quý II năm 2026, còn bạn đang nhập kỳ Quý I năm 2026.',
    ]);
    const last = await movement({ year: 2025 });
    const old = await template(last, { from: '2025-04-01', until: '2025-06-30' });
    expect(await codes(fillSheet(old, GOOD))).toEqual([
      'null: Đây là mẫu của năm 2025 (Thi đua hoàn thành nhiệm vụ năm 2026), còn bạn đang nhập số liệu năm 2026. Hãy tải mẫu của năm nay.',
    ]);
    const beside = await movement();
    expect((await preview(made, fillSheet(await template(beside), GOOD))).faults.map(({ code }) => code)).toEqual([
      'other-movement',
    ]);
    await place.database.owner.db.updateTable('targets').set({ unit: 'hộ' }).where('id', '=', made.people).execute();
    expect((await preview(made, filled)).faults.map(({ code, cell }) => [code, cell])).toEqual([
      ['target-changed', 'H7'],
    ]);
  });

  it('a template that was tampered with, and a file that is none', async () => {
    const made = await movement();
    const filled = fillSheet(await template(made), GOOD);
    const tampered = editPart(filled, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/(thidua-mau:)([\w-]+)\./, (_, mark: string, body: string) => {
        const fields = Buffer.from(body, 'base64url').toString().replace(place.ids.village, second.id);
        return `${mark}${Buffer.from(fields).toString('base64url')}.`;
      }),
    );
    expect((await preview(made, tampered)).faults.map(({ code }) => code)).toEqual(['stamp-broken']);
    const none = editPart(filled, 'xl/worksheets/sheet1.xml', (xml) => xml.replace(/thidua-mau:[^<]*/, ''));
    const found = await preview(made, none);
    expect(found.faults.map(({ code }) => code)).toEqual(['no-stamp']);
    expect(found.otherSheets).toEqual(['Bản Một']);
    const word = await readBookHere({ name: 'a.xlsx', bytes: new TextEncoder().encode('không phải Excel') });
    expect(word).toMatchObject({ ok: false, refusal: { code: 'not-a-sheet' } });
  });

  it('formulas: their last result is taken and said; those that reach outside are refused', async () => {
    const made = await movement();
    const found = await preview(
      made,
      fillSheet(await template(made), {
        H7: { formula: 'SUM(A1:A3)', result: '12' },
        H8: { formula: '100/3', result: '33.333333333333336' },
      }),
    );
    expect(found.cells).toMatchObject([
      { after: '12', notes: ['formula'] },
      { after: '33,333333333', notes: ['formula', 'rounded'] },
    ]);
    expect(
      await faultsFor({
        H7: { formula: "cmd|'/c calc'!A0", result: '5' },
        H8: { formula: '[1]Sheet1!A1', result: '5' },
        I9: { formula: 'WEBSERVICE("http://example.com")', result: '7' },
        J9: { formula: 'B2+1' },
      }),
    ).toEqual([
      'H7: Công thức trong ô gọi tới tệp khác hoặc chương trình khác nên không dùng. Hãy gõ kết quả vào ô.',
      'H8: Công thức trong ô gọi tới tệp khác hoặc chương trình khác nên không dùng. Hãy gõ kết quả vào ô.',
      'I9: Công thức trong ô gọi tới tệp khác hoặc chương trình khác nên không dùng. Hãy gõ kết quả vào ô.',
      'J9: Ô có công thức nhưng chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại, hoặc gõ kết quả vào ô.',
    ]);
    const linked = withPart(
      fillSheet(await template(made), GOOD),
      'xl/externalLinks/externalLink1.xml',
      '<externalLink/>',
    );
    expect((await preview(made, linked)).linksOutside).toBe(true);
  });

  it('cells with an error, a date instead of 7/8, merged cells, hidden sheets', async () => {
    expect(await faultsFor({ H7: { error: '#DIV/0!' }, H8: { number: '1', style: 0 }, K7: { text: 'có lẽ' } })).toEqual(
      [
        'H7: Ô đang báo lỗi #DIV/0!. Hãy sửa công thức hoặc gõ kết quả.',
        'K7: “có lẽ”: ở đây chỉ chọn Ước hoặc Chính thức.',
      ],
    );
    const made = await movement();
    const dated = editPart(await template(made), 'xl/styles.xml', (xml) =>
      xml.replace('</cellXfs>', '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'),
    );
    const found = await preview(made, fillSheet(dated, { H7: { number: '46241', style: 18 } }));
    expect(found.faults.map((fault) => sentence(fault as ImportedFault))).toEqual([
      'H7: Excel đã đổi ô này thành ngày 07/8/2026. Nếu là tỷ lệ như 7/8, hãy gõ 7 vào cột “Phần (đã đạt)” và 8 vào cột “Tổng”.',
    ]);
    const merged = editPart(fillSheet(await template(made), GOOD), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<sheetProtection', '<mergeCells count="1"><mergeCell ref="H7:H8"/></mergeCells><sheetProtection'),
    );
    expect((await preview(made, merged)).faults.map((fault) => sentence(fault as ImportedFault))).toEqual([
      'H7: Các ô H7:H8 bị gộp nên không biết số nào của dòng nào. Hãy bỏ gộp ô.',
    ]);
    const hidden = editPart(fillSheet(await template(made, SECOND, null), GOOD), 'xl/workbook.xml', (xml) =>
      xml.replace('name="Bản Hai"', 'name="Bản Hai" state="hidden"'),
    );
    const seen = await preview(made, hidden);
    expect(seen.hiddenSheets).toEqual(['Bản Hai']);
    expect(seen.counts).toMatchObject({ new: 3, empty: 0 });
  });

  it('100,000 rows, and files that would burst', async () => {
    const made = await movement();
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${at + 50}"><c r="H${at + 50}"><v>1</v></c></row>`,
    ).join('');
    const long = editPart(await template(made), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `${rows}</sheetData>`),
    );
    expect((await preview(made, long)).failure).toMatchObject({ code: 'too-many-rows' });
    const bomb = withPart(
      await template(made),
      'xl/styles.xml',
      '<!DOCTYPE a [<!ENTITY b "c">]><styleSheet>&b;</styleSheet>',
    );
    expect((await preview(made, bomb)).failure).not.toBeNull();
    const swollen = withPart(await template(made), 'xl/worksheets/sheet1.xml', ' '.repeat(70 * 1024 * 1024));
    expect((await preview(made, swollen)).failure).not.toBeNull();
  });

  it('never begins a formula in what is written out', async () => {
    const made = await movement();
    await place.database.owner.db
      .updateTable('targets')
      .set({ name: '=HYPERLINK("http://x")' })
      .where('id', '=', made.people)
      .execute();
    const outcome = await readBookHere({ name: 'a.xlsx', bytes: await template(made) });
    const cell = outcome.ok ? outcome.book.sheets[0]?.rows.find(({ number }) => number === 7)?.cells.get(1) : null;
    expect(cell).toEqual({ kind: 'text', text: '=HYPERLINK("http://x")' });
    let style = '';
    editPart(await template(made), 'xl/worksheets/sheet1.xml', (xml) => {
      style = /<c r="B7" s="(\d+)"/.exec(xml)?.[1] ?? '';
      return xml;
    });
    editPart(await template(made), 'xl/styles.xml', (xml) => {
      const list = xml.slice(xml.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? [];
      expect(list[Number(style)]).toContain('quotePrefix="1"');
      return xml;
    });
  });
});

it('a viewer of another province sees no movement', async () => {
  const made = await movement();
  const bytes = await template(made);
  await expect(preview(made, bytes, SECOND, place.people.elsewhere)).rejects.toMatchObject({ kind: 'not-found' });
  const reporter = await buildViewer(place.database, {
    provinceId: place.people.commune.provinceId,
    organisationId: second.id,
    role: 'reporter',
  });
  expect(
    (await askAs(place.database, reporter, viewTemplates, { movementId: made.movementId, ...SECOND, as: 'book' }))
      .sheets,
  ).toHaveLength(1);
});
