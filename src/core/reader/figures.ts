/** Figures of a stretch of text: single values, ranges, fractions, compound sums, each with its unit. */

import { addDecimals, compareDecimals, numberWord, scaleDecimal } from '../text/numbers.ts';
import { excludedNumbers } from './figures-exclusions.ts';
import { means, type Token } from './figures-tokens.ts';
import { type FoundUnit, type UnitKind, unitAt, unknownUnitAt } from './figures-units.ts';

export type ReadFigure = {
  /** Index of the first token, and of the token behind the unit and "trở lên". */
  first: number;
  next: number;
  value: string | null;
  low: string | null;
  high: string | null;
  numerator: string | null;
  denominator: string | null;
  unit: string | null;
  kind: UnitKind | null;
  /** Divisors of the unit: "người/năm", or null. */
  per: string | null;
  /** "trở lên", "trở xuống" right behind. */
  bound: 'up' | 'down' | null;
  /** Its separators allow a second reading. */
  ambiguous: boolean;
  /** Number of the bracket it stands in, 0 outside. */
  bracket: number;
};

type Value = Pick<ReadFigure, 'value' | 'low' | 'high' | 'numerator' | 'denominator'>;
const NOTHING: Value = { value: null, low: null, high: null, numerator: null, denominator: null };

const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-–—−~]$/.test(token.text);

/** "hai mô hình" where a number must stand, as a number. */
export function withNumberWords(tokens: Token[]): Token[] {
  if (!tokens.some(({ low }) => low === 'nhất' || low === 'thiểu' || low === 'thêm')) return tokens;
  return tokens.map((token, at) => {
    const before = tokens[at - 1]?.low;
    const asked =
      (before === 'nhất' && tokens[at - 2]?.low === 'ít') ||
      (before === 'thiểu' && tokens[at - 2]?.low === 'tối') ||
      before === 'thêm';
    if (!asked || token.kind !== 'word') return token;
    const value = numberWord(token.low);
    if (value === null || !unitAt(tokens, at + 1)) return token;
    const number = { start: token.start, end: token.end, value, plain: true, ambiguous: false };
    return { ...token, kind: 'number', number };
  });
}

/** For each token the number of the bracket it stands in, 0 outside. An unclosed bracket ends with the stretch. */
export function bracketsOf(tokens: Token[]): number[] {
  const brackets: number[] = [];
  let open = 0;
  let count = 0;
  for (const token of tokens) {
    if (token.text === '(') {
      count += 1;
      open = count;
    }
    brackets.push(open);
    if (token.text === ')') open = 0;
  }
  return brackets;
}

/** All figures with a unit, in order; `bare` keeps those without one (cells of a table, ranks). */
export function findFigures(tokens: Token[], options: { bare: boolean } = { bare: false }): ReadFigure[] {
  const dead = excludedNumbers(tokens, options.bare);
  const brackets = bracketsOf(tokens);
  const figures: ReadFigure[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token?.kind !== 'number' || dead[at]) {
      at += 1;
      continue;
    }
    const figure = figureAt(tokens, at, dead);
    if (figure && (figure.unit !== null || options.bare || isRank(tokens, at)))
      figures.push({ ...figure, bracket: brackets[at] ?? 0 });
    at = Math.max(at + 1, figure?.next ?? 0);
  }
  return figures;
}

function isRank(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    (means(before, 'thứ') || means(before, 'hạng')) &&
    ['xep', 'dung', 'tri', 'hang'].includes(tokens[at - 2]?.key ?? '')
  );
}

function figureAt(tokens: Token[], at: number, dead: boolean[]): Omit<ReadFigure, 'bracket'> | null {
  const read =
    compoundAt(tokens, at) ?? fractionAt(tokens, at, dead) ?? rangeAt(tokens, at, dead) ?? singleAt(tokens, at);
  if (!read) return null;
  const bound = boundAt(tokens, read.next);
  const ambiguous = tokens.slice(at, read.next).some((token) => token.number?.ambiguous === true);
  return { first: at, ...read, next: bound ? bound.next : read.next, bound: bound?.bound ?? null, ambiguous };
}

type Read = Value & { unit: string | null; kind: UnitKind | null; per: string | null; next: number };

function readWith(value: Value, unit: FoundUnit | null, next: number): Read {
  const power = unit?.power ?? 0;
  const scale = (one: string | null): string | null => (one === null || power === 0 ? one : scaleDecimal(one, power));
  return {
    value: scale(value.value),
    low: scale(value.low),
    high: scale(value.high),
    numerator: value.numerator,
    denominator: value.denominator,
    unit: unit?.name ?? null,
    kind: unit?.kind ?? null,
    per: unit?.per ?? null,
    next: unit?.next ?? next,
  };
}

/** "trở lên", "trở xuống", also behind "/năm". */
export function boundAt(tokens: Token[], at: number): { bound: 'up' | 'down'; next: number } | null {
  if (!means(tokens[at], 'trở')) return null;
  if (means(tokens[at + 1], 'lên')) return { bound: 'up', next: at + 2 };
  if (means(tokens[at + 1], 'xuống')) return { bound: 'down', next: at + 2 };
  return null;
}

const valueAt = (tokens: Token[], at: number): string | null => tokens[at]?.number?.value ?? null;

const SMALLER: Record<string, { name: string; power: number }> = {
  'tỷ đồng': { name: 'triệu đồng', power: 3 },
  'triệu đồng': { name: 'nghìn đồng', power: 3 },
};

/** "16 tỷ 434 triệu đồng" in the smaller unit. */
function compoundAt(tokens: Token[], at: number): Read | null {
  const large = unitAt(tokens, at + 1);
  const value = valueAt(tokens, at);
  if (!large || value === null || large.kind !== 'money' || large.power !== 0 || large.per !== null) return null;
  const smaller = SMALLER[large.name];
  const rest = valueAt(tokens, large.next);
  const small = unitAt(tokens, large.next + 1);
  if (!smaller || rest === null || !small || small.name !== smaller.name || compareDecimals(rest, '1000') >= 0)
    return null;
  return readWith(
    { ...NOTHING, value: addDecimals(scaleDecimal(value, smaller.power), rest) },
    { ...small, power: 0 },
    small.next,
  );
}

/** "7/8 trường", "73/70ha" */
function fractionAt(tokens: Token[], at: number, dead: boolean[]): Read | null {
  const outOf = means(tokens[at + 1], 'trên') && isPartOf(tokens, at);
  if (!(tokens[at + 1]?.text === '/' || outOf) || dead[at + 2]) return null;
  const numerator = valueAt(tokens, at);
  const denominator = valueAt(tokens, at + 2);
  if (numerator === null || denominator === null || denominator === '0') return null;
  return readWith({ ...NOTHING, numerator, denominator }, unitAt(tokens, at + 3), at + 3);
}

/** "9 trên 10 trẻ": two small whole numbers, the second the whole. */
function isPartOf(tokens: Token[], at: number): boolean {
  const [one, two] = [tokens[at]?.number, tokens[at + 2]?.number];
  if (!one?.plain || !two?.plain || one.value.length > 3 || two.value.length > 4) return false;
  return compareDecimals(one.value, two.value) <= 0 && unitAt(tokens, at + 3)?.kind === 'count';
}

/** "14% - 14,5%", "12,5-13%", "từ 15 đến 20%", "93 - 94" */
function rangeAt(tokens: Token[], at: number, dead: boolean[]): Read | null {
  const first = unitAt(tokens, at + 1);
  const mark = first && (first.kind === 'share' || first.kind === 'money') ? first.next : at + 1;
  const to = means(tokens[mark], 'đến') || means(tokens[mark], 'tới');
  if (!isDash(tokens[mark]) && !to) return null;
  const low = valueAt(tokens, at);
  const high = valueAt(tokens, mark + 1);
  if (low === null || high === null || dead[mark + 1] || compareDecimals(low, high) >= 0) return null;
  const unit = unitAt(tokens, mark + 2);
  const same = first === null || mark === at + 1 || unit === null || unit.name === first.name;
  if (!same) return null;
  return readWith({ ...NOTHING, low, high }, unit ?? first, mark + 2);
}

function singleAt(tokens: Token[], at: number): Read | null {
  const value = valueAt(tokens, at);
  if (value === null) return null;
  return readWith({ ...NOTHING, value }, unitAt(tokens, at + 1) ?? unknownUnitAt(tokens, at, at + 1), at + 1);
}
