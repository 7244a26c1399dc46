/** Words of the tree of organisations: kinds, changes, refusals and the page that shows them. */

import type { ClusterRefusal } from '../../rules/clusters.ts';
import type { TreeRefusal } from '../../rules/organisation-acts.ts';
import type { ImportColumn, ImportEffect, ImportFaultCode } from '../../rules/organisation-import.ts';
import type {
  ChangePart,
  OrganisationChange,
  OrganisationKind,
  OrganisationLevel,
  Succession,
} from '../../rules/organisations.ts';
import { formatDate } from '../dates.ts';

type Facts = Record<string, unknown>;

const day = (date: unknown): string => formatDate(String(date));

const kinds: Record<OrganisationKind, string> = {
  'people-committee': 'Ủy ban nhân dân',
  department: 'Cơ quan, phòng, ban',
  'party-body': 'Cơ quan Đảng',
  'front-and-unions': 'Mặt trận, đoàn thể',
  association: 'Hội',
  village: 'Thôn, bản, tổ dân phố',
  school: 'Trường học',
  'health-station': 'Trạm y tế',
  'public-service-unit': 'Đơn vị sự nghiệp',
  'armed-force': 'Lực lượng vũ trang',
  enterprise: 'Doanh nghiệp',
  cooperative: 'Hợp tác xã',
  cluster: 'Cụm, khối thi đua',
  council: 'Hội đồng Thi đua - Khen thưởng',
};

const levels: Record<OrganisationLevel, string> = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện (trước 01/7/2025)',
  commune: 'Cấp xã',
  unit: 'Đơn vị',
};

const changes: Record<OrganisationChange, string> = {
  found: 'Thành lập',
  rename: 'Đổi tên, sửa thông tin',
  move: 'Chuyển đơn vị cấp trên',
  merge: 'Sáp nhập',
  split: 'Chia tách',
  dissolve: 'Giải thể',
};

const parts: Record<ChangePart, string> = {
  begun: 'thành lập',
  ended: 'kết thúc hoạt động',
  renamed: 'mang tên mới',
  moved: 'chuyển về',
  gained: 'tiếp nhận',
};

const successions: Record<Succession, string> = {
  merge: 'sáp nhập',
  split: 'chia tách',
  rename: 'đổi tên',
  dissolve: 'giải thể',
};

const refusals: Record<TreeRefusal | ClusterRefusal | 'import-changed', (facts: Facts) => string> = {
  'change-in-future': ({ on, today }) =>
    `Ngày ${day(on)} ở sau hôm nay (${day(today)}). Hãy làm vào chính ngày đó, hoặc ghi một ngày đã qua.`,
  'changed-since': ({ name, on }) =>
    `${name} đã có thay đổi ghi vào ngày ${day(on)}. Chọn ngày sau ngày đó, hoặc hoàn tác thay đổi kia trước.`,
  'unit-ended': ({ name, on }) => `${name} đã kết thúc hoạt động từ ngày ${day(on)}.`,
  'unit-not-yet': ({ name, on }) => `${name} chỉ có từ ngày ${day(on)}. Chọn ngày từ đó trở đi.`,
  'top-stays': ({ name }) => `${name} đứng đầu cây đơn vị nên không chuyển, sáp nhập, chia tách hay giải thể được.`,
  'under-itself': ({ name, parent }) => `${parent} đang trực thuộc ${name}, không thể làm cấp trên của chính ${name}.`,
  'stands-there-already': ({ name, parent }) => `${name} đang trực thuộc ${parent} rồi.`,
  'level-does-not-fit': ({ name, parent }) =>
    parent === null || parent === undefined
      ? `Cấp của ${name} không hợp với đơn vị cấp trên. Chọn cấp khác.`
      : `${name} không thể trực thuộc ${parent}: cấp trên phải ở cấp cao hơn.`,
  'district-ended': ({ on }) => `Từ ngày ${day(on)} không còn cấp huyện. Chọn cấp khác hoặc một ngày trước đó.`,
  'name-taken': ({ name, parent }) =>
    parent
      ? `${parent} đã có đơn vị tên ${name}. Chọn tên khác.`
      : `Cùng cấp trên đã có đơn vị tên ${name}. Chọn tên khác.`,
  'code-taken': ({ name }) => `Mã này đang dùng cho ${name}. Kiểm tra lại mã.`,
  'nothing-changed': ({ name }) => `Chưa có gì khác so với thông tin hiện có của ${name}.`,
  'merge-too-few': () => 'Sáp nhập thành đơn vị mới cần ít nhất hai đơn vị.',
  'merge-different-level': ({ name }) => `${name} khác cấp với đơn vị sau sáp nhập.`,
  'merge-different-kind': ({ name }) => `${name} khác loại với đơn vị sau sáp nhập.`,
  'merge-above-below': ({ name }) =>
    `${name} là cấp trên của một đơn vị trong số này nên không sáp nhập ngang nhau được.`,
  'split-too-few': () => 'Chia tách cần ít nhất hai đơn vị mới, hoặc một đơn vị mới khi đơn vị cũ vẫn còn.',
  'not-a-province': ({ name }) =>
    `${name} không phải đơn vị cấp tỉnh nên không nhận danh sách xã, phường của một tỉnh.`,
  'children-without-place': ({ name, count }) =>
    `${name} còn ${count} đơn vị trực thuộc chưa có nơi chuyển về. Chọn đơn vị tiếp nhận cho tất cả.`,
  'successor-is-itself': ({ name }) => `${name} không thể kế thừa chính mình.`,
  'undo-not-last': ({ name }) => `${name} đã có thay đổi sau đó. Hoàn tác thay đổi sau cùng trước.`,
  'undo-done': () => 'Thay đổi này đã được hoàn tác rồi.',
  'undo-hangs': ({ name }) =>
    `${name} đã có người, phong trào hoặc số liệu gắn với nó nên không hoàn tác được. Hãy sáp nhập hoặc giải thể bằng một thay đổi mới.`,
  'import-changed': () => 'Cây đơn vị hoặc tệp đã khác so với lúc xem trước. Chưa có gì được ghi. Hãy xem trước lại.',
  'not-a-cluster': ({ name }) => `${name} không phải cụm, khối thi đua.`,
  'cluster-in-cluster': ({ name }) => `${name} cũng là cụm, khối nên không thể làm thành viên.`,
  'member-already': ({ name, cluster }) => `${name} đã là thành viên của ${cluster}.`,
  'member-not-there': ({ name, cluster }) => `${name} không còn là thành viên của ${cluster}.`,
  'member-since': ({ name, on }) => `${name} mới vào từ ngày ${day(on)}. Chọn ngày sau đó.`,
};

/** Titles of the list's columns, by which a file is known again. */
const columns: Record<ImportColumn, string> = {
  code: 'Mã đơn vị',
  name: 'Tên đơn vị',
  kind: 'Loại',
  level: 'Cấp',
  parentCode: 'Mã đơn vị cấp trên',
  parentName: 'Tên đơn vị cấp trên',
  issuerName: 'Tên khi ban hành văn bản',
  from: 'Từ ngày',
  until: 'Đến ngày',
  key: 'Khóa (không sửa)',
};

const effects: Record<ImportEffect, string> = {
  new: 'Thêm mới',
  renamed: 'Đổi tên, sửa',
  moved: 'Chuyển cấp trên',
  ended: 'Kết thúc',
  unchanged: 'Giữ nguyên',
};

const faults: Record<ImportFaultCode, (facts: Facts) => string> = {
  'wrong-columns': ({ missing }) =>
    `Không thấy cột ${String(missing)}. Tệp này có lẽ là một mẫu khác; hãy dùng mẫu “Danh sách đơn vị” tải từ trang này.`,
  'file-outdated': ({ asOf, latest }) =>
    `Tệp ghi danh sách tính đến ngày ${day(asOf)}, nhưng cây đơn vị đã thay đổi ngày ${day(latest)}. Hãy tải danh sách mới rồi sửa trên đó.`,
  'other-province': ({ found, own }) => `Tệp ghi là của ${found}, không phải ${own}. Hãy chọn đúng tệp.`,
  'no-rows': () => 'Tệp chưa có dòng đơn vị nào dưới dòng tiêu đề.',
  missing: () => 'Ô này cần điền.',
  'too-long': ({ most }) => `Dài hơn ${most} ký tự. Hãy rút ngắn.`,
  'unknown-kind': ({ value }) => `Không có loại “${value}”. Chọn một loại trong danh sách của ô.`,
  'unknown-level': ({ value }) => `Không có cấp “${value}”. Chọn một cấp trong danh sách của ô.`,
  'bad-code': ({ value }) => `Mã “${value}” chỉ được gồm chữ không dấu, số, dấu chấm và gạch nối, tối đa 30 ký tự.`,
  'bad-key': () => 'Cột khóa bị sửa. Hãy để trống cho đơn vị mới, giữ nguyên cho đơn vị đã có.',
  'date-is-text': ({ value }) => `“${value}” không phải ngày. Viết theo kiểu 31/12/2026.`,
  formula: () => 'Ô có công thức. Hãy sao chép rồi dán giá trị (Paste Values).',
  'cell-error': ({ value }) => `Ô đang báo lỗi ${value}. Hãy sửa rồi lưu lại.`,
  merged: ({ value }) => `Các ô ${value} bị gộp. Hãy bỏ gộp, mỗi ô một giá trị.`,
  'wrong-cell': ({ value }) => `Không dùng được giá trị “${value}” ở ô này.`,
  'unknown-key': ({ name }) => `Khóa của ${name} không có trong cây đơn vị bạn phụ trách. Để trống nếu là đơn vị mới.`,
  'row-twice': ({ name, other }) => `${name} đã có ở dòng ${other}. Mỗi đơn vị chỉ một dòng.`,
  'code-twice': ({ value, other }) => `Mã ${value} đã dùng ở dòng ${other}.`,
  'code-taken': ({ name }) => `Mã này đang dùng cho ${name}.`,
  'unknown-parent': ({ value }) => `Không thấy đơn vị cấp trên “${value}” trong tệp và trong cây đơn vị bạn phụ trách.`,
  'ambiguous-parent': ({ value, count }) =>
    `Có ${count} đơn vị tên “${value}”. Hãy điền mã đơn vị cấp trên để chỉ đúng một đơn vị.`,
  circle: ({ name }) => `${name} sẽ trực thuộc chính mình qua các đơn vị khác. Kiểm tra lại cấp trên.`,
  'level-does-not-fit': ({ name, parent }) => `${name} không thể trực thuộc ${parent}: cấp trên phải ở cấp cao hơn.`,
  'name-taken': ({ name, parent }) => `${parent} sẽ có hai đơn vị cùng tên ${name}.`,
  'district-ended': ({ on }) => `Từ ngày ${day(on)} không còn cấp huyện: cần ngày kết thúc không muộn hơn ngày đó.`,
  'until-before-from': ({ from }) => `Ngày kết thúc phải sau ngày bắt đầu (${day(from)}).`,
  'from-stays': ({ on }) =>
    `Ngày bắt đầu của đơn vị đã có không sửa được bằng tệp${on ? ` (đang là ${day(on)})` : ''}. Hãy để như cũ.`,
  'change-in-future': ({ on, today }) => `Ngày ${day(on)} ở sau hôm nay (${day(today)}).`,
  'changed-since': ({ name, on }) => `${name} đã có thay đổi ghi ngày ${day(on)}. Ngày áp dụng phải sau ngày đó.`,
  'parent-later': ({ parent, on }) => `${parent} chỉ có từ ngày ${day(on)}.`,
  'parent-ended': ({ parent, on }) => `${parent} sẽ kết thúc ngày ${day(on)} theo tệp này.`,
  'children-left': ({ name, child }) =>
    `${name} còn ${child} trực thuộc. Cho đơn vị đó một cấp trên khác hoặc ngày kết thúc trong cùng tệp.`,
  'top-stays': ({ name }) => `${name} đứng đầu cây đơn vị nên giữ nguyên chỗ.`,
};

/** What stands in the file itself beside the table. */
const sheet = {
  title: 'DANH SÁCH ĐƠN VỊ',
  asOf: (date: string) => `Tính đến ngày ${day(date)}`,
  name: 'Danh sách đơn vị',
  fileName: (date: string) => `danh-sach-don-vi-${date}.xlsx`,
  csvName: (date: string) => `danh-sach-don-vi-${date}.csv`,
  templateName: 'mau-danh-sach-don-vi.xlsx',
  notes: {
    name: 'Hướng dẫn',
    lines: [
      'Mỗi dòng một đơn vị. Đơn vị không có trong tệp thì giữ nguyên; muốn kết thúc một đơn vị hãy điền cột Đến ngày.',
      'Đến ngày là ngày đầu tiên đơn vị không còn. Ngày viết theo kiểu 31/12/2026.',
      'Cấp trên chỉ bằng mã, hoặc bằng tên khi tên đó chỉ có một. Để trống cả hai: trực thuộc đơn vị của người nhập.',
      'Cột Khóa để nhận ra đơn vị đã có khi đổi tên; để trống cho đơn vị mới, không sửa cho đơn vị đã có.',
      'Không gộp ô, không dùng công thức. Trước khi ghi, chương trình cho xem trước mọi thay đổi; có lỗi thì không ghi gì.',
    ],
  },
};

export const organisationsVi = {
  kinds,
  levels,
  changes,
  parts,
  successions,
  refusals,
  columns,
  effects,
  faults,
  sheet,
};

export type OrganisationsText = typeof organisationsVi;
