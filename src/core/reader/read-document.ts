/** From the blocks of a file to the reading: all stages in order. */

import { isoDate } from '../text/dates.ts';
import { findAnniversaries } from './anniversaries.ts';
import type { FileContent } from './blocks.ts';
import { bodyLinesOf } from './body.ts';
import { checkReading } from './checker/check.ts';
import { findCitations } from './citations.ts';
import { findCommendation } from './commendation.ts';
import { findDuties } from './duties.ts';
import { findHeader } from './header.ts';
import { findIssuer } from './issuer.ts';
import { joinContent } from './join.ts';
import { layoutOf } from './layout.ts';
import { findNamedMovements } from './named-movements.ts';
import { findOutline, headingsOf } from './outline.ts';
import { findPeriod } from './period.ts';
import type { Reading, RegistryEntry } from './reading.ts';
import { findRecipients } from './recipients.ts';
import { findReportDue } from './report-due.ts';
import { findSignature } from './signature.ts';
import { findStatements } from './statements.ts';
import { findTargets } from './targets.ts';
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
  const { recipients } = findRecipients(doc, header.bodyLine, endLine);
  const signature = findSignature(doc, header.bodyLine, endLine);
  const body = bodyLinesOf(doc, header.bodyLine);
  const themes = findThemes(doc, outline, body);
  const issuer = findIssuer({
    doc,
    headLines: header.headLines,
    bodyLine: header.bodyLine,
    endLine,
    place: header.place,
    authority: signature.authority,
    tail: recipients.map((recipient) => recipient.text).join('\n'),
    symbol: header.symbol,
  });
  const year = yearOf(header.date?.year ?? null, header.title);
  const found = findPeriod(doc, outline, { body, title: header.title, year });
  const period = found ? { from: found.from, until: found.until } : null;
  const { targets, results } = findTargets(doc, outline);
  const { criteria, commendation } = findCommendation(doc, outline, body);
  const reading: Omit<Reading, 'findings'> = {
    source: {
      name: about.name,
      format: content.format,
      pages: content.pages,
      sha256: about.sha256,
      encoding: content.encoding,
      ocr: content.ocr,
      registry: about.registry !== undefined,
    },
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
    theme: themes.own?.text ?? null,
    period,
    outline: headingsOf(outline),
    reportDue: findReportDue(doc, body, year),
    citations: findCitations(doc, outline, {
      number: header.number,
      symbol: header.symbol,
      date: header.date ? isoDate(header.date.year, header.date.month, header.date.day) : null,
      span: header.numberSpan,
      bodyLine: header.bodyLine,
    }),
    targets,
    results,
    statements: findStatements(doc, outline, targets),
    movements: findNamedMovements(doc, body, {
      title: header.title,
      theme: themes.own?.text ?? null,
      themeSpans: themes.spans,
      titleLines: header.titleLines,
    }),
    duties: findDuties(doc, outline, {
      body,
      year,
      issuer: issuer?.name ?? null,
    }),
    criteria,
    commendation,
    anniversaries: findAnniversaries(doc, [...header.titleLines, ...body]),
    recipients,
    signature: signature.lines
      ? { authority: signature.authority, position: signature.position, name: signature.name }
      : null,
  };
  return { ...reading, findings: checkReading(doc, outline, reading, about.registry ?? []) };
}

/** The year a document speaks of: "năm 2026" in its title, else the year of its date. */
function yearOf(dated: number | null, title: string | null): number | null {
  const named = title ? /năm (20\d\d)(?!\s?[-–])/iu.exec(title) : null;
  return named ? Number(named[1]) : dated;
}
