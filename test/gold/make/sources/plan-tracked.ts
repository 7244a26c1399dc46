import { finding, type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** A draft that went round the office: deleted and inserted words, comments at the margin, a footnote. */
export const planTracked: GoldSource = {
  name: 'plan-tracked',
  files: [{ making: { as: 'docx', by: 'docx' } }, { suffix: '-office', making: { as: 'docx', by: 'libreoffice' } }],
  parts: [
    head(['ỦY BAN NHÂN DÂN', 'XÃ ĐẮK TRÔI', 'Số: /KH-UBND'], [...MOTTO, 'Đắk Trôi, ngày tháng 02 năm 2026']),
    title('KẾ HOẠCH'),
    title('Thi đua phát triển kinh tế hộ gia đình năm 2026'),
    p(
      'Thực hiện Kế hoạch số 33/KH-UBND ngày 28/01/2026 của Ủy ban nhân dân tỉnh Đắk Lắk về phong trào thi đua phát triển kinh tế, Ủy ban nhân dân xã Đắk Trôi ban hành Kế hoạch như sau:',
    ),
    h('I. CHỈ TIÊU'),
    p([
      { text: '1. Thu ngân sách nhà nước trên địa bàn đạt ' },
      { text: '8.500', change: 'deleted' },
      { text: '9.200', change: 'inserted' },
      { text: ' triệu đồng.' },
    ]),
    p([
      { text: '2. Tỷ lệ hộ nghèo' },
      {
        text: ' còn 6,4%',
        footnote: 'Theo chuẩn nghèo đa chiều tại Nghị định số 07/2021/NĐ-CP ngày 27/01/2021 của Chính phủ.',
      },
      { text: '.' },
    ]),
    p([
      {
        text: '3. Thành lập mới 03 hợp tác xã',
        comment: 'Phòng Kinh tế xem lại: năm ngoái chỉ được 01, để 15 hợp tác xã là quá cao.',
      },
      { text: '; ' },
      { text: 'trồng mới 120 ha cà phê; ', change: 'deleted' },
      { text: 'tổng đàn gia súc đạt 6.700 con.' },
    ]),
    p([{ text: '4. Trồng mới 45 ha cây ăn quả.', change: 'inserted' }]),
    p([{ text: '5. Xây dựng 200 chuồng trại kiên cố.', change: 'deleted' }]),
    h('II. THỜI GIAN THỰC HIỆN'),
    p([
      { text: 'Từ ngày ban hành đến hết ngày ' },
      { text: '30/9/2026', change: 'deleted' },
      { text: '31/10/2026', change: 'inserted' },
      { text: '.' },
    ]),
    h('III. TỔ CHỨC THỰC HIỆN, KHEN THƯỞNG'),
    p(
      '1. Phòng Kinh tế hướng dẫn, theo dõi; trưởng các thôn, buôn báo cáo Ủy ban nhân dân xã trước ngày 10 tháng 11 năm 2026.',
    ),
    p('2. Khen thưởng 15 hộ làm ăn giỏi tại hội nghị tổng kết./.'),
    sign(
      ['- Sở Nội vụ;', '- Phòng Kinh tế;', '- Trưởng các thôn, buôn;', '- Lưu: VT, KT.'],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Y Thắng Niê'],
    ),
  ],
  gold: {
    about:
      'A draft with tracked changes, comments and a footnote: what is deleted or only noted at the margin is not read as text.',
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Đắk Trôi', level: 'commune', province: 'Đắk Lắk' },
      kindCode: 'KH',
      kindName: 'KẾ HOẠCH',
      number: null,
      symbol: 'KH-UBND',
      place: 'Đắk Trôi',
      date: { year: 2026, month: 2, day: null },
      title: 'Thi đua phát triển kinh tế hộ gia đình năm 2026',
      theme: null,
      period: { from: 'issue', until: '2026-10-31' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Y Thắng Niê' },
    },
    targets: [
      target('Thu ngân sách nhà nước trên địa bàn đạt 9.200 triệu đồng', {
        indicator: 'thu_nsnn',
        domain: 'ngan_sach',
        measure: 'amount',
        value: '9200',
        unit: 'triệu đồng',
      }),
      target('Tỷ lệ hộ nghèo còn 6,4%', {
        indicator: 'ty_le_ho_ngheo',
        domain: 'giam_ngheo',
        change: 'decrease-to',
        value: '6.4',
        better: 'lower',
      }),
      target('Thành lập mới 03 hợp tác xã', {
        indicator: 'hop_tac_xa',
        domain: 'kinh_te',
        measure: 'amount',
        value: '3',
        unit: 'hợp tác xã',
      }),
      target('tổng đàn gia súc đạt 6.700 con', {
        indicator: 'tong_dan_gia_suc',
        domain: 'nong_nghiep',
        measure: 'amount',
        value: '6700',
        unit: 'con',
      }),
      target('Trồng mới 45 ha cây ăn quả', {
        indicator: 'cay_an_qua',
        domain: 'nong_nghiep',
        measure: 'amount',
        value: '45',
        unit: 'ha',
      }),
    ],
    results: [],
    citations: [
      {
        role: 'basis',
        kind: 'Kế hoạch',
        numberSymbol: '33/KH-UBND',
        date: '2026-01-28',
        issuer: 'Ủy ban nhân dân tỉnh Đắk Lắk',
        subject: 'phong trào thi đua phát triển kinh tế',
      },
      {
        role: 'reference',
        kind: 'Nghị định',
        numberSymbol: '07/2021/NĐ-CP',
        date: '2021-01-27',
        issuer: 'Chính phủ',
      },
    ],
    recipients: ['Sở Nội vụ', 'Phòng Kinh tế', 'Trưởng các thôn, buôn', 'Lưu: VT, KT'],
    movements: [],
    duties: [
      { organisation: 'Phòng Kinh tế', task: 'hướng dẫn, theo dõi' },
      { organisation: 'trưởng các thôn, buôn', dueOn: '2026-11-10' },
    ],
    reportDue: [{ on: '2026-11-10', relation: 'before', to: 'Ủy ban nhân dân xã' }],
    anniversaries: [],
    commendation: ['Khen thưởng 15 hộ làm ăn giỏi'],
    notTargets: ['Khen thưởng 15 hộ làm ăn giỏi'],
    unread: ['8.500', '120 ha cà phê', '200 chuồng trại', '30/9/2026'],
    findings: {
      must: [
        { rules: ['TT-01'], severity: 'info', quote: 'Số: /KH-UBND' },
        { rules: ['TT-03'], severity: 'info', quote: 'Đắk Trôi, ngày tháng 02 năm 2026' },
      ],
      may: [finding('CC-03', 'warning', 'Nghị định số 07/2021/NĐ-CP ngày 27/01/2021 của Chính phủ')],
      silent: ['BC-01', 'CC-01', 'SL-01', 'TG-05'],
    },
  },
};
