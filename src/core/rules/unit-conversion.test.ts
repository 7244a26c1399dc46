import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, foretold, isConvertible } from './unit-conversion.ts';

describe('units of one kind', () => {
  it.each([
    ['1.5', 'tỷ đồng', 'triệu đồng', '1500'],
    ['13741', 'triệu đồng', 'tỷ đồng', '13.741'],
    ['1', 'tỉ đồng', 'đồng', '1000000000'],
    ['2.5', 'ha', 'm2', '25000'],
    ['750', 'kg', 'tấn', '0.75'],
    ['3', 'Nghìn  Lượt người', 'lượt người', '3000'],
    ['98.2', '%', '%', '98.2'],
    ['7', null, null, '7'],
  ])('%s %s in %s is %s', (value, from, to, converted) => {
    expect(convert(value, from, to)).toBe(converted);
  });

  it('are not mixed with others', () => {
    expect(convert('1', 'tỷ đồng', 'tấn')).toBeNull();
    expect(convert('1', '%', 'điểm %')).toBeNull();
    expect(convert('1', null, 'người')).toBeNull();
    expect(isConvertible('km2', 'ha')).toBe(true);
    expect(isConvertible('hộ', 'người')).toBe(false);
  });

  it('lose nothing there and back', () => {
    const figure = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(figure, ([whole, places]) => {
        const value = `${whole}.${String(places).padStart(3, '0')}1`;
        const there = convert(value, 'tỷ đồng', 'đồng');
        expect(there && convert(there, 'đồng', 'tỷ đồng')).toBe(value);
      }),
    );
  });
});

describe('what is only expected or foretold', () => {
  it.each([
    ['321.333333', 'lao động', '321'],
    ['46.5', 'Hộ', '47'],
    ['98.765432', '%', '98.77'],
    ['337.2', 'tỷ đồng', '337.2'],
    ['12.5', 'nghìn người', '12.5'],
    ['7.25', null, '7.25'],
  ])('%s %s is read as %s', (value, unit, read) => {
    expect(foretold(value, unit)).toBe(read);
  });
});
