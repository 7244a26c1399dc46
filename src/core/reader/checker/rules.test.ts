import { describe, expect, it } from 'vitest';
import { ND30_2020, profileOn, RULE_FAMILIES, RULE_PROFILES } from './rules.ts';

describe('the profiles of rules', () => {
  it.each(RULE_PROFILES.map((profile) => [profile.name, profile] as const))(
    '%s has each code once, in its family',
    (_name, { rules }) => {
      const codes = rules.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { code, family, finds } of rules) {
        expect(code).toMatch(/^[A-Z]{2}-\d\d$/);
        expect(code.startsWith(family)).toBe(true);
        expect(RULE_FAMILIES).toContain(family);
        expect(finds).not.toBe('');
      }
    },
  );
  it('covers the catalogue', () => {
    const counts = RULE_FAMILIES.map((family) => ND30_2020.rules.filter((rule) => rule.family === family).length);
    expect(Object.fromEntries(RULE_FAMILIES.map((family, i) => [family, counts[i]]))).toEqual({
      TT: 7,
      CC: 8,
      TG: 6,
      SL: 8,
      CT: 9,
      BC: 5,
      TC: 5,
    });
  });
  it.each(['2020-03-05', '2026-01-12', null, '2019-01-01'])('answers one for %s', (day) => {
    expect(profileOn(day)).toBe(ND30_2020);
  });
});
