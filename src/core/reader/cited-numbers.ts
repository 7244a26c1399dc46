/** Numbers and symbols of documents in running text: 02/CT-UBND, 72/2025/QH15, 41-CT/TW, and the type named before. */

import { DOCUMENT_TYPES } from '../law/document-types.ts';
import type { Span } from './reading.ts';

export type CitedDocument = {
  role: 'basis' | 'reference';
  kind: string;
  number: string | null;
  symbol: string | null;
  numberSymbol: string | null;
  date: string | null;
  issuer: string | null;
  subject: string | null;
  span: Span;
  /** End of number, date and issuer, before the subject: nothing else is cited up to there. */
  headEnd: number;
  /** Stands inside the subject of another citation. */
  nested: boolean;
  confidence: number;
};

export type NumberFound = {
  /** Where the citation begins: at the type, else at "số", else at the number. */
  start: number;
  /** End of number and symbol. */
  end: number;
  kind: string;
  /** The type stands in the text before the number, not only in the symbol. */
  kindStated: boolean;
  number: string | null;
  symbol: string | null;
  numberSymbol: string | null;
  /** Name of a law that stands between type and number. */
  name: string | null;
};

const L = 'A-Za-zÀ-ỹĐđ';
const DASH = '(?:[-–]| [-–]|[-–] | [-–] (?=[A-ZĐ]{2}))';
const STATE = `(?<n1>\\d{1,5}[a-z]?)? ?/ ?(?:(?<y1>(?:19|20)\\d{2}) ?/ ?)?(?<s1>[A-ZĐ][${L}0-9]{0,9}(?:${DASH}[A-ZĐ][${L}0-9&]{0,14}){0,4})`;
const PARTY_TYPES = 'NQLT|NQ|CTrHĐ|CTr|CT|KL|QĐi|QyĐ|QĐ|QC|HDLT|HD|TB|BC|KH|ĐA|TTr|CV|BB|PB';
const PARTY = `(?<n2>\\d{1,4})? ?[-–] ?(?<t2>${PARTY_TYPES}) ?/ ?(?<b2>[A-ZĐ][${L}0-9]{1,11}(?:-[A-ZĐ]{1,8})?)`;
const NUMBER = new RegExp(`${PARTY}|${STATE}`, 'gu');

const KINDS = DOCUMENT_TYPES.map((type) => type.name).sort((a, b) => b.length - a.length);
const LOWER_KINDS = KINDS.map((name) => ({ name, lower: name.toLowerCase() }));
const KIND_OF_CODE = new Map<string, string>();
for (const type of DOCUMENT_TYPES)
  if (type.code !== null && !KIND_OF_CODE.has(type.code)) KIND_OF_CODE.set(type.code, type.name);

const LONGEST_KIND = Math.max(...KINDS.map((name) => name.length));

/** The type named just before a place, with where it begins; blanks, "số" and ":" between are passed over. */
export function kindBefore(
  text: string,
  at: number,
  from: number,
): { kind: string; start: number; said: boolean } | null {
  const window = text.slice(Math.max(from, at - LONGEST_KIND - 16), at);
  const offset = at - window.length;
  const cut = window.replace(/[\s:]{0,6}(?:(?<![\p{L}])s(?:ố|ô|o))?[\s:.]{0,6}$/iu, '');
  const lower = cut.toLowerCase();
  for (const { name, lower: wanted } of LOWER_KINDS) {
    if (!lower.endsWith(wanted)) continue;
    const start = cut.length - wanted.length;
    if (start > 0 && /[\p{L}\p{N}]/u.test(cut[start - 1] ?? '')) continue;
    return { kind: name, start: offset + start, said: /s(?:ố|ô|o)[\s:.]{0,6}$/iu.test(window) };
  }
  return null;
}

/** Type that a symbol stands for ("KH-UBND" → Kế hoạch); a symbol without one is of an official letter. */
export function kindOfSymbol(symbol: string): string | null {
  const groups = symbol.split(/[-–/]/);
  const first = groups[0] ?? '';
  const code = /^\d{4}$/.test(first) ? (groups[1] ?? '') : first;
  if (/^QH\d/.test(code)) return 'Luật';
  if (/^UBTVQH\d/.test(code)) return 'Nghị quyết';
  if (code === 'CV') return 'Công văn';
  const joined = /^(NQ|NĐ|QĐ|TT|CT|KH)(HĐND|CP|TTg|UBND)$/.exec(code);
  return KIND_OF_CODE.get(code) ?? (joined?.[1] ? (KIND_OF_CODE.get(joined[1]) ?? null) : null);
}

const tidy = (text: string): string => text.replace(/\s/g, '').replace(/–/g, '-');

/** All numbers with symbols between two places of the text, in order. */
export function findNumbers(text: string, from: number, to: number): NumberFound[] {
  const found: NumberFound[] = [];
  const line = text.slice(from, to);
  // Every number of a document has a slash.
  if (!line.includes('/')) return [];
  let last = from;
  for (const match of line.matchAll(NUMBER)) {
    const number = toNumber(text, from + match.index, match, last);
    if (!number) continue;
    found.push(number);
    last = number.end;
  }
  return found;
}

function toNumber(text: string, at: number, match: RegExpExecArray, from: number): NumberFound | null {
  const { n1, n2, y1: year, s1, t2, b2 } = match.groups ?? {};
  const party = t2 !== undefined;
  const lead = match[0].length - match[0].trimStart().length;
  const printed = n1 ?? n2 ?? null;
  const place = at + lead;
  if (printed !== null && /[\d.,/]/.test(text[place - 1] ?? ' ')) return null;
  const symbol = party ? tidy(`${t2}/${b2}`) : tidy(`${year === undefined ? '' : `${year}/`}${s1 ?? ''}`);
  const before = kindBefore(text, place, from);
  const bySymbol = kindOfSymbol(symbol);
  const windowAt = Math.max(from, place - 12);
  const saidMatch = /(?<![\p{L}])s(?:ố|ô)[\s:.]{0,6}$/iu.exec(text.slice(windowAt, place));
  const said = saidMatch !== null;
  const hyphened = party || /-/.test(symbol) || /^\d{4}\/(?:QH|UBTVQH)\d/.test(symbol);
  // "7/8 trường", "3/THCS", "m/Người": without a type, "số" or a known abbreviation it is no document.
  if (!before && !said && !(bySymbol !== null && hyphened && printed !== null)) return null;
  if (printed === null && !said) return null;
  if (!hyphened && !before && bySymbol === null) return null;
  const kind = before?.kind ?? bySymbol ?? (party ? 'Văn bản' : 'Công văn');
  const law = before ? null : lawNameBefore(text, place, from);
  return {
    start: law?.start ?? before?.start ?? (saidMatch ? windowAt + saidMatch.index : place),
    end: at + match[0].length,
    kind: law?.kind ?? kind,
    kindStated: before !== null || law !== null,
    number: printed,
    symbol,
    numberSymbol: printed === null ? null : party ? `${printed}-${symbol}` : `${printed}/${symbol}`,
    name: law?.name ?? null,
  };
}

const LAW_WORD = /(?<![\p{L}])(Bộ luật|Luật|Pháp lệnh)\s(?=\p{Lu}|sửa đổi)/gu;

/** "Luật Tổ chức chính quyền địa phương số": the law whose name stands before its number. */
function lawNameBefore(text: string, at: number, from: number): { start: number; kind: string; name: string } | null {
  const offset = Math.max(from, at - 200);
  const window = text.slice(offset, at);
  let last: RegExpExecArray | null = null;
  for (const match of window.matchAll(LAW_WORD)) last = match;
  if (!last?.[1]) return null;
  const rest = window.slice(last.index + last[0].length);
  const name = rest.replace(/(?<![\s,])[\s,]{0,9}(?:[Ss]ố)?[\s:]{0,9}$/u, '');
  if (/[;:()]|\.\s/.test(name) || name.length < 3) return null;
  return { start: offset + last.index, kind: last[1], name };
}
