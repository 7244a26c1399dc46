import type { PeriodKind } from '../../rules/progress.ts';
import { formatDate } from '../dates.ts';

/** Pages of figures: what is due, the sheet for entering, splitting a target. */

type Period = { kind: PeriodKind; from: string; until: string };

const QUARTERS = ['I', 'II', 'III', 'IV'];

const isWhole = ({ from, until }: Period, months: number) => {
  const [year = '', month = '', day = ''] = from.split('-');
  const last = Number(month) + months - 1;
  return day === '01' && until.startsWith(`${year}-${String(last).padStart(2, '0')}-`) && Number(until.slice(8)) >= 28;
};

/** "Quý II năm 2026", "Tháng 6 năm 2026"; a period cut by the movement's own days is told by its days. */
function period(of: Period): string {
  const [year = '', month = '1'] = of.from.split('-');
  const number = Number(month);
  if (of.kind === 'month' && isWhole(of, 1)) return `Tháng ${number} năm ${year}`;
  if (of.kind === 'quarter' && isWhole(of, 3)) return `Quý ${QUARTERS[(number - 1) / 3] ?? ''} năm ${year}`;
  if (of.kind === 'half-year' && isWhole(of, 6)) return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  if (of.kind === 'nine-months' && isWhole(of, 9) && number === 1) return `9 tháng năm ${year}`;
  if (of.kind === 'year' && isWhole(of, 12)) return `Năm ${year}`;
  return `Từ ${formatDate(of.from)} đến ${formatDate(of.until)}`;
}

export type Urged = {
  movement: string;
  period: Period;
  dueOn: string | null;
  missing: readonly string[];
  from: string;
  today: string;
};

/** The line of a reminder that says until when; a day that is over is not asked for again. */
export const urgedUntil = (dueOn: string | null, today: string): string =>
  dueOn === null
    ? 'Đề nghị các đơn vị gửi sớm để tổng hợp.'
    : dueOn < today
      ? `Đã quá hạn từ ngày ${formatDate(dueOn)}, đề nghị các đơn vị gửi ngay để tổng hợp.`
      : `Đề nghị các đơn vị gửi chậm nhất ngày ${formatDate(dueOn)} để tổng hợp.`;

/** The first names of a list, and how many more there are. */
const few = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} và ${names.length - 3} đơn vị khác` : names.join(', ');

export const figurePagesVi = {
  title: 'Số liệu',
  about: 'Số liệu đến hạn của đơn vị bạn và những gì đang chờ duyệt.',
  period,
  dueNone: 'Chưa có phong trào nào cần số liệu',
  dueNoneAbout: 'Khi một phong trào có chỉ tiêu bằng số, kỳ báo cáo của nó hiện ở đây.',
  dueNoneDeed: 'Tới Phong trào',
  movement: 'Phong trào',
  periodWord: 'Kỳ báo cáo',
  dueOn: (day: string): string => `hạn gửi ${formatDate(day)}`,
  mine: (count: number): string => `Đơn vị bạn còn ${count} số liệu`,
  mineDone: 'Đơn vị bạn đã gửi đủ',
  waiting: (count: number): string => `${count} chờ duyệt`,
  missing: (count: number): string => `${count} chưa gửi`,
  returned: (count: number): string => `${count} bị trả lại`,
  allIn: 'Đã đủ',
  closed: 'Đã chốt',
  enter: 'Nhập số liệu',
  look: 'Xem và duyệt',
  unit: 'Đơn vị',
  target: 'Chỉ tiêu',
  share: 'Mức giao',
  before: 'Kỳ trước',
  lastYear: 'Cùng kỳ năm trước',
  value: 'Số liệu kỳ này',
  otherForm: (word: string, value: string): string => `${word.toLowerCase()} ${value}`,
  state: 'Trạng thái',
  notAsked: 'Không báo cáo',
  fractionHint: 'Gõ số đạt/tổng số: đạt 7 trong 8 thì gõ 7/8',
  estimate: 'Ước',
  note: 'Ghi chú',
  saving: 'Đang lưu…',
  savedAll: 'Đã lưu mọi ô',
  unsaved: (count: number): string => `${count} ô chưa lưu được, hãy xem chỗ đánh dấu`,
  keysHint: 'Phím mũi tên và Enter để đi, dán cả khối từ Excel, Ctrl+Z để hoàn tác, Alt+U để ghi là số ước.',
  conflict: (value: string, post: string): string => `${post} vừa nhập ${value}.`,
  conflictApproved: (value: string): string => `Số ${value} vừa được duyệt nên số bạn gõ chưa được ghi.`,
  conflictReturned: (value: string, reason: string): string => `Số ${value} vừa bị trả lại: ${reason}.`,
  conflictEmpty: (post: string): string => `${post} vừa xóa số này.`,
  takeTheirs: 'Lấy số đó',
  keepMine: 'Ghi số của tôi',
  chooseReading: 'Ý bạn là',
  saidBy: 'Nhập thay: ai cung cấp số liệu',
  saidByHint: 'Ví dụ: Trưởng bản, qua điện thoại',
  send: 'Gửi số liệu',
  sendOf: (unit: string): string => `Gửi của ${unit}`,
  sent: (count: number): string => `Đã gửi ${count} số liệu.`,
  approveAll: (count: number): string => `Duyệt ${count} số liệu`,
  approve: 'Duyệt',
  approveSome: (count: number): string => `Duyệt ${count}`,
  approveOf: (count: number, unit: string): string => `Duyệt ${count}: ${unit}`,
  approveRest: (count: number): string => `Duyệt luôn ${count} số liệu còn lại đang chờ duyệt`,
  approved: (count: number): string => `Đã duyệt ${count} số liệu.`,
  staleLeft: (count: number): string => `${count} số liệu vừa được sửa nên để nguyên; hãy xem lại.`,
  giveBack: 'Trả lại',
  giveBackChoose: 'Trả lại…',
  giveBackTitle: 'Trả lại, yêu cầu bổ sung',
  giveBackAsk: (unit: string): string => `Trả lại số liệu của ${unit}?`,
  giveBackWhich: 'Số liệu trả lại',
  giveBackSearch: 'Tìm đơn vị, chỉ tiêu',
  giveBackAll: (count: number): string => `Chọn cả ${count}`,
  giveBackMore: (count: number): string => `Còn ${count} số liệu; hãy tìm để thấy.`,
  giveBackApproved: (count: number): string => `Hiện cả ${count} số đã duyệt`,
  giveBackReason: 'Lý do, hiện bên cạnh ô số liệu',
  giveBackReasonEach: 'Dùng cho mọi số liệu đã chọn không ghi lý do riêng.',
  giveBackOwn: 'Lý do riêng, nếu khác',
  giveBackOwnOf: (name: string): string => `Lý do riêng: ${name}`,
  giveBackSome: (back: number, approved: number): string =>
    [back > 0 ? `Trả lại ${back}` : 'Trả lại', approved > 0 ? `duyệt ${approved}` : ''].filter(Boolean).join(', '),
  givenBack: (back: number, approved: number): string =>
    `Đã trả lại ${back} số liệu${approved > 0 ? `, duyệt ${approved}` : ''}.`,
  close: 'Chốt kỳ này',
  closeAsk: 'Chốt số liệu của kỳ này?',
  closeAbout: 'Sau khi chốt không ai sửa được số liệu của kỳ, trừ khi mở lại kèm lý do.',
  closeDone: 'Đã chốt số liệu.',
  closedBy: (post: string, day: string): string => `Đã chốt ngày ${formatDate(day)}, ${post}.`,
  reopen: 'Mở lại',
  reopenAsk: 'Mở lại kỳ đã chốt?',
  reopenReason: 'Lý do mở lại',
  reopened: (post: string, day: string, reason: string): string => `Mở lại ngày ${formatDate(day)}, ${post}: ${reason}`,
  missingTitle: (count: number): string => `${count} đơn vị chưa gửi đủ`,
  toCome: (from: string): string =>
    `Kỳ này chưa đến: bắt đầu từ ngày ${formatDate(from)}, từ ngày đó mới nhập và gửi số liệu.`,
  missingNone: 'Mọi đơn vị đã gửi đủ.',
  copyZalo: 'Chép lời nhắc gửi Zalo',
  copied: 'Đã chép. Dán vào nhóm Zalo là xong.',
  copyFailed: 'Trình duyệt không cho chép. Hãy bôi đen lời nhắc dưới đây rồi chép.',
  details: {
    open: 'Chi tiết',
    title: (name: string): string => `Chi tiết: ${name}`,
    kind: 'Loại số liệu',
    final: 'Chính thức',
    estimated: 'Ước thực hiện',
    noteHint: 'Ví dụ: nguồn, lý do sửa, điều người duyệt cần biết',
    save: 'Lưu',
    earlier: 'Đã nhập, mới nhất trước',
    asking: 'Đang tìm…',
    failed: 'Chưa xem được các lần nhập trước. Có mạng rồi hãy mở lại.',
    emptied: 'Đã xóa',
    by: (post: string, moment: string): string => `${post}, ${moment}`,
    returned: (reason: string): string => `Bị trả lại: ${reason}`,
    lastYear: (value: string): string => `cùng kỳ ${value}`,
    corrected: (reason: string): string => `Đã điều chỉnh: ${reason}`,
  },
  correction: {
    title: (count: number): string =>
      count === 1 ? 'Điều chỉnh số liệu đã duyệt' : `Điều chỉnh ${count} số liệu đã duyệt`,
    about:
      'Số mới thay số đã duyệt ngay khi bạn ghi và được tổng hợp lại ở mọi cấp. Số cũ và lý do vẫn còn trong “Chi tiết” của ô.',
    change: (before: string, after: string): string => `${before} → ${after}`,
    around: (value: string): string => `${value}, đổi loại số liệu hoặc ghi chú`,
    more: (count: number): string => `và ${count} số liệu khác`,
    reason: 'Lý do điều chỉnh',
    reasonHint: 'Hiện bên cạnh ô số liệu, đơn vị báo cáo đọc được.',
    deed: 'Ghi điều chỉnh',
    give: 'Ghi lý do',
    leave: 'Giữ số đã duyệt',
    typed: (value: string): string => `Bạn đã gõ ${value}.`,
  },
  evidence: {
    title: 'Tài liệu kiểm chứng',
    add: 'Kiểm chứng',
    close: 'Đóng',
    none: 'Chưa có ảnh hay tệp nào kiểm chứng cho số liệu này.',
    choose: 'Chọn ảnh hoặc tệp',
    hint: 'Ảnh, PDF, Word, Excel; mỗi tệp tối đa 10 MB. Ảnh được thu nhỏ và bỏ thông tin nơi chụp trước khi gửi.',
    full: (most: number): string => `Đã đủ ${most} tệp. Gỡ bớt một tệp rồi thêm lại.`,
    tooLarge: (name: string, most: string): string =>
      `Tệp “${name}” lớn hơn ${most} nên chưa được thêm. Hãy nén hoặc chia nhỏ tệp.`,
    remove: (name: string): string => `Gỡ “${name}”`,
    removed: (name: string): string => `Đã gỡ “${name}”.`,
    restore: 'Đặt lại',
    goneBy: (moment: string, post: string): string => `Đã gỡ lúc ${moment}, ${post}`,
  },
  earlier: (count: number): string => `${count} lần sửa`,
  by: (post: string): string => `${post}`,
  saidByShown: (who: string): string => `theo ${who}`,
  /** A reminder as people write it in a chat group. */
  urge: ({ movement, period: of, dueOn, missing, from, today }: Urged): string =>
    [
      'Kính gửi các đơn vị!',
      `Đến nay còn ${missing.length} đơn vị chưa gửi đủ số liệu ${period(of).charAt(0).toLowerCase()}${period(of).slice(1)} của phong trào “${movement}”:`,
      ...missing.map((name) => `- ${name}`),
      urgedUntil(dueOn, today),
      `Trân trọng cảm ơn!`,
      from,
    ].join('\n'),
  split: 'Phân bổ',
  splitTitle: 'Phân bổ chỉ tiêu',
  splitWhole: (value: string): string => `Mức chung: ${value}`,
  splitNoWhole: 'Chỉ tiêu này không cộng dồn giữa các đơn vị: chỉ chọn đơn vị phải báo cáo.',
  splitSum: (sum: string): string => `Đã chia ${sum}`,
  splitLeft: (left: string): string => `còn ${left}`,
  splitOver: (over: string): string => `vượt ${over}`,
  splitExact: 'vừa đủ',
  splitEvenly: 'Chia đều',
  splitByPeriod: 'Chia tiếp theo kỳ báo cáo',
  splitPeriodsEvenly: 'Chia đều các kỳ',
  splitRest: 'Còn lại',
  splitTotal: 'Cộng',
  splitApart: (units: readonly string[]): string => `Tổng các kỳ chưa khớp mức giao: ${units.join(', ')}`,
  planned: (value: string): string => `kỳ này ${value}`,
  splitBy: { lastYear: 'Theo năm trước', population: 'Theo dân số' },
  splitLacks: {
    lastYear: (names: readonly string[]): string =>
      `Chưa chia theo năm trước được: chưa có kết quả năm trước của ${few(names)}.`,
    population: (names: readonly string[]): string =>
      `Chưa chia theo dân số được: chưa có số dân của ${few(names)}. Số dân lấy từ số liệu đã duyệt của chỉ tiêu “Dân số trung bình”.`,
  },
  population: 'Dân số',
  splitAdd: 'Thêm đơn vị',
  splitAddAll: (count: number): string => `Thêm cả ${count} đơn vị`,
  splitReason: 'Lý do chênh lệch (bắt buộc khi tổng chưa khớp)',
  splitSave: 'Lưu phân bổ',
  splitFaults: {
    negative: 'Mức giao không thể âm',
    cut: 'Đơn vị tính này đếm từng cái, không có phần lẻ',
  },
  splitMend: (units: readonly string[]): string =>
    `Chưa lưu: ô của ${units.join(', ')} chưa đúng. Sửa lại (hoặc để trống) rồi lưu.`,
  splitPaste: 'Dán được từ Excel: một cột số, hoặc hai cột tên đơn vị và số.',
  splitStrange: (names: readonly string[]): string =>
    `Không có trong danh sách nên chưa nhận: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}. Thêm đơn vị rồi dán lại.`,
  splitSaved: 'Đã lưu phân bổ.',
  splitNoUnits: 'Chưa có đơn vị trực thuộc để phân bổ',
  splitNone: 'Chưa phân bổ cho đơn vị nào. Khi chưa phân bổ, chính đơn vị phát động nhập số liệu.',
  splitRemove: (unit: string): string => `Bỏ ${unit}`,
  splitOf: (target: string): string => `Phân bổ “${target}”`,
};
export type FigurePagesText = typeof figurePagesVi;
