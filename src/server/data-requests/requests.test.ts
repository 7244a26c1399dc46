import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/support/client.ts';
import { buildOrganisation } from '../../../test/support/database.ts';
import { surpriseForm } from '../../../test/support/form-file.ts';
import { act, buildOffice, codesOf, type Office } from '../../../test/support/keepers.ts';
import {
  closeDataRequest,
  createDataRequest,
  getDataRequest,
  listDataRequests,
  type RequestLayout,
  returnRequestAnswer,
  saveRequestAnswer,
  sendRequestAnswer,
  uploadRequestForm,
} from '../../contract/data-requests.ts';
import { openFigureLink } from '../../contract/figure-links.ts';
import {
  answerByRequestLink,
  makeRequestLinks,
  openRequestLink,
  revokeRequestLinks,
} from '../../contract/request-links.ts';
import { readXlsx } from '../../core/reader/xlsx/read-xlsx.ts';

let office: Office;
let second: string;
beforeAll(async () => {
  office = await buildOffice();
  const { provinceId } = office.officer.viewer;
  const made = { provinceId, parentId: office.ids.commune, name: 'Bản Hai', level: 'unit', kind: 'village' };
  second = (await buildOrganisation(office.database, made)).id;
});
afterAll(() => office.drop());

const DRAWN: RequestLayout = {
  rows: 'per-unit',
  columns: [
    { name: 'Số hộ', kind: 'whole', place: null },
    { name: 'Ghi chú', kind: 'text', place: null },
  ],
  fixed: [],
  form: null,
};
const request = (more: Record<string, unknown> = {}) =>
  act(office.officer, createDataRequest, {
    title: 'Số hộ thiếu nước',
    about: null,
    dueOn: '2026-07-10',
    layout: DRAWN,
    formId: null,
    to: 'villages',
    organisationIds: [],
    ...more,
  } as never);
const seen = (requestId: string, as = office.officer) =>
  as.browser.call(getDataRequest, { requestId: requestId as never });
const answerOf = async (requestId: string) =>
  (await seen(requestId)).answers.find(({ organisation }) => organisation.id === office.ids.village);
const of = (requestId: string, version: number, organisationId: string = office.ids.village) => ({
  requestId: requestId as never,
  organisationId: organisationId as never,
  version,
});
const send = (requestId: string, version: number, cells: string[][], as = office.village) =>
  act(as, sendRequestAnswer, { ...of(requestId, version), cells });

describe('Phiếu thu thập số liệu (practice 6)', () => {
  it('goes to all villages, is filled in by each, and shows who is missing', async () => {
    const { requestId } = await request();
    const own = await office.village.browser.call(listDataRequests, {});
    expect(own.requests.find(({ id }) => id === requestId)).toMatchObject({ own: 'waiting', missing: [] });
    expect(own.mayAsk).toBe(false);
    // A unit sees its own answer and none of its neighbours'.
    const mine = await seen(requestId, office.village);
    expect(mine.answers.map(({ organisation }) => organisation.name)).toEqual(['Bản Một']);
    expect(mine).toMatchObject({ asked: 2, sent: 0, mayManage: false });

    const kept = await act(office.village, saveRequestAnswer, { ...of(requestId, 1), cells: [['mười', '']] });
    // What is wrong is kept as it was typed, and not put together.
    expect(kept).toMatchObject({ state: 'draft', cells: [['mười', '']], sent: null });
    expect(await answerOf(requestId)).toMatchObject({ state: 'draft', sent: null });
    expect(await send(requestId, 2, [['1.200', 'đã rà']])).toMatchObject({ state: 'sent', sent: [['1200', 'đã rà']] });

    const list = await office.officer.browser.call(listDataRequests, {});
    expect(list.requests.find(({ id }) => id === requestId)).toMatchObject({ asked: 2, sent: 1, missing: ['Bản Hai'] });
  });

  it('names every wrong cell and sends nothing by halves', async () => {
    const { requestId } = await request();
    const answer = await office.village.browser.send(
      `/api/data-requests/${requestId}/answers/${office.ids.village}/send`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ actionId: randomUUID(), version: 1, cells: [['-3', '']] }),
      },
    );
    expect(await answer.json()).toMatchObject({
      reasons: [{ code: 'request-cell', facts: { row: 0, column: 0, columnName: 'Số hộ', fault: 'negative' } }],
    });
    expect(await answerOf(requestId)).toMatchObject({ state: 'waiting', sent: null });
    expect(await codesOf(send(requestId, 1, [['', '']]))).toEqual(['request-nothing-entered']);
  });

  it('is returned with a reason, mended and sent again; what was sent before is in the log', async () => {
    const { requestId } = await request();
    await send(requestId, 1, [['5', '']]);
    expect(await codesOf(act(office.village, saveRequestAnswer, { ...of(requestId, 2), cells: [['6', '']] }))).toEqual([
      'request-sent',
    ]);
    await act(office.officer, returnRequestAnswer, { ...of(requestId, 2), reason: 'Thiếu nhóm Nà Tăm' });
    const [back] = (await seen(requestId, office.village)).answers;
    expect(back).toMatchObject({
      state: 'returned',
      returnedReason: 'Thiếu nhóm Nà Tăm',
      cells: [['5', '']],
      sent: null,
    });
    expect(await codesOf(act(office.officer, returnRequestAnswer, { ...of(requestId, 3), reason: 'x' }))).toEqual([
      'request-not-sent',
    ]);
    expect(await send(requestId, 3, [['7', '']])).toMatchObject({ state: 'sent', returnedReason: null });
    expect(await codesOf(send(requestId, 3, [['8', '']]))).toBe('stale');
  });

  it('is filled in for a unit by its superior, closed, and shut from then on', async () => {
    const { requestId } = await request({ to: 'chosen', organisationIds: [second] });
    await act(office.officer, sendRequestAnswer, { ...of(requestId, 1, second), cells: [['3', '']] });
    await act(office.officer, closeDataRequest, { requestId } as never);
    expect(
      await codesOf(act(office.officer, sendRequestAnswer, { ...of(requestId, 2, second), cells: [['4', '']] })),
    ).toEqual(['request-closed']);
    expect(await codesOf(act(office.officer, closeDataRequest, { requestId } as never))).toEqual(['request-closed']);
    expect(await seen(requestId)).toMatchObject({ sent: 1, answers: [{ sent: [['3', '']], mayFill: false }] });
  });

  it('is asked only of units below, by a day to come', async () => {
    const chosen = (organisationIds: readonly string[]) => codesOf(request({ to: 'chosen', organisationIds }));
    expect(await chosen([office.ids.other])).toEqual(['request-unit-not-below']);
    expect(await chosen([office.ids.commune])).toEqual(['request-unit-not-below']);
    expect(await chosen([randomUUID()])).toBe('not-found');
    expect(await codesOf(request({ dueOn: '2026-06-29' }))).toEqual(['request-due-past']);
    expect(await codesOf(request({ layout: { ...DRAWN, columns: [] } }))).toEqual(['request-no-columns']);
    const { requestId } = await request();
    expect(await codesOf(seen(requestId, office.neighbour))).toBe('not-found');
    expect(await codesOf(act(office.neighbour, sendRequestAnswer, { ...of(requestId, 1), cells: [['1', '']] }))).toBe(
      'forbidden',
    );
  });

  it('comes as Excel and goes back in the same workbook', async () => {
    const upload = await office.officer.browser.call(
      uploadRequestForm,
      { actionId: randomUUID() as never, name: 'Biểu số 7.xlsx' },
      surpriseForm(),
    );
    expect(upload.layout.columns.map(({ name }) => name)).toContain('Số mô hình – Kinh tế');
    // Somebody may try to move the cells elsewhere: where they stand is as it was recognised.
    const moved = { ...upload.layout, form: { ...upload.layout.form, firstRow: 1, nameColumn: 0 } };
    const { requestId } = await request({ layout: moved, formId: upload.formId });
    await send(requestId, 1, [['4', '6', '62,5', '']]);
    const file = await office.officer.browser.send(`/api/data-requests/${requestId}/form`);
    expect(file.status).toBe(200);
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('Biểu số 7.xlsx');
    const sheet = readXlsx(new Uint8Array(await file.arrayBuffer()));
    const row = (number: number) =>
      [...(sheet.rows.find((one) => one.number === number)?.cells.values() ?? [])].map(({ text }) => text);
    expect(row(5)).toEqual(['STT', 'Tên đơn vị', 'Số mô hình', 'Tỷ lệ hộ tham gia (%)', 'Ghi chú']);
    expect([row(8), row(9)]).toEqual(expect.arrayContaining([['2', 'Bản Một', '4', '6', '62.5']]));
    expect(row(10)).toEqual(['Tổng cộng', '4', '6']);
    // Units get the table, not everybody's answers.
    expect((await office.village.browser.send(`/api/data-requests/${requestId}/form`)).status).toBe(422);
    const other = await office.hire(office.ids.other, 'officer');
    const taken = { title: 'x', about: null, dueOn: '2026-07-10', layout: moved, to: 'villages', organisationIds: [] };
    expect(await codesOf(act(other, createDataRequest, { ...taken, formId: upload.formId } as never))).toBe(
      'not-found',
    );
  });

  it('is refused as a form where it has no table or is no workbook', async () => {
    const upload = (bytes: Uint8Array) =>
      codesOf(
        office.officer.browser.call(uploadRequestForm, { actionId: randomUUID() as never, name: 'x.xlsx' }, bytes),
      );
    expect(await upload(new TextEncoder().encode('không phải Excel'))).toEqual(['request-no-table']);
  });

  it('is filled in by a link on a phone: one unit, one request, until it is closed or taken back', async () => {
    const { requestId } = await request();
    const organisationIds = [office.ids.village];
    const link = async () => {
      const made = await act(office.officer, makeRequestLinks, { requestId, organisationIds } as never);
      return made.links[0]?.path?.split('/').at(-1) ?? '';
    };
    const guest = () => openBrowser(office.app);
    const token = await link();
    const seenBy = await guest().call(openRequestLink, { token });
    expect(seenBy).toMatchObject({ organisationName: 'Bản Một', version: 1, sent: false });
    expect(JSON.stringify(seenBy)).not.toContain('Bản Hai');
    const answer = (cells: string[][], version: number, by = token) =>
      guest().call(answerByRequestLink, { token: by, version, cells });
    expect(await codesOf(answer([['-1', '']], 1))).toEqual(['request-cell']);
    expect(await answer([['8', 'đủ']], 1)).toMatchObject({ sent: true, version: 2 });
    // The answer was lost on the way: the same once more changes nothing.
    expect(await answer([['8', 'đủ']], 1)).toMatchObject({ sent: true, version: 2 });
    expect(await codesOf(answer([['9', 'đủ']], 1))).toBe('stale');
    expect(await answerOf(requestId)).toMatchObject({
      sent: [['8', 'đủ']],
      sentByPost: `Bản Một, qua đường dẫn do ${office.officer.viewer.postTitle} gửi`,
    });
    expect(await codesOf(guest().call(openFigureLink, { token }))).toBe('not-found');
    const newer = await link();
    expect(await codesOf(answer([['9', '']], 2))).toBe('not-found');
    await act(office.officer, revokeRequestLinks, { requestId, organisationIds } as never);
    expect(await codesOf(answer([['9', '']], 2, newer))).toBe('not-found');
    const last = await link();
    await act(office.officer, closeDataRequest, { requestId } as never);
    expect(await codesOf(answer([['9', '']], 2, last))).toEqual(['request-closed']);
    expect(await codesOf(act(office.officer, makeRequestLinks, { requestId, organisationIds } as never))).toEqual([
      'request-closed',
    ]);
  });
});
