import type { AnswerState, CellFault, ColumnKind, RequestRefusal, RowsHow } from '../../rules/data-requests.ts';
import { formatDate } from '../dates.ts';
import { urgedUntil } from './figure-pages.ts';
import { figuresVi } from './figures.ts';

/** Phiếu thu thập số liệu: drawing or uploading a table, filling it in, putting it together. */

type Facts = Record<string, unknown>;

const kinds: Record<ColumnKind, string> = {
  text: 'Chữ',
  whole: 'Số nguyên',
  decimal: 'Số có lẻ',
  percent: 'Tỷ lệ %',
  date: 'Ngày',
};

const states: Record<AnswerState, string> = {
  waiting: 'Chưa điền',
  draft: 'Đang điền',
  sent: 'Đã gửi',
  returned: 'Trả lại',
};

const rows: Record<RowsHow, string> = {
  'per-unit': 'Mỗi đơn vị một dòng',
  fixed: 'Các dòng giống nhau cho mọi đơn vị',
};

const faults: Record<CellFault, string> = {
  ...figuresVi.faults,
  'not-a-number': 'Ô này cần một con số, ví dụ 1.250,5.',
  'date-unclear': 'Ô này cần một ngày, ví dụ 05/6/2026.',
};

const refusals: Record<RequestRefusal['code'], (facts: Facts) => string> = {
  'request-columns-alike': ({ name }) =>
    `Có hai cột cùng tên “${String(name)}”. Hãy đặt tên khác nhau để đơn vị điền không nhầm.`,
  'request-no-columns': () => 'Phiếu chưa có cột nào để điền.',
  'request-no-rows': () => 'Phiếu chưa có dòng nào để điền.',
  'request-too-large': ({ most }) =>
    `Phiếu quá lớn: nhiều nhất ${String(most)} ô cho mọi đơn vị. Hãy bớt cột, dòng hoặc đơn vị.`,
  'request-no-units': () => 'Chưa chọn đơn vị nào để gửi.',
  'request-unit-not-below': ({ name }) => `${String(name)} không phải đơn vị trực thuộc.`,
  'request-due-past': ({ dueOn }) => `Hạn gửi ${formatDate(String(dueOn))} đã qua.`,
  'request-closed': () => 'Phiếu này đã đóng nên không sửa được nữa.',
  'request-not-sent': () => 'Đơn vị chưa gửi phiếu này.',
  'request-nothing-entered': () => 'Chưa điền ô nào.',
  'request-sent': () => 'Phiếu đã gửi. Sửa xong thì bấm Gửi lại.',
  'request-cell': ({ name, columnName, fault }) =>
    `${name ? `${String(name)}, ` : ''}${String(columnName)}: ${faults[fault as CellFault] ?? ''}`,
  'request-form-gone': () => 'Phiếu này không kèm biểu mẫu Excel để trả về.',
  'request-no-table': () =>
    'Không tìm thấy bảng nào trong sheet đầu tiên. Chưa có gì được lưu. Hãy kiểm tra: file .xlsx, có dòng đầu bảng (STT, Tên đơn vị, …), không đặt mật khẩu.',
};

export type RequestUrged = {
  title: string;
  dueOn: string;
  missing: readonly { unit: string; address: string | null }[];
  from: string;
  today: string;
};

export const dataRequestsVi = {
  kinds,
  states,
  rows,
  faults,
  refusals,
  title: 'Phiếu thu thập số liệu',
  tab: 'Phiếu thu thập',
  about: 'Bảng cần gấp ngoài kỳ báo cáo: vẽ bảng hoặc đưa file Excel lên, gửi cho đơn vị, nhận về một bảng tổng hợp.',
  none: 'Chưa có phiếu nào',
  noneAbout: 'Phiếu bạn gửi đi và phiếu đơn vị bạn cần điền hiện ở đây.',
  make: 'Tạo phiếu',
  request: 'Phiếu',
  from: 'Nơi gửi',
  due: 'Hạn gửi',
  state: 'Tình hình',
  coverage: (sent: number, asked: number): string => `${sent}/${asked} đơn vị`,
  own: (state: AnswerState): string =>
    ({
      waiting: 'Đơn vị bạn cần điền',
      draft: 'Đơn vị bạn đang điền',
      sent: 'Đơn vị bạn đã gửi',
      returned: 'Bị trả lại',
    })[state],
  closed: 'Đã đóng',
  overdue: 'Quá hạn',
  sample: 'Số liệu mẫu',

  makeTitle: 'Tạo phiếu thu thập số liệu',
  makeAbout: 'Ba bước: bảng cần điền, gửi cho ai, hạn gửi. Chưa gửi thì bảng đang soạn được giữ trên máy này.',
  drop: 'Chọn file Excel (.xlsx) của cấp trên',
  dropAbout: 'Đầu bảng, cột và dòng được nhận ra; kết quả trả về đúng file này.',
  recognised: (name: string): string => `Đã đọc ${name}. Xem lại các cột dưới đây, bỏ cột không cần điền.`,
  draw: 'Vẽ bảng',
  drawAgain: 'Bỏ file, vẽ bảng',
  name: 'Tên phiếu',
  help: 'Hướng dẫn điền',
  columns: 'Các cột cần điền',
  columnName: (at: number): string => `Tên cột ${at}`,
  columnKind: (at: number): string => `Kiểu cột ${at}`,
  addColumn: 'Thêm cột',
  removeColumn: (name: string): string => `Bỏ cột ${name}`,
  rowsHow: 'Các dòng',
  fixedRows: 'Tên các dòng, mỗi dòng một tên',
  formUnits: (count: number): string => `Biểu mẫu đã có sẵn tên ${count} đơn vị; số của đơn vị nào vào đúng dòng đó.`,
  formTotal: 'Dòng tổng của biểu mẫu được điền tổng.',
  to: 'Gửi cho',
  toChosen: 'Chọn đơn vị',
  toCommunes: 'Mọi xã, phường',
  toVillages: 'Mọi thôn, bản, tổ dân phố',
  units: 'Đơn vị',
  send: 'Gửi phiếu',
  madeDone: 'Đã gửi phiếu cho các đơn vị.',
  nameColumn: 'Tên dòng',
  unit: 'Đơn vị',

  fill: 'Điền phiếu',
  fillOf: (unit: string): string => `Phiếu của ${unit}`,
  choose: 'Điền cho đơn vị',
  cell: (row: string, column: string): string => `${column}, ${row}`,
  keepDraft: 'Lưu nháp',
  sendAnswer: 'Gửi',
  sendAgain: 'Gửi lại',
  saved: 'Đã lưu nháp.',
  savedAuto: 'Đang điền, tự lưu khi rời ô',
  sentDone: 'Đã gửi phiếu.',
  mend: (count: number): string => `${count} ô chưa đúng, chưa gửi gì. Hãy sửa các ô ghi đỏ.`,
  pasteHint: 'Dán cả khối từ Excel vào ô đầu; Enter xuống dòng, phím mũi tên để đi.',
  returned: (reason: string): string => `Bị trả lại: ${reason}`,
  sentBy: (post: string): string => `${post} gửi`,
  merged: 'Bảng tổng hợp',
  mergedAbout: (sent: number, asked: number): string =>
    sent === asked
      ? `Đủ ${asked} đơn vị.`
      : `Tổng hợp từ ${sent}/${asked} đơn vị đã gửi; nơi chưa gửi không tính là 0.`,
  total: 'Tổng cộng',
  byUnit: 'Theo đơn vị',
  giveBack: 'Trả lại',
  giveBackOf: (unit: string): string => `Trả lại phiếu của ${unit}`,
  giveBackAsk: (unit: string): string => `Trả lại phiếu của ${unit}?`,
  giveBackReason: 'Lý do, đơn vị đọc thấy khi mở phiếu',
  givenBack: 'Đã trả lại.',
  close: 'Đóng phiếu',
  closeAsk: 'Đóng phiếu này?',
  closeAbout: 'Sau khi đóng không đơn vị nào gửi hay sửa được nữa. Bảng tổng hợp vẫn còn.',
  closeDone: 'Đã đóng phiếu.',
  takeForm: 'Tải về đúng biểu mẫu',
  missingTitle: (count: number): string => `${count} đơn vị chưa gửi`,
  missingNone: 'Mọi đơn vị đã gửi.',
  linkGone:
    'Có thể đường dẫn đã hết hạn, được thu lại, hoặc đơn vị bạn đã có đường dẫn mới hơn. Những gì đã gửi vẫn còn.',
  linkUntil: (moment: string): string => `Đường dẫn này chỉ nhận phiếu của đơn vị bạn, mở được đến ${moment}.`,
  offlineByLink:
    'Chưa gửi được vì mất mạng. Phiếu vẫn còn trên máy này và tự gửi khi có mạng; nếu đóng trang, mở lại đường dẫn là gửi tiếp.',
  sentByLink: 'Đã gửi phiếu. Cảm ơn bạn! Còn sửa được cho đến khi phiếu đóng: sửa rồi bấm Gửi lại.',
  revokeLinks: 'Thu lại đường dẫn',
  revokeLinksAsk: 'Thu lại mọi đường dẫn của phiếu này?',
  copyZalo: 'Chép lời nhắc gửi Zalo',
  /** A reminder as people write it in a chat group. */
  urge: ({ title, dueOn, missing, from, today }: RequestUrged): string =>
    [
      'Kính gửi các đơn vị!',
      `Đến nay còn ${missing.length} đơn vị chưa gửi phiếu “${title}”:`,
      ...missing.map(({ unit, address }) => (address === null ? `- ${unit}` : `- ${unit}: ${address}`)),
      urgedUntil(dueOn, today),
      'Trân trọng cảm ơn!',
      from,
    ].join('\n'),
};
export type DataRequestsText = typeof dataRequestsVi;
