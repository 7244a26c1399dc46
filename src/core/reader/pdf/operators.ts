/**
 * The drawing orders of one PDF page → its words, rulings and pictures. Only what moves text and draws straight lines
 * is followed; colours, clips and curves are not.
 */

import { ReadFailure } from '../limits.ts';
import { num, takePath } from './paths.ts';
import { type Matrix, multiply, type PdfFont, type Rule, type Sheet } from './sheet.ts';
import { placeWords, type Stroke } from './strokes.ts';

/** Orders as pdf.js gives them. `codes` are its numbers by name. */
export type PdfOrders = {
  codes: Readonly<Record<string, number>>;
  orders: readonly number[];
  args: readonly unknown[];
  font(id: string): PdfFont;
  page: number;
  width: number;
  height: number;
  /** From the PDF's space to points from the upper left corner. */
  view: Matrix;
};

type TextState = {
  font: PdfFont;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
};

type State = { ctm: Matrix; text: TextState; lineWidth: number };

const PLAIN: PdfFont = { name: '', bold: false, italic: false, unitsPerEm: 1000, vertical: false };
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const DEEPEST = 200;

type Pen = {
  state: State;
  saved: State[];
  matrix: Matrix;
  line: Matrix;
  strokes: Stroke[];
  rules: Rule[];
  pictured: number;
  /** The space was changed and nothing drawn in it since: what stood there may be a picture that was left out. */
  untouched: boolean;
  shapes: number;
  letters: number;
};

/** Follows the orders of a page. Throws {@link ReadFailure} when the page holds more letters than any document would. */
export function sheetOf(page: PdfOrders): Sheet {
  const text: TextState = { font: PLAIN, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  const pen: Pen = {
    state: { ctm: page.view, text, lineWidth: 1 },
    saved: [],
    matrix: IDENTITY,
    line: IDENTITY,
    strokes: [],
    rules: [],
    pictured: 0,
    untouched: false,
    shapes: 0,
    letters: 0,
  };
  const names = namesOf(page.codes);
  for (let at = 0; at < page.orders.length; at++) {
    const name = names.get(page.orders[at] ?? -1);
    if (name === undefined) continue;
    const raw = page.args[at];
    const args: readonly unknown[] = Array.isArray(raw) ? raw : [];
    if (!textOrder(pen, name, args, page)) drawOrder(pen, name, args);
  }
  leaveSpace(pen);
  const area = page.width * page.height;
  return {
    page: page.page,
    ...placeWords(pen.strokes, pen.rules, page.width, page.height),
    pictured: area > 0 ? Math.min(1, pen.pictured / area) : 0,
    shapes: pen.shapes,
  };
}

const FOLLOWED = [
  'save restore transform paintFormXObjectBegin paintFormXObjectEnd constructPath setLineWidth',
  'paintImageXObject paintInlineImageXObject paintImageMaskXObject paintImageXObjectRepeat shadingFill',
  'beginText setCharSpacing setWordSpacing setHScale setLeading setFont setTextRise moveText setLeadingMoveText',
  'setTextMatrix nextLine showText showSpacedText nextLineShowText',
].flatMap((line) => line.split(' '));

const known = new WeakMap<Readonly<Record<string, number>>, Map<number, string>>();

function namesOf(codes: Readonly<Record<string, number>>): Map<number, string> {
  let names = known.get(codes);
  if (!names) {
    names = new Map(FOLLOWED.flatMap((name) => (codes[name] === undefined ? [] : [[codes[name], name] as const])));
    known.set(codes, names);
  }
  return names;
}

function matrixOf(value: unknown): Matrix | null {
  if (!value || typeof value !== 'object') return null;
  const list = value as ArrayLike<unknown>;
  if (list.length < 6) return null;
  return [num(list[0]), num(list[1]), num(list[2]), num(list[3]), num(list[4]), num(list[5])];
}

function textOrder(pen: Pen, name: string, args: readonly unknown[], page: PdfOrders): boolean {
  const { text } = pen.state;
  switch (name) {
    case 'beginText':
      pen.matrix = IDENTITY;
      pen.line = IDENTITY;
      return true;
    case 'setCharSpacing':
      text.charSpacing = num(args[0]);
      return true;
    case 'setWordSpacing':
      text.wordSpacing = num(args[0]);
      return true;
    case 'setHScale':
      text.scale = num(args[0]) / 100;
      return true;
    case 'setLeading':
      text.leading = -num(args[0]);
      return true;
    case 'setTextRise':
      text.rise = num(args[0]);
      return true;
    case 'setFont':
      text.font = page.font(String(args[0]));
      text.size = num(args[1]);
      return true;
    case 'setTextMatrix':
      pen.line = matrixOf(args[0]) ?? matrixOf(args) ?? IDENTITY;
      pen.matrix = pen.line;
      return true;
    case 'setLeadingMoveText':
      text.leading = num(args[1]);
      moveText(pen, num(args[0]), num(args[1]));
      return true;
    case 'moveText':
      moveText(pen, num(args[0]), num(args[1]));
      return true;
    case 'nextLine':
      moveText(pen, 0, text.leading);
      return true;
    case 'nextLineShowText':
      moveText(pen, 0, text.leading);
      show(pen, args[0]);
      return true;
    case 'showText':
    case 'showSpacedText':
      show(pen, args[0]);
      return true;
    default:
      return false;
  }
}

function moveText(pen: Pen, x: number, y: number): void {
  pen.line = multiply(pen.line, [1, 0, 0, 1, x, y]);
  pen.matrix = pen.line;
}

type Glyph = { unicode: string; width: number; isSpace: boolean };

function show(pen: Pen, glyphs: unknown): void {
  if (!Array.isArray(glyphs)) return;
  pen.letters += glyphs.length;
  pen.untouched = false;
  if (pen.letters > 400_000) throw new ReadFailure('too-large', { megabytes: 100 });
  const { text, ctm } = pen.state;
  const { font, size, scale } = text;
  let x = 0;
  const em = multiply(multiply(ctm, pen.matrix), [size * scale, 0, 0, size, 0, text.rise]);
  const stroke: Stroke = { letters: [], starts: [], ends: [], matrix: em, font };
  for (const item of glyphs as (number | Glyph | null)[]) {
    if (typeof item === 'number') {
      x -= item / 1000;
      continue;
    }
    if (!item || typeof item !== 'object') continue;
    const width = num(item.width) / font.unitsPerEm;
    // Spacing is in points of the text's space; the stroke counts in parts of the font size.
    const spacing = size === 0 ? 0 : (text.charSpacing + (item.isSpace ? text.wordSpacing : 0)) / size;
    stroke.letters.push(item.unicode ?? '');
    stroke.starts.push(x);
    stroke.ends.push(x + width);
    x += width + spacing;
  }
  if (stroke.letters.length > 0 && size !== 0) pen.strokes.push(stroke);
  pen.matrix = multiply(pen.matrix, [1, 0, 0, 1, x * size * scale, 0]);
}

function drawOrder(pen: Pen, name: string, args: readonly unknown[]): void {
  switch (name) {
    case 'save':
      if (pen.saved.length < DEEPEST) pen.saved.push({ ...pen.state, text: { ...pen.state.text } });
      break;
    case 'restore':
    case 'paintFormXObjectEnd':
      leaveSpace(pen);
      pen.state = pen.saved.pop() ?? pen.state;
      break;
    case 'transform':
      leaveSpace(pen);
      pen.state.ctm = multiply(pen.state.ctm, matrixOf(args) ?? IDENTITY);
      pen.untouched = true;
      break;
    case 'paintFormXObjectBegin':
      leaveSpace(pen);
      if (pen.saved.length < DEEPEST) pen.saved.push({ ...pen.state, text: { ...pen.state.text } });
      pen.state.ctm = multiply(pen.state.ctm, matrixOf(args[0]) ?? IDENTITY);
      pen.untouched = true;
      break;
    case 'shadingFill':
      pen.untouched = false;
      break;
    case 'setLineWidth':
      pen.state.lineWidth = num(args[0]);
      break;
    case 'constructPath':
      pen.shapes += 1;
      if (takePath(pen.rules, args, pen.state.ctm)) pen.untouched = false;
      break;
    default:
      addPicture(pen);
  }
}

/** A picture fills the unit square of its own space. */
function addPicture(pen: Pen): void {
  const [a, b, c, d] = pen.state.ctm;
  pen.pictured += Math.abs(a * d - b * c);
  pen.untouched = false;
}

/**
 * pdf.js was told to decode no picture, and leaves no order for one. Its space remains: only for pictures is a unit
 * square as large as a part of the page.
 */
function leaveSpace(pen: Pen): void {
  if (pen.untouched) addPicture(pen);
}
