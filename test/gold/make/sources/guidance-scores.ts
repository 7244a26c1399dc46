import { finding, type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** Guidance of a division: targets in a list inside a sentence, points of a marking scheme, quotas of awards, an address. */
export const guidanceScores: GoldSource = {
  name: 'guidance-scores',
  files: [{ making: { as: 'docx', by: 'docx' } }, { making: { as: 'pdf', by: 'chromium' } }],
  parts: [
    head(
      ['UBND PHƯỜNG TÂN ĐỊNH THƯỢNG', 'PHÒNG VĂN HÓA - XÃ HỘI', 'Số: 15/HD-VHXH'],
      [...MOTTO, 'Tân Định Thượng, ngày 11 tháng 3 năm 2026'],
    ),
    title('HƯỚNG DẪN'),
    title('Bình xét thi đua và đăng ký chỉ tiêu năm 2026'),
    p(
      'Thực hiện Kế hoạch số 20/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân phường về phong trào thi đua năm 2026, Phòng Văn hóa - Xã hội hướng dẫn như sau:',
    ),
    h('I. ĐĂNG KÝ CHỈ TIÊU'),
    p(
      'Mỗi khu phố đăng ký các chỉ tiêu: (1) tỷ lệ gia đình văn hóa đạt 90% trở lên; (2) tỷ lệ hộ phân loại rác tại nguồn đạt 60%; (3) số người tham gia BHXH tự nguyện: 25 người; (4) vận động quỹ “Vì người nghèo” 15 triệu đồng; (5) không có điểm ngập, điểm rác tồn đọng.',
    ),
    p('Các trường học đăng ký: tỷ lệ lên lớp thẳng 99% trở lên (tiểu học), 97% trở lên (trung học cơ sở).'),
    h('II. THANG ĐIỂM'),
    p(
      'Tổng điểm 100, trong đó: thực hiện chỉ tiêu 70 điểm, mô hình mới 20 điểm, chế độ báo cáo 10 điểm. Đơn vị đạt từ 90 điểm trở lên xếp loại Xuất sắc; từ 80 đến dưới 90 điểm xếp loại Tốt; dưới 50 điểm không xếp loại. Mỗi lần báo cáo chậm trừ 02 điểm.',
    ),
    h('III. SỐ LƯỢNG KHEN THƯỞNG'),
    p(
      'Giấy khen cho không quá 20% số tập thể và 10% số cá nhân; tiền thưởng tập thể 0,6 lần mức lương cơ sở, cá nhân 0,3 lần mức lương cơ sở.',
    ),
    h('IV. HỒ SƠ, THỜI HẠN'),
    p(
      'Hồ sơ gồm 01 bộ, gửi trước 17 giờ ngày 20/11/2026 về Phòng Văn hóa - Xã hội (điện thoại 0283.822.000, số 15 đường 3 Tháng 2). Kết quả họp xét được niêm yết 10 ngày làm việc./.',
    ),
    sign(
      ['- Các khu phố, trường học;', '- CT, PCT UBND phường (b/c);', '- Lưu: VT, VHXH.'],
      ['TRƯỞNG PHÒNG', 'Lý Thị Hường'],
    ),
  ],
  gold: {
    about:
      'Points, quotas, salaries, telephone and street numbers beside targets that stand in a numbered list inside one sentence.',
    header: {
      issuer: { name: 'Phòng Văn hóa - Xã hội phường Tân Định Thượng', level: 'unit', province: null },
      kindCode: 'HD',
      kindName: 'HƯỚNG DẪN',
      number: '15',
      symbol: 'HD-VHXH',
      place: 'Tân Định Thượng',
      date: { year: 2026, month: 3, day: 11 },
      title: 'Bình xét thi đua và đăng ký chỉ tiêu năm 2026',
      theme: null,
      signature: { authority: null, position: 'TRƯỞNG PHÒNG', name: 'Lý Thị Hường' },
    },
    targets: [
      target('tỷ lệ gia đình văn hóa đạt 90% trở lên', {
        indicator: 'gia_dinh_van_hoa',
        domain: 'van_hoa',
        comparator: 'ge',
        value: '90',
      }),
      target('tỷ lệ hộ phân loại rác tại nguồn đạt 60%', {
        indicator: 'phan_loai_rac',
        domain: 'moi_truong',
        value: '60',
      }),
      target('số người tham gia BHXH tự nguyện: 25 người', {
        indicator: 'bhxh_tu_nguyen',
        domain: 'an_sinh_xa_hoi',
        measure: 'amount',
        value: '25',
        unit: 'người',
      }),
      target('vận động quỹ “Vì người nghèo” 15 triệu đồng', {
        measure: 'amount',
        value: '15',
        unit: 'triệu đồng',
        better: 'higher',
      }),
      target('tỷ lệ lên lớp thẳng 99% trở lên (tiểu học)', {
        domain: 'giao_duc',
        comparator: 'ge',
        value: '99',
        scope: 'tiểu học',
      }),
      target('97% trở lên (trung học cơ sở)', {
        domain: 'giao_duc',
        comparator: 'ge',
        value: '97',
        scope: 'trung học cơ sở',
      }),
    ],
    results: [],
    statements: [{ quote: 'không có điểm ngập, điểm rác tồn đọng' }],
    citations: [
      {
        role: 'basis',
        kind: 'Kế hoạch',
        numberSymbol: '20/KH-UBND',
        date: '2026-03-02',
        issuer: 'Ủy ban nhân dân phường',
        subject: 'phong trào thi đua năm 2026',
      },
    ],
    recipients: ['Các khu phố, trường học', 'CT, PCT UBND phường (b/c)', 'Lưu: VT, VHXH'],
    movements: [],
    notMovements: ['Vì người nghèo'],
    duties: [],
    reportDue: [{ on: '2026-11-20', optional: true }],
    anniversaries: [],
    criteria: ['Đơn vị đạt từ 90 điểm trở lên xếp loại Xuất sắc'],
    commendation: ['Giấy khen cho không quá 20% số tập thể'],
    notTargets: [
      'không quá 20% số tập thể',
      '10% số cá nhân',
      '70 điểm',
      'từ 90 điểm trở lên',
      '0,6 lần mức lương cơ sở',
      '10 ngày làm việc',
      '17 giờ',
    ],
    findings: {
      must: [],
      may: [finding('TG-05', 'info', null)],
      silent: ['SL-01', 'SL-08', 'TT-01', 'TT-02', 'TT-03', 'TT-07', 'BC-01', 'CC-01'],
    },
  },
};
