/** Numbers that are no quantities: dates, years, terms, ages, numbers of documents, articles, grades and telephones. */

import { phraseAt, phrasesOf, type Token } from './figures-tokens.ts';
import { unitAt } from './figures-units.ts';

/** A number right behind one of these words names a thing whatever follows: "Điều 5", "ngày 12", "số 250". */
const ALWAYS_NAMING = new Set(
  'ngày tháng quý điều khoản thứ khóa khoá phiên lệnh số iso tcvn qcvn sđt đt fax tel hotline zalo phụ lục'.split(' '),
);
/** Behind these it does so unless something is counted: "điểm 2", but "mỗi năm 50 ha". */
const OFTEN_NAMING = new Set(
  (
    'năm điểm mục biểu mẫu trang phần chương tiết lớp độ hạng loại bậc vòng đợt lần quận lộ km kỳ cấp vùng lúc hồi cột ' +
    'stt tt khối quyển tổ thôn bản ấp xóm khu phố phường đội cụm nhóm trạm'
  ).split(' '),
);

/** A quantity of time or age is a term, not a target. */
const TERMS = phrasesOf(
  'năm; tháng; ngày; giờ; phút; giây; tuần; tuổi; quý; nhiệm kỳ; thế kỷ; năm tuổi; tháng tuổi; tuổi đảng; tháng đầu; học kỳ; h; sao; cấp; bước; mức độ; giai đoạn; trang; bản chính; liên'.split(
    '; ',
  ),
);

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

/** Marks the tokens that are numbers but no quantities. In a cell of a table (`bare`) 6/8 is no day of August. */
export function excludedNumbers(tokens: Token[], bare = false): boolean[] {
  const dead = tokens.map((token) => token.kind === 'number' && token.number === null);
  const kill = (from: number, to: number): void => {
    for (let at = from; at <= to; at++) dead[at] = true;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'number' || dead[at]) continue;
    const run = slashRun(tokens, at, bare);
    if (run > at) kill(at, run);
    else if (isDocumentNumber(tokens, at)) kill(at, at);
    else if (
      isTime(tokens, at) ||
      isNamed(tokens, at) ||
      isBasis(tokens, at) ||
      isTelephone(token) ||
      isOrdinalBracket(tokens, at)
    )
      kill(at, at);
  }
  return dead;
}

/** Dates (12/01/2026, 30/4), numbers of documents (30/2020/NĐ-CP): the last token of the run, or `at` if it is none. */
function slashRun(tokens: Token[], at: number, bare: boolean): number {
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
  return day && !bare && !unitAt(tokens, at + 3) && !/^[(]$/.test(tokens[at + 3]?.text ?? '') ? at + 2 : at;
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
  if (before?.kind !== 'word') return false;
  const unit = unitAt(tokens, at + 1);
  if (unit?.kind === 'share') return false;
  // Copies of a paper, not villages.
  if (tokens[at + 1]?.low === 'bản' && ['lưu', 'thành', 'gửi', 'lập', 'in', 'nộp', 'sao'].includes(before.low))
    return true;
  if (before.low === 'số') return tokens[at - 2]?.low !== 'tổng';
  if (before.low === 'thứ') return !['xep', 'dung', 'vi', 'tri'].includes(tokens[at - 2]?.key ?? '');
  if (before.low === 'hạng' && ['xep', 'vi', 'dung'].includes(tokens[at - 2]?.key ?? '')) return false;
  return ALWAYS_NAMING.has(before.low) || (OFTEN_NAMING.has(before.low) && unit === null);
}

/**
 * "giá trị sản phẩm trên 1 ha", "trên 10.000 dân", "Trong 680 lao động … có ít nhất 07": what the quantity is taken of,
 * with the quantity still to come.
 */
function isBasis(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  const opens = at < 2 || tokens[at - 2]?.kind === 'mark';
  if (tokens[at - 1]?.low === 'trong' && opens && unitAt(tokens, at + 1)?.kind === 'count')
    return tokens.slice(at + 2, at + 25).some((later) => later.kind === 'number');
  const unit = tokens[at + 1];
  if (tokens[at - 1]?.low !== 'trên' || !/^10*$/.test(token?.number?.value ?? '')) return false;
  const per = ['ha', 'vạn', 'đơn'].includes(unit?.low ?? '') ? token?.number?.value === '1' : unit?.low === 'dân';
  return per && tokens.slice(at + 2, at + 14).some((later) => later.kind === 'number');
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
