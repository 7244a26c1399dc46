/** Targets and results in running text and bullet lists. */

import { matchIndicator } from '../rules/indicator-match.ts';
import { compareDecimals } from '../text/numbers.ts';
import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import { domainOf } from './domains.ts';
import { findFigures, withNumberWords } from './figures.ts';
import { type Clause, findClauses } from './figures-clauses.ts';
import { phrasesOf, stretchAt, tokensIn, tokensOf } from './figures-tokens.ts';
import { holds, type Range, startsHead } from './figures-words.ts';
import { findQuotations } from './quotations.ts';
import type { Baseline, Result, Span, Target } from './reading.ts';
import { judge } from './results.ts';
import { asOfIn, leadingYear } from './results-dates.ts';
import { baselineOf } from './targets-baseline.ts';
import { betterOf } from './targets-better.ts';
import type { DocumentContext, LineContext } from './targets-context.ts';
import { dueOfClause } from './targets-due.ts';
import { inTurn } from './targets-in-turn.ts';
import { type Merged, mergeClauses } from './targets-merging.ts';
import type { Sentence } from './targets-sentence.ts';
import { type Subject, subjectOf } from './targets-subject.ts';
/** A found figure before it gets its place in the list; `part` is the one it is a part of. */
export type Draft =
  | { kind: 'target'; fact: Omit<Target, 'partOf'>; part: Draft | null; phrase: string }
  | { kind: 'result'; fact: Result; part: Draft | null; phrase: string };

const NOT_DUE = { dueOn: null, dueRelation: null };

export type Parent = { phrase: string; draft: Draft | null };

const ESTIMATES = phrasesOf(['ước', 'dự kiến']);

/** Only these lines can hold a figure with a unit; the rest need no further look. */
const HINT = /\d|ít nhất|tối thiểu/i;

export type ProseFacts = { doc: JoinedText; document: DocumentContext; context: LineContext; parent: Parent | null };

/** Reads one stretch of text (a line behind its label, a cell). */
export function draftsIn({ doc, document, context, parent }: ProseFacts, [from, to]: Span): Draft[] {
  const stretch = doc.text.slice(from, to);
  if (!HINT.test(stretch)) return [];
  const tokens = withNumberWords(tokensIn(doc, from, to));
  const all = findFigures(tokens);
  if (all.length === 0) return [];
  const quoted = findQuotations(doc.text, from, to).map((quotation) => quotation.outer);
  const figures = all.filter((figure) => stretchAt(quoted, tokens[figure.first]?.start ?? 0) === undefined);
  const { clauses: found, brackets } = findClauses(tokens, figures);
  const clauses = mergeClauses(tokens, found);
  const sentence: Sentence = { text: doc.text, tokens, brackets };
  return new LineReader({ doc, document, context, parent }, sentence, clauses).read();
}

class LineReader {
  private readonly facts: ProseFacts;
  private readonly sentence: Sentence;
  private readonly clauses: Merged[];
  private readonly drafts: Draft[] = [];
  private year: number | null = null;

  constructor(facts: ProseFacts, sentence: Sentence, clauses: Merged[]) {
    this.facts = facts;
    this.sentence = sentence;
    this.clauses = clauses;
  }

  read(): Draft[] {
    let taken: Subject | null = null;
    let whole: { draft: Draft; subject: Subject } | null = null;
    let sentenceFrom = -1;
    let queue: Subject[] = [];
    for (const [at, clause] of this.clauses.entries()) {
      if (clause.sentenceFrom !== sentenceFrom) {
        taken = null;
        sentenceFrom = clause.sentenceFrom;
      }
      const inside = clause.sub ? (whole?.subject ?? null) : null;
      const intro = clause.intro === null ? null : introPhrase(this.sentence, clause.intro);
      const parent: string | null =
        inside?.phrase ?? (clause.sub ? null : (intro ?? this.facts.parent?.phrase ?? null));
      const alone: Subject | null = queue.shift() ?? this.subject(clause, taken, parent, inside);
      if (!alone) continue;
      const turn: Subject[] | null = inTurn(this.sentence, this.clauses, at, alone);
      const subject: Subject = turn?.[0] ?? alone;
      if (turn) queue = turn.slice(1);
      const until = this.clauses[at + 1]?.from ?? this.sentence.tokens.length;
      const draft = this.draft(clause, clause.sub && whole ? asPart(subject, whole.subject) : subject, until);
      taken = subject;
      if (!draft) continue;
      if (clause.sub && whole) draft.part = whole.draft;
      else if (this.facts.parent?.draft && parent !== null && intro === null) draft.part = this.facts.parent.draft;
      if (!clause.sub) whole = { draft, subject };
      this.drafts.push(draft);
    }
    return this.drafts;
  }

  private subject(
    clause: Merged,
    taken: Subject | null,
    parent: string | null,
    inside: Subject | null,
  ): Subject | null {
    const subject = subjectOf(this.sentence, clause, taken, parent);
    if (subject && clause.shared) return withPredicate(this.sentence, clause, clause.shared, subject);
    // Parts of a growth are growths: "Trong đó: công nghiệp 12,5%; dịch vụ 15,5%".
    if (
      subject &&
      inside?.meaning.measure === 'growth' &&
      !clause.cues.cues.includes('share') &&
      subject.meaning.measure === 'share' &&
      subject.meaning.change === 'level'
    ) {
      const meaning = { ...subject.meaning, measure: 'growth' as const };
      const match = matchIndicator(subject.phrase, 'growth', '%');
      return { ...subject, meaning, match, name: match?.indicator.name ?? subject.name };
    }
    return subject;
  }

  /** `until`: where the words of the next figure begin. */
  private draft(clause: Merged, subject: Subject, until: number): Draft | null {
    const { tokens } = this.sentence;
    const { document, context, doc } = this.facts;
    const verdict = judge({ tokens, document, line: context }, clause, subject, clause.lookTo, this.year);
    this.year = verdict.year;
    if (verdict.kind === 'none') return null;
    const { meaning, match } = subject;
    const result = verdict.kind === 'result';
    const baseline = this.baseline(clause, subject);
    const indicator = match?.indicator ?? null;
    const unit =
      indicator?.units[0] === 'lượt khách' && /^(?:lượt|lượt người|khách)$/.test(meaning.unit ?? '')
        ? 'lượt khách'
        : meaning.unit;
    const domain =
      indicator?.domain ??
      domainOf(subject.name) ??
      domainOf(subject.phrase) ??
      domainOf(doc.text.slice(...subject.quote)) ??
      context.headings.map(domainOf).findLast((one) => one !== null) ??
      null;
    const approx = meaning.estimated && !result && meaning.comparator === 'eq' ? 'approx' : meaning.comparator;
    const { estimated, doubtful, ...figure } = meaning;
    const fact = {
      quote: doc.text.slice(...subject.quote),
      span: subject.quote,
      confidence: confidenceOf(clause, subject, verdict.strength, context),
      name: subject.name,
      indicator: indicator?.code ?? null,
      domain,
      ...figure,
      unit,
      comparator: approx,
      better: betterOf({ ...meaning, unit }, indicator, tokens, subject.range),
      scope: subject.scope,
      baseline,
    };
    const said =
      estimated ||
      (result && holds(tokens, [Math.max(clause.from, clause.figure.first - 40), clause.figure.first], ESTIMATES));
    if (!result) {
      const due = dueOfClause(this.sentence, clause, { year: document.year, until }) ?? NOT_DUE;
      return {
        kind: 'target',
        fact: { ...fact, owner: null, ...due, mentions: [subject.quote] },
        part: null,
        phrase: subject.phrase,
      };
    }
    const before: Range = [clause.sentenceFrom, clause.lookTo];
    const tail: Range = [clause.figure.next, Math.min(clause.after[1], clause.figure.next + 10)];
    const past = verdict.year !== null && verdict.year < (document.year ?? 0) ? `${verdict.year}-12-31` : null;
    const asOf =
      asOfIn(tokens, before, document.year) ??
      (leadingYear(tokens, tail) === null ? (past ?? document.asOf) : asOfIn(tokens, tail, document.year));
    return { kind: 'result', fact: { ...fact, asOf, estimated: said }, part: null, phrase: subject.phrase };
  }

  private baseline(clause: Merged, subject: Subject): Baseline | null {
    const { tokens } = this.sentence;
    const { document } = this.facts;
    const baseline = baselineOf(tokens, clause, subject.meaning.change, document.year);
    if (clause.startValue !== null) {
      const year = document.year === null ? null : document.year - 1;
      return { kind: 'stated', year: baseline?.year ?? year, value: clause.startValue, text: null };
    }
    const { figure } = clause;
    const planned = figure.numerator !== null && (figure.kind === 'money' || figure.kind === 'measure');
    return planned ? { kind: 'assigned-plan', year: null, value: figure.denominator, text: null } : baseline;
  }
}

/** A part without an indicator of its own is named after the whole. */
function asPart(subject: Subject, whole: Subject): Subject {
  const alike = (subject.meaning.unit === '%') === (whole.meaning.unit === '%');
  return subject.match || subject.inherited || !alike
    ? subject
    : { ...subject, name: `${whole.name} - ${subject.name}` };
}

/** "Cơ cấu lao động: nông nghiệp 48%; …": what a colon introduces is a part of what it names. */
function introPhrase({ text, tokens }: Sentence, [from, to]: Range): string | null {
  if (to - from > 14 || !startsHead(tokens, from)) return null;
  const phrase = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  return /chi tieu|muc tieu|nhiem vu|giai phap|noi dung|ket qua|phan dau/.test(fold(phrase)) ? null : phrase;
}

function withPredicate(sentence: Sentence, clause: Merged, shared: Range, subject: Subject): Subject {
  const { tokens, text } = sentence;
  const words = tokens.slice(shared[0], shared[1]).filter((token) => token.kind === 'word');
  const phrase = `${subject.phrase} ${words.map((token) => token.text).join(' ')}`;
  const match = matchIndicator(phrase, subject.meaning.measure, subject.meaning.unit) ?? subject.match;
  const end = tokens.slice(shared[0], shared[1]).findLast((token) => token.kind !== 'mark')?.end ?? subject.quote[1];
  const quote: Span = end - subject.quote[0] <= 220 ? [subject.quote[0], end] : subject.quote;
  const own = text
    .slice(tokens[clause.figure.next]?.start ?? 0, tokens[clause.after[1] - 1]?.end ?? 0)
    .replace(/(?<![\s,])[\s,]+$/, '');
  const name = match?.indicator.name ?? `Tỷ lệ ${own} ${text.slice(tokens[shared[0]]?.start ?? 0, end)}`;
  return { ...subject, phrase, match, name, quote };
}

function confidenceOf(clause: Clause, subject: Subject, strength: number, context: LineContext): number {
  let confidence = 0.95;
  if (clause.cues.cues.length === 0 && clause.before[0] < clause.before[1]) confidence -= 0.08;
  if (!subject.match) confidence -= 0.12;
  else if (subject.match.score < 0.75) confidence -= 0.08;
  if (clause.figure.ambiguous) confidence -= 0.25;
  if (subject.meaning.doubtful) confidence -= 0.25;
  if (subject.inherited) confidence -= 0.05;
  if (clause.marker === null && !context.listed) confidence -= 0.05;
  if (strength < 2.5) confidence -= 0.15;
  const { numerator, denominator } = clause.figure;
  const impossible =
    numerator !== null &&
    denominator !== null &&
    clause.figure.kind === 'count' &&
    compareDecimals(numerator, denominator) > 0;
  if (impossible) confidence -= 0.3;
  return Math.max(0.2, Math.round(confidence * 100) / 100);
}

/** A line that names what the bullets below it count: "- Tỷ lệ học sinh đến trường:". */
export function parentPhrase(doc: JoinedText, line: Line): string | null {
  const body = line.text.slice(line.bodyAt).trim();
  if (!body.endsWith(':') || body.length > 160) return null;
  const tokens = tokensOf(doc.text, line.start + line.bodyAt, line.end);
  if (!startsHead(tokens, 0) || /chi tieu|muc tieu|nhiem vu|giai phap|noi dung/.test(fold(body))) return null;
  return body.replace(/[:,]?\s{0,4}(?:trong đó|cụ thể|đạt|như sau)?\s{0,4}:$/i, '');
}
