/**
 * Decides whether a piece of text goes on in the next one: hard-wrapped lines, sentences cut by a page break.
 */

import { fold } from '../text/search.ts';
import { type Label, labelOf } from './label.ts';
import type { Piece } from './pieces.ts';

/** What the pieces of a file say about how its lines are broken. */
export type Wrapping = {
  /** Lines are broken at the margin: a piece is a printed line, not a paragraph. */
  wrapped: boolean;
  /** Usual length of a full line, in characters. */
  width: number;
  /** Empty lines stand between paragraphs only, so that a line without one before it goes on. */
  blanksTell: boolean;
};

const TERMINAL = /[.;:!?…][”"’'»)\]]{0,3}$/;
const ABBREVIATION = /(?:^|[\s(])(?:TP|TX|TT|Tp|tp|P|Q|H|X|KT|TM|TL|TUQ|ThS|TS|GS|PGS|BS|CN|Đ\/c|đ\/c|NĐ|QĐ)\.$/;

/** True when a sentence ends where this text ends. */
export function endsSentence(text: string): boolean {
  return TERMINAL.test(text) && !ABBREVIATION.test(text.slice(-12));
}

const LOWER_START = /^[\p{Ll}]/u;
const GOES_ON_START = /^[\p{Ll}\d(“"‘'–%,;)…-]/u;

/** Words after which no paragraph ends. */
const OPEN_WORDS = new Set(
  (
    'của và các những với cho về tại do theo số ngày tháng năm trong từ đến bằng là được để khi nhằm hoặc hay cùng trên dưới ' +
    'khoản điểm điều mục quý lần thứ khóa kỳ giai đoạn đồng chí ông bà lớp cấp mức đạt khoảng hơn gần'
  ).split(' '),
);
/** Words that a name usually follows; a heading may end with them all the same ("Các đoàn thể xã"). */
const UNIT_WORDS = new Set('tỉnh huyện xã phường quận thành phố trấn khu'.split(' '));

const isOpenEnd = (text: string): boolean => OPEN_WORDS.has(lastWord(text));
const mayGoOn = (text: string): boolean => isOpenEnd(text) || UNIT_WORDS.has(lastWord(text));

function lastWord(text: string): string {
  const at = text.lastIndexOf(' ');
  return text.slice(at + 1).toLowerCase();
}

/** All letters of the text are capitals, and there are at least three. */
export function isUpper(text: string): boolean {
  return !/[a-zđ]/.test(text) && CAPITALS.test(text);
}

/** Legacy fonts for capitals leave the letters with marks small ("Kế HOạCH"), so only plain letters are asked. */
const CAPITALS = /\p{L}[^\p{L}]{0,4}\p{L}[^\p{L}]{0,4}\p{L}/u;

/** Measures how the lines of these pieces are broken. */
export function measureWrapping(pieces: Piece[]): Wrapping {
  const body = pieces.filter((piece) => piece.row === null && piece.cell === null && piece.text.length > 0);
  const lengths = body
    .map((piece) => piece.text.length)
    .filter((length) => length > 30)
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  let pairs = 0;
  let cut = 0;
  let blanks = 0;
  for (let i = 1; i < body.length; i++) {
    const before = body[i - 1];
    const piece = body[i];
    if (!before || !piece) continue;
    if (piece.blankBefore) blanks += 1;
    if (before.text.length < 40) continue;
    pairs += 1;
    if (!endsSentence(before.text) && LOWER_START.test(piece.text)) cut += 1;
  }
  const flagged = body.filter((piece) => piece.printed).length > body.length / 2;
  const wrapped = width > 0 && width < 220 && pairs > 5 && cut / pairs > (flagged ? 0.15 : 0.3);
  const share = blanks / Math.max(1, body.length - 1);
  return { wrapped, width, blanksTell: share > 0.03 && share < 0.6 };
}

export type Junction = 'same-paragraph' | 'cut-paragraph' | 'apart';

/** A label that begins a new item, and not a number or dash that a wrapped line happens to begin with. */
function opensItem(before: Piece, next: Piece, label: Label | null, full: boolean): boolean {
  if (next.numbered) return true;
  if (!label) return false;
  if (endsSentence(before.text)) return true;
  const open = isOpenEnd(before.text) || /[,(–-]$/.test(before.text);
  if (label.kind === 'dash' || label.kind === 'plus') {
    // "phát triển kinh tế / - xã hội" against a list whose items begin in lower case.
    return !(full && LOWER_START.test(next.text.slice(label.bodyAt)));
  }
  if (label.kind === 'letter' || label.kind === 'small-roman' || label.kind === 'numeral') return !(full && open);
  return !open;
}

export type Setting = {
  wrapping: Wrapping /** The paragraph stands right under the type of the document. */;
  isTitle: boolean;
};

const YEAR_OPEN = /(?:ngày|tháng|năm)$/;
/** "… xuống còn / 35%.": a share at the beginning of a line is the end of what was said. */
const PERCENT_START = /^\d[\d.,]{0,8}\s?[%‰]/;
const LONE_PERCENT = /^\d[\d.,]{0,8}\s?[%‰][.;,]?$/;
/** With these a line always begins something of its own. */
const STARTERS =
  /^(?:Kính gửi|Nơi nhận|Căn cứ (?:Luật|Nghị|Quyết|Chỉ|Kế|Thông|Hướng|Kết|Công)|Số\s?:|V\/v|Trên đây là|TM\.|KT\.|TL\.|TUQ\.|Phụ lục|PHỤ LỤC)/;

/** Whether `next` continues the paragraph that ends with the piece `before` and is `joined` characters long so far. */
export function junction(before: Piece, next: Piece, joined: number, setting: Setting): Junction {
  const { wrapping, isTitle } = setting;
  if (before.row || next.row || next.section || before.part !== next.part || before.cell !== next.cell) return 'apart';
  if (next.style.heading !== null && before.style.heading !== next.style.heading) return 'apart';
  const wrapped = wrapping.wrapped && before.printed === next.printed;
  const full = wrapped && before.text.length >= wrapping.width * 0.75;
  const label = labelOf(next.text);
  if (opensItem(before, next, label, full)) return 'apart';
  const upper = isUpper(before.text);
  if (upper !== isUpper(next.text) && !(upper && full && before.text.length > 40)) {
    // A heading in capitals over text, or text over the capitals of a signature; "2030" alone is neither.
    if (/\p{L}/u.test(next.text) && (upper || next.text.length > 12)) return 'apart';
  }
  if (YEAR_OPEN.test(before.text) && /^\d/.test(next.text)) return 'same-paragraph';
  if (PERCENT_START.test(next.text) && !endsSentence(before.text) && (full || LONE_PERCENT.test(next.text)))
    return wrapped ? 'same-paragraph' : 'cut-paragraph';
  if (STARTERS.test(next.text)) return 'apart';
  if (isTitle && !LOWER_START.test(next.text) && !mayGoOn(before.text))
    return sameTitle(before, next) ? 'same-paragraph' : 'apart';
  const ended = endsSentence(before.text);
  if (LOWER_START.test(next.text) && !ended) {
    if (isShortLine(before) && !wrapped && !next.soft) return 'apart';
    return wrapped || next.soft ? 'same-paragraph' : cutOrTitle(before, next);
  }
  if (next.soft && sameTitle(before, next)) return 'same-paragraph';
  if (!wrapped) return !ended && isOpen(before, joined) ? 'cut-paragraph' : 'apart';
  return wrappedJunction(before, next, ended, full, wrapping);
}

/** A line that ends early, like a name or a heading, and so is no paragraph cut in two. */
const isShortLine = (piece: Piece): boolean => piece.text.length < 25;

function cutOrTitle(before: Piece, next: Piece): Junction {
  const centred = before.style.align === 'center' && next.style.align === 'center';
  return centred ? 'same-paragraph' : 'cut-paragraph';
}

/** Lines of one centred or bold title. */
function sameTitle(before: Piece, next: Piece): boolean {
  return (
    before.style.align === 'center' &&
    before.style.bold &&
    next.style.bold &&
    !isUpper(before.text) &&
    !endsSentence(before.text)
  );
}

/** A paragraph that cannot end here: a long one that breaks off after "của", "tỉnh" … */
function isOpen(before: Piece, joined: number): boolean {
  if (before.style.heading !== null) return false;
  return (joined > 60 && isOpenEnd(before.text)) || (joined > 140 && mayGoOn(before.text));
}

function wrappedJunction(before: Piece, next: Piece, ended: boolean, full: boolean, wrapping: Wrapping): Junction {
  const gap = wrapping.blanksTell && next.blankBefore;
  if (before.style.bold !== next.style.bold && (ended || !GOES_ON_START.test(next.text))) return 'apart';
  if (!full) {
    if (ended) return 'apart';
    return !gap && before.text.length > 40 && (GOES_ON_START.test(next.text) || isOpenEnd(before.text))
      ? 'same-paragraph'
      : 'apart';
  }
  if (!ended && GOES_ON_START.test(next.text)) return 'same-paragraph';
  if (!ended && (mayGoOn(before.text) || /[,–-]$/.test(before.text))) return 'same-paragraph';
  if (gap) return 'apart';
  // Where the first word would still have gone on the line, the line was ended on purpose.
  const firstWord = next.text.indexOf(' ') < 0 ? next.text.length : next.text.indexOf(' ');
  // Capitals are wider, so fewer of them fill a line.
  const room = wrapping.width * (isUpper(before.text) ? 0.78 : 1);
  const roomLeft = before.text.length + 1 + firstWord <= room * (ended ? 1.02 : 0.9);
  return roomLeft ? 'apart' : 'same-paragraph';
}

const PAGE_NUMBER = /^(?:(?:trang|page)\s)?[-–—]?\s?(\d{1,3})\s?(?:\/\s?\d{1,3})?\s?[-–—]?$/;

/** The number of a page that stands alone on a line, or null. */
export function pageNumberOf(text: string): number | null {
  if (text.length > 16) return null;
  const match = PAGE_NUMBER.exec(fold(text));
  return match?.[1] ? Number(match[1]) : null;
}
