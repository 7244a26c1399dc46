/**
 * Documents that this one cites: type, number and symbol, date, issuer, subject; one entry a document with every
 * place where it is mentioned.
 */

import { fold } from '../text/search.ts';
import type { JoinedText } from './blocks.ts';
import { findCitedIn } from './cited-documents.ts';
import type { CitedDocument } from './cited-numbers.ts';
import { opensOrganisation, organisationEnd } from './organisations.ts';
import { entriesUnder, type Outline } from './outline.ts';
import type { Citation, Span } from './reading.ts';
import { isUpper } from './wrapping.ts';

/** What the header says of this document, so that it is not taken for one it cites. */
export type OwnNumber = {
  number: string | null;
  symbol: string | null;
  date: string | null;
  span: Span | null;
  bodyLine: number;
};

const BASIS_START =
  /^(?:can cu|thuc hien|theo|xet|tiep theo|tren co so|de (?:thuc hien|trien khai)|nham (?:thuc hien|trien khai)|trien khai|cu the hoa|huong ung|chap hanh)\b/;
const BASIS_SECTION = /(?:^|\s)(?:can cu|co so phap ly)(?:\s|$)/;

/** Finds the citations of a document. Linear in its length. */
export function findCitations(doc: JoinedText, outline: Outline, own: OwnNumber): Citation[] {
  const found: CitedDocument[] = [];
  const firstLabelled = doc.lines.findIndex(
    (line, at) => line.label !== null && !/^[-–+•*]/.test(line.label) && at >= own.bodyLine,
  );
  const bases = entriesUnder(outline, (entry) => entry.titled && BASIS_SECTION.test(entry.folded));
  const openingEnd = firstLabelled < 0 ? doc.lines.length : firstLabelled;
  doc.lines.forEach((line, at) => {
    if (at < own.bodyLine && at < openingEnd && at > 0 && isHeadLine(line.text)) return;
    if (own.span && line.start <= own.span[0] && own.span[1] <= line.end) return;
    const begins = line.label === null && BASIS_START.test(line.folded.slice(0, 40));
    const opening = begins && at < openingEnd;
    const section = !opening && bases[outline.entryOfLine[at] ?? -1] === true;
    const basesEnd = begins ? line.start + Math.min(firstSentenceEnd(line.text), mainClauseAt(line.text)) : line.start;
    const cited = findCitedIn(doc.text, line.start, line.end).filter((one) => !isOwn(one, own, line.text));
    // Further down, a paragraph that begins with what it carries out rests on it as well.
    const rests = opening || (begins && cited[0] !== undefined && cited[0].span[0] - line.start < 24);
    for (const one of cited)
      found.push({ ...one, role: section || (rests && one.span[0] < basesEnd) ? 'basis' : 'reference' });
  });
  return merge(found, doc.text);
}

const isHeadLine = (text: string): boolean => /^số\b/iu.test(text);

function isOwn(cited: CitedDocument, own: OwnNumber, line: string): boolean {
  if (own.symbol === null || cited.symbol !== own.symbol) return false;
  if (own.number !== null)
    return cited.number === own.number && (cited.date === null || cited.date === own.date || /kèm theo/iu.test(line));
  return cited.number === null && /kèm theo/iu.test(line);
}

const LAUNCHES =
  /^\s(?:ban hành|xây dựng|phát động|tổ chức|triển khai|đề nghị|yêu cầu|kêu gọi|thông báo|hướng dẫn|báo cáo|quyết định|chỉ thị|trình)(?![\p{L}])/u;

/** Where the sentence after its bases begins: ", Ủy ban nhân dân xã … ban hành Kế hoạch". */
function mainClauseAt(text: string): number {
  for (const match of text.matchAll(/[,;]\s(?=\p{Lu}|ủy ban|các)/gu)) {
    const at = match.index + match[0].length;
    if (!opensOrganisation(text, at)) continue;
    const end = organisationEnd(text, at, { several: false });
    if (LAUNCHES.test(text.slice(end, end + 20))) return at;
  }
  return text.length;
}

function firstSentenceEnd(text: string): number {
  const match = /[^A-Z]\.\s(?=\p{Lu})/u.exec(text);
  return match ? match.index + 1 : text.length;
}

const plain = (text: string | null): string => fold(text ?? '').replace(/[^a-z0-9]/g, '');

/** What the mentions of one document have told so far. */
type Known = { mentions: CitedDocument[]; date: string | null; issuer: string };

/** True when a mention may be of a known document: nothing that both tell differs. */
function compatible(known: Known, cited: CitedDocument): boolean {
  if (known.date !== null && cited.date !== null && known.date !== cited.date) return false;
  const issuer = plain(cited.issuer);
  if (known.issuer === '' || issuer === '' || (known.date === null) === (cited.date === null)) return true;
  return known.issuer.includes(issuer) || issuer.includes(known.issuer) || sameBody(known.issuer, issuer);
}

const sameBody = (a: string, b: string): boolean => {
  const short = (x: string) => x.replaceAll('uybannhandan', 'ubnd').replaceAll('chutich', '');
  return short(a).includes(short(b)) || short(b).includes(short(a));
};

function keyOf(cited: CitedDocument): string {
  if (cited.numberSymbol !== null) return plain(cited.numberSymbol);
  if (cited.number !== null) return `${plain(cited.kind)}#${cited.number}`;
  return `${plain(cited.kind)}:${plain(cited.subject)}:${plain(cited.issuer)}`;
}

/** One number is rarely borne by more documents than this; beyond them only the latest are compared. */
const COMPARED = 40;

function merge(found: CitedDocument[], text: string): Citation[] {
  const groups = new Map<string, Known[]>();
  /** Keys of the full forms by type and number, for "Chỉ thị số 41" after "Chỉ thị số 41-CT/TW". */
  const fullForms = new Map<string, Set<string>>();
  const order: Known[] = [];
  for (const cited of found) {
    let key = keyOf(cited);
    const short = `${cited.kind}#${cited.number}`;
    if (cited.number !== null && cited.numberSymbol !== null) {
      fullForms.set(short, (fullForms.get(short) ?? new Set()).add(key));
    } else if (cited.number !== null) {
      const full = fullForms.get(short);
      if (full?.size === 1) key = [...full][0] ?? key;
    }
    const documents = groups.get(key) ?? [];
    groups.set(key, documents);
    const same = documents.slice(-COMPARED).find((known) => compatible(known, cited));
    if (same) {
      same.mentions.push(cited);
      same.date ??= cited.date;
      if (same.issuer === '') same.issuer = plain(cited.issuer);
    } else {
      const known: Known = { mentions: [cited], date: cited.date, issuer: plain(cited.issuer) };
      documents.push(known);
      order.push(known);
    }
  }
  return order.map(({ mentions }) => toCitation(mentions, text));
}

/** One row from the mentions of a document: the first place, and the fullest wording, not that of a title in capitals. */
function toCitation(mentions: CitedDocument[], text: string): Citation {
  const plainly = mentions.filter(({ span }) => !isUpper(text.slice(...span)));
  const told = plainly.length > 0 ? plainly : mentions;
  const first = told[0] as CitedDocument;
  const span = mentions[0]?.span ?? first.span;
  const pick = <K extends 'date' | 'issuer' | 'subject'>(key: K): string | null =>
    told.find((mention) => mention[key] !== null)?.[key] ??
    mentions.find((mention) => mention[key] !== null)?.[key] ??
    null;
  return {
    role: mentions.some((mention) => mention.role === 'basis') ? 'basis' : 'reference',
    kind: first.kind,
    number: first.number,
    symbol: first.symbol,
    numberSymbol: first.numberSymbol,
    date: pick('date'),
    issuer: pick('issuer'),
    subject: pick('subject'),
    mentions: mentions.map((mention) => mention.span),
    quote: text.slice(...span),
    span,
    confidence: first.confidence,
  };
}
