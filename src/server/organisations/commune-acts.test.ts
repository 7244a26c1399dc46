import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildViewer } from '../../../test/support/database.ts';
import { askAs, buildPlace, doAs, type Place } from '../../../test/support/deeds.ts';
import { OrganisationId } from '../../contract/ids.ts';
import type { Viewer } from '../read.ts';
import { addCommunes, viewCommunes } from './commune-acts.ts';
import { undoOrganisationChange } from './undo-acts.ts';
import { viewOrganisations } from './views.ts';

/** Communes of the built-in list under a province that has some of them already. */

let place: Place;
let viewer: Viewer;
beforeAll(async () => {
  place = await buildPlace();
  const { provinceId } = place.people.province;
  viewer = await buildViewer(place.database, { provinceId, organisationId: place.ids.province, role: 'administrator' });
  const { db } = place.database.owner;
  await db.updateTable('organisations').set({ name: 'Xã Bình Lư' }).where('id', '=', place.ids.commune).execute();
  await db
    .updateTable('organisations')
    .set({ code: '03388', level: 'unit', parent_id: place.ids.commune })
    .where('id', '=', place.ids.village)
    .execute();
});
afterAll(() => place.database.drop());

const preview = (province?: string, organisationId = place.ids.province) =>
  askAs(place.database, viewer, viewCommunes, {
    organisationId: OrganisationId.parse(organisationId),
    ...(province ? { province } : {}),
  });
const add = (province: string, organisationId = place.ids.province, as = viewer) =>
  doAs(place.database, as, 'addCommunes', addCommunes, {
    organisationId: OrganisationId.parse(organisationId),
    province,
  });
const reasons = (deed: Promise<unknown>) =>
  deed.then(
    () => [],
    (error) => (error.reasons ?? []).map(({ code }: { code: string }) => code),
  );
const communes = async () =>
  (await askAs(place.database, viewer, viewOrganisations, { level: 'commune', limit: 500 })).organisations;

describe('communes of the built-in list', () => {
  it('are shown before they are added: what is new, and what is there by code or name', async () => {
    expect(await preview()).toMatchObject({ province: null, fresh: [], there: [] });
    const shown = await preview('12');
    expect(shown.provinces).toHaveLength(34);
    expect(shown.province).toEqual({ code: '12', name: 'Tỉnh Lai Châu' });
    expect(shown.fresh).toHaveLength(36);
    expect(shown.there).toEqual([
      { code: '03388', name: 'Phường Đoàn Kết', by: 'code' },
      { code: '03390', name: 'Xã Bình Lư', by: 'name' },
    ]);
    await expect(preview('99')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('come under the province in one change, once', async () => {
    expect(await add('12')).toMatchObject({ added: 36 });
    const found = await communes();
    expect(found).toHaveLength(38);
    expect(found.find(({ name }) => name === 'Xã Khổng Lào')).toMatchObject({
      code: '03583',
      issuerName: 'Ủy ban nhân dân xã Khổng Lào',
      kind: 'people-committee',
      parentId: place.ids.province,
      validFrom: '2025-07-01',
    });
    expect(await preview('12')).toMatchObject({ fresh: [] });
    expect(await add('12')).toMatchObject({ added: 0 });
    expect(await communes()).toHaveLength(38);
  });

  it('go away again with the change that brought them', async () => {
    const { id } = await place.database.owner.db
      .selectFrom('organisation_changes')
      .select('id')
      .where('kind', '=', 'found')
      .executeTakeFirstOrThrow();
    await doAs(place.database, viewer, 'undoOrganisationChange', undoOrganisationChange, { changeId: id as never });
    expect(await communes()).toHaveLength(2);
  });

  it('stand under a province only, and no further than the administrator reaches', async () => {
    expect(await reasons(add('12', place.ids.commune))).toEqual(['not-a-province']);
    const { provinceId } = viewer;
    const local = await buildViewer(place.database, {
      provinceId,
      organisationId: place.ids.commune,
      role: 'administrator',
    });
    await expect(add('12', place.ids.province, local)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(add('12', place.ids.province, place.people.province)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('are added once by two at the same time', async () => {
    const added = await Promise.all([add('01'), add('01')]);
    expect(added.map(({ added: count }) => count).toSorted((a, b) => a - b)).toEqual([0, 126]);
  });
});
