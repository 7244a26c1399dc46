import type { EvidenceRefusal } from '../../rules/evidence.ts';
import type { EntryDoubt, EntryFault } from '../../rules/figure-entry.ts';
import type { EnteredAs } from '../../rules/figure-series.ts';
import type { FigureRefusal, FigureState, WriteFault } from '../../rules/figure-states.ts';
import { formatDate } from '../dates.ts';
import { formatDecimal } from '../numbers.ts';

/** Words of figures: their states, what is wrong with them, splitting, approving and closing. */

type Facts = Record<string, unknown>;

const states: Record<FigureState, string> = {
  draft: 'Nháp',
  submitted: 'Chờ duyệt',
  approved: 'Đã duyệt',
  returned: 'Trả lại',
};

const enteredAs: Record<EnteredAs, string> = { period: 'Trong kỳ', cumulative: 'Lũy kế' };

const faults: Record<EntryFault | WriteFault, string> = {
  'not-a-number': 'Ô này cần một con số, ví dụ 1.250,5 hoặc 7/8.',
  formula: 'Ô này không nhận công thức. Hãy gõ kết quả.',
  'two-readings': 'Con số này có thể hiểu theo hai cách. Hãy chọn cách đúng.',
  'too-long': 'Con số dài quá. Hãy kiểm tra lại.',
  negative: 'Số này không thể âm.',
  'not-whole': 'Đơn vị tính này đếm từng cái, không có phần lẻ.',
  'above-hundred': 'Tỷ lệ này không thể quá 100%.',
  'part-above-whole': 'Phần không thể lớn hơn tổng.',
  'whole-zero': 'Tổng phải lớn hơn 0.',
  'period-to-come': 'Kỳ này chưa bắt đầu.',
  'period-closed': 'Kỳ này đã chốt số liệu. Muốn sửa, đề nghị cấp trên mở lại.',
  approved: 'Số này đã được duyệt nên chưa ghi số mới. Muốn sửa, đề nghị nơi duyệt điều chỉnh hoặc trả lại.',
  'correction-reason': 'Số này đã được duyệt: ghi lý do điều chỉnh thì số mới được lưu.',
  'correction-empty': 'Số đã duyệt không xóa trống được. Hãy ghi số đúng kèm lý do, hoặc trả lại cho đơn vị.',
  'not-asked': 'Đơn vị không phải báo cáo chỉ tiêu này trong kỳ này.',
};

const doubts: Record<EntryDoubt, string> = {
  'cumulative-falls': 'Lũy kế thấp hơn kỳ trước',
  'ten-times': 'Gấp hơn 10 lần kỳ trước',
  'far-above-target': 'Gấp hơn 10 lần mức được giao',
};

const text = (value: unknown) => formatDecimal(String(value ?? ''));

const refusals: Record<(FigureRefusal | EvidenceRefusal)['code'], (facts: Facts) => string> = {
  'split-differs': ({ difference, whole }) =>
    String(difference).startsWith('-')
      ? `Tổng phân bổ vượt mức chung ${text(whole)} là ${text(String(difference).slice(1))}. Sửa lại, hoặc ghi lý do để xác nhận.`
      : `Tổng phân bổ còn thiếu ${text(difference)} so với mức chung ${text(whole)}. Sửa lại, hoặc ghi lý do để xác nhận.`,
  'split-not-whole': ({ name }) =>
    `Mức giao cho ${name} có phần lẻ, mà đơn vị tính này đếm từng cái. Chưa có gì được lưu; hãy sửa số đó rồi lưu lại.`,
  'split-periods-differ': ({ name, difference, share }) =>
    String(difference).startsWith('-')
      ? `${name}: tổng các kỳ vượt mức giao ${text(share)} là ${text(String(difference).slice(1))}. Sửa lại, hoặc ghi lý do để xác nhận.`
      : `${name}: tổng các kỳ còn thiếu ${text(difference)} so với mức giao ${text(share)}. Sửa lại, hoặc ghi lý do để xác nhận.`,
  'split-unit-twice': ({ name }) => `${name} có mặt hai lần.`,
  'split-unit-not-below': ({ name }) => `${name} không phải đơn vị trực thuộc.`,
  'split-no-figure': () =>
    'Chỉ tiêu này không cộng dồn được giữa các đơn vị nên không chia mức; chỉ chọn đơn vị báo cáo.',
  'split-negative': ({ name }) => `Mức giao cho ${name} không thể âm. Chưa có gì được lưu; hãy sửa số đó rồi lưu lại.`,
  'figure-not-submitted': () => 'Số liệu chưa được gửi.',
  'figure-approved': () => 'Số liệu đã được duyệt.',
  'figure-not-asked': () => 'Đơn vị không phải báo cáo chỉ tiêu này.',
  'evidence-too-many': ({ most }) =>
    `Số liệu này đã đủ ${text(most)} tệp kiểm chứng. Gỡ bớt một tệp rồi thêm lại, hoặc gộp nhiều ảnh vào một tệp PDF.`,
  'evidence-approved': () => 'Số liệu đã được duyệt nên tài liệu kiểm chứng không đổi được nữa; hãy nhờ đơn vị duyệt.',
  'evidence-closed': () => 'Kỳ này đã chốt nên tài liệu kiểm chứng không đổi được nữa.',
  'evidence-there': () => 'Tệp giống hệt đang có ở số liệu này rồi.',
  'return-says-why': () =>
    'Mỗi số liệu trả lại cần một lý do: ghi lý do chung, hoặc lý do riêng cho từng số. Chưa có gì được trả lại.',
  'figures-none-to-send': () => 'Chưa có số liệu nào để gửi.',
  'period-is-closed': () => 'Kỳ này đã chốt số liệu.',
  'period-not-begun': ({ from }) =>
    `Kỳ này đến ${formatDate(String(from))} mới bắt đầu nên chưa gửi đường dẫn được; hãy chọn kỳ đang diễn ra hoặc đã kết thúc.`,
  'period-not-over': () => 'Kỳ này chưa kết thúc nên chưa chốt được.',
  'period-not-closed': () => 'Kỳ này đang mở.',
  'period-unknown': () => 'Phong trào không có kỳ báo cáo này.',
  'period-has-open-figures': ({ count }) =>
    `Còn ${String(count)} số liệu chờ duyệt hoặc đang trả lại. Hãy duyệt hoặc nhận lại trước khi chốt.`,
  'figures-changed-since': () =>
    'Số liệu hoặc tệp đã khác so với lúc xem trước. Chưa có gì được ghi. Hãy xem trước lại.',
  'import-undone': () => 'Lần nhập này đã được hoàn tác.',
  'template-for-nobody': () => 'Trong kỳ này không có đơn vị nào mà bạn nhập số liệu.',
  'template-too-many': ({ count, most }) =>
    `Có ${text(count)} đơn vị, nhiều hơn ${text(most)} trang tính của một tệp. Hãy tải mỗi đơn vị một tệp (zip).`,
};

export const figuresVi = { states, enteredAs, faults, doubts, refusals };
export type FiguresText = typeof figuresVi;
