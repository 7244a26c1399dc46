/**
 * Numbers as Vietnamese documents write them (decimal comma, dot between thousands), exact: values are decimal
 * strings such as '9950.3', never binary fractions.
 */

export type NumberToken = {
  start: number;
  end: number;
  /** Canonical decimal: no leading zeros, no trailing zeros after the point. */
  value: string;
  /** Printed as a whole number without any separator: a year, an ordinal or a small count. */
  plain: boolean;
  /** The separators allow a second reading: "3,098 tấn" may be a slip for 3.098; "62.07" is written the English way. */
  ambiguous: boolean;
};

const DIGIT_0 = 48;
const DIGIT_9 = 57;

export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= DIGIT_0 && code <= DIGIT_9;
}

/** Longer runs are no figure of a document; they are skipped whole. */
const LONGEST = 24;

/** Removes leading and trailing zeros: '007' → '7', '16.90' → '16.9', '0.0' → '0'. */
export function canonicalDecimal(value: string): string {
  if (/^[1-9]\d*$/.test(value)) return value;
  const negative = value.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? value.slice(1) : value).split('.');
  const head = whole.replace(/^0+/, '') || '0';
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end -= 1;
  const tail = fraction.slice(0, end);
  const number = tail === '' ? head : `${head}.${tail}`;
  return negative && number !== '0' ? `-${number}` : number;
}

function groupsOfThree(groups: string[]): boolean {
  const [first = '', ...rest] = groups;
  return first.length <= 3 && first !== '0' && rest.length > 0 && rest.every((group) => group.length === 3);
}

/** Value of digit groups with the separators between them, or null when they are no number ("1.2.3", "10,20,30"). */
function valueOfGroups(groups: string[], separators: string): { value: string; ambiguous: boolean } | null {
  const joined = groups.join('');
  if (separators === '') return { value: canonicalDecimal(joined), ambiguous: false };
  const last = separators[separators.length - 1] ?? '';
  const fraction = groups[groups.length - 1] ?? '';
  const whole = groups.slice(0, -1);
  const decimal = canonicalDecimal(`${whole.join('')}.${fraction}`);
  const lone = separators.length === 1;
  if (lone && last === ',') return { value: decimal, ambiguous: groupsOfThree(groups) };
  if (lone) {
    return groupsOfThree(groups)
      ? { value: canonicalDecimal(joined), ambiguous: false }
      : { value: decimal, ambiguous: true };
  }
  const before = separators.slice(0, -1);
  const alike = [...before].every((separator) => separator === before[0]);
  if (!alike) return null;
  if (before[0] === last) {
    return groupsOfThree(groups) ? { value: canonicalDecimal(joined), ambiguous: last === ',' } : null;
  }
  return groupsOfThree(whole) ? { value: decimal, ambiguous: last === '.' } : null;
}

/** Reads the number that begins at `at`, which must be a digit. Answers where the run of digits ends in any case. */
export function numberAt(text: string, at: number): { token: NumberToken | null; end: number } {
  const groups: string[] = [];
  let separators = '';
  let from = at;
  let end = at;
  for (;;) {
    while (isDigit(text, end)) end += 1;
    groups.push(text.slice(from, end));
    const next = text[end];
    if ((next !== '.' && next !== ',') || !isDigit(text, end + 1)) break;
    separators += next;
    end += 1;
    from = end;
  }
  if (end - at > LONGEST) return { token: null, end };
  const read = valueOfGroups(groups, separators);
  if (!read) return { token: null, end };
  return { token: { start: at, end, value: read.value, plain: separators === '', ambiguous: read.ambiguous }, end };
}

/**
 * All numbers in a stretch of text, in order. Digits glued to a letter before them ("V1", "COVID19") are a name and are
 * left out; a unit may be glued behind ("70ha").
 */
export function scanNumbers(text: string, from = 0, to = text.length): NumberToken[] {
  const found: NumberToken[] = [];
  let at = from;
  while (at < to) {
    if (!isDigit(text, at)) {
      at += 1;
      continue;
    }
    const { token, end } = numberAt(text, at);
    if (token && token.end <= to && !/[\p{L}_]/u.test(text[at - 1] ?? ' ')) found.push(token);
    at = end;
  }
  return found;
}

/** Reads a text that is one number and nothing else ("1.314,3", "07"), or null. */
export function readDecimal(text: string): string | null {
  const trimmed = text.trim();
  const negative = /^[-–−]/.test(trimmed);
  const digits = negative ? trimmed.slice(1).trim() : trimmed;
  if (!isDigit(digits, 0)) return null;
  const { token, end } = numberAt(digits, 0);
  if (!token || end !== digits.length) return null;
  return canonicalDecimal(negative ? `-${token.value}` : token.value);
}

/** Writes a decimal string the Vietnamese way: '1314.3' → '1.314,3'. */
export function formatDecimal(value: string): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction] = (negative ? value.slice(1) : value).split('.');
  let grouped = '';
  for (let end = whole.length; end > 0; end -= 3) {
    const group = whole.slice(Math.max(0, end - 3), end);
    grouped = grouped === '' ? group : `${group}.${grouped}`;
  }
  return `${negative ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

type Scaled = { units: bigint; places: number };

function scaled(value: string): Scaled {
  const [whole = '0', fraction = ''] = value.split('.');
  return { units: BigInt(`${whole}${fraction}`), places: fraction.length };
}

function unscaled({ units, places }: Scaled): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return canonicalDecimal(`${negative ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`);
}

function aligned(a: string, b: string): { left: bigint; right: bigint; places: number } {
  const one = scaled(a);
  const two = scaled(b);
  const places = Math.max(one.places, two.places);
  return {
    left: one.units * 10n ** BigInt(places - one.places),
    right: two.units * 10n ** BigInt(places - two.places),
    places,
  };
}

/** Exact sum of two decimal strings. */
export function addDecimals(a: string, b: string): string {
  const { left, right, places } = aligned(a, b);
  return unscaled({ units: left + right, places });
}

/** The number times ten to the power: scaleDecimal('226', 3) is '226000'. Powers are whole and not negative. */
export function scaleDecimal(value: string, power: number): string {
  const { units, places } = scaled(value);
  return unscaled({ units: units * 10n ** BigInt(power), places });
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: string, b: string): number {
  const { left, right } = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

const WORDS: Record<string, string> = {
  một: '1',
  hai: '2',
  ba: '3',
  bốn: '4',
  năm: '5',
  sáu: '6',
  bảy: '7',
  bẩy: '7',
  tám: '8',
  chín: '9',
  mười: '10',
};

/**
 * Value of a number word of one syllable, or null. "năm" (five, year), "ba" and "tư" are names and other words too: ask
 * only where a number must stand.
 */
export function numberWord(word: string): string | null {
  return WORDS[word.toLowerCase()] ?? null;
}

/** A mean has as many places as its division gives; two are enough to read. What was told keeps all of its own. */
export const readableDecimal = (exact: string): string =>
  (exact.split('.')[1] ?? '').length > 4 ? String(Number(Number(exact).toFixed(2))) : exact;
