/** Stretches in quotation marks of any kind, also those whose closing mark is missing. */

import type { Span } from './reading.ts';

export type Quotation = {
  /** Place of the words, without the marks. */
  inner: Span;
  /** Place with the marks. */
  outer: Span;
  /** False where the closing mark is missing. */
  closed: boolean;
};

type Mark = { at: number; length: number; kind: 'open' | 'close' | 'straight' };

const MARKS = '“„«‟”»"″‘’\'`';
/** For each UTF-16 unit up to the last of the marks whether it is one. */
const IS_MARK = Uint8Array.from({ length: 0x2034 }, (_, unit) => (MARKS.includes(String.fromCharCode(unit)) ? 1 : 0));

/** The marks of a text. Pairs of single marks count as one double mark; a lone ’ inside a word is an apostrophe. */
function marksOf(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let at = from; at < to; at++) {
    if (IS_MARK[text.charCodeAt(at)] !== 1) continue;
    const character = text[at] ?? '';
    const pair = text[at + 1] === character;
    switch (character) {
      case '“':
      case '„':
      case '«':
      case '‟':
        marks.push({ at, length: 1, kind: 'open' });
        break;
      case '”':
      case '»':
        marks.push({ at, length: 1, kind: 'close' });
        break;
      case '"':
      case '″':
        marks.push({ at, length: 1, kind: 'straight' });
        break;
      case '‘':
      case '’':
      case "'":
      case '`': {
        const length = pair ? 2 : 1;
        if (length === 1 && isApostrophe(text, at)) break;
        marks.push({
          at,
          length,
          kind: character === '‘' || character === '`' ? 'open' : character === '’' ? 'close' : 'straight',
        });
        at += length - 1;
        break;
      }
      default:
    }
  }
  return marks;
}

const LETTER = /[\p{L}\p{N}]/u;

function isApostrophe(text: string, at: number): boolean {
  return LETTER.test(text[at - 1] ?? ' ') && LETTER.test(text[at + 1] ?? ' ');
}

const MAX_LENGTH = 600;

/** Whether a mark that looks the same on both sides opens: it stands before a word and not behind one. */
function opens(text: string, mark: Mark): boolean {
  const before = text[mark.at - 1] ?? ' ';
  const after = text[mark.at + mark.length] ?? ' ';
  return /[\s(:;,–-]/.test(before) && !/[\s.,;)]/.test(after);
}

/**
 * The quotations of one line of text, in order. An opening mark without its closing one goes as far as the next
 * opening mark, the end of the clause or the end of the line, whatever comes first.
 */
export function findQuotations(text: string, from = 0, to = text.length): Quotation[] {
  const marks = marksOf(text, from, to);
  const found: Quotation[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.kind === 'close' || (mark.kind === 'straight' && !opens(text, mark))) {
      // A closing mark used as an opening one: ”Dạy tốt, học tốt”.
      if (mark?.kind !== 'close' || !opens(text, mark)) continue;
    }
    const start = mark.at + mark.length;
    const next = marks[i + 1];
    const closes = next && next.at - start <= MAX_LENGTH && (next.kind === 'close' || !opens(text, next));
    if (next && closes) {
      if (next.at > start)
        found.push({ inner: [start, next.at], outer: [mark.at, next.at + next.length], closed: true });
      i += 1;
      continue;
    }
    const limit = Math.min(next?.at ?? to, to, start + MAX_LENGTH);
    const end = endOfClause(text, start, limit);
    if (end - start > 3) found.push({ inner: [start, end], outer: [mark.at, end], closed: false });
  }
  return found;
}

function endOfClause(text: string, from: number, limit: number): number {
  let end = limit;
  for (let at = from; at < limit; at++) {
    const character = text[at];
    if (character === ';' || character === '\n' || (character === '.' && /[\s]/.test(text[at + 1] ?? ' '))) {
      end = at;
      break;
    }
  }
  const place = text
    .slice(from, end)
    .search(/\s(?:trên địa bàn|trong (?:các|toàn)|gắn với|do (?:Thủ tướng|Chính phủ|Trung ương|Ủy ban|UBND))/);
  return place > 0 ? from + place : end;
}

/** The text without a quotation mark, blank or mark of punctuation at its ends. */
export function trimmedSpan(text: string, span: Span): Span {
  let [start, end] = span;
  while (start < end && /[\s“”"‘’'„«»:;,.–-]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s“”"‘’'„«»:;,.–-]/.test(text[end - 1] ?? '')) end -= 1;
  return [start, end];
}
