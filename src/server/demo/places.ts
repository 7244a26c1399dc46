/** The demo's two provinces and what stands below them, on 30/6/2026 and before. */

import { type OrganisationKind, type OrganisationLevel, TWO_LEVELS_SINCE } from '../../core/rules/organisations.ts';

export type Place = {
  /** Short word by which the demo's other files name it. */
  key: string;
  name: string;
  kind: OrganisationKind;
  level: OrganisationLevel;
  issues?: boolean;
  from?: string;
  until?: string;
  below?: Place[];
};

const unit = (key: string, name: string, kind: OrganisationKind): Place => ({ key, name, kind, level: 'unit' });
const commune = (name: string, key = name, below: Place[] = []): Place => ({
  key,
  name,
  kind: 'people-committee',
  level: 'commune',
  issues: true,
  from: TWO_LEVELS_SINCE,
  below,
});

/** Twenty-four units report to Bình Lư: departments, the health station, eight schools, twelve villages. */
const BINH_LU_UNITS: Place[] = [
  unit('van-phong', 'Văn phòng HĐND và UBND xã', 'department'),
  unit('kinh-te', 'Phòng Kinh tế', 'department'),
  unit('van-hoa', 'Phòng Văn hóa - Xã hội', 'department'),
  unit('tram-y-te', 'Trạm Y tế xã', 'health-station'),
  ...[
    'Trường Mầm non Bình Lư',
    'Trường Mầm non Sơn Bình',
    'Trường Mầm non Tam Đường',
    'Trường Tiểu học Bình Lư',
    'Trường Tiểu học Sơn Bình',
    'Trường Tiểu học Tam Đường',
    'Trường Trung học cơ sở Bình Lư',
    'Trường Trung học cơ sở Tam Đường',
  ].map((name, at) => unit(`truong-${at + 1}`, name, 'school')),
  ...[
    'Bản Nà Đon',
    'Bản Thẳm',
    'Bản Hoa Vân',
    'Bản Nà Khương',
    'Bản Nà San',
    'Bản Toòng Pẳn',
    'Bản Noong Luống',
    'Bản Huổi Ke',
    'Bản Tiên Bình',
    'Bản Chu Va 6',
    'Bản Chu Va 8',
    'Bản Chu Va 12',
  ].map((name, at) => unit(`ban-${at + 1}`, name, 'village')),
];

const XA = [
  'Tả Lèng',
  'Khun Há',
  'Bản Bo',
  'Sin Suối Hồ',
  'Dào San',
  'Sì Lở Lầu',
  'Khổng Lào',
  'Tủa Sín Chải',
  'Sìn Hồ',
  'Hồng Thu',
  'Nậm Tăm',
  'Pu Sam Cáp',
  'Nậm Cuổi',
  'Nậm Mạ',
  'Lê Lợi',
  'Nậm Hàng',
  'Mường Mô',
  'Hua Bum',
  'Pa Tần',
  'Bum Nưa',
  'Bum Tở',
  'Mường Tè',
  'Thu Lũm',
  'Pa Ủ',
  'Mù Cả',
  'Tà Tổng',
  'Mường Than',
  'Mường Kim',
  'Khoen On',
  'Tân Uyên',
  'Mường Khoa',
  'Pắc Ta',
  'Nậm Sỏ',
];

/** The district of Phong Thổ before the two levels: into which commune of today each of its communes went (Nghị quyết 1670/NQ-UBTVQH15). */
export const PHONG_THO_BEFORE: Readonly<Record<string, readonly string[]>> = {
  'Phường Đoàn Kết': ['Xã Lản Nhì Thàng'],
  'phong-tho': ['Thị trấn Phong Thổ', 'Xã Mường So', 'Xã Ma Li Pho', 'Xã Huổi Luông'],
  'Xã Sin Suối Hồ': ['Xã Sin Suối Hồ', 'Xã Nậm Xe'],
  'Xã Dào San': ['Xã Dào San', 'Xã Tung Qua Lìn', 'Xã Mù Sang'],
  'Xã Sì Lở Lầu': ['Xã Sì Lở Lầu', 'Xã Vàng Ma Chải', 'Xã Mồ Sì San', 'Xã Pa Vây Sử'],
  'Xã Khổng Lào': ['Xã Khổng Lào', 'Xã Hoang Thèn', 'Xã Bản Lang'],
};

/** The paper by which it happened. */
export const PHONG_THO_PAPER = 'Nghị quyết 1670/NQ-UBTVQH15';

export const LAI_CHAU: Place = {
  key: 'lai-chau',
  name: 'Tỉnh Lai Châu',
  kind: 'people-committee',
  level: 'province',
  issues: true,
  below: [
    unit('so-noi-vu', 'Sở Nội vụ', 'department'),
    unit('mttq-tinh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'front-and-unions'),
    commune('Phường Tân Phong', 'tan-phong'),
    commune('Phường Đoàn Kết'),
    commune('Xã Bình Lư', 'binh-lu', BINH_LU_UNITS),
    commune('Xã Phong Thổ', 'phong-tho'),
    commune('Xã Than Uyên', 'than-uyen'),
    ...XA.map((name) => commune(`Xã ${name}`)),
    {
      key: 'huyen-phong-tho',
      name: 'Huyện Phong Thổ',
      kind: 'people-committee',
      level: 'district',
      issues: true,
      below: Object.values(PHONG_THO_BEFORE)
        .flat()
        .map((name) => ({
          key: `truoc ${name}`,
          name,
          kind: 'people-committee' as const,
          level: 'commune' as const,
          issues: true,
        })),
    },
  ],
};

export const HAI_PHONG: Place = {
  key: 'hai-phong',
  name: 'Thành phố Hải Phòng',
  kind: 'people-committee',
  level: 'province',
  issues: true,
  below: [
    commune('Phường Chu Văn An', 'chu-van-an', [
      unit('van-hoa-cva', 'Phòng Văn hóa - Xã hội', 'department'),
      unit('hdtdkt-cva', 'Hội đồng Thi đua - Khen thưởng phường', 'department'),
    ]),
    commune('Phường Chí Linh'),
    commune('Phường Lê Chân'),
    commune('Xã Vĩnh Bảo'),
  ],
};

/** The id of a place by its key; a key that is not there is a fault of the demo. */
export function idOf(places: ReadonlyMap<string, string>, key: string): string {
  const id = places.get(key);
  if (id === undefined) throw new Error(`the demo has no place ${key}`);
  return id;
}
