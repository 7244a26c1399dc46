/** Words of the tree of organisations: kinds, changes, refusals and the page that shows them. */

import type { ClusterRefusal } from '../../rules/clusters.ts';
import type { TreeRefusal } from '../../rules/organisation-acts.ts';
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

const refusals: Record<TreeRefusal | ClusterRefusal, (facts: Facts) => string> = {
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
  'children-without-place': ({ name, count }) =>
    `${name} còn ${count} đơn vị trực thuộc chưa có nơi chuyển về. Chọn đơn vị tiếp nhận cho tất cả.`,
  'successor-is-itself': ({ name }) => `${name} không thể kế thừa chính mình.`,
  'undo-not-last': ({ name }) => `${name} đã có thay đổi sau đó. Hoàn tác thay đổi sau cùng trước.`,
  'undo-done': () => 'Thay đổi này đã được hoàn tác rồi.',
  'undo-hangs': ({ name }) =>
    `${name} đã có người, phong trào hoặc số liệu gắn với nó nên không hoàn tác được. Hãy sáp nhập hoặc giải thể bằng một thay đổi mới.`,
  'not-a-cluster': ({ name }) => `${name} không phải cụm, khối thi đua.`,
  'cluster-in-cluster': ({ name }) => `${name} cũng là cụm, khối nên không thể làm thành viên.`,
  'member-already': ({ name, cluster }) => `${name} đã là thành viên của ${cluster}.`,
  'member-not-there': ({ name, cluster }) => `${name} không còn là thành viên của ${cluster}.`,
  'member-since': ({ name, on }) => `${name} mới vào từ ngày ${day(on)}. Chọn ngày sau đó.`,
};

export const organisationsVi = { kinds, levels, changes, parts, successions, refusals };

export type OrganisationsText = typeof organisationsVi;
