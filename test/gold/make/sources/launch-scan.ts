import { type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** One page of paper, scanned: nothing but a picture. */
export const launchScan: GoldSource = {
  name: 'launch-scan',
  files: [
    { making: { as: 'pdf', by: 'scan' }, pages: 1 },
    { suffix: '-text', making: { as: 'pdf', by: 'libreoffice' }, pages: 1 },
  ],
  parts: [
    head(['ỦY BAN NHÂN DÂN', 'XÃ HẢI AN ĐÔNG', 'Số: 34/KH-UBND'], [...MOTTO, 'Hải An Đông, ngày 02 tháng 3 năm 2026']),
    title('KẾ HOẠCH'),
    title('Phát động thi đua vụ xuân năm 2026'),
    p(
      'Thực hiện Kế hoạch số 29/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân tỉnh Hưng Yên về thi đua sản xuất vụ xuân, Ủy ban nhân dân xã Hải An Đông phát động thi đua như sau:',
    ),
    h('I. CHỈ TIÊU'),
    p('1. Năng suất lúa đạt 68 tạ/ha.'),
    p('2. Tổng sản lượng lương thực có hạt đạt 5.120 tấn.'),
    p('3. 100% hộ dân sử dụng điện lưới quốc gia.'),
    p('4. Tỷ lệ hộ nghèo dưới 1,2%.'),
    h('II. THỜI GIAN'),
    p('Từ ngày 05/3/2026 đến hết ngày 30/6/2026.'),
    h('III. TỔ CHỨC THỰC HIỆN'),
    p('1. Phòng Kinh tế hướng dẫn, kiểm tra, đề xuất khen thưởng.'),
    p('2. Trưởng các thôn báo cáo Ủy ban nhân dân xã trước ngày 05/7/2026./.'),
    sign(
      ['- Phòng Kinh tế;', '- Trưởng các thôn;', '- Lưu: VT, KT.'],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Bùi Văn Nam'],
    ),
  ],
  gold: {
    about: 'A scanned page that only character recognition can read, and the same page with its text.',
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Hải An Đông', level: 'commune', province: 'Hưng Yên' },
      kindCode: 'KH',
      kindName: 'KẾ HOẠCH',
      number: '34',
      symbol: 'KH-UBND',
      place: 'Hải An Đông',
      date: { year: 2026, month: 3, day: 2 },
      title: 'Phát động thi đua vụ xuân năm 2026',
      theme: null,
      period: { from: '2026-03-05', until: '2026-06-30' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Bùi Văn Nam' },
    },
    targets: [
      target('Năng suất lúa đạt 68 tạ/ha', {
        indicator: 'nang_suat_lua',
        domain: 'nong_nghiep',
        measure: 'amount',
        value: '68',
        unit: 'tạ/ha',
      }),
      target('Tổng sản lượng lương thực có hạt đạt 5.120 tấn', {
        indicator: 'san_luong_luong_thuc',
        domain: 'nong_nghiep',
        measure: 'amount',
        value: '5120',
        unit: 'tấn',
      }),
      target('100% hộ dân sử dụng điện lưới quốc gia', {
        indicator: 'dien_luoi',
        domain: 'xay_dung_ha_tang',
        value: '100',
      }),
      target('Tỷ lệ hộ nghèo dưới 1,2%', {
        indicator: 'ty_le_ho_ngheo',
        domain: 'giam_ngheo',
        comparator: 'lt',
        value: '1.2',
        better: 'lower',
      }),
    ],
    results: [],
    citations: [
      {
        role: 'basis',
        kind: 'Kế hoạch',
        numberSymbol: '29/KH-UBND',
        date: '2026-02-12',
        issuer: 'Ủy ban nhân dân tỉnh Hưng Yên',
        subject: 'thi đua sản xuất vụ xuân',
      },
    ],
    recipients: ['Phòng Kinh tế', 'Trưởng các thôn', 'Lưu: VT, KT'],
    movements: [],
    duties: [
      { organisation: 'Phòng Kinh tế', task: 'hướng dẫn, kiểm tra' },
      { organisation: 'Trưởng các thôn', dueOn: '2026-07-05' },
    ],
    reportDue: [{ on: '2026-07-05', relation: 'before', to: 'Ủy ban nhân dân xã' }],
    anniversaries: [],
    findings: { must: [], silent: ['TT-01', 'TT-03', 'CC-01'] },
  },
};
