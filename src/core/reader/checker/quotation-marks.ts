/** CT-06: quotation marks. An opening one without its partner is an error; doubled single marks a warning. */

import type { Line } from '../blocks.ts';
import type { Finding, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';

const LONGEST_QUOTE = 60;
const MARK = /[“”"]/;

/** Unbalanced, doubled single and mixed quotation marks. */
export function checkQuotationMarks(context: CheckContext): Finding[] {
  const findings: Finding[] = [];
  const body = context.doc.lines.filter((line) => line.part === 'body');
  body.forEach((line, at) => {
    if (!MARK.test(line.text)) return;
    const bad = unbalanced(line, body[at - 1], body.slice(at + 1, at + 6));
    if (bad === null) return;
    const report = {
      rule: 'CT-06',
      span: bad.span,
      severity: 'error',
      message: context.text.quoteUnbalanced(bad.kind),
    } as const;
    findings.push(toFinding(context, report));
  });
  const doubled = doubledSingles(body, context.doc.text);
  if (doubled.length > 0)
    findings.push(
      toFinding(context, {
        rule: 'CT-06',
        span: doubled[0] ?? null,
        severity: 'warning',
        message: context.text.quoteDoubled(doubled.length),
      }),
    );
  const mixed = straightAmongCurly(body);
  if (mixed !== null)
    findings.push(
      toFinding(context, { rule: 'CT-06', span: mixed, severity: 'info', message: context.text.quoteMixed() }),
    );
  return findings;
}

type Unbalanced = { kind: 'open' | 'close' | 'straight'; span: Span };

function unbalanced(line: Line, before: Line | undefined, after: Line[]): Unbalanced | null {
  const { text, start } = line;
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '“') {
      if (open >= 0 && !nested(text, open, i)) return { kind: 'open', span: opening(text, open, start) };
      if (open < 0) open = i;
    } else if (text[i] === '”') {
      // A mark typed the wrong way round at the start of a word opens.
      if (open < 0 && opensHere(text, i)) open = i;
      else if (open < 0) return spansLines(before) ? null : { kind: 'close', span: closing(text, i, start) };
      else open = -1;
    }
  }
  if (open >= 0) return closedLater(after) ? null : { kind: 'open', span: opening(text, open, start) };
  return straight(text, start);
}

function opensHere(text: string, at: number): boolean {
  return (at === 0 || /[\s(]/.test(text[at - 1] ?? ' ')) && /\p{L}/u.test(text[at + 1] ?? '');
}

/** A quotation inside a quotation: both close before the line ends. */
function nested(text: string, first: number, second: number): boolean {
  let depth = 0;
  for (let i = first; i < text.length; i++) {
    if (text[i] === '“') depth += 1;
    else if (text[i] === '”') depth -= 1;
    if (depth === 0) return i > second && text.indexOf('”', second) < i;
  }
  return false;
}

/** The quotation began on a line before: verses, a saying over several paragraphs. */
function spansLines(before: Line | undefined): boolean {
  return before !== undefined && before.text.lastIndexOf('“') > before.text.lastIndexOf('”');
}

function closedLater(after: Line[]): boolean {
  for (const { text } of after) {
    const close = text.indexOf('”');
    const open = text.indexOf('“');
    if (close >= 0) return open < 0 || close < open;
    if (open >= 0) return false;
  }
  return false;
}

function straight(text: string, start: number): Unbalanced | null {
  // Straight marks mixed with curly ones may close each other.
  if (text.includes('“') || text.includes('”')) return null;
  let count = 0;
  let measures = 0;
  let last = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '"') continue;
    count += 1;
    // 5" may be a measure, and 2026" the end of a quotation.
    if (/\d/.test(text[i - 1] ?? '')) measures += 1;
    last = i;
  }
  if (count % 2 === 0 || (measures > 0 && (count - measures) % 2 === 0)) return null;
  return { kind: 'straight', span: opening(text, last, start) };
}

function opening(text: string, at: number, start: number): Span {
  let end = Math.min(text.length, at + LONGEST_QUOTE);
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), at + 1);
  return [start + at, start + end];
}

function closing(text: string, at: number, start: number): Span {
  let from = Math.max(0, at - LONGEST_QUOTE);
  if (from > 0) from = Math.min(text.indexOf(' ', from) + 1, at);
  return [start + from, start + at + 1];
}

/** ‘‘…’’ for “…”. `whole` is the text of all lines. */
function doubledSingles(lines: Line[], whole: string): Span[] {
  const pairs = ['‘‘', "''", '``', '’’'].filter((pair) => whole.includes(pair));
  const found: Span[] = [];
  for (const { text, start } of pairs.length > 0 ? lines : [])
    for (const pair of pairs) {
      const at = text.indexOf(pair);
      if (at < 0) continue;
      if (pair === '’’' && found.length > 0) continue;
      found.push(pair === '’’' ? closing(text, at + 1, start) : opening(text, at, start));
    }
  return found;
}

function straightAmongCurly(lines: Line[]): Span | null {
  if (!lines.some(({ text }) => text.includes('“'))) return null;
  for (const { text, start } of lines) {
    const at = text.indexOf('"');
    if (at >= 0 && !/\d/.test(text[at - 1] ?? '')) return opening(text, at, start);
  }
  return null;
}
