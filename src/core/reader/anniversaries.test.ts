import { describe, expect, it } from 'vitest';
import { joinText } from '../../../test/support/joined.ts';
import { findAnniversaries } from './anniversaries.ts';

const found = (text: string) => {
  const doc = joinText(text);
  const rows = findAnniversaries(
    doc,
    doc.lines.map((_, at) => at),
  );
  for (const { quote, span } of rows) expect(doc.text.slice(...span)).toBe(quote);
  return rows.map((row) => [row.event, row.years, row.from, row.until, row.computedYears, row.consistent]);
};

describe('anniversaries', () => {
  it.each<[text: string, expected: unknown[][]]>([
    [
      'Chào mừng kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025).',
      [['Quốc khánh', 80, '1945-09-02', '2025-09-02', 80, true]],
    ],
    [
      'kỷ niệm 50 năm thành lập tỉnh (12/11/1974-12/11/2024); 75 năm thành lập Đảng bộ (10/10/1949-10/10/2025)',
      [
        ['thành lập tỉnh', 50, '1974-11-12', '2024-11-12', 50, true],
        ['thành lập Đảng bộ', 75, '1949-10-10', '2025-10-10', 76, false],
      ],
    ],
    [
      'Hướng tới 70 năm Ngày giải phóng (29/10/1954 - 20/10/2024)',
      [['Ngày giải phóng', 70, '1954-10-29', '2024-10-20', 69, false]],
    ],
    ['Kỷ niệm 100 năm Báo chí cách mạng (1925 - 2025)', [['Báo chí cách mạng', 100, '1925', '2025', 100, true]]],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'Thực hiện kế hoạch 5 năm 2026 - 2030 (ban hành ngày 10/01/2026).',
    'Kế hoạch 5 năm phát triển kinh tế (2021 - 2025).',
    'Sau 3 năm thực hiện (19/8 - 02/9/2025) phong trào lan rộng.',
    'Chào mừng kỷ niệm 136 năm Ngày sinh Chủ tịch Hồ Chí Minh.',
  ])('none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
