import { describe, expect, it } from 'vitest';
import { joinText } from '../../../test/support/joined.ts';
import { findOutline, headingsOf, lineAt, sectionOf } from './outline.ts';

const PLAN = `KẾ HOẠCH
Phát động thi đua
Phong trào thi đua được tổ chức rộng khắp trong toàn xã, gắn với nhiệm vụ chính trị của từng cơ quan, đơn vị và địa phương.
I. MỤC TIÊU
1. Mục tiêu chung
Hoàn thành các chỉ tiêu.
2. Chỉ tiêu cụ thể:
a) Về kinh tế:
- Thu ngân sách đạt 12 tỷ đồng.
+ Trong đó: thu phí 2 tỷ đồng.
- Hộ nghèo giảm còn 4%.
b) Về văn hóa: 95% gia đình văn hóa.
II. TỔ CHỨC THỰC HIỆN
2.1. Phòng Kinh tế theo dõi.
Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.`;

describe('outline', () => {
  const doc = joinText(PLAN);
  const outline = findOutline(doc);
  const chain = (text: string) => {
    const line = doc.lines.findIndex((candidate) => candidate.text.startsWith(text));
    return sectionOf(outline, line).map((entry) => entry.label ?? entry.heading);
  };

  it('nests by kind of label', () => {
    expect(headingsOf(outline).map(({ label, heading, level }) => `${level} ${label} ${heading}`)).toEqual([
      '1 I. MỤC TIÊU',
      '2 1. Mục tiêu chung',
      '2 2. Chỉ tiêu cụ thể:',
      '3 a) Về kinh tế:',
      '3 b) Về văn hóa: 95% gia đình văn hóa.',
      '1 II. TỔ CHỨC THỰC HIỆN',
      '2 2.1. Phòng Kinh tế theo dõi.',
    ]);
    for (const { span, heading } of headingsOf(outline)) expect(doc.text.slice(...span)).toContain(heading);
  });

  it.each([
    ['Hoàn thành', ['I.', '1.']],
    ['- Thu ngân sách', ['I.', '2.', 'a)', '-']],
    ['+ Trong đó', ['I.', '2.', 'a)', '-', '+']],
    ['- Hộ nghèo', ['I.', '2.', 'a)', '-']],
    ['b) Về văn hóa', ['I.', '2.', 'b)']],
    ['- Sở Nội vụ', []],
    ['Phong trào', []],
  ])('%s stands in %j', (text, expected) => {
    expect(chain(text)).toEqual(expected);
  });

  it('tells titles from running text', () => {
    expect(outline.entries.map((entry) => [entry.label, entry.titled])).toEqual([
      ['I.', true],
      ['1.', true],
      ['2.', true],
      ['a)', true],
      ['-', false],
      ['+', false],
      ['-', false],
      ['b)', false],
      ['II.', true],
      ['2.1.', false],
    ]);
  });

  it('takes the title of a chapter from the line below', () => {
    const chapters = findOutline(
      joinText(
        'Phần thứ nhất\nKẾT QUẢ NĂM 2025\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy định này áp dụng cho các thôn.\na) Thôn vùng cao.\nChương II\nĐIỀU KHOẢN THI HÀNH',
      ),
    );
    expect(chapters.entries.map((entry) => `${entry.level} ${entry.label} ${entry.heading}`)).toEqual([
      '1 Phần thứ nhất KẾT QUẢ NĂM 2025',
      '2 Chương I QUY ĐỊNH CHUNG',
      '3 Điều 1. Phạm vi',
      '4 1. Quy định này áp dụng cho các thôn.',
      '5 a) Thôn vùng cao.',
      '2 Chương II ĐIỀU KHOẢN THI HÀNH',
    ]);
  });

  it('begins again in an annex', () => {
    const text =
      'KẾ HOẠCH\nI. NỘI DUNG\n1. Thực hiện thi đua trong toàn xã theo từng chỉ tiêu cụ thể đã được giao cho các đơn vị./.\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC\n(Kèm theo Kế hoạch số 1/KH-UBND)\n1. Thu ngân sách';
    const annexed = joinText(text);
    const found = findOutline(annexed);
    expect(found.entries.map((entry) => [entry.label ?? entry.heading, entry.level])).toEqual([
      ['I.', 1],
      ['1.', 2],
      ['PHỤ LỤC', 1],
      ['1.', 2],
    ]);
  });

  it('finds the line of a place', () => {
    for (const [at, line] of doc.lines.entries()) {
      expect(lineAt(doc, line.start)).toBe(at);
      expect(lineAt(doc, line.end)).toBe(at);
    }
  });
});
