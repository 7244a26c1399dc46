import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildViewer, NOW } from '../../../test/support/database.ts';
import { askAs, buildPlace, doAs, type Place } from '../../../test/support/deeds.ts';
import type { SettingKey, SettingValue } from '../../core/law/settings.ts';
import { reading, type Viewer } from '../read.ts';
import { setSetting, withdrawSetting } from './acts.ts';
import { settingOfProvince } from './facts.ts';
import { viewSettings } from './views.ts';

let place: Place;
let top: Viewer;
let commune: Viewer;

beforeAll(async () => {
  place = await buildPlace();
  const sit = (organisationId: string) =>
    buildViewer(place.database, { provinceId: place.people.commune.provinceId, organisationId, role: 'administrator' });
  commune = await sit(place.ids.commune);
});
afterAll(() => place.database.drop());

type More = { validFrom?: string; reason?: string | null; checkedAgainst?: string };
const set = (viewer: Viewer, key: SettingKey, value: SettingValue | null, more: More = {}) =>
  doAs(place.database, viewer, 'setSetting', setSetting, {
    key,
    value,
    validFrom: '2026-06-30',
    reason: null,
    ...more,
  } as never) as Promise<{ id: string }>;
const valueFor = async (viewer: Viewer, key: SettingKey, on?: string) => {
  const { settings } = await askAs(place.database, viewer, viewSettings, on ? { on } : {});
  return settings.find((one) => one.key === key);
};
const codes = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { reasons?: { code: string }[]; code: string }) =>
      error.reasons?.length ? error.reasons.map(({ code }) => code) : [error.code],
  );

describe('settings', () => {
  it('hold from their day on for the place and whoever stands below, and not beside', async () => {
    const key = 'titles.base-vote';
    await set(commune, key, 85, { validFrom: '2026-08-01', reason: 'QĐ 12' });
    expect((await valueFor(commune, key, '2026-07-31'))?.value).toBe(80);
    expect((await valueFor(commune, key, '2026-08-01'))?.value).toBe(85);
    expect((await valueFor(place.people.village, key, '2026-08-01'))?.value).toBe(85);
    expect((await valueFor(place.people.other, key, '2026-08-01'))?.value).toBe(80);
    const [line] = (await valueFor(place.people.village, key))?.history ?? [];
    expect(line).toMatchObject({ value: 85, validFrom: '2026-08-01', reason: 'QĐ 12', mayWithdraw: false });
    expect(line?.organisation.name).toBe('Xã Một');
    expect((await valueFor(commune, key))?.history[0]?.mayWithdraw).toBe(true);
  });

  it('say who verified what came along, when and against what, as long as that value holds', async () => {
    const key = 'procedure.statistics-from';
    expect(await valueFor(commune, key)).toMatchObject({ status: 'unverified', checked: null });
    const against = 'Công văn 12/SNV, đối chiếu TT 18/2025/TT-BNV';
    const { id } = await set(commune, key, '12-01', { checkedAgainst: against });
    const checked = { against, post: commune.postTitle, at: NOW };
    expect(await valueFor(commune, key)).toMatchObject({ value: '12-01', checked });
    expect(await valueFor(place.people.village, key)).toMatchObject({ checked });
    expect((await valueFor(place.people.other, key))?.checked).toBeNull();
    await set(commune, key, '11-15', { validFrom: '2026-09-01' });
    expect((await valueFor(commune, key, '2026-09-01'))?.checked).toBeNull();
    await doAs(place.database, commune, 'withdrawSetting', withdrawSetting, { settingId: id } as never);
    expect((await valueFor(commune, key))?.checked).toBeNull();
  });

  it('are taken back before they begin, once, and only by their place', async () => {
    const { id } = await set(commune, 'titles.province-vote', 75, { validFrom: '2027-01-01' });
    const withdraw = (viewer: Viewer) =>
      doAs(place.database, viewer, 'withdrawSetting', withdrawSetting, { settingId: id } as never);
    const beside = await buildViewer(place.database, {
      provinceId: commune.provinceId,
      organisationId: place.ids.other,
      role: 'administrator',
    });
    expect(await codes(withdraw(beside))).toEqual(['not-found']);
    await withdraw(commune);
    expect(await codes(withdraw(commune))).toEqual(['not-found']);
    expect((await valueFor(commune, 'titles.province-vote', '2027-06-01'))?.value).toBe(90);
    expect((await valueFor(commune, 'titles.province-vote'))?.history[0]?.withdrawn).toMatchObject({ at: NOW });
    await set(commune, 'titles.province-vote', 76, { validFrom: '2027-01-01' });
  });

  it('of one day are one, whoever is quicker', async () => {
    const both = await Promise.all(
      [60, 61].map((value) => codes(set(commune, 'titles.base-ratio', value, { validFrom: '2026-09-09' }))),
    );
    expect(both.flat()).toEqual(['setting-taken']);
  });

  it('switch a module off for a place, whose deeds are then refused, and on again', async () => {
    const { people, database } = place;
    const upload = (viewer: Viewer) =>
      codes(
        doAs(
          database,
          viewer,
          'saveReadingDraft',
          async () => {
            throw Object.assign(new Error('reached'), { code: 'reached' });
          },
          {},
        ),
      );
    expect(await upload(people.commune)).toEqual(['reached']);
    const { id } = await set(commune, 'module.reading', false);
    expect(await upload(people.commune)).toEqual(['module-off']);
    expect(await upload(people.other)).toEqual(['reached']);
    await doAs(database, commune, 'withdrawSetting', withdrawSetting, { settingId: id } as never);
    expect(await upload(people.commune)).toEqual(['reached']);
  });

  it('of the law are the highest administrator’s, modules everybody’s own', async () => {
    top = await buildViewer(place.database, {
      provinceId: commune.provinceId,
      organisationId: place.ids.province,
      role: 'administrator',
    });
    expect(await codes(set(commune, 'procedure.opinion-days', 12))).toEqual(['setting-above-decides']);
    expect(await valueFor(commune, 'procedure.opinion-days')).toMatchObject({ maySet: false, aboveDecides: true });
    await set(commune, 'module.clusters', false);
    await set(top, 'procedure.opinion-days', 12);
    expect((await valueFor(commune, 'procedure.opinion-days'))?.value).toBe(12);
    const ofProvince = (key: SettingKey) =>
      reading(place.database.db, top, (read) =>
        settingOfProvince(read, key, { provinceId: top.provinceId, on: '2026-08-01' }),
      );
    expect(await ofProvince('procedure.opinion-days')).toBe(12);
    // Nobody above has said otherwise.
    expect(await ofProvince('titles.base-vote')).toBe(85);
    await set(top, 'titles.base-vote', 70);
    expect(await ofProvince('titles.base-vote')).toBe(70);
  });
});
