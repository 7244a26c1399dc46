/** Sentences and clauses within a line, quotations kept whole. */

import type { Span } from './reading.ts';

const NO_END = /(?:^|[\s(])(?:TP|TX|TT|Tp|tp|P|Q|H|ThS|TS|GS|PGS|BS|đ\/c|Đ\/c|v\.v)$/;

/** True where a full stop at `at` ends a sentence: not inside a figure, an abbreviation or an ellipsis. */
function endsSentenceAt(text: string, at: number): boolean {
  const next = text[at + 1];
  if (next !== undefined && !/[\s”"]/.test(next)) return false;
  if (text[at - 1] === '.') return false;
  return !NO_END.test(text.slice(Math.max(0, at - 5), at));
}

/** No sentence is longer; a text without any mark is cut here, so that what looks at one sentence stays quick. */
const LONGEST = 4000;

const [OPENS_QUOTATION, CLOSES_QUOTATION] = [0x201c, 0x201d];
const [OPENS_BRACKET, CLOSES_BRACKET, BLANK, NEW_LINE, FULL_STOP, SEMICOLON] = [0x28, 0x29, 0x20, 0x0a, 0x2e, 0x3b];
/** Units that may end a stretch, or keep it from ending; all others are passed over at once. */
const TELLS = new Uint8Array(0x10000);
for (const unit of [OPENS_QUOTATION, CLOSES_QUOTATION, OPENS_BRACKET, CLOSES_BRACKET, NEW_LINE, FULL_STOP, SEMICOLON])
  TELLS[unit] = 1;

function split(text: string, from: number, to: number, ends: (unit: number, at: number) => boolean): Span[] {
  const spans: Span[] = [];
  let start = from;
  let quoted = false;
  let depth = 0;
  for (let at = from; at <= to; at++) {
    const unit = at < to ? text.charCodeAt(at) : -1;
    if (at < to && TELLS[unit] === 0 && (unit !== BLANK || at - start <= LONGEST)) continue;
    if (unit === OPENS_QUOTATION) quoted = true;
    else if (unit === CLOSES_QUOTATION) quoted = false;
    else if (unit === OPENS_BRACKET) depth += 1;
    else if (unit === CLOSES_BRACKET) depth = Math.max(0, depth - 1);
    // An opening mark that is never closed must not swallow the rest.
    if (at - start > 1200) {
      quoted = false;
      depth = 0;
    }
    const tooLong = at - start > LONGEST && unit === BLANK;
    if (at < to && !tooLong && (quoted || depth > 0 || !ends(unit, at))) continue;
    const span = trimmed(text, start, Math.min(at, to));
    if (span[1] > span[0]) spans.push(span);
    start = at + 1;
    quoted = false;
    depth = 0;
  }
  return spans;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /[\s.;,/]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s.;,/]/.test(text[end - 1] ?? '')) end -= 1;
  return [start, end];
}

/** The sentences between two places of a text, without their end marks. */
export function sentencesIn(text: string, from = 0, to = text.length): Span[] {
  return split(text, from, to, (unit, at) => unit === NEW_LINE || (unit === FULL_STOP && endsSentenceAt(text, at)));
}

/** The clauses between two places: parted by full stops and semicolons. */
export function clausesIn(text: string, from = 0, to = text.length): Span[] {
  return split(
    text,
    from,
    to,
    (unit, at) => unit === SEMICOLON || unit === NEW_LINE || (unit === FULL_STOP && endsSentenceAt(text, at)),
  );
}
