/** The day by which a target is to be reached: "…, hoàn thành trước ngày 30/9/2026", "Đến hết quý II/2026, …". */

import type { DueRelation } from '../rules/calendar.ts';
import { fold } from '../text/search.ts';
import type { Clause } from './figures-clauses.ts';
import type { Token } from './figures-tokens.ts';
import { startsHead } from './figures-words.ts';
import { type Deadline, findDeadlines } from './report-due.ts';
import type { Sentence } from './targets-sentence.ts';

export type TargetDue = { dueOn: string; dueRelation: DueRelation };

/** Words that only say that something is finished; with a day behind them they are no goal of their own. */
const FINISHING = new Set(
  'va phan dau phai can co ban se du kien thuc hien trien khai hoan thanh xong tat ket thuc toan bo dut diem viec ban giao dua vao su dung nghiem thu khanh thoi gian han'.split(
    ' ',
  ),
);

/** What is handed in, or only compared, by a day is not the target. */
const ELSEWHERE = /bao cao|\bgui\b|\bnop\b|tong hop|\btrinh\b|so ket|tong ket|dang ky|so voi|\btu (?:nay|ngay)\b/;

const FARTHEST = 400;

/** The deadline at the end of a target's words, else the one that opens its sentence; `until` is where the next figure's words begin. */
export function dueOfClause(
  { text, tokens }: Sentence,
  clause: Clause,
  { year, until }: { year: number | null; until: number },
): TargetDue | null {
  const from = tokens[clause.figure.next]?.start;
  const to = tokens[until - 1]?.end ?? 0;
  const behind = from === undefined || to <= from ? '' : text.slice(from, Math.min(to, from + FARTHEST));
  const own = deadlinesIn(behind, year).findLast((deadline) =>
    endsSentenceWith(tokens, clause, (from ?? 0) + deadline.span[0]),
  );
  return toDue(own ?? opening(text, tokens, clause, year), year);
}

const deadlinesIn = (text: string, year: number | null): Deadline[] =>
  findDeadlines(text, year).filter(({ on, relation }) => on !== null && relation !== 'on');

function toDue(deadline: Deadline | undefined, year: number | null): TargetDue | null {
  if (!deadline?.on || (year !== null && Number(deadline.on.slice(0, 4)) < year)) return null;
  return { dueOn: deadline.on, dueRelation: deadline.relation };
}

/** Do the words between a figure and a deadline at `place` leave the deadline to the figure? */
function endsSentenceWith(tokens: Token[], { figure }: Clause, place: number): boolean {
  let end = figure.next;
  let piece = figure.next;
  for (; end < tokens.length && (tokens[end]?.start ?? place) < place; end++) {
    const mark = tokens[end]?.text;
    if (mark === '.' && (tokens[end + 1]?.start ?? 0) > (tokens[end]?.end ?? 0)) return false;
    if (mark === ',' || mark === ';') piece = end + 1;
  }
  const words = tokens.slice(piece, end);
  if (words.every((token) => token.kind === 'mark' || FINISHING.has(token.key))) return true;
  if (tokens[piece - 1]?.text === ';' || (piece > figure.next && startsHead(tokens, piece))) return false;
  return !ELSEWHERE.test(fold(words.map((token) => token.text).join(' ')));
}

/** "Trước ngày 30/6/2026, cứng hóa 3,5 km đường." */
function opening(
  text: string,
  tokens: Token[],
  { segmentFrom, figure }: Clause,
  year: number | null,
): Deadline | undefined {
  const from = tokens[segmentFrom]?.start ?? 0;
  const stretch = text.slice(from, Math.min(tokens[figure.first]?.start ?? from, from + 80));
  return deadlinesIn(stretch, year).find(({ span }) => /^(?:phan dau )?$/.test(fold(stretch.slice(0, span[0]))));
}

/** "hoàn thành trước ngày 30/9/2026": does a clause say nothing but when something is finished? */
export function isBareDeadline(clause: string, year: number | null): boolean {
  const [deadline] = deadlinesIn(clause, year);
  if (!deadline || clause.length - deadline.span[1] > 3) return false;
  const words = fold(clause.slice(0, deadline.span[0])).match(/[a-z]+/g) ?? [];
  return words.every((word) => FINISHING.has(word));
}
