/** Where a target will end if things go on (ước cả năm): always with its range and how it was made; without two figures, none. */

import { Decimal } from 'decimal.js';
import { daysBetween } from './calendar.ts';
import type { Days } from './periods.ts';
import type { Nature } from './progress.ts';

const Exact = Decimal.clone({ precision: 60 });
type Exact = InstanceType<typeof Exact>;

/** A figure on the day it stands for: cumulative for a flow, the level itself otherwise. */
export type DatedFigure = { on: string; value: string };

/** How it was made: by the share of the year that has passed, by last year's course, by the line through two figures. */
export const FORECAST_WAYS = ['elapsed', 'last-year', 'line'] as const;
export type ForecastWay = (typeof FORECAST_WAYS)[number];

export type Forecast = { value: string; low: string; high: string; way: ForecastWay };

export type ForecastFacts = {
  nature: Nature;
  days: Days;
  /** Oldest first. */
  figures: readonly DatedFigure[];
  /** Last year's cumulative share by the day of each figure, where known, in the same order. */
  sharesLastYear: readonly string[] | null;
  /** A share between 0 and 100 never leaves them. */
  isShare: boolean;
};

/** Periods whose own pace spans the range. */
const SPAN = 3;
const PLACES = 6;

/** Forecast for the last day of the period; null with fewer than two figures, or once the period is over. */
export function forecastOf(facts: ForecastFacts): Forecast | null {
  const { nature, figures, days } = facts;
  const last = figures.at(-1);
  if (!last || figures.length < 2 || last.on >= days.until) return null;
  return nature === 'flow' ? forecastFlow(facts) : forecastLevel(facts);
}

function forecastFlow({ figures, days, sharesLastYear }: ForecastFacts): Forecast | null {
  const all = daysBetween(days.from, days.until) + 1;
  const elapsed = (on: string) => new Exact(daysBetween(days.from, on) + 1).div(all);
  const known = sharesLastYear?.length === figures.length ? sharesLastYear : null;
  const shares = figures.map(({ on }, at) => (known ? new Exact(known[at] ?? 0) : elapsed(on)));
  const [last, share] = [figures.at(-1), shares.at(-1)];
  if (!last || !share || share.lte(0)) return null;
  const value = new Exact(last.value).div(share);
  // Each of the last periods by itself: what the year would end at if the rest went as that one did.
  const ends = figures.slice(-SPAN).flatMap((figure, offset) => {
    const at = figures.length - Math.min(SPAN, figures.length) + offset;
    const before = at === 0 ? new Exact(0) : new Exact(figures[at - 1]?.value ?? 0);
    const passed = (shares[at] ?? new Exact(0)).minus(at === 0 ? 0 : (shares[at - 1] ?? 0));
    if (passed.lte(0)) return [];
    const pace = new Exact(figure.value).minus(before).div(passed);
    return [new Exact(last.value).plus(pace.times(new Exact(1).minus(share)))];
  });
  return spanned(value, ends, known ? 'last-year' : 'elapsed', (one) => one);
}

function forecastLevel({ figures, days, isShare }: ForecastFacts): Forecast | null {
  const last = figures.at(-1);
  if (!last) return null;
  const left = daysBetween(last.on, days.until);
  const held = (one: Exact) => (isShare ? Exact.min(Exact.max(one, 0), 100) : one);
  const ends = figures.slice(-SPAN - 1, -1).flatMap((earlier) => {
    const between = daysBetween(earlier.on, last.on);
    if (between <= 0) return [];
    return [new Exact(last.value).plus(new Exact(last.value).minus(earlier.value).div(between).times(left))];
  });
  const line = ends.at(-1);
  // Nothing may change at all: the level as it is bounds the range too.
  return line ? spanned(line, [...ends, new Exact(last.value)], 'line', held) : null;
}

function spanned(value: Exact, ends: readonly Exact[], way: ForecastWay, held: (one: Exact) => Exact): Forecast {
  const all = [value, ...ends];
  const shown = (one: Exact) => held(one).toDecimalPlaces(PLACES).toFixed();
  return { value: shown(value), low: shown(Exact.min(...all)), high: shown(Exact.max(...all)), way };
}
