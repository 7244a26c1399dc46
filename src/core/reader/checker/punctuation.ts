/** CT-03: punctuation. All of it is only noted; each kind once, at its first place. */

import type { Finding, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';

type Kind = 'blankBefore' | 'noBlankAfter' | 'doubled' | 'commaEllipsis' | 'bracket' | 'thisThenCapital' | 'meanwhile';

/** Blanks around marks, doubled marks, brackets without a partner, a comma left out before a few fixed words. */
export function checkPunctuation(context: CheckContext): Finding[] {
  const places = new Map<Kind, Span[]>();
  const add = (kind: Kind, span: Span): void => {
    const list = places.get(kind);
    if (list) list.push(span);
    else places.set(kind, [span]);
  };
  for (const line of context.doc.lines) {
    if (line.part !== 'body' || line.row !== null) continue;
    scanMarks(line.text, line.start, add);
    scanBrackets(line.text, line.start, line.bodyAt, add);
  }
  scanCommas(context, add);
  return [...places].map(([kind, spans]) => {
    const span = spans[0] ?? [0, 0];
    const message = context.text.punctuation(kind, spans.length);
    return toFinding(context, { rule: 'CT-03', severity: 'info', span, message });
  });
}

const [COMMA, FULL_STOP, COLON, SEMICOLON, OPENS_BRACKET, CLOSES_BRACKET] = [0x2c, 0x2e, 0x3a, 0x3b, 0x28, 0x29];
const LETTER = /\p{L}/u;
const DIGIT = /\d/;

function scanMarks(text: string, offset: number, add: (kind: Kind, span: Span) => void): void {
  for (let i = 1; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit > SEMICOLON || (unit !== COMMA && unit !== SEMICOLON && unit !== FULL_STOP && unit !== COLON)) continue;
    const kind = faultAt(text, i);
    if (kind === 'commaEllipsis') add(kind, [offset + wordStart(text, i), offset + wordEnd(text, i + 2)]);
    else if (kind) add(kind, around(text, i, offset));
  }
}

function faultAt(text: string, i: number): Kind | null {
  const mark = text[i] ?? '';
  const before = text[i - 1] ?? '';
  const after = text[i + 1] ?? '';
  // The usual case: a mark right behind a word, a blank behind the mark.
  if (after === ' ' && before !== ' ') return null;
  if (before === ' ' && mark !== '.' && after === ' ' && LETTER.test(text[i - 2] ?? '')) return 'blankBefore';
  if ((mark === ',' || mark === ';') && LETTER.test(before) && LETTER.test(after)) return 'noBlankAfter';
  if (mark === '.' && /\p{Ll}/u.test(before) && /\p{Lu}/u.test(after) && isSentenceJoin(text, i)) return 'noBlankAfter';
  if (mark === ',' && (text.startsWith(',...', i) || text.startsWith(',…', i))) return 'commaEllipsis';
  if ((mark === ',' || mark === ';') && (after === mark || (after === '.' && text[i + 2] !== '.'))) return 'doubled';
  if (mark === '.' && (after === ',' || after === ';') && DIGIT.test(before)) return 'doubled';
  if (mark === '.' && after === '.' && text[i + 2] !== '.' && before !== '.' && LETTER.test(before)) return 'doubled';
  return null;
}

/** "kế hoạch.Các đơn vị", but not "TP.Hồ Chí Minh", "www.Abc" or "Tp.Lai Châu". */
function isSentenceJoin(text: string, at: number): boolean {
  let from = at - 1;
  while (from >= 0 && LETTER.test(text[from] ?? '')) from -= 1;
  const word = text.slice(from + 1, at);
  return word.length > 2 && !/[@/.]/.test(text[from] ?? ' ') && text[at + 2] !== '.';
}

/** Longer stretches without a blank are no words, and are not quoted whole. */
const LONGEST_WORD = 60;

function wordStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && text[from - 1] === ' ') from -= 1;
  while (from > 0 && at - from < LONGEST_WORD && text[from - 1] !== ' ') from -= 1;
  return from;
}

function wordEnd(text: string, at: number): number {
  let to = at + 1;
  while (to < text.length && text[to] === ' ') to += 1;
  while (to < text.length && to - at < LONGEST_WORD && text[to] !== ' ') to += 1;
  return to;
}

function around(text: string, at: number, offset: number): Span {
  return [offset + wordStart(text, at), offset + wordEnd(text, at)];
}

function scanBrackets(text: string, offset: number, from: number, add: (kind: Kind, span: Span) => void): void {
  const open: number[] = [];
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === OPENS_BRACKET) open.push(i);
    else if (unit === CLOSES_BRACKET && open.pop() === undefined && !isPoint(text, i))
      add('bracket', around(text, i, offset));
  }
  const left = open[0];
  if (left !== undefined && text.length - left > 3) add('bracket', around(text, left, offset));
}

/** "a)", "1)" inside a line numbers a point; ":)" is no bracket of a text either. */
function isPoint(text: string, at: number): boolean {
  return /(?:^|[\s;:,.(])[\p{L}\d]{1,3}$/u.test(text.slice(Math.max(0, at - 5), at));
}

const THIS = new Set(['hoạch', 'thị', 'định', 'trình', 'án', 'dẫn', 'quyết']);

/** "kèm theo Quyết định này Quy chế …" */
const ATTACHED = new Set([
  'quy chế',
  'quy định',
  'kế hoạch',
  'đề án',
  'phụ lục',
  'danh sách',
  'chương trình',
  'bảng tiêu',
  'bộ tiêu',
]);

function scanCommas(context: CheckContext, add: (kind: Kind, span: Span) => void): void {
  const { words } = context;
  words.forEach((word, at) => {
    const before = words[at - 1];
    if ((before?.text !== 'này' && word.text !== 'đồng') || !before) return;
    if (word.gap !== ' ' || before.line !== word.line) return;
    const [two, next, after] = [words[at - 2], words[at + 1], words[at + 2]];
    const named = ATTACHED.has(`${word.form.canon} ${next?.form.canon}`);
    if (before.text === 'này' && word.form.casing === 'title' && two && THIS.has(two.form.canon) && !named)
      add('thisThenCapital', [
        words[at - 3]?.line === word.line ? (words[at - 3]?.start ?? two.start) : two.start,
        next?.end ?? word.end,
      ]);
    if (word.text !== 'đồng' || next?.text !== 'thời' || next.gap !== ' ') return;
    if (after?.gap !== ' ' || ['với', 'là', 'cũng'].includes(after.text)) return;
    if (['và', 'cũng', 'nhưng', 'được', 'hành', 'diễn', 'là', 'phải', 'hiện'].includes(before.text)) return;
    add('meanwhile', [two && two.line === word.line ? two.start : before.start, after.end]);
  });
}
