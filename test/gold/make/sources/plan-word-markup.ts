import { type GoldSource, h, head, p, sign, target, title } from '../document.ts';

/** A plan set with tabs instead of tables and full of the marks that Word leaves; {…} says where they go. */
export const planWordMarkup: GoldSource = {
  name: 'plan-word-markup',
  files: [{ making: { as: 'docx', by: 'word' } }],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN', 'XÃ MỸ ĐỨC TÂY', 'Số: 52/KH-UBND'],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Mỹ Đức Tây, ngày 18 tháng 02 năm 2026'],
      'tabs',
    ),
    title('KẾ HOẠCH'),
    title('Phát động phong trào thi đua{xuống dòng}“Sông xanh, vườn sạch” năm 2026'),
    p(
      'Thực hiện Kế hoạch số 36/KH-UBND ngày 06/02/2026 của Ủy ban nhân dân tỉnh Đồng Tháp về bảo vệ môi trường nông thôn năm {năm}, Ủy ban nhân dân xã Mỹ Đức Tây ban hành Kế hoạch như sau:',
    ),
    h('I. CHỈ TIÊU'),
    p(
      '1. Tỷ lệ hộ dân sử dụng nước sạch đạt quy chuẩn đạt 96,5%;{ẩn} tỷ lệ hộ phân loại chất thải rắn tại nguồn đạt từ 55% trở lên.',
    ),
    p('2. Trồng mới 40 ha cây ăn quả; {chuyển}thành lập mới 02 hợp tác xã.'),
    p('3. Phấn đấu 9/12 ấp giữ vững danh hiệu văn hóa.'),
    h('II. THỜI GIAN THỰC HIỆN'),
    p('Từ ngày 20/02/2026 đến hết ngày 30/11/2026.'),
    h('III. TỔ CHỨC THỰC HIỆN'),
    p('1. Phòng Kinh tế chủ trì, phối hợp với Hội Nông dân xã hướng dẫn, đề xuất khen thưởng.'),
    p('2. Trưởng các ấp báo cáo kết quả về Ủy ban nhân dân xã trước ngày 05/12/2026./.'),
    sign(
      [
        '- Sở Nông nghiệp và Môi trường;',
        '- Phòng Kinh tế;',
        '- Hội Nông dân xã;',
        '- Trưởng các ấp;',
        '- Lưu: VT, KT.',
      ],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', '', 'Huỳnh Văn Đực'],
      'tabs',
    ),
  ],
  gold: {
    about:
      "Word's own marks: cut runs, smart tags, content controls, fields, links, hidden and moved words, tabs instead of tables.",
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Mỹ Đức Tây', level: 'commune', province: 'Đồng Tháp' },
      kindCode: 'KH',
      kindName: 'KẾ HOẠCH',
      number: '52',
      symbol: 'KH-UBND',
      place: 'Mỹ Đức Tây',
      date: { year: 2026, month: 2, day: 18 },
      title: 'Phát động phong trào thi đua “Sông xanh, vườn sạch” năm 2026',
      period: { from: '2026-02-20', until: '2026-11-30' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Huỳnh Văn Đực' },
    },
    targets: [
      target('Tỷ lệ hộ dân sử dụng nước sạch đạt quy chuẩn đạt 96,5%', {
        indicator: 'nuoc_sach_quy_chuan',
        domain: 'moi_truong',
        value: '96.5',
      }),
      target('tỷ lệ hộ phân loại chất thải rắn tại nguồn đạt từ 55% trở lên', {
        indicator: 'phan_loai_rac',
        domain: 'moi_truong',
        comparator: 'ge',
        value: '55',
      }),
      target('Trồng mới 40 ha cây ăn quả', {
        indicator: 'cay_an_qua',
        domain: 'nong_nghiep',
        measure: 'amount',
        value: '40',
        unit: 'ha',
        mentions: 1,
      }),
      target('thành lập mới 02 hợp tác xã', {
        indicator: 'hop_tac_xa',
        domain: 'kinh_te',
        measure: 'amount',
        value: '2',
        unit: 'hợp tác xã',
        mentions: 1,
      }),
      target('9/12 ấp giữ vững danh hiệu văn hóa', {
        indicator: 'thon_ban_van_hoa',
        domain: 'van_hoa',
        measure: 'fraction',
        change: 'maintain',
        numerator: '9',
        denominator: '12',
        unit: 'ấp',
      }),
    ],
    results: [],
    citations: [
      {
        role: 'basis',
        kind: 'Kế hoạch',
        numberSymbol: '36/KH-UBND',
        date: '2026-02-06',
        issuer: 'Ủy ban nhân dân tỉnh Đồng Tháp',
        subject: 'bảo vệ môi trường nông thôn năm 2026',
      },
    ],
    recipients: ['Sở Nông nghiệp và Môi trường', 'Phòng Kinh tế', 'Hội Nông dân xã', 'Trưởng các ấp', 'Lưu: VT, KT'],
    movements: [],
    duties: [
      { organisation: 'Phòng Kinh tế', role: 'lead' },
      { organisation: 'Hội Nông dân xã', role: 'supporting' },
      { organisation: 'Trưởng các ấp', dueOn: '2026-12-05' },
    ],
    reportDue: [{ on: '2026-12-05', relation: 'before', to: 'Ủy ban nhân dân xã' }],
    anniversaries: [],
    unread: ['chưa công bố', 'DATE'],
    findings: { must: [], silent: ['TT-01', 'TT-03', 'TT-04', 'CT-01', 'CT-07', 'CC-01', 'SL-04', 'BC-01'] },
  },
};
