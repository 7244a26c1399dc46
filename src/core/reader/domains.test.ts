import { expect, it } from 'vitest';
import { domainOf } from './domains.ts';

const CASES: [text: string, domain: string | null][] = [
  ['Thi đua phát triển kinh tế', 'kinh_te'],
  ['II. Văn hóa, thể thao', 'van_hoa'],
  ['Giữ vững an ninh chính trị, trật tự an toàn xã hội', 'quoc_phong_an_ninh'],
  ['CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ', 'cchc_chuyen_doi_so'],
  ['Số phòng học được xây mới cho trường mầm non', 'giao_duc'],
  ['Tỷ lệ hộ chăn nuôi tiêm phòng cho đàn gia súc', 'nong_nghiep'],
  ['Xây dựng Đảng bộ trong sạch, vững mạnh', 'xay_dung_dang'],
  ['Mặt trận Tổ quốc và các đoàn thể', 'mttq_doan_the'],
  ['Quan hệ láng giềng, hữu nghị', null],
  ['', null],
];

it.each(CASES)('%s → %s', (text, domain) => {
  expect(domainOf(text)).toBe(domain);
});

it('needs no tone marks', () => {
  expect(domainOf('giao duc va dao tao')).toBe('giao_duc');
});
