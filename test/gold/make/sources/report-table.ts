import { type GoldSource, grid, h, head, line, MOTTO, p, result, sign, target, title } from '../document.ts';

/** A report whose results stand in a table beside the plan of the year. */
export const reportTable: GoldSource = {
  name: 'report-table',
  files: [{ making: { as: 'docx', by: 'libreoffice' } }, { making: { as: 'pdf', by: 'libreoffice' } }],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN', 'XÃ QUẢNG PHÚ CẦU', 'Số: 96/BC-UBND'],
      [...MOTTO, 'Quảng Phú Cầu, ngày 02 tháng 10 năm 2026'],
    ),
    title('BÁO CÁO'),
    title('Kết quả thực hiện các chỉ tiêu thi đua 9 tháng năm 2026'),
    line('Kính gửi: Sở Nội vụ thành phố Hà Nội.'),
    p('Ủy ban nhân dân xã Quảng Phú Cầu báo cáo kết quả thực hiện các chỉ tiêu thi đua 9 tháng năm 2026 như sau:'),
    h('I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU'),
    grid([7, 44, 16, 18, 20, 16], 1, [
      ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2026', 'Thực hiện 9 tháng', 'Đạt (%)'],
      ['1', 'Thu ngân sách nhà nước trên địa bàn', 'Tỷ đồng', '120', '98,4', '82'],
      ['2', 'Giải quyết việc làm', 'Lao động', '900', '845', '93,9'],
      ['3', 'Tỷ lệ hộ nghèo', '%', '0,3', '0,31', ''],
      ['4', 'Tỷ lệ dân số tham gia bảo hiểm y tế', '%', '97', '96,8', '99,8'],
    ]),
    h('II. ĐÁNH GIÁ CHUNG'),
    p(
      'Các chỉ tiêu cơ bản bảo đảm tiến độ; riêng chỉ tiêu thu ngân sách cần tập trung hơn trong quý IV. Dự kiến hết năm thu ngân sách đạt 123 tỷ đồng, vượt 2,5% kế hoạch.',
    ),
    p('Ủy ban nhân dân xã Quảng Phú Cầu trân trọng báo cáo./.'),
    sign(
      ['- Như trên;', '- Thường trực Đảng ủy xã;', '- Lưu: VT, VHXH.'],
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Đào Duy Hưng'],
    ),
  ],
  gold: {
    about: 'Results in a table: the column of what was done, not the plan of the year nor the ratio.',
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Quảng Phú Cầu', level: 'commune', province: 'Hà Nội' },
      kindCode: 'BC',
      kindName: 'BÁO CÁO',
      number: '96',
      symbol: 'BC-UBND',
      place: 'Quảng Phú Cầu',
      date: { year: 2026, month: 10, day: 2 },
      title: 'Kết quả thực hiện các chỉ tiêu thi đua 9 tháng năm 2026',
      theme: null,
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', name: 'Đào Duy Hưng' },
    },
    targets: [
      target('Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 120 | 98,4', {
        measure: 'amount',
        value: '120',
        unit: 'tỷ đồng',
        optional: true,
      }),
      target('Giải quyết việc làm | Lao động | 900 | 845', {
        measure: 'amount',
        value: '900',
        unit: 'lao động',
        optional: true,
      }),
      target('Tỷ lệ hộ nghèo | % | 0,3 | 0,31', { value: '0.3', better: 'lower', optional: true }),
      target('Tỷ lệ dân số tham gia bảo hiểm y tế | % | 97 | 96,8', { value: '97', optional: true }),
    ],
    results: [
      result('Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 120 | 98,4', {
        indicator: 'thu_nsnn',
        domain: 'ngan_sach',
        measure: 'amount',
        value: '98.4',
        unit: 'tỷ đồng',
        estimated: false,
      }),
      result('Giải quyết việc làm | Lao động | 900 | 845', {
        indicator: 'giai_quyet_viec_lam',
        domain: 'lao_dong_viec_lam',
        measure: 'amount',
        value: '845',
        unit: 'lao động',
      }),
      result('Tỷ lệ hộ nghèo | % | 0,3 | 0,31', {
        indicator: 'ty_le_ho_ngheo',
        domain: 'giam_ngheo',
        value: '0.31',
        better: 'lower',
      }),
      result('Tỷ lệ dân số tham gia bảo hiểm y tế | % | 97 | 96,8', {
        indicator: 'bao_phu_bhyt',
        domain: 'y_te',
        value: '96.8',
      }),
      result('Dự kiến hết năm thu ngân sách đạt 123 tỷ đồng', {
        indicator: 'thu_nsnn',
        domain: 'ngan_sach',
        measure: 'amount',
        value: '123',
        unit: 'tỷ đồng',
        estimated: true,
      }),
      result('vượt 2,5% kế hoạch', { value: '102.5', optional: true }),
    ],
    citations: [],
    recipients: ['Như trên', 'Thường trực Đảng ủy xã', 'Lưu: VT, VHXH'],
    movements: [],
    duties: [],
    reportDue: [],
    anniversaries: [],
    findings: { must: [], silent: ['TT-01', 'TT-03', 'SL-01', 'SL-08', 'TG-05', 'BC-01'] },
  },
};
