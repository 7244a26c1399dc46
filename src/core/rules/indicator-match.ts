/** Finding an indicator of the catalogue: by the words of a document, and by what a person types. */

import { INDICATORS } from '../law/indicator-catalogue.ts';
import { foldedWords } from '../text/search.ts';
import { conceptsOf } from './indicator-words.ts';
import type { Indicator } from './indicators.ts';
import type { Measure } from './targets.ts';

export type IndicatorMatch = { indicator: Indicator; score: number };

type Wording = { indicator: Indicator; concepts: Set<string>; weight: number };

/** Below this share of agreement a wording is another indicator, to be offered as new. */
const LEAST_SCORE = 0.6;
/** A phrase that holds less of a wording speaks of a part of it only. */
const LEAST_RECALL = 0.5;
/** How much recall and precision count. */
const RECALL_POWER = 0.7;
const PRECISION_POWER = 0.45;
/** Weight of a word that the whole catalogue does not know. */
const UNKNOWN_WEIGHT = 2.2;
/** A growth of something is no level of it, but better than nothing: the measure tells them apart. */
const OTHER_KIND = 0.82;

/** Those that documents speak of. */
const MATCHED = INDICATORS.filter(({ supporting }) => !supporting);

const byCode = new Map(INDICATORS.map((indicator) => [indicator.code, indicator]));

export function findIndicator(code: string): Indicator | undefined {
  return byCode.get(code);
}

/** Rare words weigh more: the logarithm of how few indicators speak of a concept. */
function weigh(): Map<string, number> {
  const holders = new Map<string, number>();
  for (const indicator of MATCHED) {
    const concepts = new Set([indicator.name, ...indicator.aliases].flatMap(conceptsOf));
    for (const concept of concepts) holders.set(concept, (holders.get(concept) ?? 0) + 1);
  }
  const weights = new Map<string, number>();
  for (const [concept, count] of holders) weights.set(concept, Math.log(1 + MATCHED.length / count) / 2);
  return weights;
}

const WEIGHTS = weigh();
const weightOf = (concept: string): number => WEIGHTS.get(concept) ?? UNKNOWN_WEIGHT;
const sumOf = (concepts: Iterable<string>): number => {
  let sum = 0;
  for (const concept of concepts) sum += weightOf(concept);
  return sum;
};

/** A name with a bracket is two wordings: with and without what the bracket adds. */
function wordingsOf(indicator: Indicator): string[] {
  const short = indicator.name.replace(/\([^)]{0,80}\)/g, ' ');
  return [indicator.name, short, ...indicator.aliases];
}

const WORDINGS: Wording[] = MATCHED.flatMap((indicator) =>
  wordingsOf(indicator).map((wording) => {
    const concepts = new Set(conceptsOf(wording));
    return { indicator, concepts, weight: sumOf(concepts) };
  }),
).filter((wording) => wording.weight > 0);

const BY_CONCEPT = new Map<string, number[]>();
WORDINGS.forEach((wording, at) => {
  for (const concept of wording.concepts) {
    const list = BY_CONCEPT.get(concept);
    if (list) list.push(at);
    else BY_CONCEPT.set(concept, [at]);
  }
});

/** Concepts that count cases or say which way they go: by these alone "số vụ" would be offences as well as fires. */
const NAMES_NOTHING = new Set(['vu', 'giam']);

const isShare = (unit: string): boolean => unit.startsWith('%') || unit === '‰' || unit === 'điểm %';

/** Does the unit and kind of a figure fit the indicator? 0 not at all, 1 well. */
function fitOf(indicator: Indicator, kind: Measure, unit: string | null): number {
  const growing = indicator.nature === 'rate';
  const shares = indicator.units.some(isShare);
  const falling = growing && indicator.units[0] === 'điểm %';
  if (kind === 'growth') return falling ? 0 : growing ? 1 : OTHER_KIND;
  if (kind === 'reduction') {
    if (falling) return unit !== null && isShare(unit) ? 1 : 0;
    if (growing) return indicator.better === 'lower' ? 1 : 0;
    if (unit === null || isShare(unit)) return shares ? OTHER_KIND : indicator.better === 'lower' ? OTHER_KIND : 0.6;
    return OTHER_KIND * amountFit(indicator, unit);
  }
  if (growing && indicator.better !== 'lower') return 0;
  if (unit === null) return 0.9;
  if (kind === 'fraction') return shares || indicator.units.some((one) => one.includes(unit)) ? 1 : 0.75;
  if (kind === 'share')
    return shares ? 1 : indicator.units.some((one) => one.includes('đồng') || one === 'ha') ? 0 : 0.58;
  return amountFit(indicator, unit);
}

/** Units with a scale of their own: a figure in one of them is never a count of things. */
const MEASURES = /đồng|^(?:ha|m2|km|m|tấn|tạ|kg|con|cây|lít|m3)(?:\/|$)/;

function amountFit(indicator: Indicator, unit: string): number {
  if (indicator.units.some((one) => one === unit || one.startsWith(`${unit} `) || one.startsWith(`${unit}/`))) return 1;
  const money = unit.includes('đồng');
  if (money) return indicator.units.some((one) => one.includes('đồng')) ? 0.9 : 0;
  if (MEASURES.test(unit)) return 0;
  const counts = indicator.units.some((one) => !isShare(one) && !MEASURES.test(one));
  return counts ? 0.8 : 0.66;
}

/** Weight of what a phrase shares with each wording, all zero between two questions: making it anew each time costs more. */
const SHARED = new Float64Array(WORDINGS.length);

/**
 * The indicator a phrase of a document speaks of, or null when none fits: then the phrase is offered as a new one.
 * Weighs the concepts both sides share; abbreviations, synonyms, order of words and lost tone marks do not matter.
 * `unit` is canonical; give the phrase without its figure.
 */
export function matchIndicator(phrase: string, kind: Measure, unit: string | null): IndicatorMatch | null {
  const concepts = new Set(conceptsOf(phrase));
  if (kind === 'growth') concepts.add('tang');
  if (kind === 'reduction') concepts.add('giam');
  if (concepts.size === 0 || concepts.size > 60) return null;
  const touched: number[] = [];
  let total = 0;
  const naming = [...concepts].filter((concept) => !NAMES_NOTHING.has(concept));
  const others = [...concepts].filter((concept) => NAMES_NOTHING.has(concept));
  for (const concept of [...naming, ...others]) {
    const weight = weightOf(concept);
    total += weight;
    for (const at of BY_CONCEPT.get(concept) ?? []) {
      const known = SHARED[at] ?? 0;
      if (known === 0 && NAMES_NOTHING.has(concept)) continue;
      if (known === 0) touched.push(at);
      SHARED[at] = known + weight;
    }
  }
  // Less than this share of the phrase reaches no score even where the whole wording stands in it.
  const least = total * LEAST_SCORE ** (1 / PRECISION_POWER) - 1e-9;
  let best: IndicatorMatch | null = null;
  for (const at of touched) {
    const wording = WORDINGS[at];
    const weight = SHARED[at] ?? 0;
    SHARED[at] = 0;
    if (!wording || weight < least || weight < wording.weight * LEAST_RECALL) continue;
    const agreed = agreement(weight, wording.weight, total);
    // The unit can only take from it.
    if (agreed < LEAST_SCORE || agreed <= (best?.score ?? 0)) continue;
    const score = agreed * fitOf(wording.indicator, kind, unit);
    if (score >= LEAST_SCORE && score > (best?.score ?? 0)) best = { indicator: wording.indicator, score };
  }
  return best;
}

/** How much of the wording stands in the phrase counts more than how much of the phrase the wording explains. */
function agreement(shared: number, wording: number, phrase: number): number {
  const recall = shared / wording;
  if (recall < LEAST_RECALL) return 0;
  const precision = shared / phrase;
  return recall ** RECALL_POWER * precision ** PRECISION_POWER;
}

const SEARCHED = INDICATORS.map((indicator) => ({
  indicator,
  texts: [indicator.name, ...indicator.aliases].map((text) => foldedWords(text)),
}));

/** Indicators whose name or another wording holds the beginnings of all typed words, the best first. */
export function searchIndicators(query: string, atMost = 20): Indicator[] {
  const wanted = foldedWords(query);
  const concepts = conceptsOf(query);
  const found: { indicator: Indicator; score: number }[] = [];
  for (const { indicator, texts } of SEARCHED) {
    const ranks = texts.map((words, at) => {
      if (!wanted.every((word) => words.some((have) => have.startsWith(word)))) return 0;
      return (at === 0 ? 2 : 1) + wanted.length / Math.max(1, words.length);
    });
    let score = Math.max(...ranks);
    if (score === 0 && concepts.length > 0) {
      const own = new Set([indicator.name, ...indicator.aliases].flatMap(conceptsOf));
      if (concepts.every((concept) => own.has(concept))) score = 0.5;
    }
    if (score > 0) found.push({ indicator, score });
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, atMost)
    .map((one) => one.indicator);
}
