/** TG-04: years, periods, terms and days that do not agree with each other or with the calendar. */

import type { Finding, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { isDay } from './format-parts.ts';
import { placeFinder } from './places.ts';

/** All of TG-04 but for deadlines. */
export function checkPeriods(context: CheckContext): Finding[] {
  return [
    ...checkYearRanges(context),
    ...checkOwnYears(context),
    ...checkOtherYears(context),
    ...checkCongresses(context),
    ...checkCalendar(context),
  ];
}

/** '2026-03-05' → '05/3/2026'. */
export function vietnamese(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${Number(month) > 2 ? String(Number(month)) : month}/${year}`;
}

/** Where the text states the end of the period. */
export function periodPlace({ doc }: CheckContext, until: string): Span | null {
  const [year = '', month = '', day = ''] = until.split('-');
  const forms = [
    `${day}/${month}/${year}`,
    `${Number(day)}/${Number(month)}/${year}`,
    `${day}/${Number(month)}/${year}`,
    `${day} tháng ${month} năm ${year}`,
    `${Number(day)} tháng ${Number(month)} năm ${year}`,
    `tháng ${Number(month)} năm ${year}`,
    `tháng ${Number(month)}/${year}`,
    `năm ${year}`,
  ];
  for (const form of forms) {
    const at = doc.text.indexOf(form);
    if (at < 0) continue;
    const before = doc.text.slice(Math.max(0, at - 40), at);
    const phrase = /(?:từ nay |từ ngày [^.;]{0,24})?(?:đến hết|đến|hết)(?: ngày| hết ngày)? $/u.exec(before);
    return [phrase ? at - phrase[0].length : at, at + form.length];
  }
  return null;
}

const RANGE = /\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b/g;
/** Looked for before a range only: at every place of the text it would take longer than all the rest. */
const RANGE_LEAD = /(5 năm|năm năm|giai đoạn|nhiệm kỳ)?,?\s?\(?$/u;
const LONGEST_LEAD = 12;

function checkYearRanges(context: CheckContext): Finding[] {
  const { doc, text } = context;
  const findings: Finding[] = [];
  const plans: { from: number; until: number; span: Span }[] = [];
  let last = 0;
  for (const match of doc.text.matchAll(RANGE)) {
    const [whole, first, second] = match;
    const [from, until] = [Number(first), Number(second)];
    const end = match.index + whole.length;
    const [opening = '', word] =
      RANGE_LEAD.exec(doc.text.slice(Math.max(last, match.index - LONGEST_LEAD), match.index)) ?? [];
    last = end;
    const span: Span = [match.index - opening.length, end];
    const lead = doc.text.slice(Math.max(0, span[0] - 70), span[0]);
    const fiveYears = /năm/.test(word ?? '') || /(?:5|năm) năm\s?(?:giai đoạn )?$/u.test(lead);
    if (until < from) findings.push(toFinding(context, { rule: 'TG-04', span, message: text.rangeReversed() }));
    // A congress term counts its years otherwise: 2025 - 2030.
    else if (fiveYears && until - from !== 4 && !/nhiệm kỳ/.test(lead))
      findings.push(
        toFinding(context, {
          rule: 'TG-04',
          span,
          message: text.notFiveYears(from, until),
          suggestion: `${until - 4} - ${until}`,
        }),
      );
    if (word !== 'nhiệm kỳ' && /kế hoạch[^.;”"]{0,40}kinh tế\s?-\s?xã hội[^.;”"]{0,28}$/u.test(lead))
      plans.push({ from, until, span });
  }
  const [main] = [...plans].filter(({ from, until }) => until - from === 4);
  const odd = main ? plans.find(({ from, until }) => until === main.until && from === main.from - 1) : undefined;
  if (main && odd && !findings.some(({ span }) => span?.[0] === odd.span[0])) {
    const message = text.periodsDiffer(`${odd.from} - ${odd.until}`, `${main.from} - ${main.until}`);
    findings.push(
      toFinding(context, {
        rule: 'TG-04',
        span: odd.span,
        message,
        suggestion: `giai đoạn ${main.from} - ${main.until}`,
      }),
    );
  }
  return findings;
}

/** The only year a text speaks of ("năm 2026"), or null when it names none, several or a range. */
function onlyYear(value: string | null): number | null {
  if (value === null || /(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d/.test(value)) return null;
  const years = new Set([...value.matchAll(/năm (20\d\d)/gu)].map((match) => Number(match[1])));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

/** The year of the title against the theme, the period and the date of issue. */
function checkOwnYears(context: CheckContext): Finding[] {
  const { reading, text, doc } = context;
  const titled = onlyYear(reading.title);
  if (titled === null || /tổng kết|sơ kết|kết quả|kỷ niệm|chào mừng/iu.test(reading.title ?? '')) return [];
  const findings: Finding[] = [];
  const themed = onlyYear(reading.theme);
  if (themed !== null && themed < titled) {
    const at = doc.text.indexOf(`năm ${themed}`, Math.max(0, doc.text.indexOf((reading.theme ?? '').slice(0, 40))));
    const span: Span | null = at < 0 ? null : [at, at + 8];
    findings.push(toFinding(context, { rule: 'TG-04', span, message: text.themeYear(themed, titled) }));
  }
  const until = reading.period?.until ?? null;
  if (until !== null && Number(until.slice(0, 4)) < titled)
    findings.push(
      toFinding(context, { rule: 'TG-04', span: periodPlace(context, until), message: text.endsBeforeYear(titled) }),
    );
  const issued = reading.date?.year ?? null;
  if (issued !== null && titled < issued && /phát động/iu.test(reading.title ?? '')) {
    const at = doc.text.indexOf(`năm ${titled}`);
    findings.push(
      toFinding(context, { rule: 'TG-04', span: at < 0 ? null : [at, at + 8], message: text.yearPast(titled, issued) }),
    );
  }
  return findings;
}

const OF_THIS_YEAR = /thi đua|chỉ tiêu|nhiệm vụ|mục tiêu|dự toán|nội dung|phát động/iu;
const OF_ANOTHER_YEAR =
  /kết quả|tổng kết|sơ kết|đánh giá|tình hình|giai đoạn|tầm nhìn|đến năm|định hướng|thực hiện năm|so với|tiếp theo/iu;

/** A heading or the closing sentence that speaks of an earlier year than the title: copied from last year's document. */
function checkOtherYears({ reading, outline, doc, text, profile }: CheckContext): Finding[] {
  const titled = onlyYear(reading.title);
  const end = doc.parts[1]?.firstLine ?? doc.lines.length;
  if (titled === null || !/phát động/iu.test(reading.title ?? '')) return [];
  const findings: Finding[] = [];
  const look = (line: number, value: string): void => {
    const year = onlyYear(value);
    if (year === null || year >= titled || line >= end || OF_ANOTHER_YEAR.test(value)) return;
    const at = doc.text.indexOf(`năm ${year}`, doc.lines[line]?.start ?? 0);
    if (at < 0) return;
    findings.push(
      toFinding({ doc, profile }, { rule: 'TG-04', span: [at, at + 8], message: text.otherYear(year, titled) }),
    );
  };
  for (const entry of outline.entries)
    if (entry.titled && entry.heading.length < 160 && OF_THIS_YEAR.test(entry.heading)) look(entry.line, entry.heading);
  doc.lines.forEach((line, at) => {
    const closing = /^Trên đây là (?:Kế hoạch|Chỉ thị|Chương trình|Hướng dẫn)[^.;]{0,260}/u.exec(line.text);
    if (closing) look(at, closing[0]);
  });
  return findings.slice(0, 3);
}

/** National congresses of the Party and terms of the National Assembly, with the year in which each begins. */
const NATIONAL: readonly { pattern: RegExp; terms: Readonly<Record<string, readonly [number, number]>> }[] = [
  {
    pattern:
      /(?:Đại hội (?:đại biểu )?(?:toàn quốc|Đảng toàn quốc)[^.;]{0,20}?lần thứ|Đại hội) ([IVX]{2,6})(?: của Đảng|(?=[,;. ]))/gu,
    terms: { XI: [2011, 2016], XII: [2016, 2021], XIII: [2021, 2026], XIV: [2026, 2031] },
  },
  {
    pattern: /Quốc hội khóa ([IVX]{2,6})/gu,
    terms: { XIII: [2011, 2016], XIV: [2016, 2021], XV: [2021, 2026], XVI: [2026, 2031] },
  },
];

function checkCongresses(context: CheckContext): Finding[] {
  const { doc, text, reading } = context;
  const year = reading.date?.year ?? null;
  const findings: Finding[] = [];
  for (const { pattern, terms } of NATIONAL)
    for (const match of doc.text.matchAll(pattern)) {
      const ordinal = match[1] ?? '';
      const span: Span = [match.index, match.index + match[0].length];
      const behind = doc.text.slice(span[1], span[1] + 40);
      if (
        /Đảng bộ|thi đua|Đoàn|Hội /u.test(match[0].slice(8)) ||
        !/Đại hội (?:đại biểu )?(?:toàn|Đảng)|Quốc hội/u.test(match[0])
      )
        continue;
      const term = terms[ordinal];
      const stated = /^,?\s?\(?nhiệm kỳ ((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)/u.exec(behind);
      if (stated && term && (Number(stated[1]) !== term[0] || Number(stated[2]) !== term[1])) {
        const message = text.termWrong(ordinal, `${term[0]} - ${term[1]}`);
        findings.push(toFinding(context, { rule: 'TG-04', span: [span[0], span[1] + stated[0].length], message }));
      } else if (!term && year !== null && year < 2031 && Object.keys(terms).length > 0 && later(ordinal, terms))
        findings.push(toFinding(context, { rule: 'TG-04', span, message: text.ordinalWrong(ordinal) }));
    }
  return findings.slice(0, 3);
}

const ROMAN = ['X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX'];

function later(ordinal: string, terms: Readonly<Record<string, unknown>>): boolean {
  const last = Math.max(...Object.keys(terms).map((known) => ROMAN.indexOf(known)));
  return ROMAN.indexOf(ordinal) > last;
}

/** Days that no calendar has, and stretches of time that end before they begin. */
function checkCalendar(context: CheckContext): Finding[] {
  const { doc, text, reading } = context;
  const inside = placeFinder(reading.citations.flatMap(({ mentions }) => mentions));
  const findings: Finding[] = [];
  for (const match of doc.text.matchAll(
    /ngày (\d{1,2})(?:\s?\/\s?|\s?tháng )(\d{1,2})(?:\s?\/\s?|\s?năm )((?:19|20)\d\d)(?!\d)/gu,
  )) {
    if (inside(match.index) || isDay(Number(match[3]), Number(match[2]), Number(match[1]))) continue;
    if (
      match.index < (doc.lines[8]?.start ?? 0) &&
      /^[^\n]*, $/.test(
        doc.text
          .slice(Math.max(0, match.index - 40), match.index)
          .split('\n')
          .at(-1) ?? '',
      )
    )
      continue;
    const span: Span = [match.index, match.index + match[0].length];
    findings.push(toFinding(context, { rule: 'TG-04', span, message: text.noSuchDay() }));
  }
  for (const match of doc.text.matchAll(
    /từ ngày (\d{1,2})\/(\d{1,2})\/(20\d\d) đến (?:hết )?(?:ngày )?(\d{1,2})\/(\d{1,2})\/(20\d\d)/giu,
  )) {
    const [, d1, m1, y1, d2, m2, y2] = match.map(Number);
    const order = (y1 ?? 0) * 400 + (m1 ?? 0) * 32 + (d1 ?? 0) - ((y2 ?? 0) * 400 + (m2 ?? 0) * 32 + (d2 ?? 0));
    if (order > 0)
      findings.push(
        toFinding(context, {
          rule: 'TG-04',
          span: [match.index, match.index + match[0].length],
          message: text.rangeReversed(),
        }),
      );
  }
  return findings.slice(0, 5);
}
