import { describe, expect, it } from 'vitest';
import { labelOf, POINT_LETTERS, romanValue } from './label.ts';

describe('labelOf', () => {
  it.each<[text: string, kind: string, label: string, ordinal: number | null, body: string]>([
    ['Phần I', 'part', 'Phần I', 1, ''],
    ['Phần thứ hai', 'part', 'Phần thứ hai', 2, ''],
    ['PHẦN THỨ NHẤT', 'part', 'PHẦN THỨ NHẤT', 1, ''],
    ['PHẦN B', 'part', 'PHẦN B', 2, ''],
    ['Chương IV', 'chapter', 'Chương IV', 4, ''],
    ['Mục 2. KHEN THƯỞNG', 'division', 'Mục 2.', 2, 'KHEN THƯỞNG'],
    ['Điều 12. Trách nhiệm thi hành', 'article', 'Điều 12.', 12, 'Trách nhiệm thi hành'],
    ['A. ĐẶC ĐIỂM TÌNH HÌNH', 'capital', 'A.', 1, 'ĐẶC ĐIỂM TÌNH HÌNH'],
    ['IX. TỔ CHỨC', 'roman', 'IX.', 9, 'TỔ CHỨC'],
    ['II- MỤC TIÊU', 'roman', 'II-', 2, 'MỤC TIÊU'],
    ['III/ NỘI DUNG', 'roman', 'III/', 3, 'NỘI DUNG'],
    ['3. Các chỉ tiêu', 'number', '3.', 3, 'Các chỉ tiêu'],
    ['3.Các chỉ tiêu', 'number', '3.', 3, 'Các chỉ tiêu'],
    ['1/ Mục đích', 'number', '1/', 1, 'Mục đích'],
    ['2- Mục tiêu cụ thể', 'number', '2-', 2, 'Mục tiêu cụ thể'],
    ['1.2. Về văn hóa', 'decimal', '1.2.', 2, 'Về văn hóa'],
    ['2.1.3 Chỉ tiêu', 'decimal', '2.1.3', 3, 'Chỉ tiêu'],
    ['2) Yêu cầu', 'numeral', '2)', 2, 'Yêu cầu'],
    ['(2) Yêu cầu', 'numeral', '(2)', 2, 'Yêu cầu'],
    ['đ) Triển khai', 'letter', 'đ)', 5, 'Triển khai'],
    ['g) Phát hiện', 'letter', 'g)', 7, 'Phát hiện'],
    ['i) Chăm lo', 'letter', 'i)', 9, 'Chăm lo'],
    ['ii) Chăm lo', 'small-roman', 'ii)', 2, 'Chăm lo'],
    ['- Tỷ lệ hộ nghèo', 'dash', '-', null, 'Tỷ lệ hộ nghèo'],
    ['-Tỷ lệ hộ nghèo', 'dash', '-', null, 'Tỷ lệ hộ nghèo'],
    ['– Tỷ lệ', 'dash', '–', null, 'Tỷ lệ'],
    ['+ Trong đó', 'plus', '+', null, 'Trong đó'],
    ['• Thu ngân sách', 'dash', '•', null, 'Thu ngân sách'],
  ])('%s', (text, kind, label, ordinal, body) => {
    const found = labelOf(text);
    expect(found && [found.kind, found.text, found.ordinal, text.slice(found.bodyAt)]).toEqual([
      kind,
      label,
      ordinal,
      body,
    ]);
  });

  it.each([
    '1.314,3 tỷ đồng',
    '2026 là năm đầu',
    '13/01/2026',
    '-5% so với năm trước',
    '**đậm**',
    'Phần lớn các xã',
    'Mục tiêu chung',
    'Điều chỉnh chỉ tiêu',
    'Điều 5 của Luật quy định',
    'I love',
    '7/8 trường',
    '3 - 4% số hộ',
    '12-13%',
    '100% thôn, bản',
    '',
  ])('no label: %s', (text) => {
    expect(labelOf(text)).toBeNull();
  });
});

describe('letters and roman numerals', () => {
  it('has the letters of official lists', () => {
    expect([...POINT_LETTERS].slice(0, 10).join(' ')).toBe('a b c d đ e g h i k');
  });

  it('reads well-formed numerals only', () => {
    expect([romanValue('XIV'), romanValue('IIX'), romanValue('VV'), romanValue('')]).toEqual([14, null, null, null]);
  });
});
