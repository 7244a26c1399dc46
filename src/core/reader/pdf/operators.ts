/**
 * The drawing orders of one PDF page → its words, rulings and pictures. Only what moves text and draws straight lines
 * is followed; colours, clips and curves are not.
 */

import { READ_LIMITS, ReadFailure } from '../limits.ts';
import { apply, type Matrix, multiply, type PdfFont, type Rule, type Sheet } from './sheet.ts';
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
  'paintImageXObject paintInlineImageXObject paintImageMaskXObject paintImageXObjectRepeat',
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

const num = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

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
      pen.state = pen.saved.pop() ?? pen.state;
      break;
    case 'transform':
      pen.state.ctm = multiply(pen.state.ctm, matrixOf(args) ?? IDENTITY);
      break;
    case 'paintFormXObjectBegin':
      if (pen.saved.length < DEEPEST) pen.saved.push({ ...pen.state, text: { ...pen.state.text } });
      pen.state.ctm = multiply(pen.state.ctm, matrixOf(args[0]) ?? IDENTITY);
      break;
    case 'setLineWidth':
      pen.state.lineWidth = num(args[0]);
      break;
    case 'constructPath':
      pen.shapes += 1;
      takePath(pen, args);
      break;
    default: {
      // A picture fills the unit square of its own space.
      const [a, b, c, d] = pen.state.ctm;
      pen.pictured += Math.abs(a * d - b * c);
    }
  }
}

const STROKES = [20, 21, 24, 25, 26, 27];
const FILLS = [22, 23, 24, 25, 26, 27];
/** Points; a filled box thinner than this is a ruling. */
const THIN = 3;

function takePath(pen: Pen, args: readonly unknown[]): void {
  if (pen.rules.length > READ_LIMITS.tableCells) return;
  const paint = num(args[0]);
  const path = Array.isArray(args[1]) ? (args[1][0] as ArrayLike<number> | null) : null;
  if (!path || typeof path.length !== 'number') return;
  const stroked = STROKES.includes(paint);
  if (!stroked && !FILLS.includes(paint)) return;
  const points: [number, number][] = [];
  let at = 0;
  while (at < path.length) {
    const order = path[at];
    const [x, y] = apply(pen.state.ctm, num(path[at + 1]), num(path[at + 2]));
    if (order === 0) {
      flushPath(pen, points, stroked);
      points.length = 0;
      points.push([x, y]);
      at += 3;
    } else if (order === 1) {
      points.push([x, y]);
      at += 3;
    } else if (order === 4) {
      const first = points[0];
      if (first) points.push(first);
      at += 1;
    } else {
      // A curve is no ruling.
      points.length = 0;
      at += order === 2 ? 7 : 5;
    }
  }
  flushPath(pen, points, stroked);
}

function flushPath(pen: Pen, points: [number, number][], stroked: boolean): void {
  if (points.length < 2) return;
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const x1 = Math.min(...xs.slice(0, 50));
  const x2 = Math.max(...xs.slice(0, 50));
  const y1 = Math.min(...ys.slice(0, 50));
  const y2 = Math.max(...ys.slice(0, 50));
  if (x2 - x1 <= THIN || y2 - y1 <= THIN) {
    addRule(pen, { x1, y1, x2, y2 });
    return;
  }
  if (!stroked) return;
  for (let at = 1; at < points.length && at < 50; at++) {
    const from = points[at - 1];
    const to = points[at];
    if (!from || !to) continue;
    addRule(pen, {
      x1: Math.min(from[0], to[0]),
      y1: Math.min(from[1], to[1]),
      x2: Math.max(from[0], to[0]),
      y2: Math.max(from[1], to[1]),
    });
  }
}

function addRule(pen: Pen, rule: Rule): void {
  const wide = rule.x2 - rule.x1;
  const high = rule.y2 - rule.y1;
  // Aslant, or no longer than a dot of a dotted line.
  if ((wide > THIN && high > THIN) || (wide < 1.5 && high < 1.5)) return;
  if (wide >= high) {
    const y = (rule.y1 + rule.y2) / 2;
    pen.rules.push({ x1: rule.x1, x2: rule.x2, y1: y, y2: y });
  } else {
    const x = (rule.x1 + rule.x2) / 2;
    pen.rules.push({ x1: x, x2: x, y1: rule.y1, y2: rule.y2 });
  }
}
