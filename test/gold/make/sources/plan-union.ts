import { type GoldSource, h, head, p, sign, target, title } from '../document.ts';

/** The plan of a mass organisation: no national motto, its own number form, slogans, counts of works and gifts. */
export const planUnion: GoldSource = {
  name: 'plan-union',
  files: [{ making: { as: 'docx', by: 'docx' } }, { making: { as: 'pdf', by: 'chromium' } }],
  parts: [
    head(
      ['ĐOÀN TNCS HỒ CHÍ MINH', 'BCH PHƯỜNG NAM NHA TRANG', '***', 'Số: 07-KH/ĐTN'],
      ['ĐOÀN TNCS HỒ CHÍ MINH', 'Nam Nha Trang, ngày 23 tháng 02 năm 2026'],
    ),
    title('KẾ HOẠCH'),
    title('Thi đua thực hiện Tháng Thanh niên năm 2026'),
    p(
      'Thực hiện Kế hoạch số 112-KH/TĐTN-PT ngày 06/02/2026 của Ban Thường vụ Tỉnh đoàn Khánh Hòa về Tháng Thanh niên năm 2026, Ban Thường vụ Đoàn phường Nam Nha Trang phát động thi đua với chủ đề “Tuổi trẻ xung kích chuyển đổi số”, cụ thể:',
    ),
    h('I. CHỈ TIÊU'),
    p('1. 100% chi đoàn có ít nhất 01 công trình, phần việc thanh niên.'),
    p('2. Vận động 350 đơn vị máu; trồng mới 2.000 cây xanh; tặng 60 suất học bổng, mỗi suất 1.000.000 đồng.'),
    p('3. Hỗ trợ 1.200 người dân cài đặt, sử dụng dịch vụ công trực tuyến; thành lập 05 tổ công nghệ số cộng đồng.'),
    p('4. Kết nạp 45 đoàn viên mới, giới thiệu 12 đoàn viên ưu tú cho Đảng.'),
    h('II. THỜI GIAN'),
    p(
      'Từ ngày 25/02/2026 đến ngày 31/3/2026, cao điểm ngày 26/3/2026 (kỷ niệm 95 năm Ngày thành lập Đoàn 26/3/1931 - 26/3/2026).',
    ),
    h('III. TỔ CHỨC THỰC HIỆN'),
    p('1. Ban Thường vụ Đoàn phường chỉ đạo, kiểm tra, khen thưởng chi đoàn xuất sắc.'),
    p('2. Các chi đoàn đăng ký công trình trước ngày 01/3/2026, báo cáo kết quả về Đoàn phường trước ngày 28/3/2026.'),
    sign(
      ['- Tỉnh đoàn Khánh Hòa;', '- Thường trực Đảng ủy phường;', '- Các chi đoàn;', '- Lưu VP.'],
      ['TM. BAN THƯỜNG VỤ', 'BÍ THƯ', 'Nguyễn Gia Bảo'],
    ),
  ],
  gold: {
    about: 'A youth union: its own head and numbers, works and gifts as targets, a subject that is itself a name.',
    header: {
      kindCode: 'KH',
      kindName: 'KẾ HOẠCH',
      number: '07',
      symbol: 'KH/ĐTN',
      place: 'Nam Nha Trang',
      date: { year: 2026, month: 2, day: 23 },
      title: 'Thi đua thực hiện Tháng Thanh niên năm 2026',
      theme: 'Tuổi trẻ xung kích chuyển đổi số',
      period: { from: '2026-02-25', until: '2026-03-31' },
      signature: { authority: 'TM. BAN THƯỜNG VỤ', position: 'BÍ THƯ', name: 'Nguyễn Gia Bảo' },
    },
    targets: [
      target('100% chi đoàn có ít nhất 01 công trình, phần việc thanh niên', { value: '100' }),
      target('ít nhất 01 công trình', {
        measure: 'amount',
        comparator: 'ge',
        value: '1',
        unit: undefined,
        optional: true,
      }),
      target('Vận động 350 đơn vị máu', { measure: 'amount', value: '350', unit: undefined }),
      target('trồng mới 2.000 cây xanh', { measure: 'amount', value: '2000', unit: 'cây' }),
      target('tặng 60 suất học bổng', { measure: 'amount', value: '60', unit: undefined }),
      target('mỗi suất 1.000.000 đồng', { measure: 'amount', value: '1000000', unit: 'đồng', optional: true }),
      target('Hỗ trợ 1.200 người dân cài đặt, sử dụng dịch vụ công trực tuyến', {
        measure: 'amount',
        value: '1200',
        unit: undefined,
      }),
      target('thành lập 05 tổ công nghệ số cộng đồng', { measure: 'amount', value: '5', unit: 'tổ' }),
      target('Kết nạp 45 đoàn viên mới', { measure: 'amount', value: '45', unit: 'đoàn viên' }),
      target('giới thiệu 12 đoàn viên ưu tú cho Đảng', { measure: 'amount', value: '12', unit: 'đoàn viên' }),
    ],
    results: [],
    citations: [
      {
        role: 'basis',
        kind: 'Kế hoạch',
        numberSymbol: '112-KH/TĐTN-PT',
        date: '2026-02-06',
        issuer: 'Ban Thường vụ Tỉnh đoàn Khánh Hòa',
        subject: 'Tháng Thanh niên năm 2026',
      },
    ],
    recipients: ['Tỉnh đoàn Khánh Hòa', 'Thường trực Đảng ủy phường', 'Các chi đoàn', 'Lưu VP'],
    movements: [],
    duties: [
      { organisation: 'Ban Thường vụ Đoàn phường', task: 'chỉ đạo, kiểm tra' },
      { organisation: 'Các chi đoàn', task: 'đăng ký công trình' },
    ],
    reportDue: [{ on: '2026-03-28', relation: 'before', to: 'Đoàn phường' }],
    anniversaries: [{ quote: '95 năm Ngày thành lập Đoàn 26/3/1931 - 26/3/2026', years: 95, consistent: true }],
    findings: {
      must: [],
      may: [{ rules: ['TT-06'], severity: 'warning', quote: 'Lưu VP' }],
      silent: ['TT-01', 'TT-02', 'TT-03', 'TT-04', 'CC-01', 'BC-01', 'TG-01', 'SL-08', 'TC-02'],
    },
  },
};
