import { type GoldSource, head, line, p, result, sign, target, title } from '../document.ts';

/** A directive of a Party committee: its own head, number without a colon, points numbered 1-, marks of the Party's style. */
export const directiveParty: GoldSource = {
  name: 'directive-party',
  files: [
    { making: { as: 'docx', by: 'docx' } },
    { making: { as: 'pdf', by: 'libreoffice' } },
    { making: { as: 'txt' } },
  ],
  parts: [
    head(
      ['ĐẢNG BỘ TỈNH ĐIỆN BIÊN', 'ĐẢNG ỦY XÃ NÀ TẤU', '*', 'Số 12-CT/ĐU'],
      ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Nà Tấu, ngày 16 tháng 01 năm 2026'],
    ),
    title('CHỈ THỊ'),
    title('CỦA BAN THƯỜNG VỤ ĐẢNG ỦY'),
    title('về lãnh đạo phong trào thi đua yêu nước năm 2026'),
    line('-----'),
    p(
      'Thời gian qua, phong trào thi đua trên địa bàn xã đã đạt nhiều kết quả: năm 2025, thu nhập bình quân đầu người đạt 36,4 triệu đồng, tăng 2,9 triệu đồng so với năm 2024; tỷ lệ hộ nghèo giảm từ 41,2% xuống còn 35,6%; 14/22 bản đạt chuẩn văn hóa. Tuy nhiên, vẫn còn 03 bản chưa có đường ô tô đến trung tâm, khoảng 12% số hộ chưa có nhà vệ sinh.',
    ),
    p('Để đạt mục tiêu đến năm 2030 xã cơ bản thoát nghèo, Ban Thường vụ Đảng ủy yêu cầu:'),
    p(
      '1- Các chi bộ, đảng viên nêu gương; mỗi đảng viên giúp đỡ ít nhất 01 hộ nghèo; phấn đấu năm 2026 giảm 5% số hộ nghèo, thu nhập bình quân đầu người tăng lên 40 triệu đồng/năm.',
    ),
    p(
      '2- Đẩy mạnh phong trào thi đua “Dân vận khéo”; học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh theo Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị.',
    ),
    p('3- Ủy ban nhân dân xã cụ thể hóa Chỉ thị bằng kế hoạch, hoàn thành trước ngày 31/01/2026.'),
    p('4- Văn phòng Đảng ủy theo dõi, đôn đốc, báo cáo Ban Thường vụ Đảng ủy trước ngày 15/6 và ngày 15/12/2026.'),
    p('Chỉ thị này phổ biến đến chi bộ.'),
    sign(
      ['- Ban Thường vụ Tỉnh ủy (báo cáo),', '- Các chi bộ trực thuộc,', '- Lưu Văn phòng Đảng ủy.'],
      ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Quàng Văn Toán'],
    ),
  ],
  gold: {
    about:
      'A directive of the Party: none of the rules for state documents holds for it; results of the past year before the targets.',
    header: {
      issuer: { name: 'Đảng ủy xã Nà Tấu', level: 'commune', province: 'Điện Biên' },
      kindCode: 'CT',
      kindName: 'CHỈ THỊ',
      number: '12',
      symbol: 'CT/ĐU',
      place: 'Nà Tấu',
      date: { year: 2026, month: 1, day: 16 },
      title: 'về lãnh đạo phong trào thi đua yêu nước năm 2026',
      theme: null,
      signature: { authority: 'T/M BAN THƯỜNG VỤ', position: 'BÍ THƯ', name: 'Quàng Văn Toán' },
    },
    targets: [
      target('mỗi đảng viên giúp đỡ ít nhất 01 hộ nghèo', {
        domain: 'giam_ngheo',
        measure: 'amount',
        comparator: 'ge',
        value: '1',
        unit: 'hộ',
        scope: 'mỗi đảng viên',
      }),
      target('năm 2026 giảm 5% số hộ nghèo', {
        domain: 'giam_ngheo',
        measure: 'reduction',
        change: 'decrease-by',
        value: '5',
        unit: undefined,
      }),
      target('thu nhập bình quân đầu người tăng lên 40 triệu đồng/năm', {
        indicator: 'thu_nhap_bqdn',
        domain: 'kinh_te',
        measure: 'per-capita',
        change: 'increase-to',
        value: '40',
        unit: 'triệu đồng/người/năm',
      }),
    ],
    results: [
      result('thu nhập bình quân đầu người đạt 36,4 triệu đồng', {
        indicator: 'thu_nhap_bqdn',
        domain: 'kinh_te',
        measure: 'per-capita',
        value: '36.4',
        unit: 'triệu đồng/người/năm',
      }),
      result('tăng 2,9 triệu đồng so với năm 2024', {
        measure: undefined,
        change: 'increase-by',
        value: '2.9',
        unit: undefined,
        optional: true,
      }),
      result('tỷ lệ hộ nghèo giảm từ 41,2% xuống còn 35,6%', {
        indicator: 'ty_le_ho_ngheo',
        domain: 'giam_ngheo',
        change: 'decrease-to',
        value: '35.6',
        better: 'lower',
      }),
      result('14/22 bản đạt chuẩn văn hóa', {
        indicator: 'thon_ban_van_hoa',
        domain: 'van_hoa',
        measure: 'fraction',
        numerator: '14',
        denominator: '22',
        unit: 'bản',
      }),
      result('còn 03 bản chưa có đường ô tô đến trung tâm', {
        measure: 'amount',
        change: undefined,
        value: '3',
        unit: 'bản',
        better: undefined,
        optional: true,
      }),
      result('khoảng 12% số hộ chưa có nhà vệ sinh', {
        comparator: 'approx',
        value: '12',
        better: undefined,
        optional: true,
      }),
    ],
    citations: [{ kind: 'Kết luận', numberSymbol: '01-KL/TW', date: '2021-05-18', issuer: 'Bộ Chính trị' }],
    recipients: ['Ban Thường vụ Tỉnh ủy (báo cáo)', 'Các chi bộ trực thuộc', 'Lưu Văn phòng Đảng ủy'],
    movements: [{ name: 'Dân vận khéo' }],
    duties: [
      { organisation: 'Các chi bộ, đảng viên' },
      { organisation: 'Ủy ban nhân dân xã', task: 'cụ thể hóa Chỉ thị', dueOn: '2026-01-31' },
      { organisation: 'Văn phòng Đảng ủy', task: 'theo dõi, đôn đốc' },
    ],
    reportDue: [
      { on: '2026-06-15', relation: 'before', to: 'Ban Thường vụ Đảng ủy' },
      { on: '2026-12-15', to: 'Ban Thường vụ Đảng ủy' },
    ],
    anniversaries: [],
    findings: {
      must: [],
      may: [{ rules: ['CC-03'], severity: 'warning', quote: 'Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị' }],
      silent: ['TT-01', 'TT-02', 'TT-03', 'TT-04', 'TT-05', 'TT-06', 'TC-02', 'BC-01', 'SL-08', 'CC-06'],
    },
  },
};
