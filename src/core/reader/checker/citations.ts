/** CC: documents that this one cites: dates, completeness, wording, and what others and the law say of them. */

import { fold, wordsHeld } from '../../text/search.ts';
import type { MissingPart } from '../../text/vi/checker.ts';
import type { Citation, Finding, RegistryEntry, Severity, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { KNOWN_DOCUMENTS, type KnownDocument } from './data/known-documents.ts';

type Numbered = Citation & { numberSymbol: string };

/** All rules about citations. */
export function checkCitations(context: CheckContext): Finding[] {
  const numbered = context.reading.citations.filter((one): one is Numbered => one.numberSymbol !== null);
  return [
    ...numbered.flatMap((one) => checkAge(context, one)),
    ...checkTwoDates(context, numbered),
    ...numbered.flatMap((one) => checkComplete(context, one)),
    ...checkUnnumbered(context),
    ...numbered.flatMap((one) => checkSubjects(context, one)),
    ...numbered.flatMap((one) => checkForce(context, one)),
    ...numbered.flatMap((one) => checkIssuers(context, one)),
    ...checkBasis(context),
    ...checkStyle(context, numbered),
  ];
}

const DATE = /ngày\s?(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/;

/** The citation up to its date: kind, number and date, without issuer and subject. */
function shortSpan({ doc }: CheckContext, span: Span): Span {
  const text = doc.text.slice(span[0], Math.min(span[1], span[0] + 200));
  const date = DATE.exec(text);
  if (date) return [span[0], span[0] + date.index + date[0].length];
  const end = text.search(/ (?:của|về|ban hành) /);
  return end < 0 ? span : [span[0], span[0] + end];
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

const squeeze = (text: string): string => text.replace(/\s/g, '').toUpperCase();
const isYearly = (numberSymbol: string): boolean => !/\/\d{4}\//.test(numberSymbol) && !/^\d+-/.test(numberSymbol);

/** Kind and issuer by their folded words; "UBND" and "Ủy ban nhân dân" are one. */
function bodyOf(issuer: string | null): string | null {
  if (issuer === null) return null;
  return fold(issuer)
    .replace(/^chu tich /, '')
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\bhdnd\b/g, 'hoi dong nhan dan')
    .replace(/\s+/g, ' ')
    .trim();
}

function sameBody(a: string | null, b: string | null): boolean {
  const [one, two] = [bodyOf(a), bodyOf(b)];
  return one === null || two === null || one.startsWith(two) || two.startsWith(one);
}

type Seen = { kind: string; date: string; issuer: string | null; subject: string | null; source: string };

/** CC-02: one number and symbol with two dates, here or elsewhere. */
function checkTwoDates(context: CheckContext, numbered: Numbered[]): Finding[] {
  const elsewhere = seenElsewhere(context.registry);
  const findings: Finding[] = [];
  numbered.forEach((citation, at) => {
    if (citation.date === null) return;
    const known = KNOWN_DOCUMENTS.find((one) => isSame(one, citation));
    const key = squeeze(citation.numberSymbol);
    const here = numbered.slice(0, at).filter((one) => squeeze(one.numberSymbol) === key && one.date !== null);
    const others: Seen[] = [
      ...here.map((one) => ({ ...one, date: one.date ?? '', source: '' })),
      ...(known
        ? [{ kind: known.kind, date: known.date, issuer: null, subject: known.subject, source: known.source }]
        : []),
      ...(elsewhere.get(key) ?? []),
    ];
    const other = others.find((one) => conflicts(citation, one));
    if (!other) return;
    const message = context.text.twoDates(citation.numberSymbol, printed(other.date), other.source);
    findings.push(toFinding(context, { rule: 'CC-02', span: shortSpan(context, citation.span), message }));
  });
  return findings;
}

function seenElsewhere(registry: RegistryEntry[]): Map<string, Seen[]> {
  const seen = new Map<string, Seen[]>();
  const add = (numberSymbol: string | null, one: Omit<Seen, 'date'> & { date: string | null }): void => {
    if (numberSymbol === null || one.date === null) return;
    const key = squeeze(numberSymbol);
    const list = seen.get(key) ?? [];
    list.push({ ...one, date: one.date });
    seen.set(key, list);
  };
  for (const { source, own, cited } of registry) {
    add(own.numberSymbol, { kind: own.kind ?? '', date: own.date, issuer: own.issuer, subject: own.title, source });
    for (const one of cited) add(one.numberSymbol, { ...one, source });
  }
  return seen;
}

/**
 * Numbers begin anew every year, so two years are two documents unless the number names its year or the subject is the
 * same; Party numbers run through a term.
 */
function conflicts(citation: Numbered, other: Seen): boolean {
  if (citation.date === null || citation.date === other.date || other.date.length !== citation.date.length)
    return false;
  if (other.kind !== '' && fold(other.kind) !== fold(citation.kind)) return false;
  if (!sameBody(citation.issuer, other.issuer)) return false;
  const alike =
    citation.subject !== null &&
    other.subject !== null &&
    Math.min(wordsHeld(citation.subject, other.subject), wordsHeld(other.subject, citation.subject)) >= 0.7;
  if (alike) return true;
  const sameYear = citation.date.slice(0, 4) === other.date.slice(0, 4);
  if (isYearly(citation.numberSymbol)) return sameYear && citation.issuer !== null && other.issuer !== null;
  return /\/\d{4}\//.test(citation.numberSymbol) || sameYear;
}

function printed(date: string): string {
  const [year, month, day] = date.split('-');
  const short = Number(month) > 2 ? String(Number(month)) : month;
  return `${day}/${short}/${year}`;
}

function isSame(known: KnownDocument, citation: Numbered): boolean {
  return squeeze(known.numberSymbol) === squeeze(citation.numberSymbol) && fold(known.kind) === fold(citation.kind);
}

const SUBJECT_FOLLOWS =
  /^[\s,]*(?:\(|về |“|"|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|bổ sung|tổ chức|phát động|triển khai|thực hiện|giao |công bố|đối với|V\/v|thông qua|kiện toàn|thành lập|tăng cường|đẩy mạnh|tiếp tục|nhằm|để )/;

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
  // A proposal is cited by its number alone: "theo đề nghị của … tại Tờ trình số …".
  if (
    !law &&
    citation.subject === null &&
    !/^to trinh/.test(fold(citation.kind)) &&
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

function subjectIn(text: string): { subject: string; at: number } | null {
  const at = text.search(/ (?:về|đối với) /);
  return at < 0 ? null : { subject: text.slice(at + 1), at: at + 1 };
}

const essence = (subject: string): string => fold(subject).replace(/^(?:ve viec |ve )/, '');

/** CC-04: the subject worded differently here, in another document, or than the law has it. */
function checkSubjects(context: CheckContext, citation: Numbered): Finding[] {
  const { doc, text, registry } = context;
  const wordings = citation.mentions.flatMap((mention) => {
    const found = subjectIn(doc.text.slice(mention[0], mention[1]));
    return found ? [{ ...found, span: [mention[0] + found.at, mention[1]] as Span }] : [];
  });
  const first = wordings[0];
  if (!first) return [];
  const other = wordings.slice(1).find((one) => differs(one.subject, first.subject));
  if (other)
    return [
      toFinding(context, { rule: 'CC-04', span: other.span, message: text.subjectHere(), suggestion: first.subject }),
    ];
  const known = KNOWN_DOCUMENTS.find((one) => isSame(one, citation));
  if (
    known &&
    known.subject !== '' &&
    (citation.date === null || known.date === citation.date) &&
    differs(first.subject, known.subject)
  ) {
    const span: Span = [behindDate(context, citation, first.span), first.span[1]];
    return [
      toFinding(context, {
        rule: 'CC-04',
        span,
        message: text.subjectOfficial(known.subject),
        suggestion: known.subject,
      }),
    ];
  }
  for (const { source, cited } of registry)
    for (const one of cited) {
      if (
        one.subject === null ||
        one.date?.slice(0, 4) !== citation.date?.slice(0, 4) ||
        squeeze(one.numberSymbol ?? '') !== squeeze(citation.numberSymbol)
      )
        continue;
      if (
        fold(one.kind) !== fold(citation.kind) ||
        !sameBody(one.issuer, citation.issuer) ||
        !differs(first.subject, one.subject)
      )
        continue;
      if (one.date === citation.date && essence(first.subject).length > essence(one.subject).length) continue;
      return [
        toFinding(context, {
          rule: 'CC-04',
          span: first.span,
          message: text.subjectElsewhere(source),
          suggestion: one.subject,
        }),
      ];
    }
  return [];
}

function behindDate(context: CheckContext, citation: Numbered, subject: Span): number {
  const issuer = context.doc.text.slice(citation.span[0], subject[0]).lastIndexOf(' của ');
  return issuer < 0 ? subject[0] : citation.span[0] + issuer + 1;
}

/** More than other marks, cases or first words: a word left out, added or changed. */
function differs(a: string, b: string): boolean {
  const [one, two] = [essence(a), essence(b)];
  return wordsHeld(one, two) < 0.99 || wordsHeld(two, one) < 0.99;
}

/** CC-05: no longer in force on the day of this document. */
function checkForce(context: CheckContext, citation: Numbered): Finding[] {
  const { date } = context.reading;
  const known = KNOWN_DOCUMENTS.find((one) => isSame(one, citation));
  if (!known?.ceased || date?.year == null) return [];
  const day = [date.year, date.month ?? 1, date.day ?? 1].map((part) => String(part).padStart(2, '0')).join('-');
  if (day < known.ceased.on) return [];
  const message = context.text.notInForce(printed(known.ceased.on), known.ceased.by);
  return [
    toFinding(context, {
      rule: 'CC-05',
      span: shortSpan(context, citation.span),
      message,
      suggestion: known.ceased.by,
    }),
  ];
}

/** CC-08: the document itself, at hand, was issued by somebody else. */
function checkIssuers(context: CheckContext, citation: Numbered): Finding[] {
  if (citation.issuer === null) return [];
  for (const { source, own } of context.registry) {
    if (own.numberSymbol === null || own.issuer === null) continue;
    if (
      squeeze(own.numberSymbol) !== squeeze(citation.numberSymbol) ||
      (own.date !== null && own.date !== citation.date)
    )
      continue;
    if (own.kind !== null && fold(own.kind) !== fold(citation.kind)) continue;
    const chairman = (name: string) => /^chu tich /.test(fold(name));
    if (!sameBody(own.issuer, citation.issuer) || chairman(own.issuer) === chairman(citation.issuer)) continue;
    const message = context.text.issuerDiffers(own.issuer, source);
    return [
      toFinding(context, { rule: 'CC-08', span: shortSpan(context, citation.span), message, suggestion: own.issuer }),
    ];
  }
  return [];
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
    const match = DATE.exec(rare.text);
    const span: Span = match
      ? [rare.mention[0] + match.index, rare.mention[0] + match.index + match[0].length]
      : rare.mention;
    findings.push(toFinding(context, { rule: 'CC-07', span, message: text.dateStyles() }));
  }
  for (const party of [true, false]) {
    const group = dated.filter((one) => one.party === party && DATE.test(one.text));
    const comma = group.filter((one) => /,\s?ngày/.test(one.text));
    const lone = comma.length <= group.length - comma.length ? comma[0] : group.find((one) => !comma.includes(one));
    if (comma.length === 0 || comma.length === group.length || !lone) continue;
    findings.push(
      toFinding(context, { rule: 'CC-07', span: shortSpan(context, lone.mention), message: text.commaStyles() }),
    );
  }
  return findings;
}
