/** BC: numbering, heading levels, expected parts, repeated content, places mended while reading. */

import { fold, foldedWords } from '../../text/search.ts';
import type { MissingPart } from '../../text/vi/checker.ts';
import { POINT_LETTERS } from '../label.ts';
import type { OutlineEntry } from '../outline.ts';
import type { Finding, Severity, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';

/** All rules about the build of the document. */
export function checkStructure(context: CheckContext): Finding[] {
  return [
    ...checkNumbering(context),
    ...checkHeadingLevels(context),
    ...checkExpectedParts(context),
    ...checkRepeatedContent(context),
    ...checkMended(context),
  ];
}

const ORDERED = new Set(['part', 'chapter', 'division', 'article', 'roman', 'number', 'decimal', 'numeral', 'letter']);

type Run = { lasts: number[]; previous: OutlineEntry | null };

/** BC-01: a letter or number left out, doubled or out of order. Lists of one kind may stand inside each other. */
function checkNumbering(context: CheckContext): Finding[] {
  const { outline, doc } = context;
  const runs = new Map<string, Run>();
  const lastOfKind = new Map<string, number>();
  const findings: Finding[] = [];
  let part = 0;
  for (const entry of outline.entries) {
    while ((doc.parts[part + 1]?.firstLine ?? Number.MAX_SAFE_INTEGER) <= entry.line) part += 1;
    if (!ORDERED.has(entry.kind) || doc.lines[entry.line]?.row !== null) continue;
    // Articles run on through the chapters.
    const parent = entry.kind === 'article' ? 'all' : entry.parent;
    const key = `${part} ${parent} ${entry.kind} ${prefixOf(entry)}`;
    const kindKey = `${part} ${entry.kind} ${prefixOf(entry)}`;
    const run = runs.get(key) ?? { lasts: [], previous: null };
    runs.set(key, run);
    const fault = step(run, entry, lastOfKind.get(kindKey) ?? null);
    if (entry.ordinal !== null) lastOfKind.set(kindKey, entry.ordinal);
    if (fault && !explained(context, entry, fault)) {
      const message = context.text.numbering(entry.label ?? '', fault.expected);
      findings.push(
        toFinding(context, { rule: 'BC-01', span: shortLine(context, entry), message, suggestion: fault.expected }),
      );
    }
    run.previous = entry;
  }
  return findings;
}

/** "1.2." counts within "1.". */
function prefixOf(entry: OutlineEntry): string {
  if (entry.kind !== 'decimal') return '';
  return (entry.label ?? '').replace(/\.$/, '').split('.').slice(0, -1).join('.');
}

type Fault = { expected: string; first: boolean };

/** Lists of one kind inside each other; more are lists after each other. */
const NESTED_AT_MOST = 6;

/** Takes one label into the run; answers what should have stood there when it does not fit. */
function step(run: Run, entry: OutlineEntry, lastElsewhere: number | null): Fault | null {
  const { ordinal } = entry;
  if (ordinal === null) {
    const last = run.lasts.at(-1);
    if (last === undefined) return null;
    run.lasts[run.lasts.length - 1] = last + 1;
    return { expected: labelFor(entry, last + 1), first: false };
  }
  if (ordinal > 60) return null;
  for (let depth = run.lasts.length - 1; depth >= 0; depth--)
    if ((run.lasts[depth] ?? 0) + 1 === ordinal) {
      run.lasts.length = depth + 1;
      run.lasts[depth] = ordinal;
      return null;
    }
  if (ordinal === 1) {
    if (run.lasts.length >= NESTED_AT_MOST) run.lasts.shift();
    run.lasts.push(1);
    return null;
  }
  const last = run.lasts.at(-1);
  if (last === undefined) {
    run.lasts.push(ordinal);
    // Counting may go on from the section before.
    if (lastElsewhere !== null && lastElsewhere + 1 === ordinal) return null;
    return ordinal === 2 ? { expected: labelFor(entry, 1), first: true } : null;
  }
  run.lasts[run.lasts.length - 1] = ordinal;
  return { expected: labelFor(entry, last + 1), first: false };
}

const ROMAN = [
  '',
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
];

function labelFor(entry: OutlineEntry, ordinal: number): string {
  const label = entry.label ?? '';
  if (entry.kind === 'letter') return label.replace(/\p{L}/u, POINT_LETTERS[ordinal - 1] ?? '?');
  if (entry.kind === 'roman') return label.replace(/[IVXLC]+/, ROMAN[ordinal] ?? String(ordinal));
  if (entry.kind === 'decimal') return label.replace(/(?<!\d)\d+(\.?)$/, `${ordinal}$1`);
  return label.replace(/[IVXLC]{1,7}(?![\p{L}])|\d+/u, (found) =>
    /\d/.test(found) ? String(ordinal) : (ROMAN[ordinal] ?? String(ordinal)),
  );
}

/** The missing label stands inside the line before, or the whole list was cut off at its start by the reading. */
function explained({ doc }: CheckContext, entry: OutlineEntry, fault: Fault): boolean {
  for (let at = entry.line - 1; at >= Math.max(0, entry.line - 12); at--) {
    const text = doc.lines[at]?.text ?? '';
    if (text.indexOf(` ${fault.expected} `) >= 0 || text.indexOf(`:${fault.expected} `) >= 0) return true;
  }
  return fault.first && entry.kind !== 'letter' && entry.kind !== 'number';
}

const WORDS_QUOTED = 7;

function shortLine({ doc }: CheckContext, entry: OutlineEntry): Span {
  const line = doc.lines[entry.line];
  const start = line?.start ?? entry.span[0];
  const text = line?.text ?? '';
  let end = 0;
  for (let i = 0; i < WORDS_QUOTED && end >= 0; i++) end = text.indexOf(' ', end + 1);
  return [start, start + (end < 0 ? text.length : end)];
}

/** BC-02: siblings whose marks say different levels. */
function checkHeadingLevels(context: CheckContext): Finding[] {
  const { outline, doc, reading } = context;
  const firsts = new Map<string, number>();
  const told = new Set<string>();
  const findings: Finding[] = [];
  const plain = reading.source.format === 'txt' || reading.source.format === 'md';
  for (const entry of outline.entries) {
    const level = doc.lines[entry.line]?.style.heading ?? null;
    if (level === null || entry.kind === 'heading') continue;
    const key = `${entry.parent} ${entry.kind}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, level);
    else if (first !== level && !told.has(key)) {
      told.add(key);
      const line = doc.lines[entry.line];
      const span: Span = [line?.start ?? 0, Math.min(line?.end ?? 0, (line?.start ?? 0) + 90)];
      const severity: Severity = plain ? 'warning' : 'info';
      findings.push(
        toFinding(context, { rule: 'BC-02', severity, span, message: context.text.headingLevels(first, level) }),
      );
    }
  }
  return findings;
}

/** BC-03: what a launch plan should say and does not. */
function checkExpectedParts(context: CheckContext): Finding[] {
  const { reading, outline, doc, text } = context;
  if (reading.kindCode !== 'KH' || !/thi đua/iu.test(reading.title ?? '')) return [];
  const headings = outline.entries.filter((entry) => entry.titled).map((entry) => entry.folded);
  const named = (...words: string[]) => headings.some((heading) => words.some((word) => heading.includes(word)));
  const missing: MissingPart[] = [];
  if (reading.period === null && !named('thoi gian')) missing.push('period');
  if (reading.commendation.length === 0 && !named('khen thuong')) missing.push('commendation');
  if (reading.duties.length === 0 && !named('to chuc thuc hien', 'phan cong')) missing.push('organisation');
  const findings: Finding[] = [];
  if (missing.length > 0)
    findings.push(toFinding(context, { rule: 'BC-03', span: null, message: text.partsExpected(missing) }));
  const field = promisedField(reading.title ?? '', headings, doc.text);
  if (field !== null)
    findings.push(toFinding(context, { rule: 'BC-03', span: null, message: text.fieldPromised(field) }));
  return findings;
}

const DEFENCE =
  /giao quân|tuyển quân|trật tự an toàn|trật tự, an toàn|an ninh chính trị|an ninh trật tự|an ninh, trật tự|quân sự|khu vực phòng thủ|biên giới|dân quân/iu;

/** A field named in the title of which neither a heading nor a sentence of its own speaks. */
function promisedField(title: string, headings: string[], whole: string): string | null {
  if (!/quoc phong/.test(fold(title))) return null;
  if (headings.some((heading) => /quoc phong|an ninh|quan su/.test(heading)) || DEFENCE.test(whole)) return null;
  return 'quốc phòng - an ninh';
}

const LONG_PARAGRAPH = 90;

/** BC-04: the same paragraph or heading twice; headings beside each other that share their subject. */
function checkRepeatedContent(context: CheckContext): Finding[] {
  const { doc, outline, text } = context;
  const end = doc.parts[1]?.firstLine ?? doc.lines.length;
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const line of doc.lines.slice(0, end)) {
    if (line.text.length < LONG_PARAGRAPH || line.row !== null || line.part !== 'body') continue;
    const body = line.text.slice(line.bodyAt);
    if (!seen.has(body)) {
      seen.add(body);
      continue;
    }
    const span: Span = [line.start, Math.min(line.end, line.start + 100)];
    findings.push(toFinding(context, { rule: 'BC-04', severity: 'warning', span, message: text.paragraphTwice() }));
  }
  const siblings = new Map<string, OutlineEntry[]>();
  for (const entry of outline.entries) {
    if (!entry.titled || entry.label === null || entry.kind === 'dash' || entry.kind === 'plus' || entry.line >= end)
      continue;
    const key = `${entry.parent} ${entry.kind}`;
    const list = siblings.get(key);
    if (list) list.push(entry);
    else siblings.set(key, [entry]);
  }
  for (const entries of siblings.values()) {
    const shared = sharedSubject(entries);
    if (!shared) continue;
    findings.push(toFinding(context, { rule: 'BC-04', span: shared.span, message: text.subjectTwice(shared.words) }));
  }
  return findings.slice(0, 6);
}

const USUAL =
  /thi dua|phong trao|to chuc|thuc hien|nhiem vu|phat trien|kinh te|nam \d|hoi nong|ky thuat|uy ban|hoi dong|co quan|tren dia ban/;
const SUBJECT_WORDS = 4;

/** Two headings of one list that share four words in a row which are not of the usual kind. */
function sharedSubject(entries: OutlineEntry[]): { span: Span; words: string } | null {
  const seen = new Map<string, OutlineEntry>();
  for (const entry of entries.slice(0, 40)) {
    const words = foldedWords(entry.heading);
    for (let i = 0; i + SUBJECT_WORDS <= words.length; i++) {
      const subject = words.slice(i, i + SUBJECT_WORDS).join(' ');
      if (USUAL.test(subject)) continue;
      const other = seen.get(subject);
      if (other && other !== entry) return { span: other.span, words: original(other.heading, subject) };
      seen.set(subject, entry);
    }
  }
  return null;
}

function original(heading: string, subject: string): string {
  const at = fold(heading).indexOf(subject);
  return at < 0 ? heading : heading.slice(at, at + subject.length);
}

/** BC-05: what the reading had to mend; in pasted text it may be the sender's, in PDF it is the paper's. */
function checkMended(context: CheckContext): Finding[] {
  const { doc, reading, text } = context;
  const pasted = reading.source.format === 'txt' || reading.source.format === 'md';
  const findings: Finding[] = [];
  for (const kind of ['page-number', 'wrapped-lines', 'cut-paragraph'] as const) {
    const places = doc.mended.filter((one) => one.kind === kind);
    const first = places[0];
    if (!first || (kind === 'wrapped-lines' && !pasted)) continue;
    const severity: Severity = pasted && kind !== 'cut-paragraph' ? 'warning' : 'info';
    const span: Span = [first.span[0], Math.min(first.span[1], first.span[0] + 200)];
    findings.push(toFinding(context, { rule: 'BC-05', severity, span, message: text.mended(kind, places.length) }));
  }
  return findings;
}
