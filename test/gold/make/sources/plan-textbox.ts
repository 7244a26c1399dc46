import { type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** Text boxes, which word processors store twice: once for new and once for old readers. */
export const planTextbox: GoldSource = {
  name: 'plan-textbox',
  pageHead: 'DỰ THẢO',
  files: [{ suffix: '-office', making: { as: 'docx', by: 'libreoffice' } }, { making: { as: 'docx', by: 'docx' } }],
  parts: [
    head(['ỦY BAN NHÂN DÂN', 'XÃ TÀ CẠ', 'Số: 22/KH-UBND'], [...MOTTO, 'Tà Cạ, ngày 09 tháng 3 năm 2026']),
    title('KẾ HOẠCH'),
    title('Phong trào thi đua “Sạch bản, đẹp nhà” năm 2026'),
    p(
      'Thực hiện Kế hoạch số 40/KH-UBND ngày 27/02/2026 của Ủy ban nhân dân tỉnh Nghệ An về phong trào thi đua xây dựng nếp sống văn minh, Ủy ban nhân dân xã Tà Cạ ban hành Kế hoạch như sau:',
    ),
    { kind: 'textbox', paragraphs: ['Chỉ tiêu chính: vận động 75% hộ gia đình phân loại chất thải rắn tại nguồn.'] },
    h('I. NỘI DUNG'),
    p('1. Tổng vệ sinh đường làng, ngõ xóm vào ngày thứ bảy hằng tuần.'),
    p('2. Xây mới 25 lò đốt rác; 90% hộ gia đình đạt tiêu chuẩn văn hóa.'),
    h('II. THỜI GIAN THỰC HIỆN'),
    p('Từ ngày 15/3/2026 đến hết tháng 12 năm 2026.'),
    { kind: 'textbox', paragraphs: ['Đường dây nóng: 0238 000 000.'] },
    h('III. TỔ CHỨC THỰC HIỆN'),
    p(
      '1. Trưởng các bản phát động đến từng hộ, báo cáo Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) trước ngày 05/12/2026.',
    ),
    p('2. Phòng Văn hóa - Xã hội kiểm tra, đề xuất khen thưởng các bản sạch đẹp nhất./.'),
    sign(
      ['- Sở Nội vụ;', '- Phòng Văn hóa - Xã hội;', '- Trưởng các bản;', '- Lưu: VT, VHXH.'],
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Vi Văn Quyết'],
    ),
  ],
  gold: {
    about: 'Text boxes with a target and a telephone number, and a head on each page.',
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Tà Cạ', level: 'commune', province: 'Nghệ An' },
      kindCode: 'KH',
      kindName: 'KẾ HOẠCH',
      number: '22',
      symbol: 'KH-UBND',
      place: 'Tà Cạ',
      date: { year: 2026, month: 3, day: 9 },
      title: 'Phong trào thi đua “Sạch bản, đẹp nhà” năm 2026',
      period: { from: '2026-03-15', until: '2026-12-31' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', name: 'Vi Văn Quyết' },
    },
    targets: [
      target('vận động 75% hộ gia đình phân loại chất thải rắn tại nguồn', {
        indicator: 'phan_loai_rac',
        domain: 'moi_truong',
        value: '75',
        mentions: 1,
      }),
      target('Xây mới 25 lò đốt rác', { measure: 'amount', value: '25', unit: undefined, mentions: 1 }),
      target('90% hộ gia đình đạt tiêu chuẩn văn hóa', {
        indicator: 'gia_dinh_van_hoa',
        domain: 'van_hoa',
        value: '90',
        mentions: 1,
      }),
    ],
    results: [],
    citations: [
      {
        role: 'basis',
        kind: 'Kế hoạch',
        numberSymbol: '40/KH-UBND',
        date: '2026-02-27',
        issuer: 'Ủy ban nhân dân tỉnh Nghệ An',
        subject: 'phong trào thi đua xây dựng nếp sống văn minh',
      },
    ],
    recipients: ['Sở Nội vụ', 'Phòng Văn hóa - Xã hội', 'Trưởng các bản', 'Lưu: VT, VHXH'],
    movements: [],
    duties: [
      { organisation: 'Trưởng các bản', task: 'phát động đến từng hộ', via: 'Phòng Văn hóa - Xã hội' },
      { organisation: 'Phòng Văn hóa - Xã hội', task: 'kiểm tra' },
    ],
    reportDue: [{ on: '2026-12-05', relation: 'before', to: 'Ủy ban nhân dân xã', via: 'Phòng Văn hóa - Xã hội' }],
    anniversaries: [],
    notTargets: ['0238 000 000'],
    findings: { must: [], silent: ['SL-04', 'CT-07', 'BC-04', 'TT-01', 'TT-03', 'BC-01'] },
  },
};
