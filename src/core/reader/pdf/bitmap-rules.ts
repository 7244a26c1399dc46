/**
 * The rulings of tables in the picture of a page. They tell the cells apart, and letters are recognised far better
 * once they are gone.
 */

import type { Rule } from './sheet.ts';

/** Brightness of each pixel, row by row: 0 is black, 255 white. */
export type Bitmap = { width: number; height: number; data: Uint8Array };

/** A stretch of dark pixels along a line of the picture: of a row, or of a column. */
type Run = { line: number; from: number; to: number };

/** A ruling: its runs lie beside each other, a little aslant on a page that was not put in straight. */
type Stroke = { runs: Run[]; first: number; last: number; from: number; to: number };

/** Brightness below which a pixel is ink. */
const INK = 130;
/** Pixels of a gap in worn ink. */
const GAP = 2;

/** Finds long straight strokes; `least` is the shortest, in pixels, longer than any stroke of a letter. */
export function findRules(bitmap: Bitmap, least: number): { rules: Rule[]; strokes: Stroke[]; upright: Stroke[] } {
  const lying = strokesOf(bitmap, least, false);
  const upright = strokesOf(bitmap, least, true);
  const rules: Rule[] = [
    ...lying.map(({ first, last, from, to }) => ({ x1: from, x2: to, y1: (first + last) / 2, y2: (first + last) / 2 })),
    ...upright.map(({ first, last, from, to }) => ({
      y1: from,
      y2: to,
      x1: (first + last) / 2,
      x2: (first + last) / 2,
    })),
  ];
  return { rules, strokes: lying, upright };
}

/** How far the page leans, as the slope of its longest lying ruling; 0 when it has none. */
export function slopeOf(strokes: readonly Stroke[]): number {
  const longest = strokes.reduce<Stroke | null>(
    (best, one) => (best && best.to - best.from >= one.to - one.from ? best : one),
    null,
  );
  if (!longest || longest.to - longest.from < 200) return 0;
  // The mean place of the first and the last fifth of its length.
  const fifth = (longest.to - longest.from) / 5;
  const mean = (inside: (run: Run) => number): number => {
    let sum = 0;
    let weight = 0;
    for (const run of longest.runs) {
      const share = Math.max(0, inside(run));
      sum += run.line * share;
      weight += share;
    }
    return weight === 0 ? longest.first : sum / weight;
  };
  const left = mean((run) => Math.min(run.to, longest.from + fifth) - run.from);
  const right = mean((run) => run.to - Math.max(run.from, longest.to - fifth));
  return (right - left) / (fifth * 4);
}

/** Paints the strokes white, with the pixel beside them. */
export function eraseStrokes(bitmap: Bitmap, strokes: readonly Stroke[], upright: boolean): void {
  const { width, height, data } = bitmap;
  const lines = upright ? width : height;
  for (const stroke of strokes)
    for (const run of stroke.runs)
      for (let line = Math.max(0, run.line - 1); line <= Math.min(lines - 1, run.line + 1); line++)
        for (let at = run.from; at <= run.to; at++) {
          data[upright ? at * width + line : line * width + at] = 255;
        }
}

/** The picture turned about its middle so that what leans by `slope` lies level; what comes in from outside is white. */
export function turned({ width, height, data }: Bitmap, slope: number): Bitmap {
  const out = new Uint8Array(width * height).fill(255);
  const cosine = 1 / Math.hypot(1, slope);
  const sine = slope * cosine;
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0, pixel = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++) {
      const fromX = middleX + cosine * (x - middleX) - sine * (y - middleY);
      const fromY = middleY + sine * (x - middleX) + cosine * (y - middleY);
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, low] = [fromX - left, fromY - top];
      const at = top * width + left;
      const upper = (data[at] ?? 255) * (1 - right) + (data[at + 1] ?? 255) * right;
      const lower = (data[at + width] ?? 255) * (1 - right) + (data[at + width + 1] ?? 255) * right;
      out[pixel] = Math.round(upper * (1 - low) + lower * low);
    }
  return { width, height, data: out };
}

const MOST_RUNS = 60_000;

function strokesOf({ width, height, data }: Bitmap, least: number, upright: boolean): Stroke[] {
  const lines = upright ? width : height;
  const length = upright ? height : width;
  const step = upright ? width : 1;
  const done: Stroke[] = [];
  let open: Stroke[] = [];
  let count = 0;
  for (let line = 0; line < lines && count < MOST_RUNS; line++) {
    const runs = runsOf(data, upright ? line : line * width, step, length, least, line);
    count += runs.length;
    if (runs.length === 0 && open.length === 0) continue;
    const next: Stroke[] = [];
    for (const run of runs) {
      const touching = open.find((stroke) => goesOn(stroke, run));
      if (touching) {
        touching.runs.push(run);
        touching.from = Math.min(touching.from, run.from);
        touching.to = Math.max(touching.to, run.to);
        if (!next.includes(touching)) next.push(touching);
      } else next.push({ runs: [run], first: line, last: line, from: run.from, to: run.to });
    }
    for (const stroke of open) if (!next.includes(stroke)) done.push(stroke);
    for (const stroke of next) stroke.last = line;
    open = next;
  }
  // What is thick is a picture or a filled box, not a line.
  return [...done, ...open].filter(
    (stroke) => stroke.last - stroke.first < Math.max(10, (stroke.to - stroke.from) * 0.03),
  );
}

/** Whether a run lies beside one of the stroke's on the line before. */
function goesOn(stroke: Stroke, run: Run): boolean {
  for (let at = stroke.runs.length - 1; at >= 0; at--) {
    const one = stroke.runs[at];
    if (!one || one.line < run.line - 1) return false;
    if (one.line === run.line - 1 && one.from <= run.to + GAP && one.to >= run.from - GAP) return true;
  }
  return false;
}

function runsOf(data: Uint8Array, start: number, step: number, length: number, least: number, line: number): Run[] {
  const runs: Run[] = [];
  let from = -1;
  let last = -1;
  for (let at = 0, pixel = start; at < length; at++, pixel += step) {
    if ((data[pixel] ?? 255) < INK) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && at - last > GAP) {
      if (last - from >= least) runs.push({ line, from, to: last });
      from = -1;
    }
  }
  if (from >= 0 && last - from >= least) runs.push({ line, from, to: last });
  return runs;
}
