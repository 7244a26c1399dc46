import type { Figure, Result, Target } from '../../src/core/reader/reading.ts';
import { anchored, type Bench, type Check, judge, judgeAll, type Score, short, tallyOf } from './bench.ts';
import { alike, flat, held, type Pairing, pair, sameFigure } from './compare.ts';
import type { Gold, GoldFigure, GoldResult, GoldTarget } from './gold.ts';

const SHOWN = ['measure', 'comparator', 'change', 'value', 'low', 'high', 'numerator', 'denominator', 'unit'] as const;
const shown = (figure: GoldFigure | Figure): string =>
  `“${figure.quote}” ${SHOWN.map((key) => figure[key])
    .filter((value) => value !== null && value !== undefined)
    .join(' ')}`;

function sameFigures(g: GoldFigure, f: Figure): boolean {
  const fraction = g.numerator !== null && g.value === null;
  return (
    sameFigure(g.low, f.low) &&
    sameFigure(g.high, f.high) &&
    sameFigure(g.numerator, f.numerator) &&
    sameFigure(g.denominator, f.denominator) &&
    (fraction || sameFigure(g.value, f.value))
  );
}

const unitOf = (unit: string | null): string => (flat(unit).startsWith('%') ? '%' : flat(unit).replace(/,/g, ''));

function figureChecks(g: GoldFigure, f: Figure): Check[] {
  const checks: Check[] = [];
  for (const key of ['comparator', 'change', 'better', 'measure', 'domain', 'indicator'] as const)
    if (g[key] !== undefined) checks.push([key, g[key] === f[key], g[key], f[key]]);
  if (g.unit !== undefined) checks.push(['unit', unitOf(g.unit) === unitOf(f.unit), g.unit, f.unit]);
  if (g.name !== undefined) checks.push(['name', held(g.name, f.name) === 1, g.name, f.name]);
  if (g.scope !== undefined) checks.push(['scope', held(g.scope, f.scope) >= 0.5, g.scope, f.scope]);
  if (g.baseline !== undefined) checks.push(['baseline', sameBaseline(g, f), g.baseline, f.baseline]);
  return checks;
}

function sameBaseline(g: GoldFigure, f: Figure): boolean {
  if (!g.baseline) return f.baseline === null;
  if (!f.baseline) return false;
  const { kind, year, value } = g.baseline;
  return (
    (kind === undefined || kind === f.baseline.kind) &&
    (year === undefined || year === f.baseline.year) &&
    (value === undefined || sameFigure(value, f.baseline.value))
  );
}

function pairFigures<G extends GoldFigure, F extends Figure>(bench: Bench, gold: G[], found: F[]): Pairing<G, F> {
  const pairing = pair(gold, found, (g, f) => {
    if (!sameFigures(g, f) || !anchored(bench, f.quote) || !short(f.quote, g.quote)) return 0;
    const least = g.quote.includes(' | ') ? 0.4 : 0.5;
    const share = held(g.quote, f.quote);
    return share >= least ? share + held(f.quote, g.quote) : 0;
  });
  return { ...pairing, missed: pairing.missed.filter((g) => !g.optional) };
}

function reportFigures(score: Score, field: string, pairing: Pairing<GoldFigure, Figure>): void {
  score.tallies[field] = tallyOf(pairing);
  for (const g of pairing.missed) score.faults.push(`${field}: missed ${shown(g)}`);
  for (const f of pairing.extra) score.faults.push(`${field}: too much ${shown(f)}`);
}

/** Targets and their attributes. */
export function scoreTargets(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const pairing = pairFigures<GoldTarget, Target>(bench, gold.targets, reading.targets);
  reportFigures(score, 'targets', pairing);
  for (const [g, f] of pairing.pairs) {
    const checks = figureChecks(g, f);
    if (g.owner !== undefined)
      checks.push(['owner', g.owner === null ? !f.owner : alike(g.owner, f.owner, 0.75), g.owner, f.owner]);
    if (g.mentions !== undefined)
      checks.push(['mentions', f.mentions.length === g.mentions, g.mentions, f.mentions.length]);
    if (g.partOf !== undefined) {
      const whole = f.partOf === null ? null : (reading.targets[f.partOf]?.quote ?? null);
      checks.push(['partOf', held(g.partOf, whole) >= 0.5, g.partOf, whole]);
    }
    judgeAll(score, 'target', checks, g);
  }
}

/** Figures already reached, and what is neither target nor result. */
export function scoreResults(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const stray = (quote: string) => (f: Figure) =>
    short(f.quote, quote) && held(quote, f.quote) >= 0.9 && held(f.quote, quote) >= 0.5;
  for (const quote of gold.notTargets ?? []) {
    const wrong = [...reading.targets, ...reading.results].find(stray(quote));
    judge(
      score,
      'not-targets',
      wrong === undefined,
      () => `“${quote}” is no figure of the movement, yet ${wrong ? shown(wrong) : ''}`,
    );
  }
  if (gold.results === undefined) return;
  const pairing = pairFigures<GoldResult, Result>(bench, gold.results, reading.results);
  reportFigures(score, 'results', pairing);
  for (const [g, f] of pairing.pairs) {
    const checks = figureChecks(g, f);
    if (g.asOf !== undefined) checks.push(['asOf', g.asOf === f.asOf, g.asOf, f.asOf]);
    if (g.estimated !== undefined) checks.push(['estimated', g.estimated === f.estimated, g.estimated, f.estimated]);
    judgeAll(score, 'result', checks, g);
  }
}
