/** SL-01 over more than one clause: structures, growth and its parts, separators, one indicator with two values. */

import { compareDecimals, type NumberToken, scanNumbers } from '../../text/numbers.ts';
import { foldedWords } from '../../text/search.ts';
import type { JoinedText } from '../blocks.ts';
import { lineAt } from '../outline.ts';
import type { Span, Target } from '../reading.ts';
import { amountOf, type Clause, isPercent, leadAt, textBefore, unitBehind } from './clauses.ts';
import type { CheckContext } from './context.ts';
import type { FigureFault } from './figure-conflicts.ts';

/** All contradictions that show only over several clauses. */
export function conflictsAcrossClauses(context: CheckContext, clauses: Clause[]): FigureFault[] {
  return [
    ...structures(context, clauses),
    ...growthParts(context),
    ...separatorSlips(context, clauses),
    ...pointDecimals(context, clauses),
    ...moneyScales(context, clauses),
    ...twoValues(context),
  ];
}

/** "cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 35%, dịch vụ 46%". */
function structures(context: CheckContext, clauses: Clause[]): FigureFault[] {
  const faults: FigureFault[] = [];
  const bySentence = new Map<number, Clause[]>();
  for (const clause of clauses) {
    const group = bySentence.get(clause.sentence);
    if (group) group.push(clause);
    else bySentence.set(clause.sentence, [clause]);
  }
  for (const group of bySentence.values()) {
    const opening = group.findIndex(({ text }) =>
      /cơ cấu (?:kinh tế|ngành|GRDP|lao động|các ngành|giá trị|tổng sản phẩm|cây trồng)/iu.test(text),
    );
    if (opening < 0) continue;
    const shares = group
      .slice(opening)
      .flatMap(({ text, numbers, start }) =>
        numbers.filter((token) => isPercent(text, token)).map((token) => ({ token, text, start })),
      );
    const whole = group.map(({ text }) => text).join(';');
    if (
      shares.length < 3 ||
      shares.length > 5 ||
      /tăng|giảm|từ \d|tương ứng|lần lượt|năm 20\d\d[^;]*năm 20\d\d|trên|khoảng|dưới/u.test(whole.slice(0, 600))
    )
      continue;
    const sum = shares.reduce((total, { token }) => total + amountOf(token), 0);
    if (Math.abs(sum - 100) < 0.11 * shares.length || sum < 85 || sum > 115) continue;
    const [first, last] = [shares[0], shares.at(-1)];
    if (!first || !last) continue;
    const printed = String(Math.round(sum * 100) / 100).replace('.', ',');
    faults.push({
      span: [first.start + leadAt(first.text, first.token.start), last.start + last.token.end + 1],
      message: context.text.sharesSum(printed),
    });
  }
  return faults;
}

const TOTAL_GROWTH = /(?:tốc độ tăng(?: trưởng)?|tăng trưởng)[^.;:\d]{0,90}\d/iu;

/** Every branch grows faster, or every branch slower, than the whole they make up. */
function growthParts({ doc, text: say }: CheckContext): FigureFault[] {
  const faults: FigureFault[] = [];
  for (const line of doc.lines) {
    const { text } = line;
    if (line.row !== null) continue;
    const total = TOTAL_GROWTH.exec(text);
    if (!total) continue;
    const at = total.index + total[0].length - 1;
    const inside = /trong đó/iu.exec(text.slice(at, at + 60));
    if (!inside) continue;
    const whole = percents(text, at, at + inside.index);
    const from = at + inside.index;
    const stop = text.slice(from).search(/\.(?:\s|$)/);
    const end = stop < 0 ? text.length : from + stop;
    const parts = percents(text, from, end).filter(
      (token) =>
        /(?:tăng|đạt)\s(?:trưởng\s)?(?:khoảng\s|trên\s)?$/u.test(text.slice(from, token.start)) ||
        /[-–]\s?$/.test(text.slice(from, token.start)),
    );
    const [low, high] = [Math.min(...whole.map(amountOf)), Math.max(...whole.map(amountOf))];
    if (whole.length === 0 || parts.length < 3) continue;
    const above = parts.every((token) => amountOf(token) > high + MARGIN);
    const below = parts.every((token) => amountOf(token) < low - MARGIN);
    if (!above && !below) continue;
    const first = whole[0];
    const last = parts.at(-1);
    if (!first || !last) continue;
    faults.push({
      span: [line.start + leadAt(text, first.start), line.start + Math.min(last.end + 1, first.start + 160)],
      message: say.growthOutside(),
    });
  }
  return faults;
}

/** Taxes on products, which no branch holds, move the whole a little. */
const MARGIN = 0.3;

function percents(text: string, from: number, to: number): NumberToken[] {
  return scanNumbers(text, from, Math.min(text.length, to + 8)).filter(
    (token) =>
      token.start < to &&
      (isPercent(text, token) || /^\s?[-–]\s?\d+(?:,\d+)?\s?%/.test(text.slice(token.end, token.end + 12))),
  );
}

/** Units that are never divided: a comma before three digits can only part thousands. */
const COUNTED = new Set(
  'hộ người lao lượt con học trường đồng thuê hồ em cháu hội đoàn đảng bản thôn xã công'.split(' '),
);
const COUNTED_NOT = /^\s?(?:con số|đồng\/|công suất|xã hội)/u;
const COMMA_THOUSANDS = /^\d{1,3},\d{3}$/;
const DOT_THOUSANDS = /^\d{1,3}(?:\.\d{3}){1,3}$/;

/** "3,098 tấn" beside "2.898 tấn"; "3,098 hộ". */
function separatorSlips({ text: say }: CheckContext, clauses: Clause[]): FigureFault[] {
  const dotted = new Map<string, number[]>();
  for (const { text, numbers } of clauses)
    for (const token of numbers) {
      if (!DOT_THOUSANDS.test(text.slice(token.start, token.end))) continue;
      const unit = unitBehind(text, token);
      dotted.set(unit, [...(dotted.get(unit) ?? []).slice(-200), amountOf(token)]);
    }
  const faults: FigureFault[] = [];
  for (const { text, numbers, start } of clauses)
    for (const token of numbers) {
      const printed = text.slice(token.start, token.end);
      if (!COMMA_THOUSANDS.test(printed) || printed.startsWith('0')) continue;
      const unit = unitBehind(text, token);
      if (unit === '' || /^(?:nghìn|triệu|tỷ|lần|điểm|m|km)/u.test(unit)) continue;
      const asThousands = Number(printed.replace(',', ''));
      const counted = COUNTED.has(unit) && !COUNTED_NOT.test(text.slice(token.end));
      const near = (dotted.get(unit) ?? []).some((value) => value / asThousands < 10 && asThousands / value < 10);
      if (!counted && !near) continue;
      const right = printed.replace(',', '.');
      faults.push({
        span: [start + token.start, start + token.end + 1 + unit.length],
        message: say.commaThousands(right),
        suggestion: `${right} ${unit}`,
      });
    }
  return faults;
}

const POINT_DECIMAL = /^\d{1,3}\.\d{1,2}$/;

/** "62.07%": a point where the decimal comma belongs. */
function pointDecimals({ text: say }: CheckContext, clauses: Clause[]): FigureFault[] {
  let count = 0;
  let first: { span: Span; right: string } | null = null;
  for (const { text, numbers, start } of clauses)
    for (const token of numbers) {
      const printed = text.slice(token.start, token.end);
      if (!POINT_DECIMAL.test(printed)) continue;
      const behind = text.slice(token.end, token.end + 10);
      if (
        !/^\s?(?:%|triệu|tỷ|tấn|ha(?![\p{L}])|tạ|nghìn|kg|km|điểm)/u.test(behind) ||
        /(?:mục|điểm|khoản|tiêu chí|số|phần|chỉ tiêu)\s$/u.test(textBefore(text, token.start))
      )
        continue;
      count += 1;
      first ??= {
        span: [start + token.start, start + token.end + (/^\s?%/.exec(behind)?.[0].length ?? 0)],
        right: printed.replace('.', ','),
      };
    }
  return first
    ? [{ span: first.span, severity: 'warning', message: say.pointDecimal(count), suggestion: first.right }]
    : [];
}

/** An income per head in thousand millions, the output of a commune in a few millions. */
function moneyScales({ text: say, reading }: CheckContext, clauses: Clause[]): FigureFault[] {
  const faults: FigureFault[] = [];
  for (const { text, numbers, start } of clauses)
    for (const token of numbers) {
      const before = text.slice(Math.max(0, token.start - 80), token.start);
      const behind = text.slice(token.end, token.end + 12);
      const span: Span = [
        start + token.start,
        start + token.end + (/^\s?(?:triệu|tỷ) đồng/u.exec(behind)?.[0].length ?? 0),
      ];
      if (/bình quân (?:trên )?đầu người[^\d]{0,50}$/iu.test(before) && /^\s?tỷ đồng/u.test(behind))
        faults.push({
          span,
          message: say.moneyScale('tỷ đồng'),
          suggestion: `${text.slice(token.start, token.end)} triệu đồng`,
        });
      const output =
        /tổng (?:giá trị|sản phẩm)[^\d]{0,60}$/iu.test(before) && !/bình quân|\/ha|trên một/u.test(before + behind);
      if (
        output &&
        /^\s?triệu đồng(?!\/)/u.test(behind) &&
        amountOf(token) < 1000 &&
        ['commune', 'district', 'province'].includes(reading.issuer?.level ?? '')
      )
        faults.push({
          span,
          severity: 'warning',
          message: say.moneyScale('triệu đồng'),
          suggestion: `${text.slice(token.start, token.end)} tỷ đồng`,
        });
    }
  return faults;
}

/** More statements of one indicator are a table of its own. */
const VALUES_AT_MOST = 50;

/** One indicator stated with two values in nearly the same words. */
function twoValues({ reading, text: say, doc }: CheckContext): FigureFault[] {
  const faults: FigureFault[] = [];
  const seen = new Map<string, Target[]>();
  const words = wordsByQuote();
  for (const target of reading.targets) {
    if (target.value === null || target.partOf !== null || target.indicator === null || inRow(doc, target.span[0]))
      continue;
    const key = [
      target.indicator,
      target.measure,
      target.change,
      target.unit,
      target.scope ?? '',
      target.owner ?? '',
    ].join('|');
    const others = seen.get(key) ?? [];
    const other = others.find(
      (one) =>
        one.value !== null &&
        compareDecimals(one.value, target.value ?? '') !== 0 &&
        sameWords(words(one.quote), words(target.quote)),
    );
    if (other) faults.push({ span: target.span, message: say.twoValues(doc.text.slice(other.span[0], other.span[1])) });
    if (others.length < VALUES_AT_MOST) others.push(target);
    seen.set(key, others);
  }
  return faults;
}

const inRow = (doc: JoinedText, place: number): boolean => doc.lines[lineAt(doc, place)]?.row !== null;

const CONNECTING = new Set(
  'dat tren duoi khoang la phan dau con nam den het cuoi de nham dia ban xa toan cua trong'.split(' '),
);

/** What of a quote is compared: its words but for figures, comparators and connecting words, and the year it names. */
type Compared = { count: number; words: string; year: string | undefined };

/** Each quote is cut into words once, with however many others it is compared. */
function wordsByQuote(): (quote: string) => Compared {
  const known = new Map<string, Compared>();
  return (quote) => {
    const cached = known.get(quote);
    if (cached) return cached;
    const words = foldedWords(quote).filter((word) => !/\d/.test(word) && !CONNECTING.has(word));
    const compared = { count: words.length, words: words.sort().join(' '), year: /20\d\d/.exec(quote)?.[0] };
    known.set(quote, compared);
    return compared;
  };
}

const sameWords = (one: Compared, two: Compared): boolean =>
  one.count >= 3 && two.count >= 3 && one.year === two.year && one.words === two.words;
