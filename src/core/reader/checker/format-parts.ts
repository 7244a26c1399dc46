/**
 * TT: the parts around the body, by Phụ lục I of Nghị định 30/2020/NĐ-CP. In a draft, whose number and day are still
 * blank, what is missing is only noted.
 */

import { DOCUMENT_TYPES } from '../../law/document-types.ts';
import { fold } from '../../text/search.ts';
import type { MissingPart } from '../../text/vi/checker.ts';
import type { Line } from '../blocks.ts';
import type { Finding, Severity, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { newerToneMark } from './words.ts';

/** Number, symbol, date, national name and motto, type, signature, recipients. */
export function checkFormatParts(context: CheckContext): Finding[] {
  if (isPartyDocument(context)) return [];
  const head = headLines(context);
  return [
    ...checkNumber(context, head),
    ...checkSymbol(context, head),
    ...checkDate(context, head),
    ...checkNationalParts(context, head),
    ...checkType(context, head),
  ];
}

/** Documents of Party bodies follow rules of their own. */
export function isPartyDocument({ reading, doc }: CheckContext): boolean {
  const issuer = fold(reading.issuer?.name ?? '');
  if (
    /^(?:ban thuong vu|ban chap hanh|dang uy|tinh uy|thanh uy|huyen uy|chi bo|dang bo|ban to chuc|ban tuyen giao)/.test(
      issuer,
    )
  )
    return true;
  if (reading.symbol?.includes('/')) return true;
  return doc.lines.slice(0, 12).some((line) => /^ĐẢNG CỘNG SẢN VIỆT NAM|^ĐẢNG BỘ |^ĐẢNG UỶ|^ĐẢNG ỦY/.test(line.text));
}

const HEAD_AT_MOST = 40;

/** Lines above the title and a little more: where number and date stand. */
function headLines({ doc }: CheckContext): Line[] {
  const end = Math.min(HEAD_AT_MOST, doc.parts[1]?.firstLine ?? HEAD_AT_MOST);
  const lines: Line[] = [];
  for (const line of doc.lines.slice(0, end)) {
    if (line.text.length > 320) break;
    lines.push(line);
  }
  return lines;
}

const NUMBER_LINE = /(?:^|\s)Số\s?:?\s?([\d.…_ ]{0,24})\/\s?([\p{L}\d&]{1,12}(?:\s?[-–]\s?[\p{L}\d]{1,16}){0,3})?/u;

function numberSpan(lines: Line[]): Span | null {
  for (const line of lines) {
    const match = NUMBER_LINE.exec(line.text.slice(0, 160));
    if (match) return [line.start + match.index, line.start + match.index + match[0].length];
  }
  return null;
}

const severityOf = (context: CheckContext): Severity => (context.draft ? 'info' : 'error');

function checkNumber(context: CheckContext, head: Line[]): Finding[] {
  const { reading, text } = context;
  if (reading.number !== null) {
    const span = numberSpan(head);
    const short = /^\d$/.test(reading.number);
    if (!short || span === null) return [];
    return [
      toFinding(context, {
        rule: 'TT-01',
        severity: 'info',
        span,
        message: text.numberZero(),
        suggestion: `0${reading.number}`,
      }),
    ];
  }
  const span = numberSpan(head);
  const message = span === null ? text.numberAbsent() : text.numberBlank();
  return [toFinding(context, { rule: 'TT-01', severity: severityOf(context), span, message })];
}

function checkSymbol(context: CheckContext, head: Line[]): Finding[] {
  const { reading, text } = context;
  const span = numberSpan(head);
  if (reading.symbol === null || span === null) return [];
  const groups = reading.symbol.split(/[-–/]/).map((group) => group.trim());
  const [first = '', ...rest] = groups;
  const code = reading.kindCode;
  if (code !== null && first !== code && !groups.includes(code)) {
    const severity = first.toUpperCase() === code.toUpperCase() ? 'info' : 'warning';
    const message = text.symbolType(reading.symbol, reading.kindName ?? '', code);
    return [toFinding(context, { rule: 'TT-02', severity, span, message, suggestion: [code, ...rest].join('-') })];
  }
  const issuer = fold(reading.issuer?.name ?? '');
  const last = rest.at(-1) ?? '';
  const crossed =
    (last === 'HĐND' && /^(?:chu tich )?uy ban nhan dan/.test(issuer)) ||
    (last === 'UBND' && issuer.startsWith('hoi dong nhan dan'));
  if (!crossed) return [];
  return [toFinding(context, { rule: 'TT-02', span, message: text.symbolIssuer(last, reading.issuer?.name ?? '') })];
}

const DATE_LINE =
  /(?:^|\s{2,40})?([\p{Lu}][\p{L} .]{1,40}),\s?ngày\s?([\d.…_ ]{0,12})\s?tháng\s?([\d.…_ ]{0,12})\s?năm\s?([\d.…_]{0,10})/u;

function checkDate(context: CheckContext, head: Line[]): Finding[] {
  const { reading, text } = context;
  for (const line of head) {
    const match = line.text.length < 200 ? DATE_LINE.exec(line.text) : null;
    if (!match) continue;
    const span: Span = [line.start + match.index, line.start + match.index + match[0].length];
    const [, , day = '', month = '', year = ''] = match.map((part) => part?.trim());
    const blank = [day, month, year].some((part) => !/\d/.test(part));
    if (blank)
      return [toFinding(context, { rule: 'TT-03', severity: severityOf(context), span, message: text.dateBlank() })];
    if (!isDay(Number(year), Number(month), Number(day)))
      return [toFinding(context, { rule: 'TT-03', severity: 'error', span, message: text.dateImpossible() })];
    const zeros = /^\d$/.test(day) || /^[12]$/.test(month);
    if (!zeros) return [];
    const right = `ngày ${day.padStart(2, '0')} tháng ${/^[12]$/.test(month) ? `0${month}` : month} năm ${year}`;
    return [
      toFinding(context, {
        rule: 'TT-03',
        severity: severityOf(context),
        span,
        message: text.dateZeros(),
        suggestion: right,
      }),
    ];
  }
  if (reading.date !== null) return [];
  return [toFinding(context, { rule: 'TT-03', severity: severityOf(context), span: null, message: text.dateAbsent() })];
}

/** Whether a calendar has that day. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

function checkNationalParts(context: CheckContext, head: Line[]): Finding[] {
  const { text } = context;
  const findings: Finding[] = [];
  const absent: MissingPart[] = [];
  for (const wanted of [NATION, MOTTO]) {
    const found = placeOf(context, head, wanted);
    if (found === null) absent.push(wanted === NATION ? 'nationalName' : 'motto');
    else findings.push(...misspelledPart(context, found, wanted));
  }
  if (!hasIssuer(context, head)) absent.push('issuerName');
  if (absent.length === 0) return findings;
  const severity = severityOf(context);
  return [...findings, toFinding(context, { rule: 'TT-04', severity, span: null, message: text.partsAbsent(absent) })];
}

/** Where the part stands, whatever its tone marks, dashes and blanks, on one line or two; null without it. */
function placeOf({ doc }: CheckContext, head: Line[], wanted: string): Span | null {
  const letters = fold(wanted).replace(/[^a-z]+/g, '');
  const start = head[0]?.start ?? 0;
  const folded = fold(doc.text.slice(start, head.at(-1)?.end ?? start));
  let at = folded.indexOf(letters.slice(0, 3));
  while (at >= 0) {
    const end = spelledAt(folded, at, letters);
    if (end !== null) return [start + at, start + end];
    at = folded.indexOf(letters.slice(0, 3), at + 1);
  }
  return null;
}

/** Where the letters, taken one after the other over blanks and dashes, end; null when others stand between them. */
function spelledAt(folded: string, at: number, letters: string): number | null {
  let i = at;
  for (const letter of letters) {
    while (i < folded.length && !/[a-z]/.test(folded[i] ?? '')) i += 1;
    if (folded[i] !== letter) return null;
    i += 1;
  }
  return i;
}

function misspelledPart(context: CheckContext, span: Span, wanted: string): Finding[] {
  const printed = context.doc.text.slice(span[0], span[1]);
  const words = (text: string) =>
    text
      .split(/[^\p{L}]+/u)
      .map((word) => newerToneMark(word.toLowerCase()))
      .join(' ');
  const sameLetters = words(printed) === words(wanted);
  // Old encodings have no accented capitals of their own.
  const sameCase =
    isLegacy(context) ||
    (printed.replace(/[^\p{L}]+/gu, '').normalize('NFC').length > 0 && caseOf(printed) === caseOf(wanted));
  const dashes = wanted !== MOTTO || / - .* - /.test(printed);
  if (sameLetters && sameCase && dashes) return [];
  const severity: Severity = !sameLetters ? 'error' : sameCase ? 'info' : 'warning';
  return [
    toFinding(context, {
      rule: 'TT-04',
      severity,
      span,
      message: context.text.partMisspelled(wanted),
      suggestion: wanted,
    }),
  ];
}

/** Text that was decoded from TCVN3 or VNI, whose capitals may be lost. */
export function isLegacy({ reading }: CheckContext): boolean {
  return ['tcvn3', 'vni', 'mixed'].includes(reading.source.encoding);
}

const caseOf = (text: string): string =>
  text
    .replace(/[^\p{L}]+/gu, '')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a');

const BODY_WORDS =
  /uy ban|hoi dong|so |ban |phong |van phong|cong an|truong |trung tam|dang uy|mat tran|hoi |doan |bo |chi cuc|cong ty|chu tich|thu tuong|chinh phu|tinh uy|thanh uy|huyen uy|lien doan|tong |vien |kho bac|thue|cuc |chi bo|dang bo|quoc hoi|toa an|cum |khoi /;

/** A line of capitals at the head that names a body. */
function hasIssuer({ reading }: CheckContext, head: Line[]): boolean {
  const kind = fold(reading.kindName ?? '');
  for (const line of head) {
    const folded = line.folded.trim();
    if (kind !== '' && folded.startsWith(kind)) return false;
    const capitals = line.text.replace(/\s{2,}.*/, '');
    if (/\p{Ll}{2}/u.test(capitals.slice(0, 20)) || folded.includes('cong hoa xa hoi')) {
      if (BODY_WORDS.test(folded.split('cong hoa xa hoi')[0] ?? '') && folded.includes('cong hoa xa hoi')) return true;
      continue;
    }
    if (BODY_WORDS.test(`${folded} `)) return true;
  }
  return false;
}

function checkType(context: CheckContext, head: Line[]): Finding[] {
  const { reading, text } = context;
  const name = reading.kindName;
  if (name === null) return [];
  const folded = fold(name);
  if (DOCUMENT_TYPES.some((type) => fold(type.name) === folded)) return [];
  const line = head.find((one) => fold(one.text).includes(folded));
  const at = line ? line.folded.indexOf(folded) : -1;
  const span: Span | null = line && at >= 0 ? [line.start + at, line.start + at + name.length] : null;
  return [toFinding(context, { rule: 'TT-07', span, message: text.typeUnknown(name) })];
}
