import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openBrowser } from '../../../test/support/client.ts';
import { buildOrganisation } from '../../../test/support/database.ts';
import { act, buildOffice, codesOf, type Office } from '../../../test/support/keepers.ts';
import { type Asked, askVillages, linkOf } from '../../../test/support/linked-figures.ts';
import { addEvidence, listEvidence } from '../../contract/evidence.ts';
import {
  addEvidenceByLink,
  openFigureLink,
  removeEvidenceByLink,
  revokeFigureLinks,
  sendByFigureLink,
} from '../../contract/figure-links.ts';
import { approveFigures, closePeriod, getFigureGrid } from '../../contract/measurements.ts';
import { EVIDENCE_LIMITS } from '../../core/rules/evidence.ts';

/** A photo as evidence, from the telephone of a village head who holds a link. */

const QUARTER = { from: '2026-04-01', until: '2026-06-30' };
const PLACE = 'GPS 22.39 103.65';

let office: Office;
let second: string;
let made: Asked;
let token: string;
beforeAll(async () => {
  office = await buildOffice();
  const { provinceId } = office.officer.viewer;
  const village = { provinceId, parentId: office.ids.commune, name: 'Bản Hai', level: 'unit', kind: 'village' };
  second = (await buildOrganisation(office.database, village)).id;
});
beforeEach(async () => {
  await office.database.owner.db.deleteFrom('sign_in_attempts').execute();
  made = await askVillages(office, [office.ids.village, second]);
  ({ token } = await linkOf(office, made, { period: QUARTER }));
});
afterAll(() => office.drop());

/** A JPEG that tells its place: a head, words, a frame and a scan. `seed` makes it another picture. */
function photo(seed: number): Buffer {
  const words = Buffer.from(PLACE);
  const told = [0xff, 0xfe, 0, words.length + 2];
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0];
  return Buffer.from([0xff, 0xd8, ...told, ...words, ...frame, 0xff, 0xda, 0, 4, 1, 1, seed, 7, 0xff, 0xd9]);
}

const guest = () => openBrowser(office.app);
const attach = (bytes: Buffer, more: { targetId?: string; name?: string; with?: string } = {}) =>
  guest().call(addEvidenceByLink, {
    token: more.with ?? token,
    targetId: (more.targetId ?? made.targetId) as never,
    name: more.name ?? 'IMG_2024.jpg',
    file: bytes.toString('base64'),
  });
const take = (evidenceId: string, by = token) =>
  guest().call(removeEvidenceByLink, { token: by, evidenceId: evidenceId as never });
const seen = async () =>
  (await office.officer.browser.call(listEvidence, { movementId: made.movementId as never, ...QUARTER })).evidence;
const standing = async () => (await guest().call(openFigureLink, { token })).figures[0]?.evidence ?? [];

it('practice 5: stands beside the figure under the name of the unit, once however often it is sent', async () => {
  await attach(photo(1));
  const now = await attach(photo(1));
  expect(now.figures[0]?.evidence).toMatchObject([{ name: 'IMG_2024.jpg', kind: 'picture', byLink: true }]);
  expect(await seen()).toMatchObject([
    { kind: 'picture', addedByPost: `Bản Một, qua đường dẫn do ${office.officer.viewer.postTitle} gửi` },
  ]);
});

it('tells nothing of its place, by a link or by the API', async () => {
  await attach(photo(2));
  const where = {
    movementId: made.movementId,
    targetId: made.targetId,
    organisationId: office.ids.village,
    ...QUARTER,
  };
  const input = { ...where, actionId: randomUUID(), name: 'a.jpg' };
  await office.officer.browser.call(addEvidence, input as never, photo(3));
  const files = await office.database.owner.db.selectFrom('files').select('bytes').execute();
  expect((await seen()).length).toBe(2);
  expect(files.filter((one) => one.bytes.includes(PLACE))).toEqual([]);
});

it('is taken away again, but only what came by a link for these figures', async () => {
  const id = (await attach(photo(4))).figures[0]?.evidence[0]?.id ?? '';
  const other = await linkOf(office, made, { unit: second, period: QUARTER });
  expect(await codesOf(take(id, other.token))).toBe('not-found');
  expect((await take(id)).figures[0]?.evidence).toEqual([]);
  expect(await seen()).toMatchObject([{ removed: { byPost: expect.stringContaining('Bản Một') } }]);
});

it('is no longer added or taken once the figure is approved, or its period is closed', async () => {
  const id = (await attach(photo(5))).figures[0]?.evidence[0]?.id ?? '';
  const cell = { targetId: made.targetId as never, version: null, value: '12', numerator: null, denominator: null };
  await guest().call(sendByFigureLink, { token, cells: [{ ...cell, estimated: false, note: null }] });
  const grid = await office.officer.browser.call(getFigureGrid, { movementId: made.movementId as never, ...QUARTER });
  const figure = grid.rows.flatMap(({ cells }) => cells).find((one) => one.figure)?.figure;
  const figures = [{ id: figure?.id, version: figure?.version }];
  await act(office.officer, approveFigures, { movementId: made.movementId, figures } as never);
  expect(await codesOf(attach(photo(6)))).toEqual(['evidence-approved']);
  expect(await codesOf(take(id))).toEqual(['evidence-approved']);
  await act(office.officer, closePeriod, { movementId: made.movementId, ...QUARTER, version: 0 } as never);
  expect(await codesOf(attach(photo(6)))).toContain('evidence-closed');
  expect(await standing()).toMatchObject([{ id }]);
});

it('is asked for by nothing else of the link, by no link that has ended, and in no size', async () => {
  const elsewhere = await askVillages(office, [second]);
  expect(await codesOf(attach(photo(7), { targetId: elsewhere.targetId }))).toBe('not-found');
  expect(await codesOf(attach(Buffer.from('<svg onload="alert(1)"/>')))).toBe('unsupported-file');
  const large = Buffer.concat([photo(8), Buffer.alloc(EVIDENCE_LIMITS.linkBytes + 10)]);
  expect(await codesOf(attach(large))).toBe('invalid');
  const links = await office.database.owner.db
    .selectFrom('links')
    .select('id')
    .where('subject_id', '=', made.movementId)
    .execute();
  const linkIds = links.map(({ id }) => id);
  await act(office.officer, revokeFigureLinks, { movementId: made.movementId, linkIds } as never);
  expect(await codesOf(attach(photo(9)))).toBe('not-found');
  expect(await seen()).toEqual([]);
});
