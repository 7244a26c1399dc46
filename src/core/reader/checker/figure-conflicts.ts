/** SL-01 within one clause: figures that contradict each other or what they count, as far as arithmetic can tell. */

import { compareDecimals, type NumberToken } from '../../text/numbers.ts';
import type { Span } from '../reading.ts';
import { amountOf, type Clause, isPercent, leadAt, printedDecimals, textBefore, unitBehind } from './clauses.ts';
import type { CheckContext } from './context.ts';

export type FigureFault = {
  span: Span;
  message: string;
  suggestion?: string | null;
  severity?: 'error' | 'warning' | 'info';
};
type Fault = FigureFault;

/** All contradictions within one clause. */
export function conflictsInClause(context: CheckContext, clause: Clause): Fault[] {
  return [
    ...fractions(context, clause),
    ...ceilings(context, clause),
    ...turnedRanges(context, clause),
    ...turnedChanges(context, clause),
    ...partsAndTotal(context, clause),
    ...spelledNumbers(context, clause),
    ...shareUnits(context, clause),
  ];
}

const SETS =
  'trường|trường học|xã|phường|bản|thôn|tổ dân phố|khu phố|chi bộ|tiêu chí|chỉ tiêu|đơn vị|cơ quan|hộ|thủ tục|lớp|chi hội|hợp tác xã|ấp|nhà văn hóa|huyện|cơ sở';
const FRACTION = /(?<![\d/.,])(\d{1,4})\s?\/\s?(\d{1,4})(?![\d/])/u;
const SET_BEHIND = new RegExp(`^\\s?(${SETS})(?![\\p{L}])`, 'u');
const MORE_THAN = /(?:trên|hơn|vượt)\s(?:mức\s)?$/u;
const LESS_THAN = /(?:dưới|chưa đến|gần)\s$/u;

/** "đạt trên 87,5% (7/8 trường)", "17/18 trường đạt chuẩn (94,0%)", "12/11 trường". */
function fractions(context: CheckContext, clause: Clause): Fault[] {
  const { text, start } = clause;
  const faults: Fault[] = [];
  let from = 0;
  for (let round = 0; round < 20; round++) {
    const match = FRACTION.exec(text.slice(from));
    if (!match) break;
    const at = from + match.index;
    from = at + match[0].length;
    const [top, bottom] = [Number(match[1]), Number(match[2])];
    const set = SET_BEHIND.exec(text.slice(from, from + 24))?.[1];
    const counted = set !== undefined;
    const percent = percentBeside(clause, at, at + match[0].length);
    if (bottom === 0 || (!counted && !percent?.bracketed) || /(?:ngày|số|tháng|lúc|mức)\s$/u.test(textBefore(text, at)))
      continue;
    if (!percent) {
      if (counted && top > bottom && set !== 'hộ' && !/kế hoạch|KH|dự toán|chỉ tiêu giao|vượt/u.test(text))
        faults.push({
          span: [start + at, start + Math.min(text.length, from + 1 + (set?.length ?? 0))],
          message: context.text.fractionOverOne(),
        });
      continue;
    }
    const fault = percentFault(context, clause, { top, bottom, at, end: from }, percent.token);
    if (fault) faults.push(fault);
  }
  return faults;
}

/** The percent that says the same as a fraction: one of the two stands in brackets right behind the other. */
function percentBeside(clause: Clause, at: number, end: number): { token: NumberToken; bracketed: boolean } | null {
  const { text, numbers } = clause;
  const before = [...numbers].reverse().find((token) => token.end <= at);
  if (
    before &&
    isPercent(text, before) &&
    /^\s?%\s?\((?:đạt |tương ứng |tương đương |gồm |bằng |là |với )?$/u.test(text.slice(before.end, at))
  )
    return { token: before, bracketed: true };
  const after = numbers.find((token) => token.start >= end);
  if (!after || !isPercent(text, after)) return null;
  const between = text.slice(end, after.start);
  if (
    between.length <= 70 &&
    /(?:\(\s?(?:đạt |chiếm |tỷ lệ |bằng |tương ứng |tương đương )?|, đạt (?:tỷ lệ )?|, chiếm (?:tỷ lệ )?|, bằng |, tỷ lệ |đạt tỷ lệ )$/u.test(
      between,
    ) &&
    !/\d/.test(between)
  )
    return { token: after, bracketed: true };
  return null;
}

function percentFault(
  context: CheckContext,
  { text, start }: Clause,
  fraction: { top: number; bottom: number; at: number; end: number },
  token: NumberToken,
): Fault | null {
  const decimals = printedDecimals(text, token);
  const exact = (fraction.top / fraction.bottom) * 100;
  const stated = amountOf(token);
  const unit = 10 ** -decimals;
  const first = Math.min(token.start, fraction.at);
  const last = Math.max(fraction.end, token.end + 1);
  const before = /(?:(?:đạt|chiếm|còn)\s)?(?:trên|hơn|vượt|dưới|gần|khoảng)?\s?$/u.exec(textBefore(text, first));
  const closing = text[last] === ')' ? 1 : 0;
  const noun = /^ [\p{L}]+(?: [\p{L}]+)?\)/u.exec(text.slice(last, last + 24));
  const span: Span = [
    start + first - (before?.[0].trimStart().length ?? 0),
    start + last + (noun ? noun[0].length : closing),
  ];
  const right = exact.toFixed(Math.max(decimals, 1)).replace('.', ',').replace(/,0+$/, '');
  if (Math.abs(stated - exact) > unit * 1.01) {
    const bounded = MORE_THAN.test(textBefore(text, token.start))
      ? stated < exact
      : LESS_THAN.test(textBefore(text, token.start))
        ? stated > exact
        : false;
    const rough = /(?:khoảng|gần|xấp xỉ)\s$/u.test(textBefore(text, token.start)) && Math.abs(stated - exact) < 2;
    if (bounded || rough) return null;
    return {
      span,
      message: context.text.fractionPercent(`${fraction.top}/${fraction.bottom}`, right),
      suggestion: `${right}%`,
    };
  }
  if (MORE_THAN.test(textBefore(text, token.start)) && Math.abs(stated - exact) < 1e-9)
    return {
      span,
      message: context.text.fractionEqual(`${fraction.top}/${fraction.bottom}`, right),
      suggestion: `đạt ${right}%`,
    };
  return null;
}

const SHARES =
  /(?:tỷ|tỉ) lệ|(?<![\p{L}])(?:hộ|dân số|người dân|trường|học sinh|trẻ em|bản|thôn|xã|tổ dân phố|gia đình|cán bộ|công chức|đảng viên|chi bộ|thủ tục|hồ sơ|che phủ)(?![\p{L}])/u;
const NO_CEILING =
  /kế hoạch|dự toán|chỉ tiêu|cùng kỳ|so với|so |tăng|vượt|giao|nghị quyết|KH|DT|bằng|tốc độ|năm trước|gấp|mức|định mức|giải ngân|thu ngân sách|số lượng|doanh thu/iu;

/** "tỷ lệ … đạt 105%" where nothing can exceed 100. */
function ceilings(context: CheckContext, { text, start, numbers }: Clause): Fault[] {
  const above = numbers.filter((token) => isPercent(text, token) && amountOf(token) > 100);
  if (above.length === 0 || !SHARES.test(text) || NO_CEILING.test(text)) return [];
  return above.map((token) => ({
    span: [start + leadAt(text, token.start), start + token.end + 1] as Span,
    message: context.text.overHundred(),
  }));
}

/** "14,5% - 14%", "từ 20 đến 15%": the low end is the greater. */
function turnedRanges(context: CheckContext, { text, start, numbers }: Clause): Fault[] {
  const faults: Fault[] = [];
  numbers.forEach((token, at) => {
    const next = numbers[at + 1];
    if (!next || !/^%?\s?(?:-|–|đến)\s?$/u.test(text.slice(token.end, next.start)) || !isPercent(text, next)) return;
    const between = text.slice(token.end, next.start);
    if (between.includes('đến') && !/từ\s$/u.test(textBefore(text, token.start))) return;
    if (between.includes('đến') && /giảm|hạ|rút/u.test(textBefore(text, token.start))) return;
    if (amountOf(token) > amountOf(next))
      faults.push({ span: [start + token.start, start + next.end + 1], message: context.text.rangeTurned() });
  });
  return faults;
}

/** "giảm từ 3% xuống còn 4%", "tăng từ 80% lên 75%". */
function turnedChanges(context: CheckContext, { text, start, numbers }: Clause): Fault[] {
  const faults: Fault[] = [];
  numbers.forEach((token, at) => {
    const next = numbers[at + 1];
    const down =
      next &&
      /^\s?[%\p{L}\s]{0,24}?(?:xuống còn|xuống|còn)\s(?:dưới\s|khoảng\s)?$/u.test(text.slice(token.end, next.start));
    const up =
      next &&
      /^\s?[%\p{L}\s]{0,24}?(?:lên|lên đến|lên trên)\s(?:trên\s|khoảng\s)?$/u.test(text.slice(token.end, next.start));
    if (!next || (!down && !up) || isPercent(text, token) !== isPercent(text, next)) return;
    const verb = /((?<![\p{L}])(?:giảm|tăng|nâng|hạ))[^\d,]{0,60}từ\s$/iu.exec(textBefore(text, token.start));
    if (!verb) return;
    const falls = ['giảm', 'hạ'].includes((verb[1] ?? '').toLowerCase());
    const wrong =
      falls && down ? amountOf(next) > amountOf(token) : !falls && up ? amountOf(next) < amountOf(token) : false;
    if (wrong) faults.push({ span: [start + verb.index, start + next.end], message: context.text.changeTurned() });
  });
  return faults;
}

/** "tổng số 20 trường, trong đó 25 trường …": a part is greater than the whole of the same unit. */
function partsAndTotal(context: CheckContext, { text, start, numbers }: Clause): Fault[] {
  const split = /,?\s(?:trong đó|gồm|bao gồm)(?:\s?:)?\s/u.exec(text);
  if (!split) return [];
  const whole = [...numbers].reverse().find((token) => token.end <= split.index);
  if (!whole || isPercent(text, whole) || split.index - whole.end > 60) return [];
  const unit = unitBehind(text, whole);
  if (unit === '') return [];
  const faults: Fault[] = [];
  for (const part of numbers)
    if (
      part.start > split.index &&
      !isPercent(text, part) &&
      unitBehind(text, part) === unit &&
      compareDecimals(part.value, whole.value) > 0
    )
      faults.push({
        span: [start + leadAt(text, part.start), start + part.end + 1 + unit.length],
        message: context.text.partOverTotal(`${text.slice(whole.start, whole.end)} ${unit}`),
      });
  return faults.slice(0, 1);
}

const SHARE_UNIT = /(?:tỷ|tỉ) lệ [^\d,:]{3,70}?(?:đạt|còn|lên|là)\s(?:trên\s|khoảng\s)?$/iu;

/** "tỷ lệ che phủ rừng đạt 58,39 ha": a share has no such unit. */
function shareUnits(context: CheckContext, { text, start, numbers }: Clause): Fault[] {
  if (text.includes('%')) return [];
  return numbers.flatMap((token) => {
    const unit = /^\s?(?:ha|tấn|tạ|km|triệu đồng|tỷ đồng)(?![\p{L}])/u.exec(text.slice(token.end, token.end + 12))?.[0];
    if (unit === undefined || !SHARE_UNIT.test(textBefore(text, token.start))) return [];
    const span: Span = [start + leadAt(text, token.start), start + token.end + unit.length];
    return [{ span, message: context.text.shareUnit(unit.trim()) }];
  });
}

const NUMBER_WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** "05 (bốn) đồng chí". */
function spelledNumbers(context: CheckContext, { text, start, numbers }: Clause): Fault[] {
  return numbers.flatMap((token) => {
    const match = /^ \((\p{Ll}+)\)/u.exec(text.slice(token.end, token.end + 12));
    const word = match ? NUMBER_WORDS.indexOf(match[1] ?? '') : -1;
    if (!match || word < 0 || !token.plain || Number(token.value) === word) return [];
    return [
      {
        span: [start + token.start, start + token.end + match[0].length] as Span,
        message: context.text.wordAndFigure(),
      },
    ];
  });
}
