/** The lines that say something: of all parts, without heads, recipients and signatures. */

import type { JoinedText } from './blocks.ts';
import { findRecipients } from './recipients.ts';

/** Indices of the body lines in reading order. `bodyLine` is the first one after the head of the main document. */
export function bodyLinesOf(doc: JoinedText, bodyLine: number): number[] {
  const lines: number[] = [];
  doc.parts.forEach((part, i) => {
    const end = doc.parts[i + 1]?.firstLine ?? doc.lines.length;
    const first = i === 0 ? bodyLine : part.firstLine;
    const tail = findRecipients(doc, first, end).firstLine ?? end;
    for (let at = first; at < end; at++) {
      const line = doc.lines[at];
      if (line && (at < tail || line.part === 'footnote' || line.part === 'textbox')) lines.push(at);
    }
  });
  return lines;
}
