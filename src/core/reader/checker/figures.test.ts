import { describe, expect, it } from 'vitest';
import { sayingOf } from '../../../../test/support/checked.ts';
import type { PlanParts } from '../../../../test/support/sample-plan.ts';
import type { Severity } from '../reading.ts';

type Parts = string | Partial<PlanParts>;
type Case = [parts: Parts, severity: Severity, quote: string | null];

const SL_01: { fires: Case[]; silent: Parts[] } = {
  fires: [
    ['Phấn đấu tỷ lệ trường đạt chuẩn trên 87,5% (đạt 7/8 trường).', 'error', 'trên 87,5% (đạt 7/8 trường)'],
    ['Có 17/18 trường đạt chuẩn (94,1%).', 'error', '17/18 trường đạt chuẩn (94,1%)'],
    ['Có 66/110 thôn đạt chuẩn, đạt tỷ lệ 65%.', 'error', '66/110 thôn đạt chuẩn, đạt tỷ lệ 65%'],
    ['Giữ vững 12/11 trường đạt chuẩn quốc gia.', 'error', '12/11 trường'],
    ['Tỷ lệ hộ gia đình văn hóa đạt 105%.', 'error', 'hóa đạt 105%'],
    ['Công nghiệp tăng 14,5% - 14%.', 'error', '14,5% - 14%'],
    ['Giảm tỷ lệ hộ nghèo từ 3,2% xuống còn 4,1%.', 'error', 'Giảm tỷ lệ hộ nghèo từ 3,2% xuống còn 4,1'],
    ['Nâng tỷ lệ hộ dùng nước sạch từ 92% lên 89%.', 'error', 'Nâng tỷ lệ hộ dùng nước sạch từ 92% lên 89'],
    ['Vận động 40 lao động đi làm việc, trong đó 55 lao động là nữ.', 'error', 'trong đó 55 lao'],
    ['Chọn 05 (bốn) hộ làm điểm.', 'error', '05 (bốn)'],
    [
      'Cơ cấu kinh tế: nông nghiệp 30%, công nghiệp 32%, dịch vụ 41%.',
      'error',
      'nông nghiệp 30%, công nghiệp 32%, dịch vụ 41%',
    ],
    [
      'Tốc độ tăng trưởng đạt 9%, trong đó: nông nghiệp tăng 10%; công nghiệp tăng 14%; dịch vụ tăng 12%.',
      'error',
      'trưởng đạt 9%, trong đó: nông nghiệp tăng 10%; công nghiệp tăng 14%; dịch vụ tăng 12%',
    ],
    ['Sản lượng lúa 3,098 tấn; sản lượng ngô 2.898 tấn.', 'error', '3,098 tấn'],
    ['Toàn xã có 1,250 hộ.', 'error', '1,250 hộ'],
    ['Tỷ lệ che phủ rừng đạt 62.07%.', 'warning', '62.07%'],
    ['Tỷ lệ che phủ rừng đạt 58,39 ha.', 'error', 'rừng đạt 58,39 ha'],
    ['Thu nhập bình quân đầu người đạt 46 tỷ đồng.', 'error', '46 tỷ đồng'],
    ['Tổng giá trị sản xuất trên địa bàn đạt 272 triệu đồng.', 'warning', '272 triệu đồng'],
    [
      'Phấn đấu tỷ lệ hộ dân dùng nước sạch đạt 91%. Đến hết năm, tỷ lệ hộ dân dùng nước sạch đạt 93%.',
      'error',
      'năm, tỷ lệ hộ dân dùng nước sạch đạt 93%',
    ],
  ],
  silent: [
    'Diện tích rừng đạt 12 ha; tỷ lệ bác sĩ trên 10.000 dân đạt 12 bác sĩ; tỷ lệ 1/500.',
    'Phấn đấu 7/8 trường đạt chuẩn (87,5%); 17/18 thôn (94,4%); 66/112 thôn, đạt tỷ lệ 58,9%.',
    'Diện tích ngô đạt 73/70 ha; cho vay 22/23 triệu đồng; giải ngân 45/35,229 tỷ đồng.',
    'Phấn đấu trên 85% (7/8 trường) giữ chuẩn; khoảng 88% (7/8 trường) có sân chơi.',
    'Thu ngân sách đạt 112% dự toán; giải ngân đạt 105% kế hoạch.',
    'Cơ cấu kinh tế: nông nghiệp 30%, công nghiệp 32%, dịch vụ 38%.',
    'Tốc độ tăng trưởng đạt 12%, trong đó: nông nghiệp tăng 5%; công nghiệp tăng 14%; dịch vụ tăng 13%.',
    'Vận động 70 lao động đi làm việc, trong đó 25 lao động là nữ, 30 lao động là người dân tộc.',
    'Công nghiệp tăng 14% - 14,5%; dịch vụ tăng 12,5-13%; đảng viên mới đạt 3 - 4%.',
    'Chọn 05 (năm) hộ làm điểm; 02 (hai) thôn làm mẫu.',
    'Giảm tỷ lệ hộ nghèo từ 4,1% xuống còn 3,2%; nâng tỷ lệ nước sạch từ 89% lên 92%.',
    'Doanh thu đạt 1.314,3 tỷ đồng; vốn 35,229 tỷ đồng; quãng đường 3,098 km.',
    'Ngày 7/8 họp các thôn; mở lớp từ ngày 12/11; quý II/2026 sơ kết.',
    'Duy trì 100% trẻ ra lớp đối với mầm non, 97% đối với trung học cơ sở.',
    'Thực hiện tiêu chí 1.2 và mục 3.1 của bộ tiêu chí; bố trí 07 lao động, 01 công trình.',
    'Tỷ lệ hộ nghèo năm 2025 là 5,1%; tỷ lệ hộ nghèo năm 2026 là 3,9%.',
  ],
};

const OTHERS: Record<string, { fires: Case[]; silent: Parts[] }> = {
  'SL-02': {
    fires: [
      ['Phấn đấu giảm tỷ lệ hộ nghèo 1,2%; mở thêm lớp nghề.', 'warning', 'giảm tỷ lệ hộ nghèo 1,2%'],
      ['Giảm tỷ lệ hộ cận nghèo 0,8%.', 'warning', 'Giảm tỷ lệ hộ cận nghèo 0,8%'],
      ['Tăng thu ngân sách đạt 8%.', 'warning', 'Tăng thu ngân sách đạt 8%'],
      ['Tổng sản lượng lương thực đạt 9.950,3;\nTrồng rừng mới 12 ha.', 'warning', 'lương thực đạt 9.950,3'],
      ['Thu nhập bình quân đầu người 37,1 triệu đồng.', 'info', 'Thu nhập bình quân đầu người 37,1 triệu đồng'],
    ],
    silent: [
      'Giảm tỷ lệ hộ nghèo còn 1,2%; giảm tỷ lệ suy dinh dưỡng xuống dưới 7%.',
      'Giảm tỷ lệ hộ nghèo 1,2% so với năm 2025; mức giảm tỷ lệ hộ cận nghèo 3,88%.',
      'Giảm tỷ lệ hộ nghèo bình quân 1,5%/năm trở lên; giảm tỷ lệ hộ nghèo 1,2 điểm phần trăm.',
      'Tốc độ tăng kim ngạch xuất khẩu đạt 12%; nâng tỷ lệ lao động qua đào tạo đạt 62,07%.',
      'Thu ngân sách tăng 8% so với dự toán; tăng tỷ lệ nước sạch lên 90%.',
      'Thu nhập bình quân đầu người đạt 46 triệu đồng/người/năm.',
      'Mỗi trường đạt chuẩn mức 2; sản phẩm đạt 3 sao.',
    ],
  },
  'SL-03': {
    fires: [
      ['Công nghiệp tăng 14% - 14,5%; dịch vụ tăng 12,5-13%.', 'info', '12,5-13%'],
      ['Kết nạp 3 - 4% đảng viên mới; giảm 1-2% hộ nghèo.', 'info', '1-2%'],
      ['Dịch vụ tăng 10%-11%; nông nghiệp tăng 4-5%.', 'info', '4-5%'],
    ],
    silent: [
      'Công nghiệp tăng 14% - 14,5%; dịch vụ tăng 12% - 13%.',
      'Kết nạp 3 - 4% đảng viên mới.',
      'Giai đoạn 2021-2025 tăng 3 - 4%.',
      'Từ 3 đến 4%; 5 - 6%.',
      'Tăng 5%, giảm 3%.',
    ],
  },
  'SL-04': {
    fires: [
      [
        'Phấn đấu tỷ lệ che phủ rừng đạt 54%. Giữ rừng đầu nguồn để tỷ lệ che phủ rừng đạt 54%.',
        'info',
        'Phấn đấu tỷ lệ che phủ rừng đạt 54%',
      ],
      [
        'Phấn đấu giải quyết việc làm cho 320 lao động. Mở lớp nghề, giải quyết việc làm cho 320 lao động.',
        'info',
        'Phấn đấu giải quyết việc làm cho 320 lao động',
      ],
      ['Tỷ lệ hộ nghèo giảm còn 4,5%.\nNhờ vậy, tỷ lệ hộ nghèo giảm còn 4,5%.', 'info', 'Tỷ lệ hộ nghèo giảm còn 4,5%'],
    ],
    silent: [
      {},
      'Phấn đấu tỷ lệ che phủ rừng đạt 54%.',
      'Tỷ lệ hộ nghèo giảm còn 4,5%; tỷ lệ hộ cận nghèo giảm còn 4,5%.',
      'Giải quyết việc làm cho 320 lao động; đào tạo nghề cho 120 lao động.',
      '94% hộ đạt chuẩn văn hóa; 100% thôn đạt chuẩn văn hóa.',
    ],
  },
  'SL-05': {
    fires: [
      ['Tỷ lệ thấp còi còn 16,90%; tỷ lệ nước sạch đạt 92,1%; che phủ rừng đạt 58,39%.', 'info', 'còn 16,90%'],
      ['Du lịch tăng 9,0%; dịch vụ tăng 9,7%; thu nhập tăng 8,2%.', 'info', 'tăng 9,0%'],
      ['Nông nghiệp tăng 4,50%; dịch vụ tăng 9,7%; công nghiệp tăng 12,2%.', 'info', 'tăng 4,50%'],
    ],
    silent: [
      'Tỷ lệ nước sạch đạt 92,1%; che phủ rừng đạt 58,39%.',
      'Du lịch tăng 9,0%; dịch vụ tăng 8,0%; công nghiệp tăng 12,0%.',
      'Du lịch tăng 10%; dịch vụ tăng 20%.',
      'Diện tích 45,50 ha; sản lượng 120,0 tấn; tỷ lệ 4,5%.',
      'Phấn đấu đạt 100%; giữ vững 90%.',
    ],
  },
  'SL-06': {
    fires: [
      [
        'Thu ngân sách trên địa bàn đạt 33.515 triệu đồng. Quý IV hoàn thành để thu ngân sách trên địa bàn đạt 35,1 tỷ đồng.',
        'info',
        null,
      ],
      ['Doanh thu du lịch đạt 12 tỷ đồng. Trong đó doanh thu du lịch cộng đồng đạt 900 triệu đồng.', 'info', null],
      [
        'Thu ngân sách nhà nước trên địa bàn đạt 5 tỷ đồng; riêng thu ngân sách nhà nước trên địa bàn quý I đạt 900 triệu đồng.',
        'info',
        null,
      ],
    ],
    silent: [
      {},
      'Thu ngân sách trên địa bàn đạt 33.515 triệu đồng.',
      'Thu ngân sách trên địa bàn đạt 33,5 tỷ đồng; doanh thu du lịch đạt 12 tỷ đồng.',
      'Thu nhập bình quân đầu người đạt 46 triệu đồng/người/năm; doanh thu du lịch đạt 12 tỷ đồng.',
      'Huy động 2 tỷ đồng làm đường.',
    ],
  },
  'SL-07': {
    fires: [
      ['Tốc độ tăng trưởng GRDP đạt 14%.', 'info', 'Tốc độ tăng trưởng GRDP'],
      ['GRDP bình quân đầu người đạt 72 triệu đồng.', 'info', 'GRDP bình quân đầu người'],
      ['Tăng trưởng GRDP 11%.', 'info', 'Tăng trưởng GRDP'],
    ],
    silent: [
      {},
      'Góp phần để tỉnh đạt tốc độ tăng trưởng GRDP 10%.',
      'Tổng giá trị sản phẩm trên địa bàn tăng 11%.',
      {
        head: 'ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
        body: 'Tốc độ tăng trưởng GRDP đạt 10%.',
      },
      'Thu nhập bình quân tăng 8%.',
    ],
  },
};

describe.each(Object.entries({ 'SL-01': SL_01, ...OTHERS }))('%s', (rule, { fires, silent }) => {
  it.each(fires)('speaks of %o', (parts, severity, quote) => {
    const found = sayingOf(rule, parts);
    if (quote === null) expect(found.map((finding) => finding.severity)).toContain(severity);
    else expect(found.map((finding) => `${finding.severity}: ${finding.quote}`)).toContain(`${severity}: ${quote}`);
  });
  it.each(silent)('is silent on %o', (parts) => {
    expect(sayingOf(rule, parts).map(({ quote, message }) => `${quote}: ${message}`)).toEqual([]);
  });
});
