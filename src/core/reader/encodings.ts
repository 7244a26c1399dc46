/**
 * Bytes and legacy-font runs to Unicode (NFC). Old Vietnamese files hold TCVN3 (ABC) or VNI codes that only look right
 * in their own fonts; in Word files the font name tells, elsewhere the share of words that become real syllables.
 */

import type { TextEncoding } from './reading.ts';
import { countSyllables } from './syllables.ts';
import { decodeVni } from './vni.ts';

/** U+00A0 to U+00FF in TCVN3; a blank means "not a letter, stays as it is". */
const TCVN3_HIGH = ' ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ';

const tcvn3 = new Map<string, string>();
for (let at = 0; at < TCVN3_HIGH.length; at++) {
  const letter = TCVN3_HIGH[at] ?? ' ';
  if (letter !== ' ') tcvn3.set(String.fromCharCode(0xa0 + at), letter);
}

const HIGH_LATIN = /[\u00a1-\u00ff]/g;

/** Turns TCVN3 text, held as Latin-1 characters, into Unicode. TCVN3 has no codes for most accented capitals. */
export function decodeTcvn3(text: string): string {
  return text.replace(HIGH_LATIN, (code) => tcvn3.get(code) ?? code);
}

/** The other way, for tests: accented capitals without a code of their own become small. */
export function encodeTcvn3(text: string): string {
  const inverse = new Map([...tcvn3].map(([code, letter]) => [letter, code]));
  return Array.from(text.normalize('NFC'), (letter) => {
    return inverse.get(letter) ?? inverse.get(letter.toLowerCase()) ?? letter;
  }).join('');
}

export type LegacyFont = { encoding: 'tcvn3' | 'vni'; capitals: boolean };

/** What a font's name says of its codes: ".VnTime" is TCVN3, ".VnTimeH" draws capitals, "VNI-Times" is VNI; else null. */
export function legacyFont(fontName: string | null | undefined): LegacyFont | null {
  if (!fontName) return null;
  const known = knownFonts.get(fontName);
  if (known !== undefined) return known;
  const found = fontByName(fontName);
  if (knownFonts.size < 1_000) knownFonts.set(fontName, found);
  return found;
}

const knownFonts = new Map<string, LegacyFont | null>();

function fontByName(fontName: string): LegacyFont | null {
  // PDF subsets carry a tag ("ABCDEF+.VnTime"); styles follow a comma or a dash (".VnTimeH,Bold").
  const name = fontName.replace(/^[A-Z]{6}\+/, '').trim();
  if (/^\.vn/i.test(name) || /^Vn[A-Z]/.test(name)) {
    const family = name.replace(/[,\-\s](bold|italic|regular|oblique|bolditalic|boldmt|italicmt).{0,20}$/i, '');
    return { encoding: 'tcvn3', capitals: /[a-z]\s?H$/.test(family) };
  }
  if (/^vni[-\s_]/i.test(name)) return { encoding: 'vni', capitals: false };
  return null;
}

/** Text of a run in the named font as Unicode (NFC); text of other fonts is only normalised. */
export function decodeLegacyRun(text: string, fontName: string | null | undefined): string {
  const font = legacyFont(fontName);
  if (!font) return text.normalize('NFC');
  const decoded = font.encoding === 'tcvn3' ? decodeTcvn3(text) : decodeVni(text);
  return (font.capitals ? decoded.toUpperCase() : decoded).normalize('NFC');
}

/** Letters of Windows-1252 that stand in TCVN3 or VNI text but hardly in Unicode Vietnamese. */
const TELL_TALE =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/;
const VIETNAMESE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

function legacyShare(text: string): number {
  const { accented, accentedSyllables } = countSyllables(text);
  return accented === 0 ? 0 : accentedSyllables / accented;
}

/**
 * Mends Unicode text that still holds legacy codes ("thi ®ua"): a `.doc`, or a text pasted out of an old document.
 * Decided line by line, since one file may hold both; lines without any sign of it are returned as they are.
 */
export function mendLegacyLines(lines: readonly string[]): { lines: string[]; encoding: TextEncoding } {
  const suspect = lines.filter((line) => TELL_TALE.test(line) && !VIETNAMESE_ONLY.test(line));
  const sample = suspect.join('\n').slice(0, 40_000);
  const plain = legacyShare(sample);
  const candidates = [
    { encoding: 'tcvn3' as const, decode: decodeTcvn3, share: legacyShare(decodeTcvn3(sample)) },
    { encoding: 'vni' as const, decode: decodeVni, share: legacyShare(decodeVni(sample)) },
  ].sort((a, b) => b.share - a.share);
  const best = candidates[0];
  const unchanged = { lines: lines.map((line) => line.normalize('NFC')), encoding: 'utf-8' as TextEncoding };
  if (!best || best.share < 0.6 || best.share <= plain + 0.15) return unchanged;

  let legacy = 0;
  let unicode = 0;
  const mended = lines.map((line) => {
    if (VIETNAMESE_ONLY.test(line)) {
      unicode += 1;
      return line.normalize('NFC');
    }
    const decoded = best.decode(line).normalize('NFC');
    if (decoded === line) return line.normalize('NFC');
    if (legacyShare(decoded) < legacyShare(line.normalize('NFC'))) return line.normalize('NFC');
    legacy += 1;
    return decoded;
  });
  return { lines: mended, encoding: unicode > legacy / 4 ? 'mixed' : best.encoding };
}

export type DecodedText = { text: string; encoding: TextEncoding };

/** Decodes the bytes of a text file; null when they are no text (controls, or no encoding gives readable words). */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const utf16 = utf16Of(bytes);
  if (utf16) return mended(new TextDecoder(utf16).decode(bytes), 'utf-16');
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) return hasControls(utf8) ? null : mended(utf8, 'utf-8');
  return decodeEightBit(bytes);
}

function mended(text: string, encoding: TextEncoding): DecodedText | null {
  const clean = text.replace(/\r\n?/g, '\n');
  if (!TELL_TALE.test(clean)) return { text: clean.normalize('NFC'), encoding };
  const result = mendLegacyLines(clean.split('\n'));
  return { text: result.lines.join('\n'), encoding: result.encoding === 'utf-8' ? encoding : result.encoding };
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By byte order mark, or by the zero bytes that Latin letters leave on one side. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = Math.min(bytes.length - (bytes.length % 2), 4_000);
  if (sample < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = sample / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}

/** More control characters than a stray one: no text. Form feed, tab and line ends are text. */
function hasControls(text: string): boolean {
  let controls = 0;
  const sample = Math.min(text.length, 200_000);
  for (let at = 0; at < sample; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) controls += 1;
  }
  return controls > 2 + sample / 1_000;
}

/** 0x80 to 0x9F in Windows-1252; "?" where it has nothing. Node's own decoder takes this range for Latin-1. */
const WINDOWS_QUOTES = '€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ';

function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (code) => WINDOWS_QUOTES[code.charCodeAt(0) - 0x80] ?? code);
}

function decodeEightBit(bytes: Uint8Array): DecodedText | null {
  const latin = windows1252(bytes).replace(/\r\n?/g, '\n');
  if (hasControls(latin)) return null;
  const sample = latin.slice(0, 40_000);
  // TCVN3 and VNI use codes from 0xA1; those below are the same quotation marks and dashes in all three.
  const windows = (from: Uint8Array) => new TextDecoder('windows-1258').decode(from).normalize('NFC');
  const candidates = [
    { encoding: 'windows-1258' as const, share: legacyShare(windows(bytes.subarray(0, 40_000))) },
    { encoding: 'tcvn3' as const, share: legacyShare(decodeTcvn3(sample)) },
    { encoding: 'vni' as const, share: legacyShare(decodeVni(sample)) },
  ].sort((a, b) => b.share - a.share);
  const best = candidates[0];
  if (!best) return null;
  if (best.share < 0.4)
    return countSyllables(latin).accented > 20 ? null : { text: windows(bytes), encoding: 'windows-1258' };
  if (best.encoding === 'windows-1258')
    return { text: windows(bytes).replace(/\r\n?/g, '\n'), encoding: 'windows-1258' };
  const decode = best.encoding === 'tcvn3' ? decodeTcvn3 : decodeVni;
  return { text: decode(latin).normalize('NFC'), encoding: best.encoding };
}
