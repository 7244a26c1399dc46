/**
 * Public holidays and swapped working days of offices, by Bộ luật Lao động 45/2019/QH14, Điều 112, and the calendar the
 * Prime Minister decides each year. What is not announced yet is marked; a province puts it right on its page
 * of catalogues.
 */

import type { DayKind } from '../rules/working-days.ts';

export type Holiday = {
  day: string;
  kind: Exclude<DayKind, 'plain'>;
  name: string;
  source: string;
  /** False until it is announced: reckoned from the law alone. */
  verified: boolean;
};

const LAW = 'Bộ luật Lao động 45/2019/QH14, Điều 112';
const YEARLY = 'Lịch nghỉ lễ, Tết hằng năm do Thủ tướng Chính phủ quyết định';

type Run = { from: string; days: number; name: string; source?: string; verified?: boolean };

const off = ({ from, days, name, source = LAW, verified = true }: Run): Holiday[] =>
  Array.from({ length: days }, (_, at) => ({
    day: new Date(Date.parse(`${from}T00:00:00Z`) + at * 86_400_000).toISOString().slice(0, 10),
    kind: 'holiday',
    name,
    source,
    verified,
  }));

/** A working day given up for a longer break, and the Saturday on which it is made up. */
const swapped = (given: string, instead: string, name: string): Holiday[] => [
  { day: given, kind: 'holiday', name: `Nghỉ hoán đổi dịp ${name}`, source: YEARLY, verified: true },
  { day: instead, kind: 'workday', name: `Làm bù dịp ${name}`, source: YEARLY, verified: true },
];

const NEW_YEAR = 'Tết Dương lịch';
const LUNAR_NEW_YEAR = 'Tết Nguyên đán';
const KINGS = 'Giỗ Tổ Hùng Vương (10/3 âm lịch)';
const REUNIFICATION = 'Ngày Chiến thắng 30/4';
const LABOUR = 'Ngày Quốc tế lao động 01/5';
const NATIONAL = 'Quốc khánh';

export const HOLIDAYS: readonly Holiday[] = [
  ...off({ from: '2025-01-01', days: 1, name: NEW_YEAR }),
  ...off({ from: '2025-01-27', days: 5, name: LUNAR_NEW_YEAR, source: YEARLY }),
  ...off({ from: '2025-04-07', days: 1, name: KINGS }),
  ...off({ from: '2025-04-30', days: 1, name: REUNIFICATION }),
  ...off({ from: '2025-05-01', days: 1, name: LABOUR }),
  ...swapped('2025-05-02', '2025-04-26', '30/4 và 01/5'),
  ...off({ from: '2025-09-01', days: 2, name: NATIONAL, source: YEARLY }),

  ...off({ from: '2026-01-01', days: 1, name: NEW_YEAR }),
  ...swapped('2026-01-02', '2026-01-10', NEW_YEAR),
  ...off({ from: '2026-02-16', days: 5, name: LUNAR_NEW_YEAR, source: YEARLY }),
  ...off({ from: '2026-04-26', days: 1, name: KINGS }),
  ...off({ from: '2026-04-27', days: 1, name: `Nghỉ bù ${KINGS}` }),
  ...off({ from: '2026-04-30', days: 1, name: REUNIFICATION }),
  ...off({ from: '2026-05-01', days: 1, name: LABOUR }),
  ...swapped('2026-08-31', '2026-08-22', NATIONAL),
  ...off({ from: '2026-09-01', days: 2, name: NATIONAL, source: YEARLY }),
  ...off({
    from: '2026-11-24',
    days: 1,
    name: 'Ngày Văn hóa Việt Nam',
    source: 'Nghị quyết 80-NQ/TW; chưa kiểm chứng văn bản quy định nghỉ',
    verified: false,
  }),

  ...off({ from: '2027-01-01', days: 1, name: NEW_YEAR }),
  // Five days around 6 February, the first of the lunar year, and days made up for the weekend within.
  ...off({
    from: '2027-02-05',
    days: 7,
    name: LUNAR_NEW_YEAR,
    source: `${LAW}; chưa có lịch chính thức`,
    verified: false,
  }),
  ...off({ from: '2027-04-16', days: 1, name: KINGS, verified: false }),
  ...off({ from: '2027-04-30', days: 1, name: REUNIFICATION }),
  ...off({ from: '2027-05-01', days: 1, name: LABOUR }),
  ...off({ from: '2027-05-03', days: 1, name: `Nghỉ bù ${LABOUR}` }),
  ...off({ from: '2027-09-02', days: 2, name: NATIONAL, source: `${LAW}; chưa có lịch chính thức`, verified: false }),
  ...off({
    from: '2027-11-24',
    days: 1,
    name: 'Ngày Văn hóa Việt Nam',
    source: 'Nghị quyết 80-NQ/TW; chưa kiểm chứng văn bản quy định nghỉ',
    verified: false,
  }),
];
