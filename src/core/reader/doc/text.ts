/** The characters of a Word 97 file, with the place in the file of each. */

import { ReadFailure } from '../limits.ts';
import type { Piece } from './header.ts';
import { MOST_TIMES, u8, u16 } from './sprms.ts';

/** A stretch of characters that lie one after the other in the file. */
export type TextRun = { text: string; at: number; width: 1 | 2 };

/** 0x80 to 0x9F of eight-bit pieces: Windows-1252. */
const QUOTES = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The characters from `from` to `to`, a stretch for each piece. */
export function* textRuns(document: DataView, pieces: readonly Piece[], from: number, to: number): Generator<TextRun> {
  let left = document.byteLength * MOST_TIMES;
  for (const piece of pieces) {
    const start = Math.max(from, piece.from);
    const end = Math.min(to, piece.to);
    if (start >= end) continue;
    const width = piece.wide ? 2 : 1;
    const at = piece.at + (start - piece.from) * width;
    // A damaged file may claim more text than it holds.
    const count = Math.min(end - start, Math.max(0, Math.floor((document.byteLength - at) / width)));
    left -= count * width;
    if (left < 0) throw new ReadFailure('damaged');
    let text = '';
    for (let index = 0; index < count; index++)
      text += piece.wide ? String.fromCharCode(u16(document, at + index * 2)) : narrow(u8(document, at + index));
    yield { text, at, width };
  }
}

function narrow(code: number): string {
  return code >= 0x80 && code < 0xa0 ? (QUOTES[code - 0x80] ?? '') : String.fromCharCode(code);
}
