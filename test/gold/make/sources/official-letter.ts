import { type GoldSource, head, line, MOTTO, p, result, sign, target } from '../document.ts';

/** A letter of a department (công văn): no kind, "V/v" under the number, addressees, the deputy signs. */
export const officialLetter: GoldSource = {
  name: 'official-letter',
  files: [
    { making: { as: 'docx', by: 'docx' } },
    { suffix: '-web', making: { as: 'docx', by: 'html' } },
    { making: { as: 'pdf', by: 'libreoffice' } },
    { making: { as: 'doc' } },
  ],
  parts: [
    head(
      [
        'UBND TỈNH CÀ MAU',
        'SỞ NỘI VỤ',
        'Số: 214/SNV-TĐKT',
        'V/v đôn đốc ban hành kế hoạch và đăng ký thi đua năm 2026',
      ],
      [...MOTTO, 'Cà Mau, ngày 03 tháng 02 năm 2026'],
    ),
    line('Kính gửi:'),
    line('- Các sở, ban, ngành tỉnh;'),
    line('- Ủy ban nhân dân các xã, phường.'),
    p(
      'Thực hiện Chỉ thị số 02/CT-UBND ngày 16/01/2026 của Ủy ban nhân dân tỉnh Cà Mau về phong trào thi đua yêu nước năm 2026, đến nay mới có 41/64 xã, phường gửi kế hoạch về Sở Nội vụ. Để bảo đảm tiến độ chung, Sở Nội vụ đề nghị các cơ quan, đơn vị, địa phương thực hiện một số việc sau:',
    ),
    p('1. Đơn vị chưa ban hành kế hoạch khẩn trương ban hành, gửi về Sở Nội vụ trước ngày 12/02/2026.'),
    p(
      '2. Tổ chức ký kết giao ước, bảo đảm 100% tập thể, cá nhân đăng ký giao ước thi đua; mỗi xã, phường xây dựng ít nhất 02 mô hình “Dân vận khéo”.',
    ),
    p(
      '3. Báo cáo kết quả đăng ký về Sở Nội vụ (qua Phòng Thi đua - Khen thưởng) chậm nhất ngày 28/02/2026 để tổng hợp, trình Ủy ban nhân dân tỉnh.',
    ),
    p('Sở Nội vụ đề nghị các cơ quan, đơn vị, địa phương quan tâm phối hợp thực hiện./.'),
    sign(
      ['- Như trên;', '- Ủy ban nhân dân tỉnh (b/c);', '- Giám đốc Sở;', '- Lưu: VT, TĐKT.'],
      ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Phạm Ngọc Diễm'],
    ),
  ],
  gold: {
    about: 'A letter without a kind, its subject under the number, addressees before the body.',
    header: {
      issuer: { name: 'Sở Nội vụ', level: 'unit', province: 'Cà Mau' },
      kindCode: null,
      number: '214',
      symbol: 'SNV-TĐKT',
      place: 'Cà Mau',
      date: { year: 2026, month: 2, day: 3 },
      title: 'đôn đốc ban hành kế hoạch và đăng ký thi đua năm 2026',
      theme: null,
      period: null,
      signature: { authority: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', name: 'Phạm Ngọc Diễm' },
    },
    targets: [
      target('bảo đảm 100% tập thể, cá nhân đăng ký giao ước thi đua', {
        indicator: 'dang_ky_thi_dua',
        domain: 'thi_dua_khen_thuong',
        value: '100',
      }),
      target('mỗi xã, phường xây dựng ít nhất 02 mô hình “Dân vận khéo”', {
        indicator: 'mo_hinh_dan_van_kheo',
        domain: 'mttq_doan_the',
        measure: 'amount',
        comparator: 'ge',
        value: '2',
        unit: 'mô hình',
        scope: 'mỗi xã, phường',
      }),
    ],
    results: [
      result('có 41/64 xã, phường gửi kế hoạch về Sở Nội vụ', {
        measure: 'fraction',
        numerator: '41',
        denominator: '64',
        unit: undefined,
        estimated: false,
        optional: true,
      }),
    ],
    citations: [
      {
        role: 'basis',
        kind: 'Chỉ thị',
        numberSymbol: '02/CT-UBND',
        date: '2026-01-16',
        issuer: 'Ủy ban nhân dân tỉnh Cà Mau',
        subject: 'phong trào thi đua yêu nước năm 2026',
      },
    ],
    recipients: ['Như trên', 'Ủy ban nhân dân tỉnh (b/c)', 'Giám đốc Sở', 'Lưu: VT, TĐKT'],
    movements: [],
    duties: [{ organisation: 'Đơn vị chưa ban hành kế hoạch', task: 'khẩn trương ban hành', dueOn: '2026-02-12' }],
    reportDue: [
      { on: '2026-02-12', optional: true },
      { on: '2026-02-28', relation: 'by', to: 'Sở Nội vụ', via: 'Phòng Thi đua - Khen thưởng' },
    ],
    anniversaries: [],
    notTargets: ['thi đua năm 2026'],
    findings: {
      must: [],
      may: [{ rules: ['TC-02'], severity: 'warning', quote: 'Đơn vị chưa ban hành kế hoạch' }],
      silent: ['TT-01', 'TT-02', 'TT-03', 'TT-07', 'BC-01', 'CC-01'],
    },
  },
};
