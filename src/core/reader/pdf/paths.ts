/** The paths of a PDF page → rulings. Curves are not followed. */

import { READ_LIMITS } from '../limits.ts';
import { apply, type Matrix, type Rule } from './sheet.ts';

export const num = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

const STROKES = [20, 21, 24, 25, 26, 27];
const FILLS = [22, 23, 24, 25, 26, 27];
/** Points; a filled box thinner than this is a ruling. */
const THIN = 3;

/** Adds the straight lines and thin boxes of a path to the rulings; says whether the path is painted at all. */
export function takePath(rules: Rule[], args: readonly unknown[], ctm: Matrix): boolean {
  const paint = num(args[0]);
  const path = Array.isArray(args[1]) ? (args[1][0] as ArrayLike<number> | null) : null;
  if (!path || typeof path.length !== 'number') return false;
  const stroked = STROKES.includes(paint);
  if (!stroked && !FILLS.includes(paint)) return false;
  if (rules.length > READ_LIMITS.tableCells) return true;
  const points: [number, number][] = [];
  let at = 0;
  while (at < path.length) {
    const order = path[at];
    const [x, y] = apply(ctm, num(path[at + 1]), num(path[at + 2]));
    if (order === 0) {
      flushPath(rules, points, stroked);
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
  flushPath(rules, points, stroked);
  return true;
}

function flushPath(rules: Rule[], points: [number, number][], stroked: boolean): void {
  if (points.length < 2) return;
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const x1 = Math.min(...xs.slice(0, 50));
  const x2 = Math.max(...xs.slice(0, 50));
  const y1 = Math.min(...ys.slice(0, 50));
  const y2 = Math.max(...ys.slice(0, 50));
  if (x2 - x1 <= THIN || y2 - y1 <= THIN) {
    addRule(rules, { x1, y1, x2, y2 });
    return;
  }
  if (!stroked) return;
  for (let at = 1; at < points.length && at < 50; at++) {
    const from = points[at - 1];
    const to = points[at];
    if (!from || !to) continue;
    addRule(rules, {
      x1: Math.min(from[0], to[0]),
      y1: Math.min(from[1], to[1]),
      x2: Math.max(from[0], to[0]),
      y2: Math.max(from[1], to[1]),
    });
  }
}

function addRule(rules: Rule[], rule: Rule): void {
  const wide = rule.x2 - rule.x1;
  const high = rule.y2 - rule.y1;
  // Aslant, or no longer than a dot of a dotted line.
  if ((wide > THIN && high > THIN) || (wide < 1.5 && high < 1.5)) return;
  if (wide >= high) {
    const y = (rule.y1 + rule.y2) / 2;
    rules.push({ x1: rule.x1, x2: rule.x2, y1: y, y2: y });
  } else {
    const x = (rule.x1 + rule.x2) / 2;
    rules.push({ x1: x, x2: x, y1: rule.y1, y2: rule.y2 });
  }
}
