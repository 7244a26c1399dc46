import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../law/indicator-catalogue.ts';
import type { Indicator } from './indicators.ts';
import { catalogueWith } from './province-catalogue.ts';

const [first, second] = INDICATORS as [Indicator, Indicator];
const own: Indicator = { ...first, code: 'rieng_cay_xanh', name: 'Số cây xanh trồng mới', aliases: ['cây phân tán'] };
const names = (found: readonly Indicator[]) => found.map(({ name }) => name);

describe("a province's catalogue", () => {
  it('is the built-in one where nothing was changed', () => {
    const catalogue = catalogueWith([]);
    expect(catalogue.all).toEqual(INDICATORS);
    expect(catalogue.find(first.code)).toBe(first);
    expect(names(catalogue.search(first.name, 5))).toContain(first.name);
  });

  it('offers its own indicators, first where they match', () => {
    const catalogue = catalogueWith([{ ...own, retired: false }]);
    expect(catalogue.all.at(-1)?.code).toBe(own.code);
    expect(names(catalogue.search('cay xanh', 5))[0]).toBe(own.name);
    expect(names(catalogue.search('phan tan', 5))[0]).toBe(own.name);
    expect(catalogue.search('cay', 1)).toHaveLength(1);
  });

  it('calls others as the province does, and leaves out what it retired without forgetting its name', () => {
    const renamed = { ...first, name: 'Tên riêng của tỉnh', aliases: [...first.aliases, first.name], retired: false };
    const catalogue = catalogueWith([renamed, { ...second, retired: true }, { ...own, retired: true }]);
    expect(catalogue.all).toHaveLength(INDICATORS.length - 1);
    expect(catalogue.all[0]?.name).toBe('Tên riêng của tỉnh');
    for (const words of ['ten rieng', first.name]) expect(names(catalogue.search(words, 5))).toContain(renamed.name);
    expect(names(catalogue.search(second.name, 20))).not.toContain(second.name);
    expect(catalogue.search('cay xanh', 5).map(({ code }) => code)).not.toContain(own.code);
    expect([catalogue.find(second.code)?.name, catalogue.find(own.code)?.name]).toEqual([second.name, own.name]);
  });
});
