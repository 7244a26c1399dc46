/** Words of people and posts: roles, refusals, the administrators' page, one's own account, links. */

import type { Role } from '../../rules/access.ts';
import type { AccountRefusal, AccountState, AccountWarning } from '../../rules/accounts.ts';
import type { PasswordRefusal } from '../../rules/passwords.ts';
import { formatDate } from '../dates.ts';

type Facts = Record<string, unknown>;
const day = (date: unknown): string => formatDate(String(date));

const roles: Record<Role, string> = {
  administrator: 'Quản trị',
  officer: 'Chuyên viên thi đua - khen thưởng',
  leader: 'Lãnh đạo',
  reporter: 'Đầu mối đơn vị',
  'council-member': 'Thành viên Hội đồng',
  'council-secretary': 'Thư ký Hội đồng',
  supervisor: 'Giám sát',
  'cluster-head': 'Cụm trưởng, khối trưởng',
  auditor: 'Kiểm tra nhật ký',
};

const states: Record<AccountState, string> = {
  invited: 'Chưa nhận lời mời',
  active: 'Đang dùng',
  'without-post': 'Hết chức danh',
  disabled: 'Đã khóa',
};

const warnings: Record<AccountWarning, string> = {
  'one-hand':
    'Người này vừa là quản trị, vừa là chuyên viên, vừa là thư ký Hội đồng: việc họ làm không có ai soát lại. Pháp luật không cấm; nên có thêm một người cùng xem, và mọi việc đều có trong nhật ký.',
};

const refusals: Record<AccountRefusal | PasswordRefusal, (facts: Facts) => string> = {
  'account-out-of-reach': () =>
    'Tài khoản này có chức danh ở ngoài phạm vi của bạn, nên chỉ quản trị cấp trên sửa được.',
  'account-disabled': () => 'Tài khoản được chọn đang bị khóa. Hãy chọn người khác hoặc mở khóa trước.',
  'account-own': () => 'Không tự khóa tài khoản của chính mình được. Hãy bàn giao cho người khác rồi nhờ họ khóa.',
  'link-made-by': ({ post, organisation }) =>
    `Đường dẫn này do ${String(post)}, ${String(organisation)} gửi. Hãy nhắn nơi đó để nhận đường dẫn mới.`,
  'account-own-ways': () =>
    'Mật khẩu và mã xác nhận của chính mình thì đổi ở trang Tài khoản của tôi, vì ở đó có hỏi mật khẩu hiện tại.',
  'grant-out-of-reach': ({ name }) => `${name} ở ngoài phạm vi quản lý của bạn.`,
  'grant-wider': ({ role }) =>
    `Bạn không giao được vai trò ${roles[role as Role] ?? ''}: vai trò đó rộng hơn quyền của bạn.`,
  'post-needs-cluster': ({ name }) => `${name} không phải cụm, khối thi đua, nên không có cụm trưởng, khối trưởng.`,
  'post-needs-council': ({ name }) => `${name} không phải Hội đồng Thi đua - Khen thưởng.`,
  'post-not-there': () => 'Chức danh này không còn. Hãy tải lại trang.',
  'post-twice': ({ name }) => `Người này đã có vai trò đó ở ${name} trong thời gian này.`,
  'post-dates': () => 'Ngày cuối phải từ ngày đầu trở đi.',
  'post-organisation-ended': ({ name, on }) =>
    `${name} đã kết thúc hoạt động từ ngày ${day(on)}. Hãy chọn đơn vị kế thừa.`,
  'post-own-administrator': () =>
    'Không tự kết thúc chức danh quản trị của chính mình được. Hãy bàn giao cho người khác.',
  'move-past': ({ today }) => `Ngày chuyển phải từ hôm nay (${day(today)}) trở đi.`,
  'loan-dates': () => 'Ngày cuối phải từ ngày đầu trở đi.',
  'loan-past': ({ today }) => `Thời gian ủy quyền đã qua; hôm nay là ${day(today)}.`,
  'loan-long': () => 'Ủy quyền dài nhất một năm. Nếu lâu hơn, hãy bàn giao.',
  'loan-own': () => 'Không ủy quyền cho chính mình được.',
  'loan-twice': () => 'Người này đã được ủy quyền chức danh đó trong thời gian này.',
  'loan-ended': () => 'Việc ủy quyền này đã kết thúc.',
  'loan-post-ended': () => 'Chức danh này không giữ vào những ngày đã chọn.',
  'hand-over-itself': () => 'Người nhận phải là người khác.',
  'hand-over-past': ({ today }) => `Ngày bàn giao phải từ hôm nay (${day(today)}) trở đi.`,
  'hand-over-nothing': () => 'Tài khoản này không còn chức danh hay việc gì để bàn giao.',
  'password-wrong': () => 'Mật khẩu hiện tại không đúng.',
  'passkey-wrong': () => 'Không nhận được khóa truy cập này. Hãy thử lại.',
  'code-wrong': () => 'Mã không đúng hoặc đã dùng. Hãy đợi mã mới trong ứng dụng rồi nhập lại.',
  'last-way-in': () => 'Đây là cách đăng nhập cuối cùng của bạn. Hãy đặt mật khẩu trước.',
  'password-short': ({ least }) => `Mật khẩu cần ít nhất ${String(least)} ký tự; một câu ngắn dễ nhớ là tốt nhất.`,
  'password-long': ({ most }) => `Mật khẩu dài nhất ${String(most)} ký tự.`,
  'password-common': () => 'Mật khẩu này dễ đoán. Hãy dùng vài từ không liên quan tới nhau.',
  'password-name': () => 'Mật khẩu không được giống tên đăng nhập.',
};

export const accountsVi = {
  /** Kept with what is done: "Phó Chủ tịch, thay Chủ tịch Ủy ban nhân dân". */
  actingFor: (own: string | null, lent: string): string => (own === null ? `Thay ${lent}` : `${own}, thay ${lent}`),
  /** Who a deed done with a link is written down as. */
  byLink: (organisation: string): string => `${organisation} (qua liên kết)`,
  /** The same for figures: who had sent the link. */
  byFigureLink: (organisation: string, sender: string): string => `${organisation}, qua đường dẫn do ${sender} gửi`,
  roles,
  states,
  warnings,
  refusals,
};

export type AccountsText = typeof accountsVi;
