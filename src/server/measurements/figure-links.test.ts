import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../test/support/client.ts';
import { buildOrganisation, NOW } from '../../../test/support/database.ts';
import { doAs } from '../../../test/support/deeds.ts';
import { act, buildOffice, codesOf, type Office } from '../../../test/support/keepers.ts';
import { type Asked, askVillages, linkOf } from '../../../test/support/linked-figures.ts';
import {
  type LinkedCell,
  listFigureLinks,
  makeFigureLinks,
  openFigureLink,
  revokeFigureLinks,
  sendByFigureLink,
} from '../../contract/figure-links.ts';
import { openTaskLink, takeRecovery } from '../../contract/links.ts';
import {
  approveFigures,
  closePeriod,
  getFigureGrid,
  returnFigures,
  type TypedCell,
} from '../../contract/measurements.ts';
import { archiveMovement } from '../../contract/movement-acts.ts';
import { answerObstacle, listObstacles, openObstacleByLink, sendObstacleByLink } from '../../contract/obstacles.ts';
import { splitTarget } from './split-acts.ts';

const QUARTER = { from: '2026-04-01', until: '2026-06-30' };
const FIRST = { from: '2026-01-01', until: '2026-03-31' };

let office: Office;
let second: string;
let now = NOW;
beforeAll(async () => {
  office = await buildOffice();
  office.database.world.now = () => now;
  const { provinceId } = office.officer.viewer;
  const made = { provinceId, parentId: office.ids.commune, name: 'Bản Hai', level: 'unit', kind: 'village' };
  second = (await buildOrganisation(office.database, made)).id;
});
beforeEach(async () => {
  now = NOW;
  await office.database.owner.db.deleteFrom('sign_in_attempts').execute();
});
afterAll(() => office.drop());

const guest = () => openBrowser(office.app);

const movementWith = (unit?: string) => askVillages(office, [office.ids.village, second], unit);
type Made = Asked;
const link = (made: Made, { unit = office.ids.village, period = QUARTER, as = office.officer } = {}) =>
  linkOf(office, made, { unit, period, as });
const cell = ({ targetId }: Made, value: string | null, more: Partial<TypedCell> = {}): TypedCell => ({
  targetId: targetId as never,
  version: null,
  value,
  numerator: null,
  denominator: null,
  estimated: false,
  note: null,
  ...more,
});
const send = (token: string, cells: LinkedCell[]) => guest().call(sendByFigureLink, { token, cells });
const opens = (token: string) => codesOf(guest().call(openFigureLink, { token }));
const gridOf = ({ movementId }: Made) =>
  office.officer.browser.call(getFigureGrid, { movementId: movementId as never, ...QUARTER });
const figureOf = async (made: Made) =>
  (await gridOf(made)).rows.find(({ organisation }) => organisation.id === office.ids.village)?.cells[0]?.figure;

describe('a village head has a phone and no patience for passwords (practice 5)', () => {
  it('opens just the figures asked for, without signing in', async () => {
    const made = await movementWith();
    const { token, path } = await link(made);
    expect(path).toMatch(/^\/gui-so-lieu\/[\w-]{43}$/);
    const browser = guest();
    const seen = await browser.call(openFigureLink, { token });
    expect(seen).toMatchObject({ organisationName: 'Bản Một', period: QUARTER, closed: false });
    expect(seen.figures).toMatchObject([{ target: { id: made.targetId }, share: '50', figure: null }]);
    expect(JSON.stringify(seen)).not.toContain('Bản Hai');
    expect(browser.cookies.size).toBe(0);
  });

  it('says what hinders in a few words, once however often it is sent, and reads the answer (practice 9)', async () => {
    const { token } = await link(await movementWith());
    const [obstacle, recommendation] = ['Đường vào bản sạt lở', 'Hỗ trợ máy xúc'];
    const tell = (said: string | null) => guest().call(sendObstacleByLink, { token, obstacle: said, recommendation });
    expect(await guest().call(openObstacleByLink, { token })).toMatchObject({ obstacle: null, open: true });
    await tell(obstacle);
    await tell(obstacle);
    const listed = async () =>
      (await office.officer.browser.call(listObstacles, { q: 'sat lo' })).obstacles.filter(({ byLink }) => byLink);
    const [said, ...others] = await listed();
    expect(others).toEqual([]);
    expect(said).toMatchObject({ organisation: { name: 'Bản Một' }, obstacle, version: 1 });
    if (!said) return;
    const answered = {
      obstacleId: said.id,
      version: said.version,
      state: 'answered',
      ownerId: null,
      answer: 'Đã cử máy',
    };
    await act(office.officer, answerObstacle, answered as never);
    expect(await guest().call(openObstacleByLink, { token })).toMatchObject({ answer: 'Đã cử máy', open: false });
    // What somebody is at stays; what is said then is a new one.
    await tell('Đường vào bản sạt lở thêm');
    expect(await listed()).toHaveLength(2);
  });

  it('sends, and the figure waits under the name of the unit and of who sent the link', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    const answer = await send(token, [cell(made, '12', { note: 'Thêm ba người đi làm xa' })]);
    expect(answer).toMatchObject({ sent: 1, cells: [{ outcome: 'saved', faults: [] }] });
    expect(await figureOf(made)).toMatchObject({
      state: 'submitted',
      entered: '12',
      note: 'Thêm ba người đi làm xa',
      byPost: `Bản Một, qua đường dẫn do ${office.officer.viewer.postTitle} gửi`,
    });
    const logged = await office.database.owner.db
      .selectFrom('audit_entries')
      .select(['account_id', 'organisation_id', 'deed'])
      .where('act', '=', 'sendByFigureLink')
      .where('organisation_id', '=', office.ids.village)
      .execute();
    expect(logged.every((one) => one.account_id === null)).toBe(true);
    expect(logged.map((one) => one.deed)).toContain('figure-entered');
  });

  it('ticks the named things of a ratio (practice 7), once however often it is sent', async () => {
    const { db } = office.database.owner;
    const made = await askVillages(office, [office.ids.village]);
    const { provinceId } = office.officer.viewer;
    const fraction = { measure: 'fraction', value: null, numerator: '2', denominator: '3', unit: 'trường' };
    await db.updateTable('targets').set(fraction).where('id', '=', made.targetId).execute();
    const things = ['Mầm non', 'Tiểu học', 'Trung học cơ sở'].map((name, position) => ({
      ...{ id: randomUUID(), province_id: provinceId, target_id: made.targetId, position, name },
    }));
    await db.insertInto('target_things').values(things).execute();
    const { token } = await link(made);
    const [first = '', second_ = ''] = things.map(({ id }) => id);
    const ticking = (version: number | null, ticked: string[]) =>
      send(token, [cell(made, null, { version, things: ticked })]);
    const { now: seen } = await ticking(null, [first, second_]);
    expect(seen.figures[0]?.target.things).toHaveLength(3);
    const figure = { numerator: '2', denominator: '3', missingNames: ['Trung học cơ sở'], state: 'submitted' };
    expect(seen.figures[0]?.figure).toMatchObject(figure);
    expect(await ticking(null, [second_, first])).toMatchObject({ sent: 0, cells: [{ outcome: 'saved' }] });
    // As many, but others: that is a change.
    const version = seen.figures[0]?.figure?.version ?? 0;
    const other = await ticking(version, [first, things[2]?.id ?? '']);
    expect(other.now.figures[0]?.figure).toMatchObject({ ...figure, missingNames: ['Tiểu học'] });
    const later = other.now.figures[0]?.figure?.version ?? 0;
    expect(await ticking(later, [randomUUID()])).toMatchObject({
      cells: [{ outcome: 'refused', faults: ['not-asked'] }],
    });
  });

  it('may send the same once more, as after a lost answer, and nothing is doubled', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    await send(token, [cell(made, '12')]);
    expect(await send(token, [cell(made, '12')])).toMatchObject({ sent: 0, cells: [{ outcome: 'saved' }] });
    expect(await figureOf(made)).toMatchObject({ state: 'submitted', entered: '12', earlier: 1 });
  });

  it('takes what is changed after a lost answer, and no figure that another wrote for its own', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    await send(token, [cell(made, '20')]);
    const { targetId: _, version: __, ...lost } = cell(made, '20');
    const changed = await send(token, [{ ...cell(made, '25'), sentBefore: [lost] }]);
    expect(changed).toMatchObject({ sent: 1, cells: [{ outcome: 'saved', figure: { entered: '25' } }] });
    // What stands there now is not what this telephone sent.
    const other = await send(token, [{ ...cell(made, '30'), sentBefore: [lost] }]);
    expect(other).toMatchObject({ cells: [{ outcome: 'conflict', figure: { entered: '25' } }] });
  });

  it('is not made for a period that has not begun', async () => {
    const made = await movementWith();
    const later = { from: '2026-10-01', until: '2026-12-31' };
    expect(await codesOf(link(made, { period: later }))).toEqual(['period-not-begun']);
  });

  it('is corrected until it is approved, and not afterwards', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    await send(token, [cell(made, '12')]);
    const first = await figureOf(made);
    await send(token, [cell(made, '13', { version: first?.version ?? null })]);
    const then = await figureOf(made);
    expect(then).toMatchObject({ state: 'submitted', entered: '13' });
    const { movementId } = made;
    const figures = [{ id: then?.id, version: then?.version }];
    await act(office.officer, approveFigures, { movementId, figures } as never);
    const approved = await figureOf(made);
    const late = await send(token, [cell(made, '14', { version: approved?.version ?? null })]);
    expect(late).toMatchObject({ sent: 0, cells: [{ outcome: 'refused', faults: ['approved'] }] });
    expect(await figureOf(made)).toMatchObject({ state: 'approved', entered: '13' });
  });

  it('shows the reason of what was returned, and sends it again', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    await send(token, [cell(made, '12')]);
    const sent = await figureOf(made);
    const figures = [{ id: sent?.id, version: sent?.version }];
    await act(office.officer, returnFigures, {
      movementId: made.movementId,
      figures,
      reason: 'Thiếu lao động đi làm xa',
    } as never);
    const seen = await guest().call(openFigureLink, { token });
    const [asked] = seen.figures;
    expect(asked?.figure).toMatchObject({ state: 'returned', returnedReason: 'Thiếu lao động đi làm xa' });
    const again = await send(token, [cell(made, '15', { version: asked?.figure?.version ?? null })]);
    expect(again.sent).toBe(1);
    expect(await figureOf(made)).toMatchObject({ state: 'submitted', returnedReason: null });
  });

  it('holds to the rules of the entry page, and sends nothing while one figure is wrong', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    const answer = await send(token, [cell(made, '-3')]);
    expect(answer).toMatchObject({ sent: 0, cells: [{ outcome: 'refused', faults: ['negative'] }] });
    expect(await send(token, [cell(made, '1.5')])).toMatchObject({ cells: [{ faults: ['not-whole'] }] });
    expect(await figureOf(made)).toBeNull();
  });

  it('keeps what an officer entered meanwhile', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    await send(token, [cell(made, '12')]);
    expect(await send(token, [cell(made, '14')])).toMatchObject({ sent: 0, cells: [{ outcome: 'conflict' }] });
    expect(await figureOf(made)).toMatchObject({ entered: '12' });
  });

  it('tells the officer which were opened and which were used', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    const list = async () =>
      (await office.officer.browser.call(listFigureLinks, { movementId: made.movementId, ...QUARTER })).links[0];
    expect(await list()).toMatchObject({ openedAt: null, usedAt: null, organisation: { name: 'Bản Một' } });
    await guest().call(openFigureLink, { token });
    expect(await list()).toMatchObject({ openedAt: NOW, usedAt: null });
    await send(token, [cell(made, '12')]);
    expect(await list()).toMatchObject({ usedAt: NOW });
  });

  it('is made for all that are missing in one act', async () => {
    const { movementId } = await movementWith();
    const organisationIds = [office.ids.village, second];
    const { links } = await act(office.officer, makeFigureLinks, {
      movementId,
      ...QUARTER,
      organisationIds,
      days: 7,
    } as never);
    expect(links.map(({ organisation }) => organisation.name)).toEqual(['Bản Một', 'Bản Hai']);
    expect(new Set(links.map(({ path }) => path)).size).toBe(2);
  });
});

describe('a link for figures opens nothing else', () => {
  it('says whom to ask once it has ended, and opens nothing', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    now = new Date(Date.parse(NOW) + 14 * 86_400_000).toISOString();
    const answer = await guest().send('/api/links/figures/open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      code: 'link-gone',
      reasons: [{ code: 'link-made-by', facts: { post: office.officer.viewer.postTitle, organisation: 'Xã Một' } }],
    });
    expect(await codesOf(send(token, [cell(made, '12')]))).toBe('not-found');
    now = NOW;
    expect(await figureOf(made)).toBeNull();
  });

  it('ends when it is taken back, and when the unit gets another for the same period', async () => {
    const made = await movementWith();
    const first = await link(made);
    const other = await link(made, { period: FIRST });
    const newer = await link(made);
    expect(await opens(first.token)).toBe('not-found');
    expect(await opens(other.token)).toBe('done');
    const { movementId } = made;
    const { links } = await office.officer.browser.call(listFigureLinks, {
      movementId: movementId as never,
      ...QUARTER,
    });
    const linkIds = links.map(({ id }) => id);
    await act(office.officer, revokeFigureLinks, { movementId, linkIds } as never);
    expect(await opens(newer.token)).toBe('not-found');
    expect(await codesOf(send(newer.token, [cell(made, '12')]))).toBe('not-found');
  });

  it('ends with its movement, and when the unit is not asked any more; a closed period is shown and takes nothing', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    await act(office.officer, closePeriod, { movementId: made.movementId, ...QUARTER, version: 0 } as never);
    expect(await guest().call(openFigureLink, { token })).toMatchObject({ closed: true });
    expect(await send(token, [cell(made, '12')])).toMatchObject({ sent: 0, cells: [{ faults: ['period-closed'] }] });
    const gone = await movementWith();
    const { token: loose } = await link(gone);
    await doAs(office.database, office.officer.viewer, 'splitTarget', splitTarget, {
      targetId: gone.targetId,
      version: 1,
      shares: [{ organisationId: second, value: '100' }],
      reason: null,
    });
    expect(await opens(loose)).toBe('not-found');
    const put = await movementWith();
    const { token: away } = await link(put);
    const { version } = await office.database.owner.db
      .selectFrom('movements')
      .select('version')
      .where('id', '=', put.movementId)
      .executeTakeFirstOrThrow();
    await act(office.officer, archiveMovement, { movementId: put.movementId, version, reason: null } as never);
    expect(await opens(away)).toBe('not-found');
  });

  it("refuses another target's id in the body, of the same commune too", async () => {
    const made = await movementWith();
    const other = await movementWith();
    const { token } = await link(made);
    expect(await codesOf(send(token, [cell(other, '12')]))).toBe('not-found');
    expect(await codesOf(send(token, [cell(made, '12'), cell(other, '12')]))).toBe('not-found');
    expect(await figureOf(made)).toBeNull();
    expect(await figureOf(other)).toBeNull();
  });

  it('writes for its own unit and period alone, whatever else stands in the body', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    const body = { token, cells: [cell(made, '12')], organisationId: second, ...FIRST, state: 'approved' };
    await guest().send('/api/links/figures/send', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const kept = await office.database.owner.db
      .selectFrom('measurements')
      .select(['organisation_id', 'period_from', 'state'])
      .where('target_id', '=', made.targetId)
      .execute();
    expect(kept).toEqual([{ organisation_id: office.ids.village, period_from: QUARTER.from, state: 'submitted' }]);
  });

  it('is of one kind', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    expect(await codesOf(guest().call(openTaskLink, { token }))).toBe('not-found');
    expect(await codesOf(guest().call(takeRecovery, { token, password: 'một câu dài vừa đủ' }))).toBe('not-found');
  });

  it('is not found by trying, and cannot fill the house with versions', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    const wrong = `${token.slice(0, -4)}AAAA`;
    for (let attempt = 0; attempt < 60; attempt++) expect(await opens(wrong)).toBe('not-found');
    expect(await opens(token)).toBe('too-many');
    now = new Date(Date.parse(NOW) + 16 * 60_000).toISOString();
    for (let times = 0; times < 60; times++) await codesOf(send(token, [cell(made, '12')]));
    expect(await codesOf(send(token, [cell(made, '12')]))).toBe('too-many');
  });

  it('takes nothing from another site', async () => {
    const made = await movementWith();
    const { token } = await link(made);
    const answer = await guest().send('/api/links/figures/send', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify({ token, cells: [cell(made, '12')] }),
    });
    expect(answer.status).toBe(403);
    expect(await figureOf(made)).toBeNull();
  });

  it('is made by whoever may enter for the unit, and taken back by nobody else', async () => {
    const made = await movementWith();
    const { movementId } = made;
    const make = (as: typeof office.officer, unit: string) =>
      codesOf(act(as, makeFigureLinks, { movementId, ...QUARTER, organisationIds: [unit], days: 14 } as never));
    expect(await make(office.village, office.ids.village)).toBe('forbidden');
    expect(await make(office.officer, office.ids.other)).toBe('forbidden');
    expect(await make(office.officer, office.ids.commune)).toEqual(['figure-not-asked']);
    const neighbour = await office.hire(office.ids.other, 'officer');
    expect(await make(neighbour, office.ids.village)).toBe('not-found');
    await link(made);
    const { links } = await office.officer.browser.call(listFigureLinks, {
      movementId: movementId as never,
      ...QUARTER,
    });
    const linkIds = links.map(({ id }) => id);
    expect(await codesOf(act(neighbour, revokeFigureLinks, { movementId, linkIds } as never))).toBe('not-found');
    expect(await codesOf(act(office.village, revokeFigureLinks, { movementId, linkIds } as never))).toBe('forbidden');
  });
});
