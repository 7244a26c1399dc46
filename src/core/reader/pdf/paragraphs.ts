/** Printed lines → paragraphs: where the layout shows that a line goes on, it is joined to the one before. */

import type { Paragraph } from '../blocks.ts';
import { styledShare, textOf } from './lines.ts';
import type { TextLine } from './sheet.ts';

/** Where the text of a page or a column lies. */
export type Measure = { left: number; right: number };

/**
 * The usual left and right edge of a set of lines: the edge most lines share, so that indents and short lines do not
 * count.
 */
export function measureOf(lines: readonly TextLine[]): Measure {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  if (lines.length < 4) return { left, right };
  const long = lines.filter((line) => line.right - line.left > (right - left) * 0.6);
  const lefts = shared(long.map((line) => line.left));
  const rights = shared(long.map((line) => line.right));
  return { left: lefts.length > 0 ? Math.min(...lefts) : left, right: rights.length > 0 ? Math.max(...rights) : right };
}

/** Values that at least two others, and a tenth of all, lie close to. */
function shared(values: number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const around = (value: number) => {
    const key = Math.round(value / 3);
    return (counts.get(key - 1) ?? 0) + (counts.get(key) ?? 0) + (counts.get(key + 1) ?? 0);
  };
  return values.filter((value) => around(value) >= Math.max(2, values.length * 0.1));
}

type Align = Paragraph['style']['align'];

function alignOf(line: TextLine, measure: Measure): Align {
  const em = line.size;
  const before = line.left - measure.left;
  const behind = measure.right - line.right;
  if (before < em * 0.6 && behind < em * 0.6) return 'justify';
  if (before > em && Math.abs(before - behind) < Math.max(em * 1.2, (measure.right - measure.left) * 0.03))
    return 'center';
  if (behind < em && before > (measure.right - measure.left) * 0.4) return 'right';
  return 'left';
}

const LABEL = /^(?:[-–+•*]|\(?[\p{L}\d]{1,4}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|Điều)$/u;

const isLabelled = (line: TextLine): boolean => LABEL.test(line.words[0]?.text ?? '');

/** A bracket opened on this line is still open at its end. */
function bracketOpen(line: TextLine): boolean {
  const text = line.words.map((word) => word.text).join(' ');
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

/** Whether `line` begins a paragraph after `before`, or undefined where the layout does not tell. */
function opens(before: TextLine, line: TextLine, measure: Measure, pitch: number): boolean | undefined {
  const em = line.size;
  const step = line.y - before.y;
  if (step > 0 && pitch > 0 && step > pitch * 1.3 + 1) return true;
  if (isLabelled(line) && /[.;:]$/.test(textOf(before))) return true;
  const first = line.words[0];
  const room = measure.right - before.right;
  const needed = first ? first.right - first.left + em * 0.4 : em;
  const full = room <= needed + em * 0.6;
  if (full && bracketOpen(before)) return false;
  const alignment = alignOf(line, measure);
  const above = alignOf(before, measure);
  if (alignment === 'center' || above === 'center') {
    if (alignment !== above && !(above === 'justify' && full)) return true;
    // A centred line that fills the width was broken there, not ended.
    const whole = measure.right - measure.left - (before.right - before.left);
    const alike = Math.abs(styledShare([before], 'bold') - styledShare([line], 'bold')) < 0.5;
    return alike && whole < needed + em * 0.6 ? false : undefined;
  }
  if (!full) return true;
  const moved = line.left - before.left;
  if (moved > em * 0.5) {
    const second = before.words[1];
    const hangs = isLabelled(before) && second !== undefined && Math.abs(second.left - line.left) < em * 0.5;
    return !hangs;
  }
  const indented = (one: TextLine) => one.left - measure.left > em * 0.5;
  if (moved < -em * 0.5) return indented(before) && !indented(line) ? false : undefined;
  return isLabelled(line) ? undefined : false;
}

/** The usual distance between lines that follow each other inside a paragraph. */
function pitchOf(lines: readonly TextLine[]): number {
  const steps: number[] = [];
  for (let at = 1; at < lines.length; at++) {
    const step = (lines[at]?.y ?? 0) - (lines[at - 1]?.y ?? 0);
    if (step > 0) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.3)] ?? 0;
}

export type Setting = { page: number | null; measure: Measure };

function paragraphOf(line: TextLine, { page, measure }: Setting): Paragraph {
  return {
    kind: 'paragraph',
    text: textOf(line),
    label: null,
    style: {
      bold: styledShare([line], 'bold') > 0.8,
      italic: styledShare([line], 'italic') > 0.8,
      align: alignOf(line, measure),
      heading: null,
    },
    page,
    part: 'body',
    printedLine: false,
  };
}

/** Adds a printed line to the paragraph before it. */
function goOn(paragraph: Paragraph, line: Paragraph): void {
  // A head like "STT" broken by its narrow column is one word.
  const broken = /^\p{Lu}{1,3}$/u.test(paragraph.text) && /^\p{Lu}{1,2}$/u.test(line.text);
  paragraph.text += `${broken ? '' : ' '}${line.text}`;
  paragraph.style.bold &&= line.style.bold;
  paragraph.style.italic &&= line.style.italic;
  if (paragraph.style.align !== line.style.align && paragraph.style.align === 'left') paragraph.style.align = 'justify';
}

/** The paragraph that may go on in the next lines, and its last printed line. */
export type Open = { paragraph: Paragraph; line: TextLine };

/**
 * Makes paragraphs of a page's lines. `open` is what the page before ended with; when the first line goes on with it,
 * the text is added there.
 */
export function paragraphsOf(
  lines: readonly TextLine[],
  setting: Setting,
  open: Open | null = null,
): { paragraphs: Paragraph[]; open: Open | null } {
  const pitch = pitchOf(lines);
  const paragraphs: Paragraph[] = [];
  let last = open;
  for (const [at, line] of lines.entries()) {
    const paragraph = paragraphOf(line, setting);
    // Between pages the distance says nothing.
    const starts = last ? opens(last.line, line, setting.measure, at > 0 ? pitch : 0) : true;
    if (last && starts === false) {
      goOn(last.paragraph, paragraph);
      last = { paragraph: last.paragraph, line };
    } else {
      paragraphs.push(paragraph);
      last = { paragraph, line };
    }
  }
  return { paragraphs, open: last };
}

const ITEM = /^(?:[-–+•]|\p{L}\)|\d{1,2}[.)])\s/u;

/** The lines of one table cell as paragraphs: wrapped lines joined, a new one after a sentence or for an item. */
export function cellParagraphs(lines: readonly TextLine[], setting: Setting): Paragraph[] {
  const pitch = pitchOf(lines);
  const paragraphs: Paragraph[] = [];
  for (const [at, line] of lines.entries()) {
    const paragraph = paragraphOf(line, setting);
    const before = lines[at - 1];
    const last = paragraphs.at(-1);
    // A dash at the start of a line is an item only after one, or after a sentence: "Văn hóa / - Xã hội".
    const ended = last && (/[.;:]$/.test(last.text) || (ITEM.test(last.text) && ITEM.test(paragraph.text)));
    if (!last || !before || (ended && opens(before, line, setting.measure, pitch) !== false))
      paragraphs.push(paragraph);
    else goOn(last, paragraph);
  }
  return paragraphs;
}

/**
 * The lines of one of two columns: each its own, but for items of a list that run over and for names too long for
 * their column ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA / VIỆT NAM"). `measure` is the room the column has.
 */
export function columnParagraphs(lines: readonly TextLine[], setting: Setting): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [at, line] of lines.entries()) {
    const paragraph = paragraphOf(line, setting);
    const last = paragraphs.at(-1);
    const before = lines[at - 1];
    if (last && before && (runsOver(last.text, paragraph.text) || isTooLong(before, line, setting.measure))) {
      goOn(last, paragraph);
    } else paragraphs.push(paragraph);
  }
  return paragraphs;
}

const runsOver = (before: string, next: string): boolean =>
  ITEM.test(before) && !/[.;:]$/.test(before) && !ITEM.test(next);

/** Whether the next line's first word found no room on a centred line of the same kind. */
function isTooLong(before: TextLine, line: TextLine, measure: Measure): boolean {
  const axis = (before.left + before.right) / 2;
  if (Math.abs((line.left + line.right) / 2 - axis) > line.size) return false;
  const room = 2 * Math.min(axis - measure.left, measure.right - axis) - line.size * 1.2;
  const first = line.words[0];
  if (!first || before.right - before.left + line.size * 0.3 + first.right - first.left < room) return false;
  const style = (one: TextLine) => `${styledShare([one], 'bold') > 0.5} ${styledShare([one], 'italic') > 0.5}`;
  if (style(before) !== style(line) || line.y - before.y > line.size * 1.9) return false;
  const [above, text] = [textOf(before), textOf(line)];
  // In capitals only the last word of a name: "CHỦ TỊCH" below "TM. ỦY BAN NHÂN DÂN" is a line of its own.
  if (/CHỦ NGHĨA$/.test(above) && /^VIỆT NAM$/.test(text)) return true;
  return /^[\p{Ll}\d]/u.test(text) || (above === above.toUpperCase() && /^\p{Lu}{2,9}$/u.test(text));
}
