import { type GoldSource, head, MOTTO, p, result, sign, target, title } from '../document.ts';

/** A ward's short directive in bullets and sub-bullets, figures deep inside sentences. */
export const directiveWard: GoldSource = {
  name: 'directive-ward',
  files: [
    { making: { as: 'docx', by: 'libreoffice' } },
    { making: { as: 'doc' } },
    { making: { as: 'txt', wrap: 70 } },
  ],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN', 'PHƯỜNG VÕ NGUYÊN GIÁP', 'Số: 03/CT-UBND'],
      [...MOTTO, 'Phường Võ Nguyên Giáp, ngày 19 tháng 5 năm 2026'],
    ),
    title('CHỈ THỊ'),
    title('Về đợt thi đua cao điểm giải phóng mặt bằng và chỉnh trang đô thị'),
    p(
      'Sau gần một năm sắp xếp, công tác giải phóng mặt bằng trên địa bàn còn chậm: mới bàn giao được 17,4/42 ha, đạt 41,4% kế hoạch. Để khắc phục, Chủ tịch Ủy ban nhân dân Phường Võ Nguyên Giáp chỉ thị:',
    ),
    p('1. Mục tiêu đợt thi đua'),
    p(
      '- Hoàn thành 100% diện tích giải phóng mặt bằng (42 ha) trước ngày 31/8/2026, trong đó riêng tuyến đường ven sông xong trước ngày 15/7/2026;',
    ),
    p('- Chỉnh trang 06 tuyến phố, lắp đặt 240 bóng đèn chiếu sáng, xóa 100% điểm quảng cáo, rao vặt trái phép;'),
    p('- Ít nhất 95% hộ dân đồng thuận với phương án bồi thường, không phải cưỡng chế.'),
    p('2. Nhiệm vụ'),
    p('a) Phòng Kinh tế, Hạ tầng và Đô thị: công khai phương án; chi trả tiền xong trong tháng 7/2026.'),
    p('b) Công an phường: giữ gìn trật tự, không để hình thành điểm nóng.'),
    p('c) Tổ trưởng các tổ dân phố: đến từng nhà vận động; mỗi tuần báo cáo một lần vào chiều thứ Năm.'),
    p('d) Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường giám sát việc chi trả.'),
    p('3. Khen thưởng: tặng Giấy khen ngay khi hoàn thành từng tuyến, không chờ tổng kết.'),
    p('4. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường tổng hợp, báo cáo Chủ tịch trước ngày 10/9/2026./.'),
    sign(
      [
        '- Thường trực Đảng ủy, HĐND phường;',
        '- Ủy ban MTTQ Việt Nam phường;',
        '- Phòng Kinh tế, Hạ tầng và Đô thị;',
        '- Công an phường;',
        '- Văn phòng HĐND và UBND phường;',
        '- Tổ trưởng các tổ dân phố;',
        '- Lưu: VT.',
      ],
      ['CHỦ TỊCH', 'Dương Quốc Trị'],
    ),
  ],
  gold: {
    about:
      "A directive whose introduction tells today's state as done over planned; targets with their dates; duties by points.",
    header: {
      issuer: { name: 'Chủ tịch Ủy ban nhân dân Phường Võ Nguyên Giáp', level: 'commune', province: null },
      kindCode: 'CT',
      kindName: 'CHỈ THỊ',
      number: '03',
      symbol: 'CT-UBND',
      place: 'Phường Võ Nguyên Giáp',
      date: { year: 2026, month: 5, day: 19 },
      title: 'Về đợt thi đua cao điểm giải phóng mặt bằng và chỉnh trang đô thị',
      theme: null,
      signature: { authority: null, position: 'CHỦ TỊCH', name: 'Dương Quốc Trị' },
    },
    targets: [
      target('Hoàn thành 100% diện tích giải phóng mặt bằng (42 ha)', {
        indicator: 'giai_phong_mat_bang',
        domain: 'xay_dung_ha_tang',
        value: '100',
      }),
      target('Chỉnh trang 06 tuyến phố', { measure: 'amount', value: '6', unit: undefined }),
      target('lắp đặt 240 bóng đèn chiếu sáng', { measure: 'amount', value: '240', unit: undefined }),
      target('xóa 100% điểm quảng cáo, rao vặt trái phép', { value: '100' }),
      target('Ít nhất 95% hộ dân đồng thuận với phương án bồi thường', { comparator: 'ge', value: '95' }),
    ],
    results: [
      result('mới bàn giao được 17,4/42 ha', {
        measure: undefined,
        numerator: '17.4',
        denominator: '42',
        unit: 'ha',
        optional: true,
      }),
      result('đạt 41,4% kế hoạch', { value: '41.4', optional: true }),
      result('mới bàn giao được 17,4/42 ha, đạt 41,4% kế hoạch', {
        measure: undefined,
        value: '41.4',
        numerator: '17.4',
        denominator: '42',
        unit: undefined,
        optional: true,
      }),
    ],
    statements: [{ quote: 'không để hình thành điểm nóng' }],
    citations: [],
    recipients: [
      'Thường trực Đảng ủy, HĐND phường',
      'Ủy ban MTTQ Việt Nam phường',
      'Phòng Kinh tế, Hạ tầng và Đô thị',
      'Công an phường',
      'Văn phòng HĐND và UBND phường',
      'Tổ trưởng các tổ dân phố',
      'Lưu: VT',
    ],
    movements: [],
    duties: [
      { organisation: 'Phòng Kinh tế, Hạ tầng và Đô thị', task: 'công khai phương án' },
      { organisation: 'Công an phường', task: 'giữ gìn trật tự' },
      { organisation: 'Tổ trưởng các tổ dân phố', task: 'vận động' },
      { organisation: 'Ủy ban Mặt trận Tổ quốc Việt Nam phường', task: 'giám sát' },
      { organisation: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường', dueOn: '2026-09-10' },
    ],
    reportDue: [
      { on: '2026-09-10', relation: 'before' },
      { on: null, optional: true },
    ],
    anniversaries: [],
    commendation: ['tặng Giấy khen ngay khi hoàn thành từng tuyến'],
    notTargets: ['gần một năm'],
    findings: { must: [], silent: ['TT-01', 'TT-03', 'CT-02', 'TC-02', 'BC-01', 'CC-06', 'SL-01', 'SL-08', 'TG-05'] },
  },
};
