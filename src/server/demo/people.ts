/** Who can sign in to the demo. People are their posts; nobody has a name. */

import type { Role } from '../../core/rules/access.ts';
import type { Viewer } from '../read.ts';

export type DemoPerson = { name: string; role: Role; place: string; post: string; organisationName: string };

export const DEMO_PASSWORD = 'thidua-2026';

export const LAI_CHAU_PEOPLE: readonly DemoPerson[] = [
  {
    name: 'cb.binhlu',
    role: 'officer',
    place: 'binh-lu',
    post: 'Chuyên viên thi đua - khen thưởng',
    organisationName: 'Xã Bình Lư',
  },
  {
    name: 'cb.laichau',
    role: 'officer',
    place: 'lai-chau',
    post: 'Chuyên viên Sở Nội vụ',
    organisationName: 'Tỉnh Lai Châu',
  },
  { name: 'dv.nadon', role: 'reporter', place: 'ban-1', post: 'Trưởng bản', organisationName: 'Bản Nà Đon' },
  {
    name: 'dv.vanhoa',
    role: 'reporter',
    place: 'van-hoa',
    post: 'Trưởng phòng',
    organisationName: 'Phòng Văn hóa - Xã hội xã Bình Lư',
  },
  {
    name: 'ld.binhlu',
    role: 'leader',
    place: 'binh-lu',
    post: 'Chủ tịch Ủy ban nhân dân',
    organisationName: 'Xã Bình Lư',
  },
  {
    name: 'gs.binhlu',
    role: 'supervisor',
    place: 'binh-lu',
    post: 'Ủy viên Ủy ban Mặt trận Tổ quốc xã',
    organisationName: 'Xã Bình Lư',
  },
  {
    name: 'qt.laichau',
    role: 'administrator',
    place: 'lai-chau',
    post: 'Quản trị hệ thống',
    organisationName: 'Tỉnh Lai Châu',
  },
  {
    name: 'kt.laichau',
    role: 'auditor',
    place: 'lai-chau',
    post: 'Kiểm tra nội bộ',
    organisationName: 'Tỉnh Lai Châu',
  },
];

export const HAI_PHONG_PEOPLE: readonly DemoPerson[] = [
  {
    name: 'cb.chuvanan',
    role: 'officer',
    place: 'chu-van-an',
    post: 'Chuyên viên thi đua - khen thưởng',
    organisationName: 'Phường Chu Văn An',
  },
];

/** One province of the demo once its places and people are there. */
export type SeededProvince = {
  provinceId: string;
  /** Organisation ids by the keys of places.ts. */
  places: ReadonlyMap<string, string>;
  /** People by account name. */
  people: ReadonlyMap<string, Viewer>;
};
