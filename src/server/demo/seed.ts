/** The province that `npm start` shows. Sample data only, on a day that stands still. */

import type { z } from 'zod';
import type { DemoAccount } from '../../contract/session.ts';
import type { Role } from '../../core/rules/access.ts';
import { addAccount } from '../accounts/acts.ts';
import { actForSystem, type World } from '../act.ts';
import { addOrganisation, addProvince } from '../organisations/acts.ts';

/** The demo's day. */
export const DEMO_TODAY = '2026-06-30';

type Person = z.input<typeof DemoAccount> & { role: Role; at: 'province' | 'commune' };

const PASSWORD = 'thidua-2026';
const PEOPLE: Person[] = [
  person('cb.binhlu', 'officer', 'commune', 'Chuyên viên thi đua - khen thưởng', 'Xã Bình Lư'),
  person('dv.binhlu', 'reporter', 'commune', 'Đầu mối đơn vị', 'Xã Bình Lư'),
  person('ld.binhlu', 'leader', 'commune', 'Chủ tịch Ủy ban nhân dân', 'Xã Bình Lư'),
  person('cb.laichau', 'officer', 'province', 'Chuyên viên Ban Thi đua - Khen thưởng', 'Tỉnh Lai Châu'),
  person('qt.laichau', 'administrator', 'province', 'Quản trị hệ thống', 'Tỉnh Lai Châu'),
];

function person(name: string, role: Role, at: Person['at'], post: string, organisationName: string): Person {
  return { name, password: PASSWORD, role, at, post, organisationName };
}

/** The accounts of the demo, as its sign-in page offers them. */
export const demoAccounts: readonly z.input<typeof DemoAccount>[] = PEOPLE.map(
  ({ name, password, post, organisationName }) => ({ name, password, post, organisationName }),
);

/** Fills an empty database. `hashPassword` is the password port. */
export async function seedDemo(world: World, hashPassword: (password: string) => Promise<string>): Promise<void> {
  const provinceId = world.newId();
  const passwordHash = await hashPassword(PASSWORD);
  await actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { newId, record }) => {
    await addProvince(tx, { id: provinceId, name: 'Tỉnh Lai Châu', fixedToday: DEMO_TODAY });
    const places = { province: newId(), commune: newId() };
    const committee = { provinceId, kind: 'people-committee' };
    await addOrganisation(tx, {
      ...committee,
      id: places.province,
      parentId: null,
      name: 'Tỉnh Lai Châu',
      issuerName: 'Ủy ban nhân dân tỉnh Lai Châu',
      level: 'province',
    });
    await addOrganisation(tx, {
      ...committee,
      id: places.commune,
      parentId: places.province,
      name: 'Xã Bình Lư',
      issuerName: 'Ủy ban nhân dân xã Bình Lư',
      level: 'commune',
    });
    for (const { name, role, at, post } of PEOPLE) {
      const posts = [{ id: newId(), organisationId: places[at], role, title: post }];
      await addAccount(tx, { id: newId(), provinceId, name, passwordHash, demo: true, posts });
    }
    record({ deed: 'seeded', subjectKind: 'province', subjectId: provinceId });
  });
}
