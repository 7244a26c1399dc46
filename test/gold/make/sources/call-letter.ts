import { finding, type GoldSource, head, MOTTO, p, sign, title } from '../document.ts';

/** A call to join in, full of numbers, and not one target among them. */
export const callLetter: GoldSource = {
  name: 'call-letter',
  files: [{ making: { as: 'docx', by: 'docx' } }, { making: { as: 'txt', wrap: 72 } }, { making: { as: 'doc' } }],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN', 'XÃ PHƯỚC LONG HẢI', 'Số: 02/CT-UBND'],
      [...MOTTO, 'Phước Long Hải, ngày 10 tháng 02 năm 2026'],
    ),
    title('CHỈ THỊ'),
    title('Về việc đẩy mạnh phong trào thi đua yêu nước mừng Xuân Bính Ngọ 2026'),
    p(
      'Trong 5 năm 2021 - 2025, Nhân dân xã Phước Long Hải đã đồng lòng vượt qua nhiều khó khăn. Nối tiếp truyền thống 50 năm xây dựng quê hương, Chủ tịch Ủy ban nhân dân xã yêu cầu:',
    ),
    p(
      '1. Cán bộ, đảng viên, nhất là người từ 18 đến 35 tuổi, gương mẫu đi đầu; thực hiện “5 xung kích”, “3 trách nhiệm”; chấp hành nghiêm Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030.',
    ),
    p(
      '2. Các ấp tiếp tục phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”, giữ gìn 02 di tích lịch sử, chăm sóc 14 Mẹ Việt Nam anh hùng; không để ai không có Tết.',
    ),
    p(
      '3. Tổ chức Tết trồng cây vào lúc 7 giờ 30 phút ngày 20/02/2026 tại khu đất 3 ha của Trường Tiểu học số 2; lực lượng dân quân trực 24/24 giờ.',
    ),
    p(
      '4. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã theo dõi việc thực hiện, tổng hợp báo cáo Chủ tịch Ủy ban nhân dân xã trước ngày 05/3/2026./.',
    ),
    sign(
      ['- Sở Nội vụ;', '- Thường trực Đảng ủy xã;', '- Văn phòng HĐND và UBND xã;', '- Các ấp;', '- Lưu: VT.'],
      ['CHỦ TỊCH', 'Nguyễn Thị Bé Tư'],
    ),
  ],
  gold: {
    about: 'Years, ages, terms, hours, places and slogans: no target at all.',
    header: {
      issuer: { name: 'Chủ tịch Ủy ban nhân dân xã Phước Long Hải', level: 'commune', province: null },
      kindCode: 'CT',
      kindName: 'CHỈ THỊ',
      number: '02',
      symbol: 'CT-UBND',
      place: 'Phước Long Hải',
      date: { year: 2026, month: 2, day: 10 },
      title: 'Về việc đẩy mạnh phong trào thi đua yêu nước mừng Xuân Bính Ngọ 2026',
      theme: null,
      signature: { authority: null, position: 'CHỦ TỊCH', name: 'Nguyễn Thị Bé Tư' },
    },
    targets: [],
    results: [],
    statements: [{ quote: 'không để ai không có Tết' }],
    citations: [],
    recipients: ['Sở Nội vụ', 'Thường trực Đảng ủy xã', 'Văn phòng HĐND và UBND xã', 'Các ấp', 'Lưu: VT'],
    movements: [{ name: 'Toàn dân đoàn kết xây dựng đời sống văn hóa' }],
    notMovements: ['5 xung kích', '3 trách nhiệm'],
    duties: [
      { organisation: 'Các ấp' },
      { organisation: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã', dueOn: '2026-03-05' },
    ],
    reportDue: [{ on: '2026-03-05', relation: 'before', to: 'Chủ tịch Ủy ban nhân dân xã' }],
    anniversaries: [],
    notTargets: [
      '5 năm 2021 - 2025',
      'từ 18 đến 35 tuổi',
      '02 di tích lịch sử',
      '14 Mẹ Việt Nam anh hùng',
      '7 giờ 30 phút',
      'khu đất 3 ha',
      'trực 24/24 giờ',
      'lần thứ I, nhiệm kỳ 2025 - 2030',
    ],
    findings: {
      must: [finding('SL-08', 'info', null)],
      silent: ['SL-01', 'TT-01', 'TT-03', 'TT-05', 'CC-01', 'BC-01', 'TG-05', 'CC-06'],
    },
  },
};
