import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildOrganisation,
  buildProvince,
  buildViewer,
  freshDatabase,
  type TestDatabase,
} from '../../../test/support/database.ts';
import { OrganisationId } from '../../contract/ids.ts';
import { reading, type Viewer } from '../read.ts';
import { idsAbove, isBelow, organisationFacts } from './facts.ts';
import { viewOrganisation, viewOrganisations } from './views.ts';

let database: TestDatabase;
let viewer: Viewer;
let stranger: Viewer;
const ids = { province: '', commune: '', village: '', school: '', district: '' };

beforeAll(async () => {
  database = await freshDatabase();
  const province = await buildProvince(database, 'Tỉnh Mẫu');
  const under = (parentId: string, name: string, kind: string, level = 'unit') =>
    buildOrganisation(database, { provinceId: province.id, parentId, name, kind, level });
  ids.province = province.committee.id;
  ids.commune = (await under(ids.province, 'Xã Tân Phong', 'people-committee', 'commune')).id;
  ids.district = (await under(ids.province, 'Huyện Cũ', 'people-committee', 'district')).id;
  ids.village = (await under(ids.commune, 'Bản Nà Đon', 'village')).id;
  ids.school = (await under(ids.commune, 'Trường Tiểu học Tân Phong', 'school')).id;
  await database.owner.db
    .updateTable('organisations')
    .set({ valid_until: '2025-07-01' })
    .where('id', '=', ids.district)
    .execute();
  await database.owner.db
    .updateTable('organisation_closure')
    .set({ valid_until: '2025-07-01' })
    .where('descendant_id', '=', ids.district)
    .execute();
  await database.owner.db
    .insertInto('organisation_successions')
    .values({
      province_id: province.id,
      predecessor_id: ids.district,
      successor_id: ids.commune,
      how: 'split',
      on_date: '2025-07-01',
    })
    .execute();
  viewer = await buildViewer(database, { provinceId: province.id, organisationId: ids.commune });
  const other = await buildProvince(database, 'Tỉnh Khác');
  stranger = await buildViewer(database, { provinceId: other.id, organisationId: other.committee.id });
});
afterAll(() => database.drop());

const list = (input: Parameters<typeof viewOrganisations>[2], as = viewer) =>
  reading(database.db, as, (read) => viewOrganisations(read, as, input));

describe('the tree of organisations', () => {
  it('lists what lives today in reading order, with the way down to each', async () => {
    const { organisations, more } = await list({});
    expect(more).toBe(false);
    expect(organisations.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
      '0 Tỉnh Mẫu',
      '1 Xã Tân Phong',
      '2 Bản Nà Đon',
      '2 Trường Tiểu học Tân Phong',
    ]);
    expect(organisations[2]).toMatchObject({ path: ['Tỉnh Mẫu', 'Xã Tân Phong'], childCount: 0 });
    expect(organisations[1]).toMatchObject({ childCount: 2 });
  });

  it('shows what lived on another day, and everything that ever was', async () => {
    const names = async (at: string) => (await list({ at, level: 'district' })).organisations.map(({ name }) => name);
    expect(await names('2025-06-30')).toEqual(['Huyện Cũ']);
    expect(await names('2025-07-01')).toEqual([]);
    expect(await names('ever')).toEqual(['Huyện Cũ']);
  });

  it('opens branch by branch', async () => {
    const branch = await list({ under: OrganisationId.parse(ids.province), reach: 'children' });
    expect(branch.organisations.map(({ name }) => name)).toEqual(['Tỉnh Mẫu', 'Xã Tân Phong']);
  });

  it('finds without diacritics, in any order of words, cut off at the limit', async () => {
    expect((await list({ q: 'phong tan' })).organisations.map(({ name }) => name)).toEqual([
      'Xã Tân Phong',
      'Trường Tiểu học Tân Phong',
    ]);
    expect((await list({ q: 'ban na don', kind: 'village' })).organisations).toHaveLength(1);
    expect(await list({ q: 'phong', limit: 1 })).toMatchObject({ more: true, organisations: [{ level: 'commune' }] });
    expect((await list({ q: '100% _' })).organisations).toEqual([]);
  });

  it('shows nothing of another province', async () => {
    expect((await list({ at: 'ever' }, stranger)).organisations.map(({ name }) => name)).toEqual(['Tỉnh Khác']);
    await expect(
      reading(database.db, stranger, (read) => viewOrganisation(read, stranger, { organisationId: ids.commune })),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('one organisation', () => {
  it('knows what it came from and what it became', async () => {
    const one = (organisationId: string) =>
      reading(database.db, viewer, (read) => viewOrganisation(read, viewer, { organisationId }));
    expect(await one(ids.commune)).toMatchObject({
      organisation: { name: 'Xã Tân Phong', path: ['Tỉnh Mẫu'], depth: 1 },
      predecessors: [{ name: 'Huyện Cũ', how: 'split', on: '2025-07-01' }],
      successors: [],
    });
    expect((await one(ids.district)).successors).toMatchObject([{ name: 'Xã Tân Phong' }]);
    await expect(one(randomUUID())).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('facts of organisations', () => {
  it('tells who is above and who is below', async () => {
    await reading(database.db, viewer, async (read) => {
      expect(await idsAbove(read, ids.village, '2026-06-30')).toEqual([ids.commune, ids.province]);
      expect(await isBelow(read, viewer, ids.village)).toBe(true);
      expect(await isBelow(read, viewer, ids.province)).toBe(false);
      expect((await organisationFacts(read, viewer, [ids.school, randomUUID(), ids.village])).map((o) => o.id)).toEqual(
        [ids.school, ids.village],
      );
    });
  });
});
