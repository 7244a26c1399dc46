import { type GoldSource, head, MOTTO, p, sign, target, title } from '../document.ts';

/** A chairman's directive in numbered paragraphs, many targets in one sentence, points a) to đ). */
export const directiveProvince: GoldSource = {
  name: 'directive-province',
  files: [
    { making: { as: 'txt' } },
    { suffix: '-nfd', making: { as: 'txt', encoding: 'nfd' } },
    { making: { as: 'docx', by: 'docx' } },
    { making: { as: 'pdf', by: 'chromium' } },
  ],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN', 'TỈNH TUYÊN QUANG', 'Số: 05/CT-UBND'],
      [...MOTTO, 'Tuyên Quang, ngày 12 tháng 01 năm 2026'],
      'lines',
    ),
    title('CHỈ THỊ'),
    title('Về việc phát động phong trào thi đua yêu nước năm 2026'),
    p(
      'Năm 2026 là năm đầu thực hiện Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2025 - 2030. Để toàn tỉnh bước vào năm mới với quyết tâm cao, Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua với chủ đề “Tuyên Quang đồng lòng, bứt phá, phát triển xanh”, yêu cầu thực hiện tốt các nội dung sau:',
    ),
    p(
      '1. Tiếp tục thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng đối với công tác thi đua, khen thưởng trong tình hình mới; Luật Thi đua, khen thưởng và các văn bản hướng dẫn thi hành.',
    ),
    p(
      '2. Thi đua hoàn thành các chỉ tiêu chủ yếu: tốc độ tăng trưởng tổng sản phẩm trên địa bàn đạt 10,5%; GRDP bình quân đầu người đạt 81 triệu đồng; thu ngân sách trên địa bàn đạt 5.640 tỷ đồng; tốc độ tăng kim ngạch xuất khẩu đạt trên 12%; tổng lượt khách du lịch tăng 15%, doanh thu từ du lịch đạt 6.820,5 tỷ đồng; tỷ lệ trường chuẩn quốc gia đạt 68,4%; mức giảm tỷ lệ hộ nghèo 3,15%; giải quyết việc làm cho khoảng 31.000 lao động.',
    ),
    p(
      '3. Đưa các phong trào thi đua do Thủ tướng Chính phủ phát động vào kế hoạch của từng đơn vị, nhất là phong trào “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau” và phong trào “Cả nước thi đua đổi mới sáng tạo và chuyển đổi số”; chú trọng gương “người tốt, việc tốt”.',
    ),
    p('4. Tổ chức thực hiện'),
    p(
      'a) Thủ trưởng các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường ban hành kế hoạch trước ngày 31/01/2026, tổ chức phát động, sơ kết, tổng kết; báo cáo kết quả về Ủy ban nhân dân tỉnh (qua Sở Nội vụ) chậm nhất ngày 20/11/2026.',
    ),
    p(
      'b) Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên vận động Nhân dân hưởng ứng phong trào.',
    ),
    p('c) Báo và phát thanh, truyền hình Tuyên Quang mở chuyên mục về gương điển hình tiên tiến.'),
    p('d) Các Khối thi đua của tỉnh tổ chức ký kết giao ước trong quý I năm 2026.'),
    p(
      'đ) Giao Sở Nội vụ chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc, tổng hợp báo cáo Chủ tịch Ủy ban nhân dân tỉnh.',
    ),
    p('Chỉ thị này được phổ biến đến từng cơ quan, đơn vị, thôn, bản, tổ dân phố trong tỉnh./.'),
    sign(
      [
        '- Thủ tướng Chính phủ (b/c);',
        '- Thường trực Tỉnh ủy (b/c);',
        '- Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh;',
        '- Các sở, ban, ngành;',
        '- UBND các xã, phường;',
        '- Các Khối thi đua của tỉnh;',
        '- Báo và phát thanh, truyền hình Tuyên Quang;',
        '- VP UBND tỉnh;',
        '- Lưu: VT, NC.',
      ],
      ['CHỦ TỊCH', 'Hoàng Văn Khánh'],
      'lines',
    ),
  ],
  gold: {
    about:
      'A directive of a province in numbered paragraphs: nine targets in one sentence, the chairman in his own right.',
    header: {
      issuer: { name: 'Chủ tịch Ủy ban nhân dân tỉnh Tuyên Quang', level: 'province', province: 'Tuyên Quang' },
      kindCode: 'CT',
      kindName: 'CHỈ THỊ',
      number: '05',
      symbol: 'CT-UBND',
      place: 'Tuyên Quang',
      date: { year: 2026, month: 1, day: 12 },
      title: 'Về việc phát động phong trào thi đua yêu nước năm 2026',
      theme: 'Tuyên Quang đồng lòng, bứt phá, phát triển xanh',
      signature: { authority: null, position: 'CHỦ TỊCH', name: 'Hoàng Văn Khánh' },
    },
    targets: [
      target('tốc độ tăng trưởng tổng sản phẩm trên địa bàn đạt 10,5%', {
        indicator: 'tang_truong_grdp',
        domain: 'kinh_te',
        measure: 'growth',
        value: '10.5',
      }),
      target('GRDP bình quân đầu người đạt 81 triệu đồng', {
        indicator: 'grdp_bqdn',
        domain: 'kinh_te',
        measure: 'per-capita',
        value: '81',
        unit: 'triệu đồng/người/năm',
      }),
      target('thu ngân sách trên địa bàn đạt 5.640 tỷ đồng', {
        indicator: 'thu_nsnn',
        domain: 'ngan_sach',
        measure: 'amount',
        value: '5640',
        unit: 'tỷ đồng',
      }),
      target('tốc độ tăng kim ngạch xuất khẩu đạt trên 12%', {
        indicator: 'tang_kim_ngach_xuat_khau',
        domain: 'kinh_te',
        measure: 'growth',
        comparator: 'gt',
        value: '12',
      }),
      target('tổng lượt khách du lịch tăng 15%', {
        indicator: 'tang_luot_khach_du_lich',
        domain: 'du_lich_dich_vu',
        measure: 'growth',
        change: 'increase-by',
        value: '15',
      }),
      target('doanh thu từ du lịch đạt 6.820,5 tỷ đồng', {
        indicator: 'doanh_thu_du_lich',
        domain: 'du_lich_dich_vu',
        measure: 'amount',
        value: '6820.5',
        unit: 'tỷ đồng',
      }),
      target('tỷ lệ trường chuẩn quốc gia đạt 68,4%', {
        indicator: 'truong_chuan_quoc_gia',
        domain: 'giao_duc',
        value: '68.4',
      }),
      target('mức giảm tỷ lệ hộ nghèo 3,15%', {
        indicator: 'muc_giam_ho_ngheo',
        domain: 'giam_ngheo',
        measure: 'reduction',
        change: 'decrease-by',
        value: '3.15',
        unit: 'điểm %',
      }),
      target('giải quyết việc làm cho khoảng 31.000 lao động', {
        indicator: 'giai_quyet_viec_lam',
        domain: 'lao_dong_viec_lam',
        measure: 'amount',
        comparator: 'approx',
        value: '31000',
        unit: 'lao động',
      }),
    ],
    results: [],
    citations: [
      {
        role: 'reference',
        kind: 'Chỉ thị',
        numberSymbol: '41-CT/TW',
        date: '2024-12-26',
        issuer: 'Bộ Chính trị',
        subject: 'tăng cường sự lãnh đạo của Đảng đối với công tác thi đua, khen thưởng trong tình hình mới',
      },
    ],
    recipients: [
      'Thủ tướng Chính phủ (b/c)',
      'Thường trực Tỉnh ủy (b/c)',
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      'Các sở, ban, ngành',
      'UBND các xã, phường',
      'Các Khối thi đua của tỉnh',
      'Báo và phát thanh, truyền hình Tuyên Quang',
      'VP UBND tỉnh',
      'Lưu: VT, NC',
    ],
    movements: [
      {
        name: 'Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau',
        official: 'Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau',
      },
      {
        name: 'Cả nước thi đua đổi mới sáng tạo và chuyển đổi số',
        official: 'Cả nước thi đua đổi mới sáng tạo và chuyển đổi số',
      },
    ],
    notMovements: ['người tốt, việc tốt'],
    duties: [
      {
        organisation: 'Thủ trưởng các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường',
        task: 'ban hành kế hoạch',
      },
      { organisation: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên', task: 'vận động Nhân dân' },
      { organisation: 'Báo và phát thanh, truyền hình Tuyên Quang', task: 'mở chuyên mục' },
      { organisation: 'Các Khối thi đua của tỉnh', task: 'ký kết giao ước' },
      { organisation: 'Sở Nội vụ', role: 'lead', task: 'theo dõi, đôn đốc' },
      { organisation: 'Văn phòng Ủy ban nhân dân tỉnh', role: 'supporting' },
    ],
    reportDue: [{ on: '2026-11-20', relation: 'by', to: 'Ủy ban nhân dân tỉnh', via: 'Sở Nội vụ' }],
    anniversaries: [],
    notTargets: ['nhiệm kỳ 2025 - 2030', 'quý I năm 2026'],
    findings: { must: [], silent: ['BC-01', 'CC-01', 'TT-03', 'TT-04', 'SL-08', 'CC-06'] },
  },
};
