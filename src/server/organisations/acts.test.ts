import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProvince, buildViewer, freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { askAs, buildPlace, doAs, headOf, NO_NUMBER, type Place } from '../../../test/support/deeds.ts';
import { LAI_CHAU_BEFORE } from '../../../test/support/lai-chau-2025.ts';
import { OrganisationId } from '../../contract/ids.ts';
import type { OrganisationHead } from '../../contract/organisation-acts.ts';
import { createMovement } from '../movements/acts.ts';
import { viewMovement } from '../movements/views.ts';
import type { Viewer } from '../read.ts';
import { createOrganisation, moveOrganisation, renameOrganisation } from './acts.ts';
import { addClusterMember, endClusterMember } from './cluster-acts.ts';
import { viewClusterMembers, viewOrganisationHistory } from './history-views.ts';
import { dissolveOrganisation, mergeOrganisations, splitOrganisation } from './merge-acts.ts';
import { undoOrganisationChange } from './undo-acts.ts';
import { viewOrganisation, viewOrganisations } from './views.ts';

const SINCE = '2025-07-01';
const BEFORE = '2025-06-30';

const reasonsOf = (failed: Promise<unknown>) =>
  failed.then(
    () => ['nothing was refused'],
    (error: { reasons?: { code: string }[]; kind?: string }) =>
      error.reasons && error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.kind ?? String(error)],
  );

const commune = (name: string, code: string | null = null): OrganisationHead => ({
  name,
  issuerName: `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  kind: 'people-committee',
  level: 'commune',
  code,
});
const village = (name: string): OrganisationHead => ({
  name,
  issuerName: null,
  kind: 'village',
  level: 'unit',
  code: null,
});

type Acting = { database: TestDatabase; viewer: Viewer };

const found = async (
  { database, viewer }: Acting,
  head: OrganisationHead,
  parentId: string,
  on: string | null = null,
) =>
  (await doAs(database, viewer, 'createOrganisation', createOrganisation, { head, parentId, on, paper: null }))
    .organisationId;
const merge = (
  { database, viewer }: Acting,
  organisationIds: string[],
  into: Parameters<typeof mergeOrganisations>[1]['into'],
  on = SINCE,
) =>
  doAs(database, viewer, 'mergeOrganisations', mergeOrganisations, {
    organisationIds,
    into,
    on,
    paper: 'NQ 1670/NQ-UBTVQH15',
  });
const dissolve = (
  { database, viewer }: Acting,
  organisationId: string,
  more: { successorIds?: string[]; childrenTo?: string | null; on?: string } = {},
) =>
  doAs(database, viewer, 'dissolveOrganisation', dissolveOrganisation, {
    organisationId,
    successorIds: [],
    childrenTo: null,
    on: SINCE,
    paper: null,
    ...more,
  });
const rename = async (
  { database, viewer }: Acting,
  organisationId: string,
  head: OrganisationHead,
  on: string,
  slip = false,
) => {
  const { version } = await askAs(database, viewer, viewOrganisation, { organisationId });
  return doAs(database, viewer, 'renameOrganisation', renameOrganisation, {
    organisationId,
    version,
    head,
    on,
    paper: null,
    slip,
  });
};
const treeOf = async ({ database, viewer }: Acting, at: string, under?: string) =>
  (
    await askAs(database, viewer, viewOrganisations, {
      at,
      limit: 500,
      ...(under ? { under: OrganisationId.parse(under) } : {}),
    })
  ).organisations;

describe('the reorganisation of 1 July 2025 in Lai Châu', () => {
  let acting: Acting;
  let top: string;
  const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
  const districts = Object.entries(LAI_CHAU_BEFORE);

  beforeAll(async () => {
    const database = await freshDatabase();
    const province = await buildProvince(database, 'Tỉnh Lai Châu');
    top = province.committee.id;
    acting = {
      database,
      viewer: await buildViewer(database, { provinceId: province.id, organisationId: top, role: 'administrator' }),
    };
    const old = new Map<string, string[]>();
    const districtIds = new Map<string, string>();
    for (const [district, groups] of districts) {
      const id = await found(acting, { ...commune(district), level: 'district' }, top, '1993-01-01');
      districtIds.set(district, id);
      for (const [next, before] of Object.entries(groups))
        for (const name of before)
          old.set(next, [...(old.get(next) ?? []), await found(acting, commune(name), id, '2000-01-01')]);
    }
    const begun = new Map<string, string>();
    for (const [next, ids] of old) {
      if (ids.length > 1)
        begun.set(
          next,
          (await merge(acting, ids, { head: commune(next), parentId: OrganisationId.parse(top) })).organisationId,
        );
      else {
        const [only = ''] = ids;
        begun.set(next, only);
        await doAs(database, acting.viewer, 'moveOrganisation', moveOrganisation, {
          organisationId: only,
          parentId: top,
          on: SINCE,
          paper: null,
        });
      }
    }
    for (const [district, groups] of districts)
      await dissolve(acting, districtIds.get(district) ?? '', {
        successorIds: Object.keys(groups).map((name) => begun.get(name) ?? ''),
      });
  }, 300_000);
  afterAll(() => acting.database.drop());

  it('shows two levels since, and districts with their communes the day before', async () => {
    const today = await treeOf(acting, '2026-06-30');
    expect(today.filter(({ level }) => level === 'commune')).toHaveLength(38);
    expect(today.filter(({ level }) => level === 'district')).toEqual([]);
    expect(Math.max(...today.map(({ depth }) => depth))).toBe(1);
    expect(names(await treeOf(acting, SINCE))).toEqual(names(today));

    const before = await treeOf(acting, BEFORE);
    expect(before.filter(({ level }) => level === 'district')).toHaveLength(8);
    expect(before.filter(({ level }) => level === 'commune')).toHaveLength(106);
    for (const [district, groups] of districts) {
      const below = before.filter(({ path }) => path.at(-1) === district);
      expect(names(below)).toEqual(Object.values(groups).flat().sort());
      expect(below.every(({ path }) => path.length === 2)).toBe(true);
    }
    const phongTho = before.find(({ name }) => name === 'Huyện Phong Thổ');
    expect(phongTho).toMatchObject({ childCount: 17, depth: 1, validUntil: SINCE });
    expect(await treeOf(acting, BEFORE, phongTho?.id)).toHaveLength(18);
    expect(await treeOf(acting, SINCE, phongTho?.id)).toHaveLength(0);
  });

  it('says what each came from and became', async () => {
    const [binhLu] = (await askAs(acting.database, acting.viewer, viewOrganisations, { q: 'binh lu' })).organisations;
    const one = await askAs(acting.database, acting.viewer, viewOrganisation, { organisationId: binhLu?.id ?? '' });
    expect(names(one.predecessors)).toEqual(
      ['Huyện Tam Đường', 'Thị trấn Tam Đường', 'Xã Bình Lư', 'Xã Sơn Bình'].sort(),
    );
    const history = await askAs(acting.database, acting.viewer, viewOrganisationHistory, {
      organisationId: binhLu?.id ?? '',
    });
    expect(history.changes.map(({ kind }) => kind)).toEqual(['dissolve', 'merge']);
    expect(history.changes[1]).toMatchObject({ on: SINCE, paper: 'NQ 1670/NQ-UBTVQH15', count: 4 });
    // A commune that was not merged stands under the province since, and stood under its district before.
    const [muCa] = (await askAs(acting.database, acting.viewer, viewOrganisations, { q: 'mu ca' })).organisations;
    const moved = await askAs(acting.database, acting.viewer, viewOrganisation, { organisationId: muCa?.id ?? '' });
    expect(moved.parents).toMatchObject([
      { name: 'Tỉnh Lai Châu', from: SINCE, until: null },
      { name: 'Huyện Mường Tè', until: SINCE },
    ]);
    expect(
      (await askAs(acting.database, acting.viewer, viewOrganisation, { organisationId: muCa?.id ?? '', at: BEFORE }))
        .organisation.path,
    ).toEqual(['Tỉnh Lai Châu', 'Huyện Mường Tè']);
  });

  it('finds by the names of a day', async () => {
    const found = async (q: string, at?: string) =>
      names(
        (await askAs(acting.database, acting.viewer, viewOrganisations, { q, ...(at ? { at } : {}) })).organisations,
      );
    expect(await found('thi tran tam duong')).toEqual([]);
    expect(await found('thi tran tam duong', BEFORE)).toEqual(['Thị trấn Tam Đường']);
    expect(await found('thi tran tam duong', 'ever')).toEqual(['Thị trấn Tam Đường']);
  });
});

describe('acts of the tree', () => {
  let place: Place;
  let acting: Acting;
  let local: Acting;
  beforeAll(async () => {
    place = await buildPlace();
    const { database, ids } = place;
    const { provinceId } = place.people.province;
    const administrator = (organisationId: string) =>
      buildViewer(database, { provinceId, organisationId, role: 'administrator' });
    acting = { database, viewer: await administrator(ids.province) };
    local = { database, viewer: await administrator(ids.commune) };
  });
  afterAll(() => place.database.drop());

  it('refuses days, places and levels with their reasons', async () => {
    const { ids } = place;
    expect(await reasonsOf(found(acting, village('Bản Mai Sau'), ids.commune, '2026-07-01'))).toEqual([
      'change-in-future',
    ]);
    expect(await reasonsOf(found(acting, village('BẢN một'), ids.commune))).toEqual(['name-taken']);
    expect(await reasonsOf(found(acting, commune('Xã Trong Bản'), ids.village))).toEqual(['level-does-not-fit']);
    expect(await reasonsOf(found(acting, { ...commune('Huyện Mới'), level: 'district' }, ids.province, SINCE))).toEqual(
      ['district-ended'],
    );
    const move = (organisationId: string, parentId: string, on = '2026-01-01') =>
      doAs(place.database, acting.viewer, 'moveOrganisation', moveOrganisation, {
        organisationId,
        parentId,
        on,
        paper: null,
      });
    expect(await reasonsOf(move(ids.province, ids.commune))).toEqual([
      'top-stays',
      'under-itself',
      'level-does-not-fit',
    ]);
    expect(await reasonsOf(move(ids.commune, ids.village))).toEqual(['under-itself', 'level-does-not-fit']);
    expect(await reasonsOf(move(ids.village, ids.commune))).toEqual(['stands-there-already']);
    expect(await reasonsOf(dissolve(acting, ids.commune))).toEqual(['children-without-place']);
    expect(
      await reasonsOf(
        merge(acting, [ids.commune, ids.village], {
          head: commune('Xã Lẫn'),
          parentId: OrganisationId.parse(ids.province),
        }),
      ),
    ).toEqual(expect.arrayContaining(['merge-different-level', 'merge-different-kind', 'merge-above-below']));
    expect(await reasonsOf(move(ids.village, place.people.elsewhere.organisationId))).toEqual(['not-found']);
  });

  it('lets an administrator of a commune order what stands below, not the commune itself', async () => {
    const { ids } = place;
    const one = await found(local, village('Bản Của Xã'), ids.commune, '2025-08-01');
    expect(await reasonsOf(found(local, village('Bản Xã Khác'), ids.other))).toEqual(['forbidden']);
    expect(await reasonsOf(dissolve(local, ids.commune, { childrenTo: ids.commune }))).toEqual(['forbidden']);
    await rename(local, one, village('Bản Của Ta'), '2026-01-01');
    const at = async (day: string) => (await treeOf(acting, day, one)).map(({ name }) => name);
    expect([await at('2025-12-31'), await at('2026-01-01')]).toEqual([['Bản Của Xã'], ['Bản Của Ta']]);
    expect(await reasonsOf(rename(local, one, village('Bản Của Ai'), '2025-12-01'))).toEqual(['changed-since']);
    // A slip leaves no former name.
    await rename(local, one, village('Bản Của Chúng Ta'), '2026-01-01', true);
    const { formerNames } = await askAs(acting.database, acting.viewer, viewOrganisation, { organisationId: one });
    expect(formerNames.map(({ name }) => name)).toEqual(['Bản Của Xã']);
    const stale = {
      organisationId: one,
      version: 1,
      head: village('Bản Cũ Rích'),
      on: '2026-02-01',
      paper: null,
      slip: false,
    };
    expect(
      await reasonsOf(doAs(place.database, local.viewer, 'renameOrganisation', renameOrganisation, stale)),
    ).toEqual(['stale']);
  });

  it('hands reading on through chains of successors, and only one of two merges at once wins', async () => {
    const { ids, database } = place;
    const top = OrganisationId.parse(ids.province);
    const [a, b, c] = [
      await found(acting, commune('Xã An'), top, '2024-01-01'),
      await found(acting, commune('Xã Bình'), top, '2024-01-01'),
      await found(acting, commune('Xã Chính'), top, '2024-01-01'),
    ];
    const officer = await buildViewer(database, { provinceId: acting.viewer.provinceId, organisationId: a });
    const { movementId } = await doAs(database, officer, 'createMovement', createMovement, {
      head: headOf(a),
      document: NO_NUMBER,
      from: null,
      respondsTo: [],
    });
    const both = await Promise.allSettled([
      merge(acting, [a, b], { head: commune('Xã An Bình'), parentId: top }, '2026-01-01'),
      merge(acting, [a, c], { head: commune('Xã An Chính'), parentId: top }, '2026-01-01'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const first = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.organisationId] : []))[0] ?? '';
    const rest = (await treeOf(acting, '2026-06-30')).find(({ name }) => name === 'Xã Chính' || name === 'Xã Bình');
    const { organisationId: last } = await merge(
      acting,
      [first, rest?.id ?? ''],
      { head: commune('Xã Cuối'), parentId: top },
      '2026-03-01',
    );
    const heir = await buildViewer(database, { provinceId: acting.viewer.provinceId, organisationId: last });
    expect(await askAs(database, heir, viewMovement, { movementId })).toMatchObject({ movement: { id: movementId } });
    expect(await reasonsOf(askAs(database, place.people.other, viewMovement, { movementId }))).toEqual(['not-found']);
    // Whose people wait to be handed over.
    expect(await askAs(database, acting.viewer, viewOrganisation, { organisationId: a })).toMatchObject({
      openPosts: 1,
    });
  });

  it('splits with each child to its part, or lets a part leave', async () => {
    const { ids } = place;
    const whole = await found(acting, commune('Xã Rộng'), ids.province, '2024-01-01');
    const [north, south] = [
      await found(acting, village('Bản Bắc'), whole, '2024-01-01'),
      await found(acting, village('Bản Nam'), whole, '2024-01-01'),
    ];
    const split = (parts: Parameters<typeof splitOrganisation>[1]['parts'], stays: boolean, on = '2026-01-01') =>
      doAs(place.database, acting.viewer, 'splitOrganisation', splitOrganisation, {
        organisationId: whole,
        parts,
        stays,
        on,
        paper: null,
      });
    const part = (name: string, ...childIds: string[]) => ({
      ...commune(name),
      childIds: childIds.map((id) => OrganisationId.parse(id)),
    });
    expect(await reasonsOf(split([part('Xã Rộng Bắc', north), part('Xã Rộng Nam')], false))).toEqual([
      'children-without-place',
    ]);
    const { organisationId: left } = await split([part('Xã Ven', south)], true, '2025-12-01');
    expect((await treeOf(acting, '2026-06-30', left)).map(({ name }) => name)).toEqual(['Xã Ven', 'Bản Nam']);
    await split([part('Xã Rộng Bắc', north), part('Xã Rộng Nam')], false);
    expect((await treeOf(acting, '2025-12-31', whole)).map(({ name }) => name)).toEqual(['Xã Rộng', 'Bản Bắc']);
    expect(await treeOf(acting, '2026-01-01', whole)).toEqual([]);
  });

  it('takes a mistaken merger back whole, unless something hangs on it', async () => {
    const { ids, database } = place;
    const top = OrganisationId.parse(ids.province);
    const [a, b] = [
      await found(acting, commune('Xã Nhầm', 'X1'), top, '2024-01-01'),
      await found(acting, commune('Xã Lẫn', 'X2'), top, '2024-01-01'),
    ];
    const child = await found(acting, village('Bản Con'), a, '2024-01-01');
    const cluster = await found(acting, { ...village('Cụm thi đua số 1'), kind: 'cluster' }, top, '2024-01-01');
    await doAs(database, acting.viewer, 'addClusterMember', addClusterMember, {
      clusterId: cluster,
      memberId: a,
      on: '2025-01-01',
    });
    const before = await treeOf(acting, '2026-06-30');
    const { organisationId: into } = await merge(
      acting,
      [a, b],
      { head: commune('Xã Nhầm Lẫn', 'X1'), parentId: top },
      '2026-01-01',
    );
    const members = async () =>
      (await askAs(database, acting.viewer, viewClusterMembers, { clusterId: cluster })).members.map(
        ({ name, until }) => [name, until],
      );
    expect(await members()).toEqual([
      ['Xã Nhầm Lẫn', null],
      ['Xã Nhầm', '2026-01-01'],
    ]);
    const changesOf = async (organisationId: string) =>
      (await askAs(database, acting.viewer, viewOrganisationHistory, { organisationId })).changes;
    const [change] = await changesOf(into);
    const undo = (changeId: string) =>
      doAs(database, acting.viewer, 'undoOrganisationChange', undoOrganisationChange, { changeId });
    const post = await buildViewer(database, { provinceId: acting.viewer.provinceId, organisationId: into });
    expect(await reasonsOf(undo(change?.id ?? ''))).toEqual(['undo-hangs']);
    await database.owner.db.deleteFrom('posts').where('id', '=', post.postId).execute();
    expect(change).toMatchObject({ kind: 'merge', last: true });
    await undo(change?.id ?? '');
    expect(await treeOf(acting, '2026-06-30')).toEqual(before);
    expect(await members()).toEqual([['Xã Nhầm', null]]);
    expect((await changesOf(child)).map(({ kind, undoneAt, last }) => [kind, undoneAt !== null, last])).toEqual([
      ['merge', true, false],
      ['found', false, true],
    ]);
    expect(await reasonsOf(undo(change?.id ?? ''))).toEqual(['undo-done']);
  });

  it('keeps who was in a cluster when', async () => {
    const { ids, database } = place;
    const { viewer } = acting;
    const cluster = await found(
      acting,
      { ...village('Khối thi đua các xã'), kind: 'cluster' },
      ids.province,
      '2025-01-01',
    );
    const input = { clusterId: cluster, memberId: ids.other };
    const join = (on: string, more = input) =>
      doAs(database, viewer, 'addClusterMember', addClusterMember, { ...more, on });
    await join('2026-01-01');
    expect(await reasonsOf(join('2026-02-01'))).toEqual(['member-already']);
    expect(await reasonsOf(join('2026-01-01', { clusterId: ids.commune, memberId: ids.other }))).toEqual([
      'not-a-cluster',
    ]);
    const leave = (on: string) => doAs(database, viewer, 'endClusterMember', endClusterMember, { ...input, on });
    expect(await reasonsOf(leave('2026-01-01'))).toEqual(['member-since']);
    await leave('2026-05-01');
    expect(await reasonsOf(leave('2026-06-01'))).toEqual(['member-not-there']);
    await join('2026-06-01');
    expect((await askAs(database, viewer, viewClusterMembers, { clusterId: cluster })).members).toMatchObject([
      { name: 'Xã Hai', from: '2026-06-01', until: null },
      { name: 'Xã Hai', from: '2026-01-01', until: '2026-05-01' },
    ]);
  });
});
