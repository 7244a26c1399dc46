/** TG: anniversaries, periods, deadlines and dates that must agree with each other and with the calendar. */

import { addDays } from '../../rules/calendar.ts';
import { fold } from '../../text/search.ts';
import type { Finding, Severity, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { isDay } from './format-parts.ts';

/** All rules about time. */
export function checkTime(context: CheckContext): Finding[] {
  return [
    ...checkAnniversaries(context),
    ...checkGreetedEvents(context),
    ...checkReportDue(context),
    ...checkYearRanges(context),
    ...checkOwnYears(context),
    ...checkCongresses(context),
    ...checkCalendar(context),
    ...checkReportDeadline(context),
  ];
}

function checkAnniversaries(context: CheckContext): Finding[] {
  const { anniversaries } = context.reading;
  const findings: Finding[] = [];
  for (const one of anniversaries) {
    if (!one.consistent) {
      const message = context.text.anniversaryWrong(one.years, one.computedYears);
      findings.push(toFinding(context, { rule: 'TG-01', span: one.span, message }));
    } else if (one.years % 5 !== 0) {
      findings.push(
        toFinding(context, { rule: 'TG-06', span: one.span, message: context.text.anniversaryOdd(one.years) }),
      );
    }
  }
  return findings;
}

/** A week is left for events that open right after the movement ends. */
const GRACE_DAYS = 7;

function checkGreetedEvents(context: CheckContext): Finding[] {
  const { reading, text } = context;
  const until = reading.period?.until ?? null;
  if (until === null) return [];
  const greeted = `${reading.title ?? ''}. ${reading.theme ?? ''}`;
  const greets = /(?:chào mừng|kỷ niệm)[^.;]{0,90}?(?:trong )?năm (20\d\d)/iu.exec(greeted);
  const year = greets ? Number(greets[1]) : null;
  const late = reading.anniversaries.filter((one) => one.until > addDays(until, GRACE_DAYS));
  const all = late.length === reading.anniversaries.length;
  const named = year !== null && `${year}-01-01` > until;
  const first = late[0];
  if (!named && !first) return [];
  const events = named ? String(year) : vietnamese(first?.until ?? until);
  const message = text.endsBeforeEvents(vietnamese(until), events);
  // All of them, or the year as a whole: the period is wrong; one of several: that one.
  const span = named || all || !first ? periodPlace(context, until) : first.span;
  return [toFinding(context, { rule: 'TG-02', span, message })];
}

function vietnamese(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${Number(month) > 2 ? String(Number(month)) : month}/${year}`;
}

/** Where the text states the end of the period. */
function periodPlace({ doc }: CheckContext, until: string): Span | null {
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

function checkReportDue(context: CheckContext): Finding[] {
  const { reading, text } = context;
  const until = reading.period?.until ?? null;
  const issued = issueDay(context);
  const findings: Finding[] = [];
  for (const due of reading.reportDue) {
    if (due.on === null) continue;
    if (issued !== null && due.on < issued)
      findings.push(toFinding(context, { rule: 'TG-04', span: due.span, message: text.dueBeforeIssue() }));
    else if (
      until !== null &&
      due.on < until &&
      due.on.slice(0, 7) !== until.slice(0, 7) &&
      reading.reportDue.length === 1
    )
      findings.push(
        toFinding(context, { rule: 'TG-03', span: due.span, message: text.dueBeforeEnd(vietnamese(until)) }),
      );
  }
  for (const duty of reading.duties)
    if (duty.dueOn !== null && issued !== null && duty.dueOn < issued)
      findings.push(toFinding(context, { rule: 'TG-04', span: duty.span, message: text.dueBeforeIssue() }));
  return findings.slice(0, 5);
}

/** First day on which this document may have been issued, or null. */
function issueDay({ reading: { date } }: CheckContext): string | null {
  if (date?.year == null || date.month === null) return null;
  return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day ?? 1).padStart(2, '0')}`;
}

const RANGE = /(5 năm|năm năm|giai đoạn|nhiệm kỳ)?,?\s?\(?\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b/gu;

function checkYearRanges(context: CheckContext): Finding[] {
  const { doc, text } = context;
  const findings: Finding[] = [];
  const plans: { from: number; until: number; span: Span }[] = [];
  for (const match of doc.text.matchAll(RANGE)) {
    const [whole, word, first, second] = match;
    const [from, until] = [Number(first), Number(second)];
    const span: Span = [match.index, match.index + whole.length];
    const lead = doc.text.slice(Math.max(0, match.index - 70), match.index);
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
  const cited = reading.citations.flatMap(({ mentions }) => mentions);
  const inside = (at: number) => cited.some((mention) => mention[0] <= at && at < mention[1]);
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

/** TG-05: reports are asked for, but nobody is told by when. A plan should say it, a directive may leave it to others. */
function checkReportDeadline(context: CheckContext): Finding[] {
  const { reading, text } = context;
  if (reading.reportDue.length > 0 || !['KH', 'CT', 'CTr', 'HD'].includes(reading.kindCode ?? '')) return [];
  if (REPORT_TIMED.test(context.doc.text)) return [];
  const clause = reportClause(context);
  const severity: Severity = reading.kindCode === 'KH' && clause !== null ? 'warning' : 'info';
  return [toFinding(context, { rule: 'TG-05', severity, span: clause, message: text.noDeadline() })];
}

const MARKS_OF_DUTY = [
  'che do bao cao',
  'bao cao ket qua',
  'bao cao dinh ky',
  'tong hop, bao cao',
  'gui bao cao',
  'bao cao ve',
  'bao cao',
];

const REPORTS = /báo cáo/iu;

/** A deadline that is no day of the calendar: each month, so many days after. */
const REPORT_TIMED =
  /báo cáo[^.;\n]{0,140}?(?:(?:trước|chậm nhất|trong vòng|sau|vào|muộn nhất)[^.;\n]{0,24}?\d|h[ằà]ng (?:tháng|quý|tuần)|mỗi (?:tháng|quý|tuần))/iu;

/** The clause that asks for reports: from the mark before it to the mark behind it, not longer than a line. */
function reportClause({ doc, reading }: CheckContext): Span | null {
  const end = doc.parts[1]?.firstLine ?? doc.lines.length;
  const listAt = reading.recipients[0]?.span[0] ?? Number.MAX_SAFE_INTEGER;
  for (const mark of MARKS_OF_DUTY)
    for (let at = 0; at < end; at++) {
      const line = doc.lines[at];
      if (!line || line.row !== null || line.start >= listAt) continue;
      if (!REPORTS.test(line.text)) continue;
      const found = fold(line.text).indexOf(mark);
      if (found < 0 || found + line.start < (doc.lines[4]?.start ?? 0)) continue;
      if (/trên đây|tại báo cáo|theo báo cáo/iu.test(line.text.slice(Math.max(0, found - 12), found + 10))) continue;
      const text = line.text;
      let from = Math.max(text.lastIndexOf('. ', found), text.lastIndexOf('; ', found), line.bodyAt - 2) + 2;
      if (found - from > 60) from = found;
      const stop = text.slice(found).search(/[.;]/);
      const to = Math.min(stop < 0 ? text.length : found + stop, from + 140);
      return [line.start + from, line.start + to];
    }
  return null;
}
