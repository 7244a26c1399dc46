import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildViewer } from '../../../test/support/database.ts';
import { askAs, buildPlace, type Place } from '../../../test/support/deeds.ts';
import { readOrganisationSheet } from '../../core/reader/organisation-sheet.ts';
import { SHEET_LIMITS } from '../../core/reader/sheet.ts';
import { readXlsx } from '../../core/reader/xlsx/read-xlsx.ts';
import { readingVi } from '../../core/text/vi/reading.ts';
import { organisationWorkbook } from '../../core/writer/organisation-sheet.ts';
import { writeXlsx } from '../../core/writer/xlsx.ts';
import { act } from '../act.ts';
import { workbookBytes } from '../excel-file.ts';
import { reading, type Viewer } from '../read.ts';
import { importOrganisations, viewImport } from './import-acts.ts';
import { viewList } from './list-facts.ts';
import { viewOrganisations } from './views.ts';

/** Lists as files: what is taken away comes back unchanged, what is filled in wrong is told by its cell. */

let place: Place;
let viewer: Viewer;
beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.province;
  viewer = await buildViewer(place.database, { provinceId, organisationId: place.ids.province, role: 'administrator' });
});
afterAll(() => place.database.drop());

const TODAY = '2026-06-30';
const HEAD = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Loại',
  'Cấp',
  'Mã đơn vị cấp trên',
  'Tên đơn vị cấp trên',
  'Tên khi ban hành văn bản',
  'Từ ngày',
  'Đến ngày',
  'Khóa (không sửa)',
];
type Cells = (string | null)[];
const COMMUNE = ['Ủy ban nhân dân', 'Cấp xã'] as const;
const VILLAGE = ['Thôn, bản, tổ dân phố', 'Đơn vị'] as const;

/** A workbook as somebody fills it in: plain strings; "=…" becomes a formula, "#…" a number. */
function filled(rows: readonly Cells[], more: { head?: readonly string[]; merged?: string } = {}): Uint8Array {
  const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (text: string | null, column: number, row: number) => {
    if (text === null) return '';
    const reference = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (text.startsWith('=')) return `<c ${reference}><f>${xml(text.slice(1))}</f><v>1</v></c>`;
    if (text.startsWith('#')) return `<c ${reference}><v>${text.slice(1)}</v></c>`;
    return `<c ${reference} t="inlineStr"><is><t>${xml(text)}</t></is></c>`;
  };
  const lines = [more.head ?? HEAD, ...rows].map(
    (cells, at) => `<row r="${at + 1}">${cells.map((text, column) => cell(text, column, at + 1)).join('')}</row>`,
  );
  const bytes = (text: string) => new TextEncoder().encode(text);
  return zipSync({
    'xl/workbook.xml': bytes('<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': bytes(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': bytes(
      `<worksheet><sheetData>${lines.join('')}</sheetData>${more.merged ? `<mergeCells><mergeCell ref="${more.merged}"/></mergeCells>` : ''}</worksheet>`,
    ),
  });
}

const preview = (bytes: Uint8Array, on = TODAY, as = viewer) =>
  reading(place.database.db, as, (read) => viewImport(read, as, { sheet: { ok: true, sheet: readXlsx(bytes) }, on }));
const apply = (bytes: Uint8Array, token: string | null, on = TODAY, as = viewer) => {
  const actionId = randomUUID();
  const input = { actionId, name: 'a.xlsx', on, token: token ?? '' };
  return act(place.database.world, { viewer: as, name: 'importOrganisations', actionId, input }, (tx, given, context) =>
    importOrganisations(tx, given as never, context, readXlsx(bytes)),
  );
};
const exported = async (at = TODAY) => {
  const { province, rows } = await reading(place.database.db, viewer, (read) => viewList(read, viewer, at));
  return workbookBytes(organisationWorkbook({ province, asOf: at }, rows));
};
const faultsOf = async (bytes: Uint8Array) =>
  (await preview(bytes)).faults.map(({ cell, row, code }) => `${cell ?? row} ${code}`);
const names = async (at = TODAY) =>
  (await askAs(place.database, viewer, viewOrganisations, { at, limit: 500 })).organisations.map(
    ({ depth, name }) => `${depth} ${name}`,
  );

describe('a list of organisations as a file', () => {
  it('comes back as it went: nothing to write', async () => {
    const bytes = await exported();
    const list = readOrganisationSheet(readXlsx(bytes));
    expect(list).toMatchObject({ faults: [], asOf: TODAY, province: 'Tỉnh Mẫu' });
    expect(await preview(bytes)).toMatchObject({
      token: null,
      faultCount: 0,
      counts: { new: 0, unchanged: list.rows.length },
    });
    const empty = workbookBytes(organisationWorkbook({ province: 'Tỉnh Mẫu', asOf: null }, []));
    expect(await faultsOf(await empty)).toEqual(['0 no-rows']);
  });

  it('tells every fault by its cell, and writes nothing', async () => {
    const before = await names();
    expect(await faultsOf(filled([], { head: ['Họ và tên', 'Điểm'] }))).toEqual(['0 wrong-columns']);
    const wrong = filled(
      [
        ['01', 'Xã Ba', ...COMMUNE, null, 'Tỉnh Lạ', null, null, null, null],
        ['01', 'Xã Bốn', 'Trường đời', 'Cấp xã', null, 'Tỉnh Mẫu', null, 'mồng 3', null, null],
        ['=A1', 'Xã Năm', ...COMMUNE, null, 'Tỉnh Mẫu', null, '#45000.5', null, null],
        [null, null, ...COMMUNE, null, 'Tỉnh Mẫu', null, null, null, null],
        [null, 'Xã Một', ...COMMUNE, null, 'Tỉnh Mẫu', null, '2020-01-01', null, null],
        [null, 'Bản Một', ...COMMUNE, null, 'Bản Hai', null, null, null, null],
        [null, 'Bản Hai', ...VILLAGE, null, 'Bản Một', null, '05/8/2026', null, randomUUID()],
      ],
      { merged: 'B9:C9' },
    );
    const faults = await faultsOf(wrong);
    for (const fault of [
      'F2 unknown-parent',
      'A3 code-twice',
      'C3 unknown-kind',
      'H3 date-is-text',
      'A4 formula',
      'H4 date-is-text',
      'B5 missing',
      'H6 from-stays',
      'J8 unknown-key',
      'B9 merged',
    ])
      expect(faults).toContain(fault);
    // A cell that cannot be read is told once.
    expect(faults.filter((fault) => fault.startsWith('C3'))).toEqual(['C3 unknown-kind']);
    expect(await preview(wrong)).toMatchObject({ token: null, sheet: 'a' });
    expect(await names()).toEqual(before);
  });

  it('writes all that was shown: new, renamed, moved, ended', async () => {
    const rows = filled([
      ['03', 'Xã Ba', ...COMMUNE, null, 'Tỉnh Mẫu', 'Ủy ban nhân dân xã Ba', '01/7/2025', null, null],
      [null, 'Bản Ba A', ...VILLAGE, '03', null, null, '01/7/2025', null, null],
      [null, 'Bản Ba B', ...VILLAGE, null, 'Xã Ba', null, '01/7/2025', null, null],
      [null, 'Bản Một', ...VILLAGE, null, 'Xã Ba', null, null, null, place.ids.village],
      [null, 'Xã Hai Mới', ...COMMUNE, null, null, null, null, null, place.ids.other],
    ]);
    const shown = await preview(rows, '2026-06-01');
    expect(shown).toMatchObject({ faults: [], counts: { new: 3, renamed: 1, moved: 1, ended: 0, unchanged: 0 } });
    expect(shown.changes).toContainEqual({
      row: 5,
      effect: 'moved',
      name: 'Bản Một',
      before: 'Xã Một',
      parent: 'Xã Ba',
    });
    const outcome = await apply(rows, '0'.repeat(64), '2026-06-01').catch((error) => error.reasons[0].code);
    expect(outcome).toBe('import-changed');
    expect(await apply(rows, shown.token, '2026-06-01')).toEqual({ changed: 5 });
    expect(await names()).toEqual([
      '0 Tỉnh Mẫu',
      '1 Xã Hai Mới',
      '1 Xã Một',
      '1 Xã Ba',
      '2 Bản Một',
      '2 Bản Ba A',
      '2 Bản Ba B',
    ]);
    expect(await names('2026-05-31')).toContain('1 Xã Hai');
    // Said twice, the same list has nothing more to say.
    expect(await preview(rows, '2026-06-02')).toMatchObject({ token: null, counts: { unchanged: 5 } });

    const end = filled([['03', 'Xã Ba', ...COMMUNE, null, 'Tỉnh Mẫu', null, null, '15/6/2026', null]]);
    expect(await faultsOf(end)).toEqual(['I2 children-left', 'I2 children-left', 'I2 children-left']);
  });

  it('is refused when the tree went on since it was taken', async () => {
    const bytes = await exported('2026-01-01');
    expect(await faultsOf(bytes)).toContain('0 file-outdated');
  });

  it('reaches no further than the administrator', async () => {
    const { provinceId } = viewer;
    const local = await buildViewer(place.database, {
      provinceId,
      organisationId: place.ids.commune,
      role: 'administrator',
    });
    const beyond = filled([
      [null, 'Xã Lấn', ...COMMUNE, null, 'Tỉnh Mẫu', null, null, null, null],
      [null, 'Xã Khác', ...COMMUNE, null, null, null, null, null, place.ids.other],
    ]);
    const found = await preview(beyond, TODAY, local);
    expect(found.token).toBeNull();
    expect(found.faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['unknown-parent', 'unknown-key']));
  });
});

describe('a workbook', () => {
  it('gives back what was written, dates as dates, whatever the letters', () => {
    const book = {
      name: 'a',
      lines: ['Tiêu đề & <dòng>'],
      columns: [
        { title: 'Cột "một"', width: 9 },
        { title: 'Ngày', width: 9 },
      ],
      notes: { name: 'b', lines: [] },
    };
    const rows = [
      ['Ẩm thực\u0001 🎉', { date: '2026-02-28' }],
      ['=1+1', { date: '1999-12-31' }],
    ];
    const sheet = readXlsx(new Uint8Array(Buffer.concat([...writeXlsx({ ...book, rows })])));
    expect(sheet.rows.map(({ cells }) => [...cells.values()])).toEqual([
      [{ kind: 'text', text: 'Tiêu đề & <dòng>' }],
      [
        { kind: 'text', text: 'Cột "một"' },
        { kind: 'text', text: 'Ngày' },
      ],
      [
        { kind: 'text', text: 'Ẩm thực 🎉' },
        { kind: 'date', text: '2026-02-28' },
      ],
      [
        { kind: 'text', text: '=1+1' },
        { kind: 'date', text: '1999-12-31' },
      ],
    ]);
  });

  it('of more rows than a list may have is refused in words', () => {
    const row = [null, 'Bản Một', ...VILLAGE];
    const most = { length: SHEET_LIMITS.rows };
    expect(readXlsx(filled(Array.from(most, () => row))).rows).toHaveLength(SHEET_LIMITS.rows + 1);
    const rows = Array.from({ length: SHEET_LIMITS.rows + SHEET_LIMITS.spareRows }, () => row);
    let thrown: unknown = null;
    try {
      readXlsx(filled(rows));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'too-many-rows', facts: { most: 20_000 } });
    expect(readingVi.failures['too-many-rows']({ most: 20_000 })).toMatch(/hơn 20\.000 dòng.*chưa có gì.*chia/);
  });

  it('is refused when it is none, is cut off, or would burst', () => {
    const code = (bytes: Uint8Array) => {
      try {
        readXlsx(bytes);
        return 'read';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const good = filled([['01', 'Xã Ba']]);
    expect(code(new Uint8Array(0))).toBe('empty');
    expect(code(new TextEncoder().encode('Mã;Tên'))).toBe('not-a-sheet');
    expect(code(good.subarray(0, good.length - 30))).toBe('truncated');
    expect(code(zipSync({ 'word/document.xml': new Uint8Array(3) }))).toBe('not-a-sheet');
    const part = { 'xl/workbook.xml': new Uint8Array(64 * 1024 * 1024) };
    expect(code(zipSync(part, { level: 9 }))).toBe('zip-bomb');
    const entities = new TextEncoder().encode('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>');
    expect(code(zipSync({ 'xl/workbook.xml': entities }))).toBe('xml-entities');
  });
});
