import { describe, expect, it } from 'vitest';
import { storable, storableValue } from './storable.ts';

describe('text to be stored', () => {
  it('keeps whole characters, and its length in any case', () => {
    expect(storable('Phấn đấu 87,5% 🎉')).toBe('Phấn đấu 87,5% 🎉');
    const cut = '🎉'.slice(0, 1);
    expect(storable(`a${cut}b\0c${'🎉'.slice(1)}`)).toBe('a\uFFFDb\uFFFDc\uFFFD');
    expect(storable(`${cut}🎉`)).toBe('\uFFFD🎉');
  });

  it('goes no deeper than anything real', () => {
    let deep: unknown = 'x';
    for (let at = 0; at < 100_000; at += 1) deep = [deep];
    let depth = 0;
    for (let at = storableValue(deep); Array.isArray(at); at = at[0]) depth += 1;
    expect(depth).toBe(60);
  });

  it('reaches every text of a value', () => {
    expect(storableValue({ a: ['\0', { b: 'x\0' }], c: 1, d: null })).toEqual({
      a: ['\uFFFD', { b: 'x\uFFFD' }],
      c: 1,
      d: null,
    });
  });
});
