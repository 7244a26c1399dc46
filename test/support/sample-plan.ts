/** A launch plan without any fault, and its parts, for tests that put one fault in. */

export type PlanParts = {
  head: string;
  number: string;
  date: string;
  kind: string;
  title: string;
  opening: string;
  /** Paragraphs of section II, numbered from 3 on where they carry a number. */
  body: string;
  closing: string;
  recipients: string;
  signature: string;
};

const PARTS: PlanParts = {
  head: 'ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  number: 'Số: 27/KH-UBND',
  date: 'Tân Lập, ngày 06 tháng 3 năm 2026',
  kind: 'KẾ HOẠCH',
  title: 'Phát động phong trào thi đua thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2026',
  opening:
    'Thực hiện Kế hoạch số 18/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân tỉnh Phú Thọ về tổ chức phong trào thi đua năm 2026, Ủy ban nhân dân xã Tân Lập ban hành kế hoạch với những nội dung sau:',
  body: '',
  closing:
    'Trên đây là Kế hoạch phát động phong trào thi đua năm 2026, đề nghị các cơ quan, đơn vị, các thôn nghiêm túc thực hiện./.',
  recipients:
    'Nơi nhận:\n- Sở Nội vụ;\n- Thường trực Đảng ủy, HĐND xã;\n- Ủy ban MTTQ Việt Nam xã và các đoàn thể;\n- Các cơ quan, đơn vị, trường học trên địa bàn;\n- Các thôn;\n- Lưu: VT, VHXH.',
  signature: 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Sơn',
};

/** The plan as a text, one paragraph a line. */
export function samplePlan(parts: Partial<PlanParts> = {}): string {
  const plan = { ...PARTS, ...parts };
  return [
    plan.head,
    plan.number,
    plan.date,
    plan.kind,
    plan.title,
    plan.opening,
    'I. MỤC ĐÍCH, YÊU CẦU',
    '1. Mục đích',
    'Khơi dậy tinh thần yêu nước, ý chí tự lực của cán bộ và các tầng lớp Nhân dân trong xã; tạo khí thế sôi nổi ngay từ những tháng đầu năm.',
    '2. Yêu cầu',
    'Mỗi cơ quan, đơn vị chọn việc cụ thể, đo đếm được, giao người chịu trách nhiệm và kiểm tra hằng quý.',
    'II. NỘI DUNG THI ĐUA',
    '1. Thi đua phát triển sản xuất',
    'Mở rộng vùng chè an toàn, giúp hộ nghèo về giống và kỹ thuật; phấn đấu trồng mới 45 ha chè, giá trị sản phẩm trên một ha đất trồng trọt đạt 92 triệu đồng.',
    '2. Thi đua trong văn hóa - xã hội',
    'Giữ vững 9/9 thôn có nhà văn hóa; tỷ lệ người dân tham gia bảo hiểm y tế đạt 95,5%; không để học sinh bỏ học giữa chừng.',
    ...(plan.body === '' ? [] : [plan.body]),
    'III. THỜI GIAN THỰC HIỆN',
    'Từ ngày ký đến hết ngày 31/12/2026.',
    'IV. KHEN THƯỞNG',
    'Tập thể, cá nhân dẫn đầu được Chủ tịch Ủy ban nhân dân xã tặng Giấy khen.',
    'V. TỔ CHỨC THỰC HIỆN',
    '1. Phòng Văn hóa - Xã hội hướng dẫn, theo dõi, đôn đốc việc thực hiện.',
    '2. Các cơ quan, đơn vị, các thôn gửi báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 05/12/2026.',
    plan.closing,
    plan.recipients,
    plan.signature,
  ].join('\n');
}
