import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('csvOf', () => {
  it('quotes what needs it and begins with the mark of UTF-8', () => {
    expect(csvOf([['Đơn vị', 'a"b', 'c,d', 'e\nf', '']])).toBe('\uFEFFĐơn vị,"a""b","c,d","e\nf",\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+84 912', "'+84 912"],
    ['@cmd', "'@cmd"],
    ['-x', "'-x"],
    ['\tx', "'\tx"],
    ['-5.25', '-5.25'],
    ['12', '12'],
  ])('takes no cell for a formula: %s', (value, written) => {
    expect(csvOf([[value]])).toBe(`\uFEFF${written}\r\n`);
  });
});
