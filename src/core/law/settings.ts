/**
 * What may be set, and what holds where nobody has set anything. A province confirms what is marked before it relies on
 * it: `verified` was seen in the text of the law, `unverified` was not, `local` is for each province to decide, and
 * `product` is a choice of this software.
 */

export const SETTING_GROUPS = ['modules', 'progress', 'reminders', 'titles', 'procedure', 'retention'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export const SETTING_STATUSES = ['verified', 'unverified', 'local', 'product'] as const;
export type SettingStatus = (typeof SETTING_STATUSES)[number];

export const SETTING_UNITS = ['percent', 'days', 'working-days', 'month-day'] as const;
export type SettingUnit = (typeof SETTING_UNITS)[number];

export type SettingValue = boolean | number | string;

type Yes = { kind: 'yes-no'; default: boolean };
type Count = { kind: 'number'; default: number; least: number; most: number; unit: SettingUnit };
/** A day of every year, "MM-DD". */
type YearDay = { kind: 'year-day'; default: string };

export type Setting = (Yes | Count | YearDay) & {
  group: SettingGroup;
  /** The clause it rests on, or where the value was seen; null for choices of the product. */
  source: string | null;
  status: SettingStatus;
  /** Only where nobody administers above; else the place above decides. */
  atTheTop: boolean;
};

const module = {
  group: 'modules',
  kind: 'yes-no',
  default: true,
  source: null,
  status: 'product',
  atTheTop: false,
} as const;
const local = { status: 'local', atTheTop: true } as const;
const limit = (percent: number, least: number, most: number) =>
  ({
    group: 'progress',
    kind: 'number',
    unit: 'percent',
    default: percent,
    least,
    most,
    source: null,
    status: 'product',
    atTheTop: true,
  }) as const;
const PROVINCES_DECIDE = 'NĐ 152/2025/NĐ-CP, Điều 6 khoản 2';
const keep = (days: number, least: number, most = 3_650) =>
  ({
    group: 'retention',
    kind: 'number',
    unit: 'days',
    default: days,
    least,
    most,
    source: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: chỉ giữ trong thời gian cần thiết',
    status: 'product',
    atTheTop: true,
  }) as const;

export const SETTINGS = {
  'module.reading': module,
  'module.clusters': module,
  'module.supervision': module,

  // The first two never cross: what is on track is not at risk.
  'progress.on-track-from': limit(95, 85, 100),
  'progress.at-risk-from': limit(80, 40, 84),
  'progress.about': limit(2, 0, 20),
  'progress.keep': limit(2, 0, 20),
  'progress.beyond-bound': limit(1, 0, 20),
  'progress.late-from': limit(80, 0, 100),
  'progress.days-to-report': {
    group: 'progress',
    kind: 'number',
    unit: 'days',
    default: 5,
    least: 1,
    most: 60,
    source: null,
    status: 'product',
    atTheTop: true,
  },

  'reminders.days-before': {
    group: 'reminders',
    kind: 'number',
    unit: 'working-days',
    default: 1,
    least: 1,
    most: 10,
    source: null,
    status: 'product',
    atTheTop: true,
  },
  'reminders.escalate-after': {
    group: 'reminders',
    kind: 'number',
    unit: 'working-days',
    default: 3,
    least: 1,
    most: 30,
    source: null,
    status: 'product',
    atTheTop: true,
  },

  'titles.registration-required': {
    group: 'titles',
    kind: 'yes-no',
    default: false,
    source: 'Luật 06/2022/QH15, Điều 7 không đặt điều kiện đăng ký',
    ...local,
  },
  'titles.registration-until': {
    group: 'titles',
    kind: 'year-day',
    default: '02-28',
    source: 'Thông lệ của nhiều địa phương, chưa kiểm chứng',
    status: 'unverified',
    atTheTop: true,
  },
  'titles.base-vote': {
    group: 'titles',
    kind: 'number',
    unit: 'percent',
    default: 80,
    least: 50,
    most: 100,
    source: `${PROVINCES_DECIDE}; mức cũ của NĐ 98/2023/NĐ-CP, Điều 30`,
    ...local,
  },
  'titles.province-vote': {
    group: 'titles',
    kind: 'number',
    unit: 'percent',
    default: 90,
    least: 50,
    most: 100,
    source: `${PROVINCES_DECIDE}; mức cũ của NĐ 98/2023/NĐ-CP, Điều 30`,
    ...local,
  },
  'titles.province-flag-vote': {
    group: 'titles',
    kind: 'number',
    unit: 'percent',
    default: 80,
    least: 50,
    most: 100,
    source: `${PROVINCES_DECIDE}; mức cũ của NĐ 98/2023/NĐ-CP, Điều 30`,
    ...local,
  },
  'titles.base-ratio': {
    group: 'titles',
    kind: 'number',
    unit: 'percent',
    default: 100,
    least: 1,
    most: 100,
    source: 'Pháp luật hiện hành không đặt trần; tỉnh có thể quy định',
    ...local,
  },

  'procedure.base-title-days': {
    group: 'procedure',
    kind: 'number',
    unit: 'working-days',
    default: 20,
    least: 1,
    most: 90,
    source: 'Thủ tục nội bộ theo QĐ 638/QĐ-BNV năm 2025; tỉnh quyết định',
    ...local,
  },
  'procedure.opinion-days': {
    group: 'procedure',
    kind: 'number',
    unit: 'working-days',
    default: 10,
    least: 1,
    most: 60,
    source: 'NĐ 152/2025/NĐ-CP, Điều 34 khoản 6',
    status: 'verified',
    atTheTop: true,
  },
  'procedure.state-posting-days': {
    group: 'procedure',
    kind: 'number',
    unit: 'working-days',
    default: 10,
    least: 10,
    most: 60,
    source: 'NĐ 152/2025/NĐ-CP, Điều 44: ít nhất 10 ngày làm việc',
    status: 'verified',
    atTheTop: true,
  },
  'procedure.local-posting-days': {
    group: 'procedure',
    kind: 'number',
    unit: 'working-days',
    default: 0,
    least: 0,
    most: 60,
    source: PROVINCES_DECIDE,
    ...local,
  },
  'procedure.year-end-until': {
    group: 'procedure',
    kind: 'year-day',
    default: '12-10',
    source: 'Ví dụ: Bắc Ninh, QĐ 86/2025/QĐ-UBND; mỗi tỉnh một khác',
    ...local,
  },
  'procedure.thematic-days-before': {
    group: 'procedure',
    kind: 'number',
    unit: 'days',
    default: 10,
    least: 0,
    most: 60,
    source: 'Ví dụ: Bắc Ninh, QĐ 86/2025/QĐ-UBND; mỗi tỉnh một khác',
    ...local,
  },
  'procedure.statistics-from': {
    group: 'procedure',
    kind: 'year-day',
    default: '12-01',
    source: 'TT 2/2023/TT-BNV; đối chiếu TT 18/2025/TT-BNV',
    status: 'unverified',
    atTheTop: true,
  },

  'retention.sessions': keep(30, 1),
  'retention.actions': keep(180, 30),
  'retention.failed-readings': keep(30, 1),
  'retention.origins': keep(365, 30),
  'retention.notices': keep(180, 30),
  'retention.jobs': keep(30, 7),
  // Not less than the days in which it can be had back (EVIDENCE_LIMITS.daysToRestore).
  'retention.evidence': keep(60, 30),
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]];
