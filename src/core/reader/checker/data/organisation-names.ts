/** Names of organisations that are often written wrongly, and abbreviations that vary. */

import type { Severity } from '../../reading.ts';

/** `from`: the year since which the older name is wrong, or null for always. */
export type OrganisationSlip = { wrong: string; right: string; severity: Severity; from: string | null };

const slip = (
  wrong: string,
  right: string,
  severity: Severity = 'warning',
  from: string | null = null,
): OrganisationSlip => ({
  wrong,
  right,
  severity,
  from,
});

export const ORGANISATION_SLIPS: readonly OrganisationSlip[] = [
  slip('Sở Giáo dục - Đào tạo', 'Sở Giáo dục và Đào tạo'),
  slip('Sở Giáo dục, Đào tạo', 'Sở Giáo dục và Đào tạo'),
  slip('Sở Khoa học - Công nghệ', 'Sở Khoa học và Công nghệ'),
  slip('Sở Khoa học, Công nghệ', 'Sở Khoa học và Công nghệ'),
  slip('Sở Nông nghiệp - Môi trường', 'Sở Nông nghiệp và Môi trường'),
  slip('Sở Văn hóa - Thể thao và Du lịch', 'Sở Văn hóa, Thể thao và Du lịch'),
  slip('Sở Văn hóa, Thể thao, Du lịch', 'Sở Văn hóa, Thể thao và Du lịch'),
  slip('Bộ Giáo dục - Đào tạo', 'Bộ Giáo dục và Đào tạo'),
  slip('Đoàn Thanh niên Hồ Chí Minh', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh'),
  slip('Đoàn Thanh niên cộng sản', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'info'),
  slip('Hội Phụ nữ', 'Hội Liên hiệp Phụ nữ', 'info'),
  slip('Hội Liên hiệp phụ nữ Việt nam', 'Hội Liên hiệp Phụ nữ Việt Nam'),
  slip('Hội đồng Thi đua khen thưởng', 'Hội đồng Thi đua - Khen thưởng', 'info'),
  slip('Hội đồng Thi đua, Khen thưởng', 'Hội đồng Thi đua - Khen thưởng', 'info'),
  slip('Ban Thi đua khen thưởng', 'Ban Thi đua - Khen thưởng', 'info'),
  slip('Sở Lao động - Thương binh và Xã hội', 'Sở Nội vụ', 'info', '2026'),
  slip('Sở Kế hoạch và Đầu tư', 'Sở Tài chính', 'info', '2026'),
  slip('Sở Giao thông vận tải', 'Sở Xây dựng', 'info', '2026'),
  slip('Sở Thông tin và Truyền thông', 'Sở Khoa học và Công nghệ', 'info', '2026'),
  slip('Sở Tài nguyên và Môi trường', 'Sở Nông nghiệp và Môi trường', 'info', '2026'),
  slip('Sở Nông nghiệp và Phát triển nông thôn', 'Sở Nông nghiệp và Môi trường', 'info', '2026'),
];

export const ABBREVIATIONS: readonly { usual: string; others: readonly string[] }[] = [
  { usual: 'Hội đồng TĐKT', others: ['HĐTĐKT', 'HĐ TĐKT', 'HĐTĐ-KT', 'Hội đồng TĐ-KT', 'Hội đồng TĐ, KT'] },
  { usual: 'Ban TĐKT', others: ['Ban TĐ-KT'] },
  { usual: 'MTTQ', others: ['UBMTTQ', 'UB MTTQ', 'UBMT'] },
];
