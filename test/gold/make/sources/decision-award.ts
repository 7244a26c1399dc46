import { annex, basis, finding, type GoldSource, grid, head, line, MOTTO, p, sign, title } from '../document.ts';

/** A decision to commend, with the list of names: a table that holds no target. */
export const decisionAward: GoldSource = {
  name: 'decision-award',
  files: [{ making: { as: 'docx', by: 'docx' } }, { making: { as: 'pdf', by: 'libreoffice' } }],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN', 'XÃ THANH LÂM BẮC', 'Số: 540/QĐ-UBND'],
      [...MOTTO, 'Thanh Lâm Bắc, ngày 22 tháng 12 năm 2026'],
    ),
    title('QUYẾT ĐỊNH'),
    title('Về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích trong phong trào thi đua năm 2026'),
    title('CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THANH LÂM BẮC'),
    basis('Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;'),
    basis('Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;'),
    basis(
      'Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng;',
    ),
    basis('Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã tại Tờ trình số 12/TTr-HĐTĐKT ngày 18/12/2026.'),
    title('QUYẾT ĐỊNH:'),
    p(
      'Điều 1. Tặng Giấy khen cho 02 tập thể và 03 cá nhân có thành tích xuất sắc trong phong trào thi đua năm 2026 (có danh sách kèm theo).',
    ),
    p(
      'Điều 2. Mức thưởng thực hiện theo quy định: tập thể 1.500.000 đồng, cá nhân 750.000 đồng, trích từ Quỹ thi đua, khen thưởng của xã.',
    ),
    p(
      'Điều 3. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Phòng Văn hóa - Xã hội và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
    ),
    sign(['- Như Điều 3;', '- Sở Nội vụ;', '- Lưu: VT, VHXH.'], ['CHỦ TỊCH', 'Lương Văn Thắng']),
    annex(),
    title('DANH SÁCH'),
    title('TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN'),
    line(
      '(Kèm theo Quyết định số 540/QĐ-UBND ngày 22 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân xã Thanh Lâm Bắc)',
    ),
    grid([6, 32, 34, 28], 1, [
      ['STT', 'Họ và tên, đơn vị', 'Chức vụ, nơi công tác', 'Thành tích'],
      [
        { text: 'I', bold: true },
        { text: 'Tập thể', bold: true, columns: 3 },
      ],
      ['1', 'Thôn Đồng Trình', 'Xã Thanh Lâm Bắc', 'Hiến 2.400 m2 đất làm đường'],
      ['2', 'Trường Mầm non Hoa Ban', 'Xã Thanh Lâm Bắc', 'Hoàn thành 100% chỉ tiêu năm học'],
      [
        { text: 'II', bold: true },
        { text: 'Cá nhân', bold: true, columns: 3 },
      ],
      ['1', 'Ông Lò Văn Sáng', 'Trưởng thôn Đồng Trình', 'Vận động 35 hộ hiến đất'],
      ['2', 'Bà Hà Thị Mến', 'Giáo viên Trường Mầm non Hoa Ban', '05 năm liền là giáo viên giỏi'],
      ['3', 'Ông Vi Văn Đoàn', 'Dân quân thường trực', 'Cứu 02 người trong mưa lũ'],
    ]),
  ],
  gold: {
    about: 'A list of commended people with numbers in it: neither a target nor a duty.',
    header: {
      issuer: { name: 'Chủ tịch Ủy ban nhân dân xã Thanh Lâm Bắc', level: 'commune', province: null },
      kindCode: 'QĐ',
      kindName: 'QUYẾT ĐỊNH',
      number: '540',
      symbol: 'QĐ-UBND',
      place: 'Thanh Lâm Bắc',
      date: { year: 2026, month: 12, day: 22 },
      title: 'Về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích trong phong trào thi đua năm 2026',
      theme: null,
      signature: { authority: null, position: 'CHỦ TỊCH', name: 'Lương Văn Thắng' },
    },
    targets: [],
    citations: [
      { role: 'basis', kind: 'Luật', numberSymbol: '72/2025/QH15', date: '2025-06-16' },
      { role: 'basis', kind: 'Luật', numberSymbol: '06/2022/QH15', date: '2022-06-15' },
      { role: 'basis', kind: 'Nghị định', numberSymbol: '152/2025/NĐ-CP', date: '2025-06-14', issuer: 'Chính phủ' },
      { role: 'basis', kind: 'Tờ trình', numberSymbol: '12/TTr-HĐTĐKT', date: '2026-12-18' },
    ],
    recipients: ['Như Điều 3', 'Sở Nội vụ', 'Lưu: VT, VHXH'],
    movements: [],
    duties: [],
    reportDue: [],
    anniversaries: [],
    notTargets: ['02 tập thể và 03 cá nhân', '1.500.000 đồng', '750.000 đồng', '05 năm liền là giáo viên giỏi'],
    findings: {
      must: [],
      may: [finding(['SL-08'], 'info', null)],
      silent: ['TT-01', 'TT-02', 'TT-03', 'TT-05', 'CC-01', 'BC-01', 'TG-05', 'TC-02'],
    },
  },
};
