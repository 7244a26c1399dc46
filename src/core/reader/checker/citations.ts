/** CC: documents that this one cites: dates, completeness, wording, and what others and the law say of them. */

import { fold } from '../../text/search.ts';
import type { MissingPart } from '../../text/vi/checker.ts';
import type { Finding, Severity, Span } from '../reading.ts';
import {
  CITED_DATE,
  checkIssuers,
  checkSubjects,
  checkTwoDates,
  indexRegistry,
  isKnown,
  type Numbered,
  printedDate,
  shortSpan,
} from './citation-registry.ts';
import { type CheckContext, toFinding } from './context.ts';
import { KNOWN_DOCUMENTS } from './data/known-documents.ts';

/** All rules about citations. */
export function checkCitations(context: CheckContext): Finding[] {
  const numbered = context.reading.citations.filter((one): one is Numbered => one.numberSymbol !== null);
  const index = indexRegistry(context.registry);
  return [
    ...numbered.flatMap((one) => checkAge(context, one)),
    ...checkTwoDates(context, numbered, index),
    ...numbered.flatMap((one) => checkComplete(context, one)),
    ...checkUnnumbered(context),
    ...numbered.flatMap((one) => checkSubjects(context, one, index)),
    ...numbered.flatMap((one) => checkForce(context, one)),
    ...numbered.flatMap((one) => checkIssuers(context, one, index)),
    ...checkBasis(context),
    ...checkStyle(context, numbered),
  ];
}

/** CC-01: cited document dated after this one. */
function checkAge(context: CheckContext, citation: Numbered): Finding[] {
  const { date } = context.reading;
  if (citation.date === null || date?.year == null) return [];
  const latest = [date.year, date.month ?? 12, date.day ?? 31].map((part) => String(part).padStart(2, '0')).join('-');
  if (citation.date <= latest) return [];
  const message = context.text.citedYounger(citation.mentions.length);
  return [toFinding(context, { rule: 'CC-01', span: shortSpan(context, citation.span), message })];
}

const SUBJECT_FOLLOWS =
  /^[\s,]*(?:\(|về |“|"|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|bổ sung|tổ chức|phát động|triển khai|thực hiện|giao |công bố|đối với|V\/v|thông qua|kiện toàn|thành lập|tăng cường|đẩy mạnh|tiếp tục|nhằm|để )/;

const NEEDS_SUBJECT =
  /^(?:nghi quyet|nghi dinh|quyet dinh|chi thi|ke hoach|ket luan|thong tu|chuong trinh|huong dan|de an)/;

/** CC-03: number, date, issuer or subject missing where a document is cited first. */
function checkComplete(context: CheckContext, citation: Numbered): Finding[] {
  const { text, doc } = context;
  const missing: MissingPart[] = [];
  const quote = doc.text.slice(citation.span[0], Math.min(citation.span[1], citation.span[0] + 260));
  const law = /^(?:bo )?luat|^phap lenh|^hien phap/.test(fold(citation.kind));
  const numberAt = quote.indexOf(citation.number ?? citation.numberSymbol);
  if (!law && numberAt > 0 && !/số\s*:?\s*$/iu.test(quote.slice(0, numberAt))) missing.push('numberWord');
  if (!law && malformedDate(quote)) return [incomplete(context, citation, text.dateMalformed(), 'warning')];
  const yearInNumber = /\/\d{4}\//.test(citation.numberSymbol);
  let severity: Severity = missing.length > 0 ? 'warning' : 'info';
  if (!law && citation.date === null) {
    missing.push('issueDate');
    if (!yearInNumber && !isParty(citation)) severity = 'warning';
  }
  if (
    !law &&
    citation.issuer === null &&
    /(?:UBND|HĐND)$/.test(citation.symbol ?? '') &&
    !subjectShared(context, citation)
  )
    missing.push('issuer');
  // A proposal, a letter or a report is cited by its number alone: "theo đề nghị của … tại Tờ trình số …".
  if (
    !law &&
    citation.subject === null &&
    NEEDS_SUBJECT.test(fold(citation.kind)) &&
    !subjectShared(context, citation)
  ) {
    missing.push('subject');
    severity = 'warning';
  }
  const lead = doc.text.slice(Math.max(0, citation.span[0] - 24), citation.span[0]);
  // "… theo Kết luận số …": what it is about has just been said.
  if (missing.length === 1 && missing[0] === 'subject' && /(?:theo|tại|của)\s$/u.test(lead)) severity = 'info';
  if (/(?:thay thế|bãi bỏ|hủy bỏ|thu hồi|sửa đổi|bổ sung|kèm theo)\s$/u.test(lead)) return [];
  return missing.length === 0 ? [] : [incomplete(context, citation, text.citationMissing(missing), severity)];
}

const isParty = ({ numberSymbol }: Numbered): boolean => /^\d+-/.test(numberSymbol);

function incomplete(context: CheckContext, citation: Numbered, message: string, severity: Severity): Finding {
  const end = Math.min(citation.span[1], citation.span[0] + 110);
  return toFinding(context, { rule: 'CC-03', severity, span: [citation.span[0], end], message });
}

/** "ngày 22 ngày 11 tháng 2019", "ngày 31/02/2026", "ngày 12/13/2026". */
function malformedDate(quote: string): boolean {
  if (/ngày \d{1,2} ngày|tháng \d{4}(?!\d)|ngày tháng|tháng \d{1,2} tháng/.test(quote.slice(0, 120))) return true;
  const match = /ngày\s?(\d{1,2})\s?\/\s?(\d{1,2})\s?\/\s?(\d{4})/.exec(quote.slice(0, 120));
  return (
    match !== null &&
    (Number(match[2]) > 12 || Number(match[1]) > 31 || (Number(match[2]) === 2 && Number(match[1]) > 29))
  );
}

/** The subject stands behind, or is said once for several documents: "A của X; B của Y về Z". */
function subjectShared(context: CheckContext, citation: Numbered): boolean {
  const { doc, reading } = context;
  const all = citation.mentions.some((mention) => SUBJECT_FOLLOWS.test(doc.text.slice(mention[1], mention[1] + 16)));
  if (all) return true;
  const end = citation.span[1];
  const next = reading.citations.find((one) => one.span[0] >= end && one.span[0] - end <= 8);
  if (
    next &&
    next !== citation &&
    /^[\s;,]*(?:(?:và |cùng )\s*)?$/.test(doc.text.slice(end, next.span[0])) &&
    next.subject !== null
  )
    return true;
  // Named before: "về … theo Chỉ thị số …" or "(Quyết định số …)" only points at a document.
  return /\(\s*$/.test(doc.text.slice(Math.max(0, citation.span[0] - 2), citation.span[0]));
}

/** Resolutions and directives named without any number: only noted, the first of them. */
function checkUnnumbered(context: CheckContext): Finding[] {
  const found = context.reading.citations.find(
    (one) =>
      one.numberSymbol === null &&
      /^(?:nghi quyet|chi thi|ket luan|quyet dinh|ke hoach)$/.test(fold(one.kind)) &&
      one.date === null &&
      /đảng ủy|hđnd|hội đồng nhân dân|ủy ban nhân dân|ubnd|tỉnh ủy/iu.test(one.quote),
  );
  if (!found) return [];
  return [
    toFinding(context, {
      rule: 'CC-03',
      severity: 'info',
      span: found.span,
      message: context.text.citationUnnumbered(),
    }),
  ];
}

/** CC-05: no longer in force on the day of this document. */
function checkForce(context: CheckContext, citation: Numbered): Finding[] {
  const { date } = context.reading;
  const known = KNOWN_DOCUMENTS.find((one) => isKnown(one, citation));
  if (!known?.ceased || date?.year == null) return [];
  const day = [date.year, date.month ?? 1, date.day ?? 1].map((part) => String(part).padStart(2, '0')).join('-');
  if (day < known.ceased.on) return [];
  const message = context.text.notInForce(printedDate(known.ceased.on), known.ceased.by);
  return [
    toFinding(context, {
      rule: 'CC-05',
      span: shortSpan(context, citation.span),
      message,
      suggestion: known.ceased.by,
    }),
  ];
}

/** CC-06: a plan or a decision that rests on nothing; a directive usually names no basis. */
function checkBasis(context: CheckContext): Finding[] {
  const { reading, doc, text } = context;
  if (
    !['KH', 'QĐ', 'NQ', 'CTr'].includes(reading.kindCode ?? '') ||
    reading.citations.some((one) => one.role === 'basis')
  )
    return [];
  const named = doc.lines.some((line) =>
    /^(?:Căn cứ|Thực hiện|Theo|Triển khai|Xét|Để (?:thực hiện|triển khai))(?![\p{L}])/u.test(
      line.text.slice(line.bodyAt),
    ),
  );
  return named ? [] : [toFinding(context, { rule: 'CC-06', span: null, message: text.basisAbsent() })];
}

/** CC-07: dates in words beside dates in figures, a comma before "ngày" here and not there, within one style. */
function checkStyle(context: CheckContext, numbered: Numbered[]): Finding[] {
  const { doc, text } = context;
  const dated = numbered.flatMap(({ mentions, numberSymbol }) =>
    mentions.map((mention) => ({
      mention,
      party: /^\d+-/.test(numberSymbol),
      text: doc.text.slice(mention[0], Math.min(mention[1], mention[0] + 120)),
    })),
  );
  const findings: Finding[] = [];
  const spelled = dated.filter((one) => /ngày \d{1,2} tháng/.test(one.text));
  const figures = dated.filter((one) => /ngày\s?\d{1,2}\//.test(one.text));
  const rare = spelled.length <= figures.length ? spelled[0] : figures[0];
  if (spelled.length > 0 && figures.length > 0 && rare) {
    const match = CITED_DATE.exec(rare.text);
    const span: Span = match
      ? [rare.mention[0] + match.index, rare.mention[0] + match.index + match[0].length]
      : rare.mention;
    findings.push(toFinding(context, { rule: 'CC-07', span, message: text.dateStyles() }));
  }
  for (const party of [true, false]) {
    const group = dated.filter((one) => one.party === party && CITED_DATE.test(one.text));
    const comma = group.filter((one) => /,\s?ngày/.test(one.text));
    const lone = comma.length <= group.length - comma.length ? comma[0] : group.find((one) => !comma.includes(one));
    if (comma.length === 0 || comma.length === group.length || !lone) continue;
    findings.push(
      toFinding(context, { rule: 'CC-07', span: shortSpan(context, lone.mention), message: text.commaStyles() }),
    );
  }
  return findings;
}
