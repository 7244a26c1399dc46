/** Words → printed lines, and a line's text with its blanks. */

import { decodeLegacyRun, legacyFont } from '../encodings.ts';
import type { TextLine, Word } from './sheet.ts';

/** Parts of the font size: words whose baselines lie this close stand on one line. */
const SAME_LINE = 0.45;

/** Groups words into lines from the top down, each read from left to right. */
export function linesOf(words: readonly Word[]): TextLine[] {
  const sorted = [...words].sort((a, b) => a.y - b.y || a.left - b.left);
  const lines: TextLine[] = [];
  let current: TextLine | null = null;
  for (const word of sorted) {
    // Small raised letters (a footnote's mark, m²) belong to the line they hang on.
    const near = current ? Math.abs(word.y - current.y) <= Math.max(word.size, current.size) * SAME_LINE : false;
    if (current && near) {
      if (word.size > current.size) {
        current.size = word.size;
        current.y = word.y;
      }
      current.words.push(word);
    } else {
      current = { words: [word], left: word.left, right: word.right, y: word.y, size: word.size };
      lines.push(current);
    }
  }
  for (const line of lines) {
    line.words = mergeTouching(line.words.sort((a, b) => a.left - b.left));
    measure(line);
  }
  return lines.filter((line) => line.words.length > 0);
}

/** Writers draw one word in several pieces; those of one font are put together again. A lone blank parts words. */
function mergeTouching(words: Word[]): Word[] {
  const merged: Word[] = [];
  let blank = false;
  let before: Word | null = null;
  for (const drawn of words) {
    const last = merged.at(-1);
    // Some writers draw text twice, a hair apart, to make it look bold.
    if (before && last && before.text === drawn.text && drawn.left - before.left < drawn.size * 0.12) {
      last.bold = true;
      continue;
    }
    before = drawn;
    if (drawn.text === ' ') {
      if (last) last.blankAfter = true;
      blank = true;
      continue;
    }
    const word = blank ? { ...drawn, blankBefore: true } : drawn;
    blank = false;
    const alike = last && last.font === word.font && last.size === word.size && last.y === word.y;
    if (last && alike && touches(last, word)) {
      merged[merged.length - 1] = {
        ...last,
        text: last.text + word.text,
        right: Math.max(last.right, word.right),
        blankAfter: word.blankAfter,
      };
    } else merged.push({ ...word });
  }
  return merged;
}

function measure(line: TextLine): void {
  line.left = line.words.reduce((least, word) => Math.min(least, word.left), Number.POSITIVE_INFINITY);
  line.right = line.words.reduce((most, word) => Math.max(most, word.right), 0);
}

/** A line made of some of another's words. */
export function lineWith(words: Word[], from: TextLine): TextLine {
  const line = { words, left: 0, right: 0, y: from.y, size: Math.max(...words.map((word) => word.size)) };
  measure(line);
  return line;
}

/** Blank between two neighbours of a line, in points. */
export const gapBetween = (left: Word, right: Word): number => right.left - left.right;

/** True when the two were one word in the file's eyes: drawn close together without a blank. */
function touches(left: Word, right: Word): boolean {
  if (left.blankAfter || right.blankBefore) return false;
  return gapBetween(left, right) < Math.max(left.size, right.size) * 0.17;
}

/** The text of a line, NFC, legacy fonts decoded; columns far apart are parted by a tab. */
export function textOf(line: TextLine): string {
  const parts: { text: string; font: string }[] = [];
  let before: Word | null = null;
  for (const word of line.words) {
    let blank = '';
    if (before && !touches(before, word)) blank = gapBetween(before, word) > word.size * 3 ? '\t' : ' ';
    const last = parts.at(-1);
    const font = legacyFont(word.font) ? word.font : '';
    if (last && last.font === font) last.text += blank + word.text;
    else {
      if (last) last.text += blank;
      parts.push({ text: word.text, font });
    }
    before = word;
  }
  return parts
    .map((part) => (part.font === '' ? part.text : decodeLegacyRun(part.text, part.font)))
    .join('')
    .normalize('NFC');
}

/** The share of a line's letters that one style covers. */
export function styledShare(lines: readonly TextLine[], style: 'bold' | 'italic'): number {
  let all = 0;
  let styled = 0;
  for (const line of lines)
    for (const word of line.words) {
      all += word.text.length;
      if (word[style]) styled += word.text.length;
    }
  return all === 0 ? 0 : styled / all;
}
