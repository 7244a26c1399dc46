import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildViewer } from '../../../test/support/database.ts';
import { askAs, buildPlace, doAs, type Place } from '../../../test/support/deeds.ts';
import { INDICATORS } from '../../core/law/indicator-catalogue.ts';
import { isWorkingDay } from '../../core/rules/working-days.ts';
import { viewIndicators } from '../indicators/views.ts';
import { reading, type Viewer } from '../read.ts';
import { addIndicator, changeIndicator, setHoliday } from './acts.ts';
import { specialDays } from './facts.ts';
import { viewCatalogue, viewHolidays } from './views.ts';

let place: Place;
let administrator: Viewer;

beforeAll(async () => {
  place = await buildPlace();
  administrator = await buildViewer(place.database, {
    provinceId: place.people.commune.provinceId,
    organisationId: place.ids.province,
    role: 'administrator',
  });
});
afterAll(() => place.database.drop());

type Day = { day: string; kind: 'holiday' | 'workday' | 'plain' | null; name?: string };
const setDay = ({ day, kind, name = 'Ngày của tỉnh' }: Day, viewer = administrator) =>
  doAs(place.database, viewer, 'setHoliday', setHoliday, { day, kind, name, source: null } as never);
const works = async (day: string, viewer: Viewer = place.people.village) =>
  isWorkingDay(day, await reading(place.database.db, viewer, (read) => specialDays(read, viewer)));
const catalogue = async (q: string, more: object = {}) =>
  (await askAs(place.database, place.people.commune, viewCatalogue, { q, ...more })).indicators;

describe('the calendar of a province', () => {
  it('is the built-in list until it says otherwise, and again when it takes that back', async () => {
    expect(await works('2026-11-24')).toBe(false);
    await setDay({ day: '2026-11-24', kind: 'plain', name: 'Chưa có quy định nghỉ' });
    expect(await works('2026-11-24')).toBe(true);
    expect(await works('2026-11-24', place.people.elsewhere)).toBe(false);
    const { days } = await askAs(place.database, place.people.commune, viewHolidays, { year: 2026 });
    expect(days.find(({ day }) => day === '2026-11-24')).toMatchObject({ own: true, verified: true, kind: 'plain' });
    await setDay({ day: '2026-11-24', kind: null });
    expect(await works('2026-11-24')).toBe(false);
  });

  it('takes days off and days worked, and counts the year', async () => {
    const before = await askAs(place.database, administrator, viewHolidays, {});
    expect(before).toMatchObject({ year: 2026, maySet: true });
    await setDay({ day: '2026-12-07', kind: 'holiday' });
    await setDay({ day: '2026-12-12', kind: 'workday' });
    await setDay({ day: '2026-12-14', kind: 'holiday' });
    const after = await askAs(place.database, administrator, viewHolidays, { year: 2026 });
    expect(after.workingDays).toBe(before.workingDays - 1);
    expect(await works('2026-12-12')).toBe(true);
    await expect(setDay({ day: '2026-12-21', kind: 'holiday', name: '' })).rejects.toMatchObject({ kind: 'refused' });
  });

  it('is not an administrator’s who has one above', async () => {
    const below = await buildViewer(place.database, {
      provinceId: administrator.provinceId,
      organisationId: place.ids.commune,
      role: 'administrator',
    });
    await expect(setDay({ day: '2026-12-22', kind: 'holiday' }, below)).rejects.toMatchObject({ kind: 'refused' });
    expect((await askAs(place.database, below, viewHolidays, {})).maySet).toBe(false);
    expect((await askAs(place.database, below, viewCatalogue, {})).maySet).toBe(false);
  });
});

const OWN = {
  name: 'Số cây mắc ca trồng mới',
  aliases: ['cây mắc ca'],
  domain: 'nong_nghiep',
  unit: 'cây',
  better: 'higher',
  nature: 'flow',
  rollUp: 'sum',
} as const;

describe('the catalogue of a province', () => {
  const add = (more: object = {}) =>
    doAs(place.database, administrator, 'addIndicator', addIndicator, { ...OWN, ...more } as never) as Promise<{
      code: string;
    }>;
  const change = (input: object) =>
    doAs(place.database, administrator, 'changeIndicator', changeIndicator, input as never) as Promise<{
      version: number;
    }>;

  it('has the built-in indicators and its own', async () => {
    expect((await catalogue('')).length).toBe(INDICATORS.length);
    const { code } = await add();
    expect(await catalogue('mac ca')).toMatchObject([
      { code, own: true, name: OWN.name, units: ['cây'], retired: false },
    ]);
    expect((await catalogue('')).length).toBe(INDICATORS.length + 1);
    expect((await askAs(place.database, place.people.elsewhere, viewCatalogue, { q: 'mac ca' })).indicators).toEqual(
      [],
    );
    // What is picked for a target has it too, and nobody else's.
    const offered = async (viewer: Viewer, input: object) =>
      (await askAs(place.database, viewer, viewIndicators, input)).indicators.map(({ code: one }) => one);
    expect(await offered(place.people.village, { q: 'mac ca', limit: 3 })).toContain(code);
    expect(await offered(place.people.village, { code })).toEqual([code]);
    expect(await offered(place.people.elsewhere, { code })).toEqual([]);
    await expect(add({ name: 'số cây Mắc Ca trồng mới' })).rejects.toMatchObject({ kind: 'refused' });
  });

  it('calls one otherwise, and finds it by both names', async () => {
    const [first] = INDICATORS;
    if (!first) throw new Error('an empty catalogue');
    const { code } = first;
    await change({ code, version: 0, name: 'Tên riêng của tỉnh', aliases: ['gọi khác'], retired: false });
    for (const words of ['ten rieng cua tinh', first.name, 'goi khac'])
      expect((await catalogue(words)).map((one) => one.code)).toContain(code);
    expect((await catalogue('ten rieng'))[0]).toMatchObject({
      catalogueName: first.name,
      version: 1,
      ownAliases: ['gọi khác'],
    });
    expect((await catalogue('', { changed: 'yes' })).length).toBe(2);
    await expect(change({ code, version: 0, name: 'Nữa', aliases: [], retired: false })).rejects.toMatchObject({
      kind: 'stale',
    });
    await change({ code, version: 1, name: first.name, aliases: [], retired: false });
    expect((await catalogue(first.name)).find((one) => one.code === code)).toMatchObject({
      catalogueName: null,
      version: 2,
    });
  });

  it('shows how one is put together as "chưa kiểm chứng" until somebody confirms it (progress: roll-up)', async () => {
    const assumed = INDICATORS.findLast(({ rollUpAssumed }) => rollUpAssumed);
    if (!assumed) throw new Error('nothing is assumed');
    const { code, name } = assumed;
    const now = async (viewer = place.people.commune) =>
      (await askAs(place.database, viewer, viewCatalogue, { q: name })).indicators.find((one) => one.code === code);
    expect(await now()).toMatchObject({ rollUpAssumed: true, rollUpChecked: null });
    const as = { code, name, aliases: [], retired: false };
    await change({ ...as, version: 0, rollUpCheckedAgainst: 'Hệ thống chỉ tiêu thống kê cấp tỉnh' });
    expect(await now()).toMatchObject({
      rollUpAssumed: false,
      rollUpChecked: { against: 'Hệ thống chỉ tiêu thống kê cấp tỉnh', post: administrator.postTitle },
    });
    expect(await now(place.people.elsewhere)).toMatchObject({ rollUpAssumed: true });
    // Another change leaves it as it is; it can be taken back.
    await change({ ...as, aliases: ['gọi tắt'], version: 1 });
    expect((await now())?.rollUpAssumed).toBe(false);
    await change({ ...as, version: 2, rollUpCheckedAgainst: null });
    expect(await now()).toMatchObject({ rollUpAssumed: true, rollUpChecked: null });
  });

  it('retires one and takes it up again; of two at once one is done', async () => {
    const code = INDICATORS[1]?.code ?? '';
    const name = INDICATORS[1]?.name ?? '';
    const both = await Promise.allSettled(
      [true, false].map((retired) => change({ code, version: 0, name, aliases: [], retired })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await change({ code, version: 1, name, aliases: [], retired: true });
    expect((await catalogue(name)).find((one) => one.code === code)).toMatchObject({ retired: true });
    await change({ code, version: 2, name, aliases: [], retired: false });
    expect((await catalogue(name)).find((one) => one.code === code)).toMatchObject({ retired: false });
    await expect(
      change({ code: 'khong_co', version: 0, name: 'xxx', aliases: [], retired: false }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});
