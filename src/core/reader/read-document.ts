/** From the blocks of a file to the reading: all stages in order. */

import { isoDate } from '../text/dates.ts';
import { findAnniversaries } from './anniversaries.ts';
import type { FileContent } from './blocks.ts';
import { bodyLinesOf } from './body.ts';
import { checkReading } from './checker/check.ts';
import { findCitations, type OwnNumber } from './citations.ts';
import { findCommendation } from './commendation.ts';
import { findDuties } from './duties.ts';
import { findHeader, type Header } from './header.ts';
import { findIssuer } from './issuer.ts';
import { joinContent } from './join.ts';
import { layoutOf } from './layout.ts';
import { findNamedMovements } from './named-movements.ts';
import { findOutline, headingsOf } from './outline.ts';
import { findPeriod } from './period.ts';
import type { Reading, ReadPeriod, RegistryEntry } from './reading.ts';
import { findRecipients } from './recipients.ts';
import { findReportDue } from './report-due.ts';
import { findSignature } from './signature.ts';
import { findStatements } from './statements.ts';
import { findTargets } from './targets.ts';
import { surroundingsOf } from './targets-context.ts';
import { findThemes } from './theme.ts';

/** What the caller knows of the file besides its content. */
export type AboutFile = {
  name: string;
  /** Lower-case hexadecimal SHA-256 of the bytes. */
  sha256: string;
  /** What other documents say of themselves and of those they cite; given, the cross-document rules are applied. */
  registry?: RegistryEntry[];
};

/** Reads a document. Never throws for what a document holds; what is not found is null or an empty list. */
export function readContent(content: FileContent, about: AboutFile): Reading {
  const doc = joinContent(content);
  const outline = findOutline(doc);
  const endLine = doc.parts[1]?.firstLine ?? doc.lines.length;
  const header = findHeader(doc, endLine);
  const body = bodyLinesOf(doc, header.bodyLine);
  const themes = findThemes(doc, outline, body);
  const year = yearOf(header.date?.year ?? null, header.title);
  const { recipients } = findRecipients(doc, header.bodyLine, endLine);
  const { lines: signed, authority, position, name } = findSignature(doc, header.bodyLine, endLine);
  const tail = recipients.map((recipient) => recipient.text).join('\n');
  const issuer = findIssuer({ ...header, doc, endLine, authority, tail });
  const surroundings = surroundingsOf(doc, outline);
  const { targets, results } = findTargets(doc, outline, surroundings);
  const own = { title: header.title, theme: themes.own?.text ?? null, themeSpans: themes.spans };
  const reading: Omit<Reading, 'findings'> = {
    source: sourceOf(content, about),
    text: doc.text,
    layout: layoutOf(doc),
    issuer,
    kindCode: header.kindCode,
    kindName: header.kindName,
    number: header.number,
    symbol: header.symbol,
    place: header.place,
    date: header.date,
    title: header.title,
    theme: own.theme,
    period: periodOf(findPeriod(doc, outline, { body, title: header.title, year })),
    outline: headingsOf(outline),
    reportDue: findReportDue(doc, body, year),
    citations: findCitations(doc, outline, ownNumberOf(header)),
    targets,
    results,
    statements: findStatements(doc, outline, targets, surroundings),
    movements: findNamedMovements(doc, body, { ...own, titleLines: header.titleLines }),
    duties: findDuties(doc, outline, { body, year, issuer: issuer?.name ?? null }),
    ...findCommendation(doc, outline, body),
    anniversaries: findAnniversaries(doc, [...header.titleLines, ...body]),
    recipients,
    signature: signed ? { authority, position, name } : null,
  };
  return { ...reading, findings: checkReading(doc, outline, reading, about.registry ?? []) };
}

function sourceOf(content: FileContent, about: AboutFile): Reading['source'] {
  return {
    name: about.name,
    format: content.format,
    pages: content.pages,
    sha256: about.sha256,
    encoding: content.encoding,
    ocr: content.ocr,
    registry: about.registry !== undefined,
  };
}

const periodOf = (found: ReadPeriod | null): ReadPeriod | null => found && { from: found.from, until: found.until };

function ownNumberOf({ number, symbol, date, numberSpan, bodyLine }: Header): OwnNumber {
  return { number, symbol, date: date ? isoDate(date.year, date.month, date.day) : null, span: numberSpan, bodyLine };
}

/** The year a document speaks of: "năm 2026" in its title, else the year of its date. */
function yearOf(dated: number | null, title: string | null): number | null {
  const named = title ? /năm (20\d\d)(?!\s?[-–])/iu.exec(title) : null;
  return named ? Number(named[1]) : dated;
}
