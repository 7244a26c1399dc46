import type { SettingGroup, SettingKey, SettingStatus, SettingUnit } from '../../law/settings.ts';
import type { SettingRefusal } from '../../rules/settings.ts';
import { formatDate } from '../dates.ts';

type Facts = Record<string, unknown>;

const names: Record<SettingKey, string> = {
  'module.reading': 'Tạo phong trào từ văn bản',
  'module.clusters': 'Cụm, khối thi đua',
  'module.supervision': 'Giám sát, góp ý',
  'progress.on-track-from': 'Đúng tiến độ khi đạt từ',
  'progress.at-risk-from': 'Có nguy cơ khi đạt từ',
  'progress.about': '“Khoảng”: được thiếu',
  'progress.keep': '“Giữ vững”: được thiếu',
  'progress.beyond-bound': '“Trên”, “dưới”: vượt từ',
  'progress.late-from': 'Cuối kỳ, chưa đạt là chậm từ',
  'progress.days-to-report': 'Hạn gửi số liệu sau khi hết kỳ',
  'reminders.days-before': 'Nhắc trước hạn',
  'reminders.escalate-after': 'Báo lãnh đạo khi quá hạn',
  'titles.registration-required': 'Bắt buộc đăng ký thi đua',
  'titles.registration-until': 'Hạn đăng ký thi đua',
  'titles.base-vote': 'Tỷ lệ phiếu cho Chiến sĩ thi đua cơ sở',
  'titles.province-vote': 'Tỷ lệ phiếu cho Chiến sĩ thi đua cấp tỉnh',
  'titles.province-flag-vote': 'Tỷ lệ phiếu cho Cờ thi đua của tỉnh',
  'titles.base-ratio': 'Tỷ lệ Chiến sĩ thi đua cơ sở nhiều nhất',
  'procedure.base-title-days': 'Thời hạn giải quyết Chiến sĩ thi đua cơ sở ở xã',
  'procedure.opinion-days': 'Thời hạn cơ quan được hỏi trả lời ý kiến',
  'procedure.state-posting-days': 'Thời gian công khai, khen thưởng cấp Nhà nước',
  'procedure.local-posting-days': 'Thời gian công khai, khen thưởng của địa phương',
  'procedure.year-end-until': 'Hạn gửi hồ sơ khen thưởng cuối năm',
  'procedure.thematic-days-before': 'Gửi hồ sơ chuyên đề, hội nghị trước',
  'procedure.statistics-from': 'Ngày bắt đầu năm thống kê',
  'retention.notices': 'Giữ thông báo',
  'retention.jobs': 'Giữ dấu vết việc máy chủ tự làm',
  'retention.evidence': 'Giữ tài liệu kiểm chứng đã gỡ',
  'retention.sessions': 'Giữ phiên đăng nhập đã hết hạn',
  'retention.actions': 'Giữ dấu vết chống gửi trùng',
  'retention.failed-readings': 'Giữ văn bản đọc không được',
  'retention.origins': 'Giữ địa chỉ mạng và thiết bị trong nhật ký',
};

const abouts: Record<SettingKey, string> = {
  'module.reading':
    'Tải văn bản lên để máy đọc chỉ tiêu, nhiệm vụ. Tắt thì mục Văn bản được ẩn đi, văn bản đã có vẫn xem được.',
  'module.clusters': 'Thêm thành viên vào cụm, khối thi đua. Tắt nếu nơi này không tham gia cụm, khối.',
  'module.supervision': 'Người giám sát góp ý trên những gì đã công bố.',
  'progress.on-track-from': 'So với mức lẽ ra phải đạt đến hôm nay; từ mức này trở lên là đúng tiến độ.',
  'progress.at-risk-from':
    'So với mức lẽ ra phải đạt đến hôm nay; từ mức này đến dưới mức đúng tiến độ là có nguy cơ, thấp hơn nữa là chậm.',
  'progress.about': 'Chỉ tiêu ghi “khoảng” vẫn là đạt khi thiếu không quá mức này.',
  'progress.keep': 'Chỉ tiêu ghi “giữ vững”: thiếu đến mức này là có nguy cơ, hơn nữa là chậm.',
  'progress.beyond-bound': 'Chỉ tiêu ghi “trên”, “dưới” là vượt khi hơn giới hạn từ mức này.',
  'progress.late-from':
    'Với chỉ tiêu không có số của năm trước: qua từng này thời gian mà chưa đạt là chậm, trước đó là có nguy cơ.',
  'progress.days-to-report': 'Rơi vào ngày nghỉ thì hạn là ngày làm việc kế tiếp (theo lịch ở mục Danh mục).',
  'reminders.days-before':
    'Nhắc trước ngày cuối cùng còn kịp từng này ngày làm việc, theo lịch ở mục Danh mục. “Trước ngày 15/12” thì ngày cuối là 14/12.',
  'reminders.escalate-after':
    'Quá hạn từng này ngày làm việc mà chưa xong thì báo cả lãnh đạo đơn vị và lãnh đạo nơi giao.',
  'titles.registration-required': 'Chưa đăng ký thì có được đề nghị danh hiệu không. Luật không đặt điều kiện này.',
  'titles.registration-until': 'Ngày cuối nhận đăng ký thi đua hằng năm.',
  'titles.base-vote': 'Số phiếu đồng ý ít nhất, tính trên tổng số thành viên Hội đồng.',
  'titles.province-vote': 'Số phiếu đồng ý ít nhất, tính trên tổng số thành viên Hội đồng.',
  'titles.province-flag-vote': 'Số phiếu đồng ý ít nhất, tính trên tổng số thành viên Hội đồng.',
  'titles.base-ratio': 'Phần trăm cao nhất trong số Lao động tiên tiến; 100 là không giới hạn.',
  'procedure.base-title-days': 'Số ngày làm việc từ khi nhận đủ hồ sơ đến khi có quyết định.',
  'procedure.opinion-days': 'Số ngày làm việc kể từ khi cơ quan nhận được văn bản hỏi ý kiến.',
  'procedure.state-posting-days': 'Số ngày làm việc đăng danh sách trước khi Hội đồng họp; không được ít hơn quy định.',
  'procedure.local-posting-days': 'Số ngày làm việc đăng danh sách trước khi xét; 0 là không bắt buộc.',
  'procedure.year-end-until': 'Ngày cuối gửi hồ sơ tổng kết năm lên cấp trên.',
  'procedure.thematic-days-before': 'Số ngày trước sự kiện phải gửi hồ sơ.',
  'procedure.statistics-from': 'Năm thống kê thi đua, khen thưởng tính từ ngày này đến hôm trước ngày này năm sau.',
  'retention.notices': 'Thông báo đã cũ từng này ngày được xóa hẳn, đọc hay chưa.',
  'retention.evidence':
    'Ảnh, tệp đã gỡ khỏi số liệu từng này ngày thì xóa hẳn. Tệp từng đứng cạnh số liệu đã duyệt được giữ lại làm lịch sử.',
  'retention.jobs':
    'Việc đã xong hoặc đã bỏ được xóa dấu vết sau từng này ngày; trong thời gian đó một việc không bị làm hai lần.',
  'retention.sessions': 'Sau từng này ngày kể từ khi hết hạn, phiên đăng nhập (địa chỉ, thiết bị) được xóa hẳn.',
  'retention.actions': 'Mỗi lần bấm nút có một mã để không ghi hai lần; mã được giữ từng này ngày.',
  'retention.failed-readings': 'Văn bản đọc lỗi hoặc đã dừng được xóa cùng tệp sau từng này ngày.',
  'retention.origins': 'Sau từng này ngày chỉ còn ai làm gì, lúc nào; từ đâu thì được xóa và việc xóa được ghi lại.',
};

const groups: Record<SettingGroup, string> = {
  modules: 'Phần mềm dùng những phần nào',
  progress: 'Tiến độ, hạn gửi số liệu',
  reminders: 'Nhắc việc',
  titles: 'Danh hiệu, bỏ phiếu',
  procedure: 'Thủ tục, thời hạn',
  retention: 'Thời hạn giữ dữ liệu cá nhân',
};

const statuses: Record<SettingStatus, string> = {
  verified: 'đã đối chiếu văn bản',
  unverified: 'chưa kiểm chứng',
  local: 'của tỉnh',
  product: 'của phần mềm',
};

const units: Record<SettingUnit, string> = {
  percent: '%',
  days: 'ngày',
  'working-days': 'ngày làm việc',
  'month-day': 'hằng năm',
};

const refusals: Record<SettingRefusal, (facts: Facts) => string> = {
  'setting-value': ({ least, most }) =>
    least === undefined ? 'Giá trị chưa đúng loại.' : `Giá trị phải là số nguyên từ ${least} đến ${most}.`,
  'setting-above-decides': () => 'Việc này do quản trị của đơn vị cấp trên quyết định.',
  'setting-in-past': ({ today }) =>
    `Chỉ đặt được từ hôm nay (${formatDate(String(today))}) trở đi; quá khứ được giữ nguyên.`,
  'setting-taken': ({ on }) =>
    `Ngày ${formatDate(String(on))} đã có một giá trị. Rút giá trị ấy trước, hoặc chọn ngày khác.`,
  'setting-began': ({ on }) =>
    `Giá trị này đã có hiệu lực từ ${formatDate(String(on))} nên không rút được. Hãy đặt một giá trị mới từ hôm nay.`,
};

/** Words of the page of settings. */
export const settingsVi = {
  refusals,
  names,
  abouts,
  groups,
  statuses,
  units,
  title: 'Thiết lập',
  about:
    'Những gì luật để cho địa phương quyết định, và những phần của phần mềm nơi này dùng. Mỗi giá trị có ngày bắt đầu; ai đặt đều được ghi lại.',
  search: 'Tìm thiết lập',
  on: 'Xem giá trị vào ngày',
  of: (organisation: string): string => `Áp dụng cho ${organisation} và các đơn vị trực thuộc`,
  value: 'Giá trị',
  yes: 'Có',
  no: 'Không',
  turnedOn: 'Bật',
  turnedOff: 'Tắt',
  source: 'Căn cứ',
  change: 'Đổi',
  changeNamed: (name: string): string => `Đổi: ${name}`,
  history: 'Lịch sử',
  historyNone: 'Chưa ai đặt; đang dùng giá trị mặc định.',
  isDefault: 'mặc định',
  aboveDecides: 'Đơn vị cấp trên quyết định',
  validFrom: 'Có hiệu lực từ ngày',
  reason: 'Lý do, số văn bản',
  asAbove: 'Theo cấp trên hoặc mặc định',
  between: (least: string, most: string): string => `Từ ${least} đến ${most}`,
  yearDayHint: 'Ngày và tháng, ví dụ 10/12',
  yearDayWrong: 'Ghi ngày và tháng, ví dụ 10/12.',
  saved: 'Đã đặt. Giá trị cũ vẫn nằm trong lịch sử.',
  checked: 'đã kiểm chứng',
  checkedAgainst: 'Đã kiểm chứng theo (không bắt buộc)',
  checkedHint:
    'Văn bản hoặc người đã đối chiếu giá trị này. Có ghi thì bên cạnh giá trị hiện ai xác nhận, ngày nào, theo căn cứ gì. Giữ nguyên giá trị và chỉ ghi ô này cũng được.',
  checkedBy: (against: string, post: string, day: string): string => `Kiểm chứng theo: ${against}. ${post}, ${day}.`,
  checkedLine: (against: string): string => `kiểm chứng theo: ${against}`,
  withdraw: 'Rút',
  withdrawn: 'Đã rút giá trị.',
  withdrawnBy: (post: string): string => `đã rút, ${post}`,
  withdrawQuestion: 'Rút giá trị này? Giá trị trước đó sẽ tiếp tục có hiệu lực.',
  setBy: (post: string, organisation: string): string => `${post}, ${organisation}`,
  from: (day: string): string => `từ ${day}`,
  none: 'Không có thiết lập nào khớp',
  noneAbout: 'Thử ít chữ hơn.',
};
