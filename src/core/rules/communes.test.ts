import { describe, expect, it } from 'vitest';
import { LAI_CHAU_BEFORE } from '../../../test/support/lai-chau-2025.ts';
import { listedProvinces } from '../law/communes.ts';
import { CENTRAL_CITIES, PROVINCES } from '../law/provinces.ts';
import { listedProvinceOf, planCommunes, sameName } from './communes.ts';

const LISTED = listedProvinces();
const ALL = LISTED.flatMap(({ communes }) => communes);
const kindOf = (name: string) => /^(?:Xã|Phường|Đặc khu)(?= )/.exec(name)?.[0];

describe('the built-in list', () => {
  it('has the 34 provinces and the 3,321 communes of the country by their kinds', () => {
    const bare = LISTED.map(({ name }) => name.replace(/^(Tỉnh|Thành phố) /, ''));
    expect(bare.toSorted()).toEqual(PROVINCES.toSorted());
    const cities = LISTED.filter(({ name }) => name.startsWith('Thành phố ')).map(({ name }) => name.slice(10));
    expect(cities.toSorted()).toEqual(CENTRAL_CITIES.toSorted());
    const counts: Record<string, number> = {};
    for (const { name } of ALL) counts[kindOf(name) ?? name] = (counts[kindOf(name) ?? name] ?? 0) + 1;
    expect(counts).toEqual({ Xã: 2_621, Phường: 687, 'Đặc khu': 13 });
  });

  it('has each code once, and names in one form that differ within a province', () => {
    expect(new Set(ALL.map(({ code }) => code)).size).toBe(ALL.length);
    for (const { code, name } of ALL) {
      expect(code).toMatch(/^\d{5}$/);
      expect(name).toBe(
        name
          .normalize('NFC')
          .replace(/\s{1,9}/g, ' ')
          .trim(),
      );
      expect(name.slice((kindOf(name)?.length ?? 0) + 1)).toMatch(/^[\p{Lu}\d]/u);
    }
    for (const { communes } of LISTED)
      expect(new Set(communes.map(({ name }) => sameName(name))).size).toBe(communes.length);
  });

  it('names the communes of Lai Châu as its resolution does', () => {
    const after = new Set(Object.values(LAI_CHAU_BEFORE).flatMap((district) => Object.keys(district)));
    const laiChau = LISTED.find(({ name }) => name === 'Tỉnh Lai Châu')?.communes.map(({ name }) => name) ?? [];
    expect(laiChau.toSorted()).toEqual([...after].toSorted());
  });
});

describe('what a province lacks', () => {
  const listed = [
    { code: '00001', name: 'Xã Hòa An' },
    { code: '00002', name: 'Xã Cẩm Giàng' },
    { code: '00003', name: 'Xã Ea H’Leo' },
  ];

  it('is known by code, or by name however its tone is written', () => {
    const below = [
      { name: 'xã  Hoà An', code: null },
      { name: 'Xã Cẩm Giang', code: null },
    ];
    const plan = planCommunes(listed, { codes: new Set(['00003']), below });
    expect(plan.fresh).toEqual([listed[1]]);
    expect(plan.there.map(({ name, by }) => `${name} ${by}`)).toEqual(['Xã Hòa An name', 'Xã Ea H’Leo code']);
    expect(planCommunes(listed, { codes: new Set(), below: listed }).fresh).toEqual([]);
  });

  it('is looked for by the name of the province', () => {
    const nameOf = (name: string) => listedProvinceOf(name, LISTED)?.name ?? null;
    expect(nameOf('Tỉnh Lai Châu')).toBe('Tỉnh Lai Châu');
    expect(nameOf('Ủy ban nhân dân tỉnh Khánh Hoà')).toBe('Tỉnh Khánh Hòa');
    expect(nameOf('TP. Hồ Chí Minh')).toBe('Thành phố Hồ Chí Minh');
    expect(nameOf('Tỉnh Mẫu')).toBeNull();
  });
});
