import type { PeriodKind } from '../../rules/progress.ts';
import { formatDate } from '../dates.ts';
import { figurePagesVi } from './figure-pages.ts';

/** Entry by link: the page of a village head, and what an officer sends and sees of it. */

type Period = { kind: PeriodKind; from: string; until: string };

export type LinkMessage = {
  movement: string;
  period: Period;
  dueOn: string | null;
  links: readonly { unit: string; address: string }[];
  from: string;
};

const { period } = figurePagesVi;
const inSentence = (of: Period) => `${period(of).charAt(0).toLowerCase()}${period(of).slice(1)}`;

export const figureLinksVi = {
  gone: 'Có thể đường dẫn đã hết hạn, được thu lại, hoặc đơn vị bạn đã có đường dẫn mới hơn. Những gì đã gửi vẫn còn.',
  title: (unit: string): string => `Số liệu của ${unit}`,
  about: (movement: string): string => `Phong trào: ${movement}`,
  dueOn: (day: string): string => `Gửi chậm nhất ngày ${formatDate(day)}`,
  until: (moment: string): string =>
    `Đường dẫn này chỉ nhận số liệu của đơn vị bạn trong kỳ này, mở được đến ${moment}.`,
  ask: (post: string, organisation: string): string => `Có gì chưa rõ, hỏi ${post}, ${organisation}.`,
  share: (value: string): string => `Mức giao: ${value}`,
  planned: (value: string): string => `Giao cho kỳ này: ${value}`,
  before: (value: string): string => `Kỳ trước (lũy kế): ${value}`,
  beforeLevel: (value: string): string => `Kỳ trước: ${value}`,
  lastYear: (value: string): string => `Cùng kỳ năm trước: ${value}`,
  asPeriod: 'Chỉ tính trong kỳ này',
  asCumulative: 'Lũy kế từ đầu năm đến hết kỳ này',
  asLevel: 'Tính đến cuối kỳ này',
  fraction: 'Gõ số đạt/tổng số: đạt 7 trong 8 thì gõ 7/8',
  tickAbout: 'Tích những nơi đã đạt; nơi chưa đạt để trống.',
  chooseReading: 'Ý bạn là:',
  note: 'Ghi chú cho số này',
  addNote: 'Thêm ghi chú',
  estimated: 'Đây là số ước',
  cumulative: (value: string): string => `Lũy kế đến hết kỳ này: ${value}`,
  falls: (before: string): string => `Thấp hơn kỳ trước (${before}). Nếu đúng thì cứ gửi, nên ghi chú vì sao.`,
  returned: (reason: string): string => `Bị trả lại: ${reason}`,
  keptHere: 'Số đang gõ và ảnh đã chọn được giữ trên máy này, đóng lại mở ra vẫn còn.',
  send: 'Gửi số liệu',
  sendAgain: 'Gửi lại',
  addFile: 'Thêm ảnh',
  addFileOf: (target: string): string => `Thêm ảnh hoặc giấy tờ kiểm chứng: ${target}`,
  fileHint: 'Ảnh chụp hoặc PDF. Ảnh được thu nhỏ và bỏ thông tin nơi chụp trước khi gửi.',
  fileWaits: 'Chờ gửi: bấm Gửi ở dưới',
  fileThere: 'Đã gửi',
  fileRemove: (name: string): string => `Gỡ “${name}”`,
  fileRemoveAsk: (name: string): string => `Gỡ “${name}” khỏi số liệu này?`,
  fileRemoveAbout: 'Nơi nhận vẫn thấy là đã từng có tệp này.',
  fileRemoveWord: 'Gỡ',
  fileTooLarge: (name: string, most: string): string =>
    `Tệp “${name}” lớn hơn ${most} nên chưa được thêm. Hãy chụp lại ảnh, hoặc gửi tệp này cho cán bộ.`,
  filesFull: (most: number): string => `Đã đủ ${most} tệp cho số này.`,
  filesWrong: 'Có tệp chưa nhận được: xem lý do cạnh tệp, gỡ đi hoặc chọn tệp khác. Phần còn lại đã gửi.',
  sentFiles: (count: number): string => `Đã gửi ${count} ảnh, giấy tờ.`,
  nothing: 'Hãy điền ít nhất một ô rồi gửi.',
  mend: 'Còn ô chưa đúng. Sửa chỗ ghi màu đỏ rồi gửi lại; các ô khác đã được giữ.',
  conflictReturned: 'Số này vừa bị trả lại trong lúc bạn sửa: xem lý do, kiểm tra rồi gửi lại.',
  conflict: 'Nơi nhận vừa sửa số này. Xem số mới, sửa lại nếu cần rồi gửi.',
  sent: (count: number): string => `Đã gửi ${count} số liệu. Cảm ơn bạn!`,
  sentAbout: 'Còn sửa được cho đến khi số liệu được duyệt: sửa ô cần sửa rồi bấm Gửi lại.',
  sentSame: 'Số liệu này đã gửi rồi, không có gì thay đổi.',
  offline:
    'Chưa gửi được vì mất mạng. Số và ảnh vẫn còn trên máy này và tự gửi khi có mạng; nếu đóng trang, mở lại đường dẫn là gửi tiếp.',
  allApproved: 'Số liệu kỳ này đã được duyệt. Không cần gửi gì thêm.',
  closed: 'Kỳ này đã chốt số liệu nên không sửa được nữa.',

  cardTitle: 'Đường dẫn gửi số liệu',
  cardAbout:
    'Cho nơi chưa có tài khoản: mở trên điện thoại, điền, gửi. Mỗi đường dẫn chỉ nhận số liệu của một đơn vị trong kỳ này.',
  makeMissing: (count: number): string => `Tạo cho ${count} đơn vị chưa gửi`,
  makeSome: 'Tạo đường dẫn',
  makeTitle: 'Tạo đường dẫn gửi số liệu',
  units: 'Đơn vị',
  unitsAbout: 'Đường dẫn cũ của đơn vị trong kỳ này sẽ hết dùng được.',
  unitsNone: 'Hãy chọn ít nhất một đơn vị.',
  days: 'Mở được trong',
  daysOf: (count: number): string => `${count} ngày`,
  madeTitle: (count: number): string => `Đã tạo ${count} đường dẫn`,
  madeOnce: 'Chỉ hiện một lần: chép hoặc in ngay. Lỡ mất thì tạo cái mới.',
  madeNone: 'Đường dẫn đã được tạo ở lần gửi trước và không hiện lại được. Hãy tạo cái mới.',
  copyAll: 'Chép để gửi Zalo',
  copiedAll: 'Đã chép. Dán vào nhóm Zalo là xong.',
  copyFailed: 'Trình duyệt không cho chép. Hãy bôi đen lời nhắn dưới đây rồi chép.',
  copyOf: (unit: string): string => `Chép đường dẫn của ${unit}`,
  printSlips: 'In phiếu',
  slipTitle: (of: Period): string => `Gửi số liệu ${inSentence(of)}`,
  slipHow: 'Mở máy ảnh điện thoại, quét hình này, điền số rồi bấm Gửi. Không cần mật khẩu.',
  unit: 'Đơn vị',
  state: 'Tình hình',
  sentBy: (post: string, moment: string): string => `${post} tạo ${moment}`,
  opened: (moment: string): string => `mở ${moment}`,
  used: (moment: string): string => `gửi ${moment}`,
  unopened: 'chưa mở',
  unused: 'đã mở, chưa gửi',
  ends: (moment: string): string => `mở được đến ${moment}`,
  ended: (moment: string): string => `đã hết hạn ${moment}`,
  revoke: 'Thu lại',
  revokeOf: (unit: string): string => `Thu lại đường dẫn của ${unit}`,
  revokeAll: 'Thu lại tất cả',
  revokeAsk: (unit: string): string => `Thu lại đường dẫn của ${unit}?`,
  revokeAllAsk: (count: number): string => `Thu lại cả ${count} đường dẫn của kỳ này?`,
  revokeAbout: 'Đường dẫn hết mở được ngay. Số liệu đã gửi vẫn còn.',
  revoked: (count: number): string => `Đã thu lại ${count} đường dẫn.`,
  none: 'Chưa tạo đường dẫn nào cho kỳ này.',
  message: ({ movement, period: of, dueOn, links, from }: LinkMessage): string =>
    [
      'Kính gửi các đơn vị!',
      `Đề nghị gửi số liệu ${inSentence(of)} của phong trào “${movement}”${dueOn === null ? '' : `, chậm nhất ngày ${formatDate(dueOn)}`}. Mỗi đơn vị bấm đúng đường dẫn của mình, điền số rồi gửi, không cần mật khẩu:`,
      ...links.map(({ unit, address }) => `- ${unit}: ${address}`),
      'Trân trọng cảm ơn!',
      from,
    ].join('\n'),
};
export type FigureLinksText = typeof figureLinksVi;
