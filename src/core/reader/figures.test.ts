import { describe, expect, it } from 'vitest';
import { cuesBefore } from './comparators.ts';
import { findFigures } from './figures.ts';
import { means, stretchAt, tokensOf } from './figures-tokens.ts';
import { unitAt } from './figures-units.ts';
import { asOfIn } from './results-dates.ts';

const tokens = (text: string) => tokensOf(text, 0, text.length);

describe('units', () => {
  const cases: [printed: string, name: string, kind: string, per: string | null, power: number][] = [
    ['triệu đồng/người/năm', 'triệu đồng', 'money', 'người/năm', 0],
    ['tỷ.đ', 'tỷ đồng', 'money', null, 0],
    ['Tr. đồng', 'triệu đồng', 'money', null, 0],
    ['tỷ', 'tỷ đồng', 'money', null, 0],
    ['nghìn tỷ đồng', 'tỷ đồng', 'money', null, 3],
    ['nghìn tấn', 'tấn', 'measure', null, 3],
    ['vạn người', 'người', 'count', null, 4],
    ['tạ/ha', 'tạ', 'measure', 'ha', 0],
    ['%', '%', 'share', null, 0],
    ['phần trăm', '%', 'share', null, 0],
    ['điểm %', 'điểm %', 'share', null, 0],
    ['‰', '‰', 'share', null, 0],
    ['lượt du khách', 'lượt khách', 'count', null, 0],
    ['hộ gia đình', 'hộ', 'count', null, 0],
    ['tin, bài', 'tin, bài', 'count', null, 0],
    ['bác sĩ/vạn dân', 'bác sĩ', 'count', 'vạn dân', 0],
    ['đồng chí', 'đồng chí', 'count', null, 0],
  ];
  it.each(cases)('%s is %s', (printed, name, kind, per, power) => {
    expect(unitAt(tokens(printed), 0)).toMatchObject({ name, kind, per, power });
  });

  it('knows no unit in other words', () => {
    expect(unitAt(tokens('mục tiêu'), 0)).toBeNull();
    expect(unitAt(tokens('trọng tâm'), 0)).toBeNull();
  });
});

describe('figures', () => {
  it('reads ranges, fractions and compound sums as one figure each', () => {
    const found = findFigures(tokens('từ 15 đến 20% và 7/8 trường, 16 tỷ 434 triệu đồng, 5-3%'));
    expect(
      found.map(({ value, low, high, numerator, denominator, unit }) => [
        value,
        low,
        high,
        numerator,
        denominator,
        unit,
      ]),
    ).toEqual([
      [null, '15', '20', null, null, '%'],
      [null, null, null, '7', '8', 'trường'],
      ['16434', null, null, null, null, 'triệu đồng'],
      ['3', null, null, null, null, '%'],
    ]);
  });

  it('keeps bare numbers only where asked', () => {
    expect(findFigures(tokens('6/8'))).toEqual([]);
    expect(findFigures(tokens('6/8'), { bare: true })).toMatchObject([{ numerator: '6', denominator: '8' }]);
  });
});

describe('cues before a figure', () => {
  const cases: [words: string, cues: string[]][] = [
    ['tỷ lệ đạt trên', ['more', 'reach']],
    ['hộ nghèo giảm xuống còn dưới', ['less', 'down-to']],
    ['doanh thu ước đạt khoảng', ['about', 'estimated']],
    ['tốc độ tăng', []],
    ['nhiệm vụ trở lên đạt', ['reach', 'only']],
    ['giảm bình quân/năm: trên', ['more', 'each-year', 'down']],
    ['thể thấp còi còn', ['down-to']],
    ['lực lượng giám', []],
    ['tỷ lệ dạt', ['reach']],
  ];
  it.each(cases)('%s', (words, cues) => {
    const all = tokens(words);
    expect(cuesBefore(all, all.length, 0).cues).toEqual(cues);
  });
});

it('takes a word for what a scan left of it, but not for another word', () => {
  const [first] = tokens('dạt');
  const [second] = tokens('đất');
  expect([means(first, 'đạt'), means(second, 'đạt')]).toEqual([true, false]);
});

it('finds the stretch that holds a place', () => {
  const stretches = [
    [0, 2],
    [5, 9],
  ] as const;
  expect([1, 3, 5, 9].map((place) => stretchAt(stretches, place))).toEqual([[0, 2], undefined, [5, 9], undefined]);
});

describe('the day a figure speaks of', () => {
  const cases: [words: string, day: string | null][] = [
    ['6 tháng đầu năm 2026', '2026-06-30'],
    ['9 tháng năm 2025', '2025-09-30'],
    ['quý I/2026', '2026-03-31'],
    ['quý IV năm 2024', '2024-12-31'],
    ['tính đến ngày 15/11/2025', '2025-11-15'],
    ['tháng 2/2024', '2024-02-29'],
    ['năm 2025', '2025-12-31'],
    ['so với năm 2024', null],
    ['31/02/2026', null],
  ];
  it.each(cases)('%s: %s', (words, day) => {
    const all = tokens(words);
    expect(asOfIn(all, [0, all.length], 2026)).toBe(day);
  });
});
