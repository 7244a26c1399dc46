import type { GoldTarget } from '../../gold.ts';
import { finding, type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

type Said = [quote: string, facts: Partial<GoldTarget>];

/** Bullets with the targets they state: ambiguous forms, ranges with about, rates by year, composite units. */
const BULLETS: [bullet: string, ...targets: Said[]][] = [
  [
    'Tốc độ tăng trưởng giá trị sản xuất (theo giá so sánh năm 2010) 11%; cơ cấu hợp lý.',
    [
      'Tốc độ tăng trưởng giá trị sản xuất (theo giá so sánh năm 2010) 11%',
      { indicator: 'tang_gia_tri_san_pham', domain: 'kinh_te', measure: 'growth', value: '11' },
    ],
  ],
  [
    'Giá trị công nghiệp - xây dựng tăng khoảng 12% - 12,5%; thương mại - dịch vụ tăng 9,0%.',
    [
      'Giá trị công nghiệp - xây dựng tăng khoảng 12% - 12,5%',
      {
        indicator: 'tang_cong_nghiep_xay_dung',
        domain: 'cong_nghiep_xay_dung',
        measure: 'growth',
        comparator: 'between',
        change: 'increase-by',
        low: '12',
        high: '12.5',
      },
    ],
    [
      'thương mại - dịch vụ tăng 9,0%',
      {
        indicator: 'tang_thuong_mai_dich_vu',
        domain: 'du_lich_dich_vu',
        measure: 'growth',
        change: 'increase-by',
        value: '9',
      },
    ],
  ],
  [
    'Tăng thu ngân sách đạt 8%.',
    [
      'Tăng thu ngân sách đạt 8%',
      { indicator: 'tang_thu_ngan_sach', domain: 'ngan_sach', measure: 'growth', change: 'increase-by', value: '8' },
    ],
  ],
  [
    'Đón trên 87.000 lượt người đến tham quan, lễ hội.',
    [
      'Đón trên 87.000 lượt người',
      {
        indicator: 'luot_khach_du_lich',
        domain: 'du_lich_dich_vu',
        measure: 'amount',
        comparator: 'gt',
        value: '87000',
        unit: 'lượt khách',
      },
    ],
  ],
  [
    'Duy trì ổn định diện tích gieo trồng cây lương thực khoảng 1.640 ha; bình quân lương thực đạt 520 kg/người/năm.',
    [
      'Duy trì ổn định diện tích gieo trồng cây lương thực khoảng 1.640 ha',
      {
        indicator: 'dien_tich_gieo_trong',
        domain: 'nong_nghiep',
        measure: 'amount',
        comparator: 'approx',
        change: 'maintain',
        value: '1640',
        unit: 'ha',
      },
    ],
    ['bình quân lương thực đạt 520 kg/người/năm', { measure: 'per-capita', value: '520', unit: 'kg/người/năm' }],
  ],
  [
    'Tỷ lệ hộ nghèo 1,81%; tỷ lệ tăng dân số tự nhiên dưới 1%.',
    ['Tỷ lệ hộ nghèo 1,81%', { indicator: 'ty_le_ho_ngheo', domain: 'giam_ngheo', value: '1.81', better: 'lower' }],
    [
      'tỷ lệ tăng dân số tự nhiên dưới 1%',
      { indicator: 'tang_dan_so_tu_nhien', domain: 'y_te', comparator: 'lt', value: '1', better: 'lower' },
    ],
  ],
  [
    'Giảm gần 4% hộ cận nghèo; giảm tỷ lệ lao động nông nghiệp bình quân 1% - 1,5%/năm.',
    [
      'Giảm gần 4% hộ cận nghèo',
      {
        domain: 'giam_ngheo',
        measure: 'reduction',
        comparator: 'approx',
        change: 'decrease-by',
        value: '4',
        unit: 'điểm %',
      },
    ],
    [
      'giảm tỷ lệ lao động nông nghiệp bình quân 1% - 1,5%/năm',
      {
        domain: 'lao_dong_viec_lam',
        measure: 'reduction',
        comparator: 'between',
        change: 'decrease-by',
        low: '1',
        high: '1.5',
        unit: 'điểm %',
      },
    ],
  ],
  [
    'Nâng tỷ lệ lao động qua đào tạo đạt 64,5%; số lao động có việc làm mới tăng 10%/năm trở lên.',
    [
      'Nâng tỷ lệ lao động qua đào tạo đạt 64,5%',
      { indicator: 'lao_dong_qua_dao_tao', domain: 'lao_dong_viec_lam', change: 'increase-to', value: '64.5' },
    ],
    [
      'số lao động có việc làm mới tăng 10%/năm trở lên',
      { domain: 'lao_dong_viec_lam', measure: 'growth', comparator: 'ge', change: 'increase-by', value: '10' },
    ],
  ],
  [
    'Tăng tỉ lệ người dân được quản lý sức khỏe điện tử lên 42%.',
    [
      'Tăng tỉ lệ người dân được quản lý sức khỏe điện tử lên 42%',
      { indicator: 'so_suc_khoe_dien_tu', domain: 'y_te', change: 'increase-to', value: '42' },
    ],
  ],
  [
    '27/27 chỉ tiêu hoàn thành và hoàn thành vượt mức.',
    [
      '27/27 chỉ tiêu hoàn thành và hoàn thành vượt mức',
      {
        indicator: 'hoan_thanh_chi_tieu',
        domain: 'thi_dua_khen_thuong',
        measure: 'fraction',
        numerator: '27',
        denominator: '27',
        unit: 'chỉ tiêu',
      },
    ],
  ],
  [
    '50% (8 thôn) có đội văn nghệ quần chúng; 90 - 100% chi bộ có mô hình “Dân vận khéo”.',
    ['50% (8 thôn) có đội văn nghệ quần chúng', { value: '50' }],
    ['90 - 100% chi bộ có mô hình “Dân vận khéo”', { comparator: 'between', low: '90', high: '100' }],
  ],
  [
    'Trong 680 lao động được giải quyết việc làm có ít nhất 07 lao động đi làm việc ở nước ngoài.',
    [
      '680 lao động được giải quyết việc làm',
      {
        indicator: 'giai_quyet_viec_lam',
        domain: 'lao_dong_viec_lam',
        measure: 'amount',
        value: '680',
        unit: 'lao động',
        optional: true,
      },
    ],
    [
      'ít nhất 07 lao động đi làm việc ở nước ngoài',
      {
        indicator: 'lao_dong_nuoc_ngoai',
        domain: 'lao_dong_viec_lam',
        measure: 'amount',
        comparator: 'ge',
        value: '7',
        unit: 'lao động',
      },
    ],
  ],
];

export const planExpressionsRare: GoldSource = {
  name: 'plan-expressions-rare',
  files: [
    { making: { as: 'docx', by: 'docx' } },
    { making: { as: 'doc' } },
    { making: { as: 'pdf', by: 'libreoffice' } },
  ],
  parts: [
    head(
      ['ỦY BAN NHÂN DÂN', 'XÃ YÊN THÀNH TRUNG', 'Số: 70/KH-UBND'],
      [...MOTTO, 'Yên Thành Trung, ngày 10 tháng 02 năm 2026'],
    ),
    title('KẾ HOẠCH'),
    title('Phát động thi đua thực hiện Nghị quyết Hội đồng nhân dân xã năm 2026'),
    p('Ủy ban nhân dân xã Yên Thành Trung phát động thi đua với các nội dung sau:'),
    h('I. CHỈ TIÊU'),
    ...BULLETS.map(([bullet]) => p(`- ${bullet}`)),
    h('II. YÊU CẦU'),
    p(
      '- Hoàn thành và hoàn thành vượt mức dự toán thu ngân sách được giao; không để hồ sơ trễ hạn; hạn chế tối đa học sinh bỏ học.',
    ),
    p('- Chính quyền xã được đánh giá hoàn thành tốt nhiệm vụ trở lên; đưa xã thoát nghèo vào năm 2028.'),
    p(
      '- Đẩy mạnh “5 không, 3 sạch”; lớp tập huấn dưới 3 tháng; mô hình chính quyền 02 cấp; đạt chuẩn xóa mù chữ mức độ 2.',
    ),
    h('III. THỜI GIAN, KHEN THƯỞNG'),
    p('Từ nay đến hết tháng 12 năm 2026; khen thưởng tại hội nghị tổng kết.'),
    h('IV. TỔ CHỨC THỰC HIỆN'),
    p('Các phòng, các thôn báo cáo Ủy ban nhân dân xã trước ngày 10/12/2026./.'),
    sign(
      ['- Thường trực Đảng ủy, HĐND xã;', '- Các phòng, các thôn;', '- Lưu: VT, VHXH.'],
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Thái Bá Sơn'],
    ),
  ],
  gold: {
    about:
      'Rare and ambiguous turns of phrase: about a range, rates by year, no verb, percent with its count, composite units, goals without a figure.',
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Yên Thành Trung', level: 'commune', province: null },
      kindCode: 'KH',
      number: '70',
      symbol: 'KH-UBND',
      place: 'Yên Thành Trung',
      date: { year: 2026, month: 2, day: 10 },
      title: 'Phát động thi đua thực hiện Nghị quyết Hội đồng nhân dân xã năm 2026',
      theme: null,
      period: { from: 'issue', until: '2026-12-31' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH', name: 'Thái Bá Sơn' },
    },
    targets: BULLETS.flatMap(([, ...said]) => said.map(([quote, facts]) => target(quote, facts))),
    results: [],
    statements: [
      { quote: 'Hoàn thành và hoàn thành vượt mức dự toán thu ngân sách được giao', domain: 'ngan_sach' },
      { quote: 'không để hồ sơ trễ hạn' },
      { quote: 'hạn chế tối đa học sinh bỏ học' },
      { quote: 'Chính quyền xã được đánh giá hoàn thành tốt nhiệm vụ trở lên' },
      { quote: 'đưa xã thoát nghèo vào năm 2028' },
    ],
    citations: [],
    recipients: ['Thường trực Đảng ủy, HĐND xã', 'Các phòng, các thôn', 'Lưu: VT, VHXH'],
    movements: [],
    notMovements: ['5 không, 3 sạch'],
    duties: [{ organisation: 'Các phòng, các thôn', task: 'báo cáo' }],
    reportDue: [{ on: '2026-12-10', relation: 'before', to: 'Ủy ban nhân dân xã' }],
    anniversaries: [],
    notTargets: [
      'giá so sánh năm 2010',
      '5 không, 3 sạch',
      'dưới 3 tháng',
      'chính quyền 02 cấp',
      'mức độ 2',
      'vào năm 2028',
    ],
    findings: {
      must: [finding('SL-05', 'info', 'tăng 9,0%'), finding('CT-05', 'info', 'Tăng tỉ lệ')],
      may: [
        finding(['SL-02', 'CT-07'], 'warning', 'Tăng thu ngân sách đạt 8%'),
        finding('SL-02', 'warning', 'Tỷ lệ hộ nghèo 1,81%'),
        finding('SL-02', 'warning', 'Giảm gần 4% hộ cận nghèo'),
        finding('SL-02', 'warning', 'giảm tỷ lệ lao động nông nghiệp bình quân 1% - 1,5%/năm'),
      ],
      silent: ['SL-01', 'SL-04', 'SL-08', 'BC-01', 'TT-01', 'TT-03', 'TG-05'],
    },
  },
};
