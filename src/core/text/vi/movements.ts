/** Words of movements, targets and progress. */

import { DOMAINS } from '../../law/domains.ts';
import type { DueRelation } from '../../rules/calendar.ts';
import type { HistoryDeed, HistoryField, HistorySubject } from '../../rules/history.ts';
import type {
  DutyRole,
  MovementKind,
  MovementRefusal,
  MovementSource,
  MovementState,
  ResponseKind,
  TaskState,
} from '../../rules/movements.ts';
import type { Verdict } from '../../rules/progress.ts';
import { type Comparator, comparisonSign, type GoalFault, type GoalFigure } from '../../rules/targets.ts';
import { formatDate } from '../dates.ts';
import { formatDecimal } from '../numbers.ts';

type RefusalFacts = Record<string, unknown>;

const kinds: Record<MovementKind, string> = { regular: 'Thường xuyên', thematic: 'Theo chuyên đề' };

const states: Record<MovementState, string> = {
  upcoming: 'Sắp bắt đầu',
  running: 'Đang diễn ra',
  ended: 'Đã kết thúc',
  archived: 'Đã lưu trữ',
};

const sources: Record<MovementSource, string> = {
  document: 'Tạo từ văn bản',
  copy: 'Sao từ phong trào trước',
  parent: 'Lập từ chỉ tiêu cấp trên',
  empty: 'Lập mới',
};

const responses: Record<ResponseKind, string> = {
  'own-plan': 'Có kế hoạch riêng',
  folded: 'Lồng ghép',
  'not-applicable': 'Không áp dụng',
};

const taskStates: Record<TaskState, string> = {
  'to-do': 'Chưa làm',
  'in-progress': 'Đang làm',
  done: 'Đã xong',
  cancelled: 'Thôi không làm',
};

const dutyRoles: Record<DutyRole, string> = { lead: 'Chủ trì', supporting: 'Phối hợp' };

const dueRelations: Record<DueRelation, string> = {
  before: 'trước ngày',
  by: 'chậm nhất ngày',
  on: 'ngày',
  within: 'trong hạn đến ngày',
};

const verdicts: Record<Verdict, string> = {
  exceeded: 'Vượt',
  achieved: 'Đạt',
  missed: 'Không đạt',
  'on-track': 'Đúng tiến độ',
  'at-risk': 'Có nguy cơ không đạt',
  late: 'Chậm tiến độ',
  'no-data': 'Chưa có số liệu',
  'not-yet-due': 'Chưa đến kỳ',
};

const deeds: Record<HistoryDeed, string> = {
  created: 'Tạo phong trào',
  edited: 'Sửa thông tin chung',
  numbered: 'Nhập số, ngày văn bản',
  archived: 'Đưa vào lưu trữ',
  restored: 'Lấy ra khỏi lưu trữ',
  added: 'Thêm',
  revised: 'Điều chỉnh',
  'state-set': 'Đổi trạng thái',
  removed: 'Xóa',
  answered: 'Hưởng ứng',
  withdrawn: 'Rút lại',
  'updated-from-document': 'Cập nhật theo văn bản mới',
  opened: 'Mở cho giám sát',
  closed: 'Thôi mở cho giám sát',
};

const subjects: Record<HistorySubject, string> = {
  movement: 'Phong trào',
  target: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
  response: 'Hưởng ứng',
  document: 'Văn bản',
};

const fields: Record<HistoryField, string> = {
  title: 'Tên phong trào',
  theme: 'Chủ đề',
  kind: 'Loại',
  year: 'Năm',
  period: 'Thời gian',
  launcher: 'Đơn vị phát động',
  'joint-launchers': 'Phối hợp phát động',
  number: 'Số văn bản',
  symbol: 'Ký hiệu',
  'issued-on': 'Ngày ban hành',
  place: 'Nơi ban hành',
  name: 'Tên chỉ tiêu',
  indicator: 'Trong danh mục',
  domain: 'Lĩnh vực',
  figure: 'Mức phấn đấu',
  scope: 'Phạm vi',
  'due-on': 'Thời hạn',
  'due-relation': 'Cách tính hạn',
  owner: 'Đơn vị phụ trách',
  'lead-organisation': 'Đơn vị chủ trì',
  'part-of': 'Thuộc chỉ tiêu',
  content: 'Nội dung',
  assignee: 'Đơn vị thực hiện',
  role: 'Vai trò',
  via: 'Gửi qua',
  person: 'Người phụ trách',
  product: 'Sản phẩm',
  authority: 'Thẩm quyền',
  state: 'Trạng thái',
  how: 'Cách hưởng ứng',
  reason: 'Lý do',
  'answering-movement': 'Phong trào hưởng ứng',
  'answering-target': 'Chỉ tiêu đáp ứng',
  'plan-level': 'Mức để tính tiến độ',
  'assigned-value': 'Tỉnh giao',
  'council-value': 'HĐND giao',
  'aspired-value': 'Phấn đấu',
  supporters: 'Đơn vị phối hợp',
  'data-source': 'Nguồn số liệu',
  'data-period': 'Kỳ có số liệu',
  'entered-as': 'Cách nhập',
  'year-kind': 'Loại năm',
  things: 'Danh sách',
  rating: 'Xếp loại',
  evidence: 'Tài liệu kiểm chứng',
  recipients: 'Nơi nhận',
  'report-due': 'Hạn báo cáo',
  citation: 'Căn cứ',
  text: 'Nội dung',
};

const figureFaults: Record<GoalFault, string> = {
  'value-missing': 'chưa có con số',
  'range-incomplete': 'khoảng giá trị thiếu một đầu',
  'range-reversed': 'số đầu của khoảng lớn hơn số cuối',
  'fraction-incomplete': 'phân số thiếu tử số hoặc mẫu số',
  'fraction-above-one': 'tử số lớn hơn mẫu số',
  'denominator-zero': 'mẫu số phải lớn hơn 0',
};

const day = (date: unknown): string => (typeof date === 'string' ? formatDate(date) : '…');

const refusals: Record<MovementRefusal['code'], (facts: RefusalFacts) => string> = {
  'period-reversed': (facts) =>
    `Ngày bắt đầu (${day(facts['from'])}) sau ngày kết thúc (${day(facts['until'])}). Sửa lại một trong hai ngày.`,
  'launcher-not-alive': (facts) =>
    `${facts['name']} không hoạt động trong thời gian của phong trào. Chọn đơn vị khác hoặc sửa thời gian.`,
  'launcher-out-of-reach': (facts) =>
    `${facts['name']} nằm ngoài phạm vi phụ trách của bạn. Chọn đơn vị của mình hoặc đơn vị trực thuộc.`,
  'joint-is-launcher': (facts) => `${facts['name']} đã là đơn vị phát động, không thể vừa phối hợp với chính mình.`,
  'joint-not-alive': (facts) =>
    `${facts['name']} không hoạt động trong thời gian của phong trào nên không thể phối hợp phát động.`,
  'number-taken': (facts) =>
    `Số ${facts['numberSymbol']} đã dùng cho phong trào “${facts['title']}” trong cùng năm. Kiểm tra lại với văn thư.`,
  'not-opened': () => 'Phong trào này không còn mở cho giám sát. Ý kiến của bạn chưa được gửi.',
  'too-many-comments': ({ count }) =>
    `Phong trào đã có ${String(count)} ý kiến, nhiều nhất có thể. Hãy trao đổi trực tiếp với đơn vị.`,
  'movement-archived': () => 'Phong trào đã lưu trữ nên không sửa được. Lấy ra khỏi lưu trữ rồi sửa.',
  'movement-not-archived': () => 'Phong trào này không nằm trong lưu trữ.',
  'figure-faulty': (facts) =>
    `Chỉ tiêu “${facts['name']}”: ${figureFaults[facts['fault'] as GoalFault] ?? 'con số chưa hợp lệ'}.`,
  'target-part-of-itself': (facts) => `Chỉ tiêu “${facts['name']}” không thể là thành phần của chính nó.`,
  'target-part-of-other': (facts) => `Chỉ tiêu “${facts['name']}” chỉ có thể thuộc một chỉ tiêu của cùng phong trào.`,
  'target-has-figures': (facts) =>
    `Chỉ tiêu “${facts['name']}” đã có ${facts['count']} số liệu nên không xóa được. Có thể điều chỉnh chỉ tiêu.`,
  'target-has-parts': (facts) =>
    `Chỉ tiêu “${facts['name']}” còn ${facts['count']} chỉ tiêu thành phần. Xóa hoặc tách các chỉ tiêu đó trước.`,
  'response-needs-movement': (facts) =>
    facts['how'] === 'folded'
      ? 'Chọn phong trào mà nội dung này được lồng ghép vào.'
      : 'Chọn kế hoạch của đơn vị dùng để hưởng ứng.',
  'response-needs-reason': () => 'Nêu lý do không áp dụng phong trào này.',
  'response-is-itself': () => 'Một phong trào không thể hưởng ứng chính nó.',
  'response-not-below': (facts) =>
    `${facts['name']} không thuộc đơn vị phát động nên không cần hưởng ứng phong trào này.`,
  'response-not-own-movement': (facts) => `Phong trào được chọn không do ${facts['name']} phát động.`,
  'response-answered-already': (facts) =>
    `${facts['name']} đã hưởng ứng phong trào này. Rút lại hưởng ứng cũ trước khi ghi cách khác.`,
  'source-out-of-reach': () => 'Phong trào gốc không thuộc đơn vị của bạn hoặc cấp trên của bạn.',
};

/** 92,1% but 337,2 tỷ đồng. */
function withUnit(number: string, unit: string | null): string {
  if (unit === null) return number;
  return unit.startsWith('%') ? `${number}${unit}` : `${number} ${unit}`;
}

/** What a change by so much, or keeping so much, is compared with; "giảm ≥ 10%" would be read twice. */
const comparisons: Record<Comparator, string> = {
  eq: '',
  ge: 'ít nhất ',
  gt: 'trên ',
  le: 'không quá ',
  lt: 'dưới ',
  approx: 'khoảng ',
  between: '',
};

const changes = { 'decrease-by': 'giảm', 'increase-by': 'tăng', maintain: 'giữ' } as const;

/** A target's figure in one short phrase: "≥ 337,2 tỷ đồng", "giảm ít nhất 10%", "14 - 14,5%", "7/8 trường". */
function figure(goal: GoalFigure): string {
  const { numerator, denominator, value, low, high, unit } = goal;
  const fraction =
    numerator !== null && denominator !== null ? `${formatDecimal(numerator)}/${formatDecimal(denominator)}` : null;
  const number =
    goal.comparator === 'between' && low !== null && high !== null
      ? `${formatDecimal(low)} - ${formatDecimal(high)}`
      : value !== null
        ? formatDecimal(value)
        : null;
  const amount = number === null ? withUnit(fraction ?? '…', unit) : withUnit(number, unit);
  const full = number !== null && fraction !== null ? `${amount} (${fraction})` : amount;
  const sign = comparisonSign(goal);
  if (goal.change === 'decrease-by' || goal.change === 'increase-by' || goal.change === 'maintain') {
    const compared = goal.comparator === 'eq' && sign === '≤' ? 'le' : goal.comparator;
    return `${changes[goal.change]} ${comparisons[compared]}${full}`;
  }
  return sign === null || (fraction !== null && number === null) ? full : `${sign} ${full}`;
}

/** Why a verdict stands, in words: "Đạt 41% kế hoạch, cùng thời điểm cần 49,6%". */
function progress(judged: { verdict: Verdict; attainment: string | null; expectedAttainment: string | null }): string {
  const { verdict, attainment, expectedAttainment } = judged;
  if (attainment === null) return verdicts[verdict];
  const reached = `Đạt ${formatDecimal(attainment.replace(/\.0$/, ''))}% kế hoạch`;
  return expectedAttainment === null
    ? reached
    : `${reached}, cùng thời điểm cần ${formatDecimal(expectedAttainment.replace(/\.0$/, ''))}%`;
}

export const movementsVi = {
  kinds,
  states,
  sources,
  responses,
  taskStates,
  dutyRoles,
  dueRelations,
  verdicts,
  deeds,
  subjects,
  fields,
  figureFaults,
  refusals,
  figure,
  progress,
  daysLeft: (days: number): string => (days === 0 ? 'ngày cuối' : `còn ${days} ngày`),
  sample: 'Số liệu mẫu',
  estimated: 'Ước',
  coverage: (reported: number, of: number): string => `${reported}/${of} đơn vị`,
  domains: DOMAINS,
  noDomain: 'Chưa xếp lĩnh vực',
};

/** The same words in every language. */
export type MovementsText = typeof movementsVi;
