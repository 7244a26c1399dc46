/** Whether a page's letters mean what they show: fonts without a map to Unicode give text no one can read. */

import { countSyllables } from '../syllables.ts';

/** Private use, "no such character", controls: what a font without a map leaves. */
const MEANINGLESS = /[\p{Co}\p{Cc}\ufffd]/gu;

/**
 * True when the text must have read otherwise on paper. Needs a stretch of it: a page of figures alone says nothing.
 * Vietnamese text has nearly all its words built as syllables and a quarter of them or more with marks.
 */
export function isGarbled(text: string): boolean {
  const dense = text.replace(/\s/g, '');
  const letters = dense.length;
  if (letters < 200) return false;
  const meaningless = dense.match(MEANINGLESS)?.length ?? 0;
  if (meaningless > letters * 0.02) return true;
  const { words, syllables, accented, accentedSyllables } = countSyllables(text);
  if (words < 60) return false;
  // A few marks survived, yet most words are no syllables: letters were lost or exchanged.
  return accented > words * 0.05 && (accentedSyllables < accented * 0.5 || syllables < words * 0.5);
}
