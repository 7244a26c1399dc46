/** Vai trò: what each role is for, how far it goes, and what to mind when one person holds several. */
import type { Role, Scope } from '../../rules/access.ts';
import type { Combination, Matter } from '../../rules/matters.ts';

const names: Record<Role, string> = {
  administrator: 'Quản trị',
  officer: 'Cán bộ thi đua - khen thưởng',
  leader: 'Lãnh đạo',
  reporter: 'Người báo cáo của đơn vị',
  'council-member': 'Thành viên Hội đồng',
  'council-secretary': 'Thư ký Hội đồng',
  supervisor: 'Người giám sát',
  'cluster-head': 'Trưởng cụm, khối thi đua',
  auditor: 'Người kiểm tra nhật ký',
};

const purposes: Record<Role, string> = {
  administrator: 'Giữ danh sách đơn vị, tài khoản và thiết lập. Không sửa phong trào, chỉ tiêu hay số liệu.',
  officer: 'Tham mưu và làm việc hằng ngày: đọc văn bản, lập phong trào, giao chỉ tiêu, theo dõi, tổng hợp.',
  leader: 'Theo dõi, cho ý kiến về tiến độ và duyệt số liệu của đơn vị cấp dưới.',
  reporter: 'Nhập và gửi số liệu, báo tình trạng nhiệm vụ của đơn vị mình.',
  'council-member': 'Đọc hồ sơ, kết quả của nơi có Hội đồng để xét và bỏ phiếu.',
  'council-secretary': 'Chuẩn bị phiên họp của Hội đồng; đọc như thành viên Hội đồng.',
  supervisor: 'Đọc những phong trào đã mở cho giám sát và góp ý; không thấy phần còn lại.',
  'cluster-head': 'Theo dõi phong trào của các thành viên cụm, khối trong năm làm trưởng.',
  auditor: 'Chỉ đọc nhật ký: ai đã làm gì, lúc nào; kiểm tra nhật ký còn nguyên.',
};

const matters: Record<Matter, string> = {
  reading: 'Xem phong trào, chỉ tiêu, nhiệm vụ, văn bản',
  opened: 'Xem phong trào đã mở cho giám sát',
  names: 'Xem tên và sơ đồ đơn vị',
  drafts: 'Xem văn bản đang đọc, chưa thành phong trào',
  documents: 'Đưa văn bản lên đọc và kiểm tra',
  movements: 'Lập, sửa, lưu trữ phong trào; giao chỉ tiêu, nhiệm vụ; hưởng ứng cấp trên; trả lời giám sát',
  'task-states': 'Ghi tình trạng nhiệm vụ',
  figures: 'Nhập và gửi số liệu',
  approval: 'Duyệt, trả lại số liệu',
  recommendations: 'Trả lời khó khăn, kiến nghị',
  closing: 'Khóa, mở lại kỳ số liệu',
  comments: 'Góp ý khi giám sát',
  organisations: 'Thêm, đổi tên, chuyển, sáp nhập, chia tách đơn vị',
  accounts: 'Mời người dùng, giao và thu chức danh',
  colleagues: 'Xem chức danh của người cùng nơi làm việc, để nhờ làm thay',
  deputies: 'Ủy quyền và bàn giao chức danh',
  'house-rules': 'Xem thiết lập, danh mục',
  settings: 'Đổi thiết lập, danh mục, ngày nghỉ',
  'personal-data': 'Xem, sửa, xuất dữ liệu cá nhân',
  erasure: 'Xóa dữ liệu cá nhân trong nhật ký',
  audit: 'Đọc, tải và kiểm tra nhật ký',
  backups: 'Xem tình trạng hệ thống, sao lưu, diễn tập khôi phục',
  'own-session': 'Tài khoản của mình: mật khẩu, khóa truy cập, phiên đăng nhập; đổi chức danh làm việc',
};

const scopes: Record<Scope, string> = {
  self: 'của chính mình',
  led: 'chỉ tiêu do đơn vị mình chủ trì',
  own: 'đơn vị mình',
  subtree: 'đơn vị mình và mọi đơn vị cấp dưới',
  cluster: 'các thành viên của cụm, khối',
  council: 'nơi có Hội đồng và mọi đơn vị cấp dưới',
  province: 'cả tỉnh',
};

const combinations: Record<Combination, { title: string; about: string }> = {
  'works-and-administers': {
    title: 'Vừa làm chuyên môn vừa quản trị',
    about:
      'Thường gặp ở xã ít người và không trái quy định. Người này tự giao được quyền cho mình, nên mọi việc giao quyền đều ghi vào nhật ký; nên có một người khác giữ vai trò kiểm tra nhật ký.',
  },
  'enters-and-approves': {
    title: 'Vừa nhập vừa duyệt số liệu',
    about: 'Số liệu sẽ không có người thứ hai xem lại. Nếu được, hãy để người khác duyệt kỳ số liệu do mình nhập.',
  },
  'works-and-approves': {
    title: 'Vừa tham mưu vừa là lãnh đạo',
    about: 'Chỉ tiêu, số liệu do chính người này lập và duyệt. Nhật ký ghi rõ từng bước để người khác xem lại được.',
  },
  'prepares-and-records': {
    title: 'Vừa lập hồ sơ vừa là thư ký Hội đồng',
    about: 'Luật không cấm, nhiều nơi làm như vậy. Biên bản nên có thêm một thành viên Hội đồng soát trước khi ký.',
  },
  'proposes-and-votes': {
    title: 'Vừa trình hồ sơ vừa bỏ phiếu',
    about: 'Thành viên Hội đồng bỏ phiếu về hồ sơ do mình lập. Hội đồng nên biết điều này trước khi xét.',
  },
  'supervises-oneself': {
    title: 'Tự giám sát việc mình làm',
    about: 'Ý kiến giám sát về việc của chính mình ít giá trị. Nên giao giám sát cho người khác.',
  },
  'supervises-the-led': {
    title: 'Giám sát nơi mình lãnh đạo',
    about: 'Người đọc ý kiến sẽ thấy chức danh và tự cân nhắc. Nên giao giám sát cho người ngoài cơ quan.',
  },
  'audits-oneself': {
    title: 'Tự kiểm tra nhật ký của mình',
    about: 'Nhật ký vẫn còn nguyên và ai có quyền đều kiểm tra lại được. Nên có thêm một người kiểm tra khác.',
  },
  'audits-administration': {
    title: 'Vừa quản trị vừa kiểm tra nhật ký',
    about: 'Việc giao quyền do chính người kiểm tra thực hiện. Nên có thêm một người kiểm tra khác.',
  },
};

export const rolesVi = {
  about:
    'Mỗi người có thể giữ nhiều vai trò ở một đơn vị: các quyền cộng lại, không vai trò nào bớt quyền của vai trò khác. Ngoài những gì ghi dưới đây, ai cũng xem được phong trào của cấp trên trực tiếp đến tỉnh nếu có quyền xem.',
  yours: 'Vai trò của bạn',
  here: (organisation: string): string => `tại ${organisation}`,
  nothing: 'Không có việc nào',
  combined: 'Khi một người giữ nhiều vai trò',
  combinedAbout:
    'Hệ thống không chặn: ở cơ sở một người thường kiêm nhiều việc và pháp luật để ngỏ. Dưới đây là điều cần lưu ý; cách làm của mỗi nơi do lãnh đạo quyết định.',
  yoursToo: 'Bạn đang như vậy',
  names,
  purposes,
  matters,
  scopes,
  combinations,
};

/** The same words in every language. */
export type RolesText = typeof rolesVi;
