/** SL: figures: contradictions, ambiguous or incomplete targets, mixed styles. */

import { compareDecimals, scanNumbers } from '../../text/numbers.ts';
import type { Finding, Span } from '../reading.ts';
import { type Clause, clausesWithFigures, isPercent, leadAt, textBefore } from './clauses.ts';
import { type CheckContext, toFinding } from './context.ts';
import { conflictsInClause } from './figure-conflicts.ts';
import { conflictsAcrossClauses } from './figure-wholes.ts';
import { tableSums } from './table-sums.ts';

/** All rules about figures. */
export function checkFigures(context: CheckContext): Finding[] {
  const clauses = clausesWithFigures(context.doc);
  const conflicts = [
    ...clauses.flatMap((clause) => conflictsInClause(context, clause)),
    ...conflictsAcrossClauses(context, clauses),
    ...tableSums(context),
  ];
  return [
    ...conflicts.map((fault) => toFinding(context, { rule: 'SL-01', ...fault })),
    ...ambiguousReductions(context, clauses),
    ...growthReached(context, clauses),
    ...unitsMissing(context, clauses),
    ...verbsMissing(context, clauses),
    ...rangeStyles(context),
    ...statedTwice(context),
    ...trailingZeros(context, clauses),
    ...moneyUnits(context),
    ...provincialIndicators(context, clauses),
    ...nothingMeasurable(context),
  ];
}

const REDUCTION = /(?<![\p{L}])giảm (?:tỷ|tỉ) lệ [^\d,]{2,70}?(\d{1,3}(?:,\d{1,2})?)\s?%/iu;
const CLEAR =
  /còn|xuống|so với|điểm|bình quân|mỗi năm|hằng năm|hàng năm|trở lên|từ \d|từ [\p{L} ]{0,20}\d|dưới|không quá|ít nhất|tối thiểu|thêm|mức giảm|tương ứng|\/năm/iu;

/** "giảm tỷ lệ hộ nghèo 1,2%": by or down to? */
function ambiguousReductions(context: CheckContext, clauses: Clause[]): Finding[] {
  const places: { span: Span; right: string }[] = [];
  for (const { text, start } of clauses) {
    const match = REDUCTION.exec(text);
    if (!match || /mức\s$/u.test(textBefore(text, match.index))) continue;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (
      CLEAR.test(match[0]) ||
      /^\s?(?:\/năm|-|–|so với|trở lên|mỗi năm|điểm|\()/u.test(behind) ||
      /so với|\/năm/u.test(behind)
    )
      continue;
    places.push({
      span: [start + match.index, start + match.index + match[0].length],
      right: `${match[0]} so với năm trước`,
    });
  }
  const first = places[0];
  if (!first) return [];
  return [
    toFinding(context, {
      rule: 'SL-02',
      span: first.span,
      message: context.text.reductionUnclear(places.length),
      suggestion: first.right,
    }),
  ];
}

const GROWTH_REACHED =
  /(?:^|[\s,])([Tt]ăng (?!trưởng|tỷ lệ|tỉ lệ|số|cường|tốc|dần|thêm|nhanh|mạnh)[\p{L} ]{3,40}? đạt (?:trên |khoảng )?\d{1,3}(?:,\d{1,2})?\s?%)/u;

/** "Tăng thu ngân sách đạt 8%": grows by, or reaches a share of what? */
function growthReached(context: CheckContext, clauses: Clause[]): Finding[] {
  const findings: Finding[] = [];
  for (const { text, start } of clauses) {
    const match = GROWTH_REACHED.exec(text);
    if (
      !match?.[1] ||
      /(?:độ|mức|lệ)$/u.test(textBefore(text, match.index)) ||
      /so với|kế hoạch|dự toán|cùng kỳ/u.test(text)
    )
      continue;
    const at = match.index + match[0].length - match[1].length;
    findings.push(
      toFinding(context, {
        rule: 'SL-02',
        span: [start + at, start + at + match[1].length],
        message: context.text.growthReached(),
      }),
    );
  }
  return findings.slice(0, 3);
}

const BARE_FIGURE = /(?:đạt|đạt trên|đạt khoảng|giảm còn|lên)\s(\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?)$/u;

/** "tổng sản lượng đạt 9.950,3;": a figure of what? */
function unitsMissing(context: CheckContext, clauses: Clause[]): Finding[] {
  const findings: Finding[] = [];
  for (const { text, start } of clauses) {
    const trimmed = text.trimEnd();
    const match = BARE_FIGURE.exec(trimmed);
    if (
      !match ||
      /điểm|chuẩn|mức|tiêu chí|chỉ số|hạng|thứ|\d\s?[/-]\s?$|tỷ số|hệ số/u.test(
        trimmed.slice(Math.max(0, match.index - 60), match.index),
      )
    )
      continue;
    const from = leadAt(trimmed, match.index);
    findings.push(
      toFinding(context, {
        rule: 'SL-02',
        span: [start + from, start + trimmed.length],
        message: context.text.unitMissing(),
      }),
    );
  }
  return findings.slice(0, 3);
}

const INCOME =
  /(?:thu nhập|GRDP|tổng sản phẩm|giá trị sản phẩm)[^\d;.,]{0,12}bình quân[^\d;.,]{0,40}?(đạt |là |lên |khoảng |trên )?(\d{1,3}(?:,\d{1,2})?) triệu đồng(\/người)?/iu;

/** Income per head without a verb or without "/người/năm": only noted. */
function verbsMissing(context: CheckContext, clauses: Clause[]): Finding[] {
  for (const { text, start } of clauses) {
    const match = INCOME.exec(text);
    if (!match || (match[1] && match[3])) continue;
    if (match[1] && /GRDP|tổng sản phẩm/iu.test(match[0])) continue;
    const span: Span = [start + match.index, start + match.index + match[0].length];
    return [
      toFinding(context, {
        rule: 'SL-02',
        severity: 'info',
        span,
        message: context.text.incomeUnit(match[1] === undefined),
        suggestion: `đạt ${match[2]} triệu đồng/người/năm`,
      }),
    ];
  }
  return [];
}

const PERCENT_RANGE = /\d{1,3}(?:,\d{1,2})?(\s?%?)(\s?[-–]\s?)\d{1,3}(?:,\d{1,2})?\s?%/g;

/** "14% - 14,5%" beside "12,5-13%". */
function rangeStyles(context: CheckContext): Finding[] {
  const styles = new Map<string, Span>();
  const counts = new Map<string, number>();
  for (const match of context.doc.text.matchAll(PERCENT_RANGE)) {
    const style = `${(match[1] ?? '').trim()}|${match[2]?.replace(/[–-]/, '-')}`;
    counts.set(style, (counts.get(style) ?? 0) + 1);
    if (!styles.has(style)) styles.set(style, [match.index, match.index + match[0].length]);
  }
  if (styles.size < 2) return [];
  const [rare] = [...counts].sort((a, b) => a[1] - b[1] || (styles.get(b[0])?.[0] ?? 0) - (styles.get(a[0])?.[0] ?? 0));
  const span = styles.get(rare?.[0] ?? '') ?? null;
  return [toFinding(context, { rule: 'SL-03', span, message: context.text.rangeStyles() })];
}

function statedTwice(context: CheckContext): Finding[] {
  const twice = context.reading.targets.filter((target) => target.mentions.length > 1);
  return twice.slice(0, 3).map((target) =>
    toFinding(context, {
      rule: 'SL-04',
      span: target.span,
      message: context.text.statedTwice(target.mentions.length),
    }),
  );
}

/** "16,90%" among figures without such zeros. */
function trailingZeros(context: CheckContext, clauses: Clause[]): Finding[] {
  const zeros: { span: Span; right: string }[] = [];
  let others = 0;
  for (const { text, start, numbers } of clauses)
    for (const token of numbers) {
      const printed = text.slice(token.start, token.end);
      if (!isPercent(text, token) || !printed.includes(',')) continue;
      if (printed.endsWith('0')) {
        const verb = leadAt(text, token.start);
        zeros.push({
          span: [
            start + Math.max(verb, text.lastIndexOf(' ', token.start - 2) + 1),
            start + text.indexOf('%', token.end) + 1,
          ],
          right: `${printed.replace(/,0+$|(?<!0)0+$/, '')}%`,
        });
      } else others += 1;
    }
  const first = zeros[0];
  if (!first || others <= zeros.length) return [];
  return [
    toFinding(context, {
      rule: 'SL-05',
      span: first.span,
      message: context.text.trailingZero(zeros.length),
      suggestion: first.right,
    }),
  ];
}

/** The same indicator in triệu đồng here and in tỷ đồng there. */
function moneyUnits(context: CheckContext): Finding[] {
  const seen = new Map<string, string>();
  for (const target of context.reading.targets) {
    if (target.indicator === null || (target.unit !== 'tỷ đồng' && target.unit !== 'triệu đồng')) continue;
    const before = seen.get(target.indicator);
    if (before !== undefined && before !== target.unit)
      return [toFinding(context, { rule: 'SL-06', span: target.span, message: context.text.moneyUnits() })];
    seen.set(target.indicator, target.unit);
  }
  return [];
}

/** GRDP is counted for provinces. */
function provincialIndicators(context: CheckContext, clauses: Clause[]): Finding[] {
  if (context.reading.issuer?.level !== 'commune') return [];
  for (const { text, start } of clauses) {
    const match = /(?:tốc độ tăng trưởng |tăng trưởng |tổng )?GRDP(?: bình quân đầu người)?/iu.exec(text);
    if (!match || /tỉnh|thành phố|cả nước/u.test(text)) continue;
    const span: Span = [start + match.index, start + match.index + match[0].length];
    return [
      toFinding(context, {
        rule: 'SL-07',
        span,
        message: context.text.provincialIndicator('GRDP'),
        suggestion: 'tổng giá trị sản phẩm trên địa bàn',
      }),
    ];
  }
  return [];
}

function nothingMeasurable(context: CheckContext): Finding[] {
  const { reading, doc, text } = context;
  if (
    reading.targets.length > 0 ||
    !['KH', 'CT'].includes(reading.kindCode ?? '') ||
    !/phát động|thi đua/iu.test(reading.title ?? '')
  )
    return [];
  const figures = scanNumbers(doc.text).filter(
    (token) => isPercent(doc.text, token) && compareDecimals(token.value, '0') > 0,
  );
  return figures.length > 0
    ? []
    : [toFinding(context, { rule: 'SL-08', span: null, message: text.nothingMeasurable() })];
}
