/** What people put into figures by mistake or on purpose: uploaded as a real workbook, sent by a program, opened by a link. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getFigureTemplate,
  importFigures,
  previewFigureImport,
  writeFigureBatch,
} from '../../src/contract/figure-imports.ts';
import { openFigureLink, sendByFigureLink } from '../../src/contract/figure-links.ts';
import { failureText } from '../../src/core/reader/failure-text.ts';
import { figureFault } from '../../src/core/text/figure-fault.ts';
import { figureTemplatesVi } from '../../src/core/text/vi/figure-templates.ts';
import { figuresVi } from '../../src/core/text/vi/figures.ts';
import { splitTarget } from '../../src/server/measurements/split-acts.ts';
import { createMovement } from '../../src/server/movements/acts.ts';
import { addTarget } from '../../src/server/movements/target-acts.ts';
import { openBrowser, sendTo } from '../support/client.ts';
import { buildOrganisation, NOW } from '../support/database.ts';
import { amountGoal, doAs, headOf, NO_NUMBER } from '../support/deeds.ts';
import { buildOffice, codesOf, type Office, type Someone } from '../support/keepers.ts';
import { askVillages, linkOf } from '../support/linked-figures.ts';
import { editPart, type Fill, fillSheet, withPart } from '../support/xlsx-fill.ts';

const QUARTER = { from: '2026-04-01', until: '2026-06-30' };
const FIRST = { from: '2026-01-01', until: '2026-03-31' };
const COMING = { from: '2026-07-01', until: '2026-09-30' };
const LAST_YEAR = { from: '2025-04-01', until: '2025-06-30' };

let office: Office;
let beside: string;
let now = NOW;
beforeAll(async () => {
  office = await buildOffice();
  office.database.world.now = () => now;
  const { provinceId } = office.officer.viewer;
  const made = { provinceId, parentId: office.ids.commune, name: 'Bản Hai', level: 'unit', kind: 'village' };
  beside = (await buildOrganisation(office.database, made)).id;
});
afterAll(() => office.drop());

type Made = { movementId: string; people: string; households: string };

/** Row 7 of the template counts people over the year, row 8 is a share of households. */
async function asked(year = 2026): Promise<Made> {
  const { database, officer, ids } = office;
  const { movementId } = await doAs(database, officer.viewer, 'createMovement', createMovement, {
    ...{ head: headOf(ids.commune, { year }), document: NO_NUMBER, from: null, respondsTo: [] },
  });
  const add = async (name: string, figure: object, indicator?: string) => {
    const goal = amountGoal(name, '100', indicator ? { indicator } : {});
    const { id } = await doAs(database, officer.viewer, 'addTarget', addTarget, {
      ...{ movementId, goal: { ...goal, figure: { ...goal.figure, ...figure } }, partOf: null },
      leadOrganisationId: null,
    });
    await database.owner.db.updateTable('targets').set({ data_period: 'quarter' }).where('id', '=', id).execute();
    const shares = [ids.village, beside].map((organisationId) => ({ organisationId, value: null }));
    await doAs(database, officer.viewer, 'splitTarget', splitTarget, {
      ...{ targetId: id, version: 0, shares, reason: 'Theo đơn vị' },
    });
    return id;
  };
  return {
    movementId,
    people: await add('Giải quyết việc làm', { unit: 'người' }, 'giai_quyet_viec_lam'),
    households: await add('Hộ có nước sạch', { unit: '%', measure: 'share' }),
  };
}

type At = { period?: typeof QUARTER; unit?: string; by?: Someone };

async function template(made: Made, { period = QUARTER, unit = office.ids.village, by = office.officer }: At = {}) {
  const where = { movementId: made.movementId, ...period, organisationId: unit, as: 'book' };
  const answer = await sendTo(by.browser, getFigureTemplate, where);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** As the page says it. */
const sentence = (code: string, facts: Record<string, unknown>): string =>
  figureFault({ figures: figuresVi, figureTemplates: figureTemplatesVi }, { code, facts });

/** What the person reads of an upload, by cell. Importing it all the same has to leave nothing behind. */
async function told(made: Made, bytes: Uint8Array, { period = QUARTER, by = office.officer }: At = {}) {
  const where = { movementId: made.movementId as never, ...period, name: 'so-lieu.xlsx' };
  const preview = await by.browser.call(previewFigureImport, where, bytes);
  expect(preview.token).toBeNull();
  const forced = { ...where, actionId: randomUUID() as never, token: 'f'.repeat(64) };
  expect(await codesOf(by.browser.call(importFigures, forced, bytes))).toEqual(['figures-changed-since']);
  expect(await kept(made)).toEqual([]);
  if (preview.failure) return [failureText({ ...preview.failure })];
  return preview.faults.map(({ cell, code, facts }) => `${cell ?? 'cả tệp'}: ${sentence(code, facts)}`);
}

const kept = ({ movementId }: Made) =>
  office.database.owner.db
    .selectFrom('measurements as m')
    .innerJoin('targets as t', 't.id', 'm.target_id')
    .select(['m.entered_value as value', 'm.numerator'])
    .where('t.movement_id', '=', movementId)
    .execute();

const WRONG_CELLS: [string, Record<string, Fill>, string[]][] = [
  [
    'text in a number cell',
    { H7: { text: 'mười một' } },
    ['H7: “mười một”: Ô này cần một con số, ví dụ 1.250,5 hoặc 7/8.'],
  ],
  [
    '1.000 against 1,000',
    { H7: { text: '1,000' } },
    ['H7: “1,000”: Con số này có thể hiểu theo hai cách. Hãy chọn cách đúng. (1 / 1.000)'],
  ],
  ['negative people', { H7: { number: '-5' }, H8: { number: '80' } }, ['H7: Số này không thể âm.']],
  ['half a person', { H7: { number: '2.5' } }, ['H7: Đơn vị tính này đếm từng cái, không có phần lẻ.']],
  ['140 % of households', { H7: { number: '5' }, H8: { number: '140' } }, ['H8: Tỷ lệ này không thể quá 100%.']],
  [
    'a formula that calls a program',
    { H7: { formula: "cmd|'/c calc'!A0", result: '5' }, H8: { formula: 'WEBSERVICE("http://example.com")' } },
    ['H7', 'H8'].map(
      (cell) =>
        `${cell}: Công thức trong ô gọi tới tệp khác hoặc chương trình khác nên không dùng. Hãy gõ kết quả vào ô.`,
    ),
  ],
];

describe('a workbook', () => {
  it.each(WRONG_CELLS)('with %s is told by cell, and nothing is half-saved', async (_, cells, sentences) => {
    const made = await asked();
    expect(await told(made, fillSheet(await template(made), cells))).toEqual(sentences);
  });

  it('with 1.000 is a thousand, and shown so before it is entered', async () => {
    const made = await asked();
    const bytes = fillSheet(await template(made), { H7: { text: '1.000' } });
    const where = { movementId: made.movementId as never, ...QUARTER, name: 'a.xlsx' };
    const { cells, token } = await office.officer.browser.call(previewFigureImport, where, bytes);
    expect(cells).toMatchObject([{ cell: 'H7', after: '1.000', notes: ['text-number'] }]);
    const entering = { ...where, actionId: randomUUID() as never, token: token ?? '' };
    expect(await office.officer.browser.call(importFigures, entering, bytes)).toMatchObject({ written: 1 });
    expect(await kept(made)).toEqual([{ value: '1000', numerator: null }]);
  });

  it('with a falling lũy kế is let in and said beside the cell', async () => {
    const made = await asked();
    const enter = async (period: typeof QUARTER, number: string) => {
      const bytes = fillSheet(await template(made, { period }), { H7: { number } });
      const where = { movementId: made.movementId as never, ...period, name: 'a.xlsx' };
      const seen = await office.officer.browser.call(previewFigureImport, where, bytes);
      await office.officer.browser.call(
        importFigures,
        { ...where, actionId: randomUUID() as never, token: seen.token ?? '' },
        bytes,
      );
      return seen.cells.flatMap(({ doubts }) => doubts.map((doubt) => figuresVi.doubts[doubt]));
    };
    expect(await enter(FIRST, '30')).toEqual([]);
    expect(await enter(QUARTER, '20')).toEqual(['Lũy kế thấp hơn kỳ trước']);
  });

  it('for a time to come is refused', async () => {
    const made = await asked();
    const bytes = fillSheet(await template(made, { period: COMING }), { H7: { number: '5' } });
    expect(await told(made, bytes, { period: COMING })).toEqual(['H7: Kỳ này chưa bắt đầu.']);
  });

  it('of another unit, period, year or hand is known by its mark', async () => {
    const made = await asked();
    const filled = fillSheet(await template(made, { unit: beside }), { H7: { number: '5' } });
    expect(await told(made, filled, { by: office.village })).toEqual([
      'cả tệp: Đây là mẫu của Bản Hai; bạn không nhập số liệu cho đơn vị này.',
    ]);
    expect(await told(made, filled, { period: FIRST })).toEqual([
      'cả tệp: Đây là mẫu của kỳ Quý II năm 2026, còn bạn đang nhập kỳ Quý I năm 2026.',
    ]);
    const old = fillSheet(await template(await asked(2025), { period: LAST_YEAR }), { H7: { number: '5' } });
    expect(await told(made, old)).toEqual([
      'cả tệp: Đây là mẫu của năm 2025 (Thi đua hoàn thành nhiệm vụ năm 2026), còn bạn đang nhập số liệu năm 2026. Hãy tải mẫu của năm nay.',
    ]);
    const forged = editPart(filled, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/(thidua-mau:)([\w-]+)\./, (_, mark: string, body: string) => {
        const fields = Buffer.from(body, 'base64url').toString().replace(beside, office.ids.village);
        return `${mark}${Buffer.from(fields).toString('base64url')}.`;
      }),
    );
    expect(await told(made, forged)).toEqual([`cả tệp: ${sentence('stamp-broken', {})}`]);
  });

  it('of 100,000 rows, or one that would burst, is refused whole', async () => {
    const made = await asked();
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${at + 50}"><c r="H${at + 50}"><v>1</v></c></row>`,
    );
    const long = editPart(await template(made), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `${rows.join('')}</sheetData>`),
    );
    expect(await told(made, long)).toEqual([
      'Bảng tính có hơn 20.000 dòng. Tệp gốc giữ nguyên, chưa có gì được lưu. Hãy chia thành nhiều tệp nhỏ hơn.',
    ]);
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><styleSheet>&c;</styleSheet>';
    expect(await told(made, withPart(await template(made), 'xl/styles.xml', bomb))).toEqual([
      expect.stringContaining('chưa có gì được lưu'),
    ]);
  });
});

describe('a list of a program', () => {
  it('is told of row by row, and only what is right is kept', async () => {
    const made = await asked();
    const row = (targetId: string, value: string, more: object = {}) => ({
      ...{ targetId: targetId as never, organisationId: office.ids.village as never, ...QUARTER, value, ...more },
    });
    const write = (rows: object[]) =>
      office.officer.browser.call(writeFigureBatch, { actionId: randomUUID() as never, rows } as never);
    const { written, errors } = await write([
      row(made.people, '-5'),
      row(made.households, '140'),
      row(made.people, '5', COMING),
      row(made.people, '5', { organisationId: office.ids.other }),
      row(made.people, '7', { organisationId: beside }),
    ]);
    expect(written).toBe(1);
    expect(errors.map(({ row: at, message }) => `${at} ${message}`)).toEqual([
      '0 Số này không thể âm.',
      '1 Tỷ lệ này không thể quá 100%.',
      '2 Kỳ này chưa bắt đầu.',
      '3 Mã truy cập hoặc tài khoản này không nhập được số liệu cho đơn vị đó.',
    ]);
    expect(await kept(made)).toEqual([{ value: '7', numerator: null }]);
    for (const value of ['mười một', '1,000', '1.000.000', '=1+1'])
      expect(await codesOf(write([row(made.people, value)])), value).toBe('invalid');
    expect(await codesOf(write(Array.from({ length: 100_000 }, () => row(made.people, '1'))))).not.toBe('done');
    expect(await kept(made)).toHaveLength(1);
  });
});

describe('a link', () => {
  it('that has ended, or is used for another unit or period, opens and writes nothing', async () => {
    const made = await askVillages(office, [office.ids.village, beside]);
    const { token } = await linkOf(office, made, { period: QUARTER });
    const guest = openBrowser(office.app);
    const cell = { version: null, value: '5', numerator: null, denominator: null, estimated: false, note: null };
    const cells = [{ targetId: made.targetId as never, ...cell }];
    // Whatever else stands in the body: unit and period are the link's own.
    const elsewhere = { token, cells, organisationId: beside, ...FIRST };
    await guest.call(sendByFigureLink, elsewhere as never);
    expect(await placesOf(made.targetId)).toEqual([{ unit: office.ids.village, until: QUARTER.until }]);
    const another = (await askVillages(office, [beside])).targetId;
    const strange = [{ targetId: another as never, ...cell }];
    expect(await codesOf(guest.call(sendByFigureLink, { token, cells: strange }))).not.toBe('done');
    now = '2026-09-01T02:00:00.000Z';
    expect(await codesOf(guest.call(openFigureLink, { token }))).not.toBe('done');
    expect(await codesOf(guest.call(sendByFigureLink, { token, cells }))).not.toBe('done');
    now = NOW;
    expect(await placesOf(another)).toEqual([]);
  });
});

const placesOf = (targetId: string) =>
  office.database.owner.db
    .selectFrom('measurements')
    .select(['organisation_id as unit', 'period_until as until'])
    .where('target_id', '=', targetId)
    .execute();
