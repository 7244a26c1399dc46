import { describe, expect, it } from 'vitest';
import type { FileContent } from './blocks.ts';
import { joinContent } from './join.ts';
import { findOutline } from './outline.ts';
import { readPlain } from './plain.ts';
import type { Result, Target } from './reading.ts';
import { findTargets } from './targets.ts';

const PLAN = 'KẾ HOẠCH\n\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n';
const PROSE = 'KẾ HOẠCH\n\nPhát động phong trào thi đua năm 2026\n\nI. NỘI DUNG\n\n';
const REPORT = 'BÁO CÁO\n\nKết quả phong trào thi đua 6 tháng đầu năm 2026\n\nI. KẾT QUẢ\n\n';

function read(text: string): { targets: Target[]; results: Result[]; text: string } {
  const doc = joinContent(readPlain(new TextEncoder().encode(text), 'txt'));
  const found = findTargets(doc, findOutline(doc));
  for (const { quote, span } of [...found.targets, ...found.results]) expect(doc.text.slice(...span)).toBe(quote);
  return { ...found, text: doc.text };
}

/** indicator, measure, comparator, change, figures, unit, which way is better */
function told(figure: Target | Result): string {
  const { indicator, measure, comparator, change, value, low, high, numerator, denominator, unit, better } = figure;
  const range = low === null ? null : `${low}..${high}`;
  const fraction = numerator === null ? null : `${numerator}/${denominator}`;
  const figures = [value, range, fraction].filter((one) => one !== null).join(' ');
  return [indicator ?? '-', measure, comparator, change, figures, unit, better].join(' ');
}

/** The numbers are those of the catalogue of expressions that the reader has to understand. */
const EXPRESSIONS: [name: string, sentence: string, targets: string[]][] = [
  [
    '1 reach',
    'Thu ngân sách nhà nước trên địa bàn đạt 88.250 triệu đồng.',
    ['thu_nsnn amount eq level 88250 triệu đồng higher'],
  ],
  ['2 a share without a verb', 'Tỷ lệ hộ nghèo toàn xã 2,15%.', ['ty_le_ho_ngheo share eq level 2.15 % lower']],
  ['3 no verb', 'Tỷ lệ lao động qua đào tạo 71%.', ['lao_dong_qua_dao_tao share eq level 71 % higher']],
  [
    '4 là',
    'Số lao động được giải quyết việc làm là 540 lao động.',
    ['giai_quyet_viec_lam amount eq level 540 lao động higher'],
  ],
  [
    '5 leading zero',
    'Số lao động đi làm việc ở nước ngoài theo hợp đồng là 09 lao động.',
    ['lao_dong_nuoc_ngoai amount eq level 9 lao động higher'],
  ],
  [
    '6 trên, đạt trên',
    'Tỷ lệ bao phủ bảo hiểm y tế trên 97,5%; đón đạt trên 150.000 lượt người đến tham quan.',
    ['bao_phu_bhyt share gt level 97.5 % higher', 'luot_khach_du_lich amount gt level 150000 lượt khách higher'],
  ],
  [
    '7 percent before its subject, predicate shared',
    'Hằng năm, trên 85% chi bộ, trên 91% đảng viên hoàn thành tốt nhiệm vụ trở lên.',
    ['to_chuc_dang_htt share gt level 85 % higher', 'dang_vien_htt share gt level 91 % higher'],
  ],
  [
    '8 range with its base',
    'Kết nạp đảng viên mới đạt 2 - 3% tổng số đảng viên.',
    ['ket_nap_dang_vien share between level 2..3 % higher'],
  ],
  [
    '9 about a range',
    'Tốc độ tăng trưởng GRDP khoảng 11% - 11,5%.',
    ['tang_truong_grdp growth between level 11..11.5 % higher'],
  ],
  [
    '10 range with one percent sign, in parts',
    'Tốc độ tăng giá trị sản xuất 12%. Trong đó: công nghiệp, xây dựng tăng 13,5-14%; thương mại, dịch vụ tăng 12%; nông, lâm nghiệp 3%.',
    [
      'tang_gia_tri_san_pham growth eq level 12 % higher',
      'tang_cong_nghiep_xay_dung growth between increase-by 13.5..14 % higher',
      'tang_thuong_mai_dich_vu growth eq increase-by 12 % higher',
      'tang_nong_lam_thuy_san growth eq level 3 % higher',
    ],
  ],
  [
    '11 growth by',
    'Nhóm nông, lâm, thủy sản tăng 3,2%.',
    ['tang_nong_lam_thuy_san growth eq increase-by 3.2 % higher'],
  ],
  ['12 tăng … đạt', 'Tăng thu ngân sách đạt 9%.', ['tang_thu_ngan_sach growth eq increase-by 9 % higher']],
  [
    '13 of the assigned plan',
    'Giải ngân vốn đầu tư công đạt 100% kế hoạch vốn được giao.',
    ['giai_ngan_dau_tu_cong share eq level 100 % higher'],
  ],
  ['14 dưới', 'Tỷ lệ hộ nghèo dưới 0,5%.', ['ty_le_ho_ngheo share lt level 0.5 % lower']],
  [
    '15 cho trên',
    'Giải quyết việc làm cho trên 350 lao động.',
    ['giai_quyet_viec_lam amount gt level 350 lao động higher'],
  ],
  [
    '16 xuống dưới',
    'Giảm tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân xuống dưới 8%.',
    ['tre_suy_dinh_duong share lt decrease-to 8 % lower'],
  ],
  [
    '17 tăng … lên',
    'Tăng tỉ lệ người dân có hồ sơ sức khỏe điện tử lên 45%.',
    ['so_suc_khoe_dien_tu share eq increase-to 45 % higher'],
  ],
  [
    '18 a count with its noun',
    'Thu hút khách du lịch đạt 210.000 lượt khách.',
    ['luot_khach_du_lich amount eq level 210000 lượt khách higher'],
  ],
  [
    '19 fraction, kept',
    '9/11 trường học giữ vững danh hiệu trường đạt chuẩn quốc gia.',
    ['truong_chuan_quoc_gia fraction eq maintain 9/11 trường higher'],
  ],
  [
    '20 share, kept',
    '100% khu phố giữ vững danh hiệu khu phố văn hóa.',
    ['to_dan_pho_van_hoa share eq maintain 100 % higher'],
  ],
  ['21 of the quota', 'Hoàn thành 100% chỉ tiêu giao quân.', ['giao_quan share eq level 100 % higher']],
  [
    '22 growth rate as indicator',
    'Tốc độ tăng trưởng kinh tế 8,5%.',
    ['tang_gia_tri_san_pham growth eq level 8.5 % higher'],
  ],
  [
    '23 unit completed from the indicator',
    'GRDP bình quân đầu người đạt 68 triệu đồng.',
    ['grdp_bqdn per-capita eq level 68 triệu đồng/người/năm higher'],
  ],
  [
    '24 dot and comma',
    'Doanh thu du lịch đạt 2.045,7 tỷ đồng.',
    ['doanh_thu_du_lich amount eq level 2045.7 tỷ đồng higher'],
  ],
  [
    '25 growth of a count',
    'Tổng lượt khách du lịch tăng 11,0%.',
    ['tang_luot_khach_du_lich growth eq increase-by 11 % higher'],
  ],
  ['26 mức giảm', 'Mức giảm tỷ lệ hộ nghèo 2,75%.', ['muc_giam_ho_ngheo reduction eq decrease-by 2.75 điểm % higher']],
  [
    '27 khoảng',
    'Tạo việc làm mới cho khoảng 8.500 lao động.',
    ['giai_quyet_viec_lam amount approx level 8500 lao động higher'],
  ],
  [
    '28 for each unit',
    'Mỗi thôn, bản đăng ký 01 công trình chào mừng.',
    ['cong_trinh_chao_mung amount eq level 1 công trình higher'],
  ],
  [
    '29 phấn đấu 100% …',
    'Phấn đấu 100% cán bộ, đảng viên được học tập, quán triệt nghị quyết.',
    ['quan_triet_nghi_quyet share eq level 100 % higher'],
  ],
  ['30 giảm … x% is by', 'Giảm tỷ lệ hộ nghèo 1,5%.', ['muc_giam_ho_ngheo reduction eq decrease-by 1.5 điểm % higher']],
  [
    '31 duy trì … khoảng',
    'Duy trì diện tích gieo trồng cây lương thực khoảng 1.870 ha.',
    ['dien_tich_gieo_trong amount approx maintain 1870 ha higher'],
  ],
  ['32 tấn', 'Sản lượng lương thực có hạt 7.640,5 tấn.', ['san_luong_luong_thuc amount eq level 7640.5 tấn higher']],
  [
    '33 verb of action',
    'Năm 2026, phấn đấu đón 96.400 lượt khách.',
    ['luot_khach_du_lich amount eq level 96400 lượt khách higher'],
  ],
  [
    '34 nâng … đạt',
    'Nâng tỷ lệ lao động qua đào tạo đạt 58,4%.',
    ['lao_dong_qua_dao_tao share eq increase-to 58.4 % higher'],
  ],
  [
    '35 percent and fraction',
    'Tỷ lệ trường đạt chuẩn quốc gia trên 83,3% (đạt 5/6 trường).',
    ['truong_chuan_quoc_gia share gt level 83.3 5/6 % higher'],
  ],
  [
    '36 distributed',
    'Tỷ lệ trẻ trong độ tuổi đến trường đạt 99% đối với mẫu giáo, 98% đối với tiểu học và 95% đối với trung học cơ sở.',
    [
      'hoc_sinh_den_truong share eq level 99 % higher',
      'hoc_sinh_den_truong share eq level 98 % higher',
      'hoc_sinh_den_truong share eq level 95 % higher',
    ],
  ],
  [
    '37 giảm … còn',
    'Giảm tỷ lệ trẻ em suy dinh dưỡng thể thấp còi còn 14,20%.',
    ['tre_suy_dinh_duong share eq decrease-to 14.2 % lower'],
  ],
  [
    '38 a term inside the name',
    'Đào tạo nghề sơ cấp, đào tạo nghề dưới 3 tháng cho 145 lao động.',
    ['dao_tao_nghe_ngan_han amount eq level 145 lao động higher'],
  ],
  ['39 without a figure', 'Hoàn thành và hoàn thành vượt mức dự toán thu ngân sách được giao.', []],
  ['40 a rating', 'Đảng bộ hoàn thành tốt nhiệm vụ trở lên.', []],
  ['41 none', 'Không để hồ sơ quá hạn.', []],
  ['42 as few as can be', 'Hạn chế tối đa tai nạn lao động.', []],
  ['43 a milestone', 'Đưa xã thoát nghèo vào năm 2027.', []],
  ['44 trở lên', 'Tỷ lệ kết nạp đảng viên mới đạt 3% trở lên.', ['ket_nap_dang_vien share ge level 3 % higher']],
  [
    '45 từ … trở lên',
    'Từ 90% trở lên hộ gia đình đạt danh hiệu gia đình văn hóa.',
    ['gia_dinh_van_hoa share ge level 90 % higher'],
  ],
  [
    '46 counts trở lên',
    'Xây dựng 04 mô hình dân vận khéo trở lên; thành lập từ 2 hợp tác xã nông nghiệp trở lên.',
    ['mo_hinh_dan_van_kheo amount ge level 4 mô hình higher', 'hop_tac_xa amount ge level 2 hợp tác xã higher'],
  ],
  [
    '47 ít nhất, tối thiểu',
    'Có ít nhất 120 hộ kinh doanh đăng ký mới; tiết kiệm chi thường xuyên tối thiểu 5%.',
    ['ho_kinh_doanh amount ge level 120 hộ higher', 'tiet_kiem_chi share ge level 5 % higher'],
  ],
  [
    '48 hơn, gần',
    'Tổng mức bán lẻ hàng hóa đạt hơn 1.930 tỷ đồng; thu ngân sách gần 410 tỷ đồng.',
    ['tong_muc_ban_le amount gt level 1930 tỷ đồng higher', 'thu_nsnn amount approx level 410 tỷ đồng higher'],
  ],
  ['49 giảm gần', 'Giảm gần 3% hộ nghèo.', ['muc_giam_ho_ngheo reduction approx decrease-by 3 điểm % higher']],
  [
    '50 each year',
    'Tỷ lệ hộ nghèo giảm bình quân 1,7%/năm; tổng giá trị sản xuất tăng 9%/năm trở lên.',
    [
      'muc_giam_ho_ngheo reduction eq decrease-by 1.7 điểm % higher',
      'tang_gia_tri_san_pham growth ge increase-by 9 % higher',
    ],
  ],
  [
    '51 range of a reduction',
    'Tỷ lệ hộ nghèo giảm 1% - 1,5%/năm.',
    ['muc_giam_ho_ngheo reduction between decrease-by 1..1.5 điểm % higher'],
  ],
  ['52 growth to be kept low', 'Tốc độ tăng dân số dưới 1%.', ['tang_dan_so_tu_nhien share lt level 1 % lower']],
  [
    '53 reduction with a base',
    'Giảm tỷ lệ hộ nghèo 0,45% so với năm 2025.',
    ['muc_giam_ho_ngheo reduction eq decrease-by 0.45 điểm % higher'],
  ],
  ['54 giảm còn', 'Tỷ lệ hộ nghèo giảm còn 0,9%.', ['ty_le_ho_ngheo share eq decrease-to 0.9 % lower']],
  [
    '55 nâng … lên',
    'Nâng tỷ lệ bao phủ bảo hiểm y tế lên 96,2%; nâng thu nhập bình quân đầu người lên 71,5 triệu đồng/năm.',
    [
      'bao_phu_bhyt share eq increase-to 96.2 % higher',
      'thu_nhap_bqdn per-capita eq increase-to 71.5 triệu đồng/người/năm higher',
    ],
  ],
  [
    '56 giữ vững 100%',
    'Giữ vững 100% trường học đạt chuẩn quốc gia.',
    ['truong_chuan_quoc_gia share eq maintain 100 % higher'],
  ],
  [
    '61 an absolute growth',
    'Thu nhập bình quân đầu người tăng 6,4 triệu đồng so với năm 2024.',
    ['thu_nhap_bqdn per-capita eq increase-by 6.4 triệu đồng/người/năm higher'],
  ],
  [
    '62 a factor',
    'Tổng giá trị sản xuất gấp 2 - 2,5 lần so với năm 2020.',
    ['tang_gia_tri_san_pham growth between increase-to 2..2.5 lần higher'],
  ],
  [
    '63 of a set',
    'Hoàn thành 24/25 chỉ tiêu đạt và vượt kế hoạch.',
    ['hoan_thanh_chi_tieu fraction eq level 24/25 chỉ tiêu higher'],
  ],
  [
    '65 percent, fraction, increment',
    'Tỷ lệ thôn đạt chuẩn nông thôn mới đạt 60% (36/60 thôn, tăng thêm 6 thôn).',
    ['thon_ban_ntm share eq level 60 36/60 % higher'],
  ],
  [
    '66 percent and count',
    'Tỷ lệ xã đạt chuẩn nông thôn mới 40% (6 xã); kết nạp 3% đảng viên mới (30 đảng viên mới/năm).',
    ['xa_dat_chuan_ntm share eq level 40 % higher', 'ket_nap_dang_vien share eq level 3 % higher'],
  ],
  [
    '67 a range before its subject',
    'Phấn đấu 90 - 100% chi, Đảng bộ hoàn thành tốt nhiệm vụ.',
    ['to_chuc_dang_htt share between level 90..100 % higher'],
  ],
  [
    '68 shares of a structure',
    'Cơ cấu kinh tế: công nghiệp - xây dựng 45%; thương mại - dịch vụ 35%; nông nghiệp 20%.',
    [
      'co_cau_cong_nghiep share eq level 45 % higher',
      'co_cau_dich_vu share eq level 35 % higher',
      'co_cau_nong_nghiep share eq level 20 % lower',
    ],
  ],
  [
    '69 compound money',
    'Thu ngân sách đạt 12 tỷ 650 triệu đồng.',
    ['thu_nsnn amount eq level 12650 triệu đồng higher'],
  ],
  [
    '70 scaled counts',
    'Sản lượng lương thực đạt 18 nghìn tấn; thu hút 5 vạn lượt khách.',
    [
      'san_luong_luong_thuc amount eq level 18000 tấn higher',
      'luot_khach_du_lich amount eq level 50000 lượt khách higher',
    ],
  ],
  [
    '71 composite units',
    'Giá trị sản phẩm trên 1 ha đất trồng trọt đạt 150 triệu đồng/ha/năm; năng suất lúa bình quân 62tạ/ha; bình quân lương thực 480 kg/người/năm; mức hưởng thụ văn hóa 40 lần/người/năm.',
    [
      'gia_tri_tren_ha amount eq level 150 triệu đồng/ha/năm higher',
      'nang_suat_lua amount eq level 62 tạ/ha higher',
      '- per-capita eq level 480 kg/người/năm higher',
      '- per-capita eq level 40 lần/người/năm higher',
    ],
  ],
  ['72 fewer households', 'Giảm 12 hộ nghèo.', ['so_ho_thoat_ngheo reduction eq decrease-by 12 hộ higher']],
  [
    '73 a rank',
    'Chỉ số cải cách hành chính xếp thứ 5 toàn tỉnh; phấn đấu xếp thứ 12/34 tỉnh về chuyển đổi số.',
    ['xep_hang_cchc amount eq level 5 hạng lower', '- amount eq level 12 12/34 hạng lower'],
  ],
  [
    '74 a price basis',
    'Tốc độ tăng giá trị sản xuất (theo giá so sánh năm 2010) đạt 11%.',
    ['tang_gia_tri_san_pham growth eq level 11 % higher'],
  ],
  ['75 a grade is no quantity', 'Duy trì phổ cập giáo dục tiểu học mức độ 3, xóa mù chữ mức độ 2.', []],
  [
    'several in one sentence',
    'Thu ngân sách đạt 95 tỷ đồng, tỷ lệ hộ nghèo còn 1,2%, giải quyết việc làm cho 400 lao động và tỷ lệ che phủ rừng đạt 52,3%.',
    [
      'thu_nsnn amount eq level 95 tỷ đồng higher',
      'ty_le_ho_ngheo share eq decrease-to 1.2 % lower',
      'giai_quyet_viec_lam amount eq level 400 lao động higher',
      'che_phu_rung share eq level 52.3 % higher',
    ],
  ],
  [
    'from … to is one figure with a base',
    'Tỷ lệ hộ sử dụng nước hợp vệ sinh tăng từ 92% năm 2025 lên 95% năm 2026.',
    ['nuoc_hop_ve_sinh share eq increase-to 95 % higher'],
  ],
  [
    'lần lượt',
    'Tỷ lệ tổ chức đảng và đảng viên hoàn thành tốt nhiệm vụ trở lên lần lượt đạt 90% và 95%.',
    ['to_chuc_dang_htt share eq level 90 % higher', 'dang_vien_htt share eq level 95 % higher'],
  ],
  [
    'a colon before the figure',
    'Tỷ lệ hộ nghèo: 1,2%; Tỷ lệ hộ cận nghèo hằng năm: dưới 2,3%.',
    ['ty_le_ho_ngheo share eq level 1.2 % lower', 'ty_le_ho_can_ngheo share lt level 2.3 % lower'],
  ],
  [
    'two facts in one clause',
    'Thu ngân sách đạt 120 tỷ đồng, tăng 10% so với năm 2025.',
    ['thu_nsnn amount eq level 120 tỷ đồng higher', 'tang_thu_ngan_sach growth eq increase-by 10 % higher'],
  ],
  [
    'fraction, then its percent',
    '17/20 trường đạt chuẩn quốc gia, đạt 85%.',
    ['truong_chuan_quoc_gia share eq level 85 17/20 % higher'],
  ],
  ['n out of m', 'Vận động 9 trên 10 hộ phân loại rác tại nguồn.', ['phan_loai_rac fraction eq level 9/10 hộ higher']],
  [
    'percent between verb and object',
    'Thu gom, xử lý 95% rác thải sinh hoạt.',
    ['thu_gom_ctr_sinh_hoat share eq level 95 % higher'],
  ],
  [
    'head taken over',
    'Tổng đàn gia súc 4.500 con, gia cầm 38.000 con.',
    ['tong_dan_gia_suc amount eq level 4500 con higher', 'tong_dan_gia_cam amount eq level 38000 con higher'],
  ],
  [
    'a damaged marker',
    'Phần đầu tỷ lệ giải quyết hồ sơ đúng hạn đạt 99%.',
    ['tthc_dung_han share eq level 99 % higher'],
  ],
  [
    'marker behind the subject',
    'Tỷ lệ giải ngân vốn đầu tư công phấn đấu đạt 95%.',
    ['giai_ngan_dau_tu_cong share eq level 95 % higher'],
  ],
  [
    'vượt in a plan',
    'Thu ngân sách vượt 5% so với dự toán tỉnh giao.',
    ['hoan_thanh_du_toan_thu share eq level 105 % higher'],
  ],
  ['a number word', 'Có ít nhất hai mô hình chuyển đổi số hiệu quả.', ['- amount ge level 2 mô hình higher']],
  ['cases of nothing', 'Giảm ít nhất 10% số vụ so với năm 2025.', ['- reduction ge decrease-by 10 % higher']],
  [
    'cases of what is said before',
    'Không để xảy ra tai nạn giao thông nghiêm trọng; giảm ít nhất 10% số vụ so với năm 2025.',
    ['tai_nan_giao_thong reduction ge decrease-by 10 % higher'],
  ],
  [
    'cases before their figure',
    'Kiềm chế tội phạm, số vụ giảm trên 5%.',
    ['pham_phap_hinh_su reduction gt decrease-by 5 % higher'],
  ],
  ['fewer offences', 'Kéo giảm 5% số vụ phạm pháp hình sự.', ['pham_phap_hinh_su reduction eq decrease-by 5 % higher']],
  [
    'a part with its own indicator',
    'Giải quyết việc làm cho 400 lao động, trong đó xuất khẩu lao động 30 người.',
    ['giai_quyet_viec_lam amount eq level 400 lao động higher', 'lao_dong_nuoc_ngoai amount eq level 30 người higher'],
  ],
  ['structure of labour', 'Cơ cấu lao động: nông nghiệp 48%.', ['lao_dong_nong_nghiep share eq level 48 % lower']],
  [
    'percent with a scope in a bracket',
    'Tỷ lệ lên lớp thẳng 99% trở lên (tiểu học).',
    ['- share ge level 99 % higher'],
  ],
  ['thing behind the unit', 'Kiên cố hóa 3,5 km kênh mương.', ['- amount eq level 3.5 km higher']],
  ['a thing no list knows', 'Xây mới 25 lò đốt rác.', ['- amount eq level 25 lò higher']],
  ['at most', 'Tỷ lệ học sinh bỏ học không quá 0,5%.', ['bo_hoc share le level 0.5 % lower']],
  ['từ … - …', 'Tốc độ tăng đàn gia súc từ 4 - 5%.', ['toc_do_tang_dan growth between level 4..5 % higher']],
  ['en dash', 'Kết nạp đảng viên đạt 3 – 4%.', ['ket_nap_dang_vien share between level 3..4 % higher']],
  ['symbols', 'Tỷ lệ hộ sử dụng điện lưới quốc gia ≥ 99%.', ['dien_luoi share ge level 99 % higher']],
  ['per mille', 'Tỷ lệ tăng dân số tự nhiên 9,5‰.', ['tang_dan_so_tu_nhien share eq level 9.5 ‰ higher']],
  [
    'the same target twice',
    'Giảm tỷ lệ hộ nghèo 1,5%; tập trung nguồn lực giảm tỷ lệ hộ nghèo 1,5%.',
    ['muc_giam_ho_ngheo reduction eq decrease-by 1.5 điểm % higher'],
  ],
];

const RESULTS: [name: string, sentence: string, results: string[]][] = [
  [
    '57 result and ratio',
    'Thu nhập bình quân đầu người đạt 35,1 triệu đồng/người/năm, bằng 48,2% kế hoạch.',
    [
      'thu_nhap_bqdn per-capita eq level 35.1 triệu đồng/người/năm higher',
      'thu_nhap_bqdn share eq level 48.2 % higher',
    ],
  ],
  [
    '58 vượt p% is 100 + p',
    'Thu ngân sách vượt 12,4% dự toán; thu nội địa vượt hơn 20% so với dự toán.',
    ['hoan_thanh_du_toan_thu share eq level 112.4 % higher', 'hoan_thanh_du_toan_thu share gt level 120 % higher'],
  ],
  [
    '59 over a hundred',
    'Thu ngân sách trên địa bàn đạt 112% dự toán; thu từ đất đạt hơn 424% so với dự toán.',
    ['hoan_thanh_du_toan_thu share eq level 112 % higher', 'hoan_thanh_du_toan_thu share gt level 424 % higher'],
  ],
  [
    '60 so cùng kỳ',
    'Tổng giá trị sản phẩm tăng 8,02% so cùng kỳ.',
    ['tang_gia_tri_san_pham growth eq increase-by 8.02 % higher'],
  ],
  [
    '64 actual of plan is no share',
    'Gieo trồng cây ngô 68/65ha; thu quỹ 24/23 triệu đồng.',
    ['- amount eq level 68 68/65 ha higher', '- amount eq level 24 24/23 triệu đồng higher'],
  ],
];

/** Numbers that set no target and tell no result. */
const NOT_TARGETS: string[] = [
  'Thực hiện mô hình chính quyền địa phương 02 cấp.',
  'Triển khai 1 mục tiêu, 3 đột phá, 5 trọng tâm của Đại hội.',
  'Tiếp tục cuộc vận động “Xây dựng gia đình 5 không, 3 sạch”.',
  'Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030.',
  'Kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026).',
  'Theo Kế hoạch số 250/KH-UBND ngày 13/01/2026 của Ủy ban nhân dân tỉnh.',
  'Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ.',
  'Điều 5 khoản 2 Luật Thi đua, khen thưởng năm 2022.',
  'Chăm sóc trẻ em dưới 5 tuổi, người từ 60 tuổi trở lên.',
  'Mở các lớp đào tạo dưới 3 tháng cho lao động nông thôn.',
  'Báo cáo gửi trước ngày 15/12/2026 về Phòng Văn hóa - Xã hội.',
  'Thời gian thực hiện từ 01/01/2026 đến 31/12/2026.',
  'Đợt 1 từ tháng 1 đến tháng 6, đợt 2 từ tháng 7 đến tháng 12.',
  'Chào mừng các ngày lễ 30/4, 01/5 và 2/9.',
  'Hồ sơ gồm 03 bộ, gửi qua địa chỉ số 25 đường Lê Lợi.',
  'Điện thoại liên hệ: 0213.3876.123 hoặc 0912345678.',
  'Thực hiện “3 tại chỗ” và phương châm 4 tại chỗ.',
  'Thực hiện 6 rõ: rõ người, rõ việc, rõ thời gian.',
  'Tặng Giấy khen cho 10 tập thể và 25 cá nhân có thành tích xuất sắc.',
  'Mức thưởng tập thể là 2.340.000 đồng, cá nhân là 1.170.000 đồng.',
  'Kinh phí thực hiện 150 triệu đồng từ ngân sách xã.',
  'Xã có diện tích tự nhiên 45,6 km2, dân số 12.350 người, 18 thôn.',
  'Đại hội đại biểu toàn quốc lần thứ XIV; nhiệm kỳ 2025-2030.',
  'Quốc lộ 32 đi qua địa bàn, cách trung tâm tỉnh 30 km.',
  'Thôn 3, tổ dân phố số 7 và bản 2 tổ chức ký giao ước.',
  'Lớp 9A, khối 12 tham gia ngoại khóa.',
  'Hội nghị tổng kết tổ chức trong 01 ngày, bắt đầu lúc 7 giờ 30 phút.',
  'Phụ lục 2, biểu mẫu số 03 kèm theo Kế hoạch này.',
  'Tổng đài 1022 hoạt động 24/7.',
  'Áp dụng tiêu chuẩn TCVN ISO 9001:2015.',
  'Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị.',
  'Chương trình mục tiêu quốc gia giai đoạn 2021-2025.',
  'Giao 3 phòng chuyên môn tham mưu; phân công 02 đồng chí theo dõi.',
  'Năm 2026 là năm đầu thực hiện Nghị quyết.',
  'Sản phẩm OCOP 3 sao, 4 sao.',
  'Bản này được in thành 05 bản, lưu 01 bản tại văn phòng.',
  'Thang điểm 100, mỗi tiêu chí tối đa 10 điểm.',
  'Phong trào 20 năm xây dựng và phát triển phường (2006 - 2026).',
  'Đề nghị khen thưởng không quá 20% tổng số tập thể.',
  'Vẫn còn 35% hộ dân chưa có nhà tiêu hợp vệ sinh.',
  'Đồng bào dân tộc thiểu số chiếm 86% dân số toàn xã.',
  'Năm học 2025 - 2026 bắt đầu từ ngày 05/9/2025.',
  'Mỗi đợt thi đua kéo dài 90 ngày.',
  'Nâng cấp 4G, 5G tại trung tâm xã.',
  'Quyết định có hiệu lực sau 10 ngày kể từ ngày ký.',
  'Căn cứ Luật số 72/2025/QH15; Nghị quyết số 96/NQ-HĐND.',
  'Vé xem phim giá 50.000 đồng một người.',
  'Đường dây nóng 113, 114, 115.',
  'Phát động đợt thi đua 60 ngày đêm hoàn thành công trình.',
  'Tham gia Giải bóng đá lần thứ 5 năm 2026.',
];

describe('expressions of a target', () => {
  it.each(EXPRESSIONS)('%s: %s', (_, sentence, targets) => {
    const found = read(`${PLAN}- ${sentence}`);
    expect(found.targets.map(told)).toEqual(targets);
    expect(found.results).toEqual([]);
  });
});

describe('expressions of a result', () => {
  it.each(RESULTS)('%s: %s', (_, sentence, results) => {
    const found = read(REPORT + sentence);
    expect(found.results.map(told)).toEqual(results);
    expect(found.targets).toEqual([]);
  });
});

describe('numbers that are no targets', () => {
  it.each(NOT_TARGETS)('%s', (sentence) => {
    for (const head of [PLAN, PROSE]) {
      const found = read(`${head}- ${sentence}`);
      expect([...found.targets, ...found.results].map(told)).toEqual([]);
    }
  });
});

describe('what belongs to a target besides its figure', () => {
  const one = (sentence: string): Target | undefined => read(`${PLAN}- ${sentence}`).targets[0];

  it('quotes the indicator and the figure and little more', () => {
    const text =
      'Tập trung chỉ đạo sản xuất vụ đông, chăm sóc cây trồng, phấn đấu sản lượng lương thực đạt 5.120 tấn, góp phần ổn định đời sống.';
    expect(one(text)?.quote).toBe('phấn đấu sản lượng lương thực đạt 5.120 tấn');
  });

  it.each([
    ['Làm mới 3,6 km đường giao thông nông thôn.', 'Làm mới đường giao thông nông thôn', '3.6 km'],
    ['Trồng 12.500 cây xanh.', 'Trồng cây xanh', '12500 cây'],
    ['Xây dựng 02 nhà văn hóa thôn.', 'Xây dựng nhà văn hóa thôn', '2 nhà văn hóa'],
    ['Trên 98% đường giao thông được cứng hóa.', 'Tỷ lệ đường giao thông được cứng hóa', '98 %'],
  ])('names so many things by the text, never as a share: %s', (sentence, name, figure) => {
    const [target] = read(`${PLAN}- ${sentence}`).targets;
    expect([target?.name, `${target?.value} ${target?.unit}`]).toEqual([name, figure]);
  });

  it('keeps what is new to the catalogue under its own name', () => {
    expect(one('Tỷ lệ hộ ký cam kết nuôi nhốt gia súc đến năm 2026 đạt 90%.')).toMatchObject({
      indicator: null,
      name: 'Tỷ lệ hộ ký cam kết nuôi nhốt gia súc',
      domain: 'nong_nghiep',
    });
  });

  it('names the part of the whole', () => {
    const found = read(`${PLAN}- Tỷ lệ chuyên cần đạt 99% đối với tiểu học, 97% đối với trung học cơ sở.`).targets;
    expect(found.map(({ scope }) => scope)).toEqual(['tiểu học', 'trung học cơ sở']);
    expect(one('Mỗi chi hội xây dựng ít nhất 01 mô hình.')?.scope).toBe('Mỗi chi hội');
    expect(one('Tỷ lệ lên lớp 99% (tiểu học).')?.scope).toBe('tiểu học');
  });

  it('says what a change is measured from', () => {
    expect(one('Thu ngân sách tăng 8% so với dự toán tỉnh giao.')?.baseline).toMatchObject({ kind: 'assigned-plan' });
    expect(one('Sản lượng chè búp tươi tăng 5% so với năm 2025.')?.baseline).toMatchObject({
      kind: 'previous-year',
      year: 2025,
    });
    expect(one('Thu nhập bình quân tăng 20% so với năm 2020.')?.baseline).toMatchObject({
      kind: 'named-year',
      year: 2020,
    });
    expect(one('Tổng đàn gia cầm tăng 4%.')?.baseline).toMatchObject({ kind: 'previous-year', year: 2025, text: null });
    expect(one('Tỷ lệ hộ nghèo giảm từ 3,5% xuống còn 2,1%.')?.baseline).toMatchObject({ value: '3.5' });
    expect(one('Tỷ lệ hộ nghèo 2,1%.')?.baseline).toBeNull();
  });

  it('hangs parts on the whole, in the same sentence, the next one and the bullets below', () => {
    const parts = (text: string) => read(PLAN + text).targets.map(({ partOf }) => partOf);
    expect(parts('- Tổng diện tích gieo trồng 900 ha, trong đó: lúa 600 ha, ngô 300 ha.')).toEqual([null, 0, 0]);
    expect(parts('- Tốc độ tăng giá trị sản xuất 9%. Trong đó: dịch vụ tăng 11%.')).toEqual([null, 0]);
    expect(
      parts('- Tổng diện tích gieo trồng 900 ha, trong đó:\n+ Lúa 600 ha;\n+ Ngô 300 ha.\n- Tỷ lệ hộ nghèo 2%.'),
    ).toEqual([null, 0, 0, null]);
  });

  it('takes what bullets count from the line above them', () => {
    const found = read(
      `${PLAN}- Tỷ lệ huy động học sinh ra lớp:\n+ Mẫu giáo: 98%;\n+ Tiểu học: 99,8%.\n- Tỷ lệ hộ nghèo: 2%.`,
    ).targets;
    expect(found.map(({ indicator, scope }) => [indicator, scope])).toEqual([
      ['hoc_sinh_den_truong', 'Mẫu giáo'],
      ['hoc_sinh_den_truong', 'Tiểu học'],
      ['ty_le_ho_ngheo', null],
    ]);
  });

  it('counts a target stated twice as one with two mentions', () => {
    const found = read(
      `${PROSE}Phấn đấu thu ngân sách đạt 80 tỷ đồng.\n\nThi đua tăng thu, phấn đấu thu ngân sách trên địa bàn đạt 80 tỷ đồng.`,
    );
    expect(found.targets).toHaveLength(1);
    expect(found.targets[0]?.mentions).toHaveLength(2);
  });

  it.each([
    ['Không để xảy ra cháy lớn; giảm 5% số vụ so với năm 2025.', 'Mức giảm số vụ cháy'],
    ['Không để xảy ra cháy lớn, giảm 5% số vụ.', 'Mức giảm số vụ cháy'],
    ['Giảm 5% số vụ cháy so với năm 2025.', 'Mức giảm số vụ cháy'],
    ['Giảm 5% số vụ so với năm 2025.', 'Mức giảm số vụ'],
  ])('names cases that the catalogue does not have: %s', (sentence, name) => {
    expect(read(`${PLAN}- ${sentence}`).targets.map((target) => [target.indicator, target.name])).toEqual([
      [null, name],
    ]);
  });

  it.each([
    ['Trồng mới 15 ha rừng sản xuất, hoàn thành trước ngày 30/9/2026.', '2026-09-30', 'before'],
    ['Xóa 24 nhà tạm, nhà dột nát, hoàn thành trong quý III năm 2026.', '2026-09-30', 'within'],
    ['Xóa 24 nhà tạm, nhà dột nát, hoàn thành trong quý II.', '2026-06-30', 'within'],
    ['Xóa 24 nhà tạm, nhà dột nát; hoàn thành chậm nhất ngày 15/11/2026.', '2026-11-15', 'by'],
    ['Cứng hóa 3,5 km đường giao thông nông thôn trước ngày 30/6/2026.', '2026-06-30', 'before'],
    ['Trước ngày 30/6/2026, cứng hóa 3,5 km đường giao thông nông thôn.', '2026-06-30', 'before'],
    ['Xóa 24 nhà tạm, báo cáo kết quả trước ngày 10/10/2026.', null, null],
    ['Xóa 24 nhà tạm; gửi hồ sơ trước ngày 10/10/2026.', null, null],
    ['Xóa 24 nhà tạm. Rà soát các hộ trước ngày 10/10/2026.', null, null],
    ['Cấp giấy cho 95% hộ sử dụng đất trước ngày 01/7/2014.', null, null],
    ['Giảm 10% số vụ tai nạn giao thông so với năm 2025.', null, null],
  ])('reads the day of a target: %s', (sentence, dueOn, dueRelation) => {
    expect(read(`${PLAN}- ${sentence}`).targets).toMatchObject([{ dueOn, dueRelation }]);
  });

  it('gives each figure of a sentence its own day', () => {
    const found = read(`${PLAN}- Xây mới 3 phòng học trước ngày 30/6/2026, xóa 24 nhà tạm trước ngày 15/11/2026.`);
    expect(found.targets.map(({ value, dueOn }) => [value, dueOn])).toEqual([
      ['3', '2026-06-30'],
      ['24', '2026-11-15'],
    ]);
  });

  it('is less sure where a second reading is possible', () => {
    const sure = one('Sản lượng lương thực đạt 3.098 tấn.')?.confidence ?? 0;
    expect(one('Sản lượng lương thực đạt 3,098 tấn.')?.confidence).toBeLessThan(sure);
    expect(one('Giảm tỷ lệ hộ nghèo dưới 2%.')?.confidence).toBeLessThan(
      one('Giảm tỷ lệ hộ nghèo còn 2%.')?.confidence ?? 0,
    );
    expect(one('Tỷ lệ hộ có vườn mẫu 12%.')?.confidence).toBeLessThan(one('Tỷ lệ hộ nghèo 12%.')?.confidence ?? 0);
  });
});

describe('target or result', () => {
  it('takes last year in the preamble of a plan for results and the goals for targets', () => {
    const found = read(
      `${PROSE}Năm 2025, thu ngân sách đạt 71 tỷ đồng, tỷ lệ hộ nghèo giảm còn 2,4%. Trong năm đã giải quyết việc làm cho 310 lao động. Năm 2026, phấn đấu thu ngân sách đạt 80 tỷ đồng, tỷ lệ hộ nghèo giảm còn 1,9%.`,
    );
    expect(found.results.map(({ indicator, value, asOf }) => [indicator, value, asOf])).toEqual([
      ['thu_nsnn', '71', '2025-12-31'],
      ['ty_le_ho_ngheo', '2.4', '2025-12-31'],
      ['giai_quyet_viec_lam', '310', '2025-12-31'],
    ]);
    expect(found.targets.map(({ value }) => value)).toEqual(['80', '1.9']);
  });

  it('takes the second half of a report for targets', () => {
    const found = read(
      `${REPORT}Thu ngân sách ước đạt 40 tỷ đồng.\n\nII. MỤC TIÊU 6 THÁNG CUỐI NĂM\n\nPhấn đấu thu ngân sách cả năm đạt 80 tỷ đồng.`,
    );
    expect(found.results.map(({ value, asOf, estimated }) => [value, asOf, estimated])).toEqual([
      ['40', '2026-06-30', true],
    ]);
    expect(found.targets.map(({ value }) => value)).toEqual(['80']);
  });

  it('knows the day a result speaks of', () => {
    const asOf = (sentence: string) => read(REPORT + sentence).results[0]?.asOf;
    expect(asOf('Đến ngày 15/5/2026, giải ngân vốn đầu tư công đạt 42%.')).toBe('2026-05-15');
    expect(asOf('Quý I/2026, thu ngân sách đạt 12 tỷ đồng.')).toBe('2026-03-31');
    expect(asOf('Thu ngân sách đạt 12 tỷ đồng.')).toBe('2026-06-30');
  });

  it('finds nothing in a decision of awards', () => {
    const found = read(
      'QUYẾT ĐỊNH\n\nVề việc tặng Giấy khen cho các tập thể, cá nhân\n\nĐiều 1. Tặng Giấy khen cho 02 tập thể hoàn thành 100% chỉ tiêu.',
    );
    expect([...found.targets, ...found.results]).toEqual([]);
  });

  it('does not read the recipients', () => {
    expect(read(`${PLAN}- Tỷ lệ hộ nghèo 2%.\n\nNơi nhận:\n\n- 100% cơ quan, đơn vị;`).targets).toHaveLength(1);
  });
});

describe('bounds', () => {
  const line = (text: string): FileContent => {
    const style = { bold: false, italic: false, align: null, heading: null };
    const paragraph = { text, label: null, style, page: null, part: 'body', printedLine: false } as const;
    return {
      format: 'docx',
      encoding: 'utf-8',
      pages: null,
      ocr: false,
      blocks: [{ kind: 'paragraph', ...paragraph }],
    };
  };
  const readLine = (text: string): Target[] => {
    const doc = joinContent(line(text));
    return findTargets(doc, findOutline(doc)).targets;
  };

  it('reads a paragraph of ten thousand figures', () => {
    const found = readLine('phấn đấu tỷ lệ hộ nghèo 1,5%, '.repeat(10_000));
    expect(found).toHaveLength(1);
    expect(found[0]?.mentions).toHaveLength(10_000);
  });

  it.each([
    'và ',
    '(phấn đấu, ',
    '1/',
    'tỷ lệ ',
    '1% ',
    'trong đó: ',
    'đạt đạt ',
    '; ',
    '1 trên ',
    'tỷ ',
    '(1%',
    '“1% ',
  ])('gets through %j thirty thousand times', (part) => {
    expect(readLine(part.repeat(30_000)).length).toBeLessThanOrEqual(30_000);
  });
});
