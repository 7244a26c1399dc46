import { describe, expect, it } from 'vitest';
import { DOMAINS } from '../law/domains.ts';
import { INDICATORS } from '../law/indicator-catalogue.ts';
import { findIndicator, matchIndicator, searchIndicators } from './indicator-match.ts';
import { conceptsOf } from './indicator-words.ts';
import { DOMAIN_CODES } from './indicators.ts';
import type { Measure } from './targets.ts';

describe('the catalogue', () => {
  it('has 130 entries and three to weigh by, with codes of their own, each in a known domain', () => {
    expect(INDICATORS.filter(({ supporting }) => !supporting)).toHaveLength(130);
    expect(new Set(INDICATORS.map((indicator) => indicator.code)).size).toBe(133);
    expect(Object.keys(DOMAINS)).toEqual([...DOMAIN_CODES]);
    for (const indicator of INDICATORS) expect(DOMAINS[indicator.domain]).toBeTruthy();
  });

  it('weighs every mean by an indicator that is a sum', () => {
    for (const { code, rollUp, weighedBy } of INDICATORS) {
      expect([code, weighedBy !== undefined]).toEqual([code, rollUp === 'weighted-mean']);
      if (weighedBy !== undefined) expect(findIndicator(weighedBy)?.rollUp).toBe('sum');
    }
  });

  it('never lets one wording stand for two indicators of the same kind', () => {
    const holders = new Map<string, string[]>();
    for (const { name, aliases, code, nature, units } of INDICATORS.filter(({ supporting }) => !supporting))
      for (const wording of [name, ...aliases]) {
        const key = `${conceptsOf(wording).sort().join(' ')} ${nature === 'rate'} ${units[0]}`;
        const codes = holders.get(key) ?? [];
        if (!codes.includes(code)) holders.set(key, [...codes, code]);
      }
    expect([...holders.values()].filter((codes) => codes.length > 1)).toEqual([]);
  });
});

const MATCHES: [phrase: string, measure: Measure, unit: string, code: string][] = [
  ['Tốc độ tăng trưởng GRDP', 'growth', '%', 'tang_truong_grdp'],
  ['tốc độ tăng trưởng tổng sản phẩm trên địa bàn', 'growth', '%', 'tang_truong_grdp'],
  ['Tổng sản phẩm trên địa bàn (GRDP)', 'growth', '%', 'tang_truong_grdp'],
  ['Tốc độ tăng trưởng kinh tế', 'growth', '%', 'tang_gia_tri_san_pham'],
  ['tốc độ tăng tổng giá trị sản xuất trên địa bàn xã', 'growth', '%', 'tang_gia_tri_san_pham'],
  ['nhóm công nghiệp, xây dựng', 'growth', '%', 'tang_cong_nghiep_xay_dung'],
  ['nhóm thương mại, dịch vụ', 'growth', '%', 'tang_thuong_mai_dich_vu'],
  ['nhóm nông, lâm, thủy sản', 'growth', '%', 'tang_nong_lam_thuy_san'],
  ['Khu vực nông, lâm nghiệp và thủy sản', 'growth', '%', 'tang_nong_lam_thuy_san'],
  ['khu vực dịch vụ', 'growth', '%', 'tang_thuong_mai_dich_vu'],
  ['công nghiệp và xây dựng', 'growth', '%', 'tang_cong_nghiep_xay_dung'],
  ['thu ngân sách', 'growth', '%', 'tang_thu_ngan_sach'],
  ['Thu ngân sách nhà nước trên địa bàn', 'growth', '%', 'tang_thu_ngan_sach'],
  ['tỷ lệ giải ngân vốn đầu tư công', 'share', '%', 'giai_ngan_dau_tu_cong'],
  ['giải ngân vốn đầu tư công', 'share', '%', 'giai_ngan_dau_tu_cong'],
  ['kế hoạch vốn đầu tư công được giải ngân', 'share', '%', 'giai_ngan_dau_tu_cong'],
  ['tỷ lệ hộ nghèo', 'share', '%', 'ty_le_ho_ngheo'],
  ['tỷ lệ hộ nghèo đa chiều toàn phường', 'share', '%', 'ty_le_ho_ngheo'],
  ['giải quyết việc làm cho', 'amount', 'lao động', 'giai_quyet_viec_lam'],
  ['tạo việc làm mới cho người lao động', 'amount', 'lao động', 'giai_quyet_viec_lam'],
  ['Số lao động được tạo việc làm', 'amount', 'người', 'giai_quyet_viec_lam'],
  ['Tỷ lệ trẻ em suy dinh dưỡng', 'share', '%', 'tre_suy_dinh_duong'],
  ['tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi', 'share', '%', 'tre_suy_dinh_duong'],
  ['Tỷ lệ người dân tham gia BHYT', 'share', '%', 'bao_phu_bhyt'],
  ['tỷ lệ bao phủ bảo hiểm y tế', 'share', '%', 'bao_phu_bhyt'],
  ['dân số tham gia bảo hiểm y tế', 'share', '%', 'bao_phu_bhyt'],
  ['Tỷ lệ dân số có thẻ BHYT', 'share', '%', 'bao_phu_bhyt'],
  ['tỉ lệ người dân được quản lý sức khỏe điện tử', 'share', '%', 'so_suc_khoe_dien_tu'],
  ['người dân có hồ sơ sức khoẻ điện tử', 'share', '%', 'so_suc_khoe_dien_tu'],
  ['Thu hút khách du lịch lượt khách', 'amount', 'lượt khách', 'luot_khach_du_lich'],
  ['đón lượt khách', 'amount', 'lượt khách', 'luot_khach_du_lich'],
  ['trường học giữ vững danh hiệu Trường đạt chuẩn Quốc gia', 'fraction', 'trường', 'truong_chuan_quoc_gia'],
  ['tỷ lệ trường chuẩn quốc gia', 'share', '%', 'truong_chuan_quoc_gia'],
  ['tỷ lệ gia đình văn hóa', 'share', '%', 'gia_dinh_van_hoa'],
  ['hộ gia đình đạt chuẩn văn hóa', 'share', '%', 'gia_dinh_van_hoa'],
  ['hộ gia đình đạt danh hiệu "Gia đình văn hóa"', 'share', '%', 'gia_dinh_van_hoa'],
  ['tổ dân phố giữ vững danh hiệu văn hóa', 'share', '%', 'to_dan_pho_van_hoa'],
  ['khu phố đạt danh hiệu khu phố văn hóa', 'share', '%', 'to_dan_pho_van_hoa'],
  ['bản đạt tiêu chuẩn văn hóa', 'share', '%', 'thon_ban_van_hoa'],
  ['thôn, bản đạt danh hiệu văn hóa', 'share', '%', 'thon_ban_van_hoa'],
  ['ấp đạt chuẩn văn hoá', 'share', '%', 'thon_ban_van_hoa'],
  ['tỷ lệ giải quyết thủ tục hành chính đúng hạn', 'share', '%', 'tthc_dung_han'],
  ['thủ tục hành chính được giải quyết đúng hạn, sớm hạn', 'share', '%', 'tthc_dung_han'],
  ['Tỷ lệ hồ sơ TTHC giải quyết đúng và trước hạn', 'share', '%', 'tthc_dung_han'],
  ['tỷ lệ hồ sơ trực tuyến', 'share', '%', 'ho_so_truc_tuyen'],
  ['tỷ lệ hồ sơ nộp trực tuyến toàn trình', 'share', '%', 'ho_so_truc_tuyen'],
  ['tỷ lệ cung cấp dịch vụ công trực tuyến', 'share', '%', 'ho_so_truc_tuyen'],
  ['chỉ tiêu giao quân', 'share', '%', 'giao_quan'],
  ['hoàn thành chỉ tiêu tuyển chọn, gọi công dân nhập ngũ', 'share', '%', 'giao_quan'],
  ['GRDP bình quân đầu người', 'per-capita', 'triệu đồng/người/năm', 'grdp_bqdn'],
  ['thu nhập bình quân đầu người', 'per-capita', 'triệu đồng/người/năm', 'thu_nhap_bqdn'],
  ['thu nhập bình quân', 'per-capita', 'triệu đồng/người/năm', 'thu_nhap_bqdn'],
  ['thu ngân sách trên địa bàn', 'amount', 'tỷ đồng', 'thu_nsnn'],
  ['thu ngân sách', 'amount', 'triệu đồng', 'thu_nsnn'],
  ['Tổng thu NSNN trên địa bàn', 'amount', 'triệu đồng', 'thu_nsnn'],
  ['thu cân đối ngân sách địa phương', 'amount', 'triệu đồng', 'thu_ngan_sach_xa'],
  ['thu ngân sách xã được hưởng', 'amount', 'triệu đồng', 'thu_ngan_sach_xa'],
  ['tốc độ tăng kim ngạch hàng địa phương tham gia xuất khẩu', 'growth', '%', 'tang_kim_ngach_xuat_khau'],
  ['doanh thu từ du lịch', 'amount', 'tỷ đồng', 'doanh_thu_du_lich'],
  ['doanh thu từ các hoạt động dịch vụ, du lịch', 'amount', 'tỷ đồng', 'doanh_thu_du_lich'],
  ['tổng doanh thu du lịch', 'amount', 'tỷ đồng', 'doanh_thu_du_lich'],
  ['tổng lượt khách du lịch', 'growth', '%', 'tang_luot_khach_du_lich'],
  ['mức giảm tỷ lệ hộ nghèo', 'reduction', 'điểm %', 'muc_giam_ho_ngheo'],
  ['giảm tỷ lệ hộ nghèo', 'reduction', 'điểm %', 'muc_giam_ho_ngheo'],
  ['tỷ lệ hộ nghèo', 'reduction', 'điểm %', 'muc_giam_ho_ngheo'],
  ['tỷ lệ hộ nghèo giảm bình quân', 'reduction', 'điểm %', 'muc_giam_ho_ngheo'],
  ['hộ nghèo', 'reduction', 'hộ', 'so_ho_thoat_ngheo'],
  ['tỷ lệ hộ cận nghèo', 'share', '%', 'ty_le_ho_can_ngheo'],
  ['giảm tỷ lệ hộ cận nghèo', 'reduction', 'điểm %', 'ty_le_ho_can_ngheo'],
  [
    'cán bộ, công chức, người hoạt động không chuyên trách được học tập, quán triệt nội dung nghị quyết',
    'share',
    '%',
    'quan_triet_nghi_quyet',
  ],
  ['diện tích gieo trồng cây lương thực', 'amount', 'ha', 'dien_tich_gieo_trong'],
  ['duy trì ổn định diện tích gieo trồng cây lương thực', 'amount', 'ha', 'dien_tich_gieo_trong'],
  ['tổng sản lượng lương thực có hạt', 'amount', 'tấn', 'san_luong_luong_thuc'],
  ['tỷ lệ che phủ rừng', 'share', '%', 'che_phu_rung'],
  ['tổ chức đào tạo nghề sơ cấp, đào tạo dưới 3 tháng cho', 'amount', 'lao động', 'dao_tao_nghe_ngan_han'],
  ['tỷ lệ lao động qua đào tạo', 'share', '%', 'lao_dong_qua_dao_tao'],
  ['tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ', 'share', '%', 'lao_dong_co_bang_cap'],
  ['tỷ lệ học sinh trong độ tuổi đến trường', 'share', '%', 'hoc_sinh_den_truong'],
  [
    'bản có nhà văn hóa, nhà sinh hoạt cộng đồng được quản lý, khai thác, sử dụng hiệu quả',
    'share',
    '%',
    'nha_van_hoa',
  ],
  ['chi bộ hoàn thành tốt nhiệm vụ trở lên', 'share', '%', 'to_chuc_dang_htt'],
  ['tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ', 'share', '%', 'to_chuc_dang_htt'],
  ['đảng viên hoàn thành tốt nhiệm vụ trở lên', 'share', '%', 'dang_vien_htt'],
  ['chi bộ hoàn thành xuất sắc nhiệm vụ', 'share', '%', 'to_chuc_dang_htxs'],
  ['kết nạp đảng viên mới tổng số đảng viên', 'share', '%', 'ket_nap_dang_vien'],
  ['kết nạp mới đảng viên', 'amount', 'đảng viên', 'ket_nap_dang_vien'],
  ['xuất khẩu lao động', 'amount', 'lao động', 'lao_dong_nuoc_ngoai'],
  ['số lao động đi làm việc có thời hạn ở nước ngoài', 'amount', 'lao động', 'lao_dong_nuoc_ngoai'],
  ['tỷ lệ dân số được cung cấp nước sạch qua hệ thống cấp nước tập trung', 'share', '%', 'nuoc_sach_tap_trung'],
  ['tỷ lệ người dân được sử dụng nước sạch qua hệ thống cấp nước tập trung', 'share', '%', 'nuoc_sach_tap_trung'],
  ['hộ dân được sử dụng nước hợp vệ sinh', 'share', '%', 'nuoc_hop_ve_sinh'],
  ['tỷ lệ hộ sử dụng nước sạch', 'share', '%', 'nuoc_sach_quy_chuan'],
  ['tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý', 'share', '%', 'thu_gom_ctr_sinh_hoat'],
  ['thu gom, xử lý rác thải sinh hoạt', 'share', '%', 'thu_gom_ctr_sinh_hoat'],
  ['tổng giá trị sản phẩm trên địa bàn', 'amount', 'tỷ đồng', 'tong_gia_tri_san_pham'],
  ['tổng giá trị sản xuất', 'amount', 'tỷ đồng', 'tong_gia_tri_san_pham'],
  ['giá trị sản xuất công nghiệp', 'amount', 'tỷ đồng', 'gia_tri_sx_cong_nghiep'],
  ['năng suất lúa bình quân', 'amount', 'tạ/ha', 'nang_suat_lua'],
  ['Giá trị sản phẩm trên 1 ha đất trồng trọt', 'amount', 'triệu đồng/ha', 'gia_tri_tren_ha'],
  ['tổng đàn gia súc', 'amount', 'con', 'tong_dan_gia_suc'],
  ['gia cầm', 'amount', 'con', 'tong_dan_gia_cam'],
  ['tổng đàn gia súc', 'growth', '%', 'toc_do_tang_dan'],
  ['sản phẩm OCOP', 'amount', 'sản phẩm', 'san_pham_ocop'],
  ['công nhận mới sản phẩm OCOP đạt 3 sao trở lên', 'amount', 'sản phẩm', 'san_pham_ocop'],
  ['trồng mới rừng', 'amount', 'ha', 'trong_rung_moi'],
  ['bản đạt chuẩn nông thôn mới', 'share', '%', 'thon_ban_ntm'],
  ['thôn đạt chuẩn NTM kiểu mẫu', 'amount', 'thôn', 'thon_ban_ntm'],
  ['tiêu chí NTM đạt', 'fraction', 'tiêu chí', 'tieu_chi_ntm'],
  ['đường giao thông nông thôn được cứng hóa', 'share', '%', 'duong_gtnt_cung_hoa'],
  ['bê tông hoá đường giao thông nông thôn', 'amount', 'km', 'duong_gtnt_cung_hoa'],
  ['xóa nhà tạm, nhà dột nát', 'amount', 'nhà', 'xoa_nha_tam'],
  ['xóa nhà tạm', 'amount', 'căn', 'xoa_nha_tam'],
  ['hộ được sử dụng điện', 'share', '%', 'dien_luoi'],
  ['mỗi xã, thị trấn lựa chọn công trình', 'amount', 'công trình', 'cong_trinh_chao_mung'],
  ['mức độ hài lòng của người dân và doanh nghiệp', 'share', '%', 'hai_long'],
  ['số hoá hồ sơ, kết quả giải quyết TTHC', 'share', '%', 'so_hoa_ho_so'],
  ['thanh toán trực tuyến phí, lệ phí', 'share', '%', 'thanh_toan_truc_tuyen'],
  ['hòa giải thành', 'share', '%', 'hoa_giai'],
  ['khu dân cư đạt tiêu chuẩn an toàn về an ninh, trật tự', 'share', '%', 'an_toan_antt'],
  ['tỷ lệ điều tra, khám phá tội phạm', 'share', '%', 'kham_pha_an'],
  ['số vụ phạm pháp hình sự', 'reduction', '%', 'pham_phap_hinh_su'],
  ['tai nạn giao thông', 'reduction', '%', 'tai_nan_giao_thong'],
  ['đơn thư khiếu nại, tố cáo thuộc thẩm quyền được giải quyết', 'share', '%', 'khieu_nai_to_cao'],
  ['mô hình dân vận khéo', 'amount', 'mô hình', 'mo_hinh_dan_van_kheo'],
  ['chỉ tiêu đạt và vượt', 'fraction', 'chỉ tiêu', 'hoan_thanh_chi_tieu'],
  ['tập thể, cá nhân đăng ký giao ước thi đua', 'share', '%', 'dang_ky_thi_dua'],
  ['cơ quan, đơn vị đăng ký thi đua', 'share', '%', 'dang_ky_thi_dua'],
  ['thành lập mới hợp tác xã', 'amount', 'hợp tác xã', 'hop_tac_xa'],
  ['thành lập mới doanh nghiệp', 'amount', 'doanh nghiệp', 'doanh_nghiep_thanh_lap_moi'],
  ['tỷ lệ huy động trẻ 5 tuổi ra lớp', 'share', '%', 'hoc_sinh_den_truong'],
  ['tỷ lệ học sinh tốt nghiệp THCS', 'share', '%', 'tot_nghiep_thcs'],
  ['trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin', 'share', '%', 'tiem_chung'],
  ['tỷ lệ tăng dân số tự nhiên', 'share', '%', 'tang_dan_so_tu_nhien'],
  ['tốc độ tăng dân số', 'growth', '%', 'tang_dan_so_tu_nhien'],
  ['tỷ trọng nông nghiệp trong cơ cấu kinh tế', 'share', '%', 'co_cau_nong_nghiep'],
  ['tỷ trọng công nghiệp - xây dựng', 'share', '%', 'co_cau_cong_nghiep'],
  ['tỷ trọng thương mại - dịch vụ', 'share', '%', 'co_cau_dich_vu'],
  ['người tham gia BHXH tự nguyện', 'amount', 'người', 'bhxh_tu_nguyen'],
  ['tỷ lệ lực lượng lao động tham gia bảo hiểm xã hội', 'share', '%', 'bhxh_tu_nguyen'],
  ['lực lượng dân quân tự vệ so với dân số', 'share', '%', 'dan_quan'],
  ['dân số trưởng thành có tài khoản định danh điện tử mức 2', 'share', '%', 'dinh_danh_dien_tu'],
  ['người dân từ 15 tuổi trở lên có tài khoản thanh toán', 'share', '%', 'tai_khoan_thanh_toan'],
  ['hộ gia đình có Internet cáp quang', 'share', '%', 'internet_bang_rong'],
  ['thu ngân sách dự toán', 'share', '%', 'hoan_thanh_du_toan_thu'],
  ['tổng mức bán lẻ hàng hóa', 'amount', 'tỷ đồng', 'tong_muc_ban_le'],
  ['tổng vốn đầu tư toàn xã hội', 'amount', 'tỷ đồng', 'von_dau_tu_xa_hoi'],
  ['Phần đầu ty lệ bao phủ bao hiêm y tế', 'share', '%', 'bao_phu_bhyt'],
  ['tỷ lệ đoàn viên, hội viên được tập hợp', 'share', '%', 'tap_hop_hoi_vien'],
  ['cấp giấy chứng nhận QSDĐ lần đầu', 'share', '%', 'cap_gcn_dat'],
];

/** Things measured that the catalogue does not know: they are offered as new, never bent to fit. */
const UNKNOWN: [phrase: string, measure: Measure, unit: string][] = [
  ['hộ chăn nuôi ký cam kết không thả rông gia súc', 'share', '%'],
  ['cán bộ, công chức chấp hành nghiêm giờ giấc làm việc', 'share', '%'],
  ['giáo viên đạt chuẩn trình độ đào tạo', 'share', '%'],
  ['học sinh được học bơi an toàn', 'share', '%'],
  ['người có công được chăm lo, tặng quà', 'share', '%'],
  ['diện tích trồng mắc ca', 'amount', 'ha'],
  ['tin, bài tuyên truyền về phong trào thi đua', 'amount', 'tin, bài'],
  ['tổ chức lớp tập huấn khuyến nông', 'amount', 'lớp'],
  ['cơ quan, đơn vị xây dựng kế hoạch thi đua', 'share', '%'],
  ['văn bản được xử lý trên môi trường điện tử', 'share', '%'],
  ['đường điện chiếu sáng công cộng', 'amount', 'km'],
  ['trẻ em có hoàn cảnh đặc biệt được chăm sóc', 'share', '%'],
  ['tuyến đường được trồng cây xanh', 'share', '%'],
  ['hội viên nông dân vay vốn', 'amount', 'hộ'],
  ['giáo viên dạy giỏi cấp tỉnh', 'share', '%'],
  ['đàn ong', 'amount', 'đàn'],
  ['hộ kinh doanh niêm yết giá', 'share', '%'],
  ['vụ cháy nổ', 'reduction', '%'],
  ['số vụ', 'reduction', '%'],
  ['giảm số vụ', 'reduction', '%'],
  ['số vụ', 'amount', 'vụ'],
];

describe('matching a phrase of a document', () => {
  it.each(MATCHES)('%s (%s, %s) is %s', (phrase, measure, unit, code) => {
    expect(matchIndicator(phrase, measure, unit)?.indicator.code).toBe(code);
  });

  it.each(UNKNOWN)('%s (%s, %s) is none of them', (phrase, measure, unit) => {
    expect(matchIndicator(phrase, measure, unit)?.indicator.code).toBeUndefined();
  });

  it('finds every indicator by its own name and wordings', () => {
    const wrong: string[] = [];
    for (const { code, name, aliases, units, nature, supporting } of INDICATORS) {
      if (supporting) continue;
      const unit = units[0] ?? '%';
      const share = unit.startsWith('%');
      const measure =
        unit === 'điểm %' ? 'reduction' : nature === 'rate' && share ? 'growth' : share ? 'share' : 'amount';
      for (const wording of [name, ...aliases])
        if (matchIndicator(wording, measure, unit)?.indicator.code !== code) wrong.push(`${code}: ${wording}`);
    }
    expect(wrong).toEqual([]);
  });

  it('needs no tone marks and takes either spelling of i and y', () => {
    expect(matchIndicator('Ti le bao phu bao hiem y te', 'share', '%')?.indicator.code).toBe('bao_phu_bhyt');
    expect(matchIndicator('Tỉ lệ hộ nghèo', 'share', '%')?.indicator.code).toBe('ty_le_ho_ngheo');
  });

  it('does not take a level of money for a share', () => {
    expect(matchIndicator('thu ngân sách', 'share', '%')?.indicator.code).not.toBe('thu_nsnn');
    expect(matchIndicator('', 'share', '%')).toBeNull();
  });
});

describe('the search of the picker', () => {
  it('finds by the beginnings of words, without diacritics, by abbreviation and by code', () => {
    expect(searchIndicators('ho ngheo').map((one) => one.code)).toContain('ty_le_ho_ngheo');
    expect(searchIndicators('bhyt')[0]?.code).toBe('bao_phu_bhyt');
    expect(searchIndicators('dung han')[0]?.code).toBe('tthc_dung_han');
    expect(searchIndicators('khong co gi giong')).toEqual([]);
    expect(findIndicator('che_phu_rung')?.name).toBe('Tỷ lệ che phủ rừng');
  });

  it('shows the whole catalogue, as much as asked for, before anything is typed', () => {
    expect(searchIndicators('', 200)).toHaveLength(133);
    expect(searchIndicators('ty le', 5)).toHaveLength(5);
  });
});
