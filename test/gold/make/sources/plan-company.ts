import { type GoldSource, grid, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** A company's launch: its own indicators, money in millions, a table with quarters. */
export const planCompany: GoldSource = {
  name: 'plan-company',
  files: [{ making: { as: 'docx', by: 'html' } }, { making: { as: 'pdf', by: 'libreoffice' } }],
  parts: [
    head(
      ['CÔNG TY TNHH MỘT THÀNH VIÊN', 'MÔI TRƯỜNG ĐÔ THỊ VIỆT AN', 'Số: 16/KH-MTĐT'],
      [...MOTTO, 'Việt Trì, ngày 14 tháng 01 năm 2026'],
    ),
    title('KẾ HOẠCH'),
    title('Phát động phong trào thi đua lao động sản xuất năm 2026'),
    p(
      'Hưởng ứng phong trào thi đua do Ủy ban nhân dân tỉnh Phú Thọ phát động, Công ty TNHH một thành viên Môi trường đô thị Việt An phát động thi đua trong toàn thể người lao động như sau:',
    ),
    h('I. CHỈ TIÊU CẢ NĂM'),
    grid([6, 40, 16, 14, 14, 14, 14, 18], 1, [
      ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Quý I', 'Quý II', 'Quý III', 'Quý IV', 'Cả năm 2026'],
      ['1', 'Doanh thu', 'Tỷ đồng', '21', '24', '25', '26', '96'],
      ['2', 'Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt', '%', '96', '97', '97', '98', '98'],
      ['3', 'Thu nhập bình quân người lao động', 'Triệu đồng/người/tháng', '', '', '', '', '11,5'],
    ]),
    h('II. YÊU CẦU'),
    p('1. Tiết kiệm 3% chi phí nhiên liệu so với năm 2025; không xảy ra tai nạn lao động.'),
    p('2. 100% người lao động được huấn luyện an toàn; có 20 sáng kiến được áp dụng, làm lợi 500 triệu đồng.'),
    h('III. THỜI GIAN, KHEN THƯỞNG'),
    p('Từ ngày 15/01/2026 đến hết ngày 31/12/2026. Thưởng đội dẫn đầu 10 triệu đồng, cá nhân xuất sắc 02 triệu đồng.'),
    h('IV. TỔ CHỨC THỰC HIỆN'),
    p('1. Phòng Tổ chức - Hành chính chủ trì, phối hợp với Công đoàn Công ty theo dõi, chấm điểm hằng tháng.'),
    p('2. Các đội sản xuất báo cáo Giám đốc (qua Phòng Tổ chức - Hành chính) trước ngày 20/12/2026./.'),
    sign(
      ['- Sở Nội vụ (b/c);', '- Công đoàn Công ty;', '- Các phòng, đội;', '- Lưu: VT, TCHC.'],
      ['GIÁM ĐỐC', 'Phùng Văn Lợi'],
    ),
  ],
  gold: {
    about: 'An enterprise: a table whose year stands behind its quarters, money of prizes that is no target.',
    header: {
      issuer: { name: 'Công ty TNHH một thành viên Môi trường đô thị Việt An', level: 'unit', province: 'Phú Thọ' },
      kindCode: 'KH',
      kindName: 'KẾ HOẠCH',
      number: '16',
      symbol: 'KH-MTĐT',
      place: 'Việt Trì',
      date: { year: 2026, month: 1, day: 14 },
      title: 'Phát động phong trào thi đua lao động sản xuất năm 2026',
      theme: null,
      period: { from: '2026-01-15', until: '2026-12-31' },
      signature: { authority: null, position: 'GIÁM ĐỐC', name: 'Phùng Văn Lợi' },
    },
    targets: [
      target('Doanh thu | Tỷ đồng | 21 | 24 | 25 | 26 | 96', { measure: 'amount', value: '96', unit: 'tỷ đồng' }),
      target('Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt | % | 96 | 97 | 97 | 98 | 98', {
        indicator: 'thu_gom_ctr_sinh_hoat',
        domain: 'moi_truong',
        value: '98',
      }),
      target('Thu nhập bình quân người lao động | Triệu đồng/người/tháng |  |  |  |  | 11,5', {
        measure: 'per-capita',
        value: '11.5',
        unit: 'triệu đồng/người/tháng',
      }),
      target('Tiết kiệm 3% chi phí nhiên liệu so với năm 2025', {
        measure: undefined,
        change: undefined,
        value: '3',
        baseline: { year: 2025 },
      }),
      target('100% người lao động được huấn luyện an toàn', { value: '100' }),
      target('có 20 sáng kiến được áp dụng', { measure: 'amount', value: '20', unit: 'sáng kiến' }),
      target('làm lợi 500 triệu đồng', { measure: 'amount', value: '500', unit: 'triệu đồng' }),
    ],
    results: [],
    statements: [{ quote: 'không xảy ra tai nạn lao động' }],
    citations: [],
    recipients: ['Sở Nội vụ (b/c)', 'Công đoàn Công ty', 'Các phòng, đội', 'Lưu: VT, TCHC'],
    movements: [],
    duties: [
      { organisation: 'Phòng Tổ chức - Hành chính', role: 'lead', task: 'chấm điểm' },
      { organisation: 'Công đoàn Công ty', role: 'supporting' },
      { organisation: 'Các đội sản xuất', dueOn: '2026-12-20', via: 'Phòng Tổ chức - Hành chính' },
    ],
    reportDue: [{ on: '2026-12-20', relation: 'before', to: 'Giám đốc', via: 'Phòng Tổ chức - Hành chính' }],
    anniversaries: [],
    notTargets: ['Thưởng đội dẫn đầu 10 triệu đồng', 'cá nhân xuất sắc 02 triệu đồng'],
    findings: { must: [], silent: ['TT-01', 'TT-03', 'TC-02', 'BC-01', 'SL-01', 'SL-08'] },
  },
};
