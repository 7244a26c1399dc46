import { afterAll, beforeAll, expect, it } from 'vitest';
import { amountGoal, askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { fileContent } from '../../core/reader/file-content.ts';
import { readContent } from '../../core/reader/read-document.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import { viewFigureGrid } from './grid-views.ts';
import { importFigureReport } from './report-acts.ts';
import { type ReadReport, viewFigureReport } from './report-views.ts';

const PERIOD = { from: '2026-01-01', until: '2026-06-30' };
const REPORT = `ỦY BAN NHÂN DÂN
XÃ MẪU

BÁO CÁO
Kết quả thực hiện phong trào thi đua 6 tháng đầu năm 2026

I. KẾT QUẢ ĐẠT ĐƯỢC
1. Kinh tế
Tính đến ngày 30/6/2026, tổng thu ngân sách nhà nước trên địa bàn đạt 13,7 tỷ đồng.
Giải quyết việc làm cho 215 lao động.
`;

let place: Place;
beforeAll(async () => {
  place = await buildPlace();
});
afterAll(() => place.database.drop());

it('takes figures of a report over: shown with their sentence, written when ticked, none in silence', async () => {
  const officer = place.people.commune;
  const { movementId } = await doAs(place.database, officer, 'createMovement', createMovement, {
    head: headOf(place.ids.commune),
    document: NO_NUMBER,
    from: null,
    respondsTo: [],
  });
  const add = (name: string, indicator: string, unit: string) => {
    const goal = amountGoal(name, '30000', { indicator });
    const made = { movementId, goal: { ...goal, figure: { ...goal.figure, unit } } };
    return doAs(place.database, officer, 'addTarget', addTarget, { ...made, partOf: null, leadOrganisationId: null });
  };
  const { id: revenue } = await add('Thu ngân sách', 'thu_nsnn', 'triệu đồng');
  await place.database.owner.db
    .updateTable('targets')
    .set({ data_period: 'half-year' })
    .where('id', '=', revenue)
    .execute();
  const bytes = new TextEncoder().encode(REPORT);
  const content = await fileContent(
    bytes,
    'a.txt',
    { pdf: () => Promise.reject(new Error('no PDF here')) },
    { ocr: 'never' },
  );
  const outcome: ReadReport = { ok: true, reading: readContent(content, { name: 'a.txt', sha256: '0'.repeat(64) }) };
  const at = { movementId, organisationId: place.ids.commune, ...PERIOD };
  const seen = await askAs(place.database, officer, viewFigureReport, { place: at, outcome });
  const found = seen.results.find(({ target }) => target?.id === revenue);
  expect(found).toMatchObject({ state: 'matched', after: '13.700', effect: 'new' });
  expect(found?.quote.words).toContain('13,7 tỷ đồng');
  expect(seen.results.filter(({ target }) => target === null).map(({ state }) => state)).toContain('no-target');
  const importing = { ...at, name: 'a.txt', ticked: String(found?.at) };
  const done = await doAs(
    place.database,
    officer,
    'importFigureReport',
    (tx, input: { actionId: string }, context) => importFigureReport(tx, input as never, context, { outcome, bytes }),
    importing as never,
  );
  expect(done).toMatchObject({ written: 1 });
  const grid = await askAs(place.database, officer, viewFigureGrid, { movementId, ...PERIOD });
  expect(grid.rows[0]?.cells[0]?.figure).toMatchObject({ entered: '13700', state: 'draft' });
  const again = await askAs(place.database, officer, viewFigureReport, { place: at, outcome });
  expect(again.results.find(({ target }) => target?.id === revenue)?.effect).toBe('unchanged');
});
