/**
 * Phân bổ chỉ tiêu: one figure shared out among units, or among months. Exact: the shares of an even or weighted split
 * add up to the whole to the last place, whatever is left over going to those who lost most by rounding.
 */

import { Decimal } from 'decimal.js';
import { namesakesAmong } from '../text/search.ts';

const Exact = Decimal.clone({ precision: 60 });

/** Decimal places of a figure: shares are not made finer than the whole is written, people and schools never cut. */
export function placesOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

/**
 * Shares `whole` by weights (population, last year's result; all 1 for an even split), rounded down to `places` and
 * the rest handed out one last place each by the largest remainder, earlier ones first. Null where no weight is
 * positive or one is negative.
 */
export function splitByWeight(whole: string, weights: readonly string[], places = placesOf(whole)): string[] | null {
  const parts = weights.map((weight) => new Exact(weight));
  if (parts.length === 0 || parts.some((part) => part.isNegative() && !part.isZero())) return null;
  const sum = parts.reduce((all, part) => all.plus(part), new Exact(0));
  if (sum.isZero()) return null;
  const total = new Exact(whole);
  const step = new Exact(10).pow(-places);
  const exact = parts.map((part) => total.times(part).div(sum));
  const down = exact.map((share) => share.toDecimalPlaces(places, Decimal.ROUND_FLOOR));
  const given = down.reduce((all, share) => all.plus(share), new Exact(0));
  const left = total.minus(given).div(step).floor().toNumber();
  const byRemainder = exact
    .map((share, at) => ({ at, remainder: share.minus(down[at] ?? 0), weighs: !parts[at]?.isZero() }))
    .filter(({ weighs }) => weighs)
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) down[at] = (down[at] ?? new Exact(0)).plus(step);
  const short = total.minus(down.reduce((all, share) => all.plus(share), new Exact(0)));
  // What is finer than the places goes to the first: the whole comes before the look of one share.
  const first = byRemainder[0];
  if (first && !short.isZero()) down[first.at] = (down[first.at] ?? new Exact(0)).plus(short);
  return down.map((share) => share.toFixed());
}

/** Shares a whole evenly; null for nobody. */
export function splitEvenly(whole: string, among: number, places = placesOf(whole)): string[] | null {
  return splitByWeight(
    whole,
    Array.from({ length: among }, () => '1'),
    places,
  );
}

export type SplitSum = {
  /** What has been shared out so far. */
  sum: string;
  /** Whole minus sum: positive while something is left, negative where more is given than there is. */
  difference: string;
  /** How many have a share of their own, zero included. */
  given: number;
  of: number;
};

/** The live sum of a split; a unit without a share is null and does not count as zero. */
export function sumOfSplit(whole: string, shares: readonly (string | null)[]): SplitSum {
  const given = shares.filter((share) => share !== null);
  const sum = given.reduce((all, share) => all.plus(share), new Exact(0));
  return {
    sum: sum.toFixed(),
    difference: new Exact(whole).minus(sum).toFixed(),
    given: given.length,
    of: shares.length,
  };
}

/** What was copied in a spreadsheet: figures by unit as they are typed there, and names that are none of the units'. */
export type PastedShares = { typed: Map<string, string>; unknown: string[] };

const MOST_PASTED = 2_000;

const isFigure = (cell: string): boolean => /^[-+]?\d/.test(cell);

/** The first figure after the name, else what stands there instead; of a line without a name its first cell. */
function figureAfter(cells: readonly string[], name: string | undefined): string | undefined {
  const after = name === undefined ? cells : cells.slice(cells.indexOf(name) + 1);
  return after.find(isFigure) ?? after[0];
}

/**
 * Lays pasted lines beside the units of a split. A line "name, figure" is its unit's wherever that stands; a line with a
 * figure alone is of the unit so many rows below the one that was pasted into. A name that could be of several units is
 * told as unknown. What is no figure is laid there all the same, to be mended in its field; heads of columns and empty
 * lines are left out.
 */
export function pastedShares(units: readonly { id: string; name: string }[], from: number, text: string): PastedShares {
  const namesakes = namesakesAmong(units);
  const typed = new Map<string, string>();
  const unknown: string[] = [];
  const lines = text.replace(/\r\n?/g, '\n').split('\n').slice(0, MOST_PASTED);
  for (const [at, line] of lines.entries()) {
    const cells = line
      .split('\t')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    const known = cells.find((cell) => namesakes(cell).length > 0);
    const name = known ?? (cells.length > 1 ? cells.find((cell) => !isFigure(cell)) : undefined);
    const figure = figureAfter(cells, name);
    const head = figure === undefined || (!isFigure(figure) && known === undefined && (at === 0 || name !== undefined));
    if (head) continue;
    const [unit, ...others] = name === undefined ? units.slice(from + at, from + at + 1) : namesakes(name);
    if (unit && others.length === 0) typed.set(unit.id, figure);
    else unknown.push(name ?? figure);
  }
  return { typed, unknown };
}
