import type { TokenRight } from '../../rules/access-tokens.ts';
import { formatDate } from '../dates.ts';

/** Words of access tokens (mã truy cập). */

const rights: Record<TokenRight, string> = {
  read: 'Đọc phong trào, chỉ tiêu và số liệu',
  write: 'Nhập số liệu (ở trạng thái nháp)',
};

export const accessTokensVi = {
  rights,
  title: 'Mã truy cập',
  about:
    'Để phần mềm khác của cơ quan tự đọc hoặc nhập số liệu thay vì gõ lại. Mỗi mã chỉ làm được những việc ghi bên cạnh, cho một đơn vị, trong một thời hạn.',
  /** As the log names what was done. */
  through: (post: string, name: string): string => `${post}, qua mã truy cập “${name}”`,
  make: 'Tạo mã',
  none: 'Chưa có mã nào',
  noneAbout: 'Khi cần cho phần mềm khác nhập số liệu, tạo một mã ở đây rồi giao cho người cài phần mềm đó.',
  name: 'Tên',
  nameHint: 'Ví dụ: Phần mềm một cửa',
  unit: 'Cho đơn vị',
  may: 'Được làm',
  days: 'Thời hạn',
  daysOf: (days: number): string => (days === 366 ? '1 năm' : `${days} ngày`),
  made: 'Tạo',
  madeBy: (post: string, day: string): string => `${post}, ngày ${formatDate(day)}`,
  seen: 'Dùng lần cuối',
  seenNever: 'Chưa dùng',
  ends: 'Hết hạn',
  ended: 'Đã hết hạn',
  revoke: 'Thu hồi',
  revokeOf: (name: string): string => `Thu hồi “${name}”`,
  revokeAsk: (name: string): string => `Thu hồi mã “${name}”?`,
  revokeAbout: 'Phần mềm đang dùng mã này sẽ bị từ chối ngay. Số liệu đã nhập vẫn giữ.',
  revoked: 'Đã thu hồi',
  revokedDone: 'Đã thu hồi mã.',
  once: 'Mã chỉ hiện một lần này. Hãy chép và giao cho người cài phần mềm; đừng gửi vào nhóm chung.',
  twice: 'Mã đã được tạo ở lần bấm trước và không hiện lại. Nếu chưa kịp chép, hãy thu hồi và tạo mã khác.',
  token: 'Mã',
  copy: 'Chép mã',
  copied: 'Đã chép',
  docs: 'Cách gọi từ phần mềm khác có trong tài liệu docs/api-tokens.md của chương trình và ở /api/openapi.json.',
};
export type AccessTokensText = typeof accessTokensVi;
