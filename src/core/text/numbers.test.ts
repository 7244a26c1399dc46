import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  formatDecimal,
  numberWord,
  readDecimal,
  scaleDecimal,
  scanNumbers,
} from './numbers.ts';

describe('reading one printed number', () => {
  const cases: [printed: string, value: string | null, note: string][] = [
    ['1.314,3', '1314.3', 'dot between thousands, decimal comma'],
    ['111.500', '111500', 'a dot before three digits separates thousands'],
    ['9.950,30', '9950.3', 'trailing zeros say precision only'],
    ['07', '7', 'leading zero of small counts'],
    ['0,88', '0.88', 'below one'],
    ['3,098', '3.098', 'as printed, marked ambiguous elsewhere'],
    ['1.234.567', '1234567', 'several groups'],
    ['62.07', '62.07', 'decimal point, the English way'],
    ['0.125', '0.125', 'a group cannot follow a lone zero'],
    ['1,234,567', '1234567', 'the English way'],
    ['12,345.6', '12345.6', 'the English way with decimals'],
    ['1.2.3', null, 'a section number'],
    ['10,20,30', null, 'a list'],
    ['192.168.1.20', null, 'an address'],
    ['-1,5', '-1.5', 'below zero'],
    ['12a', null, 'not a number alone'],
    ['', null, 'nothing'],
  ];
  it.each(cases)('%s is %s (%s)', (printed, value) => {
    expect(readDecimal(printed)).toBe(value);
  });
});

describe('scanning a text', () => {
  it('gives each number its place and tells what is doubtful', () => {
    const text = 'trồng 70ha, đạt 3,098 tấn, tăng 12,5-13% (V1, QH15), 02133876543210987654321098';
    const found = scanNumbers(text);
    expect(found.map((token) => [text.slice(token.start, token.end), token.value, token.ambiguous])).toEqual([
      ['70', '70', false],
      ['3,098', '3.098', true],
      ['12,5', '12.5', false],
      ['13', '13', false],
    ]);
  });

  it('stays within the stretch it was given', () => {
    expect(scanNumbers('12 34 56', 3, 5).map((token) => token.value)).toEqual(['34']);
  });
});

describe('exact arithmetic', () => {
  it('adds, scales and compares without rounding', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('100', '23.2')).toBe('123.2');
    expect(addDecimals('1', '-1.5')).toBe('-0.5');
    expect(scaleDecimal('226', 3)).toBe('226000');
    expect(scaleDecimal('1.044', 6)).toBe('1044000');
    expect(compareDecimals('87.5', '87.50')).toBe(0);
    expect(compareDecimals('9.9', '10')).toBeLessThan(0);
    expect(canonicalDecimal('-0.0')).toBe('0');
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 2 }), (units, places) => {
        const text = units.toString().padStart(places + 1, '0');
        const value = canonicalDecimal(`${text.slice(0, text.length - places)}.${text.slice(text.length - places)}`);
        expect(readDecimal(formatDecimal(value))).toBe(value);
      }),
    );
  });

  it('writes the Vietnamese way', () => {
    expect(formatDecimal('1314.3')).toBe('1.314,3');
    expect(formatDecimal('-9950')).toBe('-9.950');
    expect(formatDecimal('0.2')).toBe('0,2');
  });
});

it('knows the number words of one syllable', () => {
  expect(['hai', 'Ba', 'mười', 'tầng'].map(numberWord)).toEqual(['2', '3', '10', null]);
});
