/** Numbers that are no quantities: dates, years, terms, ages, numbers of documents, articles, grades and telephones. */

import { addPhrase, newPhrases, phraseAt, type Token } from './figures-tokens.ts';
import { unitAt } from './figures-units.ts';

/** A number right behind one of these words counts or names a thing: "Điều 5", "ngày 12", "tổ dân phố số 3". */
const NAMING = new Set(
  (
    'ngay thang nam quy dieu khoan diem muc bieu mau trang phan chuong tiet khoa thu lop do hang loai bac vong dot lan ' +
    'quan lo km ky so cap iso tcvn qcvn sdt dt fax tel hotline fanpage zalo vung hiep lenh thong tin luc gio hoi cot stt tt phien ban'
  ).split(' '),
);

/** A quantity of time or age is a term, not a target. */
const TERMS = newPhrases<true>();
for (const word of 'năm; tháng; ngày; giờ; phút; giây; tuần; tuổi; quý; nhiệm kỳ; thế kỷ; năm tuổi; tháng tuổi; tuổi đảng; tháng đầu; học kỳ; h; sao; cấp; bước; mức độ; giai đoạn; trang; bản chính; liên'.split(
  '; ',
))
  addPhrase(TERMS, word, true);

/** Behind these words a sum is a means, a prize or a rule, not a goal. */
const isYear = (token: Token | undefined): boolean =>
  token?.kind === 'number' &&
  token.number?.plain === true &&
  token.text.length === 4 &&
  Number(token.text) >= 1900 &&
  Number(token.text) <= 2100;

const isSlash = (token: Token | undefined): boolean => token?.text === '/';
const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-–—−]$/.test(token.text);
const glued = (left: Token | undefined, right: Token | undefined): boolean =>
  left !== undefined && right !== undefined && left.end === right.start;
const isUpper = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length >= 2 && token.text === token.text.toUpperCase();

const DAY_WORDS = new Set(['ngay', 'dip', 'le', 'sau', 'truoc', 'den', 'tet', 'moc', 'mung', 'tu']);

/** Marks the tokens that are numbers but no quantities. */
export function excludedNumbers(tokens: Token[]): boolean[] {
  const dead = tokens.map((token) => token.kind === 'number' && token.number === null);
  const kill = (from: number, to: number): void => {
    for (let at = from; at <= to; at++) dead[at] = true;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'number' || dead[at]) continue;
    const run = slashRun(tokens, at);
    if (run > at) kill(at, run);
    else if (isDocumentNumber(tokens, at)) kill(at, at);
    else if (isTime(tokens, at) || isNamed(tokens, at) || isTelephone(token) || isOrdinalBracket(tokens, at))
      kill(at, at);
  }
  return dead;
}

/** Dates (12/01/2026, 30/4), numbers of documents (30/2020/NĐ-CP): the last token of the run, or `at` if it is none. */
function slashRun(tokens: Token[], at: number): number {
  const [one, , two] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!isSlash(tokens[at + 1])) return at;
  const third = tokens[at + 4];
  if (two?.kind === 'number' && isSlash(tokens[at + 3]) && third) {
    if (third.kind === 'number') return at + 4;
    if (isUpper(third)) return at + 2;
  }
  const numbers = two?.kind === 'number' && one?.number?.plain === true && two.number?.plain === true;
  if (!numbers) return at;
  if (isYear(two) && !unitAt(tokens, at + 3)) return at + 2;
  if (isYear(one) && isYear(two)) return at + 2;
  const day = Number(one?.text) <= 31 && Number(two.text) <= 12;
  if (day && DAY_WORDS.has(tokens[at - 1]?.key ?? '')) return at + 2;
  // "8/3", "20/11" without a thing counted behind it
  return day && !unitAt(tokens, at + 3) && !/^[(]$/.test(tokens[at + 3]?.text ?? '') ? at + 2 : at;
}

/** 02/CT-UBND, 46-CT/TU, 11/KH */
function isDocumentNumber(tokens: Token[], at: number): boolean {
  const [token, mark, word, then] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (!glued(token, mark) || !isUpper(word)) return false;
  if (isSlash(mark)) return glued(mark, word) || isDash(then);
  return isDash(mark) && glued(mark, word) && isSlash(then);
}

/** Years, ranges of years, durations, ages, hours. */
function isTime(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (isYear(token)) {
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    if (before?.key === 'nam' || (isDash(before) && isYear(tokens[at - 2]))) return true;
    if (isDash(after) && tokens[at + 2]?.kind === 'number') return true;
    if (!unitAt(tokens, at + 1)) return true;
  }
  // "2025 - 30": the end of a term written short
  if (isDash(tokens[at - 1]) && isYear(tokens[at - 2]) && !unitAt(tokens, at + 1)) return true;
  if (token && /^\d{1,2}$/.test(token.text) && /^h\d{0,2}$/.test(tokens[at + 1]?.low ?? '')) return true;
  const term = phraseAt(TERMS, tokens, at + 1);
  if (term) return !isCounted(tokens, at, term.next);
  // "từ 15 đến 18 tuổi", "3 - 6 tháng"
  const other = tokens[at + 2];
  if (other?.kind === 'number' && (isDash(tokens[at + 1]) || tokens[at + 1]?.key === 'den'))
    return phraseAt(TERMS, tokens, at + 3) !== null;
  return false;
}

/** A word that is a unit as well as a term, with something counted behind it: never so for the words of TERMS. */
function isCounted(tokens: Token[], at: number, next: number): boolean {
  return tokens[at + 1]?.key === 'cap' && unitAt(tokens, at + 1) !== null && next === at + 1;
}

/** "Điều 5", "lớp 1", "lần thứ 15": unless a share follows. */
function isNamed(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word' || !NAMING.has(before.key)) return false;
  const unit = unitAt(tokens, at + 1);
  if (unit?.kind === 'share') return false;
  if (
    before.key === 'so' ||
    before.key === 'muc' ||
    before.key === 'diem' ||
    before.key === 'lan' ||
    before.key === 'do'
  )
    return unit === null || before.key === 'so';
  if (before.key === 'thu') return !['xep', 'dung', 'vi', 'tri'].includes(tokens[at - 2]?.key ?? '');
  // "năm 25 hộ", "lớp 12 học sinh" would be live; "tháng 6", "Điều 5" never are.
  return unit === null || unit.kind !== 'money' || before.key === 'ngay' || before.key === 'thang';
}

function isTelephone(token: Token): boolean {
  const digits = token.text.replace(/[.,]/g, '');
  if (digits.startsWith('0') && digits.length >= 6 && token.text.startsWith('0') && !/^0,/.test(token.text))
    return true;
  return digits.length >= 9 && token.number?.plain === true;
}

/** "(1)", "(2)": numbering inside a sentence. */
function isOrdinalBracket(tokens: Token[], at: number): boolean {
  return tokens[at - 1]?.text === '(' && tokens[at + 1]?.text === ')' && /^\d{1,2}$/.test(tokens[at]?.text ?? '');
}
