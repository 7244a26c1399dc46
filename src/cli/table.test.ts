import { describe, expect, it } from 'vitest';
import { table, widthOf, wrap } from './table.ts';

describe('widths on the screen', () => {
  it('count letters, not codes', () => {
    expect(widthOf('Phấn đấu')).toBe(8);
    expect(widthOf('Phấn đấu'.normalize('NFD'))).toBe(8);
    expect(widthOf('文字')).toBe(4);
  });

  it('text is wrapped at blanks, long words are cut', () => {
    expect(wrap('Tỷ lệ hộ nghèo giảm', 9)).toEqual(['Tỷ lệ hộ', 'nghèo', 'giảm']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('', 5)).toEqual(['']);
  });
});

describe('a table', () => {
  const columns = [
    { title: '#', least: 2, right: true },
    { title: 'Chỉ tiêu', least: 10 },
    { title: 'Mức', least: 5 },
    { title: 'Chủ trì', least: 5 },
  ];
  const rows = [
    ['1', 'Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều', '≤ 2,5%', ''],
    ['10', 'Thu ngân sách', '≥ 8 tỷ', ''],
  ];

  it('fits the width, lines up and leaves out columns without content', () => {
    const lines = table(columns, rows, 34);
    expect(lines).toEqual([
      ' #  Chỉ tiêu                Mức',
      '──  ──────────────────────  ──────',
      ' 1  Tỷ lệ hộ nghèo theo     ≤ 2,5%',
      '    chuẩn nghèo đa chiều',
      '10  Thu ngân sách           ≥ 8 tỷ',
    ]);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(34);
  });
});
