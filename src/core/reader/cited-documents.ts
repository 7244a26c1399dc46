/** One citation after the other in a line: what follows the number (date, issuer, subject), and documents cited by name. */

import { dateAt } from '../text/dates.ts';
import { findLawsByName, findResolutionsByBody, findShortForms } from './cited-names.ts';
import { type CitedDocument, findNumbers, type NumberFound } from './cited-numbers.ts';
import { subjectAt } from './cited-subject.ts';
import { opensOrganisation, organisationEnd } from './organisations.ts';
import type { Span } from './reading.ts';

/** Every document cited between two places of the text (one line), in order. */
export function findCitedIn(text: string, from: number, to: number): CitedDocument[] {
  const numbers = findNumbers(text, from, to);
  const cited = numbers.map((number, i) => withTail(text, number, to, numbers[i + 1]?.start ?? null));
  const heads = cited.map(({ span, headEnd }) => ({ from: span[0], to: headEnd }));
  const line = text.slice(from, to);
  for (const extra of [...findLawsByName(line), ...findShortForms(line), ...findResolutionsByBody(line)]) {
    const span: Span = [extra.span[0] + from, extra.span[1] + from];
    // A law whose number follows is there already.
    const before = lastBefore(heads, span[1]);
    if (before && before.to > span[0]) continue;
    cited.push({ ...extra, span, headEnd: span[1] });
  }
  cited.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let reach = 0;
  return cited.map((document) => {
    const nested = document.span[0] < reach;
    reach = Math.max(reach, document.span[1]);
    return { ...document, nested };
  });
}

/** The last of the heads, in order, that begins before a place. */
function lastBefore<T extends { from: number }>(heads: readonly T[], place: number): T | undefined {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heads[middle]?.from ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return heads[low - 1];
}

function withTail(text: string, number: NumberFound, to: number, nextStart: number | null): CitedDocument {
  let at = number.end;
  let date: string | null = null;
  let dated = false;
  let issuer: string | null = null;
  for (let step = 0; step < 5; step++) {
    const next = skip(text, at, to);
    const printed = dateStart(text, next, to);
    if (!dated && printed) {
      dated = true;
      date = printed.iso;
      at = printed.end;
      continue;
    }
    const said = /^(?:được )?ban hành (?=ngày|tháng|năm|\()/u.exec(text.slice(next, next + 24));
    if (said) {
      at = next + said[0].length;
      continue;
    }
    const named = issuer === null ? issuerAt(text, next, to) : null;
    if (!named) break;
    issuer = text.slice(named[0], named[1]);
    at = named[1];
  }
  const subject = subjectAt(text, at, to, { nextStart, afterHead: dated || issuer !== null });
  const name = number.name;
  const end = subject ? subject[1] : at;
  return {
    role: 'reference',
    kind: number.kind,
    number: number.number,
    symbol: number.symbol,
    numberSymbol: number.numberSymbol,
    date,
    issuer,
    subject: name ?? (subject ? text.slice(subject[0], subject[1]) : null),
    span: [number.start, end],
    headEnd: at,
    nested: false,
    confidence: number.kindStated ? (date === null ? 0.85 : 0.97) : 0.75,
  };
}

/** Over blanks and one comma. */
function skip(text: string, at: number, to: number): number {
  let next = at;
  while (next < to && text[next] === ' ') next += 1;
  if (text[next] === ',') next += 1;
  while (next < to && text[next] === ' ') next += 1;
  return next;
}

function dateStart(text: string, at: number, to: number): { iso: string | null; end: number } | null {
  const bracket = text[at] === '(' ? 1 : 0;
  const line = text.slice(at + bracket, Math.min(to, at + 80));
  const date = dateAt(line, 0);
  if (!date) {
    const year = /^năm (?:19|20)\d{2}(?!\s?[-–]\s?\d)/.exec(line);
    return year ? { iso: null, end: at + year[0].length } : null;
  }
  const end = at + bracket + date.span[1];
  return { iso: date.iso, end: bracket === 1 && text[end] === ')' ? end + 1 : end };
}

/** "của Ủy ban nhân dân tỉnh", "do UBND xã ban hành". */
function issuerAt(text: string, at: number, to: number): Span | null {
  const lead = /^(?:của|do|được) /u.exec(text.slice(at, at + 6));
  if (!lead) return null;
  const start = at + lead[0].length;
  const capital = /\p{Lu}/u.test(text[start] ?? '');
  if (
    !capital &&
    !/^(?:tỉnh|huyện|xã|phường|thành phố|quận|liên|cấp|ủy ban|uỷ ban)/.test(text.slice(start, start + 10))
  )
    return null;
  if (
    !capital &&
    !opensOrganisation(text, start) &&
    !/^(?:tỉnh|huyện|thành phố|quận|liên|cấp)/.test(text.slice(start, start + 10))
  )
    return null;
  const end = organisationEnd(text, start, { several: false, limit: to });
  if (end <= start) return null;
  const cut = /\s(?:và|cùng)\s(?=Luật|Nghị|Quyết|Chỉ|Kế|Kết|Thông|Công|Hướng|Chương|Quy|các)/u.exec(
    text.slice(start, end),
  );
  return [start, cut ? start + cut.index : end];
}
