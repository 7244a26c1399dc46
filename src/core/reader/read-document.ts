/** From the blocks of a file to the reading: all stages in order. */

import type { FileContent } from './blocks.ts';
import { joinContent } from './join.ts';
import { findOutline, headingsOf } from './outline.ts';
import type { Reading, RegistryEntry } from './reading.ts';

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
    issuer: null,
    kindCode: null,
    kindName: null,
    number: null,
    symbol: null,
    place: null,
    date: null,
    title: null,
    theme: null,
    period: null,
    outline: headingsOf(outline),
    reportDue: [],
    citations: [],
    targets: [],
    results: [],
    statements: [],
    movements: [],
    duties: [],
    criteria: [],
    commendation: [],
    anniversaries: [],
    recipients: [],
    signature: null,
  };
  return { ...reading, findings: [] };
}
