import { describe, expect, it } from 'vitest';
import { clausesIn, sentencesIn } from './clauses.ts';
import { findQuotations } from './quotations.ts';

const quoted = (text: string) =>
  findQuotations(text).map(({ inner, closed }) => `${text.slice(...inner)}${closed ? '' : ' …'}`);

describe('findQuotations', () => {
  it.each<[text: string, expected: string[]]>([
    ['phong trào “Dân vận khéo”, “Ba sạch”', ['Dân vận khéo', 'Ba sạch']],
    ['phong trào "Dân vận khéo" và "Ba sạch".', ['Dân vận khéo', 'Ba sạch']],
    ["phong trào ''Dân vận khéo''", ['Dân vận khéo']],
    ['phong trào ‘‘Dân vận khéo’’', ['Dân vận khéo']],
    ['phong trào ‘Dân vận khéo’', ['Dân vận khéo']],
    ['phong trào «Dân vận khéo»', ['Dân vận khéo']],
    ['phong trào „Dân vận khéo“ mới', ['Dân vận khéo']],
    ['phong trào “Dân vận khéo" lẫn dấu', ['Dân vận khéo']],
    ['phong trào “Sạch làng; phong trào “Tốt ruộng”', ['Sạch làng …', 'Tốt ruộng']],
    ['phong trào “Sạch làng, tốt ruộng trên địa bàn xã', ['Sạch làng, tốt ruộng …']],
    ['ông Y Bhăm H’Đơk và bà H’Bơ', []],
    ['không có gì', []],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('sentences and clauses', () => {
  it('does not part figures, abbreviations and quotations', () => {
    const text = 'Thu 1.314,3 tỷ đồng; TP. Huế đạt “Xanh; sạch. Đẹp”. Năm 2026 tăng 8%.';
    expect(sentencesIn(text).map((span) => text.slice(...span))).toEqual([
      'Thu 1.314,3 tỷ đồng; TP. Huế đạt “Xanh; sạch. Đẹp”',
      'Năm 2026 tăng 8%',
    ]);
    expect(clausesIn(text).map((span) => text.slice(...span))).toEqual([
      'Thu 1.314,3 tỷ đồng',
      'TP. Huế đạt “Xanh; sạch. Đẹp”',
      'Năm 2026 tăng 8%',
    ]);
  });

  it('cuts a text without any mark', () => {
    const spans = sentencesIn('thi đua '.repeat(5000));
    expect(spans.length).toBeGreaterThan(5);
    expect(Math.max(...spans.map(([from, to]) => to - from))).toBeLessThan(4100);
  });
});
