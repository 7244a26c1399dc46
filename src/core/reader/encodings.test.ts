import { describe, expect, it } from 'vitest';
import { decodeLegacyRun, decodeTcvn3, decodeText, encodeTcvn3, legacyFont, mendLegacyLines } from './encodings.ts';
import { countSyllables, isSyllable } from './syllables.ts';
import { decodeVni, encodeVni } from './vni.ts';

const SENTENCE =
  'Phấn đấu đến hết năm tỷ lệ hộ nghèo giảm còn 2,5%; giữ vững quốc phòng, an ninh; vận động Nhân dân hưởng ứng phong trào thi đua “Chung sức xây dựng quê hương”.';
const latin = (text: string) => Uint8Array.from(text, (letter) => windowsByte(letter));

/** Byte of a Windows-1252 character; fails on what has none. */
function windowsByte(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const quotes: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96, '…': 0x85 };
  const byte = quotes[letter];
  if (byte === undefined) throw new Error(`no byte for ${letter}`);
  return byte;
}

/** Windows-1258: precomposed vowels with a combining tone behind them. */
function windows1258(text: string): Uint8Array {
  const tones: Record<string, number> = {
    '\u0300': 0xcc,
    '\u0301': 0xec,
    '\u0303': 0xde,
    '\u0309': 0xd2,
    '\u0323': 0xf2,
  };
  const letters: Record<string, number> = {
    ă: 0xe3,
    â: 0xe2,
    ê: 0xea,
    ô: 0xf4,
    ơ: 0xf5,
    ư: 0xfd,
    đ: 0xf0,
    Đ: 0xd0,
    Ư: 0xdd,
  };
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const parts = letter.normalize('NFD');
    const tone = [...parts].find((mark) => tones[mark] !== undefined);
    const base = [...parts]
      .filter((mark) => tones[mark] === undefined)
      .join('')
      .normalize('NFC');
    bytes.push(letters[base] ?? windowsByte(base));
    if (tone) bytes.push(tones[tone] ?? 0);
  }
  return Uint8Array.from(bytes);
}

describe('syllables', () => {
  it('knows Vietnamese from what only looks like it', () => {
    for (const word of ['nghiêng', 'Giữ', 'gì', 'quốc', 'khuỷu', 'ƯƠNG', 'xoong', 'thuở', 'Đắk'])
      expect(isSyllable(word), word).toBe(word !== 'Đắk');
    for (const word of ['trµo', 'phöông', 'strong', 'kế̀', 'xyz']) expect(isSyllable(word), word).toBe(false);
    expect(countSyllables('Thi đua yêu nước 2026').accentedSyllables).toBe(3);
  });
});

describe('legacy codes', () => {
  it('turns TCVN3 into Unicode', () => {
    // Codes as .VnTime shows them in a Latin font.
    expect(decodeTcvn3('Céng hoµ x· héi chñ nghÜa ViÖt Nam')).toBe('Cộng hoà xã hội chủ nghĩa Việt Nam');
    expect(decodeTcvn3(encodeTcvn3('đường, ưỡn, ậ ẳ ẵ ỹ ỵ'))).toBe('đường, ưỡn, ậ ẳ ẵ ỹ ỵ');
  });

  it('turns VNI into Unicode, capitals too', () => {
    expect(decodeVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(decodeVni('UÛY BAN NHAÂN DAÂN TÆNH')).toBe('ỦY BAN NHÂN DÂN TỈNH');
    expect(decodeVni(encodeVni('Đường Ưỡn ẳ ẵ ằ ắ ặ ỵ ĩ ị'))).toBe('Đường Ưỡn ẳ ẵ ằ ắ ặ ỵ ĩ ị');
  });

  it('tells the code by the name of the font, and upper-cases fonts that draw capitals', () => {
    expect(decodeLegacyRun('chØ thÞ', '.VnTimeH')).toBe('CHỈ THỊ');
    expect(decodeLegacyRun('chØ thÞ', '.VnTime')).toBe('chỉ thị');
    expect(decodeLegacyRun('chæ thò', 'VNI-Times')).toBe('chỉ thị');
    expect(decodeLegacyRun('chỉ thị'.normalize('NFD'), 'Times New Roman')).toBe('chỉ thị');
    expect(legacyFont('ABCDEF+.VnTimeH,Bold')).toEqual({ encoding: 'tcvn3', capitals: true });
    expect(legacyFont('VNI-Helve-Condense')).toEqual({ encoding: 'vni', capitals: false });
    expect(legacyFont('Times New Roman')).toBeNull();
    expect(legacyFont('Vneuron')).toBeNull();
  });

  it('mends only the lines that need it', () => {
    const lines = ['Phong trào thi đua', encodeTcvn3(SENTENCE), 'Café Müller'];
    const { lines: mended, encoding } = mendLegacyLines([
      ...lines,
      ...Array(6).fill(encodeTcvn3('Nhiệm vụ, giải pháp chủ yếu')),
    ]);
    expect(mended[0]).toBe('Phong trào thi đua');
    expect(mended[1]).toBe(SENTENCE);
    expect(encoding).toBe('tcvn3');
  });
});

describe('decoding a text file', () => {
  const cases: [string, Uint8Array, string][] = [
    ['UTF-8', new TextEncoder().encode(SENTENCE), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${SENTENCE}`), 'utf-8'],
    ['UTF-8, decomposed', new TextEncoder().encode(SENTENCE.normalize('NFD')), 'utf-8'],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\ufeff${SENTENCE}`, 'utf16le')), 'utf-16'],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(SENTENCE, 'utf16le')), 'utf-16'],
    ['UTF-16, big end first', new Uint8Array(Buffer.from(`\ufeff${SENTENCE}`, 'utf16le').swap16()), 'utf-16'],
    ['Windows-1258', windows1258(SENTENCE), 'windows-1258'],
    ['TCVN3', latin(encodeTcvn3(SENTENCE)), 'tcvn3'],
    ['VNI', latin(encodeVni(SENTENCE)), 'vni'],
    ['TCVN3 saved as UTF-8', new TextEncoder().encode(encodeTcvn3(SENTENCE)), 'tcvn3'],
    ['VNI saved as UTF-8', new TextEncoder().encode(encodeVni(SENTENCE)), 'vni'],
  ];
  it.each(cases)('%s', (_name, bytes, encoding) => {
    const decoded = decodeText(bytes);
    expect(decoded?.text.replace('\ufeff', '')).toBe(SENTENCE);
    expect(decoded?.encoding).toBe(encoding);
  });

  it('refuses bytes that are no text', () => {
    expect(decodeText(Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256))).toBeNull();
    expect(decodeText(new Uint8Array(200))).toBeNull();
  });
});
