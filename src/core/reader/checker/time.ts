/** TG: anniversaries, periods, deadlines and dates that must agree with each other and with the calendar. */

import { addDays } from '../../rules/calendar.ts';
import type { Finding, Severity, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { checkPeriods, periodPlace, vietnamese } from './periods.ts';

/** All rules about time. */
export function checkTime(context: CheckContext): Finding[] {
  return [
    ...checkAnniversaries(context),
    ...checkGreetedEvents(context),
    ...checkReportDue(context),
    ...checkPeriods(context),
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
      const found = line.folded.indexOf(mark);
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
