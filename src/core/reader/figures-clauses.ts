/**
 * Which words belong to which figure: a line is cut into sentences and segments, and between two figures of one
 * segment the words are parted into the tail of the first and the subject of the second.
 */

import { type CuesBefore, cuesBefore } from './comparators.ts';
import { bracketsOf, findFigures, type ReadFigure } from './figures.ts';
import { means, type Token } from './figures-tokens.ts';
import { isAnd, isPart, isQualifier, leadingAt, type Range, startsHead, stripLead } from './figures-words.ts';

export type Clause = {
  figure: ReadFigure;
  cues: CuesBefore;
  /** Figures in brackets that explain this one: "(7/8 trường)". */
  attached: ReadFigure[];
  /** The words before the cues that can be the subject, without markers and adverbs of time. */
  before: Range;
  /** Where the words of this clause begin, with everything that leads in. */
  from: number;
  /** The words behind the figure that belong to it. */
  after: Range;
  /** Token of the goal marker (phấn đấu, bảo đảm …) that opens the clause, or null. */
  marker: number | null;
  /** Stands behind "Trong đó". */
  sub: boolean;
  /** The clause before it in the same segment, or null. */
  previous: number | null;
  /** What a colon before it in the same sentence introduces: "Cơ cấu lao động: …". */
  intro: Range | null;
  /** First token of its sentence and of its segment. */
  sentenceFrom: number;
  segmentFrom: number;
  /** A comma, "và" or the like parts it from the clause before. */
  parted: boolean;
};

type Segment = { from: number; to: number; sentenceFrom: number; subFrom: number; intro: Range | null };
const NEVER = Number.POSITIVE_INFINITY;

/** Ends of sentences, semicolons and colons that introduce a list. */
function segmentsOf(tokens: Token[], brackets: number[], figures: ReadFigure[]): Segment[] {
  const segments: Segment[] = [];
  const names = colonsBehindNames(tokens, figures);
  let from = 0;
  let sentenceFrom = 0;
  let subFrom = NEVER;
  let intro: Range | null = null;
  const close = (to: number, sentenceEnds: boolean): void => {
    if (to > from) segments.push({ from, to, sentenceFrom, subFrom, intro });
    from = to + 1;
    if (!sentenceEnds) return;
    sentenceFrom = from;
    subFrom = NEVER;
    intro = null;
  };
  tokens.forEach((token, at) => {
    if (brackets[at] !== 0) return;
    if (means(token, 'trong') && means(tokens[at + 1], 'đó') && subFrom === NEVER) subFrom = at;
    if (token.text === ';') close(at, false);
    else if (token.text === ':' && !names.has(at)) {
      const introduced = from;
      close(at, false);
      intro = [introduced, at];
    } else if (endsSentence(tokens, at)) close(at, true);
  });
  close(tokens.length, true);
  return segments;
}

const SHORT_FORMS = new Set(['TP', 'Tp', 'TX', 'TT', 'ThS', 'TS', 'PGS', 'GS', 'BS', 'Tr', 'tr']);

function endsSentence(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'mark') return false;
  if (token.text === '…' || token.text === '!' || token.text === '?') return true;
  if (token.text !== '.') return false;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (!next) return true;
  if (before?.kind === 'word' && (SHORT_FORMS.has(before.text) || /^\p{Lu}$/u.test(before.text))) return false;
  return next.start > token.end ? !/^\p{Ll}/u.test(next.text) : next.text === '.';
}

/** Colons between a name and its figure ("Tỷ lệ hộ nghèo: 1,81%"): only cues stand between, and little follows. */
function colonsBehindNames(tokens: Token[], figures: ReadFigure[]): Set<number> {
  const found = new Set<number>();
  for (const figure of figures) {
    const { from } = cuesBefore(tokens, figure.first, 0);
    let colon = figure.first - 1;
    while (colon >= from - 1 && tokens[colon]?.text !== ':') colon -= 1;
    if (colon < Math.max(0, from - 1)) continue;
    const behind = tokens[figure.next];
    const nothing = !behind || /^[;.,:()/]$/.test(behind.text) || isAnd(behind) || isQualifier(tokens, figure.next);
    if (nothing && endsName(tokens[colon - 1])) found.add(colon);
  }
  return found;
}

/** Does a name end here rather than an introduction ("… như sau:", "Trong đó:")? */
function endsName(last: Token | undefined): boolean {
  return last !== undefined && !['sau', 'thể', 'là', 'đó', 'gồm', 'như', 'tiêu'].includes(last.low);
}

/**
 * All clauses with a figure, in order, and the brackets as far as they still part words from clauses: where a segment
 * has figures only inside a bracket, the bracket counts as open. Linear in the number of tokens.
 */
export function findClauses(tokens: Token[], figures = findFigures(tokens)): { clauses: Clause[]; brackets: number[] } {
  const clauses: Clause[] = [];
  const brackets = bracketsOf(tokens);
  if (figures.length === 0) return { clauses, brackets };
  let next = 0;
  for (const segment of segmentsOf(tokens, brackets, figures)) {
    const own: ReadFigure[] = [];
    for (let figure = figures[next]; figure && figure.first < segment.to; figure = figures[next]) {
      if (figure.first >= segment.from) own.push(figure);
      next += 1;
    }
    if (own.length === 0) continue;
    if (own.every((figure) => figure.bracket !== 0)) brackets.fill(0, segment.from, segment.to);
    clausesOf(tokens, segment, own, clauses);
  }
  return { clauses, brackets };
}

function clausesOf(tokens: Token[], segment: Segment, own: ReadFigure[], clauses: Clause[]): void {
  const plain = own.filter((figure) => figure.bracket === 0);
  // A segment whose only figures stand in a bracket: "xóa nhà tạm (25 nhà)".
  const main = plain.length > 0 ? plain : own;
  const others = plain.length > 0 ? own.filter((figure) => figure.bracket !== 0) : [];
  let leftFrom = segment.from;
  let parted = true;
  let taken = 0;
  main.forEach((figure, at) => {
    const before = main[at - 1];
    const cues = cuesBefore(tokens, figure.first, before ? before.next : segment.from);
    const following = main[at + 1];
    const cut = following ? cutBetween(tokens, figure, cues.from, following, leftFrom) : null;
    const attached: ReadFigure[] = [];
    for (let one = others[taken]; one && (!following || one.first < following.first); one = others[taken]) {
      attached.push(one);
      taken += 1;
    }
    const area = subjectArea(tokens, leftFrom, cues.from);
    clauses.push({
      figure,
      cues,
      attached,
      from: leftFrom,
      before: [area.from, Math.max(area.from, area.to)],
      after: [figure.next, cut ? cut.to : segment.to],
      marker: area.marker,
      sub: figure.first > segment.subFrom,
      intro: segment.intro,
      previous: before ? clauses.length - 1 : null,
      sentenceFrom: segment.sentenceFrom,
      segmentFrom: segment.from,
      parted,
    });
    leftFrom = cut ? cut.from : segment.to;
    parted = cut ? cut.parted : true;
  });
}

type Cut = { to: number; from: number; parted: boolean };

/** Where the tail of a figure ends and the words of the next one begin. */
function cutBetween(
  tokens: Token[],
  figure: ReadFigure,
  cuesFrom: number,
  following: ReadFigure,
  leftFrom: number,
): Cut {
  const { from: end } = cuesBefore(tokens, following.first, figure.next);
  const marks = partsBetween(tokens, figure.next, end);
  const last = marks.at(-1);
  if (last === undefined) return { to: end, from: end, parted: figure.next >= end };
  const at = (index: number): Cut => ({ to: index, from: index, parted: true });
  if (stripLead(tokens, last, end) >= end) return at(last);
  const head = marks.find((mark) => startsHead(tokens, behindMarks(tokens, mark, end)));
  if (head !== undefined) return at(head);
  const commas = marks.filter((mark) => !isAnd(tokens[mark]));
  const figureFirst = stripLead(tokens, leftFrom, cuesFrom) >= cuesFrom;
  return at(figureFirst ? (commas.at(-1) ?? last) : (commas[0] ?? marks[0] ?? last));
}

/** Commas, dashes and "và" outside brackets. */
function partsBetween(tokens: Token[], from: number, to: number): number[] {
  const marks: number[] = [];
  let inside = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.text === '(') inside = true;
    else if (token?.text === ')') inside = false;
    else if (!inside && (isPart(token) || isAnd(token))) marks.push(at);
  }
  return marks;
}

function behindMarks(tokens: Token[], from: number, to: number): number {
  let at = from;
  while (at < to && (tokens[at]?.kind === 'mark' || isAnd(tokens[at]))) at += 1;
  return at;
}

/** The words that can be a subject: behind the last goal marker, without what leads in. */
function subjectArea(tokens: Token[], from: number, to: number): { from: number; to: number; marker: number | null } {
  let marker: number | null = null;
  const start = stripLead(tokens, from, to);
  let lead = start;
  let at = from;
  while (at < to) {
    const found = leadingAt(tokens, at);
    if (!found || found.next > to || found.value === 'connector') {
      at += 1;
      continue;
    }
    const opens = lead >= at || isPart(tokens[at - 1]) || isAnd(tokens[at - 1]);
    if (found.value === 'marker' || opens) {
      marker = at;
      lead = stripLead(tokens, found.next, to);
    }
    at = found.next;
  }
  // "tỷ lệ giải ngân phấn đấu đạt 100%": the marker stands behind the subject.
  if (marker !== null && lead >= to && marker - start >= 2) return { from: start, to: marker, marker };
  return { from: lead, to, marker };
}
