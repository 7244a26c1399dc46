import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals } from '../text/numbers.ts';
import { pastedShares, splitByWeight, splitEvenly, sumOfSplit } from './target-split.ts';

const sum = (shares: readonly string[]) => shares.reduce(addDecimals, '0');

describe('Phân bổ chỉ tiêu', () => {
  it('shares evenly, the rest to the first', () => {
    expect(splitEvenly('100', 3)).toEqual(['34', '33', '33']);
    expect(splitEvenly('33515', 24)?.slice(0, 12)).toEqual([...Array(11).fill('1397'), '1396']);
    expect(splitEvenly('0.5', 2)).toEqual(['0.3', '0.2']);
    expect(splitEvenly('7', 0)).toBeNull();
  });

  it('shares by weight, the rest to those who lost most', () => {
    expect(splitByWeight('10', ['1', '1', '2'])).toEqual(['3', '2', '5']);
    expect(splitByWeight('120', ['412', '380', '208'])).toEqual(['49', '46', '25']);
    expect(splitByWeight('5', ['0', '3'])).toEqual(['0', '5']);
  });

  it('has no answer without a weight', () => {
    expect(splitByWeight('5', ['0', '0'])).toBeNull();
    expect(splitByWeight('5', ['-1', '3'])).toBeNull();
    expect(splitByWeight('5', [])).toBeNull();
  });

  it('always gives back the whole, and never less than nothing', () => {
    const figure = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 999 }))
      .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`);
    const weights = fc.array(fc.integer({ min: 0, max: 10 ** 6 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(figure, weights, fc.integer({ min: 0, max: 4 }), (whole, given, places) => {
        fc.pre(given.some((weight) => weight > 0));
        const shares = splitByWeight(whole, given.map(String), places) ?? [];
        expect(Number(sum([...shares, `-${whole}`]))).toBe(0);
        for (const [at, share] of shares.entries()) {
          expect(Number(share)).toBeGreaterThanOrEqual(0);
          if (given[at] === 0) expect(Number(share)).toBe(0);
        }
      }),
    );
  });

  it('takes shares pasted from a spreadsheet, by name where names stand beside them', () => {
    const units = ['Bản Một', 'Bản Hai', 'Bản Ba'].map((name, at) => ({ id: String(at), name }));
    const pasted = (from: number, text: string) => {
      const { typed, unknown } = pastedShares(units, from, text);
      return [Object.fromEntries(typed), unknown];
    };
    expect(pasted(1, '12,5\r\n1.000\r\n')).toEqual([{ 1: '12,5', 2: '1.000' }, []]);
    expect(pasted(0, 'TT\tĐơn vị\tMức\n1\tban ba\t7\n2\tBản Một\t8\n3\tBản Bốn\t9')).toEqual([
      { 0: '8', 2: '7' },
      ['Bản Bốn'],
    ]);
    expect(pasted(0, 'Mức\n1\nhai\n')).toEqual([{ 1: '1', 2: 'hai' }, []]);
    expect(pasted(0, 'Bản Hai\tkhoảng 10')).toEqual([{ 1: 'khoảng 10' }, []]);
    expect(pasted(2, '1\n2')).toEqual([{ 2: '1' }, ['2']]);
  });

  it('never lays a pasted share on a unit of a like name, and tells a name that could be several', () => {
    const pasted = (names: readonly string[], text: string) => {
      const units = names.map((name, at) => ({ id: String(at), name }));
      const { typed, unknown } = pastedShares(units, 0, text);
      return [Object.fromEntries(typed), unknown];
    };
    expect(pasted(['Bản Mốt', 'Bản Một'], 'Bản Một\t10')).toEqual([{ 1: '10' }, []]);
    expect(pasted(['Bản Một', 'Bản Mốt'], 'bản  một\t10')).toEqual([{ 0: '10' }, []]);
    expect(pasted(['Thôn Đông', 'Thôn Dòng'], 'Thôn Đông\t1\nThôn Dòng\t2')).toEqual([{ 0: '1', 1: '2' }, []]);
    expect(pasted(['Thôn Đông', 'Thôn Dòng'], 'thon dong\t1')).toEqual([{}, ['thon dong']]);
    expect(pasted(['Thôn Đông', 'Thôn Đông'], 'Thôn Đông\t1')).toEqual([{}, ['Thôn Đông']]);
    expect(pasted(['Thôn Đông'], 'thon dong\t1')).toEqual([{ 0: '1' }, []]);
    expect(pasted(['Xã A'], 'Xã A\t10\t5%')).toEqual([{ 0: '10' }, []]);
    expect(pasted(['Xã A'], '1\tXã A\tha\t10\t5%')).toEqual([{ 0: '10' }, []]);
    expect(pasted(['Xã A', 'Xã B'], '1\tXã A\n2\tXã B\t7')).toEqual([{ 1: '7' }, []]);
  });

  it('gives every unit of its own name just what was pasted beside it, however alike they sound', () => {
    const word = fc.array(fc.constantFrom('a', 'á', 'à', 'ạ', 'ă', 'd', 'đ'), { minLength: 1, maxLength: 4 });
    const names = fc.uniqueArray(
      word.map((letters) => `Bản ${letters.join('')}`),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(names, (all) => {
        const units = all.map((name, at) => ({ id: `u${at}`, name }));
        const lines = all.map((name, at) => `${name.normalize('NFD').toUpperCase()}\t${at}`).reverse();
        const { typed, unknown } = pastedShares(units, 0, lines.join('\n'));
        expect(unknown).toEqual([]);
        expect(Object.fromEntries(typed)).toEqual(Object.fromEntries(all.map((_, at) => [`u${at}`, String(at)])));
      }),
    );
  });

  it('keeps a live sum that never counts a missing share as zero', () => {
    expect(sumOfSplit('100', ['40', null, '35.5'])).toEqual({ sum: '75.5', difference: '24.5', given: 2, of: 3 });
    expect(sumOfSplit('10', ['7', '5'])).toEqual({ sum: '12', difference: '-2', given: 2, of: 2 });
    expect(sumOfSplit('10', [null])).toEqual({ sum: '0', difference: '10', given: 0, of: 1 });
  });
});
