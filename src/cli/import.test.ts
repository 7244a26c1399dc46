import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../test/support/deeds.ts';
import { type Fill, fillSheet } from '../../test/support/xlsx-fill.ts';
import { verifyAudit } from '../server/audit-chain.ts';
import { formBytes } from '../server/excel-file.ts';
import { viewTemplates } from '../server/measurements/template-views.ts';
import { createMovement } from '../server/movements/acts.ts';
import { addTarget } from '../server/movements/target-acts.ts';
import type { Viewer } from '../server/read.ts';
import { importInto, parseImport } from './import-run.ts';

const JUNE = { from: '2026-06-01', until: '2026-06-30' };

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
async function take(viewer: Viewer, path: string, bytes: Uint8Array, dryRun = false) {
  const [out, error]: string[][] = [[], []];
  const terminal = {
    out: (line: string) => void out?.push(line),
    error: (line: string) => void error?.push(line),
    width: 100,
    progress: () => undefined,
  };
  const { db } = place.database.owner;
  const asked = { path, as: viewer.accountId, dryRun, saidBy: null, bytes };
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

  it('is nobody’s who could not enter the figures on the page', async () => {
    const bytes = csv(row('12'));
    expect(await take(place.people.leader, 'a.csv', bytes)).toMatchObject({ code: 2 });
    expect(await take(place.people.other, 'a.csv', bytes)).toMatchObject({ code: 1 });
    expect(await take({ ...place.people.other, accountId: 'nobody' }, 'a.csv', bytes)).toMatchObject({ code: 2 });
  });
});
