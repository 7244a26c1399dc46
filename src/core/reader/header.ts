/** The head of a document: Quốc hiệu, number and symbol, place and date, type, title. */

import { DOCUMENT_TYPES, LAUNCH_HEADINGS } from '../law/document-types.ts';
import { findDates } from '../text/dates.ts';
import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import { kindBefore } from './cited-numbers.ts';
import { titleAfter } from './heading-title.ts';
import type { PartialDate, Span } from './reading.ts';
import { isUpper } from './wrapping.ts';

export type Header = {
  kindCode: string | null;
  kindName: string | null;
  number: string | null;
  symbol: string | null;
  numberSpan: Span | null;
  place: string | null;
  date: PartialDate | null;
  dateSpan: Span | null;
  title: string | null;
  titleSpan: Span | null;
  /** The lines above type or title: names of bodies, Quốc hiệu. */
  headLines: string[];
  /** Lines of type and title. */
  titleLines: number[];
  /** First line of the body, after type and title. */
  bodyLine: number;
  /** True when Quốc hiệu and Tiêu ngữ stand at the head. */
  hasMotto: boolean;
};

const HEAD_LINES = 40;

/** Reads the head of the main document, lines 0 to `endLine`. */
export function findHeader(doc: JoinedText, endLine: number): Header {
  const lines = doc.lines.slice(0, Math.min(endLine, HEAD_LINES));
  const kind = findKind(lines);
  const headEnd = kind?.line ?? headWithoutKind(lines);
  const number = findNumberLine(lines, Math.max(headEnd, bodyStart(lines)));
  const dated =
    findPlaceDate(lines.slice(0, Math.max(headEnd + 1, bodyStart(lines)))) ??
    findPlaceDate(lines.slice(0, headEnd)) ??
    findClosingDate(doc, endLine);
  const title = kind ? titleAfter(doc, kind, endLine) : findLetterSubject(lines, headEnd);
  const folded = fold(
    lines
      .slice(0, 20)
      .map((line) => line.text)
      .join('\n'),
  );
  return {
    kindCode: kind?.code ?? (number?.symbol ? codeOfSymbol(number.symbol) : null),
    kindName: kind?.name ?? null,
    number: number?.number ?? null,
    symbol: number?.symbol ?? null,
    numberSpan: number?.span ?? null,
    place: dated?.place ?? null,
    date: dated?.date ?? null,
    dateSpan: dated?.span ?? null,
    title: title?.text ?? null,
    titleSpan: title?.span ?? null,
    titleLines: kind ? range(kind.line, Math.max(title?.nextLine ?? 0, kind.line + 1)) : [],
    headLines: lines.slice(0, headEnd).map((line) => line.text),
    bodyLine: title ? Math.max(title.nextLine, headEnd) : kind ? kind.line + 1 : headEnd,
    hasMotto: folded.includes('cong hoa xa hoi chu nghia viet nam') && folded.includes('tu do'),
  };
}

export type KindLine = {
  line: number;
  name: string;
  code: string | null;
  /** Where the rest of the line begins, when the title starts on it. */
  restAt: number | null;
};

const HEADINGS = [
  ...DOCUMENT_TYPES.filter((type) => type.group !== 'law' || /^(?:Nghị định|Thông tư)/.test(type.name)).map((type) => ({
    folded: fold(type.name),
    code: type.code,
  })),
  ...LAUNCH_HEADINGS.map((name) => ({ folded: fold(name), code: null })),
].sort((a, b) => b.folded.length - a.folded.length);

/** Line up to which the head may reach: the first labelled or long line. */
function bodyStart(lines: Line[]): number {
  const at = lines.findIndex(
    (line) => (line.label !== null && line.label !== '-') || line.text.length > 320 || line.row !== null,
  );
  return at < 0 ? lines.length : at;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

function findKind(lines: Line[]): KindLine | null {
  const limit = Math.min(lines.length, bodyStart(lines) + 1);
  for (let at = 0; at < limit; at++) {
    const line = lines[at];
    if (!line || line.row !== null) continue;
    const kind = kindOfLine(line, at);
    if (kind) return kind;
  }
  return null;
}

/** "K Ế  H O Ạ C H" → "KẾ HOẠCH" cannot be told from its letters alone, so blanks are dropped on both sides. */
const squeeze = (folded: string): string => folded.replace(/[^a-z]/g, '');

function kindOfLine(line: Line, at: number): KindLine | null {
  const text = line.text;
  const folded = fold(text).replace(/^[^a-z]+/, '');
  const emphatic = isUpper(text) || line.style.heading !== null || (line.style.bold && line.style.align === 'center');
  for (const heading of HEADINGS) {
    if (
      folded.replace(/[^a-z]+$/, '') === heading.folded ||
      (isSpaced(text) && squeeze(folded) === squeeze(heading.folded))
    )
      return emphatic
        ? {
            line: at,
            name: isSpaced(text) ? heading.folded.toUpperCase() : trimMarks(text).toUpperCase(),
            code: heading.code,
            restAt: null,
          }
        : null;
  }
  for (const heading of HEADINGS) {
    if (!folded.startsWith(`${heading.folded} `)) continue;
    const lead = text.length - folded.length;
    const end = lead + heading.folded.length;
    const name = text.slice(lead, end);
    // The type in capitals and the title behind it on the same line.
    if (!isUpper(name) || /^\s(?:NÀY|SỐ)(?![\p{L}])/u.test(text.slice(end, end + 6))) continue;
    const launch = heading.code === null && /^(?:loi |bai |ban )?phat dong/.test(heading.folded);
    return { line: at, name: name.toUpperCase(), code: heading.code, restAt: launch && isUpper(text) ? lead : end + 1 };
  }
  return null;
}

const isSpaced = (text: string): boolean => /^(?:\p{Lu} ){3}/u.test(text);
const trimMarks = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** Without a type (an official letter): the head ends before "Kính gửi" or the first long line. */
function headWithoutKind(lines: Line[]): number {
  const at = lines.findIndex(
    (line) =>
      line.text.length > 120 || line.label !== null || /^kinh gui/.test(line.folded.slice(0, 12)) || line.row !== null,
  );
  return at < 0 ? Math.min(lines.length, 10) : at;
}

const NUMBER_LINE =
  /(?:^|\s)(?:Số|SỐ|số)\s{0,2}[:.]?[\s.…_]{0,40}(\d{1,5})?[\s.…_]{0,40}\/\s?((?:\d{4}\s?\/\s?)?[A-ZĐ][A-Za-zÀ-ỹĐđ0-9]*(?:\s?[-–]\s?[A-ZĐ][A-Za-zÀ-ỹĐđ0-9&.]*){0,4})/u;
const PARTY_NUMBER_LINE =
  /^(?:Số|SỐ)\s{0,2}[:.]?[\s.…_]{0,40}(\d{1,5})?[\s.…_]{0,40}[-–]\s?([A-Z][A-Za-zĐ]{1,4}\s?\/\s?[A-ZĐ][A-Za-zĐ0-9]{1,10})/u;

function findNumberLine(lines: Line[], limit: number): { number: string | null; symbol: string; span: Span } | null {
  for (const line of lines.slice(0, limit + 1)) {
    if (line.text.length > 160 || line.row !== null) continue;
    const text = line.text;
    const match = NUMBER_LINE.exec(text) ?? PARTY_NUMBER_LINE.exec(text);
    // A citation inside a sentence has its type before "số"; the number line begins with "Số" or stands behind a name in capitals.
    if (!match?.[2] || (match.index > 0 && !mayStandBefore(text.slice(0, match.index)))) continue;
    const lead = match[0].length - match[0].trimStart().length;
    const start = line.start + match.index + lead;
    const symbol = match[2]
      .replace(/\s/g, '')
      .replace(/–/g, '-')
      .replace(/(?<!\.)\.+$/, '');
    return { number: match[1] ?? null, symbol, span: [start, line.start + match.index + match[0].trimEnd().length] };
  }
  return null;
}

/** Before "Số" on its line only the name of a body may stand, not the type of a cited document. */
function mayStandBefore(text: string): boolean {
  return !/\p{Ll}/u.test(text) && kindBefore(text, text.length, 0) === null;
}

type PlaceDate = { place: string | null; date: PartialDate; span: Span };

/** "Bình Lư, ngày … tháng 01 năm 2026" on a line of its own or behind the number. */
function findPlaceDate(lines: Line[]): PlaceDate | null {
  for (const [at, line] of lines.entries()) {
    if (line.row !== null || line.text.length > 200) continue;
    const next = lines[at + 1];
    const yearBelow = next && next.row === null && /năm\s*$/u.test(line.text) && /^\s*\d{4}\s*$/.test(next.text);
    const found = placeDateOf(line, yearBelow ? `${line.text} ${next.text}` : line.text);
    if (found) return found;
  }
  return null;
}

function placeDateOf(line: Line, text = line.text): PlaceDate | null {
  const numbered = NUMBER_LINE.exec(text);
  const from = numbered ? numbered.index + numbered[0].length : 0;
  const rest = text.slice(from);
  if (rest.length > 90) return null;
  for (const date of findDates(rest)) {
    if (date.form === 'day-month') continue;
    const before = rest
      .slice(0, date.span[0])
      .replace(/(?<![\s,.…_])[\s,.…_]+$/u, '')
      .trim();
    const after = rest.slice(date.span[1]).replace(/[\s.…_)\d]/g, '');
    const comma = rest.slice(0, date.span[0]).includes(',');
    if (after !== '' || before.length > 50 || /[:;()“"]/.test(before)) return null;
    if (before !== '' && (!/^\p{Lu}/u.test(before) || (!comma && date.form === 'month'))) return null;
    if (before === '' && numbered === null && !/^[\s.…_,]*ng/iu.test(rest)) return null;
    const start = line.start + from + (before === '' ? date.span[0] : rest.indexOf(before));
    return {
      place: before === '' ? null : before,
      date: { year: date.year, month: date.month, day: date.day },
      span: [start, line.start + from + date.span[1]],
    };
  }
  return null;
}

/** Some launch texts have place and date above the signature. */
function findClosingDate(doc: JoinedText, endLine: number): PlaceDate | null {
  const lines = doc.lines
    .slice(Math.max(0, endLine - 30), endLine)
    .filter((line) => line.text.length < 70 && line.label === null);
  return findPlaceDate(lines.filter((line) => /^\p{Lu}[^:;]{1,40},\s*ngày/u.test(line.text)));
}

/** "V/v …" under the number of an official letter. */
function findLetterSubject(lines: Line[], headEnd: number): { text: string; span: Span; nextLine: number } | null {
  for (let at = 0; at < headEnd; at++) {
    const line = lines[at];
    const match = line ? /(?:^|\s)(?=[Vv]\/v[:\s]|Về việc[:\s])/u.exec(line.text) : null;
    if (!line || !match) continue;
    const start = match.index + match[0].length;
    let end = line.end;
    let next = at + 1;
    while (next < headEnd && goesOnInSubject(lines[next])) {
      end = lines[next]?.end ?? end;
      next += 1;
    }
    const span: Span = [line.start + start, end];
    const text = lines
      .slice(at, next)
      .map((part, i) => (i === 0 ? part.text.slice(start) : part.text))
      .join(' ');
    return { text, span, nextLine: next };
  }
  return null;
}

function goesOnInSubject(line: Line | undefined): boolean {
  return line !== undefined && line.text.length < 80 && /^[\p{Ll}\d]/u.test(line.text) && !/^ngày/u.test(line.text);
}

function codeOfSymbol(symbol: string): string | null {
  const first = symbol.split(/[-/]/)[0] ?? '';
  return DOCUMENT_TYPES.some((type) => type.code === first) ? first : null;
}
