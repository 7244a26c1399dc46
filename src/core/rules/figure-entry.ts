/**
 * What a person types or pastes into a cell, read and checked before it is kept: by the same rules in the grid, on the
 * phone without a network and in the server. Faults keep a figure out; doubts let it in and ask.
 */

import { compareDecimals, formatDecimal, readDecimal, scaleDecimal, scanNumbers } from '../text/numbers.ts';
import type { Days } from './periods.ts';
import type { GoalFigure, Measure } from './targets.ts';

/** A figure of one cell: a value, or a part of a whole (7/8). */
export type EnteredFigure = { value: string | null; numerator: string | null; denominator: string | null };

export type TypedFigure =
  | { is: 'empty' }
  | { is: 'figure'; figure: EnteredFigure }
  /** `readings`: what it may mean, for the person to choose. */
  | { is: 'unclear'; fault: EntryFault; readings: string[] };

/** Why a figure cannot be kept. */
export const ENTRY_FAULTS = [
  'not-a-number',
  'formula',
  'two-readings',
  'too-long',
  'negative',
  'not-whole',
  'above-hundred',
  'part-above-whole',
  'whole-zero',
  'period-to-come',
  'period-closed',
] as const;
export type EntryFault = (typeof ENTRY_FAULTS)[number];

/** What is kept but shown beside the cell until somebody says it is right. */
export const ENTRY_DOUBTS = ['cumulative-falls', 'ten-times', 'far-above-target'] as const;
export type EntryDoubt = (typeof ENTRY_DOUBTS)[number];

const LONGEST_TEXT = 40;
const MOST_DIGITS = 18;
const MOST_PLACES = 9;

/**
 * Reads one cell. "1.000" is a thousand; "1,000" may be a thousand typed the English way or one with three places: it
 * is asked about, never guessed. A formula ("=A1+1") is refused, whatever it says.
 */
export function readTyped(text: string): TypedFigure {
  const typed = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim();
  if (typed === '' || typed === '-' || typed === '…') return { is: 'empty' };
  if (typed.length > LONGEST_TEXT) return { is: 'unclear', fault: 'too-long', readings: [] };
  if (/^[=@]/.test(typed) || /^[+-][A-Za-z(]/.test(typed)) return { is: 'unclear', fault: 'formula', readings: [] };
  const parts = typed.split('/');
  if (parts.length === 2) return readFraction(parts[0] ?? '', parts[1] ?? '');
  const one = readNumber(typed.replace(/ ?%$/, ''));
  if (typeof one !== 'string') return one;
  return { is: 'figure', figure: { value: one, numerator: null, denominator: null } };
}

/** A number as it is typed so that it is read in one way only: with three places a nought more ("1,1250"). */
export function typedOnce(value: string): string {
  return (value.split('.')[1] ?? '').length === 3 ? `${formatDecimal(value)}0` : formatDecimal(value);
}

function readFraction(part: string, whole: string): TypedFigure {
  const numerator = readNumber(part);
  const denominator = readNumber(whole);
  if (typeof numerator !== 'string') return numerator;
  if (typeof denominator !== 'string') return denominator;
  return { is: 'figure', figure: { value: null, numerator, denominator } };
}

function readNumber(text: string): string | Extract<TypedFigure, { is: 'unclear' }> {
  const compact = text.replaceAll(' ', '').replace(/^\+/, '');
  const value = readDecimal(compact);
  if (value === null) return { is: 'unclear', fault: 'not-a-number', readings: [] };
  const [whole = '', places = ''] = value.replace('-', '').split('.');
  if (whole.length > MOST_DIGITS || places.length > MOST_PLACES)
    return { is: 'unclear', fault: 'too-long', readings: [] };
  if (scanNumbers(compact)[0]?.ambiguous !== true) return value;
  const swapped = readDecimal(compact.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')));
  // "62.07" can only be meant one way.
  if (swapped === null || swapped === value) return value;
  return { is: 'unclear', fault: 'two-readings', readings: [value, swapped] };
}

/** A kept figure as it is typed: "7/8" or "13.741,5". */
export function shownFigure(figure: (Omit<EnteredFigure, 'value'> & { entered: string | null }) | null): string {
  if (figure === null) return '';
  if (figure.numerator !== null && figure.denominator !== null)
    return `${formatDecimal(figure.numerator)}/${formatDecimal(figure.denominator)}`;
  return figure.entered === null ? '' : formatDecimal(figure.entered);
}

/** What the target says of its figures. */
export type EntryRule = {
  unit: string | null;
  measure: Measure;
  /** The target itself asks for a change, which may be negative. */
  asksChange: boolean;
};

export type EntryFacts = {
  rule: EntryRule;
  period: Days;
  today: string;
  closed: boolean;
  /** The whole of a ratio that may well pass 100 (so kế hoạch); false for shares of households. */
  mayPassHundred: boolean;
};

type AskedEntry = { figure: Pick<GoalFigure, 'unit' | 'measure' | 'change'>; asFraction: boolean };

/** What is asked of a target's figures in whatever period. */
export function entryRuleOf({ figure, asFraction }: AskedEntry): Pick<EntryFacts, 'rule' | 'mayPassHundred'> {
  const { unit, measure, change } = figure;
  return {
    rule: { unit, measure, asksChange: change === 'increase-by' || change === 'decrease-by' },
    mayPassHundred: !asFraction && measure !== 'share',
  };
}

/** What is asked of them in one period: the same in the server, in lists, in the sheet and without a network. */
export const entryFactsOf = (asked: AskedEntry, at: { period: Days; today: string; closed: boolean }): EntryFacts => ({
  ...at,
  ...entryRuleOf(asked),
});

/** Units that are counted one by one: there is no half school. */
const COUNTED =
  /^(?:lượt )?(?:người|hộ|trường|xã|thôn|bản|tổ|đơn vị|em|học sinh|cháu|trẻ|công trình|mô hình|sản phẩm|doanh nghiệp|hợp tác xã|htx|vụ|cuộc|lớp|căn nhà|nhà|đảng viên|đoàn viên|hội viên|lao động|đồng chí|tin|bài|câu lạc bộ|sáng kiến)(?: |$)/iu;

export function isCounted(unit: string | null): boolean {
  return unit !== null && COUNTED.test(unit.normalize('NFC').trim());
}

/** Everything that keeps a figure out, all at once; empty: it may be kept. */
export function checkEntry(figure: EnteredFigure, facts: EntryFacts): EntryFault[] {
  const faults: EntryFault[] = [];
  if (facts.closed) faults.push('period-closed');
  if (facts.period.from > facts.today) faults.push('period-to-come');
  const { rule } = facts;
  const numbers = [figure.value, figure.numerator, figure.denominator].filter((one) => one !== null);
  const mayFall = rule.asksChange || rule.measure === 'growth' || rule.measure === 'reduction';
  if (!mayFall && numbers.some((one) => compareDecimals(one, '0') < 0)) faults.push('negative');
  if (isCounted(rule.unit) && figure.value?.includes('.')) faults.push('not-whole');
  const share = rule.unit === '%' && rule.measure === 'share' && !facts.mayPassHundred;
  if (share && figure.value !== null && compareDecimals(figure.value, '100') > 0) faults.push('above-hundred');
  if (figure.numerator !== null && figure.denominator !== null) {
    if (compareDecimals(figure.denominator, '0') <= 0) faults.push('whole-zero');
    else if (!facts.mayPassHundred && compareDecimals(figure.numerator, figure.denominator) > 0)
      faults.push('part-above-whole');
  }
  return faults;
}

export type DoubtFacts = {
  /** The figure as a cumulative one, and the one of the period before, in the same unit. */
  cumulative: string | null;
  before: string | null;
  target: string | null;
  /** Only what adds up over the year may not fall. */
  addsUp: boolean;
};

/** What looks like a slip but may be right: a falling lũy kế, ten times the last figure, ten times the whole plan. */
export function doubtsOf({ cumulative, before, target, addsUp }: DoubtFacts): EntryDoubt[] {
  if (cumulative === null) return [];
  const doubts: EntryDoubt[] = [];
  if (addsUp && before !== null && compareDecimals(cumulative, before) < 0) doubts.push('cumulative-falls');
  if (before !== null && compareDecimals(before, '0') > 0 && reachesTimes(cumulative, before)) doubts.push('ten-times');
  if (target !== null && compareDecimals(target, '0') > 0 && reachesTimes(cumulative, target))
    doubts.push('far-above-target');
  return doubts;
}

const reachesTimes = (value: string, base: string) => compareDecimals(value, scaleDecimal(base, 1)) >= 0;
