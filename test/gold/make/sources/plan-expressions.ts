import type { GoldTarget } from '../../gold.ts';
import { type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

/** A sentence and the target it states. */
type Example = [sentence: string, quote: string, facts: Partial<GoldTarget>];

const amount = (value: string, unit: string, rest: Partial<GoldTarget> = {}): Partial<GoldTarget> => ({
  measure: 'amount',
  value,
  unit,
  ...rest,
});

/** Every turn of phrase in which a target can be said; one bullet each. */
const EXAMPLES: Example[] = [
  [
    'Tổng giá trị sản phẩm trên địa bàn đạt 1.482,5 tỷ đồng',
    'Tổng giá trị sản phẩm trên địa bàn đạt 1.482,5 tỷ đồng',
    amount('1482.5', 'tỷ đồng', { indicator: 'tong_gia_tri_san_pham', domain: 'kinh_te' }),
  ],
  [
    'Tỷ lệ lao động qua đào tạo 72%',
    'Tỷ lệ lao động qua đào tạo 72%',
    { indicator: 'lao_dong_qua_dao_tao', domain: 'lao_dong_viec_lam', value: '72' },
  ],
  [
    'Số lao động đi làm việc ở nước ngoài theo hợp đồng là 09 lao động',
    'Số lao động đi làm việc ở nước ngoài theo hợp đồng là 09 lao động',
    amount('9', 'lao động', { indicator: 'lao_dong_nuoc_ngoai', domain: 'lao_dong_viec_lam' }),
  ],
  [
    'Tổng đàn gia súc đạt hơn 8.400 con',
    'Tổng đàn gia súc đạt hơn 8.400 con',
    amount('8400', 'con', { indicator: 'tong_dan_gia_suc', domain: 'nong_nghiep', comparator: 'gt' }),
  ],
  [
    'Kết nạp đảng viên mới đạt 3,5 - 4% tổng số đảng viên',
    'Kết nạp đảng viên mới đạt 3,5 - 4% tổng số đảng viên',
    { indicator: 'ket_nap_dang_vien', domain: 'xay_dung_dang', comparator: 'between', low: '3.5', high: '4' },
  ],
  [
    'Sản lượng chè búp tươi khoảng 1.900 tấn',
    'Sản lượng chè búp tươi khoảng 1.900 tấn',
    amount('1900', 'tấn', { indicator: 'san_luong_che', domain: 'nong_nghiep', comparator: 'approx' }),
  ],
  [
    'Thu ngân sách nhà nước trên địa bàn tăng 9% so với dự toán tỉnh giao',
    'Thu ngân sách nhà nước trên địa bàn tăng 9% so với dự toán tỉnh giao',
    {
      indicator: 'tang_thu_ngan_sach',
      domain: 'ngan_sach',
      measure: 'growth',
      change: 'increase-by',
      value: '9',
      baseline: { kind: 'assigned-plan' },
    },
  ],
  [
    'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân giảm xuống dưới 9%',
    'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân giảm xuống dưới 9%',
    {
      indicator: 'tre_suy_dinh_duong',
      domain: 'y_te',
      comparator: 'lt',
      change: 'decrease-to',
      value: '9',
      better: 'lower',
    },
  ],
  [
    'Nâng tỷ lệ đường giao thông được cứng hóa lên 88,6%',
    'Nâng tỷ lệ đường giao thông được cứng hóa lên 88,6%',
    { indicator: 'duong_gtnt_cung_hoa', domain: 'xay_dung_ha_tang', change: 'increase-to', value: '88.6' },
  ],
  [
    'Giữ vững 7/9 trường học đạt chuẩn quốc gia',
    'Giữ vững 7/9 trường học đạt chuẩn quốc gia',
    {
      indicator: 'truong_chuan_quoc_gia',
      domain: 'giao_duc',
      measure: 'fraction',
      change: 'maintain',
      numerator: '7',
      denominator: '9',
      unit: 'trường',
    },
  ],
  [
    'Duy trì 100% thôn có hệ thống truyền thanh',
    'Duy trì 100% thôn có hệ thống truyền thanh',
    { indicator: 'truyen_thanh', domain: 'tuyen_truyen', change: 'maintain', value: '100' },
  ],
  [
    'Tỷ lệ hộ nghèo giảm 2,1% so với năm 2025',
    'Tỷ lệ hộ nghèo giảm 2,1% so với năm 2025',
    {
      indicator: 'muc_giam_ho_ngheo',
      domain: 'giam_ngheo',
      measure: 'reduction',
      change: 'decrease-by',
      value: '2.1',
      unit: 'điểm %',
      baseline: { year: 2025 },
    },
  ],
  [
    'Tỷ lệ hộ cận nghèo giảm còn 3,4%',
    'Tỷ lệ hộ cận nghèo giảm còn 3,4%',
    { indicator: 'ty_le_ho_can_ngheo', domain: 'giam_ngheo', change: 'decrease-to', value: '3.4', better: 'lower' },
  ],
  [
    'Số hộ thoát nghèo từ 40 hộ trở lên',
    'Số hộ thoát nghèo từ 40 hộ trở lên',
    amount('40', 'hộ', { indicator: 'so_ho_thoat_ngheo', domain: 'giam_ngheo', comparator: 'ge' }),
  ],
  [
    'Thành lập từ 4 hợp tác xã trở lên',
    'Thành lập từ 4 hợp tác xã trở lên',
    amount('4', 'hợp tác xã', { indicator: 'hop_tac_xa', domain: 'kinh_te', comparator: 'ge' }),
  ],
  [
    'Có ít nhất 240 hộ sản xuất, kinh doanh cá thể',
    'ít nhất 240 hộ sản xuất, kinh doanh cá thể',
    amount('240', 'hộ', { indicator: 'ho_kinh_doanh', domain: 'kinh_te', comparator: 'ge' }),
  ],
  [
    'Tiết kiệm chi thường xuyên tối thiểu 10%',
    'Tiết kiệm chi thường xuyên tối thiểu 10%',
    { indicator: 'tiet_kiem_chi', domain: 'ngan_sach', comparator: 'ge', value: '10' },
  ],
  [
    'Không dưới 85% người dân luyện tập thể dục, thể thao thường xuyên',
    'Không dưới 85% người dân luyện tập thể dục, thể thao thường xuyên',
    { indicator: 'luyen_tap_tdtt', domain: 'van_hoa', comparator: 'ge', value: '85' },
  ],
  [
    'Tỷ lệ học sinh bỏ học tối đa 0,5%',
    'Tỷ lệ học sinh bỏ học tối đa 0,5%',
    { indicator: 'bo_hoc', domain: 'giao_duc', comparator: 'le', value: '0.5', better: 'lower' },
  ],
  [
    'Trồng rừng mới gần 90 ha',
    'Trồng rừng mới gần 90 ha',
    amount('90', 'ha', { indicator: 'trong_rung_moi', domain: 'moi_truong', comparator: 'approx' }),
  ],
  [
    'Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 128 triệu đồng/ha/năm',
    'Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 128 triệu đồng/ha/năm',
    {
      indicator: 'gia_tri_tren_ha',
      domain: 'nong_nghiep',
      measure: undefined,
      value: '128',
      unit: 'triệu đồng/ha/năm',
    },
  ],
  [
    'Huy động Nhân dân đóng góp 1 tỷ 750 triệu đồng làm đường',
    'Huy động Nhân dân đóng góp 1 tỷ 750 triệu đồng làm đường',
    amount('1750', 'triệu đồng'),
  ],
  [
    'Sản lượng thủy sản đạt 1,2 nghìn tấn',
    'Sản lượng thủy sản đạt 1,2 nghìn tấn',
    amount('1200', 'tấn', { indicator: 'san_luong_thuy_san', domain: 'nong_nghiep' }),
  ],
  [
    'Tổng lượt khách du lịch tăng 11 - 12% so với cùng kỳ',
    'Tổng lượt khách du lịch tăng 11 - 12% so với cùng kỳ',
    {
      indicator: 'tang_luot_khach_du_lich',
      domain: 'du_lich_dich_vu',
      measure: 'growth',
      comparator: 'between',
      change: 'increase-by',
      low: '11',
      high: '12',
      baseline: { kind: 'same-period' },
    },
  ],
  [
    'Mỗi thôn xây dựng 02 tuyến đường hoa',
    'Mỗi thôn xây dựng 02 tuyến đường hoa',
    amount('2', 'tuyến', { scope: 'mỗi thôn' }),
  ],
  [
    'Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt đạt 90% ở khu trung tâm, 75% ở các thôn',
    'Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt đạt 90% ở khu trung tâm',
    { indicator: 'thu_gom_ctr_sinh_hoat', domain: 'moi_truong', value: '90', scope: 'khu trung tâm' },
  ],
  ['', '75% ở các thôn', { indicator: 'thu_gom_ctr_sinh_hoat', domain: 'moi_truong', value: '75', scope: 'các thôn' }],
  [
    'Trên 90% tổ chức đảng, trên 92% đảng viên hoàn thành tốt nhiệm vụ trở lên',
    'Trên 90% tổ chức đảng',
    { indicator: 'to_chuc_dang_htt', domain: 'xay_dung_dang', comparator: 'gt', value: '90' },
  ],
  [
    '',
    'trên 92% đảng viên hoàn thành tốt nhiệm vụ trở lên',
    { indicator: 'dang_vien_htt', domain: 'xay_dung_dang', comparator: 'gt', value: '92' },
  ],
  [
    'Cơ cấu kinh tế: nông, lâm, thủy sản 48%; công nghiệp - xây dựng 27%; thương mại - dịch vụ 25%',
    'nông, lâm, thủy sản 48%',
    { indicator: 'co_cau_nong_nghiep', domain: 'kinh_te', value: '48', better: 'lower' },
  ],
  ['', 'công nghiệp - xây dựng 27%', { indicator: 'co_cau_cong_nghiep', domain: 'kinh_te', value: '27' }],
  ['', 'thương mại - dịch vụ 25%', { indicator: 'co_cau_dich_vu', domain: 'kinh_te', value: '25' }],
  [
    'Tổng huy động vốn đầu tư phát triển toàn xã hội đạt 560 tỷ đồng. Trong đó: vốn nhà nước 210 tỷ đồng; vốn của Nhân dân và doanh nghiệp 350 tỷ đồng',
    'Tổng huy động vốn đầu tư phát triển toàn xã hội đạt 560 tỷ đồng',
    amount('560', 'tỷ đồng', { indicator: 'von_dau_tu_xa_hoi', domain: 'kinh_te' }),
  ],
  [
    '',
    'vốn nhà nước 210 tỷ đồng',
    amount('210', 'tỷ đồng', { partOf: 'Tổng huy động vốn đầu tư phát triển toàn xã hội đạt 560 tỷ đồng' }),
  ],
  [
    '',
    'vốn của Nhân dân và doanh nghiệp 350 tỷ đồng',
    amount('350', 'tỷ đồng', { partOf: 'Tổng huy động vốn đầu tư phát triển toàn xã hội đạt 560 tỷ đồng' }),
  ],
  [
    'Tỷ lệ giải quyết đơn khiếu nại, tố cáo đạt 100% theo quy định',
    'Tỷ lệ giải quyết đơn khiếu nại, tố cáo đạt 100%',
    { indicator: 'khieu_nai_to_cao', domain: 'quoc_phong_an_ninh', value: '100' },
  ],
  [
    'Giảm 10% số vụ tai nạn giao thông so với năm 2025',
    'Giảm 10% số vụ tai nạn giao thông so với năm 2025',
    {
      indicator: 'tai_nan_giao_thong',
      domain: 'quoc_phong_an_ninh',
      measure: 'reduction',
      change: 'decrease-by',
      value: '10',
      unit: '%',
      baseline: { year: 2025 },
    },
  ],
  [
    'Đến hết quý III năm 2026, có 66/112 thôn đạt chuẩn nông thôn mới',
    '66/112 thôn đạt chuẩn nông thôn mới',
    {
      indicator: 'thon_ban_ntm',
      domain: 'nong_thon_moi',
      measure: 'fraction',
      numerator: '66',
      denominator: '112',
      unit: 'thôn',
    },
  ],
  [
    'Xã đạt 17/19 tiêu chí nông thôn mới',
    'đạt 17/19 tiêu chí nông thôn mới',
    {
      indicator: 'tieu_chi_ntm',
      domain: 'nong_thon_moi',
      measure: 'fraction',
      numerator: '17',
      denominator: '19',
      unit: 'tiêu chí',
    },
  ],
  [
    'Đào tạo nghề sơ cấp, dưới 3 tháng cho 95 lao động',
    'Đào tạo nghề sơ cấp, dưới 3 tháng cho 95 lao động',
    amount('95', 'lao động', { indicator: 'dao_tao_nghe_ngan_han', domain: 'lao_dong_viec_lam' }),
  ],
  [
    'Giá trị sản xuất công nghiệp, tiểu thủ công nghiệp gấp 1,5 lần so với năm 2020',
    'Giá trị sản xuất công nghiệp, tiểu thủ công nghiệp gấp 1,5 lần so với năm 2020',
    { measure: undefined, change: undefined, value: '1.5', unit: 'lần', baseline: { year: 2020 } },
  ],
  [
    'Mức độ hài lòng của người dân, tổ chức đạt 94,50% trở lên',
    'Mức độ hài lòng của người dân, tổ chức đạt 94,50% trở lên',
    { indicator: 'hai_long', domain: 'cchc_chuyen_doi_so', comparator: 'ge', value: '94.5' },
  ],
];

const bullets = EXAMPLES.filter(([sentence]) => sentence !== '');

export const planExpressions: GoldSource = {
  name: 'plan-expressions',
  files: [
    { making: { as: 'docx', by: 'docx' } },
    { making: { as: 'txt' } },
    { making: { as: 'pdf', by: 'libreoffice' } },
  ],
  parts: [
    head(['ỦY BAN NHÂN DÂN', 'XÃ SƠN CẨM HÀ', 'Số: 30/KH-UBND'], [...MOTTO, 'Sơn Cẩm Hà, ngày 28 tháng 01 năm 2026']),
    title('KẾ HOẠCH'),
    title('Phong trào thi đua thực hiện nhiệm vụ kinh tế - xã hội năm 2026'),
    p(
      'Năm 2026 là năm bản lề của nhiệm kỳ 2025 - 2030, xã tròn một năm hoạt động theo mô hình chính quyền địa phương 02 cấp với 14 thôn, 21.300 người. Ủy ban nhân dân xã Sơn Cẩm Hà xây dựng Kế hoạch phong trào thi đua như sau:',
    ),
    h('I. CHỈ TIÊU'),
    ...bullets.map(([sentence], at) => p(`- ${sentence}${at === bullets.length - 1 ? '.' : ';'}`)),
    h('II. THỜI GIAN THỰC HIỆN'),
    p('Từ ngày 01/02/2026 đến hết tháng 12 năm 2026.'),
    h('III. TỔ CHỨC THỰC HIỆN'),
    p('1. Các phòng chuyên môn theo dõi chỉ tiêu của ngành mình, đề xuất khen thưởng.'),
    p('2. Trưởng các thôn báo cáo Ủy ban nhân dân xã trước ngày 08/12/2026./.'),
    sign(
      ['- Sở Nội vụ;', '- Các phòng chuyên môn;', '- Trưởng các thôn;', '- Lưu: VT, VHXH.'],
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Hồ Văn Rinh'],
    ),
  ],
  gold: {
    about:
      'A bullet for every turn of phrase: no verb, at least, at most, about, from … up, ranges, shared and split percents, parts of a whole.',
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Sơn Cẩm Hà', level: 'commune', province: null },
      kindCode: 'KH',
      number: '30',
      symbol: 'KH-UBND',
      place: 'Sơn Cẩm Hà',
      date: { year: 2026, month: 1, day: 28 },
      title: 'Phong trào thi đua thực hiện nhiệm vụ kinh tế - xã hội năm 2026',
      theme: null,
      period: { from: '2026-02-01', until: '2026-12-31' },
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Hồ Văn Rinh' },
    },
    targets: EXAMPLES.map(([, quote, facts]) => target(quote, facts)),
    results: [],
    citations: [],
    recipients: ['Sở Nội vụ', 'Các phòng chuyên môn', 'Trưởng các thôn', 'Lưu: VT, VHXH'],
    movements: [],
    duties: [
      { organisation: 'Các phòng chuyên môn', task: 'theo dõi chỉ tiêu' },
      { organisation: 'Trưởng các thôn', dueOn: '2026-12-08' },
    ],
    reportDue: [{ on: '2026-12-08', relation: 'before', to: 'Ủy ban nhân dân xã' }],
    anniversaries: [],
    notTargets: ['nhiệm kỳ 2025 - 2030', 'chính quyền địa phương 02 cấp', '14 thôn, 21.300 người', 'dưới 5 tuổi'],
    findings: {
      must: [{ rules: ['SL-05'], severity: 'info', quote: '94,50%' }],
      may: [
        { rules: ['SL-02'], severity: 'warning', quote: 'Tỷ lệ lao động qua đào tạo 72%' },
        { rules: ['SL-06'], severity: 'info', quote: null },
        { rules: ['CC-06'], severity: 'info', quote: null },
      ],
      silent: ['SL-01', 'SL-04', 'SL-08', 'BC-01', 'TT-01', 'TT-03', 'CT-06'],
    },
  },
};
