import { describe, expect, it } from 'vitest';
import { fold, foldedWords, matchesSearch, wordsHeld, wordsIn } from './search.ts';

describe('fold', () => {
  it.each([
    ['Ủy ban nhân dân', 'uy ban nhan dan'],
    ['Uỷ ban', 'uy ban'],
    ['ĐẮK LẮK, Đặng Thị Ở', 'dak lak, dang thi o'],
    ['Tỷ lệ 12,5% – “đạt”', 'ty le 12,5% – “dat”'],
  ])('%s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('keeps the length, so that places stay places', () => {
    for (const text of ['Nguyễn Văn Ơ', 'İstanbul ß ﬁ 𝄞 ă', 'e\u0301\u0323 lone marks'])
      expect(fold(text)).toHaveLength(text.length);
  });
});

describe('matchesSearch', () => {
  it('finds words by their beginnings, in any order', () => {
    expect(matchesSearch('Phòng Văn hóa - Xã hội', 'xa van')).toBe(true);
    expect(matchesSearch('Phòng Văn hóa - Xã hội', 'hoa kinh')).toBe(false);
    expect(matchesSearch('Bình Lư', '')).toBe(true);
  });
});

describe('wordsHeld', () => {
  it('uses each word once', () => {
    expect(wordsHeld('đổi mới sáng tạo', 'Thi đua đổi mới, sáng tạo')).toBe(1);
    expect(wordsHeld('thi đua thi đua', 'thi đua')).toBe(0.5);
    expect(wordsHeld('', 'thi đua')).toBe(1);
    expect(foldedWords('GRDP: 10%')).toEqual(['grdp', '10']);
  });
});

describe('wordsIn', () => {
  it('keeps letters and digits together and everything else apart', () => {
    expect(wordsIn('Tỷ lệ 12,5% (7/8 trường)…')).toEqual(['Tỷ', 'lệ', '12', '5', '7', '8', 'trường']);
    expect(wordsIn(' – ')).toEqual([]);
    expect(wordsIn('')).toEqual([]);
  });

  it('knows letters of two units from signs of two units', () => {
    expect(wordsIn('a𝐀b 😀c')).toEqual(['a𝐀b', 'c']);
  });
});
