/** CT-08: hyphens, dashes and blanks. All of it is only noted. */

import type { Finding, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { placeFinder } from './places.ts';

/** Dashes where the document has hyphens, blanks on one side only, blanks inside dates, year ranges in two ways. */
export function checkHyphens(context: CheckContext): Finding[] {
  // Lines that were joined may have made a blank.
  const wrapped = placeFinder(context.doc.mended.map(({ span }) => span));
  return [
    ...longDashes(context),
    ...oneSided(context, wrapped),
    ...tightCompounds(context),
    ...splitDates(context, wrapped),
    ...yearRanges(context, wrapped),
  ];
}

const DASH_PHRASES_AT_MOST = 3;

/** "quốc phòng – an ninh" with a long dash between words. */
function longDashes(context: CheckContext): Finding[] {
  const { words, doc } = context;
  const places: Span[] = [];
  words.forEach((word, at) => {
    if (word.gap === ' ' || !/^ ?[–—] ?$/.test(word.gap)) return;
    const before = words[at - 1];
    if (!before || before.line !== word.line || doc.lines[word.line]?.row !== null) return;
    const from =
      words[at - 2]?.line === word.line && before.gap === ' ' ? (words[at - 2]?.start ?? before.start) : before.start;
    const next = words[at + 1];
    places.push([from, next && next.line === word.line && next.gap === ' ' ? next.end : word.end]);
  });
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const span of places) {
    const quote = doc.text.slice(span[0], span[1]);
    if (seen.has(quote.toLowerCase()) || findings.length >= DASH_PHRASES_AT_MOST) continue;
    seen.add(quote.toLowerCase());
    const right = quote.replace(/ ?[–—] ?/g, ' - ');
    findings.push(
      toFinding(context, { rule: 'CT-08', span, message: context.text.longDash(places.length), suggestion: right }),
    );
  }
  return findings;
}

/** "kinh tế- xã hội", "2021- 2025": a blank on one side. */
function oneSided(context: CheckContext, wrapped: (place: number) => boolean): Finding[] {
  const { doc } = context;
  const places: Span[] = [];
  for (const match of doc.text.matchAll(/(?:- | -)(?=[\p{L}\d])/gu)) {
    const before = doc.text[match.index - 1] ?? '';
    const after = doc.text[match.index + match[0].length] ?? '';
    if (!/[\p{L}\d]/u.test(before) || wrapped(match.index)) continue;
    if (/\d/.test(before) !== /\d/.test(after)) continue;
    places.push([tokenStart(doc.text, match.index - 1), tokenEnd(doc.text, match.index + match[0].length)]);
  }
  const first = places[0];
  if (!first) return [];
  const quote = doc.text.slice(first[0], first[1]);
  const right = quote.replace(/ ?- ?/g, ' - ');
  return [
    toFinding(context, {
      rule: 'CT-08',
      span: first,
      message: context.text.oneSided(places.length),
      suggestion: right,
    }),
  ];
}

function tokenStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && !/[\s(]/.test(text[from - 1] ?? ' ')) from -= 1;
  return from;
}

function tokenEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && !/[\s);,.]/.test(text[to] ?? ' ')) to += 1;
  return to;
}

/** Joined words that official usage writes apart. */
const COMPOUNDS = [
  ['kinh tế', 'xã hội'],
  ['quốc phòng', 'an ninh'],
  ['văn hóa', 'xã hội'],
  ['chính trị', 'xã hội'],
  ['thi đua', 'khen thưởng'],
] as const;

/** "kinh tế-xã hội" glued where official usage has blanks: the first place of the first that is. */
function tightCompounds(context: CheckContext): Finding[] {
  const { text } = context.doc;
  const found = new Map<number, Span>();
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    if (text[at - 1] === ' ' || text[at + 1] === ' ') continue;
    COMPOUNDS.forEach(([left, right], which) => {
      const span: Span = [Math.max(0, at - left.length), at + 1 + right.length];
      if (!found.has(which) && text.slice(...span).toLowerCase() === `${left}-${right}`) found.set(which, span);
    });
  }
  const span = found.get(Math.min(...found.keys()));
  if (!span) return [];
  const right = text.slice(...span).replace('-', ' - ');
  return [toFinding(context, { rule: 'CT-08', span, message: context.text.tightHyphen(), suggestion: right })];
}

/** "07/4/ 2014", "15 /10/2024". */
function splitDates(context: CheckContext, wrapped: (place: number) => boolean): Finding[] {
  const { text } = context.doc;
  const places: Span[] = [];
  for (const match of text.matchAll(
    /\b\d{1,2}(?: \/ ?|\/ )\d{1,2} ?\/ ?\d{4}\b|\b\d{1,2}\/\d{1,2}(?: \/ ?|\/ )\d{4}\b/g,
  )) {
    if (!wrapped(match.index)) places.push([match.index, match.index + match[0].length]);
  }
  const first = places[0];
  if (!first) return [];
  const right = text.slice(first[0], first[1]).replace(/ /g, '');
  return [
    toFinding(context, {
      rule: 'CT-08',
      span: first,
      message: context.text.splitDate(places.length),
      suggestion: right,
    }),
  ];
}

/** "2026-2031" beside "2023 - 2030". */
function yearRanges(context: CheckContext, wrapped: (place: number) => boolean): Finding[] {
  const { text } = context.doc;
  const tight: Span[] = [];
  const loose: Span[] = [];
  for (const match of text.matchAll(/\b(?:19|20)\d\d( - | – |-|–)(?:19|20)\d\d\b/g)) {
    if (wrapped(match.index) && match[1] !== '-' && match[1] !== ' - ') continue;
    (match[1]?.startsWith(' ') ? loose : tight).push([match.index, match.index + match[0].length]);
  }
  if (tight.length === 0 || loose.length === 0) return [];
  const rare = tight.length <= loose.length ? tight : loose;
  const span = rare[0] ?? null;
  const message = context.text.yearRanges(tight.length, loose.length);
  return [toFinding(context, { rule: 'CT-08', span, message })];
}
