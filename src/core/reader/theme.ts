/** The theme (chủ đề) of this movement, told from the themes of congresses and of others' movements. */

import type { JoinedText } from './blocks.ts';
import type { Outline } from './outline.ts';
import { findQuotations, trimmedSpan } from './quotations.ts';
import type { Span } from './reading.ts';

export type ThemeFound = { text: string; span: Span; confidence: number };
export type Themes = {
  own: ThemeFound | null /** Places of quotations that are themes, own or of others. */;
  spans: Span[];
};

const MARKER =
  /(?:voi|lay|theo|co|mang) (?:ten )?chu de(?: (?:la|thi dua|phong trao|xuyen suot|hanh dong|nam 20\d\d|cua nam|cong tac nam 20\d\d)){0,3}|chu de(?: (?:phong trao|thi dua|cua|dot|nam 20\d\d|la|yeu nuoc|phong trao thi dua|hanh dong)){0,4}\s?:|chu de(?: cua)?(?: phong trao| thi dua| nam 20\d\d){0,2} la\b|^chu de/g;
/** Whose theme it is, judged by what is named last before it. */
const OWN =
  /phat dong(?: dot| phong trao)? thi dua|phat dong phong trao|phong trao thi dua|dot thi dua|ke hoach nay|chi thi nay|to chuc phong trao/g;
const OTHERS =
  /dai hoi|hoi nghi|hoi thi|hoi thao|tuan le|thang (?:thanh nien|cong nhan|hanh dong)|le (?:ky niem|hoi|ra quan)|do (?:thu tuong|chinh phu|trung uong|bo |chu tich nuoc|tinh|uy ban nhan dan tinh|ubnd tinh|mat tran)|cua (?:thu tuong|chinh phu|trung uong)|nam chu de|chuyen de nam|hoc tap va lam theo/g;

/** Finds the own theme and the places of all quotations that are themes. */
export function findThemes(doc: JoinedText, outline: Outline, body: readonly number[]): Themes {
  let theme: ThemeFound | null = null;
  const spans: Span[] = [];
  for (const at of body) {
    const line = doc.lines[at];
    if (line?.part !== 'body') continue;
    const folded = line.folded;
    const own = outline.entries[outline.entryOfLine[at] ?? -1];
    if (own?.titled && own.line < at && isThemeHeading(own.folded)) {
      const found = wholeLine(doc, at);
      if (found) {
        spans.push(found.span);
        theme ??= found;
      }
      continue;
    }
    if (!folded.includes('chu de')) continue;
    for (const match of folded.matchAll(MARKER)) {
      const found = afterMarker(doc, at, match.index + match[0].length);
      if (!found) continue;
      spans.push(found.span);
      if (theme === null && isOwn(folded, match.index)) theme = found;
    }
  }
  return { own: theme, spans };
}

/** A theme with its marks, and the words between the marker and it. */
const LONGEST_THEME = 720;

function isThemeHeading(heading: string): boolean {
  if (!heading.includes('chu de')) return false;
  const words = heading.replace(/[^a-z0-9 ]/g, ' ').trim();
  return /^(?:ten )?chu de(?:\s|$)/.test(words) && words.length < 80;
}

function wholeLine(doc: JoinedText, at: number): ThemeFound | null {
  const line = doc.lines[at];
  if (!line) return null;
  const quoted = findQuotations(line.text)[0];
  const span: Span = quoted ? quoted.inner : [line.bodyAt, line.text.length];
  return themeFrom(doc, [line.start + span[0], line.start + span[1]], quoted ? 0.95 : 0.7);
}

/** The quotation right after the marker, or what follows a colon to the end of the sentence. */
function afterMarker(doc: JoinedText, at: number, from: number): ThemeFound | null {
  const line = doc.lines[at];
  if (!line) return null;
  const quoted = findQuotations(line.text, from, Math.min(line.text.length, from + LONGEST_THEME))[0];
  if (quoted && quoted.outer[0] - from <= 40 && !/[.;]/.test(line.text.slice(from, quoted.outer[0])))
    return themeFrom(doc, [line.start + quoted.inner[0], line.start + quoted.inner[1]], 0.9);
  const colon = /^[^.;“"]{0,20}:\s/u.exec(line.text.slice(Math.max(0, from - 2), from + 30));
  if (!colon && line.text[from - 1] !== ':') return null;
  const start = line.text.indexOf(':', from - 2) + 1;
  const stop = /[;]|\.\s|\.$|, (?:trong đó|với|tập trung)/u.exec(line.text.slice(start, start + LONGEST_THEME));
  const end = stop ? start + stop.index : Math.min(line.text.length, start + LONGEST_THEME);
  if (end - start < 8) {
    const next = doc.lines[at + 1];
    return next && end >= line.text.length - 1 && next.label === null ? wholeLine(doc, at + 1) : null;
  }
  return themeFrom(doc, [line.start + start, line.start + end], 0.6);
}

function themeFrom(doc: JoinedText, span: Span, confidence: number): ThemeFound | null {
  const trimmed = trimmedSpan(doc.text, span);
  const text = doc.text.slice(trimmed[0], trimmed[1]);
  return text.length < 6 ? null : { text, span: trimmed, confidence };
}

function lastEnd(pattern: RegExp, text: string): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

function isOwn(folded: string, marker: number): boolean {
  const before = folded.slice(Math.max(0, marker - 220), marker);
  const sentence = before.slice(before.lastIndexOf('. ') + 1);
  const own = lastEnd(OWN, sentence);
  const others = lastEnd(OTHERS, sentence);
  // At the start of a line or sentence the theme is the document's own.
  return others < 0 ? true : own > others;
}
