/** Goals without a figure: what is to be kept, avoided, finished or reached, in short clauses. */

import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import { domainOf } from './domains.ts';
import { deadlineIn } from './duties.ts';
import {
  addPhrase,
  means,
  newPhrases,
  phraseAt,
  phrasesOf,
  stretchAt,
  type Token,
  tokensIn,
  tokensOf,
} from './figures-tokens.ts';
import { holds, isAnd, type Range } from './figures-words.ts';
import { lineAt, type Outline } from './outline.ts';
import { findQuotations } from './quotations.ts';
import type { Span, Statement, Target } from './reading.ts';
import { asOfIn } from './results-dates.ts';
import { type LineContext, type Surroundings, surroundingsOf } from './targets-context.ts';
import { isBareDeadline } from './targets-due.ts';

/** Openings of a goal and how much each tells, 3 the most. */
const OPENINGS = newPhrases<number>();
const open = (weight: number, phrases: string): void => {
  for (const phrase of phrases.split('; ')) addPhrase(OPENINGS, phrase, weight);
};
open(
  3,
  'giữ vững; không để; không để xảy ra; không xảy ra; hạn chế tối đa; hạn chế thấp nhất; duy trì; phấn đấu; phân đấu; phần đầu; phần đấu; phân đầu; không còn; không phát sinh; không có',
);
open(
  3,
  'hoàn thành vượt mức; hoàn thành thắng lợi; hoàn thành toàn diện; hoàn thành ở mức; hoàn thành và hoàn thành vượt mức; hoàn thành, hoàn thành vượt mức; hoàn thành đạt và vượt; hoàn thành tốt; hoàn thành xuất sắc; hoàn thành cơ bản; hoàn thành các chỉ tiêu; hoàn thành các mục tiêu; hoàn thành 100%',
);
open(
  3,
  'thực hiện thắng lợi; thực hiện đảm bảo; thực hiện bảo đảm; thực hiện hoàn thành; bảo đảm vững chắc; đảm bảo vững chắc; bảo đảm giữ vững; đảm bảo giữ vững; kiềm chế; kéo giảm; chấm dứt; giảm thiểu; đạt chuẩn; đạt và vượt; góp phần hoàn thành; quyết tâm hoàn thành; quyết tâm; xóa bỏ; tiếp tục giữ vững; tiếp tục duy trì; đưa',
);
open(
  2,
  'nâng cao mức độ; nâng cao tỷ lệ; nâng cao chỉ số; cải thiện; bảo đảm quốc phòng; đảm bảo quốc phòng; bảo đảm an ninh; đảm bảo an ninh; bảo đảm an sinh; đảm bảo an sinh; bảo đảm an toàn; đảm bảo an toàn; bảo đảm; đảm bảo; xây dựng đảng bộ; xây dựng hệ thống chính trị; xây dựng chính quyền; xây dựng đảng; thi đua xây dựng; thi đua hoàn thành; hoàn thành; giữ gìn; củng cố; ổn định; tăng tỷ lệ; giảm tỷ lệ; xây dựng xã; xây dựng phường; đẩy mạnh thi đua; tổ chức vận hành; vận hành; đẩy nhanh tiến độ; chuyển dịch',
);
open(
  1,
  'nâng cao; nâng cao chất lượng; nâng cao hiệu quả; thi đua; đẩy mạnh; hoàn thiện; phòng, chống; thực hiện tốt; thực hiện có hiệu quả; tăng thu; chống thất thu',
);

/** What makes a clause a goal that can be judged at the end. */
const JUDGED = phrasesOf([
  'trở lên',
  'đạt chuẩn',
  'tiêu chí',
  'vượt mức',
  'trễ hạn',
  'quá hạn',
  'trong sạch',
  'vững mạnh',
  'an toàn xã hội',
  'chủ quyền',
  'tối đa',
  'mức cao nhất',
  'được giao',
  'chỉ tiêu',
  'mục tiêu',
  'danh hiệu',
  'hiệu lực',
  'hài lòng',
  'đề ra',
  'đúng tiến độ',
  'thoát nghèo',
  'bền vững',
  'hoàn thành tốt nhiệm vụ',
  'dứt điểm',
  'vi phạm',
]);

const MOST_STATEMENTS = 24;
const MOST_WORDS = 40;
const LEAST_WORDS = 4;

type Candidate = { span: Span; score: number };

/** Finds the main goals without a figure, at most two dozen, in reading order. */
export function findStatements(
  doc: JoinedText,
  outline: Outline,
  targets: readonly Target[],
  { document, contexts }: Surroundings = surroundingsOf(doc, outline),
): Statement[] {
  if (document.lean === 'award') return [];
  const taken = targets.flatMap((target) => target.mentions).sort((a, b) => a[0] - b[0]);
  const candidates: Candidate[] = [];
  const weights = new Map<LineContext, number>();
  let tail = false;
  let part = 0;
  let next = 0;
  doc.lines.forEach((line, at) => {
    if (doc.parts[part]?.firstLine === at) {
      part += 1;
      tail = false;
    }
    const folded = line.folded.slice(0, 24);
    if (folded.startsWith('noi nhan')) tail = true;
    while ((taken[next]?.[1] ?? Number.POSITIVE_INFINITY) <= line.start) next += 1;
    const context = contexts[at];
    if (tail || !context || at < document.bodyFrom || line.row !== null || line.part !== 'body') return;
    if (/^(?:can cu|kinh gui|tren day la)/.test(line.folded.slice(line.bodyAt, line.bodyAt + 14))) return;
    if (isHeading(outline, at, line)) return;
    const within: Span[] = [];
    for (let one = next; (taken[one]?.[0] ?? Number.POSITIVE_INFINITY) < line.end; one++)
      if (taken[one]) within.push(taken[one] ?? [0, 0]);
    const weight = weights.get(context) ?? sectionWeight(context);
    weights.set(context, weight);
    candidates.push(...candidatesIn(doc, line, { context, weight, year: document.year }, within));
  });
  return chosen(candidates).map((candidate) => statementAt(doc, candidate, contexts, document.year));
}

/** Titles name what follows; a short bullet or numbered point may be a goal itself. */
function isHeading(outline: Outline, at: number, line: Line): boolean {
  if (line.style.heading !== null) return true;
  const entry = outline.entries[outline.entryOfLine[at] ?? -1];
  return (
    entry?.line === at &&
    entry.titled &&
    ['heading', 'roman', 'part', 'chapter', 'division', 'capital'].includes(entry.kind)
  );
}

function chosen(candidates: Candidate[]): Candidate[] {
  const strong = candidates.filter((one) => one.score >= 3).sort((a, b) => b.score - a.score);
  const kept = strong.slice(0, MOST_STATEMENTS);
  if (kept.length < MOST_STATEMENTS / 2) {
    const weak = candidates.filter((one) => one.score < 3 && one.score >= 2).sort((a, b) => b.score - a.score);
    kept.push(...weak.slice(0, MOST_STATEMENTS / 2 - kept.length));
  }
  return kept.sort((a, b) => a.span[0] - b.span[0]);
}

/** How much a section makes its clauses goals. */
function sectionWeight(context: LineContext): number {
  const headings = fold(context.headings.join(' | ').slice(0, 600));
  if (context.kind === 'awards' || context.kind === 'means' || context.kind === 'results') return -3;
  if (/to chuc thuc hien|trach nhiem|phan cong/.test(headings)) return -3;
  if (/muc dich|yeu cau/.test(headings)) return -2;
  if (/chu de/.test(headings)) return -3;
  if (context.listed) return 1.5;
  return context.kind === 'goals' ? 0.5 : 0;
}

const isEnd = (token: Token | undefined): boolean => token === undefined || /^[;:.…!?]$/.test(token.text);

type Place = { context: LineContext /** Of its section. */; weight: number; year: number | null };

function candidatesIn(
  doc: JoinedText,
  line: Line,
  { context, weight: inSection, year }: Place,
  taken: Span[],
): Candidate[] {
  if (line.end - line.start - line.bodyAt < 15) return [];
  const weight = inSection + (context.headings.length === 0 && line.label === null ? -2 : 0);
  if (weight <= -3) return [];
  const tokens = tokensIn(doc, line.start + line.bodyAt, line.end);
  const opened = startsIn(tokens);
  if (opened.length === 0) return [];
  const quoted = findQuotations(doc.text, line.start + line.bodyAt, line.end).map((quotation) => quotation.outer);
  const starts = opened.filter((start) => !stretchAt(quoted, tokens[start.at]?.start ?? 0));
  let behind = 0;
  const candidates: Candidate[] = [];
  starts.forEach((start, index) => {
    const range = clauseFrom(tokens, start, starts[index + 1]?.at ?? tokens.length);
    const first = tokens[range[0]];
    const last = tokens[range[1] - 1];
    if (!first || !last) return;
    while ((taken[behind]?.[1] ?? Number.POSITIVE_INFINITY) <= first.start) behind += 1;
    if ((taken[behind]?.[0] ?? Number.POSITIVE_INFINITY) < last.end) return;
    if (isBareDeadline(doc.text.slice(first.start, last.end), year)) {
      const closed = closedBy(tokens, range, candidates, taken);
      if (closed) candidates.push({ span: closed, score: start.weight + weight });
      return;
    }
    const words = tokens.slice(...range).filter((token) => token.kind === 'word').length;
    if (words < LEAST_WORDS || words > MOST_WORDS) return;
    const cited = tokens.slice(...range).some((token, i, all) => token.low === 'số' && all[i + 1]?.kind === 'number');
    const judged = holds(tokens, range, JUDGED) ? 1 : 0;
    const early = start.at === 0 ? 0.3 : 0;
    candidates.push({ span: [first.start, last.end], score: start.weight + weight + judged + early - (cited ? 1 : 0) });
  });
  return candidates;
}

/**
 * "…, hoàn thành trước ngày 30/9": belongs to the target before it; to the goal before it, which it makes longer; or to the
 * words before it, whose place is answered.
 */
function closedBy(tokens: Token[], [at, to]: Range, candidates: Candidate[], taken: Span[]): Span | null {
  const from = tokens[sentenceStart(tokens, at)]?.start ?? 0;
  const [begins, ends] = [tokens[at]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  if (taken.some((one) => one[0] >= from && one[0] < begins)) return null;
  const before = candidates.at(-1);
  if (!before || before.span[0] < from) return from < begins ? [from, ends] : null;
  before.span = [before.span[0], ends];
  return null;
}

function sentenceStart(tokens: Token[], from: number): number {
  let at = from;
  while (at > 0 && !(isEnd(tokens[at - 1]) && tokens[at - 1]?.text !== ';' && endsHere(tokens, at - 1))) at -= 1;
  return at;
}

/** `opens` is the opening itself, `at` where the quote begins. */
type Start = { at: number; opens: number; weight: number };

/** Openings at the beginning of a clause: of the line, behind a mark or "và". */
function startsIn(tokens: Token[]): Start[] {
  const starts: Start[] = [];
  let at = 0;
  while (at < tokens.length) {
    const opens = at === 0 || tokens[at - 1]?.kind === 'mark' || isAnd(tokens[at - 1]) || means(tokens[at - 1], 'phần');
    const found = opens ? (phraseAt(OPENINGS, tokens, at) ?? ratingAt(tokens, at)) : null;
    if (!found || isNamePart(tokens, at)) {
      at += 1;
      continue;
    }
    starts.push({ at: subjectBefore(tokens, at), opens: at, weight: found.value });
    // "phấn đấu hoàn thành và hoàn thành vượt mức" opens once.
    at = phraseAt(OPENINGS, tokens, found.next)?.next ?? found.next;
  }
  return starts;
}

const RATINGS = phrasesOf(['hoàn thành tốt nhiệm vụ', 'hoàn thành xuất sắc nhiệm vụ']);

/** "Chính quyền xã được đánh giá hoàn thành tốt nhiệm vụ trở lên": a rating to be reached by what begins the clause. */
function ratingAt(tokens: Token[], at: number): { value: number; next: number } | null {
  if (at > 0 && tokens[at - 1]?.text !== ';' && tokens[at - 1]?.text !== '.') return null;
  for (let next = at + 1; next < Math.min(tokens.length, at + 16); next++) {
    if (tokens[next]?.kind === 'mark' && tokens[next]?.text !== ',') return null;
    if (phraseAt(RATINGS, tokens, next)) return { value: 3, next: next + 5 };
  }
  return null;
}

/** "Đảng bộ xã hằng năm đạt: hoàn thành tốt nhiệm vụ trở lên": a short name before a colon says whose goal it is. */
function subjectBefore(tokens: Token[], at: number): number {
  if (tokens[at - 1]?.text !== ':') return at;
  let from = at - 2;
  while (from >= 0 && !/^[.;:]$/.test(tokens[from]?.text ?? '')) from -= 1;
  return at - from <= 14 && !['sau', 'là', 'đó', 'thể', 'tiêu'].includes(tokens[at - 2]?.low ?? '') ? from + 1 : at;
}

/** "phát triển kinh tế - xã hội, bảo đảm quốc phòng - an ninh" is the name of a task, not two goals. */
function isNamePart(tokens: Token[], at: number): boolean {
  return means(tokens[at - 2], 'hội') && (means(tokens[at], 'bảo') || means(tokens[at], 'đảm'));
}

/** From an opening to the end of its clause, or to the comma before the next opening. */
function clauseFrom(tokens: Token[], { at: from, opens }: Start, next: number): Range {
  let to = opens;
  while (to < next && !(isEnd(tokens[to]) && endsHere(tokens, to))) to += 1;
  while (
    to > from &&
    (tokens[to - 1]?.kind === 'mark' || isAnd(tokens[to - 1])) &&
    !/^[)”"%]$/.test(tokens[to - 1]?.text ?? '')
  )
    to -= 1;
  return [from, to];
}

function endsHere(tokens: Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token?.text !== '.' || !next || next.start > token.end;
}

function statementAt(
  doc: JoinedText,
  { span, score }: Candidate,
  contexts: LineContext[],
  year: number | null,
): Statement {
  const quote = doc.text.slice(...span);
  const headings = contexts[lineAt(doc, span[0])]?.headings ?? [];
  const tokens = tokensOf(doc.text, ...span);
  return {
    quote,
    span,
    confidence: Math.min(0.9, Math.round((0.35 + score * 0.1) * 100) / 100),
    domain: domainOf(quote) ?? headings.map(domainOf).findLast((one) => one !== null) ?? null,
    dueOn: dueIn(quote, tokens, year),
  };
}

const DUE = phrasesOf([
  'đến năm',
  'vào năm',
  'hết năm',
  'trong năm',
  'trước ngày',
  'đến ngày',
  'trước tháng',
  'chậm nhất',
  'đến hết',
  'xong trước',
]);

/** "vào năm 2024", "trước ngày 30/6/2026": the day by which the goal is to be reached. */
function dueIn(quote: string, tokens: Token[], year: number | null): string | null {
  const all: Range = [0, tokens.length];
  return holds(tokens, all, DUE) ? asOfIn(tokens, all, year) : (deadlineIn(quote, year)?.on ?? null);
}
