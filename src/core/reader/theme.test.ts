import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';

const theme = (body: string) => readText(`KẾ HOẠCH\nPhát động thi đua năm 2026\n${body}`).theme;

describe('own theme', () => {
  it.each([
    [
      'Ủy ban nhân dân xã phát động phong trào thi đua với chủ đề “Đoàn kết, sáng tạo, về đích sớm”.',
      'Đoàn kết, sáng tạo, về đích sớm',
    ],
    [
      'Chủ tịch UBND tỉnh phát động đợt thi đua với chủ đề: "Kỷ cương, bứt phá", tập trung các nội dung:',
      'Kỷ cương, bứt phá',
    ],
    ['I. CHỦ ĐỀ THI ĐUA\n“Toàn dân chung sức giữ biên giới”.', 'Toàn dân chung sức giữ biên giới'],
    ['II. TÊN CHỦ ĐỀ\nMỗi người một việc tốt, mỗi ngày một niềm vui.', 'Mỗi người một việc tốt, mỗi ngày một niềm vui'],
    ['1. Chủ đề: Chuyển đổi số toàn diện, phục vụ Nhân dân.', 'Chuyển đổi số toàn diện, phục vụ Nhân dân'],
    ['Lấy chủ đề năm 2026 là ‘‘Hành động vì người dân’’ cho phong trào thi đua của xã.', 'Hành động vì người dân'],
    [
      'Hưởng ứng Đại hội Thi đua yêu nước toàn quốc với chủ đề “Tăng tốc, về đích”, UBND xã phát động phong trào thi đua với chủ đề “Sáng, xanh, sạch”.',
      'Sáng, xanh, sạch',
    ],
  ])('%s', (body, expected) => {
    expect(theme(body)).toBe(expected);
  });

  it.each([
    'Quán triệt tinh thần Đại hội Đảng bộ tỉnh với chủ đề “Đoàn kết, dân chủ, kỷ cương”.',
    'Hưởng ứng phong trào thi đua do Thủ tướng Chính phủ phát động với chủ đề “Cả nước thi đua làm theo lời Bác”.',
    'Lựa chọn chủ đề thi đua tiêu biểu, đặc thù của đơn vị để tổ chức thực hiện.',
    'Tổ chức Tháng Thanh niên với chủ đề “Tuổi trẻ xung kích”.',
  ])('none: %s', (body) => {
    expect(theme(body)).toBeNull();
  });
});
