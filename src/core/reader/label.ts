/**
 * Labels at the start of a line: Phần I, Chương II, Điều 3., A., I., 1., 1.1., 1), a), (i), -, +, •.
 */

export type LabelKind =
  | 'part'
  | 'chapter'
  | 'division'
  | 'subdivision'
  | 'article'
  | 'capital'
  | 'roman'
  | 'number'
  | 'decimal'
  | 'numeral'
  | 'letter'
  | 'small-roman'
  | 'dash'
  | 'plus';

export type Label = {
  kind: LabelKind;
  /** As printed, without the blank after it: "Điều 3.", "II.", "a)", "-". */
  text: string;
  /** Ordinal within its list where it has one: II → 2, đ → 5, 1.3 → 3. */
  ordinal: number | null;
  /** How many numbers a decimal label has: 1.1 → 2. */
  depth: number;
  /** Where the text after the label begins. */
  bodyAt: number;
};

/** The letters that number points in Vietnamese documents; f, j, w and z are not used. */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy';

const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a roman numeral up to 399, or null when the letters are none ("IIX"). */
export function romanValue(text: string): number | null {
  if (text.length === 0 || text.length > 9) return null;
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN_VALUES[text[i] ?? ''];
    if (value === undefined) return null;
    const next = ROMAN_VALUES[text[i + 1] ?? ''] ?? 0;
    total += next > value ? -value : value;
  }
  return toRoman(total) === text ? total : null;
}

function toRoman(value: number): string {
  const steps: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = value;
  let text = '';
  for (const [step, letters] of steps)
    while (left >= step) {
      text += letters;
      left -= step;
    }
  return text;
}

const NAMED: [RegExp, LabelKind][] = [
  [/^(?:Phần|PHẦN)\s+(?:thứ\s+|THỨ\s+)?([IVXLC]{1,7}|\d{1,3}|[A-H]|\p{L}{2,5})(?![\p{L}\p{N}])[.:]?/u, 'part'],
  [/^(?:Chương|CHƯƠNG)\s+([IVXLC]{1,7}|\d{1,3})(?![\p{L}\p{N}])[.:]?/u, 'chapter'],
  [/^(?:Tiểu mục|TIỂU MỤC)\s+([IVXLC]{1,7}|\d{1,3})(?![\p{L}\p{N}])[.:]?/u, 'subdivision'],
  [/^(?:Mục|MỤC)\s+([IVXLC]{1,7}|\d{1,3})(?![\p{L}\p{N}])[.:]?/u, 'division'],
  [/^(?:Điều|ĐIỀU)\s+(\d{1,3})(?![\p{L}\p{N}])[.:]?/u, 'article'],
];

const NUMBER_WORDS = ['', 'nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

function namedLabel(text: string): Label | null {
  if (!/^[PCTMĐ]/.test(text)) return null;
  const head = text.slice(0, 40);
  for (const [pattern, kind] of NAMED) {
    const match = pattern.exec(head);
    if (!match) continue;
    const word = match[1] ?? '';
    const spelled = NUMBER_WORDS.indexOf(word.toLowerCase());
    const lettered = /^[ABDEGH]$/.test(word) ? POINT_LETTERS.indexOf(word.toLowerCase()) + 1 : null;
    const ordinal = lettered ?? romanValue(word) ?? (/^\d/.test(word) ? Number(word) : spelled > 0 ? spelled : null);
    if (ordinal === null) return null;
    // "Phần I của Kế hoạch" in running text is no heading: what follows must be nothing, a mark or a capital.
    const rest = text.slice(match[0].length);
    if (!/[.:]$/.test(match[0]) && !/^\s*(?:$|[-–—:]|\p{Lu}|["“])/u.test(rest.slice(0, 4))) return null;
    return { kind, text: match[0], ordinal, depth: 1, bodyAt: afterBlank(text, match[0].length) };
  }
  return null;
}

function afterBlank(text: string, at: number): number {
  let end = at;
  while (end < text.length && (text[end] === ' ' || text[end] === '\n')) end += 1;
  return end;
}

const BULLETS = '-–—+*•●○▪■◦·';

const POINT_LETTER = /^\(?([A-Za-zĐđ])\)/;
const NUMERAL = /^\(?(\d{1,2})\)/;
const SMALL_ROMAN = /^\(?([ivx]{2,5})\)/;
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,4})\.?(?=\s)/;
const NUMBER = /^(\d{1,3})\s?[./](?=\s|\p{Lu}|["“*])/u;
const NUMBER_DASH = /^(\d{1,2})[-–](?=\s\p{Lu})/u;
const CAPITALS = /^([IVXLC]{1,7}|[A-HĐK])\s?[./](?=\s|\p{Lu})/u;
const CAPITALS_DASH = /^([IVXLC]{1,7}|[A-HĐK])\s?[-–:](?=\s)/u;

/** How every label but a bullet and a named one begins; most lines have none, and are tried with nothing else. */
const ANY_LABEL = /^\(?(?:\d|[A-Za-zĐđ]\)|[ivx]{2,5}\)|(?:[IVXLC]{1,7}|[A-HĐK])\s?[./:–-])/;

/**
 * The label that begins a line, or null. Works on the text alone: whether "- xã hội" continues a sentence cut after
 * "kinh tế" is for the joining of lines to say.
 */
export function labelOf(text: string): Label | null {
  const first = text[0];
  if (first === undefined) return null;
  if (BULLETS.includes(first)) return bulletLabel(text, first);
  const head = text.slice(0, 24);
  const named = namedLabel(text);
  if (named) return named;
  if (!ANY_LABEL.test(head)) return null;
  const decimal = DECIMAL.exec(head);
  if (decimal?.[1]) {
    const numbers = decimal[1].split('.').map(Number);
    return made('decimal', decimal[0], numbers.at(-1) ?? null, text, numbers.length);
  }
  const number = NUMBER.exec(head) ?? NUMBER_DASH.exec(head);
  if (number) return made('number', number[0].trim(), Number(number[1]), text, 1, number[0].length);
  const numeral = NUMERAL.exec(head);
  if (numeral) return made('numeral', numeral[0], Number(numeral[1]), text);
  const small = SMALL_ROMAN.exec(head);
  const smallValue = small?.[1] ? romanValue(small[1].toUpperCase()) : null;
  if (small && smallValue !== null) return made('small-roman', small[0], smallValue, text);
  const letter = POINT_LETTER.exec(head);
  if (letter?.[1]) {
    const at = POINT_LETTERS.indexOf(letter[1].toLowerCase());
    return made('letter', letter[0], at < 0 ? null : at + 1, text);
  }
  const capitals = CAPITALS.exec(head) ?? CAPITALS_DASH.exec(head);
  if (capitals?.[1]) {
    const value = romanValue(capitals[1]);
    // A lone C or D numbers a section by letter; I, V and X are roman.
    const roman = value !== null && !/^[CL]$/.test(capitals[1]);
    if (!roman && capitals[1].length > 1) return null;
    const ordinal = roman ? value : POINT_LETTERS.indexOf(capitals[1].toLowerCase()) + 1;
    return made(roman ? 'roman' : 'capital', capitals[0].trim(), ordinal, text, 1, capitals[0].length);
  }
  return null;
}

function made(
  kind: LabelKind,
  label: string,
  ordinal: number | null,
  text: string,
  depth = 1,
  length = label.length,
): Label {
  return { kind, text: label, ordinal, depth, bodyAt: afterBlank(text, length) };
}

function bulletLabel(text: string, first: string): Label | null {
  const next = text[1];
  // "-5 %" is a number, "**đậm**" is markup, "*" or "-" before a blank or a letter is a bullet.
  if (next === undefined || next === first || /[\d.,]/.test(next)) return null;
  if (next !== ' ' && !/[\p{L}“"(]/u.test(next)) return null;
  return { kind: first === '+' ? 'plus' : 'dash', text: first, ordinal: null, depth: 1, bodyAt: afterBlank(text, 1) };
}
