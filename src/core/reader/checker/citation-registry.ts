/** CC-02, CC-04, CC-08: a cited document against this text, other documents and what is known of it. */

import { fold, foldedWords, wordsHeld } from '../../text/search.ts';
import type { Citation, DocumentIdentity, Finding, RegistryEntry, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { KNOWN_DOCUMENTS, type KnownDocument } from './data/known-documents.ts';

export type Numbered = Citation & { numberSymbol: string };

export const CITED_DATE = /ngày\s?(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/;

/** The citation up to its date: kind, number and date, without issuer and subject. */
export function shortSpan({ doc }: CheckContext, span: Span): Span {
  const text = doc.text.slice(span[0], Math.min(span[1], span[0] + 200));
  const date = CITED_DATE.exec(text);
  if (date) return [span[0], span[0] + date.index + date[0].length];
  const end = text.search(/ (?:của|về|ban hành) /);
  return end < 0 ? span : [span[0], span[0] + end];
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

type Seen = { kind: string; date: string | null; issuer: string | null; subject: string | null; source: string };

/** CC-02: one number and symbol with two dates, here or elsewhere. */
export function checkTwoDates(context: CheckContext, numbered: Numbered[], index: RegistryIndex): Finding[] {
  const findings: Finding[] = [];
  const sofar = new Map<string, Seen[]>();
  for (const citation of numbered) {
    const { date } = citation;
    if (date === null) continue;
    const known = KNOWN_DOCUMENTS.find((one) => isKnown(one, citation));
    const key = squeeze(citation.numberSymbol);
    const here = sofar.get(key) ?? [];
    const others: Seen[] = [
      ...here,
      ...(known
        ? [{ kind: known.kind, date: known.date, issuer: null, subject: known.subject, source: known.source }]
        : []),
      ...(index.seen.get(key)?.filter((one) => one.date !== null) ?? []),
    ];
    if (here.length < ALIKE_AT_MOST) here.push({ ...citation, date, source: '' });
    sofar.set(key, here);
    const other = others.find((one) => conflicts(citation, one));
    if (!other) continue;
    const message = context.text.twoDates(citation.numberSymbol, printedDate(other.date ?? ''), other.source);
    findings.push(toFinding(context, { rule: 'CC-02', span: shortSpan(context, citation.span), message }));
  }
  return findings;
}

/** Enough citations of one number to tell that their dates differ. */
const ALIKE_AT_MOST = 20;

/** The registry by number and symbol, made once for a document. */
export type RegistryIndex = {
  seen: Map<string, Seen[]>;
  own: Map<string, { source: string; own: DocumentIdentity }[]>;
};

export function indexRegistry(registry: RegistryEntry[]): RegistryIndex {
  const index: RegistryIndex = { seen: new Map(), own: new Map() };
  const add = <T>(map: Map<string, T[]>, numberSymbol: string | null, one: T): void => {
    if (numberSymbol === null) return;
    const key = squeeze(numberSymbol);
    const list = map.get(key);
    if (list) list.push(one);
    else map.set(key, [one]);
  };
  for (const { source, own, cited } of registry) {
    const kind = own.kind ?? '';
    add(index.seen, own.numberSymbol, { kind, date: own.date, issuer: own.issuer, subject: null, source });
    add(index.own, own.numberSymbol, { source, own });
    for (const one of cited) add(index.seen, one.numberSymbol, { ...one, source });
  }
  return index;
}

/**
 * Numbers begin anew every year, so two years are two documents unless the number names its year or the subject is the
 * same; Party numbers run through a term.
 */
function conflicts(citation: Numbered, other: Seen): boolean {
  if (citation.date === null || other.date === null || citation.date === other.date) return false;
  if (other.kind !== '' && fold(other.kind) !== fold(citation.kind)) return false;
  if (!sameBody(citation.issuer, other.issuer)) return false;
  const alike =
    citation.subject !== null &&
    other.subject !== null &&
    Math.min(wordsHeld(citation.subject, other.subject), wordsHeld(other.subject, citation.subject)) >= 0.7;
  if (alike) return true;
  const sameYear = citation.date.slice(0, 4) === other.date.slice(0, 4);
  if (isYearly(citation.numberSymbol)) return sameYear && citation.issuer !== null && other.issuer !== null;
  // Central Party bodies count through a term of five years.
  const apart = Math.abs(Number(citation.date.slice(0, 4)) - Number(other.date.slice(0, 4)));
  if (/TW$/i.test(citation.numberSymbol) && apart <= 4) return true;
  return /\/\d{4}\//.test(citation.numberSymbol) || sameYear;
}

export function printedDate(date: string): string {
  const [year, month, day] = date.split('-');
  const short = Number(month) > 2 ? String(Number(month)) : month;
  return `${day}/${short}/${year}`;
}

export function isKnown(known: KnownDocument, citation: Numbered): boolean {
  return squeeze(known.numberSymbol) === squeeze(citation.numberSymbol) && fold(known.kind) === fold(citation.kind);
}

function subjectIn(text: string): { subject: string; at: number } | null {
  const at = text.search(/ (?:về|đối với) /);
  return at < 0 ? null : { subject: text.slice(at + 1), at: at + 1 };
}

const essence = (subject: string): string => fold(subject).replace(/^(?:ve viec |ve )/, '');

/** CC-04: the subject worded differently here, in another document, or than the law has it. */
export function checkSubjects(context: CheckContext, citation: Numbered, index: RegistryIndex): Finding[] {
  const { doc, text } = context;
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
  const known = KNOWN_DOCUMENTS.find((one) => isKnown(one, citation));
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
  for (const one of index.seen.get(squeeze(citation.numberSymbol)) ?? []) {
    if (one.subject === null || one.date?.slice(0, 4) !== citation.date?.slice(0, 4)) continue;
    if (fold(one.kind) !== fold(citation.kind) || !sameBody(one.issuer, citation.issuer)) continue;
    if (!differs(first.subject, one.subject) || cutElsewhere(first.subject, one.subject)) continue;
    if (one.date === citation.date && essence(first.subject).length > essence(one.subject).length) continue;
    const message = text.subjectElsewhere(one.source);
    return [toFinding(context, { rule: 'CC-04', span: first.span, message, suggestion: one.subject })];
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

/**
 * "quy định về phân cấp" and "về phân cấp" are one subject that reading began at another word; so is one that the other
 * document goes on with behind a comma or in a bracket.
 */
function cutElsewhere(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const [whole, part] = [foldedWords(long), foldedWords(short)];
  if (part.length < 2) return false;
  if (whole.slice(-part.length).join(' ') === part.join(' ')) return true;
  return /^\s?[,;(–-]/u.test(long.slice(short.length)) && fold(long).startsWith(fold(short));
}

/** CC-08: the document itself, at hand, was issued by somebody else. */
export function checkIssuers(context: CheckContext, citation: Numbered, index: RegistryIndex): Finding[] {
  if (citation.issuer === null) return [];
  for (const { source, own } of index.own.get(squeeze(citation.numberSymbol)) ?? []) {
    if (own.issuer === null || (own.date !== null && own.date !== citation.date)) continue;
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
