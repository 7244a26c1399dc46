/** Deadlines in a text, and those by which something has to be reported. */

import { endOfMonth, endOfQuarter, findDates, isoDate, type TextDate } from '../text/dates.ts';
import { fold } from '../text/search.ts';
import type { JoinedText } from './blocks.ts';
import { sentencesIn } from './clauses.ts';
import { opensOrganisation, organisationEnd } from './organisations.ts';
import type { ReportDue, Span } from './reading.ts';

export type Deadline = {
  /** 'YYYY-MM-DD', or null for one that comes again ("ngày 20 hằng tháng") or lacks its year. */
  on: string | null;
  relation: ReportDue['relation'];
  /** From the word that says how it is meant ("trước", "chậm nhất") to the end of the date. */
  span: Span;
};

const RELATIONS: [RegExp, ReportDue['relation']][] = [
  [/(?:xong )?trước(?: thời điểm)?\s{0,2}$/iu, 'before'],
  [
    /(?:chậm nhất|muộn nhất|không quá|không muộn hơn|hạn cuối|hạn chót|thời hạn|hạn)(?: là| cuối)?(?: vào| đến| trước| hết)?(?: hết| là)?\s?:?\s{0,2}$/iu,
    'by',
  ],
  [/(?:đến|tới|cho đến|xong)(?: hết)?\s{0,2}$/iu, 'by'],
  [/(?:vào|định kỳ|vào các)\s{0,2}$/iu, 'on'],
  [/(?:trong|ngay trong|hoàn thành trong)\s{0,2}$/iu, 'within'],
];

const RECURRING =
  /(?<lead>trước|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?(?: vào)?|vào|định kỳ)\s(?:các\s)?ngày\s(?:\d{1,2}(?:\s?(?:,|và)\s?\d{1,2})?|cuối|đầu)\s(?:(?:của\s)?(?:hằng|hàng|mỗi|các)\s(?:tháng|quý)|(?:của\s)?tháng\s(?:cuối|đầu|tiếp theo|sau)(?:\s(?:của\s)?(?:mỗi\s|hằng\s|hàng\s)?quý)?|(?:hằng|hàng) tháng)/giu;
/** The only deadline without a figure: "ngày cuối tháng". */
const RECURRING_UNNUMBERED = /ngày\s(?:cuối|đầu)/iu;
const QUARTER = /quý\s(IV|III|II|I|[1-4])(?:\s?[/-]\s?|\snăm\s|\s)(20\d\d)/giu;
/** "trong quý III" of the document's year. */
const BARE_QUARTER = /quý\s(IV|III|II|I|[1-4])(?![\dA-Z]|\s?[/-]\s?\d|\s(?:năm\s)?\d)/giu;
/** "trước 10/12", but not the fraction of "trước 7/8 trường". */
const BARE_DAY_MONTH =
  /((?:trước|chậm nhất|muộn nhất)\s{1,2})((\d{1,2})\/(\d{1,2}))(?![\d/%])(?=\s?(?:[.,;)]|$|hằng|hàng|năm))/giu;
const BARE_MONTH = /tháng\s(\d{1,2})(?![\d/]|\s?(?:năm|[-/])\s?\d)/giu;

function relationBefore(text: string, at: number): { relation: ReportDue['relation']; start: number } | null {
  const before = text.slice(Math.max(0, at - 34), at).replace(/(?:ngày|tháng)\s{0,2}$/iu, '');
  for (const [pattern, relation] of RELATIONS) {
    const match = pattern.exec(before);
    if (match) return { relation, start: at - (text.slice(Math.max(0, at - 34), at).length - match.index) };
  }
  return null;
}

/** Every deadline in a stretch of text: a date with a word that makes it one. `year` stands in for a missing year. */
export function findDeadlines(text: string, year: number | null): Deadline[] {
  const found: Deadline[] = [];
  const add = (span: Span, on: string | null, fallback: ReportDue['relation'] | null) => {
    const how = relationBefore(text, span[0]);
    const relation = how?.relation ?? fallback;
    if (relation === null) return;
    found.push({ on, relation, span: [how?.start ?? span[0], span[1]] });
  };
  if (!/\d|quý/iu.test(text) && !RECURRING_UNNUMBERED.test(text)) return [];
  const dates = findDates(text);
  for (const [i, date] of dates.entries()) {
    const before = dates[i - 1];
    // "trước ngày 15/6 và ngày 15/12/2026": the second is as the first, the first of the year of the second.
    const beside = before && /^\s?(?:,|và|hoặc)\s?$/u.test(text.slice(before.span[1], date.span[0]));
    const last = found.at(-1);
    const inherited = beside && last && last.span[1] === before.span[1] ? last.relation : null;
    add(date.span, lastDay(date, dates.slice(i).find((one) => one.year !== null)?.year ?? year), inherited);
  }
  for (const match of text.matchAll(QUARTER))
    add([match.index, match.index + match[0].length], endOfQuarter(Number(match[2]), quarterOf(match[1])), null);
  for (const match of text.matchAll(BARE_QUARTER))
    add(
      [match.index, match.index + match[0].length],
      year === null ? null : endOfQuarter(year, quarterOf(match[1])),
      null,
    );
  for (const match of text.matchAll(BARE_MONTH)) {
    if (dates.some((date) => date.span[0] <= match.index && match.index < date.span[1])) continue;
    add([match.index, match.index + match[0].length], year === null ? null : endOfMonth(year, Number(match[1])), null);
  }
  for (const match of text.matchAll(BARE_DAY_MONTH)) {
    const start = match.index + (match[1]?.length ?? 0);
    add(
      [start, start + (match[2]?.length ?? 0)],
      year === null ? null : isoDate(year, Number(match[4]), Number(match[3])),
      null,
    );
  }
  for (const match of text.matchAll(RECURRING)) {
    const lead = fold(match.groups?.['lead'] ?? '');
    const relation = lead === 'truoc' ? 'before' : /nhat/.test(lead) ? 'by' : 'on';
    found.push({ on: null, relation, span: [match.index, match.index + match[0].length] });
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

const quarterOf = (printed = ''): number =>
  ['I', 'II', 'III', 'IV'].indexOf(printed.toUpperCase()) + 1 || Number(printed);

/** A cell like "Trước 30/6/2026", "Quý III/2026" or a bare date. */
export function deadlineOfCell(
  text: string,
  year: number | null,
): { on: string; relation: ReportDue['relation'] } | null {
  const said = findDeadlines(`trong ${text.charAt(0).toLowerCase()}${text.slice(1)}`, year).at(-1);
  if (said?.on) return { on: said.on, relation: said.relation };
  const bare = findDates(text).at(-1)?.iso;
  return bare ? { on: bare, relation: 'by' } : null;
}

function lastDay(date: TextDate, year: number | null): string | null {
  const of = date.year ?? year;
  if (date.iso !== null) return date.iso;
  if (of === null || date.month === null) return null;
  return date.day === null ? endOfMonth(of, date.month) : isoDate(of, date.month, date.day);
}

const REPORTING = /bao cao|(?:gui|nop) (?:ket qua|so lieu)|(?:ket qua|so lieu) .{0,100}(?:gui|nop) ve/;
const NO_REPORTING = /bao cao so[ :]+\d|theo bao cao|hoi nghi bao cao/;

/** Deadlines for reports in the body lines. A date that is no deadline, or no report's, stays out. */
export function findReportDue(doc: JoinedText, body: readonly number[], year: number | null): ReportDue[] {
  const found: ReportDue[] = [];
  for (const at of body) {
    const line = doc.lines[at];
    if (!line || line.part === 'comment') continue;
    const folded = line.folded;
    if (!REPORTING.test(folded)) continue;
    const sentences: Span[] = line.row === null ? sentencesIn(line.text) : [[0, line.text.length]];
    for (const [from, to] of sentences) {
      const sentence = line.text.slice(from, to);
      const said = folded.slice(from, to);
      if (!REPORTING.test(said)) continue;
      const deadlines = findDeadlines(sentence, year);
      for (const [i, deadline] of deadlines.entries()) {
        if (!isForReport(said, deadline)) continue;
        const receiver = receiverIn(sentence, deadline);
        const reach = Math.min(deadline.span[1] + 140, deadlines[i + 1]?.span[0] ?? sentence.length);
        const beside = receiver.viaEnd !== null && receiver.viaEnd > deadline.span[1] && receiver.viaEnd <= reach;
        const end = beside && receiver.viaEnd !== null ? receiver.viaEnd : deadline.span[1];
        const span: Span = [line.start + from + deadline.span[0], line.start + from + end];
        found.push({
          on: deadline.on,
          relation: deadline.relation,
          to: receiver.to,
          via: receiver.via,
          quote: doc.text.slice(span[0], span[1]),
          span,
          confidence: deadline.on === null ? 0.7 : 0.9,
        });
      }
    }
  }
  return found;
}

/** The report is the nearest thing to the deadline: words of it within the same clause. */
function isForReport(folded: string, deadline: Deadline): boolean {
  const before = folded.slice(Math.max(0, deadline.span[0] - 260), deadline.span[0]);
  const clauseStart = Math.max(before.lastIndexOf('; '), 0);
  const after = folded.slice(deadline.span[1], deadline.span[1] + 90);
  const clause = `${before.slice(clauseStart)}${after.slice(0, after.indexOf(';') < 0 ? after.length : after.indexOf(';'))}`;
  if (NO_REPORTING.test(clause) || !REPORTING.test(clause)) return false;
  // "trong tháng 11" and "đến ngày …" bound a report only when it follows or stands right before.
  return deadline.relation === 'before' || deadline.relation === 'by' || /bao cao/.test(clause);
}

export type Receiver = { to: string | null; via: string | null; viaEnd: number | null };

/** Whether it is a word of its own is asked of the few that are found: looking behind at every place takes far longer. */
const RECEIVERS = /(?:(thông qua|qua)|về|cho|đến|gửi|lên|trình|báo cáo)\s(?=\p{Lu}|ủy ban)/gu;
const LETTER = /\p{L}/u;

/** Whom a report goes to ("về Ủy ban nhân dân xã") and through whom ("qua Phòng …"), the ones nearest to the deadline. */
export function receiverIn(sentence: string, near: { span: Span } | null = null): Receiver {
  let to: { name: string; away: number } | null = null;
  let via: string | null = null;
  let viaEnd: number | null = null;
  for (const match of sentence.matchAll(RECEIVERS)) {
    if (LETTER.test(sentence[match.index - 1] ?? ' ')) continue;
    const start = match.index + match[0].length;
    if (!opensOrganisation(sentence, start)) continue;
    const end = organisationEnd(sentence, start, { several: false });
    if (end <= start) continue;
    const name = sentence.slice(start, end);
    if (match[1] === undefined) {
      if (/tham mưu\s$/u.test(sentence.slice(Math.max(0, match.index - 9), match.index))) continue;
      // What follows the deadline is often the next step ("để tổng hợp, trình …").
      const after = near !== null && match.index > near.span[0];
      const away = near ? Math.abs(match.index - near.span[0]) + (after ? 300 : 0) : match.index;
      if (to === null || away < to.away) to = { name, away };
    } else if (via === null) {
      via = name;
      const close = sentence.slice(end, end + 60).indexOf(')');
      const opened = sentence.slice(Math.max(0, match.index - 60), match.index).lastIndexOf('(') >= 0;
      viaEnd = opened && close >= 0 ? end + close + 1 : end;
    }
  }
  return { to: to?.name ?? null, via, viaEnd };
}
