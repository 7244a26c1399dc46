import type { DetailRefusal, PlanLevel, YearKind } from '../../rules/target-details.ts';
import { formatDate } from '../dates.ts';

/** Words of the page of one target: levels, adjustments, who helps, named things, verdicts. */

type Facts = Record<string, unknown>;

const levels: Record<PlanLevel, string> = { assigned: 'Tỉnh giao', council: 'HĐND giao', aspired: 'Phấn đấu' };
const yearKinds: Record<YearKind, string> = { 'work-year': 'Năm công tác', 'school-year': 'Năm học' };

const refusals: Record<Exclude<DetailRefusal['code'], 'figure-faulty'>, (facts: Facts) => string> = {
  'level-not-given': ({ level }) =>
    `Mức “${levels[level as PlanLevel] ?? ''}” chưa có con số nên chưa dùng để tính tiến độ được.`,
  'levels-need-figure': ({ name }) => `“${name}” không có một con số để chia thành các mức hoặc điều chỉnh.`,
  'thing-named-twice': ({ name }) => `“${name}” có hai lần trong danh sách.`,
  'title-ends-before': ({ name }) => `“${name}”: ngày hết hạn danh hiệu trước ngày được công nhận.`,
  'adjustment-to-come': ({ on }) =>
    `Ngày hiệu lực ${formatDate(String(on))} chưa đến. Ghi điều chỉnh khi văn bản có hiệu lực.`,
  'adjustment-before-last': ({ on }) =>
    `Đã có điều chỉnh hiệu lực từ ${formatDate(String(on))}; lần này phải từ ngày đó trở đi.`,
  'adjustment-changes-nothing': () => 'Con số mới giống con số đang dùng.',
  'goal-has-figure': ({ name }) => `“${name}” có con số nên tiến độ tính từ số liệu, không ghi đánh giá.`,
};

export const targetDetailsVi = {
  levels,
  yearKinds,
  refusals,
  periodKinds: {
    month: 'Hằng tháng',
    quarter: 'Hằng quý',
    'half-year': '6 tháng',
    'nine-months': '9 tháng',
    year: 'Cả năm',
    once: 'Một lần',
  },
  open: 'Mức giao, điều chỉnh, danh sách',
  levelsTitle: 'Mức giao và mức phấn đấu',
  measured: 'Tính tiến độ theo',
  measuredPlain: 'Con số trong kế hoạch',
  measuredShown: (level: string) => `Tính theo mức ${level}`,
  whoTitle: 'Đơn vị và nguồn số liệu',
  lead: 'Đơn vị chủ trì',
  supporters: 'Đơn vị phối hợp',
  supportersAdd: 'Thêm đơn vị phối hợp',
  supportersDrop: (name: string) => `Bỏ ${name}`,
  dataSource: 'Nguồn số liệu',
  dataSourceHint: 'Ví dụ: Thuế, BHXH, Thống kê, Công an',
  dataPeriod: 'Kỳ có số liệu',
  enteredAs: 'Nhập số',
  yearKind: 'Tính theo',
  thingsTitle: 'Danh sách để tích',
  thingsAbout:
    'Cho tỷ lệ đếm vài đối tượng có tên (7/8 trường): khi báo số, tích từng tên; tên còn thiếu hiện ở mọi nơi có con số.',
  thingName: 'Tên',
  heldFrom: 'Công nhận từ ngày',
  heldUntil: 'Hết hạn ngày',
  thingAdd: 'Thêm tên',
  thingsPaste: 'Dán nhiều tên, mỗi dòng một tên',
  thingDrop: (name: string) => `Bỏ khỏi danh sách: ${name}`,
  save: 'Lưu',
  saved: 'Đã lưu.',
  adjustTitle: 'Điều chỉnh chỉ tiêu',
  adjust: 'Điều chỉnh theo văn bản',
  adjustAbout: 'Con số mới tính từ ngày hiệu lực; những ngày trước vẫn tính theo con số cũ.',
  adjustNone: 'Chưa điều chỉnh lần nào.',
  resolution: 'Số, ký hiệu văn bản',
  resolutionOn: 'Ngày văn bản',
  inForceOn: 'Hiệu lực từ ngày',
  newValue: 'Con số mới',
  low: 'Từ',
  high: 'Đến',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  note: 'Ghi chú',
  adjusted: 'Đã điều chỉnh.',
  adjustedLine: (resolution: string, day: string) => `Điều chỉnh theo ${resolution} ngày ${day}`,
  adjustedFrom: (before: string, after: string) => `${before} → ${after}`,
  inForceSince: (day: string) => `hiệu lực từ ${day}`,
  verdictTitle: 'Kết quả đánh giá',
  verdictAbout: 'Chỉ tiêu không có con số: ghi Đạt hoặc Chưa đạt, xếp loại nếu có, kết quả và tài liệu kiểm chứng.',
  verdict: 'Đánh giá',
  verdicts: { achieved: 'Đạt', missed: 'Chưa đạt' },
  verdictNone: 'Chưa đánh giá',
  rating: 'Xếp loại',
  ratingHint: 'Ví dụ: Hoàn thành tốt nhiệm vụ',
  verdictText: 'Kết quả',
  evidence: 'Tài liệu kiểm chứng',
  verdictOn: 'Đánh giá ngày',
  dueOn: (day: string) => `Thời hạn ${day}`,
  missing: (names: string) => `Còn thiếu: ${names}`,
  tick: 'Tích danh sách',
  tickOf: (name: string) => `Tích danh sách: ${name}`,
  ticked: (numerator: number, denominator: number) => `${numerator}/${denominator}`,
  holds: 'đang giữ danh hiệu',
  ended: (day: string) => `danh hiệu hết hạn ${day}`,
};
