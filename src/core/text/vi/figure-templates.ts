import type { FigureColumn, FigureEffect, FigureNote, FileFault, RowFault } from '../../rules/figure-import.ts';
import type { ResultState } from '../../rules/result-match.ts';
import { formatDate } from '../dates.ts';
import { formatDecimal } from '../numbers.ts';

/** Words of figures taken over from files: the Excel template, what is wrong in it cell by cell, the preview. */

type Facts = Record<string, unknown>;
const said = (value: unknown) => String(value ?? '');

const columns: Record<FigureColumn, string> = {
  position: 'TT',
  target: 'Chỉ tiêu',
  unit: 'Đơn vị tính',
  share: 'Mức giao',
  before: 'Lũy kế kỳ trước',
  lastYear: 'Cùng kỳ năm trước',
  form: 'Số liệu tính theo',
  value: 'Số liệu kỳ này',
  numerator: 'Phần (đã đạt)',
  denominator: 'Tổng',
  estimated: 'Ước / Chính thức',
  note: 'Ghi chú',
  state: 'Trạng thái',
  key: 'Mã (không sửa)',
};

const fileFaults: Record<FileFault | Exclude<RowFault, 'approved' | 'not-asked'>, (facts: Facts) => string> = {
  'no-stamp': () =>
    'Tệp không có trang tính nào do phần mềm tạo làm mẫu. Hãy tải mẫu của kỳ này, chép số liệu sang rồi chọn lại.',
  'stamp-broken': () =>
    'Dấu nhận biết của mẫu đã bị sửa nên không biết chắc đây là mẫu của đơn vị nào, kỳ nào. Hãy tải mẫu mới và chép số liệu sang.',
  'newer-template': () => 'Mẫu này do bản phần mềm mới hơn tạo ra. Hãy tải lại mẫu ở đây.',
  'other-year': ({ found, own, title }) =>
    `Đây là mẫu của năm ${said(found)}${title ? ` (${said(title)})` : ''}, còn bạn đang nhập số liệu năm ${said(own)}. Hãy tải mẫu của năm nay.`,
  'other-movement': ({ title }) =>
    title ? `Đây là mẫu của phong trào khác: ${said(title)}.` : 'Đây là mẫu của phong trào khác.',
  'other-period': ({ found, own }) => `Đây là mẫu của kỳ ${said(found)}, còn bạn đang nhập kỳ ${said(own)}.`,
  'unit-not-reached': ({ name }) =>
    name ? `Đây là mẫu của ${said(name)}; bạn không nhập số liệu cho đơn vị này.` : 'Đây là mẫu của đơn vị khác.',
  'sheet-twice': ({ name, other }) => `${said(name)} có mặt ở hai trang tính, trang kia là “${said(other)}”.`,
  'target-unknown': () => 'Dòng này không còn trong các chỉ tiêu của kỳ. Hãy tải mẫu mới.',
  'target-changed': () =>
    'Chỉ tiêu này đã đổi cách tính hoặc đơn vị tính từ khi tạo mẫu. Hãy tải mẫu mới và chép số liệu sang.',
  'row-twice': ({ other }) => `Cùng một số liệu có ở hai chỗ, chỗ kia là ${said(other)}.`,
  'too-many-cells': ({ most }) =>
    `Quá nhiều số liệu: mỗi lần nhận ${formatDecimal(said(most))}. Hãy chia thành nhiều tệp.`,
  'formula-outside': () =>
    'Công thức trong ô gọi tới tệp khác hoặc chương trình khác nên không dùng. Hãy gõ kết quả vào ô.',
  'formula-empty': () => 'Ô có công thức nhưng chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại, hoặc gõ kết quả vào ô.',
  'cell-error': ({ value }) => `Ô đang báo lỗi ${said(value)}. Hãy sửa công thức hoặc gõ kết quả.`,
  date: ({ value }) =>
    `Excel đã đổi ô này thành ngày ${formatDate(said(value))}. Nếu là tỷ lệ như 7/8, hãy gõ 7 vào cột “${columns.numerator}” và 8 vào cột “${columns.denominator}”.`,
  boolean: () => 'Ô này cần một con số, không nhận ĐÚNG hay SAI.',
  merged: ({ range }) => `Các ô ${said(range)} bị gộp nên không biết số nào của dòng nào. Hãy bỏ gộp ô.`,
  'percent-not-asked': () => 'Ô được định dạng phần trăm, còn chỉ tiêu này không tính bằng %. Hãy gõ con số thường.',
  'value-and-fraction': () =>
    `Có cả “${columns.value}” lẫn “${columns.numerator}”, “${columns.denominator}”. Hãy chỉ giữ một cách.`,
  'fraction-incomplete': () => `Cần đủ cả “${columns.numerator}” và “${columns.denominator}”.`,
  'estimate-unknown': ({ value }) => `“${said(value)}”: ở đây chỉ chọn Ước hoặc Chính thức.`,
  'note-too-long': ({ most }) => `Ghi chú dài quá ${formatDecimal(said(most))} chữ.`,
  'tick-unknown': ({ value }) => `“${said(value)}”: ở dòng có tên này chỉ chọn Đạt hoặc Chưa đạt.`,
  'things-changed': () =>
    'Danh sách tên của chỉ tiêu này trong tệp không còn đúng với danh sách đang dùng. Hãy tải mẫu mới rồi đánh dấu lại.',
  'not-reached': () => 'Mã truy cập hoặc tài khoản này không nhập được số liệu cho đơn vị đó.',
  'target-not-there': () => 'Không có chỉ tiêu này, hoặc không thuộc phạm vi được xem.',
  empty: () => 'Dòng này không có số liệu.',
  'not-listed': () => 'Có tên được đánh dấu không nằm trong danh sách của chỉ tiêu này.',
  'ticks-disagree': ({ typed, counted }) =>
    counted
      ? `Đánh dấu theo tên được ${said(counted)}, còn ở đây ghi ${said(typed)}. Hãy sửa cho khớp, hoặc để trống ô này.`
      : 'Con số ghi kèm không khớp với số tên được đánh dấu.',
};

const effects: Record<FigureEffect, string> = { new: 'Mới', changed: 'Thay đổi', unchanged: 'Giữ nguyên' };

const notes: Record<FigureNote, string> = {
  formula: 'Ô là công thức: lấy kết quả đã tính',
  percent: 'Ô định dạng %: đã hiểu 0,875 là 87,5',
  'text-number': 'Số gõ dạng chữ',
  rounded: 'Đã làm tròn đến 9 chữ số thập phân',
};

export const figureTemplatesVi = {
  columns,
  fileFaults,
  effects,
  notes,
  estimate: 'Ước',
  final: 'Chính thức',
  reached: 'Đạt',
  notReached: 'Chưa đạt',
  thing: (name: string): string => `– ${name}`,
  missing: (names: readonly string[]): string => `Chưa đạt: ${names.join(', ')}`,
  fileName: (unit: string, period: string): string => `So lieu - ${unit} - ${period}.xlsx`,
  zipName: (movement: string, period: string): string => `Mau so lieu - ${movement} - ${period}.zip`,
  sheetTitle: 'SỐ LIỆU THỰC HIỆN',
  sheetMovement: (title: string): string => `Phong trào: ${title}`,
  sheetUnit: (name: string): string => `Đơn vị: ${name}`,
  sheetPeriod: (period: string, made: string): string => `Kỳ: ${period}. Mẫu tạo ngày ${formatDate(made)}.`,
  sheetHint:
    'Chỉ điền các ô nền vàng. Tỷ lệ của những thứ đếm được (7/8 trường) điền 7 vào “Phần”, 8 vào “Tổng”; chỗ liệt kê tên thì chọn Đạt hoặc Chưa đạt cho từng tên. Ô để trống là chưa nhập, không xóa số đã có.',
  period: { period: 'Trong kỳ', cumulative: 'Lũy kế từ đầu năm' },
  inputTitle: 'Số liệu',
  inputPercent: 'Gõ số phần trăm, ví dụ 87,5',
  badNumber: 'Ô này cần một con số.',
  badWhole: 'Đơn vị tính này đếm từng cái: cần số nguyên, không âm.',
  badShare: 'Tỷ lệ từ 0 đến 100.',
  badEstimate: 'Chọn Ước hoặc Chính thức.',
  badTick: 'Chọn Đạt hoặc Chưa đạt.',
  report: 'Số liệu trong báo cáo',
  reportAbout:
    'Đánh dấu những số đúng là của đơn vị trong kỳ này rồi bấm Nhập. Chưa đánh dấu thì không nhập. Báo cáo được gắn làm tài liệu kiểm chứng.',
  reportUnit: 'Báo cáo của đơn vị',
  reportNone: 'Không thấy số liệu thực hiện nào trong văn bản này.',
  reportSaid: 'Trong báo cáo',
  reportTick: (name: string): string => `Nhập “${name}”`,
  reportEnter: (count: number): string => (count === 0 ? 'Nhập' : `Nhập ${formatDecimal(String(count))} số liệu`),
  reportStates: {
    matched: 'Khớp chỉ tiêu và kỳ',
    undated: 'Báo cáo không nói số này tính đến khi nào',
    'several-figures': 'Báo cáo nêu nhiều số khác nhau cho chỉ tiêu này',
    'several-targets': 'Có thể thuộc nhiều chỉ tiêu: hãy nhập tay',
    'other-period': 'Số của kỳ khác',
    'no-figure': 'Không đổi được sang đơn vị tính của chỉ tiêu',
    'no-target': 'Không có chỉ tiêu nào như vậy trong kỳ',
  } satisfies Record<ResultState, string> as Record<ResultState, string>,
  menu: 'Excel, báo cáo',
  templateOwn: 'Tải mẫu Excel',
  templateBook: 'Tải mẫu Excel: mỗi đơn vị một trang tính',
  templateFiles: 'Tải mẫu Excel: mỗi đơn vị một tệp (zip)',
  take: 'Nhập từ tệp',
  takeAbout:
    'Thả tệp Excel đã điền theo mẫu, hoặc báo cáo kết quả (Word, PDF). Chương trình cho xem trước từng ô; chỉ ghi khi bạn bấm Nhập, và ghi tất cả hoặc không ghi gì.',
  takeDrop: 'Thả tệp vào đây',
  takeDropNow: 'Thả để xem trước',
  takePick: 'Chọn tệp',
  takeAnother: 'Chọn tệp khác',
  takeFormats: 'Mẫu Excel (.xlsx), tối đa 20 MB; báo cáo .docx, .doc, .pdf, tối đa 50 MB.',
  takeReading: 'Đang đọc tệp …',
  takeTooLarge: 'Tệp lớn quá nên chưa được gửi đi.',
  takeFile: (file: string): string => `Tệp ${file}.`,
  takeFaults: (count: number): string =>
    `Có ${formatDecimal(String(count))} chỗ cần sửa. Chưa có gì được ghi. Hãy sửa trong tệp, lưu lại rồi chọn lại tệp.`,
  takeNothing: 'Không có gì mới để nhập.',
  takeWill: 'Sẽ nhập',
  takeApply: (count: number): string => `Nhập ${formatDecimal(String(count))} số liệu`,
  takeDone: (count: number): string => `Đã nhập ${formatDecimal(String(count))} số liệu, ở trạng thái nháp.`,
  takeShown: (shown: number, count: number): string =>
    `Hiện ${formatDecimal(String(shown))} trong ${formatDecimal(String(count))} dòng.`,
  empty: 'Để trống',
  hiddenSheets: (names: readonly string[]): string =>
    `Không đọc trang tính đang ẩn: ${names.map((name) => `“${name}”`).join(', ')}. Nếu có số liệu ở đó, hãy cho hiện lại.`,
  otherSheets: (names: readonly string[]): string =>
    `Không đọc trang tính không phải mẫu: ${names.map((name) => `“${name}”`).join(', ')}.`,
  linksOutside: 'Tệp có liên kết tới tệp khác; chương trình không mở các liên kết đó.',
  place: 'Ô',
  unit: 'Đơn vị',
  target: 'Chỉ tiêu',
  effect: 'Sẽ làm',
  before: 'Đang có',
  after: 'Trong tệp',
  mind: 'Lưu ý',
  fault: 'Cần sửa',
  wholeFile: 'Cả tệp',
  faultsTitle: 'Chỗ cần sửa',
  undo: 'Hoàn tác',
  undone: (count: number, left: number): string =>
    left === 0
      ? `Đã hoàn tác ${formatDecimal(String(count))} số liệu.`
      : `Đã hoàn tác ${formatDecimal(String(count))} số liệu; ${formatDecimal(String(left))} số đã gửi, đã duyệt hoặc được sửa sau đó nên giữ nguyên.`,
  imports: 'Các lần nhập từ tệp',
  importsOf: (count: number, file: string): string => `${formatDecimal(String(count))} số liệu từ ${file}`,
  importBy: (post: string, at: string): string => `${post}, ngày ${formatDate(at)}`,
  importUndone: 'Đã hoàn tác',
  importKinds: {
    template: 'Mẫu Excel',
    document: 'Báo cáo',
    token: 'Phần mềm khác',
    command: 'Dòng lệnh',
  },
  undoAsk: (file: string): string =>
    `Hoàn tác lần nhập từ ${file}? Những ô còn là nháp trở lại như trước khi nhập; số đã gửi hoặc đã sửa sau đó giữ nguyên.`,
};
export type FigureTemplatesText = typeof figureTemplatesVi;
