import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';

const plan = (body: string, title = 'Phát động phong trào thi đua yêu nước năm 2026') =>
  readText(`KẾ HOẠCH\n${title}\nI. MỤC ĐÍCH\n1. Tạo khí thế thi đua trong cán bộ và Nhân dân.\n${body}`).period;

describe('period of a movement', () => {
  it.each<[text: string, from: string | null, until: string | null]>([
    ['III. THỜI GIAN THỰC HIỆN\nTừ nay đến hết tháng 12 năm 2026.', 'issue', '2026-12-31'],
    ['Phong trào thi đua được thực hiện từ nay đến ngày 31/12/2026.', 'issue', '2026-12-31'],
    ['II. THỜI GIAN\nTừ ngày 01/02/2026 đến ngày 30/11/2026.', '2026-02-01', '2026-11-30'],
    ['II. THỜI GIAN\nTừ ngày 15 tháng 3 đến hết ngày 02 tháng 9 năm 2026.', '2026-03-15', '2026-09-02'],
    ['II. THỜI GIAN\nTừ ngày 19/5 đến ngày 19/8/2026.', '2026-05-19', '2026-08-19'],
    ['III. THỜI GIAN THI ĐUA\n1. Bắt đầu từ ngày ký đến hết năm 2026.', 'issue', '2026-12-31'],
    ['Thời gian thực hiện: Từ tháng 01 đến hết tháng 12 năm 2026.', '2026-01-01', '2026-12-31'],
    ['Thời gian thực hiện: từ tháng 4/2026 đến tháng 10/2026.', '2026-04-01', '2026-10-31'],
    ['II. THỜI GIAN\nPhong trào bắt đầu từ ngày 05/3/2026, kết thúc ngày 20/11/2026.', '2026-03-05', '2026-11-20'],
    ['II. THỜI GIAN\nQuý II/2026 đến hết quý IV/2026.', '2026-04-01', '2026-12-31'],
    ['Thời gian thi đua: Từ quý I/2026 đến hết quý III/2026.', '2026-01-01', '2026-09-30'],
    ['Đợt thi đua kể từ ngày ban hành Kế hoạch này đến ngày 22/12/2026.', 'issue', '2026-12-22'],
    ['II. THỜI GIAN\nTrong năm học 2026 - 2027.', '2026-09-05', '2027-05-31'],
    ['Phát động đợt thi đua cao điểm đến hết ngày 30/6/2026.', null, '2026-06-30'],
    [
      'IV. THỜI GIAN\n- Giai đoạn 1: từ ngày 01/02/2026 đến ngày 30/6/2026.\n- Giai đoạn 2: từ ngày 01/7/2026 đến ngày 15/12/2026.',
      '2026-02-01',
      '2026-12-15',
    ],
  ])('%s', (body, from, until) => {
    expect(plan(body)).toEqual({ from, until });
  });

  it('takes a span of years from the title', () => {
    expect(plan('1. Nội dung.', 'Phong trào thi đua xây dựng nông thôn mới giai đoạn 2026 - 2030')).toEqual({
      from: '2026-01-01',
      until: '2030-12-31',
    });
    expect(plan('1. Nội dung.', 'Phong trào thi đua năm học 2025 - 2026')).toEqual({
      from: '2025-09-05',
      until: '2026-05-31',
    });
  });

  it.each([
    'Phấn đấu năm 2026 thu ngân sách đạt 40 tỷ đồng.',
    'Chào mừng kỷ niệm 80 năm Ngày Quốc khánh (02/9/1945 - 02/9/2025).',
    'Thực hiện kế hoạch phát triển kinh tế - xã hội giai đoạn 2021 - 2025 và nhiệm kỳ 2025 - 2030.',
    'Các đơn vị gửi báo cáo từ ngày 01/12/2026 đến ngày 10/12/2026.',
    'Hội nghị tổ chức từ ngày 05/3/2026 đến ngày 06/3/2026.',
    'Xây dựng thêm 02 nhà văn hóa, hoàn thành trước ngày 30/6/2026.',
  ])('none: %s', (body) => {
    expect(plan(body)).toBeNull();
  });
});
