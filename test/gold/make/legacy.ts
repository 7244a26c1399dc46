/**
 * Vietnamese as it was typed before Unicode, with the fonts of its time. Written from the code charts and apart from
 * the reader's own tables, so that a slip in one does not hide in the other.
 */

const VOWELS = 'aăâeêioôơuưy';
/** Tones in the order of the rows below: none, sắc, huyền, hỏi, ngã, nặng. */
const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

const TCVN3_ROWS: Record<string, string> = {
  a: 'a¸µ¶·¹',
  ă: '¨¾»¼½Æ',
  â: '©ÊÇÈÉË',
  e: 'eÐÌÎÏÑ',
  ê: 'ªÕÒÓÔÖ',
  i: 'iÝ×ØÜÞ',
  o: 'oãßáâä',
  ô: '«èåæçé',
  ơ: '¬íêëìî',
  u: 'uóïñòô',
  ư: '\u00adøõö÷ù',
  y: 'yýúûüþ',
};
const TCVN3_CAPITALS: Record<string, string> = { Ă: '¡', Â: '¢', Ê: '£', Ô: '¤', Ơ: '¥', Ư: '¦', Đ: '§', đ: '®' };

const VNI_ROWS: Record<string, string[]> = {
  a: ['a', 'aù', 'aø', 'aû', 'aõ', 'aï'],
  ă: ['aê', 'aé', 'aè', 'aú', 'aü', 'aë'],
  â: ['aâ', 'aá', 'aà', 'aå', 'aã', 'aä'],
  e: ['e', 'eù', 'eø', 'eû', 'eõ', 'eï'],
  ê: ['eâ', 'eá', 'eà', 'eå', 'eã', 'eä'],
  i: ['i', 'í', 'ì', 'æ', 'ó', 'ò'],
  o: ['o', 'où', 'oø', 'oû', 'oõ', 'oï'],
  ô: ['oâ', 'oá', 'oà', 'oå', 'oã', 'oä'],
  ơ: ['ô', 'ôù', 'ôø', 'ôû', 'ôõ', 'ôï'],
  u: ['u', 'uù', 'uø', 'uû', 'uõ', 'uï'],
  ư: ['ö', 'öù', 'öø', 'öû', 'öõ', 'öï'],
  y: ['y', 'yù', 'yø', 'yû', 'yõ', 'î'],
};

type Letter = { base: string; tone: number };

const LETTERS = new Map<string, Letter>();
for (const base of VOWELS)
  TONES.forEach((mark, tone) => {
    LETTERS.set((base + mark).normalize('NFC'), { base, tone });
  });

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

/** One letter in TCVN3 (ABC). A capital with a tone has no code of its own: `capital` says that the .VnTimeH font is needed. */
function tcvn3Letter(letter: string): { text: string; capital: boolean } {
  const direct = TCVN3_CAPITALS[letter];
  if (direct) return { text: direct, capital: false };
  const known = LETTERS.get(letter.toLowerCase());
  if (!known) return { text: letter, capital: false };
  const code = TCVN3_ROWS[known.base]?.[known.tone] ?? letter;
  if (!isCapital(letter)) return { text: code, capital: false };
  return /^[a-z]$/.test(code) ? { text: code.toUpperCase(), capital: false } : { text: code, capital: true };
}

export type FontRun = { text: string; font: string };

/** TCVN3 with its two fonts: .VnTime, and .VnTimeH whose small letters look like capitals. */
export function toTcvn3Runs(text: string): FontRun[] {
  const runs: FontRun[] = [];
  const allCapitals = text === text.toUpperCase() && /\p{L}{2}/u.test(text);
  const source = (allCapitals ? text.toLowerCase() : text).normalize('NFC');
  for (const letter of source) {
    const { text: code, capital } = tcvn3Letter(letter);
    const font = allCapitals || capital ? '.VnTimeH' : '.VnTime';
    const last = runs.at(-1);
    if (last?.font === font) last.text += code;
    else runs.push({ text: code, font });
  }
  return runs;
}

/** TCVN3 where fonts cannot say it: capitals with a tone come out small, as in old text files. */
export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')].map((letter) => tcvn3Letter(letter).text).join('');
}

/** VNI Windows: a letter and a second sign for its mark. */
export function toVni(text: string): string {
  let out = '';
  for (const letter of text.normalize('NFC')) {
    const capital = isCapital(letter);
    if (letter.toLowerCase() === 'đ') {
      out += capital ? 'Ñ' : 'ñ';
      continue;
    }
    const known = LETTERS.get(letter.toLowerCase());
    const code = known ? VNI_ROWS[known.base]?.[known.tone] : undefined;
    out += code === undefined ? letter : capital ? code.toUpperCase() : code;
  }
  return out;
}

/** Bytes of a text that holds only characters of Windows-1252 below U+0100. */
export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain =
      { '–': 0x96, '—': 0x97, '“': 0x93, '”': 0x94, '‘': 0x91, '’': 0x92, '…': 0x85 }[text[i] ?? ''] ?? code;
    if (plain > 0xff) throw new Error(`U+${code.toString(16)} has no place in a text of one byte a letter`);
    bytes[i] = plain;
  }
  return bytes;
}
