import { describe, expect, it } from 'vitest';
import { type Bitmap, eraseStrokes, findRules, slopeOf, turned } from './bitmap-rules.ts';

/** A white page of 800 by 600 with ink where asked. */
function page(ink: (x: number, y: number) => boolean): Bitmap {
  const [width, height] = [800, 600];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (ink(x, y)) data[y * width + x] = 20;
  return { width, height, data };
}

const near = (value: number, wanted: number, by = 1.5) => Math.abs(value - wanted) <= by;
/** Strokes of letters: short and close together. */
const letters = (x: number, y: number) => y > 320 && y < 340 && x > 120 && x < 700 && x % 12 < 3;

describe('rulings in a picture', () => {
  const grid = (x: number, y: number) =>
    (x >= 100 && x <= 701 && [300, 360, 420].some((at) => near(y, at, 1))) ||
    (y >= 300 && y <= 421 && [100, 300, 700].some((at) => near(x, at, 1)));

  it('are found, letters are not', () => {
    const { rules } = findRules(
      page((x, y) => grid(x, y) || letters(x, y)),
      60,
    );
    const lying = rules.filter((rule) => rule.y1 === rule.y2);
    expect(lying.map((rule) => Math.round(rule.y1))).toEqual([300, 360, 420]);
    expect(rules.filter((rule) => rule.x1 === rule.x2).map((rule) => Math.round(rule.x1))).toEqual([100, 300, 700]);
    expect(lying.every((rule) => near(rule.x1, 100, 3) && near(rule.x2, 701, 3))).toBe(true);
  });

  it('are painted over, and nothing else is', () => {
    const drawn = page((x, y) => grid(x, y) || letters(x, y));
    const found = findRules(drawn, 60);
    eraseStrokes(drawn, found.strokes, false);
    eraseStrokes(drawn, found.upright, true);
    expect(findRules(drawn, 60).rules).toEqual([]);
    expect(drawn.data[330 * 800 + 132]).toBe(20);
  });

  it('tell how far the page leans', () => {
    const leaning = page((x, y) => x > 100 && x < 700 && near(y, 200 + x * 0.02, 1.2));
    const { strokes, rules } = findRules(leaning, 40);
    expect(rules).toHaveLength(1);
    expect(slopeOf(strokes)).toBeCloseTo(0.02, 2);
    expect(slopeOf(findRules(page(grid), 60).strokes)).toBeCloseTo(0, 3);
  });

  it('lie level once the page is turned', () => {
    const leaning = page((x, y) => x > 100 && x < 700 && near(y, 200 + x * 0.02, 1.2));
    const { strokes, rules } = findRules(turned(leaning, 0.02), 60);
    expect(slopeOf(strokes)).toBeCloseTo(0, 3);
    expect(rules).toHaveLength(1);
    // Where the middle of the ruling was.
    expect(near(rules[0]?.y1 ?? 0, 208)).toBe(true);
  });

  it('a dark picture is none', () => {
    expect(
      findRules(
        page((x, y) => x > 100 && x < 500 && y > 100 && y < 400),
        60,
      ).rules,
    ).toEqual([]);
  });
});
