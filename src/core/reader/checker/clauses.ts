/** The clauses of a text: stretches between full stops, semicolons and line ends, with their numbers. */

import { type NumberToken, scanNumbers } from '../../text/numbers.ts';
import type { JoinedText } from '../blocks.ts';

export type Clause = {
  text: string;
  start: number;
  /** Number of the sentence it stands in; clauses of one sentence share it. */
  sentence: number;
  /** Numbers with places within the clause. */
  numbers: NumberToken[];
};

const [FULL_STOP, SEMICOLON] = [0x2e, 0x3b];

/** All clauses that hold a digit, in order. Table rows are left out: their columns are no sentences. */
export function clausesWithFigures(doc: JoinedText): Clause[] {
  const clauses: Clause[] = [];
  let sentence = 0;
  for (const line of doc.lines) {
    sentence += 1;
    if (line.row !== null || line.part !== 'body' || !/\d/.test(line.text)) continue;
    let from = line.bodyAt;
    for (let at = line.bodyAt; at <= line.text.length; at++) {
      const mark = at < line.text.length ? line.text.charCodeAt(at) : null;
      const stops =
        mark === null ||
        mark === SEMICOLON ||
        (mark === FULL_STOP && /^(?:$|[\s"”])/.test(line.text.slice(at + 1, at + 2)));
      if (!stops) continue;
      const text = line.text.slice(from, at);
      if (/\d/.test(text)) clauses.push({ text, start: line.start + from, sentence, numbers: scanNumbers(text) });
      if (mark === FULL_STOP) sentence += 1;
      from = at + 1;
    }
  }
  return clauses;
}

/** Value of a number for comparing within one clause; exact enough for percents and counts. */
export function amountOf(token: NumberToken): number {
  return Number(token.value);
}

/** Digits printed after the decimal comma: "94,4" has one, "16,90" two. */
export function printedDecimals(text: string, token: NumberToken): number {
  const printed = text.slice(token.start, token.end);
  const comma = Math.max(
    printed.lastIndexOf(','),
    token.ambiguous || !/\.\d{3}$/.test(printed) ? printed.lastIndexOf('.') : -1,
  );
  return comma < 0 ? 0 : printed.length - comma - 1;
}

/** A percent sign right behind the number. */
export function isPercent(text: string, token: NumberToken): boolean {
  return text[token.end] === '%' || text.startsWith(' %', token.end);
}

/** Back over the one or two words before a figure that belong to it: "đạt trên ". */
export function leadAt(text: string, at: number): number {
  const match = /(?:\p{L}{1,20} ){1,2}$/u.exec(text.slice(Math.max(0, at - 24), at));
  return match ? at - match[0].length : at;
}

/** The unit right behind a number, one word, with "nghìn", "triệu" or "tỷ" before it; empty without one. */
export function unitBehind(text: string, token: NumberToken): string {
  const match = /^\s?((?:nghìn |triệu |tỷ )?[\p{L}]+)/u.exec(text.slice(token.end, token.end + 24));
  return match?.[1] ?? '';
}

const FAR_BEFORE = 80;

/** What stands before a place, as far back as any rule looks. */
export function textBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - FAR_BEFORE), at);
}
