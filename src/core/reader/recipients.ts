/** The recipients ("Nơi nhận"), one a line, without dash and end mark. */

import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import type { Recipient } from './reading.ts';
import { isPersonName } from './signature.ts';
import { isUpper } from './wrapping.ts';

export type RecipientsFound = {
  recipients: Recipient[] /** Line of "Nơi nhận", or null without one. */;
  firstLine: number | null;
};

const START = /^nơi nhận\s?[:.]?\s*/iu;
const MAX_LINES = 80;

/** Finds the list of recipients of the main document. */
export function findRecipients(doc: JoinedText, fromLine: number, endLine: number): RecipientsFound {
  for (let at = endLine - 1; at >= fromLine; at--) {
    const line = doc.lines[at];
    if (!line || line.row !== null) continue;
    const start = START.exec(line.text);
    if (!start || /^nơi nhận (?:hồ sơ|kết quả|đơn)/iu.test(line.text)) continue;
    return { recipients: readList(doc, at, start[0].length, endLine), firstLine: at };
  }
  return { recipients: [], firstLine: null };
}

function readList(doc: JoinedText, at: number, restAt: number, endLine: number): Recipient[] {
  const found: Recipient[] = [];
  let kept = false;
  for (let i = at; i < Math.min(endLine, at + MAX_LINES); i++) {
    const line = doc.lines[i];
    if (!line || line.part === 'footnote' || line.part === 'comment') break;
    const from = i === at ? restAt : 0;
    const rest = line.text.slice(from);
    if (rest === '') continue;
    if (i > at && isSignature(line, kept)) {
      // The signature may stand before the list or beside it; the list goes on only with dashes.
      if (kept) break;
      continue;
    }
    const dashed = /^[-–—+•*]/.test(rest);
    if (i > at && !dashed && line.label !== null) break;
    if (kept && !dashed) break;
    const before = found.at(-1);
    const previous = doc.lines[i - 1];
    if (i > at && !dashed && before && previous && /^\p{Ll}/u.test(rest) && !/[;.]$/.test(previous.text)) {
      extend(doc, before, line.start + endOf(rest));
      continue;
    }
    for (const [start, end] of entriesOf(rest)) add(doc, found, line.start + from + start, line.start + from + end);
    kept = kept || found.some((recipient) => /^lưu/iu.test(recipient.text));
  }
  return found;
}

/** Entries of one line: "- A; - B; - Lưu: VT." holds three. */
function entriesOf(text: string): [number, number][] {
  const entries: [number, number][] = [];
  const beside = /;\s+(?=\p{Lu}[\p{Lu}\s.,/-]{4,60}$)/u.exec(text);
  const limit = beside && !isRecipientInCapitals(text.slice(beside.index)) ? beside.index + 1 : text.length;
  let start = 0;
  for (let i = 0; i < limit; i++) {
    if (text[i] === ';' && /^;\s?[-–+]\s/.test(text.slice(i, i + 4))) {
      entries.push([start, i + 1]);
      start = i + 1;
    }
  }
  entries.push([start, limit]);
  return entries;
}

const isRecipientInCapitals = (text: string): boolean =>
  /^;\s(?:[-–]\s|HĐND|UBND|MTTQ)/u.test(text) && !/TM\.|KT\.|CHỦ TỊCH/u.test(text);

function add(doc: JoinedText, found: Recipient[], from: number, to: number): void {
  let start = from;
  while (start < to && /[\s\-–—+•*]/.test(doc.text[start] ?? '')) start += 1;
  const end = start + endOf(doc.text.slice(start, to));
  const text = doc.text.slice(start, end);
  if (text.length < 2 || !/\p{L}/u.test(text)) return;
  found.push({ text, quote: text, span: [start, end], confidence: 0.95 });
}

function extend(doc: JoinedText, recipient: Recipient, end: number): void {
  recipient.span = [recipient.span[0], end];
  recipient.quote = doc.text.slice(recipient.span[0], end);
  recipient.text = recipient.quote.replaceAll('\n', ' ');
}

/** Length without the end mark; a full stop within "TT." belongs to the text. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s;,.]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

function isSignature(line: Line, kept: boolean): boolean {
  const text = line.text;
  if (/^[-–+•*]/.test(text)) return false;
  if (/^(?:(?:TM|KT|TL|TUQ|Q)\s?[./]|(?:T\/M|K\/T|T\/L)[.\s])/u.test(text)) return true;
  if (isUpper(text) && !/;$/.test(text)) return true;
  return /^\(?(?:da ky|ky ten)/.test(fold(text)) || (kept && isPersonName(text));
}
