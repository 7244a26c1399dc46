/** Cleaning of one line: NFC, white space folded, marks of Markdown turned into style. */

import type { BlockStyle } from './blocks.ts';

export const PLAIN_STYLE: BlockStyle = { bold: false, italic: false, align: null, heading: null };

/** A blank that is no single plain one, or what is not seen at all. */
const UNCLEAN =
  /\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]| {2}/u;

/** NFC, every kind of blank as one blank, invisible characters dropped, trimmed. */
export function foldBlanks(text: string): string {
  const composed = text.normalize('NFC');
  if (!UNCLEAN.test(composed)) return composed.trim();
  return composed
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]/g, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

const HEADING_MARK = /^(#{1,6})\s+/;

/** Removes Markdown marks that a plain text may carry, and keeps what they said about the style. */
export function unmark(text: string, style: BlockStyle): { text: string; style: BlockStyle } {
  let rest = text;
  let next = style;
  const heading = HEADING_MARK.exec(rest);
  if (heading?.[1]) {
    rest = rest.slice(heading[0].length);
    next = { ...next, heading: next.heading ?? heading[1].length };
  }
  if (rest.includes('**')) {
    next = { ...next, bold: next.bold || rest.startsWith('**'), italic: next.italic || rest.startsWith('***') };
    rest = rest.replace(/\*{2,3}/g, '');
  } else if (/^\*[^\s*]/.test(rest) && /[^\s*]\*$/.test(rest)) {
    next = { ...next, italic: true };
    rest = rest.slice(1, -1);
  }
  return { text: rest.trim(), style: next };
}
