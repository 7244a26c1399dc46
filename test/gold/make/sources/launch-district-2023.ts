import { finding, type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** A launch text of a district of 2023: no kind of the list, no number, years that do not add up. */
export const launchDistrict2023: GoldSource = {
  name: 'launch-district-2023',
  files: [{ making: { as: 'doc' } }, { making: { as: 'docx', by: 'docx' } }, { making: { as: 'txt' } }],
  parts: [
    head(['ỦY BAN NHÂN DÂN', 'HUYỆN KỲ LÂM'], [...MOTTO, 'Kỳ Lâm, ngày 06 tháng 02 năm 2023'], 'lines'),
    title('PHÁT ĐỘNG THI ĐUA'),
    title('Lập thành tích chào mừng các ngày kỷ niệm lớn của huyện'),
    p(
      'Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng; Kế hoạch số 96-KH/HU, ngày 30/12/2022 của Huyện ủy Kỳ Lâm về tổ chức các ngày kỷ niệm trong năm 2023, Ủy ban nhân dân huyện Kỳ Lâm phát động đợt thi đua với chủ đề "Kỳ Lâm nhớ nguồn, chung sức dựng quê hương".',
    ),
    h('I. Ý NGHĨA'),
    p(
      'Đợt thi đua chào mừng 45 năm thành lập huyện (15/8/1978 - 15/8/2023); 60 năm thành lập Đảng bộ huyện (02/9/1964 - 02/9/2023); 70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024).',
    ),
    h('II. NỘI DUNG'),
    p(
      '1. Hoàn thành các công trình chào mừng: cấp huyện lựa chọn 02 công trình trọng điểm, mỗi xã, thị trấn lựa chọn 01 công trình.',
    ),
    p('2. Chăm lo người nghèo: xóa 140 nhà tạm trước ngày 02/9/2023; không để hộ nào thiếu đói.'),
    p(
      '3. Xây dựng nếp sống mới theo tinh thần "5 không, 3 sạch"; đẩy mạnh phong trào "Toàn dân bảo vệ an ninh Tổ quốc".',
    ),
    p('4. Thực hiện tốt lời Bác dạy "Thi đua là yêu nước, yêu nước thì phải thi đua".'),
    h('III. THỜI GIAN VÀ TỔ CHỨC'),
    p('Đợt thi đua thực hiện từ nay đến ngày 30/9/2023.'),
    p(
      'Hội đồng Thi đua - Khen thưởng huyện hướng dẫn, kiểm tra và đề nghị khen thưởng. Các xã, thị trấn, cơ quan gửi báo cáo về Phòng Nội vụ trước ngày 15/9/2023.',
    ),
    p('Ủy ban nhân dân huyện kêu gọi cán bộ và Nhân dân trong huyện hăng hái tham gia./.'),
    sign(
      [
        '- UBND tỉnh (b/c);',
        '- TT. Huyện ủy, HĐND huyện;',
        '- Thành viên Hội đồng Thi đua - Khen thưởng huyện;',
        '- Các cơ quan, ban, ngành huyện;',
        '- UBND các xã, thị trấn;',
        '- Lưu: VT, NV.',
      ],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Phan Đức Thọ'],
    ),
  ],
  gold: {
    about:
      'A district before 2025: launch text without number, Party citations, anniversaries of which one does not add up.',
    header: {
      issuer: { name: 'Ủy ban nhân dân huyện Kỳ Lâm', level: 'district', province: null },
      kindCode: null,
      kindName: 'PHÁT ĐỘNG THI ĐUA',
      number: null,
      symbol: null,
      place: 'Kỳ Lâm',
      date: { year: 2023, month: 2, day: 6 },
      title: 'Lập thành tích chào mừng các ngày kỷ niệm lớn của huyện',
      theme: 'Kỳ Lâm nhớ nguồn, chung sức dựng quê hương',
      period: { from: 'issue', until: '2023-09-30' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Phan Đức Thọ' },
    },
    targets: [
      target('cấp huyện lựa chọn 02 công trình trọng điểm', {
        indicator: 'cong_trinh_chao_mung',
        domain: 'xay_dung_ha_tang',
        measure: 'amount',
        value: '2',
        unit: 'công trình',
      }),
      target('mỗi xã, thị trấn lựa chọn 01 công trình', {
        indicator: 'cong_trinh_chao_mung',
        domain: 'xay_dung_ha_tang',
        measure: 'amount',
        value: '1',
        unit: 'công trình',
        scope: 'mỗi xã, thị trấn',
      }),
      target('xóa 140 nhà tạm', {
        indicator: 'xoa_nha_tam',
        domain: 'an_sinh_xa_hoi',
        measure: 'amount',
        value: '140',
        unit: 'nhà',
      }),
    ],
    results: [],
    statements: [{ quote: 'không để hộ nào thiếu đói' }],
    citations: [
      {
        role: 'basis',
        kind: 'Chỉ thị',
        numberSymbol: '34-CT/TW',
        date: '2014-04-07',
        issuer: 'Bộ Chính trị',
        subject: 'tiếp tục đổi mới công tác thi đua, khen thưởng',
      },
      {
        role: 'basis',
        kind: 'Kế hoạch',
        numberSymbol: '96-KH/HU',
        date: '2022-12-30',
        issuer: 'Huyện ủy Kỳ Lâm',
        subject: 'tổ chức các ngày kỷ niệm trong năm 2023',
      },
    ],
    recipients: [
      'UBND tỉnh (b/c)',
      'TT. Huyện ủy, HĐND huyện',
      'Thành viên Hội đồng Thi đua - Khen thưởng huyện',
      'Các cơ quan, ban, ngành huyện',
      'UBND các xã, thị trấn',
      'Lưu: VT, NV',
    ],
    movements: [{ name: 'Toàn dân bảo vệ an ninh Tổ quốc', official: 'Toàn dân bảo vệ an ninh Tổ quốc' }],
    notMovements: ['Thi đua là yêu nước, yêu nước thì phải thi đua', '5 không, 3 sạch'],
    duties: [
      { organisation: 'Hội đồng Thi đua - Khen thưởng huyện', task: 'hướng dẫn, kiểm tra' },
      { organisation: 'Các xã, thị trấn, cơ quan', dueOn: '2023-09-15' },
    ],
    reportDue: [{ on: '2023-09-15', relation: 'before', to: 'Phòng Nội vụ' }],
    anniversaries: [
      { quote: '45 năm thành lập huyện (15/8/1978 - 15/8/2023)', years: 45, consistent: true },
      { quote: '60 năm thành lập Đảng bộ huyện (02/9/1964 - 02/9/2023)', years: 60, consistent: false },
      { quote: '70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)', years: 70, consistent: true },
    ],
    notTargets: ['5 không, 3 sạch', '45 năm thành lập huyện', '70 năm Chiến thắng Điện Biên Phủ'],
    findings: {
      must: [
        { rules: ['TT-01'], severity: 'info', quote: null },
        { rules: ['TT-07'], severity: 'info', quote: 'PHÁT ĐỘNG THI ĐUA' },
        { rules: ['TG-01'], severity: 'error', quote: '60 năm thành lập Đảng bộ huyện (02/9/1964 - 02/9/2023)' },
        finding('TG-02', 'error', '70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)', {
          or: 'từ nay đến ngày 30/9/2023',
        }),
      ],
      may: [
        { rules: ['TG-06', 'BC-03', 'TT-01'], severity: 'warning', quote: null },
        { rules: ['TC-02'], severity: 'warning', quote: 'Phòng Nội vụ' },
      ],
      silent: ['CC-01', 'CT-06', 'SL-08', 'TT-03'],
    },
  },
};
