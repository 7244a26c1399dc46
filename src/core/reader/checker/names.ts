/** TC: names of organisations and movements, recipients against duties, abbreviations, themes. */

import { OFFICIAL_MOVEMENTS } from '../../law/official-movements.ts';
import { foldedWords, wordsHeld } from '../../text/search.ts';
import { findQuotations, trimmedSpan } from '../quotations.ts';
import type { Finding, Severity, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { ABBREVIATIONS, ORGANISATION_SLIPS } from './data/organisation-names.ts';
import { compareName } from './movement-names.ts';
import { findPhrases, phraseTable } from './phrases.ts';
import { uncoveredDuties } from './recipients-cover.ts';
import { follows, type Word, wordsWhere } from './words.ts';

/** All rules about names. */
export function checkNames(context: CheckContext): Finding[] {
  return [
    ...checkOrganisations(context),
    ...checkFront(context),
    ...uncoveredDuties(context),
    ...checkMovements(context),
    ...checkAbbreviations(context),
    ...checkThemes(context),
  ];
}

type Slip = { right: string; severity: Severity; from: string | null };
const SLIPS = phraseTable<Slip>(ORGANISATION_SLIPS.map(({ wrong, ...slip }) => [wrong, slip] as const));

function checkOrganisations(context: CheckContext): Finding[] {
  const { words, reading, text } = context;
  const groups = new Map<string, { span: Span; slip: Slip; count: number }>();
  const year = reading.date?.year ?? null;
  for (const { value, at, length } of findPhrases(context, SLIPS)) {
    const [first, last] = [words[at], words[at + length - 1]];
    if (!first || !last || first.form.casing === 'lower') continue;
    if (value.from !== null && (year === null || String(year) < value.from)) continue;
    const group = groups.get(value.right);
    if (group) group.count += 1;
    else groups.set(value.right, { span: [first.start, last.end], slip: value, count: 1 });
  }
  return [...groups.values()].map(({ span, slip, count }) =>
    toFinding(context, {
      rule: 'TC-01',
      span,
      severity: slip.severity,
      message: text.organisation(context.doc.text.slice(span[0], span[1]), slip.right, count),
      suggestion: slip.right,
    }),
  );
}

const LEVELS = new Set(['tỉnh', 'xã', 'phường', 'huyện', 'thành', 'các', 'cấp', 'tp', 'quận', 'thị', 'đặc']);

/** "Ủy ban Mặt trận Tổ quốc tỉnh" without "Việt Nam"; "và các thành viên" for "và các tổ chức thành viên". */
function checkFront(context: CheckContext): Finding[] {
  const { words, text } = context;
  const findings: Finding[] = [];
  wordsWhere(context.forms, ({ folded }) => folded === 'mat').forEach((at) => {
    const word = words[at];
    if (!word || !phraseAt(words, at, ['mat', 'tran', 'to', 'quoc'])) return;
    const named = phraseAt(words, at + 4, ['viet', 'nam']) && follows(words[at + 4]);
    const behind = at + (named ? 6 : 4);
    const next = words[behind];
    const last = words[behind - 1];
    if (!last) return;
    const committee = phraseAt(words, at - 2, ['uy', 'ban']) && follows(word);
    if (committee && !named && next && follows(next) && next.line === word.line && LEVELS.has(next.form.canon)) {
      const start = words[at - 2]?.start ?? word.start;
      const right = `Ủy ban Mặt trận Tổ quốc Việt Nam ${next.text}`;
      findings.push(
        toFinding(context, { rule: 'TC-01', span: [start, next.end], message: text.frontName(), suggestion: right }),
      );
    }
    const and = memberPhrase(words, behind);
    if (and !== null)
      findings.push(
        toFinding(context, {
          rule: 'TC-01',
          span: [word.start, and],
          message: text.frontMembers(),
          suggestion: 'và các tổ chức thành viên',
        }),
      );
  });
  return findings;
}

function phraseAt(words: Word[], at: number, folded: readonly string[]): boolean {
  return at >= 0 && folded.every((one, i) => words[at + i]?.form.folded === one && (i === 0 || follows(words[at + i])));
}

/** "[tỉnh] và các thành viên" right behind the name; answers where it ends. */
function memberPhrase(words: Word[], at: number): number | null {
  for (let i = at; i <= at + 2; i++) {
    if (!follows(words[i])) return null;
    if (phraseAt(words, i, ['va', 'cac', 'thanh', 'vien'])) return words[i + 3]?.end ?? null;
  }
  return null;
}

const QUOTED = /[“"‘«„]/;

/** TC-03: what stands in quotation marks and is nearly the name of a national movement. */
function checkMovements(context: CheckContext): Finding[] {
  const { doc, text, reading } = context;
  const places = new Map<string, Span>();
  for (const line of doc.lines) {
    if (!QUOTED.test(line.text)) continue;
    for (const { inner } of findQuotations(line.text)) {
      const span = trimmedSpan(line.text, inner);
      places.set(line.text.slice(...span), [line.start + span[0], line.start + span[1]]);
    }
  }
  for (const movement of reading.movements) if (!places.has(movement.name)) places.set(movement.name, movement.span);
  const findings: Finding[] = [];
  for (const [name, span] of places) {
    if (name.length > 220 || (reading.theme !== null && wordsHeld(name, reading.theme) > 0.9)) continue;
    const verdict = nearest(name);
    if (!verdict) continue;
    const message = text.movementName(verdict.kind, verdict.official);
    findings.push(
      toFinding(context, {
        rule: 'TC-03',
        severity: verdict.severity,
        span,
        message,
        suggestion: `“${verdict.official}”`,
      }),
    );
  }
  return findings;
}

function nearest(name: string): { official: string; kind: 'words' | 'marks' | 'short'; severity: Severity } | null {
  for (const movement of OFFICIAL_MOVEMENTS) {
    const wordings = [movement.name, ...(movement.equally ?? [])];
    if (wordings.some((wording) => compareName(name, wording) === 'same')) return null;
  }
  for (const movement of OFFICIAL_MOVEMENTS) {
    const kind = compareName(name, movement.name);
    if (kind === null || kind === 'same') continue;
    const severity: Severity = kind === 'words' || kind === 'cut' ? 'warning' : 'info';
    return { official: movement.name, kind: kind === 'cut' ? 'short' : kind, severity };
  }
  return null;
}

/** TC-04: one body abbreviated in two ways. */
function checkAbbreviations(context: CheckContext): Finding[] {
  const { doc, text } = context;
  const findings: Finding[] = [];
  for (const { usual, others } of ABBREVIATIONS) {
    const counted = others
      .map((form) => ({ form, places: placesOf(doc.text, form) }))
      .filter(({ places }) => places.length > 0);
    const usualCount = placesOf(doc.text, usual).length;
    for (const { form, places } of counted) {
      const at = places[0];
      if (at === undefined || (usualCount === 0 && counted.length < 2 && !form.includes('-'))) continue;
      const message = text.abbreviation(form, usual, places.length);
      findings.push(toFinding(context, { rule: 'TC-04', span: [at, at + form.length], message, suggestion: usual }));
    }
  }
  return findings;
}

function placesOf(text: string, form: string): number[] {
  const places: number[] = [];
  let at = text.indexOf(form);
  while (at >= 0) {
    const edges = !/[\p{L}\d]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\d]/u.test(text[at + form.length] ?? ' ');
    if (edges) places.push(at);
    at = text.indexOf(form, at + form.length);
  }
  return places;
}

/** TC-05: the theme quoted a second time in other words. */
function checkThemes(context: CheckContext): Finding[] {
  const { reading, doc, text } = context;
  const { theme } = reading;
  if (theme === null || theme.length < 30) return [];
  const wanted = foldedWords(theme).join(' ');
  for (const line of doc.lines)
    for (const { inner, closed } of QUOTED.test(line.text) ? findQuotations(line.text) : []) {
      const quote = line.text.slice(...inner);
      const words = foldedWords(quote).join(' ');
      if (!closed || words === wanted || wanted.includes(words) || words.includes(wanted)) continue;
      if (wordsHeld(quote, theme) < 0.8 || wordsHeld(theme, quote) < 0.8) continue;
      const span: Span = [line.start + inner[0], line.start + inner[1]];
      return [toFinding(context, { rule: 'TC-05', span, message: text.themeDiffers(), suggestion: theme })];
    }
  return [];
}
