import type { GoldTarget } from '../../gold.ts';
import { type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

type Said = [quote: string, facts: Partial<GoldTarget>];

const amount = (value: string, unit: string | undefined, rest: Partial<GoldTarget> = {}): Partial<GoldTarget> => ({
  measure: 'amount',
  value,
  unit,
  ...rest,
});

/** A numbered sentence and the targets it states. */
const SENTENCES: [sentence: string, ...targets: Said[]][] = [
  [
    'Tăng trưởng giá trị sản xuất đạt 9,2%; giảm tỷ trọng nông nghiệp trong cơ cấu kinh tế xuống còn 35%.',
    [
      'Tăng trưởng giá trị sản xuất đạt 9,2%',
      { indicator: 'tang_gia_tri_san_pham', domain: 'kinh_te', measure: 'growth', value: '9.2' },
    ],
    [
      'giảm tỷ trọng nông nghiệp trong cơ cấu kinh tế xuống còn 35%',
      { indicator: 'co_cau_nong_nghiep', domain: 'kinh_te', change: 'decrease-to', value: '35', better: 'lower' },
    ],
  ],
  [
    'Tổng diện tích gieo trồng cả năm 3.420 ha, trong đó: lúa 2.100 ha, ngô 620 ha, còn lại là rau màu.',
    [
      'Tổng diện tích gieo trồng cả năm 3.420 ha',
      amount('3420', 'ha', { indicator: 'dien_tich_gieo_trong', domain: 'nong_nghiep' }),
    ],
    ['lúa 2.100 ha', amount('2100', 'ha', { partOf: 'Tổng diện tích gieo trồng cả năm 3.420 ha' })],
    ['ngô 620 ha', amount('620', 'ha', { partOf: 'Tổng diện tích gieo trồng cả năm 3.420 ha' })],
  ],
  [
    'Đàn bò phát triển đến 5.600 con, đàn gia cầm 95.000 con; trồng 20.000 cây xanh phân tán.',
    ['Đàn bò phát triển đến 5.600 con', amount('5600', 'con', { domain: 'nong_nghiep' })],
    ['đàn gia cầm 95.000 con', amount('95000', 'con', { indicator: 'tong_dan_gia_cam', domain: 'nong_nghiep' })],
    ['trồng 20.000 cây xanh phân tán', amount('20000', 'cây')],
  ],
  [
    'Tỷ lệ che phủ của rừng giữ ở mức 52,6%; thực hiện tiết kiệm 10% chi thường xuyên để cải cách tiền lương.',
    [
      'Tỷ lệ che phủ của rừng giữ ở mức 52,6%',
      { indicator: 'che_phu_rung', domain: 'moi_truong', change: 'maintain', value: '52.6' },
    ],
    ['thực hiện tiết kiệm 10% chi thường xuyên', { indicator: 'tiet_kiem_chi', domain: 'ngan_sach', value: '10' }],
  ],
  [
    'Phấn đấu mỗi năm giảm từ 1 đến 1,5% hộ nghèo; đến cuối năm 2026 tỷ lệ hộ nghèo còn lại không quá 4%.',
    [
      'mỗi năm giảm từ 1 đến 1,5% hộ nghèo',
      {
        indicator: 'muc_giam_ho_ngheo',
        domain: 'giam_ngheo',
        measure: 'reduction',
        comparator: 'between',
        change: 'decrease-by',
        low: '1',
        high: '1.5',
        unit: 'điểm %',
      },
    ],
    [
      'tỷ lệ hộ nghèo còn lại không quá 4%',
      {
        indicator: 'ty_le_ho_ngheo',
        domain: 'giam_ngheo',
        comparator: 'le',
        change: 'decrease-to',
        value: '4',
        better: 'lower',
      },
    ],
  ],
  [
    'Số lao động có việc làm tăng thêm 450 người, trong đó xuất khẩu lao động 30 người.',
    [
      'Số lao động có việc làm tăng thêm 450 người',
      amount('450', 'người', { domain: 'lao_dong_viec_lam', change: 'increase-by' }),
    ],
    [
      'xuất khẩu lao động 30 người',
      amount('30', 'người', { indicator: 'lao_dong_nuoc_ngoai', domain: 'lao_dong_viec_lam' }),
    ],
  ],
  [
    '100% trẻ 6 tuổi vào lớp 1, 99,5% học sinh hoàn thành chương trình tiểu học, trên 98% học sinh tốt nghiệp THCS.',
    ['100% trẻ 6 tuổi vào lớp 1', { indicator: 'hoc_sinh_den_truong', domain: 'giao_duc', value: '100' }],
    ['99,5% học sinh hoàn thành chương trình tiểu học', { domain: 'giao_duc', value: '99.5' }],
    [
      'trên 98% học sinh tốt nghiệp THCS',
      { indicator: 'tot_nghiep_thcs', domain: 'giao_duc', comparator: 'gt', value: '98' },
    ],
  ],
  [
    'Có 5/6 trường đạt chuẩn quốc gia (83,3%), trong đó 02 trường đạt chuẩn mức độ 2.',
    [
      '5/6 trường đạt chuẩn quốc gia (83,3%)',
      {
        indicator: 'truong_chuan_quoc_gia',
        domain: 'giao_duc',
        measure: undefined,
        value: '83.3',
        numerator: '5',
        denominator: '6',
        unit: undefined,
      },
    ],
    ['02 trường đạt chuẩn mức độ 2', amount('2', 'trường', { domain: 'giao_duc' })],
  ],
  [
    'BHYT toàn dân đạt 95,5%; số người tham gia BHXH tự nguyện tăng 15% so với năm 2025.',
    ['BHYT toàn dân đạt 95,5%', { indicator: 'bao_phu_bhyt', domain: 'y_te', value: '95.5' }],
    [
      'số người tham gia BHXH tự nguyện tăng 15% so với năm 2025',
      { domain: 'an_sinh_xa_hoi', measure: 'growth', change: 'increase-by', value: '15', baseline: { year: 2025 } },
    ],
  ],
  [
    'Bê tông hóa 12 km đường thôn; kiên cố hóa 3,5 km kênh mương; xây dựng 01 cầu dân sinh.',
    [
      'Bê tông hóa 12 km đường thôn',
      amount('12', 'km', { indicator: 'duong_gtnt_cung_hoa', domain: 'xay_dung_ha_tang' }),
    ],
    ['kiên cố hóa 3,5 km kênh mương', amount('3.5', 'km', { indicator: null })],
    ['xây dựng 01 cầu dân sinh', amount('1', 'cầu')],
  ],
  [
    'Thành lập mới tối thiểu 05 doanh nghiệp, 02 hợp tác xã; thu hút từ 3 doanh nghiệp trở lên vào cụm công nghiệp.',
    [
      'Thành lập mới tối thiểu 05 doanh nghiệp',
      amount('5', 'doanh nghiệp', { indicator: 'doanh_nghiep_thanh_lap_moi', domain: 'kinh_te', comparator: 'ge' }),
    ],
    ['02 hợp tác xã', amount('2', 'hợp tác xã', { indicator: 'hop_tac_xa', domain: 'kinh_te', comparator: undefined })],
    ['thu hút từ 3 doanh nghiệp trở lên vào cụm công nghiệp', amount('3', 'doanh nghiệp', { comparator: 'ge' })],
  ],
  [
    '8/10 thôn được công nhận thôn văn hóa, 2.150/2.300 hộ đạt gia đình văn hóa.',
    [
      '8/10 thôn được công nhận thôn văn hóa',
      {
        indicator: 'thon_ban_van_hoa',
        domain: 'van_hoa',
        measure: 'fraction',
        numerator: '8',
        denominator: '10',
        unit: 'thôn',
      },
    ],
    [
      '2.150/2.300 hộ đạt gia đình văn hóa',
      {
        indicator: 'gia_dinh_van_hoa',
        domain: 'van_hoa',
        measure: 'fraction',
        numerator: '2150',
        denominator: '2300',
        unit: 'hộ',
      },
    ],
  ],
  [
    'Nâng mức thu nhập bình quân đầu người từ 48 triệu đồng lên 53 triệu đồng/người/năm.',
    [
      'Nâng mức thu nhập bình quân đầu người từ 48 triệu đồng lên 53 triệu đồng/người/năm',
      {
        indicator: 'thu_nhap_bqdn',
        domain: 'kinh_te',
        measure: 'per-capita',
        change: 'increase-to',
        value: '53',
        unit: 'triệu đồng/người/năm',
        baseline: { value: '48' },
      },
    ],
  ],
  [
    'Giảm ít nhất 5% số vụ phạm pháp hình sự, tỷ lệ điều tra, khám phá án đạt trên 85%; hoàn thành 100% chỉ tiêu tuyển quân; xây dựng lực lượng dân quân đạt 1,8% dân số.',
    [
      'Giảm ít nhất 5% số vụ phạm pháp hình sự',
      {
        indicator: 'pham_phap_hinh_su',
        domain: 'quoc_phong_an_ninh',
        measure: 'reduction',
        comparator: 'ge',
        change: 'decrease-by',
        value: '5',
      },
    ],
    [
      'tỷ lệ điều tra, khám phá án đạt trên 85%',
      { indicator: 'kham_pha_an', domain: 'quoc_phong_an_ninh', comparator: 'gt', value: '85' },
    ],
    ['hoàn thành 100% chỉ tiêu tuyển quân', { indicator: 'giao_quan', domain: 'quoc_phong_an_ninh', value: '100' }],
    [
      'xây dựng lực lượng dân quân đạt 1,8% dân số',
      { indicator: 'dan_quan', domain: 'quoc_phong_an_ninh', value: '1.8' },
    ],
  ],
  [
    'Kết nạp từ 15 đến 18 đảng viên mới; 90% chi bộ hoàn thành tốt nhiệm vụ, không có chi bộ yếu kém.',
    [
      'Kết nạp từ 15 đến 18 đảng viên mới',
      {
        measure: 'amount',
        unit: 'đảng viên',
        indicator: 'ket_nap_dang_vien',
        domain: 'xay_dung_dang',
        comparator: 'between',
        low: '15',
        high: '18',
      },
    ],
    ['90% chi bộ hoàn thành tốt nhiệm vụ', { indicator: 'to_chuc_dang_htt', domain: 'xay_dung_dang', value: '90' }],
  ],
  [
    'Vận động xây dựng Quỹ “Đền ơn đáp nghĩa” đạt 45.000.000 đồng; tặng 120 suất quà cho gia đình chính sách.',
    ['Vận động xây dựng Quỹ “Đền ơn đáp nghĩa” đạt 45.000.000 đồng', amount('45000000', 'đồng')],
    ['tặng 120 suất quà cho gia đình chính sách', amount('120', undefined)],
  ],
  [
    'Số tiêu chí nông thôn mới nâng cao đạt thêm 02 tiêu chí, nâng tổng số lên 15/19 tiêu chí.',
    [
      'Số tiêu chí nông thôn mới nâng cao đạt thêm 02 tiêu chí',
      amount('2', 'tiêu chí', { domain: 'nong_thon_moi', change: undefined }),
    ],
    [
      'nâng tổng số lên 15/19 tiêu chí',
      {
        indicator: 'tieu_chi_ntm',
        domain: 'nong_thon_moi',
        measure: 'fraction',
        change: 'increase-to',
        numerator: '15',
        denominator: '19',
        unit: 'tiêu chí',
      },
    ],
  ],
  [
    'Tỷ lệ hộ dân dùng nước sạch tập trung từ 62% năm 2025 tăng lên 70% năm 2026.',
    [
      'Tỷ lệ hộ dân dùng nước sạch tập trung từ 62% năm 2025 tăng lên 70%',
      {
        indicator: 'nuoc_sach_tap_trung',
        domain: 'moi_truong',
        change: 'increase-to',
        value: '70',
        baseline: { value: '62', year: 2025 },
      },
    ],
  ],
  [
    'Tỷ lệ giải ngân vốn đầu tư công đến ngày 31/12/2026 đạt 100%, riêng quý I đạt tối thiểu 25%.',
    [
      'Tỷ lệ giải ngân vốn đầu tư công đến ngày 31/12/2026 đạt 100%',
      { indicator: 'giai_ngan_dau_tu_cong', domain: 'ngan_sach', value: '100' },
    ],
    [
      'riêng quý I đạt tối thiểu 25%',
      { indicator: 'giai_ngan_dau_tu_cong', domain: 'ngan_sach', comparator: 'ge', value: '25' },
    ],
  ],
];

export const planExpressionsMore: GoldSource = {
  name: 'plan-expressions-more',
  files: [
    { making: { as: 'docx', by: 'libreoffice' } },
    { making: { as: 'pdf', by: 'chromium' } },
    { making: { as: 'txt', wrap: 100 } },
  ],
  parts: [
    head(['ỦY BAN NHÂN DÂN', 'XÃ ĐẠI LỘC BẮC', 'Số: 88/KH-UBND'], [...MOTTO, 'Đại Lộc Bắc, ngày 05 tháng 02 năm 2026']),
    title('KẾ HOẠCH'),
    title('Phát động các phong trào thi đua năm 2026'),
    p('Ủy ban nhân dân xã Đại Lộc Bắc ban hành Kế hoạch phát động các phong trào thi đua năm 2026 như sau:'),
    h('I. CHỈ TIÊU'),
    ...SENTENCES.map(([sentence], at) => p(`${at + 1}. ${sentence}`)),
    h('II. THỜI GIAN'),
    p('Quý I/2026 đến Quý IV/2026; sơ kết vào tháng 7/2026.'),
    h('III. KHEN THƯỞNG'),
    p('Khen thưởng các thôn, đơn vị hoàn thành trước thời hạn từ 80% chỉ tiêu trở lên.'),
    h('IV. TỔ CHỨC THỰC HIỆN'),
    p('1. Phòng Kinh tế, Phòng Văn hóa - Xã hội theo dõi các chỉ tiêu theo lĩnh vực.'),
    p('2. Các thôn, đơn vị báo cáo Ủy ban nhân dân xã trước ngày 15/6/2026 và trước ngày 01/12/2026./.'),
    sign(
      [
        '- Thường trực Đảng ủy, HĐND xã;',
        '- Phòng Kinh tế, Phòng Văn hóa - Xã hội;',
        '- Các thôn, đơn vị;',
        '- Lưu: VT, VHXH.',
      ],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Phan Thành Lễ'],
    ),
  ],
  gold: {
    about:
      'More turns of phrase: keep at, from … to, shared verbs, parts of a whole, a second value that inherits its name.',
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Đại Lộc Bắc', level: 'commune', province: null },
      kindCode: 'KH',
      number: '88',
      symbol: 'KH-UBND',
      place: 'Đại Lộc Bắc',
      date: { year: 2026, month: 2, day: 5 },
      title: 'Phát động các phong trào thi đua năm 2026',
      theme: null,
      period: { from: '2026-01-01', until: '2026-12-31' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Phan Thành Lễ' },
    },
    targets: SENTENCES.flatMap(([, ...said]) => said.map(([quote, facts]) => target(quote, facts))),
    results: [],
    statements: [{ quote: 'không có chi bộ yếu kém' }],
    citations: [],
    recipients: [
      'Thường trực Đảng ủy, HĐND xã',
      'Phòng Kinh tế, Phòng Văn hóa - Xã hội',
      'Các thôn, đơn vị',
      'Lưu: VT, VHXH',
    ],
    movements: [],
    duties: [
      { organisation: 'Phòng Kinh tế, Phòng Văn hóa - Xã hội', task: 'theo dõi các chỉ tiêu' },
      { organisation: 'Các thôn, đơn vị', task: 'báo cáo' },
    ],
    reportDue: [
      { on: '2026-06-15', relation: 'before', to: 'Ủy ban nhân dân xã' },
      { on: '2026-12-01', relation: 'before', to: 'Ủy ban nhân dân xã' },
    ],
    anniversaries: [],
    commendation: ['hoàn thành trước thời hạn từ 80% chỉ tiêu trở lên'],
    notTargets: ['từ 80% chỉ tiêu trở lên', 'trẻ 6 tuổi', 'mức độ 2', 'sơ kết vào tháng 7/2026'],
    findings: { must: [], silent: ['SL-01', 'SL-04', 'SL-08', 'BC-01', 'BC-03', 'TT-01', 'TT-03', 'TG-05'] },
  },
};
