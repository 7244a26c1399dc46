/**
 * VNI-Windows: a base letter followed by a letter that stands for its marks ("aù" is á, "aá" is ấ), and a few single
 * codes. Characters are those that Windows-1252 shows for the bytes.
 */

/** Mark letters and the combining marks they stand for. Each applies to some base letters only; the result must exist. */
const MARKS: Record<string, string> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};

const SINGLES: Record<string, string> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  í: 'í',
  ì: 'ì',
};

const BASES = 'aeouyôö';
const ONLY_TONES = 'uyôö';

const pairs = new Map<string, string>();
const singles = new Map<string, string>();

function learn(): void {
  for (const [code, letter] of Object.entries(SINGLES)) {
    singles.set(code, letter);
    singles.set(code.toUpperCase(), letter.toUpperCase());
  }
  for (const base of BASES) {
    const letter = SINGLES[base] ?? base;
    for (const [mark, combining] of Object.entries(MARKS)) {
      if (combining.includes('\u0306') && base !== 'a') continue;
      if (combining.includes('\u0302') && ONLY_TONES.includes(base)) continue;
      const composed = (letter + combining).normalize('NFC');
      pairs.set(base + mark, composed);
      pairs.set(base.toUpperCase() + mark, composed.toUpperCase());
      pairs.set(base.toUpperCase() + mark.toUpperCase(), composed.toUpperCase());
    }
  }
}
learn();

/** Turns VNI-Windows text, held as Windows-1252 characters, into Unicode (NFC). Other characters stay. */
export function decodeVni(text: string): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const pair = pairs.get(text.slice(at, at + 2));
    if (pair !== undefined) {
      out += pair;
      at += 2;
      continue;
    }
    const one = text[at] ?? '';
    out += singles.get(one) ?? one;
    at += 1;
  }
  return out;
}

/** The other way, for tests and for checking a guess: Unicode to VNI-Windows characters. */
export function encodeVni(text: string): string {
  let out = '';
  for (const letter of text.normalize('NFC')) out += inverse().get(letter) ?? letter;
  return out;
}

let inverted: Map<string, string> | null = null;
function inverse(): Map<string, string> {
  if (inverted) return inverted;
  inverted = new Map();
  for (const [code, letter] of singles) inverted.set(letter, code);
  for (const [code, letter] of pairs) inverted.set(letter, code);
  return inverted;
}
