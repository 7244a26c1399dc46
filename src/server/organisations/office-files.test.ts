import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readOrganisationSheet } from '../../core/reader/organisation-sheet.ts';
import { readXlsx } from '../../core/reader/xlsx/read-xlsx.ts';
import { type ListedOrganisation, organisationWorkbook } from '../../core/writer/organisation-sheet.ts';
import { workbookBytes } from '../excel-file.ts';

/** Lists as another office program opens and saves them. Skipped where LibreOffice (`soffice`) is not installed. */

const there = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;
if (!there) console.warn('soffice is not installed: lists are not tried with LibreOffice');

const folder = mkdtempSync(join(tmpdir(), 'thidua-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Comma, quotes, UTF-8: how plain text is written and read. */
const PLAIN = '44,34,76';

/** The file as LibreOffice writes it, in a profile of its own. */
function converted(path: string, to: 'csv' | 'xlsx'): Uint8Array {
  const out = join(folder, to);
  mkdirSync(out, { recursive: true });
  const filters = to === 'csv' ? `csv:Text - txt - csv (StarCalc):${PLAIN}` : 'xlsx:Calc MS Excel 2007 XML';
  const reading = path.endsWith('.csv') ? [`--infilter=Text - txt - csv (StarCalc):${PLAIN}`] : [];
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const args = [profile, '--headless', ...reading, '--convert-to', filters, '--outdir', out, path];
  const done = spawnSync('soffice', args, { encoding: 'utf8', timeout: 100_000 });
  if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`);
  return readFileSync(join(out, `${basename(path, extname(path))}.${to}`));
}

const COMMUNE: ListedOrganisation = {
  id: '0b9a3a52-0c9e-4a53-9a5e-1f9d2c3b4a5d',
  code: '03583',
  name: 'Xã Khổng Lào',
  kind: 'people-committee',
  level: 'commune',
  parentCode: null,
  parentName: 'Tỉnh Lai Châu',
  issuerName: 'Ủy ban nhân dân xã Khổng Lào',
  validFrom: '2025-07-01',
  validUntil: null,
};
const VILLAGE: ListedOrganisation = {
  ...COMMUNE,
  id: '5f3c1d1e-7f0d-4c55-8c33-0a1b2c3d4e5f',
  code: '0007',
  name: 'Bản "Mới" & <Đông>',
  kind: 'village',
  level: 'unit',
  parentCode: '03583',
  parentName: 'Xã Khổng Lào',
  issuerName: null,
};

describe.skipIf(!there)('a list in LibreOffice', () => {
  it('opens with its words, codes and days as they are, and comes back the same when it is saved there', async () => {
    const rows = [COMMUNE, VILLAGE];
    const bytes = await workbookBytes(organisationWorkbook({ province: 'Tỉnh Lai Châu', asOf: '2026-06-30' }, rows));
    const path = join(folder, 'list.xlsx');
    writeFileSync(path, bytes);

    // The 9th column's days print by their format; a code keeps its zeros.
    const lines = new TextDecoder().decode(converted(path, 'csv')).split('\n');
    expect(lines).toContain(
      '03583,Xã Khổng Lào,Ủy ban nhân dân,Cấp xã,,Tỉnh Lai Châu,Ủy ban nhân dân xã Khổng Lào,01/07/2025,,0b9a3a52-0c9e-4a53-9a5e-1f9d2c3b4a5d',
    );

    const saved = converted(path, 'xlsx');
    const own = readOrganisationSheet(readXlsx(bytes));
    expect(own.faults).toEqual([]);
    expect(readOrganisationSheet(readXlsx(saved))).toEqual(own);
  });

  it('made there from plain text is read with its cells', () => {
    const path = join(folder, 'typed.csv');
    const head = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Cấp', 'Mã đơn vị cấp trên', 'Tên đơn vị cấp trên', 'Từ ngày'];
    const typed = ['A1', 'Bản Thử', 'Thôn, bản, tổ dân phố', 'Đơn vị', '', 'Xã Khổng Lào', '2025-07-01'];
    const quoted = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(',');
    writeFileSync(path, `${quoted(head)}\n${quoted(typed)}\n${quoted(['A2', 'Bản Sai', 'Trường đời'])}\n`);
    const list = readOrganisationSheet(readXlsx(converted(path, 'xlsx')));
    expect(list.rows[0]).toMatchObject({ row: 2, code: 'A1', name: 'Bản Thử', kind: 'village', from: '2025-07-01' });
    expect(list.faults).toMatchObject([{ row: 3, code: 'unknown-kind', facts: { cell: 'C3' } }]);
  });
});
