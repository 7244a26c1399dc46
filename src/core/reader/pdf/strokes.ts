/** Shown strings with their place → words on an upright page. */

import { apply, type Matrix, type PdfFont, type Rule, type Word } from './sheet.ts';

/** One shown string: its letters, where each begins and ends in parts of the font size, and where the string lies. */
export type Stroke = { letters: string[]; starts: number[]; ends: number[]; matrix: Matrix; font: PdfFont };

type Turn = 0 | 1 | 2 | 3;

/** Quarter turns of the direction of writing, clockwise, or null when aslant. */
function turnOf(matrix: Matrix): Turn | null {
  const [a, b] = matrix;
  const long = Math.hypot(a, b);
  if (long === 0) return null;
  if (Math.abs(b) < long * 0.05) return a > 0 ? 0 : 2;
  if (Math.abs(a) < long * 0.05) return b > 0 ? 1 : 3;
  return null;
}

/**
 * Words and rulings of a page, turned so that most of its text stands upright (a landscape table printed on an upright
 * page). Text in other directions, such as a watermark, is left out.
 */
export function placeWords(
  strokes: Stroke[],
  rules: Rule[],
  width: number,
  height: number,
): { words: Word[]; rules: Rule[]; width: number; height: number } {
  const letters: [number, number, number, number] = [0, 0, 0, 0];
  for (const stroke of strokes) {
    const turn = turnOf(stroke.matrix);
    if (turn !== null) letters[turn] += stroke.letters.length;
  }
  const most = letters.indexOf(Math.max(...letters)) as Turn;
  const turned = turnPage(most, width, height);
  const words: Word[] = [];
  for (const stroke of strokes) if (turnOf(stroke.matrix) === most) splitStroke(stroke, turned, words);
  return {
    words,
    rules: most === 0 ? rules : rules.map((rule) => turnRule(rule, turned)),
    width: most % 2 === 0 ? width : height,
    height: most % 2 === 0 ? height : width,
  };
}

/** The map that makes a page upright whose text is turned by so many quarters. */
function turnPage(turn: Turn, width: number, height: number): Matrix {
  if (turn === 1) return [0, -1, 1, 0, 0, width];
  if (turn === 2) return [-1, 0, 0, -1, width, height];
  if (turn === 3) return [0, 1, -1, 0, height, 0];
  return [1, 0, 0, 1, 0, 0];
}

function turnRule(rule: Rule, by: Matrix): Rule {
  const [ax, ay] = apply(by, rule.x1, rule.y1);
  const [bx, by2] = apply(by, rule.x2, rule.y2);
  return { x1: Math.min(ax, bx), x2: Math.max(ax, bx), y1: Math.min(ay, by2), y2: Math.max(ay, by2) };
}

/** Parts of the font size: a gap wider than this parts two words even without a blank. */
const WORD_GAP = 0.2;

function splitStroke(stroke: Stroke, turned: Matrix, words: Word[]): void {
  const { letters, starts, ends, matrix, font } = stroke;
  const size = Math.hypot(matrix[2], matrix[3]);
  let text = '';
  let start = 0;
  let end = 0;
  let blank = false;
  const lone = isBlank(letters);
  if (lone) {
    // Some writers draw letter by letter, blanks included: the line takes it as a mark between two words.
    text = ' ';
    start = starts[0] ?? 0;
    end = ends.at(-1) ?? start;
  }
  const flush = (blankAfter: boolean) => {
    if (text === '') return;
    const [left, y] = apply(turned, ...apply(matrix, start, 0));
    const [right] = apply(turned, ...apply(matrix, end, 0));
    words.push({
      text,
      left: Math.min(left, right),
      right: Math.max(left, right),
      y,
      size,
      bold: font.bold,
      italic: font.italic,
      blankBefore: blank,
      blankAfter,
      font: font.name,
    });
    text = '';
    blank = blankAfter;
  };
  for (const [at, letter] of lone ? [] : letters.entries()) {
    const from = starts[at] ?? 0;
    if (isBlankLetter(letter)) {
      if (letter === '') continue;
      flush(true);
      blank = true;
      continue;
    }
    if (text !== '' && from - end > WORD_GAP) flush(true);
    if (text === '') start = from;
    text += letter;
    end = ends[at] ?? from;
  }
  flush(false);
}

const isBlankLetter = (letter: string): boolean =>
  letter === ' ' || letter === '' || letter === '\u00a0' || letter === '\t' || letter === '\u3000';

const isBlank = (letters: readonly string[]): boolean => letters.every(isBlankLetter);
