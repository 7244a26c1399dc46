import { basis, finding, type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** The plan of a council: bases of all kinds, a slogan beside the theme, duties by part, another post above the name. */
export const planCouncil: GoldSource = {
  name: 'plan-council',
  files: [
    { making: { as: 'docx', by: 'docx' } },
    { making: { as: 'pdf', by: 'libreoffice' } },
    { making: { as: 'txt' } },
  ],
  parts: [
    head(
      ['UBND TỈNH LÂM ĐỒNG', 'HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG', 'Số: 27/KH-HĐTĐKT'],
      [...MOTTO, 'Lâm Đồng, ngày 09 tháng 01 năm 2026'],
    ),
    title('KẾ HOẠCH'),
    title('Hoạt động của Hội đồng Thi đua - Khen thưởng tỉnh và phát động thi đua năm 2026'),
    basis('Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;'),
    basis(
      'Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ ngày 14/6/2025 quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng;',
    ),
    basis(
      'Thực hiện Công văn số 87/BNV-TĐKT ngày 05/01/2026 của Bộ Nội vụ v/v hướng dẫn phát động thi đua năm 2026 và Thông báo số 12-TB/TU ngày 06/01/2026 của Thường trực Tỉnh ủy về kết luận phiên họp đầu năm;',
    ),
    basis('Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 05/TTr-SNV ngày 07/01/2026,'),
    p('Hội đồng Thi đua - Khen thưởng tỉnh ban hành Kế hoạch như sau:'),
    title('PHẦN A'),
    title('MỤC TIÊU'),
    p(
      'Phát động phong trào thi đua với khẩu hiệu hành động “Nhanh hơn, xa hơn, xanh hơn”, chủ đề năm 2026 là “Lâm Đồng khát vọng vươn mình”. Phấn đấu 100% xã, phường, đặc khu ký kết giao ước thi đua trước ngày 31/01/2026.',
    ),
    title('PHẦN B'),
    title('NHIỆM VỤ'),
    h('I. Các phong trào thi đua trọng tâm'),
    p(
      '- Hưởng ứng phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới” do Thủ tướng Chính phủ phát động; cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”; chương trình “Mái ấm biên cương”;',
    ),
    p(
      '- Thực hiện tốt các phong trào: “Dân vận khéo”, “Nông dân thi đua sản xuất, kinh doanh giỏi”, “Tuổi trẻ sáng tạo”.',
    ),
    h('II. Thời gian'),
    p('Từ Quý I/2026 đến Quý IV/2026, sơ kết vào tháng 7/2026, tổng kết xong trước ngày 20/12/2026.'),
    h('III. Phân công'),
    p('1. Sở Nội vụ (Cơ quan Thường trực của Hội đồng):'),
    p('a) Chủ trì, phối hợp với các đơn vị liên quan tham mưu Hội đồng kiểm tra ít nhất 06 sở, ngành, 20 xã, phường;'),
    p('b) Tổng hợp báo cáo 6 tháng trước ngày 25/6/2026, báo cáo năm trước ngày 25/11/2026.'),
    p('2. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh tổ chức phát động trong lực lượng vũ trang.'),
    p('3. Đề nghị Báo và phát thanh, truyền hình Lâm Đồng tăng thời lượng tuyên truyền.'),
    p('4. Các thành viên Hội đồng chịu trách nhiệm về địa bàn, cụm, khối được phân công.'),
    p('5. Khen thưởng: Hội đồng xét, đề nghị tặng Bằng khen cho các tập thể, cá nhân tiêu biểu./.'),
    sign(
      ['- Bộ Nội vụ (b/c);', '- TT Tỉnh ủy, TT HĐND tỉnh (b/c);', '- Như phần III;', '- Lưu: VT, TĐKT.'],
      ['TM. HỘI ĐỒNG', 'CHỦ TỊCH', 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH', 'Hồ Văn Mười Hai'],
    ),
  ],
  gold: {
    about:
      'A council: two citations in one sentence, a slogan that is not the theme, quarters as period, “Như phần III” among the recipients.',
    header: {
      issuer: { name: 'Hội đồng Thi đua - Khen thưởng', level: 'unit', province: 'Lâm Đồng' },
      kindCode: 'KH',
      kindName: 'KẾ HOẠCH',
      number: '27',
      symbol: 'KH-HĐTĐKT',
      place: 'Lâm Đồng',
      date: { year: 2026, month: 1, day: 9 },
      title: 'Hoạt động của Hội đồng Thi đua - Khen thưởng tỉnh và phát động thi đua năm 2026',
      theme: 'Lâm Đồng khát vọng vươn mình',
      period: { from: '2026-01-01', until: '2026-12-31' },
      signature: { authority: 'TM. HỘI ĐỒNG', position: 'CHỦ TỊCH', name: 'Hồ Văn Mười Hai' },
    },
    targets: [
      target('Phấn đấu 100% xã, phường, đặc khu ký kết giao ước thi đua', {
        domain: 'thi_dua_khen_thuong',
        value: '100',
      }),
      target('kiểm tra ít nhất 06 sở, ngành', {
        measure: 'amount',
        comparator: 'ge',
        value: '6',
        unit: undefined,
        optional: true,
      }),
      target('20 xã, phường', {
        measure: 'amount',
        comparator: undefined,
        value: '20',
        unit: undefined,
        optional: true,
      }),
    ],
    results: [],
    citations: [
      { role: 'basis', kind: 'Luật', numberSymbol: '06/2022/QH15', date: '2022-06-15' },
      {
        role: 'basis',
        kind: 'Nghị định',
        numberSymbol: '152/2025/NĐ-CP',
        date: '2025-06-14',
        issuer: 'Chính phủ',
        subject: 'quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng',
      },
      {
        role: 'basis',
        kind: 'Công văn',
        numberSymbol: '87/BNV-TĐKT',
        date: '2026-01-05',
        issuer: 'Bộ Nội vụ',
        subject: 'hướng dẫn phát động thi đua năm 2026',
      },
      {
        role: 'basis',
        kind: 'Thông báo',
        numberSymbol: '12-TB/TU',
        date: '2026-01-06',
        issuer: 'Thường trực Tỉnh ủy',
        subject: 'kết luận phiên họp đầu năm',
      },
      { role: 'basis', kind: 'Tờ trình', numberSymbol: '05/TTr-SNV', date: '2026-01-07' },
    ],
    recipients: ['Bộ Nội vụ (b/c)', 'TT Tỉnh ủy, TT HĐND tỉnh (b/c)', 'Như phần III', 'Lưu: VT, TĐKT'],
    movements: [
      {
        name: 'Cả nước chung sức xây dựng nông thôn mới',
        official: 'Cả nước chung sức xây dựng nông thôn mới',
        answered: true,
      },
      { name: 'Dân vận khéo' },
      { name: 'Nông dân thi đua sản xuất, kinh doanh giỏi' },
      { name: 'Tuổi trẻ sáng tạo' },
    ],
    notMovements: ['Nhanh hơn, xa hơn, xanh hơn', 'Mái ấm biên cương', 'Lâm Đồng khát vọng vươn mình'],
    duties: [
      { organisation: 'Sở Nội vụ', role: 'lead', task: 'kiểm tra' },
      { organisation: 'Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh', task: 'lực lượng vũ trang' },
      { organisation: 'Báo và phát thanh, truyền hình Lâm Đồng', task: 'tuyên truyền' },
      { organisation: 'Các thành viên Hội đồng', task: 'chịu trách nhiệm' },
    ],
    reportDue: [
      { on: '2026-06-25', relation: 'before' },
      { on: '2026-11-25', relation: 'before' },
      { on: '2026-12-20', optional: true },
    ],
    anniversaries: [],
    outline: [
      { label: 'PHẦN A', heading: 'MỤC TIÊU' },
      { label: 'PHẦN B', heading: 'NHIỆM VỤ' },
      { label: 'I.', heading: 'Các phong trào thi đua trọng tâm' },
      { label: 'II.', heading: 'Thời gian' },
      { label: 'III.', heading: 'Phân công' },
    ],
    notTargets: ['báo cáo 6 tháng'],
    findings: {
      must: [],
      may: [finding('TG-03', 'info', null)],
      silent: ['TC-02', 'BC-03', 'BC-01', 'TT-01', 'TT-03', 'TT-05', 'CC-01', 'CC-03', 'TG-05'],
    },
  },
};
