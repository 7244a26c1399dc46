import type { DomainCode } from '../rules/indicators.ts';

/** Names of the domains as screens show them, in the order in which documents treat them. */
export const DOMAINS: Readonly<Record<DomainCode, string>> = {
  kinh_te: 'Kinh tế',
  cong_nghiep_xay_dung: 'Công nghiệp - xây dựng',
  du_lich_dich_vu: 'Thương mại, dịch vụ, du lịch',
  xay_dung_ha_tang: 'Hạ tầng, đô thị',
  ngan_sach: 'Tài chính - ngân sách',
  nong_nghiep: 'Nông, lâm nghiệp, thủy sản',
  moi_truong: 'Môi trường',
  nong_thon_moi: 'Nông thôn mới',
  an_sinh_xa_hoi: 'An sinh xã hội',
  quan_ly_dat_dai: 'Quản lý đất đai',
  giam_ngheo: 'Giảm nghèo',
  lao_dong_viec_lam: 'Lao động, việc làm',
  giao_duc: 'Giáo dục và đào tạo',
  y_te: 'Y tế, dân số',
  van_hoa: 'Văn hóa, thể thao',
  tuyen_truyen: 'Thông tin, tuyên truyền',
  cchc_chuyen_doi_so: 'Cải cách hành chính, chuyển đổi số',
  quoc_phong_an_ninh: 'Quốc phòng, an ninh',
  xay_dung_dang: 'Xây dựng Đảng, chính quyền',
  mttq_doan_the: 'Mặt trận Tổ quốc, đoàn thể',
  thi_dua_khen_thuong: 'Thi đua, khen thưởng',
};
