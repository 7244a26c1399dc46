import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOrganisation } from '../../test/support/database.ts';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../test/support/deeds.ts';
import { docxOf } from '../../test/support/docx-file.ts';
import { type Fill, fillSheet } from '../../test/support/xlsx-fill.ts';
import { fileContent } from '../core/reader/file-content.ts';
import { readContent } from '../core/reader/read-document.ts';
import { verifyAudit } from '../server/audit-chain.ts';
import { formBytes } from '../server/excel-file.ts';
import { splitTarget } from '../server/measurements/split-acts.ts';
import { viewTemplates } from '../server/measurements/template-views.ts';
import { createMovement } from '../server/movements/acts.ts';
import { addTarget } from '../server/movements/target-acts.ts';
import type { Viewer } from '../server/read.ts';
import { type Take, takeReport } from '../server/report-file.ts';
import { importInto, parseImport } from './import-run.ts';

const JUNE = { from: '2026-06-01', until: '2026-06-30' };

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const line = (...cells: string[]) => `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
const BODY =
  [
    ...['ỦY BAN NHÂN DÂN', 'XÃ MẪU', 'BÁO CÁO', 'Kết quả thực hiện phong trào thi đua 6 tháng đầu năm 2026'],
    ...['I. KẾT QUẢ ĐẠT ĐƯỢC', 'Tính đến ngày 30/6/2026, tổng thu ngân sách nhà nước trên địa bàn đạt 13,7 tỷ đồng.'],
  ]
    .map(paragraph)
    .join('') +
  `<w:tbl>${line('TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện 6 tháng đầu năm 2026')}${line('1', 'Giải quyết việc làm', 'lao động', '215')}</w:tbl>`;
const TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const REPORT = docxOf({ body: BODY, raw: { '[Content_Types].xml': TYPES } });

let place: Place;
let movementId: string;
let targetId: string;

beforeAll(async () => {
  place = await buildPlace();
  const { people, database, ids } = place;
  ({ movementId } = await doAs(database, people.commune, 'createMovement', createMovement, {
    head: headOf(ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  }));
  ({ id: targetId } = await doAs(database, people.commune, 'addTarget', addTarget, {
    ...{ movementId, goal: amountGoal('Thu ngân sách', '1000'), partOf: null, leadOrganisationId: null },
  }));
  await database.owner.db.updateTable('targets').set({ data_period: 'month' }).where('id', '=', targetId).execute();
});
afterAll(() => place.database.drop());

/** Runs over the test's database in the name of a person; accounts of tests are named by their id. */
async function take(
  viewer: Viewer,
  path: string,
  bytes: Uint8Array,
  dryRun = false,
  report?: ReturnType<typeof parseImport>['report'],
) {
  const [out, error]: string[][] = [[], []];
  const terminal = {
    out: (line: string) => void out?.push(line),
    error: (line: string) => void error?.push(line),
    width: 100,
    progress: () => undefined,
  };
  const { db } = place.database.owner;
  const asked = { path, as: viewer.accountId, dryRun, saidBy: null, bytes, ...(report ? { report } : {}) };
  const code = await importInto({ ...place.database.world, db }, asked, terminal);
  return { code, out: out?.join('\n') ?? '', error: error?.join('\n') ?? '' };
}

const figures = () =>
  place.database.owner.db
    .selectFrom('measurements')
    .select(['entered_value as value', 'state', 'estimated', 'note', 'reported_by_post as post'])
    .where('target_id', '=', targetId)
    .execute();

const HEAD = 'targetId,organisationId,from,until,value,estimated,note';
const csv = (...lines: string[]) => new TextEncoder().encode([HEAD, ...lines].join('\n'));
const row = (value: string, more = ',', organisationId = place.ids.commune) =>
  `${targetId},${organisationId},${JUNE.from},${JUNE.until},${value},${more}`;

describe('thidua import', () => {
  it('takes a file, a name and whether only to look', () => {
    expect(parseImport(['a.csv', '--as', 'cb', '--dry-run'])).toEqual({
      ...{ path: 'a.csv', as: 'cb', dryRun: true, saidBy: null, demo: false },
    });
    const of = ['--as', 'cb', '--movement', 'm', '--from', '2026-01-01', '--until', '2026-06-30'];
    expect(parseImport(['b.docx', ...of, '--take', '0,3,3']).report).toEqual({
      where: { movement: 'm', unit: null, from: '2026-01-01', until: '2026-06-30' },
      take: [0, 3],
    });
    expect(parseImport(['b.pdf', ...of, '--take', 'matched']).report?.take).toBe('matched');
    for (const wrong of [
      ['b.docx', ...of, '--take', 'all'],
      ['a.csv', ...of],
      ['b.odt', ...of],
    ])
      expect(() => parseImport(wrong), wrong.join(' ')).toThrow();
    for (const wrong of [[], ['a.csv'], ['a.pdf', '--as', 'cb'], ['a.csv', 'b.csv', '--as', 'cb'], ['a.csv', '--so']])
      expect(() => parseImport(wrong), wrong.join(' ')).toThrow();
  });

  it('says by line what is wrong in CSV, and writes nothing of it', async () => {
    const { commune } = place.people;
    const wrong = await take(
      commune,
      'a.csv',
      csv(row('12'), row('"1.000,5"'), `${randomUUID()},${place.ids.commune},${JUNE.from},${JUNE.until},7,,`),
    );
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.error).toContain('dòng 3: Cột value không đúng dạng.');
    const judged = await take(commune, 'a.csv', csv(row('12'), row('13'), row('5', ',', place.ids.other)));
    expect(judged.error).toMatch(/2 chỗ cần sửa; chưa ghi gì:\n {2}dòng 3: .*\n {2}dòng 4: /);
    expect((await take(commune, 'a.csv', new TextEncoder().encode('a,b\n1,2'))).error).toContain('Thiếu cột targetId');
    expect(await figures()).toEqual([]);
  });

  it('looks without writing, then writes drafts that say how they came, once', async () => {
    const { commune } = place.people;
    const bytes = csv(row('12.5', 'true,"ước, theo kho bạc"'));
    expect(await take(commune, 'a.csv', bytes, true)).toMatchObject({ code: 0, error: '' });
    expect(await figures()).toEqual([]);
    expect((await take(commune, 'a.csv', bytes)).out).toContain('Đã ghi 1 số liệu');
    expect(await figures()).toEqual([
      {
        ...{ value: '12.5', state: 'draft', estimated: true, note: 'ước, theo kho bạc' },
        post: `${commune.postTitle}, qua dòng lệnh`,
      },
    ]);
    expect(await take(commune, 'a.csv', bytes)).toMatchObject({ code: 1 });
    expect((await verifyAudit(place.database.owner.db)).breaks).toEqual([]);
  });

  it('takes a filled-in template by its own mark, with its faults by cell', async () => {
    const { commune } = place.people;
    const where = { movementId, ...JUNE, as: 'book' as const, organisationId: place.ids.commune };
    const blank = await formBytes((await askAs(place.database, commune, viewTemplates, where)).sheets);
    const fill = (cells: Record<string, Fill>) => fillSheet(blank, cells);
    const wrong = await take(commune, 'mau.xlsx', fill({ H7: { text: 'mười hai' } }));
    expect(wrong.code).toBe(1);
    expect(wrong.error).toMatch(/H7, Thu ngân sách: /);
    expect(await take(commune, 'mau.xlsx', fill({ H7: { number: '14' } }), true)).toMatchObject({ code: 0 });
    expect((await take(commune, 'mau.xlsx', fill({ H7: { number: '14' } }))).out).toContain('Đã ghi 1 số liệu');
    expect(await figures()).toMatchObject([{ value: '14' }]);
    const notOurs = await take(commune, 'mau.xlsx', new TextEncoder().encode('no workbook'));
    expect(notOurs.code).toBe(1);
  });

  it('lists what a report tells in sentences and tables, and writes what is named, with the report beside it', async () => {
    const { commune } = place.people;
    const { db } = place.database.owner;
    const add = async (name: string, indicator: string, unit: string) => {
      const goal = amountGoal(name, '30000', { indicator });
      const made = { movementId, goal: { ...goal, figure: { ...goal.figure, unit } }, partOf: null };
      const { id } = await doAs(place.database, commune, 'addTarget', addTarget, { ...made, leadOrganisationId: null });
      await db.updateTable('targets').set({ data_period: 'half-year' }).where('id', '=', id).execute();
      return id;
    };
    const revenue = await add('Thu ngân sách nhà nước', 'thu_nsnn', 'triệu đồng');
    const work = await add('Giải quyết việc làm', 'giai_quyet_viec_lam', 'lao động');
    const where = { movement: movementId, unit: null, from: '2026-01-01', until: '2026-06-30' };
    const report = (more: object) => ({ where: { ...where, ...more }, take: null });
    const looked = await take(commune, 'bao-cao.docx', REPORT, false, report({}));
    expect(looked).toMatchObject({ code: 0, error: '' });
    expect(looked.out).toMatch(
      /\[\d\] Thu ngân sách nhà nước = 13\.700 triệu đồng: Khớp chỉ tiêu và kỳ\n {4}“.*13,7 tỷ đồng/,
    );
    expect(looked.out).toContain('Giải quyết việc làm = 215 lao động: Khớp');
    expect(looked.out).toContain('Chưa ghi gì. Thêm --take');
    const stands = () =>
      db
        .selectFrom('measurements as m')
        .leftJoin('evidence as e', 'e.target_id', 'm.target_id')
        .select(['m.entered_value as value', 'm.state', 'e.file_name as file'])
        .where('m.target_id', 'in', [revenue, work])
        .orderBy('m.entered_value')
        .execute();
    const named = { ...report({}), take: 'matched' as const };
    const done = await take(commune, 'bao-cao.docx', REPORT, false, named);
    expect(done.out).toContain('2 số liệu mới, 0 thay đổi');
    expect(done.out).toContain('Đã ghi 2 số liệu');
    expect(await stands()).toEqual([
      { value: '215', state: 'draft', file: 'bao-cao.docx' },
      { value: '13700', state: 'draft', file: 'bao-cao.docx' },
    ]);
    // What is named wrongly is told of, and nothing more is written.
    const bytes = REPORT;
    const content = await fileContent(
      bytes,
      'a.docx',
      { pdf: () => Promise.reject(new Error('none')) },
      { ocr: 'never' },
    );
    const reading = readContent(content, { name: 'a.docx', sha256: '0'.repeat(64) });
    const told = async (viewer: Viewer, of: object, named: Take) => {
      const asked = { ...where, ...of };
      const given = { name: 'a.docx', bytes, outcome: { ok: true as const, reading }, where: asked, take: named };
      const found = await takeReport({ ...place.database.world, db }, viewer, given, false);
      expect(found.written).toBe(0);
      return found.faults.map(({ at, message }) => `${at}: ${message}`);
    };
    expect(await told(commune, { unit: 'Xã Lạ' }, 'matched')).toEqual([
      'a.docx: Đơn vị này không phải báo số liệu của phong trào. Các đơn vị phải báo: Xã Một.',
    ]);
    expect(await told(commune, { from: '2026-05-01' }, 'matched')).toEqual([
      expect.stringContaining('Đơn vị không có số liệu phải báo trong kỳ này. Các kỳ: 2026-01-01 … 2026-01-31; '),
    ]);
    expect(await told(commune, { from: '1/1/2026' }, null)).toEqual(['a.docx: Ngày viết theo dạng 2026-06-30.']);
    expect(await told(commune, {}, [99])).toEqual(['số 99: Báo cáo không có số liệu mang số thứ tự này.']);
    expect(await told(commune, { unit: 'xa mot' }, [0])).toEqual(['số 0: Đã có đúng số này rồi.']);
    expect(await told(place.people.other, { unit: 'Xã Một' }, 'matched')).toHaveLength(1);
    expect(await told(place.people.elsewhere, {}, 'matched')).toEqual([
      expect.stringContaining('Không có phong trào này'),
    ]);
    expect(await stands()).toHaveLength(2);
    // Of two places whose names differ by their marks alone, the one that is written; without marks it is nobody's.
    const { provinceId } = commune;
    const village = { provinceId, parentId: place.ids.commune, level: 'unit', kind: 'village' };
    const east = await buildOrganisation(place.database, { ...village, name: 'Thôn Đông' });
    const stream = await buildOrganisation(place.database, { ...village, name: 'Thôn Dòng' });
    const shares = [east, stream].map(({ id }) => ({ organisationId: id, value: '15000' }));
    const split = { targetId: work, version: 0, shares, reason: null };
    await doAs(place.database, commune, 'splitTarget', splitTarget, split);
    expect(await told(commune, { unit: 'thon dong' }, 'matched')).toEqual([
      `a.docx: Tên này có thể là của nhiều đơn vị nên chưa ghi gì: Thôn Đông (${east.id}), Thôn Dòng (${stream.id}). Hãy ghi đúng tên có dấu, hoặc mã đứng sau tên.`,
    ]);
    const written = await take(commune, 'bao-cao.docx', REPORT, false, {
      ...report({ unit: 'thôn dòng' }),
      take: 'matched',
    });
    expect(written.out).toContain('Đã ghi 1 số liệu');
    const ofStream = db.selectFrom('measurements').select('target_id').where('organisation_id', '=', stream.id);
    expect(await ofStream.execute()).toEqual([{ target_id: work }]);
  });

  it('is nobody’s who could not enter the figures on the page', async () => {
    const bytes = csv(row('12'));
    expect(await take(place.people.leader, 'a.csv', bytes)).toMatchObject({ code: 2 });
    expect(await take(place.people.other, 'a.csv', bytes)).toMatchObject({ code: 1 });
    expect(await take({ ...place.people.other, accountId: 'nobody' }, 'a.csv', bytes)).toMatchObject({ code: 2 });
  });
});
