import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';
import { findDeadlines } from './report-due.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ A\nA, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nPhát động thi đua năm 2026\nI. TỔ CHỨC THỰC HIỆN\n';

function due(body: string): string[] {
  const reading = readText(HEAD + body);
  for (const { quote, span } of reading.reportDue) expect(reading.text.slice(...span)).toBe(quote);
  return reading.reportDue.map((row) => [row.on, row.relation, row.to, row.via].map((part) => part ?? '-').join(' | '));
}

describe('report deadlines', () => {
  it.each<[body: string, expected: string[]]>([
    [
      '1. Các đơn vị báo cáo kết quả về Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) trước ngày 10/12/2026.',
      ['2026-12-10 | before | Ủy ban nhân dân xã | Phòng Văn hóa - Xã hội'],
    ],
    ['1. Gửi báo cáo về Sở Nội vụ chậm nhất ngày 20/11/2026 để tổng hợp.', ['2026-11-20 | by | Sở Nội vụ | -']],
    [
      '1. Báo cáo tổng kết gửi về Phòng Nội vụ trước ngày 15 tháng 12 năm 2026.',
      ['2026-12-15 | before | Phòng Nội vụ | -'],
    ],
    [
      '1. Báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12.',
      ['2026-06-15 | before | - | -', '2026-12-15 | before | - | -'],
    ],
    ['1. Hằng tháng báo cáo tiến độ chậm nhất ngày 20 hằng tháng qua Văn phòng xã.', ['- | by | - | Văn phòng xã']],
    ['1. Báo cáo định kỳ vào ngày 25 của tháng cuối quý.', ['- | on | - | -']],
    ['1. Tổng hợp báo cáo UBND tỉnh trước 10/12.', ['2026-12-10 | before | UBND tỉnh | -']],
    [
      '1. Văn phòng tham mưu cho UBND xã tổng hợp, báo cáo UBND tỉnh trước ngày 10/12/2026.',
      ['2026-12-10 | before | UBND tỉnh | -'],
    ],
    ['1. Báo cáo sơ kết trong tháng 7/2026.', ['2026-07-31 | within | - | -']],
    [
      '1. Các thôn báo cáo Chủ tịch Ủy ban nhân dân xã trước ngày 30/11/2026.',
      ['2026-11-30 | before | Chủ tịch Ủy ban nhân dân xã | -'],
    ],
    ['1. Kết quả thực hiện gửi về UBND xã không quá ngày 05/12/2026.', ['2026-12-05 | by | UBND xã | -']],
    ['1. Báo cáo kết quả đăng ký thi đua về UBND xã, hạn cuối: 28/02/2026.', ['2026-02-28 | by | UBND xã | -']],
  ])('%s', (body, expected) => {
    expect(due(body)).toEqual(expected);
  });

  it.each([
    '1. Thực hiện chế độ báo cáo định kỳ, đột xuất theo quy định.',
    '1. Hoàn thành công trình trước ngày 30/4/2026.',
    '1. Theo Báo cáo số 12/BC-UBND ngày 10/12/2025 của UBND xã, thu ngân sách tăng 8%.',
    '1. Các đơn vị ban hành kế hoạch, gửi về Phòng Văn hóa - Xã hội trước ngày 20/02/2026.',
    '1. Tổ chức lễ phát động vào ngày 19/5/2026.',
  ])('none: %s', (body) => {
    expect(due(body)).toEqual([]);
  });
});

describe('findDeadlines', () => {
  it('knows quarters and months without a year', () => {
    expect(
      findDeadlines('hoàn thành trong quý III/2026, riêng phần hạ tầng trong tháng 11', 2026).map(({ on }) => on),
    ).toEqual(['2026-09-30', '2026-11-30']);
    expect(findDeadlines('sinh ngày 03/02/1930 tại làng', 2026)).toEqual([]);
  });
});
