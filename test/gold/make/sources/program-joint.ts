import { finding, type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** A programme launched by two bodies together: two issuers, two signers side by side. */
export const programJoint: GoldSource = {
  name: 'program-joint',
  files: [
    { making: { as: 'docx', by: 'docx' } },
    { making: { as: 'pdf', by: 'libreoffice' } },
    { making: { as: 'doc' } },
  ],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN - ỦY BAN MTTQ VIỆT NAM', 'XÃ CHIỀNG KHOONG', 'Số: 03/CTr-UBND-MTTQ'],
      [...MOTTO, 'Chiềng Khoong, ngày 17 tháng 4 năm 2026'],
    ),
    title('CHƯƠNG TRÌNH'),
    title(
      'Phối hợp phát động phong trào thi đua “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau” năm 2026',
    ),
    p(
      'Hưởng ứng phong trào thi đua “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau” do Thủ tướng Chính phủ phát động, Ủy ban nhân dân xã và Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Chiềng Khoong thống nhất chương trình phối hợp như sau:',
    ),
    h('I. NỘI DUNG PHỐI HỢP'),
    p('1. Vận động Quỹ “Vì người nghèo” của xã đạt từ 300 triệu đồng trở lên.'),
    p(
      '2. Giúp đỡ ít nhất 60 hộ thoát nghèo, 45 hộ thoát cận nghèo; hỗ trợ làm mới 18 nhà, sửa chữa 11 nhà cho hộ nghèo.',
    ),
    p('3. Mỗi đoàn thể nhận giúp từ 2 đến 3 hộ nghèo có địa chỉ cụ thể.'),
    h('II. TRÁCH NHIỆM'),
    p('1. Ủy ban nhân dân xã bố trí kinh phí, chỉ đạo các bản rà soát hộ nghèo xong trước ngày 15/5/2026.'),
    p('2. Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã chủ trì vận động, công khai danh sách ủng hộ.'),
    h('III. THỜI GIAN'),
    p('Thực hiện trong năm 2026; tổng kết, khen thưởng nhân Ngày hội Đại đoàn kết toàn dân tộc 18/11/2026./.'),
    sign([], ['TM. BAN THƯỜNG TRỰC', 'CHỦ TỊCH', 'Lò Thị Hặc'], 'lines'),
    sign(
      [
        '- Ủy ban MTTQ Việt Nam tỉnh Sơn La;',
        '- Thường trực Đảng ủy xã;',
        '- Các đoàn thể xã;',
        '- Các bản;',
        '- Lưu: VT, MTTQ.',
      ],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Cầm Văn Chựa'],
    ),
  ],
  gold: {
    about:
      'A programme of two bodies: joint issuer, joint symbol, an answer to a movement of the Prime Minister, two signers.',
    header: {
      kindCode: 'CTr',
      kindName: 'CHƯƠNG TRÌNH',
      number: '03',
      symbol: 'CTr-UBND-MTTQ',
      place: 'Chiềng Khoong',
      date: { year: 2026, month: 4, day: 17 },
      title:
        'Phối hợp phát động phong trào thi đua “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau” năm 2026',
    },
    targets: [
      target('Vận động Quỹ “Vì người nghèo” của xã đạt từ 300 triệu đồng trở lên', {
        measure: 'amount',
        comparator: 'ge',
        value: '300',
        unit: 'triệu đồng',
      }),
      target('Giúp đỡ ít nhất 60 hộ thoát nghèo', {
        indicator: 'so_ho_thoat_ngheo',
        domain: 'giam_ngheo',
        measure: 'amount',
        comparator: 'ge',
        value: '60',
        unit: 'hộ',
      }),
      target('45 hộ thoát cận nghèo', {
        domain: 'giam_ngheo',
        measure: 'amount',
        comparator: undefined,
        value: '45',
        unit: 'hộ',
      }),
      target('làm mới 18 nhà', { measure: 'amount', value: '18', unit: 'nhà' }),
      target('sửa chữa 11 nhà cho hộ nghèo', { measure: 'amount', value: '11', unit: 'nhà' }),
      target('Mỗi đoàn thể nhận giúp từ 2 đến 3 hộ nghèo', {
        measure: 'amount',
        comparator: 'between',
        low: '2',
        high: '3',
        unit: 'hộ',
        scope: 'mỗi đoàn thể',
        better: undefined,
      }),
    ],
    results: [],
    citations: [],
    recipients: [
      'Ủy ban MTTQ Việt Nam tỉnh Sơn La',
      'Thường trực Đảng ủy xã',
      'Các đoàn thể xã',
      'Các bản',
      'Lưu: VT, MTTQ',
    ],
    movements: [
      {
        name: 'Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau',
        answered: true,
        official: 'Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau',
      },
    ],
    duties: [
      { organisation: 'Ủy ban nhân dân xã', task: 'bố trí kinh phí', dueOn: '2026-05-15' },
      { organisation: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã', role: 'lead', task: 'vận động' },
    ],
    reportDue: [],
    anniversaries: [],
    notTargets: ['18/11/2026'],
    findings: {
      must: [finding('TG-05', 'info', null)],
      may: [
        finding(['TC-02', 'TT-05', 'TT-06', 'BC-03', 'CC-06'], 'warning', null),
        finding(['TC-02'], 'warning', 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã'),
        finding(['TC-02'], 'warning', 'Ủy ban nhân dân xã'),
      ],
      silent: ['TT-01', 'TT-02', 'TT-03', 'TT-07', 'BC-01', 'SL-01', 'SL-08', 'TC-03'],
    },
  },
};
