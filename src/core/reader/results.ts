/** Goal, result or neither: what kind of fact a figure is, by its verb, its time, its section and its document. */

import type { Clause } from './figures-clauses.ts';
import { means, phrasesOf, type Token } from './figures-tokens.ts';
import { deedBefore } from './figures-units.ts';
import { holds, leadingAt, type Range, startsHead } from './figures-words.ts';
import { leadingYear } from './results-dates.ts';
import type { DocumentContext, LineContext } from './targets-context.ts';
import type { Subject } from './targets-subject.ts';

export type Verdict = {
  kind: 'target' | 'result' | 'none';
  strength: number /** The year it speaks of, where one is named. */;
  year: number | null;
};

export type Surroundings = { tokens: Token[]; document: DocumentContext; line: LineContext };

const FIRM_GOALS = phrasesOf(['phấn đấu', 'quyết tâm', 'đặt mục tiêu', 'mục tiêu']);
const PAST = phrasesOf([
  'đã đạt',
  'đạt được',
  'thực hiện được',
  'đã có',
  'đã hoàn thành',
  'đã giải quyết',
  'đến nay',
  'hiện nay',
  'hiện có',
  'tính đến',
  'năm qua',
  'vừa qua',
  'ước thực hiện',
  'căn cứ kết quả',
  'kết quả năm',
  'kết quả thực hiện',
  'kết quả đạt',
]);
/** "tháng đầu năm": a part of the year that a result speaks of. */
const PART_OF_YEAR = phrasesOf(['tháng đầu năm', 'quý']);
const COMPARED = phrasesOf(['cùng kỳ']);

const INTRODUCING = phrasesOf(['chỉ tiêu', 'mục tiêu', 'phấn đấu']);

const MOST_BACK = 160;

/**
 * Decides what a clause tells. The words before token `to` say when and why; `carried` is the year that the sentence
 * before it spoke of.
 */
export function judge(
  around: Surroundings,
  clause: Clause,
  subject: Subject,
  to: number,
  carried: number | null,
): Verdict {
  const { tokens, document, line } = around;
  const from = Math.max(clause.sentenceFrom, clause.figure.first - MOST_BACK);
  const before: Range = [from, Math.max(from, to)];
  const goal = clause.marker !== null && isFirm(tokens, clause.marker) ? true : holds(tokens, before, FIRM_GOALS);
  // The year of the clause itself, else the one its sentence begins with.
  const year =
    leadingYear(tokens, [Math.max(clause.from - 1, from), before[1]]) ??
    leadingYear(tokens, [clause.sentenceFrom - 1, Math.min(clause.sentenceFrom + 12, before[1])]) ??
    (goal ? null : carried);
  const past = isPast(around, clause, before, year);
  const strength = strengthOf(around, clause, subject, goal);
  // "bàn giao được 17/42 ha" tells what was done of a plan, whatever the document.
  const done = clause.figure.numerator !== null && (clause.figure.kind === 'money' || clause.figure.kind === 'measure');
  if (strength < 2) return { kind: 'none', strength, year };
  if (document.lean === 'plan') {
    const result = !goal && (past || done || (line.kind === 'results' && clause.marker === null));
    return { kind: result ? 'result' : 'target', strength, year };
  }
  const later = year !== null && document.year !== null && year > document.year;
  const target = !past && (goal || later || line.kind === 'goals' || line.listed);
  return { kind: target ? 'target' : 'result', strength, year };
}

function isFirm(tokens: Token[], marker: number): boolean {
  return leadingAt(tokens, marker)?.value === 'marker';
}

function isPast({ tokens, document }: Surroundings, clause: Clause, before: Range, year: number | null): boolean {
  if (year !== null && document.year !== null && year < document.year) return true;
  if (clause.cues.cues.includes('estimated') && document.lean === 'report') return true;
  if (clause.cues.cues.includes('estimated') && means(tokens[clause.cues.from], 'ước')) return true;
  const tail: Range = [clause.figure.next, Math.min(clause.after[1], clause.figure.next + 12)];
  if (holds(tokens, before, PAST)) return true;
  if (document.lean !== 'report') return false;
  return holds(tokens, before, PART_OF_YEAR) || holds(tokens, tail, COMPARED);
}

/** Sums that are means, prizes or prices. */
const NO_GOALS = phrasesOf([
  'kinh phí',
  'tiền thưởng',
  'mức thưởng',
  'trị giá',
  'mức lương',
  'hệ số',
  'mức chi',
  'chi phí',
  'mức hỗ trợ',
  'mức phạt',
  'đơn giá',
  'vốn điều lệ',
  'tổng mức đầu tư',
  'lương cơ sở',
  'diện tích tự nhiên',
  'thời lượng',
  'số điểm',
  'điểm tối đa',
  'mức đóng',
  'giá trị giải',
  'thưởng',
  'giấy khen',
  'bằng khen',
  'cờ thi đua',
  'huân chương',
  'bản giấy',
  'số lượng bản',
  'dung lượng',
  'thành phần',
]);
const NOT_YET = phrasesOf(['chưa']);
const SPEAKING = new Set([
  'reach',
  'equal',
  'more',
  'least',
  'less',
  'most',
  'about',
  'up',
  'up-to',
  'down',
  'down-to',
  'exceed',
  'times',
  'rank',
  'estimated',
  'from',
  'in-turn',
  'keep',
  'got',
]);

function strengthOf({ tokens, line }: Surroundings, clause: Clause, subject: Subject, goal: boolean): number {
  const { figure, cues } = clause;
  let strength = 0;
  if (subject.match) strength += subject.inherited ? 1.5 : 2;
  if (figure.kind === 'share') strength += 1;
  const speaks = cues.cues.some((cue) => SPEAKING.has(cue)) || figure.bound !== null;
  if (speaks) strength += 1;
  if (goal) strength += 1.5;
  if (clause.marker !== null) strength += 1;
  if (clause.sub) strength += 1;
  if (!line.listed && clause.intro && holds(tokens, clause.intro, INTRODUCING)) strength += 1.5;
  if (line.listed) strength += 1.5;
  else if (line.kind === 'goals') strength += 0.5;
  else if (line.kind === 'results') strength += 0.5;
  const bare = clause.before[0] >= clause.before[1];
  if (bare && figure.kind === 'share') strength += 1;
  // "Học sinh giỏi cấp tỉnh 60 giải": a short name and its figure, nothing else.
  const ends = figure.next >= clause.after[1] || /^[,.;(]$/.test(tokens[figure.next]?.text ?? '');
  const opens = ends && clause.before[0] === clause.segmentFrom && clause.before[1] - clause.before[0] <= 8;
  if (line.listed && ((bare && figure.kind === 'count') || (!bare && opens))) strength += 0.5;
  if (!bare && startsHead(tokens, clause.before[0])) strength += 0.5;
  if (line.kind === 'goals' && clause.parted && deedBefore(tokens, figure.first)) strength += 1.5;
  if (subject.scope !== null) strength += 0.5;
  // "gieo trồng 73/70 ha": done of what was planned.
  if (figure.numerator !== null) strength += figure.kind === 'count' || figure.kind === 'share' ? 0.5 : 1.5;
  const weak = cues.cues.includes('share') || (cues.cues.includes('have') && figure.kind !== 'share');
  const asked = clause.before[0] >= clause.before[1] && (line.listed || line.kind === 'goals');
  if (weak && !speaks && !subject.match) strength -= asked ? 0 : 1;
  if (figure.kind === 'points' && !subject.match?.indicator.units.includes('điểm')) strength -= 3;
  // What is still missing is no goal: "12% số hộ chưa có nhà vệ sinh".
  const tail: Range = [figure.next, Math.min(clause.after[1], figure.next + 10)];
  const lacking =
    means(tokens[clause.cues.from - 1], 'vẫn') || (figure.kind === 'share' && holds(tokens, tail, NOT_YET));
  if (lacking) strength -= 3;
  if (
    figure.kind === 'times' &&
    !cues.cues.some((cue) => cue === 'times' || cue === 'up' || cue === 'up-to') &&
    figure.per === null
  )
    strength -= 3;
  const matched = subject.match !== null && !subject.inherited;
  if (line.kind === 'awards') strength -= matched ? 1 : 3;
  if (line.kind === 'means') strength -= matched || clause.intro ? 0.5 : 3;
  const near: Range = [Math.max(clause.segmentFrom, clause.figure.first - 14), figure.next];
  if (!subject.match && holds(tokens, near, NO_GOALS)) strength -= 3;
  return strength;
}
