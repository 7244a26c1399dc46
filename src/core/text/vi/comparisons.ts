import type { AnswerRefusal, ComparedState, Height, TargetAnswerKind } from '../../rules/compare-with-parent.ts';
import type { IssuedPlanRefusal, IssueState } from '../../rules/issued-plans.ts';
import { formatDate } from '../dates.ts';
import { formatDecimal } from '../numbers.ts';

/** Words of Đối chiếu chỉ tiêu cấp trên and of who has issued a plan. */

type Facts = Record<string, unknown>;

const answers: Record<TargetAnswerKind, string> = {
  answered: 'Đáp ứng',
  adapted: 'Điều chỉnh cho phù hợp',
  'not-applicable': 'Không áp dụng',
};

const states: Record<ComparedState, string> = {
  answered: 'Đáp ứng',
  lower: 'Thấp hơn',
  adapted: 'Điều chỉnh',
  'not-applicable': 'Không áp dụng',
  suggested: 'Gợi ý, chờ xác nhận',
  missing: 'Còn thiếu',
};

const heights: Record<Height, string> = { higher: 'Cao hơn', same: 'Bằng', lower: 'Thấp hơn' };

const issues: Record<IssueState, string> = {
  issued: 'Đã ban hành',
  recorded: 'Đã ban hành (bản giấy)',
  drafted: 'Đang soạn, chưa có số',
  folded: 'Lồng ghép',
  'not-applicable': 'Không áp dụng',
  none: 'Chưa ban hành',
};

const refusals: Record<(AnswerRefusal | IssuedPlanRefusal)['code'], (facts: Facts) => string> = {
  'answer-needs-target': ({ name }) => `“${name}”: chọn chỉ tiêu của đơn vị dùng để đáp ứng.`,
  'answer-needs-reason': ({ name }) => `“${name}”: nêu lý do điều chỉnh hoặc không áp dụng.`,
  'answer-of-other': ({ name }) => `“${name}”: chỉ tiêu được chọn không thuộc kế hoạch này.`,
  'plan-needs-number': ({ name }) => `${name}: ghi số, ký hiệu hoặc ngày ban hành kế hoạch.`,
  'plan-issued-later': ({ name, on }) => `${name}: ngày ban hành ${formatDate(String(on))} chưa đến.`,
};

/** Two shares differ by points. */
const inPoints = (unit: string | null) => (unit === '%' ? 'điểm %' : unit);
const signed = (value: string) =>
  value.startsWith('-') ? `−${formatDecimal(value.slice(1))}` : `+${formatDecimal(value)}`;
const withUnit = (value: string, unit: string | null) =>
  unit === null ? value : unit === '%' ? `${value}%` : `${value} ${unit}`;

export const comparisonsVi = {
  tab: 'Đối chiếu',
  answers,
  states,
  heights,
  issues,
  refusals,
  views: { above: 'Với cấp trên', below: 'Với cấp dưới', issued: 'Ban hành kế hoạch' },
  viewsLabel: 'Đối chiếu với',
  parentPick: 'Phong trào cấp trên',
  upTitle: 'Đối chiếu chỉ tiêu cấp trên',
  downTitle: 'Chỉ tiêu của các đơn vị trực thuộc',
  issuedTitle: 'Tình hình ban hành kế hoạch',
  asked: 'Cấp trên giao',
  ours: 'Kế hoạch của đơn vị',
  standing: 'Kết quả đối chiếu',
  share: (value: string, unit: string | null) => `Phần giao cho đơn vị: ${withUnit(formatDecimal(value), unit)}`,
  noShare: 'Chưa phân bổ cho đơn vị nên chưa so được mức',
  sharesOff: (difference: string, unit: string | null) =>
    difference.startsWith('-')
      ? `Tổng phân bổ vượt mức chung ${withUnit(formatDecimal(difference.slice(1)), unit)}`
      : `Tổng phân bổ còn thiếu ${withUnit(formatDecimal(difference), unit)}`,
  difference: (difference: string, unit: string | null) => `Chênh ${withUnit(signed(difference), inPoints(unit))}`,
  adaptedHeight: (height: string) => `${height} mức cấp trên`,
  added: (count: number) => `Chỉ tiêu đơn vị tự bổ sung (${count})`,
  addedNone: 'Không có chỉ tiêu nào ngoài những chỉ tiêu đáp ứng cấp trên.',
  noParent: 'Phong trào này chưa hưởng ứng phong trào nào của cấp trên',
  noParentAbout:
    'Mở phong trào của cấp trên và bấm “Hưởng ứng”, hoặc tạo kế hoạch từ chỉ tiêu cấp trên; khi đó từng chỉ tiêu được đối chiếu ở đây.',
  noTargetsAbove: 'Phong trào cấp trên không có chỉ tiêu nào để đối chiếu.',
  noUnits: 'Chưa có đơn vị trực thuộc nào phải ban hành kế hoạch',
  noUnitsAbout: 'Đơn vị trực thuộc nhận phong trào này sẽ hiện ở đây cùng kế hoạch của mình.',
  decide: 'Ghi cách đáp ứng',
  decideOf: (name: string) => `Cách đáp ứng: ${name}`,
  how: 'Cách đáp ứng',
  ownTarget: 'Chỉ tiêu của đơn vị',
  ownNone: 'Không có chỉ tiêu riêng',
  reason: 'Lý do',
  reasonAbout: 'Người đối chiếu ở cấp trên đọc được lý do này.',
  takeBack: 'Bỏ quyết định',
  confirm: 'Xác nhận',
  confirmOf: (name: string) => `Xác nhận gợi ý: ${name}`,
  confirmAll: (count: number, unweighed: number) =>
    unweighed === 0 ? `Xác nhận ${count} gợi ý` : `Xác nhận ${count} gợi ý (${unweighed} chưa so được mức)`,
  unweighed: 'Đáp ứng, chưa so được mức',
  unweighedShort: 'chưa so được mức',
  suggestedBy: 'Cùng chỉ tiêu trong danh mục',
  saved: 'Đã ghi cách đáp ứng.',
  decidedBy: (post: string) => `${post} ghi`,
  unit: 'Đơn vị',
  plan: 'Kế hoạch',
  number: 'Số, ký hiệu',
  issuedOn: 'Ngày ban hành',
  file: 'Tệp kế hoạch',
  recordedBy: (post: string, saidBy: string | null) =>
    saidBy === null ? `${post} ghi nhận` : `${post} nhập thay, theo lời ${saidBy}`,
  record: 'Ghi nhận kế hoạch',
  recordOf: (unit: string) => `Ghi nhận kế hoạch của ${unit}`,
  recordAbout: 'Dành cho đơn vị ban hành kế hoạch ngoài phần mềm: ghi số, ngày và đính kèm tệp thay cho đơn vị.',
  saidBy: 'Người cung cấp thông tin',
  saidByAbout: 'Khi nhập thay đơn vị: ai đã báo, ví dụ “đ/c Vàng A Páo, văn phòng xã”.',
  recordSaved: 'Đã ghi nhận kế hoạch.',
  recordRemove: 'Bỏ ghi nhận',
  recordRemoveAsk: (unit: string) => `Bỏ ghi nhận kế hoạch của ${unit}?`,
  recordRemoved: 'Đã bỏ ghi nhận.',
  filePick: 'Chọn tệp (Word, PDF, ảnh; tối đa 25 MB)',
  fileTooLarge: 'Tệp lớn hơn 25 MB. Chọn tệp nhỏ hơn; số và ngày đã nhập vẫn còn.',
  issuedCount: (done: number, all: number) => `${done}/${all} đơn vị đã ban hành kế hoạch`,
  issuedNone: (names: string) => `Chưa ban hành: ${names}`,
  takenOn: 'Tổng các đơn vị nhận',
  takenOnOf: (sum: string, unit: string | null) => withUnit(formatDecimal(sum), unit),
  takenShort: (difference: string, unit: string | null) =>
    difference.startsWith('-')
      ? `vượt ${withUnit(formatDecimal(difference.slice(1)), unit)}`
      : difference === '0'
        ? 'đủ mức chung'
        : `thiếu ${withUnit(formatDecimal(difference), unit)}`,
  coverage: (given: number, of: number) => `${given}/${of} đơn vị`,
  noPlan: 'Chưa có kế hoạch trong phần mềm để đối chiếu',
  value: (value: string, unit: string | null) => withUnit(formatDecimal(value), unit),
};
