/** What a figure means beside its subject: measure, comparator, change and unit. */

import type { Change, Comparator, Measure } from '../rules/targets.ts';
import { addDecimals } from '../text/numbers.ts';
import type { Cue } from './comparators.ts';
import type { ReadFigure } from './figures.ts';
import type { Clause } from './figures-clauses.ts';
import { addPhrase, newPhrases, phraseAt, phrasesOf, type Token } from './figures-tokens.ts';
import { holds, type Range } from './figures-words.ts';
import { comparatorOf } from './targets-comparator.ts';

export type Meaning = {
  measure: Measure;
  comparator: Comparator;
  change: Change;
  value: string | null;
  low: string | null;
  high: string | null;
  numerator: string | null;
  denominator: string | null;
  unit: string | null;
  estimated: boolean;
  /** "giảm … dưới 2%": down to it or down by it. */
  doubtful: boolean;
};

type Lead = 'up' | 'raise' | 'down' | 'keep' | null;

const LEADS = newPhrases<Exclude<Lead, null>>();

const learn = (kind: Exclude<Lead, null>, verbs: string): void => {
  for (const verb of verbs.split('; ')) addPhrase(LEADS, verb, kind);
};
learn('keep', 'duy trì; giữ vững; giữ ổn định; ổn định; tiếp tục duy trì; tiếp tục giữ vững; giữ nguyên');
learn('raise', 'nâng cao; nâng; đưa tỷ lệ; gia tăng');
learn('up', 'tăng');
learn('down', 'kéo giảm; giảm thiểu; giảm; rút ngắn; cắt giảm; hạ');

const leadOf = (tokens: Token[], [from, to]: Range): Lead => phraseAt(LEADS, tokens, from, to)?.value ?? null;

const GROWTH_NAMES = phrasesOf([
  'tốc độ tăng',
  'tỷ lệ tăng',
  'tăng trưởng',
  'tốc độ phát triển',
  'mức tăng',
  'nhịp độ tăng',
]);

const FALL_NAMES = phrasesOf(['mức giảm', 'tốc độ giảm', 'tỷ lệ giảm', 'giảm nghèo']);

const SHARE_NAMES = phrasesOf([
  'tỷ lệ',
  'tỷ trọng',
  'độ che phủ',
  'bao phủ',
  'mức độ',
  'tỷ suất',
  'hộ nghèo',
  'hộ cận nghèo',
  'cơ cấu',
]);

const RATIO = phrasesOf(['tỷ lệ']);

const PER_HEAD = phrasesOf(['đầu người', 'bqdn', 'bqđn', 'tnbqđn', 'thu nhập bình quân']);

const RATES_OF_PEOPLE = phrasesOf(['tăng dân số', 'dân số tự nhiên']);

/** Reads the meaning of a clause whose subject stands in `subject`. */
export function meaningOf(tokens: Token[], clause: Clause, subject: Range): Meaning {
  const { figure } = clause;
  const cues = clause.cues.cues;
  const has = (cue: Cue): boolean => cues.includes(cue);
  const share = figure.kind === 'share';
  const shareSubject = holds(tokens, subject, SHARE_NAMES) || holds(tokens, clause.after, RATIO);
  const people = holds(tokens, subject, RATES_OF_PEOPLE);
  const growing = !people && holds(tokens, subject, GROWTH_NAMES);
  const { change, doubtful } = changeOf({ tokens, clause, subject, cues, share, shareSubject, growing });
  const exceeded = exceedsPlan(tokens, clause);
  const fraction = fractionOf(clause);
  const values = exceeded ? overHundred(figure) : fraction;
  const measure = exceeded
    ? 'share'
    : measureOf({
        figure,
        change,
        growing,
        has,
        perHead: isPerHead(tokens, clause, subject),
        percent: values.value !== null,
      });
  return {
    measure,
    change: exceeded ? 'level' : change,
    comparator: comparatorOf(tokens, clause, exceeded),
    ...values,
    unit: unitOf(figure, fraction.unitFigure, measure, change, {
      shareSubject: shareSubject && !growing,
      rank: has('rank'),
    }),
    estimated: has('estimated'),
    doubtful,
  };
}

type ChangeFacts = {
  tokens: Token[];
  clause: Clause;
  subject: Range;
  cues: Cue[];
  share: boolean;
  shareSubject: boolean;
  growing: boolean;
};

function changeOf({ tokens, clause, subject, cues, share, shareSubject, growing }: ChangeFacts): {
  change: Change;
  doubtful: boolean;
} {
  const has = (cue: Cue): boolean => cues.includes(cue);
  const sure = (change: Change) => ({ change, doubtful: false });
  if (has('times')) return sure('increase-to');
  if (has('down-to')) return sure('decrease-to');
  if (has('up-to')) return sure('increase-to');
  const below = has('less') || has('most');
  if (has('down')) return below ? { change: 'decrease-to', doubtful: true } : sure('decrease-by');
  if (has('up')) return growing ? sure('level') : sure('increase-by');
  const lead = leadOf(tokens, subject);
  if (lead === 'down') {
    if (below) return { change: 'decrease-to', doubtful: true };
    return { change: 'decrease-by', doubtful: has('reach') && shareSubject };
  }
  if (holds(tokens, subject, FALL_NAMES)) return sure('decrease-by');
  if (lead === 'raise') return sure('increase-to');
  if (lead === 'up' && !growing) {
    if (share) return shareSubject && cues.length > 0 ? sure('increase-to') : sure('increase-by');
    return has('reach') ? sure('increase-to') : sure('increase-by');
  }
  const keepsBehind = leadWithin(tokens, [clause.after[0], Math.min(clause.after[1], clause.after[0] + 8)]);
  if (lead === 'keep' || has('keep') || keepsBehind) return sure('maintain');
  return sure('level');
}

function leadWithin(tokens: Token[], [from, to]: Range): boolean {
  for (let at = from; at < to; at++) {
    if (tokens[at]?.text === ',') return false;
    if (leadOf(tokens, [at, to]) === 'keep') return true;
  }
  return false;
}

const COMPARED = phrasesOf(['so với']);

const PLANS = phrasesOf(['dự toán', 'kế hoạch', 'chỉ tiêu', 'nghị quyết', 'được giao', 'mục tiêu', 'giao']);

/** Does the tail compare with what was assigned? */
export function againstPlan(tokens: Token[], [from, to]: Range): boolean {
  return holds(tokens, [from, Math.min(to, from + 7)], PLANS);
}

function exceedsPlan(tokens: Token[], clause: Clause): boolean {
  const cues = clause.cues.cues;
  if (!cues.includes('exceed') || clause.figure.kind !== 'share') return false;
  const named = tokens
    .slice(clause.cues.from, clause.figure.first)
    .some((token) => ['kế', 'dự', 'chỉ'].includes(token.low));
  return named || againstPlan(tokens, clause.after) || holds(tokens, clause.after, COMPARED);
}

const plusHundred = (value: string | null): string | null => (value === null ? null : addDecimals(value, '100'));

type Values = Pick<Meaning, 'value' | 'low' | 'high' | 'numerator' | 'denominator'> & { unitFigure: ReadFigure };

function overHundred(figure: ReadFigure): Values {
  return {
    value: plusHundred(figure.value),
    low: plusHundred(figure.low),
    high: plusHundred(figure.high),
    numerator: null,
    denominator: null,
    unitFigure: figure,
  };
}

/** A percent and the fraction that explains it are one figure: 87,5% (7/8 trường), 7/8 trường (87,5%). */
function fractionOf({ figure, attached, cues }: Clause): Values {
  const { value, low, high, numerator, denominator } = figure;
  if (numerator !== null) {
    const planned = figure.kind === 'money' || figure.kind === 'measure' || cues.cues.includes('rank');
    const percent = attached.find((one) => one.kind === 'share' && one.value !== null);
    if (percent && !planned)
      return { value: percent.value, low: null, high: null, numerator, denominator, unitFigure: percent };
    return { value: planned ? numerator : null, low: null, high: null, numerator, denominator, unitFigure: figure };
  }
  const fraction = figure.kind === 'share' ? attached.find((one) => one.numerator !== null) : undefined;
  return {
    value,
    low,
    high,
    numerator: fraction?.numerator ?? null,
    denominator: fraction?.denominator ?? null,
    unitFigure: figure,
  };
}

function isPerHead(tokens: Token[], { figure }: Clause, subject: Range): boolean {
  if (figure.per?.split('/')[0] === 'người') return true;
  return figure.kind === 'money' && holds(tokens, subject, PER_HEAD);
}

type MeasureFacts = {
  figure: ReadFigure;
  change: Change;
  growing: boolean;
  has: (cue: Cue) => boolean;
  perHead: boolean;
  percent: boolean;
};

function measureOf({ figure, change, growing, has, perHead, percent }: MeasureFacts): Measure {
  if (figure.numerator !== null && figure.kind !== 'money' && figure.kind !== 'measure' && !has('rank'))
    return percent ? 'share' : 'fraction';
  if (has('times') || (figure.kind === 'times' && (change === 'increase-by' || change === 'increase-to')))
    return 'growth';
  if (figure.kind === 'share') {
    if (change === 'decrease-by') return 'reduction';
    if (change === 'increase-by' || (growing && change !== 'decrease-to')) return 'growth';
    return 'share';
  }
  if (perHead) return 'per-capita';
  return change === 'decrease-by' ? 'reduction' : 'amount';
}

function unitOf(
  figure: ReadFigure,
  unitFigure: ReadFigure,
  measure: Measure,
  change: Change,
  { shareSubject, rank }: { shareSubject: boolean; rank: boolean },
): string | null {
  if (rank) return 'hạng';
  const unit = unitFigure.unit;
  if (unit === null) return null;
  if (unitFigure.kind === 'share') {
    const points = unit === '%' && shareSubject && (change === 'decrease-by' || change === 'increase-by');
    return points ? 'điểm %' : unit;
  }
  const per = figure.per;
  if (measure === 'per-capita' && figure.kind === 'money') {
    return `${unit}/người/${per?.includes('tháng') ? 'tháng' : 'năm'}`;
  }
  if (per === null || (figure.kind === 'count' && per === 'năm')) return unit;
  return `${unit}/${per}`;
}
