import { annex, type GoldSource, grid, h, head, line, MOTTO, p, sign, target, title } from '../document.ts';

const WHOLE = 'Kế hoạch năm 2026';

/** A table that splits each target among the villages: the whole is the target, the shares are not targets of their own. */
export const planSplitTable: GoldSource = {
  name: 'plan-split-table',
  files: [
    { making: { as: 'docx', by: 'docx' } },
    { suffix: '-office', making: { as: 'docx', by: 'libreoffice' } },
    { making: { as: 'pdf', by: 'libreoffice' } },
  ],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN', 'XÃ PÚNG LUÔNG ĐÔNG', 'Số: 24/KH-UBND'],
      [...MOTTO, 'Púng Luông Đông, ngày 29 tháng 01 năm 2026'],
    ),
    title('KẾ HOẠCH'),
    title('Thi đua hoàn thành chỉ tiêu năm 2026 và phân bổ chỉ tiêu cho các bản'),
    p(
      'Thực hiện Kế hoạch số 13/KH-UBND ngày 16/01/2026 của Ủy ban nhân dân tỉnh Lào Cai về phong trào thi đua năm 2026, Ủy ban nhân dân xã Púng Luông Đông ban hành Kế hoạch như sau:',
    ),
    h('I. CHỈ TIÊU'),
    p('Chỉ tiêu toàn xã và phân bổ cho các bản tại Phụ lục.'),
    h('II. THỜI GIAN THỰC HIỆN'),
    p('Từ ngày 01/02/2026 đến ngày 31/12/2026.'),
    h('III. TỔ CHỨC THỰC HIỆN, KHEN THƯỞNG'),
    p('1. Trưởng các bản ký giao ước, báo cáo Ủy ban nhân dân xã trước ngày 05/12/2026.'),
    p('2. Phòng Văn hóa - Xã hội tổng hợp, đề nghị khen thưởng bản dẫn đầu./.'),
    sign(
      ['- Sở Nội vụ;', '- Phòng Văn hóa - Xã hội;', '- Trưởng các bản;', '- Lưu: VT, VHXH.'],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Hờ A Sang'],
    ),
    annex(true),
    title('PHỤ LỤC'),
    title('PHÂN BỔ CHỈ TIÊU NĂM 2026 CHO CÁC BẢN'),
    line('(Kèm theo Kế hoạch số 24/KH-UBND ngày 29/01/2026 của Ủy ban nhân dân xã Púng Luông Đông)'),
    grid([6, 36, 14, 18, 14, 14, 14, 14], 2, [
      [
        { text: 'TT', rows: 2 },
        { text: 'Chỉ tiêu', rows: 2 },
        { text: 'ĐVT', rows: 2 },
        { text: WHOLE, rows: 2 },
        { text: 'Phân bổ cho các bản', columns: 4 },
      ],
      ['Nả Háng', 'Đề Chơ', 'Nậm Khắt', 'Mí Háng'],
      ['1', 'Trồng rừng mới', 'ha', '48', '12', '15', '11', '10'],
      ['2', 'Số hộ thoát nghèo', 'Hộ', '37', '9', '10', '8', '10'],
      ['3', 'Giải quyết việc làm', 'Lao động', '96', '24', '26', '22', '24'],
      ['4', 'Tỷ lệ hộ gia đình đạt tiêu chuẩn văn hóa', '%', '78', '80', '76', '75', '81'],
    ]),
  ],
  gold: {
    about: 'Targets split among villages: the column of the whole counts, the columns of the villages do not.',
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Púng Luông Đông', level: 'commune', province: 'Lào Cai' },
      kindCode: 'KH',
      number: '24',
      symbol: 'KH-UBND',
      place: 'Púng Luông Đông',
      date: { year: 2026, month: 1, day: 29 },
      title: 'Thi đua hoàn thành chỉ tiêu năm 2026 và phân bổ chỉ tiêu cho các bản',
      theme: null,
      period: { from: '2026-02-01', until: '2026-12-31' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Hờ A Sang' },
    },
    targets: [
      target('Trồng rừng mới | ha | 48', {
        indicator: 'trong_rung_moi',
        domain: 'moi_truong',
        measure: 'amount',
        value: '48',
        unit: 'ha',
      }),
      target('Số hộ thoát nghèo | Hộ | 37', {
        indicator: 'so_ho_thoat_ngheo',
        domain: 'giam_ngheo',
        measure: 'amount',
        value: '37',
        unit: 'hộ',
      }),
      target('Giải quyết việc làm | Lao động | 96', {
        indicator: 'giai_quyet_viec_lam',
        domain: 'lao_dong_viec_lam',
        measure: 'amount',
        value: '96',
        unit: 'lao động',
      }),
      target('Tỷ lệ hộ gia đình đạt tiêu chuẩn văn hóa | % | 78', {
        indicator: 'gia_dinh_van_hoa',
        domain: 'van_hoa',
        value: '78',
      }),
    ],
    results: [],
    citations: [
      {
        role: 'basis',
        kind: 'Kế hoạch',
        numberSymbol: '13/KH-UBND',
        date: '2026-01-16',
        issuer: 'Ủy ban nhân dân tỉnh Lào Cai',
        subject: 'phong trào thi đua năm 2026',
      },
    ],
    recipients: ['Sở Nội vụ', 'Phòng Văn hóa - Xã hội', 'Trưởng các bản', 'Lưu: VT, VHXH'],
    movements: [],
    duties: [
      { organisation: 'Trưởng các bản', task: 'ký giao ước' },
      { organisation: 'Phòng Văn hóa - Xã hội', task: 'tổng hợp' },
    ],
    reportDue: [{ on: '2026-12-05', relation: 'before', to: 'Ủy ban nhân dân xã' }],
    anniversaries: [],
    commendation: ['đề nghị khen thưởng bản dẫn đầu'],
    findings: { must: [], silent: ['SL-01', 'SL-08', 'TT-01', 'TT-03', 'BC-01'] },
  },
};
